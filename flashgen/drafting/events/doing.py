"""Events that an -ing form or a participle in front tells: "after capturing Riga in 1621, Hale".

Who did it is the subject of the clause that it belongs to; the verb is put into the past.
"""

from __future__ import annotations

import re

from flashgen.article import Span
from flashgen.drafting.clauses.clause import taken_apart
from flashgen.drafting.clauses.faults import faults
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.setting import HEDGES, hedged, place_in
from flashgen.drafting.clauses.story import Named, Story
from flashgen.drafting.clauses.timeless import BOUNDING, is_bracketed, time_begin
from flashgen.drafting.clauses.wording import (
    is_saying,
    sentence,
    without_appositions,
    without_asides,
    wording,
)
from flashgen.drafting.events.event import EventDraft, unsure
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up, past_of
from flashgen.english.tags import ADVERB, COMMA, ING, PARTICIPLE
from flashgen.english.tokens import Sentence
from flashgen.mentions import DateMention, FoundPlace

# What stands before an -ing form of something that was done, beside a comma.
_OPENING = frozenset("after by before upon on".split())
# Places and a bracket, and at most a time or place between two commas.
_BETWEEN = r"(?:[itf][dpJNEq]+)*(?:\([^()]*\))?,(?:[itfdJNEq]+,?)?r*|"
# Forms that tell a state, or what a whole clause led to.
_NOT_DONE = frozenset(
    "be have include follow begin start accord result cause mark lead allow make mean force "
    "concern last end contain enable need want hope wish intend plan expect lack bring give try "
    "attempt seek remain stay live continue keep own rule consider regard call name say describe "
    "prepare base locate situate compare see know use".split()
)


def doing(story: Story, i: int, n: Named) -> EventDraft | None:
    """What was done on a date by the subject of another verb; None where nothing tells it."""
    s, mention = story.sentences[i], n.what
    if not isinstance(mention, DateMention) or mention.date is None:
        return None
    begin = None if is_bracketed(s.tags, n.start) else time_begin(s, n.start, n.end)
    if begin is None or s.words[begin].lower() in BOUNDING | {"from"}:
        return None
    if s.words[begin - 1].lower() in HEDGES:
        return None
    form = _form(story, i, begin)
    main = _main(story, i, form, n.end) if form is not None else None
    if form is None or main is None or main.negated or hedged(s, main) or hedged(s, form):
        return None
    if "M" in s.tags[main.start : main.end]:
        return None
    parts = next(taken_apart(story, i, main, range(begin, n.end + 1)), None)
    if parts is None:
        return None
    predicate = without_appositions(s.tags, without_asides(s.tags, range(form.end, begin)))
    while predicate and s.tags[predicate[-1]] == COMMA:
        predicate.pop()
    if not (form.passive or any(s.tags[k] in "NE" for k in predicate)):
        return None
    verb = _in_the_past(s, form, main, parts.subject[-1])
    told = Clause(
        form.verb, form.verb, form.end, form.lemma, main.subject, passive=form.passive,
        object=form.object,
    )  # fmt: skip
    naming = Naming(story, i, told, (*parts.subject, form.verb, *predicate))
    words = sentence(wording(story, i, naming.tokens, {**naming.names, form.verb: verb}))
    actor = wording(story, i, parts.subject, naming.names)
    lacks = tuple(dict.fromkeys(faults(naming, words)))
    if lacks:
        return None
    place = place_in(story, i, (form.verb, *predicate))
    return EventDraft(
        what=words, title=words.rstrip(".").removeprefix("The "), date=mention.date,
        time=mention.time or "",
        unsure=unsure(mention), place=place.canonical if place is not None else "",
        people=tuple(naming.people), at=Span(s.starts[n.start], s.end(n.end - 1)), lacks=(),
        verb=form.lemma, actor=actor, transitive=form.passive or form.object is not None,
    )  # fmt: skip


def _in_the_past(s: Sentence, form: Clause, main: Clause, last: int) -> str:
    """The verb that tells what a form does: "capturing" is "captured", "captured" "was captured".

    ``last`` is the last token of the subject, which the clause ``main`` has.
    """
    verb = s.words[form.verb].lower()
    if not form.passive:
        return past_of(verb, form.lemma)
    several = main.subject is not None and bool(main.subject.with_)
    many = several or look_up(s.words[last].lower()).plural
    return f"{'were' if many else 'was'} {verb}"


def _form(story: Story, i: int, begin: int) -> Clause | None:
    """The -ing form, or participle in front, that a phrase of time belongs to."""
    s = story.sentences[i]
    before = [c for c in story.clauses(i) if c.start < begin and not _names(c)]
    last = before[-1] if before else None
    if last is None or last.finite or last.negated or last.lemma in _NOT_DONE:
        return None
    says = is_saying(last.lemma) and not (last.object and last.object.start == last.end)
    if says or set(";:swcQ(") & set(s.tags[last.end : begin]):
        return None
    named = {
        k
        for n in story.named_in(i)
        if isinstance(n.what, FoundPlace)
        for k in range(n.start, n.end)
    }
    between = "".join(s.tags[k] for k in range(last.end, begin) if k not in named)
    if COMMA in between.rstrip(COMMA):
        return None  # but "in Riga, Livonia, in 1621"
    alone = set(s.tags[last.start : last.verb]) <= {ADVERB}
    having = s.words[last.start].lower() == "having" and last.end - last.start == 2
    opens = last.start == 0 or set(s.tags[: last.start]) <= {ADVERB}
    if s.tags[last.verb] == PARTICIPLE and alone and last.passive:
        return last if opens else None
    being = s.words[last.start].lower() == "being" and last.passive
    if not (having or being) and (s.tags[last.verb] != ING or not alone):
        return None
    k = last.start - 1
    while k >= 0 and s.tags[k] == ADVERB:
        k -= 1
    if opens or s.tags[k] == COMMA:
        return last
    two = s.tags[k] == "c" and len(before) > 1 and s.tags[before[-2].start - 1 :][:2] == ",G"
    if two and set(s.tags[before[-2].end : k]) <= set("dpJNEit"):
        return last  # "continued, laying siege to and capturing Riga"
    led = s.words[k].lower() in _OPENING and (k == 0 or s.tags[k - 1] in ",rNEq")
    # "responded by founding"
    return last if led or (s.words[k].lower() == "by" and s.tags[k - 1] == "V") else None


def _names(clause: Clause) -> bool:
    """Whether a participle only tells how something is called: "known as Young Livonia"."""
    return clause.passive and not clause.finite and clause.lemma in ("know", "call", "name")


def _main(story: Story, i: int, form: Clause, end: int) -> Clause | None:
    """The clause whose subject does what an -ing form tells: behind it, or before it."""
    s, clauses = story.sentences[i], story.clauses(i)
    finite = [c for c in clauses if c.finite and c.subject is not None]
    before = [c for c in finite if c.start < form.start]
    if not before:
        following = next((c for c in finite if c.start >= end), None)
        if following is None or following.subject is None or following.relative:
            return None
        between = s.tags[end : following.subject.start]
        # "Called again in 1628, on 26 May Riga"
        return following if re.fullmatch(_BETWEEN, between) else None
    last = before[-1]
    apart = last.embedded or last.relative or last.inverted or ";" in s.tags[last.end : form.start]
    return None if apart else last
