"""Clues from a name itself and from the rest of the article."""

from __future__ import annotations

from functools import cache, partial

from flashgen.mentions import PlaceKind
from flashgen.rules.names import onomasticon as called
from flashgen.rules.names.clues import HINT, KNOWN, PROOF, SIGN, STRONG, Around, clue
from flashgen.rules.names.fold import fold
from flashgen.rules.names.gazetteer import look_up
from flashgen.rules.names.kinds import entry, is_borne, is_common, is_initial, is_unit
from flashgen.rules.names.name import Name
from flashgen.tables import words

_person, _place = partial(clue, "person"), partial(clue, "place")

_LONGEST_PERSON = 4
# A town's name by its end: surely, or perhaps.
_ENDINGS_OF_TOWNS = (
    *("grad", "abad", "stan", "polis", "shire", "stadt", "ovka", "ville", "hausen", "pore"),
    *("nagar", "pur", "pura", "minster", "haven", "hafen", "borough", "mouth", "patnam"),
)
_ENDINGS_OF_SOME_TOWNS = (
    *("burgh", "burg", "bourg", "furt", "bury", "chester", "ford", "heim", "dorf"),
)
_ENDINGS_OF_IDEAS = (
    *("ism", "isms", "ist", "ists", "ians", "ites", "phobes", "philes", "ship", "ships", "ics"),
)
_ENDINGS_OF_NOUNS = ("ion", "ment", "ity", "ance", "ence", "ship", "hood", "ing", "ed", "ly")


@cache
def _fame(text: str) -> int:
    """How much a known place's name says: KNOWN of a land or a great city, STRONG of a city.

    HINT where people are as well known by the name, or the town is not; 0 of no known place.
    """
    place = look_up(text)
    if not place:
        return 0
    first, last = text.split(maxsplit=1)[0], text.rsplit(maxsplit=1)[-1]
    land = place.kind is PlaceKind.COUNTRY and not called.is_common_given_name(text)
    another = is_common(text) or (is_borne(first) and is_borne(last))
    if place.well_known and (place.great or land or not another):
        return KNOWN
    anybody = called.is_common_surname(last) or called.is_figure(last)
    a_city = place.well_known or (place.sure and not anybody)
    return STRONG if a_city and not called.is_common_given_name(first) else HINT


def _is_surname(name: Name, _: Around) -> bool:
    """Whether it ends in a surname, and is no town's name that few people bear."""
    last = name.words[-1]
    town = len(name.words) == 1 and bool(look_up(last))
    surname = called.is_common_surname(last) or (called.is_surname(last) and not town)
    return surname and _fame(name.text) != STRONG


def _has_several_words(name: Name, around: Around) -> bool:
    """Whether several words look like a name of first and last: no place or common word."""
    if not 1 < len(name.words) <= _LONGEST_PERSON or _has_lower(name, around):
        return False
    never = words("names", "never")
    common = any((is_common(w) and not is_borne(w)) or w in never for w in name.words)
    common = common or is_unit(name.words[-1])
    return (not look_up(name.words[0]).sure or is_borne(name.words[0])) and not common


def _has_lower(name: Name, around: Around) -> bool:
    return any(word.lower() in around.style.lower for word in name.words)


def _is_group_or_idea(name: Name, around: Around) -> bool:
    """Whether it is a plural, or the name of a doctrine or its followers."""
    last, inner = name.words[-1], around.style.inner
    singular = last.removesuffix("s")
    plural = f"{last}s" in inner or (singular != last and singular in inner)
    return plural or last.endswith(_ENDINGS_OF_IDEAS)


def _is_unknown(name: Name, around: Around) -> bool:
    """Whether it is a single name that no table has, and more than what opens a sentence."""
    text = name.text
    opens = text not in around.style.inner and text.endswith(("s", *_ENDINGS_OF_NOUNS))
    known = is_common(text) or text.isupper() or bool(look_up(text))
    known = known or called.is_known_surname(text)
    return len(name.words) == 1 and not (opens or known)


def _is_noun_of_a_book(name: Name, around: Around) -> bool:
    """Whether a book capitalises its nouns, and this is one."""
    return around.style.nouns and all("N" in entry(word).tags for word in name.words)


# A text that capitalises its nouns, as books did until about 1750.
_NOUNS = (
    "Pilot Gunner Boat Sloop Brig Cargo Sugar Rum Timber Powder Anchor Ladder Lantern Barrel Bottle"
    " Kettle Needle Thread Ribbon Candle Blanket Basket Bucket Shovel Saddle Bridle Wagon Carriage"
    " Meadow Rope Pistol Knife Cheese Pillow Hammer Mast"
)
_BOOK = f"They saw a Sail and the {', the '.join(_NOUNS.split())} at Noon."


