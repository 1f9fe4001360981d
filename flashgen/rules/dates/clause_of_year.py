"""In which clause a year was told: in that of a date before it, or in another one's."""

from __future__ import annotations

import re

from flashgen.english.clauses import Clause
from flashgen.english.tokens import Sentence, read_words
from flashgen.rules.dates.scene import Scene
from flashgen.rules.dates.year_clues import RULED_OUT, YearClue

_PRONOUN = "o"
# "1750 people in", "and 1900 in"
_COUNTS = r"\b(?:\d[\d,.]*|hundred|thousand|millions?)(?: [a-z]+)? (?:in|by)(?: the year)? *$"
_COUNTING = frozenset(
    "be have count number hold contain comprise include employ total reach grow rise fall amount"
    " exceed record list find give put".split()
)
_AT_ONCE = frozenset({"when", "as"})
_BESIDE = "ifdr"  # what may stand between the words that open a clause and its date


def _is_of_a_count(told: Scene, _: Scene) -> bool:
    """Whether it is the year in which something was counted: "the town had 1750 people in"."""
    if told.month is not None or re.search(_COUNTS, told.before) is None:
        return False
    clauses = read_words(told.before).clauses
    return bool(clauses) and clauses[-1].lemma in _COUNTING


def _is_in_another_clause(told: Scene, here: Scene) -> bool:
    """Whether it is told of somebody or something else: "on 3 May; the town fell in 1801"."""
    if told.month is not None or (between := _between(told, here)) is None:
        return False
    sentence, date, year = between
    own = _clause_of_date(sentence, date)
    other = _clause_of_year(sentence, date, year)
    return other is not None and other != own and _has_own_subject(sentence, other, date)


def is_in_its_clause(told: Scene, here: Scene) -> bool:
    """Whether a year ends the clause that a date opens: "In May, the bridge was built in 1860"."""
    if told.month is not None or (between := _between(told, here)) is None:
        return False
    sentence, date, year = between
    opens = not [c for c in _finite(sentence) if c.verb < date]
    inside = [c for c in _finite(sentence) if date < c.verb < year]
    one = len(inside) == 1 and not set(";:(").intersection(sentence.words[date:year])
    return opens and one and sentence.words[year - 1] in ("in", "of")


def _between(told: Scene, here: Scene) -> tuple[Sentence, int, int] | None:
    """The sentence of a year told behind a date in it, and the tokens where each begins."""
    apart = told.offset - here.offset
    if told.sentence != here.sentence or not 0 < apart <= len(told.before):
        return None
    sentence = read_words(f"{told.before}{abs(told.year)}{told.behind}")
    return sentence, sentence.at(len(told.before) - apart), sentence.at(len(told.before))


def _finite(sentence: Sentence) -> list[Clause]:
    return [clause for clause in sentence.clauses if clause.finite and clause.subject]


def _clause_of_date(sentence: Sentence, date: int) -> Clause | None:
    """The one that it stands behind the verb of, or else that it opens."""
    first = len(sentence.tags[:date].rstrip(_BESIDE))
    opens = sentence.tags[first - 1 : first] in ("c", "s", ";", ":") and first > 0
    before = [c for c in _finite(sentence) if c.verb < date and not opens]
    behind = [c for c in _finite(sentence) if c.verb > date]
    return next((c for c in (*before[-1:], *behind[:1])), None)


def _clause_of_year(sentence: Sentence, date: int, year: int) -> Clause | None:
    """The last one whose verb stands before it, unless a new one begins with it."""
    first = len(sentence.tags[:year].rstrip(_BESIDE))
    opens = sentence.tags[first - 1 : first] in ("c", "s", ";", ":")
    before = [c for c in _finite(sentence) if date < c.verb < year and not opens]
    behind = [c for c in _finite(sentence) if c.verb > year and opens]
    return next((c for c in (*before[-1:], *behind[:1])), None)


def _has_own_subject(sentence: Sentence, clause: Clause, date: int) -> bool:
    subject = clause.subject
    if subject is None or subject.start < date:
        return clause.relative
    apart = sentence.words[subject.start - 1].lower() not in _AT_ONCE
    return clause.relative or (apart and sentence.tags[subject.start] != _PRONOUN)


# How a year was told, and how it fits a date of its sentence.
MANNERS = (
    YearClue(
        id="year/of-a-count",
        weight=RULED_OUT,
        holds=_is_of_a_count,
        finds={
            "He fell on 3 May 1799. The town had 1750 people in 1801. On 4 June it rained.": ""
            "1799-06-04",
            "He fell on 3 May. There were 1200 houses in 1801.": "?",
        },
        ignores=("It was taken in 1801. On 4 June it rained.",),
    ),
)
FITS = (
    YearClue(
        id="year/in-another-clause",
        weight=RULED_OUT,
        holds=_is_in_another_clause,
        finds={
            "The mayor fell ill on 3 May; the old bridge was opened in 1801.": "?",
            "The mayor fell ill on 3 May, while in 1801 the bridge was opened.": "?",
        },
        ignores=(
            "The mayor fell ill on 3 May and died in 1801.",
            "On 3 May, when the mayor died in 1801, it rained.",
        ),
    ),
    YearClue(
        id="year/in-its-clause",
        weight=14,
        holds=is_in_its_clause,
        finds={
            "In May 1752 it rained. In March, the first bridge was built in 1860.": "1860-03",
        },
        ignores=("In May 1752 it rained. In March, the first bridge fell.",),
    ),
)
