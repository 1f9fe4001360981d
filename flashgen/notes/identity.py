"""Identities in Anki, made from keys and first names, so that no change of wording touches them."""

from __future__ import annotations

import hashlib
import string

# The figures of a GUID, as Anki and genanki write it: numbers to the base of 91.
_FIGURES = string.ascii_letters + string.digits + "!#$%&()*+,-./:;<=>?@[]^_`{|}~"


def note_guid(deck_id: str, kind: str, key: str) -> str:
    """A note's GUID, which a learner's history hangs on; ``key`` is the first that it had."""
    digest = hashlib.sha256(f"{deck_id}__{kind}__{key}".encode()).digest()
    number, guid = int.from_bytes(digest[:8], "big"), ""
    while number:
        number, figure = divmod(number, len(_FIGURES))
        guid = _FIGURES[figure] + guid
    return guid


def deck_number(deck_id: str, subdeck: str) -> int:
    """A deck's id inside a package, which looks like a time in milliseconds: 41 bits."""
    digest = hashlib.sha256(f"{deck_id}::{subdeck}".encode()).digest()
    return (1 << 40) + int.from_bytes(digest[:5], "big")


def note_type_number(deck_id: str, kind: str) -> int:
    """The id of a note type that a deck does not share; it looks like a time in milliseconds."""
    return deck_number(deck_id, f"note type {kind}")


def part_id(note_type_id: int, part: str, first_name: str) -> int:
    """The id by which Anki knows a field or a card template again under another name, 62 bits.

    ``part`` is "field" or "card".
    """
    digest = hashlib.sha256(f"{note_type_id}::{part}::{first_name}".encode()).digest()
    return int.from_bytes(digest[:8], "big") >> 2
