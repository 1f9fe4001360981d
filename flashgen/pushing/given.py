"""What flashgen put into a collection last, kept in the collection itself.

Only so can one tell what the learner has changed from what the author has. It is a file among the
media, as digests; its name begins with "_", so that Anki does not take it for unused.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from flashgen.note_types.note_type import NoteType
from flashgen.notes.note import Deck
from flashgen.package import files_of
from flashgen.pushing.add_on import Action, AddOn
from flashgen.releases.plain import from_plain
from flashgen.releases.record import digest, digests, looks

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class GivenNote:
    """A note as it was given: digests of the fields that are not empty, by their ids; tags."""

    fields: Mapping[str, str]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """What was given: notes by GUID, looks by note type and ``looks_of``, media by name.

    All are digests.
    """

    notes: Mapping[str, GivenNote]
    looks: Mapping[str, Mapping[str, str]]
    media: Mapping[str, str]


NOTHING = Given({}, {}, {})


def looks_of(note_type: NoteType) -> dict[str, str]:
    """Digests of the style and of the cards' sides: "style", "CARD ID, front", "CARD ID, back"."""
    cards = ((str(card.id), card.front, card.back, "") for card in note_type.cards)
    return looks(note_type.css, cards)


def given_by(deck: Deck, note_types: Mapping[str, NoteType], before: Given = NOTHING) -> Given:
    """What a collection was given once it has this deck; ``before`` are former notes."""
    notes = {}
    for note in deck.notes:
        kind = note_types[note.kind]
        ids = dict(zip(kind.fields, kind.field_ids, strict=True))
        notes[note.guid] = GivenNote(digests(note.fields, ids), deck.tags_of(note))
    media = {name: digest(data.hex()) for name, data in files_of(deck, note_types).items()}
    shown = {str(kind.id): looks_of(kind) for kind in note_types.values()}
    return Given({**before.notes, **notes}, {**before.looks, **shown}, {**before.media, **media})


def read_given(anki: AddOn, deck: Deck) -> Given:
    """What this collection was given; NOTHING where that is not known."""
    found = anki.ask(object, "retrieveMediaFile", filename=_name(deck))
    try:
        data = json.loads(base64.b64decode(str(found), validate=True))
        if data.pop("format") != _FORMAT:
            return NOTHING
        given: Given = from_plain(Given, data)
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
        return NOTHING  # there is none, or somebody changed it
    return given


def keep(given: Given, deck: Deck) -> Action:
    """The action by which the collection keeps it."""
    data = json.dumps({"format": _FORMAT, **asdict(given)}, separators=(",", ":")).encode()
    params = {"filename": _name(deck), "data": base64.b64encode(data).decode()}
    return Action("storeMediaFile", params, _name(deck))


def _name(deck: Deck) -> str:
    return f"_flashgen-{deck.id}.json"
