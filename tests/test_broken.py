"""How flashgen may be broken, kind by kind, which test holds each; and a fuzz of all readers.

Nothing is lost: ``test_order`` (a build beside a release, two releases at once, a lock),
``test_crash`` (kills, full disks), ``test_new`` and ``test_sync`` (two at once), ``test_times``
(clocks and SOURCE_DATE_EPOCH ahead), ``test_output`` (an output that is a source or somebody else's
file), ``test_record`` (a record that is not whole).

Nothing gets in or out: ``test_notes`` (markup of articles and deck.yaml on cards),
``test_printing`` (what steers a terminal), ``test_hostile_files`` (links out of a layer, names
outside of it), ``test_push`` (keys, passwords, redirects, addresses elsewhere).

No traceback: ``test_what_rules_mean`` and ``test_lint_errors`` (text that looks like a template,
deep nesting), ``test_deck_yaml`` and ``test_hostile_files`` (characters and numbers that are none,
what is no plain file, folders that may not be read), ``test_hostile_record`` (wrong shapes with the
right checksum), ``test_read_package`` (damaged packages), ``test_output`` (closed and full streams,
names that are not UTF-8, a current folder that is gone, no room for temporary files, Ctrl-C),
``test_page`` (marks of sounds in what one types), ``test_push`` (chunks of no length).

No hang: ``test_hostile_files`` (pipes, devices, links in a circle, sizes, ten thousand words),
``test_push`` (answers byte by byte), ``test_search`` and ``test_changes`` (patterns on the fields
of others), ``test_read_package`` (zip bombs, searches without end), ``test_lint_errors`` and
``test_lint_warnings`` (tags, braces, includes, attributes), ``test_hostile`` (documents),
``test_long`` (articles of one sign), ``test_printing`` (words of a million letters).

Nothing wrong is said: ``test_live`` (ports), ``test_hostile_files`` (folders that are not there,
two cards of one name, parts of deck names, long values, permissions), ``test_report`` (Markdown).

The fuzz changes good files by chance, each from its number, so that a failure can be had again.
FLASHGEN_FUZZ=MINUTES goes on for so long with each reader.
"""

from __future__ import annotations

import io
import json
import os
import random
import re
import shutil
import socket
import sys
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from flashgen.ankiconnect import import_package
from flashgen.errors import InputError
from flashgen.note_types import builtin_templates
from flashgen.printing import printable
from flashgen.releases.record import digest
from tests.conftest import NO_ANKI, ROOT, Run
from tests.formats import made
from tests.small_deck import ARTICLE, DECK, write_deck

MINUTES = float(os.environ.get("FLASHGEN_FUZZ", "0"))
IN_THE_SUITE = 10  # inputs of each reader
LONGEST = 60  # seconds for one of them: what grows with the square of a small file takes more
MOST_MEMORY = 1_500_000  # kB, for all of them

pytestmark = pytest.mark.timeout(300 + 90 * MINUTES)

NASTY = (
    b"\x00", b"\xff\xfe", b"\xc3", b"\xed\xa0\x80", b"\x1b]0;x\x07", "\u202e\u2028\u200b".encode(),
    b"{{", b"}}", b"{{#Term}}", b"{{/Term}}", b"{{> topic}}", b"{{type:Term}}", b"<!--",
    b"<script>", b"<style>", b"<img src=_x.png>", b"[sound:", b"[[type:", b"[anki:play:q:9]",
    b"[LaTeX]", b"\\(", b"&#0;", b"&amp",
    b"'", b'"', b"\n", b"\r", b"\t", b": ", b"- ", b"? ", b"&a ", b"*a", b"!!x ",
    b"|", b"---\n", b"#", b"9" * 5000, b"-1", b"1e999", b"null", b"[]", b"{}", b"0000-00-00",
    b"9999-12-31", b"1700-02-29", b"-0044-03-15", b"~", b"?", b"\\U00110000", b"(" * 2000,
    b"[" * 2000, b"a" * 20_000, b"a " * 5_000, "“".encode() * 500, b"<div>" * 2000, b"*" * 2000,
)  # fmt: skip


