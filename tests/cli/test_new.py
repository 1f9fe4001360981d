"""flashgen new: from a document to a deck that builds, all or nothing."""

from __future__ import annotations

import builtins
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

import flashgen as library
from flashgen.cli import main
from flashgen.deck.kinds import Event
from flashgen.deck.loader import load_curation
from flashgen.errors import InputError
from tests.conftest import Run, import_package

if TYPE_CHECKING:
    from anki.collection import Collection

STORY = (
    "# The Gate of Riga\n\n"
    "On 7 November 1917 Anna Keller, the mayor of Riga, opened the gate. “We have bread for a "
    "year,” Keller said.\n\n"
    "Otto Weber was a merchant of Riga. He left Riga on 9 November 1917.\n"
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_one_command_makes_a_deck_that_anki_imports(
    here: Path, flashgen: Run, collection: Collection
) -> None:
    Path("story.md").write_text(STORY, encoding="utf-8")
    result = flashgen("new", "story.md")
    assert (result.exit_code, result.stderr) == (0, "")
    folder = Path("decks/the-gate-of-riga")
    assert files(here) >= {
        *(f"{folder}/{name}" for name in ("article.md", "deck.yaml", "deck.schema.json")),
        f"{folder}/release.json",
        "dist/the-gate-of-riga.apkg",
    }
    assert (folder / "article.md").read_text(encoding="utf-8") == STORY
    first, _ = (folder / "deck.yaml").read_text(encoding="utf-8").split("\n", 1)
    assert first == "# yaml-language-server: $schema=deck.schema.json"
    lines = result.stdout.splitlines()
    assert len(lines) <= 6
    commands = f"flashgen check {folder} && flashgen build {folder}"
    assert lines[-1] == f"next: correct {folder}/deck.yaml, then: {commands}"
    curation = load_curation(folder / "deck.yaml")
    assert (curation.deck.id, curation.deck.name) == ("the-gate-of-riga", "The Gate of Riga")
    assert curation.source.title == "The Gate of Riga"
    assert flashgen("build", folder).exit_code == 0
    made = library.build(folder)
    assert import_package(collection, Path("dist/the-gate-of-riga.apkg")) == len(made.deck.notes)
    assert collection.card_count() == made.cards.total() > 0


def test_a_page_in_capitals_gives_a_deck_without_them(flashgen: Run) -> None:
    page = (
        "<html><head><title>THE GATE OF RIGA</title></head><body><article>"
        "<h1>THE GATE OF RIGA</h1><p>On 7 November 1917 Anna Keller, the mayor of Riga, opened the "
        "gate to the army of the north and wept for her town.</p><p>Otto Weber was a merchant of "
        "Riga. He left Riga on 9 November 1917 with all that he had.</p></article></body></html>"
    )
    Path("gate.html").write_text(page, encoding="utf-8")
    assert flashgen("new", "gate.html").exit_code == 0
    curation = load_curation(Path("decks/the-gate-of-riga/deck.yaml"))
    assert (curation.deck.name, curation.source.title) == ("The Gate of Riga",) * 2


MATTER = """\
---
title: The Gate of Riga
author: [Jane Doe, Otto Roe]
published: 2011-06-03
source: https://example.org/gate
---

"""


@pytest.mark.parametrize(
    ("above", "told"),
    [
        (MATTER, ("Jane Doe, Otto Roe", "2011-06-03", "https://example.org/gate")),
        ("---\nauthor:\n- name: Jane Doe\nsource: an old book\n---\n\n", ("Jane Doe", "", "")),
        ("---\nauthor: &a [*a, {x: 1}]\ndate: {}\n---\n\n", ("", "", "")),
        ("---\nauthor: A: B\n---\n\n", ("", "", "")),
        ("# The Gate\n\n*By Jane Doe, 3 June 2011*\n\n", ("Jane Doe", "3 June 2011", "")),
        ("# The Gate\n\nBy Jane Doe\n\nMay 3, 2011\n\n", ("Jane Doe", "May 3, 2011", "")),
        ("# The Gate\n\nPublished on 2011-06-03\n\n", ("", "2011-06-03", "")),
        ("# The Gate\n\nBy Jane Doe | Updated 5 May 2012\n\n", ("Jane Doe", "", "")),
        ("# The Gate\n\n3 May 1701\n\n", ("", "", "")),
        ("# The Gate\n\nWritten by J. B. de la Roe on 3 June\n\n", ("J. B. de la Roe", "", "")),
        ("# The Gate\n\nBy our staff\n\n", ("", "", "")),
        ("# The Gate\n\nBy the River Neva\n\n", ("", "", "")),
    ],
)
def test_a_text_says_whose_it_is(above: str, told: tuple[str, str, str]) -> None:
    text = above + "The king came to Riga in 1701, and he was not glad of it.\n"
    Path("story.md").write_text(text, encoding="utf-8")
    source = library.new("story.md", "d").curation.source
    assert (source.author, source.date, source.address) == told


def test_a_text_is_kept_as_it_is_and_named_after_its_file(flashgen: Run) -> None:
    data = "﻿The king came to Riga in 1701.\r\nHe left it again.\r\n".encode()
    Path("My story.txt").write_bytes(data)
    result = flashgen("new", "My story.txt")
    assert Path("decks/my-story/article.txt").read_bytes() == data
    assert load_curation(Path("decks/my-story/deck.yaml")).deck.name == "My story"
    assert "the article has no title" in result.stdout
    assert "source: {title: …}" in result.stdout


def test_standard_input(here: Path) -> None:
    result = CliRunner().invoke(main, ["new", "-", "--into", "riga"], input=STORY.encode())
    assert (result.exit_code, result.stderr) == (0, "")
    assert files(here) == {
        "riga/article.md", "riga/deck.yaml", "riga/deck.schema.json", "riga/release.json",
        "dist/riga.apkg",
    }  # fmt: skip
    assert library.new(io.BytesIO(STORY.encode()), "other").deck.id == "other"


def test_the_same_input_gives_the_same_deck(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764028800")
    Path("a.md").write_text(STORY, encoding="utf-8")
    for folder in ("x", "y"):
        library.new("a.md", f"{folder}/riga", f"{folder}.apkg")
    assert Path("x.apkg").read_bytes() == Path("y.apkg").read_bytes()
    drafts = [Path(f"{folder}/riga/deck.yaml").read_text("utf-8") for folder in ("x", "y")]
    assert drafts[0] == drafts[1]
    assert "updated: '2025-11-25'" in drafts[0]


@pytest.mark.parametrize("epoch", ["0", "86400"])
def test_a_day_that_anki_does_not_know_is_none_of_a_deck(
    monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert library.new(io.BytesIO(STORY.encode()), "riga").deck.notes


HELP = "make a deck of it: flashgen new page.html"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("new a.md", "decks/the-gate-of-riga: is there already; name another folder with --into"),
        ("new a.md --into full", "full: is there already; name another folder with --into"),
        (
            "new a.md --into b -o x.apkg",
            "x.apkg: is there already; name another file with "
            "--output",
        ),
        ("new a.md --into a.md/b", "a.md/b: cannot be made: Not a directory"),
        ("new full", "full: a folder, not an article; name the file in it"),
        ("new none.pdf", "none.pdf: cannot be read: No such file or directory; check the name"),
        (
            "new https://example.org/a",
            "https://example.org/a: is an address; save the page in your browser, then: flashgen "
            "new page.html",
        ),
        (
            "extract https://example.org/a.html",
            "https://example.org/a.html: is an address; save the page in your browser, then: "
            "flashgen new page.html",
        ),
        ("new a.md --chapter 1 --into b", "--chapter: fits an e-book (.epub) alone; leave it out"),
        (
            "new heading.md",
            "heading.md: no running text: the file needs at least one full sentence",
        ),
        ("extract page.html", "page.html: not plain text; " + HELP),
        ("explain page.html", "page.html: not plain text; " + HELP),
        ("check page.html", "page.html: a file, not a deck's folder; " + HELP),
        ("build page.html", "page.html: a file, not a deck's folder; " + HELP),
        ("diff page.html", "page.html: a file, not a deck's folder; " + HELP),
        ("maps page.html", "page.html: a file, not a deck's folder; " + HELP),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_one_line_and_changes_nothing(
    here: Path, flashgen: Run, line: str, message: str
) -> None:
    Path("a.md").write_text(STORY, encoding="utf-8")
    Path("heading.md").write_text("# A heading\n", encoding="utf-8")
    Path("page.html").write_text("<p>The king came.", encoding="utf-8")
    Path("decks/the-gate-of-riga").mkdir(parents=True)
    Path("decks/the-gate-of-riga/mine.txt").touch()
    Path("full").mkdir()
    Path("full/mine.txt").touch()
    Path("x.apkg").touch()
    before = set(here.rglob("*"))
    result = flashgen(*line.split())
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", message + "\n")
    assert set(here.rglob("*")) == before


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("page.html", "did you mean: flashgen new page.html"),
        ("paper.pdf", "did you mean: flashgen new paper.pdf"),
        ("a.md", "did you mean: flashgen new a.md"),
        (
            "https://example.org/a.html",
            "save the page in your browser, then: flashgen new page.html",
        ),
    ],
)
def test_a_document_where_a_command_should_be(flashgen: Run, name: str, mend: str) -> None:
    result = flashgen(name)
    assert result.exit_code == 2
    assert result.stderr.endswith(f"{mend}\n")


def test_a_failure_on_the_way_leaves_nothing_behind(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a.md").write_text(STORY, encoding="utf-8")
    Path("empty").mkdir()

    def fail(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("flashgen.steps.begin_record", fail)
    for into in (None, "x/y/z", "empty"):
        with pytest.raises(KeyboardInterrupt):
            library.new("a.md", into, "out/a.apkg")
    assert {path.name for path in here.rglob("*")} == {"a.md", "empty"}


@pytest.mark.parametrize("dies", [0, 1, 2, 3])
def test_after_a_run_that_was_killed_the_same_command_works(
    dies: int,
) -> None:
    """It may die in the middle of each of its files; somebody else's files stay as they are."""
    Path("a.md").write_text(STORY, encoding="utf-8")
    library.new("a.md", "x", "a.apkg")
    whole = {path.name: path.read_bytes() for path in Path("x").iterdir()}
    names = ("article.md", "deck.schema.json", "deck.yaml")
    Path("x/release.json").unlink()
    for number, name in enumerate(names):
        path = Path("x", name)
        path.write_bytes(whole[name][: 0 if name == "deck.yaml" else 50])
        if number < dies:
            path.write_bytes(whole[name])
        if number > dies:
            path.unlink()
    if dies == len(names):  # the folder is a deck
        with pytest.raises(InputError, match="x: is there already"):
            library.new("a.md", "x", "b.apkg")
    else:
        library.new("a.md", "x", "b.apkg")
        assert {path.name: path.read_bytes() for path in Path("x").iterdir()} == whole
    Path("b.md").write_text(STORY.replace("7 November", "8 November"), encoding="utf-8")
    Path("x/deck.yaml").write_bytes(b"")
    with pytest.raises(InputError, match="x: is there already"):
        library.new("b.md", "x", "c.apkg")
    assert Path("x/article.md").read_bytes() == whole["article.md"]


def test_of_two_who_begin_at_once_one_goes_on(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other one takes nothing away, though it saw the folder empty."""
    Path("a.md").write_text(STORY, encoding="utf-8")

    def begin_another(*_: Any) -> tuple[()]:
        with monkeypatch.context() as patch:
            patch.setattr("flashgen.beginning._is_free", lambda *_: True)
            with pytest.raises(InputError, match="x: is there already; name another folder"):
                library.new("a.md", "x", "b.apkg")
        return ()

    monkeypatch.setattr("flashgen.steps.begin_record", begin_another)
    library.new("a.md", "x", "a.apkg")
    assert files(here) == {"a.md", "a.apkg", "x/article.md", "x/deck.yaml", "x/deck.schema.json"}


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, flashgen: Run) -> None:
    Path("a.pdf").write_bytes(b"%PDF-1.7\n")
    imported = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.partition(".")[0] == "pypdfium2":
            raise ModuleNotFoundError(f"No module named '{name}'", name=name)
        return imported(name, *args, **kwargs)

    monkeypatch.delitem(sys.modules, "pypdfium2", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)
    result = flashgen("new", "a.pdf")
    message = "a.pdf: needs pypdfium2: pip install 'flashgen[formats]'\n"
    assert (result.exit_code, result.stderr) == (1, message)


def test_a_card_names_title_author_day_address_and_page() -> None:
    folder = Path("riga")
    text = STORY.replace("\n\nOtto", "\n\n<!-- page 7 -->\nOtto")
    text = text.replace("a merchant of Riga", "the founder of the Riga Bank")
    library.new(io.BytesIO(text.encode()), folder)
    deck = folder / "deck.yaml"
    drafted = deck.read_text("utf-8")
    source = (
        "  title: The Gate\n  author: Jane Doe\n  date: 3 June 2011\n  address: example.org/gate\n"
    )
    deck.write_text(drafted.replace("  title: The Gate of Riga\n", source), encoding="utf-8")
    made = library.build(folder)
    sources = {note.label: note.fields["Source"] for note in made.deck.notes}
    name = "The Gate (Jane Doe, 3 June 2011, example.org/gate)"
    proof = "<mark>Otto Weber was the founder of the Riga Bank</mark>."
    assert sources["person/otto-weber"] == f"{name}, p. 7: {proof}"
    assert sources["person/anna-keller"].startswith(f"{name}: On 7 November 1917")
    assert "After: The Gate, by Jane Doe, 3 June 2011, example.org/gate." in made.deck.description


def test_the_draft_of_a_date_that_contradicts_itself_loads() -> None:
    text = "Hugh Holt came to Riga on 27 July/8 August 1685. It was 3 May 1686 when he left."
    made = library.new(io.BytesIO(text.encode()), "fleet")
    assert "unsure" in (made.curation.path.read_text("utf-8"))
    assert not [item for item in made.curation.items if isinstance(item, Event)]


def test_a_book_without_a_choice_lists_its_chapters() -> None:
    pytest.importorskip("lxml", reason="needs flashgen[formats]")
    from tests.formats import made

    Path("a.epub").write_bytes(made.epub([(name, f"<p>{STORY * 3}</p>") for name in "AB"]))
    with pytest.raises(InputError) as caught:
        library.new("a.epub")
    assert [str(p).partition(" (")[0] for p in caught.value.problems] == [
        "a.epub: 2 chapters; choose one by its number or title: --chapter 1",
        "a.epub: chapter 1: A",
        "a.epub: chapter 2: B",
    ]
    assert library.new("a.epub", chapter="2").curation.source.title == "B (A History)"
