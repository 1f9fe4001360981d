"""What the README, the readers' pages and the help texts promise is there."""

import inspect
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
import yaml

import flashgen as library
from flashgen.checks.answers import LONGEST_ANSWER
from flashgen.cli import main
from flashgen.cli.group import Deferred
from flashgen.dates.edtf import parse_edtf
from flashgen.deck.kinds import KINDS, Event
from flashgen.deck.loader import load_curation
from flashgen.deck.schema import schema_text
from flashgen.pipeline import build_deck
from flashgen.tables import load
from tests.conftest import DECK, ROOT, Run
from tests.pages import AUTHOR, DATES, PROSE, README, blocks, prose, typed
from tools import make_deck_page
from tools.make_calendars_page import PAGE, page
from tools.make_command_page import commands

SECTIONS = {kind.section: kind.questions for kind in KINDS}
COMMANDS = dict(commands(main))
# All pages that are written by hand.
WRITTEN = "\n".join(PROSE.values())


def parted(words: list[str]) -> tuple[str, list[str]]:
    """A command line as the command's name and what it is given; a group alone means 'list'."""
    for count in (2, 1):
        if " ".join(words[:count]) in COMMANDS:
            return " ".join(words[:count]), words[count:]
    return f"{words[0]} list", words[1:]


# --- the command line ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_help_text_with_an_example(flashgen: Run, name: str) -> None:
    text = flashgen(*name.split(), "--help").output
    help_text, example = text.split("\nExample:\n")
    assert len(help_text.split("\n\n")[1].split()) > 5
    words = shlex.split(example)
    command, args = parted(words[1:])
    assert (words[0], command) == ("flashgen", name)
    parsed = COMMANDS[name].make_context(name, args, resilient_parsing=True)
    assert not parsed.args


@pytest.mark.parametrize("name", main.commands)
def test_a_command_is_listed_by_what_its_own_help_begins_with(name: str) -> None:
    listed = main.commands[name]
    assert isinstance(listed, Deferred)
    command = listed.load()
    assert listed.name == command.name
    assert listed.help == " ".join((command.help or "").split("\n\n")[0].split())


def test_help_imports_nothing_that_it_does_not_show() -> None:
    """A library that one command needs would make all of them begin late."""
    program = (
        "import sys, flashgen.cli; flashgen.cli.main(standalone_mode=False); print(*sys.modules)"
    )
    shown = subprocess.run(
        [sys.executable, "-c", program, "--help"], capture_output=True, text=True, check=True
    ).stdout
    imported = set(shown.splitlines()[-1].split())
    assert "flashgen.cli" in imported
    assert not imported & {
        "yaml",
        "genanki",
        "tinycss2",
        "json",
        "flashgen.deck",
        "flashgen.rules",
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name: str) -> None:
    options = [p for p in COMMANDS[name].params if isinstance(p, click.Option)]
    assert options
    assert all(option.help and option.help.endswith(".") for option in options)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_names_every_command(name: str) -> None:
    assert name in {parted(words)[0] for words in typed("flashgen", *PROSE.values())}


@pytest.mark.parametrize("words", typed("flashgen", *PROSE.values()), ids=" ".join)
def test_every_command_line_in_the_readme_is_right(words: list[str]) -> None:
    name, args = parted(words)
    args = args[: args.index(">")] if ">" in args else args
    context = COMMANDS[name].make_context(name, args, resilient_parsing=True)
    assert not context.args


@pytest.mark.parametrize("option", sorted(set(re.findall(r"`(--?[a-z][\w-]*)", prose(WRITTEN)))))
def test_every_option_in_the_readme_exists(option: str) -> None:
    known = {name for c in COMMANDS.values() for p in c.params for name in p.opts}
    assert option in known | {"-k"}  # pytest -k


# --- the files ----------------------------------------------------------------------------------


def test_make_knows_every_target_that_the_readme_names() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = {words[0] for words in typed("make", *PROSE.values())}
    assert {"deck", "test"} <= {words[0] for words in typed("make", README)}
    assert {"deck", "test"} <= named <= targets
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony
    assert set(phony[1].split()) == targets


