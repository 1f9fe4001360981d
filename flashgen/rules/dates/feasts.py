"""Days that have a name: "Christmas Day 1066", "New Year's Eve", "Easter Sunday 1282"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from flashgen.calendars import Calendar
from flashgen.dates import DateValue, HistoricalDate
from flashgen.rules.dates.atoms import Atoms
from flashgen.rules.dates.grammar import DateRule, Spans
from flashgen.rules.dates.lexicon import feasts
from flashgen.rules.dates.pieces import Side
from flashgen.rules.dates.reading import side_of
from flashgen.rules.dates.said import Said, one
from flashgen.types import DateForm


def _name(atoms: Atoms, match: Spans) -> str:
    words = atoms.word(match["feast"][0]).lower().replace("'", "’").split()
    return " ".join(words).replace("st. ", "saint ").replace("st ", "saint ")


def _fixed(atoms: Atoms, match: Spans) -> Said | None:
    always = feasts("fixed_days")
    day = (always | feasts("fixed_days_with_a_year")).get(_name(atoms, match))
    if day is None or not ("year" in match or ("on" in match and _name(atoms, match) in always)):
        return None
    month, number = map(int, day.split("-"))
    if "eve" in match:
        month, number = (month, number - 1) if number > 1 else (month - 1, 31)
    side = side_of(atoms, match, "year")
    return one(replace(side, points=(replace(side.points[0], month=month, day=number),)))


def _movable(atoms: Atoms, match: Spans) -> Said | None:
    """A day before or after Easter: until 1582 one day everywhere, since then in some years."""
    # It is slow to import, and few texts need it.
    from dateutil.easter import (  # noqa: PLC0415
        EASTER_JULIAN,
        EASTER_ORTHODOX,
        EASTER_WESTERN,
        easter,
    )

    if not ("on" in match or "year" in match):
        return None
    side: Side = side_of(atoms, match, "year")
    days = timedelta(int(feasts("days_from_easter")[_name(atoms, match)]))

    def at(year: int) -> HistoricalDate | None:
        year = side.points[0].value(year).year
        if year < 1:
            return None
        if year <= 1582:
            day = easter(year, EASTER_JULIAN) + days
            return HistoricalDate.unspecified(DateValue(day.year, day.month, day.day))
        day = easter(year, EASTER_WESTERN) + days
        if day != easter(year, EASTER_ORTHODOX) + days:
            return None
        return HistoricalDate.in_calendar(
            Calendar.GREGORIAN, DateValue(day.year, day.month, day.day)
        )

    return Said(at=at, sides=(side,), year=side.year)


RULES = (
    DateRule(
        id="date/feast",
        needs="feast",
        pattern="(?: {on: [on until by before after since from of at] } (?: the (?! eve ) )? )? "
        "{date: {eve: the? eve of the? }? {feast: feast } {year: TAIL }? } (?! name )",
        read=_fixed,
        finds={
            "He was crowned on Christmas Day 1066 at Westminster.": "1066-12-25",
            "Rents fell due on Lady Day 1688 in the shire.": "1688-03-25",
            "In 1917 all began. On Christmas Day he lay ill.": "1917-12-25",
            "He came on the eve of All Saints’ Day 1517 with a hammer.": "1517-10-31",
        },
        ignores=("In 1917 May Day was a name, and so was Christmas.",),
        source="The calendar of the Western churches.",
    ),
    DateRule(
        id="date/easter",
        needs="easter",
        pattern="(?: {on: [on until by before after since from of at] } (?= easter ) )? "
        "{date: {feast: easter } {year: IN_YEAR }? } (?! name )",
        read=_movable,
        finds={
            "On Easter Sunday 1282 they rang.": "1282-03-29",
            "On Easter Monday 1916 they rose.": "1916-04-11 | 1916-04-24",
        },
        ignores=("The Easter Rising of 1916 failed.",),
        source="dateutil.easter",
        form=DateForm.EXPLICIT,
    ),
)
