"""Names for the pronouns of a clause, where it is sure whom they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from flashgen.drafting.clauses.definite import named_things, titles
from flashgen.drafting.clauses.pronouns import SEXES, meant, who_is_meant
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import POINTING, is_person_noun, recased
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import Phrase
from flashgen.english.tags import NAME
from flashgen.english.tokens import Sentence
from flashgen.mentions import FoundPerson, PlaceKind
from flashgen.rules.names.gazetteer import look_up as known
from flashgen.rules.persons import Sex
from flashgen.tables import words as table


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
    _owners: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.people += self._called()
        for k in self.tokens:
            if self._points(k) and not self._is_clear(k):
                self.unclear.append(k)
        self.people = list(dict.fromkeys(self.people))
        self.names |= named_things(self.story, self.i, self.tokens)

    def name_titles(self) -> None:
        """Put a name for a title that one person of the article has: "the Archbishop"."""
        for k, person in titles(self.story, self.i, self.tokens):
            if person.canonical not in self.people:
                self.names |= {k: self.story.name_of(person), k + 1: ""}
                self.people.append(person.canonical)

    @property
    def _s(self) -> Sentence:
        return self.story.sentences[self.i]

    def _called(self) -> Iterator[str]:
        """The people whom the clause names; a surname alone becomes the full name."""
        s, kept = self._s, set(self.tokens)
        told: set[str] = set()  # those whom the clause has named in full
        for n in self.story.named_in(self.i):
            if not isinstance(n.what, FoundPerson) or not kept.issuperset(range(n.start, n.end)):
                continue
            yield n.what.canonical
            surname = s.words[n.start]
            if n.end - n.start == 1 and recased(surname) != surname:
                self.names[n.start] = recased(surname)  # "OTTO"
            *before, last = n.what.canonical.split()
            alone = n.end - n.start == 1 and surname in (*before[:1], last) and bool(before)
            genitive = "z" in (s.tags[n.end : n.end + 1], s.tags[n.start - 1 : n.start])
            genitive = genitive or s.words[n.end : n.end + 1] in (("'",), ("’",))
            only = sum(surname in person.split() for person in self.story.people) == 1
            # "the Tudors", "the Tudor army": not one of them.
            several = n.start and s.tags[n.start - 1] == "d"
            attribute = s.tags[n.end : n.end + 1] in ("N", "E", "J")
            land = known(surname)
            placed = land is not None and land.kind is PlaceKind.COUNTRY
            within = n.start > 0 and s.words[n.start - 1] in table("people", "particles")
            apart = genitive or several or attribute or placed or within
            if alone and only and not apart and n.what.canonical not in told:
                self.names[n.start] = self.story.name_of(n.what)
            if n.end - n.start > 1:
                told.add(n.what.canonical)

    def _points(self, k: int) -> bool:
        """Whether a word points to something: not "that" before a clause, nor "Said Pasha"."""
        s, low, tag = self._s, self._s.words[k].lower(), self._s.tags[k]
        if low not in POINTING or tag in "QnEi" or low.endswith(("self", "selves")):
            return False
        before, behind = s.words[k - 1].lower() if k else "", s.tags[k + 1 : k + 2]
        if (low == "us" and s.words[k].isupper()) or (low == "such" and s.words[k + 1] == "as"):
            return False
        if low == "other":  # "joined other speakers", "Riga and other towns"
            within = k > self.clause.end or before in ("and", "or")
            return not within or before in ("the", "each") or behind not in ("N", "J", "E")
        if low in ("another", "both", "each") and k >= self.clause.end and behind in tuple("JNEDq"):
            return False
        if low == "both":  # "both Riga and Reval"
            return re.match("[dJNE]*[NE]c", s.tags[k + 1 :]) is None
        return not (low in ("that", "one", "so") and tag in "sJqcw")

    def _is_clear(self, k: int) -> bool:
        """Whether it is sure what a word points to; a name may stand for it from now on."""
        low, subject = self._s.words[k].lower(), self.clause.subject
        if low in ("its", "their"):
            return self._is_of_subject(k)
        if subject is not None and k == subject.start and low in ("he", "she"):
            return self._name(k, self._doing)
        if low in ("he", "she") and "that" in self._s.words[self.clause.end : k]:
            # "Hale revealed that he expected"
            doing = self._doing
            return doing is not None and self.story.who(Phrase(k, k + 1, k), self.i) == doing
        if low == "him" or (low == "her" and self._s.tags[k] == "m" and not self._owns(k)):
            return self._is_done_to(k)
        if low in ("he", "she"):
            return self._is_owned(k)
        return low in ("his", "her") and (
            self._is_owned(k) or self._name_owner(k) or self._is_of_who_acts(k)
        )

    def _owns(self, k: int) -> bool:
        """Whether "her" that was read as an object stands before a noun: "and her claim to"."""
        s = self._s
        return k + 1 < len(s) and s.tags[k + 1] in "NEJqB" and bool(look_up(s.words[k + 1]).noun)

    def _is_of_who_acts(self, k: int) -> bool:
        """Whether "his" is of a subject that means one man and no name: "Hale's father lost his".

        Nobody else may be named before it, and the article may not have it as somebody's.
        """
        subject, s = self.clause.subject, self._s
        if (
            subject is None
            or subject.end > k
            or subject.with_
            or subject.start >= self.clause.start
        ):
            return False
        if not is_person_noun(s.words[subject.head], s.tags[subject.head]):
            return False
        others = [
            n
            for n in self.story.named_in(self.i)
            if isinstance(n.what, FoundPerson) and subject.end <= n.start < k
        ]
        voice = self.story.cast.who(Phrase(k, k + 1, k), self.i)
        named = voice is not None and voice.words in self.story.people
        return not others and not named

    @property
    def _doing(self) -> FoundPerson | None:
        """Who does what the clause tells."""
        subject = self.clause.subject
        return who_is_meant(self.story, self.i, subject) if subject is not None else None

    def _name(self, k: int, person: FoundPerson | None) -> bool:
        if person is None:
            return False
        self.names[k] = self.story.name_of(person)
        self.people.append(person.canonical)
        return True

    def _is_done_to(self, k: int) -> bool:
        person = self.story.who(Phrase(k, k + 1, k), self.i)
        if person is not None and person.canonical in self._owners:
            return True  # "Hale’s brother joined him"
        person = meant(self.story, self.i, k)
        between = self._s.words[self.clause.end : k]
        if person is not None and person == self._doing and "that" in between:
            return True  # "Hale was told that the army would support him"
        other = person is not None and person != self._doing
        return other and person.canonical not in self.people and self._name(k, person)  # type: ignore[union-attr]

    def _is_owned(self, k: int) -> bool:
        """Whether "his" is of the one man whom the clause names before it."""
        sex = SEXES[self._s.words[k].lower()]
        if self._is_kin_of_another(k, sex):
            return False
        before = {
            n.what.canonical
            for n in self.story.named_in(self.i)
            if isinstance(n.what, FoundPerson) and n.start < k and n.start in self.tokens
        }
        subject, doing = self.clause.subject, self._doing
        if subject is not None and subject.end <= k and doing is not None:
            before.add(doing.canonical)
        owners = [name for name in before if self.story.people[name].sex in (sex, "")]
        if len(owners) > 1 and doing is not None and subject is not None:
            owners = [name for name in owners if name not in self._possessing()] or owners
        voice = self.story.cast.who(Phrase(k, k + 1, k), self.i)
        if len(owners) == 1 and (voice is None or voice.words == owners[0]):
            return True
        return self._is_of_doer(k, sex)

    def _is_kin_of_another(self, k: int, sex: str) -> bool:
        """Whether "his brother" may be that of one whom the sentence names, and this does not."""
        s, subject = self._s, self.clause.subject
        if subject is None or not is_person_noun(s.words[k + 1], s.tags[k + 1]):
            return False
        between = range(subject.end, k)
        return any(
            n.start in between and n.start not in self.tokens and n.what.sex in (sex, "")
            for n in self.story.named_in(self.i)
            if isinstance(n.what, FoundPerson)
        )

    def _is_of_doer(self, k: int, sex: str) -> bool:
        """Whether "his" can but be of who does what is told: nobody else is named before it."""
        subject, doing, s = self.clause.subject, self._doing, self._s
        if subject is None or subject.end > k or subject.with_:
            return False
        fitting = (sex, "")
        others = (
            n.what
            for n in self.story.named_in(self.i)
            if isinstance(n.what, FoundPerson) and n.start < k and n.start in self.tokens
        )
        if any(other != doing and other.sex in fitting for other in others):
            return False
        if doing is not None:
            return doing.sex in fitting
        return is_person_noun(s.words[subject.head], s.tags[subject.head])

    def _possessing(self) -> set[str]:
        """Those whom the clause names only as owners: "Hale's army"."""
        s = self._s
        return {
            n.what.canonical
            for n in self.story.named_in(self.i)
            if isinstance(n.what, FoundPerson) and s.tags[n.end : n.end + 1] == "z"
        }

    def _name_owner(self, k: int) -> bool:
        """Put the name for "his" where the clause does not tell whose."""
        person = meant(self.story, self.i, k)
        if self._s.tags[k + 1 : k + 2] == "G":
            return False  # "wrote against her criticising"
        if person is None or person == self._doing or person.canonical in self.people:
            return False
        self.names[k] = f"{self.story.name_of(person)}’s"
        self._owners.add(person.canonical)
        return True

    def _is_of_subject(self, k: int) -> bool:
        """Whether "their" or "its" can be of the subject, which stands before and is no person."""
        subject, s = self.clause.subject, self._s
        if subject is None or subject.start >= k or self.clause.start > k:
            return False
        if s.words[subject.start].lower() in POINTING:
            return False
        if "z" in s.tags[subject.start : subject.end] and not is_person_noun(
            s.words[subject.head], s.tags[subject.head]
        ):
            return s.words[k].lower() == "its" or look_up(s.words[subject.head].lower()).plural
        voice = self.story.cast.who(subject, self.i)
        many = bool(subject.with_) or (voice is not None and voice.sex is Sex.MANY)
        if s.words[subject.start].lower() == "the" and s.tags[subject.head] == NAME:
            many |= s.words[subject.head].endswith(("ish", "ese", "ch"))  # "the British"
        person = voice is not None and voice.sex in (Sex.MAN, Sex.WOMAN)
        return many if s.words[k].lower() == "their" else not many and not person
