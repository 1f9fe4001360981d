"""The command that makes a deck."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from flashgen.cli.shared import (
    Example,
    article_option,
    complain,
    deck_argument,
    number,
    output_option,
    quiet_option,
    say,
    say_hints,
    say_set_aside,
    templates_option,
    verbose_option,
    with_progress,
)

if TYPE_CHECKING:
    from flashgen.pipeline import Build


@click.command(cls=Example, epilog="flashgen build decks/october-1917 -o october.apkg")
@deck_argument
@article_option
@templates_option
@output_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["apkg", "tsv"]),
    default="apkg",
    show_default=True,
    help="A package, or a text file that updates notes and leaves 'My notes' and tags alone.",
)
@click.option(
    "--since",
    metavar="RELEASE",
    default="",
    help="With --format tsv: the release that your learners have; by default the one before.",
)
@quiet_option
@verbose_option
def build(
    deck_dir: Path | None,
    article: Path | None,
    templates: Path | None,
    output: Path | None,
    form: str,
    since: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Build the Anki package of DECK_DIR, or of every deck under decks/.

    DECK_DIR is a folder with a deck.yaml and an article. Nothing is written if
    something in them is wrong. What has not changed since the last release keeps
    its time, so that Anki leaves it alone; the first build begins the record of
    releases (release.json).
    """
    from flashgen import library
    from flashgen.cli import decks

    if since and form != "tsv":
        raise click.UsageError("--since needs --format tsv: a package always holds the whole deck.")
    folders = decks.folders_of(deck_dir, article=article, output=output, since=since or None)
    # All decks are made before the first is written: a mistake in one leaves all packages alone.
    builds = [
        library.made_from(folder, article=article, templates=templates)
        for folder in with_progress(folders, quiet)
    ]
    packages = [(made, library.package_of(made, output, form)) for made in builds]
    library.check_outputs(packages)
    for made, path in packages:
        if form == "apkg":
            complain(library.write_build(made, path))
            told = decks.summary(made, path)
        else:
            told = _write_text(made, path, since)
        complain(made.faults)
        if not quiet:
            say(told)
            say_hints(made)
        if verbose:
            say_set_aside(made.article)


def _write_text(made: Build, path: Path, since: str) -> str:
    """Write the text for Anki's text import; returns what it holds, in a person's words."""
    from flashgen.library import begin_record, still_to_come, write_file
    from flashgen.text_import import as_text_import

    news = as_text_import(made.deck, made.note_types, made.record, since)
    write_file(path, news.text)
    complain((*still_to_come(made), *begin_record(made)))
    after = f", what has changed since release {news.since}" if news.since else ""
    return f"{path}: {number(news.notes, 'note')} for Anki's text import{after}"
