"""The text file of a small deck, and what real Anki makes of it."""

import shutil
from dataclasses import replace
from pathlib import Path

from anki.cards import Card
from anki.collection import ImportCsvRequest

from tests.conftest import Run
from tests.releases.author import edit
from tests.releases.learner import Belongings, Counts, Learner

NAME = "The Siege"
TERMS = """\
  moat: {term: moat, meaning: water around a wall, literally: a mound, cite: a dictionary}
  ravelin: {term: ravelin, meaning: work before a gate, cite: a dictionary, ask: [meaning]}
  glacis: {term: glacis, meaning: slope before a wall, cite: a dictionary}
"""
SALLY = "  sally: {term: sally, meaning: way out, cite: a dictionary, tags: [gates]}\n"
# What learners of the first release have, and what the second one changes of it.
CHANGED = ("term/bastion", "term/moat", "term/ravelin")


def change(deck: Path) -> None:
    """Reword a fact, empty a field, ask more, add a fact."""
    edit(deck,
         "part of a wall that juts out", "part of a wall that stands out",
         "literally: a mound, ", "",
         "cite: a dictionary, ask: [meaning]}", "cite: a dictionary, ask: [meaning, term]}",
         "  glacis:", f"{SALLY}  glacis:")  # fmt: skip


def text_of(deck: Path, run: Run, *options: str) -> Path:
    """The folder of the text files of a deck, beside it."""
    folder = deck.parent / "texts"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    result = run("build", deck, "--format", "tsv", "-o", folder / "deck.tsv", "-q", *options)
    assert (result.exit_code, result.stderr) == (0, "")
    return folder


def imports_text(learner: Learner, folder: Path) -> Counts:
    """Import text files as Anki's window does: with all that Anki reads from each file itself."""
    collection, every = learner.collection, Counts()
    for path in map(str, sorted(folder.iterdir())):
        metadata = collection.get_csv_metadata(path, None)
        log = collection.import_csv(ImportCsvRequest(path=path, metadata=metadata)).log
        counts = Counts(*(len(getattr(log, fate)) for fate in Counts._fields))
        assert sum(counts) == log.found_notes, "a note met another fate"
        every = Counts(*map(sum, zip(every, counts, strict=True)))
    learner.reopens()
    return every


def untouched(has: Belongings, before: Belongings, *changed: str) -> Belongings:
    """What somebody has of what they had before, without the notes of these GUIDs.

    Nor the settings: Anki keeps there how to import, and the position of the next new card.
    """
    return replace(
        has,
        settings={},
        cards={id_: has.cards[id_] for id_ in before.cards},
        notes={guid: has.notes[guid] for guid in before.notes.keys() - set(changed)},
    )


def fields(learner: Learner, label: str) -> dict[str, str]:
    return dict(learner.note(label).items())


def deck_of(learner: Learner, card: Card) -> str:
    return str(learner.collection.decks.name(card.did))
