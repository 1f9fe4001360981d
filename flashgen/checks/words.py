"""The words of a card: which of them say something, and what they share with their inflections."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import cache, lru_cache

from flashgen.english.lexicon import look_up
from flashgen.english.numbers import number_in_words
from flashgen.english.tags import NOUN
from flashgen.english.tokens import Sentence, read_words

_KEPT = 2**15  # texts that are read once only: a preview may watch a deck for days
SHORTEST = 4  # letters of a word that says something

WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
# An hour: its figures, its minutes if told, and "a" or "p".
CLOCK = re.compile(r"\b(\d{1,2})(?:[:.](\d\d))?\s*([ap])\.?m\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’](?:s|S)?$")
# "Took place" is no place.
_IDIOMS = re.compile(r"\bt(?:ak(?:e[sn]?|ing)|ook) (?:place|part)\b", re.IGNORECASE)
# Verbs and nouns that say so little that they give nothing away.
_LIGHT = frozenset("come go give take make become leave like begin have get year part".split())
# What a country's name and that of its people differ in.
_PEOPLE = ("n", "an", "ian", "ish")
_SHORTEST_COUNTRY = 5
# Months that are other words, too: they count as they are written.
_OTHER_WORDS = frozenset({"march", "august"})


def words(text: str) -> list[str]:
    """The words of a text as they stand; an apostrophe or a stop within one parts nothing."""
    return WORD.findall(text)


def is_number(word: str) -> bool:
    """Whether a word is a number, in figures or spelled: "1917", "second"."""
    return word[0].isdigit() or number_in_words(word) is not None


def is_small(word: str) -> bool:
    """Whether a word is one of the closed classes: "the", "of", "who"."""
    return look_up(word.lower()).closed


def visible(text: str) -> bool:
    """Whether a text has anything to see: neither spaces nor signs of no width."""
    return any(unicodedata.category(letter)[0] not in "CZ" for letter in text)


@lru_cache(_KEPT)
def tagged(text: str) -> Sentence:
    """The words of a text with their tags and clauses."""
    return read_words(text)


@lru_cache(_KEPT)
def content(text: str) -> dict[str, str]:
    """The content words of a text in small letters, by the key that their inflections share."""
    keyed: dict[str, str] = {}
    for word in WORD.findall(_IDIOMS.sub(" ", text)):
        if key := _key(_POSSESSIVE.sub("", word)):
            keyed.setdefault(key, word.lower())
    return keyed


@cache
def _key(word: str) -> str:
    """What a word shares with its inflections: its lemma without accents; "" if it says little."""
    marked = unicodedata.normalize("NFKD", word)
    plain = "".join(letter for letter in marked if not unicodedata.combining(letter))
    small = plain.casefold()
    entry = look_up(small)
    if entry.closed or not any(map(str.isalpha, small)):
        return ""
    if len(plain) < SHORTEST and not (plain[:1].isupper() and plain.isalpha() and not entry.tags):
        return ""  # so short a word counts only as a name
    if small in _OTHER_WORDS:
        return plain
    lemma = (entry.noun if entry.tags[:1] == NOUN else entry.verb) or entry.noun
    return "" if lemma in _LIGHT else lemma or small.removesuffix("s")


def any_alike(key: str, others: Collection[str]) -> bool:
    """Whether any of the keys is of the same word, or of a country and its people.

    ("Russia", "Russian") are; it takes as long as ``others`` takes to find one.
    """
    if key in others:
        return True
    kin = [key + end for end in _PEOPLE if len(key) >= _SHORTEST_COUNTRY]
    shorter = [key.removesuffix(end) for end in _PEOPLE if key.endswith(end)]
    kin += [name for name in shorter if len(name) >= _SHORTEST_COUNTRY]
    return any(name in others for name in kin)
