"""Tails without which a clause is true as well: a purpose, a reason, a participle."""

from __future__ import annotations

import re
from collections.abc import Container

from flashgen.drafting.clauses.wording import is_saying
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.english.tokens import Sentence

# Whose object does what "to" leads to: "forced Hale to".
_MAKING = frozenset(
    "force allow cause compel help enable oblige lead get leave invite inspire prompt".split()
)
# Nouns that "to" goes on with: "an attempt to".
_LEADING = frozenset(
    "order attempt effort intent intention right power ability plan decision way chance permission "
    "opportunity desire wish failure refusal need campaign".split()
)


def adjuncts(s: Sentence, clause: Clause, end: int, leave_out: Container[int]) -> list[int]:
    """The tokens of a clause up to a token at which such a tail begins."""
    return [k for k in range(clause.end + 2, end) if _is_adjunct(s, clause.start, k, leave_out)]


def _makes_do(lemma: str) -> bool:
    return lemma in _MAKING or is_saying(lemma)


def _is_adjunct(s: Sentence, start: int, k: int, leave_out: Container[int]) -> bool:
    """Whether a purpose, a reason or a participle of a clause begins: "to demand", "since".

    The clause has its verb from ``start`` on.
    """
    # Not "in order to", "forced Hale to".
    before = k - 1
    while before > start and before in leave_out:
        before -= 1  # "left Riga in 1709 to serve"
    if s.tags[before] not in "NE" or s.words[before].lower() in _LEADING:
        return False
    verbs = (j for j in range(start, k) if s.tags[j] in "VBGD")
    if any(_makes_do(look_up(s.words[j].lower()).verb) for j in verbs):
        return False
    lows = tuple(word.lower() for word in s.words[k : k + 4])
    if lows[:1] == ("in",) and lows[2:] in (("effort", "to"), ("attempt", "to")):
        return True
    reason = s.words[k].lower() in ("since", "as") and s.tags[k + 1 : k + 2] in tuple("dpoNE")
    reason |= s.words[k].lower() == "with"
    return reason or re.match("t[rn]*[Bb]|G[dp]?[JE]*[NE]", s.tags[k:]) is not None
