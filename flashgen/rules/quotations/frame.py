"""The author's own sentences around the quotations: each quotation is one token there, tagged Q."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from flashgen.english.tagging import tag_words
from flashgen.english.tags import NAME
from flashgen.english.tokens import Sentence, Text
from flashgen.rules.quotations.marks import Quoted
from flashgen.types import FoundPerson, Span

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

    def words_of(self, quote: int) -> str:
        """The words of a quotation on one line."""
        return " ".join(self.text.article.tidy(part) for part in self.quoted[quote].parts)

    def last_sign(self, quote: int) -> str:
        """The last character within a quotation's marks that is no mark itself."""
        return last_sign(self.text.article.view, self.quoted[quote].parts[-1])

    def opens_paragraph(self, sentence: int) -> bool:
        """Whether a sentence is the first of its paragraph."""
        here = self.sentences[sentence].paragraph
        return sentence == 0 or self.sentences[sentence - 1].paragraph != here

    def ends_paragraph(self, sentence: int) -> bool:
        """Whether a sentence is the last of its paragraph."""
        return sentence + 1 >= len(self.sentences) or self.opens_paragraph(sentence + 1)


def frame_of(text: Text, quoted: Sequence[Quoted], people: Sequence[FoundPerson]) -> Frame:
    """The frame of an article; ``quoted`` in order, none overlapping another."""
    spans = sorted(mention.span for person in people for mention in person.mentions)
    kept = tuple(one for one in quoted if not _inside(one.outer, spans))
    sentences: list[Sentence] = []
    places: dict[int, Place] = {}
    for run, numbers in _runs(text, kept):
        sentence, tokens = _collapsed(text, kept, run, numbers)
        for number, token in zip(numbers, tokens, strict=True):
            first = places.get(number)
            begins = (first.sentence, first.token) if first else (len(sentences), token)
            places[number] = Place(*begins, len(sentences), token)
        sentences.append(_with_names(text, sentence, spans))
    return Frame(text, kept, tuple(sentences), places)


def last_sign(view: str, span: Span) -> str:
    """The last character of a span that is no mark that closes something."""
    text = view[max(span.start, span.end - 8) : span.end]
    return text.rstrip(_CLOSING + " ")[-1:] or text[-1:]


def _inside(outer: Span, names: Sequence[Span]) -> bool:
    """Whether a quotation is a nickname inside a name: 'James "Old Pete" Longstreet'."""
    i = bisect_left(names, outer) - 1
    return i >= 0 and names[i].end > outer.start


def _runs(text: Text, quoted: Sequence[Quoted]) -> Iterator[tuple[list[Sentence], range]]:
    """The article's sentences, those together that a quotation holds, and the quotations in them.

    A sentence that ends within a quotation goes on behind it, in the same paragraph.
    """
    run: list[Sentence] = []
    first = last = 0  # the quotations that end in the run
    for i, sentence in enumerate(text.sentences):
        run.append(sentence)
        end = sentence.span.end
        while last < len(quoted) and quoted[last].outer.end <= end:
            last += 1
        goes_on = last < len(quoted) and quoted[last].outer.start < end
        following = text.sentences[i + 1 : i + 2]
        if goes_on and following and following[0].paragraph == sentence.paragraph:
            continue
        yield run, range(first, last + goes_on)
        run, first = [], last


def _collapsed(
    text: Text, quoted: Sequence[Quoted], run: Sequence[Sentence], numbers: range
) -> tuple[Sentence, list[int]]:
    """One sentence of a run, with a token for each quotation, and where those stand."""
    if not numbers:
        return run[0], []
    words = [word for sentence in run for word in sentence.words]
    starts = array("L", [start for sentence in run for start in sentence.starts])
    opens = bytearray(opening for sentence in run for opening in sentence.opens)
    kept: list[str] = []
    where = array("L")
    opening = bytearray()
    tokens: list[int] = []
    i = 0
    for number in numbers:
        outer = quoted[number].outer
        stop = bisect_left(starts, outer.start, i)
        tokens.append(len(kept) + stop - i)
        kept += [*words[i:stop], "“"]
        where += starts[i:stop]
        where.append(max(outer.start, run[0].span.start))
        opening += opens[i:stop] + b"\0"
        i = bisect_left(starts, outer.end, stop)
        if i < len(opens):
            opens[i] = last_sign(text.article.view, outer) in _STOPS
    kept += words[i:]
    where += starts[i:]
    opening += opens[i:]
    span = Span(run[0].span.start, run[-1].span.end)
    sentence = Sentence(run[0].paragraph, span, tuple(kept), where, bytes(opening), "")
    return sentence, tokens


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
