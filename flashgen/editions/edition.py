"""An edition: what one package holds, or would hold, whoever made it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flashgen.notes.note import full_name
from flashgen.releases.record import Record


@dataclass(frozen=True, slots=True)
class HeldNote:
    """A note of an edition.

    ``label`` tells a person which note it is: kind and key of a fact, or the sort field's text.
    ``type_id`` is that of its note type, by which Anki knows it; ``note_type`` and ``deck`` are
    names; ``fields`` are HTML by name, in the note type's order,
    the empty ones left out; ``cards`` are the names of the cards that the note makes.
    """

    guid: str
    label: str
    type_id: int
    note_type: str
    deck: str
    fields: Mapping[str, str]
    tags: tuple[str, ...]
    cards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeldType:
    """A note type of an edition: names in Anki's order.

    ``looks`` are digests of what cards look like: "style", and "front" and "back" of each card
    under "CARD, front".
    """

    id: int
    name: str
    fields: tuple[str, ...]
    cards: tuple[str, ...]
    looks: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Edition:
    """What one package holds; ``title`` says which. ``decks`` are descriptions by full name.

    ``media`` are digests by name; None where that is not known, as of a record.
    """

    title: str
    decks: Mapping[str, str]
    note_types: tuple[HeldType, ...]
    notes: tuple[HeldNote, ...]
    media: Mapping[str, str] | None = None


def edition_of(
    record: Record,
    title: str,
    about: str | None = None,
    media: Mapping[str, str] | None = None,
) -> Edition:
    """What the package of a record holds; ``about`` is the deck's description with its version."""
    decks = {record.name: record.description if about is None else about}
    for note in record.notes.values():
        decks.setdefault(full_name(record.name, note.subdeck), "")
    return Edition(
        title=title,
        decks=decks,
        note_types=tuple(
            HeldType(held.id, held.name, tuple(held.fields), tuple(held.cards), held.looks)
            for held in record.note_types.values()
        ),
        notes=tuple(
            HeldNote(
                note.guid,
                label,
                record.note_types[label.partition("/")[0]].id,
                record.note_types[label.partition("/")[0]].name,
                full_name(record.name, note.subdeck),
                note.fields,
                note.tags,
                note.cards,
            )
            for label, note in record.notes.items()
        ),
        media=media,
    )
