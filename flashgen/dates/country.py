"""How a country counted its days, and what that makes of a plain date."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from flashgen.dates.calendars import EUROPEAN, Calendar, from_day_number
from flashgen.dates.edtf import DateValue, Edtf, in_words
from flashgen.dates.edtf.conversion import ends
from flashgen.dates.edtf.wording import year_in_words
from flashgen.dates.historical import HistoricalDate

_SUMMER = 6


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
        if stated.calendar is not None:
            return stated
        found = self._calendars_of(stated.written)
        if self._doubt(stated, found):
            return stated
        for day in _days_of(stated.written):
            if not (found if day == stated.written else self._calendars_of(day)):
                raise ValueError(self._no_such(day))
        if len(found) == 1 and found[0] is not None:
            return HistoricalDate.in_calendar(found[0], stated.written)
        return stated

    def doubt(self, stated: HistoricalDate) -> str:
        """Why it is not known which calendar a plain date is of; "" where it is."""
        if stated.calendar is not None:
            return ""
        return self._doubt(stated, self._calendars_of(stated.written))

    def _doubt(self, stated: HistoricalDate, calendars: Sequence[Calendar | None]) -> str:
        """Why it is not known which of these calendars a plain date is of; "" where it is."""
        if self.unsure:
            first, last = stated.span_days()
            for since, until, why in self.unsure:
                if first <= until and since <= last:
                    return why
        if len(set(calendars)) > 1:
            return f"{self.name} went back to its old calendar and counted the date twice"
        days = [] if calendars or not self.name else _days_of(stated.written)
        if days and all(map(self._calendars_of, days)):
            change = self._change_near(stated.written)
            return f"the calendar{self._in('of')} changed in between: {change}"
        return ""

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
        days = _days_in(calendar, value)
        if days and period.first <= days[0] and days[1] <= period.last:
            return True
    return False


@lru_cache(maxsize=4096)  # of one date it is asked for each period, and again for its doubts
def _days_in(calendar: Calendar, value: Edtf) -> tuple[int, int] | None:
    """The first and the last day of a date in a calendar; None where that has no such day."""
    with suppress(ValueError):
        return value.days(calendar)
    return None
