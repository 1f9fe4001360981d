"""What asks badly, and what only looks so: the rules of questions and of long answers."""

from pathlib import Path

import pytest

from flashgen.checks.answers import LONGEST_ANSWER
from flashgen.checks.cards import Shown, cards
from flashgen.checks.judge import judge
from flashgen.note_types import load_note_types
from flashgen.pipeline import build_deck
from tests.checks.made import made
from tests.note_types.layers import FRONT, layer
from tests.small_deck import write_deck

CITED = "cite: the annals"
# Of what the article is silent on, other rules complain.
LOOKED_FOR = {"empty-front", "answer-on-front", "gives-away", "same-question", "long-answer"}


def complaints(folder: Path, facts: str) -> list[str]:
    found = [problem for problem in made(folder, facts).problems if problem.rule in LOOKED_FOR]
    plain = (f"{problem.where}: {problem.message}" for problem in found)
    return [line.removeprefix(f"{folder}/deck.yaml:") for line in plain]


def person(name: str, who: str, more: str = "") -> str:
    return f"people:\n  someone: {{name: {name}, who: {who}, {CITED}{more}}}\n"


def test_a_good_deck_is_nothing_to_mend(tmp_path: Path) -> None:
    assert build_deck(write_deck(tmp_path)).problems == ()


# --- the answer in the question -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "who", "word"),
    [
        pytest.param("Elias Brandt", "mayor, called Brandt the Meek", "brandt", id="the word"),
        pytest.param("Anna Müller", "wife of the old Muller", "müller", id="accents"),
        pytest.param("Lech Wałęsa", "electrician, the name is Wałesa", "wałęsa", id="one accent"),
        pytest.param("House of Sailors", "where each sailor slept", "sailors", id="singular"),
        pytest.param("The Sailor", "who led the sailors out", "sailor", id="plural"),
        pytest.param("The Two Cities", "a city and its suburb", "cities", id="plural in -ies"),
        pytest.param("Night Storms", "who stormed by night", "night, storms", id="two of them"),
        pytest.param(
            "The Siege", "he who besieged no town; sieges bored him", "siege", id="end -e"
        ),
        pytest.param("Brandt’s Tower", "where Brandt was shut in", "brandt’s", id="possessive"),
        pytest.param("Elias Brandt", "whom they named BRANDT on posters", "brandt", id="capitals"),
        pytest.param("Ho Chi Minh", "leader whom all called Uncle Ho", "ho", id="a short name"),
        pytest.param("Kingdom of Persia", "where the Persian court lived", "persia", id="a people"),
        pytest.param("Peter the Great", "who was great in all things", "great", id="a byname"),
    ],
)
def test_the_answer_in_the_question(tmp_path: Path, name: str, who: str, word: str) -> None:
    """One asks for the name by the description, and for the description by the name."""
    found = complaints(tmp_path, person(f"'{name}'", f"'{who}'", ", ask: [name]"))
    assert found == [
        f"7:3: someone: card 'Name': the question gives away '{word}'; word one of them differently"
    ]


def test_words_that_only_join_give_nothing_away(tmp_path: Path) -> None:
    assert complaints(tmp_path, person("Through the Lines", "raider who came through", "")) == []


def test_both_directions_are_judged(tmp_path: Path) -> None:
    found = complaints(tmp_path, person("Winter Palace", "palace of the tsars"))
    assert [line.split(": ")[2] for line in found] == ["card 'Name'", "card 'Description'"]


def test_the_context_is_part_of_the_question(tmp_path: Path) -> None:
    (line,) = complaints(
        tmp_path, person("Elias Brandt", "mayor", ", context: not Anna Brandt, ask: [name]")
    )
    assert "gives away 'brandt'" in line


@pytest.mark.parametrize(
    ("name", "who"),
    [
        pytest.param("Elias Brandt", "mayor who gave up the keys", id="nothing in common"),
        pytest.param("Order of the Dawn", "band of men from the hills", id="small words"),
        pytest.param("March Hare", "those who march know him", id="a month that is no month"),
        pytest.param("The King of Us", "one of us", id="a pronoun"),
        pytest.param("Ann Port", "clerk who wrote reports", id="part of a word"),
        pytest.param("Max Prince", "he taught principles", id="the same beginning"),
        pytest.param("Gate Company", "they gather in the east", id="another word"),
        pytest.param("Town House", "seat of the council", id="the topic, which all fronts have"),
        pytest.param("Year 1700", "time of the siege, until 1701", id="figures of another year"),
    ],
)
def test_what_only_looks_like_the_answer(tmp_path: Path, name: str, who: str) -> None:
    assert complaints(tmp_path, person(f"'{name}'", f"'{who}'")) == []


EVENT = "events:\n  fall: {{what: '{what}', date: {date}, {cited}, ask: [{ask}]}}\n"


@pytest.mark.parametrize(
    ("what", "date", "word"),
    [
        ("The October rising began", "{julian: 1917-10-25, gregorian: 1917-11-07}", "october"),
        ("It was over by the end of March", "1700-03-11", "march"),
        ("The great fire of 1666", "{unspecified: 1666}", "1666"),
    ],
)
def test_the_date_in_the_question(tmp_path: Path, what: str, date: str, word: str) -> None:
    facts = EVENT.format(what=what, date=date, cited=CITED, ask="when")
    (line,) = complaints(tmp_path, facts)
    assert f"card 'When': the question gives away '{word}'" in line


