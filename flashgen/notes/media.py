"""Pictures, maps and sounds as the HTML of a field, each with its credit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from flashgen.deck.medium import Medium
from flashgen.maps.found import CREDIT, DrawnMap
from flashgen.media.found import MediaFile
from flashgen.notes.escape import attribute, escape
from flashgen.notes.note import Note

_FIELDS = ("Picture", "Map", "Sound")


def shown_by(notes: Iterable[Note], files: Iterable[MediaFile]) -> dict[str, bytes]:
    """The files that the notes show, by their names in Anki."""
    fields = "".join(note.fields.get(name, "") for note in notes for name in _FIELDS)
    return {file.name: file.content for file in files if file.name in fields}


def drawn_map(drawn: DrawnMap) -> str:
    """The map, and whose data it shows; what stands for it in words must not give it away."""
    words = f"A map, {drawn.frame.km} km wide, with a place marked in the middle"
    return f'<img class="drawn" src="{drawn.file.name}" alt="{words}"><small>{CREDIT}</small>'


def picture(medium: Medium | None, files: Mapping[str, MediaFile]) -> str:
    """A picture or map of the author's own; "" without one."""
    if medium is None:
        return ""
    words = attribute(medium.alt)
    return f'<img src="{files[medium.file].name}" alt="{words}">{_credit(medium)}'


def sound(medium: Medium | None, files: Mapping[str, MediaFile]) -> str:
    """A sound, and what one hears; "" without one."""
    if medium is None:
        return ""
    words = f" <bdi>{escape(medium.alt)}</bdi>" if medium.alt else ""
    return f"[sound:{files[medium.file].name}]{words}{_credit(medium)}"


def _credit(medium: Medium) -> str:
    """Whose it is, and the licence: a front hides it."""
    told = ", ".join(filter(None, (medium.credit, medium.license)))
    return f' <small dir="auto">{escape(told)}</small>' if told else ""
