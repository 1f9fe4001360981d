"""Tell single quotation marks from apostrophes.

An apostrophe opens "’tis" and "’90s", closes "soldiers’", and stands inside "don’t"; the same
signs are the quotation marks of most British books. An opening mark stands before a word and
behind a space; its closing mark is the first one that cannot be an apostrophe, and only without
such a one it is a mark behind an s.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from enum import IntEnum
from functools import cache
from itertools import pairwise

from flashgen.english.lexicon import look_up
from flashgen.tables import words
from flashgen.types import Article, Span

# An opening mark as it begins speech: before a capital.
SINGLE_OPENING = r"(?:(?<=[ (\[—–-])|(?<![^ ]))[‘'`‚](?=[A-ZÀ-Þ])"

_MARK = r"(?<!['`])[‘’'`‚‛](?!['`])"
_OPENING = "‘'`‚‛"
_CLOSERS = {"‘": "’'", "'": "'’", "`": "'’", "‚": "‘’", "‛": "’"}
_BEFORE_OPENING = ' ([{—–―-/“"„«'
_STRONG_BEFORE = '.,!?…;:)]—–-”"»'
_PUNCTUATION = ".,;:!?)]—–…"
_WORD = r"\w+(?:['’-]\w+)*"
_LAST_WORD = r"\w+$"
_YEAR = r"\d\ds?\b(?!\d)"


@cache
def pattern(text: str) -> re.Pattern[str]:
    """A regular expression, compiled where it is first used."""
    return re.compile(text)


def beside(article: Article, span: Span, i: int, step: int) -> str:
    """The character at an offset, or the next one behind marks of emphasis; " " at the edges."""
    text, view = article.text, article.view
    while span.start <= i < span.end:
        if text[i] != "\\" and (view[i] != " " or text[i].isspace()):
            return view[i]
        i += step
    return " "


class _Strength(IntEnum):
    """How sure it is that a mark closes a quotation."""

    NONE = 0
    WEAK = 1  # "the soldiers’ cause"
    FAIR = 2  # "the soldiers’, …"
    SURE = 3


def single_pairs(
    article: Article, span: Span, doubles: Sequence[Span], preferred: bool
) -> tuple[list[tuple[int, int]], int | None]:
    """The quotations in single marks of a paragraph, and an opening one that nothing closes.

    ``doubles`` are its quotations in double marks, in order: no single mark inside them counts,
    and unless single marks are ``preferred`` a straight one has no partner beyond them. The
    opening mark is told only where it opens the paragraph.
    """
    view = article.view
    starts = [double.start for double in doubles]
    every = pattern(_MARK).finditer(view, span.start, span.end)
    marks = [mark for mark in every if not _inside(mark, doubles, starts)]
    openings = [i for i, mark in enumerate(marks) if _opens(article, span, mark)]
    pairs: list[tuple[int, int]] = []
    opened: int | None = None
    done = 0
    for i, following in pairwise([*openings, len(marks)]):
        start = marks[i].start()
        if start < done:
            continue
        candidates = marks[i + 1 : following]
        if not preferred and marks[i][0] != "‘":
            nearest = bisect_right(starts, start)
            limit = starts[nearest] if nearest < len(starts) else span.end
            candidates = [mark for mark in candidates if mark.start() < limit]
        close = _closing(article, span, marks[i][0], candidates)
        if close is not None:
            pairs.append((start, close.end()))
            done = close.end()
        elif start == span.start:
            opened = start
    return pairs, opened


def _inside(mark: re.Match[str], doubles: Sequence[Span], starts: Sequence[int]) -> bool:
    nearest = bisect_right(starts, mark.start()) - 1
    return nearest >= 0 and mark.start() < doubles[nearest].end


def _opens(article: Article, span: Span, mark: re.Match[str]) -> bool:
    """Whether a mark can open a quotation: behind a space and before a word in full."""
    view = article.view
    if mark[0] not in _OPENING:
        return False
    if beside(article, span, mark.start() - 1, -1) not in _BEFORE_OPENING:
        return False
    if view[mark.end() : mark.end() + 1] == " ":  # emphasis
        return beside(article, span, mark.end(), 1).isalpha() and mark[0] != "‚"
    start = mark.end() + (view[mark.end() : mark.end() + 1] in ("’", "'"))  # "‘’Tis"
    word = pattern(_WORD).match(view, start, span.end)
    if word is not None and start > mark.end():
        return True
    if word is None:
        return view[mark.end() : mark.end() + 1] in ("…", "[", "¡", "¿", "_") and mark[0] != "‚"
    return word[0].lower() not in words("quotations", "clipped") and not pattern(_YEAR).match(
        view, mark.end(), span.end
    )


def _closing(
    article: Article, span: Span, opening: str, candidates: Sequence[re.Match[str]]
) -> re.Match[str] | None:
    """The mark that closes what another one opened: the first of the surest."""
    best: re.Match[str] | None = None
    strength = _Strength.NONE
    for mark in candidates:
        if mark[0] in _CLOSERS[opening]:
            found = _strength(article, span, mark)
            if found > strength:
                best, strength = mark, found
            if found is _Strength.SURE:
                break
    if strength is _Strength.WEAK:
        closers = (mark for mark in candidates if mark[0] in _CLOSERS[opening])
        weak = (m for m in closers if _strength(article, span, m) is _Strength.WEAK)
        return next((mark for mark in weak if _ends(article.view, mark)), best)
    return best


def _strength(article: Article, span: Span, mark: re.Match[str]) -> _Strength:
    view = article.view
    before = beside(article, span, mark.start() - 1, -1)
    after = view[mark.end()] if mark.end() < span.end else ""
    if before == " " or after.isalnum():
        return _Strength.NONE
    if before in _STRONG_BEFORE:
        return _Strength.SURE
    word = pattern(_LAST_WORD).search(view, max(span.start, mark.start() - 12), mark.start())
    last = word[0].lower() if word else ""
    if last in words("quotations", "clipped_at_the_end"):
        return _Strength.NONE
    if last.endswith("s"):
        return _Strength.FAIR if after == "" or after in _PUNCTUATION else _Strength.WEAK
    if last.endswith("in") and len(last) > 3 and after == " ":
        return _Strength.WEAK
    return _Strength.SURE


def _ends(view: str, mark: re.Match[str]) -> bool:
    """Whether the next word cannot be what "soldiers’" owns: it is a function word."""
    word = pattern(_WORD).match(view, mark.end() + 1)
    return word is not None and look_up(word[0]).closed
