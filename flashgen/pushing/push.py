"""Bring a deck into a running Anki: look, decide, do."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from flashgen.ankiconnect import import_package
from flashgen.note_types.note_type import NoteType
from flashgen.notes.note import Deck, Note
from flashgen.package import files_of, write_package
from flashgen.pushing.add_on import Action, AddOn
from flashgen.pushing.given import NOTHING, Given, given_by, keep, read_given
from flashgen.pushing.held import Held, held_of
from flashgen.pushing.looks import TypeStep, type_step
from flashgen.pushing.merge import Bases, NoteStep, note_step
from flashgen.releases.record import Record, digest


@dataclass(frozen=True, slots=True)
class Plan:
    """What a push does; ``deck`` is the deck's name.

    ``is_first`` if Anki has nothing of the deck yet: then all of it is imported. Else ``notes`` and
    ``note_types`` are what Anki has, changed or not, ``media`` the names of files to store,
    ``new`` notes to be made, and ``deleted`` notes that the learner deleted, which are not.
    """

    deck: str
    is_first: bool
    notes: tuple[NoteStep, ...]
    note_types: tuple[TypeStep, ...]
    media: tuple[str, ...]
    new: tuple[Note, ...]
    deleted: tuple[Note, ...]


def send_deck(
    deck: Deck,
    note_types: Mapping[str, NoteType],
    last: Record | None,
    scratch: Path,
    *,
    url: str,
    key: str = "",
    dry_run: bool = False,
) -> Plan:
    """Bring a deck into the Anki at ``url``; returns what was done, or would be by ``dry_run``.

    ``last`` is the record of the last release, ``scratch`` an empty folder that Anki may write
    to. What has been done stays done where Anki breaks off, and a further push does the rest.

    Raises InputError where the add-on does not answer, refuses or makes no sense.
    """
    anki = AddOn.at(url, key)
    held = held_of(anki, deck, scratch)
    given = read_given(anki, deck) if held.notes else NOTHING
    plan = _plan(deck, note_types, held, given, last)
    if not plan.is_first:
        plan = replace(plan, media=tuple(_stale(anki, deck, note_types, given)))
    if dry_run:
        return plan
    files = files_of(deck, note_types)
    anki.do([*_media(plan, files), *_of_types(plan), *_of_notes(plan)])
    if plan.new:
        package = scratch / f"{deck.id}.apkg"
        there = {name: _as_it_is(kind, held) for name, kind in note_types.items()}
        write_package(replace(deck, notes=plan.new), there, package, options=plan.is_first)
        import_package(package, url=url, key=key)
    now = given_by(deck, note_types, given)
    if now != given:
        anki.do([keep(now, deck)])
    return plan


def _plan(
    deck: Deck,
    note_types: Mapping[str, NoteType],
    held: Held,
    given: Given,
    last: Record | None,
) -> Plan:
    """All but the media."""
    bases = Bases(deck, given, last)
    if not held.notes:
        return Plan(deck.name, True, (), (), (), deck.notes, ())
    absent = [note for note in deck.notes if note.guid not in held.notes]
    fresh = {note.guid for note in absent if bases.is_new(note, held.notes)}
    steps, types = [], held.note_types
    for note in deck.notes:
        if (there := held.notes.get(note.guid)) is not None:
            base = bases.of(note, there)
            steps.append(note_step(deck, note, note_types[note.kind], there, base))
    return Plan(
        deck=deck.name,
        is_first=False,
        notes=tuple(steps),
        note_types=tuple(
            type_step(each, types[each.id], given, last)
            for each in note_types.values()
            if each.id in types
        ),
        media=(),
        new=tuple(note for note in absent if note.guid in fresh),
        deleted=tuple(note for note in absent if note.guid not in fresh),
    )


def _stale(
    anki: AddOn, deck: Deck, note_types: Mapping[str, NoteType], given: Given
) -> Iterator[str]:
    """The names of media that Anki has not, or with another content."""
    for name, data in files_of(deck, note_types).items():
        if given.media.get(name) == digest(data.hex()):
            continue
        there = anki.ask(object, "retrieveMediaFile", filename=name)
        if there != base64.b64encode(data).decode():
            yield name


def _media(plan: Plan, files: Mapping[str, bytes]) -> Iterator[Action]:
    for name in plan.media:
        params = {"filename": name, "data": base64.b64encode(files[name]).decode()}
        yield Action("storeMediaFile", params, name)


def _of_types(plan: Plan) -> Iterator[Action]:
    for step in plan.note_types:
        told, name = f"note type {step.name}", {"modelName": step.name}
        for old, new in step.fields:
            params = {**name, "oldFieldName": old, "newFieldName": new}
            yield Action("modelFieldRename", params, told)
        for old, new in step.cards:
            params = {**name, "oldTemplateName": old, "newTemplateName": new}
            yield Action("modelTemplateRename", params, told)
        if step.sides:
            model: dict[str, object] = {"name": step.name, "templates": step.sides}
            yield Action("updateModelTemplates", {"model": model}, told)
        if step.style is not None:
            model = {"name": step.name, "css": step.style}
            yield Action("updateModelStyling", {"model": model}, told)


def _of_notes(plan: Plan) -> Iterator[Action]:
    for step in plan.notes:
        if step.fields:
            fields = {field.name: field.new for field in step.fields}
            note = {"id": step.id, "fields": fields}
            yield Action("updateNoteFields", {"note": note}, step.label)
        for tag in step.tags_added:
            yield Action("addTags", {"notes": [step.id], "tags": tag}, step.label)
        for tag in step.tags_removed:
            yield Action("removeTags", {"notes": [step.id], "tags": tag}, step.label)


def _as_it_is(note_type: NoteType, held: Held) -> NoteType:
    """A note type that an import leaves as Anki has it: older than anything there."""
    return replace(note_type, modified=1) if note_type.id in held.note_types else note_type
