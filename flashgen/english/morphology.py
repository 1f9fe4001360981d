"""The regular forms of English words, taken back to what they may come from.

The spelling rules are those of Quirk et al., A Comprehensive Grammar of the English Language
(1985), 3.5–3.10 and 5.80: a silent e drops, y becomes i, a consonant doubles.
"""

from __future__ import annotations

from collections.abc import Iterator

Endings = tuple[tuple[str, str], ...]

# "Hopped" is of "hop", "panicked" of "panic".
_DOUBLED = [("ck", "c"), *((2 * letter, letter) for letter in "bdfgklmnprstvz")]

# Each ending, and what may stand in its place, the likeliest first: "hoped" is of "hope".
PAST: Endings = (
    ("ed", "e"),
    ("ed", ""),
    ("ied", "y"),
    *((double + "ed", single) for double, single in _DOUBLED),
)
ING: Endings = (
    ("ying", "ie"),
    ("nging", "ng"),
    ("ing", "e"),
    ("ing", ""),
    *((double + "ing", single) for double, single in _DOUBLED),
)
PLURAL: Endings = (
    ("s", ""),
    ("ies", "y"),
    *((sibilant + "es", sibilant) for sibilant in ("s", "x", "z", "ch", "sh", "o")),
)

# How the adjectives of peoples end.
_OF_PEOPLES = ("an", "ish", "ese", "ch")


def of_a_people(word: str) -> bool:
    """Whether a word is, by its form, the adjective of a people: "Danish"."""
    return word.istitle() and word.endswith(_OF_PEOPLES)


def lemmas_of(form: str, endings: Endings) -> Iterator[str]:
    """What a form may come from, whether or not it is a word."""
    for ending, instead in endings:
        if form.endswith(ending):
            yield form.removesuffix(ending) + instead


def past_of(form: str, lemma: str) -> str:
    """The regular past of a verb, spelt as its -ing form is: "seized", "carried", "planned"."""
    if not form.endswith("ing"):
        return form
    if lemma.endswith("e"):
        return f"{lemma}d"
    if lemma.endswith("y") and lemma[-2:-1] not in tuple("aeiou"):
        return f"{lemma[:-1]}ied"
    return f"{form.removesuffix('ing')}ed"
