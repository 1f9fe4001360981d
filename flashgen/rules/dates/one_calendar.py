"""Dates that name the one calendar that they are in: "5 July 1917 (N.S.)"."""

from __future__ import annotations

from flashgen.dates import DateValue, Edtf, HistoricalDate
from flashgen.rules.dates.pieces import (
    WEEKDAY,
    Match,
    calendar_of,
    day_month,
    day_range,
    in_calendar,
    in_order,
    month,
    month_of,
    named_style,
    range_of,
    rule,
    style,
    value_of,
    year,
)


def _stated(match: Match, value: Edtf | None) -> HistoricalDate | None:
    calendar = calendar_of(match, 1)
    return None if calendar is None or value is None else in_calendar(calendar, value)


def _day(match: Match, in_year: int) -> HistoricalDate | None:
    return _stated(match, value_of(match, 1, in_year))


def _range(match: Match, in_year: int) -> HistoricalDate | None:
    return _stated(match, in_order(*range_of(match, 1, in_year)))


def _month(match: Match, in_year: int) -> HistoricalDate | None:
    return _stated(match, DateValue(in_year, month_of(match)))


RULES = (
    rule(
        "a day in one calendar",
        rf"{WEEKDAY}{day_month(1)}{year(1)}?{named_style(1)}{year(2)}?",
        _day,
    ),
    rule(
        "a day in one calendar, named first",
        rf"{WEEKDAY}{style(1)},? +{day_month(1)}{year(1)}?",
        _day,
    ),
    rule(
        "a range of days in one calendar",
        rf"{day_range(1)}{year(1)}?{named_style(1)}{year(2)}?",
        _range,
    ),
    rule(
        "a month in one calendar",
        rf"{month(1)}{year(1)}?{named_style(1)}{year(2)}?",
        _month,
    ),
)
