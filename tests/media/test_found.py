"""What a build says of the files in media/: a line for each mistake, at the line that names it."""

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from flashgen.errors import InputError, Severity
from flashgen.media.kinds import PICTURES, SOUNDS, mistake
from flashgen.pipeline import build_deck
from tests.conftest import Run
from tests.media.made import DECK, PORTRAIT, png, put, wav, write_shown
from tests.small_deck import swapped

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">%s</svg>'


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return write_shown(tmp_path / "siege")


def wrong(folder: Path) -> str:
    """The first mistake, without the name of its file."""
    with pytest.raises(InputError) as caught:
        build_deck(folder)
    return str(caught.value.problems[0]).removeprefix(f"{folder}/deck.yaml:")


def names(folder: Path, file: str) -> None:
    (folder / "deck.yaml").write_text(swapped("Brandt.svg", file, DECK))


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("brandt.svg", "is not in media/; did you mean 'Brandt.svg'?"),
        ("media/Brandt.svg", "is not in media/; did you mean 'Brandt.svg'?"),
        ("../article.txt", "leads out of media/; put the file there"),
        ("/etc/hosts", "leads out of media/; put the file there"),
        ("speech.wav", "is no picture that Anki knows everywhere; save it as png, jpg,"),
    ],
)
def test_a_name_that_means_no_picture(deck: Path, file: str, told: str) -> None:
    names(deck, file)
    assert wrong(deck).startswith(f"6:21: people.brandt.picture.file: '{file}' {told}")


def test_the_command_says_it_in_one_line_and_leaves_the_package(deck: Path, flashgen: Run) -> None:
    package = deck / "siege.apkg"
    flashgen("build", deck, "-o", package)
    before = package.read_bytes()
    (deck / "media" / "keys.png").unlink()
    for command in (("build", deck, "-o", package), ("check", deck), ("preview", deck)):
        result = flashgen(*command)
        assert result.exit_code == 1
        assert result.output == (
            f"{deck}/deck.yaml:14:21: events.surrender.picture.file: 'keys.png' is not in media/; "
            "known are Brandt.svg, plans/town.png, speech.wav\n"
        )
    assert package.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(b"", "is empty; save it again", id="empty"),
        pytest.param(b"GIF89a....", "is no svg, whatever its name says; it is gif", id="another"),
        pytest.param(b"%PDF-1.7 ", "is no svg, whatever its name says; save it as", id="none"),
        pytest.param(png() + bytes(5_000_000), "is larger than 5 MB; 1,200 pixels are", id="huge"),
        pytest.param(b"<svg", "is no SVG that can be read (line 1: unclosed token)", id="broken"),
        pytest.param(b"<svg></svg>", "is no SVG: it does not begin with <svg xmlns=", id="no svg"),
    ],
)
def test_a_file_that_is_no_picture(deck: Path, content: bytes, told: str) -> None:
    put(deck, "Brandt.svg", content)
    assert f"'Brandt.svg' {told}" in wrong(deck).replace(f"{deck}/media/Brandt.svg: ", "")


@pytest.mark.skipif(os.name == "nt", reason="links are not for everybody there")
@pytest.mark.parametrize("whole", [False, True], ids=["the file", "the folder"])
def test_a_link_brings_nothing_from_outside(deck: Path, tmp_path: Path, *, whole: bool) -> None:
    secret = tmp_path / "elsewhere"
    (deck / "media").rename(secret)
    if whole:
        (deck / "media").symlink_to(secret)
        with pytest.raises(InputError, match=f"{deck}/media: is a link out of {deck}; put a copy"):
            build_deck(deck)
    else:
        write_shown(deck)
        (deck / "media" / "Brandt.svg").unlink()
        (deck / "media" / "Brandt.svg").symlink_to(secret / "Brandt.svg")
        assert "'Brandt.svg' is a link out of media/; put the file itself there" in wrong(deck)


def pipe(path: Path) -> None:
    os.mkfifo(path)


