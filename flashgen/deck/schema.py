"""The JSON Schema of deck.yaml, for editors; made from the table that the loader reads by.

It follows JSON Schema draft 7, which the YAML language server of most editors reads. What
takes more than one key to judge is left to ``flashgen check``. What several keys hold is defined
once and referred to; beside ``$ref`` stands nothing that decides, since draft 7 passes over it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from flashgen.dates.calendars import Calendar
from flashgen.deck.common import Common
from flashgen.deck.file import PROPOSED, TODO, DeckInfo, Ignored, SourceInfo
from flashgen.deck.keys import Holds, Key, keys_of
from flashgen.deck.kinds import KINDS, Item
from flashgen.deck.medium import Medium
from flashgen.deck.rule_names import RULE_NAMES
from flashgen.deck.sequences import EventSequence
from flashgen.deck.values import DAY, KEY, LANGUAGE

Schema = dict[str, Any]

# The schema's file beside a deck.yaml, which names it in its first line.
SCHEMA_NAME = "deck.schema.json"
SCHEMA_TITLE = "deck.yaml of flashgen"

_TEXT: Schema = {"type": ["string", "number", "boolean"], "minLength": 1}  # a "yes", unquoted
_IDENTITY: Schema = {"type": ["string", "integer"], "pattern": f"^(?:{KEY.pattern})$"}
_DEGREES: Schema = {"type": ["number", "string"], "pattern": "^[-+]?[0-9.]+$"}
# What such a key holds, if it is not empty, where that is the same for all and refers to nothing.
_PLAIN: Mapping[Holds, Schema] = {
    Holds.TEXT: _TEXT,
    Holds.CALENDAR: _TEXT,
    Holds.IDENTITY: _IDENTITY,
    Holds.REFERENCE: _IDENTITY,
    Holds.DAY: {"type": "string", "pattern": f"^{DAY.pattern}$"},
    Holds.YEAR: {
        "type": ["string", "integer"], "pattern": "^[0-9]{1,4}$", "minimum": 1, "maximum": 9999,
    },
    Holds.YES_NO: {"enum": ["yes", "no", True, False]},
    Holds.COORDINATES: {
        "type": "array", "items": _DEGREES, "minItems": 2, "maxItems": 2,
    },
}  # fmt: skip


def schema_text() -> str:
    """The schema's file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def schema() -> Schema:
    """The schema, as ``json.dumps`` takes it."""
    return _Maker().schema()


