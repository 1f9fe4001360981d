"""The two halves of a date that was written twice: whether they are one, and how one says it."""

from __future__ import annotations

from flashgen.dates.calendars import Calendar
from flashgen.dates.edtf import DateValue, Edtf, in_words, require_days
from flashgen.dates.edtf.conversion import convert, to_the_day


def are_same_days(julian: Edtf, gregorian: Edtf) -> bool:
    """Whether two halves may be one date: the same, if one is to the day, or else share a day.

    Raises ValueError where a calendar has no such day.
    """
    require_days(julian, Calendar.JULIAN)
    require_days(gregorian, Calendar.GREGORIAN)
    old, new = julian.days(Calendar.JULIAN), gregorian.days(Calendar.GREGORIAN)
    if to_the_day(julian) or to_the_day(gregorian):
        return old == new
    return old[0] <= new[1] and new[0] <= old[1]


def require_same_days(julian: Edtf, gregorian: Edtf) -> None:
    """Raise ValueError where two halves are not one date, or a calendar has no such day."""
    if not are_same_days(julian, gregorian):
        right = convert(julian, Calendar.JULIAN, Calendar.GREGORIAN)
        other = f"{right.words()} New Style, not " if right else "no day of "
        raise ValueError(f"{julian.words()} Old Style is {other}{gregorian.words()}")


def require_same_in_two_eras(
    calendar: Calendar, value: Edtf, newer: Calendar, western: Edtf
) -> None:
    """Raise ValueError where a half in the calendar of another era is not that in a western one.

    A day that was observed may differ by one.
    """
    require_days(western, newer)
    own, said = value.days(calendar), western.days(newer)
    spare = int(calendar.observed)
    apart = said[0] - own[1] > spare or own[0] - said[1] > spare
    if apart or (to_the_day(value, western) and abs(own[0] - said[0]) > spare):
        right = convert(value, calendar, newer)
        other = f"{right.words()}, not " if right else "no day of "
        raise ValueError(f"{value.words(calendar)} is {other}{western.words()}")


def in_both(julian: Edtf, gregorian: Edtf) -> str:
    """Two halves as one expression, what they share written once."""
    if julian == gregorian:
        return gregorian.words()
    if not (isinstance(julian, DateValue) and isinstance(gregorian, DateValue)):
        return f"{julian.words()}/{gregorian.words()}"
    if julian.year != gregorian.year or None in (julian.month, gregorian.month):
        return f"{julian.words()}/{gregorian.words()}"
    if julian.month == gregorian.month and julian.day:
        return f"{julian.day}/{gregorian.words()}"
    return f"{in_words(julian.day, julian.month, None)}/{gregorian.words()}"
