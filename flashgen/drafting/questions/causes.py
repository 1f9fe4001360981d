"""Questions for what brought something about: "What caused the fall of Riga?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.drafting.clauses.clause import Parts
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.wording import content_words, wording
from flashgen.drafting.questions.answering import is_clear
from flashgen.drafting.questions.became import ends
from flashgen.drafting.questions.question import QuestionDraft, loose, question, said
from flashgen.english.lexicon import look_up, past_of
from flashgen.english.tags import NAME

_CAUSES = frozenset(
    "cause trigger spark provoke prompt precipitate ignite inspire necessitate hasten "
    "devastate ravage force compel bring".split()
)
# "led to", "resulted in"
_LINKED = {"lead": "to", "result": "in", "contribute": "to"}
_THING = re.compile(r"d?[JDGqNE]*[NE](?:f[dp]?[JDqNE]*[NEq])*")
_NO_CAUSES = frozenset("order orders means way name reason decree mistake virtue".split())
_LONGEST = 14  # words of an answer


def cause(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """The subject of a verb that tells what it brought about."""
    story, i, clause = naming.story, naming.i, parts.clause
    s, phrase = story.sentences[i], clause.subject
    behind = [k for k in parts.predicate if k >= clause.end]
    if phrase is None or clause.passive or not behind:
        return
    linked = _LINKED.get(clause.lemma) == s.words[behind[0]].lower()
    if not linked and (clause.lemma not in _CAUSES or clause.object is None):
        return
    entry = look_up(s.words[phrase.head].lower())
    # What people do is no cause, and "a year" is none.
    if not is_clear(naming, parts.subject) or entry.of_noun[:1] in ("p", "g", "t"):
        return
    if s.tags[phrase.head] == NAME and not entry.of_noun:
        return
    told = said(naming, parts.predicate)
    answer = wording(story, i, parts.subject, naming.names)
    words = content_words(answer)
    if len(answer.split()) > _LONGEST or not words:
        return
    named = any(story.is_proper(i, k) for k in parts.subject)
    vague = s.words[parts.subject[0]].lower() == "the" and not named
    if len(words) < 2 + vague:
        return  # "war", "the military defeat"
    answer = answer[:1].upper() + answer[1:]
    yield question(naming, f"What {told}?", answer, parts.predicate)


def brought_by(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """The thing by which something was brought about: "was destroyed by a fire in 1703"."""
    story, i, clause = naming.story, naming.i, parts.clause
    s, agent = story.sentences[i], clause.agent
    if agent is None or not clause.passive or agent.start - 1 not in parts.predicate:
        return
    if s.words[agent.start - 1].lower() != "by" or not is_clear(naming, parts.subject):
        return
    group = [k for k in range(clause.start, clause.end) if s.tags[k] not in "r"]
    past = s.words[clause.start].lower() in ("was", "were") and len(group) == 2
    entry = look_up(s.words[agent.head].lower())
    human = (
        entry.of_noun[:1] in ("p", "t", "")
        or not {"g", "l"}.isdisjoint(entry.of_noun)
        or story.person_at(i, agent.start, agent.end)
    )
    named = s.words[agent.head].lower() in _NO_CAUSES
    if not past or human or named or agent.with_:
        return
    further = [k for k in parts.predicate if k >= agent.start]
    found = _THING.match("".join(s.tags[k] for k in further))
    if found is None or not ends(s, further[found.end() :], further[found.end() - 1]):
        return
    thing = further[: found.end()]
    if any(k in naming.unclear for k in thing) or s.tags[thing[0]] == "p":
        return
    answer = wording(story, i, thing, naming.names)
    rest = [k for k in parts.predicate if k >= clause.end and k not in (agent.start - 1, *thing)]
    told = [k for k in group[1:] if k != clause.verb]
    verb = past_of(s.words[clause.verb].lower(), clause.lemma)
    asked = f"{said(naming, told)} {verb} {said(naming, parts.subject)} {said(naming, rest)}"
    vague = any(True for _ in loose(naming, thing)) or len(content_words(answer)) < 2
    if not vague and not set(content_words(answer)) & set(content_words(asked)):
        words = " ".join(f"What {asked}".split())
        answer = answer[:1].upper() + answer[1:]
        yield question(naming, f"{words}?", answer, (*parts.subject, *rest))
