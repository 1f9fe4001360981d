"""The event of the clause that a date belongs to."""

from __future__ import annotations

import re

from flashgen.article import Span
from flashgen.dates.historical import DateInterval, HistoricalDate
from flashgen.drafting.clauses.clause import Told, told
from flashgen.drafting.clauses.setting import (
    HEDGES,
    clause_of,
    hedged,
    opens_time,
    place_in,
)
from flashgen.drafting.clauses.story import Named, Story
from flashgen.drafting.clauses.timeless import (
    BOUNDING,
    time_begin,
    time_tokens,
    year_tokens,
)
from flashgen.drafting.clauses.unnamed import unnamed_object
from flashgen.drafting.clauses.wording import is_person_noun, wording
from flashgen.drafting.events.dated import noun_dated
from flashgen.drafting.events.dates import is_stated
from flashgen.drafting.events.event import EventDraft, unsure
from flashgen.drafting.events.title import half_named, title_of
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.english.tags import NAME, VERB
from flashgen.english.tokens import Sentence
from flashgen.mentions import DateForm, DateMention
from flashgen.tables import words as table

_BOUNDS = frozenset({"until", "till", "since"})
_STATES = frozenset("rank last include contain comprise consist number own possess".split())
_BEHIND_AND = re.compile("c,?$")
_THINGS = re.compile(",?[dpJNEqG]*[NE](?=[^zVMbhuo]*$)")
_GOING_ON = frozenset("continue go remain persist last endure".split())


def clausal(story: Story, i: int, n: Named, others: list[Named]) -> tuple[int, EventDraft] | None:
    """The event of the clause that a date belongs to, with the token of its verb."""
    s, mention = story.sentences[i], n.what
    time = _time(s, n)
    clause = _clause(story, i, time[0], n.end) if time is not None else None
    if time is None or clause is None:
        return None
    begin, leave_out = time
    leave_out |= _other_times(s, clause, begin, others) | _next_dated(s, clause, n, others)
    others = [other for other in others if other.start not in leave_out]
    sentence = told(story, i, clause, leave_out)
    if sentence is None or not isinstance(mention, DateMention) or mention.date is None:
        return None
    subject = subject_tokens(sentence)
    lasted = _is_spell(s, clause, begin, mention.date)
    lacks = list(sentence.lacks)
    if _is_bounded(s, clause, n, begin) or (_is_from_then_on(s, clause, begin) and not lasted):
        lacks.append("whether it happened then")
    if _is_state(s, clause, lasted=lasted):
        lacks.append("what happened: this tells how it was")
    if _is_before(s, clause, n, mention.date):
        lacks.append("when it happened: before that time")
    if (thing := unnamed_object(story, i, clause, sentence.tokens)) is not None:
        lacks.append(f"which {s.words[thing]} is meant")
    lacks += half_named(s, subject)
    opening = {s.words[k].lower() for k in sentence.tokens[:2]}
    if hedged(s, clause) or not HEDGES.isdisjoint({s.words[begin - 1].lower(), *opening}):
        lacks.append("whether it is true, and happened once")
    if _is_of_office(s, clause, begin):
        lacks.append("whether it happened then")
    stated = [other for other in others if is_stated(other.what)]
    within = any(other.start in sentence.tokens for other in stated)
    within |= any(clause_of(story, i, each.start, each.end) is clause for each in stated)
    if within or _goes_on_with_another(s, n.end):
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


def _goes_on_with_another(s: Sentence, end: int) -> bool:
    """Whether a date goes on with another one: "in 1703 and 1704", "in 1703 or the year after"."""
    or_later = s.words[end : end + 2] == ("or", "the")
    return or_later or re.match("c[it]?q", s.tags[end:]) is not None


