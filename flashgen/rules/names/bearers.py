"""Who bears a name that stands alone: clues for each of its possible bearers, weighed and summed.

Nobody is called by the given name before he has been named in full; Chinese and Japanese names
begin with the family's. A family name is not that of somebody who is named by the way, while
another bearer is who the text tells of.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from flashgen.mentions import Reason
from flashgen.rules.names.aliases import has_rulers_title, is_introduced, is_own_kin
from flashgen.rules.names.name import Name
from flashgen.rules.names.onomasticon import is_family_name_first, is_given_name
from flashgen.rules.names.person_names import PersonName
from flashgen.rules.rule import Rule

# What a bearer needs to be meant.
_ENOUGH = 7
# A bare name that was used more often before is not that of somebody who is named in full but once.
_SETTLED = 2


@dataclass(slots=True, eq=False)
class JoinedPerson:
    """A person while the names are joined; numbers are those of mentions in the text.

    ``first`` is the first mention by the full name, or at all; ``last`` the last one read so far,
    -1 before the first. ``full`` counts the mentions by a name of more than one word, ``used``
    how often each word of it had been used alone before the first of them. ``kin``: that one
    names him as somebody's kin.
    """

    first: int
    sex: str = ""
    hero: bool = False
    kin: bool = False
    full: int = 0
    last: int = -1
    names: dict[PersonName, None] = field(default_factory=dict)
    used: dict[str, int] = field(default_factory=dict)
    mentions: list[tuple[int, tuple[Reason, ...]]] = field(default_factory=list)

    def may_be(self, sex: str) -> bool:
        """Whether a title that tells a sex may be this one's."""
        return not sex or self.sex in ("", sex)

    def is_called(self, word: str) -> bool:
        """Whether a word does for the whole name: not the given name beside a family name."""
        return any(word in parts.alone for parts in self.names)


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person who may be meant by a word that stands alone; ``others`` bear it, too."""

    person: JoinedPerson
    word: str
    name: Name
    others: Sequence[JoinedPerson]


@dataclass(frozen=True, slots=True, kw_only=True)
class BearerClue(Rule):
    """A test of whether somebody is meant by a word that stands alone."""

    holds: Callable[[Bearer], bool]


def bearer_of(name: Name, parts: PersonName, people: Sequence[JoinedPerson]) -> Found:
    """The likeliest bearer of a name that stands alone, with the reasons; None if it is nobody.

    Of bearers who are as likely it is the one who was named last, or else the first to come.
    """
    word = parts.family
    if is_introduced(name):
        people = [p for p in people if p.last >= 0 and name.preposition != "another"]
    if is_own_kin(name):
        people = [p for p in people if p.kin or any(word == its.family for its in p.names)]
    people = [p for p in people if p.may_be(parts.sex)]
    others = [p for p in people if p.is_called(word)] or people
    best: tuple[tuple[int, int, int], Found] = (_ENOUGH, -1, 0), (None, ())
    for person in others:
        candidate = Bearer(person, word, name, others)
        reasons = tuple(_REASONS[clue.id] for clue in CLUES if clue.holds(candidate))
        rank = sum(reason.weight for reason in reasons), person.last, -person.first
        if rank > best[0]:
            best = rank, (person, reasons)
    return best[1]


def form_of(parts: PersonName, person: JoinedPerson | None) -> Found:
    """The bearer of a full name, with the reason where it is not the first form of the name."""
    first = person is None or parts == next(iter(person.names))
    return person, () if first else (_REASONS[ANOTHER_FORM.id],)


Found = tuple[JoinedPerson | None, tuple[Reason, ...]]


def _may_be_called(candidate: Bearer) -> bool:
    """Whether somebody can be meant by the given name alone."""
    name, person = candidate.name, candidate.person
    if person.is_called(candidate.word) or has_rulers_title(name):
        return False
    text = name.words[-1]
    subject = person.full > 1 and person.used.get(candidate.word, 0) > _SETTLED
    return person.last >= 0 or subject or not is_given_name(text) or is_family_name_first(text)


def _is_told_of(candidate: Bearer) -> bool:
    """Whether somebody is no mere visitor, named once while another of that name is the subject.

    "His brother William Rockefeller" leaves the bare surname to the first bearer.
    """
    person, others = candidate.person, [p for p in candidate.others if p is not candidate.person]
    used = person.used.get(candidate.word, 0)
    earlier = [p for p in others if p.first < person.first]
    if person.hero or not (used or earlier):
        return True
    if used and any("younger" in its.of for its in person.names):
        return False  # it was the elder
    if not person.full:
        return False  # "Mrs. Lee" leaves the bare surname to Robert Lee
    if person.kin or (used > _SETTLED and others):
        return False
    known = used or any(p.hero or p.full > 1 for p in earlier)
    return person.full != 1 or not (earlier and known)


CLUES = (
    BearerClue(
        id="bearer/family-name", weight=6,
        holds=lambda c: c.person.is_called(c.word),
        finds={"Hugh Ashcombe slept. Then Ashcombe rose.": "Hugh Ashcombe",
               "Nicholas II slept. Then Nicholas rose.": "Nicholas II",
               "John III Sobieski slept. Then Sobieski rose.": "John III Sobieski",
               "Otto “Lucky” Brandt slept. Then Lucky rose.": "Otto “Lucky” Brandt",
               "Dragan Brandov “Apis” slept. Then Apis rose.": "Dragan Brandov",
               "Felix Tschupov slept. Then General Chupoff rose.": "Felix Tschupov",
               "Joseph Kamenev slept. Then Kameniev rose.": "Joseph Kamenev",
               "Paul Ashcombe-Brandov slept. Then General Ashcombe rose.": "Paul Ashcombe-Brandov",
               "Hugh, Lord Ashcombe, slept. Then Ashcombe rose.": "Ashcombe",
               "Arthur Brandt, Duke of Varda, slept. Then Varda rose.": "Arthur Brandt",
               "Arthur Brandt, 4th Earl of Varda, slept. Then Varda rose.": "Arthur Brandt",
               "Otto Høegh-Brandov slept. Then Brandov rose.": "Otto Høegh-Brandov",
               "The Marquis de Brandt slept. Then Brandt rose.": "Marquis de Brandt",
               "Gilbert de Brandt slept. Then the Marquis de Brandt rose.": "Gilbert de Brandt"},
        ignores=("Hugh Ashcombe slept. Then Hugh rose.",),
    ),
    BearerClue(
        id="bearer/given-name", weight=4, holds=_may_be_called,
        finds={"Hugh Ashcombe slept. Then Hugh rose.": "Hugh Ashcombe"},
        ignores=("Hugh Ashcombe slept. Then Ashcombe rose.",
                 "James Ashcombe slept. Then King James rose.",
                 "Hugh Ashcombe slept. His brother Hugh rose."),
    ),
    BearerClue(
        id="bearer/told-of", weight=4, holds=_is_told_of,
        finds={"Hugh Ashcombe slept, and Hugh Ashcombe rose. His cousin Otto Ashcombe called."
               " Then Ashcombe dined.": "Hugh Ashcombe",
               "Robert Ashcombe slept. Then Mrs. Ashcombe rose. Ashcombe wept.": "Robert Ashcombe"},
        ignores=("Hugh Ashcombe slept, and Hugh Ashcombe rose.",),
    ),
)  # fmt: skip
ANOTHER_FORM = Rule(
    id="bearer/another-form", weight=6,
    finds={
        "Arthur C. Ashcombe slept. Then A. C. Ashcombe rose.": "Arthur C. Ashcombe",
        "Richard Ashcombe slept. Then Dick Ashcombe rose.": "Richard Ashcombe",
        "Anton Pavlovich Brandov slept. Then Anton Brandov rose.": "Anton Pavlovich Brandov",
        "Wilbur Brandt slept. Then W. Brandt rose.": "Wilbur Brandt",
        "James Brandt slept. Then J. Brandt rose.": "James Brandt",
        "Enver Bey slept. Then Enver Pasha rose.": "Enver Pasha",
        "Abdul Hamid II slept. Then Abdul Hamid rose.": "Abdul Hamid II",
        "Hugh Ashcombe Jr. slept. Then Ashcombe Jr. rose.": "Hugh Ashcombe Jr.",
        "Otto “Lucky” Brandt slept. Then Otto Brandt rose.": "Otto “Lucky” Brandt",
        "Ahmad Shah slept. Then Ahmad Shah Durrani rose.": "Ahmad Shah Durrani",
        "Samuel Ashcombe (Mark Brandt) slept.": "Samuel Ashcombe",
    },
    ignores=(
        "Nicholas I slept. Then Nicholas II rose.",
        "William I of Hainaut slept. Then William I of Auxonne rose.",
        "John Ashcombe slept. Then John Quincy Ashcombe rose.",
        "Hugh Ashcombe slept. Then Hugh Ashcombe Jr. rose.",
        "Robert Ashcombe slept. Then Mrs. Robert Ashcombe rose.",
        "Anton Brandov slept. His father, Anton Pavlovich Brandov, rose.",
    ),
)  # fmt: skip
_REASONS = {clue.id: Reason(clue.id, clue.weight) for clue in (*CLUES, ANOTHER_FORM)}
