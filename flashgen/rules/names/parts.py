"""The words of sure names that may stand alone elsewhere in the article."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from flashgen.mentions import PlaceKind
from flashgen.rules.names.clues import NameClue
from flashgen.rules.names.fold import fold
from flashgen.rules.names.gazetteer import look_up
from flashgen.rules.names.kinds import head_before
from flashgen.rules.names.name import Name, Role
from flashgen.rules.names.person_forms import without_title
from flashgen.tables import words

_WITHOUT_HEAD = (PlaceKind.STREET, PlaceKind.WATER)

# Behind a comma, it is somebody's title: "Hugh Ashcombe, the Duke of Ravnik,".
PEER = NameClue(
    id="person/lordship",
    weight=2,
    finds={"They wrote to the old Duke of Ravnik.": "Duke of Ravnik",
           "As it rained, the Duke of Ravnik slept.": "Duke of Ravnik"},
    ignores=("They wrote to Hugh Ashcombe, Duke of Ravnik.",),
    test="!<Capital> , the _* | !,|( the %J? _* | the _* %VbhMu | later|afterwards|then|: _*",
)  # fmt: skip


def parts_of_people(names: Iterable[Name]) -> frozenset[str]:
    """The words of the surest names of people, each of which may stand alone."""
    parts: set[str] = set()
    for name in names:
        # A single word that only its context tells is no proof of its other mentions.
        sure = len(name.words) > 1 or name.titled
        if name.role is Role.PERSON and name.rule != "person/saint" and sure:
            own = list(takewhile(lambda text: text not in ("of", "the"), name.words))
            if name.lordship:
                land = name.words[-1]
                own = [*without_title(own), *([] if look_up(land) else [land])]
            parts.update(own, own[-1].split("-"))  # "Fouquier-Tinville"
        elif is_lordship(name):
            parts.add(name.words[-1])
    return frozenset(map(fold, parts))


def parts_of_places(names: Iterable[Name]) -> frozenset[str]:
    """Names of streets and waters without their heads: "the Liteiny"; and counties."""
    parts: set[str] = set()
    for name in names:
        if name.words[0] == "County":
            parts.add(fold(" ".join(name.words[1 + (name.words[1] == "of") :])))
        elif name.kind in _WITHOUT_HEAD and head_before(name.words[0]) is None:
            parts.add(fold(" ".join(name.words[:-1])))
    return frozenset(parts)


def is_lordship(name: Name) -> bool:
    """Whether it is a title of nobility with "of": those become names by themselves."""
    noble = name.rule == "neither/title" and name.words[0] in words("people", "nobility")
    return noble and "of" in name.words
