"""Write down what changed: for a terminal, for a changelog, for a program."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable
from dataclasses import asdict
from functools import partial

from flashgen.editions.changes import Changes
from flashgen.editions.report import Piece, report, summary
from flashgen.editions.words import word_changes
from flashgen.printing import json_text, printable

_MARKUP = re.compile(r"[\\`*_\[\]<>&~|$@]|^[#+=-]|(?<=:)/(?=/)|(?<=www)\.")
_NUMBERED = re.compile(r"^(\d+)(?=[.)])")
_fill = partial(textwrap.fill, break_long_words=False, break_on_hyphens=False)
# How git marks words where it may not use colours.
MARKS = {"removed": "[-{}-]", "added": "{{+{}+}}"}
_MARKDOWN = {"removed": "~~{}~~", "added": "**{}**"}


def as_text(changes: Changes, *, width: int, paint: Callable[[str, str], str] | None = None) -> str:
    """What an author reads on a terminal of so many columns.

    ``paint`` colours a word by the kind of its piece; without it removed words are [-removed-]
    and added ones {+added+}. A search is one line, however long: it is there to be copied.
    """

    def wrapped(pieces: Iterable[Piece], indent: str) -> str:
        marks = {} if paint else MARKS
        words = [
            (kind, word)
            for kind, text in pieces
            for word in printable(marks.get(kind, "{}").format(text)).split()
        ]
        text = " ".join(word for _, word in words)
        lines = _fill(text, width, initial_indent=indent, subsequent_indent=f"{indent}  ")
        kinds = (kind for kind, _ in words)
        return re.sub(r"\S+", lambda word: paint(next(kinds), word[0]), lines) if paint else lines

    indents = {"section": "", "thing": "  ", "detail": "    ", "remark": "  "}
    lines = [wrapped([("kept", f"{changes.old} → {changes.new}: {summary(changes)}")], "")]
    for part, pieces in report(changes):
        if part == "searches":
            lines += [f"    {printable(search)}" for _, search in pieces]
        else:
            lines += [""] * (part == "section") + [wrapped(pieces, indents[part])]
    return "\n".join(lines) + "\n"


def as_markdown(changes: Changes) -> str:
    """Sections for a changelog, under headings of the third level.

    Texts of the editions are escaped: none is taken for markup.
    """
    if not changes:
        return f"{_escaped(summary(changes)).capitalize()}.\n"
    lines: list[str] = []
    for part, pieces in report(changes):
        text = " ".join(_MARKDOWN.get(kind, "{}").format(_escaped(text)) for kind, text in pieces)
        match part:
            case "section":
                lines += ["", f"### {text}", ""]
            case "thing":
                lines.append(f"- {text}")
            case "detail":
                lines.append(f"  - {text}")
            case "remark":
                lines += ["", text]
            case "searches":
                searches = [printable(search) for _, search in pieces]
                # No search holds four backticks in a row, unless a note is about them.
                ticks = max(["``", *re.findall("`+", "\n".join(searches))], key=len) + "`"
                lines += ["", ticks, *searches, ticks]
    return "\n".join(lines[1:]) + "\n"


def as_json(changes: Changes) -> str:
    """All that changed, for a program; fields are HTML, the words are what a person reads."""
    data = asdict(changes)
    for note in data["changed"]:
        del note["asks"]
        for field in note["fields"]:
            pieces = word_changes(field["old"], field["new"])
            field["words"] = [words._asdict() for words in pieces]
    data["alike"] = [{"dropped": old.guid, "added": new.guid} for old, new in changes.alike]
    for kind in data["note_types"]["changed"]:
        del kind["cards"]
    data["search"]["left_out"] = [note.guid for note in changes.search.left_out]
    return json_text(data) + "\n"


def _escaped(text: str) -> str:
    """The text as Markdown that shows it, on one line."""
    text = " ".join(printable(text).split())
    return _NUMBERED.sub(r"\1\\", _MARKUP.sub(r"\\\g<0>", text))
