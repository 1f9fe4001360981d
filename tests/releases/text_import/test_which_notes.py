"""Which notes the text file holds."""

import csv
import re
from pathlib import Path

import pytest

from flashgen.note_types import builtin_templates
from flashgen.notes.identity import note_guid
from tests.conftest import Run
from tests.releases.author import FIRST, SECOND, THIRD, Release, edit, released
from tests.releases.learner import Counts, Learner
from tests.releases.text_import.text import CHANGED, TERMS, change, imports_text, text_of, untouched
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


def test_a_shorter_note_type_loses_nothing_of_the_learners(
    newcomer: Learner, flashgen: Run, tmp_path: Path
) -> None:
    """Its new notes come without tags: the column of tags lies behind its 'My notes'."""

    def shorten(deck: Path) -> None:
        built_in = (builtin_templates() / "term" / "note-type.yaml").read_text("utf-8")
        shorter = re.sub(r"  - Spare \d+\n", "", built_in)
        assert shorter.count("\n") < built_in.count("\n") - 10
        (deck / "templates" / "term").mkdir(parents=True)
        (deck / "templates" / "term" / "note-type.yaml").write_text(shorter, "utf-8")

    deck = write_deck(tmp_path / "siege", DECK + TERMS)
    old = released(deck, tmp_path / "1", FIRST, shorten)
    gate = "  gate: {name: Gate, kind: building, what: way out, cite: a map}\n"
    new = released(
        old.deck,
        tmp_path / "2",
        SECOND,
        change,
        lambda deck: edit(deck, "places:\n", f"places:\n{gate}"),
    )
    newcomer.imports(old.package)
    newcomer.guids = new.guids
    for label in ("term/bastion", "term/glacis", "place/sea-gate"):
        newcomer.edits(label, {"My notes": "mine"})
        newcomer.tags(label, "leech")
    before = newcomer.has()
    text = text_of(new.deck, flashgen)
    assert imports_text(newcomer, text) == Counts(new=2, updated=len(CHANGED))
    changed = [new.guids[label] for label in CHANGED]
    assert untouched(newcomer.has(), before, *changed) == untouched(before, before, *changed)
    assert newcomer.note("term/bastion")["My notes"] == "mine"
    assert newcomer.note("term/bastion").tags == ["leech", "siege::release::1", "siege::terms"]
    assert "stands out" in newcomer.sees("term/bastion")
    assert newcomer.note("place/gate").tags == ["siege::places", "siege::release::2"]
    assert newcomer.cards("term/sally").keys() == {"Meaning", "Term"}
    assert newcomer.note("term/sally")["My notes"] == ""
    newcomer.edits("term/sally", {"My notes": "mine"})
    before = newcomer.has()
    assert imports_text(newcomer, text) == Counts(duplicate=2 + len(CHANGED))
    assert newcomer.has() == before
