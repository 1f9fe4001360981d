"""A new release costs a learner nothing: every kind of change, alone and all together."""

from pathlib import Path

import pytest
from anki.consts import (
    CARD_TYPE_RELEARNING,
    QUEUE_TYPE_DAY_LEARN_RELEARN,
    QUEUE_TYPE_LRN,
    QUEUE_TYPE_MANUALLY_BURIED,
    QUEUE_TYPE_NEW,
    QUEUE_TYPE_REV,
    QUEUE_TYPE_SUSPENDED,
)

from tests.releases.author import SECOND, Release, released
from tests.releases.changes import CHANGES, EVERYTHING, use_spares
from tests.releases.checks import assert_all_arrived, assert_nothing_is_lost
from tests.releases.learner import NAME, Counts, Learner

pytestmark = pytest.mark.slow


def test_the_learner_is_in_the_middle_of_studying(learner: Learner) -> None:
    """Else these tests would prove little."""
    assert len({review[0] // 86_400_000 for review in learner.has().reviews}) >= 6
    rows = learner.collection.db.all(
        "SELECT type, queue, lapses, flags, odid, factor, json_extract(data, '$.s') FROM cards"
    )
    types, queues, lapses, flags, filtered, factors, memories = map(set, zip(*rows, strict=True))
    assert CARD_TYPE_RELEARNING in types
    # Just before Anki's day ends, a card that is learnt comes back on the next one.
    assert queues & {QUEUE_TYPE_LRN, QUEUE_TYPE_DAY_LEARN_RELEARN}
    assert queues >= {
        QUEUE_TYPE_NEW, QUEUE_TYPE_REV, QUEUE_TYPE_SUSPENDED, QUEUE_TYPE_MANUALLY_BURIED,
    }  # fmt: skip
    assert lapses >= {0, 1}
    assert flags == {0, 3}
    assert filtered == {0, learner.deck(NAME)["id"]}
    assert len(factors) >= 3
    assert len(memories) >= 10
    changed = [card for label in EVERYTHING.changed for card in learner.cards(label).values()]
    assert sum(card.reps > 0 for card in changed) > len(changed) / 2
    assert any(card.lapses for card in changed)


@pytest.mark.parametrize(
    "name", [*CHANGES, "all together"], ids=lambda name: name.replace(" ", "-")
)
def test_a_change_arrives_and_costs_nothing(
    name: str,
    first: Release,
    learner: Learner,
    newcomer: Learner,
    tmp_path: Path,
) -> None:
    change = CHANGES.get(name, EVERYTHING)
    before = learner.has()
    seen = {label: learner.sees(label) for label in change.changed}
    release = released(first.deck, tmp_path / "2", SECOND, change.make)
    counts = learner.imports(release.package)
    same = len(first.guids) - len(change.gone) - len(change.changed)
    assert counts == Counts(len(change.added), len(change.changed), same, conflicting=0)
    assert_nothing_is_lost(before, learner.has(), first, change)
    learner.guids = newcomer.guids = first.guids | release.guids
    newcomer.imports(release.package)
    assert_all_arrived(before, learner, newcomer, change)
    assert not [label for label, words in change.changed.items() if words and words in seen[label]]


def test_a_spare_card_that_became_a_real_one_comes_where_its_switch_is_on(
    first: Release, learner: Learner, tmp_path: Path
) -> None:
    learner.imports(released(first.deck, tmp_path / "2", SECOND, use_spares).package)
    learner.edits("term/toll", {"Root": "telonion, a custom house", "Ask root": "yes"})
    card = learner.cards("term/toll")["Root"]
    assert "toll: from which word?" in card.question()
    assert "telonion, a custom house" in card.answer()
