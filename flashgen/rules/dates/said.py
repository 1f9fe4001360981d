"""What the words of a date say, and what a date told by reference hangs on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flashgen.calendars import Calendar, from_day_number
from flashgen.dates import DateValue, Edtf, HistoricalDate
from flashgen.rules.dates.pieces import Side, unify


def month_within(month: int | None) -> int | None:
    """The month itself, or the one in which a season begins."""
    return month if month is None or month <= 12 else 3 * (month - 20)


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a date may refer to: the last date told, and the last day, if it is certain which.

    ``looks_back``: the clause tells of what had been before.
    """

    told: HistoricalDate | None
    day: HistoricalDate | None
    looks_back: bool = False

    @property
    def value(self) -> DateValue | None:
        """The last date told, its New Style half if it has two; None for an interval."""
        halves = self._halves()
        return halves[0] if halves else None

    @property
    def year(self) -> int | None:
        """The year told; None for a decade, and for a day that lies in two years."""
        years = {half.year for half in self._halves() if not half.open_digits}
        return years.pop() if len(years) == 1 else None

    @property
    def month(self) -> int | None:
        """The month told; None where the other calendar may have another one."""
        if self.told is None or self.told.second or self.told.calendar is Calendar.JULIAN:
            return None
        month = self.value.month if self.value else None
        return month if month and month <= 12 else None

    def _halves(self) -> list[DateValue]:
        """The last date told in either calendar, as far as it is no interval there."""
        halves = (self.told.value, self.told.julian) if self.told else ()
        return [half for half in halves if isinstance(half, DateValue)]

    def days_on(self, days: int, *, approximate: bool = False) -> HistoricalDate | None:
        """So many days after the day told; None where that is not certain."""
        if self.day is None or not self.day.is_day:
            return None
        calendar = Calendar.GREGORIAN if self.day.calendar else self.day.counted_in
        try:
            number = self.day.span_days()[0] + days
            value = DateValue(*from_day_number(calendar, number), approximate=approximate)
            if self.day.calendar is None:
                return HistoricalDate.unspecified(value)
            return HistoricalDate.in_calendar(calendar, value)
        except ValueError:
            return None

    def months_on(self, months: int, *, approximate: bool = False) -> HistoricalDate | None:
        """The month so many months after the one told; None where that is not certain."""
        if self.year is None or self.month is None:
            return None
        years, before = divmod(self.month - 1 + months, 12)
        return self.in_year(self.year + years, before + 1, approximate=approximate)

    def in_year(
        self, year: int, month: int | None = None, day: int | None = None, *,
        approximate: bool = False,
    ) -> HistoricalDate | None:  # fmt: skip
        """A date of no calendar; None where there is no such day."""
        try:
            return HistoricalDate.unspecified(DateValue(year, month, day, approximate=approximate))
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Said:
    """What words say of a date.

    ``at`` gives its value in a year, or what it refers to (``refer``), None where it cannot be
    given; it raises ValueError where there is no such date. ``sides`` are what a range can be
    made of; ``month`` the one in which it begins.
    """

    at: Callable[[int], HistoricalDate | None] | None = None
    refer: Callable[[Anchor], HistoricalDate | None] | None = None
    sides: tuple[Side, ...] = ()
    year: int | None = None
    month: int | None = None
    needs_year: bool = True
    is_range: bool = False
    moves: bool = True
    near: bool = False

    @property
    def turn(self) -> int | None:
        """How many years after the one told it is, where it says so."""
        return self.sides[-1].points[-1].turn if self.sides else None

    @property
    def figures(self) -> int | None:
        """The last two figures of its year, where it states no more of it."""
        return self.sides[-1].points[-1].figures if self.sides else None

    @property
    def weekday(self) -> str | None:
        """The day of the week that it names."""
        return self.sides[0].weekday if self.sides else None


def known(value: Edtf | None) -> Said:
    """A date that needs no year of the story, and tells it none; None: it has no value."""
    date = None if value is None else HistoricalDate.unspecified(value)
    return Said(at=lambda _: date, needs_year=False)


def one(side: Side) -> Said:
    """A date of one side."""
    return Said(
        at=side.date, sides=(side,), year=side.year, month=min(side.months, default=None),
        is_range=len(side.points) > 1,
    )  # fmt: skip


def two(
    first: Side, second: Side, *, exact: bool = False, night: Side | None = None
) -> Said | None:
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
