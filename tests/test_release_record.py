"""The release record: what has not changed keeps its time, and nothing gets lost without a word."""

import json
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from flashgen.note_types import builtin_templates
from flashgen.releases.record import read_record
from tests.conftest import DECK as OCTOBER
from tests.small_deck import write_deck

Run = Callable[..., Result]
# The days of three releases, and the day that the small deck names.
FIRST, SECOND, THIRD = 1_800_000_000, 1_800_100_000, 1_800_200_000
NAMED = 1_769_817_600
MOAT = "  moat: {term: moat, meaning: water around a wall, cite: a dictionary}\n"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return write_deck(tmp_path / "siege")


def at(time: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(time))


def edit(deck: Path, old: str, new: str) -> None:
    text = (deck / "deck.yaml").read_text(encoding="utf-8")
    assert old in text
    (deck / "deck.yaml").write_text(text.replace(old, new), encoding="utf-8")


def lines(result: Result, status: int) -> list[str]:
    assert result.exit_code == status, result.output
    return result.stderr.splitlines()


def query(package: Path, sql: str) -> list[tuple[Any, ...]]:
    """Rows of the collection inside a package."""
    with zipfile.ZipFile(package) as archive:
        database = sqlite3.connect(":memory:")
        database.deserialize(archive.read("collection.anki2"))
    rows = database.execute(sql).fetchall()
    database.close()
    return rows


def times(package: Path) -> dict[str, int]:
    """When each note last changed, by its sort field."""
    return dict(query(package, "select sfld, mod from notes"))


def tags(package: Path, note: str) -> list[str]:
    (row,) = query(package, f"select tags from notes where sfld = '{note}'")  # noqa: S608
    return str(row[0]).split()


def description(package: Path) -> str:
    ((decks,),) = query(package, "select decks from col")
    (text,) = [deck["desc"] for deck in json.loads(decks).values() if deck["name"] == "The Siege"]
    return str(text)


# --- times ---------------------------------------------------------------------------------------


def test_the_first_build_begins_the_record_and_the_second_gives_the_same_bytes(
    deck: Path, tmp_path: Path, flashgen: Run
) -> None:
    assert lines(flashgen("build", deck, "-o", tmp_path / "1.apkg"), 0) == []
    record = (deck / "release.json").read_bytes()
    flashgen("build", deck, "-o", tmp_path / "2.apkg")
    assert (tmp_path / "1.apkg").read_bytes() == (tmp_path / "2.apkg").read_bytes()
    assert (deck / "release.json").read_bytes() == record
    assert set(times(tmp_path / "1.apkg").values()) == {NAMED}


def test_a_build_does_without_a_folder_that_takes_the_record(
    deck: Path, tmp_path: Path, flashgen: Run
) -> None:
    """A folder in the record's place is what no user, root included, can write a file to."""
    flashgen("build", deck, "-o", tmp_path / "1.apkg")
    (deck / "release.json").unlink()
    (deck / "release.json").symlink_to("/sys/release.json")
    result = flashgen("build", deck, "-o", tmp_path / "2.apkg")
    assert (tmp_path / "1.apkg").read_bytes() == (tmp_path / "2.apkg").read_bytes()
    (line,) = lines(result, 0)
    assert line.startswith(f"{deck / 'release.json'}: cannot be written: ")


