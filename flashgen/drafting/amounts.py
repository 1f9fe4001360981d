"""Questions for a number: "How many ships did Hale lose at Riga?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from flashgen.drafting.answering import is_plain
from flashgen.drafting.clause import Parts
from flashgen.drafting.naming import Naming
from flashgen.drafting.question import QuestionDraft, inverted, question, said
from flashgen.drafting.wording import wording
from flashgen.english.lexicon import look_up
from flashgen.english.tags import OF

# Numbers that say little, or none.
_SMALL = frozenset(
    "one two half many few fewer several much more most less little enough 1 2".split()
)
_ABOUT = frozenset("about around approximately roughly nearly almost some over".split())
# "some 500 men", "thirty great ships"
_COUNTED = re.compile("[rid]?[rid]?(q+)(J*N*N(?:f[dp]?[JNE]*[NE])?)(?![,c])")

# "for 27 years"
_LASTING = re.compile("(i?r?)(q+N)")


def how_many(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """How many there were of what is counted: the subject of a clause, or its object."""
    story, i, clause = naming.story, naming.i, parts.clause
    s = story.sentences[i]
    counted = _counted(naming, parts.subject)
    if counted:
        answer, of = counted
        rest = said(naming, parts.predicate)
        yield question(naming, f"How many {of} {rest}?", answer, parts.predicate)
    about = any(story.is_proper(i, k) or k in naming.names for k in parts.subject)
    if not about or clause.passive or not is_plain("".join(s.tags[k] for k in parts.subject)):
        return
    behind = [k for k in parts.predicate if k >= clause.end]
    counted = _counted(naming, behind)
    if counted:
        answer, of = counted
        count = _length(naming, behind)
        rest = [k for k in parts.predicate if k not in behind[:count]]
        asked = inverted(naming, parts, rest)
        if asked:
            yield question(naming, f"How many {of} {asked}?", answer, (*parts.subject, *rest))


def how_long(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """For how many days, months or years something went on."""
    story, i, clause = naming.story, naming.i, parts.clause
    s = story.sentences[i]
    about = any(story.is_proper(i, k) or k in naming.names for k in parts.subject)
    behind = [k for k in parts.predicate if k >= clause.end]
    found = _LASTING.match("".join(s.tags[k] for k in behind))
    if not about or found is None or not is_plain("".join(s.tags[k] for k in parts.subject)):
        return
    time = behind[found.start(2) : found.end()]
    linked = [s.words[k].lower() for k in behind[: found.end(1)]]
    noun = look_up(s.words[time[-1]].lower())
    if linked[:1] != ["for"] and clause.lemma != "last":
        return
    if not noun.plural or not noun.of_noun.startswith("t"):
        return
    rest = [k for k in parts.predicate if k not in behind[: found.end()]]
    if asked := inverted(naming, parts, rest):
        answer = wording(story, i, time)
        answer = answer[:1].upper() + answer[1:]
        yield question(naming, f"How long {asked}?", answer, (*parts.subject, *rest))


def _length(naming: Naming, tokens: list[int]) -> int:
    s = naming.story.sentences[naming.i]
    found = _COUNTED.match("".join(s.tags[k] for k in tokens))
    return found.end() if found else 0


def _counted(naming: Naming, tokens: tuple[int, ...] | list[int]) -> tuple[str, str] | None:
    """The number with which some tokens begin, and what is counted; None where none does."""
    story, i = naming.story, naming.i
    s = story.sentences[i]
    found = _COUNTED.match("".join(s.tags[k] for k in tokens))
    if found is None:
        return None
    before = tokens[: found.start(1)]
    number, of = tokens[found.start(1) : found.end(1)], tokens[found.start(2) : found.end(2)]
    lows = {s.words[k].lower() for k in number}
    head = next((a for a, b in pairwise(of) if s.tags[b] == OF), of[-1])
    noun = look_up(s.words[head].lower())
    if lows & _SMALL or not noun.plural or noun.of_noun.startswith("t"):
        return None
    if any(s.words[k].lower() not in _ABOUT for k in before):
        return None
    answer = wording(story, i, [*before, *number])
    return answer[:1].upper() + answer[1:], wording(story, i, of)
