"""Read a side of a date: each of its atoms says what it says."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from flashgen.dates.calendars import Calendar
from flashgen.english.numbers import WEEKDAYS, number_in_words
from flashgen.rules.dates.atoms import Atoms
from flashgen.rules.dates.grammar import Spans, compiled, kinds_of, seen_before, seen_behind
from flashgen.rules.dates.pieces import DateSide, Point

_TURNS = {
    **dict.fromkeys(("next", "following", "prox", "proximo"), 1),
    **dict.fromkeys(("previous", "preceding", "before", "ult", "ultimo"), -1),
}


def side_of(atoms: Atoms, match: Spans, name: str) -> DateSide:
    """The side that a group of a pattern caught; an empty one where it caught none."""
    return read_side(atoms, *match[name]) if name in match else DateSide((Point(),))


def read_side(atoms: Atoms, first: int, last: int) -> DateSide:
    """What some atoms say together; a dash, "to", "and" or a comma may open one more date.

    Raises ValueError where dates in a row do not follow each other.
    """
    points: list[dict[str, Any]] = [{}]
    side: dict[str, Any] = {"one_of": False}
    in_a_row = not kinds_of(atoms, first, "between")
    for index in range(first, last):
        if points[-1] and index + 1 < last and _opens_another(atoms, index):
            in_a_row &= kinds_of(atoms, index, "comma and")
            side["one_of"] |= kinds_of(atoms, index, "or")
            points.append({})
        elif kinds_of(atoms, index, "old old_bare old_word"):
            side.setdefault("calendar", Calendar.JULIAN)
        elif kinds_of(atoms, index, "new new_bare new_word"):
            side.setdefault("calendar", Calendar.GREGORIAN)
        elif kinds_of(atoms, index, "weekday"):
            side["weekday"] = WEEKDAYS[atoms.number(index)]
        else:
            points[-1] = _says(atoms, index) | points[-1]
    days = [point.get("day", 0) for point in points]
    if in_a_row and days[0] and days != list(range(days[0], days[0] + len(days))):
        raise ValueError("these days do not follow each other")
    return DateSide(tuple(Point(**point) for point in points), **side)


def _opens_another(atoms: Atoms, index: int) -> bool:
    if not seen_behind("OPENS", atoms, index):
        return False
    return not (kinds_of(atoms, index, "comma") and _year_at(atoms, index + 1) is not None)


def _says(atoms: Atoms, index: int) -> dict[str, Any]:
    """What one atom says of a point in time."""
    if (year := _year_at(atoms, index)) is not None:
        return {"year": year, "double": _double_year(atoms.word(index)) is not None}
    return next((says(atoms, index) for kinds, says in _SAYS if kinds_of(atoms, index, kinds)), {})


def turn_of(word: str) -> int:
    """0 for "that same" and "inst.", 1 for "the following", -1 for "the previous"."""
    return _TURNS.get(word.lower(), 0)


def _year_at(atoms: Atoms, index: int) -> int | None:
    """The year that an atom states, astronomical, the later one if it is double."""
    if not kinds_of(atoms, index, "year double word_year n3 num thousands"):
        return None
    number = atoms.number(index)
    era = compiled("ERA_BEHIND").match(atoms.kinds, index + 1)
    if (era and era["bc"]) or seen_before("bc (?: COUNT dash )?", atoms, index):
        return 1 - number
    if era or seen_before("auc", atoms, index):
        return number - 753  # Varro's era: Rome was founded in 753 B.C.
    in_era = kinds_of(atoms, index + 1, "ad") or seen_before(
        "ad (?: COUNT (?: TO | [or slash] ) )?", atoms, index
    )
    if in_era or kinds_of(atoms, index, "year double word_year n3"):
        return _double_year(atoms.word(index)) or number
    return None


def _double_year(text: str) -> int | None:
    """The later year of "1648/9", "1731/32", "1699/1700", "sixteen forty-eight/nine"."""
    one, slash, later = text.partition("/")
    first = int(one) if one.isdigit() else number_in_words(one) or 0
    last = later if later.isdigit() else str(number_in_words(later) or 0)
    return first + 1 if slash and str(first + 1).endswith(last) else None


# What an atom of some kinds says of a point in time, if it is no year.
_SAYS: tuple[tuple[str, Callable[[Atoms, int], dict[str, Any]]], ...] = (
    ("month mon season", lambda atoms, i: {"month": atoms.number(i)}),
    ("circa about", lambda *_: {"about": True}),
    ("year_word", lambda atoms, i: {"turn": turn_of(atoms.word(i - 1))}),
    ("short", lambda atoms, i: {"figures": int(re.sub(r"\D", "", atoms.word(i)))}),
    ("num nth word_ordinal", lambda atoms, i: {"day": atoms.number(i)}),
)
