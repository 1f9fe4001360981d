"""What an event weighs: whether it is one of the steps that history is told by.

A date is worth knowing where something was signed, won, founded or published, or where somebody
was born or came to an office; not where he fell ill or was seen in some town.
"""

from __future__ import annotations

import re
from dataclasses import replace

from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import content_words
from flashgen.drafting.events.event import EventDraft
from flashgen.drafting.events.names import is_step_noun
from flashgen.english.lexicon import look_up
from flashgen.english.morphology import PAST, lemmas_of
from flashgen.rules.names.kinds import is_kin
from flashgen.tables import words as table

TURNING, STEP, NONE = 3, 2, 0
_OFTEN, _KEPT = 2, 6  # mentions of somebody whose life counts, and of one whose birth does
_WORDS = re.compile(r"[^\W\d_][\w-]*")
_NAMED = re.compile(r"The (?:[A-ZÀ-Þ]\S+ )+")
# What a verb leads to right behind it: "was forced to resign", "helped to found", "besieged and".
_LED = re.compile(r"(?: [\w’'-]+){1,3}? (?:to|and) ([a-z]+)")
_ING = re.compile(r"\b([a-z]+ing)\b")
# "sailed to the island of Riga", "reached Riga"; "took Riga", "lost the fort of Riga"
_GOAL = re.compile(
    r" (?:to|into|in|at|on|for|through|across|reached|entered|crossed|visited) (?:[a-z]+ )*[A-ZÀ-Þ]"
)
_TAKEN = re.compile(r"(?: [a-z-]+){1,4}? (?:the |a |an |its |his |her )?(?:[a-z-]+ )?[A-ZÀ-Þ“\"]")
_NAME = re.compile(r" [A-ZÀ-Þ“\"]")
_LINK = re.compile(r" (?:in|at|on|of|to|from|for|with|by|as)\b")
_FIRST = re.compile(r" (?:first|last)\b")
# "became the second president", "became part of"; not "became concerned"
_WHAT = re.compile(r"(?: [a-z]+)? became (?:(?:the|an?|part|one)\b|[A-ZÀ-Þ\d])")
_FEW = 2  # words that say something
NO_STEP = "a step that the story is told by"
_OWNED = re.compile(r"[’']s ([a-z]+)\b")
# The classes of verbs that tell what is said, thought, felt or seen, or who is on his way.
_NO_ACTS = tuple("skevm")


def weighed(story: Story, draft: EventDraft) -> EventDraft:
    """The event with its weight; one that is no step waits."""
    found = weight(story, draft)
    lacks = draft.lacks if found else (*draft.lacks, NO_STEP)
    return replace(draft, weight=found, lacks=lacks)


def weight(story: Story, draft: EventDraft) -> int:
    """TURNING for what a story turns on, STEP for another step of it, else NONE."""
    nouns, known = _nouns(draft.what), _is_known(story, draft)
    great = not nouns.isdisjoint(table("history", "events"))
    if draft.nominal:
        if _is_again(draft) or _is_of_kin(draft):
            return NONE
        return TURNING if draft.date.is_day and _NAMED.match(draft.what) else STEP
    verbs, rest = _verbs(draft), draft.what[len(draft.actor) :]
    if draft.verb in table("history", "attempts") and re.match(r" (?:\w+ )?\w+ to ", rest):
        return STEP if great else NONE
    if draft.verb in table("history", "ends_of_life"):
        if draft.verb == "bear" and not _is_dwelt_on(story, draft):
            return NONE
        if not _is_known(story, draft):
            return NONE
        return TURNING if _is_heroic(story, draft) else STEP
    if draft.verb in table("history", "visits") and _is_one_visit(draft):
        return NONE
    if not verbs.isdisjoint(table("history", "turning")):
        return TURNING
    if known and not verbs.isdisjoint(table("history", "stations")):
        return TURNING if _is_heroic(story, draft) else STEP
    if not verbs.isdisjoint(table("history", "war", "rule", "works", "disasters")):
        return TURNING if great else _of_topic(story, draft)
    return _by_object(story, draft, rest, great=great)


def _by_object(story: Story, draft: EventDraft, rest: str, *, great: bool) -> int:
    """STEP where it is what a verb is done to, or where it leads, that makes it one."""
    verbs, said = _verbs(draft), rest
    goal = draft.place or _GOAL.search(draft.what)
    if draft.verb in ("leave", "depart"):
        goal = re.search(r" (?:for|to) (?:[a-z]+ )*[A-ZÀ-Þ]", draft.what)
    if goal and not verbs.isdisjoint(table("history", "journeys")):
        return STEP
    came = draft.verb in table("history", "beginnings", "happenings")
    came = came and not (draft.verb == "come" and "end" not in _nouns(draft.what))
    if came or re.match(" (?:was|were|had been) ", rest):
        rest = draft.what  # "the Reformation began", "an election was held"
    came = came and draft.actor not in draft.people  # "Hale ended", what?
    if came and re.search("[A-ZÀ-Þ]", draft.actor[1:]) and not draft.date.is_day:
        return STEP  # "the Peace of Riga came to an end"
    if draft.verb in table("history", "takings") and _TAKEN.match(said):
        return STEP
    if great or not _nouns(rest).isdisjoint(table("history", "steps")):
        return STEP if great else _of_topic(story, draft)
    return STEP if _is_act(story, draft) else NONE


