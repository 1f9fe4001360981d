"""Package a deck as an .apkg file; the only module that knows genanki.

The bytes depend on the deck alone: ids come from keys, times from the deck, and the zip entries
carry no time of writing. Note types are "models" in genanki, as they once were in Anki.
"""

from __future__ import annotations

import hashlib
import io
import itertools
import json
import os
import sqlite3
import zipfile
from collections.abc import Mapping
from pathlib import Path

import genanki

from flashgen.errors import InputError
from flashgen.types import Deck, NoteType

# The earliest time that a zip entry can have.
_NO_TIME = (1980, 1, 1, 0, 0, 0)

# The deck options that travel with a deck, for a learner who imports them: new cards in the
# story's order, whatever their subdeck, and the two directions of a fact on different days.
# The values are Anki's: deck_config.proto, NewCardGatherPriority and NewCardSortOrder.
_OPTIONS_ID = 1763900000100
_OPTIONS_NAME = "flashgen: in the order of the story"
_LOWEST_POSITION, _AS_GATHERED = 1, 1


def write_package(deck: Deck, note_types: Mapping[str, NoteType], path: Path) -> None:
    """Write the package; the file is either the new one, whole, or what it was before.

    Raises InputError where the file cannot be written.
    """
    data = package_bytes(deck, note_types)
    # Renaming over a device or a pipe would replace it, and over a link would cut it off.
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():
            raise InputError.at(path, "is no file to write to; name the package with -o")
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f".{target.name[:100]}.{os.getpid()}.tmp")
        try:
            with beside.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise InputError.at(
            path,
            f"cannot be written: {error.strerror or error}; make room or name another "
            "file with -o (what stood there is unchanged)",
        ) from error


def package_bytes(deck: Deck, note_types: Mapping[str, NoteType]) -> bytes:
    """The .apkg as bytes: the same deck and note types give the same bytes."""
    database = sqlite3.connect(":memory:")
    try:
        genanki.Package(_decks(deck, note_types)).write_to_db(
            database.cursor(), deck.modified, itertools.count(deck.modified * 1000)
        )
        _add_options(database)
        database.commit()
        collection = database.serialize()
    finally:
        database.close()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in (("collection.anki2", collection), ("media", b"{}")):
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # else it would tell Windows from the rest
            archive.writestr(entry, content)
    return buffer.getvalue()


def _add_options(database: sqlite3.Connection) -> None:
    """Give all decks the options that keep the story's order; genanki knows only the default."""
    row = database.execute("SELECT dconf, decks FROM col").fetchone()
    options, decks = map(json.loads, row)
    story = json.loads(json.dumps(options["1"]))
    story |= {"id": _OPTIONS_ID, "name": _OPTIONS_NAME}
    story |= {"newGatherPriority": _LOWEST_POSITION, "newSortOrder": _AS_GATHERED}
    story["new"]["bury"] = story["rev"]["bury"] = True
    options[str(_OPTIONS_ID)] = story
    for id_, deck in decks.items():
        if id_ != "1":
            deck["conf"] = _OPTIONS_ID
    database.execute(
        "UPDATE col SET dconf = ?, decks = ?", (json.dumps(options), json.dumps(decks))
    )


def _decks(deck: Deck, note_types: Mapping[str, NoteType]) -> list[genanki.Deck]:
    """The deck and its subdecks. A new card's position is its note's place in the story."""
    models = {kind: _model(note_type) for kind, note_type in note_types.items()}
    decks = {"": genanki.Deck(_deck_id(deck.id, ""), deck.name, deck.description)}
    for position, note in enumerate(deck.notes, start=1):
        if note.subdeck not in decks:
            name = f"{deck.name}::{note.subdeck}"
            decks[note.subdeck] = genanki.Deck(_deck_id(deck.id, note.subdeck), name)
        decks[note.subdeck].add_note(
            genanki.Note(
                model=models[note.kind],
                fields=[note.fields.get(name, "") for name in note_types[note.kind].fields],
                tags=note.tags,
                guid=genanki.guid_for(deck.id, note.kind, note.key),
                due=position,
            )
        )
    for model in models.values():
        decks[""].add_model(model)
    return list(decks.values())


def _model(note_type: NoteType) -> genanki.Model:
    return genanki.Model(
        note_type.id,
        note_type.name,
        fields=[{"name": name} for name in note_type.fields],
        templates=[
            {"name": card.name, "qfmt": card.front, "afmt": card.back} for card in note_type.cards
        ],
        css=note_type.css,
        sort_field_index=note_type.fields.index(note_type.sort_field),
    )


def _deck_id(deck: str, subdeck: str) -> int:
    """A deck's id in Anki, which looks like a time in milliseconds: 41 bits from the keys."""
    digest = hashlib.sha256(f"{deck}::{subdeck}".encode()).digest()
    return (1 << 40) + int.from_bytes(digest[:5], "big")
