"""The pages hang together: links lead somewhere, commands run and print what is written there."""

import ast
import re
import shlex
import tomllib
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from flashgen import __version__
from flashgen.cli import main
from flashgen.rules import find_mentions
from flashgen.rules.dates import days, finder
from tests.conftest import ROOT
from tests.pages import MADE, PAGES, PROSE, README, WRITTEN, anchors, blocks, lines, prose
from tools import make_command_page, transcripts
from tools.cases import as_article, says, takes_part

CONFIG = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ARCHITECTURE = PAGES["docs/architecture.md"]
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
# Files that a page names in running text; what stands in capitals or is the reader's own is none.
PATH = re.compile(
    r"`((?:flashgen|tests|tools|templates|docs|benchmarks|\.ci)/[a-z_./-]+)`|`(test_\w+\.py)`"
)


def links() -> list[tuple[str, str]]:
    """Each page with each of its links to another file or to a heading."""
    every = PAGES | {"CHANGELOG.md": CHANGELOG}
    return sorted(
        {
            (name, link)
            for name, page in every.items()
            for link in re.findall(r"\]\(((?!https?:)[^)\s]+)\)", prose(page))
        }
    )


@pytest.mark.parametrize(("name", "link"), links())
def test_every_link_leads_somewhere(name: str, link: str) -> None:
    path, _, anchor = link.partition("#")
    target = (ROOT / name).parent / path if path else ROOT / name
    assert target.exists()
    if anchor:
        page = target.resolve().relative_to(ROOT).as_posix()
        assert anchor in anchors(PAGES.get(page, CHANGELOG))


def test_the_readme_links_every_page() -> None:
    for name in {*WRITTEN, *MADE, "CHANGELOG.md"} - {"README.md"}:
        assert f"({name})" in README
    on_disk = {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("*.md")}
    assert on_disk == {name for name in PAGES if name.startswith("docs/")}


@pytest.mark.parametrize(
    ("path", "test"), sorted({named for page in PROSE.values() for named in PATH.findall(page)})
)
def test_every_file_that_a_page_names_is_there(path: str, test: str) -> None:
    """A test is named by its module, wherever below ``tests`` it lies."""
    assert (ROOT / path).exists()
    assert not test or list((ROOT / "tests").rglob(test))


def test_the_readme_takes_three_minutes() -> None:
    assert len(re.findall(r"[\w’']+", re.sub(r"\]\([^)]*\)", "", prose(README)))) <= 700


# --- what one types -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", PAGES)
def test_the_commands_of_a_page_run_and_print_what_it_says(name: str) -> None:
    text, ran = transcripts.walked(PAGES[name])
    assert text == PAGES[name], "run `make docs`"
    for command in ran:
        # flashgen check says by its status that there is something to mend.
        assert command.status == 0 or "flashgen check" in command.line, command
        assert "Usage:" not in command.output


@pytest.mark.parametrize("name", PAGES)
def test_what_else_one_types_is_there(name: str) -> None:
    """Programs that this project has or needs, files and extras that exist."""
    known = {"flashgen", "make", "pip", "python", "python3", ".", "git", "cd", "export"}
    extras = CONFIG["project"]["optional-dependencies"]
    for line in lines(PAGES[name]):
        for command in line.split(" && "):
            words = shlex.split(command, comments=True)
            if not words:
                continue
            assert words[0].removeprefix(".venv/bin/") in {*known, "pytest", "ruff", "mypy"}, line
            for extra in re.findall(r"^pip install '?\.\[(\w+)\]", command):
                assert extra in extras
            for path in re.findall(r"(?:^|\s)((?:tests|tools|benchmarks)/[\w/.]+)", command):
                assert (ROOT / path).exists(), line
            if words[1:2] == ["-m"] and words[2].startswith("tools."):
                assert (ROOT / words[2].replace(".", "/")).with_suffix(".py").is_file()


def test_the_page_of_the_commands_is_that_of_their_help() -> None:
    page = make_command_page.PAGE.read_text(encoding="utf-8")
    assert page == make_command_page.page(), "run `make docs`"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_completes_as_the_readme_says(shell: str) -> None:
    assert f"_FLASHGEN_COMPLETE={shell}_source flashgen" in README
    began = {"_FLASHGEN_COMPLETE": f"{shell}_complete", "COMP_WORDS": "flashgen build --form"}
    asked = began | {"COMP_CWORD": "--form" if shell == "fish" else "2"}
    result = CliRunner().invoke(main, prog_name="flashgen", env=asked)
    assert "--format" in result.output


