"""Anki's own program with the real add-on, where the environment names it.

    ANKICONNECT=FOLDER ANKI=COMMAND python -m pytest tests/ankiconnect tests/releases

FOLDER is the add-on AnkiConnect as Anki has installed it (addons21/2055492159 in Anki's folder), or
the folder "plugin" of its repository; it is copied, and the learner's own collection is not
touched. COMMAND starts Anki (``anki`` if not given; the program of the package ``aqt`` will do,
with PyQt6 and PyQt6-WebEngine beside it).
"""

import json
import os
import pickle
import shutil
import socket
import sqlite3
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic

import pytest

KEY = "secret"


def needs_program() -> Path:
    """The add-on's folder; skips a test where there is none."""
    if "ANKICONNECT" not in os.environ:
        pytest.skip(
            "needs Anki's own program with the add-on: ANKICONNECT=FOLDER ANKI=COMMAND "
            "python -m pytest tests/ankiconnect (see the top of tests/ankiconnect/program.py)"
        )
    return Path(os.environ["ANKICONNECT"])


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
