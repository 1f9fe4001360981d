"""Facts written as deck.yaml are the same facts when they are read again."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from flashgen.dates.countries import somewhere
from flashgen.deck.kinds import Item, Person, Place, Question
from flashgen.deck.loader import load_curation
from flashgen.deck.sequences import Successor
from flashgen.deck.writer import Written, deck_yaml, entry_yaml
from flashgen.errors import Location
from tests.conftest import DECK

EVERY_KEY = """\
deck:
  {id: siege, name: The Siege, topic: A siege, updated: 2026-01-31, year: 1700, calendar: Russia,
   note_types: own, type_in: yes}
people:
  brandt: {name: Elias Brandt, aliases: [Brandt], who: mayor, born: 1652~, died: "[1711,1712]"}
places:
  gate: {name: Gate, kind: building, what: the way out, coordinates: [54.5, -10], calendar: England}
events:
  a: {what: It fell., date: 1700-02-29, place: gate, people: [brandt], calendar: Russia,
      ask: [when]}
  b: {what: It fell., date: {julian: 1700-02-29, gregorian: 1700-03-11}, time: at dawn}
  c: {what: It fell., date: {republican: 0002-11-09, gregorian: 1794-07-27}}
  d: {what: It fell., date: {islamic: 0857-05-20, julian: 1453-05-29}}
  e: {what: It fell., date: {gregorian: 1917-11-07}, unsure: or 1918, ask: [what]}
quotations:
  q: {text: Take it and go., speaker: brandt, missing: Take it, type_in: no, tags: [x], was: [r]}
terms:
  bastion: {term: bastion, meaning: a wall, read_aloud: {fr_FR: bastion}, note: "#1: 'so'"}
  wall: {term: wall, meaning: it, picture: {file: a b.png, credit: "A: b", license: CC0, alt: c}}
questions:
  why: {question: "Why: it?", answer: 'No bread, "so"', context: a, hint: b, allow: {opinion: c}}
"""


@pytest.mark.parametrize("text", [EVERY_KEY, (DECK / "deck.yaml").read_text(encoding="utf-8")])
def test_what_is_written_reads_the_same(tmp_path: Path, text: str) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text(text, encoding="utf-8")
    read = load_curation(path)
    own = [item for item in read.items if not isinstance(item, Successor)]
    written = [Written(item, ("paragraph 1: it: was so",)) for item in own]
    path.write_text(deck_yaml(read.deck, written), encoding="utf-8")
    again = load_curation(path)
    assert again.deck == read.deck
    assert [_nowhere(item) for item in again.items] == [_nowhere(item) for item in own]


def test_one_entry_can_be_written_alone(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text(EVERY_KEY, encoding="utf-8")
    gate = load_curation(path).of(Place)[0]
    remark = "paragraph 3: The gate, the way out, fell. " + "x" * 60
    assert entry_yaml(Written(gate, (remark,)), somewhere(), 2).splitlines() == [
        "    # paragraph 3: The gate, the way out, fell.",
        "    #   " + "x" * 60,
        "    gate:",
        "      name: Gate",
        "      kind: building",
        "      what: the way out",
        "      coordinates: [54.5, -10.0]",
        "      calendar: England",
        "      ask: [description, name]",
    ]


def test_a_question_that_waits_has_room_for_its_answer() -> None:
    question = Question(key="why", where=Location(Path()), question="Why did it fall?", answer="")
    written = yaml.safe_load(entry_yaml(Written(question, open_=True), somewhere()))
    assert written == {"why": {"question": "Why did it fall?", "answer": ""}}


def test_what_waits_has_room_for_what_it_needs_to_ask_anything() -> None:
    krevo = Place(key="krevo", where=Location(Path()), name="Krevo")
    told = replace(krevo, happened="The guilds met.")
    found = [yaml.safe_load(entry_yaml(Written(p, open_=True), somewhere())) for p in (krevo, told)]
    assert [list(each["krevo"]) for each in found] == [
        ["name", "kind", "what"],
        ["name", "kind", "happened"],
    ]


def test_what_is_only_referred_to_asks_nothing(tmp_path: Path) -> None:
    brandt = Person(key="brandt", where=Location(Path()), name="Elias Brandt", who="weaver")
    path = tmp_path / "deck.yaml"
    head = "deck: {id: a, name: A, topic: A, updated: 2026-01-31}\npeople:\n"
    path.write_text(head + entry_yaml(Written(brandt, silent=True), somewhere()), encoding="utf-8")
    (person,) = load_curation(path).of(Person)
    assert (person.who, person.ask) == ("weaver", ())


def _nowhere(item: Item) -> Item:
    return replace(item, where=Location(Path()))
