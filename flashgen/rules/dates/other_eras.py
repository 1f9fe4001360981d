"""Dates of the French Republican, the Islamic and the Hebrew calendar: "9 Thermidor Year II"."""

from __future__ import annotations

from dataclasses import replace

from flashgen.dates.calendars import Calendar, from_day_number
from flashgen.dates.historical import DateInterval, DateSet, DateValue, Edtf, HistoricalDate
from flashgen.mentions import DateForm
from flashgen.rules.dates.atoms import Atoms
from flashgen.rules.dates.grammar import DateRule, Reader, Spans
from flashgen.rules.dates.lexicon import month_of_era
from flashgen.rules.dates.pieces import DateSide
from flashgen.rules.dates.reading import side_of
from flashgen.rules.dates.said import Said

# Without "AH" or the like: a year of our own era in the one, one long past in the other.
_YEARS = {Calendar.REPUBLICAN: range(1, 15), Calendar.ISLAMIC: range(1, 1500),
          Calendar.HEBREW: range(3761, 5900)}  # fmt: skip


def _of(calendar: Calendar) -> Reader:
    """Reads a date of another era, and the one of ours beside it; its year may be the story's."""

    def read(atoms: Atoms, match: Spans) -> Said | None:
        month = _month(atoms, match, calendar)
        days = side_of(atoms, match, "day")
        side = side_of(atoms, match, next(iter({"west", "ours"} & match.keys()), "behind"))
        if "year" not in match and "roman" not in match:
            return _in_our_year(calendar, month, days, side)
        year = atoms.number(match.get("year", match.get("roman", (0, 0)))[0])
        if year not in _YEARS[calendar]:
            return None
        date = HistoricalDate.in_calendar(calendar, _value(year, month, days))
        if side.year is None:
            return Said(at=lambda _: date, needs_year=False)
        date = beside(date, side.value(side.year))
        return Said(
            at=lambda _: date, sides=(side,), year=side.year, month=min(side.months, default=None)
        )

    return read


def _value(year: int, month: int | None, days: DateSide) -> Edtf:
    first, *more = [DateValue(year, month, point.day) for point in days.points]
    if more and (more[-1].day or 0) <= (first.day or 0):
        raise ValueError("these days have no order")
    if days.one_of:
        return DateSet((first, *more))
    return DateInterval(first, more[-1]) if more else first


def beside(date: HistoricalDate, western: Edtf) -> HistoricalDate:
    """A date with the one of ours that stands beside it, unless that is less exact.

    Raises ValueError where that is not the same.
    """
    if isinstance(western, DateValue) and isinstance(date.written, DateValue):
        ours, own = western, date.written
        less = (ours.month is None) > (own.month is None) or (ours.day is None) > (own.day is None)
        if less:
            HistoricalDate.in_two_eras(date.calendar or Calendar.JULIAN, date.written, western)
            return date
    return replace(date, second=western)


def _in_our_year(calendar: Calendar, month: int | None, days: DateSide, side: DateSide) -> Said:
    """A day without its year: of the year of ours beside it, or that of which the story tells."""

    def at(year: int) -> HistoricalDate | None:
        for its in _YEARS[calendar]:
            date = HistoricalDate.in_calendar(calendar, _value(its, month, days))
            first, _ = date.span_days()
            if from_day_number(Calendar.GREGORIAN, first)[0] == year:
                return beside(date, side.value(year)) if side.months else date
        return None

    return Said(at=at, sides=(side,) if side.year else (), year=side.year)


def _month(atoms: Atoms, match: Spans, calendar: Calendar) -> int | None:
    if "month" not in match:
        return None
    return month_of_era(calendar, atoms.word(match["month"][0]))


def _pattern(month: str, year: str) -> str:
    """A date with its year; one of ours may stand before it or behind it, one of them in brackets.

    The second group is the one before it.
    """
    return (
        f"{{date: (?: {{west: OURS }} open )? (?: {_DAYS} )? {{month: {month} }} "
        f"[comma of in the]{{0,3}} {year} {_BESIDE} }}"
    )


_DAYS = "{day: (?: [num nth] TO [num nth] | ROW | DAY ) } day? days? of? the?"
_BESIDE = "(?(2) stop? close | (?: stop? open {behind: OURS } close )? )"


RULES = (
    DateRule(
        id="date/republican",
        needs="republican",
        pattern=_pattern(
            "republican",
            # "I" is a word of its own, too
            "(?: (?: year_word | a ) {year: [roman num word_number goes_on] } | {roman: roman } )",
        ),
        read=_of(Calendar.REPUBLICAN),
        finds={
            "He fell on 9 Thermidor, Year II, in Paris.": "republican 0002-11-09 = 1794-07-27",
            "He rose on 18 Brumaire of the Year VIII (9 November 1799).": ""
            "republican 0008-02-18 = 1799-11-09",
            "On 1 April 1795 (12 Germinal Year III) they marched.": ""
            "republican 0003-07-12 = 1795-04-01",
            "They fought from 13th to 16th Vendémiaire Year IV in Paris.": ""
            "republican 0004-01-13/0004-01-16 = 1795-10-05/1795-10-08",
            "It was 18 brumaire an VIII when he struck.": "republican 0008-02-18 = 1799-11-09",
            "It was 3 Frimaire of the Year I when he came.": "republican 0001-03-03 = 1792-11-23",
            "Bread was dear in Ventôse of the Year II.": ""
            "republican 0002-06 = 1794-02-19/1794-03-20",
        },
        ignores=("They called the crab Thermidor in the year 1891.",),
        source="The French Republican calendar.",
    ),
    DateRule(
        id="date/republican-day",
        needs="republican",
        pattern=f"{{date: (?: {{west: OURS }} open )? {_DAYS} {{month: republican }} "
        f"(?(2) stop? close | (?: stop? open {{behind: OURS }} close "
        f"| comma {{ours: year }} )? ) }}",
        read=_of(Calendar.REPUBLICAN),
        finds={
            "In 1794 all met. On 9 Thermidor he fell.": "republican 0002-11-09 = 1794-07-27",
            "In 1799 all was new. The coup of 18 Fructidor (4 September 1797) had failed.": ""
            "republican 0005-12-18 = 1797-09-04",
            "In 1799 they met. On the 18th and 19th of Brumaire he struck.": ""
            "republican 0008-02-18/0008-02-19 = 1799-11-09/1799-11-10",
            "In 1799 they met. It was lost on the 9th of Thermidor, 1794.": ""
            "republican 0002-11-09 = 1794-07-27",
            "On 4 September 1797 (18 Fructidor) he struck.": "republican 0005-12-18 = 1797-09-04",
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
            "The city fell on 20 Jumādā al-ula 857 AH to him.": "islamic 0857-05-20 = 1453-05-29",
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
        finds={
            "It was told on 5 Iyar 5708 (14 May 1948).": "hebrew 5708-02-05 = 1948-05-14",
            "The temple burned on 9 Av 3830 (AD 70), they say.": "hebrew 3830-05-09 = 0070-08-04",
            "It was told on 10 Teves 5703 to all.": "hebrew 5703-10-10 = 1942-12-18",
        },
        ignores=("The month of Iyar opened with 5708 men.",),
        source="The Hebrew calendar.",
    ),
)
