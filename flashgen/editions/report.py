"""What is said of the changes, line by line, whatever it is written in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from flashgen.editions.changes import (
    SWITCH,
    Changes,
    MediaChanges,
    Names,
    NoteChange,
    TextChange,
    TypeChange,
)
from flashgen.editions.edition import HeldNote
from flashgen.editions.words import text_of, word_changes

# A stretch of words with its kind: "kept", "removed" or "added" in a text, "came" or "went" as a
# name with its sign, "title".
Piece = tuple[str, str]

# So many words of a text say what it is.
_GIST = 12
# As many words of an unchanged stretch stand beside a change.
_AROUND = 6
# So many names stand in a remark.
_NAMES = 5
# More notes than that are many.
_MANY = 10

_EMPTY_CARDS = (
    "Learners keep the cards that vanish (−) until they remove them: in Anki, Tools → Empty Cards."
)
_RETYPED = (
    "Anki knows note types by their ids; a note of another one now stays as learners have it."
)
_MOVED = "The cards that learners have stay where they are."
_RESHAPED = (
    "Anki updates no note whose type has other fields or cards than before, unless the learner "
    "ticks 'Merge note types' in the window that imports."
)
_RENAMED = "Learners get a renamed deck as a new one; the cards that they have stay in the old."


# The heading of a section; a note, note type or deck; a detail of it; what it means for learners;
# searches to paste, each of them a piece.
Part = Literal["section", "thing", "detail", "remark", "searches"]

_Detail = tuple[Piece, ...]
_Entry = tuple[str, list[_Detail]]  # the name of a thing, and what is said of it


def summary(changes: Changes) -> str:
    """The counts in one line, without the editions' titles."""
    if changes:
        counts = changes.counts.items()
        return ", ".join(f"{n} {fate}" for fate, n in counts if n or fate == "unchanged")
    notes = changes.counts["unchanged"]
    return f"nothing has changed ({notes} note{'' if notes == 1 else 's'})"


def report(changes: Changes) -> Iterator[tuple[Part, Iterable[Piece]]]:
    """The sections that have something to say, line by line."""
    yield from _section("Added", [_whole(note) for note in changes.added])
    vanish = any(change.cards.removed for change in changes.changed)
    retyped = any(change.retyped for change in changes.changed)
    remarks = (_EMPTY_CARDS if vanish else "", _RETYPED if retyped else "")
    yield from _section("Changed", _changed(changes.changed), *remarks)
    dropped = [_whole(note) for note in changes.dropped]
    yield from _section("Dropped", dropped, *_of_dropped(changes))
    if changes.search.lines:
        yield "searches", [("kept", line) for line in changes.search.lines]
    moved = [
        (_gist(each.label), [_said("deck", f"{each.old} → {each.new}")]) for each in changes.moved
    ]
    yield from _section("Moved", moved, _MOVED)
    reshaped = any(change.reshaped for change in changes.note_types.changed)
    yield from _section("Note types", _types(changes), _RESHAPED if reshaped else "")
    yield from _section("Media", _media(changes.media))
    yield from _section("Decks", _decks(changes), _RENAMED if changes.decks.renamed else "")


def _section(
    title: str, entries: Iterable[_Entry], *remarks: str
) -> Iterator[tuple[Part, Iterable[Piece]]]:
    found = list(entries)
    if found:
        yield "section", [("title", title)]
        for name, details in found:
            yield "thing", [("title", name)]
            yield from (("detail", detail) for detail in details)
        yield from (("remark", [("kept", remark)]) for remark in remarks if remark)


def _said(name: str, text: str) -> _Detail:
    """A detail as it is: what it is of, "" for nothing in particular, and the words."""
    return (("kept", f"{name}:"), ("kept", text)) if name else (("kept", text),)


def _whole(note: HeldNote) -> _Entry:
    """A note that came or went: the beginning of what it says, and its cards."""
    texts = [text_of(text) for name, text in note.fields.items() if not name.startswith(SWITCH)]
    gist = " – ".join(_gist(text) for text in texts[:2] if text != note.label)
    details = [_said("", gist)] if gist else []
    if note.cards:
        asks = any(name.startswith(SWITCH) for name in note.fields)
        details.append(_said("asks" if asks else "cards", ", ".join(note.cards)))
    return _gist(note.label), details


def _changed(changes: Sequence[NoteChange]) -> Iterator[_Entry]:
    """The notes with their details. What many have in common must not drown the rest.

    A change of a field that many notes share is told once: the deck has another topic, say. Notes
    that changed in the same fields as many others come last: a new paragraph in the article
    gives most notes another source.
    """
    texts = {
        change.guid: [
            _difference(field)
            for field in change.fields
            if not (change.cards and field.name.startswith(SWITCH))
        ]
        for change in changes
    }
    shared = Counter(detail for details in texts.values() for detail in details)
    yield from ((f"{count} notes", [detail]) for detail, count in shared.items() if count > _MANY)
    entries: list[tuple[tuple[Piece, ...], _Entry]] = []
    for change in changes:
        details = [detail for detail in texts[change.guid] if shared[detail] <= _MANY]
        if change.retyped:
            same = change.note_type == change.old_note_type
            other = "another one of that name" if same else change.note_type
            details.append(_said("note type", f"{change.old_note_type} → {other}"))
        if change.cards:
            details.append(_signs("asks" if change.asks else "cards", change.cards))
        if change.tags:
            details.append(_signs("tags", change.tags))
        if details:
            names = tuple(detail[0] for detail in details)
            entries.append((names, (_gist(change.label), details)))
    alike = Counter(names for names, _ in entries)
    yield from (entry for names, entry in entries if alike[names] <= _MANY)
    yield from (entry for names, entry in entries if alike[names] > _MANY)


