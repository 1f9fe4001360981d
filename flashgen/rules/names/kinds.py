"""What a word with a capital says by itself: a title, a head, a unit, a people, a common word.

The lexicon's classes of meaning tell it; ``tables/names.yaml`` has what the lexicon lacks.
"""

from __future__ import annotations

import re
from functools import cache

from flashgen.english.lexicon import UNKNOWN, Entry, abbreviations, look_up
from flashgen.mentions import PlaceKind
from flashgen.rules.names import gazetteer
from flashgen.rules.names import onomasticon as called
from flashgen.rules.names.fold import fold
from flashgen.tables import table, words

SAINTS = frozenset({"St.", "St", "Ste.", "Saint", "Sts."})
# Classes of the lexicon that make a noun the head of a place's name.
_CLASSES_OF_HEADS = {
    "b": PlaceKind.BUILDING, "w": PlaceKind.WATER, "y": PlaceKind.STREET, "u": PlaceKind.MOUNTAIN,
}  # fmt: skip
_CLASSES_OF_PLACES = {**_CLASSES_OF_HEADS, "l": PlaceKind.REGION, "o": PlaceKind.REGION}
# A group, a message, a document, an event, an idea: what stands before them is no place's name.
_CLASSES_OF_UNITS = frozenset("gmdec")


@cache
def entry(text: str) -> Entry:
    """What the lexicon has of a word, whatever its capital."""
    return look_up(text.lower())


@cache
def is_common(text: str) -> bool:
    """Whether a dictionary has a word in lower case: "Goat-Skins", too, but not "King-Road"."""
    *parts, last = text.split("-")
    known = all(entry(part) is not UNKNOWN for part in (*parts, last))
    return known and not (parts and (head_kind(last) or gazetteer.look_up(text)))


def classes(text: str) -> str:
    """The classes of meaning of a noun, or "" where it is none."""
    return entry(text).of_noun


@cache
def is_people(text: str) -> bool:
    """Whether a word is a people's or a party's name or adjective, or the plural of one."""
    last = text.replace("–", "-").rsplit("-", maxsplit=1)[-1]
    singular = last.removesuffix("s")
    own = words("names", "peoples")
    if last in own or singular in own:
        return True
    place = gazetteer.look_up(text)
    named = place.sure or (place and called.is_common_given_name(text))
    if named and not text.endswith(("n", "h", "se", "k")):
        return False
    return fold(last) in called.known("people") or fold(singular) in called.known("people")


@cache
def is_title(text: str) -> bool:
    """Whether some words are a title, a rank or a calling, or the plural of one."""
    titles = words("people", "titles")
    last = re.split("[ -]", text)[-1]  # "Brigadier-General"
    found = entry(last)
    if is_short_title(text) or {text, text.removesuffix("s"), last} & titles:
        return True
    person = "p" in found.of_noun[:2] or "f" in found.of_noun
    if not person or found.tags[0] != "N":
        return False
    return not (called.is_given_name(last) or is_people(last) or gazetteer.look_up(last).sure)


@cache
def is_short_title(text: str) -> bool:
    """Whether a word is a title that is shortened: "Gen.", "Mr"; most have their stop."""
    known = abbreviations("title" if text.endswith(".") else "plain")
    return text[:1].isupper() and text.removesuffix(".").lower() in known


@cache
def is_person_noun(low: str) -> bool:
    """Whether a word in lower case is a human being: kin, a calling, a rank."""
    found = look_up(low)
    return "N" in found.tags and ("p" in found.of_noun[:3] or "f" in found.of_noun)


@cache
def is_kin(low: str) -> bool:
    """Whether a word is somebody's relative: "brother"."""
    return "f" in look_up(low).of_noun or low in ("friend", "heir", "ally", "rival")


