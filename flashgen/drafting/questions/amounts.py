"""Questions for a number: "How many ships did Hale lose?", "How long did the siege last?"."""

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
from flashgen.tables import words as table

# Numbers that say little, or none.
_SMALL = frozenset(
    "one two half many few fewer several much more most less little enough 1 2".split()
)
_NOT_LONG = frozenset("later after before ago earlier old of".split())
_ABOUT = frozenset("about around approximately roughly nearly almost some over".split())
# "some 500 men", "thirty great ships of the line"
_COUNTED = re.compile("([rid]*)(q+)(J*N+(?:fd?[JNE]*[NE])*)")
# "nine months", "two and a half years"
_LONG = re.compile("[rid]*q+(?:cdq)?J?N")
_SUM = re.compile("[rid]*q+J?N(?:fN)?")


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


def how_long(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """How long something lasted: "lasted nine months", "reigned for ten years"."""
    s, clause = naming.story.sentences[naming.i], parts.clause
    if clause.lemma not in table("verbs", "lasting") or not is_clear(naming, parts.subject):
        return
    for n, k in enumerate(parts.predicate):
        if k < clause.end or (s.words[k].lower() != "for" and k != clause.end):
            continue
        link = k if s.words[k].lower() == "for" else None
        further = parts.predicate[n + (link is not None) :]
        found = _LONG.match("".join(s.tags[j] for j in further))
        if found is None:
            continue
        told = further[: found.end()]
        noun = look_up(s.words[told[-1]].lower())
        after = s.words[told[-1] + 1 : told[-1] + 2]
        if not noun.of_noun.startswith("t") or (after and after[0].lower() in _NOT_LONG):
            continue
        rest = [j for j in parts.predicate if j != link and j not in told]
        if asked := inverted(naming, parts, rest):
            words = f"How long {asked}?" if clause.lemma == "last" else f"For how long {asked}?"
            yield question(naming, words, _answer(naming, told), (*parts.subject, *rest))
        return


def how_much(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """What something cost: "sold Riga for $200,000", "paid ten million francs"."""
    s, clause = naming.story.sentences[naming.i], parts.clause
    if not is_clear(naming, parts.subject):
        return
    for n, k in enumerate(parts.predicate):
        link = k if s.words[k].lower() == "for" and k > clause.end else None
        if k < clause.end or (link is None and k != clause.end):
            continue
        further = parts.predicate[n + (link is not None) :]
        found = _SUM.match("".join(s.tags[j] for j in further))
        told = further[: found.end()] if found else further[:0]
        words = [s.words[j].lower() for j in told]
        if not told or table("verbs", "money").isdisjoint(words):
            continue
        rest = [j for j in parts.predicate if j != link and j not in told]
        if asked := inverted(naming, parts, rest):
            word = "For how much" if link is not None else "How much"
            yield question(
                naming, f"{word} {asked}?", _answer(naming, told), (*parts.subject, *rest)
            )
        return


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
    about = {s.words[k].lower() for k in tokens[: found.end(1)]}
    if lows & _SMALL or not about <= _ABOUT or not noun.plural or noun.of_noun.startswith("t"):
        return None
    return number, of


def _answer(naming: Naming, number: Sequence[int]) -> str:
    words = wording(naming.story, naming.i, number)
    return words[:1].upper() + words[1:]
