"""What the words of a date say, before the story has completed them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flashgen.dates import Edtf, HistoricalDate
from flashgen.rules.dates.anchor import Anchor
from flashgen.rules.dates.pieces import Side
from flashgen.rules.dates.unify import unify


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
        at=side.date, sides=(side,), year=side.year, month=next(iter(side.months), None),
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

    months = first.months or second.months
    if not months:
        return None
    year = second.year if second.year is not None else first.year
    return Said(at=at, sides=(first, second), year=year, month=months[0])
