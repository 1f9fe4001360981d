"""What the words of a date say, and what a date told by reference hangs on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flashgen.dates.calendars import Calendar, from_day_number
from flashgen.dates.historical import DateValue, Edtf, HistoricalDate
from flashgen.rules.dates.pieces import DateSide, unify


def month_within(month: int | None) -> int | None:
    """The month itself, or the one in which a season begins."""
    return month if month is None or month <= 12 else 3 * (month - 20)


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a date may refer to: the last date told, and the last day, if it is certain which.

    ``where`` it was told; ``looks_back``: what hangs on it may lie before it. Whatever is asked
    raises ValueError where it is not certain.
    """

    told: HistoricalDate | None
    day: HistoricalDate | None
    where: str
    looks_back: bool

    @property
    def value(self) -> DateValue:
        """The last date told, its New Style half if it has two."""
        *_, value = self.halves
        return value

    @property
    def year(self) -> int:
        """The year told, but not that of a day that lies in two years."""
        (year,) = {half.year for half in self.halves}
        return year

    @property
    def month(self) -> int:
        """The month told, where the other calendar may not have another one."""
        month = self.value.month or 0
        if not 1 <= month <= 12 or (self.told and self.told.calendar is Calendar.JULIAN):
            raise ValueError("no month was told")
        return month

    @property
    def halves(self) -> list[DateValue]:
        """The last date told, Old Style and New, or in no calendar."""
        told = (self.told.julian, self.told.value) if self.told else ()
        return [half for value in told if value and (half := _reached(value))]

    def days_on(self, days: int, *, approximate: bool = False) -> HistoricalDate:
        """So many days after the day told."""
        if self.day is None or not self.day.is_day:
            raise ValueError("no day was told")
        calendar = Calendar.GREGORIAN if self.day.calendar else self.day.counted_in
        number = self.day.span_days()[0] + days
        value = DateValue(*from_day_number(calendar, number), approximate=approximate)
        if self.day.calendar is None:
            return HistoricalDate.unspecified(value)
        return HistoricalDate.in_calendar(calendar, value)

    def months_on(
        self, months: int, *, day: int | None = None, approximate: bool = False
    ) -> HistoricalDate:
        """The month so many months after the one told, or a day of it."""
        years, before = divmod(self.month - 1 + months, 12)
        value = DateValue(self.year + years, before + 1, day, approximate=approximate)
        return HistoricalDate.unspecified(value)

    def in_year(
        self, turn: int, month: int | None = None, day: int | None = None
    ) -> HistoricalDate:
        """A date of no calendar, so many years after the one told."""
        return HistoricalDate.unspecified(DateValue(self.year + turn, month, day))


def _reached(value: Edtf) -> DateValue | None:
    """A value, or where an interval ends; where it begins, if that is in the same month."""
    if isinstance(value, DateValue):
        return value
    start, end = value.ends[0], value.ends[-1]
    return start if (start.year, start.month) == (end.year, end.month) else end


@dataclass(frozen=True, slots=True)
class Said:
    """What words say of a date.

    ``at`` gives its value in a year, None where it cannot be given; it raises ValueError where
    there is no such date. ``refer`` gives what it refers to. ``sides`` are what a range can be
    made of, and the first one's weekday is tested against what ``at`` gives, if that is a day;
    ``month`` is the one in which it begins; ``figures`` are the last two of its year, where it
    states no more of that.
    """

    at: Callable[[int], HistoricalDate | None] = lambda _: None
    refer: Callable[[Anchor], HistoricalDate | None] | None = None
    sides: tuple[DateSide, ...] = ()
    year: int | None = None
    month: int | None = None
    needs_year: bool = True
    is_range: bool = False
    moves: bool = True
    figures: int | None = None

    @property
    def turn(self) -> int | None:
        """How many years after the one told it is, where it says so."""
        return self.sides[-1].points[-1].turn if self.sides else None

    @property
    def weekday(self) -> str | None:
        """The day of the week that it names."""
        return self.sides[0].weekday if self.sides else None


def known(value: Edtf | None) -> Said:
    """A date that needs no year of the story, and tells it none; None: it has no value."""
    date = None if value is None else HistoricalDate.unspecified(value)
    return Said(at=lambda _: date, needs_year=False)


def one(side: DateSide) -> Said:
    """A date of one side."""
    return Said(
        at=side.date, sides=(side,), year=side.year, month=min(side.months, default=None),
        is_range=len(side.points) > 1, figures=side.points[-1].figures,
    )  # fmt: skip


def two(
    first: DateSide, second: DateSide, *, exact: bool = False, night: DateSide | None = None
) -> Said:
    """A date of two sides, which must be the same days if ``exact``; else it may be a ``night``."""

    def at(year: int) -> HistoricalDate:
        try:
            return unify(first, second, year, exact=exact)
        except ValueError:
            if night is None:
                raise
            return night.date(year)

    months = [*first.months, *second.months]
    year = second.year if second.year is not None else first.year
    return Said(at=at, sides=(first, second), year=year, month=min(months))
