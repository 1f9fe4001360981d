"""Questions for somebody behind a preposition: "With whom did Hale sign the Treaty of Mitau?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.drafting.clauses.clause import Parts
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.wording import (
    content_words,
    is_moving,
    is_person_noun,
    is_saying,
    recased,
)
from flashgen.drafting.questions.answering import is_clear
from flashgen.drafting.questions.question import QuestionDraft, inverted, question, said
from flashgen.drafting.questions.who import is_listed
from flashgen.mentions import FoundPerson

_LINKS = frozenset("with against to from under before".split())
# What is done before a judge, or a council.
_HEARD = frozenset("summon appear bring try plead testify arraign".split())
# "under the command of"
_COMMANDS = frozenset("command leadership direction guidance orders supervision rule".split())


def with_whom(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """The person whom a preposition behind the verb names."""
    story, i, clause = naming.story, naming.i, parts.clause
    s = story.sentences[i]
    says = is_saying(clause.lemma) and clause.object is None
    if not is_clear(naming, parts.subject) or clause.lemma == "be" or says:
        return
    for n in story.named_in(i):
        if not isinstance(n.what, FoundPerson) or n.start not in parts.predicate:
            continue
        begin = n.start
        while is_person_noun(s.words[begin - 1], s.tags[begin - 1]) or s.tags[begin - 1] in "dJ":
            begin -= 1
        found = _link(s.words, begin)
        if found is None or found[0] < clause.end or not _ends(s.tags, n.end):
            continue
        link, words = found
        if words == "Before whom" and clause.lemma not in _HEARD:
            continue
        goes = is_moving(clause.lemma) and s.words[link].lower() in ("to", "from")
        between = s.tags[clause.end : link]
        if (
            goes
            or re.search(r"[VBsw]|(?<![dJpq])[GD]", between)
            or (words == "Under whom" and clause.object is not None)
        ):
            continue  # "figures taken from Hale", "fought the men under Hale"
        rest = [k for k in parts.predicate if not link <= k < n.end]
        asked = inverted(naming, parts, rest)
        if asked and len(content_words(said(naming, rest))) > 1:
            answer = recased(story.name_of(n.what, n.end - n.start))
            yield question(naming, f"{words} {asked}?", answer, (*parts.subject, *rest))


def _link(words: tuple[str, ...], begin: int) -> tuple[int, str] | None:
    """Where the preposition before a name stands, and how it is asked for."""
    low = words[begin - 1].lower()
    if low in _LINKS:
        return begin - 1, f"{low.capitalize()} whom"
    led = [word.lower() for word in words[max(0, begin - 4) : begin]]
    if led[:2] == ["under", "the"] and led[3:] == ["of"] and led[2] in _COMMANDS:
        return begin - 4, f"Under whose {led[2]}"
    return None


def _ends(tags: str, end: int) -> bool:
    """Whether a name ends a phrase: not "with Hale’s men", "with Hale and Holt"."""
    return re.match("[zcNEJDGwfq(-]", tags[end:]) is None and not is_listed(tags, end)
