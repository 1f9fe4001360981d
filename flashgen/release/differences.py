"""The differences between two editions of a deck."""

from __future__ import annotations

from dataclasses import dataclass

from flashgen.release.edition import HeldNote, HeldType
from flashgen.release.search import BrowserSearch


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field's old and new value, HTML; "" where it was or is empty."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class NoteChange:
    """A note that both editions hold, and what is not the same.

    Renaming its note type, a field or a deck changes no note; the names are the new ones.
    """

    old: HeldNote
    new: HeldNote
    fields: tuple[FieldChange, ...]
    tags_added: tuple[str, ...]
    tags_removed: tuple[str, ...]
    cards_added: tuple[str, ...]
    cards_removed: tuple[str, ...]

    @property
    def is_changed(self) -> bool:
        """Whether anything but the deck differs."""
        lists = (self.tags_added, self.tags_removed, self.cards_added, self.cards_removed)
        return bool(self.fields) or any(lists) or self.type_changed

    @property
    def type_changed(self) -> bool:
        """Whether the note is of another note type now."""
        return self.old.note_type != self.new.note_type

    @property
    def is_moved(self) -> bool:
        """Whether it lies in another deck now."""
        return self.old.deck != self.new.deck


@dataclass(frozen=True, slots=True)
class TypeChange:
    """A note type of both editions, and what is not the same; renamed: (old, new) names.

    ``looks`` are the names of what looks otherwise: "style", or "CARD, front".
    """

    old: HeldType
    new: HeldType
    fields_added: tuple[str, ...]
    fields_removed: tuple[str, ...]
    fields_renamed: tuple[tuple[str, str], ...]
    fields_reordered: bool
    cards_added: tuple[str, ...]
    cards_removed: tuple[str, ...]
    cards_renamed: tuple[tuple[str, str], ...]
    looks: tuple[str, ...]

    @property
    def is_renamed(self) -> bool:
        """Whether the note type has another name now."""
        return self.old.name != self.new.name

    @property
    def is_reshaped(self) -> bool:
        """Whether fields or cards came, went or changed places: Anki then updates no note of it.

        Names alone do no harm where the ids stay the same, and an edition does not hold these.
        """
        return self.fields_reordered or any(
            (self.fields_added, self.fields_removed, self.cards_added, self.cards_removed)
        )

    @property
    def is_changed(self) -> bool:
        """Whether anything differs."""
        names = (self.is_renamed, self.fields_renamed, self.cards_renamed)
        return self.is_reshaped or any((*names, self.looks))


@dataclass(frozen=True, slots=True)
class DeckChanges:
    """Decks by full name. A subdeck that goes along with its renamed deck is not named."""

    added: tuple[str, ...]
    dropped: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...]
    described: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed from the edition ``old`` to the edition ``new`` (their titles).

    A moved note may be among the changed ones, too; ``unchanged`` counts those that are neither.
    ``alike`` are pairs of a dropped and an added note that begin with the same text.
    ``search`` finds the dropped notes in the collection of somebody who imported both.
    """

    old: str
    new: str
    added: tuple[HeldNote, ...]
    dropped: tuple[HeldNote, ...]
    changed: tuple[NoteChange, ...]
    moved: tuple[NoteChange, ...]
    unchanged: int
    alike: tuple[tuple[HeldNote, HeldNote], ...]
    types_added: tuple[HeldType, ...]
    types_dropped: tuple[HeldType, ...]
    types_changed: tuple[TypeChange, ...]
    decks: DeckChanges
    search: BrowserSearch

    def __bool__(self) -> bool:
        """Whether the editions differ at all."""
        of_decks = (self.decks.added, self.decks.dropped, self.decks.renamed, self.decks.described)
        of_types = (self.types_added, self.types_dropped, self.types_changed)
        return any((self.added, self.dropped, self.changed, self.moved, *of_types, *of_decks))
