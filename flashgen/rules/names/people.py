"""Find the people whom an article names, each with all the forms of the name.

What is a person's name is told in ``segments`` (by form) and ``evidence`` (by context); here the
forms are joined: "Carson" to "Edward H. Carson", "Nicholas" to "Nicholas II".
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from flashgen.rules.names.name import Name, Role, is_title
from flashgen.rules.names.onomasticon import is_family_name_first, is_given_name
from flashgen.rules.names.person_names import PersonName
from flashgen.tables import words
from flashgen.types import Article, FoundPerson, FoundPlace, Mention, Reason

# Words that may stand between a name and another name of the same person.
_SAYS_SO = frozenset(
    ["born", "né", "née", "alias", "called", "nicknamed", "known", "styled", "dubbed", "aka"]
)
_ALIAS_WORDS = _SAYS_SO | frozenset(
    ["was", "later", "better", "more", "as", "or", "the", "also", "simply", "by", "to", "history"]
)
# How many words of title and article may stand before a second name in apposition.
_LONGEST_SECOND_TITLE = 3


def find_people(
    article: Article, names: Sequence[Name], places: Sequence[FoundPlace]
) -> tuple[FoundPerson, ...]:
    """The people of the running text, in the order of their first mention.

    ``names`` and ``places`` are those of the same article: no name is both at once.
    """
    taken = {mention.span for place in places for mention in place.mentions}
    named = [
        _Named(name, PersonName.of(name))
        for name in names
        if name.role is Role.PERSON and name.span not in taken
    ]
    people = _join_aliases(named, _People(named).owners())
    found = []
    for person in people:
        members = [named[i].name for i in sorted(person.members)]
        mentions = tuple(_mention(article, name) for name in members)
        found.append(FoundPerson(_canonical(article, members), mentions))
    return tuple(sorted(found, key=lambda person: person.mentions[0].span))


def _mention(article: Article, name: Name) -> Mention:
    span = name.span
    return Mention(span, article.text[span.start : span.end], (Reason(name.rule),))


def _canonical(article: Article, names: Iterable[Name]) -> str:
    """The fullest form: the one with the most words, then the most letters, then the first.

    "Duke of Wellington" is less full than "Arthur Wellesley".
    """
    forms = [(name.rule != "title of a place", article.tidy(name.span)) for name in names]
    return max(forms, key=lambda form: (form[0], len(form[1].split()), len(form[1])))[1]


@dataclass(frozen=True, slots=True)
class _Named:
    """A person's name where it stands, and its parts."""

    name: Name
    parts: PersonName


@dataclass(slots=True, eq=False)
class _Person:
    """A person while the names are joined; ``members`` are indices of mentions."""

    names: list[PersonName] = field(default_factory=list)
    members: list[int] = field(default_factory=list)


