"""Months, seasons and quarters: "August 1914", "mid-March", "in May", "the winter of 1916–17"."""

from __future__ import annotations

from dataclasses import replace

from flashgen.rules.dates.atoms import Atoms
from flashgen.rules.dates.grammar import DateRule, Spans, seen_before, seen_behind
from flashgen.rules.dates.lexicon import letter
from flashgen.rules.dates.pieces import DateSide, Point
from flashgen.rules.dates.reading import side_of
from flashgen.rules.dates.said import Said, one

# People are called by these, too.
_NAMES = ("April", "May", "June", "August")


def _month(atoms: Atoms, match: Spans) -> Said | None:
    """A month with its year or a part of it; or else where the words before make it one."""
    first, last = match["date"]
    if seen_before("[num nth] of?", atoms, first):
        return None  # "31 June 1215" is no day, and no month either
    if "tail" not in match and "portion" not in match and not _is_alone(atoms, match, first, last):
        return None
    return one(side_of(atoms, match, "rest"))


def _is_alone(atoms: Atoms, match: Spans, first: int, last: int) -> bool:
    """Behind "in", "since", "until", or the subject of a sentence: "October brought war"."""
    is_name = atoms.word(match["month"][0]) in _NAMES
    if seen_before("^ quote?", atoms, first) and seen_behind("stop? dash", atoms, last):
        return True
    if seen_before("[stop semicolon] quote?", atoms, first):
        return not is_name and seen_behind("[acts is]", atoms, last)
    return seen_before("WHEN ABOUT?", atoms, first)


def _months(atoms: Atoms, match: Spans) -> Said | None:
    """From one month to another, perhaps over New Year, or months in a row."""
    start, end = side_of(atoms, match, "a"), side_of(atoms, match, "b")
    if seen_before("[num nth word_ordinal] day? of?", atoms, match["a"][0]):
        return None  # from one day to another
    dated = end.year is not None or end.points[0].turn is not None
    said = one(DateSide((start.points[0], end.points[0]), end.calendar, one_of="or" in match))
    open_ended = dated or seen_before("from", atoms, match["a"][0])
    if "between" in match or "dash" in match or ("to" in match and open_ended):
        return said
    many = 1 + atoms.kinds.count(letter("comma"), *match["more"])
    in_a_row = "or" in match or ("row" in match and end.months[0] - start.months[0] == many)
    return said if in_a_row and (dated or seen_before("in", atoms, match["a"][0])) else None


def _season(atoms: Atoms, match: Spans) -> Said | None:
    side, at = side_of(atoms, match, "rest"), match["season"][0]
    point = side.points[0]
    told = seen_before("IN_THE", atoms, at) or "early" in match
    alone = seen_behind("(?! of ) GOES_ON", atoms, match["date"][1])
    if "year" not in match and not (told and alone):
        return None
    palace = seen_before("the", atoms, at) and seen_behind("name", atoms, at + 1)
    if atoms.word(at)[0].isupper() and (palace or seen_before("[name month]", atoms, at)):
        return None  # a name: the Prague Spring of 1968, the Winter Palace
    if "end" not in match and point.double and point.month == 24 and point.year is not None:
        point = replace(point, year=point.year - 1)  # the winter of 1941/42 is that of 1941
    return one(DateSide((replace(point, double=False),)))


def _quarter(atoms: Atoms, match: Spans) -> Said | None:
    number = 4 if "last" in match else atoms.number(match["number"][0])
    year = side_of(atoms, match, "rest").points[0]
    return one(DateSide((Point(year.year, 3 * number - 2), replace(year, month=3 * number))))


RULES = (
    DateRule(
        id="date/month",
        needs="month mon",
        pattern="{date: {portion: PORTION }? {rest: ABOUT? {month: month | mon (?= IN_YEAR ) } "
        "{tail: TAIL }? } }",
        read=_month,
        finds={
            "War came in August 1914 after all.": "1914-08",
            "By mid-March 1917 it was over.": "1917-03",
            "In 1917 all began. In March Nicholas fell.": "1917-03",
            "In 1917 all began. October brought war.": "1917-10",
            "In 1917 all began.\n\nAUGUST.—Went to Riga.": "1917-08",
        },
        ignores=(
            "In 1917 May Smith and April’s sister met August Bebel.",
            "On 31 June 1215 nobody came to the meadow.",
            "In 1917 the July Days and the October Revolution were names.",
        ),
    ),
    DateRule(
        id="date/months",
        needs="month",
        pattern="{date: {between: between (?: the month_word of )? }? {a: month IN_YEAR? } {more: "
        "(?: comma month ){0,4} } comma? (?: {dash: dash } | {to: TO | slash } "
        "| {row: and the? } | {or: or } ) "
        "PORTION? {b: month TAIL? } } (?! [num nth] )",
        read=_months,
        finds={
            "It sat from September 1814 to June 1815 in Vienna.": "1814-09/1815-06",
            "Strikes spread between May and July 1905.": "1905-05/1905-07",
            "They were tried in June and July 1826 at night.": "1826-06/1826-07",
            "In 1864 all moved. Rapidan Campaign May–June.": "1864-05/1864-06",
            "It closed in May or June 1905, they say.": "[1905-05,1905-06]",
        },
        ignores=("In 1826 June and May danced; in May and December 1905 it passed.",),
    ),
    DateRule(
        id="date/season",
        needs="season",
        pattern="{date: {early: PORTION | early dash? }? {rest: {season: season } days? "
        "{year: IN_YEAR }? } (?: dash {end: [num year] } )? }",
        read=_season,
        finds={
            "In the autumn of 1917 bread ran out.": "1917-23",
            "In the winter of 1941/42 it froze.": "1941-24",
            "In the winter of 1916–17 it froze.": "1916-24",
            "In 1917 all began. By autumn it was over.": "1917-23",
        },
        ignores=(
            "The Prague Spring of 1968 was short.",
            "In 1914 he read it in the Winter Palace.",
            "In 1917 the harbour froze in winter, as it did every spring.",
        ),
    ),
    DateRule(
        id="date/quarter",
        needs="quarter quarter_in_figures",
        pattern="{date: the? (?: {number: [word_ordinal nth] (?= quarter ) | quarter_in_figures } "
        "| {last: last (?= quarter ) } ) quarter? [of comma]? OUR_LORD? {rest: YEAR } }",
        read=_quarter,
        finds={
            "Output fell in the third quarter of 1917.": "1917-07/1917-09",
            "Output fell in the last quarter of 1917.": "1917-10/1917-12",
            "Output fell in Q3 1917 by a third.": "1917-07/1917-09",
        },
        ignores=("The first quarter of the town burned in 1917.",),
    ),
)