def _of_topic(story: Story, draft: EventDraft) -> int:
    """STEP, but of a day only where it has a name, or the story is of who or what it names.

    Or where one who has a name does it to another: "Livonia attacked Reval".
    """
    names = [word for word in _WORDS.findall(draft.what) if word.istitle()]
    named = any(is_step_noun(word) for word in names)
    led = re.match(r"The [A-ZÀ-Þ]", draft.what) is not None
    both = led or (bool(names) and not look_up(names[0].lower()).tags)
    named |= both and _NAME.search(draft.what[len(draft.actor) :]) is not None
    if named or not draft.date.is_day or not story.topics:
        return STEP
    return STEP if story.is_topic(draft.what) else NONE


def _is_act(story: Story, draft: EventDraft) -> bool:
    """Whether the one of whom the story is did something to somebody or something, in some year.

    Or anybody with a name did it to what has one: "Hale accused Holt".
    """
    rest = draft.what[len(draft.actor) :]
    done_to = _LINK.split(rest, maxsplit=1)[0]
    by_name = draft.transitive and draft.actor in draft.people and _NAME.search(done_to) is not None
    if by_name and draft.verb not in table("history", "attempts", "light", "visits"):
        return True
    if draft.date.is_day or not story.is_topic(draft.actor):
        return False
    if draft.verb == "become":
        return _WHAT.match(rest) is not None
    said = look_up(draft.verb).of_verb.startswith(_NO_ACTS) and not _FIRST.search(rest)
    share = re.search(r"\bpercent\b|%", rest) is not None
    done = draft.transitive and not share
    done = done and draft.verb not in table("history", "attempts", "light")
    return done and not said and (len(content_words(rest)) > _FEW or _NAME.search(rest) is not None)


def _nouns(what: str) -> set[str]:
    lows = [word.lower() for word in _WORDS.findall(what)]
    return {look_up(low).noun or low for low in lows}


def _verbs(draft: EventDraft) -> set[str]:
    """The verb of an event, and what it leads to: "was forced to resign", "began publishing"."""
    found = {draft.verb, *lemmas_of(draft.verb, PAST)}  # the lexicon lacks "raze"
    if draft.verb in table("history", "attempts"):
        return found
    if led := _LED.match(draft.what[len(draft.actor) :]):
        found.add(look_up(led[1]).verb)
    if draft.verb in table("history", "beginnings"):
        found |= {look_up(low).verb for low in _ING.findall(draft.what)}
    return found


def _is_again(draft: EventDraft) -> bool:
    """Whether a name is of what comes again, so that its year tells which: "the Riga Marathon"."""
    head = re.split(" (?:of|in|for|on) ", draft.what, maxsplit=1)[0].split()[-1].lower()
    return (look_up(head).noun or head) in table("history", "recurring")


def _is_of_kin(draft: EventDraft) -> bool:
    """Whether it is of somebody's kin, who has no name: "the death of Hale's mother"."""
    return any(map(is_kin, _OWNED.findall(draft.what)))


def _is_one_visit(draft: EventDraft) -> bool:
    """Whether somebody came, or was met, once of many times: not the first, nor to do what."""
    rest = draft.what[len(draft.actor) :]
    body = any(is_step_noun(word) for word in _WORDS.findall(draft.actor))
    more = _LED.match(rest) or _FIRST.search(rest)  # "met and beat"
    return not (body or more or re.search(r" to [a-z]+\b", rest))


def _is_dwelt_on(story: Story, draft: EventDraft) -> bool:
    """Whether the article tells so much of somebody that his birth is a part of it."""
    told = {name: len(person.mentions) for name, person in story.people.items()}
    often = max((told[name] for name in _acting(draft)), default=0)
    least = max(_OFTEN, min(_KEPT, max(told.values(), default=0)))
    return often >= least or _is_heroic(story, draft)


def _is_known(story: Story, draft: EventDraft) -> bool:
    """Whether the article speaks so often of him whose life it is that one knows him.

    Where it speaks of nobody often, that will do.
    """
    most = max((len(person.mentions) for person in story.people.values()), default=0)
    acting = _acting(draft)
    known = any(len(story.people[name].mentions) >= _OFTEN for name in acting)
    return known or not acting or most < _OFTEN


def _acting(draft: EventDraft) -> list[str]:
    """Those among whom is the one of whom an event is told."""
    return [name for name in draft.people if name.split()[-1] in draft.actor] or list(draft.people)


def _is_heroic(story: Story, draft: EventDraft) -> bool:
    heroes = {hero.canonical for sex in ("man", "woman") if (hero := story.hero(sex)) is not None}
    return not heroes.isdisjoint(_acting(draft))
