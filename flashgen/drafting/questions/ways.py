"""Questions for how and why: "How did Hale win the war?", "Why did he turn back?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.drafting.clauses.clause import Parts
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.wording import content_words, wording
from flashgen.drafting.questions.answering import is_clear
from flashgen.drafting.questions.question import QuestionDraft, inverted, question

_LONGEST = 16  # words of an answer
_FEWEST = 2  # words that say something, of an answer
# Two words that give a reason, and "in order to".
_REASONS = {("because", "of"), ("due", "to"), ("owing", "to"), ("thanks", "to"), ("in", "order")}
# A verb that is told with its reason only where it is no state.
_NEVER = frozenset("be have begin start end open continue remain".split())


def how(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """By what deed somebody did what is told: "by winning the Battle of Mitau"."""
    s, clause = naming.story.sentences[naming.i], parts.clause
    if clause.passive or clause.lemma in _NEVER:
        return
    for k in parts.predicate:
        by = s.words[k].lower() == "by" and s.tags[k + 1 : k + 2] == "G"
        if by and k > clause.end and not re.search("tB|[swV]", s.tags[clause.end : k]):
            yield from _asked(naming, parts, k, "How")
            return


def reason(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """For what reason, or purpose, something was done: "due to", "in order to"."""
    s = naming.story.sentences[naming.i]
    for k in parts.predicate:
        pair = tuple(word.lower() for word in s.words[k : k + 2])
        if pair in _REASONS and k >= parts.clause.end and s.tags[k - 1] != ",":
            yield from _asked(naming, parts, k, "Why")
            return


def _asked(naming: Naming, parts: Parts, begin: int, word: str) -> Iterator[QuestionDraft]:
    """The question for what a predicate ends with, from a token on."""
    story, i = naming.story, naming.i
    s = story.sentences[i]
    told, rest = (
        [k for k in parts.predicate if k >= begin],
        [k for k in parts.predicate if k < begin],
    )
    after = told[-1] + 1
    if told != list(range(begin, after)) or not is_clear(naming, parts.subject):
        return
    if any(s.tags[k] == "w" for k in rest):
        return  # "alarmed the Poles who sent Hale in order to": whose aim?
    ended = s.tags[after : after + 1] in tuple(".;:") or s.tags[after : after + 2] in (
        ",c",
        ",s",
        ",w",
    )
    if not ended or any(k in naming.unclear for k in told):
        return
    answer = wording(story, i, told, naming.names)
    asked = inverted(naming, parts, rest)
    # What somebody did must be told: not "How did Hale help?".
    if not asked or len([k for k in rest if s.tags[k] in "NEJq" and k >= parts.clause.end]) < 1:
        return
    if len(answer.split()) > _LONGEST or len(content_words(answer)) < _FEWEST:
        return
    yield question(
        naming, f"{word} {asked}?", answer[:1].upper() + answer[1:], (*parts.subject, *rest)
    )
