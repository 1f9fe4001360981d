"""Which lines of a document are rows of a table: where they jump from one cell to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from flashgen.formats.lines import Jump, Line, Page

# Stands in a row for the space between two cells.
EDGE = "\ue022"
# Where programs draw spaces as characters, so few of a document's are none.
_FEW = 0.5
# In heights of a line; and times the usual space, where none is drawn.
_WIDE, _WIDER, _ALIGNED, _NEAR = 1.0, 2.5, 0.35, 3.0
_SIGN = re.compile(r"(?:\(?\w{1,4}[.)]|\d{1,3}(?:\.\d{1,3})*|[*†‡§•‣▪◦·–—-]) ?")


def with_rows(pages: Sequence[Page]) -> list[Page]:
    """The pages, in each row of a table an edge for the space between two cells.

    A line that jumps is a row where the one beside it does so at the same place, or, where spaces
    are drawn, where it jumps far.
    """
    lines = [line for page in pages for line in page.lines]
    jumps = [jump for line in lines for jump in line.jumps]
    drawn = len(jumps) < _FEW * sum(line.text.count(" ") for line in lines)
    least = 0.0 if drawn or not jumps else max(_WIDE, _WIDER * median(j.width for j in jumps))
    return [replace(page, lines=tuple(_in_rows(page.lines, least))) for page in pages]


def _in_rows(lines: Sequence[Line], least: float) -> Iterator[Line]:
    found = [_jumps(line, least) for line in lines]
    near = {
        after
        for after, (first, line) in enumerate(pairwise(lines), start=1)
        if abs(first.bottom - line.bottom) < _NEAR * line.size
    }
    rows = {
        number
        for after in near
        if _are_aligned(found[after - 1], found[after], lines[after].size)
        for number in (after - 1, after)
    }
    if not least:
        rows |= {n for n, jumps in enumerate(found) if any(j.width > _WIDE for j in jumps)}
    # The head of a table is set as it likes.
    rows |= {n - 1 for n in near & rows if 0 < len(found[n - 1]) == len(found[n])}
    for number, line in enumerate(lines):
        text = line.text
        for jump in found[number] if number in rows else ():
            text = f"{text[: jump.at]}{EDGE}{text[jump.at + 1 :]}"
        yield replace(line, text=text)


def _jumps(line: Line, least: float) -> list[Jump]:
    """The jumps of a line that are wide enough, if it is not just the sign of an item or a note."""
    jumps = [jump for jump in line.jumps if jump.width >= least]
    if len(jumps) == 1 and _SIGN.fullmatch(line.text[: jumps[0].at]):
        return []
    return jumps


def _are_aligned(above: Sequence[Jump], below: Sequence[Jump], size: float) -> bool:
    return any(abs(one.to - other.to) < _ALIGNED * size for one in above for other in below)
