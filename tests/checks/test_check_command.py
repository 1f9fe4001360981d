"""``flashgen check``: what it prints, how it ends, and what a fact may allow."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from flashgen import library
from flashgen.checks.catalogue import RULES
from flashgen.cli import shared
from flashgen.errors import InputError, Location, Problem, Severity
from tests.checks.made import found, rules_of
from tests.small_deck import DECK, write_deck

Run = Callable[..., Result]
HEROIC = DECK.replace("mayor who", "heroic mayor who")  # an opinion: a hint
NOBODY = DECK.replace("Sea Gate", "Moat Gate")  # which the article does not name: a fault
BOTH = HEROIC.replace("Sea Gate", "Moat Gate")


@pytest.fixture
def siege(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], object]:
    """Write the deck in ./siege anew."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")

    def write(deck: str) -> object:
        shutil.rmtree("siege", ignore_errors=True)
        return write_deck(Path("siege"), deck)

    return write


HINTED = (
    "siege/deck.yaml:7:3: hint: brandt: 'who' has an opinion ('heroic'); quote who holds it, or "
    "leave it out [opinion]\n"
)
FAULTY = (
    "siege/deck.yaml:17:3: fault: sea-gate: not found in the article; correct the words, add an "
    "alias or a 'passage', or 'cite' where it stands [unsupported]\n"
)


def test_hints_alone_are_no_failure(siege: Callable[[str], object], flashgen: Run) -> None:
    siege(HEROIC)
    result = flashgen("check", "siege")
    assert (result.exit_code, result.stderr) == (0, HINTED)
    assert result.stdout == "siege: 5 notes, 10 cards, 1 hint\n"


def test_a_fault_is_a_failure(siege: Callable[[str], object], flashgen: Run) -> None:
    siege(BOTH)
    result = flashgen("check", "siege")
    assert (result.exit_code, result.stderr) == (1, HINTED + FAULTY)
    assert result.stdout == "siege: 5 notes, 10 cards, 1 fault, 1 hint\n"


def test_build_prints_faults_and_counts_hints(
    siege: Callable[[str], object], flashgen: Run
) -> None:
    siege(BOTH)
    result = flashgen("build", "siege", "-o", "siege.apkg")
    assert (result.exit_code, result.stderr) == (0, FAULTY)
    assert result.stdout.endswith("\n  1 fault, 1 hint: see flashgen check siege\n")
    assert flashgen("build", "siege", "-o", "siege.apkg", "-q").stdout == ""


def test_a_fault_stops_a_release_and_a_hint_does_not(
    siege: Callable[[str], object], flashgen: Run
) -> None:
    siege(NOBODY)
    result = flashgen("release", "siege", "-o", "siege.apkg")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == FAULTY + "stopped by 1 fault\n"
    assert not Path("siege.apkg").exists()
    with pytest.raises(InputError, match="not found in the article"):
        library.release("siege", "siege.apkg")
    siege(HEROIC)
    result = flashgen("release", "siege", "-o", "siege.apkg")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "1 hint: see flashgen check siege" in result.stdout


def test_what_stops_a_build_is_counted(siege: Callable[[str], object], flashgen: Run) -> None:
    siege(NOBODY.replace("updated: 2026-01-31", "updated:"))
    result = flashgen("build", "siege", "-o", "siege.apkg")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == "stopped by 1 error, 1 fault"


def test_an_empty_day_hides_nothing_else(siege: Callable[[str], object], flashgen: Run) -> None:
    siege(BOTH.replace("updated: 2026-01-31", "updated:"))
    result = flashgen("check", "siege")
    assert result.exit_code == 1
    assert [line.split(": ")[1] for line in result.stderr.splitlines()] == [
        "deck.updated", "hint", "fault",
    ]  # fmt: skip
    assert result.stdout == "siege: 1 error, 1 fault, 1 hint\n"
    built = flashgen("build", "siege", "-o", "siege.apkg")
    assert (built.exit_code, built.stdout) == (1, "")
    assert "hint: " not in built.stderr
    assert not Path("siege.apkg").exists()


def test_a_mistake_in_a_fact_is_said_without_what_follows_from_it(
    siege: Callable[[str], object], flashgen: Run
) -> None:
    siege(NOBODY.replace("updated: 2026-01-31", "updated:").replace("kind: building", "kind: x"))
    result = flashgen("check", "siege")
    assert (result.exit_code, result.stdout) == (1, "siege: 2 errors\n")


