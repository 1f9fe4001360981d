"""Find the names of an article, and tell what each is by its form, its context and the rest.

The clues that hold at any of a name's mentions are summed once each: a person's name is one that
is written of as a person, wherever that is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, takewhile

from flashgen.rules.names.clues import (
    ENOUGH,
    KNOWN,
    PERSON_BY_NAME,
    PLACE_BY_NAME,
    SIGN,
    STRONG,
    Context,
    held,
)
from flashgen.rules.names.gazetteer import look_up
from flashgen.rules.names.name import Name, Role, is_title, kinds_of_heads
from flashgen.rules.names.onomasticon import fold
from flashgen.rules.names.other_forms import REVOCABLE
from flashgen.rules.names.person_contexts import PERSON_BY_CONTEXT
from flashgen.rules.names.place_contexts import PLACE_BY_CONTEXT, kind_in_context
from flashgen.rules.names.reading import read_words
from flashgen.rules.names.segments import segments
from flashgen.tables import words
from flashgen.types import Article, PlaceKind

# One round finds "Christabel Pankhurst", the next "Pankhurst".
_ROUNDS = 2
# A preposition that a list may repeat: "of X, of Y".
_REPEATED = frozenset(["of", "by", "to", "from", "with", "in", "at", "for"])
_LISTED = "listed"
_WITHOUT_HEAD = (PlaceKind.STREET, PlaceKind.WATER)


@dataclass(slots=True)
class _Case:
    """The clues that any mention of one name gave."""

    person: dict[str, int] = field(default_factory=dict)
    place: dict[str, int] = field(default_factory=dict)

    def sums(self) -> tuple[int, int]:
        """The weight of what speaks for a person, and for a place."""
        return sum(self.person.values()), sum(self.place.values())

    def role(self) -> Role:
        """What the clues make of the name."""
        person, place = self.sums()
        if max(person, place) < ENOUGH:
            return Role.OTHER
        return Role.PERSON if person > place else Role.PLACE


def find_names(article: Article) -> tuple[Name, ...]:
    """Every name of the running text in order, with what it is the name of; none overlap.

    The names are judged twice: what the first round makes sure of is known in the second.
    """
    reading = read_words(article)
    sentences = [list(segments(s, reading.vocabulary)) for s in reading.sentences]
    judged = list(chain.from_iterable(sentences))
    people = _parts_of_people(judged)
    for _ in range(_ROUNDS):
        likely = _parts_of_people(judged) - people
        reopened = [[_reopened(name, people) for name in names] for names in sentences]
        context = Context(reading.vocabulary, people, likely, _parts_of_places(judged))
        judged = _judged(reopened, context)
    return tuple(judged)


def _judged(sentences: Sequence[Sequence[Name]], context: Context) -> list[Name]:
    """The names with their roles."""
    names = list(chain.from_iterable(sentences))
    cases = _cases(names, context)
    listed: dict[int, int] = {}
    for sentence in sentences:
        for members in lists(sentence):
            _share(members, cases, context, listed)
    return [_lord(_settled(name, cases, context, listed), cases) for name in names]


def _reopened(name: Name, people: frozenset[str]) -> Name:
    """A common word becomes a question again where somebody in the article bears it."""
    common = name.role is Role.OTHER and name.rule in REVOCABLE and len(name.texts) == 1
    article = name.start > 0 and name.sentence[name.start - 1].text.lower() in ("the", "a", "an")
    if common and not article and fold(name.text) in people:
        return replace(name, role=Role.OPEN, rule="")
    return name


def _settled(
    name: Name, cases: Mapping[str, _Case], context: Context, listed: Mapping[int, int]
) -> Name:
    """A name with its role; the clues at the mention itself come first."""
    if name.role is not Role.OPEN:
        return name
    case = cases[fold(name.text)]
    role = case.role()
    person = held(PERSON_BY_CONTEXT, name, context)
    place = held(PLACE_BY_CONTEXT, name, context)
    weight = listed.get(name.span.start, 0)
    if weight:
        (person if weight > 0 else place)[_LISTED] = abs(weight)
    if _may_be_both(name, case, context):
        if sum(person.values()) >= ENOUGH > sum(place.values()):
            role = Role.PERSON
        elif sum(place.values()) >= ENOUGH > sum(person.values()):
            role = Role.PLACE
    if role is Role.PERSON and _is_family(name):
        return replace(name, role=Role.OTHER, rule="family")
    clues = (person or case.person) if role is Role.PERSON else (place or case.place)
    rule = max(clues, key=lambda rule: clues[rule], default="")
    entry = look_up(name.text)
    kind = entry.kind if entry else kind_in_context(name)
    return replace(name, role=role, rule=rule, kind=kind)


def _is_family(name: Name) -> bool:
    """Whether "the" makes a person's name a family's: "the Medici had fled"."""
    return len(name.texts) == 1 and name.preposition == "the"


def _may_be_both(name: Name, case: _Case, context: Context) -> bool:
    """Whether the article may have a person and a place of this name, as with Washington."""
    entry = look_up(name.text)
    if entry is None or not entry.sure or min(case.sums()) < ENOUGH:
        return False
    borne = any(weight > 0 for weight in held(PERSON_BY_NAME, name, context).values())
    known_person = max(case.person.values()) >= KNOWN
    known_place = max(case.place.values()) >= KNOWN
    return borne and (known_person or not known_place)


def _lord(name: Name, cases: Mapping[str, _Case]) -> Name:
    """Make "Duke of Wellington" a person's name where "Wellington" alone is one, too."""
    if not _is_lordship(name) or cases[fold(name.texts[-1])].role() is not Role.PERSON:
        return name
    return replace(name, role=Role.PERSON, rule="title of a place")


