"""The JSON Schema of deck.yaml: an editor takes what flashgen takes, and marks what it refuses."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from flashgen.deck.common import Common
from flashgen.deck.file import DeckInfo, Ignored, SourceInfo
from flashgen.deck.keys import Key, keys_of
from flashgen.deck.kinds import KINDS, Person
from flashgen.deck.loader import read_curation
from flashgen.deck.sequences import EventSequence
from flashgen.errors import InputError
from tests.conftest import DECK, ROOT

SCHEMA = json.loads((ROOT / "flashgen/deck/deck.schema.json").read_text(encoding="utf-8"))
HEAD = "deck: {id: siege, name: Siege, topic: A siege, updated: 2026-01-31}\n"


class Core(yaml.SafeLoader):
    """YAML 1.2 as editors read it: a day is a text there, and so is a "yes"."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - as the base has it
        first: [
            (tag, form)
            for tag, form in forms
            if tag != "tag:yaml.org,2002:timestamp"
            and (tag != "tag:yaml.org,2002:bool" or first in "tTfF")
        ]
        for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def mistakes(text: str) -> list[Any]:
    read = yaml.load(text, Core)  # noqa: S506 - a SafeLoader
    return list(jsonschema.Draft7Validator(SCHEMA).iter_errors(read))


def test_it_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("deck", sorted(path.name for path in DECK.parent.iterdir()))
def test_a_shipped_deck_is_right(deck: str) -> None:
    assert mistakes((DECK.parent / deck / "deck.yaml").read_text(encoding="utf-8")) == []


def test_what_several_keys_hold_stands_once() -> None:
    """Editors fetch the schema, and authors read it."""
    texts = [json.dumps(shape) for shape in _shapes(SCHEMA) if "$ref" not in shape]
    assert [text for text, count in Counter(texts).items() if count > 1 and len(text) > 200] == []


def _shapes(schema: Any) -> Iterator[Any]:
    parts = schema.values() if isinstance(schema, dict) else schema
    for part in parts if isinstance(schema, dict | list) else ():
        if isinstance(part, dict):
            yield part
        yield from _shapes(part)


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


# A deck with one entry of each kind, and what may be put behind a key of the entry, right or wrong.
ENTRIES: dict[str, dict[str, str]] = {
    "deck": {"id": "siege", "name": "Siege", "topic": "A siege", "updated": "2026-01-31"},
    "source": {},
    "people": {"name": "Elias Brandt"},
    "events": {"what": "It fell.", "date": "1690"},
    "places": {"name": "Sea Gate", "kind": "building"},
    "quotations": {"text": "Take them.", "voice": "a man"},
    "terms": {"term": "bastion", "meaning": "part of a wall"},
    "questions": {"question": "Name it.", "answer": "a wall"},
    "sequences": {"title": "The siege", "events": "[one, other]"},
    "ignore": {},
}
ALONE = ("deck", "source", "ignore")
VALUES = (
    "null", "words", "17", "1690", "-1", "1.5", "yes", "2026-01-31", "building", "[]", "[one]",
    "[1690]", "[1690-02, 1690-03]", "[[one]]", "[{a: b}]", "{}", "{a: b}", "{julian: 1690}",
    "{julian: }", "{file: a.png}", "{file: ''}", "{file: a.png, alt: [b]}", "{opinion: ''}",
    "{opinion: it is his}", "{ru_RU: a}", "{ru_RU: }", "{russian: a}", "{ru_RU: a, fr_FR: b}",
    "[54, 10]", "['54', '10']", "[54, 10, 3]",
)  # fmt: skip
# What an editor cannot know by the shape of a value: other keys, other entries, the calendar.
BEYOND = re.compile(
    r"is no date|month 13|\[1690\]|is no country|no first day|is no key under|known are|'ask'"
    r"|needs |stands beside|must stand in|'text'|fewer than two|says not what|unsure date"
    r"|put it there|is the key itself|is no key: use"
)
HOLDERS = (*KINDS, EventSequence, DeckInfo, SourceInfo, Ignored)


@pytest.mark.parametrize(
    ("holder", "key"),
    [
        pytest.param(holder, key, id=f"{holder.section}.{key.name}")
        for holder in HOLDERS
        for key in keys_of(holder)
        if holder is Person or key not in keys_of(Common)  # what is common is one definition
    ],
)
def test_schema_and_loader_are_of_one_mind(tmp_path: Path, holder: Any, key: Key) -> None:
    """But for what it takes more than the value to see."""
    differ = []
    for value in ("''", *VALUES) if key.required else VALUES:
        entries = {**ENTRIES, holder.section: {**ENTRIES[holder.section], key.name: value}}
        text = "".join(f"{name}: {_flow(name, entry)}\n" for name, entry in entries.items())
        told, marked = complaints(tmp_path / "deck.yaml", text), mistakes(text)
        seen = [each for each in told if not BEYOND.search(each)]
        if bool(seen) != bool(marked) and not (marked and told):
            differ.append((value, told, [str(each.message) for each in marked]))
    assert differ == []


def _flow(section: str, entry: dict[str, str]) -> str:
    """A section of one entry; beside an event another one, so that there is a sequence."""
    flow = "{" + ", ".join(f"{key}: {value}" for key, value in entry.items()) + "}"
    if section == "events":
        return f"{{one: {flow}, other: {{what: It rose., date: 1790}}}}"
    return flow if section in ALONE else f"{{one: {flow}}}"


def complaints(path: Path, text: str) -> list[str]:
    path.write_text(text, encoding="utf-8")
    try:
        return [problem.message for problem in read_curation(path)[1]]
    except InputError as error:
        return [problem.message for problem in error.problems]
