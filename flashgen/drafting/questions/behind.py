"""Questions for what stands behind a preposition: "Of what did Hale die?", "From whom?".

Of each verb ``verbs.yaml`` tells which prepositions go with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from flashgen.drafting.clauses.clause import Parts
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.wording import content_words, wording
from flashgen.drafting.questions.answering import is_clear, is_plain, is_setting, somebody
from flashgen.drafting.questions.became import ends
from flashgen.drafting.questions.question import QuestionDraft, inverted, loose, question
from flashgen.english.lexicon import look_up
from flashgen.tables import pairs

_LONGEST = 10  # words of an answer
_PHRASE = re.compile(r"[dp]?[JDGqNE]*[NE](?:z[JDNE]*[NE])?(?:[f][dp]?[JqNE]*[NE])*"
                     r"(?:(?:,[dp]?[JDqNE]*[NE])*,?c[dp]?[JDqNE]*[NE])?")  # fmt: skip


@cache
def _links(group: str) -> dict[str, frozenset[str]]:
    """The prepositions that go with each verb of a group."""
    return {verb: frozenset(links.split()) for verb, links in pairs("verbs", group)}


def behind(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """A thing, or somebody without a name of his own, behind a preposition of the verb."""
    story, i, clause = naming.story, naming.i, parts.clause
    s = story.sentences[i]
    things = _links("behind").get(clause.lemma, frozenset())
    others = _links("partners").get(clause.lemma, frozenset())
    if not (things or others) or not is_clear(naming, parts.subject):
        return
    for n, k in enumerate(parts.predicate):
        low = s.words[k].lower()
        between = s.tags[clause.end : k]
        if k < clause.end or low not in things | others or re.search("[VBswGMbhu,]|c$", between):
            continue
        further = parts.predicate[n + 1 :]
        found = _PHRASE.match("".join(s.tags[j] for j in further))
        if found is None:
            continue
        asked_for = further[: found.end()]
        last = asked_for[-1]
        if not ends(s, further[found.end() :], last) or last - asked_for[0] >= len(asked_for):
            continue
        if any(j in naming.unclear for j in asked_for) or s.tags[asked_for[0]] == "p":
            continue
        rest = [j for j in parts.predicate if j != k and j not in asked_for]
        asked = inverted(naming, parts, rest)
        told = _somebody(naming, asked_for) if low in others else _thing(naming, asked_for)
        if not asked or told is None or set(content_words(told[1])) & set(content_words(asked)):
            continue
        words = f"{low.capitalize()} {told[0]} {asked}?"
        yield question(naming, words, told[1], (*parts.subject, *rest))


def _somebody(naming: Naming, tokens: tuple[int, ...]) -> tuple[str, str] | None:
    """The word that asks for a people, a body or a land; a person is asked for elsewhere."""
    story, i = naming.story, naming.i
    if story.person_at(i, tokens[0], tokens[-1] + 1) or is_setting(naming, tokens):
        return None
    if not is_plain("".join(story.sentences[i].tags[k] for k in tokens)):
        return None
    found = somebody(naming, tokens)
    if found is None or found[0] not in ("Who", "Which country"):
        return None
    return found[0].replace("Who", "whom").replace("Which", "which"), found[1]


def _thing(naming: Naming, tokens: tuple[int, ...]) -> tuple[str, str] | None:
    story, i = naming.story, naming.i
    s = story.sentences[i]
    head = next((k for k in tokens if s.tags[k + 1 : k + 2] == "f"), tokens[-1])
    named = next((n for n in story.named_in(i) if n.start in tokens), None)
    if named is not None and named.end == tokens[-1] + 1:
        return None
    if look_up(s.words[head].lower()).of_noun[:1] in ("p", "t", "q"):
        return None
    if any(True for _ in loose(naming, tokens)):
        return None
    answer = wording(story, i, tokens, naming.names)
    if len(answer.split()) > _LONGEST or not content_words(answer):
        return None
    return "what", answer[:1].upper() + answer[1:]
