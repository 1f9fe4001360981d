"""Compare two editions: what came, went and changed from one to the other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from unicodedata import normalize

from flashgen.editions.changes import (
    SWITCH,
    Changes,
    DeckChanges,
    MediaChanges,
    Move,
    Names,
    NoteChange,
    TextChange,
    TypeChange,
    TypeChanges,
)
from flashgen.editions.edition import Edition, HeldNote, HeldType
from flashgen.editions.renames import deck_renames, gone_along, renames, with_above
from flashgen.editions.search import browser_search
from flashgen.editions.words import text_of
from flashgen.notes.note import RELEASE_MARK
from flashgen.releases.record import looks_by


def compare(old: Edition, new: Edition, incidental: Collection[str] = ()) -> Changes:
    """What changed from old to new; what stands in the fields ``incidental`` is not compared.

    Notes are the same by their GUID (of two with one GUID the first counts), note types by id, as
    to Anki. A note type that no note uses neither comes nor goes. Texts that differ only
    in how they encode accents are the same.
    """
    types = [(kind, now, _type_change(kind, now)) for kind, now in _same_types(old, new)]
    by_id = {kind.id: change for kind, _, change in types}
    before = _by_guid(_translated(note, by_id.get(note.type_id)) for note in old.notes)
    after = _by_guid(new.notes)
    added = tuple(note for guid, note in after.items() if guid not in before)
    dropped = tuple(note for guid, note in before.items() if guid not in after)
    both = [(before[guid], note) for guid, note in after.items() if guid in before]
    changes = (_note_change(was, now, incidental) for was, now in both)
    changed = tuple(change for change in changes if change)
    decks = deck_renames(old, new)
    moved = tuple(
        Move(now.guid, now.label, now.note_type, deck, now.deck)
        for was, now in both
        if (deck := decks.get(was.deck, was.deck)) != now.deck
    )
    return Changes(
        old=old.title,
        new=new.title,
        counts={
            "added": len(added),
            "changed": len(changed),
            "moved": len(moved),
            "dropped": len(dropped),
            "unchanged": len(both) - len({c.guid for c in changed} | {move.guid for move in moved}),
        },
        added=added,
        changed=changed,
        moved=moved,
        dropped=dropped,
        alike=tuple(_alike(dropped, added)),
        note_types=TypeChanges(
            added=_used(new, {now.id for _, now, _ in types}),
            dropped=_used(old, {was.id for was, _, _ in types}),
            changed=tuple(change for _, _, change in types if change),
        ),
        decks=_deck_changes(old.decks, new.decks, decks),
        media=_media_changes(old.media, new.media),
        search=browser_search(dropped, [*added, *(note for pair in both for note in pair)]),
    )


def _by_guid(notes: Iterable[HeldNote]) -> dict[str, HeldNote]:
    found: dict[str, HeldNote] = {}
    for note in notes:
        found.setdefault(note.guid, note)
    return found


def _translated(note: HeldNote, change: TypeChange | None) -> HeldNote:
    """An old note with the new names of its type, fields and cards."""
    if change is None:
        return note
    fields, cards = dict(change.fields_renamed), dict(change.cards_renamed)
    return replace(
        note,
        note_type=change.name,
        fields={fields.get(name, name): text for name, text in note.fields.items()},
        cards=tuple(cards.get(name, name) for name in note.cards),
    )


def _note_change(old: HeldNote, new: HeldNote, incidental: Collection[str]) -> NoteChange:
    names = dict.fromkeys([*new.fields, *old.fields])
    # Every changed note gets flashgen's mark of a release.
    told = ([tag for tag in note.tags if RELEASE_MARK not in tag] for note in (old, new))
    return NoteChange(
        guid=new.guid,
        label=new.label,
        note_type=new.note_type,
        old_note_type=old.note_type,
        retyped=new.type_id != old.type_id,
        fields=_text_changes(old.fields, new.fields, _without(names, incidental)),
        tags=_names(*told),
        cards=_names(old.cards, new.cards),
        asks=any(name.startswith(SWITCH) for name in names),
    )


def _alike(
    dropped: Iterable[HeldNote], added: Sequence[HeldNote]
) -> Iterator[tuple[HeldNote, HeldNote]]:
    """Dropped and added notes of one type that begin with the same text."""

    def beginning(note: HeldNote) -> tuple[int, str]:
        return note.type_id, next(filter(None, map(text_of, note.fields.values())), note.guid)

    twins = {beginning(note): note for note in reversed(added)}
    for note in dropped:
        if twin := twins.pop(beginning(note), None):
            yield note, twin


def _same_types(old: Edition, new: Edition) -> Iterator[tuple[HeldType, HeldType]]:
    """The note types that both hold, by id: of one name there may be several."""
    ids = {kind.id: kind for kind in new.note_types}
    for kind in old.note_types:
        if now := ids.get(kind.id):
            yield kind, now


def _used(edition: Edition, matched: Collection[int]) -> tuple[str, ...]:
    """The names of the other note types, but for those that no note uses."""
    used = {note.type_id for note in edition.notes}
    kinds = (kind for kind in edition.note_types if kind.id not in matched)
    return tuple(kind.name for kind in kinds if kind.id in used)


def _type_change(old: HeldType, new: HeldType) -> TypeChange:
    fields, cards = renames(old.fields, new.fields), renames(old.cards, new.cards)
    was = [fields.get(name, name) for name in old.fields]
    of_fields = _names(was, new.fields)
    of_cards = _names([cards.get(name, name) for name in old.cards], new.cards)
    reordered = _without(was, of_fields.removed) != _without(new.fields, of_fields.added)
    looks = looks_by(cards, old.looks)
    return TypeChange(
        id=new.id,
        old_name=old.name,
        name=new.name,
        reshaped=reordered or bool(of_fields or of_cards),
        fields_added=of_fields.added,
        fields_removed=of_fields.removed,
        fields_renamed=tuple(fields.items()),
        fields_reordered=reordered,
        cards_added=of_cards.added,
        cards_removed=of_cards.removed,
        cards_renamed=tuple(cards.items()),
        looks=tuple(name for name, look in looks.items() if new.looks.get(name, look) != look),
        cards=new.cards,
    )


def _deck_changes(
    old: Mapping[str, str], new: Mapping[str, str], renamed: Mapping[str, str]
) -> DeckChanges:
    was = {renamed.get(name, name): text for name, text in old.items()}
    return DeckChanges(
        added=_without(new, {*was, *with_above(old)}),
        dropped=_without(old, {*renamed, *with_above(new)}),
        renamed=tuple(pair for pair in renamed.items() if pair[1] != gone_along(pair[0], renamed)),
        described=_text_changes(was, new, [name for name in was if name in new]),
    )


def _media_changes(old: Mapping[str, str] | None, new: Mapping[str, str] | None) -> MediaChanges:
    if old is None or new is None:
        return MediaChanges((), (), ())
    return MediaChanges(
        added=_without(sorted(new), old),
        dropped=_without(sorted(old), new),
        changed=tuple(name for name in sorted(new) if old.get(name, new[name]) != new[name]),
    )


def _text_changes(
    old: Mapping[str, str], new: Mapping[str, str], names: Iterable[str]
) -> tuple[TextChange, ...]:
    changes = (TextChange(name, old.get(name, ""), new.get(name, "")) for name in names)
    return tuple(
        each for each in changes if normalize("NFC", each.old) != normalize("NFC", each.new)
    )


def _names(old: Collection[str], new: Collection[str]) -> Names:
    return Names(_without(new, old), _without(old, new))


def _without(names: Iterable[str], others: Collection[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in others)
