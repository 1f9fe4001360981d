"""The decision: what each name is by its form, by the words around it, and by the rest.

All clues that hold for a name, or at any of its mentions, are summed once each: a person's name is
one that is written of as a person, wherever that is. Where an article may have both a person and a
place of one name, each mention is decided by what stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain

from flashgen.article import Span
from flashgen.english.tokens import Text
from flashgen.mentions import Reason
from flashgen.rules.names import kinds
from flashgen.rules.names import onomasticon as called
from flashgen.rules.names.clues import ENOUGH, KNOWN, SIGN, STRONG, Around, Clues
from flashgen.rules.names.fold import fold
from flashgen.rules.names.forms import segments
from flashgen.rules.names.gazetteer import look_up
from flashgen.rules.names.grammar import FORMS
from flashgen.rules.names.lists import (
    GOVERNED,
    LISTED_PERSON,
    LISTED_PLACE,
    NEVER_A_PLACE,
    is_governed_list,
    lists,
)
from flashgen.rules.names.name import Name, Role
from flashgen.rules.names.name_clues import PERSON_BY_NAME, PLACE_BY_NAME
from flashgen.rules.names.other_forms import REVOCABLE
from flashgen.rules.names.parts import PEER, is_lordship, parts_of_people, parts_of_places
from flashgen.rules.names.person_clues import PERSON_BY_CONTEXT
from flashgen.rules.names.place_clues import PLACE_BY_CONTEXT, kind_in_context
from flashgen.rules.names.style import style_of

# One round finds "Christabel Pankhurst", the next "Pankhurst".
_ROUNDS = 2
_BY_NAME = Clues((*PERSON_BY_NAME, *PLACE_BY_NAME))
_BY_CONTEXT = Clues((*PERSON_BY_CONTEXT, *PLACE_BY_CONTEXT))

Evidence = dict[str, int]  # clues with their weights; their ids say what they are of


def _sums(evidence: Mapping[str, int]) -> tuple[int, int]:
    """The weight of what speaks for a person, and for a place."""
    person = sum(weight for id_, weight in evidence.items() if id_.startswith("person"))
    return person, sum(evidence.values()) - person


def _role(evidence: Mapping[str, int]) -> Role:
    person, place = _sums(evidence)
    if max(person, place) < ENOUGH:
        return Role.OTHER
    return Role.PERSON if person > place else Role.PLACE


def _may_be_both(name: Name, whole: Mapping[str, int]) -> bool:
    """Whether the article may have a person and a place of this name, as with Washington."""
    if not look_up(name.text).sure or min(_sums(whole)) < ENOUGH:
        return False
    person = max(whole.get(clue.id, 0) for clue in PERSON_BY_NAME)
    return person >= KNOWN or (person > 0 and max(whole.values()) < KNOWN)


@dataclass(slots=True)
class _Round:
    """One round over the names of each sentence.

    ``here`` is what stands around a mention, by its offset: the same in each round. ``whole`` is
    all that the article says of a name, ``listed`` what a list says of a mention. ``placed`` are
    the mentions that a list of places makes one's, though they look like somebody's full name.
    """

    sentences: Sequence[Sequence[Name]]
    around: Around
    here: dict[int, Evidence]
    whole: dict[str, Evidence] = field(default_factory=dict)
    listed: dict[int, Evidence] = field(default_factory=dict)
    placed: set[int] = field(default_factory=set)

    def judged(self) -> list[list[Name]]:
        """The names with their roles."""
        mentions: dict[str, list[tuple[int, int]]] = {}
        for name in chain.from_iterable(self.sentences):
            if name.role is Role.OPEN:
                key, here = fold(name.text), self._here(name)
                if key not in self.whole:
                    self.whole[key] = _BY_NAME.held(name, self.around)
                self.whole[key] |= here
                mentions.setdefault(key, []).append(_sums(here))
        for key, sums in mentions.items():
            if sum(person > 0 for person, _ in sums) > 1 and all(place <= 0 for _, place in sums):
                self.whole[key][NEVER_A_PLACE.id] = NEVER_A_PLACE.weight
        for sentence in self.sentences:
            for members in lists(sentence):
                self._share(members)
        return [[self._settled(name) for name in names] for names in self.sentences]

    def _here(self, name: Name) -> Evidence:
        offset = name.sentence.starts[name.start]
        if offset not in self.here:
            self.here[offset] = _BY_CONTEXT.held(name, self.around)
        return self.here[offset]

    def _share(self, members: Sequence[Name]) -> None:
        """In a list of names what most are the others are: "Riazanov and Kameniev".

        A preposition of place before the first governs them all: "at Meaux, Senlis and Creil".
        """
        people = sum(map(self._vote, members))
        clue = LISTED_PERSON if people > 0 else LISTED_PLACE
        if self._is_governed(members):
            clue = GOVERNED
        elif abs(people) < ENOUGH:
            return
        for name in members:
            if name.role is Role.OPEN:
                self.listed[name.sentence.starts[name.start]] = {clue.id: clue.weight}
                self.whole[fold(name.text)][clue.id] = clue.weight
        if clue is not LISTED_PERSON and is_governed_list(members):
            self.placed.update(name.sentence.starts[name.start] for name in members)

    def _vote(self, name: Name) -> int:
        """What a name says of the list that it stands in: above 0 for people, below for places."""
        if name.role is Role.OPEN:
            person, place = _sums(self.whole[fold(name.text)])
            return max(-STRONG, min(STRONG, max(person, 0) - max(place, 0)))
        return STRONG * ((name.role is Role.PERSON) - (name.role is Role.PLACE))

    def _is_governed(self, members: Sequence[Name]) -> bool:
        """Whether a list's first name is a place by the words before it, and none is a person."""
        _, place = _sums(self._here(members[0]))
        return place >= SIGN and not any(
            name.role is Role.PERSON or fold(name.text) in self.around.people | self.around.likely
            for name in members
        )

    def _settled(self, name: Name) -> Name:
        """A name with its role."""
        if is_lordship(name):
            return self._lord(name)
        if name.role is Role.PERSON and name.sentence.starts[name.start] in self.placed:
            return replace(name, role=Role.PLACE, reasons=(_reason(GOVERNED.id, GOVERNED.weight),))
        if name.role is not Role.OPEN:
            return name
        own = self._here(name) | self.listed.get(name.sentence.starts[name.start], {})
        whole = self.whole[fold(name.text)]
        role = _role(whole)
        least, most = sorted(_sums(own))
        tells = most >= ENOUGH and (least < ENOUGH or most - least >= SIGN)
        if tells and _may_be_both(name, whole):
            role = _role(own)
        known = look_up(name.text)
        kind = known.kind if known else kind_in_context(name)
        return replace(name, role=role, reasons=_reasons(role, own, whole), kind=kind)

    def _lord(self, name: Name) -> Name:
        """Make "the Duke of Wellington" a person's name: a peer is called by the title."""
        called = _role(self.whole.get(fold(name.words[-1]), {})) is Role.PERSON
        if not (called or PEER.holds(name, self.around)):
            return name
        return replace(name, role=Role.PERSON, reasons=(_reason(PEER.id, PEER.weight),))


