"""Events: each clause that holds a date, as a sentence without it; and named events with a date."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from flashgen.article import Span
from flashgen.dates.historical import DateInterval, DateValue, HistoricalDate
from flashgen.drafting.clauses.clause import Told, told
from flashgen.drafting.clauses.setting import HEDGES, clause_of, hedged, place_in
from flashgen.drafting.clauses.story import Found, Named, Story
from flashgen.drafting.clauses.timeless import (
    BOUNDING,
    is_bracketed,
    time_begin,
    time_tokens,
    year_tokens,
)
from flashgen.drafting.clauses.wording import is_person_noun, wording
from flashgen.drafting.events.dated import noun_dated
from flashgen.drafting.events.dates import is_stated
from flashgen.drafting.events.doing import doing
from flashgen.drafting.events.earlier import is_told_by_another, told_before, years_of_names
from flashgen.drafting.events.event import EventDraft, at_once, unsure
from flashgen.drafting.events.lasting import lasting
from flashgen.drafting.events.names import known_as
from flashgen.drafting.events.nominal import named_event
from flashgen.drafting.events.participles import done
from flashgen.drafting.events.steps import STEP, TURNING, weighed
from flashgen.drafting.events.title import half_named, title_of
from flashgen.drafting.events.titled import titled
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.english.tags import NAME
from flashgen.english.tokens import Sentence
from flashgen.mentions import DateForm, DateMention
from flashgen.tables import words as table

# "served until his death in 1851"
_BOUNDS = frozenset({"until", "till", "since"})
_STATES = frozenset("rank last include contain comprise consist number own possess".split())
# Days: of what a date may cover, and of what lasted.
_YEARS, _DECADE, _CENTURY, _LONGEST_SPELL = 3 * 366, 3_653, 36_525, 50_000
_MODERN = 2_268_933  # the Julian Day Number of 1 January 1500
_SOME = frozenset("several some various numerous many".split())
_BEGINNING = frozenset("begin start commence".split())


def events(story: Story) -> Iterator[EventDraft]:
    """The events of an article in the order of the text, weighed."""
    return (_unnamed(story, weighed(story, draft)) for draft in _told(story))


def _unnamed(story: Story, draft: EventDraft) -> EventDraft:
    """An event that is not asked for what the topic tells, which is on its card."""
    value = draft.date.written
    if _is_wide(draft):
        return replace(draft, lacks=(*draft.lacks, "a closer date"))
    bare = isinstance(value, DateValue) and value.month is None
    if bare and isinstance(value, DateValue) and str(value.year) in story.title_words:
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
            found = _event(story, i, n, others)
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
        actor=wording(story, i - 1, _subject(sentence), sentence.names),
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


def _event(story: Story, i: int, n: Named, others: list[Named]) -> tuple[int, EventDraft] | None:
    """The event of the clause that a date belongs to, with the token of its verb."""
    s, mention = story.sentences[i], n.what
    time = _time(s, n)
    clause = _clause(story, i, time[0], n.end) if time is not None else None
    if time is None or clause is None:
        return None
    begin, leave_out = time
    if begin and s.tags[begin - 1] == "," and begin - 1 > clause.start:
        leave_out.add(begin - 1)
    for hour in others:
        if isinstance(hour.what, DateMention) and _tells_time(hour.what):
            first = time_begin(s, hour.start, hour.end)
            leave_out.update(range(hour.start if first is None else first, hour.end))
    leave_out |= _next_dated(s, clause, n, others)
    others = [other for other in others if other.start not in leave_out]
    sentence = told(story, i, clause, leave_out)
    if sentence is None or not isinstance(mention, DateMention) or mention.date is None:
        return None
    lacks = list(sentence.lacks)
    from_ = s.words[begin].lower() == "from"
    lasted = s.words[begin].lower() in ("from", "between") and isinstance(
        mention.date.written, DateInterval
    )
    # "The pope, who reigned from 1431"; "belonged to Hale, king from 1042"
    aside = begin < clause.start and begin > (clause.subject.start if clause.subject else 0)
    lasted = lasted and not (aside or "," in s.tags[clause.end : max(clause.end, begin - 1)])
    from_then_on = from_ and clause.lemma not in _BEGINNING
    bounded = not _BOUNDS.isdisjoint(word.lower() for word in s.words[clause.end : begin])
    bounded |= s.words[begin].lower() in BOUNDING
    when = "when" in s.words[n.end : clause.start]  # "until 1648, when Riga fell"
    if (bounded and not when) or (from_then_on and not lasted):
        lacks.append("whether it happened then")
    office = lasted and clause.object is not None and clause.object.start == clause.end
    had = clause.lemma == "have" and clause.start == clause.verb
    had = had or clause.lemma in _STATES
    if had or (clause.lemma == "be" and not office) or "G" in s.tags[clause.start : clause.end]:
        lacks.append("what happened: this tells how it was")
    if _is_before(s, clause, n, mention.date):
        lacks.append("when it happened: before that time")
    if (thing := _any_thing(story, i, clause, sentence.tokens)) >= 0:
        lacks.append(f"which {s.words[thing]} is meant")
    subject = _subject(sentence)
    lacks += half_named(s, subject)
    opening = {s.words[k].lower() for k in sentence.tokens[:2]}
    if hedged(s, clause) or not HEDGES.isdisjoint({s.words[begin - 1].lower(), *opening}):
        lacks.append("whether it is true, and happened once")
    if _is_of_office(s, clause, begin):
        lacks.append("whether it happened then")
    if re.match("c[it]?q", s.tags[n.end :]) or any(
        other.start in sentence.tokens or clause_of(story, i, other.start, other.end) is clause
        for other in others
        if is_stated(other.what)
    ):
        lacks.append("which of its dates is meant")
    place = place_in(story, i, sentence.tokens)
    return clause.verb, EventDraft(
        what=sentence.text,
        title=title_of(story, i, sentence),
        date=mention.date,
        time=mention.time or "",
        unsure=unsure(mention),
        place=place.canonical if place is not None else "",
        people=sentence.people,
        at=Span(s.starts[n.start], s.end(n.end - 1)),
        lacks=tuple(lacks),
        lasted=lasted,
        verb=clause.lemma,
        actor=wording(story, i, subject, sentence.names),
        transitive=clause.passive or clause.object is not None,
    )


def _subject(sentence: Told) -> list[int]:
    """The tokens of the subject of a sentence."""
    return [k for k in sentence.tokens if k < sentence.clause.start]


def _clause(story: Story, i: int, start: int, end: int) -> Clause | None:
    """The clause that a phrase of time tells the time of."""
    return clause_of(story, i, start, end) or _of_act(story, i, start, end)


def _of_act(story: Story, i: int, start: int, end: int) -> Clause | None:
    """The clause of an act that a date behind its noun is of: "Hale's accession in 1087 marked"."""
    s = story.sentences[i]
    if s.words[start].lower() not in ("in", "on"):
        return None
    for c in story.clauses(i):
        subject = c.subject
        if not c.finite or c.embedded or c.start < end or subject is None or subject.start > start:
            continue
        between = s.tags[subject.head + 1 : start]
        behind = s.tags[end : c.start]
        act = look_up(s.words[subject.head].lower())
        acts = act.of_noun[:1] == "e" or act.noun in table("history", "events", "acts")
        acts = acts and not act.plural and "p" not in act.of_noun
        whole = not subject.with_ and re.fullmatch(",?r?,?", behind) is not None
        done = c.object is not None and not c.passive and c.lemma != "have"
        nouns = re.fullmatch("(?:[fit](?:[dpJNEqz]|cE)*)*", between) is not None
        return c if acts and whole and nouns and done else None
    return None


def _time(s: Sentence, n: Named) -> tuple[int, set[int]] | None:
    """Where the phrase begins that tells when a clause happened, and what of it is left out."""
    begin = time_begin(s, n.start, n.end)
    if begin is None:
        return noun_dated(s, n)
    if re.fullmatch("[dpz].+[NJ]", s.tags[max(0, n.start - 1) : n.end + 1]):
        return None  # "at a May 1703 meeting"
    return begin, time_tokens(s, begin, n.end) | year_tokens(s, n.what)


def _next_dated(s: Sentence, clause: Clause, n: Named, others: list[Named]) -> set[int]:
    """What "and" joins that has a date of its own: "opened in 1709 and closed in 1718"."""
    later = next((o.start for o in others if o.start > n.end and is_stated(o.what)), None)
    if later is None or n.start < clause.end:
        return set()
    joined = re.compile("c[rn]*[VbuhD]").match(s.tags, n.end)
    # "opened a mill in 1709, and a mine in 1718"
    joined = joined or re.compile(r",?c[dpJENqrfi]*[NEq](?:\(E\))?[itfd]*$").match(
        s.tags, n.end, later
    )
    return set(range(n.end, len(s))) if joined else set()


def _is_before(s: Sentence, clause: Clause, n: Named, date: HistoricalDate) -> bool:
    """Whether something had happened before a date: "on 3 May he had left", "had already left".

    "In 1645 he had left" tells of that year.
    """
    if s.tags[clause.start] != "h" or clause.start == clause.verb or n.start > clause.start:
        return False
    lows = {word.lower() for word in s.words[clause.start : clause.end]}
    return date.is_day or not lows.isdisjoint(("already", "just", "long", "never", "recently"))


def _is_of_office(s: Sentence, clause: Clause, begin: int) -> bool:
    """Whether a date is that of an office behind a name: "born to Hale, consul in 1840"."""
    comma = s.tags.rfind(",", clause.end, begin)
    beside = s.tags[comma + 1 : begin] if comma > 0 and s.tags[comma - 1] == NAME else ""
    return re.fullmatch("d?[JNEf]+", beside) is not None and any(
        is_person_noun(s.words[k], s.tags[k]) for k in range(comma + 1, begin)
    )


def _any_thing(story: Story, i: int, clause: Clause, tokens: Collection[int]) -> int:
    """The token of a thing that nothing tells apart: "took a fort", "another treaty"; or -1."""
    s, thing = story.sentences[i], clause.object
    other = next((k for k in tokens if s.words[k].lower() == "another"), -1)
    if other >= 0:
        return other
    if thing is None or thing.start not in tokens or clause.passive:
        return -1
    low, entry = s.words[thing.start].lower(), look_up(s.words[thing.head].lower())
    behind = any(story.is_proper(i, k) or s.tags[k] in "wQ" for k in tokens if k >= thing.head)
    unnamed = low in ("a", "an") and entry.of_noun[:1] == "a" and not behind
    unnamed |= low in _SOME and not behind
    return thing.head if unnamed else -1


def _tells_time(mention: DateMention) -> bool:
    return mention.form is DateForm.TIME or bool(mention.time)
