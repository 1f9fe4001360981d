"""The command that shows what changed in a deck."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from flashgen.cli.shared import PATH, Example, article_option, is_colored, show, templates_option

_GONE: Mapping[str, Any] = {"fg": "red", "strikethrough": True}
_COME: Mapping[str, Any] = {"fg": "green"}
_STYLES = {"title": {"bold": True}, "removed": _GONE, "went": _GONE, "added": _COME, "came": _COME}


@click.command(cls=Example, epilog="flashgen diff decks/october-1917")
@click.argument("old", required=False, type=PATH)
@click.argument("new", required=False, type=PATH)
@article_option
@templates_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="For the terminal, for a program, or for a changelog.",
)
def diff(
    old: Path | None,
    new: Path | None,
    article: Path | None,
    templates: Path | None,
    form: str,
) -> None:
    """Show what changed, note by note and word by word.

    With one deck folder, or with none for those under decks/: between its last release
    and the deck as it stands. With two of OLD and NEW: between them; each is a deck folder
    or a package, whoever made it (packages need Anki's own engine: pip install
    'flashgen[anki]').
    """
    from flashgen import library
    from flashgen.cli import decks
    from flashgen.editions.writers import as_json, as_markdown, as_text
    from flashgen.steps import PACKAGES

    if new is None and old is not None and old.suffix.lower() in PACKAGES:
        raise click.UsageError("to compare a package, name two: flashgen diff OLD NEW")
    several = {"article": article, "format": form if form == "json" else None}
    folders = [old] if new is not None else decks.folders_of(old, **several)
    writers = {
        "text": lambda changes: as_text(
            changes,
            width=shutil.get_terminal_size().columns,
            paint=painted if is_colored(sys.stdout) else None,
        ),
        "json": as_json,
        "markdown": as_markdown,
    }
    found = [
        library.diff(each or "", new, article=article, templates=templates) for each in folders
    ]
    for changes in found:
        show(writers[form](changes).rstrip("\n"), painted=True)


def painted(kind: str, word: str) -> str:
    """A word of a report in the colours of its kind: "removed", "title" or another."""
    return click.style(word, **_STYLES.get(kind, {}))