class _Maker:
    """Makes the schema; what is referred to is defined when it is needed first."""

    def __init__(self) -> None:
        self._definitions: Schema = {}

    def schema(self) -> Schema:
        sections = (*KINDS, EventSequence)
        texts = self._ref(Holds.TEXTS)
        properties: Schema = {
            "deck": self._entry(DeckInfo),
            "source": _or_nothing(self._entry(SourceInfo)),
            **{holder.section: self._section(holder) for holder in sections},
            "ignore": _or_nothing(self._entry(Ignored)),
            "dropped": _or_nothing(_mapping({each.section: texts for each in sections})),
            TODO: self._waiting(
                "What is proposed and no card asks yet; move into its section what is to be asked."
            ),
            PROPOSED: self._waiting("What was proposed once, and is not proposed again."),
        }
        return {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": SCHEMA_TITLE,
            **_mapping(properties, required=["deck"]),
            "definitions": self._definitions,
        }

    def _section(self, holder: type[Item | EventSequence]) -> Schema:
        """Entries by their keys; what every kind has stands once, for all kinds."""
        questions = tuple(getattr(holder, "questions", ()))
        entry = self._entry(holder, questions)
        for key in keys_of(Common) if issubclass(holder, Common) else ():
            if key.holds is not Holds.QUESTIONS:
                found = entry["properties"][key.name]
                entry["properties"][key.name] = self._defined(f"every-{key.name}", found)
        return {
            "description": (holder.__doc__ or "").partition("\n")[0],
            "type": ["object", "null"],
            "propertyNames": self._ref(Holds.IDENTITY, filled=True),
            "additionalProperties": entry,
        }

    def _entry(self, holder: type, questions: tuple[str, ...] = ()) -> Schema:
        properties: Schema = {}
        for key in keys_of(holder):
            found = {"description": key.help, **self._value(key, questions)}
            properties[key.name] = found
            if key.formerly:
                properties[key.formerly] = {**found, "deprecated": True}
        required = [key.name for key in keys_of(holder) if key.required]
        return _mapping(properties, required=required) if required else _mapping(properties)

    def _value(self, key: Key, questions: tuple[str, ...]) -> Schema:
        if key.holds is Holds.CHOICE:
            choice = {"enum": list(key.choices)}
            return choice if key.required else _or_nothing(choice)
        if key.holds is Holds.QUESTIONS:
            return {"type": ["array", "null"], "items": {"enum": list(questions)}}
        return self._ref(key.holds, filled=key.required)

    def _waiting(self, description: str) -> Schema:
        """Facts that wait, by their sections: nothing in them is required, and nothing refused."""
        sections = {kind.section: {"type": ["object", "null"]} for kind in KINDS}
        waiting = self._defined("waiting", _or_nothing(_mapping(sections)))
        return {"description": description, **waiting}

    def _ref(self, holds: Holds, *, filled: bool = False) -> Schema:
        """What such keys hold, by its definition; ``filled`` if it may not be empty."""
        name = holds.name.lower().replace("_", "-") + ("" if filled else "-or-nothing")
        shape = self._shape(holds)
        if not filled and "anyOf" in shape:
            shape = {"anyOf": [self._ref(holds, filled=True), {"type": "null"}]}
        elif not filled:
            shape = _or_nothing(shape)
        return self._defined(name, shape)

    def _shape(self, holds: Holds) -> Schema:
        """What such a key holds that is not empty."""
        match holds:
            case Holds.TEXTS:
                return {"type": "array", "items": self._ref(Holds.TEXT)}
            case Holds.REFERENCES:
                return {"type": "array", "items": self._ref(Holds.REFERENCE)}
            case Holds.ONE_OR_MORE:
                return {"anyOf": [self._ref(Holds.TEXT), self._ref(Holds.TEXTS)]}
            case Holds.DATE:
                edtf = self._defined("edtf", {"type": ["string", "integer"], "minLength": 1})
                stated = _mapping(dict.fromkeys((*Calendar, "unspecified"), edtf), minProperties=1)
                return {"anyOf": [edtf, {"type": "array", "items": edtf}, stated]}
            case Holds.ALLOWANCES:
                return _mapping(dict.fromkeys(RULE_NAMES, self._ref(Holds.TEXT, filled=True)))
            case Holds.SPOKEN:
                return {
                    "type": "object",
                    "propertyNames": {"pattern": f"^{LANGUAGE.pattern}$"},
                    "additionalProperties": self._ref(Holds.TEXT, filled=True),
                    "minProperties": 1,
                    "maxProperties": 1,
                }
            case Holds.MEDIUM:
                return self._entry(Medium)
            case _:
                return _PLAIN[holds]

    def _defined(self, name: str, shape: Schema) -> Schema:
        self._definitions[name] = shape
        return {"$ref": f"#/definitions/{name}"}


def _mapping(properties: Schema, **more: Any) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False, **more}


def _or_nothing(shape: Schema) -> Schema:
    """A shape that may be left empty, too."""
    if "enum" in shape:
        return {**shape, "enum": [*shape["enum"], None]}
    kinds = shape["type"] if isinstance(shape["type"], list) else [shape["type"]]
    empty = {key: value for key, value in shape.items() if key != "minLength"}
    if "pattern" in empty:
        empty["pattern"] = f"^$|{empty['pattern']}"
    return {**empty, "type": [*kinds, "null"]}
