"""Colours of text that cannot be read on their ground, by day or at night.

Looked at are colours that are custom properties, as those of a theme are. A rule that sets text and
ground is a pair; text that is set alone may stand on the card and on each ground that is set alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, product
from typing import Any

from tinycss2.color5 import parse_color

from flashgen.errors import Location, Problem

# WCAG 2, success criterion 1.4.3, level AA.
_LEAST = 4.5
# Each colour of text is compared with each of a ground: beyond so many properties, or values of
# one, none is.
_MOST = 30
_NIGHT = ("nightmode", "night_mode")
_PAGE = frozenset({".card", "body", "html", ":root"})
_NO_NIGHT = (
    "no rule sets colours for the night, and cards keep those of the day; set them in "
    "'.card.nightMode, .nightMode .card {…}', too"
)


@dataclass(slots=True)
class Rule:
    """What one rule says of colours: the custom properties that it sets, by name, and that it uses.

    ``night`` rules hold in night mode alone, a ``page`` rule for the whole card. A rule that
    ``paints`` sets the colour of text or ground, in whatever way. ``sets`` has offsets in the CSS.
    """

    night: bool = False
    page: bool = False
    paints: bool = False
    sets: dict[str, tuple[int, Any]] = field(default_factory=dict)
    text: str = ""
    ground: str = ""

    @classmethod
    def of(cls, prelude: Sequence[Any], around: Rule | None) -> Rule:
        """The rule of such selectors, or in such an at-rule; ``around`` is the one it stands in."""
        parts = [part.strip() for part in _written(prelude).lower().split(",")]
        night = all(any(word in part for word in _NIGHT) for part in parts)
        dark = "prefers-color-scheme" in parts[0] and "dark" in parts[0]
        outer = around is not None and around.night
        return cls(night or dark or outer, not _PAGE.isdisjoint(parts))

    def take(self, name: str, value: Sequence[Any], at: int) -> None:
        """Take a declaration."""
        one = _single(value)
        if name.startswith("--"):
            self.sets[name] = at, one
        elif name == "color":
            self.paints, self.text = True, _property(one)
        elif name in {"background", "background-color"}:
            self.paints, self.ground = True, _property(one)


@dataclass(frozen=True, slots=True)
class _Colour:
    name: str
    where: Location
    luminance: float


def weak_contrasts(placed: Sequence[tuple[Callable[[int], Location], Rule]]) -> Iterator[Problem]:
    """Text whose contrast is too low, with the worst of its grounds; a night without colours.

    Each rule comes with what tells the places of its offsets.
    """
    rules = [rule for _, rule in placed]
    told: set[tuple[Location, Location]] = set()
    used: set[tuple[Location, str]] = set()
    for night, when in ((False, "by day"), (True, "at night")):
        held = [rule for rule in rules if night or not rule.night]
        values = _values(placed, night=night)
        worst: dict[Location, tuple[float, str]] = {}
        pairs = sorted(_pairs(held))
        colours = {name: _colours(name, values) for name in set(chain(*pairs))}
        for text, ground in pairs:
            for one, other in product(colours[text], colours[ground]):
                used |= {(each.where, each.name) for each in (one, other)}
                dark, light = sorted((one.luminance, other.luminance))
                contrast = int(100 * (light + 0.05) / (dark + 0.05)) / 100
                if contrast < _LEAST and (one.where, other.where) not in told:
                    told.add((one.where, other.where))
                    words = (
                        f"'{one.name}' on '{other.name}' has a contrast of {contrast} : 1 {when}; "
                        f"text needs {_LEAST} : 1: make one of them darker or lighter"
                    )
                    worst[one.where] = min((contrast, words), worst.get(one.where, (9.0, "")))
        yield from (Problem(where, words) for where, (_, words) in worst.items())
    names = {name for _, name in used}
    if used and not any(r.night and (r.paints or names & r.sets.keys()) for r in rules):
        yield Problem(min(used)[0], _NO_NIGHT)


def _values(
    placed: Iterable[tuple[Callable[[int], Location], Rule]], *, night: bool
) -> Mapping[str, list[tuple[Location, Any]]]:
    """What each custom property may be; at night, what it is by day if nothing else is said."""
    day: dict[str, list[tuple[Location, Any]]] = {}
    dark: dict[str, list[tuple[Location, Any]]] = {}
    for where, rule in placed:
        for name, (at, token) in rule.sets.items():
            (dark if rule.night else day).setdefault(name, []).append((where(at), token))
    return day | dark if night else day


def _pairs(rules: Sequence[Rule]) -> set[tuple[str, str]]:
    """The properties of text and ground that meet."""
    texts = {r.text for r in rules if r.text and (r.page or not r.ground)}
    grounds = {r.ground for r in rules if r.ground and (r.page or not r.text)}
    both = {(r.text, r.ground) for r in rules if r.text and r.ground}
    return {*sorted(both)[: _MOST**2], *product(sorted(texts)[:_MOST], sorted(grounds)[:_MOST])}


def _colours(name: str, values: Mapping[str, list[tuple[Location, Any]]]) -> list[_Colour]:
    """The opaque colours that a property may have, by itself or by others that it stands for."""
    found, waiting, seen = [], [name], set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        for where, token in values.get(name, ())[:_MOST]:
            if other := _property(token):
                waiting.append(other)
            elif (luminance := _luminance(token)) is not None:
                found.append(_Colour(name, where, luminance))
    return found[:_MOST]


def _written(prelude: Sequence[Any]) -> str:
    """A selector as it is written, without what is deep in it."""
    text = ""
    for token in prelude:
        if token.type == "() block":
            text += " ".join(each.value for each in token.content if each.type == "ident")
        elif token.type in {"ident", "literal", "hash"}:
            text += token.value
        else:
            text += " "
    return text


def _single(value: Sequence[Any]) -> Any:
    tokens = [token for token in value if token.type not in {"whitespace", "comment"}]
    return tokens[0] if len(tokens) == 1 else None


def _property(token: Any) -> str:
    """The custom property that a value is, by var(); "" for all others."""
    if token is None or token.type != "function" or token.lower_name != "var":
        return ""
    name = _single(token.arguments)
    return str(name.value) if name is not None and name.type == "ident" else ""


def _luminance(token: Any) -> float | None:
    """The relative luminance by WCAG 2, of 0 to 1; None for what is no colour or lets through."""
    colour = parse_color(token) if token is not None else None
    if colour is None or colour == "currentcolor" or colour.alpha != 1:
        return None
    try:
        parts = [part or 0.0 for part in colour.to("srgb").coordinates]
    except NotImplementedError:  # such spaces hold colours that no screen has
        return None
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)
