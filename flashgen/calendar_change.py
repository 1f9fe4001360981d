"""Say on which side of a country's change of calendar a plain date lies.

"2 September 1752" names no calendar. Who knows that the text counts as Britain did can say so:
up to the change such a date is Old Style, from then on New Style.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from flashgen.calendars import Calendar, day_number, from_day_number
from flashgen.dates import DateValue, HistoricalDate, Stated
from flashgen.rules.tables import table
from flashgen.types import DateForm, DateMention
from flashgen.yaml_reader import suggestion


@dataclass(frozen=True, slots=True)
class CalendarChange:
    """A change of calendar; ``first_new`` is the Julian Day Number of the first New Style day."""

    first_new: int

    @classmethod
    def parse(cls, text: str) -> CalendarChange:
        """Read a country of the table, or the first New Style day: "Russia", "1918-02-14".

        Raises ValueError that says, to a person, what is wrong with it.
        """
        first_day = _first_days().get(text.casefold(), text)
        try:
            day = date.fromisoformat(first_day)
        except ValueError as error:
            mend = suggestion(text, [name.title() for name in _first_days()])
            raise ValueError(f"'{text}' is no country of the table and no day; {mend}") from error
        return cls(day_number(Calendar.GREGORIAN, day.year, day.month, day.day))

    def settle(self, stated: HistoricalDate) -> HistoricalDate:
        """A plain date with the calendar of its side; any other one as it is.

        A month or a year that the change divides stays without a calendar. Raises ValueError
        where the date is one of the days that the change left out.
        """
        if stated.stated is not Stated.UNSPECIFIED:
            return stated
        value = stated.gregorian
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


def settle_dates(
    mentions: Iterable[DateMention], change: CalendarChange
) -> tuple[DateMention, ...]:
    """The mentions, their plain dates settled; a day that the change left out is a warning."""
    return tuple(_settled(mention, change) for mention in mentions)


def _settled(mention: DateMention, change: CalendarChange) -> DateMention:
    if mention.date is None or mention.form is DateForm.RELATIVE:
        return mention
    try:
        return replace(mention, date=change.settle(mention.date))
    except ValueError as error:
        return replace(mention, warning=mention.warning or str(error))


@cache
def _first_days() -> dict[str, str]:
    rows = (row.split("=") for row in table("calendar_changes")["first_days"])
    return {country.strip().casefold(): day.strip() for country, day in rows}
