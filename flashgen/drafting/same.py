"""One fact asked once: what an event, a question and a description say in the same words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from flashgen.deck.kinds import Event, Person, Place, Question
from flashgen.drafting.clauses.wording import content_words
from flashgen.drafting.entry import Entry, lacking

# The share of the words of two facts that makes them one.
_SHARE = 0.6


def is_same(fact: set[str], other: set[str]) -> bool:
    """Whether the words of two facts are nearly the same."""
    return len(fact & other) >= _SHARE * len(fact | other)


def fact_of(entry: Entry) -> set[str]:
    """The words of what an entry tells, without numbers: the time of an event is no word of it."""
    item = entry.item
    match item:
        case Event(what=what):
            told = what
        case Question(question=question, answer=answer):
            told = f"{question} {answer}"
        case Person(name=name, who=told) | Place(name=name, what=told):
            told = f"{name} {told}"
        case _:
            return set()
    return {word for word in content_words(told) if not re.search(r"\d", word)}


def asked_facts(entries: Sequence[Entry]) -> list[set[str]]:
    """The facts of the entries that are asked."""
    return [fact_of(entry) for entry in entries if not entry.lacks]


def by_time_alone(events: Sequence[Entry], questions: Sequence[Entry]) -> list[Entry]:
    """The events, of which those are asked for their time alone that a question has, too."""
    facts = asked_facts(questions)
    return [
        replace(entry, item=replace(entry.item, ask=("when",)))
        if isinstance(entry.item, Event)
        and not (entry.lacks or entry.item.ask)
        and any(is_same(fact_of(entry), fact) for fact in facts)
        else entry
        for entry in events
    ]


def placed_once(
    places: Sequence[Entry], questions: Sequence[Entry]
) -> tuple[list[Entry], list[Entry]]:
    """Places and questions, of which no two ask for one place in the same words.

    A question that tells a time, too, is asked; else the place is.
    """
    found, rest = [], list(questions)
    for entry in places:
        place, kept = entry.item, entry
        same = [each for each in rest if _asks_for(each, entry)]
        if not isinstance(place, Place) or not any(map(_tells_a_time, same)):
            rest = [each for each in rest if each not in same]
        else:
            ask = tuple(name for name in place.ask if name != "name") or ("description",)
            kept = replace(entry, item=replace(place, ask=ask))
        found.append(kept)
    return found, rest


def _asks_for(question: Entry, entry: Entry) -> bool:
    """Whether a question asks for a place that is asked for by name in the same words."""
    place, item = entry.item, question.item
    if entry.lacks or not (isinstance(place, Place) and isinstance(item, Question)):
        return False
    asked = not place.ask or "name" in place.ask
    return asked and item.answer == place.name and is_same(fact_of(question), fact_of(entry))


def _tells_a_time(entry: Entry) -> bool:
    return isinstance(entry.item, Question) and re.search(r"\d", entry.item.question) is not None


def described_once(
    people: Sequence[Entry], events: Sequence[Entry], questions: Sequence[Entry]
) -> list[Entry]:
    """The people, of whom those wait whose description is asked by its time and once more."""
    times, facts = asked_facts(events), asked_facts(questions)
    facts += asked_facts([entry for entry in events if not entry.item.ask])

    def told(entry: Entry) -> bool:
        fact = fact_of(entry)
        return all(any(is_same(fact, other) for other in each) for each in (times, facts))

    return [
        lacking(entry, "room: other cards ask the same")
        if not entry.lacks and told(entry)
        else entry
        for entry in people
    ]