@pytest.mark.parametrize(
    ("what", "date", "ask"),
    [
        pytest.param("They march on the town", "1700-03-11", "when", id="a verb like a month"),
        pytest.param("The peace of 1648 was broken", "1700-03-11", "when", id="another year"),
        pytest.param(
            "On the night of 11 March the wall fell", "1700-03-11", "what", id="what is given"
        ),
    ],
)
def test_what_only_looks_like_the_date(tmp_path: Path, what: str, date: str, ask: str) -> None:
    assert complaints(tmp_path, EVENT.format(what=what, date=date, cited=CITED, ask=ask)) == []


@pytest.mark.parametrize(
    ("quotation", "word"),
    [
        ("{text: 'Brandt will not yield, Brandt will die.', speaker: brandt}", "brandt"),
        ("{text: 'We swear it, and we will swear again.', voice: men, missing: We swear}", "swear"),
    ],
)
def test_a_quotation_that_answers_itself(tmp_path: Path, quotation: str, word: str) -> None:
    facts = f"people:\n  brandt: {{name: Elias Brandt}}\nquotations:\n  it: {quotation}\n"
    assert any(f"the question gives away '{word}'" in line for line in complaints(tmp_path, facts))


# --- two cards with one front -------------------------------------------------------------------

TWO_OF_A_NAME = """\
people:
  elder: {{name: Elias Brandt, who: mayor, ask: [description], cite: x{0}}}
  younger: {{name: Elias Brandt, who: baker, ask: [description], cite: x{1}}}
"""


def test_two_cards_ask_the_same(tmp_path: Path) -> None:
    assert complaints(tmp_path, TWO_OF_A_NAME.format("", "")) == [
        "8:3: younger: card 'Description': asks the same as 'elder' (line 7): "
        "add a 'context', or ask only one of them"
    ]


def test_a_context_tells_two_cards_apart(tmp_path: Path) -> None:
    assert complaints(tmp_path, TWO_OF_A_NAME.format(", context: the son", "")) == []


def test_capitals_and_stops_do_not_tell_two_cards_apart(tmp_path: Path) -> None:
    facts = (
        "people:\n"
        "  elder: {name: Elias, who: the mayor of the town, ask: [name], cite: x}\n"
        "  younger: {name: Anna, who: 'The mayor, of the town.', ask: [name], cite: x}\n"
    )
    assert ["asks the same as 'elder'" in line for line in complaints(tmp_path, facts)] == [True]


def test_two_events_of_one_day_ask_the_same(tmp_path: Path) -> None:
    facts = (
        "events:\n"
        "  fall: {what: A bell rang, date: 1700-03-11, ask: [what], cite: x}\n"
        "  fire: {what: A mill burned, date: 1700-03-11, ask: [what], cite: x}\n"
    )
    (line,) = complaints(tmp_path, facts)
    assert line.startswith("8:3: fire: card 'What': asks the same as 'fall' (line 7)")


# --- empty and long -----------------------------------------------------------------------------


def test_an_empty_front(tmp_path: Path) -> None:
    """A designer's front that shows nothing of the fact, whatever else stands on it."""
    front = "{{> topic}}<p>What does this mean?</p>{{#Literally}}{{Term}}{{/Literally}}"
    mine = layer(tmp_path / "mine", FRONT, front)
    facts = (
        "terms:\n"
        "  bastion: {term: bastion, meaning: part of a wall, ask: [meaning]}\n"
        "  koshmar: {term: koshmar, meaning: fear, literally: ghost, ask: [meaning], cite: x}\n"
    )
    deck = made(tmp_path / "deck", facts).deck
    shown = Shown(tuple(cards(deck.notes, load_note_types([mine]))))
    (problem,) = judge(shown)
    assert problem.message == (
        "bastion: card 'Meaning': the front is empty; give the question something to show"
    )


def words(count: int) -> str:
    return " ".join(f"{letter}{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"[:count])


@pytest.mark.parametrize(
    ("answer", "length"),
    [
        pytest.param(words(26), 26, id="one too many"),
        pytest.param(words(25), None, id="as many as may be"),
        pytest.param(words(24) + " – yz", None, id="a dash is no word"),
        pytest.param(words(24) + " o’clock", None, id="an apostrophe parts no word"),
    ],
)
def test_a_long_answer(tmp_path: Path, answer: str, length: int | None) -> None:
    assert LONGEST_ANSWER == 25
    found = complaints(tmp_path, person("Elias Brandt", f"'{answer}'", ", ask: [description]"))
    assert found == [
        f"7:3: someone: card 'Description': the answer has {length} words; shorten it to 25"
        for _ in range(length is not None)
    ]


def test_what_is_escaped_is_judged_as_it_reads(tmp_path: Path) -> None:
    build = made(tmp_path, person("'A & B <Co>'", "'R&D'", ", ask: [description]"))
    (card,) = cards(build.deck.notes, build.note_types)
    assert "A & B <Co>" in card.front
    assert card.answer == "R&D"
