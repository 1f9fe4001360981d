"""The command that shows the cards."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from math import prod
from pathlib import Path

import click
from click.core import ParameterSource

from flashgen.cli.shared import (
    PATH,
    Example,
    article_option,
    complain,
    deck_argument,
    number,
    quiet_option,
    say,
    say_problems,
    templates_option,
    with_progress,
)
from flashgen.errors import InputError
from flashgen.previews.pictures import MODES, SIDES, WIDTHS, take_pictures

_BOTH = "both"
# Which options mean nothing without another, or not together with it.
_NEEDS = {"port": "watch", "side": "png", "mode": "png", "width": "png"}
_AGAINST = (("output", "watch"), ("output", "png"), ("open", "png"), ("watch", "png"))


@click.command(cls=Example, epilog="flashgen preview decks/october-1917 --watch --open")
@deck_argument
@article_option
@templates_option
@click.option(
    "-o",
    "--output",
    type=PATH,
    help="The page to write; by default dist/NAME.html, NAME being the deck's id.",
)
@click.option(
    "--card",
    "keys",
    multiple=True,
    metavar="KEY",
    help="Only this note or card: lenin, person/lenin or person/lenin/name; may be repeated.",
)
@click.option("--open", "open_", is_flag=True, help="Open the page in the browser.")
@click.option(
    "--watch",
    is_flag=True,
    help="Serve the page on this machine, and renew it on each save; Ctrl-C ends it.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8917,
    show_default=True,
    help="With --watch: where to serve; 0 takes any port that is free.",
)
@click.option(
    "--png", type=PATH, metavar="DIR", help="Write pictures of the cards into DIR instead."
)
@click.option(
    "--side",
    type=click.Choice([*SIDES, _BOTH]),
    default=_BOTH,
    show_default=True,
    help="With --png: what to take pictures of.",
)
@click.option(
    "--mode",
    type=click.Choice([*MODES, _BOTH]),
    default=MODES[0],
    show_default=True,
    help="With --png: light or night mode.",
)
@click.option(
    "--width",
    type=click.Choice([*WIDTHS, _BOTH]),
    default=next(iter(WIDTHS)),
    show_default=True,
    help="With --png: the width of the screen.",
)
@quiet_option
@click.pass_context
def preview(
    ctx: click.Context,
    deck_dir: Path | None,
    article: Path | None,
    templates: Path | None,
    output: Path | None,
    keys: tuple[str, ...],
    open_: bool,
    watch: bool,
    port: int,
    png: Path | None,
    side: str,
    mode: str,
    width: str,
    quiet: bool,
) -> None:
    """Show every card of DECK_DIR, or of every deck under decks/, on one page.

    The cards are rendered by Anki's own engine, so that the page shows what Anki
    will show, in light and night mode, on a desktop and on a phone, with what is
    to be mended beside the card. It is one file that needs no server and no network.
    """
    _check_usage(ctx)
    from flashgen import steps
    from flashgen.cli import decks
    from flashgen.files import real
    from flashgen.previews.cards import require_anki
    from flashgen.previews.page import make_page

    require_anki()
    single = {"article": article, "output": output, "card": keys or None, "png": png}
    folders = decks.folders_of(deck_dir, **single, watch=watch or None)
    if watch:
        if not folders[0].is_dir():
            raise InputError.at(folders[0], "no such folder; name one that holds a deck.yaml")
        _watch(folders[0], article, templates, keys, port, open_)
        return
    builds = [
        steps.made_from(folder, article=article, templates=templates)
        for folder in with_progress(folders, quiet)
    ]
    pages = [(made, steps.package_of(made.deck.id, output, "html")) for made in builds]
    if png is None:
        steps.check_outputs(pages)
    for made, path in pages:
        page = make_page(made, keys)
        complain(made.faults)
        if png is not None:
            shown = _all(side, SIDES), _all(mode, MODES), _all(width, (*WIDTHS,))
            pictures = take_pictures(page, png, sides=shown[0], modes=shown[1], widths=shown[2])
            count = len(page.keys) * prod(map(len, shown))
            hidden = quiet or not sys.stderr.isatty()
            with click.progressbar(pictures, count, file=sys.stderr, hidden=hidden) as bar:
                told = f"{png}: {number(sum(1 for _ in bar), 'picture')}"
        else:
            steps.write_file(path, page.html())
            told = f"{path}: {number(len(page.keys), 'card')}"
        if not quiet:
            say(told)
            say_problems(made)
        if open_:
            _open(real(path).as_uri())


def _open(address: str) -> None:
    """Show a page in the browser."""
    import webbrowser

    webbrowser.open(address)


def _all(choice: str, every: Sequence[str]) -> Sequence[str]:
    return every if choice == _BOTH else (choice,)


def _check_usage(ctx: click.Context) -> None:
    """Refuse options that do not go together."""
    given = {
        name.rstrip("_")
        for name in ctx.params
        if ctx.get_parameter_source(name) is not ParameterSource.DEFAULT
    }
    for name, needed in _NEEDS.items():
        if name in given and needed not in given:
            raise click.UsageError(f"--{name} needs --{needed}.")
    for name, other in _AGAINST:
        if {name, other} <= given:
            raise click.UsageError(f"--{name} and --{other} do not go together; leave out one.")


def _watch(
    folder: Path,
    article: Path | None,
    templates: Path | None,
    keys: Sequence[str],
    port: int,
    open_: bool,
) -> None:
    """Serve the page of a deck until Ctrl-C."""
    from flashgen.note_types import builtin_templates
    from flashgen.previews.live import serve
    from flashgen.previews.page import make_page
    from flashgen.steps import made_from

    def begun(address: str) -> None:
        say(f"{address} shows {folder} and follows your saves; Ctrl-C ends it")
        if open_:
            _open(address)

    try:
        serve(
            lambda: make_page(made_from(folder, article=article, templates=templates), keys),
            filter(None, (folder, article, templates, builtin_templates())),
            port,
            begun=begun,
            failed=lambda error: complain(error.problems),
        )
    except KeyboardInterrupt:
        say("ended")