def changed(data: bytes, chance: random.Random) -> bytes:
    """A file with up to eight things done to it."""
    for _ in range(chance.randint(1, 8)):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.choice((1, 2, 10, 100, 1000)))
        part, nasty = data[start:end], chance.choice(NASTY)
        new = chance.choice(
            (
                b"",
                nasty,
                part + nasty,
                part * chance.choice((2, 50)),
                bytes(chance.randrange(256) for _ in part[:50]),
                data[end : end + 100] + part,
            )
        )
        data = (data[:start] + new + data[end:])[:2_000_000]
    return data


def changed_within(data: bytes, chance: random.Random) -> bytes:
    """A zip file with one of its members changed, or itself."""
    if chance.random() < 0.3:
        return changed(data, chance)
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        names = old.namelist()
        spoilt = chance.choice(names)
        for name in names:
            content = old.read(name)
            new.writestr(name, changed(content, chance) if name == spoilt else content)
    return file.getvalue()


def other(value: Any, chance: random.Random) -> Any:
    """JSON with some of its values replaced, renamed or dropped."""
    if chance.random() < 0.02:
        return chance.choice(
            (None, True, -1, 10**30, "", "\u202e", "\ud800", [], {}, [[]], {"": 0})
        )
    if isinstance(value, dict):
        return {
            (key if chance.random() < 0.99 else chance.choice(("", "x", "term/x"))): other(
                v, chance
            )
            for key, v in value.items()
            if chance.random() < 0.99
        }
    return [other(v, chance) for v in value] if isinstance(value, list) else value


def numbers() -> Iterator[int]:
    """The numbers of the inputs: a few, or for as many minutes as are wanted."""
    end = time.monotonic() + 60 * MINUTES
    number = 0
    while number < IN_THE_SUITE or time.monotonic() < end:
        yield number
        number += 1


def judge(what: str, flashgen: Run, *words: str | Path) -> None:
    """Run a command with one input: it ends as commands end, in time, and steers no terminal."""
    begun = time.monotonic()
    try:
        result = flashgen(*words)
    except Exception as error:
        raise AssertionError(f"input {what} ended in {error!r}") from error
    assert time.monotonic() - begun < LONGEST, f"input {what}"
    assert result.exit_code in (0, 1), f"input {what}: {result.output}"
    for line in result.stderr.splitlines():
        assert line == printable(line), f"input {what}: {line!r}"


@pytest.fixture(autouse=True)
def _memory() -> Iterator[None]:
    yield
    if sys.platform != "win32":
        import resource

        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        assert most < MOST_MEMORY, f"{most} kB"


DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "a.txt": ARTICLE.encode,
    "a.md": lambda: b"---\ntitle: A town\n---\n\n# A town\n\n> *Quoted.*\n\n" + ARTICLE.encode(),
    "a.html": f"<html><body><h1>A</h1><p>{made.TELLING * 5}</p></body></html>".encode,
    "a.docx": lambda: made.docx(made.word_paragraph(made.TELLING)),
    "a.epub": lambda: made.epub([("A", made.TELLING * 3), ("B", made.TELLING)]),
    "a.pdf": made.paper,
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_any_document(tmp_path: Path, flashgen: Run, name: str) -> None:
    if not name.endswith(("txt", "md")):
        pytest.importorskip("trafilatura", reason="needs flashgen[formats]")
    good, path = DOCUMENTS[name](), tmp_path / name
    change = changed_within if name.endswith(("docx", "epub")) else changed
    for number in numbers():
        chance = random.Random(f"{name}/{number}")  # noqa: S311
        path.write_bytes(change(good, chance))
        into, package = tmp_path / "deck", tmp_path / "new.apkg"
        judge(f"{name}/{number}", flashgen, "new", path, "--into", into, "-o", package)
        shutil.rmtree(into, ignore_errors=True)
        package.unlink(missing_ok=True)
        if name.endswith(("txt", "md")):
            judge(f"{name}/{number}", flashgen, "extract", path, "--format", "json")


