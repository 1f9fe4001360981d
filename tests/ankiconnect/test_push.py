"""Pushing: what a running Anki does with a package, and every way in which none answers.

The answers come from real servers on this machine. The last tests learn a deck in real Anki, push
its second version and look at what is left: in the importer that the add-on calls, always, and
through the real add-on in Anki's own program where the environment names it:

    ANKICONNECT=FOLDER ANKI=COMMAND python -m pytest tests/ankiconnect/test_push.py

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
import threading
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from anki.collection import Collection
from click.testing import Result

from flashgen.ankiconnect import push
from flashgen.errors import InputError
from tests.small_deck import DECK, write_deck

Request = dict[str, Any]
# What a server does with one request; it writes to the handler's ``wfile`` itself.
Reply = Callable[[BaseHTTPRequestHandler, Request], None]

GRANTED = {"result": True, "error": None}


@contextmanager
def serving(reply: Reply) -> Iterator[str]:
    """A server on this machine that replies so; gives its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            reply(self, json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def send(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200) -> None:
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def add_on(on_import: Any = GRANTED, version: Any = 6) -> Reply:
    """Answers as the add-on does: its version, and then this to an import."""

    def reply(handler: BaseHTTPRequestHandler, request: Request) -> None:
        asked = {"version": {"result": version, "error": None}, "importPackage": on_import}
        send(handler, json.dumps(asked[request["action"]]).encode())

    return reply


@pytest.fixture
def package(tmp_path: Path) -> Path:
    path = tmp_path / "siege.apkg"
    path.write_bytes(b"the servers here do not open it")
    return path


def complaint(package: Path, url: str, **options: Any) -> str:
    """The one line that the user reads."""
    with pytest.raises(InputError) as caught:
        push(package, url=url, **options)
    message = str(caught.value)
    assert message.isprintable()
    return message


def test_anki_is_given_the_absolute_path_of_the_package(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Request] = []

    def reply(handler: BaseHTTPRequestHandler, request: Request) -> None:
        asked.append(request)
        add_on()(handler, request)

    monkeypatch.chdir(package.parent)
    with serving(reply) as url:
        push(Path(package.name), url=url)
    assert asked[-1] == {
        "action": "importPackage",
        "version": 6,
        "params": {"path": str(package.resolve())},
    }


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("", "asks for a key; give the 'apiKey'"),
        ("wrong", "does not take this key; give the 'apiKey'"),
    ],
)
def test_an_add_on_with_a_key_lets_only_that_key_in(package: Path, given: str, said: str) -> None:
    imported: list[Request] = []

    def reply(handler: BaseHTTPRequestHandler, request: Request) -> None:
        if request.get("key") != "secret":
            error = {"result": None, "error": "valid api key must be provided"}
            send(handler, json.dumps(error).encode())
            return
        imported.extend([request] * (request["action"] == "importPackage"))
        add_on()(handler, request)

    with serving(reply) as url:
        message = complaint(package, url, key=given)
        assert message.startswith("Anki: AnkiConnect")
        assert said in message
        assert not imported
        push(package, url=url, key="secret")
        assert len(imported) == 1


def test_where_nothing_listens_the_message_says_how_to_get_the_add_on(package: Path) -> None:
    with socket.socket() as taken:  # held, so that nobody else listens there meanwhile
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        message = complaint(package, url)
    assert message.startswith(f"Anki: nothing listens at {url}; start Anki")
    assert "2055492159" in message


@pytest.mark.parametrize(
    "body",
    [
        b"<!doctype html><title>It works!</title>",
        b"",
        b"\xff\xfe",
        b"6",
        b'["result", "error"]',
        b'{"ok": true}',
        b'{"result": 6, "error": null, "id": 1}',
        b"[" * 100_000,
        b" " * 2_000_000,
    ],
)
@pytest.mark.parametrize("status", [200, 404])
def test_another_program_at_the_address_is_told_from_the_add_on(
    package: Path, body: bytes, status: int
) -> None:
    with serving(lambda handler, _: send(handler, body, status)) as url:
        message = complaint(package, url)
    assert message.startswith(f"Anki: what answers at {url} is not AnkiConnect; ")


def test_a_program_that_speaks_no_http_is_told_from_the_add_on(package: Path) -> None:
    with serving(lambda handler, _: print_banner(handler)) as url:
        assert "is not AnkiConnect; " in complaint(package, url)


