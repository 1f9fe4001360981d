"""Calendars, meeting in one count of days.

Every day has a Julian Day Number: whole days since Monday, 1 January 4713 B.C. in the proleptic
Julian calendar. A date of either calendar becomes a number and a number a date of either. The
formulas count years from March, so that a leap day comes last; they follow E. G. Richards,
"Calendars", in Explanatory Supplement to the Astronomical Almanac (3rd ed., 2013), ch. 15.

Years are astronomical, 0 for 1 B.C. and -43 for 44 B.C., and run from -4711 to 9999 in both
calendars, proleptic where the calendar was not yet, or no longer, in use. Every year begins on
1 January. The days at either end that have a date in only one of the two calendars have none in
the other.

Sweden left out the leap day of 1700 and put it back as 30 February 1712: in between it counted one
day more than the Julian calendar. Its calendar has these years only.

The French Republican, the Islamic and the Hebrew calendar are those of the library convertdate:
the first with its leap years as they were, the second by the arithmetic rule, from which the months
that people saw begin differ by a day. Hebrew months are counted from Nisan, years from Tishri. An
Islamic or Hebrew day begins at sunset; it is the day of ours on which it ends.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

FIRST_YEAR, LAST_YEAR = -4711, 9999


class Calendar(StrEnum):
    """Old Style is Julian, New Style is Gregorian."""

    JULIAN = "julian"
    GREGORIAN = "gregorian"
    SWEDISH = "swedish"
    REPUBLICAN = "republican"
    ISLAMIC = "islamic"
    HEBREW = "hebrew"

    @property
    def other_era(self) -> bool:
        """Whether its years are not counted from the birth of Christ."""
        return self in _OTHERS

    @property
    def observed(self) -> bool:
        """Whether its months began when the moon was seen.

        Then one of its days is one of ours, or the day before or after it.
        """
        return self is Calendar.ISLAMIC


# Those whose months have the same names, so that a plain date may be of any of them.
EUROPEAN = (Calendar.JULIAN, Calendar.GREGORIAN, Calendar.SWEDISH)
# Before 15 October 1582 there was but the Julian one.
FIRST_GREGORIAN_DAY = 2299161
# The days of both calendars: from 1 January -4711 to 31 December 9999 of the Gregorian one.
IN_BOTH = range(404, 5373485)
# 1 March 1700 and 30 February 1712.
_SWEDISH_DAYS = range(2342042, 2346426)
# Of the calendars of convertdate: its module, how many months a year has at most, the last year.
_OTHERS = {
    Calendar.REPUBLICAN: ("french_republican", 13, 14),
    Calendar.ISLAMIC: ("islamic", 12, LAST_YEAR),
    Calendar.HEBREW: ("hebrew", 13, LAST_YEAR),
}
# While it was in use, each rule of its leap years gives the same; that of the equinox is slow.
_RULES = {Calendar.REPUBLICAN: {"method": "continuous"}}
# The month with which a year begins, where it is not the first.
_FIRST_MONTHS = {Calendar.HEBREW: 7}


def day_number(calendar: Calendar, year: int, month: int, day: int) -> int:
    """The Julian Day Number of a date. Raises ValueError where the calendar has no such day."""
    if not 1 <= day <= month_length(calendar, year, month):
        raise ValueError(f"there is no day {day} in month {month} of {year} ({calendar})")
    if calendar in _OTHERS:
        return int(_library(calendar).to_jd(year, month, day, **_RULES.get(calendar, {})) + 0.5)
    number = _count(calendar, year, month, day)
    if calendar is Calendar.SWEDISH and from_day_number(calendar, number) != (year, month, day):
        raise ValueError(f"there is no day {day} in month {month} of {year} ({calendar})")
    return number


def _count(calendar: Calendar, year: int, month: int, day: int) -> int:
    before_march = month < 3
    y = year + 4800 - before_march
    m = month - 3 + 12 * before_march
    days = day + (153 * m + 2) // 5 + 365 * y + y // 4
    if calendar is not Calendar.GREGORIAN:
        return days - 32083 - (calendar is Calendar.SWEDISH)
    return days - y // 100 + y // 400 - 32045


def from_day_number(calendar: Calendar, number: int) -> tuple[int, int, int]:
    """The date (year, month, day) that a Julian Day Number has in a calendar.

    Raises ValueError where its year is not one of -4711 to 9999.
    """
    if calendar in _OTHERS:
        year, month, day = _library(calendar).from_jd(number - 0.5, **_RULES.get(calendar, {}))
        _check_month(calendar, year, month)
        return year, month, day
    if calendar is Calendar.SWEDISH:
        if number not in _SWEDISH_DAYS:
            raise ValueError("the Swedish calendar goes from 1 March 1700 to 30 February 1712")
        if number == _SWEDISH_DAYS[-1]:
            return 1712, 2, 30
        number += 1
    century = 0
    days = number + 32082
    if calendar is Calendar.GREGORIAN:
        days = number + 32044
        century = (4 * days + 3) // 146097
        days -= 146097 * century // 4
    y = (4 * days + 3) // 1461
    rest = days - 1461 * y // 4
    m = (5 * rest + 2) // 153
    day = rest - (153 * m + 2) // 5 + 1
    year, month = 100 * century + y - 4800 + m // 10, m + 3 - 12 * (m // 10)
    _check_month(calendar, year, month)
    return year, month, day


@lru_cache(maxsize=4096)  # the rules ask for the months of an article again and again
def month_length(calendar: Calendar, year: int, month: int) -> int:
    """The days in a month: 29 in February 1900 of the Julian calendar, 28 of the Gregorian.

    Raises ValueError where there is no such year or month.
    """
    _check_month(calendar, year, month)
    if calendar is Calendar.REPUBLICAN:
        return 30 if month < 13 else 5 + _library(calendar).leap(year, **_RULES[calendar])
    if calendar in _OTHERS:
        return int(_library(calendar).month_length(year, month))
    if calendar is Calendar.SWEDISH and (year, month) == (1712, 2):
        return 30
    following = (year, month + 1) if month < 12 else (year + 1, 1)
    return _count(calendar, *following, 1) - _count(calendar, year, month, 1)


def span(calendar: Calendar, year: int, month: int | None = None) -> tuple[int, int]:
    """The Julian Day Numbers of the first and the last day of a year, or of a month of it.

    Raises ValueError where there is no such year or month.
    """
    if month is not None:
        first = day_number(calendar, year, month, 1)
        return first, first + month_length(calendar, year, month) - 1
    first = day_number(calendar, year, _FIRST_MONTHS.get(calendar, 1), 1)
    try:
        following = day_number(calendar, year + 1, _FIRST_MONTHS.get(calendar, 1), 1)
    except ValueError:  # the last year that is counted
        _, last_month, _ = _OTHERS.get(calendar, ("", 12, 0))
        return first, span(calendar, year, last_month)[1]
    return first, following - 1


def weekday(number: int) -> int:
    """The day of the week of a Julian Day Number, 0 for Monday to 6 for Sunday."""
    return number % 7


@cache
def _library(calendar: Calendar) -> Any:
    """The module of convertdate, which is imported where such a date is."""
    return import_module(f"convertdate.{_OTHERS[calendar][0]}")


def _check_month(calendar: Calendar, year: int, month: int) -> None:
    _, months, last_year = _OTHERS.get(calendar, ("", 12, LAST_YEAR))
    first_year = 1 if calendar in _OTHERS else FIRST_YEAR
    if calendar is Calendar.HEBREW and 1 <= year <= last_year:
        months = int(_library(calendar).year_months(year))
    if not first_year <= year <= last_year:
        years = f"years go from {first_year} to {last_year}"
        raise ValueError(f"year {year} is out of range; {years}")
    if not 1 <= month <= months:
        raise ValueError(f"month {month} does not exist; months go from 1 to {months}")
