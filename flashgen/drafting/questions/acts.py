"""Questions for what a named law, treaty, report or event did: "What did the Riga Act forbid?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flashgen.drafting.clauses.clause import Parts
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.setting import times_in
from flashgen.drafting.clauses.wording import content_words, wording
from flashgen.drafting.questions.answering import is_clear
from flashgen.drafting.questions.question import QuestionDraft, inverted, question
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import head_of
from flashgen.english.tags import QUANTITY
from flashgen.mentions import FoundPerson, FoundPlace
from flashgen.tables import words as table

_LONGEST, _FEWEST = 16, 2  # words of an answer; of those that say something
# Messages, events, acts, ideas: what a name of one alone can do.
_CLASSES = frozenset("mecd")
# "called for", "led to"
_TO_DO = frozenset("allow permit prohibit".split())
_ENDING = frozenset("abolish ban end forbid outlaw prohibit legalize legalise".split())
_OTHERS = frozenset("another other others such this these those".split())
_SAYING = frozenset("argue insist warn predict rule".split())
_LINKED = {
    "call": "for", "lead": "to", "result": "in", "provide": "for", "aim": "at", "lobby": "for",
    "campaign": "for",
}  # fmt: skip


def act(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """What the one law, plan or event of its name did."""
    story, i, clause = naming.story, naming.i, parts.clause
    s = story.sentences[i]
    deed = clause.lemma in table("verbs", "acts") and _is_one_thing(naming, parts)
    if clause.passive or not deed or not is_clear(naming, parts.subject):
        return
    times = _times(naming, parts.predicate)
    behind = [k for k in parts.predicate if k >= clause.end and k not in times]
    link = _LINKED.get(clause.lemma)
    linked = bool(behind) and link == s.words[behind[0]].lower()
    if link and not linked and clause.lemma != "provide":
        return  # "led Hale to"
    told = behind[linked:]
    if not told or told != list(range(told[0], told[-1] + 1)):
        return
    thing = re.match("[dpqJNEGQr]" if linked else "[dpqJNEQ]", s.tags[told[0]]) is not None
    if not thing and s.words[told[0]].lower() != "that":
        return
    if s.tags[told[-1] + 1 : told[-1] + 2] not in tuple(".;,:") and not times:
        return
    to = re.match(r"(?:[dpJNEq]+f?)+t[rn]*[Bb]", s.tags[told[0] :])
    if not linked and to and clause.lemma in _TO_DO:
        return  # "allowed Hale to": what to do?
    if clause.lemma in _SAYING and s.words[told[0]].lower() != "that":
        return  # "argued the case"
    if s.tags[told[0] : told[0] + 2].endswith("s") and len(told) > 1:
        return  # "that while Hale was ill"
    if any(k in naming.unclear or s.words[k].lower() in _OTHERS for k in told):
        return
    answer = wording(story, i, told, naming.names)
    fewest = 1 if clause.lemma in _ENDING else _FEWEST
    if len(answer.split()) > _LONGEST or len(content_words(answer)) < fewest:
        return
    rest = [k for k in parts.predicate if k not in told]
    asked = inverted(naming, parts, rest)
    if asked:
        answer = answer[:1].upper() + answer[1:]
        yield question(naming, f"What {asked}?", answer, (*parts.subject, *rest))


def _is_one_thing(naming: Naming, parts: Parts) -> bool:
    """Whether a subject is a law, a plan or an event by its name: "the Riga Act"."""
    story, i = naming.story, naming.i
    s = story.sentences[i]
    subject = parts.subject
    head = head_of(s.tags, subject)
    entry = look_up(s.words[head].lower())
    if entry.plural or not _CLASSES & set(entry.of_noun[:2]):
        return False
    for n in story.named_in(i):
        if isinstance(n.what, FoundPerson | FoundPlace) and n.start <= head < n.end:
            return False
    return any(story.is_proper(i, k) or s.tags[k] == QUANTITY for k in subject if k != head)


def _times(naming: Naming, tokens: Sequence[int]) -> set[int]:
    """Those among some tokens that tell when."""
    found = times_in(naming.story, naming.i)
    return {k for n, _, time in found if n.start in tokens for k in time}
