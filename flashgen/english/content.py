"""The words of a text that say something, and what they share with their inflections."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set
from functools import cache, lru_cache

from flashgen.english.lexicon import look_up
from flashgen.english.numbers import MONTHS, number_in_words
from flashgen.english.tags import NOUN

_KEPT = 2**15  # texts that are read once only: a preview may watch a deck for days
SHORTEST = 4  # letters of a word that says something

WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_LETTERS = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’](?:s|S)?$")
# "Took place" is no place.
_IDIOMS = re.compile(r"\bt(?:ak(?:e[sn]?|ing)|ook) (?:place|part)\b", re.IGNORECASE)
# Verbs and nouns that say so little that they give nothing away.
_LIGHT = frozenset("come go give take make become leave like begin have get year part".split())
# What a country's name and that of its people differ in.
_PEOPLE = ("n", "an", "ian", "ish")
_SHORTEST_COUNTRY = 5  # letters
# Months that are other words, too: they count as they are written.
_OTHER_WORDS = frozenset({"march", "august"})
_MONTHS = frozenset(map(str.casefold, MONTHS))


def words(text: str) -> list[str]:
    """The words of a text as they stand; an apostrophe or a stop within one parts nothing."""
    return WORD.findall(text)


@lru_cache(_KEPT)
def content(text: str) -> dict[str, str]:
    """The content words of a text in small letters, by the key that their inflections share."""
    keyed: dict[str, str] = {}
    for word in WORD.findall(_IDIOMS.sub(" ", text)):
        if key := key_of(word):
            keyed.setdefault(key, word.lower())
    return keyed


def keys(text: str) -> list[str]:
    """The keys of the content words of a text, and its numbers in figures, in their order."""
    found = WORD.findall(_IDIOMS.sub(" ", text))
    return [key for word in found if (key := key_of(word) or _figures(word))]


@lru_cache(_KEPT)
def telling(text: str) -> tuple[str, ...]:
    """The keys by which one knows a text again, each once, in their order.

    Months and numbers are none of them where there are others: they date much else, too.
    """
    found = keys(text)
    kept = [key for key in found if key.casefold() not in _MONTHS and not key[0].isdigit()]
    return tuple(dict.fromkeys(kept or found))


@cache
def _figures(word: str) -> str:
    """A number in figures, be it spelled; "" for any other word."""
    return word if word[0].isdigit() else str(number_in_words(word) or "")


@cache
def key_of(word: str) -> str:
    """What a word shares with its inflections, the lemma without accents; "" if it says little."""
    plain = _POSSESSIVE.sub("", word)
    if not plain.isascii():
        marked = unicodedata.normalize("NFKD", plain)
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
    if entry.plural and lemma == small:  # dictionaries have "leaders" beside "leader"
        lemma = look_up(small.removesuffix("s")).noun or lemma
    return "" if lemma in _LIGHT else lemma or small.removesuffix("s")


def is_cased(text: str, name: str) -> bool:
    """Whether each word of a text has the case of the name's, or is in capitals."""
    pairs = zip(_LETTERS.findall(text), _LETTERS.findall(name), strict=False)
    return all(seen == named or seen.isupper() for seen, named in pairs)


def any_alike(key: str, others: Set[str]) -> bool:
    """Whether any of the keys is of the same word, or of a country and its people.

    ("Russia", "Russian") are.
    """
    return not others.isdisjoint(all_alike(key))


@cache
def all_alike(key: str) -> tuple[str, ...]:
    """The keys of the same word, or of a country and its people, the key itself first."""
    longer = (key + ending for ending in _PEOPLE if len(key) >= _SHORTEST_COUNTRY)
    shorter = (key.removesuffix(ending) for ending in _PEOPLE if key.endswith(ending))
    return (key, *longer, *(each for each in shorter if len(each) >= _SHORTEST_COUNTRY))
