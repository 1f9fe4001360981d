"""Events that two sentences tell: what happened in one, and when in the next."""

from __future__ import annotations

from flashgen.dates.historical import DateValue
from flashgen.drafting.clauses.story import Found, Story
from flashgen.english.tags import NAME
from flashgen.mentions import DateForm, DateMention


def is_told_by_another(story: Story, i: int, what: Found) -> bool:
    """Whether a date is sure by one that this sentence states, or the one before: "that day"."""
    if not isinstance(what, DateMention) or what.form is not DateForm.RELATIVE:
        return False
    if what.date is None or what.perhaps or what.warning:
        return False
    s, k = story.sentences[i], story.sentences[i].at(what.span.start)
    if s.words[k - 1].lower() in ("about", "some", "around", "nearly", "almost"):
        return False
    paragraph = story.sentences[i].paragraph
    return any(
        isinstance(n.what, DateMention)
        and n.what.form in (DateForm.EXPLICIT, DateForm.PARTIAL)
        and n.what.span < what.span
        for j in (i - 1, i)
        if j >= 0 and story.sentences[j].paragraph == paragraph
        for n in story.named_in(j)
    )


def years_of_names(story: Story) -> frozenset[int]:
    """The years that the article has in names alone: "the War of 1812" is no part of the story."""
    told: set[int] = set()
    named: set[int] = set()
    for i in story.sentence_numbers():
        s = story.sentences[i]
        for n in story.named_in(i):
            if not isinstance(n.what, DateMention) or n.what.date is None:
                continue
            value = n.what.date.value
            if n.what.form is DateForm.EXPLICIT and isinstance(value, DateValue):
                of_name = s.words[n.start - 1].lower() == "of" and s.tags[n.start - 2] == NAME
                (named if of_name else told).add(value.year)
    return frozenset(named - told)
