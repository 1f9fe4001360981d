"""Problems for programs: JSON, SARIF for editors and CI, commands of GitHub's workflows."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from flashgen import __version__
from flashgen.checks.catalogue import BY_NAME
from flashgen.errors import Location, Problem, Severity
from flashgen.printing import json_text

_HOME = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_SARIF_LEVELS = {Severity.ERROR: "error", Severity.FAULT: "warning", Severity.HINT: "note"}
_GITHUB_COMMANDS = {Severity.ERROR: "error", Severity.FAULT: "warning", Severity.HINT: "notice"}


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects, one for each problem; a line or column of 0 is that of no line."""
    return json_text([_object(problem) for problem in problems])


def _object(problem: Problem) -> dict[str, Any]:
    where = problem.where
    place = where if isinstance(where, Location) else None
    return {
        "file": place.path.as_posix() if place else str(where),
        "line": place.line if place else 0,
        "column": place.column if place else 0,
        "severity": problem.severity,
        "rule": problem.rule,
        "message": problem.message,
    }


def as_sarif(problems: Sequence[Problem]) -> str:
    """A log in SARIF 2.1.0, the format of results of static analysis (OASIS)."""
    names = sorted({problem.rule for problem in problems if problem.rule})
    rules = [
        {
            "id": name,
            "shortDescription": {"text": rule.summary},
            "fullDescription": {"text": rule.explanation},
            "defaultConfiguration": {"level": _SARIF_LEVELS[rule.severity]},
        }
        for name in names
        if (rule := BY_NAME.get(name))
    ]
    driver = {"name": "flashgen", "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem) for problem in problems],
    }
    return json_text({"$schema": _HOME, "version": "2.1.0", "runs": [run]})


def _result(problem: Problem) -> dict[str, Any]:
    result: dict[str, Any] = {
        "level": _SARIF_LEVELS[problem.severity],
        "message": {"text": problem.message},
    }
    if problem.rule:
        result["ruleId"] = problem.rule
    if isinstance(problem.where, Location):
        result["locations"] = [{"physicalLocation": _physical(problem.where)}]
    return result


def _physical(where: Location) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(where.path)}}
    if where.line:
        region = {"startLine": where.line, "startColumn": where.column}
        place["region"] = {key: value for key, value in region.items() if value}
    return place


def _uri(path: Path) -> str:
    """A path as a URI reference; a relative one is of the folder that the command runs in."""
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands, by which GitHub shows each problem beside its line."""
    return "\n".join(map(_command, problems))


def _command(problem: Problem) -> str:
    properties: dict[str, Any] = {}
    if isinstance(problem.where, Location):
        where = problem.where
        properties = {"file": where.path.as_posix(), "line": where.line, "col": where.column}
    properties["title"] = problem.rule
    told = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items() if value)
    message = problem.message if properties.get("file") else f"{problem.where}: {problem.message}"
    return f"::{_GITHUB_COMMANDS[problem.severity]}{f' {told}' if told else ''}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


WRITERS: Mapping[str, Callable[[Sequence[Problem]], str]] = {
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
}
