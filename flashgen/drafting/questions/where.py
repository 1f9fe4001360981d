"""Questions for a place: "Where was Hale defeated?", "At which battle was he taken?"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from flashgen.drafting.clauses.clause import Parts
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.wording import content_words, is_saying, wording
from flashgen.drafting.questions.answering import is_clear
from flashgen.drafting.questions.question import QuestionDraft, inverted, question, undated
from flashgen.drafting.questions.sorts import WIDE, is_seldom, sort_of, sorts
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import Phrase
from flashgen.english.tags import COMMA, NOUN
from flashgen.english.tokens import Sentence
from flashgen.mentions import FoundPlace
from flashgen.tables import words as table

_AT = frozenset("in at near on off outside".split())
_TO = _AT | {"to", "into"}


def where(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """Where something happened, told behind the verb or in front of the clause."""
    story, i, clause = naming.story, naming.i, parts.clause
    s = story.sentences[i]
    if not is_clear(naming, parts.subject) or clause.lemma == "be" or is_saying(clause.lemma):
        return
    moves = clause.lemma in table("verbs", "going")
    if _is_often(naming, parts):
        return
    for first, start, end, sort, _ in sorts(naming, naming.setting) if naming.setting else ():
        link = _link(naming, first)
        if link is not None and _leads(naming, link) and sort != "country":
            prefix = f"{s.words[link].capitalize()} which {sort}"
            yield from _asked(naming, parts, prefix, range(start, end), _group(naming, link))
    for n in story.named_in(i):
        place = n.what
        if not isinstance(place, FoundPlace) or not is_seldom(place):
            continue
        if place.canonical.rsplit(maxsplit=1)[-1].lower() in WIDE:
            continue
        link = _link(naming, n.start, _TO if moves else _AT)
        if (
            link is None
            or sort_of(place) not in ("", "place")
            or s.tags[n.end : n.end + 1] in (*"zNEcf-(",)
        ):
            continue
        if s.tags[link - 1] == "E":
            continue  # "at Seleucia on the Tigris"
        done_to = clause.object
        beside = done_to is not None and done_to.end == link and _is_place(naming, done_to)
        within = not beside and link in parts.predicate and not _is_inside(s, clause.end, link)
        if _leads(naming, link) or within:
            group = _group(naming, link)
            yield from _asked(naming, parts, "Where", range(n.start, n.end), group)


def _is_often(naming: Naming, parts: Parts) -> bool:
    """Whether many did something at no certain time: "women of Livonia married in Riga"."""
    s, subject = naming.story.sentences[naming.i], parts.clause.subject
    if subject is None or len(undated(naming, naming.tokens)) < len(naming.tokens):
        return False
    return s.tags[subject.head] == NOUN and look_up(s.words[subject.head].lower()).plural


def _is_inside(s: Sentence, begin: int, link: int) -> bool:
    """Whether a preposition is of a clause, a purpose or a list that begins before it."""
    between = re.sub("^c[VD]", "", s.tags[begin:link])  # "defeated and dispersed at Riga"
    return re.search(r"[swVG]|[NE]tB|c$", between) is not None


def _link(naming: Naming, start: int, links: Container[str] = _AT) -> int | None:
    """The preposition before a name that says where, beside what stands between."""
    s, k = naming.story.sentences[naming.i], start - 1
    while k >= 0 and s.tags[k] == "d":
        k -= 1
    return k if k >= 0 and s.words[k].lower() in links else None


def _leads(naming: Naming, link: int) -> bool:
    """Whether a preposition in front of a clause is the clause's: not "after his way to Riga"."""
    s = naming.story.sentences[naming.i]
    if link not in naming.setting:
        return False
    first = link
    while first - 1 in naming.setting and s.tags[first - 1] != COMMA:
        first -= 1
    return s.words[first].lower() in _AT


def _is_place(naming: Naming, phrase: Phrase) -> bool:
    named = naming.story.named_in(naming.i)
    return any(
        isinstance(n.what, FoundPlace) and n.start < phrase.end and phrase.start < n.end
        for n in named
    )


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
