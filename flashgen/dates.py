"""Dates as historians know them: in two calendars, to a day, a month, a season or less.

Values are EDTF strings (ISO 8601-2:2019), of which this subset is read and written:

    1917-11-07   1917-11   1917      a day, a month, a year
    1917-21 … 1917-24                spring, summer, autumn, winter
    186X   18XX                      a decade, a century
    1917-10~   1917?   1917-10%      approximate, uncertain, both
    1914-08/1918-11   1914/..        an interval, one end of which may be open

EDTF has no calendar of its own; here a value always stands beside the calendar that it is in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from flashgen.calendars import Calendar, day_number, from_day_number, month_length, weekday

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
# A season's first month and how many months it lasts; winter begins the year before it ends.
_SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}

_EDTF = re.compile(r"([0-9]{2,4})(X{0,2})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%]?)")


@dataclass(frozen=True, slots=True)
class DateValue:
    """A day, month, season, year, decade or century.

    ``month`` is 1 to 12, or 21 to 24 for a season. ``open_digits`` is 1 for a decade (then
    ``year`` is its first year), 2 for a century.
    """

    year: int
    month: int | None = None
    day: int | None = None
    open_digits: int = 0
    approximate: bool = False
    uncertain: bool = False

    def __str__(self) -> str:
        text = f"{self.year:04}"
        if self.open_digits:
            text = text[: -self.open_digits] + "X" * self.open_digits
        for part in (self.month, self.day):
            if part is not None:
                text += f"-{part:02}"
        marks = {(True, True): "%", (True, False): "~", (False, True): "?"}
        return text + marks.get((self.approximate, self.uncertain), "")

    @property
    def is_day(self) -> bool:
        """Whether this is a single day."""
        return self.day is not None

    def days(self, calendar: Calendar) -> tuple[int, int]:
        """The first and the last Julian Day Number, inclusive.

        Raises ValueError where the calendar has no such day.
        """
        if self.day is not None and self.month is not None:
            number = day_number(calendar, self.year, self.month, self.day)
            return number, number
        if self.month is None:
            last_year = self.year + 10**self.open_digits - 1
            return _month(calendar, max(self.year, 1), 1)[0], _month(calendar, last_year, 12)[1]
        if self.month in SEASONS:
            first = _SEASON_MONTHS[self.month]
            last = (self.year, first + 2) if first < 12 else (self.year + 1, 2)
            return _month(calendar, self.year, first)[0], _month(calendar, *last)[1]
        return _month(calendar, self.year, self.month)

    def words(self) -> str:
        """In English: "25 October 1917", "autumn 1917", "the 1860s", "about 1340"."""
        if self.open_digits == 2:
            text = f"the {_ordinal(self.year // 100 + 1)} century"
        elif self.open_digits == 1:
            text = f"the {self.year}s"
        else:
            text = _words(self.day, self.month, self.year)
        return ("about " if self.approximate else "") + text + ("?" if self.uncertain else "")


@dataclass(frozen=True, slots=True)
class DateInterval:
    """From one date to another; None is an open end."""

    start: DateValue | None
    end: DateValue | None

    def __str__(self) -> str:
        return f"{self.start or '..'}/{self.end or '..'}"

    @property
    def is_day(self) -> bool:
        """Whether this is a single day: never."""
        return False

    def days(self, calendar: Calendar) -> tuple[int, int]:
        """The first and the last Julian Day Number, inclusive; an open end adds nothing."""
        ends = [value.days(calendar) for value in (self.start, self.end) if value is not None]
        return ends[0][0], ends[-1][1]

    def words(self) -> str:
        """In English: "14–18 March 1917", "August 1914 – November 1918", "from 1914"."""
        start, end = self.start, self.end
        if end is None:
            return f"from {start.words()}" if start else ""
        if start is None:
            return f"until {end.words()}"
        if start.day and end.day and (start.year, start.month) == (end.year, end.month):
            return f"{start.day}–{end.words()}"
        if start.month and end.month and start.year == end.year:
            return f"{_words(start.day, start.month, None)} – {end.words()}"
        years_alone = start.words().isdigit() and end.words().isdigit()
        return f"{start.words()}{'–' if years_alone else ' – '}{end.words()}"


Edtf = DateValue | DateInterval


def parse_edtf(text: str) -> Edtf:
    """Read an EDTF string. Raises ValueError that says, to a person, what is wrong with it."""
    if "/" not in text:
        return _parse_value(text)
    halves = text.split("/", 1)
    if "" in halves:
        raise ValueError(f"'{text}' lacks a half; write '..' for an open end")
    interval = DateInterval(*(None if half == ".." else _parse_value(half) for half in halves))
    if interval.start is None and interval.end is None:
        raise ValueError(f"'{text}' has no end at all; give at least one")
    if interval.start and interval.end:
        first, last = (half.days(Calendar.JULIAN)[0] for half in (interval.start, interval.end))
        if first > last:
            raise ValueError(f"'{text}' ends before it begins; swap the two")
    return interval


def _parse_value(text: str) -> DateValue:
    if text.startswith("-"):
        raise ValueError(f"'{text}': a year before Christ cannot be kept; years begin with 0001")
    match = _EDTF.fullmatch(text)
    if match is None or len(match[1]) + len(match[2]) != 4 or (match[2] and match[3]):
        raise ValueError(f"'{text}' is no date; write it like 1917-11-07, 1917-11, 1917 or 186X")
    digits, open_digits, month, day, mark = match.groups()
    value = DateValue(
        year=int(digits) * 10 ** len(open_digits),
        month=int(month) if month else None,
        day=int(day) if day else None,
        open_digits=len(open_digits),
        approximate=mark in ("~", "%"),
        uncertain=mark in ("?", "%"),
    )
    if value.year == 0 and not open_digits:
        raise ValueError(f"'{text}': years go from 0001 to 9999")
    if value.month is not None and value.month not in (*range(1, 13), *SEASONS):
        raise ValueError(
            f"'{text}': month {value.month} does not exist; months go from 01 to 12, "
            "seasons from 21 to 24"
        )
    if value.day is not None and value.month in SEASONS:
        raise ValueError(f"'{text}': a season has no days")
    _require(value)
    return value


def _require(value: Edtf, calendar: Calendar | None = None) -> None:
    """Raise ValueError, in words, where the calendar, or else either of them, has no such day."""
    # The Julian calendar has every day that the Gregorian has, and some more.
    larger = calendar or Calendar.JULIAN
    for part in (value.start, value.end) if isinstance(value, DateInterval) else (value,):
        if part is not None and part.day is not None and part.month is not None:
            length = month_length(larger, part.year, part.month)
            if not 1 <= part.day <= length:
                where = f"the {calendar.title()}" if calendar else "either"
                raise ValueError(
                    f"there is no {part.day} {MONTHS[part.month - 1]} {part.year} in {where} "
                    f"calendar; that month has {length} days"
                )
    value.days(larger)


class Stated(StrEnum):
    """Which calendar a date was stated in."""

    DUAL = "dual"
    JULIAN = "julian"
    GREGORIAN = "gregorian"
    UNSPECIFIED = "unspecified"


@dataclass(frozen=True, slots=True)
class HistoricalDate:
    """A date as it was stated, and its value in both calendars.

    Where only one calendar was stated the other value is the conversion: a day becomes a day,
    and a month or a year the interval of days that it is in the other calendar. Where none was
    stated (UNSPECIFIED), ``gregorian`` holds the value as written and ``julian`` is None.
    """

    stated: Stated
    julian: Edtf | None
    gregorian: Edtf

    @classmethod
    def dual(cls, julian: Edtf, gregorian: Edtf) -> HistoricalDate:
        """A date stated in both calendars.

        Raises ValueError where a calendar has no such day, where the halves are to the day and
        not the same, or where they share no day at all.
        """
        _require(julian, Calendar.JULIAN)
        _require(gregorian, Calendar.GREGORIAN)
        old, new = julian.days(Calendar.JULIAN), gregorian.days(Calendar.GREGORIAN)
        days_differ = _to_the_day(julian) and _to_the_day(gregorian) and old != new
        if days_differ or old[1] < new[0] or new[1] < old[0]:
            right = _convert(julian, Calendar.JULIAN)
            raise ValueError(
                f"{julian.words()} Old Style is {right.words()} New Style, not {gregorian.words()}"
            )
        return cls(Stated.DUAL, julian, gregorian)

    @classmethod
    def in_calendar(cls, calendar: Calendar, value: Edtf) -> HistoricalDate:
        """A date stated in one calendar.

        Raises ValueError where that has no such day, or where the day's year in the other one
        is not one of 1 to 9999.
        """
        _require(value, calendar)
        if calendar is Calendar.JULIAN:
            return cls(Stated.JULIAN, value, _convert(value, calendar))
        return cls(Stated.GREGORIAN, _convert(value, calendar), value)

    @classmethod
    def unspecified(cls, value: Edtf) -> HistoricalDate:
        """A date whose calendar is not known. Raises ValueError where neither has such a day."""
        _require(value)
        return cls(Stated.UNSPECIFIED, None, value)

    @property
    def is_day(self) -> bool:
        """Whether it is known to the day."""
        return self.gregorian.is_day

    def span_days(self) -> tuple[int, int]:
        """The first and the last Julian Day Number; a date of no calendar counts as Gregorian."""
        if self.stated is Stated.JULIAN and self.julian is not None:
            return self.julian.days(Calendar.JULIAN)
        return self._as_gregorian().days(Calendar.GREGORIAN)

    def _as_gregorian(self) -> Edtf:
        """29 February 1900 of no calendar can only be Julian."""
        try:
            self.gregorian.days(Calendar.GREGORIAN)
        except ValueError:
            return _convert(self.gregorian, Calendar.JULIAN)
        return self.gregorian

    def weekday(self) -> str | None:
        """The day of the week, if the day and its calendar are known."""
        if not self.is_day or self.stated is Stated.UNSPECIFIED:
            return None
        return WEEKDAYS[weekday(self.span_days()[0])]

    def old_style(self) -> str:
        """The date in the Julian calendar, in words; "" where its calendar is not known."""
        return self.julian.words() if self.julian is not None else ""

    def new_style(self) -> str:
        """The date in the Gregorian calendar, in words; "" where its calendar is not known."""
        return self.gregorian.words() if self.stated is not Stated.UNSPECIFIED else ""

    def as_written(self) -> str:
        """As historians write it: "25 October/7 November 1917", "25 October 1917 (O.S.)"."""
        if self.stated is Stated.DUAL and self.julian is not None:
            return _both(self.julian, self.gregorian)
        if self.stated is Stated.JULIAN and self.julian is not None:
            return f"{self.julian.words()} (O.S.)"
        return self.gregorian.words()


def _to_the_day(value: Edtf) -> bool:
    """Whether it is a day, or runs from one day to another."""
    if isinstance(value, DateInterval):
        return all(half is not None and half.is_day for half in (value.start, value.end))
    return value.is_day


def _convert(value: Edtf, calendar: Calendar) -> Edtf:
    """The value in the other calendar: a day, or the interval of days that it is there."""
    if isinstance(value, DateInterval):
        start = _convert(value.start, calendar) if value.start else None
        end = _convert(value.end, calendar) if value.end else None
        return DateInterval(
            start.start if isinstance(start, DateInterval) else start,
            end.end if isinstance(end, DateInterval) else end,
        )
    first, last = (
        DateValue(
            *from_day_number(calendar.other, number),
            approximate=value.approximate,
            uncertain=value.uncertain,
        )
        for number in value.days(calendar)
    )
    return first if value.is_day else DateInterval(first, last)


def _both(julian: Edtf, gregorian: Edtf) -> str:
    """Two halves as one expression, what they share written once."""
    if isinstance(julian, DateInterval) or isinstance(gregorian, DateInterval):
        return f"{julian.words()}/{gregorian.words()}"
    if julian.year != gregorian.year or None in (julian.month, gregorian.month):
        return f"{julian.words()}/{gregorian.words()}"
    if julian.month == gregorian.month and julian.day:
        return f"{julian.day}/{gregorian.words()}"
    return f"{_words(julian.day, julian.month, None)}/{gregorian.words()}"


def _words(day: int | None, month: int | None, year: int | None) -> str:
    name = "" if month is None else SEASONS.get(month) or MONTHS[month - 1]
    return " ".join(str(part) for part in (day, name, year) if part)


def _month(calendar: Calendar, year: int, month: int) -> tuple[int, int]:
    first = day_number(calendar, year, month, 1)
    return first, first + month_length(calendar, year, month) - 1


def _ordinal(number: int) -> str:
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
