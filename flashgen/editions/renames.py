"""What has another name now: fields and cards by their place, decks by the notes in them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from flashgen.editions.edition import Edition


def renames(old: Sequence[str], new: Sequence[str]) -> dict[str, str]:
    """The names that stand in the place of one that is gone, by the old name."""
    pairs = zip(old, new, strict=True) if len(old) == len(new) else ()
    return {was: now for was, now in pairs if was not in new and now not in old}


def deck_renames(old: Edition, new: Edition) -> dict[str, str]:
    """The new names of decks, by the old ones in order; subdecks go along with their deck.

    A deck is the same one if most of its notes are together in a deck that was not there before.
    They speak for the decks above as well, as far as the names end alike.
    """
    gone, fresh = old.decks.keys() - new.decks.keys(), new.decks.keys() - old.decks.keys()
    decks = {note.guid: note.deck for note in new.notes}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for note in old.notes:
        was, now = note.deck, decks.get(note.guid, "")
        while was in gone and now:
            votes[was][now] += 1
            same_end = _last(was) == _last(now)
            was, now = (_above(was), _above(now)) if same_end else ("", "")
    renamed: dict[str, str] = {}
    for was in sorted(gone):  # a deck comes before those in it
        most = [deck for deck, count in votes[was].items() if 2 * count > votes[was].total()]
        for now in (*most, gone_along(was, renamed)):
            if now in fresh - set(renamed.values()):
                renamed.setdefault(was, now)
    return renamed


def gone_along(deck: str, renamed: Mapping[str, str]) -> str:
    """The name that a deck gets if only the deck above it is renamed; "" if that is not."""
    above = renamed.get(_above(deck))
    return f"{above}::{_last(deck)}" if above else ""


def with_above(decks: Iterable[str]) -> set[str]:
    """The decks and those that they lie in, which Anki makes, named or not."""
    found = set(decks)
    for deck in decks:
        while deck := _above(deck):
            found.add(deck)
    return found


def _above(deck: str) -> str:
    return deck.rpartition("::")[0]


def _last(deck: str) -> str:
    return deck.rpartition("::")[2]
