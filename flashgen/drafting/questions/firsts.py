"""Questions for what was the first, the last or the greatest: one alone can be that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flashgen.drafting.clauses.clause import Parts
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.wording import content_words, wording
from flashgen.drafting.questions.answering import is_clear, somebody
from flashgen.drafting.questions.apart import outstanding
from flashgen.drafting.questions.question import QuestionDraft, question, said
from flashgen.english.lexicon import look_up

_FEWEST = 3  # words that tell of what it was the first
_LONGEST = 9  # words of an answer


def first(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """What is said to be the first of its kind, or the kind's name: "The first was Riga"."""
    s, clause = naming.story.sentences[naming.i], parts.clause
    if clause.lemma not in ("be", "become") or clause.object is None:
        return
    behind = [k for k in parts.predicate if k >= clause.end]
    if _is_one(naming, behind):
        answer = _name(naming, parts.subject)
        told = said(naming, parts.predicate)
        if answer and len(content_words(told)) >= _FEWEST:
            yield question(naming, f"{answer[0]} {told}?", answer[1], parts.predicate)
    elif _is_one(naming, parts.subject) and behind and s.tags[behind[0]] in "dE":
        answer = _name(naming, behind)
        verb = [k for k in parts.predicate if k < clause.end]
        told = said(naming, (*verb, *parts.subject))
        if answer and len(content_words(told)) >= _FEWEST:
            yield question(naming, f"{answer[0]} {told}?", answer[1], (*verb, *parts.subject))


def _is_one(naming: Naming, tokens: Sequence[int]) -> bool:
    """Whether a phrase is of what is first or greatest among its kind."""
    s = naming.story.sentences[naming.i]
    tags = "".join(s.tags[k] for k in tokens)
    kind = re.match("d[Jqr]*(?:[JNE]*[NE]|Jf)", tags)
    if kind is None or s.words[tokens[0]].lower() != "the":
        return False
    head = tokens[kind.end() - 1]
    return outstanding(s, tokens[: kind.end()]) and not look_up(
        s.words[head].lower()
    ).of_noun.startswith("t")


def _name(naming: Naming, tokens: Sequence[int]) -> tuple[str, str] | None:
    """The word that asks for a phrase with a name, and the phrase."""
    found = somebody(naming, tokens)
    if found is not None:
        return ("Who" if found[0] == "Who" else "What"), found[1]
    story, i = naming.story, naming.i
    s = story.sentences[i]
    named = all(story.is_proper(i, k) or s.tags[k] in "dfcE," for k in tokens)
    answer = wording(story, i, tokens, naming.names)
    if not named or not is_clear(naming, tokens) or len(answer.split()) > _LONGEST:
        return None
    return "What", answer[:1].upper() + answer[1:]
