"""Years of a named era, decades and centuries: "49 BC", "AD 79", "1293 AH", "the 1860s"."""

from __future__ import annotations

from flashgen.calendars import FIRST_YEAR
from flashgen.dates import DateInterval, DateValue, HistoricalDate
from flashgen.rules.dates.atoms import Atoms
from flashgen.rules.dates.grammar import DateRule, Match
from flashgen.rules.dates.reading import read_side, side_of, span_of
from flashgen.rules.dates.said import Said, known, one
from flashgen.types import DateForm


def _of_era(atoms: Atoms, match: Match) -> Said | None:
    side = side_of(atoms, match, "rest")
    return known(None) if (side.year or 0) < FIRST_YEAR else one(side)


def _before_christ(atoms: Atoms, match: Match) -> Said | None:
    """From one year before Christ to another, or one of two."""
    start, end = (1 - atoms.number(match.start(name)) for name in ("a", "b"))
    if not FIRST_YEAR <= start < end:
        return known(None)
    about = match["about"] is not None
    return known(
        DateInterval(DateValue(start, approximate=about), DateValue(end), match["or"] is not None)
    )


def _of_rome(atoms: Atoms, match: Match) -> Said | None:
    """Years from the founding of the City: 754 is A.D. 1."""
    return known(DateValue(atoms.number(match.start("year")) - 753))


def _foreign(_: Atoms, __: Match) -> Said | None:
    return known(None)


def _decade(atoms: Atoms, match: Match) -> Said | None:
    """A decade, or from one to another; "the 1800s" are a century."""
    about = match["about"] is not None
    values = []
    for name in ("a", "b"):
        if (span := span_of(match, name)) is None:
            continue
        year = atoms.number(span[0])
        if values and year < 100:
            year += values[0].year // 100 * 100
        values.append(_tens(year, about=about))
    if match["bc"]:
        year = atoms.number(match.start("a"))
        width = 100 if year % 100 == 0 else 10
        return known(DateInterval(DateValue(2 - year - width), DateValue(1 - year)))
    if values[0].year < 100:
        return None
    if len(values) == 1:
        return known(values[0])
    return known(DateInterval(*values)) if values[0].year < values[1].year else None


def _tens(year: int, *, about: bool = False) -> DateValue:
    open_digits = 2 if year % 100 == 0 and year >= 1000 else 1
    return DateValue(year, open_digits=open_digits, approximate=about)


def _in_words(atoms: Atoms, match: Match) -> Said | None:
    hundreds = atoms.number(match.start("hundreds"))
    if not 11 <= hundreds <= 20:
        return None
    return known(_tens(100 * hundreds + atoms.number(match.start("tens"))))


def _without_century(atoms: Atoms, match: Match) -> Said | None:
    """A decade near the year that is told: a little ahead of it, or not too far behind."""
    word = atoms.word(match.start("tens"))
    tens = atoms.number(match.start("tens"))
    if tens > 90 or tens < 20 or (word[-1] != "s"):
        return None

    def at(year: int) -> HistoricalDate | None:
        ahead = year - year % 100 + tens
        for first in (ahead + 100, ahead, ahead - 100):
            if -60 <= first - year <= 20 and first >= 0:
                return HistoricalDate.unspecified(DateValue(first, open_digits=1))
        return None

    return Said(at=at, near=True)


def _century(atoms: Atoms, match: Match) -> Said | None:
    numbers = [
        atoms.number(span[0]) for name in ("a", "b") if (span := span_of(match, name)) is not None
    ]
    if not all(1 <= number <= 21 for number in numbers):
        return None
    bc = match["bc"] is not None
    values = [
        DateValue(1 - 100 * number if bc else 100 * number - 100, open_digits=2)
        for number in numbers
    ]
    if len(values) == 1:
        return known(values[0])
    return known(DateInterval(*values)) if values[0].year < values[1].year else None


_CENTURY = "(?: word_ordinal | nth | roman nothing? )".replace(" nothing?", "")

