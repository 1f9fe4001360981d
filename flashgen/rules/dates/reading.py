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
# What opens a second date of a side, and what makes figures a year of Rome or before Christ.
_OPENS = (
    "[dash to until through and or comma slash] the? circa? [num nth n2 n3 month mon year season]"
)
_ERA_BEHIND = "(?: bc? (?: TO | [slash and or] ) circa? COUNT )? (?: {bc: bc } | {auc: auc } )"


@cache
def _letters(*kinds: str) -> str:
    return "".join(map(letter, kinds))


def kinds_of(atoms: Atoms, index: int, *kinds: str) -> bool:
    """Whether an atom is of one of some kinds; no atom is of none."""
    return 0 <= index < len(atoms.kinds) and atoms.kinds[index] in _letters(*kinds)


def seen_before(pattern: str, atoms: Atoms, index: int, count: int = 8) -> bool:
    """Whether a pattern ends right before an atom."""
    found = compiled(f"(?:{pattern})$").search(atoms.kinds, max(0, index - count), index)
    return found is not None


def seen_behind(pattern: str, atoms: Atoms, index: int) -> bool:
    """Whether a pattern begins at an atom."""
    return compiled(pattern).match(atoms.kinds, index) is not None


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
    """What some atoms say together; a dash, "to", "and" or a comma may open one more date.

    Raises ValueError where dates in a row do not follow each other.
    """
    points = [Point()]
    side = Side((Point(),))
    in_a_row = True
    for index in range(first, last):
        point = points[-1]
        if kinds_of(atoms, index, "month", "mon", "season"):
            point = replace(point, month=atoms.number(index))
        elif kinds_of(atoms, index, "old", "old_bare", "old_word"):
            side = replace(side, calendar=side.calendar or Calendar.JULIAN)
        elif kinds_of(atoms, index, "new", "new_bare", "new_word"):
            side = replace(side, calendar=side.calendar or Calendar.GREGORIAN)
        elif kinds_of(atoms, index, "weekday"):
            side = replace(side, weekday=WEEKDAYS[atoms.number(index)])
        elif kinds_of(atoms, index, "circa", "about"):
            point = replace(point, about=True)
        elif kinds_of(atoms, index, "year_word"):
            if kinds_of(atoms, index - 1, "same", "next", "previous", "that", "very"):
                point = replace(point, turn=turn_of(atoms.word(index - 1)))
        elif (year := _year_at(atoms, index)) is not None:
            point = replace(point, year=year, double=_double_year(atoms.word(index)) is not None)
        elif kinds_of(atoms, index, "short"):
            point = replace(point, figures=int(re.sub(r"\D", "", atoms.word(index))))
        elif kinds_of(atoms, index, "num", "nth", "word_ordinal") and point.day is None:
            point = replace(point, day=atoms.number(index))
        elif point != Point() and index + 1 < last and seen_behind(_OPENS, atoms, index):
            if not (kinds_of(atoms, index, "comma") and _year_at(atoms, index + 1) is not None):
                in_a_row &= kinds_of(atoms, index, "comma", "and")
                side = replace(side, one_of=side.one_of or kinds_of(atoms, index, "or"))
                points.append(Point())
                continue
        points[-1] = point
    if len(points) > 1 and in_a_row and not kinds_of(atoms, first, "between"):
        days = [point.day or 0 for point in points]
        if days != list(range(days[0], days[0] + len(days))):
            raise ValueError("these days do not follow each other")
    return replace(side, points=tuple(points if len(points) < 3 else (points[0], points[-1])))


def turn_of(word: str) -> int:
    """0 for "that same", 1 for "the following", -1 for "the previous"."""
    return _TURNS.get(word.lower(), 0)


def _year_at(atoms: Atoms, index: int) -> int | None:
    """The year that an atom states, astronomical, the later one if it is double."""
    if not kinds_of(atoms, index, "year", "double", "word_year", "n3", "n2", "num", "thousands"):
        return None
    number = atoms.number(index)
    era = compiled(_ERA_BEHIND).match(atoms.kinds, index + 1)
    if (era and era["bc"]) or seen_before("bc (?: COUNT dash )?", atoms, index):
        return 1 - number
    if era or seen_before("auc", atoms, index):
        return number - 753  # Varro's era: Rome was founded in 753 B.C.
    in_era = kinds_of(atoms, index + 1, "ad") or kinds_of(atoms, index - 1, "ad")
    if in_era or kinds_of(atoms, index, "year", "double", "word_year", "n3"):
        return _double_year(atoms.word(index)) or number
    return None


def _double_year(text: str) -> int | None:
    """The later year of "1648/9", "1731/32", "1699/1700", "sixteen forty-eight/nine"."""
    one, slash, later = text.partition("/")
    first = int(one) if one.isdigit() else number_in_words(one) or 0
    last = later if later.isdigit() else str(number_in_words(later) or 0)
    return first + 1 if slash and str(first + 1).endswith(last) else None
