"""Years: which numbers are years, and ranges of them.

A bare number is a year where the words before it say so and those behind count nothing by it.
Most four-digit numbers in history are years; most of three digits are not.
"""

from __future__ import annotations

from dataclasses import replace

from flashgen.rules.dates.atoms import Atoms
from flashgen.rules.dates.grammar import DateRule, Spans, kinds_of, seen_before, seen_behind
from flashgen.rules.dates.pieces import DateSide, Point
from flashgen.rules.dates.reading import side_of
from flashgen.rules.dates.said import Said, one

# In a text of England a year with two numbers, until then, began in March.
_LAST_OLD_YEAR = 1752


def _counts(atoms: Atoms, first: int, last: int) -> bool:
    """Whether what stands around a number makes it a sum, or the name of something."""
    glued = atoms.text[atoms.ends[last - 1] : atoms.ends[last - 1] + 2]
    return (
        (glued[:1] == "-" and glued[1:].isalpha())
        or seen_before("SUM", atoms, first)
        or seen_before("FIGURES", atoms, first)
        or seen_behind("dash [junk thousands n3] | slash | in year", atoms, last)
    )


def _year(atoms: Atoms, match: Spans) -> Said | None:
    side = side_of(atoms, match, "rest")
    is_round = (side.year or 0) % 50 == 0
    return one(side) if _is_year(atoms, *match["rest"], is_round=is_round) else None


def _is_year(atoms: Atoms, first: int, last: int, *, is_round: bool) -> bool:
    if _counts(atoms, first, last):
        return False
    if is_round and (
        seen_before("(?: COUNT comma name | x to )", atoms, first)
        or seen_behind("comma name COUNT | of (?: the | that | its )? plural", atoms, last)
    ):
        return False
    if seen_behind("COUNTED", atoms, last) and (is_round or seen_behind("counted", atoms, last)):
        # "In 1800 women could not vote", but "in 1500 villages"
        capital = first > 0 and atoms.word(first - 1)[0].isupper()
        sure = seen_before("[in since until year_word years_word]", atoms, first)
        return sure and (capital or not is_round or seen_behind("of", atoms, last))
    if kinds_of(atoms, first, "word_year") and atoms.word(first).islower():
        return seen_before("IN", atoms, first) and seen_behind("GOES_ON", atoms, last)
    if seen_before("[calls made] stop?", atoms, first):
        return seen_behind("GOES_ON", atoms, last)
    if seen_before("SAYS_YEAR", atoms, first) or kinds_of(atoms, first, "word_year"):
        return True
    if seen_before("[the a its this possessive]", atoms, first):
        return not seen_behind("x? (?: plural | counted ) | who | that | which", atoms, last)
    if seen_before("[the a its this] x", atoms, first) and seen_behind("x", atoms, last):
        return not is_round and not seen_behind("x (?: plural | counted )", atoms, last)
    if seen_before("name weekday", atoms, first):
        return True  # "Black Friday 1869"
    ends = seen_behind("[close comma stop colon]", atoms, last)
    return ends and seen_before("name", atoms, first)


def _about(atoms: Atoms, match: Spans) -> Said | None:
    first, last = match["date"]
    side = side_of(atoms, match, "date")
    number = side.year or 0
    if seen_behind("COUNTED | were", atoms, last):
        return None
    if kinds_of(atoms, first, "circa"):
        return one(side)
    if number < 1000:
        return None
    dated = seen_before("[in since from until by to calls made comma open x]", atoms, first)
    named = "year" in match or (dated and not seen_before("SUM", atoms, first))
    return one(side) if named or number % 50 else None


def _years(atoms: Atoms, match: Spans) -> Said | None:
    """From one year to another, the second perhaps by its last figures alone."""
    first, last = match["date"]
    if "double" in match:
        point = side_of(atoms, match, "date").points[0]
        if not point.double or point.year is None:
            return None
        if point.year <= _LAST_OLD_YEAR:
            return one(DateSide((point,)))
        return replace(one(DateSide((Point(point.year - 1), Point(point.year)))), is_range=False)
    start, end = str(side_of(atoms, match, "start").year), atoms.word(match["end"][0])
    told = seen_before("(?<! reckons ) from", atoms, first) and end > start[2:]
    linked = "dash" in match or told or not end.isdigit()  # "1808 to ’14"
    end = end.strip("'‘’")
    short = len(end) < len(start)
    if _counts(atoms, first, last) or seen_behind("COUNTED | dash COUNT", atoms, last):
        return None
    if len(end) > len(start) or (len(end) == 3 and short) or (short and not linked):
        return None
    if len(start) == 3 and not ("dash" in match and seen_before("OF_THREE", atoms, first)):
        return None
    last_year = int(start[: len(start) - len(end)] + end)
    doubts = {atoms.word(match[name][0]) for name in ("doubt", "doubtful") if name in match}
    if doubts - {"?"} or (doubts and not seen_before("open", atoms, first)):
        return None
    points = (
        Point(int(start), about="about" in match, doubtful="doubt" in match),
        Point(last_year, about="also" in match, doubtful="doubtful" in match),
    )
    return one(DateSide(points))


