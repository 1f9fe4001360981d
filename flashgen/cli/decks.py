"""What the commands do with decks: make them, and tell of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from flashgen.cli.shared import number
from flashgen.deck.kinds import KINDS
from flashgen.files import real
from flashgen.folders import deck_folders
from flashgen.pipeline import Build

_ROOT = Path("decks")
_NAMED = 3  # of the facts that ask nothing


def folders_of(deck_dir: Path | None, **single: object) -> Sequence[Path]:
    """The decks to work on; an option that fits one deck only is refused for several."""
    real(deck_dir or _ROOT)  # which says that the current folder is gone, if that is the matter
    if deck_dir is not None:
        return (deck_dir,)
    folders = deck_folders(_ROOT)
    named = [f"--{name}" for name, value in single.items() if value is not None]
    if len(folders) > 1 and named:
        raise click.UsageError(f"{named[0]} fits one deck; there are {len(folders)}: name one.")
    return folders


def counts(made: Build) -> str:
    """How many notes and cards a deck has."""
    return f"{number(len(made.deck.notes), 'note')}, {number(made.cards.total(), 'card')}"


def tally(made: Build) -> Mapping[str, int]:
    """How many notes were added, changed and dropped since the last release."""
    old = made.last.notes.values() if made.last else ()
    before = {note.guid: note.hash for note in old}
    now = {note.guid: note.hash for note in made.record.notes.values()}
    return {
        "added": len(now.keys() - before.keys()),
        "changed": sum(before[guid] != now[guid] for guid in now.keys() & before.keys()),
        "dropped": len(before.keys() - now.keys()),
    }


def summary(made: Build, path: Path) -> list[str]:
    """What was made, in a person's words."""
    notes = [note.kind for note in made.deck.notes]
    cards = made.cards
    lines = [f"{path}: {counts(made)} from {made.article.path}"]
    lines += [
        f"  {each.section:<10} {notes.count(each.kind):>5} {number(cards[each.kind], 'card'):>12}"
        for each in KINDS
        if notes.count(each.kind)
    ]
    if made.last and made.record != made.last:
        changes = [f"{count} {what}" for what, count in tally(made).items() if count]
        told = ", ".join(changes) or "templates or deck"
        lines.append(f"  since {made.last.title}: {told}; give it away after 'flashgen release'")
    if silent := [item.key for item in made.curation.items if not item.ask]:
        keys = ", ".join(silent[:_NAMED]) + ", …" * (len(silent) > _NAMED)
        without = f"{number(len(silent), 'fact')} without a card ({keys})"
        lines.append(f"  {without}: a 'who' or 'what' gives one")
    for section, names in made.resolution.uncurated.items():
        if names:
            lines.append(f"  the article also names these {section}: {', '.join(names)}")
    return lines
