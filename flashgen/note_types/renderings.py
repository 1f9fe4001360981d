"""The HTML of a file as cards may show it: with its fields filled or empty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from flashgen.note_types.language import Node, Section, handlebars, tags

# Tags that bring a <div> of their own.
_BLOCK = re.compile(r"\s*(?:FrontSide\s*$|(?:hint|type)\s*:)")


def _blank(text: str) -> str:
    """As many blanks, with the same lines."""
    return re.sub(r"[^\n]", " ", text)


def renderings(text: str, tree: tuple[Node, ...]) -> Mapping[str, str]:
    """The file's HTML as cards show it, each with the case in which they do, "" for the plain one.

    All have the length of the file: what does not show is blank, and a tag that brings a <div>
    is an <hr>, which no paragraph can hold either. The cases are those with all fields filled,
    one or all of them empty, one alone filled: so any two sections meet in every way.
    """
    names = sorted({tag.name for tag in tags(tree) if isinstance(tag, Section)})
    everything = frozenset(names)
    listed = " and ".join(f"'{name}'" for name in names[:3])
    cases = [
        (everything, ""),
        *((everything - {name}, f" where '{name}' is empty") for name in names),
        (frozenset(), f" where {listed} are empty"),
        *((frozenset({name}), f" where only '{name}' is filled") for name in names),
    ]
    shown = _without_tags(text.replace("\r", "\n"))
    found: dict[str, str] = {}
    for filled, words in cases:
        html, position = [], 0
        for start, end in _hidden(tree, filled):
            html += [shown[position:start], _blank(shown[start:end])]
            position = end
        found.setdefault("".join((*html, shown[position:])), words)
    return found


def _without_tags(text: str) -> str:
    html, position = [], 0
    for start, end in handlebars(text):
        if end > 0:
            html += [text[position:start], _plain(text[start:end])]
            position = end
    return "".join((*html, text[position:]))


def _plain(tag: str) -> str:
    """What stands for a tag: its name may be an address; blanks would part it."""
    content = tag[2:-2].lstrip()
    if content[:1] in ("#", "^", "/", ">"):
        return _blank(tag)
    return "<hr>" + _blank(tag[4:]) if _BLOCK.match(content) else tag.replace(" ", "_")


def _hidden(nodes: tuple[Node, ...], filled: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where the sections begin and end that show nothing."""
    for node in nodes:
        if isinstance(node, Section):
            if (node.name in filled) == node.inverted:
                yield node.offset, node.close
            else:
                yield from _hidden(node.children, filled)
