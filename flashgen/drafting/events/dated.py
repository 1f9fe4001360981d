"""Dates that a noun has, which tells when its clause happened: "won in the elections of 1916"."""

from __future__ import annotations

from flashgen.drafting.clauses.story import Named
from flashgen.english.lexicon import look_up
from flashgen.english.tags import NOUN, OF
from flashgen.english.tokens import Sentence
from flashgen.tables import words as table

_LEADING = frozenset("in at by during".split())


def noun_dated(s: Sentence, n: Named) -> tuple[int, set[int]] | None:
    """Where the phrase of a noun that a date is of begins, and the tokens of its date.

    "in the elections of 1916", "in the 1866 coup"; not "the Treaty of 1648", which is a name.
    """
    before = n.start - 1
    if before > 1 and s.tags[before] == OF and s.words[before].lower() == "of":
        begin = _begin(s, before)
        return (begin, {before, *range(n.start, n.end)}) if begin is not None else None
    end = n.end
    while end < len(s) and s.tags[end] in "JN":
        end += 1
    if before > 0 and s.words[before].lower() in ("the", "a", "an") and end > n.end:
        begin = _begin(s, end)
        return (begin, set(range(n.start, n.end))) if begin is not None else None
    return None


def _begin(s: Sentence, end: int) -> int | None:
    """Where a phrase like "in the general election" begins that ends before a token."""
    head = end - 1
    low = s.words[head].lower()
    lemma = look_up(low).noun or low
    if s.tags[head] != NOUN or lemma not in table("history", "events", "steps", "acts"):
        return None
    begin = head
    while begin and s.tags[begin - 1] in "JNEdq":
        begin -= 1
    led = begin > 0 and s.words[begin - 1].lower() in _LEADING
    return begin - 1 if led and (begin == 1 or s.tags[begin - 2] in "NEDV") else None
