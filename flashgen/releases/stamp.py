"""Give every note and note type the time of its last change, from release to release.

Anki takes a note only if it is newer than the one it has, and then overwrites all of it: so an
unchanged note keeps its time, and with it whatever the learner wrote in it, and a changed one
gets a newer time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from flashgen.errors import Argument, InputError, Location, Problem, Severity
from flashgen.note_types.note_type import NoteType
from flashgen.notes.note import Deck, Note
from flashgen.releases.record import (
    Record,
    RecordedNote,
    RecordedType,
    Release,
    digest,
    digests,
    looks,
)

# A name becomes the end of a tag.
_NAME = re.compile(r"\w[\w.-]{0,99}")


def record_of(
    deck: Deck, note_types: Mapping[str, NoteType], last: Record | None, time: int, name: str = ""
) -> Record:
    """The record of the deck as it stands, after ``last``.

    What has changed since is of ``time`` (seconds UTC), or later where ``last`` had it at that
    time already. ``name`` is that of the release; without one nothing is released. The result
    equals ``last`` if nothing has changed and there is no name.
    """
    known = (
        {note.guid: note for note in (*last.dropped.values(), *last.notes.values())} if last else {}
    )
    types = last.note_types if last else {}
    guids = {note.guid for note in deck.notes}
    gone = {**last.dropped, **last.notes} if last else {}
    return Record(
        deck=deck.id,
        name=deck.name,
        description=deck.description,
        releases=(*(last.releases if last else ()), *([Release(name, time)] if name else ())),
        note_types={
            kind: _recorded_type(note_type, types.get(kind), time)
            for kind, note_type in note_types.items()
        },
        notes={
            note.label: _with_former(
                _recorded_note(note, note_types[note.kind], known.get(note.guid), time, name),
                note_types[note.kind],
                known.get(note.guid),
                types.get(note.kind),
            )
            for note in deck.notes
        },
        dropped={
            label: replace(note, subdeck="", tags=(), fields={}, cards=(), former={})
            for label, note in sorted(gone.items())
            if note.guid not in guids
        },
    )


def _recorded_note(
    note: Note, note_type: NoteType, last: RecordedNote | None, time: int, name: str
) -> RecordedNote:
    fields = {
        name: note.fields[name]
        for name in note_type.fields
        if name in note.fields and name not in note_type.incidental
    }
    # By ids, so that a field that is renamed changes no note.
    ids = dict(zip(note_type.fields, note_type.field_ids, strict=True))
    content = sorted((ids[name], text) for name, text in fields.items())
    hash_ = digest(note_type.id, content, sorted(note.tags))
    same = last is not None and last.hash == hash_
    return RecordedNote(
        guid=note.guid,
        hash=hash_,
        modified=last.modified if last and same else _after(last, time),
        added=(last.added if last else "") or name,
        changed=(last.changed if last and same else "") or name,
        subdeck=note.subdeck,
        tags=note.tags,
        fields=fields,
        cards=tuple(card.name for card in note_type.cards_of(note)),
    )


def _with_former(
    note: RecordedNote, note_type: NoteType, last: RecordedNote | None, was: RecordedType | None
) -> RecordedNote:
    """The note with its versions before this one: ``last`` in ``was``, and those before that.

    Of one that was dropped meanwhile nothing is known.
    """
    if last is None or was is None or not last.fields:
        return note
    if last.hash == note.hash:
        return replace(note, former=last.former)
    now = digests(note.fields, dict(zip(note_type.fields, note_type.field_ids, strict=True)))
    before = digests(last.fields, was.fields)
    changed = {
        id_: before.get(id_, "")
        for id_ in (*before, *now)
        if before.get(id_, "") != now.get(id_, "")
    }
    return replace(note, former={last.changed: changed, **last.former})


def _recorded_type(note_type: NoteType, last: RecordedType | None, time: int) -> RecordedType:
    fields = dict(zip(note_type.fields, note_type.field_ids, strict=True))
    cards = {card.name: card.id for card in note_type.cards}
    shown = looks(
        note_type.css,
        ((card.name, card.front, card.back, card.browser) for card in note_type.cards),
    )
    hash_ = digest(note_type.id, note_type.name, note_type.sort_field, fields, cards, shown)
    return RecordedType(
        id=note_type.id,
        name=note_type.name,
        hash=hash_,
        modified=last.modified if last and last.hash == hash_ else _after(last, time),
        fields=fields,
        cards=cards,
        looks=shown,
    )


def _after(last: RecordedNote | RecordedType | None, time: int) -> int:
    """The time of a change: newer than what it was before."""
    return max(time, last.modified + 1) if last else time


def stamped(
    deck: Deck, note_types: Mapping[str, NoteType], record: Record, last: Record | None
) -> tuple[Deck, dict[str, NoteType]]:
    """The deck and note types with the times and releases that ``record`` has for them.

    ``last`` is the record of the last release: the deck's version says whether it differs.
    """
    notes = []
    for note in deck.notes:
        held = record.notes[note.label]
        notes.append(replace(note, modified=held.modified, release=held.changed))
    types = {
        kind: replace(note_type, modified=record.note_types[kind].modified)
        for kind, note_type in note_types.items()
    }
    return replace(deck, notes=tuple(notes), version=_version(record, last)), types


def _version(record: Record, last: Record | None) -> str:
    """Which release it is, for the deck's description; "" for none."""
    if not record.releases:
        return ""
    release = record.releases[-1]
    later = last is not None and last.releases == record.releases and last != record
    day = datetime.fromtimestamp(release.time, UTC)
    return f"Release {release.name} ({day.day} {day:%B %Y}{', changed since' if later else ''})."


def check_name(wanted: str) -> None:
    """Raise InputError where a release cannot be called so; "" leaves it to the next number."""
    if wanted and not _NAME.fullmatch(wanted):
        mend = "use letters, figures, '.', '-' and '_', 100 at most"
        raise InputError.of(Argument("name"), f"'{wanted}' is no name for a release; {mend}")


def release_name(last: Record | None, wanted: str = "") -> str:
    """The name of the next release: the one that is wanted, or the next number.

    Raises InputError where the name is taken or does not fit into a tag.
    """
    taken = {release.name for release in last.releases} if last else set()
    if not wanted:
        return next(str(n) for n in count(len(taken) + 1) if str(n) not in taken)
    check_name(wanted)
    if wanted in taken:
        raise InputError.of(Argument("name"), f"'{wanted}' is a release already; take another name")
    return wanted


def future_changes(path: Path, last: Record | None, now: int) -> tuple[Problem, ...]:
    """A hint where the record at a path has changes that come after now (in seconds UTC).

    The clock was wrong when they were recorded, or is so now.
    """
    if last is None:
        return ()
    times = [note.modified for note in (*last.notes.values(), *last.dropped.values())]
    times += [kind.modified for kind in last.note_types.values()]
    if max(times, default=now) <= now:
        return ()
    day = datetime.fromtimestamp(max(times), UTC)
    message = (
        f"holds changes dated {day.day} {day:%B %Y}: the clock was wrong at that release; restore "
        "the record from before it, and release again"
    )
    return (Problem(Location(path), message, Severity.HINT),)
