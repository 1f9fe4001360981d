"""What EDTF can say: a date, an interval, a set; which days it spans, and how it is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flashgen.dates.calendars import Calendar, day_number, month_length, span
from flashgen.dates.edtf import wording

# The parts of a year beyond the months: the first month of each, and how many months it lasts.
# A season that lasts over New Year is counted to the year in which it begins.
_SEASONS = ((3, 3), (6, 3), (9, 3), (12, 3))
_QUARTERS = ((1, 3), (4, 3), (7, 3), (10, 3))
_THIRDS_AND_HALVES = ((1, 4), (5, 4), (9, 4), (1, 6), (7, 6))
_IN_THE_SOUTH = (*_SEASONS[2:], *_SEASONS[:2])
PARTS_OF_YEAR = dict(
    enumerate((*_SEASONS, *_SEASONS, *_IN_THE_SOUTH, *_QUARTERS, *_THIRDS_AND_HALVES), 21)
)

# The number of a month or a day that is not known.
UNKNOWN = -1

# What EDTF writes for (approximate, uncertain).
MARKS = {(True, True): "%", (True, False): "~", (False, True): "?", (False, False): ""}


@dataclass(frozen=True, slots=True)
class DateValue:
    """A day, a month or another part of a year, a year, decade or century.

    ``year`` is astronomical: 0 is 1 BC. ``month`` is 1 to 12, or 21 to 41 for a part of the year.
    Of the year the last ``open_digits`` are not known (then it is the first that it can be): 1 for
    a decade, 2 for a century. A month or a day may be UNKNOWN, too. Where only some
    parts are approximate or uncertain, ``marks`` has the mark of each: ("?", "", "~"). Of a year
    that is estimated, ``significant`` digits are sure.
    """

    year: int
    month: int | None = None
    day: int | None = None
    open_digits: int = 0
    approximate: bool = False
    uncertain: bool = False
    marks: tuple[str, ...] = ()
    significant: int = 0

    def __str__(self) -> str:
        year = f"{'-' * (self.year < 0)}{abs(self.year):04}"
        year = year[: len(year) - self.open_digits] + "X" * self.open_digits
        rest = (part for part in (self.month, self.day) if part is not None)
        parts = [year, *("XX" if part == UNKNOWN else f"{part:02}" for part in rest)]
        if self.significant:
            parts[0] += f"S{self.significant}"
        return "-".join(_marked(parts, self.marks)) + MARKS[self.approximate, self.uncertain]

    @property
    def is_day(self) -> bool:
        """Whether this is a single day."""
        return self.day is not None and not self._has_unknown

    @property
    def is_span(self) -> bool:
        """Whether its days follow one another: not those of "some 25 December"."""
        in_some_year = self.open_digits and self.month not in (None, UNKNOWN)
        in_some_month = self.month == UNKNOWN and self.day not in (None, UNKNOWN)
        return not (in_some_year or in_some_month)

    def days(self, calendar: Calendar) -> tuple[int, int]:
        """The first and the last Julian Day Number, inclusive.

        Raises ValueError where the calendar has no such day.
        """
        if self.day is not None and not self._has_unknown:
            number = day_number(calendar, self.year, self.month or 1, self.day)
            return number, number
        years = self._years
        if self.month in PARTS_OF_YEAR:
            first, months = PARTS_OF_YEAR[self.month]
            turn, last = divmod(first + months - 2, 12)
            return span(calendar, years[0], first)[0], span(calendar, years[-1] + turn, last + 1)[1]
        month = None if self.month == UNKNOWN else self.month
        if self.day is None or self.day == UNKNOWN:
            return span(calendar, years[0], month)[0], span(calendar, years[-1], month)[1]
        first = _first_day(calendar, years, month or 1, self.day)
        return first, _first_day(calendar, reversed(years), month or 12, self.day)

    def words(self, calendar: Calendar = Calendar.GREGORIAN) -> str:
        """In English: "25 October 1917", "autumn 1917", "the 1860s", "about 1340, perhaps".

        ``calendar`` names the months and years: the European ones do it alike.
        """
        return self._sure(calendar) + ", perhaps" * self.uncertain

    def within(self, calendar: Calendar = Calendar.GREGORIAN) -> str:
        """The same, as a part of an interval or a set: "perhaps about 1340"."""
        return "perhaps " * self.uncertain + self._sure(calendar)

    def _sure(self, calendar: Calendar) -> str:
        if self._has_unknown:
            text = wording.of_some(self.day, self.month, self.year, self.open_digits)
        else:
            text = wording.in_words(self.day, self.month, self.year, calendar)
        if self.significant:
            between = (wording.year_in_words(self._years[end]) for end in (0, -1))
            text = f"about {text}, between {' and '.join(between)}"
        if self.marks:
            text += f" ({wording.of_marks(self.marks)})"
        return "about " * self.approximate + text

    @property
    def _years(self) -> range:
        """All years that it can be of."""
        size = 10 ** (4 - self.significant if self.significant else self.open_digits)
        first = self.year // size * size if self.significant else self.year
        return range(first, first + size)

    @property
    def is_plain(self) -> bool:
        """Whether nothing of it is unknown or marked."""
        marked = self.approximate or self.uncertain or self.marks or self.significant
        return not (marked or self._has_unknown)

    @property
    def _has_unknown(self) -> bool:
        return bool(self.open_digits) or UNKNOWN in (self.month, self.day)

    def before(self, end: DateValue, calendar: Calendar) -> str:
        """In English, without what the end of an interval or set repeats: "10" of 10–11 June."""
        plain = self.is_plain and end.is_plain
        if not (plain and self.year == end.year and self.month and end.month):
            return self.within(calendar)
        same_month = self.day and end.day and self.month == end.month
        return wording.in_words(self.day, None if same_month else self.month, None, calendar)


@dataclass(frozen=True, slots=True)
class DateInterval:
    """From one date to another; None is an open end, or one that is not ``known``."""

    start: DateValue | None
    end: DateValue | None
    known: bool = True

    def __str__(self) -> str:
        absent = ".." if self.known else ""
        return f"{self.start or absent}/{self.end or absent}"

    @property
    def is_day(self) -> bool:
        """Whether this is a single day: never."""
        return False

    @property
    def ends(self) -> list[DateValue]:
        """Its one or two ends."""
        return [end for end in (self.start, self.end) if end is not None]

    def days(self, calendar: Calendar) -> tuple[int, int]:
        """The first and the last Julian Day Number, inclusive; an open end adds nothing."""
        return self.ends[0].days(calendar)[0], self.ends[-1].days(calendar)[1]

    def words(self, calendar: Calendar = Calendar.GREGORIAN) -> str:
        """In English: "14–18 March 1917", "August 1914 – November 1918", "from 1914"."""
        start, end = self.start, self.end
        if start is None or end is None:
            (one,) = self.ends
            if self.known:
                return f"{'from' if start else 'until'} {one.within(calendar)}"
            ends = (each.within(calendar) if each else "an unknown date" for each in (start, end))
            return "from {} to {}".format(*ends)
        first, last = start.before(end, calendar), end.within(calendar)
        if start.is_plain and end.is_plain and not (start.month or end.month):
            if end.year <= 0:
                first = first.removesuffix(" BC")
            elif start.year > 0:
                last = last.removeprefix("AD ")
        figures = first.removeprefix("AD ").isdigit() and last[0].isdigit()
        close = figures and (start.day or not end.month)
        return f"{first}{'–' if close else ' – '}{last}"


@dataclass(frozen=True, slots=True)
class DateSet:
    """One of several dates, or ``every`` one of them; an interval stands for all in it."""

    members: tuple[DateValue | DateInterval, ...]
    every: bool = False

    def __str__(self) -> str:
        members = (str(member).replace("../", "..").replace("/..", "..") for member in self.members)
        opening, closing = "{}" if self.every else "[]"
        return opening + ",".join(member.replace("/", "..") for member in members) + closing

    @property
    def is_day(self) -> bool:
        """Whether this is a single day: never."""
        return False

    @property
    def ends(self) -> list[DateValue]:
        """All dates that it names."""
        return [
            end for m in self.members for end in (m.ends if isinstance(m, DateInterval) else [m])
        ]

    def days(self, calendar: Calendar) -> tuple[int, int]:
        """The first and the last Julian Day Number, inclusive; an open end adds nothing."""
        days = [member.days(calendar) for member in self.members]
        return min(first for first, _ in days), max(last for _, last in days)

    def words(self, calendar: Calendar = Calendar.GREGORIAN) -> str:
        """In English, the earliest first: "10 or 11 June 1815", "1667, 1668 and 1670–1672"."""
        members = sorted(self.members, key=_begins)
        words = [self._member(member, calendar) for member in members]
        dates = [member for member in members if isinstance(member, DateValue)]
        if len(dates) == len(words):
            words[:-1] = [date.before(dates[-1], calendar) for date in dates[:-1]]
        link = " and " if self.every else " or "
        return link.join(filter(None, (", ".join(words[:-1]), words[-1])))

    def _member(self, member: DateValue | DateInterval, calendar: Calendar) -> str:
        if isinstance(member, DateValue):
            return member.within(calendar)
        if member.start and member.end:
            return member.words(calendar)
        side = "later" if member.start else "earlier"
        return f"{member.ends[0].within(calendar)} {'and all' if self.every else 'or'} {side}"


Edtf = DateValue | DateInterval | DateSet


def _begins(member: DateValue | DateInterval) -> tuple[int, ...]:
    """What members of a set are sorted by: the year, month and day with which each begins."""
    start = member if isinstance(member, DateValue) else member.start
    return (start.year, start.month or 0, start.day or 0) if start else ()


def _marked(parts: list[str], marks: tuple[str, ...]) -> list[str]:
    """The parts with their marks: behind the last of those that share one, before one alone."""
    if not marks:
        return parts
    group = next((i for i, mark in enumerate(marks) if mark != marks[0]), len(marks)) - 1
    return [
        part + mark if place == group else part if place < group else mark + part
        for place, (part, mark) in enumerate(zip(parts, marks, strict=True))
    ]


def _first_day(calendar: Calendar, years: Iterable[int], month: int, day: int) -> int:
    """The number of a day in the first of the years that has it; 29 February waits for one."""
    years = list(years)
    having = (year for year in years if day <= month_length(calendar, year, month))
    return day_number(calendar, next(having, years[0]), month, day)
