"""What a text tells of its people: where they are named, by which title, and he or she."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache, cached_property

from flashgen.article import Span
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import Phrase
from flashgen.english.tags import NAME, NOUN
from flashgen.english.tokens import Sentence
from flashgen.mentions import FoundPerson
from flashgen.rules.names.kinds import is_numeral
from flashgen.rules.names.onomasticon import is_common_surname, is_given_name, sex_of_given_name
from flashgen.rules.names.sexes import sex_of_noun
from flashgen.tables import words

# "his host, Dr Orr, met", "the man who led them, Orr, met"
_NAME_SET_APART = r"(?:[itf][dJ]*[NE]+|w[^,]*)?,(?:[dp]J?N+[DV]?)?(E+)(?:,(?=[rn]*[VbhMusi])|[.;])"
# "Hale, the mayor", "Hale was a rich miller"
_TITLE_BEHIND = r"(?:,d?|b?d)([JEN]*N)(?![NVbh])"
_SOVEREIGNS = frozenset("king queen emperor empress tsar tsarina czar sultan pope".split())
_DIGNITIES = {
    "his majesty": ["the", "king"], "her majesty": ["the", "queen"],
    "his eminence": ["the", "cardinal"], "his holiness": ["the", "pope"],
    "his highness": ["the", "prince"], "her highness": ["the", "princess"],
    "his lordship": ["the", "lord"], "her ladyship": ["the", "lady"], "his grace": ["the", "duke"],
}  # fmt: skip
_AGES = frozenset({"old", "young", "new", "late", "aged", "great", "same"})


class Sex(StrEnum):
    """Which pronoun fits; ``ANY`` is a human being of whom no more is known."""

    MAN = "man"
    WOMAN = "woman"
    ANY = ""
    MANY = "many"
    SELF = "self"
    THING = "thing"


def pronoun_for(low: str) -> Sex:
    """The pronoun for what a noun in lower case names."""
    entry = look_up(low)
    often = "p" in entry.of_noun and entry.of_noun[0] != "t"  # a date is a time before a person
    human = often or low in words("quotations", "persons") or low.endswith(("man", "men"))
    group = entry.of_noun.startswith(("g", "mg")) or low in words("quotations", "crowds")
    if (entry.plural or low.endswith("men")) and (human or group):
        return Sex.MANY
    if sex := sex_of_noun(low):
        return Sex(sex)
    return Sex.ANY if human else Sex.MANY if group else Sex.THING


def sex_of_phrase(sentence: Sentence, phrase: Phrase) -> Sex:
    """Which pronoun fits a phrase that is no name of a known person."""
    low, tag = sentence.words[phrase.head].lower(), sentence.tags[phrase.head]
    first = sentence.words[phrase.start].lower()
    if phrase.negated or first == "no" or low.isdigit():
        return Sex.THING
    sex = pronoun_for(low)
    if tag == NAME:
        return Sex.MANY if low.endswith("s") and first == "the" else sex  # "the Templars"
    if tag in "oq" and low not in ("it", "this", "that", "nothing", "everything"):
        return Sex.ANY if low in ("one", "somebody", "someone", "another") else Sex.MANY
    if first in ("a", "an") and tag == NOUN and not look_up(low).tags:
        return Sex.ANY  # "an old shveitzar"
    alone = phrase.end - phrase.start == 1 and sex is Sex.ANY
    return Sex.MANY if alone else sex  # "sheep"


class Persons:
    """The people of an article, in some sentences of it."""

    def __init__(
        self, title: str | None, sentences: Sequence[Sentence], people: Sequence[FoundPerson]
    ) -> None:
        self._title = set(re.findall(r"\w+", title or ""))
        self._sentences = sentences
        self._starts = [sentence.span.start for sentence in sentences]
        self._people = {person.canonical: person for person in people}
        self.hero = cache(self._hero)
        self._named = sorted((m.span, p.canonical) for p in people for m in p.mentions)

    def __contains__(self, canonical: str) -> bool:
        return canonical in self._people

    def named_at(self, sentence: Sentence, start: int, head: int) -> str | None:
        """The person whose name a token belongs to, if no more than a phrase."""
        if head >= len(sentence):
            return None
        last = sentence.starts[head]
        k = bisect_right(self._named, last, key=_start)
        for span, person in self._named[max(k - 1, 0) : k]:
            if sentence.starts[start] <= span.start <= last < span.end:
                return person
        return None

    def named_by(self, sentence: Sentence, phrase: Phrase) -> str | None:
        """The person whom a phrase names, by itself or in apposition."""
        beside = re.compile(_NAME_SET_APART).match(sentence.tags, phrase.end, phrase.end + 25)
        apart = beside and self.named_at(sentence, beside.start(1), beside.end(1) - 1)
        if sentence.words[phrase.end : phrase.end + 1] in (("named",), ("called",)):
            apart = self.named_at(sentence, phrase.end + 1, phrase.end + 1)
        return self.named_at(sentence, phrase.start, phrase.head) or apart

    def quoted(self, sentence: Sentence) -> Iterator[tuple[int, Span, str]]:
        """The people whom the quotations of a sentence name: by token, where, and who."""
        for span, person in self.in_span(sentence.span):
            token = sentence.at(span.start + 1) - 1
            # "My dear Jim" may be somebody whom the text has by another name.
            again = len(self._people[person].mentions) > 1
            if sentence.tags[token] == "Q" and again:
                yield token, span, person

    def in_span(self, span: Span) -> Sequence[tuple[Span, str]]:
        """Where people are named in a span, and who."""
        first, end = (bisect_left(self._named, at, key=_start) for at in (span.start, span.end))
        return self._named[first:end]

    def sex(self, canonical: str) -> Sex:
        """The sex of a person, as the rules for names know it."""
        return Sex(self._people[canonical].sex)

    def _hero(self, sexes: tuple[Sex, ...]) -> str | None:
        """The person of some sexes of whom the text tells: named twice as often as any other.

        Only those are counted whom its title names, if it names any.
        """
        counts = Counter(name for _, name in self._named if self.sex(name) in sexes)
        in_title = [name for name in counts if name.split()[-1] in self._title]
        if len(in_title) == 1:
            return in_title[0]
        (name, most), (_, next_) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
        return name if most > 2 and most >= 2 * next_ else None

    # --- titles --------------------------------------------------------------------------------

    def bearer(self, sentence: Sentence, phrase: Phrase) -> str | None:
        """The person of whom a title alone speaks: "the general", "the old king"."""
        low = [word.lower() for word in sentence.words[phrase.start : phrase.end]]
        low = _DIGNITIES.get(" ".join(low), low)
        if low == ["the", "hero"]:
            return self.hero((Sex.MAN, Sex.ANY))
        if low[:1] != ["the"] or len(low) < 2 or not _AGES.issuperset(low[1:-1]):
            return None
        bearers = self._bearers.get(low[-1], [])
        if not bearers and low[-1] in _SOVEREIGNS:
            bearers = self._bearers.get(sex_of_noun(low[-1]).upper(), [])
        k = bisect_left(bearers, (sentence.starts[phrase.head], "")) - 1
        if k >= 0:
            return bearers[k][1]
        sex = sentence.tags[phrase.head] == NAME and sex_of_noun(low[-1])
        return self.hero((Sex(sex),)) if sex else None  # "the Duke"

    @cached_property
    def _bearers(self) -> dict[str, list[tuple[int, str]]]:
        """Where each title is somebody's, in order.

        Under "MAN" and "WOMAN" are those who are called by given names alone, as who reigns is.
        """
        found = defaultdict(list)
        for span, canonical in self._named:
            titles = list(self._titles(span))
            names, sex = canonical.split(), self._people[canonical].sex
            given = all(is_given_name(w) or is_numeral(w) for w in names)
            given = given and not (len(names) > 1 and is_common_surname(names[-1]))
            # "Louis XVI", "Marie Antoinette"; but not each "Hugh".
            given = given and (len(names) > 1 or self.hero((Sex(sex),)) == canonical)
            if not titles and given and sex_of_given_name(names[0]) == sex:
                titles = [sex.upper()]
            for title in titles:
                found[title].append((span.start, canonical))
        return found

    def _titles(self, name: Span) -> Iterator[str]:
        """The titles that stand before a name, in it, or behind it: "Hale, the mayor of Riga"."""
        sentence = self._sentences[bisect_right(self._starts, name.start) - 1]
        first, end = sentence.at(name.start), sentence.at(name.end)
        comma = sentence.tags[max(0, first - 1)] == ","  # "a young clerk, Hale,"
        titles = sentence.words[max(0, first - 1 - comma) : end]
        if behind := re.compile(_TITLE_BEHIND).match(sentence.tags, end):
            titles += sentence.words[behind.start(1) : behind.end(1)]
        return (low for low in map(str.lower, titles) if "p" in look_up(low).of_noun)


def _start(named: tuple[Span, str]) -> int:
    return named[0].start
