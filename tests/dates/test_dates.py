"""Dates in EDTF and in words, in one calendar and in the other.

Expected values are history's or the independent library convertdate's.
"""

from typing import Any

import pytest
from convertdate import gregorian as their_gregorian
from convertdate import julian as their_julian
from hypothesis import assume, given
from hypothesis import strategies as st

from flashgen.dates.calendars import Calendar, day_number, from_day_number, month_length
from flashgen.dates.historical import (
    DateInterval,
    DateValue,
    Edtf,
    HistoricalDate,
    Stated,
    parse_edtf,
)

JULIAN, GREGORIAN = Calendar.JULIAN, Calendar.GREGORIAN


# --- EDTF --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1917-11-07", "7 November 1917"),
        ("1917-11", "November 1917"),
        ("1917", "1917"),
        ("0476", "476"),
        ("0014-08-19", "19 August AD 14"),
        ("0001", "AD 1"),
        ("0099/0102", "AD 99–102"),
        ("0025/0068", "AD 25–68"),
        ("000X", "the first decade AD"),
        ("006X", "the 60s AD"),
        ("1917-21", "spring 1917"),
        ("1917-22", "summer 1917"),
        ("1917-23", "autumn 1917"),
        ("1916-24", "winter 1916"),
        ("186X", "the 1860s"),
        ("18XX", "the 19th century"),
        ("19XX", "the 20th century"),
        ("20XX", "the 21st century"),
        ("11XX", "the 12th century"),
        ("10XX", "the 11th century"),
        ("01XX", "the 2nd century"),
        ("02XX", "the 3rd century"),
        ("00XX", "the 1st century AD"),
        ("1340~", "about 1340"),
        ("1340?", "1340, perhaps"),
        ("1340%", "about 1340, perhaps"),
        ("1917-10~", "about October 1917"),
        ("134X~", "about the 1340s"),
        ("1853/1856", "1853–1856"),
        ("1914-08/1918-11", "August 1914 – November 1918"),
        ("1905-05/1905-07", "May – July 1905"),
        ("1921-03-14/1921-03-18", "14–18 March 1921"),
        ("1914-06-28/1914-08-04", "28 June – 4 August 1914"),
        ("1941-09-08/1944-01-27", "8 September 1941 – 27 January 1944"),
        ("15XX/16XX", "the 16th century – the 17th century"),
        ("1914/..", "from 1914"),
        ("../1914-08", "until August 1914"),
        ("1340~/1400~", "about 1340 – about 1400"),
        # one of two
        ("[1815-06-10,1815-06-11]", "10 or 11 June 1815"),
        ("[1905-05,1905-06]", "May or June 1905"),
        ("[0742,0748]", "742 or 748"),
        # as one says it, the earliest first
        ("[1789-07-14,1789-07-12]", "12 or 14 July 1789"),
        ("{1670..1672,1667,..1660}", "1660 and all earlier, 1667 and 1670–1672"),
        # before Christ
        ("-0043-03-15", "15 March 44 BC"),
        ("-0043", "44 BC"),
        ("0000", "1 BC"),
        ("-0499~", "about 500 BC"),
        ("-0048-01-10/-0048-01-11", "10–11 January 49 BC"),
        ("-0148/-0145", "149–146 BC"),
        ("-0030/0014", "31 BC – AD 14"),
        ("-02XX", "the 3rd century BC"),
        ("-00XX", "the 1st century BC"),
        ("-004X", "50–41 BC"),
    ],
)
def test_edtf_in_edtf_out_and_in_words(edtf: str, words: str) -> None:
    value = parse_edtf(edtf)
    assert str(value) == edtf
    assert value.words() == words


