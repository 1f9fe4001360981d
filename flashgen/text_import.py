"""Write the notes as text files for Anki's text import, which touches only what a file names.

Format: https://docs.ankiweb.net/importing/text-files.html. Measured with Anki 26.9.3: a row
updates the note of its GUID; fields that no column is named after stay as they are, which a file
can say of one note type only; tags in a row replace those that the learner has, and a row that
ends before the column of tags leaves them alone. A file without rows is refused.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from flashgen.errors import Argument, InputError
from flashgen.matching import suggestion
from flashgen.note_types.note_type import NoteType
from flashgen.notes.note import Deck, full_name
from flashgen.releases.record import Record


@dataclass(frozen=True, slots=True)
class TextImport:
    """Texts for Anki to import, by the kind of their notes, each with the number of these.

    They hold what is new after the release ``since``; "" is all.
    """

    texts: Mapping[str, tuple[str, int]]
    since: str


def as_text_import(
    deck: Deck, note_types: Mapping[str, NoteType], record: Record, since: str = ""
) -> TextImport:
    """The notes as rows: GUID, deck, the fields that are not the learner's, tags.

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
    rows: dict[str, list[list[str]]] = defaultdict(list)
    for kind, row in _rows(deck, note_types, record, since):
        rows[kind].append(row)
    if not rows:
        message = f"nothing has changed after release '{since}'; name the one that learners have"
        raise InputError.of(Argument("since"), message)
    texts = {kind: (_text(note_types[kind], found), len(found)) for kind, found in rows.items()}
    return TextImport(texts, since)


def _text(note_type: NoteType, rows: Iterable[list[str]]) -> str:
    columns = ["guid", "deck", *_filled(note_type), "tags"]
    file = io.StringIO()
    file.write("#separator:tab\n#html:true\n")
    # Else it would be what the learner chose at the last import of another text: Anki remembers.
    file.write("#if matches:update current\n")
    # By its id: its name is another one where the learner, or a later release, renamed it.
    file.write(f"#notetype:{note_type.id}\n#columns:{chr(9).join(columns)}\n")
    file.write(f"#guid column:1\n#deck column:2\n#tags column:{len(columns)}\n")
    # All in quotes: Anki ends a row at a bare carriage return, which not every Python quotes.
    writer = csv.writer(file, dialect="excel-tab", lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerows(rows)
    return file.getvalue()


def _rows(
    deck: Deck, note_types: Mapping[str, NoteType], record: Record, since: str
) -> Iterator[tuple[str, list[str]]]:
    order = record.order

    def is_news(release: str) -> bool:
        """Whether learners do not know what came with a release, or after the last one."""
        return not release or order.index(release) > order.index(since)

    for note in deck.notes:
        held = record.notes[note.label]
        if not is_news(held.changed):
            continue
        fields = [note.fields.get(name, "") for name in _filled(note_types[note.kind])]
        row = [note.guid, full_name(deck.name, note.subdeck), *fields]
        if record.releases and is_news(held.added):
            row.append(" ".join(deck.tags_of(note)))
        yield note.kind, row


def _had_by_learners(record: Record) -> str:
    """The release that learners have before this deck: the last, or the one before it."""
    changed = any(not held.changed for held in record.notes.values())
    return record.latest if changed else record.order[-2:][0]


def _filled(note_type: NoteType) -> tuple[str, ...]:
    """The fields that are not the learner's own."""
    return tuple(name for name in note_type.fields if name not in note_type.learner)
