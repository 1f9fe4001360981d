"""Where a package is written, and where it cannot be."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from flashgen import library
from flashgen.errors import InputError
from tests.cli.said import SUPERUSER
from tests.conftest import ROOT, Run
from tests.small_deck import DECK, write_deck
from tests.small_disk import on_a_full_disk


def test_a_template_with_an_unknown_field(folder: Path, flashgen: Run) -> None:
    (folder / "mine" / "term").mkdir(parents=True)
    (folder / "mine" / "term" / "meaning.front.html").write_text("<p>\n  {{Trem}}\n</p>\n")
    for command in ("check", "build"):
        result = flashgen(command, "siege", "--templates", "mine")
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr == (
            "mine/term/meaning.front.html:2:3: no field 'Trem' in term; did you mean 'Term'?\n"
        )
    assert not (folder / "dist").exists()


@pytest.mark.usefixtures("folder")
def test_a_folder_of_templates_that_is_not_there(flashgen: Run) -> None:
    result = flashgen("build", "siege", "--templates", "mine")
    assert (result.exit_code, result.stderr) == (
        1,
        "mine: no such folder of templates, and no theme; the themes are large, modern, slate\n",
    )


WHAT_STOOD_THERE = "name another file (what stood there is unchanged)"


@pytest.mark.parametrize("output", ["siege/deck.yaml/new.apkg", f"{'long' * 70}.apkg"])
def test_an_output_that_cannot_be_written(folder: Path, flashgen: Run, output: str) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    result = flashgen("build", "siege", "-o", output)
    assert (result.exit_code, result.stdout) == (1, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"{output}: cannot be written: ")
    assert line.endswith(WHAT_STOOD_THERE)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.skipif(os.geteuid() == 0, reason=SUPERUSER)
def test_a_folder_that_refuses_new_files(folder: Path, flashgen: Run) -> None:
    (folder / "locked").mkdir(mode=0o500)
    result = flashgen("build", "siege", "-o", "locked/new.apkg")
    assert result.exit_code == 1
    assert result.stderr.startswith("locked/new.apkg: cannot be written: Permission denied")


@pytest.mark.parametrize("output", ["folder.apkg", "pipe.apkg"])
def test_an_output_that_is_no_file_is_left_alone(folder: Path, flashgen: Run, output: str) -> None:
    (folder / "folder.apkg").mkdir()
    os.mkfifo(folder / "pipe.apkg")
    result = flashgen("build", "siege", "-o", output)
    assert result.exit_code == 1
    assert result.stderr == f"{output}: is no file to write to; name another one\n"
    assert (folder / "pipe.apkg").is_fifo()


@pytest.mark.parametrize(
    ("command", "output", "ending"),
    [
        ("build", "", "apkg"),
        ("build", "siege", "apkg"),
        ("build", "siege/deck.yaml", "apkg"),
        ("release", "new.colpkg", "apkg"),
        ("preview", "other/release.json", "html"),
        ("preview", "siege.apkg", "html"),
        ("build --format tsv", "other/deck.yaml", "tsv"),
        ("new other.txt", "article.md", "apkg"),
    ],
)
def test_an_output_ends_as_what_it_holds(
    folder: Path, flashgen: Run, command: str, output: str, ending: str
) -> None:
    """Else a package called .colpkg takes the place of a collection, or a page that of a deck."""
    (folder / "other.txt").write_text("The Gate\n\nIn 1700 the gate fell.\n", encoding="utf-8")
    before = sorted(folder.rglob("*"))
    name, *more = command.split()
    result = flashgen(name, *(more if name == "new" else ("siege", *more)), "-o", output)
    assert (result.exit_code, result.stdout) == (1, "")
    message = f"is no name for what is written; end it in .{ending}\n"
    assert result.stderr == f"{output or '.'}: {message}"
    assert sorted(folder.rglob("*")) == before


def test_no_output_becomes_a_template(folder: Path, flashgen: Run) -> None:
    output = write_deck(folder / "other") / "templates" / "term" / "meaning.front.html"
    result = flashgen("preview", "siege", "-o", output)
    assert result.exit_code == 1
    assert result.stderr == f"{output}: lies among a deck's templates; name another file\n"
    assert not output.parent.exists()


def test_a_link_to_a_package_stays_a_link(folder: Path, flashgen: Run) -> None:
    (folder / "link.apkg").symlink_to("real.apkg")
    assert flashgen("build", "siege", "-o", "link.apkg").exit_code == 0
    assert (folder / "link.apkg").is_symlink()
    assert (folder / "real.apkg").read_bytes().startswith(b"PK")


def test_two_decks_of_one_id_are_refused(folder: Path, flashgen: Run) -> None:
    for name in ("one", "two"):
        write_deck(folder / "decks" / name)
    result = flashgen("build")
    assert result.exit_code == 1
    assert result.stderr == (
        "decks/two/deck.yaml: deck.id: 'siege' is that of decks/one/deck.yaml; take another\n"
    )
    assert not (folder / "dist").exists()


# --- standard output ---------------------------------------------------------------------------


def piped(*args: str, **more: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "flashgen", *args],
        check=False,
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more},
        env={
            **{name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"},
            "PYTHONPATH": str(ROOT),
            "PYTHONIOENCODING": "latin-1",
        },
    )


def test_output_is_utf_8_whatever_the_system_thinks(folder: Path) -> None:
    """A draft that is redirected to deck.yaml can be read again."""
    (folder / "a.txt").write_text("Łucja wrote from Łódź: “We will not go.”", encoding="utf-8")
    run = piped("extract", "a.txt", "--format", "yaml")
    assert (run.returncode, run.stderr) == (0, b"")
    assert "Łódź" in run.stdout.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs Linux's /dev/full")
@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "command", ["extract siege/article.txt", "--help", "build --help", "diff siege"]
)
def test_a_full_disk_under_standard_output_is_one_line(flashgen: Run, command: str) -> None:
    flashgen("build", "siege", "-o", "new.apkg")
    with Path("/dev/full").open("wb") as full:
        run = piped(*command.split(), stdout=full)
    assert run.returncode == 1
    assert run.stderr == (
        b"standard output: cannot be written: No space left on device; make room\n"
    )


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs Linux's /dev/full")
@pytest.mark.usefixtures("folder")
def test_a_full_disk_under_standard_error_changes_no_status() -> None:
    with Path("/dev/full").open("wb") as full:
        run = piped("check", "missing", stderr=full)
    assert (run.returncode, run.stdout) == (1, b"")


@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("extract siege/article.txt", 0),
        ("diff siege", 0),
        ("check missing", 1),
        ("build siege -v -o new.apkg", 0),
        ("new siege/article.txt --into {} -o {}.apkg", 0),
        ("new -", 1),
        ("--help", 0),
    ],
)
def test_closed_streams_do_no_harm(folder: Path, flashgen: Run, command: str, status: int) -> None:
    """What was to be said on standard output, and cannot be, is an error."""
    flashgen("build", "siege", "-o", "new.apkg")
    program = f"'{sys.executable}' -m flashgen {command}"
    for closed in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        place = f"{len(list(folder.iterdir()))}"
        words = ["sh", "-c", f"{program.replace('{}', place)} {closed} || exit $?"]
        run = subprocess.run(
            words, capture_output=True, text=True, check=False, env=environment, input=""
        )
        lost = status == 0 and ">&-" in closed.split()
        assert run.returncode == (1 if lost else status), run.stderr
        assert "Traceback" not in run.stderr
        if closed == ">&-" and lost:
            (told,) = (s for s in run.stderr.splitlines() if s.startswith("standard output: "))
            assert told.endswith("cannot be written: Bad file descriptor; leave it open")
    assert (folder / "siege" / "deck.yaml").read_text(encoding="utf-8") == DECK


def test_ctrl_c_in_the_first_moment_is_one_line() -> None:
    """The signal comes while the first module of the command line is imported."""
    program = (
        "import os, signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "def hook(event, arguments):\n"
        "    if event == 'import' and arguments[0] == 'click':\n"
        "        os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.addaudithook(hook)\n"
        "from flashgen.__main__ import run\n"
        "run()\n"
    )
    words = [sys.executable, "-c", program]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(words, capture_output=True, text=True, check=False, env=environment)
    assert (run.returncode, run.stdout, run.stderr.strip()) == (1, "", "Aborted!")


# --- folders --------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["build", "preview"])
def test_a_current_folder_that_is_gone(
    folder: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    if command == "preview":
        pytest.importorskip("anki")
    (folder / "gone").mkdir()
    monkeypatch.chdir(folder / "gone")
    (folder / "gone").rmdir()
    result = flashgen(command, folder / "siege")
    assert (result.exit_code, result.stdout, result.stderr) == (
        1,
        "",
        "the current folder: is gone; change into one that is there, and try again\n",
    )
    assert flashgen(command).stderr == flashgen(command, "siege").stderr == result.stderr
    with pytest.raises(InputError, match="the current folder: is gone"):
        getattr(library, command)(folder / "siege")
    assert flashgen("build", folder / "siege", "-o", folder / "new.apkg").exit_code == 0


def test_a_folder_whose_name_is_not_utf_8(folder: Path, flashgen: Run) -> None:
    name = os.fsdecode(b"caf\xe9")
    try:
        (folder / "siege").rename(folder / name)
    except OSError:
        pytest.skip("this disk has no such names")
    (folder / name / "templates" / "media").mkdir(parents=True)
    (folder / name / "templates" / "media" / f"_{name}").mkdir()
    for form in ("text", "json", "sarif", "github"):
        result = flashgen("check", name, "--format", form)
        assert result.exit_code == 1
        assert "Anki has no folders for media" in result.output
    (folder / name / "templates" / "media" / f"_{name}").rmdir()
    for command in ("build", "check", "diff", "release", "templates", "preview"):
        if command == "preview":
            pytest.importorskip("anki")
        assert flashgen(command, name).exit_code == 0


@pytest.mark.parametrize("command", ["preview {deck} -o {page}", "diff {old} {old}", "check {old}"])
@pytest.mark.parametrize("full", [True, False], ids=["full", "missing"])
def test_no_room_for_temporary_files_is_no_damage(
    folder: Path, flashgen: Run, command: str, full: bool
) -> None:
    pytest.importorskip("anki")
    flashgen("build", "siege", "-o", "new.apkg")
    disk = folder / "disk"
    told = command.format(deck=folder / "siege", page=folder / "p.html", old=folder / "new.apkg")
    run = f"TMPDIR='{disk}' '{sys.executable}' -m flashgen {told}"
    if full:
        ended = on_a_full_disk(disk, "true", run)
    else:
        ended = subprocess.run(
            ["sh", "-c", run], capture_output=True, text=True, check=False, cwd=ROOT
        )
        if not ended.returncode:
            return  # Python has found another folder
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith(f"temporary files: cannot be written to {disk}: No ")
    assert ended.stderr.endswith("; make room there, or name another folder in TMPDIR\n")


def test_no_package_is_written_through_a_link_into_a_file_of_another_kind(
    tmp_path: Path, flashgen: Run
) -> None:
    mine, other = (write_deck(tmp_path / name) for name in ("mine", "other"))
    link = tmp_path / "mine.apkg"
    link.symlink_to(other / "deck.yaml")
    before = (other / "deck.yaml").read_bytes()
    result = flashgen("build", mine, "-o", link)
    assert result.exit_code == 1
    assert result.stderr == f"{link}: is a link to {other / 'deck.yaml'}; name another file\n"
    assert (other / "deck.yaml").read_bytes() == before
