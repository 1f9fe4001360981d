"""Years of a named era, decades and centuries: "49 BC", "AD 79", "1293 AH", "the 1860s"."""

from __future__ import annotations

import re
from dataclasses import replace

from flashgen.dates.calendars import FIRST_YEAR, Calendar
from flashgen.dates.historical import DateInterval, DateValue, HistoricalDate
from flashgen.mentions import DateForm
from flashgen.rules.dates.atoms import Atoms
from flashgen.rules.dates.grammar import DateRule, Spans, kinds_of
from flashgen.rules.dates.other_eras import beside
from flashgen.rules.dates.pieces import DateSide, in_order
from flashgen.rules.dates.reading import side_of
from flashgen.rules.dates.said import Said, known, one

_NAMED_ERAS = {
    Calendar.ISLAMIC: frozenset(
        "ah h hijra hegira hijrah hijri hegirae islamic muslim moslem".split()
    ),
    Calendar.HEBREW: frozenset({"jewish", "hebrew"}),
}


def _of_era(atoms: Atoms, match: Spans) -> Said | None:
    side = _written_out(atoms, match, side_of(atoms, match, "rest"))
    years = [point.year or 0 for point in side.points]
    return one(side) if min(years) >= FIRST_YEAR else known(None)


def _written_out(atoms: Atoms, match: Spans, side: DateSide) -> DateSide:
    """Years before Christ of which the second has its last figures alone: "480/79 BC"."""
    years = [point.year or 0 for point in side.points]
    figures = [atoms.word(i) for i in range(*match["rest"]) if kinds_of(atoms, i, "num n3")]
    if len(years) != 2 or years[0] > 0 or len(figures) != 2 or years[0] + 1 in years[1:]:
        return side
    first, last = figures
    whole = int(first[: len(first) - len(last)] + last)
    slash = any(kinds_of(atoms, i, "slash") for i in range(*match["rest"]))
    if not 0 < int(first) - whole <= (99 if slash or last[0] == "0" else 1):
        return side
    return replace(side, points=(side.points[0], replace(side.points[1], year=1 - whole)))


def _other_era(atoms: Atoms, match: Spans) -> Said:
    """A year of the Islamic or the Hebrew calendar, or two; of any other one it has no value."""
    here = range(*match["own"])
    said = {re.sub("[. ]", "", atoms.word(i).lower()) for i in here}
    years = [atoms.number(i) for i in here if kinds_of(atoms, i, "num n3 year thousands junk")]
    dated = any(kinds_of(atoms, i, "name month") for i in here)
    named = (each for each, names in _NAMED_ERAS.items() if not names.isdisjoint(said))
    calendar = next(named, None)
    if calendar is None or dated:
        return known(None)
    # "622/1 AH" is a year of ours beside the own one.
    values = [DateValue(year) for year in years[-2:] if year <= years[-1]]
    own = DateInterval(values[0], values[1]) if len(values) == 2 else values[0]
    date = HistoricalDate.in_calendar(calendar, own)
    side = side_of(atoms, match, "west" if "west" in match else "behind")
    if side.year is None:
        return Said(at=lambda _: date, needs_year=False)
    both = beside(date, side.value(side.year))
    return Said(at=lambda _: both, sides=(side,), year=side.year)


