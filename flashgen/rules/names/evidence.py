"""The decision: what each name is by its form, by the words around it, and by the rest.

The clues that hold at any of a name's mentions are summed once each: a person's name is one that
is written of as a person, wherever that is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain

from flashgen.english.tokens import Text
from flashgen.rules.names.clues import ENOUGH, KNOWN, SIGN, STRONG, Around, held
from flashgen.rules.names.fold import fold
from flashgen.rules.names.forms import in_order, segments
from flashgen.rules.names.gazetteer import look_up
from flashgen.rules.names.grammar import FORMS
from flashgen.rules.names.lists import lists
from flashgen.rules.names.name import Name, Role
from flashgen.rules.names.name_clues import PERSON_BY_NAME, PLACE_BY_NAME
from flashgen.rules.names.other_forms import REVOCABLE
from flashgen.rules.names.parts import is_lordship, parts_of_people, parts_of_places
from flashgen.rules.names.person_clues import PERSON_BY_CONTEXT
from flashgen.rules.names.place_clues import PLACE_BY_CONTEXT, kind_in_context
from flashgen.rules.names.style import style_of
from flashgen.types import Reason, Span

# One round finds "Christabel Pankhurst", the next "Pankhurst".
_ROUNDS = 2
LORDSHIP = "person/lordship"

Clues = dict[str, int]


@dataclass(slots=True)
class _Case:
    """The clues that any mention of one name gave."""

    person: Clues = field(default_factory=dict)
    place: Clues = field(default_factory=dict)
    borne: bool = False

    def sums(self) -> tuple[int, int]:
        """The weight of what speaks for a person, and for a place."""
        return sum(self.person.values()), sum(self.place.values())

    def role(self) -> Role:
        """What the clues make of the name."""
        person, place = self.sums()
        if max(person, place) < ENOUGH:
            return Role.OTHER
        return Role.PERSON if person > place else Role.PLACE


@dataclass(slots=True)
class _Decision:
    """One round: the names of each sentence, the words around them, and the sums."""

    sentences: Sequence[Sequence[Name]]
    around: Around
    # By the offset of a mention: what its own sentence says. It is the same in each round.
    here: dict[int, tuple[Clues, Clues]]
    cases: dict[str, _Case] = field(default_factory=dict)
    listed: dict[int, int] = field(default_factory=dict)

    def judged(self) -> list[list[Name]]:
        """The names with their roles."""
        self._sum()
        for sentence in self.sentences:
            for members in lists(sentence):
                self._share(members)
        return [[self._lord(self._settled(n)) for n in names] for names in self.sentences]

    def _sum(self) -> None:
        """The clues of every name: from its mentions, its own words and the rest of the article."""
        for name in chain.from_iterable(self.sentences):
            if name.role is not Role.OPEN:
                continue
            key = fold(name.text)
            case = self.cases.get(key)
            if case is None:
                case = self.cases[key] = _Case()
                self._by_name(name, case)
            person, place = self._here(name)
            case.person.update(person)
            case.place.update(place)

    def _by_name(self, name: Name, case: _Case) -> None:
        case.person.update(held(PERSON_BY_NAME, name, self.around))
        case.place.update(held(PLACE_BY_NAME, name, self.around))
        case.borne = any(weight > 0 for weight in case.person.values())

    def _here(self, name: Name) -> tuple[Clues, Clues]:
        start = name.sentence.starts[name.start]
        found = self.here.get(start)
        if found is None:
            self.around.look_at(name)
            person = held(PERSON_BY_CONTEXT, name, self.around)
            found = self.here[start] = (person, held(PLACE_BY_CONTEXT, name, self.around))
        return found

    def _settled(self, name: Name) -> Name:
        """A name with its role; the clues at the mention itself come first."""
        if name.role is not Role.OPEN:
            return name
        case = self.cases[fold(name.text)]
        role = case.role()
        person, place = map(dict, self._here(name))
        weight = self.listed.get(name.sentence.starts[name.start], 0)
        if weight:
            (person if weight > 0 else place)["person/listed" if weight > 0 else "place/listed"] = (
                abs(weight)
            )
        if self._may_be_both(name, case):
            if sum(person.values()) >= ENOUGH > sum(place.values()):
                role = Role.PERSON
            elif sum(place.values()) >= ENOUGH > sum(person.values()):
                role = Role.PLACE
        if role is Role.PERSON and len(name.words) == 1 and name.preposition == "the":
            return replace(name, role=Role.OTHER, reasons=(Reason("neither/family"),))
        known = look_up(name.text)
        kind = known.kind if known else kind_in_context(name)
        return replace(name, role=role, reasons=_reasons(role, person, place, case), kind=kind)

    def _may_be_both(self, name: Name, case: _Case) -> bool:
        """Whether the article may have a person and a place of this name, as with Washington."""
        place = look_up(name.text)
        if place is None or not place.sure or min(case.sums()) < ENOUGH:
            return False
        known_person = max(case.person.values()) >= KNOWN
        known_place = max(case.place.values()) >= KNOWN
        return case.borne and (known_person or not known_place)

    def _lord(self, name: Name) -> Name:
        """Make "the Duke of Wellington" a person's name: a peer is called by the title."""
        if not is_lordship(name):
            return name
        case = self.cases.get(fold(name.words[-1]))
        called = case is not None and case.role() is Role.PERSON
        if not called and (name.preposition != "the" or name.before(2) in (",", "(")):
            return name
        return replace(name, role=Role.PERSON, reasons=(Reason(LORDSHIP, SIGN),))

    def _share(self, members: Sequence[Name]) -> None:
        """In a list of names what most are the others are: "Riazanov and Kameniev".

        A preposition of place before the first governs them all: "at Meaux, Senlis and Creil".
        ``listed`` takes the weight at each name's offset: above 0 for a person.
        """
        people = sum(map(self._vote, members))
        weight = SIGN if people > 0 else -SIGN
        if self._is_governed(members):
            people = weight = -STRONG
        if abs(people) < ENOUGH:
            return
        for name in members:
            if name.role is Role.OPEN:
                case = self.cases[fold(name.text)]
                clues, id_ = (
                    (case.person, "person/listed") if people > 0 else (case.place, "place/listed")
                )
                clues[id_] = abs(weight)
                self.listed[name.sentence.starts[name.start]] = weight

    def _vote(self, name: Name) -> int:
        """What a name says of the list that it stands in: above 0 for people, below for places."""
        if name.role is Role.OPEN:
            person, place = self.cases[fold(name.text)].sums()
            return max(-STRONG, min(STRONG, max(person, 0) - max(place, 0)))
        return STRONG * ((name.role is Role.PERSON) - (name.role is Role.PLACE))

    def _is_governed(self, listed: Sequence[Name]) -> bool:
        """Whether a list's first name is a place by the words before it, and none is a person."""
        first = listed[0]
        place = sum(self._here(first)[1].values())
        return place >= SIGN and not any(
            name.role is Role.PERSON or self.around.of_a_person(name) for name in listed
        )


