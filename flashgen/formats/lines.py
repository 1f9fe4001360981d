"""The lines of a page as a document draws them, each in one piece."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

# Times the height of the words that a figure refers from: more is no figure of a note.
_RAISED = 0.93
_FIGURE = re.compile(r"\d{1,3}|[*†‡§]{1,3}")


@dataclass(frozen=True, slots=True)
class Jump:
    """A space at an offset of a line that no character draws.

    ``width`` is in heights of the line, ``to`` where the next word begins, in points.
    """

    at: int
    width: float
    to: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, its edges and height in points.

    ``raised`` are figures of notes in it, ``jumps`` the spaces that are not drawn.
    """

    text: str
    left: float
    right: float
    bottom: float
    size: float
    raised: tuple[tuple[int, int], ...] = ()
    jumps: tuple[Jump, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page, counted from 1, with its height in points."""

    number: int
    height: float
    lines: tuple[Line, ...]


def in_one_piece(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines in one piece each, where a figure that is set high has broken them."""
    made: Line | None = None
    for line in lines:
        joined = _joined(made, line) if made else None
        if made and not joined:
            yield made
        made = joined or line
    if made:
        yield made


def _joined(before: Line, after: Line) -> Line | None:
    """Two pieces of a line as one, if the second goes on where the first ends."""
    gap = (after.left - before.right) / before.size
    height = (after.bottom - before.bottom) / before.size
    if not -0.3 < gap < 1:
        return None
    space = " " * (gap > 0.1)
    start = len(before.text) + len(space)
    raised: tuple[tuple[int, int], ...]
    if abs(height) < 0.1:
        raised = tuple((start + first, start + last) for first, last in after.raised)
    elif 0 < height < 1 and after.size < _RAISED * before.size and _FIGURE.fullmatch(after.text):
        space, start = "", len(before.text)
        raised = ((start, start + len(after.text)),)
    else:
        return None
    return replace(
        before,
        text=f"{before.text}{space}{after.text}",
        right=after.right,
        raised=before.raised + raised,
        jumps=(*before.jumps, *(replace(j, at=j.at + start) for j in after.jumps)),
    )
