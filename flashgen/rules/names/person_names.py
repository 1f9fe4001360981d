"""The parts of a person's name, and whether two names can be one person's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from flashgen.rules.names.fold import fold
from flashgen.rules.names.kinds import is_numeral, is_title
from flashgen.rules.names.name import Name
from flashgen.rules.names.onomasticon import is_family_name_first, is_given_name
from flashgen.rules.names.person_forms import is_patronymic
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
    """The parts of a name, in keys.

    ``family`` is "" where the name has none ("Nicholas II", "Maria Feodorovna"). A ruler's
    ``number``, the land or town that he is ``of``, a ``byname`` ("the great", "jr") tell
    namesakes apart. ``single``: one word stands alone. ``also`` are words that may stand alone
    though they are no family name: nicknames, and what follows a number ("John III Sobieski").
    """

    given: tuple[str, ...]
    family: str
    number: str = ""
    of: str = ""
    byname: str = ""
    single: bool = False
    also: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Its words but what tells namesakes apart."""
        return (*self.given, self.family) if self.family else self.given

    @property
    def marks(self) -> tuple[str, str, str]:
        """What tells its bearer from a namesake."""
        return self.number, self.of, self.byname

    @property
    def alone(self) -> tuple[str, ...]:
        """The words that may stand for the whole: the family name, or what does for it."""
        last = self.given[-1:] if not self.family and len(self.given) > 1 else ()
        return tuple(dict.fromkeys(filter(None, (self.family, *self.also, *last))))

    def same_as(self, other: PersonName) -> bool:
        """Whether two full names can be one person's: nothing in them differs.

        A middle name in full that the other form lacks tells two people apart: John Adams was
        the father of John Quincy Adams.
        """
        pairs = list(zip(self.marks, other.marks, strict=True))
        if any(mine and others and mine != others for mine, others in pairs):
            return False
        if any(self.marks) or any(other.marks):
            shared = any(mine and mine == others for mine, others in pairs)
            # Only a full name with a family's does without the mark of the other.
            if not shared and not (
                self.family and other.family and len(self.given) > 0 < len(other.given)
            ):
                return False
            if not shared and (self.byname or other.byname):
                return False
        if self.family != other.family:
            return self._begins(other) or other._begins(self)
        short, long = sorted((self.given, other.given), key=len)
        return (bool(short) and long[-len(short) :] == short) or _compatible(short, long)

    def _begins(self, other: PersonName) -> bool:
        """Whether the other name goes on where this ends: "Ahmad Shah", "Ahmad Shah Durrani"."""
        mine, others = self.words, other.words
        if not 1 < len(mine) < len(others):
            return False
        return others[: len(mine)] == mine or (
            mine[0] != others[0] and others[-len(mine) :] == mine
        )

    def shared_keys(self) -> tuple[tuple[str, ...], ...]:
        """What two names that can be one person's have in common, one of these at least."""
        first = self.words[0]
        initials = {first[0]} | {form[0] for form in _forms_of(first)}
        return (self.words[:2], self.words[-2:], *((self.family, i) for i in sorted(initials)))


def parts_of(name: Name) -> PersonName:
    """The parts of a name as it stands in the text."""
    texts = name.words
    nick = _nickname(name)
    also = tuple(map(key_of, nick))
    if nick:
        texts = (texts[0], *texts[1 + len(nick) :])
    if texts[-1] in words("people", "suffixes") and len(texts) > 2:
        byname = fold(texts[-1]).rstrip(".")
        return PersonName(_keys(texts[:-2]), key_of(texts[-2]), byname=byname, also=also)
    if name.rule == "person/lordship":
        return PersonName((), key_of(texts[-1]), byname=fold(name.text))
    for i in range(1, len(texts)):
        if is_numeral(texts[i]) or texts[i] in ("the", "of"):
            return _ruler(texts, i)
    of = _land(name)
    if len(texts) == 1:
        # "Bestuzhev-Ryumin" is "Bestuzhev", too.
        half, _, other = texts[0].partition("-")
        also = (key_of(half),) if other[:1].isupper() else ()
        single = PersonName((), key_of(texts[0]), single=True, also=also)
        return PersonName(_keys(texts), "", of=of) if of else single
    if len(texts) == 2 and is_family_name_first(texts[0]):
        return PersonName(_keys(texts[1:]), key_of(texts[0]))
    following = texts[-1] in words("people", "following_titles")
    if (
        (is_patronymic(texts[-1]) and is_given_name(texts[0]))
        or following
        or name.rule == "person/saint"
    ):
        return PersonName(_keys(texts), "")
    particles = words("people", "particles")
    capitals = [text for text in texts[:-1] if text.lower() not in particles]
    return PersonName(_keys(capitals), key_of(texts[-1]), single=not capitals, also=also)


def _ruler(texts: tuple[str, ...], i: int) -> PersonName:
    """A name with a number, a land or a byname from its word ``i`` on."""
    number = fold(texts[i]) if is_numeral(texts[i]) else ""
    rest = texts[i + 1 :] if number else texts[i:]
    of = fold(" ".join(rest[1:])) if rest[:1] == ("of",) else ""
    byname = fold(" ".join(rest)) if rest[:1] == ("the",) else ""
    also = (key_of(rest[-1]),) if rest and (of or not byname) else ()
    return PersonName(_keys(texts[:i]), "", number, of, byname, also=also)


def _land(name: Name) -> str:
    """The land of a lord who is named without it: "Henry, Duke of Brabant"."""
    tokens = name.sentence.words
    i = name.end + (name.after() == ",")
    for j in range(i, min(i + _LONGEST_LORDSHIP, len(tokens) - 2)):
        if tokens[j + 1] == "of" and tokens[j + 2][:1].isupper():
            title = tokens[j] in words("people", "titles_of_places") or is_title(tokens[j])
            return fold(tokens[j + 2]) if title and tokens[j][0].isupper() else ""
        if tokens[j] != "the" and not tokens[j][:1].isupper():
            return ""
    return ""


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
    if not left or not right:
        return left == right
    shorter, longer = sorted((_names_of(left), _names_of(right)), key=len)
    spare = longer[len(shorter) :]
    agree = all(_alike(a, b) for a, b in zip(shorter, longer, strict=False))
    return agree and all(name.endswith((".", *_PATRONYMIC_KEYS)) for name in spare)


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
