"""Dates of the French Republican, the Islamic and the Hebrew calendar: "9 Thermidor Year II"."""

from __future__ import annotations

from flashgen.calendars import Calendar
from flashgen.dates import DateValue, HistoricalDate
from flashgen.rules.dates.atoms import Atoms
from flashgen.rules.dates.grammar import DateRule, Reader, Spans
from flashgen.rules.dates.lexicon import month_of_era
from flashgen.rules.dates.reading import side_of
from flashgen.rules.dates.said import Said
from flashgen.types import DateForm

# Without "AH" or the like: a year of our own era in the one, one long past in the other.
_YEARS = {Calendar.REPUBLICAN: range(1, 15), Calendar.ISLAMIC: range(1, 1500),
          Calendar.HEBREW: range(3761, 5900)}  # fmt: skip


def _of(calendar: Calendar) -> Reader:
    """Reads a date of another era, and the one of ours in brackets beside it."""

    def read(atoms: Atoms, match: Spans) -> Said | None:
        year = atoms.number(match.get("year", match.get("roman", (0, 0)))[0])
        if year not in _YEARS[calendar]:
            return None
        month = _month(atoms, match, calendar)
        value = DateValue(year, month, atoms.number(match["day"][0]) if "day" in match else None)
        side = side_of(atoms, match, "west" if "west" in match else "behind")
        if side.year is None:
            date = HistoricalDate.in_calendar(calendar, value)
            return Said(at=lambda _: date, needs_year=False)
        HistoricalDate.in_calendar(calendar, value)
        date = HistoricalDate(value, calendar, side.value(side.year))
        return Said(at=lambda _: date, sides=(side,), year=side.year, month=min(side.months))

    return read


def _month(atoms: Atoms, match: Spans, calendar: Calendar) -> int | None:
    if "month" not in match:
        return None
    return month_of_era(calendar, atoms.word(match["month"][0]))


def _republican_day(atoms: Atoms, match: Spans) -> Said:
    """A day without its year: that of which the story tells."""
    month, day = _month(atoms, match, Calendar.REPUBLICAN), atoms.number(match["day"][0])

    def at(year: int) -> HistoricalDate | None:
        for its in _YEARS[Calendar.REPUBLICAN]:
            value = DateValue(its, month, day)
            date = HistoricalDate.in_calendar(Calendar.REPUBLICAN, value)
            if isinstance(date.value, DateValue) and date.value.year == year:
                return date
        return None

    return Said(at=at)


def _pattern(month: str, year: str) -> str:
    """A date with its year; one of ours may stand before it or behind it, one of them in brackets.

    The second group is the one before it.
    """
    own = f"(?: {{day: DAY }} day? of? )? {{month: {month} }} [comma of in the]{{0,3}} {year}"
    return (
        f"{{date: (?: {{west: SIDE }} open )? {own} "
        "(?(2) stop? close | (?: stop? open {behind: SIDE } close )? ) }"
    )


RULES = (
    DateRule(
        id="date/republican",
        needs="republican",
        pattern=_pattern(
            "republican",
            "(?: (?: year_word | a ) {year: [roman num word_number] } | {roman: roman } )",
        ),
        read=_of(Calendar.REPUBLICAN),
        finds={
            "He fell on 9 Thermidor, Year II, in Paris.": "republican 0002-11-09 = 1794-07-27",
            "He rose on 18 Brumaire of the Year VIII (9 November 1799).": ""
            "republican 0008-02-18 = 1799-11-09",
            "On 1 April 1795 (12 Germinal Year III) they marched.": ""
            "republican 0003-07-12 = 1795-04-01",
            "Bread was dear in Ventôse of the Year II.": ""
            "republican 0002-06 = 1794-02-19/1794-03-20",
        },
        ignores=("They called the crab Thermidor in the year 1891.",),
        source="The French Republican calendar.",
    ),
    DateRule(
        id="date/republican-day",
        needs="republican",
        pattern="{date: {day: DAY } {month: republican } }",
        read=_republican_day,
        finds={
            "In 1794 they quarrelled. On 9 Thermidor he fell.": "republican 0002-11-09 = 1794-07-27"
        },
        ignores=("In 1794 Thermidor came, and he fell.",),
        form=DateForm.PARTIAL,
    ),
    DateRule(
        id="date/islamic",
        needs="islamic",
        pattern=_pattern("islamic", "{year: [num n3 year] } era? (?: of the foreign )?"),
        read=_of(Calendar.ISLAMIC),
        finds={
            "The city fell on 29 May 1453 (20 Jumada I 857 AH).": "islamic 0857-05-20 = 1453-05-29",
            "He was deposed in Sha‘ban 1293 AH, they say.": ""
            "islamic 1293-08 = 1876-08-22/1876-09-19",
        },
        ignores=("They fasted all through Ramadan 2010, they say.",),
        source="The Islamic calendar by the arithmetic rule.",
    ),
    DateRule(
        id="date/hebrew",
        needs="hebrew",
        pattern=_pattern("hebrew", "{year: [junk thousands] }"),
        read=_of(Calendar.HEBREW),
        finds={"It was told on 5 Iyar 5708 (14 May 1948).": "hebrew 5708-02-05 = 1948-05-14"},
        ignores=("The month of Iyar opened with 5708 men.",),
        source="The Hebrew calendar.",
    ),
)
