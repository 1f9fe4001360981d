"""What the commands share: their look, their options, and how they speak to a person."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from flashgen.calendar_change import CalendarChange
from flashgen.errors import InputError, Problem
from flashgen.pipeline import Build, build_deck, deck_folders
from flashgen.release.record import write_record
from flashgen.rules.dates.sides import read_change
from flashgen.types import Article

# What cannot be read is for the library to say, as one line with the mend.
PATH = click.Path(path_type=Path, readable=False)
DIST = Path("dist")
_ROOT = Path("decks")
_LATEST = int(datetime(9999, 12, 31, tzinfo=UTC).timestamp())


class Group(click.Group):
    """The one place where input problems become output and exit status 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an input problem is printed, one line each."""
        try:
            return super().invoke(ctx)
        except InputError as error:
            complain(error.problems)
            ctx.exit(1)


class Example(click.Command):
    """A command whose help ends with an example, as typed."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the example."""
        with formatter.section("Example"):
            for line in (self.epilog or "").splitlines():
                formatter.write_text(line.strip())


class Change(click.ParamType[CalendarChange]):
    """A country of the table of calendar changes, or a day."""

    name = "change of calendar"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> CalendarChange:
        """Read the option's value."""
        try:
            return value if isinstance(value, CalendarChange) else read_change(value)
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
calendar_change_option = click.option(
    "--calendar-change",
    type=Change(),
    metavar="COUNTRY|DAY",
    help="Read plain dates as this country counted (Old Style up to its change of calendar, New "
    "Style from then on); or name the first New Style day, such as 1918-02-14.",
)
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Only say what is wrong.")
verbose_option = click.option(
    "-v", "--verbose", is_flag=True, help="Also say what was set aside, and why."
)


def say(text: str) -> None:
    """Write to standard output. Raises InputError where a full disk takes no more."""
    try:
        click.echo(text)
    except OSError as error:
        if error.errno == errno.EPIPE:  # the reader of a pipe has gone: click knows what to do
            raise
        message = f"cannot be written: {error.strerror}; make room"
        raise InputError.at(Path("standard output"), message) from error


def complain(problems: Iterable[Problem]) -> None:
    """Write each problem to standard error, as one line."""
    for problem in problems:
        click.echo(str(problem), err=True)


def say_set_aside(article: Article) -> None:
    """Write what was not read of an article to standard error, and why."""
    for part in article.set_aside:
        words = article.tidy(part.span)
        excerpt = words if len(words) <= 60 else words[:59] + "…"
        click.echo(
            f"{article.locate(part.span.start)}: set aside, {part.reason}: {excerpt}", err=True
        )


def number(count: int, noun: str) -> str:
    """A count with its noun."""
    return f"{count} {noun if count == 1 else noun + 's'}"


def folders_of(deck_dir: Path | None, **single: object) -> Sequence[Path]:
    """The decks to work on; an option that fits one deck only is refused for several."""
    if deck_dir is not None:
        return (deck_dir,)
    folders = deck_folders(_ROOT)
    named = [f"--{name}" for name, value in single.items() if value is not None]
    if len(folders) > 1 and named:
        raise click.UsageError(f"{named[0]} fits one deck; there are {len(folders)}: name one.")
    return folders


def made_from(folder: Path, article: Path | None, templates: Path | None) -> Build:
    """The deck of a folder; what has changed is of SOURCE_DATE_EPOCH, where that is set."""
    layers = (templates,) if templates else ()
    return build_deck(folder, article, layers, time=source_date())


def source_date() -> int | None:
    """The time that SOURCE_DATE_EPOCH names, in seconds UTC; None where it is not set.

    See https://reproducible-builds.org/specs/source-date-epoch/.
    """
    text = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not text:
        return None
    # Anki keeps times as 64 bits, but shows days: what has no day is a mistake.
    figures = text.isascii() and text.isdigit() and len(text) <= len(str(_LATEST))
    if not (figures and int(text) <= _LATEST):
        message = f"'{text}' is no time; give seconds since 1970, such as 1764028800, or unset it"
        raise InputError.at(Path("SOURCE_DATE_EPOCH"), message)
    return int(text)


def begin_record(made: Build) -> None:
    """The first build begins the record; a folder that takes no file is no obstacle."""
    if made.last is None:
        try:
            write_record(made.record_path, made.record)
        except InputError as error:
            complain(error.problems)


def check_outputs(packages: Sequence[tuple[Build, Path]]) -> None:
    """Raise InputError where a file would overwrite another one, or what it is made from."""
    first: dict[str, Path] = {}
    for made, path in packages:
        source, target = made.curation.path, os.path.realpath(path)
        if target in map(os.path.realpath, (source, made.article.path, made.record_path)):
            raise InputError.at(path, "is what the deck is made from; name another file with -o")
        other = first.setdefault(target, source)
        if other is not source:
            raise InputError.at(
                source, f"deck.id: '{made.deck.id}' is that of {other}; take another"
            )


def with_progress(folders: Sequence[Path], quiet: bool) -> Iterable[Path]:
    """The folders, with a bar on a terminal where there are several."""
    if quiet or len(folders) < 2 or not sys.stderr.isatty():
        return folders
    return _bar(folders)


def _bar(folders: Sequence[Path]) -> Iterator[Path]:
    with click.progressbar(folders, label="Building", file=sys.stderr) as bar:
        yield from bar


def counts(made: Build) -> str:
    """How many notes and cards a deck has."""
    return f"{number(len(made.deck.notes), 'note')}, {number(made.cards.total(), 'card')}"


def tally(made: Build) -> Mapping[str, int]:
    """How many notes were added, changed and dropped since the last release."""
    old = made.last.notes.values() if made.last else ()
    before = {note.guid: note.hash for note in old}
    now = {note.guid: note.hash for note in made.record.notes.values()}
    return {
        "added": len(now.keys() - before.keys()),
        "changed": sum(before[guid] != now[guid] for guid in now.keys() & before.keys()),
        "dropped": len(before.keys() - now.keys()),
    }
