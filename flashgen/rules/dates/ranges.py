"""Two dates that are the ends of one: "from May 1905 to 1907", "12 July 1863 – August 1864"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from flashgen.rules.dates.atoms import Atoms
from flashgen.rules.dates.grammar import DateRule, Found, Spans, compiled, seen_before
from flashgen.rules.dates.pieces import Side
from flashgen.rules.dates.said import Said, one, two
from flashgen.types import Span

# In brackets the day of a birth and the day of a death are two dates; a siege is shorter.
_SHORTEST_LIFE = 12


def _never(_: Atoms, __: Spans) -> Said | None:
    return None


RULE = DateRule(
    id="date/range",
    needs="dash to until through and",
    # what stands between the two; "and" where "between" stands before
    pattern="(?: {dash: dash } | {to: [to until through] } | {and: and } ) the?",
    read=_never,
    finds={
        "He lay ill from 3 May 1863 to March 1865.": "1863-05-03/1865-03",
        "It lay idle from 12 July 1863 to August 1864.": "1863-07-12/1864-08",
        "Between 1853 and March 1856 they fought.": "1853/1856-03",
    },
    ignores=("The king (28 June 1491 – 28 January 1547) was tall.",),
)


def with_ranges(found: Iterable[Found]) -> list[Found]:
    """What was found, the two ends of a range joined."""
    joined: list[Found] = []
    for item in found:
        whole = _joined(joined[-1], item) if joined else None
        if whole is None:
            joined.append(item)
        else:
            joined[-1] = whole
    return joined


def _joined(first: Found, last: Found) -> Found | None:
    atoms = first.atoms
    if last.atoms is not atoms or first.said.refer or last.said.refer:
        return None
    gap = compiled(RULE.pattern).fullmatch(atoms.kinds, first.last, last.first)
    if gap is None or not _connects(gap, first, last):
        return None
    said = _whole(first.said, last.said)
    if said is None:
        return None
    start = first.first
    if gap["and"]:
        opening = compiled("(?: BETWEEN )$").search(atoms.kinds, max(0, start - 6), start)
        start = opening.start() if opening else start
    span = Span(atoms.starts[start], last.span.end)
    return Found(RULE, span, atoms, start, last.last, said)


def _connects(gap: re.Match[str], first: Found, last: Found) -> bool:
    """Whether the words before and between two dates make them the ends of one."""
    atoms, start = first.atoms, first.first
    if gap["dash"]:
        return not (_in_a_bracket(first) and _is_a_life(first.said, last.said))
    if gap["and"]:
        return seen_before("BETWEEN", atoms, start)
    opened = seen_before("from (?: the | PORTION | early dash? )?", atoms, start)
    return opened or _has_day(first.said) == _has_day(last.said)


def _in_a_bracket(found: Found) -> bool:
    before = found.atoms.text[max(0, found.span.start - 60) : found.span.start]
    return "(" in before.rpartition(")")[2] or before.endswith(("born ", "b. "))


def _has_day(said: Said) -> bool:
    return bool(said.sides) and said.sides[0].points[-1].day is not None


def _is_a_life(first: Said, last: Said) -> bool:
    if first.year is None or last.year is None or not (_has_day(first) or _has_day(last)):
        return False
    return last.year - first.year >= _SHORTEST_LIFE


def _whole(first: Said, last: Said) -> Said | None:
    """Both as one; None where they are no range."""
    if first.is_range or last.is_range or not 0 < len(first.sides) == len(last.sides):
        return None
    sides = [
        Side((*start.points, *end.points), end.calendar or start.calendar, start.weekday)
        for start, end in zip(first.sides, last.sides, strict=True)
    ]
    said = one(sides[0]) if len(sides) == 1 else two(*sides)
    return said and replace(said, is_range=True)
