"""Read a side of a date: each of its atoms says what it says."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from flashgen.calendars import Calendar
from flashgen.dates import WEEKDAYS
from flashgen.english.numbers import number_in_words
from flashgen.rules.dates.atoms import Atoms, letter
from flashgen.rules.dates.grammar import Match, compiled
from flashgen.rules.dates.said import Point, Side

_TURNS = {"next": 1, "following": 1, "previous": -1, "preceding": -1, "before": -1}


@cache
def _letters(*kinds: str) -> str:
    return "".join(map(letter, kinds))


def kinds_of(atoms: Atoms, index: int, *kinds: str) -> bool:
    """Whether an atom is of one of some kinds; no atom is of none."""
    return 0 <= index < len(atoms.kinds) and atoms.kinds[index] in _letters(*kinds)


def span_of(match: Match, name: str) -> tuple[int, int] | None:
    """Where a group lies; None where it is absent."""
    if name not in match.re.groupindex or match.start(name) < 0:
        return None
    return match.span(name)


def side_of(atoms: Atoms, match: Match, name: str) -> Side:
    """The side that a group of a pattern caught; an empty one where it caught none."""
    span = span_of(match, name)
    return Side((Point(),)) if span is None else read_side(atoms, *span)


def read_side(atoms: Atoms, first: int, last: int) -> Side:
    """What some atoms say together; a dash or "to" between days opens a second date."""
    points = [Point()]
    calendar: Calendar | None = None
    weekday: str | None = None
    for index in range(first, last):
        kind = atoms.kinds[index]
        point = points[-1]
        if kind in _letters("month", "mon", "season"):
            point = replace(point, month=atoms.number(index))
        elif kind in _letters("old", "old_bare", "old_word"):
            calendar = calendar or Calendar.JULIAN
        elif kind in _letters("new", "new_bare", "new_word"):
            calendar = calendar or Calendar.GREGORIAN
        elif kind in _letters("weekday"):
            weekday = WEEKDAYS[atoms.number(index)]
        elif kind in _letters("circa", "about"):
            point = replace(point, about=True)
        elif kind in _letters("year_word") and kinds_of(
            atoms, index - 1, "same", "next", "previous", "that"
        ):
            point = replace(point, turn=turn_of(atoms.word(index - 1)))
        elif kind in _letters("dash", "to", "until", "through") and _opens(atoms, index, last):
            points.append(Point())
            continue
        elif (year := _year_at(atoms, index)) is not None or kind in _letters("short"):
            point = _in_year(point, atoms, index, year)
        elif kind in _letters("num", "nth", "word_ordinal") and point.day is None:
            point = replace(point, day=atoms.number(index))
        points[-1] = point
    return Side(tuple(points), calendar, weekday)


def turn_of(word: str) -> int:
    """0 for "that same", 1 for "the following", -1 for "the previous"."""
    return _TURNS.get(word.lower(), 0)


def _opens(atoms: Atoms, index: int, last: int) -> bool:
    """Whether a second date follows a dash or a "to"."""
    following = index + 1 + kinds_of(atoms, index + 1, "the")
    return following < last and kinds_of(
        atoms, following, "num", "nth", "month", "mon", "word_ordinal", "n3", "year", "season"
    )


def _year_at(atoms: Atoms, index: int) -> int | None:
    """The year that an atom states, astronomical, the later one if it is double."""
    if kinds_of(atoms, index, "year", "double", "word_year", "n3", "n2", "num", "thousands"):
        if kinds_of(atoms, index + 1, "bc") or kinds_of(atoms, index - 1, "bc"):
            return 1 - atoms.number(index)
        in_era = kinds_of(atoms, index + 1, "ad") or kinds_of(atoms, index - 1, "ad")
        if in_era or kinds_of(atoms, index, "year", "double", "word_year", "n3"):
            return double_year(atoms.word(index)) or atoms.number(index)
    return None


def double_year(text: str) -> int | None:
    """The later year of "1648/9", "1731/32", "1699/1700", "sixteen forty-eight/nine"."""
    one, slash, later = text.partition("/")
    if not slash:
        return None
    first = int(one) if one.isdigit() else number_in_words(one) or 0
    last = later if later.isdigit() else str(number_in_words(later) or 0)
    return first + 1 if str(first + 1).endswith(last) else None


def _in_year(point: Point, atoms: Atoms, index: int, year: int | None) -> Point:
    if year is None:
        figures = re.sub(r"\D", "", atoms.word(index))
        return replace(point, figures=int(figures))
    word = atoms.word(index)
    if "/" in word and double_year(word) is None:
        return replace(point, year=atoms.number(index))
    return replace(point, year=year, double="/" in word)


def seen_before(pattern: str, atoms: Atoms, index: int, count: int = 8) -> bool:
    """Whether a pattern ends right before an atom."""
    found = compiled(f"(?:{pattern})$").search(atoms.kinds, max(0, index - count), index)
    return found is not None


def seen_behind(pattern: str, atoms: Atoms, index: int) -> bool:
    """Whether a pattern begins at an atom."""
    return compiled(pattern).match(atoms.kinds, index) is not None
