"""Which calendar was in force, where and when.

"2 September 1752" names no calendar. In England it is Old Style, in France New Style, and the day
after it was 14 September in the one and the 3rd in the other. How each country counted its days is
a row of ``tables/calendars.yaml``, which names its sources. Before 15 October 1582 there was but
the Julian calendar, in every row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from itertools import groupby
from typing import Any

from flashgen.dates.calendars import EUROPEAN, FIRST_GREGORIAN_DAY, LAST_YEAR, Calendar
from flashgen.dates.country import Country, Period
from flashgen.dates.edtf import parse_edtf
from flashgen.english.numbers import month_number
from flashgen.tables import load

__all__ = ["Country", "Period", "country_of", "read_country", "somewhere"]


def read_country(text: str) -> Country:
    """A country of the table or a town of it, a calendar, or the first New Style day.

    "julian" and "gregorian" are calendars, "1918-02-14" is a day.
    Raises ValueError that says, to a person, what is wrong with it.
    """
    name = text.casefold()
    if country := country_of(text):
        return country
    if name == Calendar.JULIAN:
        return Country(name, (Period(Calendar.JULIAN, -_EVER, _EVER),))
    if name == Calendar.GREGORIAN:
        return _changed(name, FIRST_GREGORIAN_DAY)
    try:
        first = parse_edtf(text)
        number = first.days(Calendar.GREGORIAN)[0]
    except ValueError:
        first = None
    if first is None or not first.is_day:
        raise ValueError(f"'{text}' is no country of the table and no day; {_mend(name)}")
    if not FIRST_GREGORIAN_DAY <= number <= _LAST_CHANGE:
        between = "between 15 October 1582 and 1 January 1927"
        raise ValueError(f"'{text}' is no first day of New Style: countries changed {between}")
    return _changed(text, number)


def _changed(name: str, first: int) -> Country:
    """Whose first New Style day has this number."""
    periods = _in_a_row([(Calendar.JULIAN, first - 1), (Calendar.GREGORIAN, _EVER)])
    return Country(name, tuple(periods))


def _mend(name: str) -> str:
    """What may stand where an unknown country does."""
    if name in [*Calendar]:
        return f"an era is stated by its key, such as {{{name}: …}} under 'date'"
    if near := get_close_matches(name, _rows(), n=1, cutoff=_NEAR):
        return f"did you mean '{_rows()[near[0]][0]}'?"
    return "write julian, gregorian, or a country of docs/calendars.md, such as England"


@cache
def somewhere() -> Country:
    """Where nothing tells: Old Style before there was another calendar, New Style since 1927.

    Turkey was the last country to leave the Julian calendar's days, at the end of 1926.
    """
    counts = f"julian to 1582-10-04; {_EITHER} to 1926-12-31; gregorian"
    return Country("", tuple(_in_a_row(_read_counts(counts))))


def country_of(place: str) -> Country | None:
    """The country that a name means, or a town of it; None where the table does not know."""
    name, row = _rows().get(place.casefold(), ("", None))
    return _country(name if row.get("group") else row["name"]) if row else None


_EVER = 1e9
_NEAR = 0.75
# 1 January 1927: nobody counted Old Style any more.
_LAST_CHANGE = 2424882
_EITHER = "either"


def _in_a_row(parts: Iterable[tuple[Calendar | None, float]]) -> Iterator[Period]:
    """Periods of which each begins on the day after the last one's."""
    first = -_EVER
    for calendar, same in groupby(parts, key=lambda part: part[0]):
        last = max(last for _, last in same)
        yield Period(calendar, first, last)
        first = last + 1


def _read_counts(counts: str) -> Iterator[tuple[Calendar | None, float]]:
    """Read "julian to 1752-09-02; gregorian": each calendar with its last day.

    A date that is written with the names of our months in a time when people counted otherwise
    has been converted, and is of the West's calendar.
    """
    for part in counts.split(";"):
        name, _, day = part.strip().partition(" to ")
        calendar = Calendar(name) if name in EUROPEAN else None
        days, in_ours, _ = day.partition("(")
        counted = calendar if calendar and not in_ours else Calendar.GREGORIAN
        last = parse_edtf(days).days(counted)[1] if day else _EVER
        if calendar is None and name != _EITHER:
            if counts.startswith(name):
                yield Calendar.JULIAN, FIRST_GREGORIAN_DAY - 1
            calendar = Calendar.GREGORIAN
        yield calendar, last


@cache
def _country(name: str) -> Country:
    """The country that the table has by this name."""
    row = _rows()[name.casefold()][1]
    periods = _in_a_row(_read_counts(row["counts"]))
    return Country(name, tuple(periods), tuple(_doubts(row)), tuple(_years(row)))


def _years(row: Mapping[str, Any]) -> Iterator[tuple[int, int, int]]:
    """Read "25 March to 1751 (remark); 1 January"; Easter is no day of the year, and is left."""
    for part in row.get("years", "").split(";"):
        if began := re.match(r" *(\d+) (\w+)(?: \([^)]*\))?(?: to (\d+))?(?= \(|$)", part):
            yield month_number(began[2]) or 1, int(began[1]), int(began[3] or LAST_YEAR)


def _doubts(row: Mapping[str, Any]) -> Iterator[tuple[int, int, str]]:
    """The days of which the calendar is not said: those told, and the year of a change."""
    for doubt in row.get("unsure", ()):
        if "days" in doubt:
            yield *_days(str(doubt["days"])), doubt["why"]
    for part in row["counts"].split(";"):
        year = part.rpartition(" to ")[2].strip()
        if year.isdigit():
            why = f"{row['name']} changed its calendar in {year}, on a day that is not known"
            yield *_days(year), why


def _days(text: str) -> tuple[int, int]:
    value = parse_edtf(text)
    first, last = value.days(Calendar.GREGORIAN)
    return first, last if not text.endswith("..") else int(_EVER)


@cache
def _rows() -> dict[str, tuple[str, Mapping[str, Any]]]:
    """The rows of the table by each name, of the country and of its towns, with its capitals."""
    return {name.casefold(): (name, row) for row in load("calendars") for name in _names(row)}


def _names(row: Mapping[str, Any]) -> Iterator[str]:
    yield from (row["name"], *row.get("also", ()), *row.get("towns", ()))
