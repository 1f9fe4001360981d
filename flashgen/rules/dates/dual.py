"""Days and months in two calendars at once, whatever stands between them.

Each row says how two sides may stand to each other; what they mean is found by unification.
"""

from __future__ import annotations

from dataclasses import replace

from flashgen.calendars import Calendar
from flashgen.dates import HistoricalDate
from flashgen.rules.dates.atoms import Atoms
from flashgen.rules.dates.grammar import DateRule, Match
from flashgen.rules.dates.reading import kinds_of, side_of, span_of
from flashgen.rules.dates.said import Said, Side, two, unify


def _sides(atoms: Atoms, match: Match) -> tuple[Side, Side]:
    """Both sides, with what stands behind both: in brackets the second has a year of its own."""
    first, second = side_of(atoms, match, "a"), side_of(atoms, match, "b")
    tail = side_of(atoms, match, "tail")
    if span_of(match, "close"):
        first = _completed(first, tail)
        if not (first.months or second.months):
            return first, second
    else:
        second = _completed(second, tail)
    if (both := span_of(match, "both")) and not (first.calendar or second.calendar):
        first = replace(first, calendar=_first_named(atoms, *both))
    return first, second


def _completed(side: Side, tail: Side) -> Side:
    """A side with the month, year and calendar of what follows, where it has none."""
    end, more = side.points[-1], tail.points[0]
    points = list(side.points)
    if not side.months:
        points = [replace(point, month=more.month) for point in points]
    if end.year is None:
        points[-1] = replace(
            points[-1], year=more.year, figures=more.figures, turn=more.turn, double=more.double
        )
    return replace(side, points=tuple(points), calendar=side.calendar or tail.calendar)


def _first_named(atoms: Atoms, first: int, last: int) -> Calendar:
    """The calendar that is named first where both are."""
    old = next(i for i in range(first, last) if kinds_of(atoms, i, "old", "old_bare", "old_word"))
    new = next(i for i in range(first, last) if kinds_of(atoms, i, "new", "new_bare", "new_word"))
    return Calendar.JULIAN if old < new else Calendar.GREGORIAN


def _dual(atoms: Atoms, match: Match) -> Said | None:
    first, second = _sides(atoms, match)
    if not (first.months or second.months) or (span_of(match, "more") and not second.calendar):
        return None  # "27 July 1794 (9 Thermidor)"
    named = first.calendar or second.calendar
    days = any(point.day for point in (*first.points, *second.points))
    return two(first, second) if named or days else None


def _named(atoms: Atoms, match: Match) -> Said | None:
    """Two sides of which the words say a calendar: else they are but two dates."""
    first, second = _sides(atoms, match)
    if not (first.calendar or second.calendar) or not (first.months or second.months):
        return None
    return two(first, second, exact=True)


def _slash(atoms: Atoms, match: Match) -> Said | None:
    """Sides with a slash; too near each other they are a night from one to the next."""
    first, second = _sides(atoms, match)
    if not (first.months or second.months):
        return None
    night = Side((*first.points, *second.points), first.calendar or second.calendar, first.weekday)

    def at(year: int) -> HistoricalDate:
        try:
            return unify(first, second, year)
        except ValueError:
            return night.date(year)

    return replace(two(first, second), at=at)


def _ends(atoms: Atoms, match: Match) -> Said | None:
    """From one dual day to another, as in "3/16–7/20 July" and "17/30 July to 10/23 August"."""
    starts, ends = ([side_of(atoms, match, name) for name in names] for names in ("ab", "cd"))
    month = next((side.months[0] for side in (*reversed(starts), *ends) if side.months), None)
    for pair, default in ((starts, month), (ends, None)):
        own = next((side.months[0] for side in reversed(pair) if side.months), default)
        for index, side in enumerate(pair):
            point = side.points[0]
            pair[index] = replace(side, points=(replace(point, month=point.month or own),))
    if month is None:
        return None
    first, second = (
        Side((start.points[0], end.points[0])) for start, end in zip(starts, ends, strict=True)
    )
    return two(first, second)


_OR = "[or and ie eq is which that comma quote]"
_DAY = "(?: WEEKDAY? (?: DAY of? MONTH | MONTH DAY | DAY ) IN_YEAR? )"

