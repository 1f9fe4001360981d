"""Names for the pronouns of a clause, where it is sure whom they mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from flashgen.dates.historical import DateValue
from flashgen.drafting.clauses.antecedents import meaning
from flashgen.drafting.clauses.called import called
from flashgen.drafting.clauses.owners import is_of_first, is_of_subject, is_owned, is_possessive
from flashgen.drafting.clauses.pointing import points
from flashgen.drafting.clauses.pronouns import SEXES, meant, who_is_meant
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.things import thing_meant
from flashgen.drafting.clauses.verbs import unsaid
from flashgen.drafting.clauses.wording import is_person_noun
from flashgen.english.clauses import Clause
from flashgen.english.numbers import month_number
from flashgen.english.phrases import Phrase
from flashgen.english.tags import NAME, NOUN
from flashgen.english.tokens import Sentence
from flashgen.mentions import DateMention, FoundPerson


@dataclass(slots=True)
class Naming:
    """What stands for the pronouns of a clause, by token, and whom the clause names.

    ``setting`` are those of the tokens that stand in front of the clause, ``unclear`` those that
    point to what it does not name.
    """

    story: Story
    i: int
    clause: Clause
    tokens: Sequence[int]
    setting: Sequence[int] = ()
    names: dict[int, str] = field(default_factory=dict)
    people: list[str] = field(default_factory=list)
    unclear: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        for name, instead in called(self.story, self.i, self.tokens):
            self.people.append(name)
            self.names |= instead
        self.names |= unsaid(self.story, self.i, self.clause)
        self._name_things()
        for k in self.tokens:
            if (
                k not in self.names
                and points(self.sentence, self.clause, k)
                and not self._is_clear(k)
            ):
                self.unclear.append(k)
        self.people = list(dict.fromkeys(self.people))

    def _name_things(self) -> None:
        """Put the name of what a definite noun means: "the pact" that was named before."""
        s = self.sentence
        for the, k in pairwise(self.tokens):
            definite = s.words[the].lower() in ("the", "this") and k == the + 1
            if not definite or k in self.names or s.tags[k] not in (NOUN, NAME):
                continue
            if s.tags[k + 1 : k + 2] in tuple("NEfwGq"):
                continue  # "the town hall", "the town of Riga"
            if name := meaning(self.story, self.i, k):
                self.names |= {the: "", k: name}
                if s.tags[k + 1 : k + 2] == "z":
                    self.names |= {k: f"{name}’s", k + 1: ""}

    def name_years(self) -> None:
        """Put the year behind a day or a month that is told without it: "on 3 May 1700"."""
        for n in self.story.named_in(self.i):
            told = n.what
            if not isinstance(told, DateMention) or not told.year_from or told.date is None:
                continue
            when, word = told.date.written, self.sentence.words[n.end - 1]
            if not isinstance(when, DateValue) or when.year < 1 or n.end - 1 not in self.tokens:
                continue
            if when.month and month_number(word):
                self.names[n.end - 1] = f"{word} {when.year}"
            elif when.day and n.end - n.start > 1 and month_number(self.sentence.words[n.end - 2]):
                self.names[n.end - 1] = f"{word}, {when.year}"

    @property
    def sentence(self) -> Sentence:
        """The sentence that the clause is of."""
        return self.story.sentences[self.i]

    def _is_clear(self, k: int) -> bool:
        """Whether it is sure what a word points to; a name may stand for it from now on."""
        low, subject = self.sentence.words[k].lower(), self.clause.subject
        if low in ("its", "their") and is_of_subject(self, k):
            return True
        if is_of_first(self, k):
            return True
        if subject is not None and k == subject.start and low in ("he", "she"):
            return self._name(k, self.doing or meant(self.story, self.i, k))
        if subject is not None and k == subject.start and low in ("it", "they"):
            return self._name_thing(k)
        if low in ("he", "she") and "that" in self.sentence.words[self.clause.end : k]:
            # "Hale revealed that he expected"
            doing = self.doing
            return doing is not None and self.story.who(Phrase(k, k + 1, k), self.i) == doing
        done_to = low == "her" and self.sentence.tags[k] == "m" and not is_possessive(self, k)
        if low == "him" or done_to:
            return self._is_done_to(k)
        if low in ("he", "she"):
            return is_owned(self, k)
        return low in ("his", "her") and (
            self._is_taken_as(k) or is_owned(self, k) or self._name_owner(k)
        )

    def _is_taken_as(self, k: int) -> bool:
        """Whether an owner is who takes somebody as it: "Hale adopted Orr as his successor"."""
        words, clause = self.sentence.words, self.clause
        as_ = words[k - 1].lower() == "as" and k > clause.end and not clause.passive
        doing = self.doing if as_ and is_person_noun(words[k + 1], NOUN) else None
        return doing is not None and doing.sex in (SEXES[words[k].lower()], "")

    @property
    def doing(self) -> FoundPerson | None:
        """Who does what the clause tells."""
        subject = self.clause.subject
        return who_is_meant(self.story, self.i, subject) if subject is not None else None

    def _name(self, k: int, person: FoundPerson | None) -> bool:
        if person is None:
            return False
        self.names[k] = self.story.name_of(person)
        self.people.append(person.canonical)
        return True

    def _name_thing(self, k: int) -> bool:
        """Put the name for "it" or "they"."""
        words = thing_meant(self.story, self.i, self.clause)
        if words:
            self.names[k] = words
        return bool(words)

    def _is_done_to(self, k: int) -> bool:
        person = meant(self.story, self.i, k)
        between = self.sentence.words[self.clause.end : k]
        if person is not None and person == self.doing and "that" in between:
            return True  # "Hale was told that the army would support him"
        other = person is not None and person != self.doing
        return other and person.canonical not in self.people and self._name(k, person)  # type: ignore[union-attr]

    def _is_alone(self, person: FoundPerson) -> bool:
        """Whether the clause names nobody else of the same sex."""
        others = (self.story.people[name] for name in self.people)
        return all(other == person or other.sex not in (person.sex, "") for other in others)

    def _name_owner(self, k: int) -> bool:
        """Put the name for "his" where the clause does not tell whose."""
        person = meant(self.story, self.i, k)
        if self.sentence.tags[k + 1 : k + 2] == "G":
            return False  # "wrote against her criticising"
        if person is None or person == self.doing:
            return False
        if person.canonical in self.people:
            return self._is_alone(person)
        self.names[k] = f"{self.story.name_of(person)}’s"
        return True
