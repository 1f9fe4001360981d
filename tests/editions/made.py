"""Packages and editions to compare, made by genanki, by Anki, and by hand."""

import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import genanki
from anki.collection import Collection, ExportAnkiPackageOptions

from flashgen.editions.compare import compare
from flashgen.editions.edition import Edition, HeldNote, HeldType
from flashgen.editions.writers import as_text

MODEL = genanki.Model(
    1607392319,
    "Word",
    fields=[{"name": name} for name in ("Front", "Back", "Note")],
    templates=[
        {"name": "Forth", "qfmt": "{{Front}}", "afmt": "{{Back}}"},
        {"name": "Back", "qfmt": "{{#Note}}{{Back}}{{/Note}}", "afmt": "{{Front}}"},
    ],
    css=".card { color: black }",
)
ANCIENT = "collection.anki2"


def package(path: Path, notes: Sequence[tuple[str, ...]], deck: str = "Words::Latin") -> Path:
    """A package by genanki of notes (guid, front, back, note, *tags)."""
    made = genanki.Deck(2059400110, deck, "What Romans said")
    for guid, front, back, remark, *tags in notes:
        made.add_note(genanki.Note(MODEL, [front, back, remark], guid=guid, tags=tags))
    genanki.Package(made).write_to_file(path)
    return path


def export(collection: Collection, path: Path, *, legacy: bool) -> Path:
    """The whole collection as Anki itself exports decks."""
    options = ExportAnkiPackageOptions(with_deck_configs=True, legacy=legacy)
    collection.export_anki_package(out_path=str(path), options=options, limit=None)
    return path


def rewritten(source: Path, path: Path, entries: dict[str, bytes | None]) -> Path:
    """A copy of a zip with some entries replaced, or left out for None."""
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(path, "w") as copy:
        contents = {name: archive.read(name) for name in archive.namelist()} | entries
        for name, data in contents.items():
            if data is not None:
                copy.writestr(name, data)
    return path


TWO = (("g1", "arma", "arms", "", "verse"), ("g2", "vir &amp; <b>mulier</b>", "a man", "rare"))


TERM = HeldType(
    id=1,
    name="Term",
    fields=("Term", "Meaning", "Ask meaning", "Ask term", "Spare 1"),
    cards=("Meaning", "Term", "Spare 1"),
    looks={"style": "s", "Meaning, front": "f", "Meaning, back": "b"},
)


def held(key: str, meaning: str = "a thing", **other: Any) -> HeldNote:
    plain = HeldNote(
        guid=key,
        label=f"term/{key}",
        type_id=1,
        note_type="Term",
        deck="Siege::Terms",
        fields={"Term": key, "Meaning": meaning, "Ask meaning": "yes"},
        tags=("siege::terms",),
        cards=("Meaning",),
    )
    return replace(plain, **other)


def edition(*notes: HeldNote, title: str = "now", **other: Any) -> Edition:
    decks = {"Siege": "Words.", **{note.deck: "" for note in notes}}
    return replace(Edition(title, decks, (TERM,), notes), **other)


OLD = edition(held("moat"), held("keep"), held("gate"), title="release 1")


def text(old: Edition, new: Edition) -> str:
    return as_text(compare(old, new), width=100)
