"""What clauses say of somebody: what he was or became, and what he did."""

from __future__ import annotations

from collections.abc import Iterator

from flashgen.drafting.description import Description
from flashgen.drafting.sayings import described
from flashgen.drafting.story import Story
from flashgen.english.clauses import Clause
from flashgen.mentions import FoundPerson


def said(story: Story, i: int, clause: Clause) -> Iterator[Description]:
    """What somebody was or became: "was a lawyer", "was elected mayor"."""
    s = story.sentences[i]
    if clause.object is None or "M" in s.tags[clause.start : clause.end]:
        return
    being = clause.lemma in ("be", "become", "remain")
    if not being and not clause.passive:
        return
    if clause.object.start != clause.end and not (
        s.words[clause.end].lower() == "as" and clause.object.start == clause.end + 1
    ):
        return
    low = s.words[clause.start].lower()
    if being and low in ("is", "are"):
        return
    yield from described(story, i, clause.object.start, 3 if being else 4)


def named_as(story: Story, i: int, clause: Clause) -> Iterator[tuple[FoundPerson, Description]]:
    """Who is named behind what he was: "the leader of the rising was Elias Holt"."""
    s, subject, told_ = story.sentences[i], clause.subject, clause.object
    being = clause.lemma in ("be", "become") and clause.finite and not clause.negated
    if not being or subject is None or told_ is None or subject.with_ or told_.with_:
        return
    person = story.person_at(i, told_.start, told_.end)
    starts = told_.start == clause.end and s.words[clause.start].lower() not in ("is", "are")
    if person is None or not starts or story.person_at(i, subject.start, subject.end):
        return
    for who in described(story, i, subject.start, 3):
        yield person, who
