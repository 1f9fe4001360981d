"""Draw the maps of a deck's places."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from flashgen.deck.file import Curation
from flashgen.deck.kinds import Place
from flashgen.files import read_plain, write_whole
from flashgen.maps.drawing import draw
from flashgen.maps.found import path_of


def draw_maps(curation: Curation) -> Iterator[tuple[Path, bool]]:
    """Write the map of each place that has coordinates; yields its file, and whether it changed.

    A place with a map of its author's own is left out. Raises InputError where the map data is not
    installed or a file cannot be written.
    """
    for place in curation.of(Place):
        if place.coordinates is None or place.map:
            continue
        path = path_of(curation.path.parent, place)
        content = draw(place.coordinates, place.sort, curation.deck.year).encode()
        changed = not path.exists() or read_plain(path) != content
        if changed:
            write_whole(path, content)
        yield path, changed
