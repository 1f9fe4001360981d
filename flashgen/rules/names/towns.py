"""Whether a name is a known place's rather than that of anybody who bears it."""

from __future__ import annotations

from flashgen.rules.names.clues import Around
from flashgen.rules.names.gazetteer import look_up
from flashgen.rules.names.kinds import is_borne, is_common
from flashgen.rules.names.name import Name
from flashgen.rules.names.onomasticon import is_common_given_name, is_common_surname, is_figure
from flashgen.types import PlaceKind


def is_known_figure(name: Name, around: Around) -> bool:
    """Whether it is the only name of a figure of history, and no town that one knows."""
    place = is_city(name, around) or is_well_known_place(name, around)
    return is_figure(name.text) and not place


def is_well_known_place(name: Name, _: Around) -> bool:
    """Whether it is a land, a state, a great city: no mere context outweighs that."""
    place = look_up(name.text)
    if place is None or not place.well_known:
        return False
    if place.great:
        return True
    if place.kind is PlaceKind.COUNTRY and not is_common_given_name(name.text):
        return True
    if is_common(name.text) and len(name.words) == 1:
        return False
    return not (is_borne(name.words[-1]) and is_borne(name.words[0]))


def is_city(name: Name, around: Around) -> bool:
    """Whether it is a town that one knows by its name alone, and no surname rather."""
    place = look_up(name.text)
    if place is None or not place.sure or is_well_known_place(name, around):
        return False
    if is_common_given_name(name.words[0]):
        return False
    return place.well_known or not (is_common_surname(name.words[-1]) or is_figure(name.words[-1]))


def is_some_town(name: Name, around: Around) -> bool:
    """Whether it is a town that needs evidence."""
    known = look_up(name.text) is not None
    return known and not (is_city(name, around) or is_well_known_place(name, around))
