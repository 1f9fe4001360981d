"""An article that cannot be read is one line."""

import os
from pathlib import Path

import pytest

from tests.cli.said import CHECK_THE_NAME, SAVE_AS_UTF8, SUPERUSER
from tests.conftest import Run
from tests.small_deck import ARTICLE

MAKE_IT = "make a deck of it: flashgen new"

ARTICLES = {
    "no such file": ("none.txt", None, f"none.txt: {CHECK_THE_NAME}"),
    "empty": ("a.txt", b"", "a.txt: the file is empty: save the article's text in it"),
    "only spaces": (
        "a.txt",
        " \n\t\n\u00a0\r\n".encode(),
        "a.txt: the file is empty: save the article's text in it",
    ),
    "only a byte order mark": (
        "a.txt",
        b"\xef\xbb\xbf",
        "a.txt: the file is empty: save the article's text in it",
    ),
    "only a heading": (
        "a.txt",
        b"The Fall of the Town\n",
        "a.txt: no running text: the file needs at least one full sentence",
    ),
    "binary": (
        "a.txt",
        b"MZ\x90\x00",
        "a.txt: a binary file (NUL at byte 3): save the article as UTF-8 text",
    ),
    "Latin-1": (
        "a.txt",
        "They fled.\nThe café burned.\n".encode("latin-1"),
        f"a.txt:2: not UTF-8: byte 0xE9 at offset 18; {SAVE_AS_UTF8}",
    ),
    "Windows' quotation marks": (
        "a.txt",
        "They fled.\r\n“Stop!” he cried.\r\n".encode("cp1252"),
        f"a.txt:2: not UTF-8: byte 0x93 at offset 12; {SAVE_AS_UTF8}",
    ),
    "cut off within a letter": (
        "a.txt",
        "They fled.\nThe café".encode()[:-1],
        f"a.txt:2: not UTF-8: byte 0xC3 at offset 18; {SAVE_AS_UTF8}",
    ),
    "UTF-16": (
        "a.txt",
        "They fled.".encode("utf-16"),
        "a.txt: UTF-16 text: save the article as plain text in UTF-8",
    ),
    "UTF-16, the other way round": (
        "a.txt",
        b"\xfe\xff" + "They fled.".encode("utf-16-be"),
        "a.txt: UTF-16 text: save the article as plain text in UTF-8",
    ),
    "UTF-32": (
        "a.txt",
        "They fled.".encode("utf-32"),
        "a.txt: UTF-32 text: save the article as plain text in UTF-8",
    ),
    "a Word document": ("a.docx", b"PK\x03\x04", f"a.docx: not plain text; {MAKE_IT} a.docx"),
    "a PDF": ("a.pdf", b"%PDF-1.7", f"a.pdf: not plain text; {MAKE_IT} a.pdf"),
    "a PDF by another name": (
        "a.txt",
        b"%PDF-1.7 \n%\xe2\xe3",
        f"a.txt: PDF, not plain text; {MAKE_IT} a.txt",
    ),
    "RTF by another name": (
        "a.txt",
        b"{\\rtf1\\ansi They fled.}",
        "a.txt: an RTF document: save the article as plain text in UTF-8",
    ),
    "a web page by another name": (
        "a.txt",
        b"\n<!DOCTYPE html><p>They fled.</p>",
        f"a.txt: HTML, not plain text; {MAKE_IT} a.txt",
    ),
    "no suffix": ("a", b"They fled.", "a: not an article: save it as .txt or .md"),
}


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_that_cannot_be_read_is_one_line(folder: Path, flashgen: Run, name: str) -> None:
    path, data, line = ARTICLES[name]
    if data is not None:
        (folder / path).write_bytes(data)
    for command in (
        ("extract", path),
        ("check", "siege", "--article", path),
        ("build", "siege", "--article", path, "-o", "old.apkg"),
    ):
        result = flashgen(*command)
        assert (result.exit_code, result.stdout, result.stderr) == (1, "", line + "\n")


@pytest.mark.usefixtures("folder")
def test_a_folder_is_no_article(flashgen: Run) -> None:
    result = flashgen("extract", "siege")
    assert result.exit_code == 1
    assert result.stderr == "siege: a folder, not an article; name the file in it\n"


def test_a_file_that_the_system_refuses(folder: Path, flashgen: Run) -> None:
    """A link to itself can be read by nobody, the superuser included."""
    (folder / "loop.txt").symlink_to("loop.txt")
    result = flashgen("extract", "loop.txt")
    assert result.exit_code == 1
    assert result.stderr == (
        "loop.txt: cannot be read: Too many levels of symbolic links; "
        "check the file and its permissions\n"
    )


@pytest.mark.skipif(os.geteuid() == 0, reason=SUPERUSER)
def test_a_file_without_permission(folder: Path, flashgen: Run) -> None:
    (folder / "a.txt").write_text("They fled.")
    (folder / "a.txt").chmod(0)
    result = flashgen("extract", "a.txt")
    assert result.exit_code == 1
    assert result.stderr == (
        "a.txt: cannot be read: Permission denied; allow yourself to read it\n"
    )


def test_a_deck_without_an_article(folder: Path, flashgen: Run) -> None:
    (folder / "siege" / "article.txt").unlink()
    result = flashgen("check", "siege")
    assert (result.exit_code, result.stderr) == (
        1,
        "siege: no article; save it as article.md or article.txt, or name another one\n",
    )


@pytest.mark.parametrize(
    ("there", "message"),
    [
        ("siege/a b.html", "siege: no article; save it as article.md or article.txt, or name "
         "another one; or make a deck of it: flashgen new 'siege/a b.html'"),
        ("other/notes.md", "other: no deck.yaml in it; make a deck of it: flashgen new "
         "other/notes.md"),
        ("other/notes.csv", "other: no deck.yaml in it; name a folder that holds one"),
    ],
)  # fmt: skip
def test_a_folder_that_is_no_deck_yet(
    folder: Path, flashgen: Run, there: str, message: str
) -> None:
    (folder / "siege" / "article.txt").unlink()
    (folder / there).parent.mkdir(exist_ok=True)
    (folder / there).write_text("The king came.", encoding="utf-8")
    result = flashgen("build", Path(there).parent)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"{message}\n")


READABLE = {
    "CRLF": ARTICLE.replace("\n", "\r\n"),
    "CR": ARTICLE.replace("\n", "\r"),
    "a byte order mark": "\ufeff" + ARTICLE,
    "no-break spaces": ARTICLE.replace(" ", "\u00a0"),
    "form feeds": ARTICLE.replace("\n\n", "\n\n\f"),
    "line separators": ARTICLE.replace("\n", "\u2028"),
    "trailing spaces": ARTICLE.replace("\n", "   \n"),
    "control characters": ARTICLE.replace(", ", ",\x07 ") + "\x1b",
    "letters beyond the first plane": ARTICLE + "\nThe scribe wrote 𝔅𝔯𝔞𝔫𝔡𝔱 under it. 🏰\n",
    "a very long line": ARTICLE + "\n" + "The king waited for the town to fall. " * 3_000,
    "very many lines": ARTICLE + "\nThe king waited.\n" * 3_000,
}


@pytest.mark.parametrize("name", READABLE)
def test_every_kind_of_text_file_builds(folder: Path, flashgen: Run, name: str) -> None:
    (folder / "a.txt").write_bytes(READABLE[name].encode("utf-8"))
    result = flashgen("build", "siege", "--article", "a.txt", "-o", "new.apkg")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("new.apkg: 5 notes, 10 cards from a.txt\n")
