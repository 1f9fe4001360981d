"""An entry of a draft: the fact as deck.yaml has it, where it stands, and what it still lacks."""

from __future__ import annotations

from dataclasses import dataclass

from flashgen.article import Span
from flashgen.deck.kinds import Item


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact that the rules drafted.

    ``sentence`` is the span of the sentence that proves it, ``paragraph`` its number, ``at``
    the words in it that say so. ``answer`` are all the words that the entry answers with.
    ``lacks`` is why it makes no card yet; an entry that lacks nothing may still ask nothing, and
    only be referred to. ``forms`` are all forms of a name that the article has.
    """

    item: Item
    sentence: Span
    paragraph: int
    at: Span
    lacks: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
