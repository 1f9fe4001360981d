"""Two dates that are one: the ends of a range, or either of them.

"From 1853 to March 1856", "on 30 April or 1 May". They are joined once the dates are found,
whatever forms they have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from flashgen.article import Span
from flashgen.rules.dates.grammar import DateRule, FoundDate, compiled, seen_before, seen_behind
from flashgen.rules.dates.pieces import DateSide
from flashgen.rules.dates.said import Said, one, two

# In brackets the day of a birth and the day of a death are two dates; a siege is shorter.
_SHORTEST_LIFE = 12
_MOST_POINTS = 8  # more dates with dashes between them are a list, and no range
_LONGEST_DOUBT = 10 * 366  # days: what is further apart is not one event of a doubtful date
_OPENS_DOUBT = "(?: [on in circa about] the? | [calls made] stop? )"
_LEAP_YEAR = 1904

RANGE = DateRule(
    id="date/range",
    needs="dash to until through and or",
    # what stands between the two; "and" where "between" stands before
    pattern="(?: {dash: dash } | {to: [to until through] } | {and: and } | {or: or } ) the?",
    read=lambda _, __: None,
    finds={
        "He lay ill from 3 May 1863 to March 1865.": "1863-05-03/1865-03",
        "It lay idle from 12 July 1863 to August 1864.": "1863-07-12/1864-08",
        "Augustus (27 BC-14 AD) built it.": "-0026/0014",
        "Between 1853 and March 1856 they fought.": "1853/1856-03",
        "From 28 December 1863 to 3 January they fought.": "1863-12-28/1864-01-03",
        "Einhard wrote it between 817 and 836, they say.": "0817/0836",
        "He was born on 30 April or 1 May 1809.": "[1809-04-30,1809-05-01]",
        "He was born in 1809 or 1811, they say.": "[1809,1811]",
        "From 3 July (16 July) 1917 to 7 July (20 July) 1917 they rose.": "1917-07-03/1917-07-07"
        " | 1917-07-16/1917-07-20",
    },
    ignores=(
        "The king (28 June 1491 – 28 January 1547) was tall.",
        "He lay ill from 25 October/7 November 1917 to May 1918.",
        "No letter of 3 May 1809 or 5 June 1809 is left; it rained in 1811 or May 1812.",
        "It would have failed in 1811 or 1812 or 1813.",
    ),
)


def with_ranges(found: Iterable[FoundDate]) -> list[FoundDate]:
    """What was found, the two ends of a range joined."""
    joined: list[FoundDate] = []
    for item in found:
        whole = _joined(joined[-1], item) if joined else None
        joined[-1:] = [whole] if whole else [*joined[-1:], item]
    return joined


def _joined(first: FoundDate, last: FoundDate) -> FoundDate | None:
    """Both as one; None where they are no range."""
    atoms, start = first.atoms, first.first
    gap = compiled(RANGE.pattern).fullmatch(atoms.kinds, first.last, last.first)
    if last.atoms is not atoms or gap is None or not _connects(gap, first, last):
        return None
    if gap["and"] and (opening := compiled("(?: BETWEEN )$").search(atoms.kinds, 0, start)):
        start = opening.start()
    sides = [
        DateSide(
            (*begin.points, *end.points),
            end.calendar or begin.calendar,
            begin.weekday,
            one_of=bool(gap["or"]),
        )
        for begin, end in zip(first.said.sides, last.said.sides, strict=True)
    ]
    said = one(sides[0]) if len(sides) == 1 else two(*sides)
    if gap["or"] and not _is_one_doubt(said):
        return None
    span = Span(atoms.starts[start], last.span.end)
    return FoundDate(RANGE, span, atoms, start, last.last, replace(said, is_range=True))


def _connects(gap: re.Match[str], first: FoundDate, last: FoundDate) -> bool:
    """Whether the words before and between two dates make them the ends of one."""
    if not 0 < len(first.said.sides) == len(last.said.sides):
        return False
    if len(first.said.sides[0].points) > _MOST_POINTS:
        return False
    if gap["or"]:
        return _are_alternatives(first, last)
    to_days = [bool(f.said.sides[0].points[-1].day) for f in (first, last)]
    if gap["dash"]:
        start, end = first.said.year, last.said.year
        long = start is not None and end is not None and end - start >= _SHORTEST_LIFE
        return not (long and any(to_days) and _in_a_bracket(first))
    if gap["and"]:
        return seen_before("BETWEEN", first.atoms, first.first)
    opened = seen_before("from (?: the | PORTION | early dash? )?", first.atoms, first.first)
    return opened or to_days[0] == to_days[1]


def _is_one_doubt(said: Said) -> bool:
    """Whether two dates have an order, and are near each other."""
    with suppress(ValueError):
        date = said.at(_LEAP_YEAR if said.year is None else said.year)
        first, last = date.span_days() if date is not None else (0, _LONGEST_DOUBT)
        return last - first < _LONGEST_DOUBT
    return False


def _are_alternatives(first: FoundDate, last: FoundDate) -> bool:
    """Whether something happened at either of two times that are told to the same precision."""
    points = [f.said.sides[0].points for f in (first, last) if len(f.said.sides) == 1]
    if [len(each) for each in points] != [1, 1]:
        return False
    (one_,), (other,) = points
    alike = (one_.day is None, one_.month is None) == (other.day is None, other.month is None)
    opens = seen_before(_OPENS_DOUBT, first.atoms, first.first)
    return alike and opens and not seen_behind("or", last.atoms, last.last)


def _in_a_bracket(found: FoundDate) -> bool:
    before = found.atoms.text[max(0, found.span.start - 60) : found.span.start]
    return "(" in before.rpartition(")")[2] or before.endswith(("born ", "b. "))
