"""Questions for what somebody became: "To which office was Hale elected in 1703?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.drafting.clause import Parts
from flashgen.drafting.doubts import TO_OFFICE
from flashgen.drafting.naming import Naming
from flashgen.drafting.question import OF_MANY, QuestionDraft, inverted, question
from flashgen.drafting.wording import is_person_noun, wording

# "was proclaimed king"
_CALLED = frozenset("proclaim crown declare acclaim ordain".split())
# "the first president of the Council of Riga", "Governor of New Livonia"
_OFFICE = re.compile("d?[JDN]*[NE]+(?:fd?[JNE]*[NE])*")


def to_office(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """The office that somebody was given, or what he was proclaimed."""
    story, i, clause = naming.story, naming.i, parts.clause
    s, lemma = story.sentences[i], clause.lemma
    named = any(story.is_proper(i, k) or k in naming.names for k in parts.subject)
    if not named or not clause.passive or lemma not in TO_OFFICE | _CALLED:
        return
    told = [k for k in parts.predicate if k >= clause.end]
    if told and s.words[told[0]].lower() in ("as", "to"):
        told = told[1:]
    found = _OFFICE.match("".join(s.tags[k] for k in told))
    if found is None:
        return
    office = told[: found.end()]
    head = next((k for k in office if s.tags[k + 1 : k + 2] in tuple("fi,.:;cs")), office[-1])
    person = is_person_noun(s.words[head], s.tags[head])
    if not person or story.person_at(i, office[0], head + 1):
        return
    behind = s.tags[office[-1] + 1 : office[-1] + 2]
    of_name = any(story.is_proper(i, k) for k in office if k != head)
    if not of_name or behind == "c" or any(k in naming.unclear for k in office):
        return  # "crowned king", "governor of Riga and colonel"
    rest = [k for k in parts.predicate if k < clause.end or k > office[-1]]
    word = "To which office" if lemma in TO_OFFICE else "As what"
    answer = wording(story, i, office, naming.names)
    if re.search(OF_MANY, answer, re.IGNORECASE):
        return
    if asked := inverted(naming, parts, rest):
        answer = answer[:1].upper() + answer[1:]
        yield question(naming, f"{word} {asked}?", answer, (*parts.subject, *rest))
