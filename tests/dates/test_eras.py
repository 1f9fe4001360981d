"""Dates of other eras."""

import pytest

from flashgen.dates.calendars import Calendar
from flashgen.dates.historical import HistoricalDate, parse_edtf

JULIAN, GREGORIAN = Calendar.JULIAN, Calendar.GREGORIAN


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
    assert date.calendar_names()[1] == "Julian calendar"
    assert (str(date.julian), str(date.value)) == (julian, gregorian)
    with pytest.raises(ValueError, match="not "):
        HistoricalDate.in_two_eras(calendar, own, parse_edtf(julian), GREGORIAN)


@pytest.mark.parametrize("value", ["1293-21", "1293-34", "1293S2", "1293-XX", "129X"])
def test_another_era_has_no_seasons(value: str) -> None:
    """Lunar months go through all of them."""
    with pytest.raises(ValueError, match="of this calendar write a day, a month or a year"):
        parse_edtf(value, ISLAMIC)
