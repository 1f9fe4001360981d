"""Questions for what brought something about: "What caused the fall of Riga?"."""

from __future__ import annotations

from collections.abc import Iterator

from flashgen.drafting.clauses.clause import Parts
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.wording import content_words, wording
from flashgen.drafting.questions.answering import is_clear
from flashgen.drafting.questions.question import QuestionDraft, question, said
from flashgen.english.lexicon import look_up
from flashgen.english.tags import NAME

_CAUSES = frozenset(
    "cause trigger spark provoke prompt precipitate ignite inspire necessitate hasten "
    "devastate ravage force compel bring".split()
)
# "led to", "resulted in"
_LINKED = {"lead": "to", "result": "in", "contribute": "to"}
_VAGUE = frozenset("similar same other another such".split())
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
    around = f"{s.tags[: parts.subject[0]][-1:]} {s.tags[parts.subject[-1] + 1 : clause.start]}"
    if "," in around:
        return  # one of several: "a war, a poor harvest, and the plague caused"
    told = said(naming, parts.predicate)
    answer = wording(story, i, parts.subject, naming.names)
    words = content_words(answer)
    if len(answer.split()) > _LONGEST or not words:
        return
    if not _VAGUE.isdisjoint(words):
        return  # "a similar pattern"
    named = any(story.is_proper(i, k) for k in parts.subject)
    vague = s.words[parts.subject[0]].lower() == "the" and not named
    if len(words) < 2 + vague:
        return  # "war", "the military defeat"
    answer = answer[:1].upper() + answer[1:]
    yield question(naming, f"What {told}?", answer, parts.predicate)
