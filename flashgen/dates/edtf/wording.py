"""Days, months and years in English words."""

from __future__ import annotations

from functools import cache

from flashgen.dates.calendars import Calendar
from flashgen.english.numbers import MONTHS
from flashgen.tables import pairs

SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_HALVES_OF_EARTH = ("northern", "southern")
_SHARES = {
    "quarter": ("first", "second", "third", "last"),
    "third": ("first", "second", "last"),
    "half": ("first", "second"),
}
_PARTS_OF_YEAR = dict(
    enumerate(
        (
            *SEASONS.values(),
            *(f"{where} {season}" for where in _HALVES_OF_EARTH for season in SEASONS.values()),
            *(f"the {nth} {share} of" for share, all_ in _SHARES.items() for nth in all_),
        ),
        21,
    )
)
_COMPLEMENTARY = "complementary day"
_ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV".split()
_MARKED = {"~": "approximate", "?": "uncertain", "%": "approximate and uncertain"}


def in_words(
    day: int | None,
    month: int | None,
    year: int | None,
    calendar: Calendar = Calendar.GREGORIAN,
) -> str:
    """What there is of a date; None is left out: "15 March 44 BC", "25 October"."""
    months = months_of_era(calendar) if calendar.other_era else MONTHS
    name = "" if month is None else _PARTS_OF_YEAR.get(month) or months[month - 1]
    in_year = "" if year is None else year_in_words(year, calendar)
    in_month = "" if day is None else _ordinal(day) if name == _COMPLEMENTARY else str(day)
    return " ".join(part for part in (in_month, name, in_year) if part)


@cache
def months_of_era(calendar: Calendar) -> tuple[str, ...]:
    """The names of the months of another era's calendar, in order."""
    names = {number: name for name, number in reversed(pairs("eras", calendar))}
    return tuple(names[str(number)] for number in range(1, len(names) + 1))


def year_in_words(year: int, calendar: Calendar = Calendar.GREGORIAN) -> str:
    """A year as one says it: "1917", "44 BC", "AD 14", "Year VIII", "1293 AH"."""
    match calendar:
        case Calendar.REPUBLICAN:
            return f"Year {_ROMAN[year - 1]}"
        case Calendar.ISLAMIC:
            return f"{year} AH"
        case Calendar.HEBREW:
            return f"{year} AM"
    if year <= 0:
        return f"{1 - year} BC"
    return f"AD {year}" if year < 100 else str(year)


def of_some(day: int | None, month: int | None, year: int, open_digits: int) -> str:
    """A date of which some digits are not known: "the 1860s", "some day in May 1560".

    A negative day or month is one that is not known.
    """
    name, of_it, in_it = _some_year(year, open_digits)
    if month is None:
        return name
    if month > 0:
        what = "" if day is None else f"{day} " if day > 0 else "some day in "
        return f"{what}{in_words(None, month, None)} {of_it}"
    if day is None or day < 0:
        return f"some {'month' if day is None else 'day'} {in_it}"
    return f"the {_ordinal(day)} of some month {in_it}"


def _some_year(year: int, open_digits: int) -> tuple[str, str, str]:
    """A year of which some digits are not known: its name, and what is of it and in it."""
    last = year + 10**open_digits - 1
    match open_digits:
        case 0:
            name = year_in_words(year)
            return name, name, f"in {name}"
        case 1 | 2:
            name = _decade(year) if open_digits == 1 else _century(year)
            return name, f"of some year in {name}", f"in {name}"
        case 3:
            between = f"between {year_in_words(year or 1)} and {year_in_words(last)}"
            return f"some year {between}", f"of some year {between}", between
    name = "an unknown year"
    return name, f"of {name}", f"in {name}"


def _decade(year: int) -> str:
    if year < 0:
        return f"{1 - year}–{year_in_words(year + 9)}"
    if year == 0:
        return "the first decade AD"
    return f"the {year}s" + " AD" * (year < 100)


def _century(year: int) -> str:
    if year < 0:
        return f"the {_ordinal(-year // 100 + 1)} century BC"
    return f"the {_ordinal(year // 100 + 1)} century" + " AD" * (year < 100)


def of_marks(marks: tuple[str, ...]) -> str:
    """What only some parts are: "year uncertain, day approximate"."""
    names: dict[str, list[str]] = {}
    for name, mark in zip(("year", "month", "day"), marks, strict=False):
        if mark:
            names.setdefault(_MARKED[mark], []).append(name)
    return ", ".join(f"{' and '.join(which)} {how}" for how, which in names.items())


def _ordinal(number: int) -> str:
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
