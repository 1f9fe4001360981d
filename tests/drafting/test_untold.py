"""What a card says and its sentence does not, the passage says; what is told in passing waits."""

from pathlib import Path

from flashgen.deck.kinds import Event, Person, Question
from tests.drafting.test_facts import cards

LIFE = (
    "Hugh Ashcombe came to Mitau in 1637. Ashcombe slept. Ashcombe ate. On 3 May, he burned the "
    "Academy of Reval."
)


def test_the_passage_names_the_year_and_who_he_is(tmp_path: Path) -> None:
    event = next(e for e in cards(tmp_path, LIFE, Event) if "burned" in e.what)
    assert event.what == "Hugh Ashcombe burned the Academy of Reval."
    assert event.passage[:2] == ("Hugh Ashcombe", "1637")


def test_the_passage_names_whom_a_description_names(tmp_path: Path) -> None:
    text = "Ada Price ruled Livonia. Price slept. Her killer, Hugh Ashcombe, fled. Ashcombe ate."
    (person,) = (each for each in cards(tmp_path, text, Person) if each.name == "Hugh Ashcombe")
    assert person.who == "killer of Ada Price"
    assert "Ada Price" in person.passage


def test_a_sentence_that_names_him_is_enough(tmp_path: Path) -> None:
    text = "Hugh Ashcombe came to Mitau. In 1637 Ashcombe burned the Academy of Reval."
    (event,) = cards(tmp_path, text, Event)
    assert len(event.passage) < 2


def test_a_question_in_the_middle_of_a_paragraph_is_of_what_the_text_keeps_naming(
    tmp_path: Path,
) -> None:
    lead = "The town was old.\n\nIts walls were low.\n\n"
    aside = "The winter was long. In 1703 Otto Brandt founded the Mitau Gazette."
    assert not cards(tmp_path, lead + aside, Question)
    opening = "In 1703 Otto Brandt founded the Mitau Gazette. The winter was long."
    assert cards(tmp_path, lead + opening, Question)
    often = "The Swedes sang. The Swedes slept. The Swedes rose. The Swedes ate. "
    kept = lead + often + "In 1703 Otto Brandt defeated the Swedes at the Battle of Reval."
    assert cards(tmp_path, kept, Question)