class _People:
    """The people of an article, with the mentions of all who may be called by one word.

    ``_families``, ``_rulers`` and ``_given`` hold, for each word, the mentions of the people who
    have it as their family name (or byname), as their only name, or as their given name.
    """

    def __init__(self, named: Sequence[_Named]) -> None:
        self._named = named
        self._owners: dict[int, _Person] = {}
        self._alike: dict[tuple[str, ...], list[_Person]] = defaultdict(list)
        self._families: _Index = defaultdict(list)
        self._rulers: _Index = defaultdict(list)
        self._given: _Index = defaultdict(list)
        for i, one in enumerate(named):
            if not one.parts.single:
                self._add(i, self._person_of(one.parts))
        for i, one in enumerate(named):
            if one.parts.single:
                self._add(i, self._bearer(i, one) or self._new(one.parts))

    def owners(self) -> dict[int, _Person]:
        """The person of each mention."""
        return self._owners

    def _person_of(self, parts: PersonName) -> _Person:
        """The person who bears a full name, be it a new one."""
        for key in parts.shared_keys():
            for person in self._alike[key]:
                if all(map(parts.same_as, person.names)):
                    if parts not in person.names:
                        self._give(person, parts)
                    return person
        return self._new(parts)

    def _new(self, parts: PersonName) -> _Person:
        person = _Person()
        self._give(person, parts)
        return person

    def _give(self, person: _Person, parts: PersonName) -> None:
        """Give a person one name more."""
        person.names.append(parts)
        for key in parts.shared_keys():
            self._alike[key].append(person)

    def _add(self, i: int, person: _Person) -> None:
        """Give a person one mention more."""
        person.members.append(i)
        self._owners[i] = person
        for parts in person.names:
            for word in (parts.family, parts.byname):
                # "his brother William Rockefeller" leaves the bare surname to the first bearer.
                if not (self._families[word] and _is_kin(self._named[i].name)):
                    _insert(self._families[word], i)
            if not parts.family:
                _insert(self._rulers[parts.words[0]], i)
            elif parts.given:
                _insert(self._given[parts.words[0]], i)

    def _bearer(self, i: int, one: _Named) -> _Person | None:
        """The nearest person who may be meant by one word: by family name, else by given name.

        A ruler's title makes a given name a ruler's: "King James" is no James Fitzjames. Nobody
        is called by his given name before he has been named in full; but Chinese and Japanese
        names begin with the family's.
        """
        word = one.parts.family
        for index in (self._families, self._rulers):
            if index[word]:
                return self._owners[_nearest(index[word], i)]
        if not self._given[word] or _has_rulers_title(one.name) or _is_kin(one.name):
            return None
        text = one.name.texts[-1]
        nearest = _nearest(self._given[word], i)
        western = is_given_name(text) and not is_family_name_first(text)
        return None if western and nearest > i else self._owners[nearest]


_Index = defaultdict[str, list[int]]


def _insert(mentions: list[int], i: int) -> None:
    """Put a mention to its place, once."""
    place = bisect_left(mentions, i)
    if mentions[place : place + 1] != [i]:
        mentions.insert(place, i)


def _nearest(mentions: Sequence[int], i: int) -> int:
    """The nearest mention before another one, or else the first behind it."""
    return mentions[max(bisect_left(mentions, i) - 1, 0)]


def _has_rulers_title(name: Name) -> bool:
    """Whether a title before a name is one that a sovereign bears before the given name."""
    title = name.before()
    return name.titled and title in words("people", "rulers_titles")


def _is_kin(name: Name) -> bool:
    """Whether a name is that of somebody's kin: "his brother Diego" is a new Diego."""
    kin = name.before() in words("people", "kin")
    return kin and name.before(2).lower() in ("his", "her", "their")


def _join_aliases(named: Sequence[_Named], owners: dict[int, _Person]) -> list[_Person]:
    """Join people where the text says that two names are one's: "Clemens (Mark Twain)"."""
    for i in _aliases(named):
        kept, other = owners[i], owners[i + 1]
        if kept is not other:
            kept.members += other.members
            owners.update(dict.fromkeys(other.members, kept))
    return list(dict.fromkeys(owners.values()))


def _aliases(named: Sequence[_Named]) -> Iterator[int]:
    """The mentions that the next one is another name of."""
    for i, (left, right) in enumerate(pairwise(named)):
        sentence = left.name.sentence
        if sentence is not right.name.sentence:
            continue
        between = {word.text for word in sentence[left.name.end : right.name.start]}
        if not all(map(_may_introduce, between)):
            continue
        closed = right.name.gap.startswith(")")
        if (
            (left.name.gap == " (" and closed)
            or between & _SAYS_SO
            or _is_second_title(left, right)
        ):
            yield i


def _may_introduce(text: str) -> bool:
    """Whether a word may stand before another name of somebody: "familiarly known as"."""
    return text in _ALIAS_WORDS or is_title(text) or text.endswith("ly")


def _is_second_title(left: _Named, right: _Named) -> bool:
    """Whether a title in apposition follows: "Arthur Wellesley, the Duke of Wellington"."""
    sentence = left.name.sentence
    if left.name.gap != ", ":
        return False
    if right.name.start - left.name.end > _LONGEST_SECOND_TITLE:
        return False
    the = sentence[left.name.end].text == "the"
    return right.name.rule == "title of a place" or (right.name.titled and the)
