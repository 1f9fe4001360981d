"""The people whom an article names, each with all the forms of the name.

Full names first; then a bare surname or given name goes to the bearer whom it fits best. A wrong
merge is a false alias on a card, a wrong split is two notes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from flashgen.article import Article
from flashgen.mentions import FoundPerson, FoundPlace, Mention
from flashgen.rules.names.aliases import aliases, is_own_kin, is_parent
from flashgen.rules.names.bearers import JoinedPerson, bearer_of, form_of
from flashgen.rules.names.fold import fold
from flashgen.rules.names.name import Name, Role
from flashgen.rules.names.onomasticon import sex_of_given_name
from flashgen.rules.names.person_names import PersonName, parts_of
from flashgen.rules.names.sexes import sex_of
from flashgen.tables import words

# A book may have thousands of the name of John: so many of a name are asked, the last told first.
_MOST_NAMESAKES = 24
_LONGEST_NAME = 3  # words of a name that one is called by


def find_people(
    article: Article, names: Sequence[Name], places: Sequence[FoundPlace]
) -> tuple[FoundPerson, ...]:
    """The people of the running text, in the order of their first mention.

    ``names`` and ``places`` are those of the same article: no name is both at once.
    """
    taken = {mention.span for place in places for mention in place.mentions}
    named = [n for n in names if n.role is Role.PERSON and n.span not in taken]
    found = []
    for person in _People(named, article.title or "").persons():
        members = [named[i] for i, _ in person.mentions]
        mentions = tuple(
            Mention(span, article.text[span.start : span.end], (*named[i].reasons, *more))
            for i, more in person.mentions
            for span in [named[i].span]
        )
        found.append(
            FoundPerson(_canonical(article, members), mentions, sex_of(members) or person.sex)
        )
    return tuple(sorted(found, key=lambda person: person.mentions[0].span))


def _canonical(article: Article, names: Iterable[Name]) -> str:
    """The fullest form: the one with the most names, then the most words, letters, then the first.

    "Duke of Wellington" is less full than "Arthur Wellesley", and fuller than "Wellington". Whom an
    article is named after is called so as its title does, unless that is half a plain name.
    """
    forms = [article.tidy(name.span) for name in names]
    fullest = max(forms, key=_fullness)
    title = article.title or ""
    long = len(fullest.split()) > _LONGEST_NAME or " " in title
    return title if title in forms and long else fullest


def _fullness(form: str) -> tuple[int, int, int]:
    own = form.split()
    names = [w for w in own if not w.islower() and w not in words("people", "nobility")]
    return len(names), len(own), len(form)


class _People:
    """The people of an article, by the words by which they may be called."""

    def __init__(self, named: Sequence[Name], title: str) -> None:
        self._title = fold(title)
        self._titled: set[JoinedPerson] = set()  # of more names, of which the title is one
        self._known: dict[PersonName, JoinedPerson] = {}
        # By each word of their names, the last told last.
        self._bearers: dict[str, dict[JoinedPerson, None]] = defaultdict(dict)
        self._also: dict[PersonName, list[PersonName]] = defaultdict(list)
        parts = [parts_of(name) for name in named]
        for i in aliases(named):
            self._also[parts[i]].append(parts[i + 1])
            self._also[parts[i + 1]].append(parts[i])
        self._read_full_names(named, parts)
        for i, (name, its) in enumerate(zip(named, parts, strict=True)):
            found = form_of(its, self._known.get(its))
            if its.single:
                perhaps = self._namesakes((its.family,))
                found = bearer_of(name, its, [p for p in perhaps if self._may_be(p, its.family)])
            person = found[0] or self._give(JoinedPerson(i), its)
            person.sex = person.sex or its.sex
            person.mentions.append((i, found[1]))
            person.last = i
            for word in {word for each in person.names for word in (*each.words, *each.also)}:
                self._bearers[word].pop(person, None)
                self._bearers[word][person] = None

    def persons(self) -> list[JoinedPerson]:
        """All of them."""
        return list(dict.fromkeys(p for people in self._bearers.values() for p in people))

    def _read_full_names(self, named: Sequence[Name], parts: Sequence[PersonName]) -> None:
        used: Counter[str] = Counter()
        for i, (name, its) in enumerate(zip(named, parts, strict=True)):
            if its.single:
                used[its.family] += 1
                continue
            kin = is_own_kin(name)
            person = self._known.get(its) or (None if kin and not its.byname else self._alike(its))
            if person is None:
                # A life begins with its hero: "Hugh Ashcombe was born".
                opens = i == name.start == 0 and "born" in name.sentence.words
                before = {word: used[word] for word in (*its.words, *its.also)}
                sex = its.sex or sex_of_given_name(name.words[0])
                person = JoinedPerson(i, sex, opens, kin or is_parent(name), used=before)
            self._give(person, its)
            person.full += 1

    def _alike(self, parts: PersonName) -> JoinedPerson | None:
        """The first to whom a full name can belong: no other name of that family is against it."""
        for person in self._namesakes(parts.words):
            names = [its for its in person.names if parts.agrees(its)]
            if (
                names
                and person.may_be(parts.sex)
                and all(its in names for its in person.names if its.family == parts.family)
            ):
                return person
        return None

    def _may_be(self, person: JoinedPerson, word: str) -> bool:
        """Whether one is called by a word of his name: not Nero, of four names, by another one."""
        return person not in self._titled or fold(word) == self._title

    def _namesakes(self, words: Iterable[str]) -> Iterator[JoinedPerson]:
        for word in words:
            yield from islice(reversed(self._bearers.get(word, {})), _MOST_NAMESAKES)

    def _give(self, person: JoinedPerson, parts: PersonName) -> JoinedPerson:
        """Give a person a name, and those that the text says are the same one's."""
        self._known[parts] = person
        person.names[parts] = None
        if len(parts.words) > _LONGEST_NAME and self._title in map(fold, parts.words):
            self._titled.add(person)
        for word in (*parts.words, *parts.also):
            self._bearers[word][person] = None
        for other in self._also[parts]:
            if other not in self._known:
                self._give(person, other)
        return person
