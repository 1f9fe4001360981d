"""Compare two editions: what came, went and changed from one to the other."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from flashgen.note import RELEASE_MARK
from flashgen.release.differences import Changes, DeckChanges, FieldChange, NoteChange, TypeChange
from flashgen.release.edition import Edition, HeldNote, HeldType
from flashgen.release.renames import deck_renames, renames, topmost
from flashgen.release.search import browser_search
from flashgen.release.words import text_of


def compare(old: Edition, new: Edition, incidental: Collection[str] = ()) -> Changes:
    """What changed from old to new; what stands in the fields ``incidental`` is not compared.

    Notes are the same by their GUID (of two with one GUID the first counts), note types by id or
    else by name. A note type that no note uses neither comes nor goes. Texts that differ only
    in how they encode accents are the same.
    """
    pairs = _same_types(old, new)
    type_changes = {before.name: _type_change(before, after) for before, after in pairs}
    moves = deck_renames(old, new)
    before = _by_guid([_renamed(note, type_changes) for note in old.notes])
    after = _by_guid(new.notes)
    added = tuple(note for guid, note in after.items() if guid not in before)
    dropped = tuple(note for guid, note in before.items() if guid not in after)
    both = [
        _note_change(before[guid], note, moves, incidental)
        for guid, note in after.items()
        if guid in before
    ]
    kept = [*after.values(), *(note for guid, note in before.items() if guid in after)]
    return Changes(
        old=old.title,
        new=new.title,
        added=added,
        dropped=dropped,
        changed=tuple(change for change in both if change.is_changed),
        moved=tuple(change for change in both if change.is_moved),
        unchanged=sum(not change.is_changed and not change.is_moved for change in both),
        alike=tuple(_alike(dropped, added)),
        types_added=tuple(_unmatched(new, {kind.id for _, kind in pairs})),
        types_dropped=tuple(_unmatched(old, {kind.id for kind, _ in pairs})),
        types_changed=tuple(change for change in type_changes.values() if change.is_changed),
        decks=_deck_changes(old, new, moves),
        search=browser_search(dropped, kept),
    )


def _by_guid(notes: Iterable[HeldNote]) -> dict[str, HeldNote]:
    found: dict[str, HeldNote] = {}
    for note in notes:
        found.setdefault(note.guid, note)
    return found


def _alike(
    dropped: Iterable[HeldNote], added: Iterable[HeldNote]
) -> Iterator[tuple[HeldNote, HeldNote]]:
    """Dropped and added notes of one type that begin with the same text."""
    twins = {_beginning(note): note for note in reversed(list(added))}
    for note in dropped:
        twin = twins.pop(_beginning(note), None)
        if twin is not None:
            yield note, twin


def _beginning(note: HeldNote) -> tuple[str, str]:
    return note.note_type, next(filter(None, map(text_of, note.fields.values())), note.guid)


def _same_types(old: Edition, new: Edition) -> list[tuple[HeldType, HeldType]]:
    """The note types that both hold, by id, the rest by name."""
    ids = {kind.id: kind for kind in new.note_types}
    pairs = [(kind, ids[kind.id]) for kind in old.note_types if kind.id in ids]
    taken = {kind.id for kind, _ in pairs}
    names = {kind.name: kind for kind in new.note_types if kind.id not in taken}
    pairs += [
        (kind, names[kind.name])
        for kind in old.note_types
        if kind.id not in taken and kind.name in names
    ]
    return pairs


def _unmatched(edition: Edition, matched: set[int]) -> Iterator[HeldType]:
    used = {note.note_type for note in edition.notes}
    return (kind for kind in edition.note_types if kind.id not in matched and kind.name in used)


def _type_change(old: HeldType, new: HeldType) -> TypeChange:
    fields, cards = renames(old.fields, new.fields), renames(old.cards, new.cards)
    old_fields = [fields.get(name, name) for name in old.fields]
    old_cards = [cards.get(name, name) for name in old.cards]
    return TypeChange(
        old=old,
        new=new,
        fields_added=_without(new.fields, old_fields),
        fields_removed=_without(old_fields, new.fields),
        fields_renamed=tuple(fields.items()),
        fields_reordered=[name for name in old_fields if name in new.fields]
        != [name for name in new.fields if name in old_fields],
        cards_added=_without(new.cards, old_cards),
        cards_removed=_without(old_cards, new.cards),
        cards_renamed=tuple(cards.items()),
        looks=tuple(_other_looks(old, new, cards)),
    )


def _other_looks(old: HeldType, new: HeldType, cards: Mapping[str, str]) -> Iterator[str]:
    for name, look in old.looks.items():
        card, comma, side = name.rpartition(", ")
        now = f"{cards.get(card, card)}{comma}{side}"
        if new.looks.get(now, look) != look:
            yield now


def _renamed(note: HeldNote, types: Mapping[str, TypeChange]) -> HeldNote:
    """An old note with the new names of its type, fields and cards."""
    if note.note_type not in types:
        return note
    change = types[note.note_type]
    fields, cards = dict(change.fields_renamed), dict(change.cards_renamed)
    return replace(
        note,
        note_type=change.new.name,
        fields={fields.get(name, name): text for name, text in note.fields.items()},
        cards=tuple(cards.get(name, name) for name in note.cards),
    )


def _note_change(
    old: HeldNote, new: HeldNote, moves: Mapping[str, str], incidental: Collection[str]
) -> NoteChange:
    return NoteChange(
        old=replace(old, deck=moves.get(old.deck, old.deck)),
        new=new,
        fields=tuple(
            FieldChange(name, old.fields.get(name, ""), new.fields.get(name, ""))
            for name in dict.fromkeys([*new.fields, *old.fields])
            if name not in incidental
            and _differ(old.fields.get(name, ""), new.fields.get(name, ""))
        ),
        tags_added=_without(_told(new.tags), old.tags),
        tags_removed=_without(_told(old.tags), new.tags),
        cards_added=_without(new.cards, old.cards),
        cards_removed=_without(old.cards, new.cards),
    )


def _told(tags: Iterable[str]) -> tuple[str, ...]:
    """The tags but for flashgen's mark of a release, which every changed note gets."""
    return tuple(tag for tag in tags if RELEASE_MARK not in tag)


def _deck_changes(old: Edition, new: Edition, moves: Mapping[str, str]) -> DeckChanges:
    described = (
        FieldChange(name, text, new.decks[name])
        for name, text in ((moves.get(name, name), text) for name, text in old.decks.items())
        if name in new.decks and _differ(text, new.decks[name])
    )
    return DeckChanges(
        added=_without(new.decks, {*old.decks, *_above(old.decks), *moves.values()}),
        dropped=_without(old.decks, {*new.decks, *_above(new.decks), *moves}),
        renamed=topmost(moves),
        described=tuple(described),
    )


def _above(decks: Iterable[str]) -> Iterator[str]:
    """The decks that these lie in: Anki makes them, whether a package names them or not."""
    for deck in decks:
        while deck := deck.rpartition("::")[0]:
            yield deck


def _without(names: Iterable[str], others: Collection[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in others)


def _differ(old: str, new: str) -> bool:
    return old != new and unicodedata.normalize("NFC", old) != unicodedata.normalize("NFC", new)
