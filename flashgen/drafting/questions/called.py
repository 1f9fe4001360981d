"""Questions for a name beside its noun: "Which newspaper did Hale found?", "the Star"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from flashgen.drafting.clauses.clause import Parts
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.verbs import NAMING
from flashgen.drafting.clauses.wording import content_words, wording
from flashgen.drafting.questions.answering import is_clear
from flashgen.drafting.questions.question import QuestionDraft, inverted, question, said
from flashgen.english.lexicon import look_up
from flashgen.english.tokens import Sentence

# "his own abolitionist newspaper", "a daring new film"
_NOUN = re.compile("[dp](?:[JDqr]|N(?=N))*N")
# What says nothing of the thing that is asked for.
_BLAND = frozenset("own new other another famous celebrated popular so-called".split())
# Who or what has no name of his own: kin, times, quantities.
_UNASKED = ("", "t", "f", "q")
_WITHIN = frozenset("of the and to in for on a an from with at".split())
_LONGEST = 10  # words of a name


class Called(NamedTuple):
    """A noun phrase at ``start`` to ``end``, and the name at ``first`` to ``last`` beside it."""

    start: int
    end: int
    first: int
    last: int


def called(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """The name of what something is done to, asked for by what it is."""
    story, i, clause = naming.story, naming.i, parts.clause
    s = story.sentences[i]
    if clause.lemma in ("be", "have", "become") or not is_clear(naming, parts.subject):
        return
    for found in _named(naming, parts.predicate):
        noun = [k for k in range(found.start, found.end) if s.tags[k] not in "dp"]
        noun = [k for k in noun if s.words[k].lower() not in _BLAND]
        rest = [k for k in parts.predicate if not found.start <= k < found.last]
        after = [k for k in rest if k >= found.last]
        link = found.start - 1
        words = f"which {said(naming, noun)}"
        if s.tags[link] in "VDBG":
            asked = inverted(naming, parts, rest) if not clause.passive else None
            words = f"W{words[1:]} {asked}?" if asked else ""
        elif s.tags[link] == "i" and link == clause.end:
            asked = inverted(naming, parts, [k for k in rest if k != link])
            words = f"{s.words[link].capitalize()} {words} {asked}?" if asked else ""
        else:
            words = ""
        answer = wording(story, i, range(found.first, found.last))
        told = set(content_words(words)) & set(content_words(answer))
        told -= {s.words[found.end - 1].lower()}  # the Riga Act is an act
        if words and not told and not (after and s.tags[after[0]] == "c"):
            answer = answer[:1].upper() + answer[1:]
            yield question(naming, words, answer, (*parts.subject, *rest))


def _named(naming: Naming, tokens: Sequence[int]) -> Iterator[Called]:
    """The noun phrases behind a verb or a preposition that have a name beside them."""
    story, i = naming.story, naming.i
    s = story.sentences[i]
    for match in _NOUN.finditer(s.tags, tokens[0]):
        start, end = match.span()
        head = s.words[end - 1].lower()
        entry = look_up(head)
        if start not in tokens or end - 1 not in tokens or entry.plural:
            continue
        if entry.of_noun[:1] in _UNASKED or any(k in naming.unclear for k in range(start, end)):
            continue
        link = s.words[end].lower() if end < len(s) else ""
        human = entry.of_noun[:1] == "p"
        known = tuple(word.lower() for word in s.words[end : end + 2]) == ("known", "as")
        first = end + (2 if known else link in NAMING or link == ",")
        last = _name_end(s, first)
        if last == first or (first == end and (human or story.person_at(i, first, last))):
            continue
        behind = s.tags[last : last + 2]
        if link == "," and (behind[:1] not in tuple(",.;(") or behind == ",c"):
            continue
        if behind[:1] in tuple("czNEJQ-") or behind[:1] in tuple("VMbhu"):
            continue
        if s.tags[first] == "E" and not story.is_proper(i, first):
            continue
        yield Called(start, end, first, last)


def _name_end(s: Sentence, first: int) -> int:
    """Where a name or a quoted title ends that begins at a token; there, if none does."""
    if s.tags[first : first + 1] == "Q":
        return first + 1
    k = end = first
    k += s.words[first : first + 1] == ("the",)
    while k < len(s) and k - first < _LONGEST:
        word = s.words[k]
        if word[:1].isupper():
            end = k + 1
        elif word.lower() not in _WITHIN or end == first:
            break
        k += 1
    return end