def _of_dropped(changes: Changes) -> Iterator[str]:
    if changes.alike:
        names = _some(
            [f"'{_gist(old.label)}' and '{_gist(new.label)}'" for old, new in changes.alike]
        )
        yield (
            f"A dropped and an added note begin alike: {names}. To Anki they are two, and what was "
            "learnt stays with the first. If a fact of deck.yaml only has a new key, write "
            "'was: [OLD-KEY]' there."
        )
    if changes.search.left_out:
        names = _some([f"'{_gist(note.label)}'" for note in changes.search.left_out])
        yield f"No search tells {names} from another note with the same text."
    if changes.search.lines:
        several = len(changes.search.lines) > 1
        what = "these lines, one after the other," if several else "this"
        yield f"Learners keep dropped notes. To find them, paste {what} into Anki's browser:"


def _types(changes: Changes) -> Iterator[_Entry]:
    yield from ((name, [_said("", "is new")]) for name in changes.note_types.added)
    yield from ((name, [_said("", "is no longer used")]) for name in changes.note_types.dropped)
    for change in changes.note_types.changed:
        details = []
        if change.name != change.old_name:
            details.append(_said("name", f"{change.old_name} → {change.name}"))
        for part, names, renamed in (
            ("fields", Names(change.fields_added, change.fields_removed), change.fields_renamed),
            ("cards", Names(change.cards_added, change.cards_removed), change.cards_renamed),
        ):
            if names:
                details.append(_signs(part, names))
            if renamed:
                details.append(_said(part, ", ".join(f"{old} → {new}" for old, new in renamed)))
        if change.fields_reordered:
            details.append(_said("fields", "stand in another order"))
        if change.looks:
            details.append(_said("looks", "; ".join(_looks(change))))
        yield change.name, details


def _looks(change: TypeChange) -> Iterator[str]:
    """What looks otherwise, in few words."""
    if "style" in change.looks:
        yield "style"
    sides = {card: {f"{card}, front", f"{card}, back"} for card in change.cards}
    if all(both.issubset(change.looks) for both in sides.values()):
        yield "all cards"
        return
    for card, both in sides.items():
        own = sorted(look for look in change.looks if look.rpartition(", ")[0] == card)
        yield from [card] if both.issubset(own) else own


def _media(changes: MediaChanges) -> Iterator[_Entry]:
    yield from ((name, [_said("", "is new")]) for name in changes.added)
    yield from (
        (name, [_said("", "is another file under the old name")]) for name in changes.changed
    )
    yield from ((name, [_said("", "is gone")]) for name in changes.dropped)


def _decks(changes: Changes) -> Iterator[_Entry]:
    for old, new in changes.decks.renamed:
        yield new, [_said("name", f"{old} → {new}")]
    yield from ((name, [_said("", "is new")]) for name in changes.decks.added)
    yield from ((name, [_said("", "is gone")]) for name in changes.decks.dropped)
    for change in changes.decks.described:
        yield change.name, [_difference(replace(change, name="description"))]


def _signs(name: str, names: Names) -> _Detail:
    """Names that came and went: "+When −What"."""
    came = (("came", f"+{each}") for each in names.added)
    went = (("went", f"−{each}") for each in names.removed)
    return (("kept", f"{name}:"), *came, *went)


def _difference(change: TextChange) -> _Detail:
    """What changed, word by word, with some words of what stands beside it."""
    pieces = word_changes(change.old, change.new)
    if all(piece.kind == "kept" for piece in pieces):
        return _said(change.name, "only white space differs")
    told: list[Piece] = [("kept", f"{change.name}:")]
    for index, (kind, text) in enumerate(pieces):
        words = text.split()
        before = words[:_AROUND] if index else []
        after = words[-_AROUND:] if index < len(pieces) - 1 else []
        if kind == "kept" and len(words) > len(before) + len(after) + 1:
            words = [*before, "…", *after]
        told.append((kind, " ".join(words)))
    return tuple(told)


def _gist(text: str) -> str:
    """The text, or its first words."""
    words = text.split()
    return text if len(words) <= _GIST else f"{' '.join(words[:_GIST])} …"


def _some(names: Sequence[str]) -> str:
    """The names, or the first of many."""
    more = len(names) - _NAMES
    return "; ".join(names) if more <= 1 else f"{'; '.join(names[:_NAMES])}; and {more} more"
