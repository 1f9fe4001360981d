"""The command that makes a deck."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    say_set_aside,
    templates_option,
    verbose_option,
    with_progress,
)

if TYPE_CHECKING:
    from flashgen.pipeline import Build

    Outputs = Sequence[tuple[Build, Path]]


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
    help="A package, or text files, one for each kind, that leave 'My notes' and tags alone.",
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
    from flashgen import steps
    from flashgen.cli import decks

    if since and form != "tsv":
        raise click.UsageError("--since needs --format tsv: a package always holds the whole deck.")
    folders = decks.folders_of(deck_dir, article=article, output=output, since=since or None)
    # All decks are made before the first is written: a mistake in one leaves all packages alone.
    builds = [
        steps.made_from(folder, article=article, templates=templates)
        for folder in with_progress(folders, quiet)
    ]
    packages = [(made, steps.package_of(made.deck.id, output, form)) for made in builds]
    written = _packages(packages) if form == "apkg" else _texts(packages, since)
    for made, told in written:
        complain(made.faults)
        if not quiet:
            say(*told)
            say_problems(made)
        if verbose:
            say_set_aside(made.article)


def _packages(packages: Outputs) -> Iterator[tuple[Build, list[str]]]:
    """Write the packages; yields what each holds, in a person's words."""
    from flashgen import steps
    from flashgen.cli import decks

    steps.check_outputs(packages)
    for made, path in packages:
        complain(steps.write_build(made, path))
        yield made, decks.summary(made, path)


def _texts(packages: Outputs, since: str) -> Iterator[tuple[Build, list[str]]]:
    """Write the texts for Anki's text import; yields what they hold, in a person's words."""
    from flashgen import steps
    from flashgen.text_import import as_text_import

    news = [as_text_import(made.deck, made.note_types, made.record, since) for made, _ in packages]
    files = [
        {path.with_stem(f"{path.stem}-{kind}"): text for kind, text in each.texts.items()}
        for (_, path), each in zip(packages, news, strict=True)
    ]
    steps.check_outputs((m, f) for (m, _), of in zip(packages, files, strict=True) for f in of)
    for (made, _), each, texts in zip(packages, news, files, strict=True):
        for file, (text, _) in texts.items():
            steps.write_file(file, text)
        complain((*steps.still_to_come(made), *steps.begin_record(made)))
        after = f", what has changed since release {each.since}" if each.since else ""
        yield (
            made,
            [
                f"{file}: {number(notes, 'note')} for Anki's text import{after}"
                for file, (_, notes) in texts.items()
            ],
        )
