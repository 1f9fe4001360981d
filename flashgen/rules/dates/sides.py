"""Give plain dates the calendar that their country kept at the time.

Which country changed when is a row of ``tables/calendar_changes.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache

from flashgen.calendar_change import CalendarChange
from flashgen.calendars import Calendar, day_number
from flashgen.edtf import parse_edtf
from flashgen.tables import pairs
from flashgen.types import DateMention
from flashgen.yaml_reader import suggestion


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


def settle_dates(
    mentions: Iterable[DateMention], change: CalendarChange
) -> tuple[DateMention, ...]:
    """The mentions, their plain dates settled; a day that the change left out is a warning."""
    return tuple(_settled(mention, change) for mention in mentions)


def _settled(mention: DateMention, change: CalendarChange) -> DateMention:
    if mention.date is None:
        return mention
    try:
        return replace(mention, date=change.settle(mention.date))
    except ValueError as error:
        return replace(mention, warning=mention.warning or str(error))


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
