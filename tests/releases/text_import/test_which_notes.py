"""Which notes the text file holds."""

import csv
from pathlib import Path

import pytest

from flashgen.notes.identity import note_guid
from tests.conftest import Run
from tests.releases.author import SECOND, THIRD, Release, edit, released
from tests.releases.learner import Counts, Learner
from tests.releases.text_import.text import CHANGED, TERMS, change, imports_text, text_of
from tests.small_deck import DECK, write_deck


def rows(folder: Path) -> set[str]:
    """The GUIDs in text files, as another program reads them."""
    found = set()
    for text in folder.iterdir():
        with text.open(encoding="utf-8", newline="") as file:
            table = csv.reader((line for line in file if line[0] != "#"), dialect="excel-tab")
            found |= {guid for guid, *_ in table}
    return found


def test_since_holds_only_what_has_changed_after_that_release(
    first: Release, flashgen: Run, tmp_path: Path
) -> None:
    second = released(first.deck, tmp_path / "2", SECOND, change)
    third = released(
        second.deck, tmp_path / "3", THIRD, lambda deck: edit(deck, "slope before", "bank before")
    )
    sally = second.guids["term/sally"]
    glacis = first.guids["term/glacis"]
    changed = {first.guids[label] for label in CHANGED}
    assert rows(text_of(third.deck, flashgen, "--since", "1")) == {glacis, sally, *changed}
    assert rows(text_of(third.deck, flashgen, "--since", "2")) == {glacis}
    assert rows(text_of(third.deck, flashgen)) == {glacis}


@pytest.mark.parametrize(
    ("since", "line"),
    [
        ("spring", "--since: no release 'spring'; known are 1"),
        (
            "1",
            "--since: nothing has changed after release '1'; name the one that learners have",
        ),
    ],
    ids=["unknown", "nothing-new"],
)
def test_a_file_that_anki_would_refuse_is_not_written(
    since: str, line: str, first: Release, flashgen: Run, tmp_path: Path
) -> None:
    """Anki says of a text without notes that it is empty."""
    texts = tmp_path / "texts"
    texts.mkdir()
    result = flashgen(
        "build", first.deck, "--format", "tsv", "--since", since, "-o", texts / "deck.tsv"
    )
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"{line}\n")
    assert list(texts.iterdir()) == []


def test_without_a_release_changes_arrive_and_nobody_loses_tags(
    newcomer: Learner, flashgen: Run, tmp_path: Path
) -> None:
    """Nobody knows then who has which note; so a new note comes without tags."""
    deck = write_deck(tmp_path / "siege", DECK + TERMS)
    built = flashgen("build", deck, "-o", tmp_path / "draft.apkg")
    assert built.exit_code == 0
    newcomer.imports(tmp_path / "draft.apkg")
    newcomer.edits("term/bastion", {"My notes": "mine"})
    newcomer.tags("term/bastion", "leech")
    before = newcomer.has()
    change(deck)
    counts = imports_text(newcomer, text_of(deck, flashgen))
    assert counts == Counts(new=1, updated=len(CHANGED), duplicate=len(before.notes) - len(CHANGED))
    assert "stands out" in newcomer.sees("term/bastion")
    assert newcomer.note("term/bastion")["My notes"] == "mine"
    assert newcomer.note("term/bastion").tags == ["leech", "siege::terms"]
    newcomer.guids = {"term/sally": note_guid("siege", "term", "sally")}
    assert newcomer.cards("term/sally").keys() == {"Meaning", "Term"}
