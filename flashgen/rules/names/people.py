"""The people whom an article names, each with all the forms of the name.

Full names first; then a bare surname or given name goes to the bearer whom it fits best. A wrong
merge is a false alias on a card, a wrong split is two notes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from flashgen.rules.names.aliases import aliases, has_rulers_title, is_introduced, is_own_kin
from flashgen.rules.names.evidence import LORDSHIP
from flashgen.rules.names.fold import fold
from flashgen.rules.names.name import Name, Role
from flashgen.rules.names.onomasticon import is_family_name_first, is_given_name
from flashgen.rules.names.person_names import PersonName, parts_of
from flashgen.rules.names.sexes import sex_of
from flashgen.types import Article, AsideKind, FoundPerson, FoundPlace, Mention

# A bare name that was used so often before is not that of somebody who is named in full but once.
_SETTLED = 2


def find_people(
    article: Article, names: Sequence[Name], places: Sequence[FoundPlace]
) -> tuple[FoundPerson, ...]:
    """The people of the running text, in the order of their first mention.

    ``names`` and ``places`` are those of the same article: no name is both at once.
    """
    taken = {mention.span for place in places for mention in place.mentions}
    named = [n for n in names if n.role is Role.PERSON and n.span not in taken]
    found = []
    for members in _People(named, _titles(article)).joined():
        mentions = tuple(_mention(article, name) for name in members)
        found.append(FoundPerson(_canonical(article, members), mentions, sex_of(members)))
    return tuple(sorted(found, key=lambda person: person.mentions[0].span))


def _mention(article: Article, name: Name) -> Mention:
    span = name.span
    return Mention(span, article.text[span.start : span.end], name.reasons)


def _canonical(article: Article, names: Iterable[Name]) -> str:
    """The fullest form: the one with the most words, then the most letters, then the first.

    "Duke of Wellington" is less full than "Arthur Wellesley".
    """
    forms = [(name.rule != LORDSHIP, article.tidy(name.span)) for name in names]
    return max(forms, key=lambda form: (form[0], len(form[1].split()), len(form[1])))[1]


def _titles(article: Article) -> frozenset[str]:
    """The words of the article's title and headings: its hero stands there."""
    spans = [aside.span for aside in article.set_aside if aside.reason is AsideKind.HEADING]
    texts = [article.title or "", *(article.text[span.start : span.end] for span in spans)]
    return frozenset(fold(" ".join(texts)).replace("'s ", " ").split())


@dataclass(slots=True, eq=False)
class _Person:
    """A person while the names are joined; numbers are those of mentions.

    ``full`` are the mentions by a name that is more than one word, ``bare`` the others.
    """

    names: list[PersonName] = field(default_factory=list)
    full: list[int] = field(default_factory=list)
    bare: list[int] = field(default_factory=list)
    hero: bool = False

    @property
    def first(self) -> int:
        """The first mention by the full name, or at all."""
        return (self.full or self.bare)[0]

    def last_before(self, i: int) -> int:
        """The last mention before another one, -1 if there is none."""
        return max(_last_before(self.full, i), _last_before(self.bare, i))