def circle(path: Path) -> None:
    path.symlink_to(path.name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
@pytest.mark.parametrize(
    ("make", "told"),
    [
        (pipe, "is no plain file; copy what"),
        (Path.mkdir, "cannot be read: Is a directory; name a file"),
        (circle, "cannot be read: Too many levels"),
    ],
)
def test_what_is_there_and_no_file_is_called_so(
    deck: Path, make: Callable[[Path], None], told: str
) -> None:
    (deck / "media" / "Brandt.svg").unlink()
    make(deck / "media" / "Brandt.svg")
    assert f"'Brandt.svg' {told}" in wrong(deck)


@pytest.mark.skipif(os.name == "nt", reason="links are not for everybody there")
def test_what_is_no_folder_of_media_is_told(deck: Path) -> None:
    folder = deck / "media"
    folder.rename(deck / "elsewhere")
    for make in (Path.touch, circle):
        make(folder)
        with pytest.raises(InputError, match=f"{folder}: is no folder; put one there that holds"):
            build_deck(deck)
        folder.unlink()


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_is_found_however_the_system_writes_its_letters(deck: Path, form: str) -> None:
    names(deck, "Bürgermeister Бранд.SVG")
    put(deck, unicodedata.normalize(form, "Bürgermeister Бранд.SVG"), PORTRAIT)  # type: ignore[arg-type]
    assert any(name.endswith(".svg") for name in build_deck(deck).deck.media)


def test_what_no_fact_shows_is_a_hint(deck: Path) -> None:
    put(deck, "spare.png", png(1))
    put(deck, ".hidden.png", png(2))
    put(deck, "sources.txt", "Where all is from")
    (hint,) = [each for each in build_deck(deck).problems if "no fact shows" in each.message]
    assert (hint.severity, str(hint.where)) == (Severity.HINT, f"{deck}/media/spare.png")


# --- kinds ---------------------------------------------------------------------------------------

BEGINNINGS = {
    "a.png": png(), "b.JPG": b"\xff\xd8\xff\xe0", "c.jpeg": b"\xff\xd8\xff\xdb",
    "d.webp": b"RIFF\x10\0\0\0WEBPVP8 ", "e.gif": b"GIF87a", "f.svg": PORTRAIT.encode(),
    "g.avif": b"\0\0\0\x20ftypavif", "h.avif": b"\0\0\0\x20ftypmif1\0\0\0\0mif1avif",
    "i.mp3": b"ID3\x04", "j.mp3": b"\xff\xfb\x90", "k.ogg": b"OggS\0", "l.wav": wav(),
    "m.opus": b"OggS" + bytes(24) + b"OpusHead", "n.flac": b"fLaC\0",
    "o.m4a": b"\0\0\0\x20ftypM4A ",
}  # fmt: skip


@pytest.mark.parametrize("name", BEGINNINGS)
def test_every_kind_is_known_by_its_beginning(name: str) -> None:
    kinds = PICTURES if name < "i" else SOUNDS
    assert mistake(name, BEGINNINGS[name], kinds) == ""
    other = SOUNDS if kinds is PICTURES else PICTURES
    assert mistake(name, BEGINNINGS[name], other)
    assert mistake(name, b"\x7fELF", kinds)


@pytest.mark.parametrize(
    ("inside", "loads"),
    [
        ('<image href="other.png"/>', "other.png"),
        ('<image x:href="https://example.org/a.png"/>', "https://example.org/a.png"),
        ("<style>@import 'a.css';</style>", "a.css"),
        ("<style>@font-face {src: url( \"a.woff\" )}</style>", "a.woff"),
        ('<rect fill="url(other.svg#a)"/>', "other.svg#a"),
        ('<use x:href="other.svg#a"/>', "other.svg#a"),
        ('<script href="a.js"/>', "a.js"),
    ],
)  # fmt: skip
def test_an_svg_that_loads_another_file_is_refused(inside: str, loads: str) -> None:
    told = mistake("a.svg", (SVG % inside).encode(), PICTURES)
    assert told == f"loads another file, '{loads}', which no card shows; embed it"


@pytest.mark.parametrize(
    "head", ['<?xml-stylesheet href="a.css"?>', '<!DOCTYPE svg [<!ENTITY a SYSTEM "b">]>']
)
def test_an_svg_that_loads_by_its_head_is_refused(head: str) -> None:
    assert "loads another file" in mistake("a.svg", (head + SVG % "").encode(), PICTURES)


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="data:image/png;base64,AAAA"/><use href="#a"/><rect fill="url(#a)"/>',
        '<a href="https://example.org"><text>who drew it</text></a>',
        "<script>alert(1)</script>",
    ],
)
def test_an_svg_that_loads_nothing_is_taken(inside: str) -> None:
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'
    assert mistake("a.svg", (doctype + SVG % inside).encode(), PICTURES) == ""


def test_entities_that_swell_are_no_picture() -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    text = f'<!DOCTYPE svg [<!ENTITY e0 "lol">{bomb}]>' + SVG % "&e11;"
    assert "is no SVG that can be read" in mistake("a.svg", text.encode(), PICTURES)
