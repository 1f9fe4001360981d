"""Find the places that an article names, each with all the forms of the name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from flashgen.article import Article
from flashgen.mentions import FoundPlace, Mention, PlaceKind
from flashgen.rules.names.context import fits
from flashgen.rules.names.fold import fold
from flashgen.rules.names.gazetteer import look_up
from flashgen.rules.names.kinds import SAINTS, head_before, head_kind, is_people
from flashgen.rules.names.name import Name, Role
from flashgen.tables import pairs, words

# A river or a street is often named without its head: "the Neva", "the Liteiny"; and a county.
_WITHOUT_HEAD = frozenset({PlaceKind.STREET, PlaceKind.WATER, PlaceKind.MOUNTAIN})
_OPENINGS = frozenset({"County", "Cape"}) | SAINTS
_TOWNS = {PlaceKind.CITY, PlaceKind.OTHER}
# What may stand between two names of one place, and what says that they are.
_SAYS_SO = frozenset("now today formerly modern present-day later called known".split())
_BESIDE = frozenset("( [ , ’s 's then as or the".split())
_ENDS = frozenset([")", "]", ",", ".", ";", "today"])
_OF_A_TONGUE = frozenset({":", ",", "in", "since"})
_RENAMED = frozenset({"became", "became the", "was renamed", "renamed"})

# What stands before a land's name in its full form.
_STATE = re.compile(
    r"great |(?:(?:grand )?duchy|kingdom|empire|republic|principality|province) of "
)


def find_places(article: Article, names: Iterable[Name]) -> tuple[FoundPlace, ...]:
    """The places of the running text, in the order of their first mention."""
    named = [name for name in names if name.role is Role.PLACE]
    groups: dict[str, list[Name]] = {}
    for name in named:
        groups.setdefault(_key(name), []).append(name)
    merged: dict[str, str] = {}
    for pair in [*_short_forms(groups), *_other_names(named), *_names_of_one_place()]:
        kept, other = (merged.get(key, key) for key in pair)
        if kept != other and {kept, other} <= groups.keys():
            groups[kept] += groups.pop(other)
            merged[other] = kept
    found = [_place(article, key, group) for key, group in groups.items()]
    return tuple(sorted(found, key=lambda place: place.mentions[0].span))


def _key(name: Name) -> str:
    """What the forms of one name have in common."""
    texts = [word for word in name.words if word not in words("names", "behind_towns")]
    return _folded(" ".join(texts))


def _folded(text: str) -> str:
    own = fold(text).removeprefix("the ").split()
    return " ".join("saint" if word in ("st.", "st") else word for word in own)


def _short_forms(groups: Mapping[str, Sequence[Name]]) -> Iterator[tuple[str, str]]:
    """Names with their short forms: "Liteiny prospekt", "County Kerry", "St. Albans"."""
    for key, (first, *_) in groups.items():
        opening, last = first.words[0], first.words[-1]
        county = opening in _OPENINGS
        headed = first.kind in _WITHOUT_HEAD and (head_before(opening) or head_kind(last))
        yield key, _STATE.sub("", key)
        for short in key.split() if len(first.words) == 2 and (county or headed) else ():
            same = county or not look_up(short) or look_up(short).kind is first.kind
            another = short != fold(last) and head_kind(short.capitalize())  # "Tower Hill"
            if not another and (same or all(map(fits("the _* !%NE"), groups.get(short, ())))):
                yield key, short


@cache
def _names_of_one_place() -> tuple[tuple[str, str], ...]:
    """Names that a table knows to be one place's: "Constantinople", "Istanbul"."""
    return tuple((_folded(left), _folded(right)) for left, right in pairs("places", "one_place"))


def _other_names(named: Sequence[Name]) -> Iterator[tuple[str, str]]:
    """Names that the text says to be one place's: "Adrianople (now Edirne)"."""
    for left, right in pairwise(named):
        between = left.sentence.words[left.end : right.start]
        beside = between and set(between) <= _SAYS_SO | _BESIDE and right.after() in _ENDS
        told = beside and not _SAYS_SO.isdisjoint((*between, right.after()))
        towns = {left.kind, right.kind} <= _TOWNS and beside and between[0] in ("(", "[")
        renamed = " ".join(between).lstrip("([, ") in _RENAMED
        tongue = _is_in_another_tongue(between) and right.after() in _ENDS
        tongue = tongue and (left.kind is right.kind or {left.kind, right.kind} <= _TOWNS)
        if left.sentence is right.sentence and (told or towns or renamed or tongue):
            yield _key(left), _key(right)


def _is_in_another_tongue(between: Sequence[str]) -> bool:
    """Whether a bracket opens and says in which language, or since when: "(German: Lemberg)"."""
    opening, *told = between or ("",)
    says = all(is_people(word) or word.isdigit() or word in _OF_A_TONGUE for word in told)
    return opening in ("(", "[") and told != [] and says


def _place(article: Article, key: str, names: Sequence[Name]) -> FoundPlace:
    mentions = tuple(
        Mention(n.span, article.text[n.span.start : n.span.end], n.reasons)
        for n in sorted(names, key=lambda name: name.span)
    )
    own = [article.tidy(name.span) for name in names if key in (_key(name), fold(name.words[0]))]
    canonical = max(own, key=lambda form: (len(form.split()), len(form)))
    kinds = [n.kind for n in names if n.kind is not PlaceKind.OTHER]
    return FoundPlace(canonical, mentions, kinds[0] if kinds else PlaceKind.OTHER)
