"""What a report tells of the changes, and in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from flashgen.release.differences import Changes, DeckChanges, NoteChange, TypeChange
from flashgen.release.edition import HeldNote
from flashgen.release.lines import Entry, Line, Section, difference, said, shortened, signs, some
from flashgen.release.words import text_of

# Fields so named switch cards on; a reader wants the cards.
_SWITCH = "Ask "
# So many words of a text say what it is.
_GIST = 12
# More notes than that are many.
_MANY = 10


def summary(changes: Changes) -> str:
    """The counts in one line, without the editions' titles."""
    counts = {
        "added": len(changes.added),
        "changed": len(changes.changed),
        "moved": len(changes.moved),
        "dropped": len(changes.dropped),
    }
    found = [f"{count} {fate}" for fate, count in counts.items() if count]
    if changes:
        return ", ".join([*found, f"{changes.unchanged} unchanged"])
    notes = "1 note" if changes.unchanged == 1 else f"{changes.unchanged} notes"
    return f"nothing has changed ({notes})"


def outline(changes: Changes) -> Iterator[Section]:
    """The sections that have something to say."""
    sections = (
        Section("Added", tuple(map(_whole, changes.added))),
        Section(
            "Changed",
            tuple(_changed(changes.changed)),
            tuple(_of_cards(changes.changed)),
        ),
        Section(
            "Dropped",
            tuple(map(_whole, changes.dropped)),
            tuple(_of_dropped(changes)),
            changes.search.lines,
        ),
        Section(
            "Moved",
            tuple(
                Entry(_name(change.new), (said("deck", f"{change.old.deck} → {change.new.deck}"),))
                for change in changes.moved
            ),
            ("The cards that learners have stay where they are.",),
        ),
        Section("Note types", tuple(_types(changes)), tuple(_of_types(changes.types_changed))),
        Section("Decks", tuple(_decks(changes.decks)), tuple(_of_decks(changes.decks))),
    )
    return (section for section in sections if section.entries)


def _whole(note: HeldNote) -> Entry:
    """A note that came or went: the beginning of what it says, and its cards."""
    texts = [text_of(value) for name, value in note.fields.items() if not _is_switch(name)][:2]
    gist = [shortened(text, _GIST) for text in texts if text != note.label]
    lines = [said("", " – ".join(gist))] if gist else []
    if note.cards:
        lines.append(said(_card_word(note.fields), ", ".join(note.cards)))
    return Entry(_name(note), tuple(lines))


def _changed(changes: Sequence[NoteChange]) -> Iterator[Entry]:
    """The notes with their lines. What many have in common must not drown the rest.

    A line of a field that many notes share is told once: the deck has another topic, say. Notes
    that changed in the same fields as many others come last: a new paragraph in the article
    gives most notes another source.
    """
    fields = {change.new.guid: _field_lines(change) for change in changes}
    shared = Counter(line for lines in fields.values() for line in lines)
    for line, count in shared.items():
        if count > _MANY:
            yield Entry(f"{count} notes", (line,))
    entries = []
    for change in changes:
        own = (line for line in fields[change.new.guid] if shared[line] <= _MANY)
        entries.append(Entry(_name(change.new), (*own, *_other_lines(change))))
    alike = Counter(map(_line_names, entries))
    yield from sorted(
        (entry for entry in entries if entry.lines),
        key=lambda entry: alike[_line_names(entry)] > _MANY,
    )


def _line_names(entry: Entry) -> tuple[str, ...]:
    return tuple(line.name for line in entry.lines)


def _field_lines(change: NoteChange) -> list[Line]:
    cards = change.cards_added or change.cards_removed
    return [
        difference(field.name, field.old, field.new)
        for field in change.fields
        if not (_is_switch(field.name) and cards)
    ]


