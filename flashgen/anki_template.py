"""Anki's template language: parse it, find its mistakes, and render its text.

The syntax is that of Anki's manual ("Card Templates"): ``{{Field}}``, ``{{filter:Field}}``,
``{{#Field}}…{{/Field}}``, ``{{^Field}}…{{/Field}}``, ``{{! comment }}`` and the special fields.
``{{> name}}``, a shared piece of HTML, is flashgen's own.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

SPECIAL_FIELDS = frozenset(
    {"FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID"}
)
# Filters whose output does not stand on the card as text: an input box, a link, a sound.
_SILENT_FILTERS = frozenset({"type", "hint", "tts", "tts-voices"})

_TAG = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_HTML = re.compile(r"<(style|script)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.DOTALL | re.IGNORECASE)


class TemplateError(ValueError):
    """A mistake in a template; ``offset`` is where it stands."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


@dataclass(frozen=True, slots=True)
class Text:
    """Plain HTML between the tags."""

    html: str


@dataclass(frozen=True, slots=True)
class FieldTag:
    """``{{filter:…:Field}}``; ``filters`` in the order of writing."""

    name: str
    filters: tuple[str, ...]
    offset: int


@dataclass(frozen=True, slots=True)
class Section:
    """``{{#Field}}…{{/Field}}``, or ``{{^Field}}…`` where ``inverted``."""

    name: str
    inverted: bool
    children: tuple[Node, ...]
    offset: int


@dataclass(frozen=True, slots=True)
class Include:
    """``{{> name}}``."""

    name: str
    offset: int


Node = Text | FieldTag | Section | Include


def parse(template: str) -> tuple[Node, ...]:
    """The template as a tree. Raises TemplateError where a tag or section is not closed."""
    stack: list[tuple[str, bool, int, list[Node]]] = []
    nodes: list[Node] = []
    position = 0
    for tag in _TAG.finditer(template):
        if tag.start() > position:
            nodes.append(Text(_plain(template, position, tag.start())))
        position = tag.end()
        content = tag[1].strip()
        sign, name = content[:1], content[1:].strip()
        if sign in ("#", "^"):
            stack.append((name, sign == "^", tag.start(), nodes))
            nodes = []
        elif sign == "/":
            if not stack:
                raise TemplateError(
                    f"{{{{/{name}}}}} closes a section that is not open; remove it", tag.start()
                )
            opened, inverted, offset, outer = stack.pop()
            if opened != name:
                raise TemplateError(
                    f"{{{{/{name}}}}} closes '{opened}'; close the inner section first", tag.start()
                )
            outer.append(Section(opened, inverted, tuple(nodes), offset))
            nodes = outer
        elif sign == ">":
            nodes.append(Include(name, tag.start()))
        elif sign != "!":
            *filters, field = (part.strip() for part in content.split(":"))
            nodes.append(FieldTag(field, tuple(filters), tag.start()))
    if stack:
        name, inverted, offset, _ = stack[-1]
        sign = "^" if inverted else "#"
        raise TemplateError(
            f"the section {{{{{sign}{name}}}}} is never closed; add {{{{/{name}}}}}", offset
        )
    if position < len(template):
        nodes.append(Text(_plain(template, position, len(template))))
    return tuple(nodes)


def _plain(template: str, start: int, end: int) -> str:
    text = template[start:end]
    if "{{" in text:
        raise TemplateError("'{{' is never closed; add '}}'", start + text.index("{{"))
    return text


def tags(nodes: tuple[Node, ...]) -> Iterator[FieldTag | Section | Include]:
    """Every tag of a tree, outer before inner."""
    for node in nodes:
        if not isinstance(node, Text):
            yield node
        if isinstance(node, Section):
            yield from tags(node.children)


def visible_text(nodes: tuple[Node, ...], fields: Mapping[str, str]) -> str:
    """What one reads on a card: sections decided by the fields (HTML), markup gone, one line."""
    rendered = "".join(_render(nodes, fields))
    return " ".join(html.unescape(_HTML.sub(" ", rendered)).split())


def _render(nodes: tuple[Node, ...], fields: Mapping[str, str]) -> Iterator[str]:
    for node in nodes:
        match node:
            case Text(text):
                yield text
            case Section(name, inverted, children):
                if bool(fields.get(name, "").strip()) != inverted:
                    yield from _render(children, fields)
            case FieldTag(name, filters):
                if not any(f.split(" ")[0] in _SILENT_FILTERS for f in filters):
                    yield fields.get(name, "")
            case Include():
                raise ValueError("includes are replaced before a template is rendered")
