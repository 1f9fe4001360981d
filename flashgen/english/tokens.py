"""An article's running text in words and marks, once for all rules.

A sentence is kept as parallel sequences rather than as a list of objects: a book has a million
words, and most of them are never looked at twice. Contractions come apart as in the Penn Treebank
("Grant" + "'s"); abbreviations and initials keep their stop ("Gen.", "J.R.").
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from sys import intern

from flashgen.article import Article, Span
from flashgen.english.clauses import Clause, find_clauses
from flashgen.english.lexicon import abbreviations
from flashgen.english.tagging import tag_words

_LETTERS = r"(?:[^\W\d_]|[\u0300-\u036f])+"
_MARKS_THAT_OPEN = frozenset("“‘«„\"'([—–:")
_ENDS = frozenset(".!?…:")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in tokens: its words and marks, their places in the article and their tags.

    ``words[i]`` begins at the offset ``starts[i]`` of the article and has the tag ``tags[i]`` (see
    ``tags``). ``opens[i]``: a sentence or a quotation begins there, so that its capital proves
    nothing. ``paragraph`` is the number of the paragraph that it stands in.
    """

    paragraph: int
    span: Span
    words: tuple[str, ...]
    starts: Sequence[int]
    opens: bytes
    tags: str
    _clauses: list[tuple[Clause, ...]] = field(
        default_factory=list, init=False, repr=False, compare=False
    )

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Its clauses, found when they are first asked for."""
        if not self._clauses:
            self._clauses.append(find_clauses(self.words, self.tags))
        return self._clauses[0]

    def __len__(self) -> int:
        return len(self.words)

    def end(self, i: int) -> int:
        """The offset behind a token."""
        return self.starts[i] + len(self.words[i])

    def spaced(self, i: int) -> bool:
        """Whether anything, a space or a mark of emphasis, stands before a token."""
        return i > 0 and self.end(i - 1) < self.starts[i]

    def at(self, offset: int) -> int:
        """The first token that begins at an offset or behind it."""
        return bisect_left(self.starts, offset)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How an article writes its words.

    ``lower`` are all as they stand, to look up one in lower case; ``inner`` are those that occur
    with a capital where no sentence opens.
    """

    lower: frozenset[str]
    inner: frozenset[str]


@dataclass(frozen=True, slots=True)
class Text:
    """An article in sentences of tokens."""

    article: Article
    sentences: tuple[Sentence, ...]
    vocabulary: Vocabulary


def read_text(article: Article) -> Text:
    """The running text of an article in tokens, tagged."""
    cut = [
        (paragraph.number, span, *_cut(article.view, span))
        for paragraph in article.paragraphs
        for span in paragraph.sentences
    ]
    seen = frozenset(word for *_, words, _, _ in cut for word in words)
    inner = frozenset(
        w
        for *_, words, _, opens in cut
        for w, o in zip(words, opens, strict=True)
        if not o and w[0].isupper()
    )
    sentences = tuple(
        Sentence(number, span, words, starts, opens, tag_words(words, opens, inner))
        for number, span, words, starts, opens in cut
    )
    return Text(article, sentences, Vocabulary(seen, inner))


def read_words(text: str) -> Sentence:
    """A short text by itself, such as a field of a card, in tokens, tagged."""
    span = Span(0, len(text))
    words, starts, opens = _cut(text, span)
    return Sentence(0, span, words, starts, opens, tag_words(words, opens, frozenset()))


@cache
def _token() -> re.Pattern[str]:
    stopped = "|".join(map(re.escape, sorted(abbreviations("name", "suffix"))))
    numbering = "|".join(map(re.escape, sorted(abbreviations("number"))))
    return re.compile(
        # A set at the front: the engine then passes over spaces without trying each form there.
        r"(?=\S)(?:"
        # Most words: nothing can belong to one that a space or a comma ends.
        r"[^\W\d_]+(?=[\s,;:!?)])"
        rf"|(?<!\w)(?:[A-Z]\.){{2,}}[-‐‑]{_LETTERS}"  # "U.S.-led"
        rf"|(?<!\w)(?i:{stopped})\.(?!\w)|(?<!\w)(?i:{numbering})\.(?= ?\d)"
        r"|(?<!\w)(?:[A-Z]\.){2,}|(?<!\w)[A-ZÀ-Þ]\.(?= *[A-ZÀ-Þ])"
        r"|n['’]t\b|['’](?:s|S|d|ll|ve|re|m)\b"
        rf"|{_LETTERS}?(?=n['’]t\b)"
        rf"|{_LETTERS}(?:(?:['’ʿ‘ʼ](?!(?:s|S|d|ll|ve|re|m)\b)|[-‐‑]){_LETTERS}|–(?=[A-ZÀ-Þ]){_LETTERS})*"
        r"|\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?"
        r"|\.\.\.+|--+|[^\w\s]|_+)"
    )


def _cut(view: str, span: Span) -> tuple[tuple[str, ...], array[int], bytes]:
    """The tokens of one sentence, where they begin, and which of them open."""
    words: list[str] = []
    starts = array("L")
    opens = bytearray()
    opening = True
    for match in _token().finditer(view, span.start, span.end):
        word = match[0]
        closes = word == "'" and opening is False and view[match.start() - 1].isalnum()
        words.append(intern(word))
        starts.append(match.start())
        opens.append(opening)
        if word[0].isalnum():
            opening = False
        elif (word in _MARKS_THAT_OPEN and not closes) or word[0] in _ENDS:
            opening = True
    return tuple(words), starts, bytes(opens)
