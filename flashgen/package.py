"""Package a deck as an .apkg file, by genanki.

The bytes depend on the deck alone: ids come from keys, times from its notes, and the zip entries
carry no time of writing. Note types are "models" in genanki, as they once were in Anki.
"""

from __future__ import annotations

import io
import itertools
import json
import sqlite3
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import genanki

from flashgen.files import write_whole
from flashgen.note_types.language import parse
from flashgen.note_types.note_type import NoteType
from flashgen.note_types.shown import requirement
from flashgen.notes.identity import deck_number
from flashgen.notes.note import Deck, Note, full_name

# The earliest time that a zip entry can have.
_NO_TIME = (1980, 1, 1, 0, 0, 0)

# The deck options that travel with a deck, for a learner who imports them. They are Anki's own of
# today (26.9), as a package writes them, but for four: new cards come in the story's order, and the
# cards of one fact on different days. The values of the first two are of deck_config.proto,
# NewCardGatherPriority and NewCardSortOrder.
_LOWEST_POSITION, _AS_GATHERED = 1, 1
_OPTIONS_ID = 1763900000100
_OPTIONS = {
    "id": _OPTIONS_ID, "mod": 0, "usn": 0, "name": "flashgen: in the order of the story",
    "maxTaken": 60, "autoplay": True, "timer": 0, "replayq": True, "dyn": False,
    "new": {
        "bury": True, "delays": [1.0, 10.0], "initialFactor": 2500, "ints": [1, 4, 0],
        "order": 1, "perDay": 20,
    },
    "rev": {
        "bury": True, "ease4": 1.3, "ivlFct": 1.0, "maxIvl": 36500, "perDay": 200,
        "hardFactor": 1.2,
    },
    "lapse": {"delays": [10.0], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0.0},
    "easyDaysPercentages": [1.0] * 7,
    "newGatherPriority": _LOWEST_POSITION, "newSortOrder": _AS_GATHERED,
}  # fmt: skip


def write_package(
    deck: Deck, note_types: Mapping[str, NoteType], path: Path, *, options: bool = True
) -> None:
    """Write the package; the file is either the new one, whole, or what it was before.

    Without ``options`` the learner's own options of the deck stay in force. Raises InputError
    where the file cannot be written.
    """
    write_whole(path, package_bytes(deck, note_types, options=options))


def package_bytes(deck: Deck, note_types: Mapping[str, NoteType], *, options: bool = True) -> bytes:
    """The .apkg as bytes: the same deck and note types give the same bytes.

    With another zlib or SQLite the same collection is packed otherwise.
    """
    database = sqlite3.connect(":memory:")
    try:
        times = [*(n.modified for n in deck.notes), *(t.modified for t in note_types.values())]
        newest = max(times)
        genanki.Package(_decks(deck, note_types)).write_to_db(
            database.cursor(), newest, itertools.count(newest * 1000 + 1)
        )
        if options:
            _add_options(database)
        _add_identities(database, note_types)
        database.commit()
        collection = database.serialize()
    finally:
        database.close()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {"collection.anki2": collection, **_media(deck, note_types)}.items():
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # else it would tell Windows from the rest
            # Packing takes as long as all the rest at zlib's usual level, for a tenth less.
            archive.writestr(entry, content, compresslevel=2)
    return buffer.getvalue()


def files_of(deck: Deck, note_types: Mapping[str, NoteType]) -> dict[str, bytes]:
    """The media that travel with a deck, by name: those of its notes, and of their looks."""
    looks = (kind.media for kind in note_types.values())
    return {name: data for media in (deck.media, *looks) for name, data in media.items()}


def _media(deck: Deck, note_types: Mapping[str, NoteType]) -> dict[str, bytes]:
    """The zip entries of the media: numbers, and a map from them to the names."""
    files = files_of(deck, note_types)
    names = sorted(files)
    listed = json.dumps(dict(enumerate(names)), ensure_ascii=False).encode()
    return {"media": listed} | {str(n): files[name] for n, name in enumerate(names)}


