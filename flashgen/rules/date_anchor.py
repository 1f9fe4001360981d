"""What a date told by reference hangs on."""

from __future__ import annotations

from dataclasses import dataclass

from flashgen.calendars import Calendar, from_day_number
from flashgen.dates import DateValue, HistoricalDate, Stated


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a date may refer to: the last date told, and the last day, if it is certain which."""

    told: HistoricalDate | None
    day: HistoricalDate | None

    @property
    def value(self) -> DateValue | None:
        """The last date told, its New Style half if it has two; None for an interval."""
        value = self.told.gregorian if self.told else None
        return value if isinstance(value, DateValue) else None

    @property
    def year(self) -> int | None:
        """The year told."""
        return self.value.year if self.value and not self.value.open_digits else None

    @property
    def month(self) -> int | None:
        """The month told, if it is the same in both calendars or no second one was stated."""
        if self.told is None or self.told.stated is Stated.DUAL or self.value is None:
            return None
        return self.value.month if self.value.month and self.value.month <= 12 else None

    def days_on(self, days: int, *, approximate: bool = False) -> HistoricalDate | None:
        """So many days after the day told; None where that is not certain."""
        if self.day is None or not self.day.is_day:
            return None
        try:
            number = self.day.span_days()[0] + days
            date = from_day_number(Calendar.GREGORIAN, number)
            value = DateValue(*date, approximate=approximate)
            if self.day.stated is Stated.UNSPECIFIED:
                return HistoricalDate.unspecified(value)
            return HistoricalDate.in_calendar(Calendar.GREGORIAN, value)
        except ValueError:
            return None
