"""Events that two sentences tell: what happened in one, and when in the next."""

from __future__ import annotations

from flashgen.dates.historical import DateValue
from flashgen.drafting.clause import Told, told
from flashgen.drafting.setting import hedged
from flashgen.drafting.story import Found, Named, Story
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


def years_told(story: Story) -> frozenset[int]:
    """The years that the article tells of: not those of a name alone, "the War of 1812"."""
    return frozenset(
        n.what.date.value.year
        for i in story.sentence_numbers()
        for n in story.named_in(i)
        if isinstance(n.what, DateMention)
        and n.what.form is DateForm.EXPLICIT
        and n.what.date is not None
        and isinstance(n.what.date.value, DateValue)
        and not (
            story.sentences[i].words[n.start - 1].lower() == "of"
            and story.sentences[i].tags[n.start - 2] == NAME
        )
    )


def told_before(story: Story, i: int, n: Named) -> Told | None:
    """What "That was on 3 May" dates: what the sentence before tells, if it tells one thing."""
    s = story.sentences[i]
    clauses = [clause for clause in story.clauses(i) if clause.finite]
    pointing = s.words[0].lower() in _THAT and len(clauses) == 1 and clauses[0].start == 1
    if not pointing or clauses[0].lemma not in _BEING or n.end < len(s) - 1 or not i:
        return None
    if story.sentences[i - 1].paragraph != s.paragraph:
        return None
    before = [c for c in story.clauses(i - 1) if c.finite and not c.embedded]
    dated = any(isinstance(each.what, DateMention) for each in story.named_in(i - 1))
    if len(before) != 1 or dated or hedged(story.sentences[i - 1], before[0]):
        return None
    if OPEN in story.sentences[i - 1].tags:
        return None
    found = told(story, i - 1, before[0], ())
    return found if found is not None and found.sound else None
