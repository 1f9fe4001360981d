"""Years below a hundred, in an article that tells of such: "in 71", "18 September 96", "(69–79)".

Only there are two figures a year. They are then read by the rules of years with three: their atoms
become of that kind where a year may stand and nothing is counted by it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from flashgen.article import Article
from flashgen.rules.dates.atoms import Atoms
from flashgen.rules.dates.grammar import FoundDate, compiled
from flashgen.rules.dates.lexicon import letter

_TOLD = re.compile(
    r"(?<![\d,.])\d\d? (?:A\. ?D\.|AD|C\. ?E\.|CE|B\. ?C\.|BCE?)(?!\w)"
    r"|(?<!\w)(?:A\. ?D\.|AD|CE) \d\d?(?![\d,])"
)
_NO_YEAR = (
    "(?! bc | ad | auc | era | slash | clock | oclock | meridiem | day | days | years_word | week "
    "| hours | of? MONTH ) GOES_ON (?! of )"
)
_YEARS = (
    f"(?: [in by until since during after before] | early in ) {{year: num }} (?! dash ) "
    f"{_NO_YEAR}",
    f"(?: [num nth] of? MONTH | MONTH [num nth] ) comma? {{year: num }} "
    f"(?! dash (?! [num nth]? of? MONTH ) ) {_NO_YEAR}",
    "MONTH {late: num } (?! dash | bc | ad | counted | plural )",
    f"from {{year: num }} [to until] {{end: num }} (?! dash ) {_NO_YEAR}",
    "open circa? {year: num } dash circa? {end: num } [close comma semicolon]",
)
# "October 97" is a month of a year, "October 27" a day.
_LONGEST_MONTH = 31
# As many dates back a year told keeps the story among such years.
REACH = 4


def tells_of_such(article: Article) -> bool:
    """Whether an article names such a year with its era, as it will once at least."""
    return _TOLD.search(article.view) is not None


def with_years(atoms: Atoms) -> Atoms:
    """The atoms where those of two figures that may be years are of the kind of three."""
    kinds = list(atoms.kinds)
    for pattern in map(compiled, _YEARS):
        for match in pattern.finditer(atoms.kinds):
            for name in match.re.groupindex:
                index = match.start(name)
                if name != "late" or atoms.number(index) > _LONGEST_MONTH:
                    kinds[index] = letter("n3")
    return replace(atoms, kinds="".join(kinds), present=frozenset(kinds))


def is_bare(found: FoundDate) -> bool:
    """Whether a date states such a year without its era."""
    return 0 < (found.said.year or 0) < 100 and era_of(found) is None


def era_of(found: FoundDate) -> str | None:
    """The era that a date names, "ad" or "bc"; the last one of two."""
    kinds = found.atoms.kinds[found.first : found.last]
    return next((era for era in ("ad", "bc") if letter(era) in kinds), None)
