"""Write down what changed: for a terminal, for a changelog, for a program."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import click

from flashgen.release.differences import Changes, NoteChange, TypeChange
from flashgen.release.edition import HeldNote
from flashgen.release.lines import Line
from flashgen.release.outline import outline, summary
from flashgen.release.words import word_changes

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
# How git marks words where it may not use colours.
_MARKS = {"kept": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}
_STYLES: dict[str, dict[str, Any]] = {
    "kept": {},
    "removed": {"fg": "red", "strikethrough": True},
    "added": {"fg": "green"},
}
_MARKDOWN = {"kept": "", "removed": "~~", "added": "**"}
_MARKUP = re.compile(r"[\\`*_\[\]<>&~|$@]|^[#+=-]|(?<=:)/(?=/)|(?<=www)\.")
_NUMBERED = re.compile(r"^(\d+)(?=[.)])")

# A word of a line, and how it is shown: arguments of click.style.
_Styled = tuple[str, dict[str, Any]]


def as_text(changes: Changes, *, color: bool, width: int) -> str:
    """What an author reads on a terminal of so many columns.

    Removed words are red and struck out and added ones green, or [-removed-] and {+added+}
    without colours. A search is one line, however long: it is there to be copied.
    """
    bold = {"bold": True} if color else {}
    lines = _wrapped(_words(f"{changes.old} → {changes.new}: {summary(changes)}"), width, "")
    for section in outline(changes):
        lines += ["", click.style(section.title, **bold) if color else section.title]
        for entry in section.entries:
            lines += _wrapped(_words(entry.name, bold), width, "  ")
            for line in entry.lines:
                lines += _wrapped(_line(line, color), width, "    ")
        for remark in section.remarks:
            lines += _wrapped(_words(remark), width, "  ")
        lines += [f"    {_printable(search)}" for search in section.searches]
    return "\n".join(lines) + "\n"


def _line(line: Line, color: bool) -> list[_Styled]:
    found = _words(f"{line.name}:") if line.name else []
    for piece in line.words:
        if color:
            found += _words(piece.text, _STYLES[piece.kind])
        else:
            before, after = _MARKS[piece.kind] if line.marked else ("", "")
            found += _words(f"{before}{piece.text}{after}")
    return found


def _words(text: str, style: dict[str, Any] | None = None) -> list[_Styled]:
    return [(word, style or {}) for word in _printable(text).split()]


def _printable(text: str) -> str:
    """The text without what would steer a terminal."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def _wrapped(words: Sequence[_Styled], width: int, indent: str) -> list[str]:
    """Lines no longer than the width where words allow it; all but the first go in further."""
    lines: list[str] = []
    row: list[str] = []
    length = 0
    margin = indent
    for word, style in words:
        if row and length + 1 + len(word) > width:
            lines.append(margin + " ".join(row))
            row, margin = [], f"{indent}  "
        length = length + 1 + len(word) if row else len(margin) + len(word)
        row.append(click.style(word, **style) if style else word)
    return [*lines, margin + " ".join(row)]


def as_markdown(changes: Changes) -> str:
    """Sections for a changelog, under headings of the third level.

    Texts of the editions are escaped: none is taken for markup.
    """
    if not changes:
        return f"{_escaped(summary(changes)).capitalize()}.\n"
    blocks = []
    for section in outline(changes):
        lines = [f"### {section.title}", ""]
        for entry in section.entries:
            lines.append(f"- {_escaped(entry.name)}")
            lines += [f"  - {_markdown(line)}" for line in entry.lines]
        for remark in section.remarks:
            lines += ["", _escaped(remark)]
        if section.searches:
            # No search holds four backticks in a row, unless a note is about them.
            ticks = max(["``", *re.findall("`+", "\n".join(section.searches))], key=len) + "`"
            lines += ["", ticks, *map(_printable, section.searches), ticks]
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def _markdown(line: Line) -> str:
    words = [f"{_escaped(line.name)}:"] if line.name else []
    for piece in line.words:
        mark = _MARKDOWN[piece.kind] if line.marked else ""
        words.append(f"{mark}{_escaped(piece.text)}{mark}")
    return " ".join(words)


def _escaped(text: str) -> str:
    """The text as Markdown that shows it, on one line."""
    text = _NUMBERED.sub(r"\1\\", _MARKUP.sub(r"\\\g<0>", _printable(text)))
    return " ".join(text.split())


def as_json(changes: Changes) -> str:
    """All that changed, for a program; fields are HTML, the words are what a person reads."""
    data = {
        "old": changes.old,
        "new": changes.new,
        "counts": {
            "added": len(changes.added),
            "changed": len(changes.changed),
            "moved": len(changes.moved),
            "dropped": len(changes.dropped),
            "unchanged": changes.unchanged,
        },
        "added": [asdict(note) for note in changes.added],
        "changed": [_change(change) for change in changes.changed],
        "moved": [
            {**_identity(change.new), "old": change.old.deck, "new": change.new.deck}
            for change in changes.moved
        ],
        "dropped": [asdict(note) for note in changes.dropped],
        "alike": [{"dropped": old.guid, "added": new.guid} for old, new in changes.alike],
        "note_types": {
            "added": [kind.name for kind in changes.types_added],
            "dropped": [kind.name for kind in changes.types_dropped],
            "changed": [_type(change) for change in changes.types_changed],
        },
        "decks": asdict(changes.decks),
        "search": {
            "lines": changes.search.lines,
            "left_out": [note.guid for note in changes.search.left_out],
        },
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _change(change: NoteChange) -> dict[str, Any]:
    return {
        **_identity(change.new),
        "old_note_type": change.old.note_type,
        "fields": [
            {
                **asdict(field),
                "words": [piece._asdict() for piece in word_changes(field.old, field.new)],
            }
            for field in change.fields
        ],
        "tags": {"added": change.tags_added, "removed": change.tags_removed},
        "cards": {"added": change.cards_added, "removed": change.cards_removed},
    }


def _type(change: TypeChange) -> dict[str, Any]:
    details = asdict(change)
    del details["old"], details["new"]
    return {
        "id": change.new.id,
        "old_name": change.old.name,
        "name": change.new.name,
        "reshaped": change.is_reshaped,
        **details,
    }


def _identity(note: HeldNote) -> dict[str, str]:
    return {"guid": note.guid, "label": note.label, "note_type": note.note_type}