def _is_lordship(name: Name) -> bool:
    """Whether it is a title of nobility with "of": those become names by themselves."""
    return (
        name.rule == "title"
        and name.role is Role.OTHER
        and (name.texts[0] in words("people", "nobility") and "of" in name.texts)
    )


def _cases(names: Sequence[Name], context: Context) -> dict[str, _Case]:
    """The clues of every name: from its mentions, its own words and the rest of the article."""
    cases: dict[str, _Case] = defaultdict(_Case)
    for name in names:
        if name.role is Role.OPEN:
            case = cases[fold(name.text)]
            case.person.update(held((*PERSON_BY_NAME, *PERSON_BY_CONTEXT), name, context))
            case.place.update(held((*PLACE_BY_NAME, *PLACE_BY_CONTEXT), name, context))
    return cases


def _parts_of_people(names: Iterable[Name]) -> frozenset[str]:
    """The words of the surest names of people, each of which may stand alone."""
    parts: set[str] = set()
    for name in names:
        if name.role is Role.PERSON and name.rule != "saint" and _may_be_parted(name):
            parts |= set(takewhile(lambda text: text not in ("of", "the"), name.texts))
            if "of" in name.texts and look_up(name.texts[-1]) is None:
                parts.add(name.texts[-1])
        elif _is_lordship(name):
            parts.add(name.texts[-1])
    return frozenset(
        fold(text)
        for text in parts
        if text[0].isupper() and len(text) > 1 and not text.endswith(".")
    )


def _may_be_parted(name: Name) -> bool:
    """Whether each word of a person's name may stand for the person: not "Ibn", not "the Wise".

    A single word that only its context tells is no proof of its other mentions.
    """
    return len(name.texts) > 1 or name.titled


def _parts_of_places(names: Iterable[Name]) -> frozenset[str]:
    """Names of streets and waters without their heads: "the Liteiny"."""
    return frozenset(
        fold(" ".join(name.texts[:-1]))
        for name in names
        if name.role is Role.PLACE
        and name.kind in _WITHOUT_HEAD
        and len(name.texts) > 1
        and name.texts[0] not in kinds_of_heads("heads_")
    )


def _share(
    members: Sequence[Name], cases: Mapping[str, _Case], context: Context, listed: dict[int, int]
) -> None:
    """In a list of names what most are the others are: "Riazanov and Kameniev".

    A preposition of place before the first governs them all: "at Meaux, Senlis and Creil".
    ``listed`` takes the weight at each name's offset: above 0 for a person.
    """
    people = sum(_vote(name, cases) for name in members)
    weight = SIGN if people > 0 else -SIGN
    if _is_governed(members, context):
        people = weight = -STRONG
    if abs(people) < ENOUGH:
        return
    for name in members:
        if name.role is Role.OPEN:
            case = cases[fold(name.text)]
            clues = case.person if people > 0 else case.place
            clues[_LISTED] = abs(weight)
            listed[name.span.start] = weight


def _vote(name: Name, cases: Mapping[str, _Case]) -> int:
    """What a name says of the list that it stands in: above 0 for people, below for places."""
    if name.role is Role.OPEN:
        person, place = cases[fold(name.text)].sums()
        return max(-STRONG, min(STRONG, max(person, 0) - max(place, 0)))
    return STRONG * ((name.role is Role.PERSON) - (name.role is Role.PLACE))


def _is_governed(listed: Sequence[Name], context: Context) -> bool:
    """Whether a list's first name is a place by the words before it, and none is a person."""
    first = listed[0]
    place = sum(held(PLACE_BY_CONTEXT, first, context).values())
    return place >= SIGN and not any(
        name.role is Role.PERSON or context.of_a_person(name) for name in listed
    )


def lists(names: Sequence[Name]) -> Iterator[Sequence[Name]]:
    """The lists of names in a sentence: runs in which each and the next are joined."""
    start = 0
    for i in range(1, len(names) + 1):
        if i == len(names) or not _joined(names[i - 1], names[i]):
            if i - start > 1:
                yield names[start:i]
            start = i


def _with_title(name: Name) -> int:
    """Where a name begins with the titles before it."""
    start = name.start
    while name.titled and start > 0 and is_title(name.sentence[start - 1].text):
        start -= 1
    return start


def _joined(left: Name, right: Name) -> bool:
    """Whether two names stand in one list: "X and Y", or "X, Y" that goes on as a list."""
    sentence = left.sentence
    between = sentence[left.end : _with_title(right)]
    if left.possessive or Role.OTHER in (left.role, right.role):
        return False
    if len(between) == 1:
        link = between[0]
        serial = link.gap == ", " and sentence[left.start].gap == ", "
        joins = link.text in ("and", "or") and sentence[_with_title(right)].follows
        repeats = link.gap == ", " and link.text in _REPEATED and (link.text == left.before())
        return repeats or (joins and (link.follows or serial))
    if between or sentence[_with_title(right)].gap != ", ":
        return False
    goes_on = right.gap.startswith(",") or right.after() in ("and", "or")
    return goes_on and not right.possessive
