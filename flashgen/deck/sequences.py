"""Sequences: events in their order, and the questions that this makes, each with one answer.

A question is identified by its sequence and the event that it asks by, so that an event that is
put in between later changes one note and adds one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from flashgen.deck.keys import Holds, yaml_key
from flashgen.deck.kinds import SOME_DAY, Event, Question
from flashgen.deck.order import is_sure, was_before
from flashgen.deck.yaml_reader import YamlMap
from flashgen.errors import Location

_FULL_STOPS = tuple(".!?…\"'”’)")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSequence:
    """What deck.yaml says of a sequence; ``events`` are keys, in the order of their dates."""

    section: ClassVar = "sequences"

    key: str
    where: Location
    title: str = yaml_key(
        Holds.TEXT,
        "What it tells, and of when: its questions begin with it; it must not name what came last.",
        required=True,
    )
    events: tuple[str, ...] = yaml_key(
        Holds.REFERENCES,
        "What happened, in its order; two or more, no two at one time.",
        required=True,
        of="events",
        default=(),
    )
    was: tuple[str, ...] = yaml_key(
        Holds.TEXTS, "The keys that the sequence had before, the first one first.", default=()
    )
    allow: tuple[tuple[str, str], ...] = yaml_key(
        Holds.ALLOWANCES, "What `flashgen check` is not to say of its questions, and why.",
        default=(),
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Successor(Question):
    """A question that a sequence makes: what came next after an event.

    ``steps`` are the events of the sequence up to the answer, by which the question is proved.
    """

    section: ClassVar = EventSequence.section
    rank: ClassVar = 6

    steps: tuple[Event, ...]
    sequence: EventSequence

    @property
    def next(self) -> Event:
        """The event that answers."""
        return self.steps[-1]


def successors(
    sequence: EventSequence, events: Mapping[str, Event], entry: YamlMap
) -> Iterator[Successor]:
    """The questions of a sequence whose events are known; each stands where its answer does."""
    steps = tuple(events[key] for key in sequence.events if key in events)
    for number, (asked, event) in enumerate(pairwise(steps), start=2):
        former = [
            f"{key}/{after}"
            for key in (*sequence.was, sequence.key)
            for after in (*asked.was, asked.key)
        ]
        stop = "" if asked.what.endswith(_FULL_STOPS) else "."
        yield Successor(
            key=former[-1],
            was=tuple(former[:-1]),
            where=entry.where_of("events", event.key),
            ask=tuple(Successor.questions),
            question=f"{sequence.title}: {asked.what}{stop} What came next?",
            answer=event.what,
            cite=event.cite,
            allow=sequence.allow,
            type_in=False,
            steps=steps[:number],
            sequence=sequence,
        )


def check_sequence(sequence: EventSequence, events: Mapping[str, Event], entry: YamlMap) -> None:
    """Report each event that is no answer, or was not surely after the one before it."""
    if len(sequence.events) < 2 and entry.is_list("events"):
        entry.report_key("events", "names fewer than two; give two or more, or leave it out")
    for number, key in enumerate(sequence.events):
        if key in sequence.events[:number]:
            entry.report_key("events", f"'{key}' stands twice; keep one", key)
        elif key in events and (why := _no_answer(events[key])):
            entry.report_key("events", f"'{key}' {why}, or take it out", key)
    known = [events[key] for key in dict.fromkeys(sequence.events) if key in events]
    dated = [event for event in known if event.date is not SOME_DAY and not _no_answer(event)]
    for one, other in pairwise(dated):
        if not was_before(one, other):
            entry.report_key("events", _out_of_order(one, other), other.key)


def _no_answer(event: Event) -> str:
    if not event.what:
        return "says not what happened; fill in its 'what'"
    if event.unsure:
        return "has an unsure date; settle it"
    return "" if is_sure(event.date) else f"has a date that is a guess, {_when(event)}; sharpen it"


def _out_of_order(one: Event, other: Event) -> str:
    """What is wrong with two neighbours, and the mend."""
    if was_before(other, one):
        return f"'{other.key}' ({_when(other)}) was before '{one.key}' ({_when(one)}); put it there"
    told = f"'{other.key}' ({_when(other)}) was not surely after '{one.key}' ({_when(one)})"
    if one.date.span_days() == other.date.span_days() and one.date.is_day:
        return f"{told}; give both a 'time' that tells, such as 9:40 pm, or take one out"
    if None in (one.date.calendar, other.date.calendar):
        return f"{told}, as days without a calendar; name it: 'calendar:' under 'deck'"
    return f"{told}; sharpen the dates, or take one out"


def _when(event: Event) -> str:
    return ", ".join(filter(None, (event.date.as_written(), event.time)))
