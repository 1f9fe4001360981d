"""What a key of deck.yaml holds: the one definition for loader, notes, drafts, schema and pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from enum import Enum
from functools import cache
from typing import Any


class Holds(Enum):
    """What stands behind a key; the value is what it is called before a person."""

    TEXT = "a text"
    TEXTS = "a list of texts"
    ONE_OR_MORE = "a text or a list of texts"
    IDENTITY = "an identity: small letters, figures and hyphens"
    REFERENCE = "a key"
    REFERENCES = "a list of keys"
    DATE = "a date"
    DAY = "a day such as 2026-11-24"
    YEAR = "a year"
    CALENDAR = "a country or a calendar"
    CHOICE = "a choice"
    QUESTIONS = "a list of questions"
    YES_NO = "yes or no"
    COORDINATES = "latitude and longitude in degrees, [59.94, 30.31]"
    ALLOWANCES = "rules of good cards, each with a reason, {long-answer: the oath in full}"
    SPOKEN = "a language and words in it, {ru_RU: Ленин}"
    MEDIUM = "a file in `media/`, {file: reed.jpg, credit: …, license: …, alt: …}"


@dataclass(frozen=True, slots=True)
class Key:
    """A key of deck.yaml, and what becomes of what stands there.

    ``name`` is the key's own, ``attribute`` that of the attribute which keeps its value; ``of`` is
    the section whose keys it refers to, ``choices`` the words that it takes, ``shown`` the note's
    field that shows it as it stands. ``formerly`` is a name under which the key is read, too.
    """

    holds: Holds
    help: str
    name: str = ""
    attribute: str = ""
    required: bool = False
    of: str = ""
    choices: tuple[str, ...] = ()
    shown: str = ""
    formerly: str = ""


def yaml_key(
    holds: Holds,
    help_: str,
    *,
    name: str = "",
    required: bool = False,
    of: str = "",
    choices: Sequence[str] = (),
    shown: str = "",
    formerly: str = "",
    default: Any = "",
) -> Any:
    """A dataclass's attribute that a key of deck.yaml fills; ``name``, where it is another one."""
    key = Key(holds, help_, name, "", required, of, tuple(choices), shown, formerly)
    return field(default=default, metadata={"key": key})


def keys_of(holder: type) -> tuple[Key, ...]:
    """The keys of a dataclass whose attributes are made by ``yaml_key``, its bases' keys last."""
    return _keys_of(holder)


@cache
def _keys_of(holder: type) -> tuple[Key, ...]:
    keys = [
        replace(key, name=key.name or each.name, attribute=each.name)
        for each in fields(holder)
        if (key := each.metadata.get("key"))
    ]
    return tuple(sorted(keys, key=lambda key: key.attribute not in holder.__annotations__))
