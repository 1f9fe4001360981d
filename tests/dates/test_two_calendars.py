"""A date in both calendars: how its halves are written, and where they disagree.

Expected values are history's.
"""

import pytest

from flashgen.dates.calendars import Calendar, day_number
from flashgen.dates.historical import (
    DateInterval,
    DateValue,
    Edtf,
    HistoricalDate,
    Stated,
    parse_edtf,
)

JULIAN, GREGORIAN = Calendar.JULIAN, Calendar.GREGORIAN


@pytest.mark.parametrize(
    ("julian", "gregorian", "written"),
    [
        ("1917-10-25", "1917-11-07", "25 October/7 November 1917"),
        ("1917-10-10", "1917-10-23", "10/23 October 1917"),
        ("1899-12-25", "1900-01-06", "25 December 1899/6 January 1900"),
        ("1649-01-30", "1649-02-09", "30 January/9 February 1649"),
        ("1700-02-29", "1700-03-11", "29 February/11 March 1700"),
        ("1917-02", "1917-03", "February/March 1917"),
        ("1916-12", "1917-01", "December 1916/January 1917"),
        ("1917-07-03/1917-07-07", "1917-07-16/1917-07-20", "3–7 July 1917/16–20 July 1917"),
    ],
)
def test_two_halves_are_written_as_historians_write_them(
    julian: str, gregorian: str, written: str
) -> None:
    date = HistoricalDate.dual(parse_edtf(julian), parse_edtf(gregorian))
    assert date.as_written() == written
    assert date.old_style() == parse_edtf(julian).words()
    assert date.new_style() == parse_edtf(gregorian).words()
    assert date.stated is Stated.DUAL


@pytest.mark.parametrize(
    ("julian", "gregorian", "message"),
    [
        (
            "1917-10-25",
            "1917-11-08",
            "25 October 1917 Old Style is 7 November 1917 New Style, not 8 November 1917",
        ),
        (  # the distance of the twentieth century in the nineteenth
            "1825-12-14",
            "1825-12-27",
            "14 December 1825 Old Style is 26 December 1825 New Style, not 27 December 1825",
        ),
        (  # the halves swapped
            "1917-11-07",
            "1917-10-25",
            "7 November 1917 Old Style is 20 November 1917 New Style, not 25 October 1917",
        ),
        (
            "1917-07-03/1917-07-07",
            "1917-07-16/1917-07-21",
            "3–7 July 1917 Old Style is 16–20 July 1917 New Style, not 16–21 July 1917",
        ),
        (
            "1917-02",
            "1917-04",
            "February 1917 Old Style is 14 February – 13 March 1917 New Style, not April 1917",
        ),
        (
            "1900-02-28",
            "1900-02-29",
            "there is no 29 February 1900 in the Gregorian calendar; that month has 28 days",
        ),
    ],
)
def test_halves_that_disagree_are_refused(julian: str, gregorian: str, message: str) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - the message follows
        HistoricalDate.dual(parse_edtf(julian), parse_edtf(gregorian))
    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("date", "written", "old_style", "new_style", "weekday"),
    [
        (
            HistoricalDate.in_calendar(JULIAN, DateValue(1905, 1, 9)),
            "9 January 1905 (O.S.)",
            "9 January 1905",
            "22 January 1905",
            "Sunday",
        ),
        (
            HistoricalDate.in_calendar(GREGORIAN, DateValue(1917, 11, 7)),
            "7 November 1917",
            "25 October 1917",
            "7 November 1917",
            "Wednesday",
        ),
        (
            HistoricalDate.in_calendar(JULIAN, DateValue(1917, 2)),
            "February 1917 (O.S.)",
            "February 1917",
            "14 February – 13 March 1917",
            None,
        ),
        (HistoricalDate.unspecified(DateValue(1789, 7, 14)), "14 July 1789", "", "", None),
        (
            HistoricalDate.dual(DateValue(1825, 12, 14), DateValue(1825, 12, 26)),
            "14/26 December 1825",
            "14 December 1825",
            "26 December 1825",
            "Monday",
        ),
    ],
)
def test_a_date_in_words(
    date: HistoricalDate, written: str, old_style: str, new_style: str, weekday: str | None
) -> None:
    """A date of no calendar has no style and no weekday: no card may pretend that it had."""
    assert date.as_written() == written
    assert date.old_style() == old_style
    assert date.new_style() == new_style
    assert date.weekday() == weekday


@pytest.mark.parametrize("text", ["1900-02-29", "1700-02-29", "1500-02-28"])
def test_a_date_of_no_calendar_holds_what_was_written(text: str) -> None:
    date = HistoricalDate.unspecified(parse_edtf(text))
    assert (str(date.written), str(date.value), date.is_day) == (text, text, True)
    assert (date.julian, date.gregorian, date.weekday()) == (None, None, None)


def test_a_leap_day_that_only_one_calendar_has_lies_where_that_has_it() -> None:
    """29 February 1900 can only be Julian: 13 March, New Style."""
    date = HistoricalDate.unspecified(DateValue(1900, 2, 29))
    assert date.span_days()[0] == day_number(GREGORIAN, 1900, 3, 13)


@pytest.mark.parametrize(
    ("value", "is_day"),
    [
        (DateValue(1917, 11, 7), True),
        (DateValue(1917, 11), False),
        (DateInterval(DateValue(1917, 11, 7), DateValue(1917, 11, 8)), False),
    ],
)
def test_only_a_day_is_a_day(value: Edtf, is_day: bool) -> None:
    assert HistoricalDate.unspecified(value).is_day is is_day


@pytest.mark.parametrize(
    ("value", "western"), [("0002-11-09", "1794-07"), ("0002-11", "1794-07-27")]
)
def test_the_half_that_says_more_tells_the_weekday_and_the_place_in_time(
    value: str, western: str
) -> None:
    """9 Thermidor was a Sunday; July 1794 began on a Tuesday."""
    own = parse_edtf(value, Calendar.REPUBLICAN)
    date = HistoricalDate.in_two_eras(Calendar.REPUBLICAN, own, parse_edtf(western))
    assert (str(date.value), date.weekday()) == ("1794-07-27", "Sunday")


@pytest.mark.parametrize(
    "value", ["1789?-07-14", "1789-?07-14", "1789-07-~14", "1789-07-14?", "1789-07-14~"]
)
def test_a_day_of_which_a_part_is_doubtful_has_no_weekday(value: str) -> None:
    date = HistoricalDate.in_calendar(GREGORIAN, parse_edtf(value))
    assert date.weekday() is None


@pytest.mark.parametrize(
    ("calendar", "value", "written"),
    [
        (Calendar.SWEDISH, "1709", "1709"),
        (Calendar.SWEDISH, "1709-06", "June 1709 (Swedish calendar)"),
        (JULIAN, "1709", "1709"),
        (JULIAN, "1709-06", "June 1709 (O.S.)"),
    ],
)
def test_a_year_is_alike_in_every_calendar(calendar: Calendar, value: str, written: str) -> None:
    assert HistoricalDate.in_calendar(calendar, parse_edtf(value)).as_written() == written


@pytest.mark.parametrize(("value", "words"), [("1688-11", "November 1688"), ("1688", "1688")])
def test_two_halves_alike_are_written_once(value: str, words: str) -> None:
    date = HistoricalDate.dual(parse_edtf(value), parse_edtf(value))
    assert date.as_written() == words
    assert not date.has_two_calendars