def _decades(atoms: Atoms, match: Spans) -> Said | None:
    """A decade, or from one to another; "the 1800s" are a century."""
    years: list[int] = []
    for name in ("a", "b"):
        if span := match.get(name):
            year = sum(atoms.number(i) * (100 if kinds_of(atoms, i, "word_number") else 1)
                       for i in range(*span))  # fmt: skip
            years.append(year if year >= 100 or not years else years[0] // 100 * 100 + year)
    if "bc" in match:
        width = 100 if years[0] % 100 == 0 else 10
        return known(DateInterval(DateValue(2 - years[0] - width), DateValue(1 - years[0])))
    about = "about" in match
    return _from_to(
        [
            DateValue(year, open_digits=2 if year % 100 == 0 else 1, approximate=about)
            for year in years
            if 100 < year < 2100
        ]
    )


def _from_to(values: list[DateValue]) -> Said | None:
    if not values:
        return None
    return known(values[0] if len(values) == 1 else in_order(*values))


def _without_century(atoms: Atoms, match: Spans) -> Said | None:
    """A decade near the year that is told, or of the century that follows it."""
    tens = atoms.number(match["tens"][0])
    if "century" in match:
        century = atoms.number(match["century"][0])
        return known(DateValue(100 * century - 100 + tens, open_digits=1))
    at = lambda year: HistoricalDate.unspecified(DateValue(year, open_digits=1))  # noqa: E731
    return Said(at=at, figures=tens)


def _centuries(atoms: Atoms, match: Spans) -> Said | None:
    spans = [span for name in ("a", "b") if (span := match.get(name))]
    numbers = [atoms.number(first) for first, _ in spans]
    if not all(1 <= number <= 21 for number in numbers):
        return None
    width, digits = (1000, 3) if "thousand" in match else (100, 2)
    firsts = [1 - width * n if "bc" in match else width * (n - 1) for n in numbers]
    return _from_to([DateValue(first, open_digits=digits) for first in firsts])


RULES = (
    DateRule(
        id="date/era",
        needs="ad bc auc",
        pattern="{date: between? (?: PORTION | early dash? )? {rest: ABOUT? ERA_YEAR } "
        "(?: ad | bc )? }",
        read=_of_era,
        finds={
            "It fell in AD 1204, they say.": "1204",
            "He died in AD 17 or 18, in exile.": "[0017,0018]",
            "Caesar crossed in 49 BC with one legion.": "-0048",
            "The temple was built c. 500 BC of oak.": "-0499~",
            "The war of 149–146 B.C. ended in fire.": "-0148/-0145",
            "He was archon in 480/79 BC, and again in 431-04 BC.": "-0479/-0478",
            "They built it c. 2600–2500 BC by the river.": "-2599~/-2499",
            "The temple was vowed in 710 AUC by him.": "-0043",
            "He died in 44BC, they say.": "-0043",
            "Jericho had walls by 8,000 BCE, they say.": "?",
        },
        ignores=("He sold 49 of 500 oxen in May.",),
    ),
    DateRule(
        id="date/other-era",
        needs="era foreign",
        pattern="{date: (?: {west: OURS } open )? {own: (?: [num nth] of? [name month]{1,2} "
        "(?: comma | of )? )? (?: OUR_LORD? (?: COUNT [dash slash to] )? (?: COUNT | junk ) comma? "
        "(?: era | [of in by] the? foreign [calendar year_word]? ) "
        "| era COUNT (?: [dash slash to] COUNT )? | foreign year_word (?: COUNT | junk ) "
        "| OUR_LORD of the foreign COUNT ) } (?(2) close | (?: open {behind: OURS } close )? ) }",
        read=_other_era,
        finds={
            "The shah died in 1293 AH, they wrote.": "islamic 1293 = 1876-01-28/1877-01-15",
            "The city fell in 656 AH (1258) and burned.": "islamic 0656 = 1258",
            "In 1300 H. they wrote.": "islamic 1300 = 1882-11-12/1883-11-01",
            "They wrote in A.H. 1300-1305 of it.": "islamic 1300/1305 = 1882-11-12/1888-09-06",
            "The city fell in 1258/656 AH, they say.": "islamic 0656 = 1258-01-08/1258-12-28",
            "In the year 1402 of the Hijra he came.": "islamic 1402 = 1981-10-30/1982-10-18",
            "In the Muslim year 1402 he came.": "islamic 1402 = 1981-10-30/1982-10-18",
            "In the Jewish year 5708 they came.": "hebrew 5708 = 1947-09-15/1948-10-03",
            "It was dated 5 September 7125 A.M. by the clerk.": "?",
            "It was the year 1888 by the Ethiopian calendar.": "?",
            "The school opened in 1902 E.C. with ten boys.": "?",
            "It is dated 1931 Vikram Samvat on the stone.": "?",
        },
        ignores=("In 1293 the Muslim host came.", "In 1893 H. Bell came."),
    ),
    DateRule(
        id="date/decade",
        needs="decade word_tens",
        pattern="{date: (?: PORTION | early dash? )? {about: ABOUT }? {a: decade "
        "| word_number dash? word_tens } (?: (?: TO | slash ) {b: decade } )? {bc: bc }? }",
        read=_decades,
        finds={
            "The reforms of the 1860s came late.": "186X",
            "In the 1870s-80s it grew.": "187X/188X",
            "In the 1780s/90s it grew.": "178X/179X",
            "In the 40s BC they fought.": "-0048/-0039",
            "In the 400s BC they fought.": "-0498/-0399",
            "The 1800s were long.": "18XX",
            "In the 300s the walls were built.": "03XX",
            "The eighteen-sixties differ.": "186X",
        },
        ignores=("In May he bought 1860 shares in his sixties.",),
    ),
    DateRule(
        id="date/decade-alone",
        needs="word_tens decade",
        pattern="[the and or] {date: (?: early dash? )? quote? {tens: [word_tens decade] } } "
        "(?! bc ) (?: of the {century: [word_ordinal nth roman] } century )?",
        read=_without_century,
        finds={
            "The line opened in 1846. The war had begun in the thirties.": "183X",
            "It was built in the ’80s of the nineteenth century.": "188X",
            "The reforms of the 1860s came late, and those of the seventies never.": "187X",
        },
        ignores=("In 1846 he was in his thirties.",),
        form=DateForm.PARTIAL,
    ),
    DateRule(
        id="date/century",
        needs="century millennium",
        pattern="{date: (?: PORTION | early dash? )? {a: [word_ordinal nth roman] nth? } "
        "(?: (?: TO | [and or] the? ) (?: early dash? )? {b: [word_ordinal nth roman] } )? "
        "dash? (?: century | {thousand: millennium } ) (?: ad | {bc: bc } )? }",
        read=_centuries,
        finds={
            "By the 12th century it was a town.": "11XX",
            "It stood since the third century BC on that hill.": "-02XX",
            "In the XVIII century it grew.": "17XX",
            "It stood since the third millennium BC on that hill.": "-2XXX",
        },
        ignores=("After the first of May a century seemed short; in the 31st century he lives.",),
    ),
)
