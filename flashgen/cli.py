"""The command line: a thin layer over the library, and the only module that knows click."""

from __future__ import annotations

import errno
import io
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from flashgen import __version__
from flashgen.article import read_article
from flashgen.calendar_change import CalendarChange
from flashgen.errors import InputError, Problem
from flashgen.extract import as_draft, as_json, as_table
from flashgen.package import write_package
from flashgen.pipeline import Build, build_deck, deck_folders
from flashgen.quality import judge
from flashgen.rules import STEPS, find_mentions
from flashgen.rules.dates.sides import read_change
from flashgen.types import Article

# What cannot be read is for the library to say, as one line with the mend.
_PATH = click.Path(path_type=Path, readable=False)
_ROOT = Path("decks")
_DIST = Path("dist")
_PLURALS = {
    "person": "people",
    "event": "events",
    "place": "places",
    "quotation": "quotations",
    "term": "terms",
}


class _Group(click.Group):
    """The one place where input problems become output and exit status 1."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except InputError as error:
            _complain(error.problems)
            ctx.exit(1)


def _say(text: str) -> None:
    """Write to standard output. Raises InputError where a full disk takes no more."""
    try:
        click.echo(text)
    except OSError as error:
        if error.errno == errno.EPIPE:  # the reader of a pipe has gone: click knows what to do
            raise
        message = f"cannot be written: {error.strerror}; make room"
        raise InputError.at(Path("standard output"), message) from error


def _complain(problems: Iterable[Problem]) -> None:
    for problem in problems:
        click.echo(str(problem), err=True)


class _Example(click.Command):
    """A command whose help ends with an example, as typed."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Example"):
            for line in (self.epilog or "").splitlines():
                formatter.write_text(line.strip())


class _Change(click.ParamType[CalendarChange]):
    """A country of the table of calendar changes, or a day."""

    name = "change of calendar"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> CalendarChange:
        try:
            return value if isinstance(value, CalendarChange) else read_change(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="flashgen")
def main() -> None:
    """Turn a history article and a curated YAML file into an Anki deck.

    Exit status: 0 all is well, 1 something in your files needs mending, 2 wrong usage.
    """
    # What is redirected to a file is read again as UTF-8, whatever the system's own encoding.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


_deck_argument = click.argument("deck_dir", required=False, type=_PATH)
_article_option = click.option(
    "--article", type=_PATH, help="Build from this article instead of the deck's own."
)
_templates_option = click.option(
    "--templates", type=_PATH, help="A folder of templates; its files win over the built-in ones."
)
_quiet_option = click.option("-q", "--quiet", is_flag=True, help="Only say what is wrong.")
_verbose_option = click.option(
    "-v", "--verbose", is_flag=True, help="Also say what was set aside, and why."
)


