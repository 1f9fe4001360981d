"""Dates in EDTF: in, out, and in words."""

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from flashgen.dates.calendars import Calendar, month_length
from flashgen.dates.historical import DateInterval, DateValue, parse_edtf

JULIAN, GREGORIAN = Calendar.JULIAN, Calendar.GREGORIAN


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
