"""What a text tells of its people: where they are named, by which title, and he or she."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from enum import Enum, auto

from flashgen.english.lexicon import look_up
from flashgen.english.phrases import Phrase, chunks
from flashgen.english.tags import NAME
from flashgen.english.tokens import Sentence
from flashgen.rules.names.sexes import sex_of_noun
from flashgen.tables import words
from flashgen.types import FoundPerson, Span

# "his host, Dr Orr, met", "the man who led them, Orr, met"
_NAME_SET_APART = r",(E+),(?=[rn]*[VbhMu])"
_AGES = frozenset({"old", "young", "new", "late", "aged", "great", "same"})


class Sex(Enum):
    """Which pronoun fits; ``ANY`` is a human being of whom no more is known."""

    MAN = auto()
    WOMAN = auto()
    ANY = auto()
    MANY = auto()
    SELF = auto()
    THING = auto()


def pronoun_for(low: str) -> Sex:
    """The pronoun for what a noun in lower case names."""
    entry = look_up(low)
    often = "p" in entry.of_noun and entry.of_noun[0] != "t"  # a date is a time before a person
    human = often or low in words("quotations", "persons") or low.endswith(("man", "men"))
    group = entry.of_noun.startswith(("g", "mg")) or low in words("quotations", "crowds")
    if (entry.plural or low.endswith("men")) and (human or group):
        return Sex.MANY
    feminine = low.endswith("woman") or (human and low.endswith("ess") and low != "witness")
    if feminine or (sex := sex_of_noun(low)) == "woman":
        return Sex.WOMAN
    if sex or low.endswith("man"):
        return Sex.MAN
    return Sex.ANY if human else Sex.MANY if group else Sex.THING


def sex_of_phrase(sentence: Sentence, phrase: Phrase) -> Sex:
    """Which pronoun fits a phrase that is no name of a known person."""
    low, tag = sentence.words[phrase.head].lower(), sentence.tags[phrase.head]
    first = sentence.words[phrase.start].lower()
    if phrase.negated or first == "no":
        return Sex.THING
    sex = pronoun_for(low)
    if tag == NAME and low.endswith("s") and first in ("the", "these", "those", "some"):
        return Sex.MANY  # "the Templars"
    if tag == NAME:
        return Sex.ANY if sex is Sex.THING and first in ("a", "an", "one", "another") else sex
    if tag in "oq" and low not in ("it", "this", "that", "nothing", "everything"):
        return Sex.ANY if low in ("one", "somebody", "someone", "another") else Sex.MANY
    alone = phrase.end - phrase.start == 1 and sex is Sex.ANY
    return Sex.MANY if alone else sex  # "sheep"


_SEXES = {"man": Sex.MAN, "woman": Sex.WOMAN}


class Persons:
    """The people of an article, in some sentences of it."""

    def __init__(self, sentences: Sequence[Sentence], people: Sequence[FoundPerson]) -> None:
        self._sentences = sentences
        self._starts = [sentence.span.start for sentence in sentences]
        self._people = {person.canonical: person for person in people}
        self._named = sorted((m.span, p.canonical) for p in people for m in p.mentions)
        self._bearers: dict[str, list[tuple[int, str]]] | None = None

    def __contains__(self, canonical: str) -> bool:
        return canonical in self._people

    def named_at(self, sentence: Sentence, start: int, head: int) -> str | None:
        """The person whose name a token belongs to, if no more than a phrase."""
        last = sentence.starts[head]
        k = bisect_right(self._named, last, key=lambda n: n[0].start) - 1
        if k < 0 or self._named[k][0].end <= last:
            return None
        return self._named[k][1] if self._named[k][0].start >= sentence.starts[start] else None

    def named_by(self, sentence: Sentence, phrase: Phrase) -> str | None:
        """The person whom a phrase names, by itself or in apposition."""
        found = self.named_at(sentence, phrase.start, phrase.head)
        if found is None and sentence.tags[phrase.end : phrase.end + 1] in (",", "w"):
            beside = re.compile(_NAME_SET_APART).search(sentence.tags, phrase.end, phrase.end + 25)
            if beside is not None:
                found = self.named_at(sentence, beside.start(1), beside.end(1) - 1)
        return found

    def in_span(self, span: Span) -> Iterator[str]:
        """The people who are named in a span."""
        k = bisect_left(self._named, span.start, key=lambda n: n[0].start)
        while k < len(self._named) and self._named[k][0].start < span.end:
            yield self._named[k][1]
            k += 1

    def hero(self, sexes: Sequence[Sex]) -> str | None:
        """The person of some sexes of whom the text tells: named twice as often as any other."""
        counts = Counter(name for _, name in self._named if self.sex(name) in sexes)
        (name, most), (_, next_) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
        return name if most > 2 and most >= 2 * next_ else None

    # --- titles --------------------------------------------------------------------------------

    def bearer(self, sentence: Sentence, phrase: Phrase) -> str | None:
        """The person of whom a title alone speaks: "the general", "the old king"."""
        low = [word.lower() for word in sentence.words[phrase.start : phrase.end]]
        if low[0] != "the" or len(low) < 2 or not _AGES.issuperset(low[1:-1]):
            return None
        if self._bearers is None:
            self._bearers = defaultdict(list)
            for span, canonical in self._named:
                for title in self._titles(span):
                    self._bearers[title].append((span.start, canonical))
        bearers = self._bearers.get(low[-1], [])
        k = bisect_left(bearers, (sentence.starts[phrase.head], "")) - 1
        return bearers[k][1] if k >= 0 else None

    def _titles(self, name: Span) -> Iterator[str]:
        """The titles that stand before a name, in it, or behind it: "Hale, the mayor of Riga"."""
        i = bisect_right(self._starts, name.start) - 1
        if i < 0 or not (sentence := self._sentences[i]).words:
            return
        first, end = sentence.at(name.start), sentence.at(name.end)
        titles = list(sentence.words[max(0, first - 1) : end])
        behind = end + (sentence.tags[end : end + 1] == ",")
        beside = next(chunks(sentence.tags, behind), None)
        described = beside is not None and sentence.tags[end : end + 1] in tuple(",d")
        acts = beside is not None and sentence.tags[beside.end : beside.end + 1] in tuple("Vbh")
        if beside is not None and beside.kind == "noun" and described and not acts:
            titles += [w for w in sentence.words[beside.start : beside.end] if w.islower()]
        for title in titles:
            if "p" in look_up(title.lower()).of_noun:
                yield title.lower()

    # --- he or she -----------------------------------------------------------------------------

    def sex(self, canonical: str) -> Sex:
        """The sex of a person, as the rules for names know it."""
        return _SEXES.get(self._people[canonical].sex, Sex.ANY)
