"""What a date told by reference hangs on."""

from __future__ import annotations

from dataclasses import dataclass

from flashgen.calendars import Calendar, from_day_number
from flashgen.dates import DateValue, HistoricalDate


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
