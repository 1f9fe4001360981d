"""The two calendars, against an independent library and against days that history knows."""

from datetime import date

import pytest
from convertdate import gregorian, julian
from hypothesis import given
from hypothesis import strategies as st

from flashgen.dates.calendars import Calendar, day_number, from_day_number, month_length, weekday

JULIAN, GREGORIAN = Calendar.JULIAN, Calendar.GREGORIAN
INDEPENDENT = {JULIAN: julian, GREGORIAN: gregorian}
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)

# Days that have a date in both calendars.
DAYS = st.integers(day_number(JULIAN, -4710, 1, 1), day_number(GREGORIAN, 9999, 12, 31))


@pytest.mark.parametrize("calendar", [JULIAN, GREGORIAN])
def test_every_day_of_six_centuries_agrees_with_convertdate(calendar: Calendar) -> None:
    """From 1500 to 2100, day by day and both ways; convertdate counts from noon, in floats."""
    independent = INDEPENDENT[calendar]
    first, last = day_number(calendar, 1500, 1, 1), day_number(calendar, 2100, 12, 31)
    assert (first, last) == (
        int(independent.to_jd(1500, 1, 1) + 0.5),
        int(independent.to_jd(2100, 12, 31) + 0.5),
    )
    for number in range(first, last + 1):
        found = from_day_number(calendar, number)
        assert found == independent.from_jd(number - 0.5)[:3]
        assert day_number(calendar, *found) == number


@pytest.mark.parametrize("calendar", [JULIAN, GREGORIAN])
def test_every_month_since_4711_bc_agrees_with_convertdate(calendar: Calendar) -> None:
    """The first and the last day of each, to 2100; the days between follow one another."""
    independent = INDEPENDENT[calendar]
    for year in range(-4710, 2101):
        for month in range(1, 13):
            last = month_length(calendar, year, month)
            first = int(independent.to_jd(year, month, 1) + 0.5)
            assert day_number(calendar, year, month, 1) == first
            assert day_number(calendar, year, month, last) == first + last - 1
            assert from_day_number(calendar, first + last - 1) == (year, month, last)
            assert from_day_number(calendar, first + last)[2] == 1


def test_the_days_of_the_swedish_calendar() -> None:
    swedish = Calendar.SWEDISH
    first, last = day_number(JULIAN, 1700, 2, 29), day_number(JULIAN, 1712, 2, 29)
    assert from_day_number(swedish, first) == (1700, 3, 1)
    assert from_day_number(swedish, last) == (1712, 2, 30)
    for number in range(first, last + 1):
        assert day_number(swedish, *from_day_number(swedish, number)) == number
    for outside in ((1700, 2, 28), (1712, 3, 1), (1709, 2, 29)):
        with pytest.raises(ValueError):  # noqa: PT011 - each for a reason of its own
            day_number(swedish, *outside)


@given(st.dates())
def test_gregorian_days_are_as_far_apart_as_python_says(day: date) -> None:
    """Python's calendar is the proleptic Gregorian one and counts from 1 January 1."""
    number = day_number(GREGORIAN, day.year, day.month, day.day)
    assert number - day_number(GREGORIAN, 1, 1, 1) == day.toordinal() - 1
    assert weekday(number) == day.weekday()


@given(DAYS, st.sampled_from([JULIAN, GREGORIAN]))
def test_a_day_of_any_year_survives_the_round_trip(number: int, calendar: Calendar) -> None:
    assert day_number(calendar, *from_day_number(calendar, number)) == number


@given(DAYS)
def test_the_calendars_part_and_meet_where_they_should(number: int) -> None:
    """The Julian date is behind since 300, ahead before 100, the same between the two."""
    old, new = from_day_number(JULIAN, number), from_day_number(GREGORIAN, number)
    if new >= (300, 3, 1):
        assert old < new
    elif (200, 3, 1) <= new < (300, 2, 28):
        assert old == new
    elif new < (100, 2, 28):
        assert old > new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # 10 days
        ((1582, 10, 5), (1582, 10, 15)),
        ((1600, 2, 29), (1600, 3, 10)),
        ((1649, 1, 30), (1649, 2, 9)),
        ((1688, 11, 5), (1688, 11, 15)),
        ((1700, 2, 18), (1700, 2, 28)),
        # 11 days, from a leap day that only the Julian calendar had
        ((1700, 2, 19), (1700, 3, 1)),
        ((1700, 2, 29), (1700, 3, 11)),
        ((1709, 6, 27), (1709, 7, 8)),
        ((1752, 9, 2), (1752, 9, 13)),
        ((1800, 2, 17), (1800, 2, 28)),
        # 12 days
        ((1800, 2, 18), (1800, 3, 1)),
        ((1812, 6, 12), (1812, 6, 24)),
        ((1825, 12, 14), (1825, 12, 26)),
        ((1900, 2, 16), (1900, 2, 28)),
        # 13 days
        ((1900, 2, 17), (1900, 3, 1)),
        ((1899, 12, 25), (1900, 1, 6)),
        ((1905, 1, 9), (1905, 1, 22)),
        ((1917, 10, 25), (1917, 11, 7)),
        ((1918, 1, 31), (1918, 2, 13)),
        ((2000, 2, 29), (2000, 3, 13)),
        ((2100, 2, 15), (2100, 2, 28)),
        # 14 days
        ((2100, 2, 16), (2100, 3, 1)),
    ],
)
def test_known_days_have_both_their_dates(
    old: tuple[int, int, int], new: tuple[int, int, int]
) -> None:
    number = day_number(JULIAN, *old)
    assert day_number(GREGORIAN, *new) == number
    assert (from_day_number(JULIAN, number), from_day_number(GREGORIAN, number)) == (old, new)


