"""What a note type is: fields, cards, and a style."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from flashgen.note_types.language import parse
from flashgen.note_types.shown import filled_in, shows_any
from flashgen.notes.note import Note

# What a field or card that is kept free for later is called, before its number.
SPARE = "Spare "


@dataclass(frozen=True, slots=True)
class CardTemplate:
    """A card's front and back in Anki's template language, and the files that they come from.

    ``switch``, ``answer`` and ``given`` name fields: the one that makes the card, the one that
    answers it, and those whose words the question states openly. ``id`` is the card's identity
    in Anki, whatever its name. ``browser`` is the question on one line, for the list of cards in
    Anki's browser; "" where the front does for it. ``files`` are all that the card is made of,
    shared pieces included.
    """

    id: int
    name: str
    switch: str
    answer: str
    given: tuple[str, ...]
    front: str
    back: str
    front_path: Path
    back_path: Path
    browser: str = ""
    files: frozenset[Path] = frozenset()


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type: its identity in Anki, its fields in order, its cards and its style.

    ``field_ids`` are the fields' identities in Anki, whatever their names; ``folded`` are the last
    of the fields, which Anki's editor folds away; ``learner`` are the learner's own, ``incidental``
    those whose change alone makes no note newer. ``media`` are the contents of the files that
    its cards and style show, by name. ``modified`` is the time of the last change in seconds UTC.
    """

    kind: str
    name: str
    id: int
    fields: tuple[str, ...]
    field_ids: tuple[int, ...]
    folded: tuple[str, ...]
    learner: tuple[str, ...]
    incidental: tuple[str, ...]
    sort_field: str
    cards: tuple[CardTemplate, ...]
    css: str
    path: Path
    modified: int = 0
    media: Mapping[str, bytes] = field(default_factory=dict)

    def cards_of(self, note: Note) -> tuple[CardTemplate, ...]:
        """The cards that Anki makes of a note of this type: those whose front shows something."""
        return tuple(self.cards[ordinal] for ordinal in self.ordinals_of(note))

    def ordinals_of(self, note: Note) -> tuple[int, ...]:
        """The places of these cards among those of the note type, from 0."""
        return _ordinals(tuple(card.front for card in self.cards), filled_in(note.fields))


@lru_cache(maxsize=256)  # most notes of a kind have the same fields filled in
def _ordinals(fronts: tuple[str, ...], filled: frozenset[str]) -> tuple[int, ...]:
    """The places of the fronts that show any of the filled fields."""
    return tuple(i for i, front in enumerate(fronts) if shows_any(parse(front), filled))
