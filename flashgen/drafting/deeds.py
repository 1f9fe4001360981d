"""What clauses say of somebody: what he was or became, and what he did."""

from __future__ import annotations

from collections.abc import Iterator

from flashgen.article import Span
from flashgen.drafting.clause import told
from flashgen.drafting.sayings import LONGEST, WhoDraft, described
from flashgen.drafting.story import Story
from flashgen.drafting.wording import (
    POINTING,
    content_words,
    wording,
)
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.english.tags import NAME
from flashgen.mentions import DateMention, FoundPerson

_SELDOM = 4  # times that somebody is named of whom one deed says enough


def said(story: Story, i: int, clause: Clause) -> Iterator[WhoDraft]:
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


def named_as(story: Story, i: int, clause: Clause) -> Iterator[tuple[FoundPerson, WhoDraft]]:
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


def role(story: Story, i: int, clause: Clause, person: FoundPerson) -> Iterator[WhoDraft]:
    """What somebody did, in words that tell him from others: "the one who founded Riga"."""
    s = story.sentences[i]
    if len(person.mentions) > _SELDOM:
        return  # of him there is more to say
    if clause.passive or clause.object is None or clause.lemma in ("be", "have", "become"):
        return
    dates = {
        k
        for n in story.named_in(i)
        if isinstance(n.what, DateMention)
        for k in range(n.start, n.end)
    }
    if any(clause.start <= k < clause.end + 12 for k in dates):
        return  # an event asks that
    sentence = told(story, i, clause, frozenset())
    if sentence is None or not sentence.sound:
        return
    tokens = [k for k in sentence.tokens if k >= clause.start]
    if any(s.words[k].lower() in POINTING and s.tags[k] not in "Eni" for k in tokens):
        return
    if s.tags[clause.start] != "V" or clause.end - clause.start > 1:
        return
    if look_up(clause.lemma).of_verb[:1] not in ("", "o") or len(tokens) > LONGEST - 3:
        return
    if not any(s.tags[k] == NAME for k in range(clause.object.start, clause.object.end)):
        return
    if person.canonical.split()[-1] in (s.words[k] for k in tokens):
        return
    words = f"the one who {wording(story, i, tokens)}"
    at = Span(s.starts[tokens[0]], story.end(i, tokens[-1]))
    yield WhoDraft(words, 4 + min(len(content_words(words)), 5), i, at)
