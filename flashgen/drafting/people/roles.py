"""What several are said to be before their names, and what somebody is made or sent as."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.article import Span
from flashgen.drafting.clauses.description import Description
from flashgen.drafting.clauses.doubts import TO_OFFICE
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import is_person_noun
from flashgen.drafting.people.sayings import KIN, described
from flashgen.drafting.people.weighing import weighed
from flashgen.english.lexicon import look_up
from flashgen.english.tags import NAME, NOUN
from flashgen.mentions import FoundPerson

MADE = TO_OFFICE | frozenset("make name crown proclaim declare install create ordain".split())
_TO_OFFICE = frozenset(
    "accession appointment coronation election nomination proclamation installation".split()
)
# What tells what the one is to whom it is done: not "joined Hale as mayor".
_TAKEN_AS = MADE | frozenset(
    "send hire employ recruit engage retain keep choose select recognise recognize acknowledge "
    "accept assign invite bring leave dispatch accredit".split()
)
LONGEST = 18  # words
_FURTHER = (("such", "as"), ("like",), ("including",), ("namely",))


def of_several(story: Story, i: int) -> Iterator[tuple[FoundPerson, Description]]:
    """What each of several is: "the poets Hale and Holt", "leaders such as Elias Holt"."""
    s = story.sentences[i]
    people = [n for n in story.named_in(i) if isinstance(n.what, FoundPerson)]
    for n in people:
        end = n.start
        for link in _FURTHER:
            if tuple(w.lower() for w in s.words[end - len(link) : end]) == link:
                end -= len(link)
                end -= s.tags[end - 1] == ","
                break
        head = end - 1
        if head < 0 or s.tags[head] != NOUN or not look_up(s.words[head].lower()).plural:
            continue
        one = _singular(s.words[head].lower())
        if not one:
            continue
        begin = head
        while begin and s.tags[begin - 1] in "NEJ":
            begin -= 1
        if s.tags[begin - 1 : begin] in ("z", "p", "f"):
            continue
        listed = [n]
        for other in people:
            between = s.tags[listed[-1].end : other.start]
            if other.start >= listed[-1].end and re.fullmatch(",?c?[dN]*", between):
                listed.append(other)
        if end == n.start and len(listed) < 2:
            continue  # "to the colonists Hale said"
        at = Span(s.starts[begin], s.end(head))
        for each in listed:
            what = each.what
            assert isinstance(what, FoundPerson)  # noqa: S101
            for found in weighed(story, i, list(range(begin, end)), 2, names={head: one}):
                yield what, Description(found.words, found.weight, at, found.lacks)


def _singular(low: str) -> str:
    """One of several human beings: "leader"; "" of what is none."""
    one = look_up(low).noun
    one = low.removesuffix("s") if one == low else one
    return one if is_person_noun(one, NOUN) else ""


def called(story: Story, i: int) -> Iterator[tuple[FoundPerson, Description]]:
    """What somebody is whom a noun introduces: "an Amorite chieftain named Sumu-adum"."""
    s = story.sentences[i]
    for n in story.named_in(i):
        k = n.start - 1
        if not isinstance(n.what, FoundPerson) or k < 1:
            continue
        k -= s.tags[k] == ","
        if s.words[k].lower() not in ("named", "called") or not is_person_noun(
            s.words[k - 1], s.tags[k - 1]
        ):
            continue
        begin = k - 1
        while begin and s.tags[begin - 1] in "NEJ":
            begin -= 1
        if s.words[k - 1].lower() in KIN:
            continue
        yield from ((n.what, each) for each in weighed(story, i, list(range(begin, k)), 2))


def made(story: Story, i: int) -> Iterator[tuple[FoundPerson, Description]]:
    """What somebody is made or sent as: "appointed Hale governor of Riga", "with Hale as mayor"."""
    s = story.sentences[i]
    for n in story.named_in(i):
        if not isinstance(n.what, FoundPerson):
            continue
        end = s.tags.find(")", n.end) + 1 if s.tags[n.end : n.end + 1] == "(" else n.end
        lows = tuple(word.lower() for word in s.words[end : end + 2])
        start = end + (2 if lows in (("to", "be"), ("to", "become")) else lows[:1] == ("as",))
        done = [
            clause
            for clause in story.clauses(i)
            if clause.object is not None
            and clause.object.start <= n.start < clause.object.end
            and not (clause.passive or clause.negated)
            and clause.lemma in _TAKEN_AS
        ]
        if start == end and not any(clause.lemma in MADE for clause in done):
            continue
        before = [word.lower() for word in s.words[max(0, n.start - 2) : n.start]]
        # "with Hale as mayor", not "worked with Hale as mayor"; "the election of Hale as mayor"
        with_ = before[-1:] == ["with"] and (n.start == 1 or before[0] in (",", "and"))
        to_office = before[-1:] == ["of"] and before[0] in _TO_OFFICE
        if start > end and not (done or with_ or to_office):
            continue
        if s.tags[start : start + 1] and s.tags[start] in f"dJ{NOUN}{NAME}":
            yield from ((n.what, found) for found in described(story, i, start, 4))