@pytest.mark.parametrize(("severity", "color"), [(Severity.FAULT, "31"), (Severity.HINT, "36")])
def test_severities_are_coloured_on_a_terminal(
    severity: Severity, color: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines: list[str] = []
    monkeypatch.setattr("click.echo", lambda line, err: lines.append(line))  # noqa: ARG005
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    problem = Problem(Location(Path("hint: a"), 1), "no", severity, "opinion")
    monkeypatch.delenv("NO_COLOR", raising=False)
    shared.complain([problem, Problem(problem.where, "no")])
    monkeypatch.setenv("NO_COLOR", "1")
    shared.complain([problem])
    assert f"\x1b[{color}m" in lines[0]
    assert lines[1:] == ["hint: a:1: no", str(problem)]


# --- --explain ----------------------------------------------------------------------------------


def test_a_rule_is_explained_with_its_examples(flashgen: Run) -> None:
    for rule in RULES:
        result = flashgen("check", "--explain", rule.name)
        assert result.exit_code == 0
        assert rule.name in result.stdout
        for text in (rule.example, rule.counter_example):
            assert all(line.strip() in result.stdout for line in text.splitlines())


def test_without_a_name_all_rules_are_listed(flashgen: Run) -> None:
    result = flashgen("check", "--explain")
    assert result.exit_code == 0
    assert [line.split()[1] for line in result.stdout.splitlines()] == [r.name for r in RULES]


def test_an_unknown_rule_is_one_line(flashgen: Run) -> None:
    result = flashgen("check", "--explain", "weak-gab")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "--explain weak-gab: no such rule; did you mean 'weak-gap'?\n"


# --- allow --------------------------------------------------------------------------------------

OPINION = "people:\n  brandt: {name: Elias Brandt, who: heroic mayor who gave up the keys%s}\n"


def test_a_fact_allows_what_it_does_on_purpose(tmp_path: Path) -> None:
    assert rules_of(found(tmp_path, OPINION % "")) == ["opinion"]
    assert found(tmp_path, OPINION % ", allow: {opinion: his byname}") == ()


def test_an_allowance_is_of_one_fact_only(tmp_path: Path) -> None:
    other = "  clark: {name: Anna Clark, who: heroic nurse, cite: a book}\n"
    allowed = OPINION % ", allow: {opinion: his byname}"
    (problem,) = found(tmp_path, allowed + other)
    assert problem.message.startswith("clark: ")


def test_a_fault_can_be_allowed_too(tmp_path: Path) -> None:
    facts = "people:\n  king: {name: Frederick IV, who: king%s}\n"
    assert rules_of(found(tmp_path, facts % "")) == ["unsupported"]
    assert found(tmp_path, facts % ", allow: {unsupported: the deck's own frame}") == ()


def test_an_allowance_of_nothing_is_a_hint(tmp_path: Path) -> None:
    facts = "people:\n  brandt: {name: Elias Brandt, who: mayor, allow: {opinion: his byname}}\n"
    (problem,) = found(tmp_path, facts)
    assert (problem.severity, problem.rule) == (Severity.HINT, "unused-allowance")
    assert problem.message == "brandt: 'opinion' finds nothing here; remove it from 'allow'"
    assert isinstance(problem.where, Location)
    assert problem.where.line == 7


@pytest.mark.parametrize(
    ("allow", "line"),
    [
        ("{opinon: x}", "7:80: people.brandt.allow.opinon: unknown key; did you mean 'opinion'?"),
        ("{opinion: ''}", "7:89: people.brandt.allow.opinion: is empty; fill it in"),
        ("{opinion: }", "7:88: people.brandt.allow.opinion: is empty; fill it in"),
        ("[opinion]", "7:79: people.brandt.allow: must be a mapping of keys and values"),
    ],
)
def test_an_allowance_needs_a_rule_and_a_reason(allow: str, line: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        found(tmp_path, OPINION % f", allow: {allow}")
    assert str(caught.value) == f"{tmp_path / 'deck.yaml'}:{line}"


def test_a_mistake_in_one_fact_hides_no_fault_of_another(
    siege: Callable[[str], object], flashgen: Run
) -> None:
    siege(BOTH.replace("date: {julian", "date: {roman"))
    result = flashgen("check", "siege")
    assert result.exit_code == 1
    assert "siege/deck.yaml:15:12: events.surrender.date.roman: unknown key" in result.stderr
    assert HINTED in result.stderr
    assert FAULTY in result.stderr
    assert result.stdout == "siege: 1 error, 1 fault, 1 hint\n"
    # What stops a build is told, and no hint.
    built = flashgen("build", "siege", "-o", "siege.apkg")
    assert HINTED not in built.stderr
    assert built.stderr.endswith(FAULTY + "stopped by 1 error, 1 fault\n")
    assert not Path("siege.apkg").exists()


def test_what_refers_to_a_fact_with_a_mistake_is_not_judged(
    siege: Callable[[str], object], flashgen: Run
) -> None:
    """Nor is an allowance called useless, of which the fact beside may have made use."""
    terms = "terms:\n  bastion: {allow: {look-alike: as the law has it}, "
    siege(DECK.replace("    who: mayor", "    whom: mayor").replace("terms:\n  bastion: {", terms))
    result = flashgen("check", "siege")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("siege/deck.yaml:10:5: people.brandt.whom: unknown key")
    assert result.stderr.count("\n") == 1


def test_a_mistake_in_the_article_is_told_beside_one_in_a_fact(
    siege: Callable[[str], object], flashgen: Run
) -> None:
    siege(DECK.replace("    who: mayor", "    whom: mayor"))
    Path("siege/article.txt").write_text("")
    result = flashgen("check", "siege")
    assert "siege/deck.yaml:10:5: people.brandt.whom: unknown key" in result.stderr
    assert "siege/article.txt: the file is empty" in result.stderr
