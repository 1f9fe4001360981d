"""The command line of flashgen preview, but for --watch."""

import builtins
import os
import re
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import DECK, Run, needs_anki
from tests.previews.conftest import data_of
from tests.small_deck import write_deck


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return write_deck(tmp_path / "deck")


def run_apart(*args: str | Path, status: int = 0, **environment: str | Path) -> str:
    """Run the command in a process of its own, since a browser of the tests is open in this one.

    Returns all that it says.
    """
    needs_anki()
    done = subprocess.run(
        [sys.executable, "-m", "flashgen", *map(str, args)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, **{name: str(value) for name, value in environment.items()}},
    )
    assert done.returncode == status, done.stderr
    return done.stdout + done.stderr


def size(png: Path) -> tuple[int, int]:
    """Width and height of a picture in pixels, from its header."""
    data = png.read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def test_a_page_is_written_beside_the_packages(
    flashgen: Run, deck: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = flashgen("preview", "deck")
    assert (result.exit_code, result.output) == (0, "dist/siege.html: 10 cards\n")
    assert len(data_of(tmp_path / "dist" / "siege.html")["cards"]) == 10
    assert not (deck / "release.json").exists()  # looking changes nothing


def test_one_file_holds_all(flashgen: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert flashgen("preview", DECK, "-o", page, "-q").output == ""
    text = page.read_text(encoding="utf-8")
    head = text[: text.index('<script type="application/json"')]
    assert not re.findall(r"https?://[^\s\"']*|@import|<script[^>]+src", head)


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("term/bastion/meaning", {"term/bastion/meaning"}),
        ("term/bastion", {"term/bastion/meaning", "term/bastion/term"}),
        ("bastion", {"term/bastion/meaning", "term/bastion/term"}),
    ],
)
def test_a_key_names_a_card_or_a_note(
    flashgen: Run, deck: Path, tmp_path: Path, key: str, shown: set[str]
) -> None:
    page = tmp_path / "page.html"
    flashgen("preview", deck, "-o", page, "--card", key)
    assert {card["key"] for card in data_of(page)["cards"]} == shown


def test_an_unknown_key_is_one_line_with_the_nearest(
    flashgen: Run, deck: Path, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    result = flashgen("preview", deck, "-o", page, "--card", "term/bastoin")
    message = "--card term/bastoin: 'siege' has no such card; did you mean 'term/bastion'?\n"
    assert (result.exit_code, result.output) == (1, message)
    assert not page.exists()
    result = flashgen("preview", deck, "-o", page, "--card", "zzz")
    assert result.output.count("\n") == 1
    assert "page shows the names" in result.output


def test_a_mistake_in_a_template_is_what_build_says(
    flashgen: Run, deck: Path, tmp_path: Path
) -> None:
    (deck / "templates" / "term").mkdir(parents=True)
    (deck / "templates" / "term" / "meaning.front.html").write_text("{{Nope}}", encoding="utf-8")
    package, page = tmp_path / "siege.apkg", tmp_path / "siege.html"
    built, shown = flashgen("build", deck, "-o", package), flashgen("preview", deck, "-o", page)
    assert shown.exit_code == built.exit_code == 1
    assert shown.output == built.output
    assert not page.exists()


def test_the_deck_is_not_overwritten(flashgen: Run, deck: Path) -> None:
    before = (deck / "deck.yaml").read_bytes()
    result = flashgen("preview", deck, "-o", deck / "deck.yaml")
    assert result.exit_code == 1
    assert (deck / "deck.yaml").read_bytes() == before


def test_the_page_is_opened_on_demand(
    flashgen: Run, deck: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    page = tmp_path / "the page.html"
    flashgen("preview", deck, "-o", page, "--open")
    assert opened == [page.as_uri()]


@pytest.mark.parametrize(
    "options",
    [
        "--port 1",
        "--mode night",
        "--side back",
        "--width phone",
        "--png p -o x.html",
        "--watch -o x.html",
        "--watch --png p",
        "--open --png p",
    ],
)
def test_options_that_do_not_go_together_are_refused(
    flashgen: Run, deck: Path, options: str
) -> None:
    result = flashgen("preview", deck, *options.split())
    assert result.exit_code == 2
    assert re.search(r"Error: --\w+ (needs|and) --\w+", result.output)


def without(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a package were not installed."""
    real = builtins.__import__

    def refuse(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.partition(".")[0] == module:
            raise ModuleNotFoundError(f"No module named '{module}'", name=module)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refuse)


def test_without_anki_one_line_says_how_to_get_it(
    flashgen: Run, deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without("anki", monkeypatch)
    result = flashgen("preview", deck)
    message = "preview: needs Anki's own engine: pip install 'flashgen[preview]'\n"
    assert (result.exit_code, result.output) == (1, message)
    assert flashgen("preview", "--help").exit_code == 0


# --- pictures -------------------------------------------------------------------------------------


@pytest.mark.usefixtures("chromium")
def test_pictures_are_named_by_what_they_show(deck: Path, tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    options = ("--card", "term/bastion/meaning", "--mode", "both", "--width", "both")
    result = run_apart("preview", deck, "--png", pictures, *options)
    assert result == f"{pictures}: 8 pictures\n"
    names = {
        f"term.bastion.meaning.{side}.{mode}.{width}.png"
        for side in ("front", "back")
        for mode in ("light", "night")
        for width in ("desktop", "phone")
    }
    assert {path.name for path in pictures.iterdir()} == names
    sizes = {path.name: size(path) for path in pictures.iterdir()}
    assert {width for name, (width, _) in sizes.items() if ".phone." in name} == {720}
    assert {width for name, (width, _) in sizes.items() if ".desktop." in name} == {1200}
    front, back = (
        sizes[f"term.bastion.meaning.{side}.light.desktop.png"][1] for side in ("front", "back")
    )
    assert 100 < front < back  # as high as the card, and no higher


@pytest.mark.usefixtures("chromium")
def test_a_picture_shows_the_mode(deck: Path, tmp_path: Path, tab: Any) -> None:
    (deck / "templates").mkdir()
    style = ".card { background: rgb(250, 240, 230) } .card.nightMode { background: rgb(1, 2, 3) }"
    (deck / "templates" / "style.css").write_text(style, encoding="utf-8")
    options = ("--card", "bastion", "--side", "front", "--mode", "both")
    run_apart("preview", deck, "--png", tmp_path, *options)
    tab.goto("about:blank")
    for mode, color in (("light", [250, 240, 230]), ("night", [1, 2, 3])):
        tab.goto((tmp_path / f"term.bastion.term.front.{mode}.desktop.png").as_uri())
        corner = tab.evaluate(
            "() => { const canvas = document.createElement('canvas').getContext('2d');"
            " canvas.drawImage(document.images[0], 0, 0);"
            " return [...canvas.getImageData(2, 2, 1, 1).data].slice(0, 3); }"
        )
        assert corner == color


@pytest.mark.usefixtures("chromium")
def test_a_browser_that_does_not_start_is_one_line(deck: Path, tmp_path: Path) -> None:
    told = run_apart("preview", deck, "--png", tmp_path, CHROMIUM=tmp_path / "none", status=1)
    assert told.startswith("pictures: ")
    assert told.count("\n") == 1
    assert "name its command in CHROMIUM" in told


def test_without_a_driver_one_line_says_how_to_get_it(
    flashgen: Run, deck: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without("playwright", monkeypatch)
    result = flashgen("preview", deck, "--png", tmp_path)
    message = "pictures: needs Playwright: pip install 'flashgen[pictures]'\n"
    assert (result.exit_code, result.output) == (1, message)
