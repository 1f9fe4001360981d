"""Say what a push did, or would do, note by note."""

from __future__ import annotations

from collections.abc import Iterator

from flashgen.editions.words import word_changes
from flashgen.editions.writers import MARKS
from flashgen.pushing.looks import TypeStep
from flashgen.pushing.merge import FieldStep, NoteStep
from flashgen.pushing.push import Plan


def report(plan: Plan, counts: str, *, dry_run: bool) -> Iterator[str]:
    """The lines to show; ``counts`` says in words what the whole deck holds."""
    told = " (a dry run: nothing is changed)" if dry_run else ""
    if plan.is_first:
        come = "would be imported, it is" if dry_run else "imported, they were"
        yield f"{plan.deck}{told}: {counts} {come} not in Anki before; press 'Decks' there"
        return
    changed = [step for step in plan.notes if step.changes]
    numbers = {
        "corrected": len(changed),
        "new": len(plan.new),
        "as they were": len(plan.notes) - len(changed),
        "deleted by you and not made again": len(plan.deleted),
    }
    summary = ", ".join(f"{number} {what}" for what, number in numbers.items() if number)
    yield f"{plan.deck}{told}: notes: {summary}"
    for step in plan.notes:
        yield from (f"  {step.label}: {line}" for line in _of_note(step))
    yield from (f"  {note.label}: new" for note in plan.new)
    yield from (
        f"  {note.label}: you deleted it, and it is not made again" for note in plan.deleted
    )
    for kind in plan.note_types:
        yield from (f"  {kind.name}: {line}" for line in _of_type(kind))
    yield from (f"  {name}: stored" for name in plan.media)


def _of_note(step: NoteStep) -> Iterator[str]:
    yield from map(_of_field, step.fields)
    if step.tags_added or step.tags_removed:
        tags = [*(f"+{tag}" for tag in step.tags_added), *(f"-{tag}" for tag in step.tags_removed)]
        yield f"tags: {' '.join(tags)}"
    yield from (f"{name}: stays as you wrote it" for name in step.kept)
    if step.missing:
        yield f"{', '.join(step.missing)}: not there, since your note type has no such field"


def _of_field(field: FieldStep) -> str:
    words = word_changes(field.old, field.new)
    text = " ".join(MARKS.get(each.kind, "{}").format(each.text) for each in words)
    return f"{field.name}: {text}{' (in place of your words)' if field.replaces else ''}"


def _of_type(step: TypeStep) -> Iterator[str]:
    yield from (f"'{old}' is called '{new}' now" for old, new in (*step.fields, *step.cards))
    looks = [f"{card}, {side.lower()}" for card, sides in step.sides.items() for side in sides]
    if looks := [*looks, *(["style"] if step.style is not None else [])]:
        yield f"new look: {'; '.join(looks)}"
    yield from (f"{look}: stays as you made it" for look in step.kept)
