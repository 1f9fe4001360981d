"""What somebody is made or sent as."""

from __future__ import annotations

from collections.abc import Iterator

from flashgen.drafting.clauses.description import Description
from flashgen.drafting.clauses.doubts import TO_OFFICE
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.people.sayings import described
from flashgen.drafting.people.weighing import SERVED
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
            yield from ((n.what, found) for found in described(story, i, start, SERVED))
