"""On which side of a country's change of calendar a plain date lies.

"2 September 1752" names no calendar. Who knows that the text counts as Britain did can say so:
up to the change such a date is Old Style, from then on New Style. Which country changed when is
a row of ``tables/calendar_changes.yaml``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from flashgen.calendars import Calendar, day_number, from_day_number
from flashgen.dates import DateValue, HistoricalDate
from flashgen.edtf import parse_edtf
from flashgen.tables import pairs
from flashgen.yaml_reader import suggestion


@dataclass(frozen=True, slots=True)
class CalendarChange:
    """A change of calendar; ``first_new`` is the Julian Day Number of the first New Style day.

    ``a_day_ahead`` are the days before it on which one day more was counted than Old Style.
    """

    first_new: int
    a_day_ahead: range = range(0)

    def settle(self, stated: HistoricalDate) -> HistoricalDate:
        """A plain date with the calendar of its side; any other one as it is.

        A month or a year that the change divides stays without a calendar. Raises ValueError
        where the date is one of the days that the change left out.
        """
        if stated.calendar is not None:
            return stated
        value = stated.written
        if value.is_day and (number := value.days(Calendar.JULIAN)[0] - 1) in self.a_day_ahead:
            old = DateValue(*from_day_number(Calendar.JULIAN, number))
            return HistoricalDate.in_calendar(Calendar.JULIAN, old)
        if value.days(Calendar.JULIAN)[1] < self.first_new:
            return HistoricalDate.in_calendar(Calendar.JULIAN, value)
        try:
            new = value.days(Calendar.GREGORIAN)[0] >= self.first_new
        except ValueError:
            new = False
        if new:
            return HistoricalDate.in_calendar(Calendar.GREGORIAN, value)
        if value.is_day:
            raise ValueError(f"there was no such day: {self._last_old()} was followed by {self}")
        return stated

    def _last_old(self) -> str:
        return DateValue(*from_day_number(Calendar.JULIAN, self.first_new - 1)).words()

    def __str__(self) -> str:
        return DateValue(*from_day_number(Calendar.GREGORIAN, self.first_new)).words()


def read_change(text: str) -> CalendarChange:
    """A country of the table, or the first New Style day: "Russia", "1918-02-14".

    Raises ValueError that says, to a person, what is wrong with it.
    """
    first_day = _first_days().get(text.casefold(), text)
    try:
        day = date.fromisoformat(first_day)
    except ValueError as error:
        mend = suggestion(text, [name.title() for name in _first_days()])
        raise ValueError(f"'{text}' is no country of the table and no day; {mend}") from error
    first_new = day_number(Calendar.GREGORIAN, day.year, day.month, day.day)
    return CalendarChange(first_new, _days_ahead().get(text.casefold(), range(0)))


@cache
def _days_ahead() -> dict[str, range]:
    days = {
        country.casefold(): parse_edtf(value).days(Calendar.JULIAN)
        for country, value in pairs("calendar_changes", "a_day_ahead")
    }
    return {country: range(first, last + 1) for country, (first, last) in days.items()}


@cache
def _first_days() -> dict[str, str]:
    return {country.casefold(): day for country, day in pairs("calendar_changes", "first_days")}