def _other_times(s: Sentence, clause: Clause, begin: int, others: list[Named]) -> set[int]:
    """The tokens beside a phrase of time that go with it: the comma before it, the hour."""
    found = {begin - 1} if s.tags[begin - 1] == "," and begin - 1 > clause.start else set[int]()
    for hour in others:
        if isinstance(hour.what, DateMention) and _tells_time(hour.what):
            first = time_begin(s, hour.start, hour.end)
            found.update(range(hour.start if first is None else first, hour.end))
    return found


def _is_spell(s: Sentence, clause: Clause, begin: int, date: HistoricalDate) -> bool:
    """Whether a phrase of time says how long something was: "reigned from 1042 to 1066"."""
    led = s.words[begin].lower() in ("from", "between")
    # "The pope, who reigned from 1431"; "belonged to Hale, king from 1042"
    aside = begin < clause.start and begin > (clause.subject.start if clause.subject else 0)
    aside |= "," in s.tags[clause.end : max(clause.end, begin - 1)]
    return led and isinstance(date.written, DateInterval) and not aside


def _is_from_then_on(s: Sentence, clause: Clause, begin: int) -> bool:
    """Whether something only was so from a time on: "from 1703 he lived in Riga"."""
    from_ = s.words[begin].lower() == "from" or opens_time(s, begin)
    return from_ and clause.lemma not in table("history", "beginnings")


def _is_bounded(s: Sentence, clause: Clause, n: Named, begin: int) -> bool:
    """Whether a date only bounds the time of a clause: "served until his death in 1851"."""
    between = [word.lower() for word in s.words[clause.end : begin]]
    bounded = not _BOUNDS.isdisjoint(between) or s.words[begin].lower() in BOUNDING
    # "went on after his death in 1851"
    bounded |= clause.lemma in _GOING_ON and "after" in s.words[clause.end : begin]
    return bounded and "when" not in s.words[n.end : clause.start]  # "until 1648, when Riga fell"


def _is_state(s: Sentence, clause: Clause, *, lasted: bool) -> bool:
    """Whether a clause tells how something was, and not what happened; an office had its time."""
    office = lasted and clause.object is not None and clause.object.start == clause.end
    had = clause.lemma == "have" and clause.start == clause.verb
    being = clause.lemma == "be" and not office
    return had or being or clause.lemma in _STATES or "G" in s.tags[clause.start : clause.end]


def subject_tokens(sentence: Told) -> list[int]:
    """The tokens of the subject of a sentence."""
    return [k for k in sentence.tokens if k < sentence.clause.start]


def _clause(story: Story, i: int, start: int, end: int) -> Clause | None:
    """The clause that a phrase of time tells the time of."""
    found = clause_of(story, i, start, end) or _of_act(story, i, start, end)
    tags = story.sentences[i].tags
    if found and _BEHIND_AND.search(tags[found.end : start]) and _THINGS.match(tags, end):
        return None  # "opened a mill and, in 1718, a mine"
    return found


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
    """What "and" joins behind a date, which is of what stands before: "opened in 1709 and went on".

    Or what has a date of its own.
    """
    if n.start < clause.end:
        return set()
    joined = bool(re.compile("c[rn]*[VbuhD]").match(s.tags, n.end)) or _joins_present(s, n.end)
    later = next((o.start for o in others if o.start > n.end and is_stated(o.what)), len(s))
    # "opened a mill in 1709, and a mine in 1718"
    things = re.compile(r",?c[dpJENqrfi]*[NEq](?:\(E\))?[itfd]*$")
    joined = joined or things.match(s.tags, n.end, later) is not None
    return set(range(n.end, len(s))) if joined else set()


def _joins_present(s: Sentence, end: int) -> bool:
    """Whether "and" joins what is so today, read as a noun: "and advocates a free port"."""
    verb = end + 1
    if s.tags[end : end + 1] != "c" or s.tags[verb + 1 : verb + 2] not in tuple("dpq"):
        return False
    low = s.words[verb].lower()
    return low.endswith("s") and VERB in look_up(low).tags


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


def _tells_time(mention: DateMention) -> bool:
    return mention.form is DateForm.TIME or bool(mention.time)
