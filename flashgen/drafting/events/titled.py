"""The event that an article is named after, where its first sentence says when it was."""

from __future__ import annotations

from dataclasses import replace

from flashgen.article import Span
from flashgen.dates.historical import DateValue
from flashgen.drafting.clauses.story import Named, Story
from flashgen.drafting.events.event import EventDraft
from flashgen.drafting.events.names import is_event_noun, nominal_draft
from flashgen.mentions import DateForm, DateMention

# What one says of it, with the time: "was fought on", "took place in", "began in".
_WAS = frozenset("be fight occur take happen last".split())
_LONGEST_BRACKET = 40  # tokens


def titled(story: Story) -> EventDraft | None:
    """The event of the title with the date of the first sentence; None where there is none."""
    s, title = story.sentences[0], (story.article.title or "").split()
    begin = int(s.words[0].lower() == "the")
    end = begin + len(title)
    same = [word.lower() for word in s.words[begin:end]] == [word.lower() for word in title]
    if not title or not same or story.person_at(0, begin, end):
        return None
    if not any(is_event_noun(word) for word in title):
        return None
    for n in story.named_in(0):
        mention = n.what
        if isinstance(mention, DateMention) and mention.date and _is_its(story, n, end):
            draft = nominal_draft(story, 0, n, " ".join(s.words[:end]), ())
            return replace(draft, at=Span(s.starts[0], s.end(n.end - 1)))
    return None


def _is_its(story: Story, n: Named, end: int) -> bool:
    """Whether a date is told of the title: in brackets behind it, or by what it was."""
    mention, s = n.what, story.sentences[0]
    if not isinstance(mention, DateMention) or mention.form is not DateForm.EXPLICIT:
        return False
    value = mention.date.written if mention.date else None
    if isinstance(value, DateValue) and value.month is None:
        return False  # "the crisis of 1973" says so itself
    if s.tags[end : end + 1] == "(" and s.tags.find(")", end) > n.start:
        return n.start < end + _LONGEST_BRACKET
    main = next((c for c in story.clauses(0) if c.finite and c.start >= end), None)
    later = [c for c in story.clauses(0) if main and main.start < c.start < n.start]
    return main is not None and main.lemma in _WAS and not later