@main.command(cls=_Example, epilog="flashgen build decks/october-1917 -o october.apkg")
@_deck_argument
@_article_option
@_templates_option
@click.option(
    "-o",
    "--output",
    type=_PATH,
    help="The package to write; by default dist/NAME.apkg, NAME being the deck's id.",
)
@_quiet_option
@_verbose_option
def build(
    deck_dir: Path | None,
    article: Path | None,
    templates: Path | None,
    output: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Build the Anki package of DECK_DIR, or of every deck under decks/.

    DECK_DIR is a folder with a deck.yaml and an article. Nothing is written if
    something in them is wrong.
    """
    folders = _folders(deck_dir, article=article, output=output)
    # All decks are made before the first is written: a mistake in one leaves all packages alone.
    builds = [_build(folder, article, templates) for folder in _with_progress(folders, quiet)]
    packages = [(made, output or _DIST / f"{made.deck.id}.apkg") for made in builds]
    _check_outputs(packages)
    for made, path in packages:
        write_package(made.deck, made.note_types, path)
        _complain(made.resolution.warnings)
        if not quiet:
            _say(_summary(made, path))
        if verbose:
            _say_set_aside(made.article)


@main.command(cls=_Example, epilog="flashgen check decks/october-1917")
@_deck_argument
@_article_option
@_templates_option
@_quiet_option
@_verbose_option
@click.pass_context
def check(
    ctx: click.Context,
    deck_dir: Path | None,
    article: Path | None,
    templates: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Say what build would refuse or warn of, and which cards ask badly; write nothing.

    A card asks badly if its front is empty or gives the answer away, if another card has the
    same front, or if the answer is longer than 25 words. Exit status 1 if there is anything
    to mend.
    """
    found: list[Problem] = []
    for folder in _with_progress(_folders(deck_dir, article=article), quiet):
        try:
            made = _build(folder, article, templates)
        except InputError as error:
            found.extend(error.problems)
            continue
        problems = [*made.resolution.warnings, *judge(made.deck.notes, made.note_types)]
        found.extend(problems)
        if not quiet and not problems:
            _say(f"{folder}: {_counts(made)}, nothing to mend")
        if verbose:
            _say_set_aside(made.article)
    _complain(found)
    ctx.exit(1 if found else 0)


@main.command(cls=_Example, epilog="flashgen extract article.txt --format json")
@click.argument("article", type=_PATH)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "yaml"]),
    default="table",
    show_default=True,
    help="A table to read, JSON with offsets, or the draft of a deck.yaml.",
)
@click.option(
    "--year", type=click.IntRange(1, 9999), help="The year of the dates that do not state one."
)
@click.option(
    "--calendar-change",
    type=_Change(),
    metavar="COUNTRY|DAY",
    help="Read plain dates as this country counted (Old Style up to its change of calendar, New "
    "Style from then on); or name the first New Style day, such as 1918-02-14.",
)
@_quiet_option
@_verbose_option
def extract(
    article: Path,
    form: str,
    year: int | None,
    calendar_change: CalendarChange | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Show what the rules alone see in ARTICLE: people, dates, places, quotations.

    Offsets in the JSON count code points of the file, without a byte order mark.
    """
    source = read_article(article)
    with _steps(quiet) as begin:
        mentions = find_mentions(source, year=year, calendar_change=calendar_change, begin=begin)
    writers = {
        "table": lambda: as_table(source, mentions, _columns()),
        "json": lambda: as_json(source, mentions),
        "yaml": lambda: as_draft(source, mentions, year, calendar_change),
    }
    _say(writers[form]().rstrip("\n"))
    if not quiet:
        for mention in mentions.dates:
            if mention.warning:
                where = source.locate(mention.span.start)
                _complain([Problem(where, f"{mention.surface}: {mention.warning}")])
    if verbose:
        _say_set_aside(source)


def _columns() -> int:
    """The width of the terminal; a fixed one where the table goes to a file or a pipe."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 100


def _folders(deck_dir: Path | None, **single: object) -> Sequence[Path]:
    """The decks to work on; an option that fits one deck only is refused for several."""
    if deck_dir is not None:
        return (deck_dir,)
    folders = deck_folders(_ROOT)
    named = [f"--{name}" for name, value in single.items() if value is not None]
    if len(folders) > 1 and named:
        raise click.UsageError(f"{named[0]} fits one deck; there are {len(folders)}: name one.")
    return folders


def _check_outputs(packages: Sequence[tuple[Build, Path]]) -> None:
    """Raise InputError where a package would overwrite another one, or what it is made from."""
    first: dict[str, Path] = {}
    for made, path in packages:
        source, target = made.curation.path, os.path.realpath(path)
        if target in map(os.path.realpath, (source, made.article.path)):
            raise InputError.at(path, "is what the deck is made from; name another file with -o")
        other = first.setdefault(target, source)
        if other is not source:
            raise InputError.at(
                source, f"deck.id: '{made.deck.id}' is that of {other}; take another"
            )


def _build(folder: Path, article: Path | None, templates: Path | None) -> Build:
    return build_deck(folder, article, (templates,) if templates else ())


def _with_progress(folders: Sequence[Path], quiet: bool) -> Iterable[Path]:
    """The folders, with a bar on a terminal where there are several."""
    if quiet or len(folders) < 2 or not sys.stderr.isatty():
        return folders
    return _bar(folders)


@contextmanager
def _steps(quiet: bool) -> Iterator[Callable[[str], None]]:
    """Something to call as each step begins: it moves a bar on a terminal, and nothing else."""
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


def _bar(folders: Sequence[Path]) -> Iterator[Path]:
    with click.progressbar(folders, label="Building", file=sys.stderr) as bar:
        yield from bar


def _counts(made: Build) -> str:
    return f"{_number(len(made.deck.notes), 'note')}, {_number(made.cards.total(), 'card')}"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun if count == 1 else noun + 's'}"


def _summary(made: Build, path: Path) -> str:
    """What was made, in a person's words."""
    notes = [note.kind for note in made.deck.notes]
    cards = made.cards
    lines = [f"{path}: {_counts(made)} from {made.article.path}"]
    lines += [
        f"  {plural:<10} {notes.count(kind):>5} {_number(cards[kind], 'card'):>12}"
        for kind, plural in _PLURALS.items()
        if notes.count(kind)
    ]
    silent = sum(not item.ask for item in made.curation.items)
    if silent:
        lines.append(
            f"  {_number(silent, 'fact')} of deck.yaml without a question: give a 'who' or 'what'"
        )
    for section, names in made.resolution.uncurated.items():
        if names:
            lines.append(f"  the article also names these {section}: {', '.join(names)}")
    return "\n".join(lines)


def _say_set_aside(article: Article) -> None:
    for part in article.set_aside:
        words = article.tidy(part.span)
        excerpt = words if len(words) <= 60 else words[:59] + "…"
        click.echo(
            f"{article.locate(part.span.start)}: set aside, {part.reason}: {excerpt}", err=True
        )
