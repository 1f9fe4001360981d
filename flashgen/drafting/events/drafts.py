"""Events: each clause that holds a date, as a sentence without it; and named events with a date."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from flashgen.article import Span
from flashgen.dates.historical import DateValue
from flashgen.drafting.clauses.setting import place_in
from flashgen.drafting.clauses.story import Found, Named, Story
from flashgen.drafting.clauses.timeless import is_bracketed
from flashgen.drafting.clauses.wording import wording
from flashgen.drafting.events.clausal import clausal, subject_tokens
from flashgen.drafting.events.dates import is_stated
from flashgen.drafting.events.doing import doing
from flashgen.drafting.events.earlier import is_told_by_another, told_before, years_of_names
from flashgen.drafting.events.event import EventDraft, at_once, unsure
from flashgen.drafting.events.lasting import lasting
from flashgen.drafting.events.names import known_as
from flashgen.drafting.events.nominal import named_event
from flashgen.drafting.events.participles import done
from flashgen.drafting.events.steps import STEP, TURNING, weighed
from flashgen.drafting.events.title import title_of
from flashgen.drafting.events.titled import titled
from flashgen.mentions import DateForm, DateMention

# Days that a date may cover, by how much hangs on it and how exactly its time was dated.
_YEARS, _DECADE, _CENTURY = 3 * 366, 3_653, 36_525
_LONGEST_SPELL = 50_000  # days, 137 years: the Hundred Years' War was shorter
_MODERN = 2_268_933  # the Julian Day Number of 1 January 1500


def events(story: Story) -> Iterator[EventDraft]:
    """The events of an article in the order of the text, weighed."""
    drafts = list(_told(story))
    times: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for draft in drafts:
        if draft.nominal:
            times[draft.what].add(draft.date.span_days())
    for draft in drafts:
        several = draft.nominal and (len(times[draft.what]) > 1 or _is_plural(story, draft.what))
        lacks = (*draft.lacks, f"which {draft.title} is meant") if several else draft.lacks
        yield _beside_topic(story, weighed(story, replace(draft, lacks=lacks)))


def _is_plural(story: Story, name: str) -> bool:
    """Whether an article speaks of several of a name: "the Riga Acts"."""
    name = re.sub("(?<=[^s])y$", "ie", name.removeprefix("The "))
    return re.search(rf"\b{re.escape(name)}s\b", story.article.text) is not None


def _beside_topic(story: Story, draft: EventDraft) -> EventDraft:
    """The event, which lacks a time where it has a wide one, or the topic on its card tells it.

    What the topic is the name of weighs no more than a step.
    """
    value = draft.date.written
    if _is_wide(draft):
        return replace(draft, lacks=(*draft.lacks, "a closer date"))
    year = str(value.year) if isinstance(value, DateValue) and value.month is None else ""
    if year in story.title_words:
        return replace(draft, lacks=(*draft.lacks, "a time that the topic does not tell"))
    named = set(draft.title.lower().split()) == set((story.article.title or "").lower().split())
    return replace(draft, weight=min(draft.weight, STEP)) if named else draft


def _is_wide(draft: EventDraft) -> bool:
    """Whether a date is too wide to ask for: of a turn of early history the century will do."""
    first, last = draft.date.span_days()
    if draft.lasted:
        return last - first > _LONGEST_SPELL
    turning, early = draft.weight == TURNING, first < _MODERN
    longest = (_CENTURY if turning else _DECADE) if early else (_DECADE if turning else _YEARS)
    return last - first > longest


def _told(story: Story) -> Iterator[EventDraft]:
    if story.sentences and (named := titled(story)):
        yield named
    years = years_of_names(story)
    for i in story.sentence_numbers():
        tags = story.sentences[i].tags
        dates = [n for n in story.named_in(i) if isinstance(n.what, DateMention)]
        told = [n for n in dates if not is_bracketed(tags, n.start)]
        verbs: set[int] = set()
        for n in dates:
            if not (is_stated(n.what) or is_told_by_another(story, i, n.what)):
                continue
            if _is_of_another_year(story, n.what, years):
                continue
            others = [other for other in told if other is not n]
            found = clausal(story, i, n, others)
            if found is not None and found[0] in verbs:
                continue
            untold = found is None or found[1].lacks
            if untold and (other := _otherwise(story, i, n)):
                yield at_once(story.sentences[i], n, other)
            elif found is not None:
                verbs.add(found[0])
                yield at_once(story.sentences[i], n, found[1])


def _otherwise(story: Story, i: int, n: Named) -> EventDraft | None:
    """An event that no clause tells which its date belongs to."""
    told = (form(story, i, n) for form in (named_event, lasting, done, doing, known_as, _before))
    return next(filter(None, told), None)


def _before(story: Story, i: int, n: Named) -> EventDraft | None:
    """What the sentence before tells, of which this one says when it was."""
    s, mention, sentence = story.sentences[i], n.what, told_before(story, i, n)
    if sentence is None or not isinstance(mention, DateMention) or mention.date is None:
        return None
    place = place_in(story, i - 1, sentence.tokens)
    return EventDraft(
        what=sentence.text, title=title_of(story, i - 1, sentence), date=mention.date,
        time=mention.time or "", unsure=unsure(mention), people=sentence.people,
        place=place.canonical if place is not None else "",
        at=Span(s.starts[0], s.end(n.end - 1)), lacks=(), verb=sentence.clause.lemma,
        actor=wording(story, i - 1, subject_tokens(sentence), sentence.names),
    )  # fmt: skip


def _is_of_another_year(story: Story, what: Found, years: frozenset[int]) -> bool:
    """Whether the year of a date that states none is one that only a name has.

    Or is none of those in the title, where that has any.
    """
    if not isinstance(what, DateMention) or what.date is None or what.form is DateForm.EXPLICIT:
        return False
    value = what.date.value
    titled = {int(word) for word in story.title_words if re.fullmatch(r"[12]\d{3}", word)}
    if not isinstance(value, DateValue):
        return False
    return value.year in years or bool(titled and value.year not in titled)
