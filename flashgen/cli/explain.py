"""The command that says why the rules saw what they saw."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flashgen.cli.shared import Example, calendar_option, show, year_option

if TYPE_CHECKING:
    from flashgen.dates.countries import Country

# "article.txt:12", and what stands in messages: "article.txt:12:5".
_WITH_LINE = re.compile(r"(.+?):([0-9]{1,9})(?::[0-9]+)?")


@click.command(cls=Example, epilog="flashgen explain article.txt:12")
@click.argument("article", metavar="ARTICLE[:LINE]")
@year_option
@calendar_option
def explain(article: str, year: int | None, calendar: Country | None) -> None:
    """Say why the rules see what they see in ARTICLE, or on one LINE of it.

    Each find comes with its reading, the rules that spoke for it and against it, the
    one that counted most first, and what to write in deck.yaml where it is wrong.
    """
    from flashgen.explain import explain as explain_mentions
    from flashgen.reading import read_article
    from flashgen.rules import find_mentions

    path, line = _place(article)
    source = read_article(path)
    mentions = find_mentions(source, year=year, calendar=calendar)
    show(explain_mentions(source, mentions, line))


def _place(article: str) -> tuple[Path, int | None]:
    """A file and the line in it, if one is named."""
    match = _WITH_LINE.fullmatch(article)
    if match is None or Path(article).exists():
        return Path(article), None
    return Path(match[1]), int(match[2])
