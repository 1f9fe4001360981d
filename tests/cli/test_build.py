"""What goes well, and what the article does not support."""

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.small_deck import DATE, DECK, swapped, write_deck


def test_build_writes_the_package_and_says_what_is_in_it(folder: Path, flashgen: Run) -> None:
    result = flashgen("build", "siege")
    assert result.exit_code == 0
    assert (folder / "dist" / "siege.apkg").read_bytes().startswith(b"PK")
    assert result.stdout.startswith("dist/siege.apkg: 5 notes, 10 cards from siege/article.txt\n")
    assert "the article also names these places: Denmark" in result.stdout
    assert result.stderr == ""


def test_facts_that_ask_nothing_are_named(folder: Path, flashgen: Run) -> None:
    people = "".join(f"  hale-{n}: {{name: Otto Hale {n}}}\n" for n in range(1, 5))
    write_deck(folder / "siege", swapped("people:\n", f"people:\n{people}"))
    result = flashgen("build", "siege")
    told = "4 facts without a card (hale-1, hale-2, hale-3, …): a 'who' or 'what' gives one"
    assert told in result.stdout, result.output


def test_check_writes_nothing(folder: Path, flashgen: Run) -> None:
    before = sorted(folder.rglob("*"))
    result = flashgen("check", "siege")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "siege: 5 notes, 10 cards, nothing to mend\n"
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize("command", ["build", "check"])
def test_without_a_name_every_deck_under_decks_is_taken(
    folder: Path, flashgen: Run, command: str
) -> None:
    write_deck(folder / "decks" / "one", swapped("id: siege", "id: one"))
    write_deck(folder / "decks" / "two", swapped("id: siege", "id: two"))
    result = flashgen(command)
    assert result.exit_code == 0
    assert result.stdout.count("5 notes, 10 cards") == 2


@pytest.mark.usefixtures("folder")
def test_quiet_says_nothing_if_all_is_well(flashgen: Run) -> None:
    for command in (("build", "siege", "-o", "new.apkg"), ("check", "siege")):
        assert flashgen(*command, "--quiet").output == ""


@pytest.mark.usefixtures("folder")
def test_verbose_says_what_was_set_aside(flashgen: Run) -> None:
    for command in ("build", "check"):
        result = flashgen(command, "siege", "-v")
        assert (
            "siege/article.txt:1:1: set aside, heading: The Fall of the Harbour Town\n"
            in result.stderr
        )


def test_one_deck_wrong_leaves_the_packages_of_all_alone(folder: Path, flashgen: Run) -> None:
    write_deck(folder / "decks" / "one", swapped("id: siege", "id: one"))
    write_deck(folder / "decks" / "two", swapped("id: siege", "ident: two"))
    assert flashgen("build").exit_code == 1
    assert not (folder / "dist").exists()


UNSUPPORTED = {
    "a name that is not in the article": (
        swapped("{name: Sea Gate,", "{name: Land Gate,"),
        ":17:3: sea-gate: not found in the article; correct the words, add an alias or a "
        "'passage', or 'cite' where it stands",
    ),
    "a date that is not in the article": (
        swapped(DATE, "{gregorian: 1700-07-01}") + "ignore: {}\n",
        ":12:3: surrender: the article has no date 1 July 1700; correct it, name the words of its "
        "'passage', or 'cite' where it stands",
    ),
    "a question that no sentence answers": (
        DECK + "questions: {q: {question: Why did the wall fall, answer: Its stones were sold}}\n",
        ":25:13: q: not found in the article; correct the words, add a 'passage', or 'cite' where "
        "it stands",
    ),
    "words that stand in no sentence together": (
        swapped("{term: bastion,", "{passage: [bastion, mayor], term: bastion,"),
        ":24:3: bastion: no sentence of the article has all the words of 'passage'; correct "
        "them, or 'cite' where it stands",
    ),
    "a passage of which one text has no word": (
        swapped("{term: bastion,", "{passage: [bastion, '—'], term: bastion,"),
        ":24:3: bastion: no sentence of the article has all the words of 'passage'; correct "
        "them, or 'cite' where it stands",
    ),
}


@pytest.mark.parametrize("name", UNSUPPORTED)
def test_what_the_article_does_not_say_is_a_fault(folder: Path, flashgen: Run, name: str) -> None:
    """``check`` counts it as something to mend; ``build`` says it, and builds."""
    deck, line = UNSUPPORTED[name]
    write_deck(folder / "siege", deck)
    checked, built = flashgen("check", "siege"), flashgen("build", "siege", "-o", "new.apkg")
    assert (checked.exit_code, built.exit_code) == (1, 0)
    place, _, what = line.partition(" ")
    told = f"siege/deck.yaml{place} fault: {what} [unsupported]\n"
    assert checked.stderr == built.stderr == told
