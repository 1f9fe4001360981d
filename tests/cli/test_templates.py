"""The commands for designers: which templates are in force, and a copy to begin with."""

from pathlib import Path

import pytest
from click.testing import Result

from flashgen.note_types import KINDS, builtin_templates, load_note_types, themes
from tests.conftest import Run
from tests.note_types.layers import layer
from tests.small_deck import write_deck


@pytest.fixture
def deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_deck(Path("siege"))


def rows(result: Result) -> dict[str, str]:
    """The listing, without its heading: the layer of each file."""
    lines = [line.partition("  ") for line in result.stdout.splitlines()]
    assert [word.strip() for word in lines[0]] == ["FILE", "", "LAYER"]
    return {name: layer_name.strip() for name, _, layer_name in lines[1:]}


def test_what_is_in_force_is_listed_with_its_layer(flashgen: Run, deck: Path) -> None:
    layer(deck / "templates", "shared/footer.html", "{{Source}} <img src='_seal.svg' alt=''>")
    layer(deck / "templates", "media/_seal.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    layer(Path("mine"), "term/meaning.front.html", "{{Term}}?")
    result = flashgen("templates", deck, "--templates", "mine")
    assert result.exit_code == 0
    listed = rows(result)
    assert listed["term/meaning.front.html"] == "mine"
    assert listed["shared/footer.html"] == listed["media/_seal.svg"] == "siege/templates"
    assert listed["theme.css"] == listed["style.css"] == listed["shared/topic.html"] == "built-in"
    for kind in KINDS:
        assert f"{kind}/note-type.yaml" in listed


def test_without_a_deck_the_built_in_ones_are_listed(flashgen: Run) -> None:
    listed = rows(flashgen("templates"))
    assert set(listed.values()) == {"built-in"}
    everything = builtin_templates().rglob("*.*")
    names = {path.relative_to(builtin_templates()).as_posix() for path in everything}
    assert listed.keys() == {name for name in names if not name.startswith("themes/")}
    assert rows(flashgen("templates", "list")) == listed


def test_a_theme_is_a_layer(flashgen: Run, deck: Path) -> None:
    assert rows(flashgen("templates", "--templates", "slate"))["theme.css"] == "theme slate"
    assert rows(flashgen("templates", deck))["theme.css"] == "built-in"


def test_a_misspelt_file_is_told(flashgen: Run, deck: Path) -> None:
    layer(deck / "templates", "terms/meaning.front.html", "{{Term}}?")
    result = flashgen("templates", deck)
    assert result.exit_code == 1
    assert result.stderr == (
        "siege/templates/terms/meaning.front.html: nothing uses this file; "
        "did you mean 'term/meaning.front.html'?\n"
    )
    assert rows(result)["term/meaning.front.html"] == "built-in"


def test_templates_with_mistakes_are_listed_all_the_same(flashgen: Run, deck: Path) -> None:
    layer(deck / "templates", "term/meaning.front.html", "{{Trem}}")
    result = flashgen("templates", deck)
    assert result.exit_code == 1
    assert rows(result)["term/meaning.front.html"] == "siege/templates"
    assert result.stderr.count("\n") == 1
    assert "no field 'Trem' in term" in result.stderr


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("nowhere",), "nowhere: no such folder; name one that holds a deck.yaml\n"),
        (
            ("--templates", "slte"),
            "slte: no such folder of templates, and no theme; did you mean 'slate'?\n",
        ),
        (
            ("--templates", "of/mine"),
            "of/mine: no such folder of templates, and no theme; "
            f"the themes are {', '.join(themes())}\n",
        ),
    ],
)
@pytest.mark.usefixtures("deck")
def test_what_is_not_there_is_one_line(flashgen: Run, args: tuple[str, ...], message: str) -> None:
    result = flashgen("templates", *args)
    assert (result.exit_code, result.stderr) == (1, message)


# --- copy ---------------------------------------------------------------------------------------


def files(folder: Path) -> dict[str, bytes]:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.mark.usefixtures("deck")
def test_a_copy_of_all_makes_the_same_cards(flashgen: Run) -> None:
    result = flashgen("templates", "copy", "--to", "mine")
    assert result.exit_code == 0
    count = len(files(Path("mine")))
    assert result.stdout == f"mine: {count} files copied; build with --templates mine\n"
    listed = rows(flashgen("templates", "--templates", "mine"))
    of_others = {name for name, where in listed.items() if where != "mine"}
    assert of_others == {f"{kind}/note-type.yaml" for kind in KINDS}
    copied = {
        kind: (t.css, t.cards[0].front) for kind, t in load_note_types([Path("mine")]).items()
    }
    assert copied == {kind: (t.css, t.cards[0].front) for kind, t in load_note_types().items()}


@pytest.mark.usefixtures("deck")
def test_a_copy_of_one_note_type_has_what_it_shares_and_nothing_else(flashgen: Run) -> None:
    flashgen("templates", "copy", "term", "--to", "mine")
    names = set(files(Path("mine")))
    assert {name for name in names if "/" not in name} == {"theme.css", "style.css"}
    assert {name.split("/")[0] for name in names if "/" in name} == {"term", "shared"}
    shared = {name for name in names if name.startswith("shared/")}
    assert shared == {"shared/topic.html", "shared/context.html", "shared/footer.html"}


@pytest.mark.usefixtures("deck")
def test_a_copy_can_begin_with_a_theme(flashgen: Run) -> None:
    flashgen("templates", "copy", "term", "--to", "mine", "--theme", "large")
    theme = builtin_templates() / "themes" / "large" / "theme.css"
    assert Path("mine/theme.css").read_bytes() == theme.read_bytes()


@pytest.mark.usefixtures("deck")
def test_a_copy_overwrites_nothing(flashgen: Run) -> None:
    layer(Path("mine"), "theme.css", ".card { --ink: teal }")
    result = flashgen("templates", "copy", "term", "--to", "mine")
    assert result.exit_code == 0
    assert Path("mine/theme.css").read_text(encoding="utf-8") == ".card { --ink: teal }"
    assert result.stdout.splitlines()[1] == "mine: kept as they were: theme.css"
    before = files(Path("mine"))
    again = flashgen("templates", "copy", "term", "--to", "mine")
    assert again.stdout.splitlines()[0].startswith("mine: 0 files copied")
    assert files(Path("mine")) == before


def test_a_copy_to_where_nothing_can_be_written_is_one_line(flashgen: Run, deck: Path) -> None:
    result = flashgen("templates", "copy", "term", "--to", deck / "deck.yaml")
    assert result.exit_code == 1
    assert result.stderr.startswith("siege/deck.yaml/")
    assert result.stderr.count("\n") == 1
    assert "name another folder" in result.stderr


def test_copy_needs_to_know_where_to(flashgen: Run) -> None:
    assert flashgen("templates", "copy").exit_code == 2
    assert flashgen("templates", "copy", "trem", "--to", "mine").exit_code == 2


@pytest.mark.parametrize("args", [(), ("list",), ("copy",)], ids=str)
def test_each_help_ends_with_an_example(flashgen: Run, args: tuple[str, ...]) -> None:
    text = flashgen("templates", *args, "--help").output
    _, example = text.split("\nExample:\n")
    assert example.strip().startswith("flashgen templates ")
