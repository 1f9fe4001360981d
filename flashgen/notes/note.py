"""What Anki gets: notes, and the deck that holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from flashgen.errors import Location

# What stands between a deck's id and the name of a release in the tag of what it brought.
RELEASE_MARK = "::release::"


def full_name(deck: str, subdeck: str) -> str:
    """What Anki calls a subdeck, or the deck itself where ``subdeck`` is ""."""
    return f"{deck}::{subdeck}" if subdeck else deck


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
    """A deck ready for packaging; ``version`` says to a person which release it is.

    ``media`` are the contents of the files that its notes show, by name.
    """

    id: str
    name: str
    description: str
    notes: tuple[Note, ...]
    version: str = ""
    media: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def about(self) -> str:
        """What Anki shows of the deck, as HTML: its description and its version."""
        return "\n\n".join(filter(None, (self.description, self.version)))

    def tags_of(self, note: Note) -> tuple[str, ...]:
        """All tags that a note has in Anki, that of its release included."""
        return (*note.tags, *([f"{self.id}{RELEASE_MARK}{note.release}"] if note.release else ()))
