"""Two releases of a deck, somebody who studies the first, and somebody who is new."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.releases.author import FIRST, SECOND, STUDIED, THIRD, Release, released
from tests.releases.changes import EVERYTHING

if TYPE_CHECKING:  # it imports Anki, which may not be there
    from tests.releases.learner import Learner

# A deck of these tests' own, so that what ships can be edited without a thought for them.
TOWN = Path(__file__).parent / "town"
# So that its assertions say what they saw, as those of the tests do.
pytest.register_assert_rewrite("tests.releases.checks")


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Release:
    return released(TOWN, tmp_path_factory.mktemp("first"), FIRST)


@pytest.fixture(scope="session")
def second(first: Release, tmp_path_factory: pytest.TempPathFactory) -> Release:
    """Every kind of change at once."""
    return released(first.deck, tmp_path_factory.mktemp("second"), SECOND, EVERYTHING.make)


@pytest.fixture(scope="session")
def studied(first: Release, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The collection of somebody who has studied the first release for six days."""
    from tests.releases.learner import NAME, Learner

    path = tmp_path_factory.mktemp("studied") / "collection.anki2"
    learner = Learner(path, first.guids)
    learner.imports(first.package)
    (preset,) = learner.collection.decks.all_config()
    preset["new"]["perDay"] = 10
    learner.collection.decks.update_config(preset)
    learner.studies(NAME, days=3)
    learner.collection.set_config("fsrs", True)
    learner.studies(NAME, days=3)
    for _ in range(12):  # and stops in the middle of the seventh day
        assert learner.answers()
    _makes_it_their_own(learner)
    learner.did_so_at(STUDIED, not_after=THIRD)
    learner.collection.close()
    return path


def _makes_it_their_own(learner: Learner) -> None:
    """What learners do to cards and notes, half of it to such as the second release changes.

    Those are the council's decision, Hale and his words, Brandt and the galley.
    """
    collection, scheduler = learner.collection, learner.collection.sched

    def cards(*labels: str) -> list[int]:
        return [card.id for label in labels for card in learner.cards(label).values()]

    scheduler.suspend_cards([learner.cards("place/mill-gate")["Name"].id])
    scheduler.suspend_cards([learner.cards("event/council-decides")["When"].id])
    scheduler.bury_cards(cards("place/worne", "quotation/heap-of-stones"))
    collection.set_user_flag_for_cards(3, cards("event/printing-closed", "event/council-decides"))
    scheduler.set_due_date(cards("event/second-council", "person/hale"), "40!")
    collection.set_deck(cards("person/falk", "person/hale"), collection.decks.id("Hard ones"))
    learner.crams("person/magnus", "person/brandt")
    learner.edits("person/keller", {"Description": "in my own words"})
    learner.edits("term/watch", {"Picture": "a sketch of mine", "Ask picture": "yes"})
    for label in ("event/king-leaves", "event/council-decides"):
        learner.edits(label, {"My notes": "seen on a stage", "Hint": "think of spring"})
    for label in ("person/lund", "person/hale", "term/galley"):
        learner.tags(label, "marked leech")


@pytest.fixture
def learner(studied: Path, first: Release, tmp_path: Path) -> Iterator[Learner]:
    """Somebody in the middle of studying the first release."""
    from tests.releases.learner import Learner

    shutil.copy(studied, tmp_path / "learner.anki2")
    made = Learner(tmp_path / "learner.anki2", first.guids)
    yield made
    made.collection.close()


@pytest.fixture
def newcomer(first: Release, tmp_path: Path) -> Iterator[Learner]:
    """Somebody with an empty collection, who after an import has what the package holds."""
    from tests.releases.learner import Learner

    made = Learner(tmp_path / "newcomer.anki2", first.guids)
    yield made
    made.collection.close()