RULES = (
    DateRule(
        id="date/era",
        needs="ad bc",
        pattern="{date: {portion: PORTION | early dash? }? {rest: ABOUT? ERA_YEAR } (?: ad | bc )? }",
        read=_of_era,
        finds={
            "It fell in AD 1204, they say.": "1204",
            "Caesar crossed in 49 BC with one legion.": "-0048",
            "The temple was built c. 500 BC of oak.": "-0499~",
            "He came in 622 CE from the south.": "0622",
        },
        ignores=("He sold 49 of 500 in May.",),
    ),
    DateRule(
        id="date/years-before-christ",
        needs="bc",
        pattern="{date: between? {about: ABOUT }? {a: COUNT } (?: bc )? (?: dash | slash | to | and | {or: or } ) "
        "{b: COUNT } bc | bc {c: COUNT } dash {d: COUNT } }",
        read=lambda atoms, match: (
            _before_christ(atoms, match) if match["a"] else _era_first(atoms, match)
        ),
        finds={"The war of 149–146 B.C. ended in fire.": "-0148/-0145"},
        ignores=("Of 149 or 146 men none came in 49 BC.",),
    ),
    DateRule(
        id="date/auc",
        needs="auc",
        pattern="{date: OUR_LORD? {year: COUNT } auc | auc {late: COUNT } }",
        read=lambda atoms, match: known(
            DateValue(atoms.number(match.start("year" if match["year"] else "late")) - 753)
        ),
        finds={"The temple was vowed in 710 AUC by him.": "-0043"},
        ignores=("He had 710 men in May.",),
        source="Varro's era: Rome was founded in 753 B.C.",
    ),
    DateRule(
        id="date/other-era",
        needs="era foreign",
        pattern="{date: (?: [num nth] of? name{1,2} (?: comma | of )? )? (?: OUR_LORD? "
        "(?: COUNT | junk ) comma? (?: era | [of in by] the? foreign [calendar year_word]? ) "
        "| era COUNT | OUR_LORD of the foreign COUNT ) }",
        read=_foreign,
        finds={
            "The shah died in 1293 AH, they wrote.": "?",
            "In the year 1402 of the Hijra he came.": "?",
            "It was the year 1888 by the Ethiopian calendar.": "?",
        },
        ignores=("In 1293 the Muslim host came.",),
    ),
    DateRule(
        id="date/decade",
        needs="decade",
        pattern="{date: PORTION? {about: ABOUT }? {a: decade } (?: TO {b: [decade short] } )? {bc: bc }? }",
        read=_decade,
        finds={
            "The reforms of the 1860s came late.": "186X",
            "In the 1870s-80s it grew.": "187X/188X",
            "In the 40s BC they fought.": "-0048/-0039",
        },
        ignores=("In May he bought 1860 shares.",),
    ),
    DateRule(
        id="date/decade-in-words",
        needs="word_tens",
        pattern="{date: PORTION? {hundreds: word_number } dash? {tens: word_tens } }",
        read=_in_words,
        finds={"The eighteen-sixties differ.": "186X"},
        ignores=("He was in his sixties by May.",),
    ),
    DateRule(
        id="date/decade-alone",
        needs="word_tens short decade",
        pattern="[the and or] {date: (?: early dash? )? {tens: [word_tens short decade] } } (?! bc )",
        read=_without_century,
        finds={"The line opened in 1846. The war had begun in the thirties.": "183X"},
        ignores=("In 1846 he was in his thirties.",),
        form=DateForm.PARTIAL,
    ),
    DateRule(
        id="date/century",
        needs="century",
        pattern="{date: (?: PORTION | early dash? )? {a: [word_ordinal nth roman] nth? } "
        "(?: (?: TO | [and or] the? ) (?: early dash? )? {b: [word_ordinal nth roman] } )? "
        "dash? century (?: ad | {bc: bc } )? }",
        read=_century,
        finds={
            "By the 12th century it was a town.": "11XX",
            "It stood since the third century BC on that hill.": "-02XX",
            "In the XVIII century it grew.": "17XX",
        },
        ignores=("After the first of May a century seemed short.",),
    ),
)


def _era_first(atoms: Atoms, match: Match) -> Said | None:
    start, end = (1 - atoms.number(match.start(name)) for name in ("c", "d"))
    return known(DateInterval(DateValue(start), DateValue(end))) if start < end else known(None)


__all__ = ["RULES", "read_side"]
