"""Months, seasons and quarters: "August 1914", "mid-March", "in May", "the winter of 1916–17"."""

from __future__ import annotations

from dataclasses import replace

from flashgen.dates import DateValue
from flashgen.rules.dates.atoms import Atoms
from flashgen.rules.dates.grammar import DateRule, Match
from flashgen.rules.dates.reading import read_side, seen_before, seen_behind, side_of
from flashgen.rules.dates.said import Point, Said, Side, one
from flashgen.types import DateForm

# People are called by these, too.
_NAMES = ("April", "May", "June", "August")
GOES_ON = "(?! dash? (?: x | plural | counted | name [plural counted] ) )"


def _month(atoms: Atoms, match: Match) -> Said | None:
    """A month with its year or a part of it; or else behind "in", "since", "until"."""
    first, last = match.span("date")
    if seen_before("[num nth] of?", atoms, first):
        return None  # "31 June 1215" is no day, and no month either
    if not match["tail"] and not match["portion"] and not _is_alone(atoms, match, first, last):
        return None
    return one(side_of(atoms, match, "rest"))


def _is_alone(atoms: Atoms, match: Match, first: int, last: int) -> bool:
    if not seen_before("WHEN ABOUT?", atoms, first) or seen_behind(
        "possessive | name_of_month | day | days | [num nth] (?! COUNTED )", atoms, last
    ):
        return False
    named = atoms.word(match.start("month")) in _NAMES and seen_behind("name", atoms, last)
    return not named or seen_before("in", atoms, first)


def _subject(atoms: Atoms, match: Match) -> Said | None:
    """The subject of a sentence, as in "October brought rain"; nobody is called October."""
    side = side_of(atoms, match, "date")
    return None if atoms.word(match.start("date")) in _NAMES else one(side)


def _in_a_row(atoms: Atoms, match: Match) -> Said | None:
    """The months of "May, June and July"; months that do not follow each other are none."""
    side = side_of(atoms, match, "rest")
    first, last = match.span("months")
    months = [m for i in range(first, last) if (m := read_side(atoms, i, i + 1).points[0].month)]
    months += side.months
    one_of = match["or"] is not None
    if not one_of and months != list(range(months[0], months[-1] + 1)):
        return None
    if not match["tail"] and not seen_before("in", atoms, first):
        return None
    end = side.points[0]
    points = (Point(month=months[0]), replace(end, month=months[-1]))
    return one(Side(points, side.calendar, one_of=one_of))


def _from_to(atoms: Atoms, match: Match) -> Said | None:
    """From one month to another, perhaps over New Year."""
    start, end = side_of(atoms, match, "a"), side_of(atoms, match, "b")
    opened = seen_before("from (?: the month_word of )?", atoms, match.start("a"))
    if seen_before("[num nth word_ordinal] day? of?", atoms, match.start("a")):
        return None  # from one day to another
    if match["and"] and not match["between"]:
        return None
    if end.year is None and end.points[0].turn is None and not opened and not match["between"]:
        return None
    return one(Side((start.points[0], end.points[0]), end.calendar))


def _season(atoms: Atoms, match: Match) -> Said | None:
    side, at = side_of(atoms, match, "rest"), match.start("season")
    point = side.points[0]
    capital = atoms.word(at)[0].isupper()
    if capital and not match["portion"] and seen_before("[name month]", atoms, at):
        return None  # a name: the Prague Spring of 1968
    if match["end"]:
        if not str((point.year or 0) + 1).endswith(atoms.word(match.start("end"))):
            return None
    elif point.double and point.month == 24 and point.year is not None:
        point = replace(point, year=point.year - 1)  # the winter of 1941/42 is that of 1941
    return one(Side((replace(point, double=False),)))