def _add_options(database: sqlite3.Connection) -> None:
    """Give all decks the options that keep the story's order; genanki knows only the default."""
    options, decks = map(json.loads, database.execute("SELECT dconf, decks FROM col").fetchone())
    options[str(_OPTIONS_ID)] = _OPTIONS
    for id_, deck in decks.items():
        if id_ != "1":
            deck["conf"] = _OPTIONS_ID
    database.execute(
        "UPDATE col SET dconf = ?, decks = ?", (json.dumps(options), json.dumps(decks))
    )


def _add_identities(database: sqlite3.Connection, note_types: Mapping[str, NoteType]) -> None:
    """Give note types their times, and their parts the ids by which Anki knows them for ever."""
    (column,) = database.execute("SELECT models FROM col").fetchone()
    models = json.loads(column)
    for note_type in note_types.values():
        model = models[str(note_type.id)]
        model["mod"] = note_type.modified
        for field, id_ in zip(model["flds"], note_type.field_ids, strict=True):
            field["id"] = id_
            field["collapsed"] = field["name"] in note_type.folded
        for template, card in zip(model["tmpls"], note_type.cards, strict=True):
            template["id"] = card.id
    database.execute("UPDATE col SET models = ?", (json.dumps(models),))


def _decks(deck: Deck, note_types: Mapping[str, NoteType]) -> list[genanki.Deck]:
    """The deck and its subdecks. A new card's position is its note's place in the story."""
    models = {kind: _model(note_type) for kind, note_type in note_types.items()}
    decks = {"": genanki.Deck(deck_number(deck.id, ""), deck.name, deck.about)}
    for position, note in enumerate(deck.notes, start=1):
        if note.subdeck not in decks:
            name = full_name(deck.name, note.subdeck)
            decks[note.subdeck] = genanki.Deck(deck_number(deck.id, note.subdeck), name)
        decks[note.subdeck].add_note(
            _note(note, note_types[note.kind], models[note.kind], deck.tags_of(note), position)
        )
    for model in models.values():
        decks[""].add_model(model)
    return list(decks.values())


class _Note(genanki.Note):  # type: ignore[misc]  # it has no types
    """A note that has the time of its own last change; genanki has one time for all."""

    def __init__(self, modified: int, **known: Any) -> None:
        super().__init__(**known)
        self._modified = modified

    def write_to_db(self, cursor: Any, _: float, deck_id: int, id_gen: Any) -> None:
        super().write_to_db(cursor, self._modified, deck_id, id_gen)

    def _check_invalid_html_tags_in_fields(self) -> None:
        """Nothing: what is in a field is escaped already, or flashgen's own."""


def _note(
    note: Note, note_type: NoteType, model: genanki.Model, tags: Sequence[str], position: int
) -> genanki.Note:
    fields = [note.fields.get(name, "") for name in note_type.fields]
    made = _Note(note.modified, model=model, fields=fields, tags=tags, guid=note.guid, due=position)
    # Genanki would go by the requirement alone, which is less than Anki's engine looks at.
    made.cards = list(map(genanki.Card, note_type.ordinals_of(note)))
    return made


def _model(note_type: NoteType) -> genanki.Model:
    model = genanki.Model(
        note_type.id,
        note_type.name,
        fields=[{"name": name} for name in note_type.fields],
        templates=[
            {
                "name": card.name,
                "qfmt": card.front,
                "afmt": card.back,
                # What Anki's browser lists as question and answer, on one line.
                "bqfmt": card.browser,
                "bafmt": f"{{{{{card.answer}}}}}" if card.browser else "",
            }
            for card in note_type.cards
        ],
        css=note_type.css,
        sort_field_index=note_type.fields.index(note_type.sort_field),
    )
    # Genanki finds that, too, by rendering each front by Mustache's rules, which are not Anki's.
    model._req = [
        [number, *requirement(parse(card.front), note_type.fields)]
        for number, card in enumerate(note_type.cards)
    ]
    return model
