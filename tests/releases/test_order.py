"""Releases and drafts that come twice, late, in the wrong order, or with other options."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from anki.import_export_pb2 import ImportAnkiPackageUpdateCondition as Update

from tests.releases.author import SECOND, THIRD, Release, edit, forget_releases, released
from tests.releases.changes import (
    CHANGES,
    EVERYTHING,
    Change,
    add,
    correct,
    drop,
    reorder,
    set_day,
)
from tests.releases.checks import assert_all_arrived, assert_nothing_is_lost
from tests.releases.learner import NAME, Counts, Learner

pytestmark = pytest.mark.slow

CORRECTED = CHANGES["a text corrected"]


@pytest.mark.parametrize("changes", [(), (set_day,)], ids=["nothing", "the-day-of-the-version"])
def test_a_release_of_what_has_not_changed_is_the_package_that_learners_have(
    changes: tuple[Any, ...], first: Release, tmp_path: Path
) -> None:
    again = released(first.deck, tmp_path / "again", None, *changes)
    assert again.package.read_bytes() == first.package.read_bytes()


def test_another_order_of_facts_is_for_newcomers(
    first: Release, learner: Learner, newcomer: Learner, tmp_path: Path
) -> None:
    before = learner.has()
    release = released(first.deck, tmp_path / "2", SECOND, reorder)
    assert learner.imports(release.package) == Counts(duplicate=len(first.guids))
    assert learner.has() == before
    newcomer.imports(release.package)
    charter, orlo = (newcomer.cards(f"term/{key}") for key in ("charter", "orlo"))
    assert charter["Meaning"].due < orlo["Term"].due


def test_the_same_release_again_does_nothing(second: Release, learner: Learner) -> None:
    learner.imports(second.package)
    learner.edits("person/hale", {"My notes": "read his chronicle"})
    learner.tags("term/galley", "marked")
    before = learner.has()
    assert learner.imports(second.package) == Counts(duplicate=len(second.guids))
    assert learner.has() == before


def test_who_skips_a_release_gets_what_it_brought(
    first: Release, second: Release, learner: Learner, newcomer: Learner, tmp_path: Path
) -> None:
    old, new = "the family that ruled the coast", "the dynasty that ruled the coast"
    third = released(second.deck, tmp_path / "3", THIRD, lambda deck: edit(deck, old, new))
    both = replace(EVERYTHING, changed=EVERYTHING.changed | {"term/orlo": new})
    before = learner.has()
    counts = learner.imports(third.package)
    assert (counts.new, counts.updated) == (len(both.added), len(both.changed))
    assert_nothing_is_lost(before, learner.has(), first, both)
    learner.guids = newcomer.guids = first.guids | third.guids
    newcomer.imports(third.package)
    assert_all_arrived(before, learner, newcomer, both)


def test_an_older_release_after_a_newer_one_takes_back_nothing_but_the_description(
    first: Release, second: Release, learner: Learner
) -> None:
    learner.imports(second.package)
    before, looks = learner.has(), learner.note_types()
    assert learner.imports(first.package) == Counts(duplicate=len(first.guids))
    assert learner.has() == before
    assert learner.note_types() == looks
    assert "Release 1 (" in learner.deck(NAME)["desc"]


def test_a_draft_arrives_and_the_release_after_it_as_well(
    first: Release, learner: Learner, newcomer: Learner, tmp_path: Path
) -> None:
    before = learner.has()
    draft = released(first.deck, tmp_path / "draft", SECOND, correct, draft=True)
    assert learner.imports(draft.package).updated == len(CORRECTED.changed)
    assert_nothing_is_lost(before, learner.has(), first, CORRECTED)
    old, new = "decided to give the town up", "decided to give Aldwick up"
    release = released(
        draft.deck, tmp_path / "release", THIRD, lambda deck: edit(deck, old, new), add
    )
    both = Change(
        correct,
        changed=CORRECTED.changed | {"event/council-decides": new},
        added=CHANGES["a note added"].added,
    )
    counts = learner.imports(release.package)
    assert (counts.new, counts.updated) == (len(both.added), len(both.changed))
    assert_nothing_is_lost(before, learner.has(), first, both)
    learner.guids = newcomer.guids = first.guids | release.guids
    newcomer.imports(release.package)
    assert_all_arrived(before, learner, newcomer, both)


def test_a_change_that_only_a_draft_had_stays_with_those_who_have_the_draft(
    first: Release, learner: Learner, tmp_path: Path
) -> None:
    """Until the note changes again: nothing but the draft itself knows what it held."""
    draft = released(first.deck, tmp_path / "draft", SECOND, correct, draft=True)
    learner.imports(draft.package)
    learner.imports(released(first.deck, tmp_path / "release", THIRD, add).package)
    assert "Leo S. Hale" in learner.sees("person/hale")


def test_a_build_before_the_first_release_is_as_good_as_that_release(
    newcomer: Learner, first: Release, tmp_path: Path
) -> None:
    build = released(first.deck, tmp_path / "build", SECOND, forget_releases, draft=True)
    newcomer.imports(build.package)
    newcomer.edits("person/hale", {"My notes": "read his chronicle"})
    before = newcomer.has()
    release = released(build.deck, tmp_path / "release", THIRD)
    assert newcomer.imports(release.package) == Counts(duplicate=len(first.guids))
    assert newcomer.has() == before


@pytest.mark.parametrize(
    ("ticked", "setting"),
    [
        ("with_scheduling", "withScheduling"),
        ("merge_notetypes", "mergeNotetypes"),
        ("with_deck_configs", "withDeckConfigs"),
    ],
)
def test_no_other_box_in_the_import_window_costs_a_schedule_or_an_edit(
    ticked: str, setting: str, first: Release, second: Release, learner: Learner
) -> None:
    before = learner.has()
    learner.imports(second.package, **{ticked: True})
    after = learner.has()
    assert after.settings == {**before.settings, setting: True}  # Anki remembers what was ticked
    if ticked == "with_deck_configs":
        before = replace(before, decks=after.decks, presets=after.presets)
    assert_nothing_is_lost(before, replace(after, settings=before.settings), first, EVERYTHING)


def test_updating_notes_always_costs_what_learners_wrote_but_no_schedule(
    second: Release, learner: Learner
) -> None:
    always = Update.IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_ALWAYS
    before = learner.has()
    learner.imports(second.package, update_notes=always)
    assert learner.note("event/king-leaves")["My notes"] == ""
    after = learner.has()
    assert after.reviews == before.reviews
    assert {id_: after.cards[id_] for id_ in before.cards} == before.cards


def test_presets_that_the_learner_changed_stay_but_decks_leave_a_preset_of_their_own(
    first: Release, second: Release, newcomer: Learner
) -> None:
    """Where "Import any deck presets" is ticked, and Anki remembers that it was."""
    newcomer.imports(first.package, with_deck_configs=True)
    decks = newcomer.collection.decks
    preset = decks.config_dict_for_deck_id(newcomer.deck(NAME)["id"])
    preset["new"]["perDay"] = 7
    decks.update_config(preset)
    own = decks.add_config("My own")
    decks.set_config_id_for_deck_dict(newcomer.deck(NAME), own["id"])
    newcomer.imports(second.package)
    used = decks.config_dict_for_deck_id(newcomer.deck(NAME)["id"])
    assert used["id"] == preset["id"]
    assert used["new"]["perDay"] == 7


def test_a_note_that_was_dropped_and_is_back_keeps_what_learners_wrote(
    first: Release, learner: Learner, tmp_path: Path
) -> None:
    """It says what it said before, so nothing needs to be overwritten."""
    learner.edits("term/guild", {"My notes": "heard it on a stage"})
    learner.did_so_at(SECOND - 1, not_after=THIRD)
    without = released(first.deck, tmp_path / "2", SECOND, drop)
    learner.imports(without.package)
    assert "union of those who have one craft" in learner.sees("term/guild")
    back = released(
        without.deck,
        tmp_path / "3",
        THIRD,
        lambda deck: shutil.copy(first.deck / "deck.yaml", deck / "deck.yaml"),
    )
    learner.imports(back.package)
    assert learner.note("term/guild")["My notes"] == "heard it on a stage"
