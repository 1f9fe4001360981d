"""Days that have a name: "Christmas Day 1066", "New Year's Eve", "Easter Sunday 1282"."""

from __future__ import annotations

from datetime import timedelta

from dateutil.easter import EASTER_JULIAN, EASTER_ORTHODOX, EASTER_WESTERN, easter

from flashgen.calendars import Calendar
from flashgen.dates import DateValue, HistoricalDate
from flashgen.rules.dates.pieces import (
    TURN,
    Match,
    Reading,
    Unsettled,
    in_calendar,
    rule,
    unspecified,
    year,
)
from flashgen.tables import pairs


def _days(group: str) -> dict[str, tuple[int, int]]:
    """Month and day by name."""
    split = ((name, value.split("-")) for name, value in pairs("feasts", group))
    return {name: (int(month), int(day)) for name, (month, day) in split}


# Names that mean a day whether or not a year follows, and those that need one beside them.
_NAMED_DAYS = _days("fixed_days")
_NAMED_WITH_YEAR = _days("fixed_days_with_a_year")
_DAYS_FROM_EASTER = {name: int(days) for name, days in pairs("feasts", "days_from_easter")}


def _name(match: Match) -> str:
    return " ".join(match["feast"].lower().replace("'", "’").split())


def _fixed(match: Match, in_year: int) -> HistoricalDate | None:
    return unspecified(DateValue(in_year, *(_NAMED_DAYS | _NAMED_WITH_YEAR)[_name(match)]))


def _movable(match: Match, in_year: int) -> Reading:
    """A day before or after Easter: until 1582 one day everywhere, since then in some years."""
    if in_year < 1:
        return Unsettled.DATE
    days = timedelta(_DAYS_FROM_EASTER[_name(match)])
    if in_year <= 1582:
        day = easter(in_year, EASTER_JULIAN) + days
        return unspecified(DateValue(day.year, day.month, day.day))
    day = easter(in_year, EASTER_WESTERN) + days
    if day != easter(in_year, EASTER_ORTHODOX) + days:
        return Unsettled.DATE
    return in_calendar(Calendar.GREGORIAN, DateValue(day.year, day.month, day.day))


def _any_of(names: dict[str, tuple[int, int]] | dict[str, int]) -> str:
    longest_first = sorted(names, key=len, reverse=True)
    words = "|".join(longest_first).replace(" ", " +").replace("’", "['’]")
    return rf"(?P<feast>(?i:{words}))"


RULES = (
    rule(
        "a feast",
        r"(?:[Oo]n|[Uu]pon|[Uu]ntil|[Tt]ill|[Bb]y|[Bb]efore|[Aa]fter|[Ss]ince|[Ff]rom|of) +"
        rf"(?:the +)?(?P<date>{_any_of(_NAMED_DAYS)})(?! +[A-Z])",
        _fixed,
    ),
    rule(
        "a feast and its year",
        rf"{_any_of(_NAMED_DAYS | _NAMED_WITH_YEAR)}(?:{year(1)}|{TURN})",
        _fixed,
    ),
    rule(
        "a feast that moves with Easter",
        rf"{_any_of(_DAYS_FROM_EASTER)}{year(1)}",
        _movable,
    ),
)