def values() -> st.SearchStrategy[DateValue]:
    """Any date of our kind: every precision, every mark."""

    def complete(year: int, precision: int, number: int, marks: int) -> DateValue:
        marked: dict[str, Any] = {"approximate": marks % 2 == 1, "uncertain": marks >= 2}
        if precision < 2:
            size = 10 ** (precision + 1)
            first = year - year % size if year >= 0 else -(-year // size * size) - size + 1
            return DateValue(first, open_digits=precision + 1, **marked)
        month = number % 12 + 1 if precision != 4 else 21 + number % 4
        day = number % month_length(GREGORIAN, year, month) + 1 if precision == 5 else None
        return DateValue(year, month if precision > 2 else None, day, **marked)

    return st.builds(
        complete,
        st.integers(-4600, 9998),
        st.integers(0, 5),
        st.integers(0, 1000),
        st.integers(0, 3),
    )


@given(values())
def test_every_value_survives_being_written(value: DateValue) -> None:
    assert parse_edtf(str(value)) == value


@given(values(), values())
def test_every_interval_in_order_survives_being_written(one: DateValue, other: DateValue) -> None:
    assume(one != other)
    start, end = sorted((one, other), key=lambda value: value.days(GREGORIAN))
    interval = DateInterval(start, end)
    assert parse_edtf(str(interval)) == interval


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "'' is no date; write it like 1917-11-07, 1917-11, 1917 or 186X"),
        (
            "7 November 1917",
            "'7 November 1917' is no date; write it like 1917-11-07, 1917-11, 1917 or 186X",
        ),
        ("476", "'476' is no date; write it like 1917-11-07, 1917-11, 1917 or 186X"),
        ("1917-11-7", "'1917-11-7' is no date; write it like 1917-11-07, 1917-11, 1917 or 186X"),
        ("1917~?", "'1917~?' is no date; write it like 1917-11-07, 1917-11, 1917 or 186X"),
        ("X917", "'X917': '917' cannot be kept; write a set, like [0917,1917]"),
        ("1917-1X", "'1917-1X': '1X' cannot be kept; write a set, like [1917-10..1917-12]"),
        (
            "1815-06-1X",
            "'1815-06-1X': '1X' cannot be kept; write a set, like [1815-06-10..1815-06-19]",
        ),
        ("1815-06-3X", "'1815-06-3X': '3X' cannot be kept; write 1815-06-30"),
        ("1984-1X", "'1984-1X': '1X' cannot be kept; write a set, like [1984-10..1984-12]"),
        (
            "Y17E7",
            "'Y17E7': 'Y17E7' cannot be kept; write four figures; years go from -4711 to 9999",
        ),
        (
            "1917-11-07T21:40",
            "'1917-11-07T21:40': 'T21:40' cannot be kept; "
            "a time of day is no part of a date; write it under 'time'",
        ),
        ("١٩١٧", "'١٩١٧' is no date; write it like 1917-11-07, 1917-11, 1917 or 186X"),
        ("-0000", "'-0000': years go from -4711 to 9999, and 0000 is 1 BC"),
        ("-4712", "'-4712': years go from -4711 to 9999, and 0000 is 1 BC"),
        ("-0043-02-30", "there is no 30 February 44 BC in any calendar; that month has 28 days"),
        ("1917-11-07/1917-11-07", "'1917-11-07/1917-11-07' is twice the same; write '1917-11-07'"),
        (
            "1917-13",
            "'1917-13': month 13 does not exist; months go from 01 to 12, seasons from 21 to 24, "
            "other parts of a year to 41",
        ),
        (
            "1917-00-01",
            "'1917-00-01': month 0 does not exist; months go from 01 to 12, seasons from 21 to "
            "24, other parts of a year to 41",
        ),
        ("1917-21-05", "'1917-21-05': spring has no days"),
        ("1917-02-29", "there is no 29 February 1917 in any calendar; that month has 28 days"),
        ("1215-06-31", "there is no 31 June 1215 in any calendar; that month has 30 days"),
        ("1215-06-00", "there is no 0 June 1215 in any calendar; that month has 30 days"),
        ("../..", "'../..' has no end at all; give at least one"),
        ("/", "'/' has no end at all; give at least one"),
        ("[1917]", "'[1917]' is one date; write '1917'"),
        ("{1917,1917}", "'{1917,1917}' has a date twice; take one away"),
        ("1917-11S2", "'1917-11S2' is no date; write it like 1917-11-07, 1917-11, 1917 or 186X"),
        ("1917S2-11", "'1917S2-11': only a year has digits that are sure"),
        ("1918/1917", "'1918/1917' ends before it begins; swap the two"),
        (
            "1917/1918/1919",
            "'1918/1919' is no date; write it like 1917-11-07, 1917-11, 1917 or 186X",
        ),
    ],
)
def test_a_string_that_is_none_says_what_is_wrong(text: str, message: str) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - the message follows
        parse_edtf(text)
    assert str(refused.value) == message


@given(st.text(alphabet="0123456789X-/.~?%S[,{ a", max_size=14))
def test_any_string_is_read_to_the_letter_or_refused(text: str) -> None:
    """ValueError is the only way to say no; marks have more than one way to be written."""
    try:
        value = parse_edtf(text)
    except ValueError:
        return
    assert parse_edtf(str(value)) == value
    if not {*"?~%"} & {*text}:
        assert str(value) == text


# --- one calendar in the other -----------------------------------------------------------------


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


# --- two calendars -----------------------------------------------------------------------------


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


ISLAMIC, REPUBLICAN, HEBREW = Calendar.ISLAMIC, Calendar.REPUBLICAN, Calendar.HEBREW


