"""Two dates that are one: in two calendars at once, or the ends of a range.

Each row says how two sides may stand to each other; what they mean is found by unification.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from flashgen.dates.calendars import Calendar
from flashgen.dates.historical import HistoricalDate
from flashgen.rules.dates.atoms import Atoms
from flashgen.rules.dates.grammar import DateRule, Spans, seen_before
from flashgen.rules.dates.pieces import DateSide, unify
from flashgen.rules.dates.reading import side_of
from flashgen.rules.dates.said import Anchor, Said, one, two

_FIRST_GREGORIAN_YEAR = 1582


def _dual(atoms: Atoms, match: Spans) -> Said | None:
    """Two sides; what stands behind brackets belongs to the first.

    With words between them they are one date only if the words say a calendar; with a slash they
    may be a night from one day to the next.
    """
    first, second, tail, both = (side_of(atoms, match, name) for name in ("a", "b", "tail", "both"))
    first = _completed(first, tail)
    if not (first.months or second.months):
        in_order = seen_before("on the", atoms, match["a"][0])
        return Said(refer=partial(_of_month_told, first, second)) if in_order else None
    if not second.calendar and "by" not in match:
        if "more" in match:
            return None  # "27 July 1794 (9 Thermidor)"
        first = replace(first, calendar=first.calendar or both.calendar)
    sides = [side for side in (first, second) if side.calendar is not Calendar.GREGORIAN]
    if len(sides) == 1 and first.year is not None and first.year < _FIRST_GREGORIAN_YEAR:
        return one(sides[0])  # the other one is told by the calendar of today
    calendar = first.calendar or second.calendar
    days = any(point.day for point in (*first.points, *second.points))
    told = "words" in match or "by" in match
    if not calendar and "by" not in match and (told or not days):
        return None
    night = DateSide((*first.points, *second.points), calendar, first.weekday)
    return two(first, second, exact=told, night=night if "slash" in match else None)


def _aside_first(atoms: Atoms, match: Spans) -> Said | None:
    """A side in brackets and the one that it goes with, which names its month."""
    return _dual(atoms, match) if side_of(atoms, match, "b").months else None


def _of_month_told(first: DateSide, second: DateSide, anchor: Anchor) -> HistoricalDate | None:
    """A day in both calendars that is not before the one told, in its month or New Style month."""
    for told, sides in zip(anchor.halves, ((first, second), (second, first)), strict=False):
        (point,) = sides[0].points
        if (point.day or 0) >= (told.day or 0):
            side = DateSide((replace(point, month=told.month),))
            return unify(side, sides[1], told.year, exact=True)
    return None


def _completed(side: DateSide, tail: DateSide) -> DateSide:
    """A side with the month, year and calendar of what follows, where it has none."""
    more, points = tail.points[0], list(side.points)
    if not side.months:
        points = [replace(point, month=more.month) for point in points]
    if points[-1].year is None:
        points[-1] = replace(more, month=points[-1].month, day=points[-1].day)
    return replace(side, points=tuple(points), calendar=side.calendar or tail.calendar)


def _ends(atoms: Atoms, match: Spans) -> Said | None:
    """From one dual day to another, as in "3/16–7/20 July" and "17/30 July to 10/23 August"."""
    points = [side_of(atoms, match, name).points[0] for name in "abcd"]
    return two(DateSide((points[0], points[2])), DateSide((points[1], points[3])))


RULES = (
    DateRule(
        id="date/dual",
        needs="slash",
        weight=2,
        pattern="<a> {slash: slash } the? <b> {both: BOTH }?",
        read=_dual,
        finds={
            "The tsar signed on 25 October/7 November 1917.": "1917-10-25 | 1917-11-07",
            "In 1917 all began. On 25 October/7 November it ended.": "1917-10-25 | 1917-11-07",
            "She was born on 25 December/7 January 1918.": "1917-12-25 | 1918-01-07",
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
        pattern="<a> comma? open (?: name comma )? OR{0,2} the? <b> (?: {by: RECKONED } "
        "| {more: [^ open close stop ]{1,6} } )? {close: close } {tail: (?: of? MONTH )? TAIL? }",
        read=_dual,
        finds={
            "He signed on 7 November [O.S. 25 October] 1917.": "1917-10-25 | 1917-11-07",
            "They rose on 14 (26) December 1825 in the snow.": "1825-12-14 | 1825-12-26",
            "He was born on 7 January [O.S. 25 December] 1918.": "1917-12-25 | 1918-01-07",
            "Born 22 February 1732 [O.S. 11 February 1731], he rode.": "1732-02-11 | 1732-02-22",
            "It fell on 24 June (12 O.S.) 1812.": "1812-06-12 | 1812-06-24",
            "They fought on 15 June 1389 (Vidovdan, 28 June in the new calendar).": "1389-06-15",
            "In October (November, New Style) 1917 it ended.": "1917-10 | 1917-11",
            "In July 1877 they crossed. On the 8th (20th) they stood at Plevna.": ""
            "1877-07-08 | 1877-07-20",
            "He fled on 27 December 1877 (8 January 1878). On the 8th (20th) all was lost.": ""
            "1878-01-08 | 1878-01-20",
        },
        ignores=(
            "On 3 May (the 5th was a Friday) they met.",
            "He fled on 27 July 1794 (9 Thermidor Year II).",
            "In July 1877 they crossed. Of 5 (17) boats 8 (20) sank.",
        ),
        source="Encyclopedias put the other calendar's day in brackets.",
    ),
    DateRule(
        id="date/dual-in-words",
        needs="old new old_bare new_bare calendar reckons corps",
        weight=1,
        pattern="<a> (?: {more: comma [^ open close stop semicolon month year ]{1,6} comma? open } "
        "| {words: OR{1,4} } on? the? ) <b> {both: BOTH }? {by: RECKONED }? close?",
        read=_dual,
        finds={
            "It was 1 May 1917, or 14 May by the Western calendar.": "1917-05-01 | 1917-05-14",
            "It was 7 May 1917, which was 24 April Old Style.": "1917-04-24 | 1917-05-07",
            "In May or June 1917 by the Julian or Gregorian calendar.": "1917-05 | 1917-06",
        },
        ignores=("On 3 May or 16 May 1905 he came.",),
    ),
    DateRule(
        id="date/dual-aside-first",
        needs="open",
        weight=1,
        pattern="open <a> {words: close } <b>",
        read=_aside_first,
        finds={"Born (17 January Old Style) 29 January 1860.": "1860-01-17 | 1860-01-29"},
        ignores=(
            "Some left (3 May) and 5 June 1860 was dull.",
            "It opened in 1860 (O.S. 17 January), first of all, in May.",
        ),
    ),
    DateRule(
        id="date/dual-thrice",
        needs="open",
        weight=3,
        pattern="<tail> comma? open <a> {words: [comma semicolon and slash]{1,2} } the? <b> close",
        read=_dual,
        finds={"Died 20 May 1727 (OS 20 May 1727; NS 31 May 1727).": "1727-05-20 | 1727-05-31"},
        ignores=("He rode on 20 March 1727 (19 March, 21 March) again.",),
    ),
    DateRule(
        id="date/dual-in-one-bracket",
        needs="open",
        weight=1,
        pattern="open <a> {words: [comma semicolon and slash]{1,2} } the? <b> close",
        read=_dual,
        finds={"Anna (OS 20 May 1727; NS 31 May 1727) sang.": "1727-05-20 | 1727-05-31"},
        ignores=("He rode twice (19 March 1727, 30 March 1727) again.",),
    ),
    DateRule(
        id="date/dual-range",
        needs="slash",
        weight=3,
        pattern="<a> slash <b> TO <c> slash <d>",
        read=_ends,
        finds={
            "They rose on 3/16–7/20 July 1917.": "1917-07-03/1917-07-07 | 1917-07-16/1917-07-20",
        },
        ignores=("Lots 3/16 to 7/20 were sold in July.",),
    ),
)
