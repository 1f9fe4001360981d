"""The map of a place as SVG: coast, lakes and rivers, the place marked in the middle, a scale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import degrees

from flashgen.maps import data
from flashgen.maps.found import CREDIT
from flashgen.maps.frame import HEIGHT, RADIUS, WIDTH, Frame
from flashgen.maps.geometry import (
    Point,
    area,
    clip_area,
    clip_line,
    holds,
    pruned,
    simplify,
    thin,
)
from flashgen.mentions import PlaceKind
from flashgen.tables import load

# How wide a map begins, in km; it grows until water shows what part of the world it is.
_WIDTHS = {PlaceKind.REGION: 800, PlaceKind.WATER: 800, PlaceKind.COUNTRY: 3200}
_TOWN, _WIDEST = 100, 6400
_LEAST_WATER = 0.02
# In km²: Ladoga and Lake Erie tell where one is, a smaller lake does not.
_GREAT_LAKE = 15_000
# What is drawn beyond the edge, in units, so that nobody sees where it was cut.
_MARGIN = 40
_VIEW = (-_MARGIN, -_MARGIN, WIDTH + _MARGIN, HEIGHT + _MARGIN)
# The least that one sees, in units: an island or a lake, a river.
_SPECK, _BROOK = 600, 400
# What a map may weigh, in bytes: it is drawn coarser until it does.
_HEAVIEST = 15_000
_PIXEL = 10
_TOLERANCE = 2.5

# These must do at night, too, when cards turn light and dark about and keep the hue.
_SEA, _LAND, _COAST, _RIVER, _INK, _MARK = (
    "#c6dbea", "#f6f1e6", "#6d8ba0", "#7fa9c9", "#3d4850", "#b3261e",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Ground:
    """What lies in a frame, in its units: the areas of each level, the size of great lakes."""

    areas: dict[int, list[list[Point]]]
    lakes: float

    @property
    def water(self) -> float:
        """Which part of the map is sea or a great lake."""
        land = sum(map(area, self.areas.get(data.LAND, ())))
        return 1 - (land - self.lakes) / ((WIDTH + 2 * _MARGIN) * (HEIGHT + 2 * _MARGIN))


def draw(place: tuple[float, float], sort: PlaceKind, year: int | None = None) -> str:
    """The map of a place, as a file; the same place gives the same bytes.

    ``place`` is its latitude and longitude in degrees. Reservoirs that were flooded after
    ``year`` are left out, without it all. Raises InputError where the map data is not installed.
    """
    km = _WIDTHS.get(sort, _TOWN)
    while True:
        frame = Frame(*place, km)
        ground = _ground(frame, year)
        if ground.water >= _LEAST_WATER or km >= _WIDEST:
            break
        km *= 2
    rivers = _rivers(frame)
    tolerance = _TOLERANCE
    while len((text := _svg(frame, ground, rivers, tolerance)).encode()) > _HEAVIEST:
        tolerance *= 1.25
    return text


def _detail(frame: Frame) -> str:
    """The resolution that is true to a pixel."""
    return data.resolution(frame.km * _PIXEL / WIDTH)


def _ground(frame: Frame, year: int | None) -> _Ground:
    least = degrees(frame.km / RADIUS) * _PIXEL / WIDTH
    areas: dict[int, list[list[Point]]] = {}
    lakes = 0.0
    flooded = [row["at"] for row in load("reservoirs") if year is None or row["filled"] > year]
    for shape in data.shores(_detail(frame), frame.box, least):
        if shape.level == data.LAKE and any(holds(shape.points, (x, y)) for y, x in flooded):
            continue
        ring = _projected(frame, clip_area(shape.points, frame.box))
        seen = clip_area(thin(ring, _PIXEL / 5), _VIEW)
        if len(seen) > 2:
            areas.setdefault(shape.level, []).append(seen)
            lakes += area(seen) if shape.level == data.LAKE and shape.km2 >= _GREAT_LAKE else 0
    return _Ground(areas, lakes)


def _rivers(frame: Frame) -> list[list[Point]]:
    shapes = data.rivers(_detail(frame), frame.box)
    lines = (_projected(frame, shape.points) for shape in shapes)
    return [part for line in lines for part in clip_line(line, _VIEW)]


def _projected(frame: Frame, points: Iterable[Point]) -> list[Point]:
    return [seen for x, y in points if (seen := frame.place(y, x))]


def _svg(frame: Frame, ground: _Ground, rivers: list[list[Point]], tolerance: float) -> str:
    """The file; its root says what the map shows, so that a build can find its way on it."""
    layers = []
    for level in sorted(ground.areas):
        speck = _SPECK * (tolerance / _TOLERANCE) ** 2
        rings = [ring for ring in ground.areas[level] if area(ring) >= speck]
        path = "".join(_path(simplify(ring, tolerance), "z") for ring in rings)
        dry = level in (data.LAND, data.ISLAND)
        # A river that is broad enough to be an area has two banks: they must not make it darker.
        edge = _COAST if dry else _RIVER
        layers.append(f'<path fill="{_LAND if dry else _SEA}" stroke="{edge}" d="{path}"/>')
    brook = _BROOK * tolerance / _TOLERANCE
    kept = pruned(rivers, brook, _PIXEL)
    streams = "".join(_path(simplify(line, tolerance)) for line in kept)
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH // 10}" '
            f'height="{HEIGHT // 10}" '
            f'viewBox="0 0 {WIDTH} {HEIGHT}" '
            f'data-middle="{frame.latitude} {frame.longitude}" data-km="{frame.km}">',
            f"<!-- {CREDIT} -->",
            f'<path fill="{_SEA}" d="M0 0h{WIDTH}v{HEIGHT}H0z"/>',
            '<g stroke-width="8" stroke-linejoin="round">',
            *layers[:1],  # the land, on it the rivers, on these the lakes that they flow into
            f'<path fill="none" stroke="{_RIVER}" stroke-width="11" d="{streams}"/>',
            *layers[1:],
            "</g>",
            *_scale(frame),
            f'<g fill="none" stroke="{_MARK}"><circle cx="{WIDTH // 2}" cy="{HEIGHT // 2}" r="75" '
            f'stroke="{_LAND}" stroke-width="50"/><circle cx="{WIDTH // 2}" cy="{HEIGHT // 2}" '
            f'r="75" stroke-width="24"/><circle cx="{WIDTH // 2}" cy="{HEIGHT // 2}" r="26" '
            f'fill="{_MARK}"/></g>',
            "</svg>\n",
        )
    )


def _scale(frame: Frame) -> Sequence[str]:
    """A bar of a round number of km, a fifth of the width at most."""
    most = frame.km / 5
    step = 10 ** (len(str(int(most))) - 1)
    km = next(step * n for n in (5, 2, 1) if step * n <= most)
    units, bottom = round(km * WIDTH / frame.km), HEIGHT - 110
    return (
        f'<path fill="none" stroke="{_INK}" stroke-width="14" '
        f'd="M110 {bottom - 40}v40h{units}v-40"/>',
        f'<text x="{110 + units + 50}" y="{bottom + 10}" fill="{_INK}" stroke="{_LAND}" '
        'stroke-width="30" paint-order="stroke" font-family="sans-serif" font-size="115">'
        f"{km} km</text>",
    )


def _path(line: Sequence[Point], end: str = "") -> str:
    """The line in whole units, each point from the one before: "M12 34l5-6z"; "" for a dot."""
    points = [(round(x), round(y)) for x, y in line]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points) if a != b]
    if not steps:
        return ""
    text = " ".join(f"{x} {y}" for x, y in steps).replace(" -", "-")
    return f"M{points[0][0]} {points[0][1]}l{text}{end}"
