"""The author's own sentences around the quotations: each quotation is one token there, tagged Q."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from flashgen.english.tagging import tag_words
from flashgen.english.tags import NAME
from flashgen.english.tokens import Sentence, Text
from flashgen.rules.quotations.marks import Quoted
from flashgen.rules.reference import Cast
from flashgen.types import FoundPerson, Span

# A word, where it begins, whether it opens a sentence.
_Token = tuple[str, int, int]
_STOPS = ".!?…"
_CLOSING = "”’\"'»«“)]"


@dataclass(frozen=True, slots=True)
class Place:
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
    places: Mapping[int, Place]
    cast: Cast

    def words_of(self, quote: int) -> str:
        """The words of a quotation on one line."""
        return " ".join(self.text.article.tidy(part) for part in self.quoted[quote].parts)

    def last_sign(self, quote: int) -> str:
        """The last character within a quotation's marks that is no mark itself."""
        return last_sign(self.text.article.view, self.quoted[quote].parts[-1])

    def paragraph(self, quote: int) -> int:
        """The paragraph in which a quotation begins."""
        return self.sentences[self.places[quote].sentence].paragraph

    def opens(self, quote: int) -> bool:
        """Whether a quotation opens its paragraph."""
        place = self.places[quote]
        return place.token == 0 and self.opens_paragraph(place.sentence)

    def in_block(self, sentence: int) -> bool:
        """Whether a sentence stands in a block quotation."""
        return self.text.article.paragraphs[self.sentences[sentence].paragraph - 1].quoted

    def opens_paragraph(self, sentence: int) -> bool:
        """Whether a sentence is the first of its paragraph."""
        here = self.sentences[sentence].paragraph
        return sentence == 0 or self.sentences[sentence - 1].paragraph != here

    def ends_paragraph(self, sentence: int) -> bool:
        """Whether a sentence is the last of its paragraph."""
        return sentence + 1 >= len(self.sentences) or self.opens_paragraph(sentence + 1)


def frame_of(text: Text, quoted: Sequence[Quoted], people: Sequence[FoundPerson]) -> Frame:
    """The frame of an article; ``quoted`` in order, none overlapping another.

    A sentence that ends within a quotation goes on behind it, in the same paragraph.
    """
    spans = sorted(mention.span for person in people for mention in person.mentions)
    kept = tuple(one for one in quoted if not _inside(one.outer, spans))
    sentences: list[Sentence] = []
    places: dict[int, Place] = {}
    number = 0
    draft: list[_Token] = []
    for sentence, following in zip_longest(text.sentences, text.sentences[1:]):
        end, at, opening, goes_on = sentence.span.end, 0, None, False
        while not goes_on and number < len(kept) and kept[number].outer.start < end:
            outer = kept[number].outer
            draft += _tokens(sentence, at, sentence.at(outer.start), opening)
            at, goes_on = sentence.at(outer.end), outer.end > end
            place = places.get(number)
            if place is None or place.last_sentence != len(sentences):
                here = len(sentences), len(draft)
                draft.append(("“", max(outer.start, sentence.span.start), 0))
                places[number] = Place(*((place.sentence, place.token) if place else here), *here)
            opening = int(last_sign(text.article.view, outer) in _STOPS)
            number += not goes_on
        if draft:
            draft += _tokens(sentence, at, len(sentence), opening)
        if following is None or following.paragraph != sentence.paragraph or not goes_on:
            sentences.append(_with_names(text, _drafted(draft, sentence), spans))
            draft = []
    return Frame(text, kept, tuple(sentences), places, Cast(text.article, sentences, people))


def _tokens(sentence: Sentence, start: int, end: int, opening: int | None) -> list[_Token]:
    """Some tokens of a sentence; ``opening``: whether the first one opens one, if that is known."""
    sequences = sentence.words, sentence.starts, sentence.opens
    tokens = list(zip(*(sequence[start:end] for sequence in sequences), strict=True))
    if tokens and opening is not None:
        tokens[0] = (*tokens[0][:2], opening)
    return tokens


def _drafted(draft: Sequence[_Token], last: Sentence) -> Sentence:
    """The sentence of some tokens, which ends where another one does; that one without any."""
    if not draft:
        return last
    words, starts, opens = zip(*draft, strict=True)
    span = Span(starts[0], last.span.end)
    return Sentence(last.paragraph, span, words, array("L", starts), bytes(opens), "")


def last_sign(view: str, span: Span) -> str:
    """The last character of a span that is no mark that closes something."""
    text = view[max(span.start, span.end - 8) : span.end]
    return text.rstrip(_CLOSING + " ")[-1:] or text[-1:]


def _inside(outer: Span, names: Sequence[Span]) -> bool:
    """Whether a quotation is a nickname inside a name: 'James "Old Pete" Longstreet'."""
    i = bisect_left(names, outer) - 1
    return i >= 0 and names[i].end > outer.start


def _with_names(text: Text, sentence: Sentence, names: Sequence[Span]) -> Sentence:
    """The sentence with its tags, now that the names of people are known.

    A word that opens a sentence and belongs to somebody's name has its capital from that.
    """
    opens = sentence.opens
    for i, opening in enumerate(opens):
        if opening and sentence.tags[i : i + 1] != NAME:
            start = sentence.starts[i]
            name = bisect_right(names, start, key=lambda span: span.start) - 1
            if name >= 0 and start < names[name].end:
                opens = opens[:i] + b"\0" + opens[i + 1 :]
    if sentence.tags and opens is sentence.opens:
        return sentence
    tags = tag_words(sentence.words, opens, text.vocabulary.inner)
    return replace(sentence, opens=opens, tags=tags)
