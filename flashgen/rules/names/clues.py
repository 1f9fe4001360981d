"""Clues: small tests, each with a weight, of whether a name is a person's or a place's.

Those here look at the name itself and at the rest of the article; those in ``person_contexts`` and
``place_contexts`` at the words around it. ``evidence`` sums them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from flashgen.rules.names.gazetteer import look_up
from flashgen.rules.names.name import Name
from flashgen.rules.names.onomasticon import (
    fold,
    is_family_name_first,
    is_figure,
    is_given_name,
    is_known_surname,
    is_surname,
)
from flashgen.rules.names.reading import Vocabulary
from flashgen.tables import words
from flashgen.types import PlaceKind

# How much a clue weighs. ENOUGH clues make a name a person's or a place's.
HINT = 1  # not enough by itself
SIGN = 2  # enough by itself
PROOF = 3  # enough against a hint to the contrary
STRONG = 4  # enough against a sign to the contrary
KNOWN = 20  # no mere context outweighs it
ENOUGH = SIGN

_LONGEST_PERSON = 4
# A town's name by its end: surely, or perhaps.
_ENDINGS_OF_TOWNS = (
    *(
        "grad",
        "abad",
        "stan",
        "polis",
        "shire",
        "stadt",
        "ovka",
        "ville",
        "hausen",
        "pore",
        "nagar",
    ),
    *("pur", "pura", "minster", "haven", "hafen", "borough", "mouth", "patnam"),
)
_ENDINGS_OF_SOME_TOWNS = (
    "burgh",
    "burg",
    "bourg",
    "furt",
    "bury",
    "chester",
    "ford",
    "heim",
    "dorf",
)
_ENDINGS_OF_NOUNS = (
    "ion",
    "ment",
    "ness",
    "ity",
    "ance",
    "ence",
    "ship",
    "hood",
    "ing",
    "ed",
    "ly",
)
_ENDINGS_OF_IDEAS = ("ism", "isms", "ist", "ists", "ians", "ites", "ities", "ness", "tion", "tions")


@dataclass(frozen=True, slots=True)
class Context:
    """What the whole article tells of a name's words.

    ``people`` are the words of the surest names of people, ``likely`` those of names that the
    round before took for people's, ``heads`` the names of streets and waters without their
    heads, all folded.
    """

    vocabulary: Vocabulary
    people: frozenset[str]
    likely: frozenset[str]
    heads: frozenset[str]

    def of_a_person(self, name: Name) -> bool:
        """Whether the name is a part of a person's full name."""
        return fold(name.text) in self.people or fold(name.text) in self.likely


@dataclass(frozen=True, slots=True)
class Clue:
    """A test of a name where it stands, and how much it weighs."""

    rule: str
    weight: int
    holds: Callable[[Name, Context], bool]


def here(test: Callable[[Name], bool]) -> Callable[[Name, Context], bool]:
    """A test of a name where it stands, for which the rest of the article does not matter."""
    return lambda name, _: test(name)


def held(clues: Iterable[Clue], name: Name, context: Context) -> dict[str, int]:
    """The clues that hold for a name where it stands, each with its weight."""
    return {clue.rule: clue.weight for clue in clues if clue.holds(name, context)}


def _is_bare_given_name(name: Name) -> bool:
    return len(name.texts) == 1 and is_given_name(name.text)


def _stands_inside(name: Name, context: Context) -> bool:
    """Whether its words have a capital where no sentence opens, too."""
    return all(text in context.vocabulary.inner for text in name.texts)


def _is_sure_given_name(name: Name, context: Context) -> bool:
    return _is_bare_given_name(name) and _stands_inside(name, context)


def _is_surname_and_no_town(name: Name, context: Context) -> bool:
    return (
        is_surname(name.texts[-1]) and _stands_inside(name, context) and not _is_city(name, context)
    )


def _has_several_words(name: Name, context: Context) -> bool:
    """Whether several words look like a name of first and last: no place or common word."""
    if not 1 < len(name.texts) <= _LONGEST_PERSON or _has_lower(name, context):
        return False
    entry = look_up(name.texts[0])
    common = words("words", "openers", "common_words", "function_words")
    return (entry is None or not entry.sure) and not common.intersection(name.texts)


def _begins_with_a_town(name: Name, context: Context) -> bool:
    """Whether several words begin with some town's name and end in no surname: a thing there."""
    town = look_up(name.texts[0]) is not None and not is_family_name_first(name.texts[0])
    return _has_several_words(name, context) and town and not is_surname(name.texts[-1])


def _has_lower(name: Name, context: Context) -> bool:
    particles = words("people", "particles")
    own = (text.lower() for text in name.texts if text.lower() not in particles)
    return any(text in context.vocabulary.lower for text in own)


def _is_determined(name: Name, context: Context) -> bool:
    """Whether it stands behind "the" or the like somewhere: "the Duma"."""
    single = len(name.texts) == 1 and not context.of_a_person(name)
    return single and name.text in context.vocabulary.determined