# --- the architecture ---------------------------------------------------------------------------


def test_the_table_of_rooms_names_every_room() -> None:
    table = ARCHITECTURE.partition("## Rooms")[2].partition("\n## ")[0]
    named = re.findall(r"^\| `([\w/.]+)` \|", table, re.MULTILINE)
    package = ROOT / "flashgen"
    folders = {f"{path.parent.name}/" for path in package.glob("*/__init__.py")}
    modules = {path.name for path in package.glob("*.py")}
    assert sorted(named) == sorted(folders | modules)


def test_the_glossary_is_in_the_order_of_the_alphabet() -> None:
    table = ARCHITECTURE.partition("## Glossary")[2].partition("\n## ")[0]
    words = re.findall(r"^\| \*\*([^*]+)\*\*", table, re.MULTILINE)
    assert len(words) > 30
    assert words == sorted(words, key=str.casefold)


def test_no_import_between_rooms_goes_in_a_circle() -> None:
    package = ROOT / "flashgen"
    imports: dict[str, set[str]] = {}
    for path in package.rglob("*.py"):
        room = path.relative_to(package).parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if room != "__init__" and isinstance(node, ast.ImportFrom) and node.module:
                top, *inner = node.module.split(".")
                names = inner[:1] or [each.name for each in node.names]
                imports.setdefault(room, set()).update(names if top == "flashgen" else ())
    graph = {room: known - {room} for room, known in imports.items()}
    assert list(TopologicalSorter(graph).static_order())
    assert "rules" not in graph["deck"] | graph["notes"]
    assert "deck" not in graph["rules"]


# --- the rule that a contributor adds -----------------------------------------------------------


def test_the_rule_that_contributing_adds_does_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row, function = blocks("python", PAGES["CONTRIBUTING.md"])
    names = dict(vars(days))
    code = compile("\n".join((function, row)), "CONTRIBUTING.md", "exec")
    exec(code, names)  # noqa: S102 - our own page
    *_, rule = names["RULES"]
    monkeypatch.setattr(finder, "_FORMS", (*finder._FORMS, rule))
    for text, reading in rule.finds.items():
        assert says(rule, find_mentions(as_article(text, tmp_path)), reading)
    for text in rule.ignores:
        assert not takes_part(rule, find_mentions(as_article(text, tmp_path)))


# --- versions -----------------------------------------------------------------------------------


def test_the_changelog_s_newest_version_is_the_package_s() -> None:
    heads = re.findall(r"^## \[?(.+?)\]?(?: – (\d{4}-\d\d-\d\d))?$", CHANGELOG, re.MULTILINE)
    assert heads[0] == ("Unreleased", "")
    versions = [version for version, _ in heads[1:]]
    dates = [date for _, date in heads[1:]]
    assert versions[0] == __version__
    assert versions[-1] == "0.1.0"
    assert versions == sorted(versions, key=lambda v: [*map(int, v.split("."))], reverse=True)
    assert all(dates)
    assert dates == sorted(dates, reverse=True)


# --- the workflow of the forge ------------------------------------------------------------------


def test_the_workflow_runs_what_ci_run_runs() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8"))
    (job,) = workflow["jobs"].values()
    assert workflow["permissions"] == {"contents": "read"}
    assert job["strategy"]["matrix"] == {
        "system": ["ubuntu-latest", "macos-latest", "windows-latest"],
        "python": re.findall(r"Python :: (3\.\d+)", "\n".join(CONFIG["project"]["classifiers"])),
    }
    on_windows: list[str] = []
    elsewhere: list[str] = []
    for step in job["steps"]:
        if "uses" in step:
            assert re.fullmatch(r"actions/[\w-]+@v\d+", step["uses"])
        else:
            runs = on_windows if step["if"] == "runner.os == 'Windows'" else elsewhere
            runs += step["run"].splitlines()
    assert elsewhere == [".ci/run"]
    assert on_windows == [
        *recipe(".venv/ready")[2:-1],
        *recipe("check"),
        *recipe("test"),
        *recipe("deck"),
    ]


def recipe(target: str) -> list[str]:
    """What make runs for a target, as one would type it in an environment of one's own."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("$(READY):", ".venv/ready:")
    body = re.search(rf"^{re.escape(target)}:.*\n((?:\t.*\n)+)", makefile, re.MULTILINE)
    assert body
    return [line.strip().replace("$(BIN)/", "") for line in body[1].splitlines()]
