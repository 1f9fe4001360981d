"""The author's own sentences around the quotations: each quotation is one token there, tagged Q."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from flashgen.article import Span
from flashgen.english.tagging import tag_words
from flashgen.english.tags import QUOTE
from flashgen.english.tokens import Sentence, Text
from flashgen.mentions import FoundPerson
from flashgen.rules.quotations.marks import Quoted
from flashgen.rules.reference import Cast

# A word, where it begins, whether it opens a sentence.
_Token = tuple[str, int, int]
_CLOSING = "”’\"'»«“)]"


class Position(NamedTuple):
    """Where a quotation stands: in which sentence and as which token it begins, and ends."""

    sentence: int
    token: int
    last_sentence: int
    last_token: int


@dataclass(frozen=True, slots=True)
class Frame:
    """An article as its author's sentences around quotations, both in the order of the text."""

    text: Text
    quoted: tuple[Quoted, ...]
    sentences: tuple[Sentence, ...]
    places: Mapping[int, Position]
    cast: Cast

    def words_of(self, quote: int) -> str:
        """The words of a quotation on one line."""
        return " ".join(self.text.article.tidy(part) for part in self.quoted[quote].parts)

    def last_sign(self, quote: int) -> str:
        """The last character within a quotation's marks that is no mark itself."""
        span = self.quoted[quote].parts[-1]
        text = self.text.article.view[max(span.start, span.end - 8) : span.end]
        return text.rstrip(_CLOSING + " ")[-1:] or text[-1:]

    def paragraph(self, quote: int) -> int:
        """The paragraph in which a quotation begins."""
        return self.sentences[self.places[quote].sentence].paragraph

    def opens(self, quote: int) -> bool:
        """Whether a quotation opens its paragraph."""
        place = self.places[quote]
        return place.token == 0 and self.opens_paragraph(place.sentence)

    def left(self, quote: int) -> str:
        """The tags of the words before a quotation in its sentence."""
        place = self.places[quote]
        return self.sentences[place.sentence].tags[: place.token]

    def right(self, quote: int) -> str:
        """The tags of the words behind a quotation in its sentence."""
        place = self.places[quote]
        return self.sentences[place.last_sentence].tags[place.last_token + 1 :]

    def opens_paragraph(self, sentence: int) -> bool:
        """Whether a sentence is the first of its paragraph."""
        here = self.sentences[sentence].paragraph
        return sentence == 0 or self.sentences[sentence - 1].paragraph != here

    def ends_paragraph(self, sentence: int) -> bool:
        """Whether a sentence is the last of its paragraph."""
        return sentence + 1 >= len(self.sentences) or self.opens_paragraph(sentence + 1)


def frame_of(text: Text, quoted: Sequence[Quoted], people: Sequence[FoundPerson]) -> Frame:
    """The frame of an article; ``quoted`` in order, none overlapping another.

    A sentence that is wholly within a quotation counts only where it begins a paragraph of it.
    """
    names = sorted(mention.span for person in people for mention in person.mentions)
    sentences: list[Sentence] = []
    places: dict[int, Position] = {}
    i = 0
    for sentence in text.sentences:
        end = sentence.span.end
        goes_on = i in places and sentence.span in quoted[i].outer
        if goes_on and sentences[-1].paragraph == sentence.paragraph:
            i += end == quoted[i].outer.end
            continue
        draft: list[_Token] = []
        at = 0
        while i < len(quoted) and quoted[i].outer.start < end:
            outer = quoted[i].outer
            draft += _tokens(sentence, at, sentence.at(outer.start))
            # A nickname inside a name is none: 'James "Old Pete" Longstreet'.
            before = bisect_left(names, outer) - 1
            if before < 0 or names[before].end <= outer.start:
                here = len(sentences), len(draft)
                places[i] = Position(*places.get(i, here)[:2], *here)
                draft.append(("“", max(outer.start, sentence.span.start), 0))
            at = sentence.at(outer.end)
            if outer.end > end:
                break
            i += 1
        rest = _tokens(sentence, at, len(sentence))
        framed = _drafted([*draft, *rest], sentence) if draft else sentence
        sentences.append(_with_names(text, framed, names))
    cast, kept = Cast(text.article, sentences, people), tuple(quoted[i] for i in places)
    return Frame(text, kept, tuple(sentences), dict(enumerate(places.values())), cast)


def _tokens(sentence: Sentence, start: int, end: int) -> Iterator[_Token]:
    """Some tokens of a sentence, but for marks that belong to no quotation: "'Umar"."""
    for i in range(start, end):
        if sentence.tags[i] != QUOTE:
            yield sentence.words[i], sentence.starts[i], sentence.opens[i]


def _drafted(draft: Sequence[_Token], last: Sentence) -> Sentence:
    """The sentence of some tokens, which ends where another one does."""
    words, starts, opens = zip(*draft, strict=True)
    span = Span(starts[0], last.span.end)
    return Sentence(last.paragraph, span, words, array("L", starts), bytes(opens), "")


def _with_names(text: Text, sentence: Sentence, names: Sequence[Span]) -> Sentence:
    """The sentence with its tags, now that the names of people are known.

    A word that opens a sentence and belongs to somebody's name has its capital from that.
    """
    opens = sentence.opens
    i = opens.find(1)
    while i >= 0:
        start = sentence.starts[i]
        name = bisect_right(names, start, key=lambda span: span.start) - 1
        if name >= 0 and start < names[name].end:
            opens = opens[:i] + b"\0" + opens[i + 1 :]
        i = opens.find(1, i + 1)
    if sentence.tags and opens is sentence.opens:
        return sentence
    tags = tag_words(sentence.words, opens, text.vocabulary.inner)
    return replace(sentence, opens=opens, tags=tags)