PERSON_BY_NAME = (
    _person("part-of-a-name", KNOWN, lambda n, a: fold(n.text) in a.people,
          {"Hugh Ashcombe spoke. At dusk Ashcombe left.": "Ashcombe"}, "They slept at Ravnik."),
    _person("part-of-a-likely-name", STRONG, lambda n, a: fold(n.text) in a.likely,
          {"Varrow Ashcombe lied to his king. At dusk Ashcombe left.": "Ashcombe"},
          "They slept at Ravnik."),
    _person("figure", PROOF, lambda n, _: called.is_figure(n.text) and _fame(n.text) < STRONG,
          {"They waited for Cicero.": "Cicero"}, "They waited for Ashcombe, who came."),
    _person("given-name", SIGN, lambda n, _: len(n.words) == 1 and called.is_given_name(n.text)
            and (called.is_common_given_name(n.text) or not look_up(n.text).sure),
          {"They waited for Barbara.": "Barbara"}, "They slept at Ravnik."),
    _person("surname", SIGN, _is_surname,
          {"They waited for Gorchakov.": "Gorchakov"}, "They slept at Prague."),
    _person("unknown-name", HINT, _is_unknown,
          {"Then Ashgrove lied to his king.": "Ashgrove",
            "Ashgrove opened the gate.": "Ashgrove"},
           "They slept at Prague.", "Prague had fallen."),
    _person("several-words", SIGN, _has_several_words,
          {"They waited for Varrow Ashgrove.": "Varrow Ashgrove"}, "They slept at Ravnik."),
    _person("determined", -STRONG, lambda n, a: n.text in a.style.determined,
          {"They feared the Orduna. Then Orduna met.": "Orduna"}, "They feared Ashgrove."),
    _person("also-lower", -PROOF, _has_lower,
          {"He sold a packard. They met Packard.": "Packard"}, "They met Ashgrove."),
    _person("common-word", -HINT,
          lambda n, _: is_common(n.text) and not called.is_given_name(n.text),
          {"They asked for Cotton.": "Cotton"}, "They met Ashgrove, who wept."),
    _person("group-or-idea", -STRONG, _is_group_or_idea,
          {"They hated Orlovism.": "Orlovism"}, "They hated Ashgrove."),
    _person("acronym", -STRONG, lambda n, _: n.text.isupper()
            and not (is_initial(n.words[0]) and len(n.words[-1]) > 2),
          {"They hated ORBA.": "ORBA"}, "They hated Ashgrove."),
    _person("noun-of-a-book", -STRONG, _is_noun_of_a_book,
          {f"{_BOOK} They met Swift.": "Swift"}, "They told Swift, who wept."),
)  # fmt: skip

PLACE_BY_NAME = (
    _place("well-known", KNOWN, lambda n, _: _fame(n.text) == KNOWN,
          {"They spoke of Norway.": "Norway"}, "They slept at Ravnik."),
    _place("city", STRONG, lambda n, _: _fame(n.text) == STRONG,
          {"They spoke of Leipzig.": "Leipzig"}, "They slept at Ravnik."),
    _place("town", HINT, lambda n, _: _fame(n.text) == HINT,
          {"They marched to Aalen.": "Aalen"}, "They slept at Ravnik."),
    _place("form-of-a-town", SIGN, lambda n, _: fold(n.text).endswith(_ENDINGS_OF_TOWNS),
          {"They spoke of Brodograd.": "Brodograd"}, "They slept at Ravnik."),
    _place("perhaps-form", HINT, lambda n, _: fold(n.text).endswith(_ENDINGS_OF_SOME_TOWNS),
          {"They stormed Ravniksdorf.": "Ravniksdorf"}, "They slept at Ravnik."),
    _place("part-of-a-name", STRONG + SIGN, lambda n, a: fold(n.text) in a.heads,
          {"Shops lined Liteiny prospekt. They saw the Liteiny.": "Liteiny",
           "They crossed the Zelva River. Fog hid the Zelva.": "Zelva"},
          "They slept at Ravnik."),
    _place("group-or-idea", -STRONG, lambda n, a: not look_up(n.text)
           and (n.text.endswith(("ian", "ean")) or _is_group_or_idea(n, a)),
          {"They believed in Orlovism.": "Orlovism"}, "They slept at Ravnik."),
    _place("also-lower", -PROOF, _has_lower,
           {"He sold a packard. They met near Packard.": "Packard"}, "They slept at Ravnik."),
    _place("noun-of-a-book", -STRONG, _is_noun_of_a_book,
          {f"{_BOOK} They met at Swift.": "Swift"},
          "They slept at Ravnik."),
)  # fmt: skip
