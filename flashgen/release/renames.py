"""What has another name now: fields by their place, decks by the notes in them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from flashgen.release.edition import Edition

_BETWEEN = "::"


def renames(old: Sequence[str], new: Sequence[str]) -> dict[str, str]:
    """The names that stand in the place of one that is gone, by the old name."""
    if len(old) != len(new):
        return {}
    return {
        before: after
        for before, after in zip(old, new, strict=True)
        if before not in new and after not in old
    }


def deck_renames(old: Edition, new: Edition) -> dict[str, str]:
    """The new names of decks, by the old ones; subdecks go along with their deck.

    A deck is the same one if most of its notes are together in a deck that was not there before.
    """
    gone, fresh = old.decks.keys() - new.decks.keys(), new.decks.keys() - old.decks.keys()
    now = {note.guid: note.deck for note in new.notes}
    flows: dict[str, Counter[str]] = defaultdict(Counter)
    for note in old.notes:
        if note.deck in gone and note.guid in now:
            flows[note.deck][now[note.guid]] += 1
    renamed: dict[str, str] = {}
    for before, targets in sorted(flows.items()):
        after, count = targets.most_common(1)[0]
        if 2 * count > targets.total():
            _rename(before, after, gone, fresh, renamed)
    for before in sorted(gone - renamed.keys()):  # decks without notes of their own
        parent, _, name = before.rpartition(_BETWEEN)
        if parent in renamed:
            _rename(before, f"{renamed[parent]}{_BETWEEN}{name}", gone, fresh, renamed)
    return renamed


def topmost(renamed: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The renames that do not follow from that of the deck above."""
    return tuple(
        (before, after)
        for before, after in sorted(renamed.items())
        if renamed.get(_above(before), "") != _above(after) or _last(before) != _last(after)
    )


def _rename(
    before: str, after: str, gone: set[str], fresh: set[str], renamed: dict[str, str]
) -> None:
    """Note a rename, and that of the decks above as far as both names end alike."""
    while before in gone - renamed.keys() and after in fresh - set(renamed.values()):
        renamed[before] = after
        if _last(before) != _last(after):
            break
        before, after = _above(before), _above(after)


def _above(deck: str) -> str:
    return deck.rpartition(_BETWEEN)[0]


def _last(deck: str) -> str:
    return deck.rpartition(_BETWEEN)[2]
