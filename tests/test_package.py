"""The package: the same bytes from the same deck, whole or not at all, and as Anki reads it."""

import io
import os
import resource
import sqlite3
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import genanki
import pytest
from anki.collection import Collection

from flashgen.errors import InputError, Location
from flashgen.note_types.note_type import CardTemplate, NoteType
from flashgen.notes.identity import note_guid
from flashgen.notes.note import Deck, Note
from flashgen.package import _model, package_bytes, write_package
from flashgen.pipeline import Build
from tests.conftest import DECK, ROOT, import_package
from tests.small_deck import write_deck
from tests.small_disk import on_a_full_disk

TIME = 1_769_817_600
WHERE = Location(Path("deck.yaml"), 1)
CARDS = tuple(
    CardTemplate(
        id=number,
        name=name,
        switch=f"Ask {name}",
        answer=answer,
        given=(),
        front=f"{{{{#Ask {name}}}}}{{{{{question}}}}}{{{{/Ask {name}}}}}",
        back=f"{{{{FrontSide}}}}<hr id=answer>{{{{{answer}}}}}",
        front_path=Path(f"{name}.front.html"),
        back_path=Path(f"{name}.back.html"),
    )
    for number, (name, question, answer) in enumerate(
        (("meaning", "Term", "Meaning"), ("term", "Meaning", "Term")), start=91
    )
)
TERM = NoteType(
    kind="term",
    name="Test Term",
    id=1700000000123,
    fields=("Term", "Meaning", "Ask meaning", "Ask term"),
    field_ids=(71, 72, 73, 74),
    folded=(),
    learner=(),
    incidental=(),
    sort_field="Term",
    cards=CARDS,
    css=".card { color: black }",
    path=Path("note-type.yaml"),
    modified=TIME,
)


def note(key: str, meaning: str, *switches: str) -> Note:
    fields = {"Term": key.title(), "Meaning": meaning} | dict.fromkeys(switches, "yes")
    return Note("term", key, f"guid-{key}", "Terms", fields, ("siege::terms",), WHERE, TIME)


DECK_OF_TWO = Deck(
    id="siege",
    name="The Siege",
    description="Words of a siege.",
    notes=(
        note("moat", "water around a wall", "Ask meaning", "Ask term"),
        note("bastion", "part of a wall that juts out", "Ask term"),
    ),
)


def test_a_switch_makes_a_card_and_an_empty_one_does_not(
    tmp_path: Path, collection: Collection
) -> None:
    write_package(DECK_OF_TWO, {"term": TERM}, tmp_path / "siege.apkg")
    assert import_package(collection, tmp_path / "siege.apkg") == 2
    cards = [collection.get_card(card_id) for card_id in collection.find_cards("deck:*")]
    asked = sorted((c.note()["Term"], c.template()["name"]) for c in cards)
    assert asked == [("Bastion", "term"), ("Moat", "meaning"), ("Moat", "term")]


def test_anki_shows_decks_tags_and_description(tmp_path: Path, collection: Collection) -> None:
    write_package(DECK_OF_TWO, {"term": TERM}, tmp_path / "siege.apkg")
    import_package(collection, tmp_path / "siege.apkg")
    names = {deck.name for deck in collection.decks.all_names_and_ids(skip_empty_default=True)}
    assert names == {"The Siege", "The Siege::Terms"}
    top = collection.decks.by_name("The Siege")
    assert top is not None
    assert top["desc"] == "Words of a siege."
    assert collection.tags.all() == ["siege::terms"]


def test_new_cards_come_in_the_order_of_the_notes(tmp_path: Path, collection: Collection) -> None:
    write_package(DECK_OF_TWO, {"term": TERM}, tmp_path / "siege.apkg")
    import_package(collection, tmp_path / "siege.apkg")
    by_position = collection.db.all(
        "select n.sfld from cards c join notes n on n.id = c.nid where c.ord = 1 order by c.due"
    )
    assert by_position == [["Moat"], ["Bastion"]]


def test_a_reworded_note_is_the_same_note(tmp_path: Path, collection: Collection) -> None:
    """Identity comes from the key; the newer text arrives, nothing is doubled."""
    old, new = tmp_path / "old.apkg", tmp_path / "new.apkg"
    write_package(DECK_OF_TWO, {"term": TERM}, old)
    reworded = note("moat", "a ditch full of water", "Ask meaning", "Ask term")
    reworded = replace(reworded, modified=TIME + 1)
    changed = replace(DECK_OF_TWO, notes=(reworded, *DECK_OF_TWO.notes[1:]))
    write_package(changed, {"term": TERM}, new)
    import_package(collection, old)
    assert import_package(collection, new) == 0
    (note_id,) = collection.find_notes("Term:Moat")
    assert collection.get_note(note_id)["Meaning"] == "a ditch full of water"
    assert collection.card_count() == 3


