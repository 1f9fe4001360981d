"""A push brings every kind of change, and costs a learner nothing at all."""

from pathlib import Path

import pytest
from anki.collection import Card

from tests.releases.author import SECOND, Release, released
from tests.releases.changes import CHANGES, EVERYTHING
from tests.releases.learner import Learner
from tests.releases.pushing import Pusher, pusher_by

pytestmark = pytest.mark.slow

# What _makes_it_their_own in conftest.py changed of notes that EVERYTHING changes, too.
OWN_FIELDS = {"event/council-decides": {"Hint", "My notes"}}
OWN_TAGS = {"person/hale": {"leech", "marked"}, "term/galley": {"leech", "marked"}}


@pytest.fixture(params=["the stand-in", "the program"])
def pusher(request: pytest.FixtureRequest, tmp_path: Path) -> Pusher:
    return pusher_by(request.param, tmp_path / "anki")


@pytest.mark.parametrize(
    "name", [*CHANGES, "all together"], ids=lambda name: name.replace(" ", "-")
)
def test_a_change_arrives_and_nothing_of_the_learners_goes(
    *,
    name: str,
    pusher: Pusher,
    first: Release,
    learner: Learner,
    newcomer: Learner,
    tmp_path: Path,
) -> None:
    change = CHANGES.get(name, EVERYTHING)
    with pusher.open_for(learner):
        pass
    before = learner.has()
    own = {label: dict(learner.note(label).items()) for label in change.changed}
    release = released(first.deck, tmp_path / "2", SECOND, change.make)

    learner.guids = newcomer.guids = first.guids | release.guids
    told = pusher.pushes(learner, release.deck, "--dry-run")
    assert learner.has() == before
    assert pusher.pushes(learner, release.deck).splitlines()[1:] == told.splitlines()[1:]
    after = learner.has()
    newcomer.imports(release.package)

    # Nothing is lost.
    corrected = {first.guids[label] for label in change.changed}
    assert after.reviews == before.reviews
    assert {id_: after.cards[id_] for id_ in before.cards} == before.cards
    assert {guid: row for guid, row in before.notes.items() if guid not in corrected} == {
        guid: after.notes[guid] for guid in before.notes if guid not in corrected
    }
    assert len(after.notes) == len(before.notes) + len(change.added)
    assert (after.decks, after.presets) == (before.decks, before.presets)

    # And all has arrived, but for what the learner has written.
    assert learner.note_types() == newcomer.note_types()
    come: set[tuple[str, str]] = set()
    for label, words in (change.changed | change.added).items():
        mine, theirs = learner.note(label), newcomer.note(label)
        kept = {field: own[label][field] for field in OWN_FIELDS.get(label, ())}
        assert dict(mine.items()) == dict(theirs.items()) | kept
        assert set(mine.tags) == set(theirs.tags) | OWN_TAGS.get(label, set())
        assert words in learner.sees(label)
        assert f"{label}: " in told
        cards = learner.cards(label)
        fresh = {name: card for name, card in cards.items() if card.id not in before.cards}
        come |= {(label, name) for name in fresh}
        for name_, card in fresh.items():
            assert in_deck(learner, card) == in_deck(newcomer, newcomer.cards(label)[name_])
    of_new = {(label, name) for label in change.added for name in newcomer.cards(label)}
    assert come == change.new_cards | of_new
    assert len(after.cards) == len(before.cards) + len(come)

    # Once more changes nothing.
    again = pusher.pushes(learner, release.deck)
    stays = [line for line in again.splitlines() if "stays as you wrote it" in line]
    rest = [line for line in again.splitlines() if line not in stays]
    assert all("as they were" in line or "hint" in line for line in rest), again
    assert learner.has() == after


def in_deck(learner: Learner, card: Card) -> str:
    return str(learner.collection.decks.name(card.odid or card.did))
