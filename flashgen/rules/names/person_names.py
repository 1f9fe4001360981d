"""The parts of a person's name, and whether two names can be one person's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from flashgen.rules.names.fold import fold
from flashgen.rules.names.kinds import is_numeral
from flashgen.rules.names.name import Name
from flashgen.rules.names.onomasticon import is_family_name_first, is_given_name
from flashgen.rules.names.person_forms import is_patronymic, without_title
from flashgen.rules.names.sexes import sex_of_noun
from flashgen.tables import table, words

# What one Slavic, Arabic or Chinese sound is spelled like in English: "Kamenev", "Kameniev". Each
# spelling gives way to the next; the order matters.
_SPELLINGS = (
    *(("'", ""), ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("ch", "c"), ("tz", "ts"), ("sh", "s")),
    *(
        ("dzh", "di"),
        ("kh", "h"),
        ("x", "ks"),
        ("ck", "k"),
        ("w", "v"),
        ("ff", "v"),
        ("ph", "f"),
        ("j", "i"),
    ),
    *(("yi", "i"), ("iy", "i"), ("ii", "i"), ("ye", "e"), ("ie", "e"), ("y", "i")),
    *(("ou", "u"), ("oo", "u"), ("ss", "s"), ("ll", "l"), ("nn", "n"), ("mm", "m"), ("tt", "t")),
    *(("u", "o"), ("ios ", " "), ("ina ", "ine ")),
)
# Short names differ by less: Li is not Lee.
_SHORTEST_RESPELLED = 5
_INITIALS = str.maketrans("wjyx", "viik")
_PATRONYMIC_KEYS = ("ovic", "evic", "ovna", "evna", "vitc", "oglu", "ogli", "idc")
# A lord who is named with a title behind: "Henry, Duke of Brabant", "Hugh, Lord Ashcombe".
_PEERAGE = (
    r"(?:, )?(?:the )?(?:\d+[a-z]+ |[a-z]+th |first |second |third )?"
    r"(?:[A-Z]\w+ of|Lord) ([A-Z]\w+)"
)
_LONGEST_PEERAGE = 6


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a name, in keys; "" is a part that the name does not have.

    "Nicholas II", "Maria Feodorovna" have no ``family``. A ruler's ``number``, the land or town
    that he is ``of``, a ``byname`` ("the great", "jr"), the ``sex`` that a title tells keep
    namesakes apart. ``also`` are words that may stand alone though they are no family name:
    nicknames, and what follows a number ("John III Sobieski").
    """

    given: tuple[str, ...] = ()
    family: str = ""
    number: str = ""
    of: str = ""
    byname: str = ""
    sex: str = ""
    also: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Its words but what keeps namesakes apart."""
        return (*self.given, self.family) if self.family else self.given

    @property
    def alone(self) -> tuple[str, ...]:
        """The words that may stand for the whole: the family name, or what does for it."""
        return ((self.family,) if self.family else self.given) + self.also

    @property
    def marks(self) -> tuple[str, str, str]:
        """What a name has against its namesakes, beside the sex."""
        return self.number, self.of, self.byname

    @property
    def single(self) -> bool:
        """Whether one word stands alone."""
        return not self.given and not any(self.marks)

    def agrees(self, other: PersonName) -> bool:
        """Whether two full names can be one person's: no part that both have differs.

        A middle name in full that the other lacks tells two people apart: John Adams was the
        father of John Quincy Adams.
        """
        marks = list(zip(self.marks, other.marks, strict=True))
        if any(mine and others and mine != others for mine, others in marks):
            return False
        if self.words == other.words and len(self.words) > 1 and not (self.family and other.family):
            return True  # "Abdul Hamid II", "St. Thomas the Martyr"
        shared = any(mine and mine == others for mine, others in marks)
        if not shared and any(map(any, marks)):
            return False
        short, long = sorted((self, other), key=lambda name: len(name.words))
        if self.family != other.family:
            # "Ahmad Shah", "Ahmad Shah Durrani"
            return len(short.words) > 1 and long.words[: len(short.words)] == short.words
        if not short.given:
            return shared  # "Ashcombe Jr."
        ends_so = long.given[-len(short.given) :] == short.given
        nicknamed = self.family and len(short.given) == 1 and short.given[0] in long.also
        return ends_so or bool(nicknamed) or _compatible(short.given, long.given)


def _compatible(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether given names agree: "v. i." with "vladimir", "john" with "john f."."""
    spare = longer[len(shorter) :]
    agree = all(_alike(a, b) for a, b in zip(shorter, longer, strict=False))
    return agree and all(name.endswith((".", *_PATRONYMIC_KEYS)) for name in spare)


