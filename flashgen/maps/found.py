"""The maps that are drawn already: files beside deck.yaml, which need no map data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import dist
from pathlib import Path

from flashgen.deck.file import Curation
from flashgen.deck.kinds import Place
from flashgen.errors import InputError, Problem, Severity
from flashgen.files import is_there, lies_in, read_plain
from flashgen.maps.frame import HEIGHT, WIDTH, Frame
from flashgen.media.found import MediaFile
from flashgen.media.names import name_in_anki

# The folder beside deck.yaml, with a file for each place.
FOLDER = "maps"
_ROOT = re.compile(rb'<svg [^>]*data-middle="([-\d.]+) ([-\d.]+)" data-km="(\d{1,5})">')
# Marks that are nearer to each other than that, in units, are one to the eye.
ONE_SPOT = 120
# What the licence of the map data wants to be said.
CREDIT = "Coast, lakes, rivers: GSHHG (Wessel and Smith 1996) with WDB II, LGPL"


@dataclass(frozen=True, slots=True)
class DrawnMap:
    """The map of a place: what it shows, and its file."""

    frame: Frame
    file: MediaFile


def path_of(folder: Path, place: Place) -> Path:
    """The file of a place's map."""
    return folder / FOLDER / f"{place.key}.svg"


def maps_of(curation: Curation) -> tuple[Mapping[str, DrawnMap], tuple[Problem, ...]]:
    """The maps of the deck by the keys of their places, and what is wrong with them.

    A place with a map of its author's own needs none.

    Raises InputError where a map is there and cannot be read.
    """
    folder = curation.path.parent
    places = [place for place in curation.of(Place) if place.map is None]
    drawn, problems = {}, []
    for place in places:
        path = path_of(folder, place)
        found = _read(path, folder) if is_there(path) else None
        if found and (found.frame.latitude, found.frame.longitude) == place.coordinates:
            drawn[place.key] = found
        elif found or "map" in place.ask:
            what = "its map shows another place" if found else "there is no map of it"
            mend = f"draw the maps: flashgen maps {folder}"
            problems.append(_fault(place, f"{what}; {mend}"))
    asked = [place for place in places if "map" in place.ask and place.key in drawn]
    return drawn, (*problems, *_one_spot(asked, drawn))


def _read(path: Path, folder: Path) -> DrawnMap | None:
    if not lies_in(path, folder):
        raise InputError.at(path, f"is a link out of {folder}; put the file itself there")
    content = read_plain(path)
    root = _ROOT.search(content)
    if root is None:
        return None
    frame = Frame(float(root[1]), float(root[2]), int(root[3]))
    return DrawnMap(frame, MediaFile(name_in_anki("map", "svg", content), content))


def _one_spot(places: Sequence[Place], drawn: Mapping[str, DrawnMap]) -> Iterator[Problem]:
    """Questions with two right answers: another place is marked where this one is."""
    for number, place in enumerate(places):
        for other in places[:number]:
            frame, its = drawn[place.key].frame, drawn[other.key].frame
            seen = frame.place(its.latitude, its.longitude)
            if seen and dist(seen, (WIDTH / 2, HEIGHT / 2)) < ONE_SPOT:
                told = f"marked on the map where '{other.key}' is; ask 'map' of one of them"
                yield _fault(place, told)
                break


def _fault(place: Place, message: str) -> Problem:
    return Problem(place.where, f"{place.key}: {message}", Severity.FAULT)
