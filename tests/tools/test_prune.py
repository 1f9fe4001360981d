"""make prune: what it switches off, and that it sees what changes and what does not."""

import ast
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.test_explain import TEXT
from tools.branches import branches, forced, rows, without_row
from tools.tables import table_rows

SOURCE = """
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import nothing_of_the_kind

CLUES = (Clue("a", 1), *(Clue("b", 2),), last)
NAMES = {"one": make(1), "two": "plain"}

def clues():
    return (Clue(id="kind/c", weight=3), Clue("kind/e"), len("d"))

def judge(words, limit=3):
    if not words:
        raise ValueError("no words")
    if len(words) > limit and (first := words[0]):
        return first
    kept = [w for w in words if w.islower()]
    return kept[0] if kept else "none"
"""


def judge(tree: ast.Module, words: list[str]) -> object:
    (function,) = (n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == "judge")
    scope: dict[str, Callable[[list[str]], object]] = {}
    exec(compile(ast.Module([function], []), "judge", "exec"), scope)  # noqa: S102 - our own
    return scope["judge"](words)


def test_branches_are_all_conditions_but_those_of_types() -> None:
    assert [(site.line, site.source, site.guards) for site in branches(SOURCE)] == [
        (15, "not words", True),
        (17, "len(words) > limit and (first := words[0])", False),
        (19, "w.islower()", False),
        (20, "kept", False),
    ]


@pytest.mark.parametrize(
    ("number", "outcome", "words", "said"),
    [
        (1, False, ["A", "b", "c", "d"], "b"),
        (2, True, ["A", "b"], "A"),
        (2, False, ["A", "b"], "none"),
        (3, False, ["b"], "none"),
    ],
)
def test_a_branch_is_forced(number: int, *, outcome: bool, words: list[str], said: str) -> None:
    assert judge(forced(SOURCE, number, outcome=outcome), words) == said


def test_a_condition_that_is_forced_is_still_evaluated() -> None:
    """It may give a name to what it finds."""
    with pytest.raises(ValueError, match="no words"):
        judge(forced(SOURCE, 0, outcome=True), ["a"])
    assert judge(forced(SOURCE.replace("and (first", "or (first"), 1, outcome=True), ["a"]) == "a"


def test_rows_are_what_tables_hold() -> None:
    assert [(site.line, site.source) for site in rows(SOURCE)] == [
        (8, "Clue('a', 1)"),
        (8, "Clue('b', 2)"),
        (8, "last"),
        (9, "make(1)"),
        (12, "kind/c"),
        (12, "kind/e"),
    ]


def test_a_row_goes_alone() -> None:
    left = [ast.unparse(without_row(SOURCE, number)) for number in range(len(rows(SOURCE)))]
    assert "CLUES = (*(Clue('b', 2),), last)" in left[0]
    assert "CLUES = (Clue('a', 1), *(), last)" in left[1]
    assert "NAMES = {'two': 'plain'}" in left[3]
    assert "return (Clue('kind/e'), len('d'))" in left[4]
    assert "Clue('b', 2)" in left[4]


@pytest.mark.parametrize(
    ("text", "entries", "rest"),
    [
        ("a: [b, 'c, d']\n", False, ["a:\n- c, d\n", "a:\n- b\n"]),
        ("a: [b, 'c, d']\n", True, ["a:\n- c, d\n", "a:\n- b\n- d\n", "a:\n- b\n- c\n"]),
        ("a: {b: 1, c: 2}\n", False, ["a:\n  c: 2\n", "a:\n  b: 1\n"]),
        ("a: [b]\n", False, ["a: []\n"]),
    ],
)
def test_rows_of_a_table(tmp_path: Path, text: str, *, entries: bool, rest: list[str]) -> None:
    path = tmp_path / "table.yaml"
    path.write_text(text)
    assert [row.rest for row in table_rows(path, entries=entries)] == rest


def test_rows_of_a_list_are_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("# words\na: b\n\nc: d\n")
    assert [(row.line, row.rest) for row in table_rows(path)] == [
        (2, "# words\n\nc: d\n"),
        (4, "# words\na: b\n\n"),
    ]


# --- trials ---------------------------------------------------------------------------------------

# In a process of its own: trials fork, and import the rules again.
SCRIPT = """
import ast, sys
from functools import partial
from pathlib import Path
from flashgen.mentions import Mentions
from flashgen.reading import read_article
from tools.reimport import find_afresh, find_with, modules
from tools.trials import Bench, Trial, find_with_tree

here = Path("here")
path = modules()["flashgen.rules"]
source = path.read_text(encoding="utf-8")
blind = "\\ndef find_mentions(article): return Mentions((), (), (), ())"
table = Path(path).parent.parent / "tables" / "people.yaml"

def trial(label, prepare, texts=None):
    return Trial("kind", here, 1, label, prepare, texts)

if __name__ == "__main__":
    bench = Bench([read_article(Path(name)) for name in sys.argv[1:]])
    trials = [
        trial("nothing", lambda: find_with({})),
        trial("all", lambda: lambda article: Mentions((), (), (), ())),
        trial("an error", lambda: 1 / 0),
        trial("an exit", lambda: lambda article: sys.exit(0)),
        trial("all, on no text", lambda: lambda article: None, []),
        trial("all, where there is nothing", lambda: lambda article: Mentions((), (), (), ()), [0]),
        trial("the same text of a table", partial(find_afresh, {table: table.read_text("utf-8")})),
        trial("no table", partial(find_afresh, {table: "- no table"})),
        trial("another tree", partial(find_with_tree, "flashgen.rules", path,
                                      partial(ast.parse, source + blind))),
    ]
    for tried, changes in bench.run(trials, jobs=1):
        print(f"{tried.label}: {changes}")
    seen = bench.outcomes().values()
    print(f"some branches go somewhere in the long text only: {[1] in seen}")
    print(f"some do in both: {[0, 1] in seen}")
"""
SHORT = "It rained for weeks, and nobody could say when it would end."


def test_trials_see_what_changes(tmp_path: Path) -> None:
    names = []
    for name, text in (("short", SHORT), ("long", TEXT)):
        names.append(tmp_path / f"{name}.txt")
        names[-1].write_text(text, encoding="utf-8")
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    run = subprocess.run(
        [sys.executable, script, *names],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert run.stdout.splitlines() == [
        "nothing: False",
        "all: True",
        "an error: True",
        "an exit: True",
        "all, on no text: False",
        "all, where there is nothing: False",
        "the same text of a table: False",
        "no table: True",
        "another tree: True",
        "some branches go somewhere in the long text only: True",
        "some do in both: True",
    ]
