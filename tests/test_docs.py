"""What the README and the help texts promise is there."""

import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
import yaml
from click.testing import Result

from flashgen.article import read_article
from flashgen.cli import main
from flashgen.cli.group import Deferred
from flashgen.curation import QUESTIONS, load_curation
from flashgen.edtf import parse_edtf
from flashgen.quality import LONGEST_ANSWER
from flashgen.tables import load
from tests.conftest import ROOT
from tools.make_calendars_page import PAGE, page

README = (ROOT / "README.md").read_text(encoding="utf-8")


def flattened(group: click.Group, *before: str) -> Iterator[tuple[str, click.Command]]:
    """The commands by what one types, those of groups included."""
    for name, each in group.commands.items():
        command = each.load() if isinstance(each, Deferred) else each
        if isinstance(command, click.Group):
            yield from flattened(command, *before, name)
        else:
            yield " ".join((*before, name)), command


COMMANDS = dict(flattened(main))


def parted(words: list[str]) -> tuple[str, list[str]]:
    """A command line as the command's name and what it is given; a group alone means 'list'."""
    for count in (2, 1):
        if " ".join(words[:count]) in COMMANDS:
            return " ".join(words[:count]), words[count:]
    return f"{words[0]} list", words[1:]


def blocks(language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def typed(program: str) -> list[list[str]]:
    """The lines of the README that a reader may type, with their words, comments gone."""
    lines = re.findall(rf"^(?: {{4,}}(?:[^\n#]*&& )?){program} ([^\n]*)$", README, re.MULTILINE)
    lines += re.findall(rf"`{program} ([a-z][^`\n]*)`", README)
    return [shlex.split(line, comments=True) for line in lines]


# --- the command line ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_help_text_with_an_example(
    flashgen: Callable[..., Result], name: str
) -> None:
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
        "flashgen.types",
        "flashgen.rules",
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name: str) -> None:
    options = [p for p in COMMANDS[name].params if isinstance(p, click.Option)]
    assert options
    assert all(option.help and option.help.endswith(".") for option in options)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_names_every_command(name: str) -> None:
    assert name in {parted(words)[0] for words in typed("flashgen")}


@pytest.mark.parametrize("words", typed("flashgen"), ids=" ".join)
def test_every_command_line_in_the_readme_is_right(words: list[str]) -> None:
    name, args = parted(words)
    args = args[: args.index(">")] if ">" in args else args
    context = COMMANDS[name].make_context(name, args, resilient_parsing=True)
    assert not context.args


@pytest.mark.parametrize("option", sorted(set(re.findall(r"(?<![\w-])--?[a-z][\w-]*", README))))
def test_every_option_in_the_readme_exists(option: str) -> None:
    known = {name for c in COMMANDS.values() for p in c.params for name in p.opts}
    assert option in known | {"-p"}  # mkdir -p


# --- the files ----------------------------------------------------------------------------------


def test_make_knows_every_target_that_the_readme_names() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = {words[0] for words in typed("make")}
    assert {"deck", "test"} <= named <= targets
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony
    assert set(phony[1].split()) == targets


@pytest.mark.parametrize(
    "path",
    sorted(set(re.findall(r"\]\((?!https?:)([^)]+)\)", README))),
)
def test_every_file_that_the_readme_links_to_exists(path: str) -> None:
    assert (ROOT / path).exists()


def test_the_deck_that_the_readme_builds_exists() -> None:
    named = set(re.findall(r"decks/([\w-]+)", README)) - {"my-deck"}
    assert named
    assert all((ROOT / "decks" / name / "deck.yaml").is_file() for name in named)


# --- deck.yaml ----------------------------------------------------------------------------------


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The README's deck.yaml on disk."""
    (text,) = blocks("yaml")
    path = tmp_path / "deck.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_readme_s_deck_loads(example: Path) -> None:
    curation = load_curation(example)
    assert len(curation.items) == 5
    assert all(item.ask for item in curation.items)


def test_the_readme_s_deck_shows_every_section(example: Path) -> None:
    node = yaml.load(example.read_text(), Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    assert set(node) == {"deck", *QUESTIONS, "ignore", "dropped"}


def test_the_readme_s_deck_builds(example: Path, flashgen: Callable[..., Result]) -> None:
    (example.parent / "article.txt").write_text(
        "On 29 February/11 March 1700 Elias Brandt gave up the bastion and the Sea Gate. "
        "“Take them and spare the town,” Brandt said.\n"
    )
    result = flashgen("build", example.parent, "-o", example.parent / "my.apkg")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "5 notes" in result.stdout


def test_the_readme_lists_every_question() -> None:
    rows = re.findall(r"^\| (\w+) \| (.*?) \|(.*)\|$", README, re.MULTILINE)
    listed = {
        section: (re.findall(r"`([\w-]+)`", usual), re.findall(r"`([\w-]+)`", on_demand))
        for section, usual, on_demand in rows
        if section in QUESTIONS
    }
    assert listed == {
        section: (
            [name for name, question in questions.items() if question.usual],
            [name for name, question in questions.items() if not question.usual],
        )
        for section, questions in QUESTIONS.items()
    }


def test_the_dates_in_the_readme_are_worded_as_it_says(tmp_path: Path) -> None:
    table = README.partition("Dates are [EDTF]")[2].partition("\n\n")[2].partition("\n\n")[0]
    rows = [row.strip("| ").split(" | ") for row in table.splitlines()[2:]]
    assert len(rows) >= 6
    for written, worded in rows:
        dates = re.findall(r"`([^`]+)`", written)
        path = tmp_path / "deck.yaml"
        path.write_text(
            "deck: {id: a, name: a, topic: a, updated: 2026-01-31}\nevents:\n"
            + "".join(f"  e{n}: {{what: a, date: '{date}'}}\n" for n, date in enumerate(dates))
        )
        events = load_curation(path).events
        assert "; ".join(event.date.as_written() for event in events) == worded


def test_what_the_readme_says_is_refused_is_refused() -> None:
    told = README.partition("Refused, with the mend,")[2].partition("\n\n")[0]
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


def test_the_readme_says_how_long_an_answer_may_be() -> None:
    assert f"an answer of more than {LONGEST_ANSWER} words" in README.replace("\n", " ")
    assert f"longer than {LONGEST_ANSWER}" in (COMMANDS["check"].help or "")


# --- the library --------------------------------------------------------------------------------


def test_the_readme_s_python_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (code,) = blocks("python")
    (tmp_path / "article.txt").write_text("The town fell on 25 October/7 November.")
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - our own README
    assert capsys.readouterr().out == "25 October/7 November 25 October/7 November 1917\n"


def test_the_functions_that_the_readme_names_exist() -> None:
    sentence = README.partition("Each step of the way is one function:")[2].partition("\n\n")[0]
    names = re.findall(r"`([\w.]+)`", sentence)
    assert len(names) >= 8
    sources = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "flashgen").rglob("*.py"))
    for name in names:
        assert f"def {name.rpartition('.')[2]}(" in sources


def test_the_packaged_article_is_readable() -> None:
    article = read_article(ROOT / "decks" / "october-1917" / "article.md")
    assert article.title
    assert article.paragraphs
