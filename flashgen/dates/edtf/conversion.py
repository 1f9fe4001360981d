"""A value of one calendar in another one, and the calendar of one that names none."""

from __future__ import annotations

from dataclasses import replace

from flashgen.dates.calendars import EUROPEAN, FIRST_GREGORIAN_DAY, Calendar, from_day_number
from flashgen.dates.edtf.values import DateInterval, DateValue, Edtf


def to_the_day(*values: Edtf) -> bool:
    """Whether each is a day, or names days only."""
    return all(end.is_day for value in values for end in ends(value))


def ends(value: Edtf | None) -> list[DateValue]:
    """The dates that a value names; none that None does."""
    if value is None:
        return []
    return [value] if isinstance(value, DateValue) else value.ends


def calendar_of(value: Edtf) -> Calendar:
    """The calendar of the time of a value that names none.

    29 February 1900 can only be Julian, 30 February 1712 only Swedish.
    """
    first_days = {each: first for each in EUROPEAN if (first := _first_day(value, each))}
    if first_days.get(Calendar.GREGORIAN, 0) >= FIRST_GREGORIAN_DAY:
        return Calendar.GREGORIAN
    return next(iter(first_days))


def _first_day(value: Edtf, calendar: Calendar) -> int | None:
    try:
        return value.days(calendar)[0]
    except ValueError:
        return None


def convert(value: Edtf, calendar: Calendar, other: Calendar) -> Edtf | None:
    """The value in another calendar: a day, or the interval of days that it is there.

    None where it is neither: some 25 December.
    """
    if not all(end.is_span for end in ends(value)):
        return None
    if isinstance(value, DateValue):
        return _convert_value(value, calendar, other)
    if isinstance(value, DateInterval):
        return _convert_interval(value, calendar, other)
    members = (
        _convert_value(member, calendar, other)
        if isinstance(member, DateValue)
        else _convert_interval(member, calendar, other)
        for member in value.members
    )
    return replace(value, members=tuple(members))


def _convert_value(
    value: DateValue, calendar: Calendar, other: Calendar
) -> DateValue | DateInterval:
    first, last = (
        DateValue(
            *from_day_number(other, number),
            approximate=value.approximate,
            uncertain=value.uncertain,
        )
        for number in value.days(calendar)
    )
    return replace(first, marks=value.marks) if value.is_day else DateInterval(first, last)


def _convert_interval(interval: DateInterval, calendar: Calendar, other: Calendar) -> DateInterval:
    start, end = (
        half and _convert_value(half, calendar, other) for half in (interval.start, interval.end)
    )
    return replace(
        interval,
        start=start.start if isinstance(start, DateInterval) else start,
        end=end.end if isinstance(end, DateInterval) else end,
    )


def coarse(days: Edtf, like: Edtf) -> Edtf:
    """An interval of days as months or years, as exact as a month or a year of another era."""
    if not (isinstance(days, DateInterval) and isinstance(like, DateValue)):
        return days
    month = like.month is not None
    start, end = (
        replace(each, day=None, month=each.month if month else None) for each in days.ends
    )
    return start if start == end else DateInterval(start, end)