@cache
def _reason(rule: str, weight: int) -> Reason:
    """A reason; a book has many mentions, and few kinds of them."""
    return Reason(rule, weight)


def _reasons(role: Role, person: Clues, place: Clues, case: _Case) -> tuple[Reason, ...]:
    """The rules that spoke for a role, the mention's own before the others, then those against."""
    mine = {Role.PERSON: (person, case.person), Role.PLACE: (place, case.place)}
    own, all_ = mine.get(role, ({**person, **place}, {**case.person, **case.place}))
    ranked = sorted(all_, key=lambda rule: (all_[rule] <= 0, rule not in own, -all_[rule]))
    found = tuple(_reason(rule, all_[rule]) for rule in ranked)
    return found or (Reason("neither/unknown"),)


def find_names(text: Text, dates: Iterable[Span]) -> tuple[Name, ...]:
    """Every name of the running text in order, with what it is the name of; none overlap.

    What is in one of the dates is none. The names are judged twice: what the first round makes
    sure of is known in the second.
    """
    style = style_of(text, dates)
    forms = in_order(FORMS)
    cut = [names for s in text.sentences if (names := list(segments(s, style, forms)))]
    judged = cut
    people = parts_of_people(chain.from_iterable(judged))
    here: dict[int, tuple[Clues, Clues]] = {}
    for _ in range(_ROUNDS):
        likely = parts_of_people(chain.from_iterable(judged)) - people
        reopened = [[_reopened(name, people) for name in names] for names in cut]
        places = parts_of_places(chain.from_iterable(judged))
        judged = _Decision(reopened, Around(style, people, likely, places), here).judged()
    return tuple(chain.from_iterable(judged))


def _reopened(name: Name, people: frozenset[str]) -> Name:
    """A common word becomes a question again where somebody in the article bears it."""
    common = name.role is Role.OTHER and name.rule in REVOCABLE and len(name.words) == 1
    article = name.preposition in ("the", "a", "an")
    if common and not article and fold(name.text) in people:
        return replace(name, role=Role.OPEN, reasons=())
    return name