def _is_also_lower(name: Name, context: Context) -> bool:
    return _has_lower(name, context) and not context.of_a_person(name)


def _is_group_or_idea(name: Name, context: Context) -> bool:
    """Whether it is a plural, or the name of a doctrine or its followers."""
    last, inner = name.texts[-1], context.vocabulary.inner
    singular = last.removesuffix("s")
    plural = f"{last}s" in inner or (singular != last and singular in inner)
    return (plural or last.endswith(_ENDINGS_OF_IDEAS)) and not context.of_a_person(name)


def _is_borne(name: Name) -> bool:
    """Whether people are called by a name, whatever it is here."""
    first, last = name.texts[0], name.texts[-1]
    return is_given_name(first) or is_known_surname(last) or is_figure(last)


def _is_well_known_place(name: Name, context: Context) -> bool:
    entry = look_up(name.text)
    if entry is None or not entry.well_known:
        return False
    if entry.kind is PlaceKind.CITY:
        return not (_is_borne(name) or _has_lower(name, context))
    return not (_is_bare_given_name(name) or is_figure(name.text))


def _is_city(name: Name, context: Context) -> bool:
    entry = look_up(name.text)
    if entry is None or not entry.sure or _is_well_known_place(name, context):
        return False
    if entry.well_known:
        return not (is_figure(name.texts[-1]) and _is_borne(name))
    return not (_is_borne(name) or is_surname(name.texts[-1]))


def _is_some_town(name: Name, context: Context) -> bool:
    return look_up(name.text) is not None and not (
        _is_city(name, context) or _is_well_known_place(name, context)
    )


def _is_unknown(name: Name, context: Context) -> bool:
    """Whether it is a single name with its capital within a sentence, and no known place's."""
    return (
        len(name.texts) == 1
        and name.text in context.vocabulary.inner
        and not name.text.isupper()
        and look_up(name.text) is None
        and not _is_determined(name, context)
    )


def is_unknown_opener(name: Name, context: Context) -> bool:
    """Whether it is a single name that only opens sentences, and none of the usual openers."""
    text = name.text
    return (
        len(name.texts) == 1
        and name.words[0].opens
        and text not in context.vocabulary.inner
        and not text.endswith(("s", *_ENDINGS_OF_NOUNS))
        and not text.isupper()
        and look_up(text) is None
    )


def _is_acronym(name: Name, context: Context) -> bool:
    """Whether it is in capitals: "NATO"."""
    return len(name.texts) == 1 and name.text.isupper() and not context.of_a_person(name)


def _is_emphasised(name: Name, _: Context) -> bool:
    """Whether italics hold it and nothing else: a ship, a book, a foreign word."""
    return all(word.emphasised for word in name.words)


def _is_of_a_year(name: Name, _: Context) -> bool:
    """Whether a year makes it an event's: "the 1913 Derby"."""
    gap = name.words[0].gap.split()
    before = name.sentence[name.start - 1].text if name.start else ""
    return before == "the" and len(gap) == 1 and gap[0].isdecimal()


PERSON_BY_NAME = (
    Clue("part of a name", KNOWN, lambda n, c: fold(n.text) in c.people),
    Clue("part of a likely name", STRONG, lambda n, c: fold(n.text) in c.likely),
    Clue("figure of history", PROOF, lambda n, _: is_figure(n.text)),
    Clue("given name", HINT, _is_sure_given_name),
    Clue("perhaps a given name", HINT, lambda n, _: _is_bare_given_name(n)),
    Clue("surname", HINT, _is_surname_and_no_town),
    Clue("perhaps a surname", HINT, lambda n, _: is_surname(n.texts[-1])),
    Clue("unknown name", HINT, _is_unknown),
    Clue("several words", SIGN, _has_several_words),
    Clue("begins with a town", -HINT, _begins_with_a_town),
    Clue("determined", -STRONG, _is_determined),
    Clue("also in lower case", -PROOF, _is_also_lower),
    Clue("group or idea", -STRONG, _is_group_or_idea),
    Clue("acronym", -STRONG, _is_acronym),
    Clue("in italics", -SIGN, _is_emphasised),
    Clue("of a year", -STRONG, _is_of_a_year),
)

PLACE_BY_NAME = (
    Clue("well-known place", KNOWN, _is_well_known_place),
    Clue("city", STRONG, _is_city),
    Clue("town", HINT, _is_some_town),
    Clue("form of a town's name", SIGN, lambda n, _: fold(n.text).endswith(_ENDINGS_OF_TOWNS)),
    Clue("perhaps a town's", HINT, lambda n, _: fold(n.text).endswith(_ENDINGS_OF_SOME_TOWNS)),
    Clue("part of a name", STRONG, lambda n, c: fold(n.text) in c.heads),
    Clue("group or idea", -STRONG, lambda n, c: not look_up(n.text) and _is_group_or_idea(n, c)),
    Clue("also in lower case", -PROOF, _has_lower),
    Clue("in italics", -SIGN, _is_emphasised),
    Clue("of a year", -STRONG, _is_of_a_year),
)
