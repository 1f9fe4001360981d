"""Documents that are broken, locked, too large or meant to do harm: one line, nothing left."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

pytest.importorskip("trafilatura", reason="needs flashgen[formats]")

from flashgen.formats import LARGEST_FILE
from tests.formats import made
from tests.formats.made import TELLING

pytestmark = pytest.mark.slow

WORDS = made.word_paragraph(TELLING)
BOMB = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
ENTITIES = f'<!DOCTYPE l [<!ENTITY l0 "ha">{BOMB}]>'
LOCKED = (
    f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'41' * 32}>/U<{'42' * 32}>>>"
    "/ID[<41414141><41414141>]"
)
DRM = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData '
    'xmlns="http://www.w3.org/2001/04/xmlenc#"><CipherData><CipherReference URI="OPS/c1.xhtml"/>'
    "</CipherData></EncryptedData></encryption>"
)
DAMAGED, NO_PAGE = "damaged", "no running text in it"


def locked_members(data: bytes) -> bytes:
    """A zip file whose members say that they need a password."""
    return data.replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"
    )


CASES: dict[str, tuple[str, bytes | Callable[[], bytes], str]] = {
    "a PDF cut off": ("a.pdf", lambda: made.paper()[:200], DAMAGED),
    "a PDF of noise": ("a.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 50, DAMAGED),
    "a PDF with a password": ("a.pdf", lambda: made.pdf([[]], LOCKED), "encrypted"),
    "a scan": ("a.pdf", lambda: made.pdf([[], [], []]), "pages without text: a scan"),
    "no PDF": ("a.pdf", b"The king came.", DAMAGED),
    "a Word document cut off": ("a.docx", lambda: made.docx(WORDS)[:900], DAMAGED),
    "a Word document without text": ("a.docx", lambda: made.docx(""), "no text in it"),
    "a Word document with a password": (
        "a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "encrypted",
    ),
    "a locked zip file": ("a.docx", lambda: locked_members(made.docx(WORDS)), "encrypted"),
    "a Word document of entities": (
        "a.docx", lambda: made.docx(WORDS, ENTITIES),
        "declares XML entities",
    ),
    "tables in tables": (
        "a.docx",
        lambda: made.docx("<w:tbl><w:tr><w:tc>" * 3000 + WORDS + "</w:tc></w:tr></w:tbl>" * 3000),
        "",
    ),
    "a zip bomb": ("a.docx", lambda: made.docx("<w:p/>" * 17_000_000), "unpacks to 102 MB"),
    "no Word document": ("a.docx", lambda: made.zipped({"a": "b"}), DAMAGED),
    "an e-book cut off": ("a.epub", lambda: made.epub([("A", TELLING)])[:500], DAMAGED),
    "an e-book with DRM": (
        "a.epub",
        lambda: made.epub([("A", TELLING * 9)], {"META-INF/encryption.xml": DRM}),
        "encrypted (DRM)",
    ),
    "an e-book without chapters": ("a.epub", lambda: made.epub([]), "no text in it"),
    "an e-book of entities": (
        "a.epub",
        lambda: made.epub([("A", TELLING * 9)], {"META-INF/container.xml": ENTITIES}),
        "declares XML entities",
    ),
    "a bomb in an e-book": (
        "a.epub",
        lambda: made.epub([(str(n), "<p>x</p>" * 600_000) for n in range(21)]),
        "unpacks to 100 MB",
    ),
    "a page without words": ("a.html", b"<html><body><img src=a></body></html>", NO_PAGE),
    "a page of tags": (
        "a.html", b"<html><body>" + b"<i>a</i> " * 70_000,
        "more than 60000 elements",
    ),
    "a deep page": (
        "a.html", b"<html><body>" + b"<div>" * 90_000 + b"x",
        "elements nested more than 200",
    ),
    "a large page": ("a.html", b"<html><body>" + b"a" * 21_000_000, "more than 20 MB of HTML"),
    "scripts without end": ("a.html", b"<html><body>" + b"<script>" * 200_000, NO_PAGE),
    "a saved page cut off": (
        "a.mhtml",
        b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n',
        "no page in it",
    ),
    "a saved page cut off in its text": (
        "a.mhtml",
        b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n'
        b"Content-Type: text/html\n\n<html><body><p>" + TELLING.encode() * 9,
        "cut off",
    ),
    "a page that is packed": ("a.html", lambda: gzip.compress(bytes(range(256)) * 9), "no page in"),
    "a page of noise": ("a.html", bytes(range(7, 256)) * 20, "no page in it, but bytes"),
    "another kind": ("a.odt", b"PK", "of no kind that can be read"),
    **{f"an empty .{each}": (f"a.{each}", b"", "the file is empty") for each in
       ("pdf", "docx", "epub", "html", "mhtml", "txt", "md")},
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_hostile_document_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flashgen: Callable[..., Result], case: str
) -> None:
    monkeypatch.chdir(tmp_path)
    name, data, message = CASES[case]
    Path(name).write_bytes(data if isinstance(data, bytes) else data())
    begun = time.perf_counter()
    result = flashgen("new", name)
    assert time.perf_counter() - begun < 60  # a second or two where nothing else runs
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith(f"{name}: {message}")
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("ending", ["txt", "md", "html", "mhtml", "docx", "epub", "pdf"])
def test_a_file_of_a_hundred_megabytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flashgen: Callable[..., Result], ending: str
) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path(f"a.{ending}")
    with path.open("wb") as file:
        file.truncate(100_000_000)
    result = flashgen("new", path)
    message = f"larger than {LARGEST_FILE // 1_000_000} MB: save the article alone"
    assert (result.exit_code, result.stderr) == (1, f"{path}: {message}\n")
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