def test_only_what_changed_gets_a_newer_time_and_the_tag_of_the_release(
    deck: Path, tmp_path: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(FIRST, monkeypatch)
    flashgen("release", deck, "-o", tmp_path / "1.apkg")
    edit(deck, "part of a wall that juts out", "part of a wall that stands out")
    edit(deck, "terms:\n", "terms:\n" + MOAT)
    at(SECOND, monkeypatch)
    result = flashgen("release", deck, "-o", tmp_path / "2.apkg")
    assert "release 2, 6 notes, 12 cards: 1 note new, 1 changed" in result.stdout
    before, after = times(tmp_path / "1.apkg"), times(tmp_path / "2.apkg")
    assert set(before.values()) == {FIRST}
    changed = {note for note, time in after.items() if time == SECOND}
    assert changed == {"bastion", "moat"}
    assert {note: after[note] for note in before.keys() - changed} == {
        note: before[note] for note in before.keys() - changed
    }
    assert tags(tmp_path / "2.apkg", "bastion") == ["siege::terms", "siege::release::2"]
    assert tags(tmp_path / "2.apkg", "Sea Gate") == ["siege::places", "siege::release::1"]
    assert description(tmp_path / "2.apkg").endswith("Release 2 (16 January 2027).")


def test_building_a_release_again_gives_its_bytes(
    deck: Path, tmp_path: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From a clone too, where nothing but the files under version control is there."""
    at(FIRST, monkeypatch)
    flashgen("release", deck, "-o", tmp_path / "1.apkg")
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    shutil.copytree(deck, tmp_path / "clone")
    flashgen("build", tmp_path / "clone", "-o", tmp_path / "2.apkg")
    assert (tmp_path / "1.apkg").read_bytes() == (tmp_path / "2.apkg").read_bytes()


def test_a_release_of_what_has_not_changed_is_the_same_release(
    deck: Path, tmp_path: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(FIRST, monkeypatch)
    flashgen("release", deck, "-o", tmp_path / "1.apkg")
    record = (deck / "release.json").read_bytes()
    at(SECOND, monkeypatch)
    edit(deck, "updated: 2026-01-31", "updated: 2026-02-28")
    result = flashgen("release", deck, "-o", tmp_path / "2.apkg")
    assert "release 1 again" in result.stdout
    assert (deck / "release.json").read_bytes() == record
    assert (tmp_path / "1.apkg").read_bytes() == (tmp_path / "2.apkg").read_bytes()


def test_a_release_that_another_one_overtakes_is_refused(
    deck: Path, tmp_path: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second release is made while the first one works on the same deck."""
    from flashgen import library

    made_from = library.made_from

    def overtaken(*args: Any, **named: Any) -> Any:
        made = made_from(*args, **named)
        monkeypatch.setattr(library, "made_from", made_from)
        assert lines(flashgen("release", deck, "-o", tmp_path / "2.apkg"), 0) == []
        return made

    monkeypatch.setattr(library, "made_from", overtaken)
    (line,) = lines(flashgen("release", deck, "-o", tmp_path / "1.apkg"), 1)
    assert line.endswith("was changed by another release meanwhile; make this one again")
    assert not (tmp_path / "1.apkg").exists()
    assert len(times(tmp_path / "2.apkg")) == 5


def test_a_change_is_newer_than_what_learners_have_whatever_the_day_says(
    deck: Path, tmp_path: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(SECOND, monkeypatch)
    flashgen("release", deck, "-o", tmp_path / "1.apkg")
    edit(deck, "juts out", "stands out")
    at(FIRST, monkeypatch)
    flashgen("release", deck, "-o", tmp_path / "2.apkg")
    assert times(tmp_path / "2.apkg")["bastion"] == SECOND + 1


def test_a_draft_is_newer_than_the_release_before_and_older_than_the_one_after(
    deck: Path, tmp_path: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(FIRST, monkeypatch)
    flashgen("release", deck, "-o", tmp_path / "1.apkg")
    edit(deck, "juts out", "stands out")
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    result = flashgen("build", deck, "-o", tmp_path / "draft.apkg")
    assert "since release 1: 1 changed; give it away after 'flashgen release'" in result.stdout
    assert description(tmp_path / "draft.apkg").endswith(
        "Release 1 (15 January 2027, changed since)."
    )
    assert tags(tmp_path / "draft.apkg", "bastion") == ["siege::terms"]
    at(SECOND, monkeypatch)
    flashgen("release", deck, "-o", tmp_path / "2.apkg")
    draft, release = times(tmp_path / "draft.apkg"), times(tmp_path / "2.apkg")
    assert FIRST < draft["bastion"] < release["bastion"]


def test_a_template_that_changes_touches_no_note(
    deck: Path, tmp_path: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def type_times(package: Path) -> dict[str, int]:
        ((models,),) = query(package, "select models from col")
        return {model["name"]: model["mod"] for model in json.loads(models).values()}

    at(FIRST, monkeypatch)
    flashgen("release", deck, "-o", tmp_path / "1.apkg")
    (deck / "templates" / "term").mkdir(parents=True)
    (deck / "templates" / "term" / "term.front.html").write_text("<p>{{Meaning}}: which word?</p>")
    at(SECOND, monkeypatch)
    flashgen("release", deck, "-o", tmp_path / "2.apkg")
    assert times(tmp_path / "2.apkg") == times(tmp_path / "1.apkg")
    before, after = type_times(tmp_path / "1.apkg"), type_times(tmp_path / "2.apkg")
    assert {name for name in after if after[name] != before[name]} == {"flashgen Term"}
    assert after["flashgen Term"] == SECOND


# --- names and days ------------------------------------------------------------------------------


def test_a_release_can_have_a_name(deck: Path, tmp_path: Path, flashgen: Run) -> None:
    flashgen("release", deck, "-o", tmp_path / "1.apkg", "--name", "2026-spring")
    assert "siege::release::2026-spring" in tags(tmp_path / "1.apkg", "bastion")
    assert "Release 2026-spring (" in description(tmp_path / "1.apkg")


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("spring edition", "'spring edition' is no name for a release; use letters, figures"),
        ("1", "'1' is a release already; take another name"),
    ],
)
def test_a_name_that_does_not_do(
    deck: Path, tmp_path: Path, flashgen: Run, name: str, complaint: str
) -> None:
    flashgen("release", deck, "-o", tmp_path / "1.apkg")
    edit(deck, "juts out", "stands out")
    (line,) = lines(flashgen("release", deck, "-o", tmp_path / "2.apkg", "--name", name), 1)
    assert line.startswith(f"--name: {complaint}")
    assert not (tmp_path / "2.apkg").exists()


@pytest.mark.parametrize("text", ["yesterday", "-1", "1e9", "9" * 40, "1" + "0" * 14])
def test_a_source_date_that_is_no_time(
    deck: Path, tmp_path: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
    (line,) = lines(flashgen("build", deck, "-o", tmp_path / "1.apkg"), 1)
    assert line.startswith(f"SOURCE_DATE_EPOCH: '{text}' is no time; give seconds since 1970")


# --- keys that change or go ----------------------------------------------------------------------


@pytest.fixture
def released(deck: Path, tmp_path: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    at(FIRST, monkeypatch)
    assert lines(flashgen("release", deck, "-o", tmp_path / "1.apkg"), 0) == []
    at(SECOND, monkeypatch)
    return deck


def guid(package: Path, note: str) -> str:
    (row,) = query(package, f"select guid from notes where sfld = '{note}'")  # noqa: S608
    return str(row[0])


def test_a_renamed_key_is_the_same_note(released: Path, tmp_path: Path, flashgen: Run) -> None:
    edit(released, "  bastion: {", "  bulwark: {was: [bastion], ")
    assert lines(flashgen("check", released), 0) == []
    result = flashgen("release", released, "-o", tmp_path / "2.apkg")
    assert lines(result, 0) == []
    assert guid(tmp_path / "2.apkg", "bastion") == guid(tmp_path / "1.apkg", "bastion")
    assert times(tmp_path / "2.apkg") == times(tmp_path / "1.apkg")


def test_a_note_that_was_dropped_comes_back_with_the_time_that_it_had(
    released: Path, tmp_path: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    bastion = "  bastion: {term: bastion, meaning: part of a wall that juts out}\n"
    edit(released, bastion, MOAT)
    edit(released, "places:\n", "dropped: {terms: [bastion]}\nplaces:\n")
    assert lines(flashgen("release", released, "-o", tmp_path / "2.apkg"), 0) == []
    edit(released, MOAT, MOAT + bastion)
    at(THIRD, monkeypatch)
    assert lines(flashgen("release", released, "-o", tmp_path / "3.apkg"), 0) == []
    assert times(tmp_path / "3.apkg")["bastion"] == FIRST


def test_a_paragraph_that_is_put_in_moves_the_others_and_makes_no_note_newer(
    released: Path, tmp_path: Path, flashgen: Run
) -> None:
    article = (released / "article.txt").read_text(encoding="utf-8")
    head = "The Fall of the Harbour Town\n\n"
    (released / "article.txt").write_text(
        article.replace(head, head + "It was a cold spring, and a long one for those inside.\n\n")
    )
    flashgen("build", released, "-o", tmp_path / "2.apkg")
    flds = "select flds from notes where sfld = 'bastion'"
    before, after = (query(tmp_path / name, flds) for name in ("1.apkg", "2.apkg"))
    assert ("\x1f2\x1f" in before[0][0], "\x1f3\x1f" in after[0][0]) == (True, True)
    assert times(tmp_path / "2.apkg") == times(tmp_path / "1.apkg")


def test_a_deck_can_have_note_types_that_no_other_deck_shares(
    deck: Path, tmp_path: Path, flashgen: Run
) -> None:
    def types(package: Path) -> dict[str, str]:
        ((models,),) = query(package, "select models from col")
        return {id_: model["name"] for id_, model in json.loads(models).items()}

    flashgen("build", deck, "-o", tmp_path / "shared.apkg")
    edit(deck, "updated:", "note_types: own\n  updated:")
    (deck / "release.json").unlink()
    flashgen("build", deck, "-o", tmp_path / "own.apkg")
    shared, own = types(tmp_path / "shared.apkg"), types(tmp_path / "own.apkg")
    assert not shared.keys() & own.keys()
    assert "flashgen Term (The Siege)" in own.values()


def test_note_types_do_not_change_hands(released: Path, flashgen: Run) -> None:
    edit(released, "updated:", "note_types: own\n  updated:")
    found = lines(flashgen("check", released), 1)
    assert len(found) == 5
    assert all("Anki would leave all notes of those who have the deck" in line for line in found)


def test_a_day_to_come_is_refused(deck: Path, flashgen: Run) -> None:
    edit(deck, "2026-01-31", "2999-01-31")
    (line,) = lines(flashgen("check", deck), 1)
    assert "deck.updated: '2999-01-31' is still to come" in line


def test_a_key_that_was_renamed_twice_keeps_the_first_identity(
    released: Path, tmp_path: Path, flashgen: Run
) -> None:
    edit(released, "  bastion: {", "  bulwark: {was: [bastion], ")
    flashgen("release", released, "-o", tmp_path / "2.apkg")
    edit(released, "  bulwark: {was: [bastion], ", "  rampart: {was: [bulwark, bastion], ")
    (line,) = lines(flashgen("build", released, "-o", tmp_path / "3.apkg"), 1)
    assert "list under 'was' all keys that it had, the first one first" in line
    edit(released, "was: [bulwark, bastion]", "was: [bastion, bulwark]")
    assert lines(flashgen("release", released, "-o", tmp_path / "3.apkg"), 0) == []
    assert guid(tmp_path / "3.apkg", "bastion") == guid(tmp_path / "1.apkg", "bastion")


def test_a_lost_was_is_refused(released: Path, tmp_path: Path, flashgen: Run) -> None:
    edit(released, "  bastion: {", "  bulwark: {was: [bastion], ")
    flashgen("release", released, "-o", tmp_path / "2.apkg")
    edit(released, "was: [bastion], ", "")
    (line,) = lines(flashgen("check", released), 1)
    assert line.startswith(f"{released / 'deck.yaml'}:")
    assert "bulwark: learners would get this note a second time" in line


def test_a_key_that_vanished_is_a_warning_and_the_new_one_is_named(
    released: Path, tmp_path: Path, flashgen: Run
) -> None:
    edit(released, "  bastion: {", "  bulwark: {")
    (line,) = lines(flashgen("build", released, "-o", tmp_path / "2.apkg"), 0)
    at_line = (released / "deck.yaml").read_text().splitlines().index(
        "  bulwark: {term: bastion, meaning: part of a wall that juts out}"
    ) + 1
    assert line == (
        f"{released / 'deck.yaml'}:{at_line}:3: fault: bastion: the term of release 1 is gone, and "
        "learners keep it as it was: if it is 'bulwark' now, write 'was: [bastion]' there; else "
        "list it under 'dropped'"
    )
    assert lines(flashgen("check", released), 1) == [line]


def test_no_release_loses_a_note_without_a_word(
    released: Path, tmp_path: Path, flashgen: Run
) -> None:
    record = (released / "release.json").read_bytes()
    edit(
        released, "terms:\n  bastion: {term: bastion, meaning: part of a wall that juts out}\n", ""
    )
    (line,) = lines(flashgen("release", released, "-o", tmp_path / "2.apkg"), 1)
    assert line == (
        f"{released / 'deck.yaml'}: fault: bastion: the term of release 1 is gone, and learners "
        "keep it as it was: list it under 'dropped'"
    )
    assert (released / "release.json").read_bytes() == record
    edit(released, "places:\n", "dropped: {terms: [bastion]}\nplaces:\n")
    assert lines(flashgen("release", released, "-o", tmp_path / "2.apkg"), 0) == []
    assert "bastion" not in times(tmp_path / "2.apkg")


def test_a_fact_that_asks_nothing_any_more_counts_as_gone(
    released: Path, tmp_path: Path, flashgen: Run
) -> None:
    edit(released, "term: bastion, ", "term: bastion, ask: [], ")
    (line,) = lines(flashgen("build", released, "-o", tmp_path / "2.apkg"), 0)
    assert "bastion: the term of release 1 is gone" in line


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        (
            "  bastion: {",
            "  moat: {term: moat, meaning: ditch, cite: b, was: [bastion]}\n  bastion: {",
            "terms.moat.was: 'bastion' is still a key of its own",
        ),
        ("  bastion: {", "  bastion: {was: [bastion], ", "terms.bastion.was: 'bastion' is the key"),
        (
            "  bastion: {",
            "  moat: {term: moat, meaning: ditch, cite: b, was: [x]}\n  bastion: {was: [x], ",
            "terms.bastion.was: 'x' is a former key of 'moat', too",
        ),
        ("terms:", "dropped: {trems: [x]}\nterms:", "dropped.trems: unknown key; did you mean"),
    ],
)
def test_a_former_key_belongs_to_one_note(
    deck: Path, flashgen: Run, old: str, new: str, complaint: str
) -> None:
    edit(deck, old, new)
    (line,) = lines(flashgen("check", deck), 1)
    assert re.match(rf"{re.escape(str(deck / 'deck.yaml'))}:\d+:\d+: {re.escape(complaint)}", line)


def test_another_deck_id_is_refused(released: Path, flashgen: Run) -> None:
    edit(released, "id: siege", "id: the-siege")
    (line,) = lines(flashgen("check", released), 1)
    assert "deck.id: 'the-siege' was 'siege': learners would get every note a second time" in line


def test_another_deck_name_is_a_warning(released: Path, tmp_path: Path, flashgen: Run) -> None:
    edit(released, "name: The Siege", "name: A Siege")
    (line,) = lines(flashgen("build", released, "-o", tmp_path / "2.apkg"), 0)
    assert "deck.name: 'A Siege' was 'The Siege': learners get a new, empty deck" in line


# --- the shape of note types ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "complaints"),
    [
        ("  - Literally ", "  - Root\n  - Literally ", ["fields: 'Root' is new"]),
        ("  - Spare 3\n", "", ["fields: 'Spare 3' is gone"]),
        (
            "  - Spare 3\n",
            "  - Root\n",
            ["fields: 'Root' is new", "fields: 'Spare 3' is gone"],
        ),
        (
            "  - Type in\n  - Read aloud\n",
            "  - Read aloud\n  - Type in\n",
            ["fields: 'Read aloud' stands in another place"],
        ),
        (
            "  - {name: Picture,",
            "  - {name: Root, file: term, switch: Ask term, answer: Term}\n  - {name: Picture,",
            ["cards: 'Root' is new"],
        ),
        ("  - {name: Spare 2, switch: Ask spare 2}\n", "", ["cards: 'Spare 2' is gone"]),
        ("id: 1763900000005", "id: 1763900000055", ["id: 1763900000055 was 1763900000005"]),
    ],
)
def test_another_shape_is_refused_with_what_learners_would_pay(
    released: Path, flashgen: Run, old: str, new: str, complaints: list[str]
) -> None:
    path = reshaped(released, old, new)
    found = lines(flashgen("check", released), 1)
    for line, complaint in zip(
        [f for f in found if "note-type.yaml" in f], complaints, strict=True
    ):
        assert line.startswith(f"{path}: {complaint}")
        assert "Anki would leave all notes of those who have the deck as they are" in line


def reshaped(deck: Path, *changes: str) -> Path:
    """A note type 'term' of the deck's own, with old words replaced by new ones."""
    path = deck / "templates" / "term" / "note-type.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = (builtin_templates() / "term/note-type.yaml").read_text(encoding="utf-8")
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_spare_field_can_become_a_real_one(released: Path, tmp_path: Path, flashgen: Run) -> None:
    renames = "renamed: {fields: {Root: Spare 1, Ask root: Ask spare 1}, cards: {Root: Spare 1}}"
    path = reshaped(
        released,
        "  - Spare 1\n", "  - Root\n",
        "  - Ask spare 1\n", "  - Ask root\n",
        "  - {name: Spare 1, switch: Ask spare 1}",
        "  - {name: Root, file: root, switch: Ask root, answer: Root}",
        "cards:\n", f"{renames}\ncards:\n",
    )  # fmt: skip
    (path.parent / "root.front.html").write_text("<p>{{Term}}: from which word?</p>")
    (path.parent / "root.back.html").write_text("{{FrontSide}}<hr id=answer>{{Root}}")
    assert lines(flashgen("release", released, "-o", tmp_path / "2.apkg"), 0) == []
    assert times(tmp_path / "2.apkg") == times(tmp_path / "1.apkg")


@pytest.mark.parametrize(
    ("renames", "complaint"),
    [
        ("{fields: {Root: Spare 1}}", "renamed.fields.Root: no field 'Root'"),
        ("{fields: {Hint: Spare 1}}", "renamed.fields.Hint: 'Spare 1' is still there as a field"),
        ("{field: {Hint: Spare 1}}", "renamed.field: unknown key; did you mean 'fields'?"),
    ],
)
def test_a_rename_that_does_not_do(deck: Path, flashgen: Run, renames: str, complaint: str) -> None:
    path = reshaped(deck, "cards:\n", f"renamed: {renames}\ncards:\n")
    (line,) = lines(flashgen("check", deck), 1)
    assert line.startswith(f"{path}:")
    assert complaint in line


# --- a record that is not whole ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("damage", "complaint"),
    [
        (lambda text: text.replace('"deck": "siege"', '"deck": "sieges"'), "changed by hand"),
        (lambda text: text[: len(text) // 2], "is damaged"),
        (lambda _: "", "is damaged"),
        (lambda _: "[]", "changed by hand"),
        (lambda text: re.sub(r'"checksum": "\w+"', '"checksum": ""', text), "changed by hand"),
        (lambda text: text.replace('"format": 1', '"format": 2'), "newer flashgen; update"),
        (
            lambda text: "<<<<<<< HEAD\n" + text + "=======\n" + text + ">>>>>>> theirs\n",
            "holds a merge conflict; take one side of it whole, then run 'flashgen release'",
        ),
    ],
)
@pytest.mark.parametrize("command", ["build", "check", "release", "diff"])
def test_a_record_that_is_not_whole_is_never_reset(
    released: Path, flashgen: Run, damage: Callable[[str], str], complaint: str, command: str
) -> None:
    path = released / "release.json"
    path.write_text(damage(path.read_text(encoding="utf-8")), encoding="utf-8")
    damaged = path.read_bytes()
    (line,) = lines(flashgen(command, released), 1)
    assert line.startswith(f"{path}:")
    assert complaint in line
    assert path.read_bytes() == damaged


def test_a_conflict_is_shown_at_its_line(released: Path, flashgen: Run) -> None:
    path = released / "release.json"
    text = path.read_text(encoding="utf-8").replace(
        ' "deck": "siege",\n', '<<<<<<< HEAD\n "deck": "siege",\n=======\n "deck": "siege",\n'
    )
    path.write_text(text, encoding="utf-8")
    (line,) = lines(flashgen("check", released), 1)
    assert line.startswith(f"{path}:4: holds a merge conflict")


def test_a_record_survives_the_line_ends_of_windows(
    released: Path, tmp_path: Path, flashgen: Run
) -> None:
    path = released / "release.json"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    flashgen("build", released, "-o", tmp_path / "2.apkg")
    assert times(tmp_path / "2.apkg") == times(tmp_path / "1.apkg")


# --- the shipped deck ----------------------------------------------------------------------------


def test_the_shipped_deck_is_released_and_builds_after_its_record(
    flashgen: Run, tmp_path: Path
) -> None:
    record = read_record(OCTOBER / "release.json")
    assert record is not None
    assert record.releases
    assert lines(flashgen("build", OCTOBER, "-o", tmp_path / "october.apkg"), 0) == []
    kept = query(tmp_path / "october.apkg", "select guid, mod from notes")
    held = {note.guid: note.modified for note in record.notes.values()}
    assert len(kept) > 100
    assert all(mod >= held.get(guid, 0) for guid, mod in kept)
