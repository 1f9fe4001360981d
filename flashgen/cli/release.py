"""The commands that bring a deck to those who have it already."""

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
    say_problems,
    templates_option,
    with_progress,
)

if TYPE_CHECKING:
    from flashgen.pipeline import Build


@click.command(cls=Example, epilog="flashgen release decks/october-1917")
@deck_argument
@article_option
@templates_option
@output_option
@click.option(
    "--name", default="", help="What to call the release; by default it gets the next number."
)
@quiet_option
def release(
    deck_dir: Path | None,
    article: Path | None,
    templates: Path | None,
    output: Path | None,
    name: str,
    quiet: bool,
) -> None:
    """Make a release of DECK_DIR, or of every deck under decks/: what you give to learners.

    The package is written, and the record of the release (release.json, for version
    control): every note that has changed since the last release is newer in it, so
    that Anki takes it, and every other note is as old as it was, so that Anki leaves
    it alone. The deck's description names the release, and so does a tag of each note
    that it brought.
    """
    from flashgen import steps
    from flashgen.cli import decks

    folders = decks.folders_of(deck_dir, article=article, output=output, name=name or None)
    builds = [
        steps.made_from(folder, article=article, templates=templates)
        for folder in with_progress(folders, quiet)
    ]
    releases = [steps.released(made, name) for made in builds]
    packages = [(made, steps.package_of(made.deck.id, output)) for made in releases]
    steps.check_outputs(packages)
    for before, (made, path) in zip(builds, packages, strict=True):
        complain(steps.write_release(made, path))
        if not quiet:
            say(_told(before, made, path, name))
            say_problems(made)


def _told(before: Build, made: Build, path: Path, name: str) -> str:
    from flashgen.cli.decks import counts

    latest = made.record.latest
    if made is before:
        unused = f", and nothing is called '{name}'" if name not in ("", latest) else ""
        return f"{path}: release {latest} again, {counts(made)}: nothing has changed since{unused}"
    of_it = [note for note in made.deck.notes if note.release == latest]
    new = sum(made.record.notes[note.label].added == latest for note in of_it)
    return (
        f"{path}: release {latest}, {counts(made)}: {number(new, 'note')} new, "
        f"{len(of_it) - new} changed; keep {made.record_path} in version control"
    )


@click.command(cls=Example, epilog="flashgen push decks/october-1917")
@deck_argument
@article_option
@templates_option
@click.option(
    "--url",
    default="http://127.0.0.1:8765",
    show_default=True,
    help="Where AnkiConnect listens on this machine.",
)
@click.option(
    "--key",
    default="",
    envvar="ANKICONNECT_KEY",
    help="The 'apiKey' of AnkiConnect, if it has one; or set ANKICONNECT_KEY.",
)
@click.option("--dry-run", is_flag=True, help="Only show what a push would do.")
@quiet_option
def push(
    deck_dir: Path | None,
    article: Path | None,
    templates: Path | None,
    url: str,
    key: str,
    dry_run: bool,
    quiet: bool,
) -> None:
    """Send DECK_DIR, or every deck under decks/, to the Anki that runs on this machine.

    Anki needs the add-on AnkiConnect (code 2055492159). The first time the whole deck is
    imported. After that your changes are made field by field, released or not, and the
    output names each: My notes, tags and other words of the learner's stay, and a note
    that the learner deleted is not made again. Only where you changed the same field
    does yours take its place.
    """
    from flashgen import steps
    from flashgen.cli import decks
    from flashgen.pushing.report import report

    folders = decks.folders_of(deck_dir, article=article)
    builds = [
        steps.made_from(folder, article=article, templates=templates)
        for folder in with_progress(folders, quiet)
    ]
    for made in map(steps.to_push, builds):
        complain(made.faults)
        plan, told = steps.send(made, url=url, key=key, dry_run=dry_run)
        complain(told)
        if not quiet:
            say(*report(plan, decks.counts(made), dry_run=dry_run))
            say_problems(made)
