"""Declarations of CSS that no browser takes: unknown properties, and colours that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from tinycss2 import serialize
from tinycss2.color5 import parse_color

from flashgen.note_types.css_names import COLOURS, PROPERTIES, SYSTEM_COLOURS
from flashgen.note_types.layers import nearest

_FUNCTIONS = frozenset("rgb rgba hsl hsla hwb lab lch oklab oklch color".split())
# What may stand in a colour's function beside plain numbers is not worked out.
_PLAIN = frozenset({"number", "percentage", "dimension", "ident", "literal", "whitespace"})
_ANYWHERE = frozenset({"inherit", "initial", "unset", "revert", "revert-layer", "auto", "none"})
_LINES = _ANYWHERE | frozenset(
    "hidden dotted dashed solid double groove ridge inset outset thin medium thick invert".split()
)
_GROUND = _ANYWHERE | frozenset(
    """top right bottom left center repeat-x repeat-y repeat space round no-repeat scroll fixed
    local border-box padding-box content-box border-area text cover contain""".split()
)
_EDGE = r"(?:-(?:top|right|bottom|left|(?:block|inline)(?:-(?:start|end))?))?"
# Properties that take a colour, and the other words that each of them takes.
_TAKES = (
    (re.compile(r"(?:.+-)?color"), _ANYWHERE | {"invert"}),
    (re.compile("fill|stroke"), _ANYWHERE | {"context-fill", "context-stroke"}),
    (re.compile(rf"border{_EDGE}|outline|column-rule"), _LINES),
    (re.compile("background"), _GROUND),
)


def unknown_property(name: str) -> str:
    """What is wrong with a property's name; "" for those of CSS, of a vendor and one's own."""
    if name.startswith("-") or name.lower() in PROPERTIES:
        return ""
    return f"no property '{name}' in CSS; {nearest(name, sorted(PROPERTIES))}"


def wrong_words(name: str, value: Sequence[Any]) -> Iterator[tuple[Any, str]]:
    """The words in a property's value that should be colours and are none."""
    words = next((words for pattern, words in _TAKES if pattern.fullmatch(name.lower())), None)
    if words is None:
        return
    for token in value:
        if token.type == "ident" and not _is_name(token.lower_value, words):
            mend = nearest(token.value, sorted(COLOURS))
            yield token, f"no colour '{token.value}'; {mend}"


def wrong_colour(token: Any) -> str:
    """What is wrong with a number of a colour, or a function; "" for all that may be one."""
    if token.type == "hash" and parse_color(token) is None:
        return f"'#{token.value}' is no colour; write 3, 4, 6 or 8 of 0-9 and a-f behind the '#'"
    if token.type == "function" and token.lower_name in _FUNCTIONS:
        plain = all(each.type in _PLAIN for each in token.arguments)
        relative = any(t.type == "ident" and t.lower_value == "from" for t in token.arguments)
        if plain and not relative and parse_color(token) is None:
            written = re.sub(r"\s+", " ", serialize([token]))
            return f"'{written}' is no colour; look at the number of its values and their signs"
    return ""


def _is_name(word: str, others: frozenset[str]) -> bool:
    """Whether a word may stand where a colour may; a vendor's may be anything."""
    return word in COLOURS or word in SYSTEM_COLOURS or word in others or word.startswith("-")
