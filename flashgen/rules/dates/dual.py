"""Dates in two calendars at once: "25 October/7 November 1917".

The Old Style half is found by the distance, whichever stands first, unless the words say it.
Halves that are nearly as far apart as the calendars were make a dual date even so: it is the
text that errs, and whoever asked for the dates is told.
"""

from __future__ import annotations

import re

from flashgen.calendars import Calendar, day_number
from flashgen.dates import DateValue, HistoricalDate, Stated
from flashgen.rules.dates.pieces import (
    BOTH_CALENDARS,
    DASH,
    DAY,
    OLD_OR_NEW,
    WEEKDAY,
    Match,
    calendar_of,
    day_month,
    day_of,
    day_range,
    in_order,
    interval,
    month,
    month_of,
    named_style,
    number_of,
    range_of,
    rule,
    style_in_brackets,
    value_of,
    year,
    year_of,
)

# As far apart as the calendars ever were, and a day of a slip of the pen on either side.
_GAPS = range(9, 16)
# Before this day, 15 October 1582, there was but one calendar.
_FIRST_GREGORIAN_DAY = day_number(Calendar.GREGORIAN, 1582, 10, 15)
_LADY_DAY = (3, 25)


def _pair(
    first: DateValue, second: DateValue, second_is: Calendar | None = None
) -> HistoricalDate | None:
    """Two halves of one date; None where they are no pair."""
    if second_is is Calendar.JULIAN:
        orders = [(second, first)]
    elif second_is is Calendar.GREGORIAN:
        orders = [(first, second)]
    else:
        orders = [(first, second), (second, first)]
    for julian, gregorian in orders:
        if (date := _same_day(julian, gregorian)) is not None:
            return date
    for julian, gregorian in orders:
        try:
            new = gregorian.days(Calendar.GREGORIAN)[0]
            apart = new - julian.days(Calendar.GREGORIAN)[0]
        except ValueError:
            continue
        if apart in _GAPS and new >= _FIRST_GREGORIAN_DAY:
            return HistoricalDate(Stated.DUAL, julian, gregorian)
    return None


def _same_day(julian: DateValue, gregorian: DateValue) -> HistoricalDate | None:
    """The dual date of halves that fit, in years that may have begun on Lady Day."""
    julian_years = {julian.year}
    if (julian.month or 12, julian.day or 1) < _LADY_DAY and gregorian.year == julian.year + 1:
        julian_years.add(julian.year + 1)
    for in_year in sorted(julian_years):
        half = DateValue(in_year, julian.month, julian.day)
        try:
            return HistoricalDate.dual(half, gregorian)
        except ValueError:
            continue
    return None


def _years_of_halves(match: Match, in_year: int) -> tuple[int, int]:
    """The years of two halves; 25 December/7 January lies on both sides of New Year.

    A year behind brackets is that of the first half, one behind a slash that of the second.
    """
    groups = match.groupdict()
    stated = [year_of(groups[name]) if groups.get(name) else None for name in ("y1", "y2", "y3")]
    bracketed = re.search(r"[)\]]", match[0]) is not None
    first = stated[0] or (stated[2] if bracketed else None)
    second = stated[1] or (None if bracketed else stated[2])
    months = month_of(match, 1), month_of(match, 2)
    turn = (months == (12, 1)) - (months == (1, 12))
    if first is None and second is None:
        first = in_year
    if first is None:
        return (second or 0) - turn, second or 0
    return first, first + turn if second is None else second


def _second_calendar(match: Match) -> Calendar | None:
    """The calendar of the second half, which the words beside either half may say."""
    first_is = calendar_of(match, 1)
    return calendar_of(match, 2) or calendar_of(match, 3) or (first_is and first_is.other)


def _two_dates(match: Match, in_year: int) -> HistoricalDate | None:
    """Both halves in full, as in "25 October (7 November) 1917"."""
    one, two = _years_of_halves(match, in_year)
    return _pair(value_of(match, 1, one), value_of(match, 2, two), _second_calendar(match))


