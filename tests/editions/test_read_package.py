"""Packages of every format: what is in them, and what is said of those that cannot be read."""

import json
import re
import sqlite3
import struct
import sys
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import zstandard
from anki.collection import Collection

from flashgen.editions.compare import compare
from flashgen.editions.edition import HeldNote, edition_of
from flashgen.editions.packages import read_package
from flashgen.editions.writers import as_text
from flashgen.errors import InputError, Location
from flashgen.pipeline import Build
from tests.conftest import import_package
from tests.editions.made import ANCIENT, TWO, export, package, rewritten


@pytest.mark.parametrize("legacy", [False, True])
def test_a_package_reads_the_same_once_anki_has_imported_and_exported_it(
    tmp_path: Path, collection: Collection, legacy: bool
) -> None:
    """Anki's newest format is zstandard and holds a stub for older programs, as does the legacy."""
    made = package(tmp_path / "genanki.apkg", TWO)
    import_package(collection, made)
    exported = export(collection, tmp_path / "anki.apkg", legacy=legacy)
    with zipfile.ZipFile(exported) as archive:
        newest = "collection.anki21" if legacy else "collection.anki21b"
        assert {newest, ANCIENT} <= set(archive.namelist())
    ours, theirs = read_package(made), read_package(exported)
    assert ours.notes == theirs.notes
    assert ours.note_types == theirs.note_types
    assert not compare(ours, theirs), as_text(compare(ours, theirs), width=100)


def test_reading_tells_notes_cards_and_decks(tmp_path: Path) -> None:
    edition = read_package(package(tmp_path / "words.apkg", TWO))
    assert edition.title == str(tmp_path / "words.apkg")
    assert edition.decks == {"Words::Latin": "What Romans said"}
    first, second = edition.notes
    assert first == HeldNote(
        guid="g1",
        label="arma",
        type_id=1607392319,
        note_type="Word",
        deck="Words::Latin",
        fields={"Front": "arma", "Back": "arms"},
        tags=("verse",),
        cards=("Forth",),
    )
    assert second.label == "vir & mulier"
    assert second.cards == ("Forth", "Back")
    (kind,) = edition.note_types
    assert (kind.id, kind.name, kind.cards) == (1607392319, "Word", ("Forth", "Back"))
    assert kind.fields == ("Front", "Back", "Note")
    assert set(kind.looks) == {"style", "Forth, front", "Forth, back", "Back, front", "Back, back"}


def test_the_cards_of_a_cloze_note_have_numbers(tmp_path: Path, collection: Collection) -> None:
    cloze = collection.models.by_name("Cloze")
    assert cloze is not None
    note = collection.new_note(cloze)
    note.fields[0] = "{{c1::Alea}} iacta {{c3::est}}"
    collection.add_note(note, collection.decks.id("Caesar"))
    edition = read_package(export(collection, tmp_path / "cloze.apkg", legacy=False))
    assert [held.cards for held in edition.notes] == [("Cloze 1", "Cloze 3")]
    assert list(edition.decks) == ["Caesar"]


def test_a_card_in_a_filtered_deck_belongs_to_its_own_deck(
    tmp_path: Path, collection: Collection
) -> None:
    import_package(collection, package(tmp_path / "words.apkg", TWO))
    cram = collection.decks.new_filtered("Cram")
    collection.sched.rebuild_filtered_deck(cram)
    assert collection.find_cards("deck:Cram")
    target = tmp_path / "all.colpkg"
    collection.export_collection_package(str(target), include_media=False, legacy=False)
    edition = read_package(target)
    assert {note.deck for note in edition.notes} == {"Words::Latin"}
    assert "Cram" not in edition.decks


