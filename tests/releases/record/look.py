"""What a package holds, and what the tests of the record do to a deck."""

import json
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

# The days of three releases, and the day that the small deck names; in seconds UTC.
FIRST, SECOND, THIRD = 1_800_000_000, 1_800_100_000, 1_800_200_000
NAMED = 1_769_817_600


def at(time: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(time))


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


def guid(package: Path, note: str) -> str:
    (row,) = query(package, f"select guid from notes where sfld = '{note}'")  # noqa: S608
    return str(row[0])
