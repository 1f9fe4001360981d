"""Real Anki takes from the text file what has changed, and leaves the learner's own alone."""

from pathlib import Path

import pytest
from anki.collection import CsvMetadata, ImportCsvRequest
from anki.consts import CARD_TYPE_NEW, QUEUE_TYPE_NEW

from flashgen.note_types import builtin_templates
from flashgen.notes.identity import note_guid
from tests.conftest import Run
from tests.releases.author import SECOND, Release, released
from tests.releases.learner import Counts, Learner
from tests.releases.text_import.text import (
    CHANGED,
    NAME,
    change,
    deck_of,
    fields,
    imports_text,
    text_of,
    untouched,
)


@pytest.mark.parametrize("draft", [False, True], ids=["release", "draft"])
@pytest.mark.parametrize("options", [(), ("--since", "1")], ids=["by-default", "since"])
def test_what_has_changed_arrives_and_what_is_the_learners_stays(
    *,
    options: tuple[str, ...],
    draft: bool,
    first: Release,
    learner: Learner,
    newcomer: Learner,
    flashgen: Run,
    tmp_path: Path,
) -> None:
    new = released(first.deck, tmp_path, SECOND, change, draft=draft)
    sally = note_guid("siege", "term", "sally")
    learner.guids = newcomer.guids = {**first.guids, "term/sally": sally}
    newcomer.imports(new.package)
    before = learner.has()
    own = {label: (learner.note(label)["My notes"], learner.note(label).tags) for label in CHANGED}
    text = text_of(new.deck, flashgen, *options)

    assert imports_text(learner, text) == Counts(new=1, updated=len(CHANGED))
    after = learner.has()

    corrected = {first.guids[label] for label in CHANGED}
    assert untouched(after, before, *corrected) == untouched(before, before, *corrected)
    for label in CHANGED:
        notes, tags = own[label]
        assert fields(learner, label) == {**fields(newcomer, label), "My notes": notes}
        assert learner.note(label).tags == tags
    assert "stands out" in learner.sees("term/bastion")
    assert "mine: term/bastion" in learner.sees("term/bastion")
    assert learner.note("term/moat")["Literally"] == ""
    assert own["term/bastion"][1] == ["leech", "marked", "siege::release::1", "siege::terms"]

    come = {id_ for id_ in after.cards if id_ not in before.cards}
    grown, *of_sally = learner.cards("term/ravelin")["Term"], *learner.cards("term/sally").values()
    assert come == {card.id for card in (grown, *of_sally)}
    for card in (grown, *of_sally):
        assert (card.type, card.queue, card.reps) == (CARD_TYPE_NEW, QUEUE_TYPE_NEW, 0)
    assert fields(learner, "term/sally") == fields(newcomer, "term/sally")
    assert learner.note("term/sally").tags == newcomer.note("term/sally").tags
    assert {"siege::terms", "siege::gates"} <= set(learner.note("term/sally").tags)
    assert learner.cards("term/sally").keys() == {"Meaning", "Term"}
    assert {deck_of(learner, card) for card in of_sally} == {NAME}
    assert deck_of(learner, grown) == "Hard ones"  # beside the one that the learner moved there

    assert imports_text(learner, text) == Counts(duplicate=1 + len(CHANGED))
    assert learner.has() == after


def test_a_new_note_keeps_what_the_learner_wrote_when_the_text_comes_again(
    first: Release, learner: Learner, flashgen: Run, tmp_path: Path
) -> None:
    new = released(first.deck, tmp_path, SECOND, change)
    text = text_of(new.deck, flashgen)
    imports_text(learner, text)
    learner.guids = new.guids
    learner.edits("term/sally", {"My notes": "mine"})
    before = learner.has()
    imports_text(learner, text)
    assert learner.has() == before


def test_the_next_package_finds_what_the_text_brought(
    first: Release, learner: Learner, flashgen: Run, tmp_path: Path
) -> None:
    """The notes are the same ones, with nothing to do."""
    new = released(first.deck, tmp_path, SECOND, change)
    imports_text(learner, text_of(new.deck, flashgen))
    before = learner.has()
    assert learner.imports(new.package) == Counts(duplicate=len(first.guids) + 1)
    after = learner.has()
    assert (after.notes, after.cards) == (before.notes, before.cards)


def test_it_updates_whatever_the_learner_chose_for_another_text(
    first: Release, learner: Learner, flashgen: Run, tmp_path: Path
) -> None:
    """Anki's window remembers: leave existing notes alone, and look for them in one deck only."""
    other = tmp_path / "other.txt"
    other.write_text("front\tback\n", encoding="utf-8")
    metadata = learner.collection.get_csv_metadata(str(other), None)
    metadata.dupe_resolution = CsvMetadata.PRESERVE
    metadata.match_scope = CsvMetadata.NOTETYPE_AND_DECK
    learner.collection.import_csv(ImportCsvRequest(path=str(other), metadata=metadata))
    assert learner.collection.get_csv_metadata(str(other), None).dupe_resolution == 1
    new = released(first.deck, tmp_path, SECOND, change)
    text = text_of(new.deck, flashgen, "--since", "1")
    assert imports_text(learner, text) == Counts(new=1, updated=len(CHANGED))


@pytest.mark.parametrize("who", ["learner", "author"])
def test_a_note_type_may_have_another_name(
    who: str, first: Release, learner: Learner, flashgen: Run, tmp_path: Path
) -> None:
    """Anki knows it by its id, and so does the text; a text changes no note type."""
    if who == "learner":
        models = learner.collection.models
        kind = models.by_name("flashgen Term")
        kind["name"] = "Words"
        models.update_dict(kind)
        new = released(first.deck, tmp_path, SECOND, change)
    else:

        def rename(deck: Path) -> None:
            (deck / "templates" / "term").mkdir(parents=True)
            built_in = (builtin_templates() / "term" / "note-type.yaml").read_text("utf-8")
            file = deck / "templates" / "term" / "note-type.yaml"
            file.write_text(built_in.replace("name: flashgen Term", "name: Words"), "utf-8")

        new = released(first.deck, tmp_path, SECOND, change, rename)
    text = text_of(new.deck, flashgen, "--since", "1")
    assert imports_text(learner, text) == Counts(new=1, updated=len(CHANGED))
