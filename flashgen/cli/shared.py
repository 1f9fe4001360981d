"""What the commands share: their look, their options, and how they speak to a person.

Nothing here needs more than click, so that a help text comes at once.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from flashgen.errors import Argument, Problem, Severity
from flashgen.printing import printable

if TYPE_CHECKING:
    from flashgen.article import Article
    from flashgen.dates.countries import Country
    from flashgen.pipeline import Build

_COLORS: Mapping[Severity, Mapping[str, Any]] = {
    Severity.FAULT: {"fg": "red", "bold": True},
    Severity.HINT: {"fg": "cyan"},
}

# What cannot be read is for the library to say, as one line with the mend.
PATH = click.Path(path_type=Path, readable=False)


class Example(click.Command):
    """A command whose help ends with an example, as typed."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the example."""
        with formatter.section("Example"):
            for line in (self.epilog or "").splitlines():
                formatter.write_text(line.strip())


class CountryOption(click.ParamType["Country"]):
    """A country of the table of calendar changes, or a day."""

    name = "country"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Country:
        """Read the option's value."""
        from flashgen.dates.countries import Country, read_country

        try:
            return value if isinstance(value, Country) else read_country(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


deck_argument = click.argument("deck_dir", required=False, type=PATH)
article_option = click.option(
    "--article", type=PATH, help="Build from this article instead of the deck's own."
)
templates_option = click.option(
    "--templates",
    type=PATH,
    help="A folder of templates, or a theme (large, modern, slate); its files win over the others.",
)
output_option = click.option(
    "-o",
    "--output",
    type=PATH,
    help="The file to write; by default dist/NAME.apkg, NAME being the deck's id.",
)
year_option = click.option(
    "--year", type=click.IntRange(1, 9999), help="The year of the dates that do not state one."
)
calendar_option = click.option(
    "--calendar",
    "--calendar-change",
    type=CountryOption(),
    metavar="COUNTRY",
    help="Read plain dates as this country counted (Old Style up to its change of calendar, New "
    "Style from then on); or name julian, gregorian or the first New Style day, such as "
    "1918-02-14.",
)
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Only say what is wrong.")
verbose_option = click.option(
    "-v", "--verbose", is_flag=True, help="Also say what was set aside, and why."
)


def say(*lines: str) -> None:
    """Write lines to standard output: what in one of them would break it or steer is replaced."""
    for line in lines:
        click.echo(printable(line))


def show(document: str, *, painted: bool = False) -> None:
    """Write a text of many lines, in which nothing foreign breaks one.

    What is ``painted`` has colours, and nothing foreign that steers.
    """
    click.echo(document) if painted else say(*document.split("\n"))


def is_colored(stream: TextIO) -> bool:
    """Whether to use colours: https://no-color.org."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def complain(problems: Iterable[Problem]) -> None:
    """Write each problem to standard error, as one line; coloured on a terminal."""
    colored = is_colored(sys.stderr)
    for problem in problems:
        # The library's arguments are options here.
        dashes = "--" if isinstance(problem.where, Argument) else ""
        line = str(problem)
        if colored and problem.severity in _COLORS:
            kind = f"{problem.severity}:"
            line = line.replace(kind, click.style(kind, **_COLORS[problem.severity]), 1)
        click.echo(f"{dashes}{line}", err=True)


def counted(problems: Iterable[Problem]) -> str:
    """How many problems there are of each severity: "2 faults, 14 hints"; "" if there are none."""
    count = Counter(problem.severity for problem in problems)
    return ", ".join(number(count[each], str(each)) for each in Severity if count[each])


def say_problems(made: Build) -> None:
    """Write how many faults and hints there are for a deck, and which command shows them."""
    if made.problems:
        say(f"  {counted(made.problems)}: see flashgen check {made.curation.path.parent}")


def say_set_aside(article: Article) -> None:
    """Write what was not read of an article to standard error, and why."""
    for part in article.set_aside:
        words = article.tidy(part.span)
        excerpt = words if len(words) <= 60 else words[:59] + "…"
        where = article.locate(part.span.start)
        click.echo(printable(f"{where}: set aside, {part.reason}: {excerpt}"), err=True)


def number(count: int, noun: str) -> str:
    """A count with its noun."""
    return f"{count} {noun if count == 1 else noun + 's'}"


def with_progress(folders: Sequence[Path], quiet: bool) -> Iterable[Path]:
    """The folders, with a bar on a terminal where there are several."""
    if quiet or len(folders) < 2 or not sys.stderr.isatty():
        return folders
    return _bar(folders)


def _bar(folders: Sequence[Path]) -> Iterator[Path]:
    with click.progressbar(folders, label="Building", file=sys.stderr) as bar:
        yield from bar