def print_banner(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n")


def test_a_redirect_is_not_followed(package: Path) -> None:
    reached: list[Request] = []

    def elsewhere(handler: BaseHTTPRequestHandler, request: Request) -> None:
        reached.append(request)
        add_on()(handler, request)

    with serving(elsewhere) as target:

        def redirect(handler: BaseHTTPRequestHandler, _: Request) -> None:
            handler.send_response(307)
            handler.send_header("Location", target)
            handler.send_header("Content-Length", "0")
            handler.end_headers()

        with serving(redirect) as url:
            assert "is not AnkiConnect; " in complaint(package, url)
    assert not reached


def test_a_proxy_of_the_environment_is_not_asked(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxied: list[Request] = []
    with (
        serving(lambda _, request: proxied.append(request)) as proxy,
        serving(add_on()) as url,
    ):
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy)
        for name in ("no_proxy", "NO_PROXY"):
            monkeypatch.delenv(name, raising=False)
        push(package, url=url)
    assert not proxied


@pytest.mark.parametrize(
    "url",
    [
        "http://anki.example:8765",
        "http://192.168.1.5:8765",
        "http://0.0.0.0:8765",
        "http://localhost.example:8765",
        "http://127.0.0.1@anki.example:8765",
        "http://me@127.0.0.1:8765",
        "https://127.0.0.1:8765",
        "ftp://127.0.0.1:8765",
        "127.0.0.1:8765",
        "http://127.0.0.1:port",
        "http://127.0.0.1:99999",
        "http://[::1",
        "http://127.0.0.1:8765/anki",
        "http://127.0.0.1\x1b[2J",
        "",
    ],
)
def test_an_address_that_is_not_on_this_machine_is_refused(package: Path, url: str) -> None:
    assert "is no address of AnkiConnect on this machine; give" in complaint(package, url)


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "127.0.0.1"])
def test_this_machine_may_be_named_in_several_ways(package: Path, host: str) -> None:
    with serving(add_on()) as url:
        push(package, url=url.replace("127.0.0.1", host) + "/")


def test_a_reason_that_anki_gives_is_shown_on_one_line(package: Path) -> None:
    reason = {"result": None, "error": "invalid Zip\narchive:\x1b[31m no end."}
    with serving(add_on(reason)) as url:
        message = complaint(package, url)
    assert message.startswith(
        f"{package}: Anki does not import it: invalid Zip archive: [31m no end; build it again"
    )


def test_an_import_that_did_not_happen_is_no_success(package: Path) -> None:
    with serving(add_on({"result": False, "error": None})) as url:
        assert "does not import it: no reason given;" in complaint(package, url)


def test_without_an_open_profile_the_user_is_asked_to_open_one(package: Path) -> None:
    with serving(add_on({"result": None, "error": "collection is not available"})) as url:
        assert complaint(package, url).startswith("Anki: no profile is open; open yours")


@pytest.mark.parametrize("version", [5, None, "6"])
def test_an_add_on_of_another_version_is_to_be_updated(package: Path, version: Any) -> None:
    with serving(add_on(version=version)) as url:
        message = complaint(package, url)
    assert "AnkiConnect does not speak version 6; update the add-on" in message


def break_off(handler: BaseHTTPRequestHandler, _: Request) -> None:
    handler.close_connection = True


def break_off_in_the_reply(handler: BaseHTTPRequestHandler, _: Request) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "30")
    handler.end_headers()
    handler.wfile.write(b'{"result": 6,')


def break_off_in_a_chunk(handler: BaseHTTPRequestHandler, _: Request) -> None:
    handler.protocol_version = "HTTP/1.1"
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b'1e\r\n{"result": 6,')
    handler.close_connection = True


@pytest.mark.parametrize("breaks", [break_off, break_off_in_the_reply, break_off_in_a_chunk])
@pytest.mark.parametrize("action", ["version", "importPackage"])
def test_a_connection_that_breaks_off_is_said_to(package: Path, breaks: Reply, action: str) -> None:
    def reply(handler: BaseHTTPRequestHandler, request: Request) -> None:
        (breaks if request["action"] == action else add_on())(handler, request)

    with serving(reply) as url:
        assert complaint(package, url).startswith(f"Anki: the connection to {url} broke off; ")


def test_who_never_answers_is_not_waited_for_without_end(package: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        url = f"http://127.0.0.1:{mute.getsockname()[1]}"
        message = complaint(package, url, contact_timeout=0.05)
    assert message.startswith(f"Anki: no answer from {url} in 0.05 seconds; ")


def test_an_import_that_does_not_end_is_not_waited_for_without_end(package: Path) -> None:
    over = threading.Event()

    def reply(handler: BaseHTTPRequestHandler, request: Request) -> None:
        if request["action"] == "importPackage":
            over.wait()
        else:
            add_on()(handler, request)

    with serving(reply) as url:
        try:
            message = complaint(package, url, import_timeout=0.05)
        finally:
            over.set()
    assert message.startswith(f"Anki: no answer from {url} in 0.05 seconds; ")


@pytest.mark.parametrize("name", ["missing.apkg", ""])
def test_what_is_no_file_is_not_offered_to_anki(package: Path, name: str) -> None:
    asked: list[Request] = []
    with serving(lambda _, request: asked.append(request)) as url:
        path = package.parent / name
        assert complaint(path, url).startswith(f"{path}: cannot be read: ")
    assert not asked


# What real Anki makes of it.


@dataclass(frozen=True)
class Anki:
    """An Anki that can be run with an add-on that listens; the collection is free in between."""

    collection: Path
    running: Callable[[], AbstractContextManager[str]]
    key: str = ""

    def push(self, package: Path) -> None:
        with self.running() as url:
            push(package, url=url, key=self.key)


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
        pytest.skip("needs the real add-on: ANKICONNECT names its folder (see the top of the file)")
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
def versions(
    tmp_path: Path, flashgen: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> tuple[Path, Path]:
    """The small deck as first sent out and a version with a term reworded and another added."""
    later = DECK.replace("juts out", "stands out")
    later += "  moat: {term: moat, meaning: water around a wall, cite: a dictionary}\n"
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
