"""Days that have a name: Lady Day, Easter Monday."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from flashgen.dates.calendars import Calendar
from flashgen.dates.historical import DateValue, HistoricalDate
from flashgen.mentions import DateForm
from flashgen.rules.dates.atoms import Atoms
from flashgen.rules.dates.grammar import DateRule, Spans, seen_before, seen_behind
from flashgen.rules.dates.lexicon import feasts
from flashgen.rules.dates.reading import side_of
from flashgen.rules.dates.said import Said, one


def _feast(atoms: Atoms, match: Spans) -> Said | None:
    """A day that has a name; without its year only after a preposition, and not every one."""
    name, always = _name(atoms, match), feasts("fixed_days")
    day = (always | feasts("fixed_days_with_a_year")).get(name)
    alone = "on" in match or "eve" in match or _opens(atoms, match)
    if day is None or not ("year" in match or (alone and name in always)):
        return None
    month, number = map(int, day.split("-"))
    if "eve" in match and not seen_behind("the? feast_of", atoms, match["eve"][0]):
        month, number = (month, number - 1) if number > 1 else (month - 1, 31)
    side = side_of(atoms, match, "year")
    return one(replace(side, points=(replace(side.points[0], month=month, day=number),)))


def _easter(atoms: Atoms, match: Spans) -> Said | None:
    """A day before or after Easter: until 1582 one day everywhere, since then in some years."""
    if not ("on" in match or "year" in match or _opens(atoms, match)):
        return None
    # It is slow to import, and few texts need it.
    from dateutil import easter  # noqa: PLC0415

    side = side_of(atoms, match, "year")
    days = timedelta(int(feasts("days_from_easter")[_name(atoms, match)]))

    def at(year: int) -> HistoricalDate | None:
        year = side.points[0].value(year).year
        old, in_east, in_west = (easter.easter(year, method) + days for method in (1, 2, 3))
        if year <= 1582:
            return HistoricalDate.unspecified(DateValue(old.year, old.month, old.day))
        day = DateValue(in_west.year, in_west.month, in_west.day)
        return HistoricalDate.in_calendar(Calendar.GREGORIAN, day) if in_east == in_west else None

    return Said(at=at, sides=(side,), year=side.year)


def _opens(atoms: Atoms, match: Spans) -> bool:
    """Whether a sentence opens with it: "Lady Day came", "Christmas Day, for which they saved"."""
    first, last = match["date"]
    opens = seen_before("(?: ^ | [stop semicolon] ) quote?", atoms, first)
    return opens and seen_behind("[acts is comma]", atoms, last)


def _name(atoms: Atoms, match: Spans) -> str:
    words = atoms.word(match["feast"][0]).lower().replace("'", "’").split()
    return " ".join(words).replace("st. ", "saint ").replace("st ", "saint ")


RULES = (
    DateRule(
        id="date/feast",
        needs="feast",
        pattern="(?: {on: [on until by before after since from of at through] } "
        "(?: the (?! eve ) )? )? {date: {eve: the? [eve feast_of] of the? }? {feast: feast } "
        "{year: TAIL }? } (?! name )",
        read=_feast,
        finds={
            "He was crowned on Christmas Day 1066 at Westminster.": "1066-12-25",
            "Rents fell due on Lady Day 1688 in the shire.": "1688-03-25",
            "In 1917 all began. On Christmas Day he lay ill.": "1917-12-25",
            "He was crowned upon the feast of the Epiphany in the year 1066.": "1066-01-06",
            "In 1681 the mob met. Lady Day came, and with it the rent.": "1681-03-25",
            "He came on the eve of St. John’s Day 1314 with a host.": "1314-06-23",
            "He came on the eve of All Saints’ Day 1517 with a hammer.": "1517-10-31",
        },
        ignores=("In 1917 May Day was a name, and so was Christmas.",),
        source="The calendar of the Western churches.",
    ),
    DateRule(
        id="date/easter",
        needs="easter",
        pattern="(?: {on: [on until by before after since from of at through] } (?= easter ) )? "
        "{date: {feast: easter } {year: IN_YEAR }? } (?! name )",
        read=_easter,
        finds={
            "On Easter Sunday 1282 they rang.": "1282-03-29",
            "On Easter Monday 1916 they rose.": "1916-04-11 | 1916-04-24",
            "In 1276 he came. All through Easter Sunday it rained.": "1276-04-05",
        },
        ignores=("The Easter Rising of 1916 failed.",),
        source="dateutil.easter",
        form=DateForm.EXPLICIT,
    ),
)