def _two_dates_or_a_night(match: Match, in_year: int) -> HistoricalDate | None:
    """Halves with a slash; too near each other they are a night from one to the next."""
    one, two = _years_of_halves(match, in_year)
    first, second = value_of(match, 1, one), value_of(match, 2, two)
    return _pair(first, second, _second_calendar(match)) or interval(first, second)


def _two_days(match: Match, in_year: int) -> HistoricalDate | None:
    """One month for both days, as in "10/23 October"."""
    in_month = month_of(match)
    first, second = (DateValue(in_year, in_month, day_of(match, n)) for n in (1, 2))
    date = _pair(first, second, _second_calendar(match))
    return date if date or "/" not in match[0] else interval(first, second)


def _day_in_brackets(match: Match, in_year: int) -> HistoricalDate | None:
    """The second day alone behind the whole first date, as in "24 June (12 O.S.) 1812"."""
    first = value_of(match, 1, in_year)
    for months in (0, -1, 1):
        years, before = divmod(month_of(match) - 1 + months, 12)
        second = DateValue(in_year + years, before + 1, number_of(match["day2"]))
        date = _pair(first, second, _second_calendar(match))
        if date is not None and date.julian is not None:
            days = date.julian.days(Calendar.JULIAN), date.gregorian.days(Calendar.GREGORIAN)
            if days[0] == days[1]:
                return date
    return None


def _two_ranges(match: Match, in_year: int) -> HistoricalDate | None:
    """A range in each calendar, as in "3–7 July [16–20 July, N.S.] 1917"."""
    first_start, first_end = range_of(match, 1, in_year)
    second_start, second_end = range_of(match, 2, in_year)
    second_is = _second_calendar(match)
    return _from_pairs(
        _pair(first_start, second_start, second_is), _pair(first_end, second_end, second_is)
    )


def _two_ranges_of_days(match: Match, in_year: int) -> HistoricalDate | None:
    """Ranges that share a month, as in "3–7 (16–20) July" and "3/16–7/20 July"."""
    in_month = month_of(match)
    start, end, other_start, other_end = (
        DateValue(in_year, in_month, number_of(match[name])) for name in ("d1", "e1", "d2", "e2")
    )
    second_is = _second_calendar(match)
    return _from_pairs(_pair(start, other_start, second_is), _pair(end, other_end, second_is))


def _from_pairs(first: HistoricalDate | None, last: HistoricalDate | None) -> HistoricalDate | None:
    """From one dual date to another."""
    if first is None or last is None:
        return None
    julian, gregorian = (
        in_order(start, end)
        if isinstance(start, DateValue) and isinstance(end, DateValue)
        else None
        for start, end in ((first.julian, last.julian), (first.gregorian, last.gregorian))
    )
    if julian is None or gregorian is None:
        return None
    return HistoricalDate(Stated.DUAL, julian, gregorian)


def _two_months(match: Match, in_year: int) -> HistoricalDate | None:
    """Two months, as in "February or March 1917 by the Julian or Gregorian calendar"."""
    months = [DateValue(in_year, month_of(match, n)) for n in (1, 2)]
    second_is = _second_calendar(match)
    if match.groupdict().get("gregorian_first") or second_is is Calendar.JULIAN:
        months.reverse()
    julian, gregorian = months
    if julian.month == 12 and gregorian.month == 1:
        julian = DateValue(in_year - 1, 12)
    try:
        return HistoricalDate.dual(julian, gregorian)
    except ValueError:
        return None


_OPEN, _CLOSE = r" *[(\[](?:or +|i\.e\. +|= *)?", r"[)\]]"
_OR = r"(?:,? +(?:or|and|i\.e\.|that +is|which +(?:is|was)),? +|, +)"