@cache
def head_kind(text: str) -> PlaceKind | None:
    """The kind of place whose name a word closes: "Palace", "prospekt"; None for no head."""
    own = _kinds_of("heads_").get(text)
    if own is not None or not text[0].isupper():
        return own
    if text in words("names", "no_heads", "never") or called.is_common_given_name(text):
        return None
    found = classes(text)
    if found[:1] in _CLASSES_OF_UNITS:
        return None
    kind = next((_CLASSES_OF_HEADS[c] for c in found if c in _CLASSES_OF_HEADS), None)
    kind = kind or _CLASSES_OF_PLACES.get(found[:1])
    # "York and Hanover Roads" are several; "Black Hills" are one.
    several = entry(text).plural and kind not in (PlaceKind.WATER, PlaceKind.MOUNTAIN)
    return None if several else kind


@cache
def heads_behind(text: str) -> PlaceKind | None:
    """The kind of waters or mountains whose names a word closes: "Rivers", "Seas"."""
    found = entry(text)
    kind = head_kind(found.noun.title()) if found.plural and text.istitle() else None
    return kind if kind in (PlaceKind.WATER, PlaceKind.MOUNTAIN) else None


@cache
def is_several_streets(text: str) -> bool:
    """Whether a word closes the names of several streets: "Fulton and Nassau Streets"."""
    found = entry(text)
    return found.plural and head_kind(found.noun.removesuffix("s").title()) is PlaceKind.STREET


@cache
def _kinds_of(prefix: str) -> dict[str, PlaceKind]:
    return {
        head: PlaceKind(group.removeprefix(prefix))
        for group, heads in table("names").items()
        if group.startswith(prefix)
        for head in heads
    }


@cache
def head_before(text: str) -> PlaceKind | None:
    """The kind of place whose name a word opens: "Lake", "Fort"."""
    return _kinds_of("before_").get(text)


@cache
def heads_before(text: str) -> PlaceKind | None:
    """The kind of places whose names a word opens: "Lakes", "Forts"."""
    found = entry(text)
    return head_before(found.noun.title()) if found.plural and text.istitle() else None


@cache
def place_noun(low: str) -> PlaceKind | None:
    """The kind of place that a noun in lower case means: "village", "rivers"."""
    found = look_up(low)
    lemma = found.noun or low
    own = _kinds_of("noun_").get(lemma)
    if own is not None:
        return own
    if low.capitalize() in words("names", "no_heads"):
        return None
    return next((_CLASSES_OF_PLACES[c] for c in found.of_noun if c in _CLASSES_OF_PLACES), None)


@cache
def is_land(low: str) -> bool:
    """Whether a noun in lower case is a town, a land or a water: "duchy", not "house"."""
    return (look_up(low).noun or low) in _kinds_of("noun_")


@cache
def is_unit(text: str) -> bool:
    """Whether a word closes the name of an organisation, a troop, a law, an event, a work."""
    units = words("names", "units")
    if text in units or text.removesuffix("s") in units:
        return True
    found = entry(text)
    if "N" not in found.tags or head_kind(text) is not None:
        return False
    return found.of_noun[:1] in _CLASSES_OF_UNITS


@cache
def is_borne(text: str) -> bool:
    """Whether people are called by a word, whatever it is here."""
    return called.is_given_name(text) or called.is_known_surname(text) or called.is_figure(text)


@cache
def is_numeral(text: str) -> bool:
    """Whether a text is a Roman numeral from I to XXXIX."""
    return bool(text) and re.fullmatch("X{0,3}(?:IX|IV|V?I{0,3})", text) is not None


def is_given_before(text: str, behind: str) -> bool:
    """Whether a word is a given name, for an initial is behind it: "Mason K. Price".

    Many a calling is a surname, and many a surname is a given name; a title of office is none.
    """
    surname = called.is_known_surname(text) and text not in words("people", "titles")
    return surname and is_initial(behind)


@cache
def is_initial(text: str) -> bool:
    """Whether a word is an initial or several: "V.", "J.R."."""
    initials = len(text) < 7 and text[1:2] == "." and text[0].isupper()
    return initials and text not in words("names", "no_initials", "behind_towns")
