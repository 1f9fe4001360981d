"""Whose something is: whether "his", "its" and "their" are of whom a clause names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flashgen.drafting.clauses.pronouns import SEXES
from flashgen.drafting.clauses.story import Named
from flashgen.drafting.clauses.wording import POINTING, is_person_noun
from flashgen.english.lexicon import look_up
from flashgen.english.peoples import is_whole_people, may_be_of_people
from flashgen.english.phrases import Phrase
from flashgen.english.tags import NAME
from flashgen.mentions import FoundPerson
from flashgen.rules.persons import Sex

if TYPE_CHECKING:
    from flashgen.drafting.clauses.naming import Naming

_FIRST = re.compile("(?:E+|o),?c?")
_FIRST_TWO = re.compile("E+,?c?pN+E*,?c|dE+c")


def is_owned(naming: Naming, k: int) -> bool:
    """Whether "his" is of the one man whom the clause names before it."""
    sex = SEXES[naming.sentence.words[k].lower()]
    if _is_kin_of_another(naming, k, sex):
        return False
    before = {
        one.canonical for n, one in _people(naming) if n.start < k and n.start in naming.tokens
    }
    subject, doing = naming.clause.subject, naming.doing
    if subject is not None and subject.end <= k and doing is not None:
        before.add(doing.canonical)
    owners = [name for name in before if naming.story.people[name].sex in (sex, "")]
    if len(owners) > 1 and doing is not None and subject is not None:
        owners = [name for name in owners if name not in _possessing(naming)] or owners
    voice = naming.story.cast.who(Phrase(k, k + 1, k), naming.i)
    if len(owners) == 1 and (voice is None or voice.words == owners[0]):
        return True
    return _is_of_doer(naming, k, sex)


def is_of_first(naming: Naming, k: int) -> bool:
    """Whether "his" is of the first of those who act: "Hale and his son", "he and his son".

    And "their" of the first two, or of a people: "Hale, his wife and their son".
    """
    low = naming.sentence.words[k].lower()
    before = [j for j in naming.tokens if j < k]
    tags = "".join(naming.sentence.tags[j] for j in before)
    if low == "their":
        return k < naming.clause.start and _FIRST_TWO.fullmatch(tags) is not None
    if low not in ("his", "her") or k >= naming.clause.start or not _FIRST.fullmatch(tags):
        return False
    person = naming.story.person_at(naming.i, before[0], before[0] + 1)
    return person is None or person.sex in (SEXES[low], "")


def _people(naming: Naming) -> list[tuple[Named, FoundPerson]]:
    """Where the sentence names somebody, and whom."""
    return naming.story.people_in(naming.i)


def is_possessive(naming: Naming, k: int) -> bool:
    """Whether "her" that was read as an object stands before a noun: "and her claim to"."""
    s = naming.sentence
    return k + 1 < len(s) and s.tags[k + 1] in "NEJqB" and bool(look_up(s.words[k + 1]).noun)


def _is_kin_of_another(naming: Naming, k: int, sex: str) -> bool:
    """Whether "his brother" may be that of one whom the sentence names, and this does not."""
    s, subject = naming.sentence, naming.clause.subject
    if subject is None or not is_person_noun(s.words[k + 1], s.tags[k + 1]):
        return False
    between = range(subject.end, k)
    return any(
        n.start in between and n.start not in naming.tokens and one.sex in (sex, "")
        for n, one in _people(naming)
    )


def _is_of_doer(naming: Naming, k: int, sex: str) -> bool:
    """Whether "his" can but be of who does what is told: nobody else is named before it."""
    subject, doing, s = naming.clause.subject, naming.doing, naming.sentence
    if subject is None or subject.end > k or subject.with_:
        return False
    fitting = (sex, "")
    others = [one for n, one in _people(naming) if n.start < k and n.start in naming.tokens]
    if any(other != doing and other.sex in fitting for other in others):
        return False
    if doing is not None:
        return doing.sex in fitting
    return is_person_noun(s.words[subject.head], s.tags[subject.head])


def _possessing(naming: Naming) -> set[str]:
    """Those whom the clause names only as owners: "Hale's army"."""
    s = naming.sentence
    return {one.canonical for n, one in _people(naming) if s.tags[n.end : n.end + 1] == "z"}


def is_of_subject(naming: Naming, k: int) -> bool:
    """Whether "their" or "its" can be of the subject, which stands before and is no person."""
    subject, s = naming.clause.subject, naming.sentence
    its = s.words[k].lower() == "its"
    if subject is None or subject.start >= k or naming.clause.start > k:
        return False
    if subject.start in naming.names and s.words[subject.start].lower() in ("it", "they"):
        return its == (s.words[subject.start].lower() == "it")
    first, head = s.words[subject.start].lower(), look_up(s.words[subject.head].lower())
    if first in POINTING and not (first == "both" and subject.with_):
        return False
    person = is_person_noun(s.words[subject.head], s.tags[subject.head])
    if "z" in s.tags[subject.start : subject.end] and not person:
        return its or head.plural
    voice = naming.story.cast.who(subject, naming.i)
    many = bool(subject.with_) or (voice is not None and voice.sex is Sex.MANY) or head.plural
    # "Nearly 300 Danes lost their lives"
    many |= "q" in s.tags[subject.start : subject.head] and s.words[subject.head].endswith("s")
    # "Riga, Reval, and Mitau", of which the last was read as the subject; "Paraguayans"
    acting = (j for j in naming.tokens if j < naming.clause.start and j not in naming.setting)
    many |= "c" in {s.tags[j] for j in acting}
    word = s.words[subject.head]
    if s.tags[subject.head] == NAME:  # "Germans", "the British"
        many |= word.endswith("s") and may_be_of_people(word[:-1])
        many |= first == "the" and is_whole_people(word)
    if its and many and head.of_noun.startswith("g") and not head.plural:
        many = bool(subject.with_)  # "the army lost its guns"
    human = voice is not None and voice.sex in (Sex.MAN, Sex.WOMAN)
    return many if not its else not many and not human
