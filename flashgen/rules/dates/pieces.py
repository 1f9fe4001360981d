"""The pieces of a date as the words state them: points in time, and sides made of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flashgen.calendars import Calendar
from flashgen.dates import DateInterval, DateValue, Edtf, HistoricalDate

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
    double: bool = False
    figures: int | None = None
    turn: int | None = None

    def value(self, year: int) -> DateValue:
        """The value, in a year where it states none."""
        own = year if self.year is None else self.year
        return DateValue(own, self.month, self.day, approximate=self.about)


@dataclass(frozen=True, slots=True)
class Side:
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
        months = self.months
        return tuple(
            point if point.month or not point.day or not months
            else replace(point, month=months[0] if index else months[-1])
            for index, point in enumerate(self.points)
        )  # fmt: skip

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
            return HistoricalDate.in_calendar(Calendar.JULIAN, DateValue(1712, 2, 29))
        if self.calendar is not None:
            return HistoricalDate.in_calendar(self.calendar, value)
        if self.points[-1].double and self.points[-1].day:
            # Only Old Style years began in March, and only they are written with both numbers.
            return HistoricalDate.in_calendar(Calendar.JULIAN, value)
        return HistoricalDate.unspecified(value)


def in_order(first: DateValue, last: DateValue, *, one_of: bool = False) -> DateInterval:
    """From one date to another. Raises ValueError where they are not in order."""
    starts, ends = zip(first.days(Calendar.JULIAN), last.days(Calendar.JULIAN), strict=True)
    if starts[0] >= starts[1] or ends[0] >= ends[1]:
        raise ValueError(f"{first.words()} is not before {last.words()}")
    return DateInterval(first, last, one_of)
