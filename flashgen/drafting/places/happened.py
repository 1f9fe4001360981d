"""What happened at places: the events that the article tells of them.

In a town or a land much happens; of a bridge or a village, one thing is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from flashgen.deck.kinds import Event, Place
from flashgen.drafting.clauses.wording import content_words
from flashgen.drafting.entry import Entry, lacking
from flashgen.drafting.events.steps import NO_STEP
from flashgen.drafting.same import asked_facts, fact_of, is_same
from flashgen.mentions import LANDS, PlaceKind

_WIDE = LANDS | {PlaceKind.CITY}
_SOUND = {NO_STEP}  # what is true, and not worth a card by itself
_MOST, _FEWEST = 3, 2  # cards of one fact, words that say something


def with_events(
    places: Sequence[Entry], events: Sequence[Entry], questions: Sequence[Entry]
) -> list[Entry]:
    """The places, those that wait with what happened there; asked for it if a story turns on it.

    ``events`` are as they were drafted, those that it turns on asked for all.
    """
    facts = asked_facts([*events, *questions])
    return [_with_event(place, events, facts) if place.lacks else place for place in places]


def _with_event(entry: Entry, events: Iterable[Entry], facts: Sequence[set[str]]) -> Entry:
    place = entry.item
    assert isinstance(place, Place)  # noqa: S101
    there = [event for event in events if _is_there(event, place)]
    if len(there) != 1 or place.sort in _WIDE:
        return entry
    (event,) = there
    told = _without(place, event)
    if not told:
        return entry
    found = replace(entry, item=replace(place, happened=told))
    if event.lacks or event.item.ask:
        return found
    fact = fact_of(event)
    if sum(is_same(fact, other) for other in facts) >= _MOST:
        return lacking(found, "room: other cards ask the same")
    return replace(
        found,
        item=replace(place, happened=told, ask=("happened",)),
        sentence=event.sentence,
        paragraph=event.paragraph,
        at=event.at,
        lacks=(),
    )


def _is_there(event: Entry, place: Place) -> bool:
    item = event.item
    return isinstance(item, Event) and item.place == place.key and set(event.lacks) <= _SOUND


def _without(place: Place, event: Entry) -> str:
    """What happened, without where it did; "" where the words name the place otherwise, too."""
    assert isinstance(event.item, Event)  # noqa: S101
    name = rf"(?:the )?{re.escape(place.name)}"
    told = re.sub(rf",? (?:at|in|near|on|off|outside) {name}\.$", ".", event.item.what)
    same = told == event.item.what or re.search(rf"\b{name}\b", told)
    return "" if same or len(content_words(told)) < _FEWEST else told
