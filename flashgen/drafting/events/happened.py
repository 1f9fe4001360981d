"""Which of the drafted events become cards, and which of these ask for what happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flashgen.deck.kinds import Event, Item
from flashgen.drafting.clauses.wording import content_words
from flashgen.drafting.entry import Entry

_EVENTS_PER_DAY = 3  # so many events to one that is asked for by its day
_BEGINNING = 2  # words that say something: who, and what he did


def asked_events(entries: Sequence[Entry]) -> list[Entry]:
    """Events of one time are not asked for by it; of what is told twice, the first one counts."""
    kept: list[Entry] = []
    seen: list[tuple[tuple[int, int], list[str]]] = []
    for entry in entries:
        item = entry.item
        assert isinstance(item, Event)  # noqa: S101
        words = content_words(item.what)
        days = item.date.span_days()
        if not entry.lacks and any(
            (when[0] <= days[1] and days[0] <= when[1] and alike(set(words), set(other)))
            or (when == days and words[:_BEGINNING] == other[:_BEGINNING])
            for when, other in seen
        ):
            continue
        if not entry.lacks:
            seen.append((days, words))
        kept.append(entry)
    times = [_time(entry.item) for entry in kept if not (entry.lacks or entry.item.ask)]
    return _fewer([_asked_event(entry, times) for entry in kept])


def _fewer(entries: Sequence[Entry]) -> list[Entry]:
    """Of so many events that are asked, one is asked for by its time."""
    most = 1 + sum(not entry.lacks for entry in entries) // _EVENTS_PER_DAY
    asked = [n for n, entry in enumerate(entries) if not entry.lacks and not entry.item.ask]
    return [
        replace(entry, item=replace(entry.item, ask=("when",))) if n in asked[most:] else entry
        for n, entry in enumerate(entries)
    ]


def alike(words: set[str], other: set[str]) -> bool:
    """Whether two sets of telling words say much the same."""
    return 3 * len(words & other) >= 2 * min(len(words), len(other))


def _time(item: Item) -> tuple[int, int]:
    assert isinstance(item, Event)  # noqa: S101
    return item.date.span_days()


def _asked_event(entry: Entry, times: Sequence[tuple[int, int]]) -> Entry:
    """An event that is asked for by its time where that is a day of its own."""
    item = entry.item
    assert isinstance(item, Event)  # noqa: S101
    first, last = item.date.span_days()
    if item.ask or entry.lacks:
        return entry
    same = sum(first <= a and b <= last for a, b in times)
    several = last > first or same > 1
    return replace(entry, item=replace(item, ask=("when",))) if several else entry
