"""Questions in their author's own words: from deck.yaml to the card that real Anki shows."""

from pathlib import Path

import pytest
from anki.collection import Collection

from flashgen.package import write_package
from flashgen.pipeline import Build, build_deck
from flashgen.previews.cards import render
from tests.conftest import import_package
from tests.small_deck import DECK, write_deck

KEYS = """\
questions:
  keys:
    question: Why did Brandt hand over the keys?
    answer: The last bastion had fallen & the wall, too.
    passage: [handed over the keys]
"""


def built(folder: Path, more: str = "", deck: str = DECK) -> Build:
    return build_deck(write_deck(folder, deck + KEYS + more))


def test_anki_asks_what_the_author_asks(tmp_path: Path, collection: Collection) -> None:
    made = built(tmp_path / "deck", "    hint: What stood that morning?\n")
    write_package(made.deck, made.note_types, tmp_path / "siege.apkg")
    import_package(collection, tmp_path / "siege.apkg")
    (card_id,) = collection.find_cards("deck:*::Questions tag:siege::questions")
    card = collection.get_card(card_id)
    front, back = card.question(), card.answer()
    assert "Why did Brandt hand over the keys?" in front
    assert "A town and its walls" in front, "the topic"
    assert "had fallen" not in front
    answer = back.partition("<hr id=answer>")[2]
    assert "The last bastion had fallen &amp; the wall, too." in answer
    assert "“Take them and spare the town,” said Brandt when he handed over the keys" in answer
    assert "[[type:" not in front


@pytest.mark.parametrize(
    ("deck", "more"),
    [
        pytest.param(DECK, "    type_in: yes\n", id="of this question"),
        pytest.param(
            DECK.replace("updated:", "type_in: yes\n  updated:", 1), "", id="of the whole deck"
        ),
    ],
)
def test_the_answer_can_be_typed(tmp_path: Path, deck: str, more: str) -> None:
    made = built(tmp_path, more, deck)
    (card,) = render(made.deck, made.note_types, ["question/keys/answer"]).cards
    assert "<input type=text id=typeans" in card.front
    assert "<code id=typeans>" in card.back


def test_a_whole_deck_types_but_not_this_answer(tmp_path: Path) -> None:
    deck = DECK.replace("updated:", "type_in: yes\n  updated:", 1)
    made = built(tmp_path, "    type_in: no\n", deck)
    (card,) = render(made.deck, made.note_types, ["question/keys/answer"]).cards
    assert "typeans" not in card.front + card.back


def test_a_question_comes_behind_what_it_is_about(tmp_path: Path) -> None:
    """Of the facts that one sentence tells, those that it asks to understand come first."""
    made = built(tmp_path)
    assert [note.kind for note in made.deck.notes][-1] == "question"
    assert {"event", "quotation"} < {note.kind for note in made.deck.notes}
