"""Days and ranges of days in a calendar that the words do not name: "14–18 March 1921"."""

from __future__ import annotations

import re

from flashgen.calendars import Calendar, month_length
from flashgen.dates import DateValue, HistoricalDate
from flashgen.rules.dates.pieces import (
    DAY,
    MONTH,
    TURN,
    WEEKDAY,
    Match,
    day_month,
    day_range,
    in_calendar,
    interval,
    month,
    month_of,
    number_of,
    range_of,
    rule,
    unspecified,
    value_of,
    year,
)

_YEAR = f"(?:{year(1)}|{TURN})?"


def _day(match: Match, in_year: int) -> HistoricalDate | None:
    value = value_of(match, 1, in_year)
    if "/" in (match["y1"] or ""):
        # Only Old Style years began in March, and only they are written with both numbers.
        return in_calendar(Calendar.JULIAN, value)
    return unspecified(value)


def _range(match: Match, in_year: int) -> HistoricalDate | None:
    return interval(*range_of(match, 1, in_year))


def _days_between(match: Match, in_year: int) -> HistoricalDate | None:
    """The days of "between the 3rd and the 7th of July", which need not follow each other."""
    in_month = month_of(match)
    start, end = (DateValue(in_year, in_month, number_of(match[n])) for n in ("d1", "e1"))
    return interval(start, end)


def _days_in_a_row(match: Match, in_year: int) -> HistoricalDate | None:
    """The days of "1, 2 and 3 July"; days that do not follow each other are no interval."""
    in_month = month_of(match)
    days = [number_of(day) for day in re.findall(r"\d+", match["days"])]
    if days != list(range(days[0], days[-1] + 1)):
        return None
    return interval(DateValue(in_year, in_month, days[0]), DateValue(in_year, in_month, days[-1]))


def _last_day(match: Match, in_year: int) -> HistoricalDate | None:
    in_month = month_of(match)
    lengths = {month_length(calendar, in_year, in_month) for calendar in Calendar}
    return unspecified(DateValue(in_year, in_month, lengths.pop())) if len(lengths) == 1 else None


def _in_figures(match: Match, _: int) -> HistoricalDate | None:
    """The date of "1917-11-07" or, as on the Continent, "7.11.1917"."""
    year_, month_, day_ = (int(match[name]) for name in ("y1", "month", "day"))
    return unspecified(DateValue(year_, month_, day_)) if 1 <= month_ <= 12 else None


_SEVERAL = rf"(?P<days>{DAY}(?:, ?{DAY}){{0,5}},? +(?:and|or|&) +(?:the +)?{DAY})"

RULES = (
    rule("a day", rf"{WEEKDAY}{day_month(1)}{_YEAR}", _day),
    rule("a range of days", rf"{day_range(1)}{_YEAR}", _range),
    rule(
        "days between two",
        rf"\b[Bb]etween +(?:the +)?(?P<d1>{DAY}) +and +(?:the +)?(?P<e1>{DAY})(?: +of)? +"
        rf"{month(1)}{_YEAR}",
        _days_between,
    ),
    rule("days in a row, day first", rf"{_SEVERAL}(?: +of)? +{month(1)}{_YEAR}", _days_in_a_row),
    rule(
        "days in a row, month first",
        rf"{month(1)} +{_SEVERAL}(?! +{MONTH}){_YEAR}",
        _days_in_a_row,
    ),
    rule(
        "the last day of a month",
        rf"(?:[Tt]he +)?[Ll]ast +day +of +{month(1)}{_YEAR}",
        _last_day,
    ),
    rule(
        "a day in figures",
        r"(?P<y1>[12]\d{3})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?![\d-])",
        _in_figures,
    ),
    rule(
        "a day in figures, day first",
        r"(?P<day>[0-3]?\d)\. ?(?P<month>[01]?\d)\. ?(?P<y1>[12]\d{3})(?![\d.])",
        _in_figures,
    ),
)
