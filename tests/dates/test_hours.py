"""Times of day in words: what is not surely within its hours is said to be unknown."""

import pytest

from flashgen.dates.hours import hours_of


def clock(hours: int, minutes: int = 0) -> int:
    return hours * 60 + minutes


@pytest.mark.parametrize(
    ("time", "begin", "end"),
    [
        ("10 am", clock(10), clock(10, 1)),
        ("at 12 am", clock(0), clock(0, 1)),
        ("12.30 p.m.", clock(12, 30), clock(12, 31)),
        ("21:40", clock(21, 40), clock(21, 41)),
        ("At about 9:40 pm", clock(21, 10), clock(22, 11)),
        ("soon after 2 am", clock(2), clock(3, 1)),
        ("shortly before 6 pm", clock(17), clock(18, 1)),
        ("about 11:50 pm", clock(23, 20), clock(24)),
        ("early in the morning", clock(0), clock(12)),
        ("in the afternoon", clock(12), clock(19)),
        ("towards three in the morning", clock(0), clock(12)),
        ("at dawn", clock(2), clock(10)),
    ],
)
def test_it_tells_from_when_to_when(time: str, begin: int, end: int) -> None:
    assert hours_of(time) == ((begin, end),)


@pytest.mark.parametrize(
    "time",
    [
        "",
        "before 10 am",
        "from 10 am",
        "between 9 and 10 pm",
        "13 pm",
        "25:10",
        "since the morning",
        "until the evening",
        "after midnight",
        "during the fair",
    ],
)
def test_it_tells_nothing(time: str) -> None:
    assert hours_of(time) == ()


def test_a_night_has_two_sides_of_midnight() -> None:
    """The night of the 26th may be that before it or that after it."""
    assert hours_of("in the night") == ((0, clock(6)), (clock(18), clock(24)))
