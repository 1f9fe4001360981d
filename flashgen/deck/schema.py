"""The JSON Schema of deck.yaml, for editors; made from the table that the loader reads by.

It follows JSON Schema draft 7, which the YAML language server of most editors reads. What
takes more than one key to judge is left to ``flashgen check``.
"""

from __future__ import annotations

import json
from typing import Any, assert_never

from flashgen.dates.calendars import Calendar
from flashgen.deck.file import PROPOSED, TODO, DeckInfo, Ignored, SourceInfo
from flashgen.deck.keys import Holds, Key, keys_of
from flashgen.deck.kinds import KINDS, Item
from flashgen.deck.medium import Medium
from flashgen.deck.rule_names import RULE_NAMES
from flashgen.deck.sequences import EventSequence
from flashgen.deck.values import KEY, LANGUAGE

Schema = dict[str, Any]

_TEXT: Schema = {"type": ["string", "number", "boolean"]}  # a year or a "yes" needs no quotes
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_IDENTITY: Schema = {"type": "string", "pattern": f"^(?:{KEY.pattern})$"}
_YES_NO: Schema = {"enum": ["yes", "no", True, False]}
_COORDINATES: Schema = {
    "type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2,
}  # fmt: skip
_EDTF: Schema = {"type": ["string", "integer"]}


# The schema's file beside a deck.yaml, which names it in its first line.
SCHEMA_NAME = "deck.schema.json"


def schema_text() -> str:
    """The schema's file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def schema() -> Schema:
    """The schema, as ``json.dumps`` takes it."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "deck.yaml of flashgen",
        **_mapping(
            {
                "deck": _entry(DeckInfo),
                "source": _entry(SourceInfo),
                **{kind.section: _section(kind, tuple(kind.questions)) for kind in KINDS},
                EventSequence.section: _section(EventSequence),
                "ignore": _entry(Ignored),
                "dropped": _mapping({each.section: _TEXTS for each in (*KINDS, EventSequence)}),
                TODO: _waiting(
                    "What is proposed and no card asks yet; move into its section what is to be"
                    " asked."
                ),
                PROPOSED: _waiting("What was proposed once, and is not proposed again."),
            },
            required=["deck"],
        ),
    }


def _mapping(properties: Schema, **more: Any) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False, **more}


def _waiting(description: str) -> Schema:
    """Facts that wait, by their sections: nothing in them is required, and nothing refused."""
    waiting = {"type": ["object", "null"]}
    return {
        "description": description,
        **_mapping({kind.section: waiting for kind in KINDS}),
        "type": ["object", "null"],
    }


def _section(holder: type[Item | EventSequence], questions: tuple[str, ...] = ()) -> Schema:
    """Entries by their keys."""
    return {
        "description": (holder.__doc__ or "").partition("\n")[0],
        "type": ["object", "null"],
        "propertyNames": _IDENTITY,
        "additionalProperties": _entry(holder, questions),
    }


def _entry(holder: type, questions: tuple[str, ...] = ()) -> Schema:
    properties: Schema = {}
    for key in keys_of(holder):
        found = {"description": key.help, **_value(key, questions)}
        properties[key.name] = found
        if key.formerly:
            properties[key.formerly] = {**found, "deprecated": True}
    required = [key.name for key in keys_of(holder) if key.required]
    return _mapping(properties, required=required) if required else _mapping(properties)


def _value(key: Key, questions: tuple[str, ...]) -> Schema:
    match key.holds:
        case Holds.TEXT | Holds.YEAR | Holds.CALENDAR | Holds.DAY:
            return _TEXT
        case Holds.TEXTS | Holds.REFERENCES:
            return _TEXTS if key.holds is Holds.TEXTS else {"type": "array", "items": _IDENTITY}
        case Holds.ONE_OR_MORE:
            return {"anyOf": [_TEXT, _TEXTS]}
        case Holds.IDENTITY | Holds.REFERENCE:
            return _IDENTITY
        case Holds.DATE:
            stated = _mapping(dict.fromkeys((*Calendar, "unspecified"), _EDTF), minProperties=1)
            return {"anyOf": [_EDTF, {"type": "array", "items": _EDTF}, stated]}
        case Holds.CHOICE:
            return {"enum": list(key.choices)}
        case Holds.QUESTIONS:
            return {"type": "array", "items": {"enum": list(questions)}}
        case Holds.YES_NO | Holds.COORDINATES:
            return _YES_NO if key.holds is Holds.YES_NO else _COORDINATES
        case Holds.ALLOWANCES:
            return _mapping(dict.fromkeys(RULE_NAMES, _TEXT))
        case Holds.SPOKEN:
            return {
                "type": "object",
                "propertyNames": {"pattern": f"^{LANGUAGE.pattern}$"},
                "additionalProperties": _TEXT,
                "minProperties": 1,
                "maxProperties": 1,
            }
        case Holds.MEDIUM:
            return _entry(Medium)
        case _:
            assert_never(key.holds)
