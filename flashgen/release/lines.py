"""The parts of a report, whatever it is written in: sections of entries, each with some lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flashgen.release.words import Words, word_changes

# As many words of an unchanged stretch stand beside a change.
_AROUND = 6
# So many names stand in a remark.
_NAMES = 5


@dataclass(frozen=True, slots=True)
class Line:
    """A change: what it is of ("" for a remark), and the words.

    Where not ``marked``, each of the words shows by a sign of its own what became of it.
    """

    name: str
    words: tuple[Words, ...]
    marked: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """What the report tells of one note, note type or deck."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under a heading, then remarks: what it means for learners; then searches to paste."""

    title: str
    entries: tuple[Entry, ...]
    remarks: tuple[str, ...] = ()
    searches: tuple[str, ...] = ()


def said(name: str, text: str) -> Line:
    """A line that says something as it is."""
    return Line(name, (Words("kept", text),))


def signs(name: str, added: Iterable[str], removed: Iterable[str]) -> Line:
    """A line of names that came and went: "+When −What"."""
    words = [Words("added", f"+{text}") for text in added]
    words += [Words("removed", f"−{text}") for text in removed]
    return Line(name, tuple(words), marked=False)


def difference(name: str, old: str, new: str) -> Line:
    """A line of what changed in a text (HTML), word by word."""
    return Line(name, tuple(_around(word_changes(old, new))))


def _around(pieces: Sequence[Words]) -> Iterator[Words]:
    """The changes, with some words of what stands beside them."""
    if all(piece.kind == "kept" for piece in pieces):
        yield Words("kept", "only white space differs")
        return
    for index, piece in enumerate(pieces):
        words = piece.text.split()
        before = words[:_AROUND] if index else []
        after = words[-_AROUND:] if index < len(pieces) - 1 else []
        if piece.kind == "kept" and len(words) > len(before) + len(after) + 1:
            yield Words("kept", " ".join([*before, "…", *after]))
        else:
            yield piece


def some(names: Sequence[str]) -> str:
    """The names, or the first of many."""
    more = len(names) - _NAMES
    return "; ".join(names) if more <= 1 else f"{'; '.join(names[:_NAMES])}; and {more} more"


def shortened(text: str, most: int) -> str:
    """The text, or so many of its first words."""
    words = text.split()
    return text if len(words) <= most else f"{' '.join(words[:most])} …"