def test_the_deck_that_the_readme_builds_exists() -> None:
    named = set(re.findall(r"decks/([\w-]+)", WRITTEN)) - {"my-deck", "mine"}
    assert named
    assert all((ROOT / "decks" / name / "deck.yaml").is_file() for name in named)


# --- deck.yaml ----------------------------------------------------------------------------------


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The authors' page's deck.yaml on disk."""
    (text,) = (block for block in blocks("yaml", AUTHOR) if block.startswith("deck:"))
    path = tmp_path / "deck.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_authors_page_s_deck_loads(example: Path) -> None:
    curation = load_curation(example)
    assert len(curation.items) == len(KINDS)
    assert all(item.ask for item in curation.items)


def test_the_authors_page_s_deck_shows_every_section(example: Path) -> None:
    node = yaml.load(example.read_text(), Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    assert set(node) == {"deck", *SECTIONS, "ignore", "dropped"}


def test_the_authors_page_s_sequence_is_a_part_of_the_shipped_deck_s() -> None:
    text = next(block for block in blocks("yaml", AUTHOR) if block.startswith("sequences:"))
    file = DECK.parent / "glorious-revolution" / "deck.yaml"
    deck = yaml.safe_load(file.read_text(encoding="utf-8"))
    for key, shown in yaml.safe_load(text)["sequences"].items():
        whole = deck["sequences"][key]
        assert shown["title"] == whole["title"]
        assert " ".join(shown["events"]) in " ".join(whole["events"])


def test_the_authors_page_s_deck_builds(example: Path, flashgen: Run) -> None:
    (example.parent / "article.txt").write_text(
        "On 29 February/11 March 1700 Elias Brandt gave up the bastion and the Sea Gate, "
        "since the bread was gone. “Take them and spare the town,” Brandt said.\n"
    )
    result = flashgen("build", example.parent, "-o", example.parent / "my.apkg")
    assert (result.exit_code, result.stderr) == (0, "")
    assert f"{len(KINDS)} notes" in result.stdout


def test_the_authors_page_lists_every_question() -> None:
    rows = re.findall(r"^\| (\w+) \| (.*?) \|(.*)\|$", AUTHOR, re.MULTILINE)
    listed = {
        section: (re.findall(r"`([\w-]+)`", usual), re.findall(r"`([\w-]+)`", on_demand))
        for section, usual, on_demand in rows
        if section in SECTIONS
    }
    assert listed == {
        section: (
            [name for name, question in questions.items() if question.usual],
            [name for name, question in questions.items() if not question.usual],
        )
        for section, questions in SECTIONS.items()
    }


def test_the_dates_on_their_page_are_worded_as_it_says(tmp_path: Path) -> None:
    table = DATES.partition("Dates are [EDTF]")[2].partition("\n\n")[2].partition("\n\n")[0]
    rows = [row.strip("| ").split(" | ") for row in table.splitlines()[2:]]
    assert len(rows) >= 6
    for written, worded in rows:
        dates = re.findall(r"`([^`]+)`", written)
        path = tmp_path / "deck.yaml"
        path.write_text(
            "deck: {id: a, name: a, topic: a, updated: 2026-01-31}\nevents:\n"
            + "".join(f"  e{n}: {{what: a, date: '{date}'}}\n" for n, date in enumerate(dates))
        )
        events = load_curation(path).of(Event)
        assert "; ".join(event.date.as_written() for event in events) == worded


def test_what_the_readme_says_is_refused_is_refused() -> None:
    told = DATES.partition("Refused, with the mend,")[2].partition("\n\n")[0]
    *refused, mend = re.findall(r"`([^`]+)`", told)
    assert len(refused) >= 6
    for date in refused:
        with pytest.raises(ValueError, match=r"cannot be kept|years go from"):
            parse_edtf(date)
    with pytest.raises(ValueError, match=re.escape(mend)):
        parse_edtf("1984-1X")
    assert parse_edtf(mend).words() == "October – December 1984"


def test_the_page_of_calendars_is_that_of_the_table() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(load("calendars")), "run `make docs`"


def test_the_reference_of_deck_yaml_is_that_of_the_table() -> None:
    assert make_deck_page.PAGE.read_text(encoding="utf-8") == make_deck_page.page(), "`make docs`"
    schema = make_deck_page.SCHEMA.read_text(encoding="utf-8")
    assert schema == schema_text(), "run `make docs`"


def test_the_readme_says_how_long_an_answer_may_be() -> None:
    assert f"an answer of more than {LONGEST_ANSWER} words" in AUTHOR.replace("\n", " ")


# --- the library --------------------------------------------------------------------------------


def test_the_readme_s_python_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (code,) = blocks("python", README)
    shutil.copytree(ROOT / "decks", tmp_path / "decks")
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - our own README
    counted, *dates = capsys.readouterr().out.splitlines()
    made = build_deck(DECK)
    assert counted == f"{len(made.deck.notes)} notes, {made.cards.total()} cards"
    assert (tmp_path / "october.apkg").is_file()
    text = (DECK / "article.md").read_text(encoding="utf-8")
    assert len(dates) == 3
    assert all(line.partition(" = ")[0] in text for line in dates)


def test_the_library_has_a_face() -> None:
    assert dir(library) == sorted([*library.__all__, "__version__"])
    for name in library.__all__:
        assert inspect.getdoc(getattr(library, name))
        assert name in README.partition("## As a library")[2]


def test_a_notebook_does_what_the_command_line_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flashgen: Run
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    by_hand, by_call = tmp_path / "by-hand", tmp_path / "by-call"
    for folder in (by_hand, by_call):
        shutil.copytree(DECK, folder)
    assert flashgen("build", by_hand, "-o", tmp_path / "1.apkg").exit_code == 0
    library.build(str(by_call), str(tmp_path / "2.apkg"))
    assert (tmp_path / "1.apkg").read_bytes() == (tmp_path / "2.apkg").read_bytes()
    for folder in (by_hand, by_call):
        deck = folder / "deck.yaml"
        text = deck.read_text(encoding="utf-8")
        deck.write_text(text.replace("  topic: ", "  topic: Anew, "), encoding="utf-8")
    assert flashgen("release", by_hand, "-o", tmp_path / "1.apkg").exit_code == 0
    told = library.diff(by_call)
    library.release(by_call, tmp_path / "2.apkg")
    assert (tmp_path / "1.apkg").read_bytes() == (tmp_path / "2.apkg").read_bytes()
    record = (by_hand / "release.json").read_bytes()
    assert (by_call / "release.json").read_bytes() == record
    assert len(told.changed) == len(build_deck(DECK).deck.notes)
    assert not library.diff(by_call)
    found = [[problem.message for problem in library.check(each)] for each in (by_call, by_hand)]
    assert found[0] == found[1]
    for folder in (by_hand, by_call):
        with (folder / "article.md").open("a", encoding="utf-8") as article:
            article.write("\n\nOn 5 January 1918 the deputy Anna Holt spoke in Moscow.\n")
    assert flashgen("sync", by_hand).stdout.count("anna-holt")
    assert library.sync(str(by_call)).new
    synced = [(folder / "deck.yaml").read_bytes() for folder in (by_hand, by_call)]
    assert synced[0] == synced[1]


def test_loading_deck_yaml_loads_no_rules() -> None:
    program = (
        "import sys; from pathlib import Path; from flashgen.deck.loader import load_curation;"
        f"load_curation(Path({str(DECK / 'deck.yaml')!r})); print(*sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert not {"flashgen.rules", "genanki", "click"} & set(ran.stdout.split())


@pytest.mark.parametrize(("package", "at_home"), [("click", "cli/"), ("genanki", "package.py")])
def test_a_package_is_imported_in_one_room(package: str, at_home: str) -> None:
    for path in (ROOT / "flashgen").rglob("*.py"):
        name = path.relative_to(ROOT / "flashgen").as_posix()
        imports = re.search(rf"^\s*(?:import|from) {package}\b", path.read_text("utf-8"), re.M)
        assert not imports or name.startswith(at_home), name
