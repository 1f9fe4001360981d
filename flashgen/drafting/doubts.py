"""What is doubtful about a question: others may be right, too, or its words imply its answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.drafting.naming import Naming
from flashgen.drafting.wording import content_words
from flashgen.english.lexicon import look_up
from flashgen.english.tags import PARTICIPLE

# Classes of verbs that tell what somebody thinks, says or feels.
_INNER = tuple("kse")
_CONTINENTS = frozenset("africa america americas asia europe".split())
_STEM = 4  # letters that a country and its people share
# What has an end of its own: "was captured" is no feeling, though the lexicon has it as one.
_TAKEN = frozenset({"capture", "recapture"})


def doubts(naming: Naming, question: str, answer: str) -> Iterator[str]:
    """What speaks against asking a clause so."""
    if is_mood(naming):
        yield "what somebody did: this tells what was thought or felt"
    if is_wide(answer):
        yield "a narrower answer"
    if _is_implied(question, answer):
        yield "an answer that its question does not imply"


def is_mood(naming: Naming) -> bool:
    """Whether a clause tells how somebody felt, or what became known: "was impressed with"."""
    clause = naming.clause
    if not clause.passive or clause.object is not None or clause.lemma in _TAKEN:
        return False
    entry = look_up(naming.story.sentences[naming.i].words[clause.verb].lower())
    adjective = "J" in entry.tags and PARTICIPLE in entry.tags
    return adjective and entry.of_verb.startswith(_INNER)


def is_wide(answer: str) -> bool:
    """Whether an answer is a continent, or a side of one: "Europe", "West Africa"."""
    return answer.split()[-1].lower() in _CONTINENTS


def _is_implied(question: str, answer: str) -> bool:
    """Whether a question names the people of its answer: "the Spanish" of "Spain"."""
    if not re.match(r"(?:.* )?[Ww]hich ", question):
        return False
    names = [word.lower() for word in re.findall(r"[A-ZÀ-Þ][\w-]+", question)]
    names = [name for name in names if not look_up(name).closed]
    told = [word for word in content_words(answer) if len(word) >= _STEM]
    return any(
        name[:_STEM] == word[:_STEM] or (len(word) == _STEM + 1 and name[:3] == word[:3])
        for name in names
        for word in told
    )