@cache
def _reason(rule: str, weight: int) -> Reason:
    """A reason; a book has many mentions, and few kinds of them."""
    return Reason(rule, weight)


def _reasons(role: Role, own: Evidence, whole: Evidence) -> tuple[Reason, ...]:
    """The rules that spoke for a role, the mention's own before the others, then those against."""
    every = own | whole
    mine = every if role is Role.OTHER else [id_ for id_ in every if id_.startswith(role)]
    ranked = sorted(mine, key=lambda rule: (whole[rule] <= 0, rule not in own, -whole[rule]))
    return tuple(_reason(rule, whole[rule]) for rule in ranked)


def find_names(text: Text, dates: Iterable[Span]) -> tuple[Name, ...]:
    """Every name of the running text in order, with what it is the name of; none overlap.

    What is in one of the dates is none. The names are judged twice: what the first round makes
    sure of is known in the second.
    """
    style = style_of(text, dates)
    cut = [segments(sentence, style, FORMS) for sentence in text.sentences]
    judged = cut
    title = text.article.title or ""
    # A town's history calls the town by its name, whoever else bears it.
    town = frozenset({fold(title)} if look_up(title).sure else ())
    people = parts_of_people(chain.from_iterable(judged)) - town
    here: dict[int, Evidence] = {}
    for _ in range(_ROUNDS):
        likely = parts_of_people(chain.from_iterable(judged)) - people - town
        reopened = [[_reopened(name, people) for name in names] for names in cut]
        places = parts_of_places(chain.from_iterable(judged))
        judged = _Round(reopened, Around(style, people, likely, places), here).judged()
    things = _titled_thing(title)
    return tuple(
        replace(name, role=Role.OTHER)
        if name.role is Role.PERSON and fold(name.text) in things
        else name
        for name in chain.from_iterable(judged)
    )


def _titled_thing(title: str) -> frozenset[str]:
    """The names that an article's title gives a thing, folded: "Low Fielding (poem)", "Fielding".

    None that somebody may have whom it is named after: "Otto Brandt (album)".
    """
    bracketed = re.fullmatch(r"(.+) \((?:.* )?([a-z]+)\)", title)
    if bracketed is None or kinds.is_person_noun(bracketed[2]):
        return frozenset()
    named = bracketed[1].split()
    after = called.is_given_name(named[0]) or called.is_figure(bracketed[1])
    return frozenset() if after else frozenset(map(fold, (bracketed[1], named[-1])))


def _reopened(name: Name, people: frozenset[str]) -> Name:
    """A common word becomes a question again where somebody in the article bears it."""
    common = name.role is Role.OTHER and name.rule in REVOCABLE and len(name.words) == 1
    article = name.preposition in ("the", "a", "an")
    if common and not article and fold(name.text) in people:
        return replace(name, role=Role.OPEN, reasons=())
    return name
