"""The facts that can be judged though others of the file cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from flashgen.deck.file import Curation
from flashgen.deck.keys import Holds, keys_of
from flashgen.deck.kinds import KINDS, Event, Item
from flashgen.deck.sequences import EventSequence, Successor
from flashgen.errors import InputError, Problem

_Name = tuple[str, str]

_SECTIONS = "|".join(kind.section for kind in (*KINDS, EventSequence))
# How a mistake in a fact begins, as the reader of the file words it: "people.brandt.born: …".
_OF_FACT = re.compile(rf"({_SECTIONS})\.([^.:]+)[.:]")


def without_mistakes(curation: Curation, mistakes: Sequence[Problem]) -> Curation:
    """The curation without the facts of these mistakes, and without those that refer to one.

    Of such a deck no quotation of the article is added by itself. Raises InputError with the
    mistakes where one of them is no fact's.
    """
    broken: set[_Name] = set()
    for mistake in mistakes:
        match = _OF_FACT.match(mistake.message)
        if match is None:
            raise InputError(mistakes)
        broken.add((match[1], match[2]))
    left: Sequence[Item] = ()
    sound: Sequence[Item] = curation.items
    while len(left) != len(sound):
        left = sound
        sound = [item for item in left if broken.isdisjoint((_name(item), *_referred(item)))]
        broken |= {_name(item) for item in left} - {_name(item) for item in sound}
    return replace(curation, items=tuple(sound), proposes=True, partial=True)


def _name(item: Item) -> _Name:
    return item.section, item.sequence.key if isinstance(item, Successor) else item.key


def _referred(item: Item) -> Iterable[_Name]:
    """The facts without which an item is not whole."""
    if isinstance(item, Successor):
        return ((Event.section, key) for key in item.sequence.events)
    found = (
        (key.of, getattr(item, key.attribute))
        for key in keys_of(type(item))
        if key.holds in (Holds.REFERENCE, Holds.REFERENCES)
    )
    return (
        (section, each)
        for section, keys in found
        for each in ((keys,) if isinstance(keys, str) else keys)
    )
