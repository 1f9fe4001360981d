"""The command that draws maps."""

from __future__ import annotations

from pathlib import Path

import click

from flashgen.cli.shared import Example, deck_argument, number, quiet_option, say


@click.command(cls=Example, epilog="flashgen maps decks/october-1917")
@deck_argument
@quiet_option
def maps(deck_dir: Path | None, quiet: bool) -> None:
    """Draw a map of each place of DECK_DIR, or of every deck under decks/.

    A place that has 'coordinates' in deck.yaml gets maps/KEY.svg beside it: coast, lakes and
    rivers around it, the place marked and not named. Keep the files in version control: a
    build takes them from there. Only this command needs the map data, an extra:
    pip install 'flashgen[maps]'.
    """
    from flashgen import library
    from flashgen.cli import decks

    for folder in decks.folders_of(deck_dir):
        drawn = library.draw_maps(folder)
        if not quiet:
            changed = sum(is_new for _, is_new in drawn)
            told = f"{number(len(drawn), 'map')} drawn, {changed} of them new or changed"
            say(f"{folder / 'maps'}: {told}" if drawn else f"{folder}: no place has coordinates")
