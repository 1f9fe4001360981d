"""The parts of a person's name, and whether two names can be one person's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from flashgen.rules.names.evidence import LORDSHIP
from flashgen.rules.names.fold import fold
from flashgen.rules.names.kinds import is_numeral, is_title
from flashgen.rules.names.name import Name
from flashgen.rules.names.onomasticon import is_family_name_first, is_given_name
from flashgen.rules.names.person_forms import has_hyphenated_given_name, is_patronymic
from flashgen.rules.names.sexes import sex_told
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
_PATRONYMIC_KEYS = ("ovic", "evic", "ovna", "evna", "vitc", "oglu", "ogli", "idc")
# What stands between a name and the land of its bearer: "Henry, Duke of Brabant".
_LONGEST_LORDSHIP = 4


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
    def marks(self) -> tuple[str, str, str]:
        """What a name in full has against its namesakes, beside the sex."""
        return self.number, self.of, self.byname

    @property
    def single(self) -> bool:
        """Whether one word stands alone."""
        return not self.given and not any(self.marks)

    @property
    def alone(self) -> tuple[str, ...]:
        """The words that may stand for the whole: the family name, or what does for it."""
        last = self.given[-1:] if not self.family and len(self.given) > 1 else ()
        return tuple(filter(None, (self.family, *self.also, *last)))

    def agrees(self, other: PersonName) -> bool:
        """Whether two full names can be one person's: no part that both have differs.

        Only a name with given and family name does without the other's mark. A middle name in
        full that the other lacks tells two people apart: John Adams was the father of John
        Quincy Adams.
        """
        marks = [*zip(self.marks, other.marks, strict=True), (self.sex, other.sex)]
        if any(mine and others and mine != others for mine, others in marks):
            return False
        shared = any(mine and mine == others for mine, others in marks[:-1])
        if not shared and any(map(any, marks[:-1])):
            in_full = all(name.given and name.family for name in (self, other))
            if self.byname or other.byname or not in_full:
                return False
        short, long = sorted((self, other), key=lambda name: len(name.words))
        if self.family != other.family:
            return _goes_on(short.words, long.words)
        if not short.given:
            return shared  # "Ashcombe Jr."
        ends_so = long.given[-len(short.given) :] == short.given
        return ends_so or _compatible(short.given, long.given)


def _goes_on(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a name goes on where another ends: "Ahmad Shah", "Ahmad Shah Durrani"."""
    size = len(short)
    ends_so = short[0] != long[0] and long[-size:] == short
    return 1 < size < len(long) and (long[:size] == short or ends_so)


def parts_of(name: Name) -> PersonName:
    """The parts of a name as it stands in the text."""
    texts, sex, byname = name.words, sex_told(name), ""
    if name.rule == LORDSHIP:
        return PersonName(family=key_of(texts[-1]), byname=fold(name.text), sex=sex)
    nick = _nickname(name)
    also = _keys(nick)
    if nick:
        texts = (texts[0], *texts[1 + len(nick) :])
    if texts[-1] in words("people", "suffixes") and len(texts) > 1:
        byname, texts = fold(texts[-1]).rstrip("."), texts[:-1]
    for i in range(1, len(texts)):
        if is_numeral(texts[i]) or texts[i] in ("the", "of"):
            return _ruler(texts[:i], texts[i:], sex)
    particles = words("people", "particles")
    given = [text for text in texts[:-1] if text.lower() not in particles]
    family, of = texts[-1], ""
    if not given:
        # "Bestuzhev-Ryumin" is "Bestuzhev", too.
        half, _, other = family.partition("-")
        also = (key_of(half),) if other[:1].isupper() else also
        of, peer = _peerage(name)
        given, family = ([family], peer) if of or peer else (given, family)
    elif (len(texts) == 2 and is_family_name_first(texts[0])) or has_hyphenated_given_name(texts):
        given, family = [family], texts[0]
    elif _has_no_family_name(name, texts):
        given, family = [*given, family], ""
    return PersonName(_keys(given), key_of(family), of=of, byname=byname, sex=sex, also=also)


def _has_no_family_name(name: Name, texts: tuple[str, ...]) -> bool:
    """Whether all words are given names or titles: "Maria Feodorovna", "Midhat Pasha"."""
    patronymic = is_patronymic(texts[-1]) and is_given_name(texts[0])
    titled = texts[-1] in words("people", "following_titles")
    return patronymic or titled or name.rule == "person/saint"


def _ruler(given: tuple[str, ...], rest: tuple[str, ...], sex: str) -> PersonName:
    """A name with a number, a land or a byname behind the given names."""
    number = fold(rest[0]) if is_numeral(rest[0]) else ""
    rest = rest[1:] if number else rest
    of = fold(" ".join(rest[1:])) if rest[:1] == ("of",) else ""
    byname = fold(" ".join(rest)) if rest[:1] == ("the",) else ""
    also = (key_of(rest[-1]),) if rest and not byname else ()
    return PersonName(_keys(given), "", number, of, byname, sex, also)


def _peerage(name: Name) -> tuple[str, str]:
    """The land or the family of a lord: "Henry, Duke of Brabant", "Hugh, Lord Ashcombe"."""
    tokens = name.sentence.words
    i = name.end + (name.after() == ",")
    for j in range(i, min(i + _LONGEST_LORDSHIP, len(tokens) - 2)):
        if tokens[j + 1] == "of" and tokens[j + 2][:1].isupper():
            title = tokens[j] in words("people", "titles_of_places") or is_title(tokens[j])
            return (fold(tokens[j + 2]) if title and tokens[j][0].isupper() else ""), ""
        if j == i and name.after() == "," and tokens[j] == "Lord" and tokens[j + 1][:1].isupper():
            return "", tokens[j + 1]
        if tokens[j] != "the" and not tokens[j][:1].isupper():
            break
    return "", ""


def _nickname(name: Name) -> tuple[str, ...]:
    """The words in marks or brackets within a name."""
    tokens = name.sentence.words[name.start : name.end]
    marks = [i for i, word in enumerate(tokens) if not word[0].isalnum() and word != ","]
    inside = tokens[marks[0] : marks[-1]] if len(marks) > 1 else ()
    return tuple(word for word in inside if word[0].isalnum())


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
    shorter, longer = sorted((_names_of(left), _names_of(right)), key=len)
    agree = all(_alike(a, b) for a, b in zip(shorter, longer, strict=False))
    return agree and all(
        name.endswith((".", *_PATRONYMIC_KEYS)) for name in longer[len(shorter) :]
    )


def _names_of(given: tuple[str, ...]) -> list[str]:
    """Given names one by one: "j.r." is two initials."""
    return [part for name in given for part in name.replace(".", ". ").split()]


def _alike(left: str, right: str) -> bool:
    if left.endswith(".") or right.endswith("."):
        return left[0] == right[0]
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
