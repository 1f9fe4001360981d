"""Write the notes as a text file for Anki's text import, which touches only what the file names.

Format: https://docs.ankiweb.net/importing/text-files.html. Measured with Anki 26.9.3: a row
updates the note of its GUID; fields beyond the row's end stay as they are; tags in a row replace
those that the learner has, and a row that ends before the column of tags leaves them alone.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from flashgen.errors import InputError
from flashgen.release.record import Record
from flashgen.types import Deck, NoteType
from flashgen.yaml_reader import suggestion


def as_text_import(
    deck: Deck, note_types: Mapping[str, NoteType], record: Record, since: str = ""
) -> str:
    """The notes as rows: note type, GUID, deck, the fields that are not the learner's, tags.

    ``record`` is the deck's own. ``since`` names the release that its learners have: the file
    then holds only what has changed after it. A note that learners have gets no tags, so that
    theirs stay.

    Raises InputError where there is no such release.
    """
    releases = [release.name for release in record.releases]
    if since and since not in releases:
        message = f"no release '{since}'; {suggestion(since, releases)}"
        raise InputError.at(Path("--since"), message)
    width = max((len(_filled(note_types[note.kind])) for note in deck.notes), default=0)
    file = io.StringIO()
    file.write("#separator:tab\n#html:true\n")
    file.write("#notetype column:1\n#guid column:2\n#deck column:3\n")
    file.write(f"#tags column:{width + 4}\n")
    # All in quotes: a line that begins with '#' would be taken for a comment.
    writer = csv.writer(file, dialect="excel-tab", lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerows(_rows(deck, note_types, record, since, width))
    return file.getvalue()


def _rows(
    deck: Deck, note_types: Mapping[str, NoteType], record: Record, since: str, width: int
) -> Iterator[list[str]]:
    releases = [release.name for release in record.releases]

    def comes_after(release: str, other: str) -> bool:
        """Whether a note of ``release`` is unknown to those who have the other one."""
        order = ["", *releases]
        return not release or order.index(release) > order.index(other)

    had = since or _had_by_learners(record)
    for note in deck.notes:
        held = record.notes[note.label]
        if since and not comes_after(held.changed, since):
            continue
        note_type = note_types[note.kind]
        fields = [note.fields.get(name, "") for name in _filled(note_type)]
        row = [note_type.name, note.guid, f"{deck.name}::{note.subdeck}", *fields]
        # Empty cells up to the tags would fall on the learner's fields of a shorter note type.
        if comes_after(held.added, had) and len(fields) == width:
            row.append(" ".join(deck.tags_of(note)))
        yield row


def _had_by_learners(record: Record) -> str:
    """The release that learners have before this one: the last, or the one before it."""
    changed = any(not held.changed for held in record.notes.values())
    names = ["", *(release.name for release in record.releases)]
    return names[-1] if changed else names[max(0, len(names) - 2)]


def _filled(note_type: NoteType) -> tuple[str, ...]:
    """The fields that are not the learner's own."""
    return note_type.fields[: len(note_type.fields) - len(note_type.learner)]
