"""What a running Anki has of a deck.

The add-on knows no GUIDs, but Anki exports them: the decks in which the notes lie are exported into
a scratch folder and read there. An export changes nothing, and is a package of the older kind.
"""

from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flashgen.editions.packages import only_tables, unpack
from flashgen.editions.search import clause
from flashgen.errors import InputError, Subject
from flashgen.notes.note import Deck
from flashgen.pushing.add_on import AddOn

_EXPORTED = ("collection.anki21", "collection.anki2")


@dataclass(frozen=True, slots=True)
class AnkiCard:
    """A card template in Anki; ``id`` is None where this Anki gives none."""

    id: int | None
    name: str
    front: str
    back: str


@dataclass(frozen=True, slots=True)
class AnkiType:
    """A note type in Anki: the names of its fields, with their ids where Anki gives them."""

    id: int
    name: str
    fields: Mapping[str, int | None]
    cards: tuple[AnkiCard, ...]
    css: str

    @property
    def names(self) -> dict[int, str]:
        """The names of the fields by their ids, as far as Anki gives these."""
        return {id_: name for name, id_ in self.fields.items() if id_ is not None}


@dataclass(frozen=True, slots=True)
class AnkiNote:
    """A note in Anki: ``id`` is the collection's own, ``fields`` are all, HTML by name."""

    id: int
    guid: str
    note_type: AnkiType
    fields: Mapping[str, str]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """What Anki has of a deck: notes by GUID."""

    notes: Mapping[str, AnkiNote]

    @property
    def note_types(self) -> dict[int, AnkiType]:
        """The note types of these notes, by id."""
        return {note.note_type.id: note.note_type for note in self.notes.values()}


def held_of(anki: AddOn, deck: Deck, folder: Path) -> Held:
    """What Anki has of a deck, wherever its cards lie; ``folder`` is for scratch files.

    A note that has neither a tag of the deck nor a card in a deck with such a note is not found.
    Raises InputError where Anki does not say.
    """
    query = f'"tag:{deck.id}::*" OR {clause("deck", deck.name)}'
    cards = anki.ask(list, "findCards", query=query)
    names = anki.ask(dict, "getDecks", cards=cards) if cards else {}
    notes: dict[str, AnkiNote] = {}
    guids = {note.guid for note in deck.notes}
    for number, name in enumerate(_topmost(map(str, names))):
        path = folder / f"{number}.apkg"
        anki.ask(bool, "exportPackage", deck=name, path=str(path), includeSched=False)
        notes |= {guid: note for guid, note in _read(path).items() if guid in guids}
    return Held(notes)


def _topmost(names: Iterable[str]) -> tuple[str, ...]:
    """The decks that lie below no other of them: those are exported along."""
    found: list[str] = []
    for name in sorted(names, key=lambda name: name.split("::")):
        if not (found and f"{name}::".startswith(f"{found[-1]}::")):
            found.append(name)
    return tuple(found)


def _read(path: Path) -> dict[str, AnkiNote]:
    """The notes of an export by GUID. Raises InputError where it cannot be read."""
    file = path.with_suffix(".anki2")
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            member = next(name for name in _EXPORTED if name in names)
            unpack(archive, member, file, path)
        with closing(sqlite3.connect(file)) as database:
            only_tables(database)
            (models,) = database.execute("SELECT models FROM col").fetchone()
            types = {int(id_): _type(int(id_), each) for id_, each in json.loads(models).items()}
            rows = database.execute("SELECT id, guid, mid, tags, flds FROM notes ORDER BY id")
            return {
                guid: AnkiNote(
                    id=id_,
                    guid=guid,
                    note_type=types[kind],
                    fields=dict(zip(types[kind].fields, values.split("\x1f"), strict=False)),
                    tags=tuple(tags.split()),
                )
                for id_, guid, kind, tags, values in rows
            }
    except Exception as error:  # whatever wrote it is not Anki
        raise InputError.of(
            Subject("Anki"),
            "gives out its notes in a way that flashgen cannot read; see that Anki may write to "
            f"{path.parent}, update flashgen, or import the package (File → Import)",
        ) from error


def _type(id_: int, model: Mapping[str, Any]) -> AnkiType:
    cards = (AnkiCard(c.get("id"), c["name"], c["qfmt"], c["afmt"]) for c in model["tmpls"])
    fields = {field["name"]: field.get("id") for field in model["flds"]}
    return AnkiType(id_, model["name"], fields, tuple(cards), model["css"])
