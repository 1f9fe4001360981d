"""What real Anki makes of a pushed package.

The tests learn a deck, push its second version and look at what is left: in the importer that the
add-on calls, always, and through the real add-on in Anki's own program where the environment names
it:

    ANKICONNECT=FOLDER ANKI=COMMAND python -m pytest tests/ankiconnect

FOLDER is the add-on AnkiConnect as Anki has installed it (addons21/2055492159 in Anki's folder);
it is copied, and the learner's own collection is not touched. COMMAND starts Anki (``anki`` if not
given; the program of the package ``aqt`` will do, with PyQt6 and PyQt6-WebEngine beside it).
"""

import json
import os
import pickle
import shutil
import socket
import sqlite3
import subprocess
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from time import monotonic

import pytest
from anki.collection import Collection

from flashgen.ankiconnect import import_package
from tests.ankiconnect.server import GRANTED, Request, add_on, complaint, serving
from tests.conftest import Run
from tests.small_deck import DECK, MOAT, write_deck


@dataclass(frozen=True)
class Anki:
    """An Anki that can be run with an add-on that listens; the collection is free in between."""

    collection: Path
    running: Callable[[], AbstractContextManager[str]]
    key: str = ""

    def push(self, package: Path) -> None:
        with self.running() as url:
            import_package(package, url=url, key=self.key)


@contextmanager
def importer(path: Path) -> Iterator[str]:
    """Real Anki's importer as AnkiConnect calls it, behind an add-on of our own."""
    from anki.importing import AnkiPackageImporter

    def reply(handler: BaseHTTPRequestHandler, request: Request) -> None:
        answer: Request = GRANTED
        if request["action"] == "importPackage":
            try:
                AnkiPackageImporter(collection, request["params"]["path"]).run()
            except Exception as error:
                answer = {"result": None, "error": str(error)}
        add_on(answer)(handler, request)

    with closing(Collection(str(path))) as collection, serving(reply) as url:
        yield url


def make_profile(base: Path, installed: Path, key: str) -> int:
    """A new folder of Anki's, with the add-on and without first questions; gives its port."""
    settings = {
        "_global": {"id": 1, "created": 0, "defaultLang": "en_US", "firstRun": False}
        | dict.fromkeys(["updates", "check_for_updates", "check_for_addon_updates"], False),
        "User 1": {"autoSync": False, "syncKey": None, "numBackups": 0, "searchHistory": []}
        | {"mainWindowGeom": None, "mainWindowState": None, "lastOptimize": 2**31},
    }
    with closing(sqlite3.connect(base / "prefs21.db")) as database, database:
        database.execute("CREATE TABLE profiles (name TEXT PRIMARY KEY COLLATE NOCASE, data BLOB)")
        rows = [(name, pickle.dumps(values, protocol=4)) for name, values in settings.items()]
        database.executemany("INSERT INTO profiles VALUES (?, ?)", rows)
    (base / "User 1").mkdir()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    copy = base / "addons21" / "2055492159"
    shutil.copytree(installed, copy, ignore=shutil.ignore_patterns("meta.json", "__pycache__"))
    meta = {"name": "AnkiConnect", "config": {"webBindPort": port, "apiKey": key}}
    (copy / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    return port


@contextmanager
def program(base: Path, port: int, key: str) -> Iterator[str]:
    """Anki's own program, without a window, once its profile is open."""
    url = f"http://127.0.0.1:{port}"
    environment = {
        "QT_QPA_PLATFORM": "offscreen",
        "QTWEBENGINE_DISABLE_SANDBOX": "1",  # else it does not start as root
        "ANKI_SINGLE_INSTANCE_KEY": str(port),  # else an Anki that runs already is meant
        **os.environ,
    }
    command = [os.environ.get("ANKI", "anki"), "-b", str(base), "-p", "User 1"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet) as process:
        try:
            deadline = monotonic() + 60
            while not has_open_profile(url, key):
                assert monotonic() < deadline, "Anki does not open its profile"
                with pytest.raises(subprocess.TimeoutExpired):  # it has not stopped
                    process.wait(0.1)
            yield url
        finally:
            process.terminate()


def has_open_profile(url: str, key: str) -> bool:
    request = json.dumps({"action": "deckNames", "version": 6, "key": key}).encode()
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url, request, timeout=10) as answer:
            return bool(json.load(answer)["result"])
    except OSError:
        return False


