"""The author's own text around the quotations, in sentences and tokens.

A quotation is one token there, whatever stands in it, and so is the name of a person.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from flashgen.reading.sentences import split_sentences
from flashgen.rules.quotations.marks import Quoted
from flashgen.tables import words
from flashgen.types import Article, FoundPerson, Span

# Stands for each character of a quotation.
_QUOTED = "\ue000"
_LETTERS = r"(?:[^\W\d_]|[\u0300-\u036f])+"
_TOKEN = re.compile(
    rf"(?P<word>{_LETTERS}(?:['’ʿ‘-]{_LETTERS})*)"
    r"|(?P<number>\d+(?:[.,:/]\d+)*\w*)"
    r"|(?P<mark>--+|\.\.\.+|\S)"
)
_STOPS = ".!?…"
_CLOSING = "”’\"'»«“)]"


class Kind(Enum):
    """What a token is."""

    WORD = auto()
    PERSON = auto()
    NUMBER = auto()
    MARK = auto()
    QUOTE = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a name of a person, a figure, a punctuation mark or a whole quotation.

    ``low`` is the text in lower case and without a possessive's ending; ``person`` the canonical
    name, ``quote`` the quotation's number.
    """

    kind: Kind
    span: Span
    low: str
    capital: bool = False
    possessive: bool = False
    person: str | None = None
    quote: int = -1


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the frame; ``paragraph`` is the paragraph's number."""

    paragraph: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quotation stands: in which sentence and as which token it begins, and ends."""

    sentence: int
    token: int
    last_sentence: int
    last_token: int


@dataclass(frozen=True, slots=True)
class Frame:
    """An article as its author's words around numbered quotations."""

    article: Article
    quoted: tuple[Quoted, ...]
    sentences: tuple[Sentence, ...]
    places: Mapping[int, Place]

    def words_of(self, quote: int) -> str:
        """The words of a quotation on one line."""
        return " ".join(self.article.tidy(part) for part in self.quoted[quote].parts)


def frame_of(article: Article, quoted: Sequence[Quoted], people: Sequence[FoundPerson]) -> Frame:
    """The frame of an article; ``quoted`` in order, none overlapping another."""
    names = {m.span.start: (m.span.end, p.canonical) for p in people for m in p.mentions}
    kept = tuple(_not_inside_names(quoted, people))
    view = _masked(article.view, kept)
    sentences: list[Sentence] = []
    places: dict[int, Place] = {}
    for paragraph in article.paragraphs:
        for span in split_sentences(view, paragraph.span):
            tokens = tuple(_tokens(view, span, names, kept))
            for i, token in enumerate(tokens):
                if token.kind is Kind.QUOTE:
                    first = places.get(token.quote)
                    here = (len(sentences), i)
                    begins = (first.sentence, first.token) if first else here
                    places[token.quote] = Place(*begins, *here)
            sentences.append(Sentence(paragraph.number, tokens))
    return Frame(article, kept, tuple(sentences), places)


def _not_inside_names(quoted: Sequence[Quoted], people: Sequence[FoundPerson]) -> Iterator[Quoted]:
    """The quotations that are no nickname inside a name: 'James "Old Pete" Longstreet'."""
    spans = sorted(mention.span for person in people for mention in person.mentions)
    for one in quoted:
        i = bisect_left(spans, one.outer) - 1
        if i < 0 or spans[i].end <= one.outer.start:
            yield one


def _masked(view: str, quoted: Sequence[Quoted]) -> str:
    """The view with a sign for each character of a quotation, but for the stop at its end."""
    pieces: list[str] = []
    end = 0
    for one in quoted:
        pieces.append(view[end : one.outer.start])
        length = one.outer.end - one.outer.start
        words_end = len(view[one.outer.start : one.outer.end].rstrip(_CLOSING))
        if words_end > 1 and view[one.outer.start + words_end - 1] in _STOPS:
            stop = view[one.outer.start + words_end - 1]
            pieces.append(_QUOTED * (words_end - 1) + stop + "”" * (length - words_end))
        else:
            pieces.append(_QUOTED * length)
        end = one.outer.end
    return "".join([*pieces, view[end:]])


def _tokens(
    view: str, sentence: Span, names: Mapping[int, tuple[int, str]], quoted: Sequence[Quoted]
) -> Iterator[Token]:
    """The tokens of a sentence of the masked view."""
    position = sentence.start
    while match := _TOKEN.search(view, position, sentence.end):
        start, position = match.span()
        if match[0] == _QUOTED:
            number = bisect_right(quoted, start, key=lambda q: q.outer.start) - 1
            if number >= 0 and start < quoted[number].outer.end:
                position = min(quoted[number].outer.end, sentence.end)
                yield Token(Kind.QUOTE, Span(start, position), "", quote=number)
                continue
        name = names.get(start)
        if name is not None and start < name[0] <= sentence.end:
            end, person = name
            possessive = _possessive(view, end)
            position = end + 2 * (view[end : end + 2] in ("’s", "'s"))
            yield Token(
                Kind.PERSON, Span(start, end), view[start:end].lower(), True, possessive, person
            )
        elif match["word"] is not None:
            token = _word(view, start, position)
            position = token.span.end
            yield token
        else:
            kind = Kind.NUMBER if match["number"] is not None else Kind.MARK
            yield Token(kind, Span(start, position), match[0].lower())


def _word(view: str, start: int, end: int) -> Token:
    text = view[start:end]
    if view[end : end + 1] == "." and text + "." in _dotted():
        end += 1
        text += "."
    possessive = _possessive(view, end)
    low = text.lower()
    if low.endswith(("'s", "’s")) and len(low) > 2:
        low, possessive = low[:-2], True
    return Token(Kind.WORD, Span(start, end), low, text[0].isupper(), possessive)


def _possessive(view: str, end: int) -> bool:
    """Whether "’s" follows, or the apostrophe of a plural."""
    if view[end : end + 2] in ("’s", "'s"):
        return True
    return (
        view[end - 1] == "s"
        and view[end : end + 1] in ("’", "'")
        and view[end + 1 : end + 2] == " "
    )


@cache
def _dotted() -> frozenset[str]:
    """Words that are written with a full stop: titles, and initials but for "I"."""
    letters = {f"{letter}." for letter in "ABCDEFGHJKLMNOPQRSTUVWXYZ"}
    return frozenset(letters) | {
        word for word in words("people", "short_titles") if word.endswith(".")
    }