def _alike(left: str, right: str) -> bool:
    if "." in left[-1] + right[-1] and left[0].translate(_INITIALS) == right[0].translate(
        _INITIALS
    ):
        return True
    return left == right or right in _variants().get(left, ())


@cache
def _variants() -> Mapping[str, frozenset[str]]:
    """The other forms of each given name: pet forms, and forms in other languages."""
    variants: dict[str, frozenset[str]] = {}
    for group in table("people")["forms_of_given_names"]:
        forms = frozenset(map(key_of, group.split()))
        for form in forms:
            variants[form] = variants.get(form, frozenset()) | forms
    return variants


# --- from the text ------------------------------------------------------------------------------


def parts_of(name: Name) -> PersonName:
    """The parts of a name as it stands in the text."""
    texts, number, of, byname = name.words, "", "", ""
    at, nick = _nickname(name)
    also = _keys(word for word in nick if word.lower() != "the")
    texts = (*texts[:at], *texts[at + len(nick) :])
    if texts[-1] in words("people", "suffixes") and len(texts) > 1:
        byname, texts = fold(texts[-1]).rstrip("."), texts[:-1]
    marks = [i for i, text in enumerate(texts) if i and (text in ("the", "of") or is_numeral(text))]
    texts, rest = (texts[: marks[0]], texts[marks[0] :]) if marks else (texts, ())
    if name.lordship:
        texts = tuple(without_title(texts))
    if rest and is_numeral(rest[0]):
        number, rest = fold(rest[0]), rest[1:]
    if rest:
        of, also = fold(" ".join(rest)).removeprefix("of "), (*also, key_of(rest[-1]))
    particles, family = words("people", "particles"), texts[-1]
    if texts[0] in words("people", "nobility") and texts[1:2] and texts[1] in particles:
        texts = texts[1:]  # "Marquis de Brandt"
    given = [text for text in texts[:-1] if text.lower() not in particles]
    also = (*also, *map(key_of, family.split("-")))  # "Bestuzhev", "Bestuzhev-Ryumin"
    if marks or _has_no_family_name(name, texts):
        given, family = [*given, family], ""
    elif not given and (peer := _peerage(name)):
        given, family, of, also = [family], "", fold(peer), (*also, key_of(peer))
    elif len(texts) == 2 and is_family_name_first(texts[0]):
        given, family = [family], texts[0]
    sex = sex_of_noun(name.before().lower())  # "Mrs", "her brother", "Queen"
    return PersonName(_keys(given), key_of(family), number, of, byname, sex, also)


def _has_no_family_name(name: Name, texts: tuple[str, ...]) -> bool:
    """Whether all words are given names or titles: "Maria Feodorovna", "Midhat Pasha"."""
    patronymic = is_patronymic(texts[-1]) and is_given_name(texts[0])
    titled = texts[-1] in words("people", "following_titles")
    return len(texts) > 1 and (patronymic or titled or name.rule == "person/saint")


def _peerage(name: Name) -> str:
    """The land, or the family, of a lord whose title stands behind his given name."""
    behind = " ".join(name.sentence.words[name.end : name.end + _LONGEST_PEERAGE])
    found = re.match(_PEERAGE, behind)
    return found[1] if found else ""


def _nickname(name: Name) -> tuple[int, tuple[str, ...]]:
    """How many words stand before the marks or brackets within a name, and the words in them."""
    tokens = name.sentence.words[name.start : name.end]
    marks = [i for i, word in enumerate(tokens) if not word[0].isalnum() and word != ","]
    inside = tokens[marks[0] : marks[-1]] if marks[:1] != [0] and marks else ()
    return (marks or [0])[0], tuple(word for word in inside if word[0].isalnum())


def _keys(texts: Iterable[str]) -> tuple[str, ...]:
    """The keys of given names one by one: "J.R." is two initials."""
    return tuple(map(key_of, " ".join(texts).replace(".", ". ").split()))


@cache
def key_of(word: str) -> str:
    """A word of a name without accents and in one spelling of its sounds."""
    key = fold(re.sub(r"-(?=[a-z])", "", word))  # "Hui-yin", "Huiyin"
    if len(key) < _SHORTEST_RESPELLED:
        return key
    key += " "
    for spelling, sound in _SPELLINGS:
        key = key.replace(spelling, sound)
    return key.rstrip()
