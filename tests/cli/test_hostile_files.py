"""What a file can do wrong ends in one line, whichever reader meets it; and nothing hangs."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from flashgen.previews.watch import look
from tests.conftest import ROOT
from tests.media.made import png, put
from tests.small_deck import DECK, draw_by_hand, swapped, write_deck

Run = Callable[..., Result]


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return write_deck(tmp_path / "d")


def one_line(result: Result) -> str:
    assert result.exit_code == 1, result.output
    (line,) = result.output.splitlines()
    return line


def pipe(path: Path) -> None:
    path.unlink(missing_ok=True)
    os.mkfifo(path)


def device(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to("/dev/zero")


def large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100_000_001)


def folder(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.mkdir()


def dangling(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to("nowhere")


FILES = ("deck.yaml", "article.txt", "release.json", "templates/theme.css")


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    ("make", "says"),
    [
        (pipe, "is no plain file; copy what comes out of it into one"),
        (device, "is no plain file"),
        (large, "is larger than (100|10|0.5) MB; (name the right|take a part|move what it holds)"),
        (folder, "folder|Is a directory"),
        (dangling, "cannot be read: No such file"),
    ],
    ids=lambda what: getattr(what, "__name__", ""),
)
def test_a_file_that_is_none(
    deck: Path, flashgen: Run, name: str, make: Callable[[Path], None], says: str
) -> None:
    (deck / "templates").mkdir()
    make(deck / name)
    line = one_line(flashgen("check", deck))
    # A device stands behind a link, and that leads out of the templates.
    says = "is a link out of" if (name, make) == (FILES[-1], device) else says
    assert re.search(says, line), line
    assert str(deck / name) in line


def test_a_file_in_the_place_of_a_folder(deck: Path, tmp_path: Path, flashgen: Run) -> None:
    path = deck / "deck.yaml"
    told = f"{path}: a file, not a deck's folder; name the folder that holds a deck.yaml"
    for command in ("check", "build", "release"):
        assert one_line(flashgen(command, path)) == told
    package, zipped = tmp_path / "new.apkg", tmp_path / "new.zip"
    flashgen("build", deck, "-o", package)
    package.rename(zipped)
    assert flashgen("check", zipped).output == f"{zipped}: 10 cards, nothing to mend\n"


@pytest.mark.parametrize("make", [pipe, device])
def test_a_package_that_is_no_file(
    deck: Path, tmp_path: Path, flashgen: Run, make: Callable[[Path], None]
) -> None:
    package = tmp_path / "new.apkg"
    make(package)
    for command in (("diff", deck, package), ("diff", package, deck), ("check", package)):
        assert one_line(flashgen(*command)).startswith(f"{package}: is no plain file; copy")


@pytest.mark.parametrize("name", ["theme.css", "shared/topic.html", "media/_x.txt"])
def test_a_link_does_not_carry_a_file_of_ones_own_away(
    deck: Path, tmp_path: Path, flashgen: Run, name: str
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the key to the town", encoding="utf-8")
    path = deck / "templates" / name
    path.parent.mkdir(parents=True)
    path.symlink_to(secret)
    if name.startswith("media"):
        front = deck / "templates" / "term" / "meaning.front.html"
        front.parent.mkdir()
        front.write_text("{{Term}}<img src=_x.txt>", encoding="utf-8")
    result = flashgen("build", deck, "-o", tmp_path / "new.apkg")
    assert result.exit_code == 1
    line = f"{path}: is a link out of {deck / 'templates'}; put a copy of the file there"
    assert line in result.output.splitlines()
    assert not (tmp_path / "new.apkg").exists()


def test_a_link_within_the_layer_is_fine(deck: Path, tmp_path: Path, flashgen: Run) -> None:
    (deck / "templates").mkdir()
    (deck / "templates" / "day.css").write_text(".card { color: black; }", encoding="utf-8")
    (deck / "templates" / "style.css").symlink_to("day.css")
    assert flashgen("build", deck, "-o", tmp_path / "new.apkg").exit_code == 0


def outside(path: Path, folder: Path) -> Path:
    """Move a folder out, and leave a link to it."""
    path.mkdir(exist_ok=True)
    path.rename(folder)
    path.symlink_to(folder)
    return folder


def test_the_folder_of_templates_is_no_link_out(deck: Path, tmp_path: Path, flashgen: Run) -> None:
    own = deck / "templates"
    (outside(own, tmp_path / "mine") / "style.css").write_text(".card {color: black}")
    told = f"{own}: is a link out of {deck}; put a copy of the folder there, or name it with"
    for command in (("check", deck), ("build", deck, "-o", tmp_path / "a.apkg"), ("diff", deck)):
        assert one_line(flashgen(*command)).startswith(told)
    assert one_line(flashgen("templates", deck)).startswith(told)
    own.unlink()
    own.symlink_to("nowhere")
    assert f"{own}: no such folder of templates" in one_line(flashgen("check", deck))
    own.unlink()
    own.touch()
    assert f"{own}: no such folder of templates" in one_line(flashgen("check", deck))
    own.unlink()
    (deck / "looks").mkdir()
    own.symlink_to("looks")
    assert flashgen("check", deck).exit_code == 0


def test_a_map_is_no_link_out(deck: Path, tmp_path: Path, flashgen: Run) -> None:
    path = draw_by_hand(deck, "sea-gate", (54, 10))
    outside(path.parent, tmp_path / "mine")
    line = one_line(flashgen("check", deck))
    assert line == f"{path}: is a link out of {deck}; put the file itself there"


@pytest.mark.parametrize(
    "name",
    [*FILES, "templates/shared/topic.html", "templates/term/style.css", "templates"],
)
def test_a_link_in_a_circle(deck: Path, flashgen: Run, name: str) -> None:
    path = deck / name
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(path.name)
    line = one_line(flashgen("check", deck))
    assert line.startswith(f"{path}: ")
    assert re.search("Too many levels of symbolic links|no such folder of templates", line)


def test_a_note_type_names_no_file_outside(deck: Path, flashgen: Run) -> None:
    path = deck / "templates" / "term" / "note-type.yaml"
    path.parent.mkdir(parents=True)
    text = (ROOT / "templates" / "term" / "note-type.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace("file: meaning", "file: ../x/meaning", 1), encoding="utf-8")
    number = next(n for n, line in enumerate(path.read_text().splitlines(), 1) if "../x" in line)
    line = one_line(flashgen("check", deck))
    assert line.startswith(f"{path}:{number}:")
    assert line.endswith("file: is no name of a file in this folder; write it without ending")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "name: Elias Brandt",
            r'name: "x \U00110000"',
            "there is no character \\U00110000;",
        ),
        (
            "name: Elias Brandt",
            r'name: "x \UFFFFFFFF"',
            "there is no character \\UFFFFFFFF;",
        ),
        ("name: The Siege", "name: '::'", "deck.name: '::' has a part without a name; write one"),
        ("name: The Siege", "name: 'A::'", "deck.name: 'A::' has a part without a name; write one"),
        ("name: The Siege", "name: A::::B", "deck.name: 'A::::B' has a part without a name; write"),
        (
            "name: The Siege",
            "name: A::\u200b::B",
            "deck.name: 'A::\u200b::B' has a part without a name; write one beside each '::'",
        ),
    ],
)
def test_a_deck_yaml_that_cannot_be(
    tmp_path: Path, flashgen: Run, old: str, new: str, says: str
) -> None:
    assert old in DECK
    made = write_deck(tmp_path / "d", DECK.replace(old, new))
    assert says in one_line(flashgen("check", made))


def test_a_long_value_makes_no_long_line(tmp_path: Path, flashgen: Run) -> None:
    many = "x " * 50_000
    for old, new in (
        ("2026-01-31", "9" * 100_000),
        ("2026-01-31", many),
        ("kind: building", f"kind: {many}"),
        ("speaker: brandt", f"speaker: {many}"),
        ("missing: spare the town", f"missing: {many}"),
        ("{term: bastion", f"{{? {many.strip()} : 1, term: bastion"),
        ("sea-gate:", f"{'a' * 1000}:\n  sea-gate:"),
    ):
        made = write_deck(tmp_path / "d", DECK.replace(old, new))
        result = flashgen("check", made)
        assert result.exit_code == 1
        for line in result.stderr.splitlines():
            assert len(line) < 2_100
            assert line.startswith(str(made))


def test_a_question_and_an_answer_of_ten_thousand_words(tmp_path: Path, flashgen: Run) -> None:
    """Each word was compared with each: that took half an hour."""
    words = [f"{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10 % 10]}ward{n}" for n in range(10_000)]
    text = f"{{term: {' '.join(words)}, meaning: {' '.join(words[::-1])}, hint: {words[5]}}}"
    old = "{term: bastion, meaning: part of a wall that juts out}"
    made = write_deck(tmp_path / "d", DECK.replace(old, text))
    assert "the question gives away" in flashgen("check", made).stderr


def test_very_many_names_that_are_unknown(tmp_path: Path, flashgen: Run) -> None:
    """Each is compared with some that are known, and each line lists five of them."""
    people = "".join(f"  p{n}: {{name: Person {n}, who: mayor}}\n" for n in range(500))
    quoted = "".join(f"  q{n}: {{text: Take {n}., speaker: x{n}}}\n" for n in range(500))
    deck = DECK.replace("events:\n", f"{people}events:\n").replace("terms:\n", f"{quoted}terms:\n")
    result = flashgen("check", write_deck(tmp_path / "d", deck))
    lines = result.stderr.splitlines()
    assert sum("quotations.q" in line for line in lines) == 500
    assert max(map(len, lines)) < 300


def test_all_keys_renamed_after_a_release(tmp_path: Path, flashgen: Run) -> None:
    def deck(mark: str) -> Path:
        terms = "".join(
            f"  {mark}{n}: {{term: word {n}, meaning: part {n + 5000} of a wall, cite: a book}}\n"
            for n in range(800)
        )
        return write_deck(tmp_path / "d", DECK + terms)

    assert flashgen("release", deck("a"), "-o", tmp_path / "1.apkg").exit_code == 0
    result = flashgen("check", deck("b"))
    assert (
        sum("is gone, and learners keep it" in line for line in result.stderr.splitlines()) == 800
    )
    assert "if it is 'b799' now, write 'was: [a799]' there" in result.stderr


@pytest.mark.parametrize("text", ['{"a": ' + "9" * 5000 + "}", "[" * 100_000, "[]"])
def test_a_record_that_is_none(deck: Path, flashgen: Run, text: str) -> None:
    (deck / "release.json").write_text(text, encoding="utf-8")
    for command in (("check", deck), ("diff", deck), ("release", deck, "-o", deck / "a.apkg")):
        assert "take it back from version control" in one_line(flashgen(*command))
    assert (deck / "release.json").read_text(encoding="utf-8") == text


def test_a_note_type_id_of_many_figures(deck: Path, flashgen: Run) -> None:
    path = deck / "templates" / "term" / "note-type.yaml"
    path.parent.mkdir(parents=True)
    text = (ROOT / "templates" / "term" / "note-type.yaml").read_text(encoding="utf-8")
    path.write_text(re.sub(r"^id: \d+", "id: " + "9" * 5000, text, flags=re.M), encoding="utf-8")
    assert "is no note type id; write a whole number below 2^53" in flashgen("check", deck).output


def test_a_release_that_is_not_made_says_that_its_name_is_not_used(
    deck: Path, tmp_path: Path, flashgen: Run
) -> None:
    assert flashgen("release", deck, "-o", tmp_path / "1.apkg").exit_code == 0
    again = flashgen("release", deck, "-o", tmp_path / "1.apkg", "--name", "spring")
    assert "nothing has changed since, and nothing is called 'spring'" in again.output


def test_a_package_keeps_the_permissions_that_it_has(deck: Path, tmp_path: Path) -> None:
    from flashgen import library

    package = tmp_path / "new.apkg"
    for _ in range(2):
        library.build(deck, package)
        package.chmod(0o600)
    library.build(deck, package)
    assert package.stat().st_mode & 0o777 == 0o600


def test_links_that_lead_in_a_circle_are_looked_at_once(deck: Path) -> None:
    before = look([deck])
    (deck / "a").symlink_to(".")
    (deck / "b").symlink_to(".")
    assert len(look([deck])) == len(before)


def test_a_preview_of_no_folder_does_not_wait(tmp_path: Path) -> None:
    pytest.importorskip("anki")
    command = [sys.executable, "-m", "flashgen", "preview", str(tmp_path / "no"), "--watch"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 1
    assert "no such folder; name one that holds a deck.yaml" in ended.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("name", ["templates", "templates/event", "maps", "media", "."])
def test_a_folder_that_may_not_be_read(deck: Path, flashgen: Run, name: str) -> None:
    """What nobody can look into is not taken for empty."""
    shown = swapped("name: Elias Brandt", "name: Elias Brandt\n    picture: {file: a.png}")
    (deck / "deck.yaml").write_text(shown, encoding="utf-8")
    put(deck, "a.png", png())
    (deck / "templates" / "event").mkdir(parents=True)
    (deck / "maps").mkdir()
    (deck / name).chmod(0)
    try:
        result = flashgen("check", deck)
    finally:
        (deck / name).chmod(0o700)
    assert result.exit_code == 1
    told = [line for line in result.stderr.splitlines() if "Permission denied" in line]
    assert told
    assert all(line.endswith("; allow yourself to read it") for line in told)
    assert all(line.startswith(f"{deck}/") for line in told)


def test_a_pipe_becomes_no_deck_and_is_not_waited_for(tmp_path: Path, flashgen: Run) -> None:
    pipe(tmp_path / "page.html")
    line = one_line(flashgen("new", tmp_path / "page.html", "--into", tmp_path / "deck"))
    assert "is no plain file; copy what comes out of it into one" in line
    assert not (tmp_path / "deck").exists()
