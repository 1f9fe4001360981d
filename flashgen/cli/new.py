"""The command that begins a deck."""

from __future__ import annotations

import shlex
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from flashgen.cli.shared import (
    PATH,
    Example,
    calendar_option,
    number,
    output_option,
    quiet_option,
    say,
    say_set_aside,
    verbose_option,
    year_option,
)

if TYPE_CHECKING:
    from flashgen.dates.countries import Country
    from flashgen.pipeline import Build


@click.command(cls=Example, epilog="flashgen new page.html --into decks/my-deck")
@click.argument("article")
@click.option(
    "--into", type=PATH, help="The folder to make; by default decks/ID, ID being the title's."
)
@click.option(
    "--chapter",
    metavar="N|TITLE",
    default="",
    help="The chapter of an e-book, by its number or a part of its title; or all.",
)
@output_option
@year_option
@calendar_option
@quiet_option
@verbose_option
def new(
    article: str,
    into: Path | None,
    chapter: str,
    output: Path | None,
    year: int | None,
    calendar: Country | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Make a deck of ARTICLE: its folder, a draft to correct, and the package.

    ARTICLE is a text (.txt, .md), a web page as a browser saves it (.html, .mhtml), a Word
    document (.docx), an e-book (.epub) or a PDF with text in it, or - for standard input.
    The folder gets the text (article.md or article.txt), which is yours from then on, and
    deck.yaml. What exists is never overwritten; where anything fails, nothing is left.
    """
    from flashgen import library, steps

    source: str | BinaryIO = sys.stdin.buffer if article == "-" else article
    made = library.new(source, into, output, chapter=chapter, year=year, calendar=calendar)
    if not quiet:
        say(*_told(made, steps.package_of(made.deck.id, output)))
    if verbose:
        say_set_aside(made.article)


def _told(made: Build, package: Path) -> list[str]:
    """What was made, and what to do next, in six lines at most."""
    from flashgen.cli.decks import counts
    from flashgen.deck.waiting import read_waiting

    article, deck = made.article, made.curation.path
    aside = Counter(part.reason.value for part in article.set_aside)
    rest = ", ".join(f"{count} × {reason}" for reason, count in aside.most_common()) or "nothing"
    drafted = Counter(type(item) for item in made.curation.items)
    facts = ", ".join(
        f"{count} {kind.kind if count == 1 else kind.section}" for kind, count in drafted.items()
    )
    waiting = len(read_waiting(deck).todo)
    wait = f"; {number(waiting, 'fact')} {'waits' if waiting == 1 else 'wait'} under todo"
    folder = shlex.quote(str(deck.parent))
    lines = [
        f"{article.path}: {number(len(article.paragraphs), 'paragraph')}; set aside: {rest}",
        f"{deck}: a draft of {facts or 'no facts'}{wait if waiting else ''}",
        f"{package}: {counts(made)}",
        f"next: correct {deck}, then: flashgen check {folder} && flashgen build {folder}",
    ]
    if not made.curation.source.title:
        lines.insert(
            2,
            f"{deck}: the article has no title; mend 'name' and 'topic' under 'deck', and name it "
            "on each card: source: {title: …}",
        )
    return lines
