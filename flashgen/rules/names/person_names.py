"""The parts of a person's name, and whether two names can be one person's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from flashgen.rules.names.name import Name
from flashgen.rules.names.onomasticon import fold, is_family_name_first
from flashgen.rules.names.person_forms import has_hyphenated_given_name, is_patronymic
from flashgen.rules.names.reading import is_numeral
from flashgen.tables import table, words

# What one Slavic, Arabic or Chinese sound is spelled like in English: "Kamenev", "Kameniev". Each
# spelling gives way to the next; the order matters.
_SPELLINGS = (
    *(("'", ""), ("tsch", "c"), ("tch", "c"), ("ch", "c"), ("tz", "ts"), ("sch", "s"), ("sh", "s")),
    *(("kh", "h"), ("x", "ks"), ("ck", "k"), ("w", "v"), ("ff", "v"), ("ph", "f"), ("j", "i")),
    *(("yi", "i"), ("iy", "i"), ("ii", "i"), ("ei", "e"), ("ye", "e"), ("ie", "e"), ("y", "i")),
    *(("ou", "u"), ("oo", "u"), ("ss", "s"), ("ll", "l"), ("nn", "n"), ("mm", "m"), ("tt", "t")),
)
# Short names differ by less: Li is not Lee.
_SHORTEST_RESPELLED = 5


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a name, folded.

    ``family`` is "" where the name has none ("Nicholas II", "Maria Feodorovna"); ``mark`` tells
    namesakes apart: a number, a byname, "Jr.". ``single``: there is a family name alone.
    """

    given: tuple[str, ...]
    family: str
    mark: str = ""
    single: bool = False
    # A name behind a ruler's number: "John III Sobieski". It tells nobody apart.
    behind_number: str = field(default="", compare=False)

    @classmethod
    def of(cls, name: Name) -> PersonName:
        """The parts of a name as it stands in the text."""
        texts = name.texts
        if len(texts) == 1:
            return cls((), key_of(texts[0]), single=True)
        if name.rule == "title of a place":
            return cls((), key_of(texts[-1]), mark=fold(name.text))
        for i in range(1, len(texts)):
            if is_numeral(texts[i]):
                behind = key_of(texts[-1]) if i + 1 < len(texts) else ""
                return cls(_keys(texts[:i]), "", fold(texts[i]), behind_number=behind)
            if texts[i] in ("the", "of"):
                return cls(_keys(texts[:i]), "", fold(" ".join(texts[i:])))
        if texts[-1] in words("people", "suffixes"):
            return cls(_keys(texts[:-2]), key_of(texts[-2]), fold(texts[-1]).rstrip("."))
        family_first = len(texts) == 2 and is_family_name_first(texts[0])
        if family_first or has_hyphenated_given_name(texts):
            return cls(_keys(texts[1:]), key_of(texts[0]))
        following = texts[-1] in words("people", "following_titles")
        if is_patronymic(texts[-1]) or following or name.rule == "saint":
            return cls(_keys(texts), "")
        particles = words("people", "particles")
        capitals = [text for text in texts[:-1] if text.lower() not in particles]
        return cls(_keys(capitals), key_of(texts[-1]), single=not capitals)

    def same_as(self, other: PersonName) -> bool:
        """Whether two full names can be one person's: nothing in them differs.

        A middle name in full that the other form lacks tells two people apart: John Adams was
        the father of John Quincy Adams.
        """
        if self.mark != other.mark:
            return False
        if self.family != other.family:
            return self._begins(other) or other._begins(self)
        return _compatible(self.given, other.given)

    def _begins(self, other: PersonName) -> bool:
        """Whether the other name goes on where this ends: "Ahmad Shah", "Ahmad Shah Durrani"."""
        mine, others = self.words, other.words
        return 1 < len(mine) < len(others) and others[: len(mine)] == mine

    def shared_keys(self) -> tuple[tuple[str, ...], ...]:
        """What two names that can be one person's have in common, one of these at least."""
        first = self.words[0]
        initials = {first[0]} | {form[0] for form in _forms_of(first)}
        return (self.words[:2], *((self.family, initial) for initial in sorted(initials)))

    @property
    def byname(self) -> str:
        """A last word that may stand alone though it is no family name: "gaunt", "mikhailovich"."""
        if self.behind_number:
            return self.behind_number
        if self.mark.startswith("of "):
            return key_of(self.mark.rsplit(maxsplit=1)[-1])
        return self.given[-1] if not self.family and len(self.given) > 1 else ""

    @property
    def words(self) -> tuple[str, ...]:
        """Its words but the mark."""
        return (*self.given, self.family) if self.family else self.given


@cache
def key_of(word: str) -> str:
    """A word of a name without accents and in one spelling of its sounds."""
    key = fold(word)
    if len(key) < _SHORTEST_RESPELLED:
        return key
    for spelling, sound in _SPELLINGS:
        key = key.replace(spelling, sound)
    return key


def _keys(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(key_of, texts))


def _compatible(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether given names agree: "v. i." with "vladimir", "john" with "john f."."""
    if not left or not right:
        return left == right
    shorter, longer = sorted((_names_of(left), _names_of(right)), key=len)
    spare = longer[len(shorter) :]
    agree = all(_alike(a, b) for a, b in zip(shorter, longer, strict=False))
    return agree and all(name.endswith(".") or is_patronymic(name) for name in spare)


def _names_of(given: tuple[str, ...]) -> list[str]:
    """Given names one by one: "j.r." is two initials."""
    return [part for name in given for part in name.replace(".", ". ").split()]


def _alike(left: str, right: str) -> bool:
    if left.endswith(".") or right.endswith("."):
        return left[0] == right[0]
    return left == right or right in _forms_of(left)


def _forms_of(given: str) -> frozenset[str]:
    """The other forms of a given name: pet forms, and forms in other languages."""
    return _variants().get(given, frozenset())


@cache
def _variants() -> Mapping[str, frozenset[str]]:
    variants: dict[str, frozenset[str]] = {}
    for group in table("people")["forms_of_given_names"]:
        forms = frozenset(map(key_of, group.split()))
        for form in forms:
            variants[form] = variants.get(form, frozenset()) | forms
    return variants
