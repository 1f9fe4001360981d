"""What must hold after an import, whatever the release changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from anki.consts import CARD_TYPE_NEW, QUEUE_TYPE_NEW

from tests.releases.author import Release
from tests.releases.changes import Change
from tests.releases.learner import NAME, Belongings, Learner

if TYPE_CHECKING:
    from anki.cards import Card  # which cannot be imported before anki.collection


def assert_nothing_is_lost(
    before: Belongings, after: Belongings, first: Release, change: Change
) -> None:
    """All that the learner had is as it was, but for the notes that the release corrects."""
    corrected = {first.guids[label] for label in change.changed}
    left_alone = before.notes.keys() - corrected
    assert after.notes.keys() >= before.notes.keys()
    assert after.cards.keys() >= before.cards.keys()
    assert len(after.notes) == len(before.notes) + len(change.added)
    assert replace(
        after,
        cards={id_: after.cards[id_] for id_ in before.cards},
        notes={guid: after.notes[guid] for guid in left_alone},
    ) == replace(before, notes={guid: before.notes[guid] for guid in left_alone})


def assert_all_arrived(
    before: Belongings, learner: Learner, newcomer: Learner, change: Change
) -> None:
    """Changed and new notes, the new cards, the note types and the description are the package's.

    ``newcomer`` has nothing but the package.
    """
    come: dict[tuple[str, str], Card] = {}
    for label, words in (change.changed | change.added).items():
        mine, theirs = learner.note(label), newcomer.note(label)
        assert dict(mine.items()) == dict(theirs.items())
        assert mine.tags == theirs.tags
        assert words in learner.sees(label)
        cards = learner.cards(label)
        come |= {(label, n): card for n, card in cards.items() if card.id not in before.cards}
    assert learner.note_types() == newcomer.note_types()
    assert learner.deck(NAME)["desc"] == newcomer.deck(NAME)["desc"]
    of_new_notes = {(label, name) for label in change.added for name in newcomer.cards(label)}
    assert come.keys() == change.new_cards | of_new_notes
    assert learner.collection.card_count() == len(before.cards) + len(come)
    empty = {learner.cards(label)[name].id for label, name in change.empty}
    found = learner.collection.get_empty_cards().notes
    assert {id_ for note in found for id_ in note.card_ids} == empty
    for (label, name), card in come.items():
        assert (card.type, card.queue, card.reps) == (CARD_TYPE_NEW, QUEUE_TYPE_NEW, 0)
        assert learner.deck_of(card) == newcomer.deck_of(newcomer.cards(label)[name])
