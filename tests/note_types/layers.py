"""Templates of a test, and what the linter says of them."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from flashgen.errors import Problem, Severity
from flashgen.note_types import inspect_templates

FRONT = "term/meaning.front.html"  # asks the Term, the answer is the Meaning
BACK = "term/meaning.back.html"


def layer(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return folder


def complaints(folder: Path) -> tuple[list[str], list[str]]:
    """Errors and warnings."""
    found = inspect_templates([folder])
    wrong, doubtful = ([told(p, folder) for p in ps] for ps in (found.errors, found.hints))
    return wrong, doubtful


def errors(folder: Path) -> list[str]:
    return complaints(folder)[0]


def warnings(folder: Path) -> list[str]:
    return complaints(folder)[1]


def assert_one_line(found: Collection[str], name: str, line: str) -> None:
    """All that is found is one line on that file, which begins so."""
    assert len(found) == 1
    assert next(iter(found)).startswith(f"{name}:{line}".replace("::", ":"))


def told(problem: Problem, folder: Path) -> str:
    return str(replace(problem, severity=Severity.ERROR)).replace(f"{folder}/", "")
