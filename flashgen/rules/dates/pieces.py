"""The pieces of a date as the words state them: points in time, and sides made of them.

Two sides are one date by unification: of the days that they may mean, the pair that is the same
wins. What a side leaves out the other one tells, or what follows both, or the story.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import product

from flashgen.dates.calendars import FIRST_GREGORIAN_DAY, Calendar
from flashgen.dates.edtf.conversion import to_the_day
from flashgen.dates.halves import are_same_days
from flashgen.dates.historical import (
    DateInterval,
    DateSet,
    DateValue,
    Edtf,
    HistoricalDate,
)

# As far apart as the calendars ever were, and a day of a slip of the pen on either side.
_GAPS = range(9, 16)
_LADY_DAY = (3, 25)
# Sweden, a day ahead of the Julian calendar since 1700, had two leap days when it went back.
_SWEDISH_DAY = DateValue(1712, 2, 30)


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month, season or year as far as the words state it; None is left out.

    ``year`` is astronomical, and the later one of a double year ("1648/9"). ``figures`` are the
    last two of a year ("’61"), ``turn`` how many years it lies after the one told ("of the
    following year").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    about: bool = False
    doubtful: bool = False
    double: bool = False
    figures: int | None = None
    turn: int | None = None

    def value(self, year: int) -> DateValue:
        """The value, in a year where it states none."""
        own = year if self.year is None else self.year
        return DateValue(own, self.month, self.day, approximate=self.about, uncertain=self.doubtful)


@dataclass(frozen=True, slots=True)
class DateSide:
    """One date, or from one to another, and the calendar that it names."""

    points: tuple[Point, ...]
    calendar: Calendar | None = None
    weekday: str | None = None
    one_of: bool = False

    @property
    def year(self) -> int | None:
        """The last year that it states."""
        return next((p.year for p in reversed(self.points) if p.year is not None), None)

    @property
    def months(self) -> list[int]:
        """The months that it states."""
        return [point.month for point in self.points if point.month is not None]

    def filled(self) -> tuple[Point, ...]:
        """Its points, a month that one leaves out taken from the other."""
        month = next(iter(self.months), None)
        return tuple(replace(p, month=month) if p.day and not p.month else p for p in self.points)

    def value(self, year: int) -> Edtf:
        """The value, in a year where it states none; raises ValueError where it has no order."""
        points = self.filled()
        if len(points) == 1:
            return points[0].value(year)
        # A range may begin in the old year: "28 December to 3 January 1917".
        turns = (points[0].month or 0) > (points[-1].month or 12)
        if points[0].year is not None and points[-1].year is None:
            last = points[-1].value(points[0].year + turns)
        else:
            last = points[-1].value(year)
        return in_order(points[0].value(last.year - turns), last, one_of=self.one_of)

    def date(self, year: int) -> HistoricalDate:
        """The date in its calendar, or in none. Raises ValueError where there is none."""
        value = self.value(year)
        if value == _SWEDISH_DAY:
            return HistoricalDate.in_calendar(Calendar.SWEDISH, value)
        if self.calendar is not None:
            return HistoricalDate.in_calendar(self.calendar, value)
        if self.points[-1].double and self.points[-1].day:
            # Only Old Style years began in March, and only they are written with both numbers.
            return HistoricalDate.in_calendar(Calendar.JULIAN, value)
        return HistoricalDate.unspecified(value)


def in_order(first: DateValue, last: DateValue, *, one_of: bool = False) -> DateInterval | DateSet:
    """From one date to another, or one of the two. Raises ValueError where they have no order."""
    starts, ends = zip(first.days(Calendar.JULIAN), last.days(Calendar.JULIAN), strict=True)
    if starts[0] >= starts[1] or ends[0] >= ends[1]:
        raise ValueError(f"{first.words()} is not before {last.words()}")
    return DateSet((first, last)) if one_of else DateInterval(first, last)


def unify(first: DateSide, second: DateSide, year: int, *, exact: bool = False) -> HistoricalDate:
    """Two sides as one date in two calendars: the pair that is the same days.

    Else, unless it must be ``exact``, the pair that is nearly as far apart as the calendars: it
    is the text that errs, and whoever asked for the dates is told. Raises ValueError where there
    is neither.
    """
    nearly: HistoricalDate | None = None
    for old, new in _pairs(first, second, year):
        for julian in _began_on_lady_day(old):
            with suppress(ValueError):
                if are_same_days(julian, new):
                    return HistoricalDate(julian, Calendar.JULIAN, new)
        with suppress(ValueError):
            here, there = old.days(Calendar.GREGORIAN), new.days(Calendar.GREGORIAN)
            apart = (there[0] - here[0], there[1] - here[1])
            fits = to_the_day(old, new) and all(days in _GAPS for days in apart)
            if nearly is None and fits and there[0] >= FIRST_GREGORIAN_DAY:
                nearly = HistoricalDate(old, Calendar.JULIAN, new)
    if nearly is None or exact:
        raise ValueError("the two sides are not the same days")
    return nearly


def _pairs(first: DateSide, second: DateSide, year: int) -> Iterator[tuple[Edtf, Edtf]]:
    """What the sides may mean, as Julian and Gregorian values, the likeliest first."""
    sides = product(_in_months(first, second), _in_months(second, first), (0, -1), (0, -1))
    for one_side, other, shift, other_shift in sides:
        with suppress(ValueError):
            values = one_side.value(year + shift), other.value(year + other_shift)
            yield values
            yield values[1], values[0]


def _in_months(side: DateSide, other: DateSide) -> list[DateSide]:
    """A side in its own months, or else in those of the other, or in those beside them."""
    if side.months or not other.months:
        return [side]
    months = [point.month or 0 for point in other.filled()]
    return [
        replace(side, points=tuple(
            replace(point, month=(month + shift - 1) % 12 + 1)
            for point, month in zip(side.points, months, strict=True)
        ))
        for shift in (0, -1, 1)
    ]  # fmt: skip


def _began_on_lady_day(old: Edtf) -> Iterator[Edtf]:
    """The Julian half in years that begin in January, and in one that began on 25 March."""
    yield old
    if isinstance(old, DateValue) and (old.month or 12, old.day or 1) < _LADY_DAY:
        yield replace(old, year=old.year + 1)