def _quarter(atoms: Atoms, match: Match) -> Said | None:
    number = 4 if match["last"] else atoms.number(match.start("number"))
    year = side_of(atoms, match, "rest").points[0]
    if not 1 <= number <= 4:
        return None
    start, end = Point(year.year, 3 * number - 2), replace(year, month=3 * number)
    return one(Side((start, end)))


RULES = (
    DateRule(
        id="date/month",
        needs="month mon",
        pattern="{date: {portion: PORTION }? {rest: ABOUT? (?: {month: month } {tail: TAIL }? "
        "| mon {year: IN_YEAR } ) } }",
        read=lambda atoms, match: _month(atoms, match),
        finds={
            "War came in August 1914 after all.": "1914-08",
            "By mid-March 1917 it was over.": "1917-03",
            "In 1917 all began. In March Nicholas fell.": "1917-03",
            "At the end of December, 1867, the frost came.": "1867-12",
        },
        ignores=(
            "In 1917 May Smith and April’s sister met August Bebel.",
            "In 1917 the July Days and the October Revolution were names.",
        ),
    ),
    DateRule(
        id="date/month-subject",
        needs="month",
        pattern="[stop semicolon] quote? {date: month } (?= acts | is )",
        read=_subject,
        finds={"In 1917 all began. October brought war.": "1917-10"},
        ignores=("In 1917 all began. May was her sister.",),
        form=DateForm.PARTIAL,
    ),
    DateRule(
        id="date/months-in-a-row",
        needs="month",
        pattern="{date: {months: month (?: comma month ){0,4} comma? (?: and | {or: or } ) } "
        "{rest: month {tail: IN_YEAR }? } } (?! [num nth] )",
        read=_in_a_row,
        finds={
            "They were tried in June and July 1826 at night.": "1826-06/1826-07",
            "It closed in May or June 1905, they say.": "[1905-05,1905-06]",
        },
        ignores=("In 1826 June and May danced; April and June watched.",),
    ),
    DateRule(
        id="date/months",
        needs="month",
        pattern="{date: {between: between (?: the month_word of )? }? {a: month IN_YEAR? } "
        "(?: TO | slash | {and: and } the? ) PORTION? {b: month TAIL? } } (?! [num nth] )",
        read=_from_to,
        finds={
            "It sat from September 1814 to June 1815 in Vienna.": "1814-09/1815-06",
            "Strikes spread between May and July 1905.": "1905-05/1905-07",
        },
        ignores=("In 1905 she took May to June, her other aunt, and April and May 1905 passed.",),
    ),
    DateRule(
        id="date/season",
        needs="season",
        pattern="{date: {portion: PORTION | early dash? }? {rest: {season: season } IN_YEAR } "
        "(?: dash {end: [num n2 year] } )? }",
        read=_season,
        finds={
            "In the autumn of 1917 bread ran out.": "1917-23",
            "In the winter of 1941/42 it froze.": "1941-24",
            "In the winter of 1916–17 it froze.": "1916-24",
        },
        ignores=("The Prague Spring of 1968 was short.",),
    ),
    DateRule(
        id="date/season-alone",
        needs="season",
        pattern="(?: [by until before since] the? | in (?: the | (?= early ) ) | that ) "
        "{date: {portion: early dash? }? {rest: {season: season } } } {end: (?! ) }? (?! of ) "
        + GOES_ON,
        read=_season,
        finds={
            "In 1917 all began. By autumn it was over.": "1917-23",
            "In 1917 all began. In early spring they left.": "1917-21",
        },
        ignores=("In 1917 the harbour froze in winter, as it did every spring.",),
        form=DateForm.PARTIAL,
    ),
    DateRule(
        id="date/quarter",
        needs="quarter",
        pattern="{date: the? (?: {number: [word_ordinal nth] } | {last: last } ) quarter of "
        "the? year_word? {rest: YEAR } }",
        read=_quarter,
        finds={"Output fell in the third quarter of 1917.": "1917-07/1917-09"},
        ignores=("The first quarter of the town burned in 1917.",),
    ),
)
