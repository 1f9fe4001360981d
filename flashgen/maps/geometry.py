"""Lines and areas in a plane: cut to a box, freed of what nobody would see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import dist

Point = tuple[float, float]
# West, south, east, north; or left, top, right, bottom.
Box = tuple[float, float, float, float]


def clip_area(ring: Sequence[Point], box: Box) -> list[Point]:
    """The part of an area within the box, as one ring (Sutherland and Hodgman, 1974).

    Parts that are not connected stay so by lines along the box's edge, which must not be seen.
    """
    points = list(ring)
    for axis, limit, sign in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        kept: list[Point] = []
        for before, now in pairwise([points[-1], *points] if points else []):
            a, b = sign * (before[axis] - limit), sign * (now[axis] - limit)
            if (a >= 0) != (b >= 0):
                share = a / (a - b)
                kept.append(
                    (
                        before[0] + share * (now[0] - before[0]),
                        before[1] + share * (now[1] - before[1]),
                    )
                )
            if b >= 0:
                kept.append(now)
        points = kept
    return points


def clip_line(line: Sequence[Point], box: Box) -> list[list[Point]]:
    """The parts of a line within the box, each with the point before and behind it."""
    left, top, right, bottom = box
    inside = [left <= x <= right and top <= y <= bottom for x, y in line]
    parts: list[list[Point]] = []
    going_on = False
    for n, point in enumerate(line):
        if inside[n] or any(inside[max(n - 1, 0) : n + 2]):
            if going_on:
                parts[-1].append(point)
            else:
                parts.append([point])
            going_on = True
        else:
            going_on = False
    return [part for part in parts if len(part) > 1]


def simplify(line: Sequence[Point], tolerance: float) -> list[Point]:
    """The line with no point farther from the old one than that (Douglas and Peucker, 1973)."""
    if len(line) < 3:
        return list(line)
    keep = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        farthest, where = tolerance, 0
        for n in range(first + 1, last):
            away = _distance(line[n], line[first], line[last])
            if away > farthest:
                farthest, where = away, n
        if where:
            keep.add(where)
            waiting += [(first, where), (where, last)]
    return [line[n] for n in sorted(keep)]


def thin(line: Iterable[Point], step: float) -> list[Point]:
    """The line without points that are nearer to the last one kept than that; the ends stay."""
    kept: list[Point] = []
    point: Point | None = None
    for point in line:
        if not kept or abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= step:
            kept.append(point)
    if point is not None and kept[-1] != point:
        kept.append(point)
    return kept


def area(ring: Sequence[Point]) -> float:
    """The area of a ring."""
    if not ring:
        return 0
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([ring[-1], *ring]))) / 2


def length(line: Sequence[Point]) -> float:
    """The length of a line."""
    return sum(dist(a, b) for a, b in pairwise(line))


def holds(ring: Sequence[Point], point: Point) -> bool:
    """Whether a point lies within a ring: a ray from it crosses the ring an odd number of times."""
    x, y = point
    crossings = 0
    for a, b in pairwise([ring[-1], *ring]):
        if (a[1] > y) != (b[1] > y) and x < a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1]):
            crossings += 1
    return crossings % 2 == 1


def pruned(lines: Iterable[Sequence[Point]], least: float, grid: float) -> list[list[Point]]:
    """Lines, put together where two meet, without those that end loose and are shorter than that.

    What lies between others stays, however short: a river has no gaps. Ends are moved to the next
    point of a grid of that width, since those of two parts may differ by a hair.
    """
    kept = _joined(
        [_on_grid(line[0], grid), *line[1:-1], _on_grid(line[-1], grid)] for line in lines
    )
    while True:
        meetings = _meetings(kept)
        long = [
            line
            for line in kept
            if length(line) >= least or min(meetings[line[0]], meetings[line[-1]]) > 1
        ]
        if len(long) == len(kept):
            return kept
        kept = _joined(long)


def _on_grid(point: Point, grid: float) -> Point:
    return round(point[0] / grid) * grid, round(point[1] / grid) * grid


def _meetings(lines: Iterable[Sequence[Point]]) -> Counter[Point]:
    """How many lines begin or end at each point."""
    return Counter(end for line in lines for end in (line[0], line[-1]))


def _joined(lines: Iterable[Sequence[Point]]) -> list[list[Point]]:
    """Lines of which one ends where just one other begins or ends, put together."""
    whole = {number: list(line) for number, line in enumerate(lines)}
    meetings = _meetings(whole.values())
    ends: dict[Point, set[int]] = {}
    for number, line in whole.items():
        for end in (line[0], line[-1]):
            ends.setdefault(end, set()).add(number)
    for end in [end for end, count in meetings.items() if count == 2 and len(ends[end]) == 2]:
        if len(ends[end]) < 2:  # a ring has closed
            continue
        first, second = sorted(ends[end])
        one, other = whole[first], whole.pop(second)
        if one[-1] != end:
            one.reverse()
        if other[0] != end:
            other.reverse()
        one += other[1:]
        ends[other[-1]] = (ends[other[-1]] - {second}) | {first}
    return list(whole.values())


def _distance(point: Point, start: Point, end: Point) -> float:
    """The distance of a point from the straight line between two others."""
    (x, y), (ax, ay), (bx, by) = point, start, end
    dx, dy = bx - ax, by - ay
    square = dx * dx + dy * dy
    share = max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / square)) if square else 0.0
    return dist(point, (ax + share * dx, ay + share * dy))
