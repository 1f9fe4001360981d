"""Which calendar was in force, where and when.

"2 September 1752" names no calendar. In England it is Old Style, in France New Style, and the day
after it was 14 September in the one and the 3rd in the other. How each country counted its days is
a row of ``tables/calendars.yaml``, which names its sources. Before 15 October 1582 there was but
the Julian calendar, in every row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cache
from itertools import groupby, pairwise
from typing import Any

from flashgen.calendars import EUROPEAN, FIRST_GREGORIAN_DAY, LAST_YEAR, Calendar, from_day_number
from flashgen.dates import HistoricalDate
from flashgen.edtf import DateValue, Edtf, in_words, parse_edtf, require_days
from flashgen.edtf.conversion import ends
from flashgen.edtf.wording import year_in_words
from flashgen.english.numbers import month_number
from flashgen.tables import load


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar, None where it is not known which, and the days on which it was in force."""

    calendar: Calendar | None
    first: float
    last: float


@dataclass(frozen=True, slots=True)
class Country:
    """How a country, or a part of one, counted its days; two that counted alike are equal.

    ``unsure`` says from which to which day, and why, its people did not count alike; ``years``
    with which month and day its years began, and the last one that began so.
    """

    name: str = field(compare=False)
    periods: tuple[Period, ...]
    unsure: tuple[tuple[int, int, str], ...] = ()
    years: tuple[tuple[int, int, int], ...] = ()

    def other_year(self, date: HistoricalDate) -> int | None:
        """The year that a day may be of by our count, where its year did not begin with January.

        30 January 1648 in England, where 1648 went on to 24 March, may be of our 1649.
        """
        value = date.written
        if not isinstance(value, DateValue) or value.day is None or value.month is None:
            return None
        began = next((each for each in self.years if value.year <= each[2]), None)
        if began is None or began[:2] == (1, 1):
            return None
        late = (value.month, value.day) >= began[:2]
        ahead = began[0] > _SUMMER  # the year begins before ours does
        return value.year - 1 if ahead and late else value.year + 1 if not (ahead or late) else None

    def in_force(self, number: int) -> Calendar | None:
        """The calendar in force on a Julian Day Number; None where it is none of ours."""
        return next((p.calendar for p in self.periods if p.first <= number <= p.last), None)

    def settle(self, stated: HistoricalDate) -> HistoricalDate:
        """A plain date in the calendar that was in force; any other one as it is.

        What a change divides stays without a calendar, and so does what people did not count
        alike. Raises ValueError where it names a day that was none here: one that a change left
        out, or the leap day of another calendar.
        """
        if stated.calendar is not None or self.doubt(stated):
            return stated
        for day in _days_of(stated.written):
            if not self._calendars_of(day):
                raise ValueError(self._no_such(day))
        found = self._calendars_of(stated.written)
        if len(found) == 1 and found[0] is not None:
            return HistoricalDate.in_calendar(found[0], stated.written)
        return stated

    def doubt(self, stated: HistoricalDate) -> str:
        """Why it is not known which calendar a plain date is of; "" where it is."""
        if stated.calendar is not None:
            return ""
        first, last = stated.span_days()
        doubts = [why for since, until, why in self.unsure if first <= until and since <= last]
        calendars, days = set(self._calendars_of(stated.written)), _days_of(stated.written)
        if not doubts and len(calendars) > 1:
            doubts = [f"{self.name} went back to its old calendar and counted the date twice"]
        in_each = self.name and days and all(map(self._calendars_of, days))
        if in_each and not (doubts or calendars):
            change = self._change_near(stated.written)
            doubts = [f"the calendar{self._in('of')} changed in between: {change}"]
        return "".join(doubts[:1])

    def _calendars_of(self, value: Edtf) -> list[Calendar | None]:
        return [period.calendar for period in self.periods if _is_within(value, period)]

    def _no_such(self, day: DateValue) -> str:
        where = self._in("in")
        has_it = [each for each in EUROPEAN if _has(each, day)]
        of_its_time = self.in_force(day.days(has_it[0])[0])
        if of_its_time and of_its_time not in has_it:
            named = in_words(day.day, day.month, None)
            its = f"{'its' if where else 'the'} calendar was the {of_its_time.title()}"
            return f"{year_in_words(day.year)} had no {named}{where}: {its}"
        named = in_words(day.day, day.month, day.year)
        return f"there was no {named}{where}: {self._change_near(day)}"

    def _in(self, preposition: str) -> str:
        return f" {preposition} {self.name}" if self.name[:1].isupper() else ""

    def _change_near(self, value: Edtf) -> str:
        number = HistoricalDate.unspecified(value).span_days()[0]
        ends = [(old, new) for old, new in pairwise(self.periods) if old.calendar and new.calendar]
        old, new = min(ends, key=lambda pair: abs(pair[0].last - number))
        last = DateValue(*from_day_number(old.calendar or Calendar.JULIAN, int(old.last)))
        first = DateValue(*from_day_number(new.calendar or Calendar.JULIAN, int(new.first)))
        return f"{last.words()} was followed by {first.words()}"


def read_country(text: str) -> Country:
    """A country of the table or a town of it, a calendar, or the first New Style day.

    "julian" and "gregorian" are calendars, "1918-02-14" is a day.
    Raises ValueError that says, to a person, what is wrong with it.
    """
    name = text.casefold()
    if country := _countries().get(name):
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
    if near := get_close_matches(name, _countries(), n=1, cutoff=_NEAR):
        return f"did you mean '{_spelt(near[0])}'?"
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
    return _countries().get(place.casefold())


_EVER = 1e9
_SUMMER = 6
_NEAR = 0.75
# 1 January 1927: nobody counted Old Style any more.
_LAST_CHANGE = 2424882
_EITHER = "either"


def _days_of(value: Edtf) -> list[DateValue]:
    return [end for end in ends(value) if end.is_day]


def _has(calendar: Calendar, day: DateValue) -> bool:
    with suppress(ValueError):
        day.days(calendar)
        return True
    return False


def _is_within(value: Edtf, period: Period) -> bool:
    """Whether a plain date can be one of a period's; where the calendar is not known, of any."""
    for calendar in [period.calendar] if period.calendar else EUROPEAN:
        try:
            require_days(value, calendar)
            first, last = value.days(calendar)
        except ValueError:
            continue
        if period.first <= first and last <= period.last:
            return True
    return False


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


def _country(row: Mapping[str, Any]) -> Country:
    periods = _in_a_row(_read_counts(row["counts"]))
    return Country(row["name"], tuple(periods), tuple(_doubts(row)), tuple(_years(row)))


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
def _countries() -> dict[str, Country]:
    """The countries by each of their names, and of their towns'."""
    rows = [(row, _country(row)) for row in load("calendars")]
    return {
        name.casefold(): replace(country, name=name) if row.get("group") else country
        for row, country in rows
        for name in _names(row)
    }


def _names(row: Mapping[str, Any]) -> Iterator[str]:
    yield from (row["name"], *row.get("also", ()), *row.get("towns", ()))


def _spelt(known: str) -> str:
    """A name of the table with its capitals."""
    names = (name for row in load("calendars") for name in _names(row))
    return next(name for name in names if name.casefold() == known)
