"""What Anki gets: notes, their note types with fields and cards, and the deck that holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from flashgen.errors import Location

# What a field or card that is kept free for later is called, before its number.
SPARE = "Spare "
# What stands between a deck's id and the name of a release in the tag of what it brought.
RELEASE_MARK = "::release::"


@dataclass(frozen=True, slots=True)
class Note:
    """An Anki note; field values are HTML, a field that is not named is empty.

    ``kind`` names the note type ("event"), ``key`` is the fact's. ``guid`` is the note's identity
    in Anki. ``modified`` is the time of its last change in seconds UTC, ``release`` the name of
    the release that brought it; Anki takes a note only if it is newer than the one it has.
    """

    kind: str
    key: str
    guid: str
    subdeck: str
    fields: Mapping[str, str]
    tags: tuple[str, ...]
    where: Location
    modified: int = 0
    release: str = ""

    @property
    def label(self) -> str:
        """What tells a person which note it is: "person/lenin"."""
        return f"{self.kind}/{self.key}"


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck ready for packaging; ``version`` says to a person which release it is."""

    id: str
    name: str
    description: str
    notes: tuple[Note, ...]
    version: str = ""

    @property
    def about(self) -> str:
        """What Anki shows of the deck, as HTML: its description and its version."""
        return "\n\n".join(filter(None, (self.description, self.version)))

    def tags_of(self, note: Note) -> tuple[str, ...]:
        """All tags that a note has in Anki, that of its release included."""
        return (*note.tags, *([f"{self.id}{RELEASE_MARK}{note.release}"] if note.release else ()))


@dataclass(frozen=True, slots=True)
class CardTemplate:
    """A card's front and back in Anki's template language, and the files that they come from.

    ``switch``, ``answer`` and ``given`` name fields: the one that makes the card, the one that
    answers it, and those whose words the question states openly. ``id`` is the card's identity
    in Anki, whatever its name. ``browser`` is the question on one line, for the list of cards in
    Anki's browser; "" where the front does for it. ``files`` are all that the card is made of,
    shared pieces included.
    """

    id: int
    name: str
    switch: str
    answer: str
    given: tuple[str, ...]
    front: str
    back: str
    front_path: Path
    back_path: Path
    browser: str = ""
    files: frozenset[Path] = frozenset()


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type: its identity in Anki, its fields in order, its cards and its style.

    ``field_ids`` are the fields' identities in Anki, whatever their names; ``learner`` are the
    last of the fields, which are the learner's own; ``incidental`` are those whose change alone
    makes no note newer. ``media`` are the contents of the files that
    its cards and style show, by name. ``modified`` is the time of the last change in seconds UTC.
    """

    kind: str
    name: str
    id: int
    fields: tuple[str, ...]
    field_ids: tuple[int, ...]
    learner: tuple[str, ...]
    incidental: tuple[str, ...]
    sort_field: str
    cards: tuple[CardTemplate, ...]
    css: str
    path: Path
    modified: int = 0
    media: Mapping[str, bytes] = field(default_factory=dict)

    def cards_of(self, note: Note) -> tuple[CardTemplate, ...]:
        """The cards that a note of this type makes: those whose switch is on."""
        return tuple(card for card in self.cards if note.fields.get(card.switch))
