"""What a release does cost, so that the README can say so: mostly Anki's own ways."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from anki.consts import QUEUE_TYPE_SUSPENDED

from tests.releases.author import (
    SECOND,
    STUDIED,
    THIRD,
    Release,
    edit,
    forget_releases,
    released,
)
from tests.releases.changes import (
    EVERYTHING,
    STYLE,
    add,
    ask_no_more,
    correct,
    restyle,
)
from tests.releases.learner import NAME, Learner
from tests.small_deck import write_deck

pytestmark = pytest.mark.slow

# --- notes that change, and notes that do not ----------------------------------------------------


def test_what_learners_made_of_a_note_stays_as_long_as_it_does_not_change(
    second: Release, learner: Learner
) -> None:
    learner.imports(second.package)
    assert learner.note("event/king-leaves")["My notes"] == "seen on a stage"
    assert learner.note("event/king-leaves")["Hint"] == "think of spring"
    assert learner.note("person/keller")["Description"] == "in my own words"
    assert "a sketch of mine" in learner.cards("term/watch")["Picture"].question()
    assert {"marked", "leech"} <= set(learner.note("person/lund").tags)


def test_what_learners_made_of_a_note_is_lost_when_it_changes_but_nothing_of_its_cards(
    second: Release, learner: Learner
) -> None:
    learner.imports(second.package)
    proposal = learner.note("event/council-decides")
    assert (proposal["My notes"], proposal["Hint"]) == ("", "")
    for label in ("person/hale", "term/galley"):
        assert not {"marked", "leech"} & set(learner.note(label).tags)
    cards = learner.cards("event/council-decides")
    assert cards["When"].queue == QUEUE_TYPE_SUSPENDED
    assert {card.user_flag() for card in cards.values()} == {3}
    assert {learner.deck_of(card) for card in learner.cards("person/hale").values()} == {
        "Hard ones"
    }


def test_what_stands_on_all_cards_changes_all_notes(
    first: Release, learner: Learner, tmp_path: Path
) -> None:
    def retitle(deck: Path) -> None:
        edit(deck, "topic: Aldwick, 1702", "topic: Aldwick in 1702")

    counts = learner.imports(released(first.deck, tmp_path / "2", SECOND, retitle).package)
    assert counts.updated == len(first.guids)
    assert learner.note("event/king-leaves")["My notes"] == ""


def test_a_paragraph_at_the_head_of_the_article_changes_no_note(
    first: Release, learner: Learner, tmp_path: Path
) -> None:
    """Cards give the number of the paragraph that they come from, and nearly all of them move."""

    def begin(deck: Path) -> None:
        edit(
            deck,
            "## The king leaves\n",
            "## The king leaves\n\nNow hear.\n",
            file="article.md",
        )

    counts = learner.imports(released(first.deck, tmp_path / "2", SECOND, begin).package)
    assert (counts.new, counts.updated) == (0, 0)
    assert learner.note("event/king-leaves")["My notes"] == "seen on a stage"


def test_a_note_that_was_edited_after_the_release_waits_for_its_next_change(
    first: Release, learner: Learner, tmp_path: Path
) -> None:
    """A tag counts as an edit, and so does the one that Anki gives to a leech."""
    second = released(first.deck, tmp_path / "2", SECOND, correct)
    third = released(second.deck, tmp_path / "3", THIRD, add)
    learner.edits("person/hale", {"My notes": "read his chronicle"})
    learner.tags("quotation/heap-of-stones", "leech")
    for release in (second, third):
        learner.imports(release.package)
        assert "decided to give the town up" in learner.sees("event/council-decides")
        assert "Leo S. Hale" not in learner.sees("quotation/heap-of-stones")
        assert "Leo S. Hale" not in learner.sees("person/hale")
        assert learner.note("person/hale")["My notes"] == "read his chronicle"
    fourth = released(
        third.deck,
        tmp_path / "4",
        int(time.time()) + 60,  # later than the edit
        lambda deck: edit(deck, "name: Leo S. Hale", "name: Leo Silas Hale"),
    )
    learner.imports(fourth.package)
    assert "Leo Silas Hale" in learner.sees("person/hale")
    assert learner.note("person/hale")["My notes"] == ""


# --- cards and notes that go ---------------------------------------------------------------------


@pytest.fixture
def without(first: Release, tmp_path: Path) -> Release:
    """The second release, which does not ask what Aldwick is called today."""
    return released(first.deck, tmp_path / "without", SECOND, ask_no_more)


@pytest.fixture
def again(without: Release, tmp_path: Path) -> Release:
    """The third release, which asks it again."""
    less = "    ask: [name, map]\n  worne:\n"
    more = "    ask: [name, today, map]\n  worne:\n"
    return released(without.deck, tmp_path / "again", THIRD, lambda deck: edit(deck, less, more))


def test_a_card_whose_question_was_taken_away_is_empty_and_keeps_its_schedule(
    without: Release, again: Release, learner: Learner
) -> None:
    before = learner.has()
    id_ = learner.cards("place/aldwick")["Today"].id
    learner.imports(without.package)
    card = learner.cards("place/aldwick")["Today"]
    assert card.reps > 0
    assert "The front of this card is blank" in card.question()
    (found,) = learner.collection.get_empty_cards().notes
    assert (list(found.card_ids), found.will_delete_note) == ([id_], False)
    learner.imports(again.package)
    assert "today" in learner.cards("place/aldwick")["Today"].question()
    assert learner.has().cards == before.cards


def test_a_card_that_was_removed_as_empty_comes_back_as_a_new_one(
    without: Release, again: Release, learner: Learner
) -> None:
    before = learner.has()
    learner.imports(without.package)
    (found,) = learner.collection.get_empty_cards().notes
    learner.collection.remove_cards_and_orphaned_notes(list(found.card_ids))
    assert learner.cards("place/aldwick").keys() == {"Name", "Map"}
    learner.imports(again.package)
    assert learner.cards("place/aldwick")["Today"].reps == 0
    assert learner.has().reviews == before.reviews


def test_a_note_that_the_learner_deleted_comes_back_as_a_new_one(
    second: Release, learner: Learner
) -> None:
    learner.collection.remove_notes([learner.note("person/keller").id])
    before = learner.has()
    assert learner.imports(second.package).new == len(EVERYTHING.added) + 1
    assert {card.reps for card in learner.cards("person/keller").values()} == {0}
    assert learner.has().reviews == before.reviews


# --- decks and note types that the learner changed -----------------------------------------------


def test_a_deck_that_the_learner_moved_stays_and_new_cards_come_into_a_new_one(
    second: Release, learner: Learner
) -> None:
    decks = learner.collection.decks
    decks.rename(learner.deck(NAME)["id"], f"School::{NAME}")
    before = learner.has()
    learner.imports(second.package)
    after = learner.has()
    assert {id_: after.cards[id_] for id_ in before.cards} == before.cards
    new = {decks.name(row[2]) for id_, row in after.cards.items() if id_ not in before.cards}
    assert new == {NAME}


def test_a_field_that_the_learner_added_needs_a_tick_at_merge_note_types(
    first: Release, second: Release, learner: Learner
) -> None:
    models = learner.collection.models
    person = models.by_name("flashgen Person")
    models.add_field(person, models.new_field("Mine"))
    models.update_dict(person)
    learner.did_so_at(STUDIED, not_after=THIRD)
    before = learner.has()
    people = [label for label in first.guids if label.startswith("person/")]
    assert learner.imports(second.package).conflicting == len(people)
    assert "Leo S. Hale" not in learner.sees("person/hale")
    assert "flashgen Person+" in learner.has().note_types
    assert learner.imports(second.package, merge_notetypes=True).conflicting == 0
    assert "Leo S. Hale" in learner.sees("person/hale")
    assert "Mine" in learner.note("person/hale")
    after = learner.has()
    assert after.note_types == before.note_types
    assert {id_: after.cards[id_] for id_ in before.cards} == before.cards


def restyles(learner: Learner, at: int | None) -> None:
    """Write into the style of a note type, at a time in seconds UTC; None is now."""
    person = learner.collection.models.by_name("flashgen Person")
    person["css"] += "\n.card { font-size: 40px }"
    learner.collection.models.update_dict(person)
    if at is not None:
        learner.collection.db.execute("UPDATE notetypes SET mtime_secs = ?", at)


@pytest.mark.parametrize(
    "case",
    [(correct, STUDIED, True), (restyle, STUDIED, False), (restyle, None, True)],
    ids=["no-style-changed", "before-the-release", "after-the-release"],
)
def test_a_style_of_the_learners_own_stays_unless_a_later_release_changes_it(
    case: tuple[Callable[[Path], None], int | None, bool],
    first: Release,
    learner: Learner,
    tmp_path: Path,
) -> None:
    change, at, kept = case
    restyles(learner, at)
    learner.imports(released(first.deck, tmp_path / "2", SECOND, change).package)
    style = learner.collection.models.by_name("flashgen Person")["css"]
    assert ("font-size: 40px" in style) == kept
    assert (STYLE in style) == (not kept)


@pytest.mark.parametrize("own", [True, False], ids=["own-note-types", "shared-note-types"])
def test_another_deck_leaves_the_look_alone_where_the_note_types_are_not_shared(
    own: bool, first: Release, newcomer: Learner, tmp_path: Path
) -> None:
    def keep_to_itself(deck: Path) -> None:
        if own:
            edit(deck, "  updated:", "  note_types: own\n  updated:")

    mine = released(first.deck, tmp_path / "mine", SECOND, forget_releases, keep_to_itself, restyle)
    other = released(write_deck(tmp_path / "siege"), tmp_path / "other", THIRD)
    newcomer.imports(mine.package)
    looks = newcomer.note_types()
    newcomer.imports(other.package)
    after = newcomer.note_types()
    assert (looks == [each for each in after if each in looks]) == own
