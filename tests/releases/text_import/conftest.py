"""Somebody who has studied a small deck, and made it their own.

What imports Anki, which may not be there, is imported where it is needed.
"""

from pathlib import Path

import pytest

from tests.releases.author import FIRST, STUDIED, THIRD, Release, released
from tests.small_deck import DECK, write_deck


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Release:
    from tests.releases.text_import.text import TERMS

    folder = tmp_path_factory.mktemp("first")
    return released(write_deck(folder / "siege", DECK + TERMS), folder, FIRST)


@pytest.fixture(scope="session")
def studied(first: Release, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The collection of somebody who has studied the first release, and made it their own."""
    from anki.consts import CARD_TYPE_REV

    from tests.releases.learner import Learner
    from tests.releases.text_import.text import NAME

    path = tmp_path_factory.mktemp("studied") / "collection.anki2"
    learner = Learner(path, first.guids)
    learner.imports(first.package)
    learner.studies(NAME, days=4)
    collection = learner.collection
    for label in ("term/bastion", "term/ravelin", "place/sea-gate"):
        learner.edits(label, {"My notes": f"mine: {label}, “<b>seen</b>”"})
        learner.tags(label, "leech marked")
    moved = [*learner.cards("term/moat").values(), *learner.cards("term/glacis").values()]
    moved.append(learner.cards("term/ravelin")["Meaning"])
    collection.set_deck([card.id for card in moved], collection.decks.id("Hard ones"))
    collection.sched.suspend_cards([learner.cards("term/bastion")["Term"].id])
    collection.set_user_flag_for_cards(3, [learner.cards("term/moat")["Meaning"].id])
    learner.did_so_at(STUDIED, not_after=THIRD)
    assert {CARD_TYPE_REV} <= {card.type for card in moved}
    assert len(learner.has().reviews) > len(learner.has().cards)
    collection.close()
    return path
