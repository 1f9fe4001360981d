"""Phrases of time: where one begins, and the clauses of a sentence without them.

A date in front of a subject or within a clause says nothing of its grammar, and hides it:
"On 5 July 1917 the Council met".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from flashgen.dates.historical import DateValue
from flashgen.english.clauses import Clause, find_clauses
from flashgen.english.numbers import WEEKDAYS
from flashgen.english.phrases import Phrase
from flashgen.english.tokens import Sentence
from flashgen.mentions import DateMention

_TIME_WORDS = frozenset(
    "early late mid the a year years month day date hours morning evening night afternoon dawn "
    "noon midnight eve spring summer autumn winter beginning end middle close course as about "
    "around circa approximately probably perhaps sometime of on in at during by some exactly "
    "toward towards end same first last half only already already again of that this".split()
) | frozenset(map(str.lower, WEEKDAYS))
_HOURS = frozenset("am pm a.m p.m a.m. p.m. o'clock noon midnight dawn dusk morning".split())
_BEFORE_HOURS = frozenset("at about around past half quarter to almost nearly the in".split())
_NEARLY = frozenset("from about around circa towards toward".split())
_SPELLS = frozenset("day night morning evening afternoon week month year".split())
_YEAR = 4  # figures
_AT = frozenset({"on", "in", "at", "during", "between", "about", "around", "circa", "from"})
BOUNDING = frozenset({"by", "until", "till", "before", "after", "since"})


def time_begin(s: Sentence, start: int, end: int) -> int | None:
    """The token at which the phrase of time of a date begins; None where it is in another phrase.

    "On the night of 3 May"; but not "the Treaty of 1648", "the 1876 census".
    """
    begin = start
    if is_bracketed(s.tags, start):
        return None
    if s.words[begin].lower() in _AT | BOUNDING:
        return begin - (begin > 0 and s.words[begin - 1].lower() == "sometime")
    while begin and (low := s.words[begin - 1].lower()) in _TIME_WORDS | _AT | BOUNDING:
        begin -= 1
        if low in BOUNDING:
            return begin
        year = end - start == 1 and not s.words[start].endswith("s")
        beside = low == "the" and begin + 1 == start and year
        if beside and s.tags[end : end + 1] in ("N", "J", "E", "Q"):
            return None  # "the 1876 census"
        if low in ("on", "in", "at", "during", "between"):
            if begin and s.words[begin - 1].lower() in ("early", "late", "only", "as"):
                begin -= 1
            return _hour_begin(s, begin)
    if s.words[begin].lower() == "of" or (begin and s.words[begin - 1].lower() == "of"):
        return None
    before = s.tags[begin - 1] if begin else "^"
    if s.tags[end : end + 1] in (*"NEJz",) and before != "^":
        return None
    figures = [word for word in s.words[start : min(end, start + 2)] if word[:1].isdigit()]
    day = end - start > 1 and bool(figures) and len(figures[0]) < _YEAR
    if before in "^,;:" or (begin < start and s.words[begin].lower() in _NEARLY):
        return begin
    if before in "NEDVmr" and _is_adverbial(s, start, end):
        return begin
    return begin if before in "DV" or (before in "NE" and day) else None


def _is_adverbial(s: Sentence, start: int, end: int) -> bool:
    """Whether a date needs no preposition: "the following day", "that night"."""
    first, last = s.words[start].lower(), s.words[end - 1].lower()
    return first in ("the", "that") and last in _SPELLS


def time_tokens(s: Sentence, begin: int, end: int) -> set[int]:
    """The tokens of a phrase of time, with the comma behind it."""
    return set(range(begin, end + (s.tags[end : end + 1] == ",")))


def year_tokens(s: Sentence, what: object) -> set[int]:
    """The tokens of a year that a date before them takes: "On 3 May he built it in 1860"."""
    if not (isinstance(what, DateMention) and what.year_from and what.date):
        return set()
    value = what.date.written
    year = str(value.year) if isinstance(value, DateValue) else ""
    ends = [k for k in range(1, len(s)) if s.words[k] == year and s.words[k - 1] == "in"]
    return {token for k in ends for token in (k - 1, k)}


def is_bracketed(tags: str, k: int) -> bool:
    """Whether a token stands in brackets."""
    return tags[:k].count("(") > tags[:k].count(")")


def _hour_begin(s: Sentence, begin: int) -> int:
    """The token at which a time of day before a date begins: "at about 2 am on 3 May"."""
    k = begin - 1
    if "".join(s.words[max(0, begin - 4) : begin]).lower() in ("a.m.", "p.m."):
        k = begin - 4  # each letter and each stop is a token
    elif not begin or s.words[k].lower().replace("’", "'") not in _HOURS:
        return begin
    while k and (s.tags[k - 1] == "q" or s.words[k - 1].lower() in _BEFORE_HOURS):
        k -= 1
    return k


def clauses_without(s: Sentence, dates: Iterable[tuple[int, int]]) -> tuple[Clause, ...]:
    """The clauses of a sentence, read without the phrases of its dates, by its own tokens."""
    out: set[int] = set()
    for start, end in dates:
        begin = time_begin(s, start, end)
        if begin is None or s.words[begin].lower() in BOUNDING:
            continue
        out.update(range(begin, end))
        opened = begin == 0 or begin - 1 in out or s.tags[begin - 1] in ",sc;:"
        if opened and s.tags[end : end + 1] == ",":
            out.add(end)
            # "In Riga, on 3 May, Holt left" keeps a comma; "Holt, on 3 May, left" does not.
            led = s.tags[0] == "i" and set(s.tags[:begin]).isdisjoint("VMbhuBDGc")
            if begin and s.tags[begin - 1] == "," and not led:
                out.add(begin - 1)
    out.update(_bracketed(s.tags) | _dashed(s) | _juniors(s))
    if not out:
        return s.clauses
    kept = [k for k in range(len(s)) if k not in out]
    if not kept:
        return ()
    words, tags = tuple(s.words[k] for k in kept), "".join(s.tags[k] for k in kept)
    return tuple(_moved(clause, kept) for clause in find_clauses(words, tags))


def _bracketed(tags: str) -> set[int]:
    """The tokens that stand in brackets, which are closed in the same sentence."""
    found: set[int] = set()
    for match in re.finditer(r"\([^()]*\)", tags):
        found.update(range(match.start(), match.end()))
    return found


def _juniors(s: Sentence) -> set[int]:
    """The tokens of ", Jr.," behind a name, which end no phrase."""
    found = {k for k in range(2, len(s)) if s.words[k] in ("Jr.", "Sr.") and s.tags[k - 1] == ","}
    found |= {k - 1 for k in found}
    return found | {k + 1 for k in found if s.tags[k + 1 : k + 2] == ","}


def _dashed(s: Sentence) -> set[int]:
    """The tokens of nouns between two dashes, where a sentence has just these."""
    dashes = [k for k, word in enumerate(s.words) if word in ("—", "–")]
    if len(dashes) != len("——") or set("VMbhuw") & set(s.tags[dashes[0] : dashes[1]]):
        return set()
    return set(range(dashes[0], dashes[1] + 1))


def _moved(clause: Clause, kept: Sequence[int]) -> Clause:
    """A clause by the tokens of the whole sentence."""
    return replace(
        clause,
        verb=kept[clause.verb],
        start=kept[clause.start],
        end=kept[clause.end - 1] + 1,
        subject=_phrase(clause.subject, kept),
        agent=_phrase(clause.agent, kept),
        object=_phrase(clause.object, kept),
    )


def _phrase(phrase: Phrase | None, kept: Sequence[int]) -> Phrase | None:
    if phrase is None:
        return None
    with_ = tuple(moved for one in phrase.with_ if (moved := _phrase(one, kept)) is not None)
    return Phrase(
        kept[phrase.start], kept[phrase.end - 1] + 1, kept[phrase.head], with_, phrase.negated
    )
