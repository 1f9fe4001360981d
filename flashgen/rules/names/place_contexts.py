"""Clues from the words around a name that it is a place's: "near X", "the village of X"."""

from __future__ import annotations

from functools import cache

from flashgen.rules.names.clues import HINT, KNOWN, PROOF, SIGN, Clue, here
from flashgen.rules.names.name import Name, kinds_of_heads
from flashgen.rules.names.surroundings import has_apposition, has_the, modifies
from flashgen.tables import words
from flashgen.types import PlaceKind

# How far before a preposition its verb may stand: "marched the next day to X".
_MOTION_WORDS = 3


def _is_place_of_action(name: Name) -> bool:
    return name.preposition in words("places", "prepositions_strong") and not name.possessive


def _is_place_with_the(name: Name) -> bool:
    prepositions = words("places", "prepositions_with_the")
    return bool(has_the(name)) and name.before(2) in prepositions and not modifies(name)


def _of_a_place(name: Name) -> bool:
    skip = has_the(name)
    nouns = words("places", "directions_of")
    if not skip and name.before() == "of":
        nouns |= words("places", "nouns_before_of", "events_of") | kinds_of_heads("noun_").keys()
    return name.before(1 + skip) in ("of", "from") and name.before(2 + skip) in nouns


def kind_in_context(name: Name) -> PlaceKind:
    """The kind of place that the words around a name say it is: "the village of X"."""
    nouns = kinds_of_heads("noun_")
    if _has_head(name):
        return _lower_heads()[name.after()]
    if name.before() == "of":
        battle = PlaceKind.BATTLEFIELD if name.before(2) in ("Battle", "Battles") else None
        return battle or nouns.get(name.before(2), PlaceKind.OTHER)
    return nouns.get(name.before(), PlaceKind.OTHER)


def _ruled(name: Name) -> bool:
    """Whether somebody comes from there or rules it: "a lawyer from Arras", "king of Mali"."""
    skip = has_the(name)
    if name.before(1 + skip) == "from":
        return name.before(2 + skip) in words("people", "callings")
    return name.before() == "of" and name.before(2) in words("people", "rulers")


def _in_motion(name: Name) -> bool:
    """Whether a verb of motion and a preposition stand before it: "marched the next day to X"."""
    skip = has_the(name)
    prepositions = words("places", "prepositions_weak") - {"of"}
    if name.possessive or name.before(1 + skip) not in prepositions:
        return False
    verbs = words("verbs", "of_motion")
    return any(name.before(1 + skip + i) in verbs for i in range(1, _MOTION_WORDS + 1))


def _from_to(name: Name) -> bool:
    to = name.after() == "to" and name.after(2)[:1].isupper()
    came = name.before() == "to" and name.before(3).lower() == "from"
    return (name.preposition == "from" and to) or came


def _is_taken(name: Name) -> bool:
    return name.before() in words("verbs", "with_places") and not name.possessive


def _is_where(name: Name) -> bool:
    """Whether it is a place by what follows: "Chester, where", "Pomfret and other towns"."""
    if name.gap.startswith(","):
        following, beyond = name.word_at(1), name.word_at(2)
        return following == "where" or (following in ("in", "near") and beyond[:1].isupper())
    towns = name.after(3).removesuffix("s").replace("citie", "city")
    return name.after(2) == "other" and towns in words("places", "appositions", "nouns_before")


def _has_head(name: Name) -> bool:
    """Whether a head in lower case follows: "the Jura mountains", "Hubei province"."""
    return name.after() in _lower_heads() and not name.possessive


@cache
def _lower_heads() -> dict[str, PlaceKind]:
    return {head.lower(): kind for head, kind in kinds_of_heads("heads_").items()}


def _names_troops(name: Name) -> bool:
    """Whether troops or a government are named by it: "the Moscow regiment"."""
    return name.after() in words("places", "nouns_of_troops") and not name.possessive


PLACE_BY_CONTEXT = (
    Clue("preposition of place", SIGN, here(_is_place_of_action)),
    Clue("preposition with the", SIGN, here(_is_place_with_the)),
    Clue("of a place", PROOF, here(_of_a_place)),
    Clue("noun before", PROOF, here(lambda n: n.before() in words("places", "nouns_before"))),
    Clue("head in lower case", SIGN, here(_has_head)),
    Clue("ruled or come from", PROOF, here(_ruled)),
    Clue("motion", SIGN, here(_in_motion)),
    Clue(
        "preposition",
        HINT,
        here(lambda n: n.preposition in words("places", "prepositions_towards")),
    ),
    Clue("object of conquest", HINT, here(_is_taken)),
    Clue("from and to", SIGN, here(_from_to)),
    Clue("where", SIGN, here(_is_where)),
    Clue("noun after", SIGN, here(lambda n: has_apposition(n, words("places", "appositions")))),
    Clue("troops", -KNOWN, here(_names_troops)),
)
