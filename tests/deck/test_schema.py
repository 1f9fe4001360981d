"""The JSON Schema of deck.yaml: an editor takes what flashgen takes, and marks what it refuses."""

import json
from typing import Any

import jsonschema
import pytest
import yaml

from tests.conftest import DECK, ROOT

SCHEMA = json.loads((ROOT / "flashgen/deck/deck.schema.json").read_text(encoding="utf-8"))
HEAD = "deck: {id: siege, name: Siege, topic: A siege, updated: 2026-01-31}\n"


class Core(yaml.SafeLoader):
    """YAML 1.2 as editors read it: a day is a text there."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - as the base has it
        first: [(tag, form) for tag, form in forms if tag != "tag:yaml.org,2002:timestamp"]
        for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def mistakes(text: str) -> list[Any]:
    read = yaml.load(text, Core)  # noqa: S506 - a SafeLoader
    return list(jsonschema.Draft7Validator(SCHEMA).iter_errors(read))


def test_it_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)


def test_the_shipped_deck_is_right() -> None:
    assert mistakes((DECK / "deck.yaml").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "facts",
    [
        "people: {brandt: {name: Elias Brandt, aliases: [Brandt], born: 1652, type_in: yes}}",
        "events: {e: {what: It fell., date: {julian: 1700-02-29, gregorian: 1700-03-11}}}",
        "events: {e: {what: It fell., date: [1700-02-29, 1700-03-01], ask: [when]}}",
        "places: {gate: {name: Gate, kind: building, coordinates: [54, 10.5]}}",
        "terms: {bastion: {term: bastion, meaning: a wall, read_aloud: {fr_FR: bastion}}}",
        "terms: {bastion: {term: bastion, meaning: a wall, passage: the last bastion}}",
        "terms: {bastion: {term: bastion, meaning: a wall, passage: [last, bastion]}}",
        "questions: {q: {question: Name the gates., answer: Sea Gate, ask: [answer], cite: a}}",
        "people: {b: {name: B, picture: {file: a.png, credit: b, alt: c}, ask: [picture]}}",
        "sequences: {siege: {title: The siege, events: [keys, peace], was: [war]}}",
        "dropped: {terms: [ravelin], questions: [q], sequences: [siege/keys]}",
        "people:",
    ],
)
def test_what_flashgen_reads_is_right(facts: str) -> None:
    assert mistakes(HEAD + facts) == []


@pytest.mark.parametrize(
    ("facts", "what"),
    [
        ("poeple: {}", "poeple"),
        ("people: {brandt: {name: Elias Brandt, wo: mayor}}", "wo"),
        ("people: {Brandt!: {name: Elias Brandt}}", "Brandt!"),
        ("people: {brandt: {who: mayor}}", "name"),
        ("people: {brandt: {name: [Elias]}}", "Elias"),
        ("people: {brandt: {name: Elias Brandt, ask: [when]}}", "when"),
        ("places: {gate: {name: Gate, kind: bilding}}", "bilding"),
        ("questions: {q: {question: Who fell}}", "answer"),
        ("people: {b: {name: B, map: {flie: a.png, file: b.png}}}", "flie"),
        ("people: {b: {name: B, sound: {credit: me}}}", "file"),
        ("questions: {q: {answer: It fell.}}", "question"),
        ("questions: {q: {question: Who, answer: He, aliases: [Him]}}", "aliases"),
        ("events: {e: {what: It fell., date: {juilan: 1700-02-29}}}", "juilan"),
        ("sequences: {siege: {events: [keys, peace]}}", "title"),
        ("sequences: {siege: {title: The siege, events: keys}}", "keys"),
    ],
)
def test_what_flashgen_refuses_is_marked(facts: str, what: str) -> None:
    (mistake,) = mistakes(HEAD + facts)
    assert what in str(mistake)
