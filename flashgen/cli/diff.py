"""The command that shows what changed in a deck."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from flashgen.cli.shared import PATH, Example, article_option, say, templates_option
from flashgen.errors import InputError

if TYPE_CHECKING:
    from flashgen.diff.edition import Edition
    from flashgen.pipeline import Build

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
    from flashgen.cli import decks
    from flashgen.diff.compare import compare
    from flashgen.diff.writers import as_json, as_markdown, as_text

    compared: list[tuple[Edition, Edition, tuple[str, ...]]] = []
    if new is not None and old is not None:
        before, passing = _edition(old, article, templates)
        after, also = _edition(new, article, templates)
        compared.append((before, after, passing or also))
    elif old is not None and (old.is_file() or old.suffix in (".apkg", ".colpkg")):
        raise click.UsageError("to compare a package, name two: flashgen diff OLD NEW")
    else:
        several = {"article": article, "format": form if form == "json" else None}
        folders = decks.folders_of(old, **several)
        compared += [_since_release(decks.made_from(each, article, templates)) for each in folders]
    writers = {
        "text": lambda changes: as_text(
            changes,
            width=shutil.get_terminal_size().columns,
            paint=painted if _colored() else None,
        ),
        "json": as_json,
        "markdown": as_markdown,
    }
    for before, after, passing in compared:
        say(writers[form](compare(before, after, passing)).rstrip("\n"))


def _since_release(made: Build) -> tuple[Edition, Edition, tuple[str, ...]]:
    from flashgen.diff.edition import edition_of

    if made.last is None:
        raise InputError.at(made.record_path, "no such file, so nothing to compare with; build")
    return (
        edition_of(made.last, made.last.title),
        edition_of(made.record, "the deck as it stands"),
        (),
    )


def _edition(
    path: Path, article: Path | None, templates: Path | None
) -> tuple[Edition, tuple[str, ...]]:
    """What a folder or a package holds, and the fields that the record of a folder leaves out."""
    if not path.is_dir():
        from flashgen.diff.packages import read_package

        return read_package(path), ()
    from flashgen.cli.decks import made_from
    from flashgen.diff.edition import edition_of

    made = made_from(path, article, templates)
    passing = {name for note_type in made.note_types.values() for name in note_type.incidental}
    return edition_of(made.record, str(path), made.deck.about), tuple(sorted(passing))


def painted(kind: str, word: str) -> str:
    """A word of a report in the colours of its kind: "removed", "title" or another."""
    return click.style(word, **_STYLES.get(kind, {}))


def _colored() -> bool:
    """Whether to use colours: https://no-color.org."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
