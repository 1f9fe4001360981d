"""Days, and from one day to another, in one calendar or in none."""

from __future__ import annotations

import re
from dataclasses import replace

from flashgen.dates.calendars import Calendar, day_number, from_day_number
from flashgen.dates.historical import DateValue, HistoricalDate
from flashgen.english.numbers import month_number, roman_number
from flashgen.rules.dates.atoms import Atoms
from flashgen.rules.dates.grammar import DateRule, Spans
from flashgen.rules.dates.pieces import DateSide, Point
from flashgen.rules.dates.reading import side_of
from flashgen.rules.dates.said import Said, one


def _day(atoms: Atoms, match: Spans) -> Said | None:
    return one(side_of(atoms, match, "date"))


def _eve(atoms: Atoms, match: Spans) -> Said:
    """The day before one, in the same calendar."""
    side = side_of(atoms, match, "day")

    def at(year: int) -> HistoricalDate:
        date = side.date(year)
        before = DateValue(*from_day_number(date.counted_in, date.span_days()[0] - 1))
        return replace(date, written=before)

    # A weekday is that of the day itself.
    bare = replace(side, weekday=None)
    return Said(at=at, sides=(bare,), year=side.year, month=side.months[0])


def _in_figures(atoms: Atoms, match: Spans) -> Said | None:
    """The date of "1917-11-07" or, as on the Continent, "7.11.1917" and "7.XI.1917"."""
    parts = re.findall(r"\w+", atoms.word(match["date"][0]))
    figures = [int(p) if p.isdigit() else month_number(p) or roman_number(p) or 0 for p in parts]
    year, month, day = figures if figures[0] > 999 else reversed(figures)
    return one(DateSide((Point(year, month, day),)))


def _double_year(atoms: Atoms, match: Spans) -> Said | None:
    """A year that began in March, or a day or month of one: "23 February 1632-3"."""
    if not ("aside" in match or "day" in match):
        return None
    side = side_of(atoms, match, "day")
    *firsts, last = side.points
    year, later = atoms.number(match["year"][0]), atoms.word(match["later"][0])
    if "aside" in match and int(later) == year - 1:  # "1649 (1648 Old Style)"
        year, later = year - 1, str(year)
    late = last.month is not None and (last.month, last.day or 0) >= (3, 25)
    if late or not str(year + 1).endswith(later):
        return None
    return one(replace(side, points=(*firsts, replace(last, year=year + 1, double=True))))


def _roman_day(atoms: Atoms, match: Spans) -> Said | None:
    """The Ides, Nones or Kalends of a month, or so many days before, both ends counted."""
    side = side_of(atoms, match, "rest")
    if not ("on" in match or side.year is not None):
        return None
    point, name = side.points[0], atoms.word(match["name"][0]).lower()
    ides = 15 if point.month in (3, 5, 7, 10) else 13
    month, day = point.month or 1, {"ides": ides, "nones": ides - 8}.get(name, 1)
    back = (side_of(atoms, match, "count").points[0].day or 1) - 1

    def at(year: int) -> HistoricalDate:
        number = day_number(Calendar.JULIAN, point.value(year).year, month, day) - back
        return HistoricalDate.unspecified(DateValue(*from_day_number(Calendar.JULIAN, number)))

    return Said(at=at, sides=(side,), year=point.year, month=point.month)


