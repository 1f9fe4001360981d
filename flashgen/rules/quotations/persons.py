"""What the text tells of its people beyond their names: titles, and which pronoun fits."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from flashgen.rules.names.onomasticon import is_given_name
from flashgen.rules.quotations.frame import Kind
from flashgen.rules.quotations.phrases import Phrase, is_plural
from flashgen.rules.quotations.words import Tokens, peoples
from flashgen.tables import words
from flashgen.types import Article, FoundPerson, Span

_TITLE_BEFORE = re.compile(r"([^\W\d_][\w.-]*),? +$")
# "Wrangel, an army commander", "Carson, the prime minister,".
_APPOSITION = re.compile(
    r",? +(?:an?|his|her|its|their) +((?:[\w-]+ +){0,4}[\w-]+)"
    r"|, +(?:the +)?((?:[\w-]+ +){0,3}[\w-]+)(?=[,;.)]| of\b| who\b)"
)
# The first possessive or reflexive behind a name, in the same clause; "saw her in" is neither.
_PRONOUN = re.compile(
    r"[^.!?;:“”\"()]{1,60}? (his|himself|herself|her"
    r"(?= (?!(?:that|to|in|at|on|and|with|for|as|but|when|from|by|how)\b)[a-z]))\b"
)
_AGES = frozenset({"old", "young", "new", "late", "aged", "great"})
_SAINTS = frozenset({"St.", "St", "Saint"})


class Sex(Enum):
    """Which pronoun fits; ``ANY`` is a human being of whom no more is known."""

    MAN = auto()
    WOMAN = auto()
    ANY = auto()
    MANY = auto()
    SELF = auto()
    THING = auto()


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who can speak: the words for him, and which pronoun fits."""

    words: str
    sex: Sex


class Persons:
    """The people of an article, by what pronouns and titles may mean them."""

    def __init__(self, article: Article, people: Sequence[FoundPerson]) -> None:
        self._article = article
        self._sexes = self._sexes_of(people)
        self._bearers = self._titles(people)

    def voice(self, canonical: str) -> Voice:
        """The voice of a person."""
        return Voice(canonical, self._sexes.get(canonical, Sex.ANY))

    def is_named(self, voice: Voice) -> bool:
        """Whether a voice is that of a person with a name."""
        return voice.words in self._sexes

    def bearer(self, tokens: Tokens, phrase: Phrase) -> str | None:
        """The person of whom a title alone speaks: "the general", "the old king"."""
        if tokens[phrase.start].low != "the" or phrase.end - phrase.start > 3:
            return None
        between = tokens[phrase.start + 1 : phrase.end - 1]
        if any(t.low not in _AGES for t in between):
            return None
        bearers = self._bearers.get(phrase.head.low, [])
        i = bisect_left(bearers, (phrase.head.span.start, "")) - 1
        return bearers[i][1] if i >= 0 else None

    def _titles(self, people: Sequence[FoundPerson]) -> dict[str, list[tuple[int, str]]]:
        """Who bears which title, by the offsets where the text says so."""
        bearers: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for person in people:
            for mention in person.mentions:
                own = mention.surface.split()[0].lower()
                titles = [*self._titles_at(mention.span), *({own} & _title_words())]
                for title in titles:
                    bearers[title].append((mention.span.start, person.canonical))
        return {title: sorted(found) for title, found in bearers.items()}

    def _titles_at(self, span: Span) -> Iterator[str]:
        view = self._article.view
        before = _TITLE_BEFORE.search(view, max(0, span.start - 40), span.start)
        if before and before[1].lower() in _title_words():
            yield before[1].lower()
        behind = _APPOSITION.match(view, span.end)
        for word in (behind[1] or behind[2] or "").lower().split() if behind else ():
            if word in ("of", "who", "and", "in", "to"):
                break
            if word in _title_words():
                yield word

    def _sexes_of(self, people: Sequence[FoundPerson]) -> dict[str, Sex]:
        """The sex of each person; where the name does not tell it, the pronouns behind it may."""
        sexes = {person.canonical: self._sex(person) for person in people}
        starts = sorted(mention.span.start for person in people for mention in person.mentions)
        for person in people:
            if sexes[person.canonical] is Sex.ANY:
                votes = Counter(
                    match[1] in ("her", "herself")
                    for mention in person.mentions
                    if (match := _PRONOUN.match(self._article.view, mention.span.end))
                    and bisect_left(starts, match.end()) == bisect_left(starts, mention.span.end)
                )
                if votes[True] != votes[False]:
                    sexes[person.canonical] = Sex.WOMAN if votes[True] > votes[False] else Sex.MAN
        return sexes

    def _sex(self, person: FoundPerson) -> Sex:
        """What the titles and kin before a name tell, else what the given name does."""
        found = {sex for m in person.mentions if (sex := self._sex_before(m.span)) is not None}
        if found:
            return found.pop() if len(found) == 1 else Sex.ANY
        parts = [part for part in person.canonical.split() if part not in _SAINTS]
        name = parts[0] if parts else person.canonical
        low = name.lower()
        if low in words("quotations", "given_names_of_women"):
            return Sex.WOMAN
        if not is_given_name(name):
            return Sex.WOMAN if person.canonical.endswith(("ovna", "evna")) else Sex.ANY
        man = not low.endswith("a") or low in words("quotations", "given_names_of_men")
        return Sex.MAN if man else Sex.WOMAN

    def _sex_before(self, span: Span) -> Sex | None:
        """What the words right before a name tell: "Mrs", "General", "her brother"."""
        view = self._article.view
        for word in re.findall(r"[\w.-]+", view[max(0, span.start - 30) : span.start])[:-3:-1]:
            if word.lower() in words("quotations", "women"):
                return Sex.WOMAN
            if word.lower() in words("quotations", "men"):
                return Sex.MAN
            if word.lower() in _title_words():
                return Sex.ANY
            if not word[0].isupper():
                return None
        return None


@cache
def _title_words() -> frozenset[str]:
    titles = words("people", "titles", "short_titles", "callings")
    return frozenset(title.lower() for title in titles if " " not in title)


def sex_of(phrase: Phrase) -> Sex:
    """Which pronoun fits a phrase that is no name."""
    low = phrase.head.low
    followers = phrase.head.capital and low.endswith("s") and phrase.determiner == "the"
    if is_plural(phrase) or followers:
        return Sex.MANY if phrase.determiner != "no" else Sex.THING
    if low in words("quotations", "women"):
        return Sex.WOMAN
    if low in words("quotations", "men"):
        return Sex.MAN
    humans = words("quotations", "persons") | words("people", "callings", "kin") | peoples()
    human = low in humans or low.removesuffix("s") in humans
    return Sex.ANY if human or phrase.head.kind is Kind.PERSON else Sex.THING
