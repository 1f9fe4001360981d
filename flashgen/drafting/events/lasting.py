"""Events of which a sentence says how long they were: "the War lasted from 1558 to 1583"."""

from __future__ import annotations

from flashgen.dates.historical import DateInterval
from flashgen.drafting.clauses.setting import clause_of
from flashgen.drafting.clauses.story import Named, Story
from flashgen.drafting.clauses.timeless import time_begin
from flashgen.drafting.clauses.wording import sentence, wording
from flashgen.drafting.events.event import EventDraft
from flashgen.drafting.events.names import is_event_noun, nominal_draft
from flashgen.english.lexicon import look_up
from flashgen.mentions import DateMention

_LASTING = frozenset("last rage".split())


def lasting(story: Story, i: int, n: Named) -> EventDraft | None:
    """What lasted for the time of a date, where it has a name; None where nothing did."""
    s, mention = story.sentences[i], n.what
    begin = time_begin(s, n.start, n.end)
    if begin is None or not isinstance(mention, DateMention) or mention.date is None:
        return None
    clause = clause_of(story, i, begin, n.end)
    spell = isinstance(mention.date.written, DateInterval)
    if not spell or clause is None or clause.subject is None or clause.negated:
        return None
    subject = range(clause.subject.start, clause.subject.end)
    named = sum(story.is_proper(i, k) for k in subject) > 1 and not clause.subject.with_
    lasted = clause.lemma in _LASTING and not clause.relative and clause.object is None
    heads = [k for k in subject if is_event_noun(s.words[k])]
    if not (named and lasted and heads) or any(look_up(s.words[k].lower()).plural for k in heads):
        return None
    words = sentence(wording(story, i, subject)).rstrip(".")
    return nominal_draft(story, i, n, words, ())
