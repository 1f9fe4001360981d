"""Days, and from one day to another, in one calendar or in none."""

from __future__ import annotations

import re

from flashgen.calendars import Calendar, month_length
from flashgen.dates import DateValue, HistoricalDate
from flashgen.english.numbers import roman_number
from flashgen.rules.dates.atoms import Atoms
from flashgen.rules.dates.grammar import DateRule, Match
from flashgen.rules.dates.reading import read_side, side_of
from flashgen.rules.dates.said import Point, Said, Side, known, one


def _day(atoms: Atoms, match: Match) -> Said | None:
    return one(side_of(atoms, match, "date"))


def _several(atoms: Atoms, match: Match) -> Said | None:
    """The days of "1, 2 and 3 July"; days that do not follow each other are no range."""
    rest = side_of(atoms, match, "rest")
    first, last = match.span("days")
    days = [n for i in range(first, last) if (n := _day_at(atoms, i))]
    one_of = match["or"] is not None if "or" in match.re.groupindex else False
    if not one_of and "between" not in match.re.groupindex:
        if days != list(range(days[0], days[-1] + 1)):
            return None
    month, year = rest.points[0].month, rest.points[0]
    points = (Point(month=month, day=days[0]), Point(year.year, month, days[-1], turn=year.turn))
    return one(Side(points, rest.calendar, rest.weekday, one_of))


def _day_at(atoms: Atoms, index: int) -> int | None:
    return read_side(atoms, index, index + 1).points[0].day


def _last_day(atoms: Atoms, match: Match) -> Said | None:
    side = side_of(atoms, match, "rest")
    point = side.points[0]

    def at(year: int) -> HistoricalDate | None:
        value = point.value(year)
        lengths = {month_length(calendar, value.year, value.month or 1) for calendar in Calendar}
        if len(lengths) > 1:
            return None
        return HistoricalDate.unspecified(DateValue(value.year, value.month, lengths.pop()))

    return Said(at=at, sides=(side,), year=point.year, month=point.month)


def _in_figures(atoms: Atoms, match: Match) -> Said | None:
    """The date of "1917-11-07" or, as on the Continent, "7.11.1917"."""
    parts = re.findall(r"\w+", atoms.word(match.start()))
    figures = [int(part) if part.isdigit() else roman_number(part) or 0 for part in parts]
    year, month, day = figures if figures[0] > 999 else reversed(figures)
    return one(Side((Point(year, month, day),))) if 1 <= month <= 12 else None


def _hyphens(atoms: Atoms, match: Match) -> Said | None:
    year, month, day = (atoms.number(match.start(name)) for name in ("year", "month", "day"))
    return one(Side((Point(year, month, day),)))


def _double_year(atoms: Atoms, match: Match) -> Said | None:
    """A day of a year that began in March, as in "23 February 1632-3"."""
    day = side_of(atoms, match, "day").points[0]
    year, later = atoms.number(match.start("year")), atoms.word(match.start("later"))
    if not str(year + 1).endswith(later) or (day.month or 12, day.day or 0) > (3, 25):
        return None
    return one(Side((Point(year + 1, day.month, day.day, double=True),)))


def _roman_day(atoms: Atoms, match: Match) -> Said | None:
    """The Ides, Nones or Kalends of a month, or so many days before, both ends counted."""
    side = side_of(atoms, match, "rest")
    if not (match["on"] or side.year is not None):
        return None
    point, name = side.points[0], atoms.word(match.start("name")).lower()
    ides = 15 if point.month in (3, 5, 7, 10) else 13
    count = side_of(atoms, match, "count").points[0].day or 1
    back = count - 1
    month, day = point.month or 1, {"ides": ides, "nones": ides - 8}.get(name, 1)

    def at(year: int) -> HistoricalDate:
        in_year, in_month, in_day = point.value(year).year, month, day - back
        if in_day < 1:
            in_year, in_month = (in_year, month - 1) if month > 1 else (in_year - 1, 12)
            in_day += month_length(Calendar.JULIAN, in_year, in_month)
        return HistoricalDate.unspecified(DateValue(in_year, in_month, in_day))

    return Said(at=at, sides=(side,), year=point.year, month=point.month)


