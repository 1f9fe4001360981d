"""The record as a file: one that is not whole, and that of the shipped deck."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from flashgen.releases.record import read_record
from tests.conftest import DECK as OCTOBER
from tests.conftest import Run
from tests.releases.record.look import lines, query, times


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
