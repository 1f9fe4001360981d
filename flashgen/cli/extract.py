"""The command that shows what the rules see."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flashgen.cli.shared import (
    PATH,
    Example,
    calendar_option,
    complain,
    quiet_option,
    say_set_aside,
    show,
    verbose_option,
    year_option,
)
from flashgen.errors import Problem

if TYPE_CHECKING:
    from flashgen.dates.countries import Country


@click.command(cls=Example, epilog="flashgen extract article.txt --format json")
@click.argument("article", type=PATH)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "yaml"]),
    default="table",
    show_default=True,
    help="A table to read, JSON with offsets, or the draft of a deck.yaml.",
)
@year_option
@calendar_option
@quiet_option
@verbose_option
def extract(
    article: Path,
    form: str,
    year: int | None,
    calendar: Country | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Show what the rules alone see in ARTICLE: people, dates, places, quotations.

    Offsets in the JSON count code points of the file, without a byte order mark.
    """
    from flashgen.drafting.draft import draft
    from flashgen.extract import as_json, as_table
    from flashgen.reading import read_article
    from flashgen.rules import find_mentions

    source = read_article(article)
    with _steps(quiet) as begin:
        mentions = find_mentions(source, year=year, calendar=calendar, begin=begin)
    writers = {
        "table": lambda: as_table(source, mentions, _columns()),
        "json": lambda: as_json(source, mentions),
        "yaml": lambda: draft(source, mentions, year, calendar),
    }
    show(writers[form]().rstrip("\n"))
    if not quiet:
        for mention in mentions.dates:
            if mention.warning:
                where = source.locate(mention.span.start)
                complain([Problem(where, f"{mention.surface}: {mention.warning}")])
    if verbose:
        say_set_aside(source)


def _columns() -> int:
    """The width of the terminal; a fixed one where the table goes to a file or a pipe."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 100


@contextmanager
def _steps(quiet: bool) -> Iterator[Callable[[str], None]]:
    """Something to call as each step begins: it moves a bar on a terminal, and nothing else."""
    from flashgen.rules import STEPS

    hidden = quiet or not sys.stderr.isatty()
    with click.progressbar(
        length=len(STEPS), file=sys.stderr, hidden=hidden, item_show_func=lambda step: step
    ) as bar:
        begun: list[str] = []

        def begin(step: str) -> None:
            bar.update(len(begun[-1:]), step)
            begun.append(step)

        yield begin
        bar.update(1)