@pytest.mark.parametrize(
    ("calendar", "day", "number"),
    [
        # Printed in any almanac: the epoch of the Modified Julian Date, and of Unix time.
        (GREGORIAN, (1858, 11, 17), 2400001),
        (GREGORIAN, (1970, 1, 1), 2440588),
        (GREGORIAN, (2000, 1, 1), 2451545),
        (JULIAN, (1582, 10, 4), 2299160),
        # Antiquity, as astronomers count it: 44 B.C. is the year -43.
        (JULIAN, (-43, 3, 15), 1705426),
        (JULIAN, (-4711, 1, 1), 366),
        (GREGORIAN, (1582, 10, 15), 2299161),
    ],
)
def test_known_day_numbers(calendar: Calendar, day: tuple[int, int, int], number: int) -> None:
    assert day_number(calendar, *day) == number


@pytest.mark.parametrize(
    ("calendar", "day", "expected"),
    [
        (JULIAN, (1066, 10, 14), SATURDAY),  # Hastings
        (JULIAN, (1453, 5, 29), TUESDAY),  # the fall of Constantinople
        (JULIAN, (1492, 10, 12), FRIDAY),  # Columbus sees land
        (JULIAN, (1582, 10, 4), THURSDAY),  # the last day before the reform,
        (GREGORIAN, (1582, 10, 15), FRIDAY),  # and the first one after it
        (JULIAN, (1649, 1, 30), TUESDAY),  # the execution of Charles I
        (JULIAN, (1752, 9, 2), WEDNESDAY),  # the same in Britain
        (GREGORIAN, (1752, 9, 14), THURSDAY),
        (GREGORIAN, (1776, 7, 4), THURSDAY),
        (GREGORIAN, (1789, 7, 14), TUESDAY),
        (JULIAN, (1905, 1, 9), SUNDAY),  # Bloody Sunday
        (GREGORIAN, (1917, 11, 7), WEDNESDAY),
        (GREGORIAN, (1945, 5, 7), MONDAY),
    ],
)
def test_known_weekdays(calendar: Calendar, day: tuple[int, int, int], expected: int) -> None:
    assert weekday(day_number(calendar, *day)) == expected


@pytest.mark.parametrize("calendar", [JULIAN, GREGORIAN])
@pytest.mark.parametrize("year", [1500, 1697, 1703, 1917, 2001])
def test_months_have_the_lengths_that_everybody_knows(calendar: Calendar, year: int) -> None:
    lengths = [month_length(calendar, year, month) for month in range(1, 13)]
    lengths[1] = 28
    assert lengths == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


@pytest.mark.parametrize(
    ("year", "julian_days", "gregorian_days"),
    [
        (4, 29, 29),
        (100, 29, 28),
        (400, 29, 29),
        (1500, 29, 28),
        (1600, 29, 29),
        (1700, 29, 28),
        (1800, 29, 28),
        (1899, 28, 28),
        (1900, 29, 28),
        (1904, 29, 29),
        (1917, 28, 28),
        (2000, 29, 29),
        (2100, 29, 28),
    ],
)
def test_leap_days(year: int, julian_days: int, gregorian_days: int) -> None:
    """Every fourth year in one calendar; in the other, not the centuries, but every fourth."""
    assert month_length(JULIAN, year, 2) == julian_days
    assert month_length(GREGORIAN, year, 2) == gregorian_days


@pytest.mark.parametrize(
    ("calendar", "day", "message"),
    [
        (GREGORIAN, (1900, 2, 29), "there is no day 29 in month 2 of 1900 (gregorian)"),
        (JULIAN, (1917, 2, 29), "there is no day 29 in month 2 of 1917 (julian)"),
        (JULIAN, (1917, 6, 31), "there is no day 31 in month 6 of 1917 (julian)"),
        (JULIAN, (1917, 6, 0), "there is no day 0 in month 6 of 1917 (julian)"),
        (JULIAN, (1917, 6, -1), "there is no day -1 in month 6 of 1917 (julian)"),
        (GREGORIAN, (1917, 13, 1), "month 13 does not exist; months go from 1 to 12"),
        (GREGORIAN, (1917, 0, 1), "month 0 does not exist; months go from 1 to 12"),
        (GREGORIAN, (-4712, 1, 1), "year -4712 is out of range; years go from -4711 to 9999"),
        (JULIAN, (10000, 1, 1), "year 10000 is out of range; years go from -4711 to 9999"),
    ],
)
def test_a_day_that_is_none_is_refused(
    calendar: Calendar, day: tuple[int, int, int], message: str
) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - the message follows
        day_number(calendar, *day)
    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("calendar", "day", "year"),
    [
        (JULIAN, (-4711, 1, 1), -4712),  # November of the year before, in the Gregorian calendar
        (JULIAN, (9999, 12, 31), 10000),
    ],
)
def test_a_day_at_the_edge_has_no_date_in_the_other_calendar(
    calendar: Calendar, day: tuple[int, int, int], year: int
) -> None:
    with pytest.raises(ValueError, match=f"year {year} is out of range"):
        from_day_number(GREGORIAN, day_number(calendar, *day))
