"""Templates of a test, and what the linter says of them."""

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


def errors(folder: Path) -> list[str]:
    return [told(problem, folder) for problem in inspect_templates([folder]).errors]


def warnings(folder: Path) -> list[str]:
    return [told(problem, folder) for problem in inspect_templates([folder]).hints]


def told(problem: Problem, folder: Path) -> str:
    return str(replace(problem, severity=Severity.ERROR)).replace(f"{folder}/", "")
