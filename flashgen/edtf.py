"""Values of dates: a day, a month, a season or less, in no calendar of their own.

They are EDTF strings (ISO 8601-2:2019), of which this subset is read and written:

    1917-11-07   1917-11   1917      a day, a month, a year
    1917-21 … 1917-24                spring, summer, autumn, winter
    186X   18XX                      a decade, a century
    1917-10~   1917?   1917-10%      approximate, uncertain, both
    1914-08/1918-11   1914/..        an interval, one end of which may be open
    [1815-06-10,1815-06-11]          one of the two
    -0043-03-15   -02XX              44 B.C.; the third century B.C. (years are astronomical)
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from flashgen.calendars import FIRST_YEAR, Calendar, day_number, month_length
from flashgen.english.numbers import MONTHS

SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
# A season's first month and how many months it lasts; winter begins the year before it ends.
_SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}

_EDTF = re.compile(r"(-?)([0-9]{2,4})(X{0,2})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%]?)")


@dataclass(frozen=True, slots=True)
class DateValue:
    """A day, month, season, year, decade or century.

    ``year`` is astronomical: 0 is 1 B.C. ``month`` is 1 to 12, or 21 to 24 for a season.
    ``open_digits`` is 1 for a decade (then ``year`` is its first year), 2 for a century.
    """

    year: int
    month: int | None = None
    day: int | None = None
    open_digits: int = 0
    approximate: bool = False
    uncertain: bool = False

    def __str__(self) -> str:
        text = f"{'-' * (self.year < 0)}{abs(self.year):04}"
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
            return _month(calendar, self.year, 1)[0], _month(calendar, last_year, 12)[1]
        if self.month in SEASONS:
            first = _SEASON_MONTHS[self.month]
            last = (self.year, first + 2) if first < 12 else (self.year + 1, 2)
            return _month(calendar, self.year, first)[0], _month(calendar, *last)[1]
        return _month(calendar, self.year, self.month)

    def words(self) -> str:
        """In English: "25 October 1917", "autumn 1917", "the 1860s", "about 1340"."""
        if self.open_digits == 2 and self.year < 0:
            text = f"the {_ordinal(-self.year // 100 + 1)} century BC"
        elif self.open_digits == 2:
            text = f"the {_ordinal(self.year // 100 + 1)} century"
        elif self.open_digits == 1 and self.year < 0:
            text = f"{1 - self.year}–{-8 - self.year} BC"
        elif self.open_digits == 1:
            text = f"the {self.year}s"
        else:
            text = in_words(self.day, self.month, self.year)
        return ("about " if self.approximate else "") + text + ("?" if self.uncertain else "")


@dataclass(frozen=True, slots=True)
class DateInterval:
    """From one date to another, None is an open end; or ``one_of`` the two, and none between."""

    start: DateValue | None
    end: DateValue | None
    one_of: bool = False

    def __str__(self) -> str:
        if self.one_of:
            return f"[{self.start},{self.end}]"
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
        if self.one_of:
            return f"{_apart(start, end)} or {end.words()}"
        if start.day and end.day and (start.year, start.month) == (end.year, end.month):
            return f"{start.day}–{end.words()}"
        if start.month and end.month and start.year == end.year:
            return f"{_apart(start, end)} – {end.words()}"
        if end.year <= 0 and not (start.month or end.month or start.open_digits or end.open_digits):
            return f"{1 - start.year}–{end.words()}"
        years_alone = start.words().isdigit() and end.words().isdigit()
        return f"{start.words()}{'–' if years_alone else ' – '}{end.words()}"


Edtf = DateValue | DateInterval


def parse_edtf(text: str) -> Edtf:
    """Read an EDTF string. Raises ValueError that says, to a person, what is wrong with it."""
    one_of = text.startswith("[") and text.endswith("]") and "," in text
    if not one_of and "/" not in text:
        return _parse_value(text)
    halves = text[1:-1].split(",", 1) if one_of else text.split("/", 1)
    if "" in halves:
        raise ValueError(f"'{text}' lacks a half; write '..' for an open end")
    start, end = (None if half == ".." and not one_of else _parse_value(half) for half in halves)
    interval = DateInterval(start, end, one_of)
    if start is None and end is None:
        raise ValueError(f"'{text}' has no end at all; give at least one")
    if start == end:
        raise ValueError(f"'{text}' is twice the same; write '{start}'")
    if interval.start and interval.end:
        first, last = (half.days(Calendar.JULIAN)[0] for half in (interval.start, interval.end))
        if first > last:
            raise ValueError(f"'{text}' ends before it begins; swap the two")
    return interval


def _parse_value(text: str) -> DateValue:
    match = _EDTF.fullmatch(text)
    if match is None or len(match[2]) + len(match[3]) != 4 or (match[3] and match[4]):
        raise ValueError(f"'{text}' is no date; write it like 1917-11-07, 1917-11, 1917 or 186X")
    sign, digits, open_digits, month, day, mark = match.groups()
    first = int(digits) * 10 ** len(open_digits)
    if sign:  # the first year is the one furthest back
        first = -first - 10 ** len(open_digits) + 1
    value = DateValue(
        year=first,
        month=int(month) if month else None,
        day=int(day) if day else None,
        open_digits=len(open_digits),
        approximate=mark in ("~", "%"),
        uncertain=mark in ("?", "%"),
    )
    if value.year < FIRST_YEAR or (sign and first == 0):
        raise ValueError(f"'{text}': years go from {FIRST_YEAR} to 9999, and 0000 is 1 BC")
    if value.month is not None and value.month not in (*range(1, 13), *SEASONS):
        raise ValueError(
            f"'{text}': month {value.month} does not exist; months go from 01 to 12, "
            "seasons from 21 to 24"
        )
    if value.day is not None and value.month in SEASONS:
        raise ValueError(f"'{text}': a season has no days")
    require_days(value)
    return value


def require_days(value: Edtf, calendar: Calendar | None = None) -> None:
    """Raise ValueError, in words, where the calendar, or else either of them, has no such day."""
    # The Julian calendar has every day that the Gregorian has, and some more.
    larger = calendar or Calendar.JULIAN
    for part in (value.start, value.end) if isinstance(value, DateInterval) else (value,):
        if part is not None and part.day is not None and part.month is not None:
            length = month_length(larger, part.year, part.month)
            if not 1 <= part.day <= length:
                where = f"the {calendar.title()}" if calendar else "either"
                raise ValueError(
                    f"there is no {in_words(part.day, part.month, part.year)} in {where} "
                    f"calendar; that month has {length} days"
                )
    value.days(larger)


def in_words(day: int | None, month: int | None, year: int | None) -> str:
    """What there is of a date in English; None is left out: "15 March 44 BC", "25 October"."""
    name = "" if month is None else SEASONS.get(month) or MONTHS[month - 1]
    in_year = "" if year is None else str(year) if year > 0 else f"{1 - year} BC"
    return " ".join(part for part in ("" if day is None else str(day), name, in_year) if part)


def _apart(start: DateValue, end: DateValue) -> str:
    """The first of two dates as far as it is not the second: "10" of 10 and 11 June 1815."""
    if start.year != end.year or start.open_digits or not start.month:
        return start.words()
    same_month = start.day and start.month == end.month
    return in_words(start.day, None if same_month else start.month, None)


def _month(calendar: Calendar, year: int, month: int) -> tuple[int, int]:
    first = day_number(calendar, year, month, 1)
    return first, first + month_length(calendar, year, month) - 1


def _ordinal(number: int) -> str:
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
