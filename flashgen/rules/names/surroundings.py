"""What stands around a name, as the clues of people and of places ask it."""

from __future__ import annotations

from functools import cache

from flashgen.rules.names.name import Name, is_people
from flashgen.rules.names.reading import function_words
from flashgen.tables import words

# How far behind a comma the noun of an apposition may stand.
_APPOSITION_WORDS = 6
_APPOSITION_LINKS = frozenset(
    ["a", "an", "the", "his", "her", "their", "its", "then", "one", "of", "and", "at"]
)
_APPOSITION_ADJECTIVES = frozenset(
    [
        "old",
        "new",
        "young",
        "great",
        "former",
        "first",
        "last",
        "royal",
        "public",
        "little",
        "long",
        "late",
    ]
)


def has_the(name: Name) -> int:
    """1 where "the" stands before a name, else 0: so many words to skip."""
    return int(name.preposition == "the")


def has_apposition(name: Name, nouns: frozenset[str]) -> bool:
    """Whether one of some nouns follows in apposition: "Peters, Lettish member of"."""
    if not name.gap.startswith((",", " (")):
        return False
    for i, word in enumerate(name.sentence[name.end : name.end + _APPOSITION_WORDS]):
        if (i and not word.follows) or (not i and word.text in ("and", "or")):
            return False
        if word.text in nouns or word.text.removesuffix("s") in nouns:
            return True
        endings = ("ing", "ly") if i else ("ed", "ing", "ly")
        noun_like = word.lower and not word.text.endswith(endings)
        if word.text in _stops() or not (noun_like or is_people(word.text) or word.possessive):
            return False
    return False


@cache
def _stops() -> frozenset[str]:
    """Function words at which an apposition is over."""
    return function_words() - _APPOSITION_LINKS - _APPOSITION_ADJECTIVES


def modifies(name: Name) -> bool:
    """Whether a word follows that can be a noun: "the Whig party"."""
    return name.after().islower() and name.after() not in _stops() | {"and", "of", "at"}


def modifies_noun(name: Name) -> bool:
    """Whether a word follows that can hardly be anything but a noun: "four Browning pistols"."""
    noun = name.after()
    verb_like = noun.endswith(("ed", "ly", "ing")) or noun in _not_nouns()
    return noun.islower() and not verb_like and not name.possessive


@cache
def _not_nouns() -> frozenset[str]:
    groups = ("saying", "of_persons", "often_of_persons", "auxiliaries", "adverbs")
    return function_words() | words("verbs", *groups)
