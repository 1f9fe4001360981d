"""The command that brings a deck.yaml up to its article."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from flashgen.cli.shared import (
    Example,
    complain,
    deck_argument,
    number,
    quiet_option,
    say,
    with_progress,
)

if TYPE_CHECKING:
    from flashgen.syncing import Synced


@click.command(cls=Example, epilog="flashgen sync decks/october-1917 --dry-run")
@deck_argument
@click.option(
    "--dry-run", is_flag=True, help="Show the entries that would be added, and write nothing."
)
@quiet_option
def sync(deck_dir: Path | None, dry_run: bool, quiet: bool) -> None:
    """Propose in DECK_DIR's deck.yaml, or in every one under decks/, what the article has anew.

    New facts come under 'todo', each with its sentence above it: move into its section
    what is to be asked, and delete the rest. All else in the file stays as it is, to the
    letter, and what was proposed once, or is ignored, is not proposed again. Facts that
    the article no longer supports are reported. The deck.schema.json that 'flashgen new'
    wrote is renewed where it is that of another version of flashgen.
    """
    from flashgen import steps
    from flashgen.cli import decks

    # All are made before the first is written: a mistake in one leaves all files alone.
    found = [steps.to_sync(each) for each in with_progress(decks.folders_of(deck_dir), quiet)]
    for made in found:
        if not dry_run:
            steps.write_sync(made)
        complain(made.vanished)
        if not quiet:
            say(*_told(made, dry_run))


def _told(made: Synced, dry_run: bool) -> list[str]:
    """What was proposed, in a person's words."""
    from flashgen.deck.kinds import KINDS

    lines = made.entries.split("\n") if dry_run and made.entries else []
    if made.added_quotations:
        count = number(made.added_quotations, "quotation")
        lines.append(
            f"{made.path}: the deck has {count} by itself, so none is proposed; "
            "write them under 'quotations', or 'ignore' them"
        )
    for kind in () if dry_run else KINDS:
        keys = [item.key for item in made.new if isinstance(item, kind)]
        lines += [f"  {kind.section:<10} {', '.join(keys)}"] if keys else []
    if made.old_schema:
        lines.append(f"{made.schema_path}: {'to be renewed' if dry_run else 'renewed'}")
    new = f"{len(made.new)} {'to come' if dry_run else 'new'} under todo" if made.new else ""
    complete = f" ({made.complete} complete)" if made.complete else ""
    gone = f", {len(made.vanished)} vanished" if made.vanished else ""
    lines.append(f"{made.path}: {new or 'nothing new'}{complete}{gone}")
    return lines
