"""Write the notes as a text file for Anki's text import, which touches only what the file names.

Format: https://docs.ankiweb.net/importing/text-files.html. Measured with Anki 26.9.3: a row
updates the note of its GUID; fields beyond the row's end stay as they are; tags in a row replace
those that the learner has, and a row that ends before the column of tags leaves them alone. A row
of a note type that the learner has not is left out, and a file without rows is refused.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flashgen.errors import Argument, InputError
from flashgen.matching import suggestion
from flashgen.note_types.note_type import NoteType
from flashgen.notes.note import Deck, full_name
from flashgen.releases.record import Record


@dataclass(frozen=True, slots=True)
class TextImport:
    """A text for Anki to import: how many notes it holds, and after which release ("" for none)."""

    text: str
    notes: int
    since: str


def as_text_import(
    deck: Deck, note_types: Mapping[str, NoteType], record: Record, since: str = ""
) -> TextImport:
    """The notes as rows: note type, GUID, deck, the fields that are not the learner's, tags.

    ``record`` is the deck's own. ``since`` names the release that its learners have, by default
    the one before this deck; what has not changed after it is left out, so that nothing that they
    wrote there is overwritten. A note that they have gets no tags, so that theirs stay; before
    the first release nobody knows who has what: all notes are there, and none has tags.

    Raises InputError where there is no such release, or nothing has changed after it.
    """
    if since not in record.order:
        message = f"no release '{since}'; {suggestion(since, record.order[1:])}"
        raise InputError.of(Argument("since"), message)
    since = since or _had_by_learners(record)
    width = max((len(_filled(note_types[note.kind])) for note in deck.notes), default=0)
    rows = list(_rows(deck, note_types, record, since, width))
    if not rows:
        message = f"nothing has changed after release '{since}'; name the one that learners have"
        raise InputError.of(Argument("since"), message)
    file = io.StringIO()
    file.write("#separator:tab\n#html:true\n")
    # Else it would be what the learner chose at the last import of another text: Anki remembers.
    file.write("#if matches:update current\n")
    file.write("#notetype column:1\n#guid column:2\n#deck column:3\n")
    file.write(f"#tags column:{width + 4}\n")
    # All in quotes: Anki ends a row at a bare carriage return, which not every Python quotes.
    writer = csv.writer(file, dialect="excel-tab", lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerows(rows)
    return TextImport(file.getvalue(), len(rows), since)


def _rows(
    deck: Deck, note_types: Mapping[str, NoteType], record: Record, since: str, width: int
) -> Iterator[list[str]]:
    order = record.order

    def is_news(release: str) -> bool:
        """Whether learners do not know what came with a release, or after the last one."""
        return not release or order.index(release) > order.index(since)

    for note in deck.notes:
        held = record.notes[note.label]
        if not is_news(held.changed):
            continue
        note_type = note_types[note.kind]
        fields = [note.fields.get(name, "") for name in _filled(note_type)]
        # By its id: its name is another one where the learner, or a later release, renamed it.
        row = [str(note_type.id), note.guid, full_name(deck.name, note.subdeck), *fields]
        # Empty cells up to the tags would fall on the learner's fields of a shorter note type.
        if record.releases and is_news(held.added) and len(fields) == width:
            row.append(" ".join(deck.tags_of(note)))
        yield row


def _had_by_learners(record: Record) -> str:
    """The release that learners have before this deck: the last, or the one before it."""
    changed = any(not held.changed for held in record.notes.values())
    return record.latest if changed else record.order[-2:][0]


def _filled(note_type: NoteType) -> tuple[str, ...]:
    """The fields that are not the learner's own."""
    return note_type.fields[: len(note_type.fields) - len(note_type.learner)]