RULES = (
    rule(
        "two dates with a slash",
        rf"{WEEKDAY}{day_month(1)}{year(1)}?{named_style(1)}? ?/ ?"
        rf"{day_month(2)}{year(2)}?{named_style(2)}?{year(3)}?{BOTH_CALENDARS}",
        _two_dates_or_a_night,
    ),
    rule(
        "two days with a slash, day first",
        rf"{WEEKDAY}(?P<d1>{DAY}) ?/ ?(?P<d2>{DAY})(?: +of)? +{month(1)}{year(1)}?"
        rf"{BOTH_CALENDARS}",
        _two_days,
    ),
    rule(
        "two days with a slash, month first",
        rf"{WEEKDAY}{month(1)} +(?P<d1>{DAY}) ?/ ?(?P<d2>{DAY}){year(1)}?{BOTH_CALENDARS}",
        _two_days,
    ),
    rule(
        "the second day in brackets, day first",
        rf"{WEEKDAY}(?P<d1>{DAY}){_OPEN}(?:{style_in_brackets(3)}[,:]? +)?(?P<d2>{DAY})"
        rf"(?:,? +{style_in_brackets(2)})?{_CLOSE}(?: +of)? +{month(1)}{year(1)}?",
        _two_days,
    ),
    rule(
        "the second day in brackets behind a whole date",
        rf"{WEEKDAY}{day_month(1)}{year(1)}?{_OPEN}(?:{style_in_brackets(3)}[,:]? +)?"
        rf"(?P<day2>{DAY})(?:,? +{style_in_brackets(2)})?{_CLOSE}{year(2)}?",
        _day_in_brackets,
    ),
    rule(
        "the second date in brackets",
        rf"{WEEKDAY}{day_month(1)}{year(1)}?{named_style(1)}?{_OPEN}"
        rf"(?:{style_in_brackets(3)}[,:]? +)?{day_month(2)}{year(2)}?"
        rf"(?:,? +{style_in_brackets(2)}[^()\[\]]{{0,40}})?{_CLOSE}{year(3)}?",
        _two_dates,
    ),
    rule(
        "the second date behind a word or a comma",
        rf"{WEEKDAY}{day_month(1)}{year(1)}?{named_style(1)}?{_OR}{day_month(2)}{year(2)}?{named_style(2)}",
        _two_dates,
    ),
    rule(
        "a range in each calendar, the second in brackets",
        rf"{day_range(1)}{year(1)}?{_OPEN}(?:{style_in_brackets(3)}[,:]? +)?"
        rf"{day_range(2)}{year(2)}?(?:,? +{style_in_brackets(2)})?{_CLOSE}{year(3)}?",
        _two_ranges,
    ),
    rule(
        "a range in each calendar with a slash",
        rf"{day_range(1)} ?/ ?{day_range(2)}{year(1)}?{BOTH_CALENDARS}",
        _two_ranges,
    ),
    rule(
        "a range of days in each calendar",
        rf"(?P<d1>{DAY}){DASH}(?P<e1>{DAY})(?:{_OPEN}|/)(?P<d2>{DAY}){DASH}(?P<e2>{DAY})"
        rf"(?:,? +{style_in_brackets(2)})?{_CLOSE}?(?: +of)? +{month(1)}{year(1)}?",
        _two_ranges_of_days,
    ),
    rule(
        "a range of two days with a slash",
        rf"(?P<d1>{DAY})/(?P<d2>{DAY}){DASH}(?P<e1>{DAY})/(?P<e2>{DAY}) +{month(1)}{year(1)}?",
        _two_ranges_of_days,
    ),
    rule(
        "a month in each calendar",
        rf"{month(1)}(?: +or +| ?/ ?){month(2)}{year(1)}?,? +[(\[]?{OLD_OR_NEW}[)\]]?",
        _two_months,
    ),
    rule(
        "a month in each calendar, the second in brackets",
        rf"{month(1)}{year(1)}?{_OPEN}{month(2)}(?:,? +{style_in_brackets(2)})?{_CLOSE}{year(2)}?",
        _two_months,
    ),
)
