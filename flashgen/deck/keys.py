"""What a key of deck.yaml holds: the one definition for loader, notes, drafts, schema and pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from enum import Enum
from functools import cache
from typing import Any


class Holds(Enum):
    """What stands behind a key; the value is what it is called before a person."""

    TEXT = "a text"
    TEXTS = "a list of texts"
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
    SPOKEN = "a language and words in it, {ru_RU: Ленин}"


@dataclass(frozen=True, slots=True)
class Key:
    """A key of deck.yaml, and what becomes of what stands there.

    ``attribute`` is the attribute that keeps it, ``of`` the section whose keys it refers to,
    ``choices`` the words that it takes, ``shown`` the note's field that shows it as it stands.
    ``formerly`` is a name under which the key is read, too.
    """

    name: str
    attribute: str
    holds: Holds
    help: str
    required: bool
    of: str
    choices: tuple[str, ...]
    shown: str
    formerly: str


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
    """An attribute that a key of deck.yaml fills; ``name`` is the key's, where it is another."""
    made = {"name": name, "holds": holds, "help": help_, "required": required, "of": of}
    made |= {"choices": tuple(choices), "shown": shown, "formerly": formerly}
    return field(default=default, metadata={"key": made})


def keys_of(holder: type) -> tuple[Key, ...]:
    """The keys of a dataclass whose attributes are made by ``yaml_key``, its bases' keys last."""
    return _keys_of(holder)


@cache
def _keys_of(holder: type) -> tuple[Key, ...]:
    own = holder.__annotations__
    made = [
        Key(**{**each.metadata["key"], "name": each.metadata["key"]["name"] or each.name},
            attribute=each.name)
        for each in fields(holder)
        if "key" in each.metadata
    ]  # fmt: skip
    return tuple(sorted(made, key=lambda each: each.attribute not in own))
