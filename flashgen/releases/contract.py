"""What a release may not change, since those who have the last one would pay for it.

What real Anki does in each case was measured with the package ``anki`` 26.9.3: it compares note
types by the ids of their fields and cards, in order. The same ids are the same note type,
whatever the names; anything else leaves existing notes as they were, and puts new ones under a
second note type "NAME+".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from flashgen.deck.file import Curation
from flashgen.errors import InputError, Location, Problem, Severity
from flashgen.note_types.note_type import SPARE, NoteType
from flashgen.notes.note import Deck, Note
from flashgen.releases.record import RECORD_NAME, Record, RecordedNote, RecordedType

_FEW = 20
_COST = (
    "Anki would leave all notes of those who have the deck as they are, and put new ones under a "
    "second note type"
)


def review(
    curation: Curation,
    deck: Deck,
    note_types: Mapping[str, NoteType],
    last: Record | None,
) -> tuple[Problem, ...]:
    """What the author should look at before those who have the last release get this deck.

    Raises InputError for what must not be built: learners would get no correction, or every
    note twice.
    """
    if last is None:
        return ()
    mistakes = tuple(_broken(curation, deck, note_types, last))
    if mistakes:
        raise InputError(mistakes)
    return (
        *_vanished(curation, deck, last),
        *_renamed(curation, deck, last),
        *_moved(curation, deck, last),
    )


def _broken(
    curation: Curation, deck: Deck, note_types: Mapping[str, NoteType], last: Record
) -> Iterator[Problem]:
    record = curation.path.with_name(RECORD_NAME)
    anew = f"(or, if nobody has the deck yet, delete {record} and build anew)"
    if deck.id != last.deck:
        yield Problem(
            Location(curation.path),
            f"deck.id: '{deck.id}' was '{last.deck}': learners would get every note a second time; "
            f"set it back {anew}",
        )
        return
    former = {(item.kind, item.key): item.was for item in curation.items}
    for note in deck.notes:
        keys = (note.key, *former.get((note.kind, note.key), ()))
        known = [last.notes[name] for key in keys if (name := f"{note.kind}/{key}") in last.notes]
        if known and note.guid not in {held.guid for held in known}:
            yield Problem(
                note.where,
                f"{note.key}: learners would get this note a second time; list under 'was' all "
                "keys that it had, the first one first",
            )
    for kind, held in last.note_types.items():
        if kind in note_types:
            for message in _reshaped(note_types[kind], held):
                yield Problem(Location(note_types[kind].path), f"{message} {anew}")


def _reshaped(note_type: NoteType, held: RecordedType) -> Iterator[str]:
    if note_type.id != held.id:
        yield f"id: {note_type.id} was {held.id}: {_COST}; set it back"
        return
    fields = dict(zip(note_type.fields, note_type.field_ids, strict=True))
    cards = {card.name: card.id for card in note_type.cards}
    yield from _rearranged("field", fields, held.fields)
    yield from _rearranged("card", cards, held.cards)


def _rearranged(part: str, now: Mapping[str, int], held: Mapping[str, int]) -> Iterator[str]:
    """What is wrong with the fields or cards of a note type, by their ids."""
    gone = [name for name, id_ in held.items() if id_ not in now.values()]
    come = [name for name, id_ in now.items() if id_ not in held.values()]
    spare = [name for name in held if name.startswith(SPARE) and name not in gone]
    for name in gone:
        yield (
            f"{part}s: '{name}' is gone: {_COST}; put it back, or give its new name under "
            f"'renamed: {{{part}s: {{NEW: {name}}}}}'"
        )
    for name in come:
        mend = "take it out"
        if spare:
            mend = (
                f"rename a spare {part} instead: '{name}' in the place of '{spare[0]}', and "
                f"'renamed: {{{part}s: {{{name}: {spare[0]}}}}}'"
            )
        yield f"{part}s: '{name}' is new: {_COST}; {mend}"
    if not gone and not come and list(now.values()) != list(held.values()):
        first = next(
            name
            for (name, id_), before in zip(now.items(), held.values(), strict=True)
            if id_ != before
        )
        yield f"{part}s: '{first}' stands in another place: {_COST}; restore the order"


def _vanished(curation: Curation, deck: Deck, last: Record) -> Iterator[Problem]:
    """Notes of the last release that the deck no longer has, without a word on it."""
    if not last.releases:
        return
    guids = {note.guid for note in deck.notes}
    known = {note.guid for note in last.notes.values()}
    twins = _Twins(n for n in deck.notes if n.guid not in known and "/" not in n.key)
    for label, held in last.notes.items():
        kind, _, key = label.partition("/")
        if held.guid in guids or (kind, key) in curation.dropped:
            continue
        twin = None if "/" in key else twins.of(held, kind)
        renamed = f"if it is '{twin.key}' now, write 'was: [{key}]' there" if twin else ""
        if "/" in key:  # of a sequence
            renamed = "if its sequence or its event has another key now, write 'was' there"
        or_else = "; else " if renamed else ""
        yield Problem(
            twin.where if twin else Location(curation.path),
            f"{key}: the {kind} of release {last.latest} is gone, and learners keep it as it was: "
            f"{renamed}{or_else}list it under 'dropped'",
            Severity.FAULT,
        )


class _Twins:
    """Finds the new note that says most of what a vanished one said."""

    def __init__(self, notes: Iterable[Note]) -> None:
        self._saying: dict[tuple[str, str, str], list[Note]] = defaultdict(list)
        for note in notes:
            for name, text in note.fields.items():
                self._saying[note.kind, name, text].append(note)

    def of(self, held: RecordedNote, kind: str) -> Note | None:
        """The first of those that say as much, if it says half of it.

        What many notes say, as their topic, brings none of them up.
        """

        def shared(note: Note) -> int:
            return sum(note.fields.get(name) == text for name, text in held.fields.items())

        saying = (self._saying.get((kind, *field), []) for field in held.fields.items())
        notes = [note for own in saying if len(own) <= _FEW for note in own]
        best = max(notes, key=lambda note: (shared(note), -note.where.line), default=None)
        return best if best and shared(best) * 2 >= len(held.fields) else None


def _renamed(curation: Curation, deck: Deck, last: Record) -> Iterator[Problem]:
    """A deck that was renamed: Anki knows decks by their names."""
    if last.releases and deck.name != last.name:
        yield Problem(
            Location(curation.path),
            f"deck.name: '{deck.name}' was '{last.name}': learners get a new, empty deck, and "
            "their cards stay in the old one; set it back, or tell them to rename theirs first",
            Severity.FAULT,
        )


def _moved(curation: Curation, deck: Deck, last: Record) -> Iterator[Problem]:
    """Cards that stand in another subdeck than in the last release: Anki leaves them there."""
    held = {note.guid: note.subdeck for note in last.notes.values()} if last.releases else {}
    moved = [note for note in deck.notes if held.get(note.guid, note.subdeck) != note.subdeck]
    if moved:
        yield Problem(
            Location(curation.path),
            "deck.subdecks: was otherwise: what learners have stays where it is, and only new "
            "cards go elsewhere; set it back",
            Severity.FAULT,
        )
