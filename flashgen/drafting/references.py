"""Who and what cards refer to: a quotation its speaker, an event its place and its people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from flashgen.deck.kinds import Event, Person, Place, Quotation
from flashgen.drafting.entry import Entry


@dataclass(frozen=True, slots=True)
class Chosen:
    """The entries that stand in the sections of a deck.yaml, and those that wait.

    Those of the first that lack something are only referred to, and ask nothing.
    """

    cards: tuple[Entry, ...]
    waiting: tuple[Entry, ...]


def with_references(entries: Sequence[Entry]) -> Chosen:
    """The entries without lacks, and whom and what they refer to; the others wait.

    What is only referred to asks nothing, and keeps what it lacks.
    """
    sound = [entry.item for entry in entries if not entry.lacks]
    speakers = {item.speaker for item in sound if isinstance(item, Quotation)}
    sites = {item.place for item in sound if isinstance(item, Event)}
    cards, waiting = [], []
    for entry in entries:
        item = entry.item
        named = (isinstance(item, Person) and item.key in speakers) or (
            isinstance(item, Place) and item.key in sites
        )
        if named or not entry.lacks:
            cards.append(entry)
        else:
            waiting.append(entry)
    return Chosen(tuple(cards), tuple(waiting))


def with_known(entries: Sequence[Entry], cards: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries without references to what is not among the cards."""
    people = {entry.item.key: entry.item.key for entry in cards if isinstance(entry.item, Person)}
    places = {entry.item.key: entry.item.key for entry in cards if isinstance(entry.item, Place)}
    return tuple(referring(entry, people, places) for entry in entries)


def referring(entry: Entry, people: Mapping[str, str], places: Mapping[str, str]) -> Entry:
    """The entry with other keys of those whom it refers to; a reference that has none goes."""
    item = entry.item
    if isinstance(item, Event):
        who = tuple(dict.fromkeys(people[key] for key in item.people if key in people))
        item = replace(item, place=places.get(item.place, ""), people=who)
    elif isinstance(item, Quotation):
        item = replace(item, speaker=people.get(item.speaker, ""))
    return replace(entry, item=item)
