"""Lists of names: what most of their members are, the others are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flashgen.english.tags import VERB
from flashgen.rules.names.kinds import is_title
from flashgen.rules.names.name import Name, Role
from flashgen.rules.names.onomasticon import is_figure
from flashgen.rules.rule import Rule
from flashgen.tables import words

_NEXT = frozenset({"then", "finally", "lastly", "also"})  # "to Brod, then Ravnik"
_MOST_TITLES = 8  # no more of them stand before a name, and each name looks back
LISTED_PERSON = Rule(
    id="person/listed",
    weight=2,
    finds={"Hugh Ashcombe, Ravnik and Zelva signed.": "Zelva"},
    ignores=("Hugh Ashcombe signed at Zelva.",),
)
LISTED_PLACE = Rule(
    id="place/listed",
    weight=2,
    finds={"They compared Prague, Vienna and Ravnik.": "Ravnik"},
    ignores=("They compared Prague with Ravnik.",),
)
GOVERNED = Rule(
    id="place/governed",
    weight=4,
    finds={
        "They slept at Lomnava, Zelva and Ravnik.": "Ravnik",
        "They live in Arthur Town, James Cistern and Brod City.": "James Cistern",
    },
    ignores=(
        "They slept at Lomnava with Ravnik.",
        "They slept at Lomnava, and Hugh Ashcombe wept.",
        "In Arthur Town, Brod City, and Hugh Cistern wept.",
    ),
)
NEVER_A_PLACE = Rule(
    id="person/never-a-place",
    weight=3,
    finds={"They asked Bristol for help. Then Bristol wept in the dark hall.": "Bristol"},
    ignores=("They asked Bristol for help. Then they died at Bristol.",),
)


def lists(names: Sequence[Name]) -> Iterator[Sequence[Name]]:
    """The lists of names in a sentence: runs in which each and the next are joined."""
    start = 0
    for i in range(1, len(names) + 1):
        if i == len(names) or not _joined(names[i - 1], names[i]):
            # "In Ravnik, Hugh Ashcombe, a weaver," is none.
            members = names[start:i]
            if len(members) > 1 and not _is_place_and_person(*members[:2], *members[2:]):
                yield members
            start = i


def is_governed_list(members: Sequence[Name]) -> bool:
    """Whether a preposition of place governs a list of which most are places by their form.

    "In Arthur Town, James Cistern and Brod City": nothing but the form says that one is somebody.
    """
    first, *_, last = members
    placed = {*words("names", "prepositions_strong"), "between", "from", "around", "through"}
    people = [name for name in members if name.role is Role.PERSON]
    places = sum(name.role is Role.PLACE for name in members)
    named = all(name.rule == "person/given-and-surname" for name in people)
    owned = any(name.possessive or is_figure(name.text) for name in people)
    acts = last.role is Role.PERSON and last.tag_after() in "VbhM"
    governed = first.preposition in placed and first.role is Role.PLACE
    return governed and named and len(people) < places and not (owned or acts)


def _is_place_and_person(left: Name, right: Name, *others: Name) -> bool:
    """Whether a comma alone stands between a name and a longer one."""
    alone = not others and left.end + 1 == right.start and left.after() == right.after() == ","
    return alone and len(left.words) == 1 < len(right.words)


def _with_title(name: Name) -> int:
    """Where a name begins with the titles before it."""
    start, least = name.start, max(0, name.start - _MOST_TITLES)
    while name.titled and start > least and is_title(name.sentence.words[start - 1]):
        start -= 1
    return start


def _joined(left: Name, right: Name) -> bool:
    """Whether two names stand in one list: "X and Y", or "X, Y" that goes on as a list."""
    tokens = left.sentence.words
    between = tuple(t for t in tokens[left.end : _with_title(right)] if t not in _NEXT)
    if between == ("/",):
        return True
    if between in ((",",), (";",)):
        goes_on = right.after() in (",", ";", "and", "or")
        return goes_on and not right.possessive
    if between in (("and",), ("or",), (",", "and"), (",", "or")):
        # "At Ravnik, and Ashcombe wept": a clause of its own.
        begun = tokens[left.start - 1 : left.start] == (",",)
        return between[0] != "," or begun or right.tag_after() != VERB
    counted = [t for t in between if not t[0].isdigit()]
    return len(counted) < len(between) and counted in ([","], [";"], ["and"], [",", "and"])
