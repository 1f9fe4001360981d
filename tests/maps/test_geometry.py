"""Lines and areas: what is cut off, and what stays."""

from math import dist, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.maps.frame import Frame
from flashgen.maps.geometry import Point, area, clip_area, clip_line, holds, pruned, simplify

BOX = (0.0, 0.0, 10.0, 10.0)
POINTS = st.tuples(st.integers(-20, 30).map(float), st.integers(-20, 30).map(float))


def test_the_part_of_an_area_within_a_box() -> None:
    assert area(clip_area([(-5, -5), (5, -5), (5, 5), (-5, 5)], BOX)) == 25
    assert area(clip_area([(-9, -9), (99, -9), (99, 99), (-9, 99)], BOX)) == 100
    assert clip_area([(20, 20), (30, 20), (30, 30)], BOX) == []


@given(st.lists(POINTS, min_size=3, max_size=12))
def test_what_is_cut_to_a_box_lies_in_it(ring: list[Point]) -> None:
    assert all(-1e-9 <= x <= 10 + 1e-9 and -1e-9 <= y <= 10 + 1e-9 for x, y in clip_area(ring, BOX))


def test_a_line_that_leaves_a_box_comes_back_as_another() -> None:
    line = [(5.0, 5.0), (15.0, 5.0), (25.0, 5.0), (15.0, 6.0), (5.0, 6.0)]
    assert clip_line(line, BOX) == [line[:2], line[3:]]


@given(st.lists(POINTS, min_size=1, max_size=30, unique=True))
def test_a_simpler_line_keeps_its_ends_and_leaves_no_point_far_off(line: list[Point]) -> None:
    simple = simplify(line, 3)
    assert (simple[0], simple[-1]) == (line[0], line[-1])
    assert set(simple) <= set(line)
    for point in set(line) - set(simple):
        number = line.index(point)
        before = max(n for n, each in enumerate(line[:number]) if each in simple)
        after = min(n for n, each in enumerate(line) if each in simple and n > number)
        assert from_line(point, line[before], line[after]) <= 3


def from_line(point: Point, start: Point, end: Point) -> float:
    """The distance of a point from a straight line, by trying its points."""
    steps = [n / 2000 for n in range(2001)]
    return (
        min(
            dist(point, (start[0] + s * (end[0] - start[0]), start[1] + s * (end[1] - start[1])))
            for s in steps
        )
        - 0.05
    )


def test_a_short_river_goes_and_a_short_part_of_a_long_one_stays() -> None:
    upper, lower = [(0.0, 0.0), (90.0, 0.0)], [(95.0, 0.0), (200.0, 0.0)]
    between = [(90.0, 0.0), (95.0, 0.0)]
    brook, pond = [(90.0, 0.0), (90.0, 9.0)], [(50.0, 50.0), (51.0, 50.0)]
    assert pruned([upper, between, lower, brook, pond], 40, 1) == [
        [(0.0, 0.0), (90.0, 0.0), (95.0, 0.0), (200.0, 0.0)]
    ]


def test_inside_and_outside() -> None:
    ring: list[Point] = [(0, 0), (10, 0), (10, 10), (5, 2), (0, 10)]
    assert holds(ring, (1, 5))
    assert not holds(ring, (5, 5))


@pytest.mark.parametrize("middle", [(0.0, 0.0), (59.94, 30.31), (-41.3, 174.8)])
def test_areas_are_true_on_the_largest_map(middle: tuple[float, float]) -> None:
    """Equal-area: a field of one degree by one covers as many units as km², wherever it lies."""
    frame, unit = Frame(*middle, 6400), (3600 / 6400) ** 2
    for south, west in ((middle[0] - 15, middle[1] - 20), (middle[0] + 9, middle[1] + 12)):
        corners = [(south, west), (south, west + 1), (south + 1, west + 1), (south + 1, west)]
        ring = [spot for corner in corners if (spot := frame.place(*corner))]
        true = 6371.0088**2 * radians(1) * (sin(radians(south + 1)) - sin(radians(south)))
        assert area(ring) / unit == pytest.approx(true, rel=0.002)