def _in_a_list(atoms: Atoms, match: Match) -> Said | None:
    """A year whose day stands in brackets behind it."""
    side = side_of(atoms, match, "rest" if match["rest"] else "later")
    year = atoms.number(match.start("year"))
    day = side.points[0]
    return one(Side((Point(year, day.month, day.day),), side.calendar))


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
        },
        ignores=(
            "March 25 miles a day, said the general, and you may rest.",
            "The 25th Regiment met the 20th Maine by the mill.",
        ),
    ),
    DateRule(
        id="date/days",
        needs="month mon",
        pattern="{date: LEAD? WEEKDAY? DAYS TAIL? }",
        read=_day,
        finds={
            "Guns fired from 14–18 March 1921 over the ice.": "1921-03-14/1921-03-18",
            "They fought on July 1-3, 1863, among orchards.": "1863-07-01/1863-07-03",
        },
        ignores=("They sold 3–7 horses on a Monday.",),
    ),
    DateRule(
        id="date/days-in-a-row",
        needs="month mon",
        pattern="{date: WEEKDAY? (?: {days: [num nth] (?: comma [num nth] ){0,5} comma? "
        "(?: and | {or: or } ) the? [num nth] } of? {rest: MONTH TAIL? } ) }",
        read=_several,
        finds={
            "On 3 and 4 July 1863 nobody slept.": "1863-07-03/1863-07-04",
            "It was lost on 10 or 11 June 1815, nobody knows.": "[1815-06-10,1815-06-11]",
        },
        ignores=("Of the 3 and 4 members few had come by July.",),
    ),
    DateRule(
        id="date/month-then-days",
        needs="month mon",
        pattern="(?= {rest: MONTH } ) {date: MONTH {days: [num nth] (?: comma [num nth] ){0,5} "
        "comma? (?: and | {or: or } ) the? [num nth] (?! COUNTED ) } (?! of? MONTH ) TAIL? }",
        read=lambda atoms, match: _month_first(atoms, match),
        finds={"They fought on July 1, 2 and 3, 1863, in the heat.": "1863-07-01/1863-07-03"},
        ignores=("By July 3 or 4 clerks had been hired at 5 and 6 crowns.",),
    ),
    DateRule(
        id="date/days-between",
        needs="between",
        pattern="{date: {between: between } the? {days: [num nth] and the? [num nth] } of? "
        "{rest: MONTH TAIL? } }",
        read=_several,
        finds={"Between 3 and 12 May 1916 they were shot.": "1916-05-03/1916-05-12"},
        ignores=("Between 3 and 12 of them hid in the loft until May.",),
    ),
    DateRule(
        id="date/last-day",
        needs="last",
        pattern="{date: the? last day of {rest: MONTH TAIL? } }",
        read=_last_day,
        finds={"He died on the last day of April 1945.": "1945-04-30"},
        ignores=("It was the last day of the march.",),
    ),
    DateRule(
        id="date/figures",
        needs="iso",
        pattern="{date: iso }",
        read=_in_figures,
        finds={
            "The diary opens on 1917-11-07 at dawn.": "1917-11-07",
            "The form is stamped 7.11.1917 in red.": "1917-11-07",
        },
        ignores=("Ring 1917-1107 or 7.11.19 for help.",),
    ),
    DateRule(
        id="date/hyphens",
        needs="mon month",
        pattern="{date: {day: [num nth] } dash {month: MONTH } dash {year: year } }",
        read=_hyphens,
        finds={"The stamp says 10-Apr-1915 in blue ink.": "1915-04-10"},
        ignores=("The 10-April-Square bus stops at 19-15 Main Street.",),
    ),
    DateRule(
        id="date/double-year",
        needs="year",
        pattern="{date: {day: WEEKDAY? DAY_MONTH } [comma of in]{0,2} {year: year } dash "
        "{later: [num n2 year] } }",
        read=_double_year,
        finds={"He was buried on 23 February, 1632-3, at night.": "1633-02-23 | 1633-03-05"},
        ignores=("From 4 June, 1914-18 saw no such harvest.",),
        source="Dates of years that began on 25 March are written with both numbers.",
    ),
    DateRule(
        id="date/roman-day",
        needs="roman_day",
        pattern="{on: [on until by before after since from] the? }? "
        "{date: (?: {count: [num nth word_ordinal] } day? before the )? {name: roman_day } of? {rest: MONTH TAIL? } }",
        read=_roman_day,
        finds={
            "He fell on the Ides of March, 44 BC, in the curia.": "-0043-03-15",
            "It was given on the Kalends of May 1215 at Rome.": "1215-05-01",
        },
        ignores=("He spoke of the Ides and of a march.",),
        source="The Roman calendar: Ides on the 13th, in March, May, July, October on the 15th.",
    ),
    DateRule(
        id="date/year-first",
        needs="year",
        pattern="{date: {year: year } (?: open {rest: LEAD? DAY_MONTH STYLED? } close "
        "| {later: month [num nth] (?! IN_YEAR ) } ) }",
        read=_in_a_list,
        finds={"Founded: 1882 (O.S. 27 March), at Kiev.": "1882-03-27 | 1882-04-08"},
        ignores=("In 1882 (by May, say some) it was founded.",),
    ),
)


def _month_first(atoms: Atoms, match: Match) -> Said | None:
    """The same with the month before the days and the year behind them."""
    first, last = match.span("date")
    days_first, days_last = match.span("days")
    rest = read_side(atoms, days_last, last)
    month = read_side(atoms, first, days_first).points[0].month
    days = [n for i in range(days_first, days_last) if (n := _day_at(atoms, i))]
    if match["or"] is None and days != list(range(days[0], days[-1] + 1)):
        return None
    end = rest.points[0]
    points = (Point(month=month, day=days[0]), Point(end.year, month, days[-1], turn=end.turn))
    return one(Side(points, rest.calendar, one_of=match["or"] is not None))


__all__ = ["RULES", "known"]
