"""Tell single quotation marks from apostrophes.

An apostrophe opens "’tis" and "’90s", closes "soldiers’", and stands inside "don’t"; the same
signs are the quotation marks of most British books. An opening mark stands before a word and
behind a space; its closing mark is the first one that cannot be an apostrophe, and only without
such a one it is a mark behind an s.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import pairwise

from flashgen.tables import words
from flashgen.types import Span

# An opening mark as it begins speech: before a capital.
SINGLE_OPENING = re.compile(r"(?:(?<=[ (\[—–-])|(?<![^ ]))[‘'`‚](?=[A-ZÀ-Þ])")

_MARK = re.compile(r"(?<!['`])[‘’'`‚‛](?!['`])")
_OPENING = "‘'`‚‛"
_CLOSERS = {"‘": "’'", "'": "'’", "`": "'’", "‚": "‘’", "‛": "’"}
_BEFORE_OPENING = ' ([{—–―-/“"„«'
_STRONG_BEFORE = '.,!?…;:)]—–-”"»'
_PUNCTUATION = ".,;:!?)]—–…"
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_LAST_WORD = re.compile(r"\w+$")
_YEAR = re.compile(r"\d\ds?\b(?!\d)")


class _Strength(IntEnum):
    """How sure it is that a mark closes a quotation."""

    NONE = 0
    WEAK = 1  # "the soldiers’ cause"
    FAIR = 2  # "the soldiers’, …"
    SURE = 3


def single_pairs(
    view: str, span: Span, doubles: Sequence[Span], preferred: bool
) -> tuple[list[tuple[int, int]], int | None]:
    """The quotations in single marks of a paragraph, and an opening one that nothing closes.

    ``doubles`` are its quotations in double marks, in order: no single mark inside them counts,
    and unless single marks are ``preferred`` a straight one has no partner beyond them. The
    opening mark is told only where it opens the paragraph.
    """
    starts = [double.start for double in doubles]
    marks = [
        m for m in _MARK.finditer(view, span.start, span.end) if not _inside(m, doubles, starts)
    ]
    openings = [i for i, mark in enumerate(marks) if _opens(view, span, mark)]
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
        close = _closing(view, span, marks[i][0], candidates)
        if close is not None:
            pairs.append((start, close.end()))
            done = close.end()
        elif start == span.start:
            opened = start
    return pairs, opened


def _inside(mark: re.Match[str], doubles: Sequence[Span], starts: Sequence[int]) -> bool:
    nearest = bisect_right(starts, mark.start()) - 1
    return nearest >= 0 and mark.start() < doubles[nearest].end


def _opens(view: str, span: Span, mark: re.Match[str]) -> bool:
    """Whether a mark can open a quotation: behind a space and before a word in full."""
    if mark[0] not in _OPENING:
        return False
    if mark.start() > span.start and view[mark.start() - 1] not in _BEFORE_OPENING:
        return False
    start = mark.end() + (view[mark.end() : mark.end() + 1] in ("’", "'"))  # "‘’Tis"
    word = _WORD.match(view, start, span.end)
    if word is not None and start > mark.end():
        return True
    if word is None:
        return view[mark.end() : mark.end() + 1] in ("…", "[", "¡", "¿", "_") and mark[0] != "‚"
    return word[0].lower() not in words("quotations", "clipped") and not _YEAR.match(
        view, mark.end(), span.end
    )


def _closing(
    view: str, span: Span, opening: str, candidates: Sequence[re.Match[str]]
) -> re.Match[str] | None:
    """The mark that closes what another one opened: the first of the surest."""
    best: re.Match[str] | None = None
    strength = _Strength.NONE
    for mark in candidates:
        if mark[0] in _CLOSERS[opening]:
            found = _strength(view, span, mark)
            if found > strength:
                best, strength = mark, found
            if found is _Strength.SURE:
                break
    if strength is _Strength.WEAK:
        return next((m for m in _weak(view, span, opening, candidates) if _ends(view, m)), best)
    return best


def _weak(
    view: str, span: Span, opening: str, candidates: Sequence[re.Match[str]]
) -> Iterator[re.Match[str]]:
    for mark in candidates:
        if mark[0] in _CLOSERS[opening] and _strength(view, span, mark) is _Strength.WEAK:
            yield mark


def _strength(view: str, span: Span, mark: re.Match[str]) -> _Strength:
    before = view[mark.start() - 1] if mark.start() > span.start else " "
    after = view[mark.end()] if mark.end() < span.end else ""
    if before == " " or after.isalnum():
        return _Strength.NONE
    if before in _STRONG_BEFORE:
        return _Strength.SURE
    word = _LAST_WORD.search(view, max(span.start, mark.start() - 12), mark.start())
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
    word = _WORD.match(view, mark.end() + 1)
    return word is not None and word[0] in words(
        "quotations", "prepositions", "conjunctions", "auxiliaries", "subordinators", "relatives"
    )
