"""How much of a fact some sentences say: the words of its answers, the rare before the common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from math import log

from flashgen.deck.keys import Key, keys_of
from flashgen.deck.kinds import Item
from flashgen.english.content import WORD, telling
from flashgen.evidence.index import Index

# What is asked by, or names the fact in full, weighs so much beside what is answered.
_BESIDE = 0.5
# Behind these an answer adds to what it has said.
_ADDED = re.compile(r"[,;:(]|\b(?:who|whom|whose|which|that|where|when)\b")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word or a name that a passage had better hold: the sentences that do, and its weight."""

    sentences: frozenset[int]
    weight: float
    answers: bool


class Measure:
    """Weighs the sentences of one article by what they say of facts; ``items`` may be named."""

    def __init__(self, index: Index, items: Iterable[Item]) -> None:
        self._index = index
        self._items = {(item.section, item.key): item for item in items}
        self._named: dict[tuple[str, ...], frozenset[int]] = {}

    def wanted(self, item: Item) -> list[Wanted]:
        """What a passage had better hold, the rarest first; what stands nowhere is left out."""
        proof = item.proof
        full = [self._naming((name,)) for name in names_of(item)[:1]]
        answers = [
            self._wanted(numbers, answers=True) for numbers in self._told(item, proof.answers)
        ]
        # Where nothing else states the fact, what is asked by has to be beside the answer.
        found = [
            *answers,
            *(
                self._wanted(n, _BESIDE, answers=not proof.stated)
                for n in self._told(item, proof.asks)
            ),
            *(self._wanted(numbers, _BESIDE) for numbers in full),
        ]
        return sorted(filter(lambda each: each.sentences, found), key=lambda w: len(w.sentences))

    def weight_of(self, key: str) -> float:
        """What a word weighs, by its key."""
        return self._weight(self._index.holding(key))

    def references(self, item: Item, keys: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """The names of whom or what some keys of a fact refer to."""
        kind: type = type(item)
        for key in _called(kind, keys):
            for other in _texts(getattr(item, key.attribute)) if key.of else ():
                if known := self._items.get((key.of, other)):
                    yield names_of(known)

    def _told(self, item: Item, keys: tuple[str, ...]) -> Iterator[frozenset[int]]:
        """For each word and name under some keys, the sentences that hold it."""
        for names in self.references(item, keys):
            yield self._naming(names)
        for word in words_under(item, keys):
            yield self._index.holding(word)

    def _naming(self, names: tuple[str, ...]) -> frozenset[int]:
        if names not in self._named:
            spans = self._index.named(names)
            self._named[names] = frozenset(self._index.number_at(span.start) for span in spans)
        return self._named[names]

    def _wanted(
        self, numbers: frozenset[int], times: float = 1, *, answers: bool = False
    ) -> Wanted:
        return Wanted(numbers, times * self._weight(numbers), answers)

    def _weight(self, numbers: frozenset[int]) -> float:
        """Less, the more sentences hold it (the inverse document frequency)."""
        return log(1 + len(self._index.sentences) / max(1, len(numbers)))


def held(numbers: Iterable[int], wanted: Iterable[Wanted]) -> list[Wanted]:
    """What some sentences hold of what is wanted."""
    return [each for each in wanted if not each.sentences.isdisjoint(numbers)]


def weight(wanted: Iterable[Wanted]) -> float:
    """What all of it weighs."""
    return sum(each.weight for each in wanted)


def words_under(item: Item, keys: tuple[str, ...]) -> tuple[str, ...]:
    """The telling words under some keys of a fact, each once; those of references left out."""
    return telling(" ".join(texts_under(item, keys)))


def names_of(item: Item) -> tuple[str, ...]:
    """The names of a person, a place or a term, the one that cards show first."""
    return tuple(texts_under(item, item.proof.names))


def main_words(item: Item) -> tuple[str, ...]:
    """The telling words of the answers up to what is only added: "leader", before ", who …"."""
    main = (_ADDED.split(text)[0] for text in texts_under(item, item.proof.answers))
    return telling(" ".join(main))


def deed_words(item: Item, people: frozenset[str]) -> tuple[str, ...]:
    """The telling words of what happened on a date but ``people``, the words of their names."""
    texts = texts_under(item, item.proof.answers) if item.proof.date else ()
    words = (word for text in texts for word in text.split())
    return telling(" ".join(word for word in words if people.isdisjoint(WORD.findall(word))))


def texts_under(item: Item, keys: tuple[str, ...]) -> Iterator[str]:
    """What stands under some keys of a fact, references left out."""
    kind: type = type(item)
    for key in _called(kind, keys):
        yield from _texts(getattr(item, key.attribute)) if not key.of else ()


@cache
def _called(kind: type, attributes: tuple[str, ...]) -> tuple[Key, ...]:
    """The keys of a kind that fill some attributes."""
    known = {key.attribute: key for key in keys_of(kind)}
    return tuple(known[name] for name in attributes)


def _texts(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) * bool(value) if isinstance(value, str) else value