@pytest.fixture(params=["the importer", "the program"])
def anki(request: pytest.FixtureRequest, tmp_path: Path) -> Anki:
    base = tmp_path / "anki"
    base.mkdir()
    if request.param == "the importer":
        path = base / "collection.anki2"
        return Anki(path, lambda: importer(path))
    if "ANKICONNECT" not in os.environ:
        pytest.skip(
            "needs Anki's own program with the add-on: ANKICONNECT=FOLDER ANKI=COMMAND "
            "python -m pytest tests/ankiconnect (see the top of test_push_in_anki.py)"
        )
    key = "secret"
    port = make_profile(base, Path(os.environ["ANKICONNECT"]), key)
    return Anki(base / "User 1" / "collection.anki2", lambda: program(base, port, key), key)


@dataclass(frozen=True)
class Seen:
    """What the learner has of the term 'bastion'."""

    meaning: str
    mine: str
    tags: tuple[str, ...]
    schedule: tuple[tuple[int, ...], ...]


def see(collection: Collection) -> Seen:
    (note_id,) = collection.find_notes("Term:bastion")
    note = collection.get_note(note_id)
    cards = [(card.id, card.did, card.ivl, card.reps, card.due) for card in note.cards()]
    return Seen(note["Meaning"], note["My notes"], tuple(note.tags), tuple(cards))


def learn(collection: Collection) -> None:
    """Answer a card of the term 'bastion', and write into the note."""
    card = collection.get_card(collection.find_cards("Term:bastion")[0])
    card.start_timer()
    collection.sched.answerCard(card, 4)
    note = card.note()
    note["My notes"] = "mine"
    note.tags.append("marked")
    collection.update_note(note)


@pytest.fixture
def versions(tmp_path: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """The small deck as first sent out and a version with a term reworded and another added."""
    later = DECK.replace("juts out", "stands out") + MOAT
    packages = []
    # Newer than what the learner writes today: Anki would keep that otherwise.
    times = ("1700000000", "4070908800")
    for number, text in enumerate((DECK, later), start=1):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", times[number - 1])
        packages.append(tmp_path / f"{number}.apkg")
        made = flashgen("build", write_deck(tmp_path / "deck", text), "-o", packages[-1])
        assert made.exit_code == 0, made.output
    return packages[0], packages[1]


def test_a_pushed_package_is_in_anki_and_a_second_push_adds_nothing(
    anki: Anki, versions: tuple[Path, Path]
) -> None:
    anki.push(versions[0])
    with closing(Collection(str(anki.collection))) as collection:
        counts = collection.note_count(), collection.card_count()
        assert len(collection.find_notes('"deck:The Siege"')) == counts[0] == 5
        learn(collection)
        before = see(collection)
    anki.push(versions[0])
    with closing(Collection(str(anki.collection))) as collection:
        assert (collection.note_count(), collection.card_count()) == counts
        assert see(collection) == before
    assert before.mine == "mine"
    assert sum(reps for *_, reps, _ in before.schedule) == 1


def test_a_newer_version_corrects_and_adds_and_keeps_what_was_learnt(
    anki: Anki, versions: tuple[Path, Path]
) -> None:
    first, second = versions
    anki.push(first)
    with closing(Collection(str(anki.collection))) as collection:
        learn(collection)
        before = see(collection)
    assert "juts out" in before.meaning
    anki.push(second)
    with closing(Collection(str(anki.collection))) as collection:
        after = see(collection)
        assert "stands out" in after.meaning
        assert after.schedule == before.schedule
        assert len(collection.find_notes("Term:moat")) == 1
        assert collection.note_count() == 6
        names = [entry.name for entry in collection.models.all_names_and_ids()]
        assert sum(name.startswith("flashgen ") for name in names) == 5


def test_the_order_of_the_story_comes_with_a_push(anki: Anki, versions: tuple[Path, Path]) -> None:
    """The presets that the learner has to tick in Anki's own window."""
    anki.push(versions[0])
    with closing(Collection(str(anki.collection))) as collection:
        deck = collection.decks.id_for_name("The Siege")
        assert collection.decks.config_dict_for_deck_id(deck)["name"].startswith("flashgen")


def test_what_anki_cannot_open_is_said_with_its_own_words(anki: Anki, package: Path) -> None:
    with anki.running() as url:
        message = complaint(package, url, key=anki.key)
    assert message.startswith(f"{package}: Anki does not import it: ")
    assert "Zip archive" in message
