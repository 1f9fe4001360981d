"""Chunks of a sentence: noun phrases, verb groups and what stands between them.

Each kind is a regular expression over the sentence's tags (Abney, "Parsing by Chunks", 1991).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from flashgen.english.tags import OF

# A determiner and modifiers before the head; a genitive ("the king's") opens the next part. Behind
# a determiner a people's name may stand before them: "a French military commander".
_BEFORE = "[dp]?(?:[qJD]|r(?=[qJ])|[,c](?<=J[,c])(?=J))*"
_NOUN_PHRASE = (
    f"(?:{_BEFORE}[NE]+z)*(?:d[qJ]*E+J+N+|{_BEFORE}[NE]+|z?[dp][qJ]*[qJ]|z?[qJ]*q)"
    "|d(?=[bhuMVwf])|[om]"
)
# Auxiliaries, adverbs and negations between them, and the verb itself.
_VERB_GROUP = "[rn]*(?:[Mhbu][rn]*)*[VBDGMbhu](?<![rn])"
_INFINITIVE = "t[rn]*(?:[hb][rn]*)*[BDbhu]"
_CHUNK = (
    ("infinitive", _INFINITIVE),
    ("verb", _VERB_GROUP),
    ("noun", _NOUN_PHRASE),
    ("preposition", "[itf]"),
    ("relative", "w"),
    ("subordinator", "s"),
    ("conjunction", "c"),
    ("quote", "Q"),
    ("negation", "n"),
    ("comma", ","),
    ("mark", "[.:;?()-]"),
)


class Chunk(NamedTuple):
    """Tokens ``start`` to ``end`` of a sentence, of one kind (see _CHUNK)."""

    kind: str
    start: int
    end: int


class Phrase(NamedTuple):
    """A noun phrase: tokens ``start`` to ``end``, its head the last one before any "of".

    ``with_`` are those that "and" joins to it. ``negated``: "not Lee", "nobody", "neither of them".
    """

    start: int
    end: int
    head: int
    with_: tuple[Phrase, ...] = ()
    negated: bool = False


def chunks(tags: str, start: int = 0) -> Iterator[Chunk]:
    """The chunks of a sentence from a token on; a word of no kind is in none."""
    for match in _pattern().finditer(tags, start):
        yield Chunk(match.lastgroup or "", match.start(), match.end())


def joined(words: Sequence[str], tags: str, end: int, links: Container[str]) -> Iterator[Chunk]:
    """The noun phrases that some prepositions join, one by one, to one that ends at a token."""
    found = chunks(tags, end)
    for link, phrase in zip(found, found, strict=False):
        linked = link.kind == "preposition" and words[link.start].lower() in links
        if not linked or phrase.kind != "noun":
            return
        yield phrase


def head_of(tags: str, tokens: Sequence[int]) -> int:
    """The head of a phrase of some tokens: of "the Diet of Riga" it is the Diet."""
    return next((k for k in tokens if tags[k + 1 : k + 2] == OF), tokens[-1])


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _CHUNK))