def test_the_same_deck_gives_the_same_bytes_in_another_process(october_package: Path) -> None:
    """Another process has another hash seed and another time; it runs in another directory."""
    script = (
        "import sys; from pathlib import Path; from flashgen.pipeline import build_deck; "
        "from flashgen.package import package_bytes; made = build_deck(Path(sys.argv[1])); "
        "sys.stdout.buffer.write(package_bytes(made.deck, made.note_types))"
    )
    again = subprocess.run(
        [sys.executable, "-c", script, str(DECK)],
        capture_output=True,
        check=True,
        cwd=october_package.parent,
        env={**os.environ, "PYTHONHASHSEED": "4242", "PYTHONPATH": str(ROOT)},
    )
    assert again.stdout == october_package.read_bytes()


def test_entries_are_compressed_and_carry_no_time() -> None:
    data = package_bytes(DECK_OF_TWO, {"term": TERM})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == ["collection.anki2", "media"]
        for entry in archive.infolist():
            assert entry.compress_type == zipfile.ZIP_DEFLATED
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)


def test_each_note_has_the_time_of_its_own_change_and_so_have_its_cards(tmp_path: Path) -> None:
    newer = replace(DECK_OF_TWO.notes[1], modified=TIME + 5)
    deck = replace(DECK_OF_TWO, notes=(DECK_OF_TWO.notes[0], newer))
    with zipfile.ZipFile(io.BytesIO(package_bytes(deck, {"term": TERM}))) as archive:
        (tmp_path / "c.anki2").write_bytes(archive.read("collection.anki2"))
    database = sqlite3.connect(tmp_path / "c.anki2")
    notes = database.execute("select guid, mod from notes order by guid").fetchall()
    cards = database.execute(
        "select n.guid, c.mod from cards c join notes n on n.id = c.nid order by n.guid, c.ord"
    ).fetchall()
    database.close()
    assert notes == [("guid-bastion", TIME + 5), ("guid-moat", TIME)]
    assert cards == [("guid-bastion", TIME + 5), ("guid-moat", TIME), ("guid-moat", TIME)]


def test_a_front_needs_the_fields_that_anki_says_it_needs(
    collection: Collection, october: Build, october_package: Path
) -> None:
    import_package(collection, october_package)
    for note_type in october.note_types.values():
        held = collection.models.get(note_type.id)
        assert held is not None
        collection.models.update_dict(held)  # Anki works it out again
        again = collection.models.get(note_type.id)
        assert again is not None
        assert _model(note_type)._req == again["req"]


@pytest.mark.parametrize("key", ["lenin", "ленин", "a-key-of-many-words-in-a-row"])
def test_a_guid_is_the_one_that_genanki_makes(key: str) -> None:
    """Learners have decks of the first versions, which left it to genanki."""
    assert note_guid("october-1917", "person", key) == genanki.guid_for(
        "october-1917", "person", key
    )


def test_a_disk_that_fills_up_leaves_the_old_package_whole(tmp_path: Path) -> None:
    """A process that may write no more than 4 kB is refused in mid-write, as by a full disk."""
    deck = write_deck(tmp_path / "siege")
    target = tmp_path / "dist" / "deck.apkg"
    target.parent.mkdir()
    target.write_bytes(b"the old package")
    built = subprocess.run(
        [sys.executable, "-m", "flashgen", "build", str(deck), "-o", str(target)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
    )
    assert built.returncode == 1
    assert built.stderr == (
        f"{target}: cannot be written: File too large; make room or name another file "
        "(what stood there is unchanged)\n"
    )
    assert target.read_bytes() == b"the old package"
    assert list(target.parent.iterdir()) == [target]


def test_a_full_disk_leaves_the_old_package_whole(tmp_path: Path) -> None:
    deck = write_deck(tmp_path / "siege")
    built = on_a_full_disk(
        tmp_path / "disk",
        "printf 'the old package' > deck.apkg",
        f"'{sys.executable}' -m flashgen build '{deck}' -o deck.apkg || echo \"status $?\"; "
        "rm full; ls -A; cat deck.apkg",
    )
    assert built.stderr == (
        "deck.apkg: cannot be written: No space left on device; make room or name another file "
        "(what stood there is unchanged)\n"
    )
    assert built.stdout == "status 1\ndeck.apkg\nthe old package"


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="needs Linux's read-only /sys")
def test_a_read_only_folder_is_one_clear_line() -> None:
    """/sys refuses new files to everybody, root included."""
    with pytest.raises(InputError, match=r"^/sys/deck\.apkg: cannot be written: .*; make room"):
        write_package(DECK_OF_TWO, {"term": TERM}, Path("/sys/deck.apkg"))


def test_a_device_is_not_replaced() -> None:
    with pytest.raises(InputError, match="is no file to write to"):
        write_package(DECK_OF_TWO, {"term": TERM}, Path(os.devnull))
    assert Path(os.devnull).is_char_device()
