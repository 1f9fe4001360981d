"""The release record: what the last release of a deck held, and when each part last changed.

It is a JSON file beside deck.yaml, one value a line, kept in version control. An identity or a
time that is lost costs learners their corrections, so a file that is not whole is refused, never
mended by guess.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unicodedata import normalize

from flashgen.errors import InputError
from flashgen.files import is_there, read_plain, write_whole
from flashgen.releases.plain import Seconds, from_plain, to_plain

RECORD_NAME = "release.json"

_ABOUT = (
    "What the last release of this deck held, and when each note last changed: how Anki is told "
    "what is new. Written by 'flashgen release'. Keep it in version control; do not edit it."
)
_FORMAT = 1
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: |$)", re.MULTILINE)
_RESTORE = (
    "take it back from version control; if you keep none, delete it, set 'updated' in deck.yaml to "
    "today and build: every note then counts as new"
)


@dataclass(frozen=True, slots=True)
class RecordedNote:
    """A note as the last release held it.

    ``hash`` is that of its content, ``modified`` the time of its last change in seconds UTC;
    ``added`` and ``changed`` name the releases that brought it and that changed it last ("" for
    a build before the first release). ``fields`` are HTML, the empty ones left out. ``former``
    are its versions before that, the newest first: by the release that brought each, digests of
    the fields that the next version changed, by their ids.
    """

    guid: str
    hash: str
    modified: Seconds
    added: str
    changed: str
    subdeck: str
    tags: tuple[str, ...]
    fields: Mapping[str, str]
    cards: tuple[str, ...]
    former: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RecordedType:
    """A note type as the last release held it: its fields and cards by name, with their ids.

    ``looks`` are digests of the style and of each card's front and back.
    """

    id: int
    name: str
    hash: str
    modified: Seconds
    fields: Mapping[str, int]
    cards: Mapping[str, int]
    looks: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Release:
    """A release: its name, and its time in seconds UTC."""

    name: str
    time: Seconds


@dataclass(frozen=True, slots=True)
class Record:
    """The record; notes go by kind and key ("person/lenin"), note types by kind.

    ``dropped`` are notes of former releases, without their contents: should one come back, those
    who have it must not lose what they wrote in it.

    ``deck`` and ``name`` are the deck's id and its name in Anki. Without ``releases`` it was made
    by a build, and nothing is released yet.
    """

    deck: str
    name: str
    description: str
    releases: tuple[Release, ...]
    note_types: Mapping[str, RecordedType]
    notes: Mapping[str, RecordedNote]
    dropped: Mapping[str, RecordedNote]

    @property
    def title(self) -> str:
        """What a person calls it."""
        return f"release {self.latest}" if self.releases else "the first build"

    def begins(self, other: Record) -> bool:
        """Whether a build made it, of the notes and note types that ``other`` has; no release."""
        return not self.releases and self._content() == other._content()

    def _content(self) -> tuple[object, ...]:
        """What it holds, whenever that changed."""
        notes = {label: (note.guid, note.hash) for label, note in self.notes.items()}
        kinds = {kind: (held.id, held.hash) for kind, held in self.note_types.items()}
        return self.deck, notes, kinds, self.dropped

    @property
    def latest(self) -> str:
        """The name of the last release; "" where there is none yet."""
        return self.order[-1]

    @property
    def order(self) -> tuple[str, ...]:
        """The names of the releases in their order; first "", for a build before them."""
        return ("", *(release.name for release in self.releases))


def digest(*parts: object) -> str:
    """A short hash of plain values: 64 bits of SHA-256 over their JSON."""
    text = json.dumps(parts, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def text_digest(text: str) -> str:
    """The digest of a field's text; "" for an empty one."""
    return digest(normalize("NFC", text)) if text else ""


def digests(fields: Mapping[str, str], ids: Mapping[str, int]) -> dict[str, str]:
    """Digests of the fields that are not empty, by the ids of their names.

    Those whose name has no id are left out.
    """
    return {
        str(ids[name]): text_digest(text) for name, text in fields.items() if text and name in ids
    }


def looks(style: str, cards: Iterable[tuple[str, str, str, str]]) -> dict[str, str]:
    """Digests of a note type's style, and of each card's (name, front, back, line in the browser).

    An empty line in the browser is left out: Anki then shows the front.
    """
    parts = {"style": digest(style)}
    for name, front, back, browser in cards:
        parts[f"{name}, front"] = digest(front)
        parts[f"{name}, back"] = digest(back)
        if browser:
            parts[f"{name}, browser"] = digest(browser)
    return parts


def looks_by(names: Mapping[str, object], looks: Mapping[str, str]) -> dict[str, str]:
    """The looks with other names for the cards, such as their ids; a card not named keeps its own.

    So looks are compared of cards that were renamed.
    """
    found = {}
    for name, look in looks.items():
        card, comma, side = name.rpartition(", ")
        found[f"{names.get(card, card)}{comma}{side}"] = look
    return found


def read_record(path: Path) -> Record | None:
    """The record in a file; None where there is no such entry in its folder.

    Raises InputError where it holds a merge conflict, was edited by hand or is damaged.
    """
    if not is_there(path):
        return None
    try:
        text = read_plain(path).decode()
    except UnicodeDecodeError as error:
        raise InputError.not_utf8(path, error) from error
    if conflict := _CONFLICT.search(text):
        line = text.count("\n", 0, conflict.start()) + 1
        mend = "take one side of it whole, then run 'flashgen release' on the merged deck"
        raise InputError.at(path, f"holds a merge conflict; {mend}", line)
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        message = f"is damaged ({error.msg}); {_RESTORE}"
        raise InputError.at(path, message, error.lineno, error.colno) from error
    except (RecursionError, ValueError) as error:  # too deep, or a number of 5,000 figures
        raise InputError.at(path, f"is damaged; {_RESTORE}") from error
    if isinstance(data, dict) and isinstance(data.get("format"), int) and data["format"] > _FORMAT:
        raise InputError.at(path, "was written by a newer flashgen; update flashgen")
    if not isinstance(data, dict) or data.pop("checksum", None) != digest(data):
        raise InputError.at(path, f"was changed by hand, or in a merge; {_RESTORE}")
    try:
        return _from_plain(data)
    except ValueError as error:
        message = f"is not as this flashgen writes it ({error}); {_RESTORE}"
        raise InputError.at(path, message) from error


def write_record(path: Path, record: Record) -> None:
    """Write the record, whole or not at all. Raises InputError where it cannot be written."""
    data = {"about": _ABOUT, "format": _FORMAT, **to_plain(Record, record)}
    data["checksum"] = digest(data)
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    write_whole(path, text.encode("utf-8"), "make room, or allow yourself to write it")


def _from_plain(data: dict[str, Any]) -> Record:
    """The record in a file whose checksum fits. Raises ValueError where flashgen wrote it not."""
    held = {name: value for name, value in data.items() if name not in ("about", "format")}
    record: Record = from_plain(Record, held)
    releases = set(record.order)
    for label in record.notes:
        if label.partition("/")[0] not in record.note_types:
            raise ValueError(f"'{label}' is of no note type")
    for label, note in (*record.notes.items(), *record.dropped.items()):
        if not {note.added, note.changed} <= releases:
            raise ValueError(f"'{label}' is of no release")
    return record
