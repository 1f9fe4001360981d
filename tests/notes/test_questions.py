"""Questions in their author's own words: from deck.yaml to the card that real Anki shows."""

from pathlib import Path

import pytest
from anki.collection import Collection

from flashgen.package import write_package
from flashgen.pipeline import build_deck
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


def test_anki_asks_what_the_author_asks(tmp_path: Path, collection: Collection) -> None:
    made = build_deck(write_deck(tmp_path / "deck", DECK + KEYS))
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


TYPING = DECK.replace("updated:", "type_in: yes\n  updated:", 1)


@pytest.mark.parametrize(
    ("deck", "answer", "more", "typed"),
    [
        pytest.param(DECK, "The last bastion", "", False, id="unless somebody says so"),
        pytest.param(DECK, "The last bastion", "type_in: yes", True, id="of this question"),
        pytest.param(TYPING, "The last bastion", "", True, id="of the whole deck"),
        pytest.param(TYPING, "The last bastion", "type_in: no", False, id="but for this one"),
        pytest.param(TYPING, "The wall and the last bastion", "", False, id="no sentence"),
        pytest.param(
            TYPING, "The wall and the last bastion", "type_in: yes", True, id="if one wants it"
        ),
    ],
)
def test_the_answer_is_typed(
    tmp_path: Path, deck: str, answer: str, more: str, typed: bool
) -> None:
    fact = f"questions:\n  fell: {{question: What had fallen, answer: {answer}, {more}}}\n"
    made = build_deck(write_deck(tmp_path, deck + fact))
    (card,) = render(made.deck, made.note_types, ["question/fell/answer"]).cards
    assert ("<input type=text id=typeans" in card.front) == typed
    assert ("<code id=typeans>" in card.back) == typed


def test_a_question_comes_behind_what_it_is_about(tmp_path: Path) -> None:
    """Where one sentence tells all: who, when and why."""
    article = "The Town\n\nOn 11 March 1700 Elias Brandt opened the gate, for bread was gone.\n"
    facts = """\
questions: {why: {question: Why did Brandt open the gate, answer: Bread was gone}}
events: {opens: {what: Brandt opened the gate., date: 1700-03-11}}
people: {brandt: {name: Elias Brandt, who: the mayor}}
"""
    head = DECK.partition("people:")[0]
    made = build_deck(write_deck(tmp_path, head + facts, article))
    assert [note.key for note in made.deck.notes] == ["opens", "brandt", "why"]
