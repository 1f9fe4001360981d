"""Wrong usage, and help."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from flashgen.cli import main
from tests.conftest import ROOT, Run
from tests.small_deck import swapped, write_deck


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("build", "siege", "--what"), "No such option '--what'"),
        (("build", "siege", "other"), "unexpected extra argument"),
        (("extract",), "Missing argument 'ARTICLE'"),
        (("extract", "a.txt", "--format", "xml"), "'xml' is not one of"),
        (("extract", "a.txt", "--year", "0"), "0 is not in the range 1<=x<=9999"),
        (("bild",), "No such command 'bild'"),
    ],
)
def test_wrong_usage_is_status_2(flashgen: Run, args: tuple[str, ...], says: str) -> None:
    result = flashgen(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr


def test_an_option_for_one_deck_is_refused_for_several(folder: Path, flashgen: Run) -> None:
    for name in ("one", "two"):
        write_deck(folder / "decks" / name, swapped("id: siege", f"id: {name}"))
    result = flashgen("build", "-o", "old.apkg")
    assert result.exit_code == 2
    assert "--output fits one deck; there are 2: name one." in result.stderr


@pytest.mark.usefixtures("folder")
def test_the_module_runs_as_the_command_does() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "flashgen", "check", "siege"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == "siege: 5 notes, 10 cards, nothing to mend\n"


def test_help_is_the_same_for_both_options() -> None:
    runner = CliRunner()
    assert runner.invoke(main, ["-h"]).output == runner.invoke(main, ["--help"]).output
