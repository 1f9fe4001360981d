"""How long a package of many notes takes, beside bare genanki's of the same notes.

Usage: python benchmarks/package.py [NOTES] [--rounds N]

The notes (50000) are the shipped deck's own, over and over under other keys; both programs get the
same fields, tags, templates and style in the same process, in turn, N times (3). Seconds are those
of the processor; the ratio is the figure to compare. Both write their file, whole.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import count, islice
from pathlib import Path

import genanki

from flashgen.package import write_package
from flashgen.pipeline import Build, build_deck

DECK = Path(__file__).parent.parent / "decks" / "october-1917"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("notes", nargs="?", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    made = _of_many(build_deck(DECK), options.notes)
    times: dict[str, list[float]] = {"genanki": [], "flashgen": []}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.apkg"
        for _ in range(options.rounds):
            times["genanki"].append(_seconds(lambda: _bare(made, path)))
            times["flashgen"].append(
                _seconds(lambda: write_package(made.deck, made.note_types, path))
            )
    bare = statistics.median(times["genanki"])
    print(f"{options.notes:,} notes {'seconds':>12} {'ratio':>6}")
    for name, seconds in times.items():
        taken = statistics.median(seconds)
        print(f"{name:<12} {taken:>12.2f} {taken / bare:>6.2f}")


def _of_many(made: Build, size: int) -> Build:
    """The build with so many notes, each with a key and a GUID of its own."""
    notes = (
        replace(note, key=f"{note.key}-{turn}", guid=f"{note.guid}{turn}")
        for turn in count()
        for note in made.deck.notes
    )
    return replace(made, deck=replace(made.deck, notes=tuple(islice(notes, size))))


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _bare(made: Build, path: Path) -> None:
    """The same notes by genanki alone, as its manual has it."""
    models = {
        kind: genanki.Model(
            made_of.id,
            made_of.name,
            fields=[{"name": name} for name in made_of.fields],
            templates=[
                {"name": card.name, "qfmt": card.front, "afmt": card.back} for card in made_of.cards
            ],
            css=made_of.css,
        )
        for kind, made_of in made.note_types.items()
    }
    deck = genanki.Deck(1, made.deck.name)
    for note in made.deck.notes:
        fields = [note.fields.get(name, "") for name in made.note_types[note.kind].fields]
        tags = made.deck.tags_of(note)
        deck.add_note(
            genanki.Note(model=models[note.kind], fields=fields, tags=tags, guid=note.guid)
        )
    genanki.Package(deck).write_to_file(path)


if __name__ == "__main__":
    main()