def _three_digits(atoms: Atoms, match: Spans) -> Said | None:
    """A year of three digits stands in few places, and nothing is counted by it."""
    first, last = match["date"]
    if _counts(atoms, first, last) or not seen_behind("GOES_ON (?! were | of )", atoms, last):
        return None
    if seen_before("open", atoms, first):
        said = seen_behind("[close comma dash in on and at by after before to]", atoms, last)
    elif seen_before("[from between]", atoms, first):
        said = seen_behind("[to until and] n3 GOES_ON", atoms, last)
    else:
        opens = seen_before("(?: ^ | stop ) [by before after]", atoms, first)
        said = opens or seen_before("SAYS_THREE", atoms, first)
    return one(side_of(atoms, match, "date")) if said else None


RULES = (
    DateRule(
        id="date/year",
        needs="year word_year",
        pattern="{date: {portion: PORTION OUR_LORD? | early dash? }? "
        "{rest: [year word_year] (?! bc | ad | era ) } }",
        read=_year,
        finds={
            "The revolution of 1848 failed.": "1848",
            "Her father, born 1732, was a smith.": "1732",
            "Their house (built 1783) burned.": "1783",
            "The doomed 1848 revolt was forgotten.": "1848",
            "He fell in the year of our Lord one thousand and sixty-six.": "1066",
            "By the end of 1905 it was over.": "1905",
            "It was in nineteen seventeen that he left.": "1917",
            "The stone gives MDCCXLV as its year.": "1745",
            "In 1917 women marched.": "1917",
            "On Black Friday 1869 gold fell.": "1869",
            "He came home. It was 1926, a bad year.": "1926",
        },
        ignores=(
            "The army of 1917 men met a force of 1500 and came to 1500 villages.",
            "Of the 1263 schemes 1812 were void.",
            "Of the 1700 who came in May few stayed.",
            "They founded 1894 schools and built 1912 bridges.",
            "He had fifteen hundred with him at the ford.",
            "Room 1905 cost £1848, and the price rose from 1500 to 2000.",
            "Amiens sent 250, Arras 1000, Beauvais 500.",
        ),
    ),
    DateRule(
        id="date/about-year",
        needs="circa about",
        pattern="{date: ABOUT {year: OUR_LORD }? [year n3] (?! bc | ad | era ) }",
        read=_about,
        finds={
            "He was born c. 1340 in Kent.": "1340~",
            "The abbey was built c. 900 by monks.": "0900~",
            "Founded around 1200, it grew.": "1200~",
        },
        ignores=(
            "About 1500 men crossed the river, and c. 1500 horses.",
            "He had about 1500 with him, and lost about 125 that day.",
        ),
    ),
    DateRule(
        id="date/years",
        needs="year n3 double",
        pattern="{date: {double: double (?! dash year ) } | {about: circa }? "
        "{start: [year n3] | double (?= dash ) } {doubt: stop (?= dash ) }? (?: {dash: dash } "
        "| [to until through] ) {also: circa }? {end: [num n3 year short] } "
        "{doubtful: stop (?= close ) }? "
        "(?! bc | ad | era | decade | of? MONTH ) }",
        read=_years,
        finds={
            "The Crimean War of 1853–56 ended.": "1853/1856",
            "The years 1914 through 1918 were grim.": "1914/1918",
            "He served from 1808 to ’14 in Spain.": "1808/1814",
            "The war lasted from 1688 to 97, and he saw it all.": "1688/1697",
            "Chaucer (c. 1340 – 1400) was a clerk.": "1340~/1400",
            "Bosch (1450?–1516) painted.": "1450?/1516",
            "It was built in 1848/49 of brick.": "1848/1849",
            "He took his degree in 1592/3.": "1593",
            "The elder (1572/3–1624) preached.": "1573/1624",
        },
        ignores=(
            "Ring 555-1917 or 090-1234-5678 or 0211-1848-1863; order 1848/63 was void.",
            "Hus (c. 1370 – 6 July 1415) preached.",
            "The price rose from 1500 to 2000, and he counted from 1853 to 56.",
        ),
    ),
    DateRule(
        id="date/year-in-short",
        needs="short",
        pattern="[in of since by until] {date: short }",
        read=lambda atoms, match: one(side_of(atoms, match, "date")),
        finds={"They broke camp in 1863. He had joined in ’61.": "1861"},
        ignores=("In the ’60s of the century he was young.",),
    ),
    DateRule(
        id="date/three-digit-year",
        needs="n3",
        pattern="{date: n3 (?! bc | ad | era ) }",
        read=_three_digits,
        finds={
            "Rome fell in 476.": "0476",
            "The Avars (626) failed.": "0626",
            "He won on 2 August 216 BC. He left Italy in 203, an old man.": "-0202",
            "Sulla landed in the spring of 83 BC. In 82 he took Rome.": "-0081",
            "Nero died in AD 68. Vespasian came in 70, and fell ill on 23 June 79.": "0070",
        },
        ignores=(
            "There stood 300 Spartans and 170 Confederate guns.",
            "He retired at the age of 100, it is said, on 12 June.",
            "Sulla landed in 1683. In 82 he took Rome.",
            "Sulla landed in 83 BC. In 30 days he was there, in 12 ships.",
        ),
    ),
)
