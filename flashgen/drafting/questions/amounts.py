"""Questions for a number: "How many ships did Hale lose?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flashgen.drafting.clauses.clause import Parts
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.wording import wording
from flashgen.drafting.questions.answering import is_clear
from flashgen.drafting.questions.question import QuestionDraft, inverted, question, said
from flashgen.english.lexicon import look_up
from flashgen.english.tags import OF

# Numbers that say little, or none.
_SMALL = frozenset(
    "one two half many few fewer several much more most less little enough 1 2".split()
)
_TENS = frozenset("dozen dozens hundred hundreds thousand thousands million millions".split())
_ABOUT = frozenset("about around approximately roughly nearly almost some over".split())
# "some 500 men", "thirty great ships of the line"
_COUNTED = re.compile("([rid]*)(q+)(J*N+(?:fd?[JNE]*[NE])*)")


def how_many(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """How many there were of what is counted: the subject of a clause, or its object."""
    counted = _counted(naming, parts.subject)
    tags = naming.story.sentences[naming.i].tags
    # "25 galleys and 3 ships"
    more = re.search("c[rid]*q", "".join(tags[k] for k in parts.subject))
    if counted and not more:
        number, of = counted
        told = f"{said(naming, (*of, *parts.subject[len(number) + len(of) :]))}"
        words = f"How many {told} {said(naming, parts.predicate)}?"
        rest = (*parts.subject[len(number) :], *parts.predicate)
        yield question(naming, words, _answer(naming, number), rest)
    if not is_clear(naming, parts.subject) or parts.clause.passive:
        return
    behind = [k for k in parts.predicate if k >= parts.clause.end]
    counted = _counted(naming, behind)
    if counted:
        number, of = counted
        kept = behind[len(number) + len(of) :]
        rest = tuple(k for k in parts.predicate if k < parts.clause.end or k in kept)
        asked = inverted(naming, parts, rest)
        if asked and not (kept and tags[kept[0]] in ",c"):
            words = f"How many {said(naming, of)} {asked}?"
            yield question(naming, words, _answer(naming, number), (*parts.subject, *of, *rest))


def _counted(naming: Naming, tokens: Sequence[int]) -> tuple[Sequence[int], Sequence[int]] | None:
    """The number with which some tokens begin, and what is counted; None where none does."""
    s = naming.story.sentences[naming.i]
    found = _COUNTED.match("".join(s.tags[k] for k in tokens))
    if found is None:
        return None
    number, of = tokens[: found.end(2)], tokens[found.start(3) : found.end(3)]
    head = next((k for k in of if s.tags[k + 1 : k + 2] == OF), of[-1])
    noun = look_up(s.words[head].lower())
    lows = {s.words[k].lower() for k in number}
    if s.words[of[0]].lower() in ("percent", "per", "cent"):
        return None
    about = {s.words[k].lower() for k in tokens[: found.end(1)]}
    if (
        lows & _SMALL
        or lows <= _TENS
        or not about <= _ABOUT
        or not noun.plural
        or noun.of_noun.startswith("t")
    ):
        return None
    return number, of


def _answer(naming: Naming, number: Sequence[int]) -> str:
    words = wording(naming.story, naming.i, number)
    return words[:1].upper() + words[1:]