FILES = (
    "deck.yaml", "release.json", "article.txt", "templates/theme.css", "templates/style.css",
    "templates/term/note-type.yaml", "templates/term/meaning.front.html",
    "templates/term/meaning.back.html", "templates/shared/topic.html",
)  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_any_file_of_a_deck(tmp_path: Path, flashgen: Run, name: str) -> None:
    deck = write_deck(tmp_path / "d")
    assert flashgen("release", deck, "-o", tmp_path / "1.apkg").exit_code == 0
    path = deck / name
    if name.startswith("templates"):
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(builtin_templates() / Path(name).relative_to("templates"), path)
    good, commands = path.read_bytes(), ("check", "diff", "build", "release")
    record = deck / "release.json"
    recorded = record.read_bytes()
    for number in numbers():
        path.write_bytes(changed(good, random.Random(f"{name}/{number}")))  # noqa: S311
        command = commands[number % len(commands)]
        output = ("-o", tmp_path / "2.apkg") if command in ("build", "release") else ()
        judge(f"{name}/{number}", flashgen, command, deck, *output)
        record.write_bytes(recorded)


def test_any_record_with_the_right_checksum(tmp_path: Path, flashgen: Run) -> None:
    deck, commands = write_deck(tmp_path / "d"), ("check", "diff", "build", "release", "build tsv")
    assert flashgen("release", deck, "-o", tmp_path / "1.apkg").exit_code == 0
    (deck / "deck.yaml").write_text(DECK.replace("juts out", "stands out"), encoding="utf-8")
    path = deck / "release.json"
    good = json.loads(path.read_text(encoding="utf-8"))
    del good["checksum"]
    for number in numbers():
        data = other(good, random.Random(f"record/{number}"))  # noqa: S311
        if isinstance(data, dict):
            data["checksum"] = digest(data)
        path.write_text(json.dumps(data), encoding="utf-8")
        command, *form = commands[number % len(commands)].split()
        options = ["-o", str(tmp_path / "2.apkg")] if command in ("build", "release") else []
        options += ["--format", *form] if form else []
        judge(f"record/{number}", flashgen, command, deck, *options)


def test_any_package(tmp_path: Path, flashgen: Run) -> None:
    if find_spec("anki") is None:
        pytest.skip(NO_ANKI)
    good, path = tmp_path / "good.apkg", tmp_path / "bad.apkg"
    assert flashgen("build", write_deck(tmp_path / "d"), "-o", good).exit_code == 0
    for number in numbers():
        path.write_bytes(
            changed_within(good.read_bytes(), random.Random(f"package/{number}"))  # noqa: S311
        )
        judge(f"package/{number}", flashgen, "diff", good, path)
        judge(f"package/{number}", flashgen, "check", path)


ANSWER = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 30\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n1e\r\n"
    b'{"result": 6, "error": null}  \r\n0\r\n\r\n'
)


def test_any_answer_of_ankiconnect(tmp_path: Path) -> None:
    package = tmp_path / "new.apkg"
    package.touch()
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}"
        answer = ANSWER

        def serve() -> None:
            with suppress(OSError):
                while True:
                    with closing(server.accept()[0]) as line, suppress(OSError):
                        line.recv(10_000)
                        line.sendall(answer)
                        line.shutdown(socket.SHUT_WR)
                        line.recv(10_000)

        threading.Thread(target=serve, daemon=True).start()
        for number in numbers():
            chance = random.Random(f"answer/{number}")  # noqa: S311
            answer = changed(ANSWER, chance)
            try:
                import_package(package, url=url, contact_timeout=2, import_timeout=2)
            except Exception as error:
                told = isinstance(error, InputError) and str(error).isprintable()
                if not told:
                    raise AssertionError(f"input answer/{number} ended in {error!r}") from error
        server.close()


def test_each_test_that_is_named_here_is_there() -> None:
    named = set(re.findall(r"``(test_\w+)``", __doc__ or ""))
    assert len(named) > 20
    assert named <= {path.stem for path in (ROOT / "tests").rglob("test_*.py")}