RULES = (
    DateRule(
        id="date/day",
        needs="month mon",
        pattern="{date: (?: ABOUT the? )? LEAD? WEEKDAY? DAY_MONTH TAIL? }",
        read=_day,
        finds={
            "Harold fell on 14 October 1066.": "1066-10-14",
            "Bells rang on the 3rd Sept., 1783, and long after.": "1783-09-03",
            "He died at Whitehall on 30 January 1648/9.": "1649-01-30 | 1649-02-09",
            "It rained on 5 July 1917 (N.S.) in the capital.": "1917-06-22 | 1917-07-05",
            "On 30 February 1712 it snowed at Lund.": "1712-02-29 | 1712-03-11",
            "On the third of January, sixteen hundred and eight/nine, it froze.": "1609-01-03"
            " | 1609-01-13",
            "On Easter Monday, the 24th of April, 1916, they rose.": "1916-04-24",
            "The fleet sailed on April twelfth, eighteen-sixty-one, at dawn.": "1861-04-12",
            "He fell on the 9th of August, A.D. 378, at noon.": "0378-08-09",
            # a weekday proves the year and the calendar, or contradicts them
            "He lost in 1917. In 1916 he seemed to win. On Wednesday, 7 November, he fled.": ""
            "1917-10-25 | 1917-11-07",
            "It came on Saturday, 14 October 1066, they say.": "1066-10-14",
            "It came on Sunday, 14 October 1066, they say.": "1066-10-14",
            "It came on Friday, 7 November 1917, they say.": "1917-11-07",
            "He lost in 1916. In 1917 he seemed to win. On Friday, 7 November, he fled.": ""
            "1917-11-07",
            "On 27 June they met. In 82 they fled. By 1709 nobody was sure.": "1709-06-27",
            # the title's year, and a look back that does not move the story
            "The Battle of Poltava, 1709\n\nIn 1700 Peter had lost at Narva, far to the north.\n\n"
            "On 27 June the armies stood face to face in the steppe.": "1709-06-27",
            "Nelson fell on 21 October 1805. Ten years earlier he had been lucky. On 5 November "
            "his ship came home.": "1805-11-05",
        },
        ignores=(
            "On 29 February 1917 nothing happened.",
            "In May first one and then the other fell ill.",
            "March 25 miles a day, said the general, and you may rest.",
            "The 25th Regiment met the 20th Maine by the mill.",
        ),
    ),
    DateRule(
        id="date/eve",
        needs="eve",
        pattern="{date: the? eve of the? {day: WEEKDAY? DAY_MONTH TAIL? } }",
        read=_eve,
        finds={
            "They met on the eve of 1 May 1917, Old Style, and drank.": "1917-04-30 | 1917-05-13",
            "In 1916 he came. On the eve of the 1st of March he left.": "1916-02-29",
            "It began on the eve of Monday, 1 May 1917, and ended soon.": "1917-04-30",
        },
        ignores=("In 1916 Eve Adams came on 1 March.",),
    ),
    DateRule(
        id="date/days",
        needs="month mon",
        pattern="{date: LEAD? WEEKDAY? (?: between the? )? DAYS TAIL? }",
        read=_day,
        finds={
            "Guns fired from 14–18 March 1921 over the ice.": "1921-03-14/1921-03-18",
            "They fought on July 1-3, 1863, among orchards.": "1863-07-01/1863-07-03",
            "They fought on July 1, 2 and 3, 1863, in the heat.": "1863-07-01/1863-07-03",
            "They fought on the 1st and 2d days of July, 1863, alone.": "1863-07-01/1863-07-02",
            "It was lost on 10 or 11 June 1815, nobody knows.": "[1815-06-10,1815-06-11]",
            "Between 3 and 12 May 1916 they were shot.": "1916-05-03/1916-05-12",
        },
        ignores=("They sold 3–7 horses on a Monday, and 4 and 9 oxen in May.",),
    ),
    DateRule(
        id="date/figures",
        needs="iso",
        pattern="{date: iso }",
        read=_in_figures,
        finds={
            "The diary opens on 1917-11-07 at dawn.": "1917-11-07",
            "The form is stamped 7.11.1917 in red.": "1917-11-07",
            "The stamp says 10-Apr-1915 in blue ink.": "1915-04-10",
        },
        ignores=("Ring 1917-1107 or 7.11.19 for help; it is stamped 7.31.1917.",),
    ),
    DateRule(
        id="date/double-year",
        needs="year",
        # behind a year the other one stands with a dash, or as that of a style in brackets
        pattern="{date: (?: {day: WEEKDAY? DAY_MONTH | (?: month [and to] )? month } "
        "[comma of in]{0,2} )? {year: year } (?: dash | {aside: comma? open OR{0,2} "
        "(?= year? NAMED ) (?: NAMED comma? )? } ) {later: [num year] } "
        "(?(4) NAMED? close | (?! of? MONTH ) ) }",
        read=_double_year,
        finds={
            "He was buried on 23 February, 1632-3, at night.": "1633-02-23 | 1633-03-05",
            "He fell ill in February, 1661-62, and rose again.": "1662-02",
            "He was buried on 23 February 1632 (1633 New Style).": "1633-02-23 | 1633-03-05",
            "He was king from 1649 (O.S. 1648), and no longer.": "1649",
        },
        ignores=(
            "From 4 June, 1914-18 saw no such harvest.",
            "It lasted from 12 Jan. 1812–3 Feb. 1813, they say.",
            "He was buried on 23 June 1632 (1633 New Style), or in 1640 (1645).",
        ),
        source="Dates of years that began on 25 March are written with both numbers.",
    ),
    DateRule(
        id="date/roman-day",
        needs="roman_day",
        pattern="{on: [on until by before after since from] the? }? {date: (?: {count: [num nth "
        "word_ordinal] } day? before the )? {name: roman_day } of? {rest: MONTH TAIL? } }",
        read=_roman_day,
        finds={
            "He fell on the Ides of March, 44 BC, in the curia.": "-0043-03-15",
            "It was given on the Kalends of May 1215 at Rome.": "1215-05-01",
        },
        ignores=("In 44 BC he spoke of the Ides of March, and of a march.",),
        source="The Roman calendar: Ides on the 13th, in March, May, July, October on the 15th.",
    ),
    DateRule(
        id="date/year-first",
        needs="year",
        pattern="{date: {year: year } open {day: LEAD? DAY_MONTH STYLED? } close "
        "| {later: year } (?= month [num nth] (?! IN_YEAR ) ) month [num nth] }",
        read=_day,
        finds={
            "Founded: 1882 (O.S. 27 March), at Kiev.": "1882-03-27 | 1882-04-08",
            "The log ends at 1915 May 3 in pencil.": "1915-05-03",
        },
        ignores=("In 1882 (by May, say some) it was founded.",),
    ),
)
