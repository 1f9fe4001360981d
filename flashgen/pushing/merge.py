"""What is to be done to a note: the author's corrections come, the learner's own stays.

A field that only one of the two has changed is theirs. Where both have, the author's correction
comes; in the learner's own fields nobody else ever writes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from flashgen.note_types.note_type import NoteType
from flashgen.notes.note import RELEASE_MARK, Deck, Note
from flashgen.pushing.given import Given
from flashgen.pushing.held import AnkiNote
from flashgen.releases.record import Record, digests, text_digest


@dataclass(frozen=True, slots=True)
class FieldStep:
    """A field that gets another text (HTML); ``replaces`` if the old one is not the author's."""

    name: str
    old: str
    new: str
    replaces: bool


@dataclass(frozen=True, slots=True)
class NoteStep:
    """What is to be done to a note that Anki has; ``id`` is the collection's own.

    ``kept`` are fields that stay as the learner has written them, though the deck's say something
    else; ``missing`` those that the note type no longer has in Anki.
    """

    label: str
    id: int
    fields: tuple[FieldStep, ...]
    tags_added: tuple[str, ...]
    tags_removed: tuple[str, ...]
    kept: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def changes(self) -> bool:
        """Whether anything is to be done."""
        return bool(self.fields or self.tags_added or self.tags_removed)


@dataclass(frozen=True, slots=True)
class Base:
    """What of the author's a note held before: digests by field id.

    ``fields`` and ``tags`` are what the collection was given last, None where that is not known;
    ``own`` are all texts of the author's that are known, by field.
    """

    fields: Mapping[str, str] | None
    own: Mapping[str, Collection[str]]
    tags: tuple[str, ...] | None


class Bases:
    """Looks up what was given to a collection before, note by note."""

    def __init__(self, deck: Deck, given: Given, last: Record | None) -> None:
        self._mark = f"{deck.id}{RELEASE_MARK}"
        self._given = given
        self._last = last
        self._recorded = {
            note.guid: (label.partition("/")[0], note)
            for label, note in (last.notes.items() if last else ())
        }

    def of(self, note: Note, held: AnkiNote) -> Base:
        """The base of a note: what was pushed last, or else what its release brought."""
        versions = tuple(self._versions(note))
        given = self._given.notes.get(note.guid)
        own: defaultdict[str, set[str]] = defaultdict(set)
        texts = [fields for _, fields in versions] + ([given.fields] if given else [])
        for id_ in {id_ for fields in texts for id_ in fields}:
            own[id_].update(fields.get(id_, "") for fields in texts)
        if given:
            return Base(given.fields, own, given.tags)
        released = [tag for tag in held.tags if tag.startswith(self._mark)]
        has = (fields for name, fields in versions if f"{self._mark}{name}" in released)
        # What was built before the first release has no mark.
        oldest = versions[-1][1] if versions and not released else None
        return Base(next(has, oldest), own, None)

    def is_new(self, note: Note, held: Mapping[str, AnkiNote]) -> bool:
        """Whether a note that Anki has not came after what its collection was given.

        Else the learner has deleted it.
        """
        if self._given.notes:
            return note.guid not in self._given.notes
        if self._last is None or note.guid not in self._recorded:
            return True
        order = self._last.order
        tags = {tag.removeprefix(self._mark) for each in held.values() for tag in each.tags}
        # A build before the first release held what that released.
        had = max([1, *(number for number, name in enumerate(order) if name in tags)])
        return order.index(self._recorded[note.guid][1].added) > had

    def _versions(self, note: Note) -> Iterator[tuple[str, Mapping[str, str]]]:
        """The versions of a note, the newest first: the release that brought it, digests."""
        if self._last is None or note.guid not in self._recorded:
            return
        kind, recorded = self._recorded[note.guid]
        fields = digests(recorded.fields, self._last.note_types[kind].fields)
        yield recorded.changed, fields
        for name, older in recorded.former.items():
            fields = {**fields, **older}
            yield name, fields


def note_step(deck: Deck, note: Note, note_type: NoteType, held: AnkiNote, base: Base) -> NoteStep:
    """What is to be done to a note."""
    names = held.note_type.names
    steps: list[FieldStep] = []
    kept: list[str] = []
    missing: list[str] = []
    for id_, name in zip(note_type.field_ids, note_type.fields, strict=True):
        new = note.fields.get(name, "")
        theirs = held.fields.get(names.get(id_, name))
        if name in note_type.learner or (theirs is None and not new):
            continue
        if theirs is None:
            missing.append(name)
            continue
        was, wanted = text_digest(theirs), text_digest(new)
        if was == wanted:
            continue
        before = None if base.fields is None else base.fields.get(str(id_), "")
        # Another version's text has come by an import; who empties a field has edited it.
        authors = was == before or (was != "" and was in base.own.get(str(id_), ()))
        if authors or before != wanted or name in note_type.incidental:
            replaces = not authors and was != "" and name not in note_type.incidental
            steps.append(FieldStep(name, theirs, new, replaces))
        else:
            kept.append(name)
    added, removed = _tags(deck, note, held, base)
    return NoteStep(note.label, held.id, tuple(steps), added, removed, tuple(kept), tuple(missing))


def _tags(
    deck: Deck, note: Note, held: AnkiNote, base: Base
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The tags to add and to remove: what the author changed; Anki's tags have no case."""
    new, theirs = deck.tags_of(note), {tag.casefold(): tag for tag in held.tags}
    wanted = {tag.casefold() for tag in new}
    known = base.tags or ()
    before = {tag.casefold() for tag in known}
    if base.tags is None:  # then all that begins with the deck's id are the author's
        removable = {tag for tag in theirs if tag.startswith(f"{deck.id}::".casefold())}
    else:
        mark = f"{deck.id}{RELEASE_MARK}".casefold()
        removable = before | {tag for tag in theirs if tag.startswith(mark)}
    added = (tag for tag in new if tag.casefold() not in before | theirs.keys())
    removed = (tag for low, tag in theirs.items() if low in removable - wanted)
    return tuple(added), tuple(removed)
