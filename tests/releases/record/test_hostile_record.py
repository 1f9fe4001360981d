"""A record with the right checksum, which anybody can work out, and anything in it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flashgen.releases.record import digest
from tests.conftest import Run
from tests.releases.record.look import lines

# Where it says what, and what else it might say.
WRONG: dict[str, Any] = {
    "deck": 5,
    "name": None,
    "description": ["a"],
    "releases": {"1": 2},
    "releases/0": "1",
    "releases/0/name": 1,
    "releases/0/time": "9999-12-31T23:59:59Z",
    "note_types": [],
    "note_types/term/id": "17",
    "note_types/term/id ": True,
    "note_types/term/fields": ["Term"],
    "note_types/term/looks": {"style": 1},
    "note_types/term/modified": 1_780_000_000,
    "notes": [],
    "notes/term~bastion": None,
    "notes/term~bastion/guid": {},
    "notes/term~bastion/hash": 1.5,
    "notes/term~bastion/modified": "2026-01-31",
    "notes/term~bastion/modified ": "1969-12-31T23:59:59Z",
    "notes/term~bastion/modified  ": "2026-02-30T00:00:00Z",
    "notes/term~bastion/added": "no release",
    "notes/term~bastion/changed": "no release",
    "notes/term~bastion/tags": "siege",
    "notes/term~bastion/tags ": [1],
    "notes/term~bastion/fields": None,
    "notes/term~bastion/fields ": {"Term": "half a character: \ud800"},
    "notes/term~bastion/cards": {"Meaning": 1},
    "notes/term~bastion/more": "more",
    "notes/thing~bastion": {"guid": "x"},
    "dropped": 0,
    "more": [],
}


def with_checksum(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Change a record as somebody would who knows how it is made."""
    data = json.loads(path.read_text(encoding="utf-8"))
    del data["checksum"]
    change(data)
    path.write_text(json.dumps({**data, "checksum": digest(data)}), encoding="utf-8")


def put(place: str, value: object) -> Callable[[dict[str, Any]], None]:
    """Set what stands at a place, "notes/term~bastion/guid" say."""

    def change(data: Any) -> None:
        *way, last = (part.replace("~", "/") for part in place.rstrip().split("/"))
        for part in way:
            data = data[int(part) if isinstance(data, list) else part]
        data[int(last) if isinstance(data, list) else last] = value

    return change


@pytest.mark.parametrize("place", WRONG)
def test_what_flashgen_would_not_write_is_one_line(
    released: Path, tmp_path: Path, flashgen: Run, place: str
) -> None:
    path = released / "release.json"
    with_checksum(path, put(place, WRONG[place]))
    before = path.read_bytes()
    for command in ("check", "build", "release", "diff"):
        options = ("-o", tmp_path / "2.apkg") if command in ("build", "release") else ()
        (line,) = lines(flashgen(command, released, *options), 1)
        assert line.startswith(f"{path}: is not as this flashgen writes it (")
        assert "take it back from version control" in line
    assert path.read_bytes() == before


def test_a_field_or_a_key_that_is_missing_is_one_line(released: Path, flashgen: Run) -> None:
    def change(data: dict[str, Any]) -> None:
        del data["notes"]["term/bastion"]["guid"]

    with_checksum(released / "release.json", change)
    (line,) = lines(flashgen("check", released), 1)
    assert "is not as this flashgen writes it (" in line


def test_the_record_that_somebody_wrote_rightly_is_read(released: Path, flashgen: Run) -> None:
    with_checksum(released / "release.json", lambda _: None)
    assert lines(flashgen("check", released), 0) == []