def _other_lines(change: NoteChange) -> Iterator[Line]:
    if change.type_changed:
        yield said("note type", f"{change.old.note_type} → {change.new.note_type}")
    if change.cards_added or change.cards_removed:
        names = [*change.new.fields, *change.old.fields]
        yield signs(_card_word(names), change.cards_added, change.cards_removed)
    if change.tags_added or change.tags_removed:
        yield signs("tags", change.tags_added, change.tags_removed)


def _types(changes: Changes) -> Iterator[Entry]:
    for kind in changes.types_added:
        yield Entry(kind.name, (said("", "is new"),))
    for kind in changes.types_dropped:
        yield Entry(kind.name, (said("", "is no longer used"),))
    for change in changes.types_changed:
        lines = []
        if change.is_renamed:
            lines.append(said("name", f"{change.old.name} → {change.new.name}"))
        for part, added, removed, renamed in (
            ("fields", change.fields_added, change.fields_removed, change.fields_renamed),
            ("cards", change.cards_added, change.cards_removed, change.cards_renamed),
        ):
            if added or removed:
                lines.append(signs(part, added, removed))
            if renamed:
                lines.append(said(part, ", ".join(f"{old} → {new}" for old, new in renamed)))
        if change.fields_reordered:
            lines.append(said("fields", "stand in another order"))
        if change.looks:
            lines.append(said("looks", "; ".join(_looks(change))))
        yield Entry(change.new.name, tuple(lines))


def _looks(change: TypeChange) -> Iterator[str]:
    """What looks otherwise, in few words."""
    looks = set(change.looks)
    if "style" in looks:
        yield "style"
    sides = {card: {f"{card}, front", f"{card}, back"} for card in change.new.cards}
    if all(both <= looks for both in sides.values()):
        yield "all cards"
        return
    for card, both in sides.items():
        if both <= looks:
            yield card
        else:
            yield from sorted(both & looks)


def _decks(decks: DeckChanges) -> Iterator[Entry]:
    for old, new in decks.renamed:
        yield Entry(new, (said("name", f"{old} → {new}"),))
    for name in decks.added:
        yield Entry(name, (said("", "is new"),))
    for name in decks.dropped:
        yield Entry(name, (said("", "is gone"),))
    for change in decks.described:
        yield Entry(change.name, (difference("description", change.old, change.new),))


def _of_cards(changes: Iterable[NoteChange]) -> Iterator[str]:
    if any(change.cards_removed for change in changes):
        yield (
            "Learners keep the cards that vanish (−) until they remove them: in Anki, "
            "Tools → Empty Cards."
        )


def _of_dropped(changes: Changes) -> Iterator[str]:
    if changes.alike:
        names = some([f"'{_name(old)}' and '{_name(new)}'" for old, new in changes.alike])
        yield (
            f"A dropped and an added note begin alike: {names}. To Anki they are two, and what was "
            "learnt stays with the first. If a fact of deck.yaml only has a new key, write "
            "'was: [OLD-KEY]' there."
        )
    if changes.search.left_out:
        names = some([f"'{_name(note)}'" for note in changes.search.left_out])
        yield f"No search tells {names} from another note with the same text."
    if changes.search.lines:
        several = len(changes.search.lines) > 1
        what = "these lines, one after the other," if several else "this"
        yield f"Learners keep dropped notes. To find them, paste {what} into Anki's browser:"


def _of_types(changes: Iterable[TypeChange]) -> Iterator[str]:
    if any(change.is_reshaped for change in changes):
        yield (
            "Anki updates no note whose type has other fields or cards than before, unless the "
            "learner ticks 'Merge note types' in the window that imports."
        )


def _of_decks(decks: DeckChanges) -> Iterator[str]:
    if decks.renamed:
        yield "Learners get a renamed deck as a new one; the cards that they have stay in the old."


def _name(note: HeldNote) -> str:
    return shortened(note.label, _GIST)


def _is_switch(name: str) -> bool:
    return name.startswith(_SWITCH)


def _card_word(fields: Iterable[str]) -> str:
    return "asks" if any(map(_is_switch, fields)) else "cards"
