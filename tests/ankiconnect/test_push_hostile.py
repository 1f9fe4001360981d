"""An add-on that answers nonsense, step by step of a push: one line, and nothing half-told."""

import io
import json
import sqlite3
import zipfile
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from anki.collection import Collection

from tests.ankiconnect.server import Request, send, serving
from tests.ankiconnect.stand_in import Actions, stand_in
from tests.conftest import Run
from tests.small_deck import MOAT, swapped, write_deck

KEY = "s3cret-key"
NONSENSE: tuple[Any, ...] = (None, 7, "no", ["x"], {"a": 1}, [None], {"error": None})


@pytest.fixture
def collection_path(tmp_path: Path, flashgen: Run) -> Path:
    path = tmp_path / "collection.anki2"
    with stand_in(path) as url:
        pushed = flashgen("push", write_deck(tmp_path / "deck"), "--url", url)
        assert pushed.exit_code == 0, pushed.output
    return path


def told(path: Path, run: Run, spoil: Callable[[Request, Request], Request]) -> str:
    """What a push says whose answers are spoilt; "" where it gets through."""
    deck = write_deck(path.parent / "deck", swapped("juts out", "stands out") + MOAT)
    collection = Collection(str(path))
    actions = Actions(collection)

    def reply(handler: BaseHTTPRequestHandler, request: Request) -> None:
        answer = spoil(request, actions.answer(request))
        send(handler, json.dumps(answer).encode())

    try:
        with serving(reply) as url:
            result = run("push", deck, "--url", url, "--key", KEY)
    finally:
        collection.close()
    if result.exit_code == 0:
        return ""
    assert result.exit_code == 1
    said = str(result.stderr)
    assert said.startswith("Anki: ")
    assert said.count("\n") == 1
    assert said.rstrip("\n").isprintable()
    assert KEY not in said
    return said


@pytest.mark.parametrize("nonsense", NONSENSE, ids=repr)
@pytest.mark.parametrize("action", ["findCards", "getDecks", "exportPackage", "multi"])
def test_an_answer_that_makes_no_sense(
    collection_path: Path, flashgen: Run, action: str, nonsense: Any
) -> None:
    def spoil(request: Request, answer: Request) -> Request:
        wrong = {"result": nonsense, "error": None}
        return wrong if request["action"] == action else answer

    # A deck of another name than was asked for is not exported, and no answer at all is one.
    harmless = {("findCards", "['x']"), ("getDecks", "{'a': 1}"), ("getDecks", "{'error': None}")}
    said = told(collection_path, flashgen, spoil)
    if (action, repr(nonsense)) not in harmless:
        assert said


@pytest.mark.parametrize("nonsense", NONSENSE, ids=repr)
def test_a_memory_that_somebody_changed_is_none(
    collection_path: Path, flashgen: Run, nonsense: Any
) -> None:
    def spoil(request: Request, answer: Request) -> Request:
        wrong = {"result": nonsense, "error": None}
        return wrong if request["action"] == "retrieveMediaFile" else answer

    assert told(collection_path, flashgen, spoil) == ""


@pytest.mark.parametrize("action", ["findCards", "exportPackage", "multi"])
def test_a_refusal_that_holds_the_key_and_steers_the_terminal(
    collection_path: Path, flashgen: Run, action: str
) -> None:
    def spoil(request: Request, answer: Request) -> Request:
        refused = {"result": None, "error": f"wrong {KEY}\n\x1b[31m"}
        if request["action"] == "multi" == action:
            return {"result": [refused], "error": None}
        return refused if request["action"] == action else answer

    assert "wrong …" in told(collection_path, flashgen, spoil)


def zipped(content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("collection.anki21", content)
    return buffer.getvalue()


def endless() -> bytes:
    """A collection whose notes are a search without end."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE col (models)")
    database.execute("INSERT INTO col VALUES ('{}')")
    database.execute(
        "CREATE VIEW notes AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id FROM n) "
        "SELECT id, id AS guid, id AS mid, id AS tags, id AS flds FROM n"
    )
    content = database.serialize()
    database.close()
    return content


@pytest.mark.parametrize(
    "package",
    [b"", b"no zip", zipped(b""), zipped(b"x" * 100), zipped(endless()), zipped(bytes(60_000_000))],
    ids=["empty", "no zip", "no collection", "no database", "endless", "bomb"],
)
def test_an_export_that_is_none(collection_path: Path, flashgen: Run, package: bytes) -> None:
    def spoil(request: Request, answer: Request) -> Request:
        if request["action"] == "exportPackage":
            Path(request["params"]["path"]).write_bytes(package)
        return answer

    assert told(collection_path, flashgen, spoil)
