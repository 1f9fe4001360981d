"""Find the places that an article names, each with all the forms of the name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flashgen.rules.names.gazetteer import look_up
from flashgen.rules.names.name import Name, Role
from flashgen.rules.names.onomasticon import fold
from flashgen.types import Article, FoundPlace, Mention, PlaceKind, Reason

# A river or a street is often named without its head: "the Neva", "the Liteiny".
_WITHOUT_HEAD = frozenset({PlaceKind.STREET, PlaceKind.WATER, PlaceKind.MOUNTAIN})


def find_places(article: Article, names: Iterable[Name]) -> tuple[FoundPlace, ...]:
    """The places of the running text, in the order of their first mention."""
    groups: dict[str, list[Name]] = {}
    for name in names:
        if name.role is Role.PLACE:
            groups.setdefault(_key(name.text), []).append(name)
    _join_short_forms(groups)
    found = [_place(article, group) for group in groups.values()]
    return tuple(sorted(found, key=lambda place: place.mentions[0].span))


def _key(text: str) -> str:
    """What the forms of one name have in common."""
    words = fold(text).removeprefix("the ").split()
    return " ".join("saint" if word in ("st.", "st") else word for word in words)


def _join_short_forms(groups: dict[str, list[Name]]) -> None:
    """Join "Liteiny" to "Liteiny prospekt" and "Ladoga" to "Lake Ladoga"."""
    for key, group in list(groups.items()):
        first = group[0]
        if first.kind not in _WITHOUT_HEAD or len(first.texts) != 2:
            continue
        for short in key.split():
            entry = look_up(short)
            known_otherwise = entry is not None and entry.kind is not first.kind
            if short not in groups or short == key:
                continue
            if not known_otherwise or all(map(_has_article, groups[short])):
                groups[key] = sorted([*groups[key], *groups.pop(short)], key=lambda n: n.span)


def _has_article(name: Name) -> bool:
    """Whether "the" stands before a name: the Missouri is a river, Missouri is a state."""
    return name.preposition == "the"


def _place(article: Article, names: Sequence[Name]) -> FoundPlace:
    mentions = tuple(
        Mention(n.span, article.text[n.span.start : n.span.end], (Reason(n.rule),)) for n in names
    )
    forms = [article.tidy(mention.span) for mention in mentions]
    canonical = max(forms, key=lambda form: (len(form.split()), len(form)))
    kinds = [n.kind for n in names if n.kind is not PlaceKind.OTHER]
    return FoundPlace(canonical, mentions, kinds[0] if kinds else PlaceKind.OTHER)
