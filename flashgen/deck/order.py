"""The order of events: by their days and, within one day, by their hours."""

from __future__ import annotations

from flashgen.dates.calendars import Calendar
from flashgen.dates.edtf.conversion import ends
from flashgen.dates.historical import DateInterval, DateSet, Edtf, HistoricalDate
from flashgen.dates.hours import DAY, Minutes, hours_of
from flashgen.deck.kinds import Event

# A day that names no calendar is as much later at most, if it is the Julian one.
_CALENDARS_APART = 13
# Their days begin on the evening before.
_FROM_SUNSET = (Calendar.ISLAMIC, Calendar.HEBREW)


def span(event: Event) -> Minutes:
    """From when to when an event was, in minutes since Julian Day Number 0, the end left out."""
    first, last = event.date.span_days()
    hours = hours_of(event.time) if first == last else ()
    begin, end = (hours[0][0], hours[-1][1]) if hours else (0, DAY)
    return first * DAY + begin, last * DAY + end


def was_before(one: Event, other: Event) -> bool:
    """Whether an event was surely over before another one began.

    What is approximate, uncertain or open-ended is never sure; of two days without a known
    calendar one is, as soon as they are farther apart than calendars are.
    """
    if not (is_sure(one.date) and is_sure(other.date)):
        return False
    calendars = (one.date.calendar, other.date.calendar)
    spare = _CALENDARS_APART * (None in calendars) + sum(map(_FROM_SUNSET.__contains__, calendars))
    return span(one)[1] + spare * DAY <= span(other)[0]


def is_sure(date: HistoricalDate) -> bool:
    """Whether nothing of a date is marked as a guess, unknown or open."""
    return all(_is_closed(half) for half in (date.written, date.second) if half is not None)


def _is_closed(value: Edtf) -> bool:
    members = value.members if isinstance(value, DateSet) else (value,)
    intervals = (member for member in members if isinstance(member, DateInterval))
    return all(end.is_plain for end in ends(value)) and not any(
        None in (interval.start, interval.end) for interval in intervals
    )
