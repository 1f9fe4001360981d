"""What changed from one edition to another; the values have the shape of the JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass

from flashgen.editions.edition import HeldNote
from flashgen.editions.search import BrowserSearch

# Fields so named switch cards on; a reader wants the cards.
SWITCH = "Ask "


@dataclass(frozen=True, slots=True)
class Names:
    """Names that came and went."""

    added: tuple[str, ...]
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed)


@dataclass(frozen=True, slots=True)
class TextChange:
    """A field or a deck's description: its old and new text, HTML; "" where it is empty."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class NoteChange:
    """A note of both editions, and what is not the same; its deck is for ``Move`` to tell.

    Renaming its note type, a field or a card changes no note; the names are the new ones.
    ``retyped`` if its note type is another one, by id: Anki then leaves the note as it is.
    ``asks``: fields switch its cards on.
    """

    guid: str
    label: str
    note_type: str
    old_note_type: str
    retyped: bool
    fields: tuple[TextChange, ...]
    tags: Names
    cards: Names
    asks: bool

    def __bool__(self) -> bool:
        return bool(self.retyped or self.fields or self.tags or self.cards)


@dataclass(frozen=True, slots=True)
class Move:
    """A note that lies in another deck now; renaming a deck moves no note."""

    guid: str
    label: str
    note_type: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class TypeChange:
    """A note type of both editions, and what is not the same; renamed: (old, new) names.

    ``reshaped``: fields or cards came, went or changed places, and Anki updates no note of it.
    Names alone do no harm where the ids stay the same, and an edition does not hold these.
    ``looks`` are the names of what looks otherwise, "style" or "CARD, front"; ``cards`` all cards.
    """

    id: int
    old_name: str
    name: str
    reshaped: bool
    fields_added: tuple[str, ...]
    fields_removed: tuple[str, ...]
    fields_renamed: tuple[tuple[str, str], ...]
    fields_reordered: bool
    cards_added: tuple[str, ...]
    cards_removed: tuple[str, ...]
    cards_renamed: tuple[tuple[str, str], ...]
    looks: tuple[str, ...]
    cards: tuple[str, ...]

    def __bool__(self) -> bool:
        names = (self.name != self.old_name, self.fields_renamed, self.cards_renamed)
        return bool(self.reshaped or self.looks or any(names))


@dataclass(frozen=True, slots=True)
class TypeChanges:
    """Note types by name, and those that changed."""

    added: tuple[str, ...]
    dropped: tuple[str, ...]
    changed: tuple[TypeChange, ...]


@dataclass(frozen=True, slots=True)
class DeckChanges:
    """Decks by full name. A subdeck that goes along with its renamed deck is not named."""

    added: tuple[str, ...]
    dropped: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...]
    described: tuple[TextChange, ...]


@dataclass(frozen=True, slots=True)
class MediaChanges:
    """Media by name; nothing where one of the editions does not say what it has."""

    added: tuple[str, ...]
    dropped: tuple[str, ...]
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed from the edition ``old`` to the edition ``new`` (their titles).

    A moved note may be among the changed ones, too; the count "unchanged" is of those that are
    neither. ``alike`` are pairs of a dropped and an added note that begin with the same text.
    ``search`` finds the dropped notes in the collection of somebody who imported both.
    """

    old: str
    new: str
    counts: Mapping[str, int]
    added: tuple[HeldNote, ...]
    changed: tuple[NoteChange, ...]
    moved: tuple[Move, ...]
    dropped: tuple[HeldNote, ...]
    alike: tuple[tuple[HeldNote, HeldNote], ...]
    note_types: TypeChanges
    decks: DeckChanges
    media: MediaChanges
    search: BrowserSearch

    def __bool__(self) -> bool:
        """Whether the editions differ at all."""
        of_notes = (self.added, self.changed, self.moved, self.dropped)
        return any(
            (*of_notes, *astuple(self.note_types), *astuple(self.decks), *astuple(self.media))
        )