@pytest.mark.parametrize(
    ("calendar", "value", "western", "written"),
    [
        (REPUBLICAN, "0002-11-09", None, "9 Thermidor Year II (27 July 1794)"),
        (REPUBLICAN, "0008-02-18", "1799-11-09", "18 Brumaire Year VIII (9 November 1799)"),
        (REPUBLICAN, "0003-13-05", None, "5th complementary day Year III (21 September 1795)"),
        (REPUBLICAN, "0008", None, "Year VIII (1799–1800)"),
        (ISLAMIC, "0857-05-20", "1453-05-29", "20 Jumada I 857 AH (29 May 1453)"),
        # a month that was seen to begin a day later than the rule has it
        (ISLAMIC, "0857-05-20", "1453-05-30", "20 Jumada I 857 AH (30 May 1453)"),
        (ISLAMIC, "1293-08", None, "Sha‘ban 1293 AH (August – September 1876)"),
        (
            ISLAMIC,
            "1293-09-01",
            None,
            "1 Ramadan 1293 AH (20 September 1876, or a day earlier or later)",
        ),
        (HEBREW, "5708-02-05", None, "5 Iyar 5708 AM (14 May 1948)"),
        # the half that says more tells the day of the week
        (REPUBLICAN, "0002-11", "1794-07-27", "Thermidor Year II (27 July 1794)"),
        (REPUBLICAN, "0002-11-09", "1794-07", "9 Thermidor Year II (July 1794)"),
    ],
)
def test_a_date_of_another_era(
    calendar: Calendar, value: str, western: str | None, written: str
) -> None:
    own = parse_edtf(value, calendar)
    date = (
        HistoricalDate.in_two_eras(calendar, own, parse_edtf(western))
        if western
        else HistoricalDate.in_calendar(calendar, own)
    )
    assert date.as_written() == written
    assert date.has_two_calendars
    assert (date.weekday() is not None) == (
        date.is_day and (calendar is not ISLAMIC or bool(western))
    )


@pytest.mark.parametrize(
    ("calendar", "value", "western", "message"),
    [
        (REPUBLICAN, "0008-02-18", "1799-11-10", "9 November 1799, not 10 November 1799"),
        (ISLAMIC, "0857-05-20", "1453-05-31", "29 May 1453, not 31 May 1453"),
        (ISLAMIC, "1293", "1880", "1877, not 1880"),
        # Hebrew months are computed: there is no doubt of the day
        (HEBREW, "5708-02-05", "1948-05-13", "14 May 1948, not 13 May 1948"),
    ],
)
def test_two_eras_that_do_not_agree(
    calendar: Calendar, value: str, western: str, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        HistoricalDate.in_two_eras(calendar, parse_edtf(value, calendar), parse_edtf(western))


@pytest.mark.parametrize(
    ("value", "western"), [("0002-11-09", "1794-07"), ("0002-11", "1794-07-27")]
)
def test_the_half_that_says_more_tells_the_weekday_and_the_place_in_time(
    value: str, western: str
) -> None:
    """9 Thermidor was a Sunday; July 1794 began on a Tuesday."""
    own = parse_edtf(value, REPUBLICAN)
    date = HistoricalDate.in_two_eras(REPUBLICAN, own, parse_edtf(western))
    assert (str(date.value), date.weekday()) == ("1794-07-27", "Sunday")


@pytest.mark.parametrize(
    ("calendar", "value", "julian", "gregorian", "written"),
    [
        (
            ISLAMIC,
            "1100-01-01",
            "1688-10-16",
            "1688-10-26",
            "1 Muharram 1100 AH (16 October 1688 O.S.)",
        ),
        (
            REPUBLICAN,
            "0007-12-01",
            "1799-08-07",
            "1799-08-18",
            "1 Fructidor Year VII (7 August 1799 O.S.)",
        ),
    ],
)
def test_a_date_of_another_era_may_stand_beside_old_style(
    calendar: Calendar, value: str, julian: str, gregorian: str, written: str
) -> None:
    own = parse_edtf(value, calendar)
    date = HistoricalDate.in_two_eras(calendar, own, parse_edtf(julian), JULIAN)
    assert date.as_written() == written
    assert date.calendar_names()[1] == "Julian"
    assert (str(date.julian), str(date.value)) == (julian, gregorian)
    with pytest.raises(ValueError, match="not "):
        HistoricalDate.in_two_eras(calendar, own, parse_edtf(julian), GREGORIAN)


@pytest.mark.parametrize("value", ["1293-21", "1293-34", "1293S2", "1293-XX", "129X"])
def test_another_era_has_no_seasons(value: str) -> None:
    """Lunar months go through all of them."""
    with pytest.raises(ValueError, match="of this calendar write a day, a month or a year"):
        parse_edtf(value, ISLAMIC)


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
