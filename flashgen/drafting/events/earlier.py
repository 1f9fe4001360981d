"""Events that two sentences tell: what happened in one, and when in the next."""

from __future__ import annotations

from flashgen.dates.historical import DateValue
from flashgen.drafting.clauses.clause import Told, told
from flashgen.drafting.clauses.setting import hedged
from flashgen.drafting.clauses.story import Found, Named, Story
from flashgen.english.tags import NAME, OPEN
from flashgen.mentions import DateForm, DateMention

_BEING = frozenset("be happen occur take come".split())
_THAT = frozenset("that this it".split())


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


def told_before(story: Story, i: int, n: Named) -> Told | None:
    """What "That was on 3 May" dates: what the sentence before tells, if it tells one thing."""
    s = story.sentences[i]
    clauses = [clause for clause in story.clauses(i) if clause.finite]
    pointing = s.words[0].lower() in _THAT and len(clauses) == 1 and clauses[0].start == 1
    if not pointing or clauses[0].lemma not in _BEING or n.end < len(s) - 1 or not i:
        return None
    if story.frame.opens_paragraph(i):
        return None
    before = [c for c in story.clauses(i - 1) if c.finite and not c.embedded]
    dated = any(isinstance(each.what, DateMention) for each in story.named_in(i - 1))
    if len(before) != 1 or dated or hedged(story.sentences[i - 1], before[0]):
        return None
    if OPEN in story.sentences[i - 1].tags:
        return None
    found = told(story, i - 1, before[0], ())
    return found if found is not None and found.sound else None