RULES = (
    DateRule(
        id="date/dual",
        needs="slash",
        weight=2,
        pattern="{date: {a: LOOSE } slash the? {b: LOOSE } {both: BOTH }? }",
        read=_slash,
        finds={
            "The tsar signed on 25 October/7 November 1917.": "1917-10-25 | 1917-11-07",
            "Born 25 December 1899/6 January 1900, she sang.": "1899-12-25 | 1900-01-06",
            "They met on the night of 24/25 May 1940.": "1940-05-24/1940-05-25",
        },
        ignores=("The score stood at 10/23 when it rained in May.",),
        source="Historians of Russia write Old Style/New Style.",
    ),
    DateRule(
        id="date/dual-in-brackets",
        needs="open",
        weight=2,
        pattern="{date: {a: LOOSE } comma? open "
        + _OR
        + "{0,2} the? {b: LOOSE } {more: [^ open close stop ]{1,6} }? "
        "{close: close } {tail: (?: of? MONTH )? TAIL? } }",
        read=_dual,
        finds={
            "He signed on 7 November [O.S. 25 October] 1917.": "1917-10-25 | 1917-11-07",
            "They rose on 14 (26) December 1825 in the snow.": "1825-12-14 | 1825-12-26",
            "It fell on 24 June (12 O.S.) 1812.": "1812-06-12 | 1812-06-24",
            "In October (November, New Style) 1917 it ended.": "1917-10 | 1917-11",
        },
        ignores=("On 3 May (the 5th was a Friday) they met.",),
        source="Encyclopedias put the other calendar's day in brackets.",
    ),
    DateRule(
        id="date/dual-in-words",
        needs="old new old_bare new_bare",
        weight=1,
        pattern="{date: {a: LOOSE } " + _OR + "{1,4} on? the? {b: LOOSE } {both: BOTH }? }",
        read=_named,
        finds={
            "It was 1 September 1917, or 14 September by the Western calendar.": "1917-09-01 | 1917-09-14",
            "It was 7 November 1917, which was 25 October Old Style.": "1917-10-25 | 1917-11-07",
            "In February or March 1917 by the Julian or Gregorian calendar it ended.": "1917-02 | 1917-03",
        },
        ignores=("On 3 May or 16 May 1905 he came.",),
    ),
    DateRule(
        id="date/dual-aside-first",
        needs="open",
        weight=1,
        pattern="{date: open {a: LOOSE } close {b: SIDE } }",
        read=_named,
        finds={
            "He was born on (17 January Old Style) 29 January 1860 by the sea.": "1860-01-17 | 1860-01-29",
        },
        ignores=("Some left (3 May) and 5 June 1860 was dull.",),
    ),
    DateRule(
        id="date/dual-thrice",
        needs="open",
        weight=3,
        pattern="{date: {tail: SIDE } comma? open {a: LOOSE } [comma semicolon and slash]{1,2} the? {b: LOOSE } "
        "close }",
        read=_named,
        finds={
            "He died on 20 March 1727 (OS 20 March 1726; NS 31 March 1727) in his bed.": "1727-03-20 | 1727-03-31",
        },
        ignores=("He rode on 20 March 1727 (19 March, 21 March) again.",),
    ),
    DateRule(
        id="date/dual-range",
        needs="slash",
        weight=3,
        pattern="{date: {a: " + _DAY + " } slash {b: " + _DAY + " } TO {c: " + _DAY + " } slash "
        "{d: " + _DAY + " } }",
        read=_ends,
        finds={
            "They rose on 3/16–7/20 July 1917.": "1917-07-03/1917-07-07 | 1917-07-16/1917-07-20",
        },
        ignores=("Lots 3/16 to 7/20 were sold in July.",),
    ),
    DateRule(
        id="date/template",
        needs="template",
        weight=3,
        pattern="{date: template pipe {a: DAY_MONTH } pipe {tail: year } pipe {b: DAY_MONTH IN_YEAR? } }",
        read=_dual,
        finds={
            "Born {{OldStyleDate|7 November|1879|26 October}} at Yanovka, he wrote.": "1879-10-26 | 1879-11-07",
        },
        ignores=("Born 7 November 1879|26 October, he wrote.",),
        source="Wikipedia's template OldStyleDate.",
    ),
)
