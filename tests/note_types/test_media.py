"""Files that templates name travel under names that say what is in them, or are refused."""

import re
from pathlib import Path

import pytest

from flashgen.note_types import load_note_types
from tests.conftest import Run
from tests.note_types.layers import BACK, FRONT, errors, layer
from tests.small_deck import write_deck

SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (FRONT, "{{Term}}<img src='_Seal.PNG' alt=''>"),
        (FRONT, '{{Term}}<img alt="" src = "_Seal.PNG?x=1">'),
        (FRONT, "{{Term}}<script>show('_Seal.PNG')</script>"),
        (BACK, "{{Meaning}}<p style='background: url(_Seal.PNG)'>x</p>"),
        ("term/style.css", "p { background: center url(_Seal.PNG) }"),
        ("term/style.css", "p { --seal: url('_Seal.PNG'); background: var(--seal) }"),
    ],
)
def test_a_file_travels_under_a_name_that_says_what_is_in_it(
    tmp_path: Path, name: str, text: str
) -> None:
    def names(content: str) -> tuple[str, str]:
        layer(tmp_path, "media/_Seal.PNG", content)
        layer(tmp_path, name, text)
        term = load_note_types([tmp_path])["term"]
        ((shipped, held),) = term.media.items()
        assert held == content.encode()
        shown = "".join((term.css, *(card.front + card.back for card in term.cards)))
        assert shipped in shown
        assert "_Seal.PNG" not in shown
        return shipped, shown

    (one, with_one), (other, with_other) = names("a picture"), names("a better picture")
    assert one != other
    assert with_one.replace(one, other) == with_other
    for shipped in (one, other):
        assert re.fullmatch(r"_seal-[0-9a-f]{16}\.png", shipped)


def test_two_names_of_which_one_begins_the_other(tmp_path: Path) -> None:
    layer(tmp_path, "media/_a.png", "one")
    layer(tmp_path, "media/_a.png.png", "other")
    layer(tmp_path, FRONT, "{{Term}}<img src='_a.png.png' alt=''>")
    assert list(load_note_types([tmp_path])["term"].media.values()) == [b"other"]


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("_x.svg", SVG.format('<image href="_seal.png"/>'), "loads another file, '_seal.png'"),
        ("_x.svg", SVG.format("<style>p{fill:url(a.svg#b)}</style>"), "loads another file, 'a.svg"),
        ("_x.svg", "<svg", "is no SVG that can be read"),
        ("_x.css", "p { background: url(_seal.png) }", "may load other files"),
        ("_x.js", "load('_seal.png')", "may load other files"),
    ],
)
def test_what_would_load_files_that_nobody_carries_along_is_refused(
    tmp_path: Path, name: str, content: str, complaint: str
) -> None:
    layer(tmp_path, f"media/{name}", content)
    layer(tmp_path, FRONT, f"{{{{Term}}}}<object data='{name}'></object>")
    (line,) = errors(tmp_path)
    assert line.startswith(f"media/{name}: {complaint}")


def test_a_changed_file_is_news(tmp_path: Path, flashgen: Run) -> None:
    deck = write_deck(tmp_path / "siege")
    layer(deck / "templates", "media/_seal.png", "a picture")
    layer(deck / "templates", FRONT, "{{Term}}<img src='_seal.png' alt=''>")
    assert flashgen("release", deck, "-o", tmp_path / "1.apkg").exit_code == 0
    assert "nothing" in flashgen("diff", deck).stdout
    layer(deck / "templates", "media/_seal.png", "a better picture")
    told = flashgen("diff", deck)
    assert (told.exit_code, "flashgen Term" in told.stdout) == (0, True)
    between = flashgen("diff", tmp_path / "1.apkg", deck).stdout
    assert len(re.findall(r"_seal-[0-9a-f]{16}\.png", between)) == 2
    made = flashgen("release", deck, "-o", tmp_path / "2.apkg")
    assert "release 2" in made.stdout
