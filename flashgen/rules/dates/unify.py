"""Two sides of a date as one: of the days that they may mean, the pair that is the same wins.

Each side says what it says: a day, a month, a year, a calendar. What it leaves out the other side
tells, or what follows both, or the story.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from flashgen.calendars import Calendar
from flashgen.dates import FIRST_GREGORIAN_DAY, DateValue, Edtf, HistoricalDate, to_the_day
from flashgen.rules.dates.pieces import Side

# As far apart as the calendars ever were, and a day of a slip of the pen on either side.
_GAPS = range(9, 16)
_LADY_DAY = (3, 25)


def unify(first: Side, second: Side, year: int, *, exact: bool = False) -> HistoricalDate:
    """Two sides as one date in two calendars: the pair that is the same days.

    Else, unless it must be ``exact``, the pair that is nearly as far apart as the calendars: it
    is the text that errs, and whoever asked for the dates is told. Raises ValueError where there
    is neither.
    """
    nearly: HistoricalDate | None = None
    for old, new in _pairs(first, second, year):
        try:
            there = new.days(Calendar.GREGORIAN)
            for julian in _began_on_lady_day(old, new):
                if _same(julian, new, julian.days(Calendar.JULIAN), there):
                    return HistoricalDate.dual(julian, new)
            here = old.days(Calendar.GREGORIAN)
        except ValueError:
            continue
        apart = (there[0] - here[0], there[1] - here[1])
        fits = to_the_day(old, new) and all(days in _GAPS for days in apart)
        if nearly is None and fits and there[0] >= FIRST_GREGORIAN_DAY:
            nearly = HistoricalDate(old, Calendar.JULIAN, new)
    if nearly is None or exact:
        raise ValueError("the two sides are not the same days")
    return nearly


def _same(old: Edtf, new: Edtf, here: tuple[int, int], there: tuple[int, int]) -> bool:
    """Whether two values are the same days, or months that share some."""
    if to_the_day(old) or to_the_day(new):
        return here == there
    return here[0] <= there[1] and there[0] <= here[1]


def _pairs(first: Side, second: Side, year: int) -> Iterator[tuple[Edtf, Edtf]]:
    """What the sides may mean, as Julian and Gregorian values, the likeliest first."""
    if len(first.points) != len(second.points):
        return
    calendar = first.calendar or (second.calendar and second.calendar.other)
    orders = [calendar] if calendar else [Calendar.JULIAN, Calendar.GREGORIAN]
    both_years = first.year if first.year is not None else second.year
    base = year if both_years is None else both_years
    near = (0, -1, 1)
    for one_side, other, shift, other_shift in product(
        _in_months(first, second), _in_months(second, first),
        near if first.year is None and second.year is not None else (0,),
        near if second.year is None else (0,),
    ):  # fmt: skip
        try:
            values = one_side.value(base + shift), other.value(base + other_shift)
        except ValueError:
            continue
        for order in orders:
            yield values if order is Calendar.JULIAN else (values[1], values[0])


def _in_months(side: Side, other: Side) -> list[Side]:
    """A side in its own months, or else in those of the other, or in those beside them."""
    if side.months or not other.months:
        return [side]
    pairs = list(zip(side.points, other.filled(), strict=True))
    return [
        replace(
            side,
            points=tuple(
                replace(point, month=(there.month + shift - 1) % 12 + 1) if there.month else point
                for point, there in pairs
            ),
        )
        for shift in (0, -1, 1)
    ]


def _began_on_lady_day(old: Edtf, new: Edtf) -> Iterator[Edtf]:
    """The Julian half in years that begin in January, and in one that began on 25 March."""
    yield old
    if isinstance(old, DateValue) and isinstance(new, DateValue):
        early = (old.month or 12, old.day or 1) < _LADY_DAY
        if early and new.year == old.year + 1:
            yield replace(old, year=new.year)