def test_reading_changes_no_byte_and_is_the_same_twice(tmp_path: Path) -> None:
    path = package(tmp_path / "words.apkg", TWO)
    before = path.read_bytes()
    assert read_package(path) == read_package(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_the_package_of_a_deck_holds_what_its_release_record_says(
    october: Build, october_package: Path
) -> None:
    told = edition_of(october.record, "the deck as it stands")
    held = read_package(october_package)
    incidental = {name for kind in october.note_types.values() for name in kind.incidental}
    changes = compare(told, replace(held, decks=told.decks), incidental)
    assert not changes, as_text(changes, width=100)
    assert changes.counts["unchanged"] == len(october.deck.notes)
    assert set(told.decks) == set(held.decks)


def complaint(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_package(path)
    (problem,) = caught.value.problems
    assert problem.where == Location(path)
    assert "\n" not in problem.message
    return problem.message


def test_a_file_that_is_no_package_is_one_line_with_the_mend(tmp_path: Path) -> None:
    text, other = tmp_path / "text.apkg", tmp_path / "other.zip"
    text.write_text("no zip", encoding="utf-8")
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("deck.json", "{}")
    assert complaint(tmp_path / "none.apkg") == (
        "cannot be read: No such file or directory; check the name"
    )
    assert "no zip file" in complaint(text)
    assert complaint(other).endswith("no Anki package; export an .apkg from Anki")
    with zipfile.ZipFile(other, "a") as archive:
        archive.writestr("in/words.apkg", "")
    assert complaint(other).endswith("unpack it and name in/words.apkg")


def damaged_collections(data: bytes) -> dict[str, bytes]:
    database = sqlite3.connect(":memory:")
    database.deserialize(data)
    database.execute("UPDATE col SET models = '[1'")
    database.commit()
    spoilt = database.serialize()
    database.deserialize(data)
    database.execute("UPDATE notes SET mid = 5")
    database.commit()
    orphans = database.serialize()
    database.close()
    return {
        "empty": b"",
        "no database": b"rubbish" * 1000,
        "half": data[: len(data) // 2],
        "no note types": spoilt,
        "notes of no note type": orphans,
    }


def test_a_damaged_package_is_one_line_whatever_is_damaged(tmp_path: Path) -> None:
    made = package(tmp_path / "words.apkg", TWO)
    with zipfile.ZipFile(made) as archive:
        data = archive.read(ANCIENT)
    for name, content in damaged_collections(data).items():
        broken = rewritten(made, tmp_path / f"{name}.apkg", {ANCIENT: content})
        assert complaint(broken).startswith("is damaged"), name
    flipped = bytearray(made.read_bytes())
    flipped[5000] ^= 0xFF
    (tmp_path / "flipped.apkg").write_bytes(flipped)
    assert complaint(tmp_path / "flipped.apkg").startswith("is damaged")
    newer = rewritten(made, tmp_path / "zstd.apkg", {ANCIENT: None, "collection.anki21b": data})
    assert complaint(newer).startswith("is damaged")


@pytest.mark.parametrize("way", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_member_is_damaged_however_it_is_packed(tmp_path: Path, way: int) -> None:
    """Some decompressors say so as the system would say that it does not give a file out."""
    broken = tmp_path / "broken.apkg"
    with zipfile.ZipFile(package(tmp_path / "words.apkg", TWO)) as archive:
        content = archive.read(ANCIENT)
    with zipfile.ZipFile(broken, "w", way) as archive:
        archive.writestr(ANCIENT, content)
        member = archive.getinfo(ANCIENT)
    flipped = bytearray(broken.read_bytes())
    flipped[len(member.FileHeader()) + member.compress_size // 2] ^= 0xFF
    broken.write_bytes(flipped)
    assert complaint(broken).startswith("is damaged: Anki cannot open it")


def test_a_zip_bomb_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real limit is 50 MB, or two hundred times what is packed."""
    monkeypatch.setattr("flashgen.editions.packages._MOST", 100_000)
    source = package(tmp_path / "a.apkg", TWO)
    empty = bytes(10_000_000)
    for entries in (
        {ANCIENT: None, "collection.anki21b": zstandard.ZstdCompressor().compress(empty)},
        {ANCIENT: empty},
    ):
        bomb = tmp_path / "bomb.apkg"
        with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in entries.items():
                if data:
                    archive.writestr(name, data)
        with pytest.raises(InputError, match="grows beyond all measure when it is unpacked"):
            read_package(bomb)
    huge = rewritten(source, tmp_path / "meta.apkg", {"meta": empty})
    with pytest.raises(InputError):
        read_package(huge)


def test_a_search_without_end_in_the_place_of_a_table_is_one_line(tmp_path: Path) -> None:
    source = package(tmp_path / "a.apkg", TWO)
    with zipfile.ZipFile(source) as archive:
        (tmp_path / "c.db").write_bytes(archive.read(ANCIENT))
    with closing(sqlite3.connect(tmp_path / "c.db")) as database:
        database.execute("ALTER TABLE col RENAME TO real")
        database.execute(
            "CREATE VIEW col AS WITH RECURSIVE n(ver) AS "
            "(SELECT 1 UNION ALL SELECT ver + 1 FROM n) SELECT max(ver) AS ver FROM n"
        )
        database.commit()
    evil = rewritten(source, tmp_path / "evil.apkg", {ANCIENT: (tmp_path / "c.db").read_bytes()})
    with pytest.raises(InputError, match="is damaged: Anki cannot open it"):
        read_package(evil)


def test_an_encrypted_package_is_one_line(tmp_path: Path) -> None:
    path = package(tmp_path / "words.apkg", TWO)
    data = bytearray(path.read_bytes())
    for header, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for match in re.finditer(re.escape(header), bytes(data)):
            struct.pack_into("<H", data, match.start() + offset, 1)
    path.write_bytes(data)
    assert "cannot be unpacked" in complaint(path)


def test_a_package_of_a_newer_anki_asks_for_an_update(tmp_path: Path) -> None:
    made = package(tmp_path / "words.apkg", TWO)
    database = sqlite3.connect(":memory:")
    with zipfile.ZipFile(made) as archive:
        database.deserialize(archive.read(ANCIENT))
    database.execute("UPDATE col SET ver = 99")
    database.commit()
    schema = rewritten(made, tmp_path / "schema.apkg", {ANCIENT: database.serialize()})
    database.close()
    # Anki's own mark of a package's format, here one that does not exist yet.
    packing = rewritten(made, tmp_path / "packing.apkg", {"meta": b"\x08\x04"})
    for path in (schema, packing):
        assert complaint(path).startswith("was made by a newer Anki")
        assert complaint(path).endswith("pip install --upgrade anki")


@pytest.mark.parametrize(
    ("missing", "named"),
    [("anki.collection", "Anki"), ("zstandard", "zstandard")],
)
def test_without_anki_one_line_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str, named: str
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    path = package(tmp_path / "words.apkg", TWO)
    assert complaint(path) == f"needs {named} to be read: pip install 'flashgen[anki]'"


def test_note_types_of_one_name_are_told_apart_in_the_same_way_each_time(tmp_path: Path) -> None:
    """Anki renames one of the two when it opens the collection, whichever comes first."""
    made = package(tmp_path / "words.apkg", TWO)
    database = sqlite3.connect(":memory:")
    with zipfile.ZipFile(made) as archive:
        database.deserialize(archive.read(ANCIENT))
    models = json.loads(database.execute("SELECT models FROM col").fetchone()[0])
    (model,) = models.values()
    for number in range(1, 9):
        models[str(number)] = {**model, "id": number, "name": "WORD" if number % 2 else "Word"}
    database.execute("UPDATE col SET models = ?", [json.dumps(models)])
    database.commit()
    twins = rewritten(made, tmp_path / "twins.apkg", {ANCIENT: database.serialize()})
    database.close()
    first, *others = [read_package(twins) for _ in range(6)]
    assert [kind.name for kind in first.note_types if kind.id == 1] == ["WORD"]
    assert len({kind.name.casefold() for kind in first.note_types}) == 9
    assert all(other == first for other in others)
