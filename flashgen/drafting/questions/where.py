"""Questions for the place in front of a clause: "At which battle was Hale taken?"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flashgen.drafting.clauses.clause import Parts
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.wording import content_words, is_saying, wording
from flashgen.drafting.questions.answering import is_clear
from flashgen.drafting.questions.question import QuestionDraft, inverted, question, undated
from flashgen.drafting.questions.sorts import sorts
from flashgen.english.lexicon import look_up
from flashgen.english.tags import COMMA, NOUN

_AT = frozenset("in at near on off outside".split())


def where(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """Where something happened, told in front of the clause, asked for by its sort."""
    s, clause = naming.story.sentences[naming.i], parts.clause
    if not is_clear(naming, parts.subject) or clause.lemma == "be" or is_saying(clause.lemma):
        return
    if not naming.setting or _is_often(naming, parts):
        return
    for first, start, end, sort, _ in sorts(naming, naming.setting):
        link = _link(naming, first)
        if link is not None and _leads(naming, link) and sort != "country":
            words = f"{s.words[link].capitalize()} which {sort}"
            yield from _asked(naming, parts, words, range(start, end), _group(naming, link))


def _is_often(naming: Naming, parts: Parts) -> bool:
    """Whether many did something at no certain time: "women of Livonia married in Riga"."""
    s, subject = naming.story.sentences[naming.i], parts.clause.subject
    if subject is None or len(undated(naming, naming.tokens)) < len(naming.tokens):
        return False
    return s.tags[subject.head] == NOUN and look_up(s.words[subject.head].lower()).plural


def _link(naming: Naming, start: int) -> int | None:
    """The preposition before a name that says where, beside what stands between."""
    s, k = naming.story.sentences[naming.i], start - 1
    while k >= 0 and s.tags[k] == "d":
        k -= 1
    return k if k >= 0 and s.words[k].lower() in _AT else None


def _leads(naming: Naming, link: int) -> bool:
    """Whether a preposition in front of a clause is the clause's: not "after his way to Riga"."""
    s = naming.story.sentences[naming.i]
    if link not in naming.setting:
        return False
    first = link
    while first - 1 in naming.setting and s.tags[first - 1] != COMMA:
        first -= 1
    return s.words[first].lower() in _AT


def _group(naming: Naming, link: int) -> range:
    """The tokens of a phrase from its preposition on: "at the Battle of Mitau, Livonia"."""
    s, kept = naming.story.sentences[naming.i], set(naming.tokens)
    end = link + 1
    while end in kept and s.tags[end] not in "itVMbhuDGBsw":
        end += 1
    return range(link, end)


def _asked(
    naming: Naming, parts: Parts, words: str, name: Sequence[int], group: range
) -> Iterator[QuestionDraft]:
    """The question that leaves out a phrase."""
    rest = [k for k in parts.predicate if k not in group]
    before = [k for k in naming.setting if k not in group]
    asked = inverted(naming, parts, rest)
    if asked is None:
        return
    tokens = (*parts.subject, *rest, *before)
    other = Naming(naming.story, naming.i, parts.clause, tokens, before)
    answer = wording(naming.story, naming.i, name)
    if set(content_words(answer)) & set(content_words(asked)):
        return
    yield question(other, f"{words} {asked}?", answer, (*parts.subject, *rest))
