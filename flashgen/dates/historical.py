"""Dates as historians know them: what was written, in a calendar or in none, and its conversion."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from flashgen.dates.calendars import FIRST_GREGORIAN_DAY, IN_BOTH, Calendar, weekday
from flashgen.dates.edtf import DateInterval, DateSet, DateValue, Edtf, parse_edtf, require_days
from flashgen.dates.edtf.conversion import calendar_of, coarse, convert, ends, to_the_day
from flashgen.dates.halves import in_both, require_same_days, require_same_in_two_eras
from flashgen.english.numbers import WEEKDAYS

__all__ = ["DateInterval", "DateSet", "DateValue", "Edtf", "HistoricalDate", "Stated", "parse_edtf"]


# 1 March A.D. 4: before it the Romans kept the leap years of the Julian calendar wrongly, and
# nobody can be sure which day it was.
_FIRST_SURE_WEEKDAY = 1722579
NO_GREGORIAN_YET = "there was no Gregorian calendar before 15 October 1582"
_NAMES = {
    Calendar.REPUBLICAN: "French Republican",
    Calendar.ISLAMIC: "Islamic",
    Calendar.HEBREW: "Hebrew",
}


class Stated(StrEnum):
    """Which calendar a date was stated in."""

    DUAL = "dual"
    JULIAN = "julian"
    GREGORIAN = "gregorian"
    SWEDISH = "swedish"
    REPUBLICAN = "republican"
    ISLAMIC = "islamic"
    HEBREW = "hebrew"
    UNSPECIFIED = "unspecified"


@dataclass(frozen=True, slots=True)
class HistoricalDate:
    """A date as it was written, and the calendar that it was written in.

    ``calendar`` is None where nobody says it. A dual date was written twice: ``written`` is then
    the Julian half and ``second`` the Gregorian one; of a date in the calendar of another era
    ``second`` is that of the West, of the newest calendar of its time or of ``second_in``.
    Everything else follows: ``julian`` and ``gregorian`` are what was written, or else its
    conversion.
    """

    written: Edtf
    calendar: Calendar | None = None
    second: Edtf | None = None
    second_in: Calendar | None = None

    @classmethod
    def dual(cls, julian: Edtf, gregorian: Edtf) -> HistoricalDate:
        """A date stated in both calendars.

        Raises ValueError where a calendar has no such day, where a half is to the day and
        not the same as the other, or where they share no day at all.
        """
        require_same_days(julian, gregorian)
        return cls(julian, Calendar.JULIAN, gregorian)

    @classmethod
    def in_two_eras(
        cls, calendar: Calendar, value: Edtf, western: Edtf, second_in: Calendar | None = None
    ) -> HistoricalDate:
        """A date stated in the calendar of another era and in that of the West.

        Raises ValueError where a calendar has no such day or was not yet, or where the two are
        not the same days; a day that was observed may differ by one.
        """
        date = cls.in_calendar(calendar, value)
        newer = second_in or date.western
        if newer is Calendar.GREGORIAN and date.western is Calendar.JULIAN:
            raise ValueError(NO_GREGORIAN_YET)
        require_same_in_two_eras(calendar, value, newer, western)
        return cls(value, calendar, western, second_in)

    def check(self) -> None:
        """Raise ValueError where it was written twice and the two are not the same."""
        if self.second is not None and self.calendar is Calendar.JULIAN:
            HistoricalDate.dual(self.written, self.second)
        elif self.second is not None and self.calendar is not None:
            HistoricalDate.in_two_eras(self.calendar, self.written, self.second, self.second_in)

    @classmethod
    def in_calendar(cls, calendar: Calendar, value: Edtf) -> HistoricalDate:
        """A date stated in one calendar.

        Raises ValueError where that has no such day, or where the day's year in the Julian or
        the Gregorian one is not one of those that calendars count.
        """
        require_days(value, calendar)
        date = cls(value, calendar)
        if not all(day in IN_BOTH for day in value.days(calendar)):
            for other in (Calendar.JULIAN, Calendar.GREGORIAN):
                date._in(other)
        return date

    @classmethod
    def unspecified(cls, value: Edtf) -> HistoricalDate:
        """A date whose calendar is not known. Raises ValueError where neither has such a day."""
        require_days(value)
        return cls(value)

    @property
    def stated(self) -> Stated:
        """Which calendar it was stated in."""
        if self.second is not None and self.calendar is Calendar.JULIAN:
            return Stated.DUAL
        return Stated(self.calendar.value) if self.calendar else Stated.UNSPECIFIED

    @property
    def julian(self) -> Edtf | None:
        """The date in the Julian calendar; None where its calendar is not known."""
        return self._in(Calendar.JULIAN)

    @property
    def gregorian(self) -> Edtf | None:
        """The date in the Gregorian calendar; None where its own calendar is not known.

        None, too, before there was a Gregorian calendar. In the other calendar a day is a day, and
        a month or a year an interval of days.
        """
        return self._in(Calendar.GREGORIAN)

    def _in(self, calendar: Calendar) -> Edtf | None:
        if self.calendar is None or self.calendar is calendar:
            return self.written if self.calendar else None
        if self.second is not None and calendar is self.newer:
            return self.second
        of_its_time = calendar is self.western
        if not of_its_time and (calendar is Calendar.GREGORIAN or self.calendar.other_era):
            return None
        return convert(self.written, self.calendar, calendar)

    @property
    def has_two_calendars(self) -> bool:
        """Whether two were in use for it: it was written in both, or in Old Style after 1582.

        Not where both halves are the same month or year.
        """
        if self.calendar is None or self.second is not None:
            return self.second not in (None, self.written)
        return self.calendar is not self.western

    @property
    def western(self) -> Calendar:
        """The newest calendar of its time in the West: Gregorian since 15 October 1582."""
        new = self.second is not None and self.calendar is Calendar.JULIAN
        last = self.written.days(self.counted_in)[1]
        return Calendar.GREGORIAN if new or last >= FIRST_GREGORIAN_DAY else Calendar.JULIAN

    @property
    def newer(self) -> Calendar:
        """The calendar of the newer one of two halves."""
        return self.second_in or self.western

    def _sharper(self) -> tuple[Edtf, Calendar]:
        """The half that tells more, and its calendar; of two that tell as much, the newer one."""
        if self.second is not None:
            own, other = self.written.days(self.counted_in), self.second.days(self.newer)
            if 2 * (own[1] - own[0] + 1) > other[1] - other[0] + 1:
                return self.second, self.newer
        return self.written, self.counted_in

    @property
    def value(self) -> Edtf:
        """Its value where one must do: if two calendars were in use, that of the West."""
        half, calendar = self._sharper()
        if not self.has_two_calendars or calendar is self.western:
            return half
        return convert(half, calendar, self.western) or self.written

    @property
    def is_day(self) -> bool:
        """Whether it is known to the day."""
        return self._sharper()[0].is_day

    @property
    def is_to_the_day(self) -> bool:
        """Whether both calendars have a day for it: it is one, from day to day, or stated twice."""
        return self.second is not None or to_the_day(self.written)

    @property
    def counted_in(self) -> Calendar:
        """The calendar of ``written``; where none is known, the one of its time."""
        return self.calendar or calendar_of(self.written)

    def span_days(self) -> tuple[int, int]:
        """The first and the last Julian Day Number."""
        half, calendar = self._sharper()
        return half.days(calendar)

    def weekday(self) -> str | None:
        """The day of the week, if the day and its calendar are known, and no part is doubtful."""
        half, calendar = self._sharper()
        plain = all(end.is_plain for each in (self.written, self.second) for end in ends(each))
        if self.calendar is None or calendar.observed or not (half.is_day and plain):
            return None
        number = half.days(calendar)[0]
        return WEEKDAYS[weekday(number)] if number >= _FIRST_SURE_WEEKDAY else None

    def calendar_names(self) -> tuple[str, str]:
        """What the calendars of ``old_style`` and ``new_style`` are called."""
        if self.calendar is None or not self.calendar.other_era:
            return "Old Style (Julian)", "New Style (Gregorian)"
        return f"{_NAMES[self.calendar]} calendar", f"{self.newer.title()} calendar"

    def old_style(self) -> str:
        """The date in the older calendar, in words; "" where its calendar is not known.

        That is the Julian one, or that of another era.
        """
        if self.calendar and self.calendar.other_era:
            return self.written.words(self.calendar)
        return self.julian.words() if self.julian else ""

    def new_style(self) -> str:
        """The date in the newest calendar of the West, in words; "" where it is not known."""
        western = self._in(self.newer)
        if western is None:
            return ""
        if self.calendar is None or not self.calendar.other_era or self.second is not None:
            return western.words()
        if not self.is_to_the_day:
            return coarse(western, self.written).words()
        return western.words() + ", or a day earlier or later" * self.calendar.observed

    def as_written(self) -> str:
        """As historians write it: "25 October/7 November 1917", "25 October 1917 (O.S.)"."""
        if self.calendar and self.calendar.other_era:
            style = " O.S." * (self.newer is not self.western)
            return f"{self.old_style()} ({self.new_style()}{style})"
        if self.second is not None:
            return in_both(self.written, self.second)
        # A year is the same, but for some days, in either calendar.
        if not self.has_two_calendars or not any(end.month for end in ends(self.written)):
            return self.written.words()
        style = "Swedish calendar" if self.calendar is Calendar.SWEDISH else "O.S."
        return f"{self.written.words()} ({style})"
