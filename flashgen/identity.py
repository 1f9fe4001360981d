"""Identities in Anki, made from keys and first names, so that no change of wording touches them."""

from __future__ import annotations

import hashlib

import genanki


def note_guid(deck_id: str, kind: str, key: str) -> str:
    """A note's GUID, which a learner's history hangs on; ``key`` is the first that it had."""
    guid: str = genanki.guid_for(deck_id, kind, key)
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
