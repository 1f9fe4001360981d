"""The commands for designers: which templates are in force, and a copy to begin with."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from flashgen.cli.shared import (
    PATH,
    Example,
    complain,
    number,
    say,
    templates_option,
)
from flashgen.errors import InputError
from flashgen.note_types import KINDS, inspect_templates, layer_name, own_layer, themes
from flashgen.note_types.copying import copy_templates


class _WithDefault(Example, click.Group):
    """A group whose first command needs no name: what names no command goes to it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the command's name in."""
        helped = args[:1] and args[0] in ctx.help_option_names
        if not helped and (not args or args[0] not in self.commands):
            args = ["list", *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=_WithDefault,
    subcommand_metavar="[DECK_DIR] | copy [NOTE_TYPE] --to DIR",
    epilog="flashgen templates copy event --to my-templates --theme slate",
)
def templates() -> None:
    """List the templates in force, or copy them to begin a look of your own."""


@templates.command("list", cls=Example, epilog="flashgen templates decks/october-1917")
@click.argument("deck_dir", required=False, type=PATH)
@templates_option
@click.pass_context
def list_(ctx: click.Context, deck_dir: Path | None, templates: Path | None) -> None:
    """List the templates that DECK_DIR uses, each with the layer that it comes from.

    Without DECK_DIR, those of a deck that has none of its own. A file in your own
    layers that nothing uses is reported, most likely for a slip in its name; then the
    exit status is 1.
    """
    if deck_dir is not None and not deck_dir.is_dir():
        raise InputError.at(deck_dir, "no such folder; name one that holds a deck.yaml")
    layers = [templates] if templates else []
    if deck_dir:
        layers += own_layer(deck_dir)
    found = inspect_templates(layers)
    say(*_table({name: layer_name(_layer(path, name)) for name, path in found.files.items()}))
    problems = {*found.errors, *found.unused}
    complain(sorted(problems))
    ctx.exit(1 if problems else 0)


def _layer(path: Path, name: str) -> Path:
    """The folder that a file of that name lies in as a layer."""
    return path.parents[len(Path(name).parts) - 1]


def _table(rows: Mapping[str, str]) -> list[str]:
    """Names and layers in two columns, what all cards share first."""
    names = sorted(rows, key=lambda name: ("/" in name, name.startswith(KINDS), name))
    width = max(map(len, names))
    lines = (("FILE", "LAYER"), *((name, rows[name]) for name in names))
    return [f"{name:<{width}}  {layer}" for name, layer in lines]


@templates.command(
    cls=Example, epilog="flashgen templates copy event --to my-templates --theme slate"
)
@click.argument("note_type", required=False, type=click.Choice(KINDS), metavar="[NOTE_TYPE]")
@click.option("--to", "target", type=PATH, required=True, help="The folder to copy into.")
@click.option(
    "--theme", type=click.Choice(themes()), help="Take the look of this theme; see --templates."
)
def copy(note_type: str | None, target: Path, theme: str | None) -> None:
    """Copy the templates of NOTE_TYPE, or all, with style, theme and shared pieces.

    NOTE_TYPE is person, event, place, quotation or term. Delete from the copy what
    you do not change: the built-in file then stays in force. A file that is there
    already stays as it is.
    """
    written, kept = copy_templates(target, note_type or "", theme or "")
    say(f"{target}: {number(len(written), 'file')} copied; build with --templates {target}")
    if kept:
        names = ", ".join(path.relative_to(target).as_posix() for path in kept[:3])
        more = f" and {len(kept) - 3} more" if len(kept) > 3 else ""
        say(f"{target}: kept as they were: {names}{more}")
