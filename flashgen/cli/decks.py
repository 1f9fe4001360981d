"""What the commands do with decks: make them, and tell of them."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from flashgen.cli.shared import complain, number
from flashgen.deck.kinds import KINDS
from flashgen.errors import InputError
from flashgen.pipeline import Build, build_deck, deck_folders
from flashgen.release.record import write_record

_ROOT = Path("decks")
_LATEST = int(datetime(9999, 12, 31, tzinfo=UTC).timestamp())


def folders_of(deck_dir: Path | None, **single: object) -> Sequence[Path]:
    """The decks to work on; an option that fits one deck only is refused for several."""
    if deck_dir is not None:
        return (deck_dir,)
    folders = deck_folders(_ROOT)
    named = [f"--{name}" for name, value in single.items() if value is not None]
    if len(folders) > 1 and named:
        raise click.UsageError(f"{named[0]} fits one deck; there are {len(folders)}: name one.")
    return folders


def made_from(folder: Path, article: Path | None, templates: Path | None) -> Build:
    """The deck of a folder; what has changed is of SOURCE_DATE_EPOCH, where that is set."""
    layers = (templates,) if templates else ()
    return build_deck(folder, article, layers, time=source_date())


def source_date() -> int | None:
    """The time that SOURCE_DATE_EPOCH names, in seconds UTC; None where it is not set.

    See https://reproducible-builds.org/specs/source-date-epoch/.
    """
    text = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not text:
        return None
    # Anki keeps times as 64 bits, but shows days: what has no day is a mistake.
    figures = text.isascii() and text.isdigit() and len(text) <= len(str(_LATEST))
    if not (figures and int(text) <= _LATEST):
        message = f"'{text}' is no time; give seconds since 1970, such as 1764028800, or unset it"
        raise InputError.at(Path("SOURCE_DATE_EPOCH"), message)
    return int(text)


def begin_record(made: Build) -> None:
    """The first build begins the record; a folder that takes no file is no obstacle."""
    if made.last is None:
        try:
            write_record(made.record_path, made.record)
        except InputError as error:
            complain(error.problems)


def check_outputs(packages: Sequence[tuple[Build, Path]]) -> None:
    """Raise InputError where a file would overwrite another one, or what it is made from."""
    first: dict[str, Path] = {}
    for made, path in packages:
        source, target = made.curation.path, os.path.realpath(path)
        if target in map(os.path.realpath, (source, made.article.path, made.record_path)):
            raise InputError.at(path, "is what the deck is made from; name another file with -o")
        other = first.setdefault(target, source)
        if other is not source:
            raise InputError.at(
                source, f"deck.id: '{made.deck.id}' is that of {other}; take another"
            )


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


def summary(made: Build, path: Path) -> str:
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
    silent = sum(not item.ask for item in made.curation.items)
    if silent:
        lines.append(
            f"  {number(silent, 'fact')} of deck.yaml without a question: give a 'who' or 'what'"
        )
    for section, names in made.resolution.uncurated.items():
        if names:
            lines.append(f"  the article also names these {section}: {', '.join(names)}")
    return "\n".join(lines)
