"""Problems for programs: JSON, SARIF and GitHub's workflow commands."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif

from flashgen.checks.formats import as_github, as_json, as_sarif
from flashgen.errors import Location, Problem, Severity, Subject
from tests.conftest import DECK
from tests.small_deck import DECK as SMALL
from tests.small_deck import write_deck

Run = Callable[..., Result]
ERROR = Problem(Location(Path("a b/deck.yaml"), 3, 5), "name: is empty; fill it in")
FAULT = Problem(
    Location(Path("/x/deck.yaml"), 7), "lenin: not found", Severity.FAULT, "unsupported"
)
HINT = Problem(Location(Path("a.apkg")), "Löwe: 50% off,\nsay", Severity.HINT, "long-answer")
NO_FILE = Problem(Subject("preview"), "needs Anki")
ALL = (ERROR, FAULT, HINT, NO_FILE)


def test_json_has_an_object_for_each_problem() -> None:
    assert json.loads(as_json(ALL))[:2] == [
        {
            "file": "a b/deck.yaml",
            "line": 3,
            "column": 5,
            "severity": "error",
            "rule": "",
            "message": "name: is empty; fill it in",
        },
        {
            "file": "/x/deck.yaml",
            "line": 7,
            "column": 0,
            "severity": "fault",
            "rule": "unsupported",
            "message": "lenin: not found",
        },
    ]
    assert json.loads(as_json(ALL))[3]["file"] == "preview"
    assert as_json(()) == "[]"


def test_sarif_is_valid_by_its_schema() -> None:
    log = json.loads(as_sarif(ALL))
    Sarif.model_validate(log)
    (run,) = log["runs"]
    assert [each["level"] for each in run["results"]] == ["error", "warning", "note", "error"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["long-answer", "unsupported"]
    places = [each.get("locations", [{}])[0].get("physicalLocation") for each in run["results"]]
    assert places == [
        {
            "artifactLocation": {"uri": "a%20b/deck.yaml"},
            "region": {"startLine": 3, "startColumn": 5},
        },
        {"artifactLocation": {"uri": "file:///x/deck.yaml"}, "region": {"startLine": 7}},
        {"artifactLocation": {"uri": "a.apkg"}},
        None,
    ]


def test_the_schema_refuses_what_is_no_sarif() -> None:
    """Else the test above would prove nothing."""
    log = json.loads(as_sarif(ALL))
    log["runs"][0]["results"][0]["level"] = "fault"
    with pytest.raises(ValueError, match="level"):
        Sarif.model_validate(log)


def test_github_s_commands_are_escaped() -> None:
    """As its toolkit does: % and line ends in a message, in a property colons and commas, too."""
    odd = Problem(Location(Path("a,b:c%.yaml"), 1, 2), "x: y,\r\nz %", Severity.FAULT, "opinion")
    assert as_github((*ALL, odd)).splitlines() == [
        "::error file=a b/deck.yaml,line=3,col=5::name: is empty; fill it in",
        "::warning file=/x/deck.yaml,line=7,title=unsupported::lenin: not found",
        "::notice file=a.apkg,title=long-answer::Löwe: 50%25 off,%0Asay",
        "::error::preview: needs Anki",
        "::warning file=a%2Cb%3Ac%25.yaml,line=1,col=2,title=opinion::x: y,%0D%0Az %25",
    ]


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_check_writes_one_document_for_all_decks(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flashgen: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    write_deck(tmp_path / "decks" / "one", SMALL.replace("mayor who", "heroic mayor who"))
    write_deck(tmp_path / "decks" / "two", SMALL.replace("id: siege", "id: two"))
    write_deck(tmp_path / "decks" / "three", SMALL.replace("Sea Gate", "Moat Gate"))
    result = flashgen("check", "--format", form)
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout.count("opinion") >= 1
    assert result.stdout.count("not found in the article") == 1
    if form != "github":
        json.loads(result.stdout)


def test_the_shipped_deck_is_valid_sarif(flashgen: Run) -> None:
    result = flashgen("check", DECK, "--format", "sarif")
    assert result.exit_code == 0
    Sarif.model_validate_json(result.stdout)
