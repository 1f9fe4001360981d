"""The words of a card, as the rules of good cards look at them."""

from __future__ import annotations

from functools import lru_cache

from flashgen.english.content import words
from flashgen.english.lexicon import look_up
from flashgen.english.numbers import number_in_words
from flashgen.english.phrases import Chunk, chunks
from flashgen.english.tokens import Sentence, read_words

_KEPT = 2**15  # texts that are read once only: a preview may watch a deck for days


def is_number(word: str) -> bool:
    """Whether a word is a number, in figures or spelled: "1917", "second"."""
    return word[0].isdigit() or number_in_words(word) is not None


def is_small(word: str) -> bool:
    """Whether a word is one of the closed classes: "the", "of", "who"."""
    return look_up(word.lower()).closed


def is_name(text: str) -> bool:
    """Whether a text is a name and nothing else: "Winter Palace", "City of Riga", "Riga"."""
    found = words(text)
    large = [word for word in found if not is_small(word)]
    alone = len(found) == 1 and look_up(found[0].lower()).noun
    return bool(large) and not alone and all(word[:1].isupper() for word in large)


@lru_cache(_KEPT)
def tagged(text: str) -> Sentence:
    """The words of a text with their tags and clauses."""
    return read_words(text)


def first_phrase(sentence: Sentence) -> Chunk | None:
    """The first noun phrase of some words, whose last one is its head; None without any."""
    return next((chunk for chunk in chunks(sentence.tags) if chunk.kind == "noun"), None)
