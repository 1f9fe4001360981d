"""What is stated in one calendar, in the other.

Expected values are those of the independent library convertdate.
"""

import pytest
from convertdate import gregorian as their_gregorian
from convertdate import julian as their_julian
from hypothesis import given
from hypothesis import strategies as st

from flashgen.dates.calendars import Calendar, day_number, from_day_number
from flashgen.dates.historical import DateInterval, DateValue, HistoricalDate, parse_edtf

JULIAN, GREGORIAN = Calendar.JULIAN, Calendar.GREGORIAN


@pytest.mark.parametrize(
    ("calendar", "stated", "other"),
    [
        (JULIAN, "1917-10-25", "1917-11-07"),
        (JULIAN, "1825-12-14", "1825-12-26"),
        (JULIAN, "1688-11-05", "1688-11-15"),
        (JULIAN, "1700-02-29", "1700-03-11"),
        (GREGORIAN, "1709-07-08", "1709-06-27"),
        (GREGORIAN, "1900-01-06", "1899-12-25"),
        # A month or a year of the one is days of two months or years of the other.
        (JULIAN, "1917-02", "1917-02-14/1917-03-13"),
        (JULIAN, "1917-10", "1917-10-14/1917-11-13"),
        (GREGORIAN, "1917-03", "1917-02-16/1917-03-18"),
        (JULIAN, "1900-02", "1900-02-13/1900-03-13"),
        (JULIAN, "1917", "1917-01-14/1918-01-13"),
        (GREGORIAN, "1649", "1648-12-22/1649-12-21"),
        (JULIAN, "1916-24", "1916-12-14/1917-03-13"),
        (JULIAN, "190X", "1900-01-13/1910-01-13"),
        (JULIAN, "16XX", "1600-01-11/1700-01-10"),
        (JULIAN, "1917-02/1917-03", "1917-02-14/1917-04-13"),
        (JULIAN, "1917-07-03/1917-07-07", "1917-07-16/1917-07-20"),
        (JULIAN, "1900-02-01/1900-02-29", "1900-02-13/1900-03-13"),
        (JULIAN, "1917-02/..", "1917-02-14/.."),
        (JULIAN, "../1917-02", "../1917-03-13"),
        (JULIAN, "1917-10-25~", "1917-11-07~"),
    ],
)
def test_what_is_stated_in_one_calendar_is_an_interval_of_days_in_the_other(
    calendar: Calendar, stated: str, other: str
) -> None:
    date = HistoricalDate.in_calendar(calendar, parse_edtf(stated))
    halves = [str(date.julian), str(date.gregorian)]
    assert halves == ([stated, other] if calendar is JULIAN else [other, stated])
    assert date.stated == calendar.value


@given(
    st.integers(day_number(GREGORIAN, 1582, 10, 15), day_number(JULIAN, 2100, 12, 31)),
    st.sampled_from([JULIAN, GREGORIAN]),
)
def test_every_day_converts_as_convertdate_says(number: int, calendar: Calendar) -> None:
    date = HistoricalDate.in_calendar(calendar, DateValue(*from_day_number(calendar, number)))
    old, new = their_julian.from_jd(number - 0.5), their_gregorian.from_jd(number - 0.5)
    assert (date.julian, date.gregorian) == (DateValue(*old[:3]), DateValue(*new[:3]))
    assert date.span_days() == (number, number)


@given(st.integers(day_number(JULIAN, -4711, 1, 1), day_number(JULIAN, 1582, 10, 4)))
def test_before_there_was_another_calendar_nothing_converts(number: int) -> None:
    date = HistoricalDate.in_calendar(JULIAN, DateValue(*from_day_number(JULIAN, number)))
    assert date.gregorian is None
    assert not date.has_two_calendars
    assert date.value == date.julian == date.written


@given(st.integers(1583, 2100), st.integers(1, 12), st.sampled_from([JULIAN, GREGORIAN]))
def test_no_month_is_a_month_of_the_other_calendar(
    year: int, month: int, calendar: Calendar
) -> None:
    """The days stay the same, and the other calendar's value is never a month."""
    date = HistoricalDate.in_calendar(calendar, DateValue(year, month))
    days = DateValue(year, month).days(calendar)
    other = date.gregorian if calendar is JULIAN else date.julian
    assert isinstance(other, DateInterval)
    assert other.days(JULIAN if calendar is GREGORIAN else GREGORIAN) == days
    assert date.span_days() == days


@pytest.mark.parametrize(
    ("calendar", "text", "message"),
    [
        (
            GREGORIAN,
            "1900-02-29",
            "there is no 29 February 1900 in the Gregorian calendar; that month has 28 days",
        ),
        (
            GREGORIAN,
            "1900-02-01/1900-02-29",
            "there is no 29 February 1900 in the Gregorian calendar; that month has 28 days",
        ),
        (JULIAN, "9999-12-31", "year 10000 is out of range; years go from -4711 to 9999"),
    ],
)
def test_a_calendar_without_such_a_day_refuses_it(
    calendar: Calendar, text: str, message: str
) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - the message follows
        HistoricalDate.in_calendar(calendar, parse_edtf(text))
    assert str(refused.value) == message