class _People:
    """The people of an article, by the words by which they may be called."""

    def __init__(self, named: Sequence[Name], titles: frozenset[str]) -> None:
        self._named = named
        self._parts = [parts_of(name) for name in named]
        self._titles = titles
        self._owners: dict[int, _Person] = {}
        self._alike: dict[tuple[str, ...], list[_Person]] = defaultdict(list)
        self._alone: dict[str, list[_Person]] = defaultdict(list)
        self._rulers: dict[str, list[_Person]] = defaultdict(list)
        self._given: dict[str, list[_Person]] = defaultdict(list)
        self._residents: dict[str, tuple[int, list[_Person]]] = {}
        # The mentions of each single word, to tell how it was used before a namesake came.
        self._bare: dict[str, list[int]] = defaultdict(list)
        singles = [i for i, parts in enumerate(self._parts) if parts.single]
        for i in singles:
            self._bare[self._parts[i].family].append(i)
        for i, parts in enumerate(self._parts):
            if not parts.single:
                person = self._person_of(parts)
                self._tell(i, person, full=True)
                # A life begins with its hero: "Hugh Ashcombe was born".
                opens = i == 0 and named[i].start == 0
                person.hero = person.hero or (opens and "born" in named[i].sentence.words)
        pairs = list(aliases(named))
        for i in pairs:
            if not (self._parts[i].single or self._parts[i + 1].single):
                self._join(self._owners[i], self._owners[i + 1])
        for i in singles:
            self._tell(i, self._bearer(i) or self._new(self._parts[i]), full=False)
        for i in pairs:
            self._join(self._owners[i], self._owners[i + 1])

    def joined(self) -> list[list[Name]]:
        """The mentions of each person, in order."""
        persons = dict.fromkeys(self._owners.values())
        return [[self._named[i] for i in sorted((*p.full, *p.bare))] for p in persons]

    # --- full names ------------------------------------------------------------------------------

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
        person.hero = person.hero or (len(parts.words) > 1 and set(parts.words) <= self._titles)
        if not parts.single:
            for key in parts.shared_keys():
                _append(self._alike[key], person)
        for word in parts.alone:
            _append(self._alone[word], person)
        if not parts.family:
            _append(self._rulers[parts.words[0]], person)
        elif parts.given:
            _append(self._given[parts.words[0]], person)

    def _tell(self, i: int, person: _Person, *, full: bool) -> None:
        """Give a person one mention more."""
        (person.full if full else person.bare).append(i)
        self._owners[i] = person

    def _join(self, kept: _Person, other: _Person) -> None:
        """Make two people one."""
        if kept is other:
            return
        self._residents.clear()
        for i in (*other.full, *other.bare):
            self._owners[i] = kept
        kept.full = sorted((*kept.full, *other.full))
        kept.bare = sorted((*kept.bare, *other.bare))
        for parts in other.names:
            self._give(kept, parts)
        for index in (self._alone, self._rulers, self._given, self._alike):
            for people in index.values():
                if other in people:
                    people.remove(other)

    # --- single names ----------------------------------------------------------------------------

    def _bearer(self, i: int) -> _Person | None:
        """Who is meant by one word: by family name or byname, else by given name.

        A ruler's title makes a given name a ruler's: "King James" is no James Fitzjames. Nobody
        is called by his given name before he has been named in full; but Chinese and Japanese
        names begin with the family's.
        """
        name, word = self._named[i], self._parts[i].family
        if is_introduced(name) and not any(
            p.last_before(i) >= 0 for index in (self._alone, self._rulers) for p in index[word]
        ):
            return None
        for index in (self._alone, self._rulers):
            if index[word]:
                return self._choose(index[word], word, i)
        if not self._given[word] or has_rulers_title(name) or is_own_kin(name):
            return None
        person = self._choose(self._given[word], word, i)
        text = name.words[-1]
        western = is_given_name(text) and not is_family_name_first(text)
        return None if person is None or (western and person.first > i) else person

    def _choose(self, people: Sequence[_Person], word: str, i: int) -> _Person | None:
        """The last told before a mention, or else the first behind it; never a mere visitor."""
        known = self._known(people, word)
        told = [p for p in known if p.last_before(i) >= 0]
        if told:
            return max(told, key=lambda p: p.last_before(i))
        return min(known, key=lambda p: p.first, default=None)

    def _known(self, people: Sequence[_Person], word: str) -> list[_Person]:
        """Those of a name who are no mere visitors; found anew only where somebody came."""
        count, known = self._residents.get(word, (0, []))
        if count != len(people):
            known = [p for p in people if not self._is_visitor(p, people, word)]
            self._residents[word] = len(people), known
        return known

    def _is_visitor(self, person: _Person, people: Sequence[_Person], word: str) -> bool:
        """Whether somebody is named but once, while another of that name is the subject.

        "His brother William Rockefeller" leaves the bare surname to the first bearer.
        """
        if not person.full or person.hero:
            return False
        first = person.full[0]
        others = [p for p in people if p is not person]
        before = bisect_left(self._bare[word], first)
        if is_own_kin(self._named[first]) and (before or any(p.first < first for p in others)):
            return True
        if before > _SETTLED and any(p.first < first for p in others):
            return True
        if len(person.full) > 1:
            return False
        if any(p.hero or len(p.full) > 1 for p in others if p.first < first):
            return True
        ruler = not any(parts.family for parts in person.names)
        return (ruler and before >= _SETTLED) or (
            before > 0 and any(p.first < first for p in others)
        )


def _last_before(mentions: list[int], i: int) -> int:
    at = bisect_left(mentions, i)
    return mentions[at - 1] if at else -1


def _append(people: list[_Person], person: _Person) -> None:
    if person not in people:
        people.append(person)
