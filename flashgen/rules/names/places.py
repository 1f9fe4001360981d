"""Find the places that an article names, each with all the forms of the name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from flashgen.rules.names.fold import fold
from flashgen.rules.names.gazetteer import look_up
from flashgen.rules.names.kinds import SAINTS, head_before, head_kind
from flashgen.rules.names.name import Name, Role
from flashgen.tables import words
from flashgen.types import Article, FoundPlace, Mention, PlaceKind

# A river or a street is often named without its head: "the Neva", "the Liteiny"; and a county.
_WITHOUT_HEAD = frozenset({PlaceKind.STREET, PlaceKind.WATER, PlaceKind.MOUNTAIN})
_TOWNS = {PlaceKind.CITY, PlaceKind.OTHER}
_SAYS_SO = frozenset(
    "now today formerly modern present-day later called then as known or the".split()
)


def find_places(article: Article, names: Iterable[Name]) -> tuple[FoundPlace, ...]:
    """The places of the running text, in the order of their first mention."""
    named = [name for name in names if name.role is Role.PLACE]
    groups: dict[str, list[Name]] = {}
    for name in named:
        groups.setdefault(_key(name), []).append(name)
    _join_short_forms(groups)
    _join_other_names(groups, named)
    found = [_place(article, key, group) for key, group in groups.items()]
    return tuple(sorted(found, key=lambda place: place.mentions[0].span))


def _key(name: Name) -> str:
    """What the forms of one name have in common."""
    texts = [word for word in name.words if word not in words("names", "behind_towns")]
    own = fold(" ".join(texts)).removeprefix("the ").split()
    own = ["saint" if word in ("st.", "st") else word for word in own]
    return own[0] if len(own) == 1 and look_up(name.text) else " ".join(own)


def _join_short_forms(groups: dict[str, list[Name]]) -> None:
    """Join "Liteiny" to "Liteiny prospekt", "Kerry" to "County Kerry", "Albans" to "St. Albans"."""
    for key, group in list(groups.items()):
        first = group[0]
        county = first.words[0] in ("County", "Cape") or first.words[0] in SAINTS
        if (
            key not in groups
            or len(first.words) != 2
            or not (first.kind in _WITHOUT_HEAD or county)
        ):
            continue
        headed = head_before(first.words[0]) is not None or head_kind(first.words[-1]) is not None
        if not (headed or county):
            continue
        for short in key.split():
            known = look_up(short)
            otherwise = known is not None and known.kind is not first.kind and not county
            if short not in groups or short == key:
                continue
            if not otherwise or all(name.preposition == "the" for name in groups[short]):
                _merge(groups, key, short)


def _join_other_names(groups: dict[str, list[Name]], named: Sequence[Name]) -> None:
    """Join what brackets say to be one: "Adrianople (now Edirne)"."""
    merged: dict[str, str] = {}
    for left, right in pairwise(named):
        if left.sentence is not right.sentence or right.after() not in (")", "]", ","):
            continue
        between = left.sentence.words[left.end : right.start]
        if between[:1] not in (("(",), ("[",)) or not set(between[1:]) <= _SAYS_SO:
            continue
        kept, other = (merged.get(_key(name), _key(name)) for name in (left, right))
        if not {kept, other} <= groups.keys():
            continue
        towns = {left.kind, right.kind} <= {
            PlaceKind.CITY,
            PlaceKind.OTHER,
        } and right.after() == ")"
        if kept != other and (len(between) > 1 or towns):
            _merge(groups, kept, other)
            merged[other] = kept


def _merge(groups: dict[str, list[Name]], kept: str, other: str) -> None:
    groups[kept] = sorted([*groups[kept], *groups.pop(other)], key=lambda name: name.span)


def _place(article: Article, key: str, names: Sequence[Name]) -> FoundPlace:
    mentions = tuple(
        Mention(n.span, article.text[n.span.start : n.span.end], n.reasons) for n in names
    )
    own = [article.tidy(name.span) for name in names if key in (_key(name), fold(name.words[0]))]
    canonical = max(own, key=lambda form: (len(form.split()), len(form)))
    kinds = [n.kind for n in names if n.kind is not PlaceKind.OTHER]
    return FoundPlace(canonical, mentions, kinds[0] if kinds else PlaceKind.OTHER)
