"""What is to be done to a note type: names, cards' sides and style."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flashgen.note_types.note_type import NoteType
from flashgen.pushing.given import Given, looks_of
from flashgen.pushing.held import AnkiCard, AnkiType
from flashgen.releases.record import Record, digest, looks_by


@dataclass(frozen=True, slots=True)
class TypeStep:
    """What is to be done to a note type, which Anki calls ``name``.

    Fields and cards are renamed first (old, new); then ``sides`` are new fronts and backs by card,
    and ``style`` is new CSS, None where it stays. ``kept`` says what stays as the learner has it.
    """

    name: str
    fields: tuple[tuple[str, str], ...]
    cards: tuple[tuple[str, str], ...]
    sides: Mapping[str, Mapping[str, str]]
    style: str | None
    kept: tuple[str, ...]


def type_step(note_type: NoteType, held: AnkiType, given: Given, last: Record | None) -> TypeStep:
    """What is to be done to a note type.

    A look that the learner has changed since it was given stays, unless the author has, too.
    """
    before = given.looks.get(str(note_type.id), {})
    recorded = _recorded(note_type, last)
    wanted = looks_of(note_type)
    kept: list[str] = []

    def is_due(look: str, theirs: str, told: str) -> bool:
        was = digest(theirs)
        if was == wanted[look]:
            return False
        stays = before.get(look) == wanted[look] and was != recorded.get(look)
        kept.extend([told] * stays)
        return not stays

    sides: dict[str, dict[str, str]] = {}
    cards: list[tuple[str, str]] = []
    for card in note_type.cards:
        there = _same(card.id, card.name, held)
        if there is None:
            continue  # the learner has removed it
        if there.name != card.name:
            cards.append((there.name, card.name))
        due = {
            side: text
            for side, theirs, text in (
                ("Front", there.front, card.front),
                ("Back", there.back, card.back),
            )
            if is_due(f"{card.id}, {side.lower()}", theirs, f"{card.name}, {side.lower()}")
        }
        if due:
            sides[card.name] = due
    style = note_type.css if is_due("style", held.css, "style") else None
    names = held.names
    fields = tuple(
        (names[id_], name)
        for id_, name in zip(note_type.field_ids, note_type.fields, strict=True)
        if names.get(id_, name) != name and name not in held.fields
    )
    return TypeStep(held.name, fields, tuple(cards), sides, style, tuple(kept))


def _same(id_: int, name: str, held: AnkiType) -> AnkiCard | None:
    """The card in Anki: by its id, or by its name where Anki gives none."""
    by_id = (card for card in held.cards if card.id == id_)
    by_name = (card for card in held.cards if card.id is None and card.name == name)
    return next(by_id, None) or next(by_name, None)


def _recorded(note_type: NoteType, last: Record | None) -> dict[str, str]:
    """The looks of the last release by the ids of its cards, as ``looks_of`` has them."""
    if last is None or note_type.kind not in last.note_types:
        return {}
    recorded = last.note_types[note_type.kind]
    return looks_by(recorded.cards, recorded.looks)
