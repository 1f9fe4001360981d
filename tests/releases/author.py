"""An author: edits a copy of a deck and makes releases of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from flashgen.cli import main
from flashgen.releases.record import RECORD_NAME, read_record

# Three releases and the days of study between the first two, all of them over: what a test does
# now, by Anki's clock, comes after all releases. Seconds UTC.
FIRST, STUDIED, SECOND, THIRD = 1_700_000_000, 1_705_000_000, 1_710_000_000, 1_720_000_000


@dataclass(frozen=True)
class Release:
    """A release or a draft: the folder that it was made from, and its package."""

    deck: Path
    package: Path

    @property
    def guids(self) -> dict[str, str]:
        """The identities of its notes in Anki, by kind and key ("person/brandt")."""
        record = read_record(self.deck / RECORD_NAME)
        assert record is not None
        return {label: note.guid for label, note in record.notes.items()}


def released(
    former: Path,
    folder: Path,
    at: int | None,
    *changes: Callable[[Path], object],
    draft: bool = False,
) -> Release:
    """A release of the deck ``former`` with changes, made in ``folder``.

    ``at`` is its time in seconds UTC; None is now. A draft is what ``flashgen build`` makes.
    """
    made = Release(folder / "deck", folder / "deck.apkg")
    shutil.copytree(former, made.deck)
    for change in changes:
        change(made.deck)
    runner = CliRunner(env={"SOURCE_DATE_EPOCH": None if at is None else str(at)})
    command = ["build" if draft else "release", str(made.deck), "-o", str(made.package)]
    result = runner.invoke(main, command, catch_exceptions=False)
    assert (result.exit_code, result.stderr) == (0, "")
    return made


def edit(deck: Path, *words: str, file: str = "deck.yaml") -> None:
    """Replace words that stand in a file of the deck once: old, new, old, new, …."""
    path = deck / file
    text = path.read_text(encoding="utf-8")
    for old, new in zip(words[::2], words[1::2], strict=True):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def forget_releases(deck: Path) -> None:
    """Make the deck one that was never released."""
    (deck / RECORD_NAME).unlink(missing_ok=True)
