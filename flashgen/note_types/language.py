"""Anki's template language: parse it, find its mistakes, and render its text.

The syntax is that of Anki's manual ("Card Templates"): ``{{Field}}``, ``{{filter:Field}}``,
``{{#Field}}…{{/Field}}``, ``{{^Field}}…{{/Field}}`` and the special fields; what stands in an HTML
comment is no tag. ``{{> name}}``, a shared piece of HTML, is flashgen's own.

What a tag means, and which cards a note has, is what Anki's engine makes of it, to the letter
(``rslib/src/template.rs`` of Anki 25.9): a filter or name keeps its inner spaces, and one of a
single character is a field's, whatever it is.
"""

from __future__ import annotations

import html
import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

SPECIAL_FIELDS = frozenset(
    {"FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID"}
)
# What a reader of the card does not see as text: an input box, a link, a sound.
SILENT_FILTERS = frozenset({"type", "hint", "tts", "tts-voices"})

# No card has sections within so many others.
_DEEPEST = 100
_OPENING = re.compile(r"<!--|\{\{")
_CLOSING = {"<!--": "-->", "{{": "}}"}
# What is never closed goes on to the end, as in a browser; and it is looked for once.
_HTML = re.compile(
    r"<(style|script)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)|<[^>]*(?:>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
# The attributes are looked at by themselves: a pattern for all would try every way through them.
IMAGE = re.compile(r"<img\b([^>]*)(?:>|\Z)", re.IGNORECASE)
_SOURCE = re.compile(r"""\bsrc\s*=\s*["']?([^"'>]+)""", re.IGNORECASE)
_WORDS = re.compile(r"""\balt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_EMPTY = re.compile(r"(?:\s|</?(?:br|div) ?/?>)*", re.IGNORECASE | re.ASCII)
_OTHER_SYNTAX = re.compile(r"\s*\{\{=<% %>=\}\}")
_SOUND = re.compile(r"\[anki:tts\b[^\[\]]*\].*?(?:\[/anki:tts\]|\Z)|\[sound:[^\[\]]*\]", re.DOTALL)


class TemplateError(ValueError):
    """A mistake in a template; ``offset`` is where it stands."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


@dataclass(frozen=True, slots=True)
class PlainHtml:
    """Plain HTML between the tags."""

    html: str


@dataclass(frozen=True, slots=True)
class FieldTag:
    """``{{filter:…:Field}}``; ``filters`` in the order of writing, the last one works first."""

    name: str
    filters: tuple[str, ...]
    offset: int

    @property
    def silent(self) -> bool:
        """Whether it shows no text of the field."""
        return any(f.partition(" ")[0] in SILENT_FILTERS for f in self.filters)


@dataclass(frozen=True, slots=True)
class Section:
    """``{{#Field}}…{{/Field}}``, or ``{{^Field}}…`` where ``inverted``; ends at ``close``."""

    name: str
    inverted: bool
    children: tuple[Node, ...]
    offset: int
    close: int

    @property
    def opening(self) -> str:
        """Its first tag, as written."""
        return f"{{{{{'^' if self.inverted else '#'}{self.name}}}}}"


@dataclass(frozen=True, slots=True)
class Include:
    """``{{> name}}``, up to ``end``."""

    name: str
    offset: int
    end: int


Node = PlainHtml | FieldTag | Section | Include


@lru_cache(maxsize=256)
def parse(template: str) -> tuple[Node, ...]:
    """The template as a tree. Raises TemplateError at the first mistake."""
    tree, mistakes = read(template)
    if mistakes:
        raise mistakes[0]
    return tree


def read(template: str) -> tuple[tuple[Node, ...], tuple[TemplateError, ...]]:
    """The template as a tree, as well as one can tell, and its mistakes in their order."""
    reader = _TemplateReader(template)
    try:
        tree = reader.tree()
    except TemplateError as hopeless:
        return (), (hopeless,)
    return tree, tuple(sorted(reader.mistakes, key=lambda mistake: mistake.offset))


def handlebars(template: str) -> Iterator[tuple[int, int]]:
    """Where the tags of a template begin and end; the first one that is never closed ends at -1.

    That one, and all behind it, are plain text to Anki.
    """
    position, never_closed = 0, set()
    for opening in _OPENING.finditer(template):
        if opening.start() < position or opening[0] in never_closed:
            continue
        end = template.find(_CLOSING[opening[0]], opening.end())
        if end < 0:
            never_closed.add(opening[0])
            if opening[0] == "{{":
                yield opening.start(), -1
            continue
        position = end + len(_CLOSING[opening[0]])
        if opening[0] == "{{":
            yield opening.start(), position


@dataclass(slots=True)
class _Open:
    """A section that is not closed yet, and what stands in it so far."""

    name: str
    inverted: bool
    offset: int
    nodes: list[Node]

    def closed(self, at: int) -> Section:
        return Section(self.name, self.inverted, tuple(self.nodes), self.offset, at)


class _TemplateReader:
    """Reads one template; after a mistake it goes on as the writer most likely meant it."""

    def __init__(self, template: str) -> None:
        self.mistakes: list[TemplateError] = []
        self._template = template
        self._stack = [_Open("", False, 0, [])]
        # The sections that an outer one closed: their own ends are no second mistake.
        self._cut: list[str] = []

    def tree(self) -> tuple[Node, ...]:
        position = 0
        if _OTHER_SYNTAX.match(self._template):
            self._mistake("Anki's other syntax, <% %>, is not flashgen's; write {{…}}", 0)
        for start, end in handlebars(self._template):
            if end < 0:
                self._mistake("'{{' is never closed; add '}}'", start)
                continue
            self._text(position, start)
            content = self._template[start + 2 : end - 2]
            self._tag(content.lstrip("{").strip(), start, end)
            position = end
        self._text(position, len(self._template))
        while len(self._stack) > 1:
            section = self._pop(len(self._template))
            self._mistake(
                f"the section {section.opening} is never closed; add {{{{/{section.name}}}}}",
                section.offset,
            )
        return tuple(self._stack[0].nodes)

    def _mistake(self, message: str, offset: int) -> None:
        self.mistakes.append(TemplateError(message, offset))

    def _pop(self, at: int) -> Section:
        section = self._stack.pop().closed(at)
        self._stack[-1].nodes.append(section)
        return section

    def _text(self, start: int, end: int) -> None:
        if start < end:
            self._stack[-1].nodes.append(PlainHtml(self._template[start:end]))

    def _tag(self, content: str, start: int, end: int) -> None:
        sign, name = content[:1], content[1:].lstrip()
        if len(content) < 2:  # "{{#}}": for Anki a field
            sign = ""
        if sign in ("#", "^"):
            if len(self._stack) > _DEEPEST:
                message = f"sections are nested more than {_DEEPEST} deep; close some of them"
                raise TemplateError(message, start)
            self._stack.append(_Open(name, sign == "^", start, []))
        elif sign == "/":
            self._close(name, start)
        elif sign == ">":
            self._stack[-1].nodes.append(Include(name, start, end))
        elif sign == "!":
            self._mistake("Anki has no {{! remarks }}; write <!-- … -->", start)
        else:
            *filters, field = content.split(":")
            self._stack[-1].nodes.append(FieldTag(field, tuple(filters), start))

    def _close(self, name: str, start: int) -> None:
        if self._stack[-1].name != name or len(self._stack) == 1:
            if name in self._cut:
                self._cut.remove(name)
                return
            if name not in {section.name for section in self._stack[1:]}:
                inner = self._stack[-1].name
                mend = f"did you mean {{{{/{inner}}}}}?" if inner else "remove it"
                self._mistake(f"{{{{/{name}}}}} closes a section that is not open; {mend}", start)
                return
            self._mistake(
                f"{{{{/{name}}}}} closes '{self._stack[-1].name}'; close the inner section first",
                start,
            )
            while self._stack[-1].name != name:
                self._cut.append(self._pop(start).name)
        self._pop(start)


def tags(nodes: tuple[Node, ...]) -> Iterator[FieldTag | Section | Include]:
    """Every tag of a tree, outer before inner."""
    for node in nodes:
        if not isinstance(node, PlainHtml):
            yield node
        if isinstance(node, Section):
            yield from tags(node.children)


def visible_text(nodes: tuple[Node, ...], fields: Mapping[str, str]) -> str:
    """What one reads on a card: sections decided by the fields (HTML), markup gone, one line."""
    rendered = _SOUND.sub(" ", "".join(_render(nodes, fields)))
    return " ".join(html.unescape(_HTML.sub(" ", rendered)).split())


def _render(nodes: tuple[Node, ...], fields: Mapping[str, str]) -> Iterator[str]:
    for node in rendered(nodes, fields):
        if isinstance(node, PlainHtml):
            yield node.html
        elif not node.silent:
            yield fields.get(node.name, "")


def rendered(nodes: tuple[Node, ...], fields: Mapping[str, str]) -> Iterator[PlainHtml | FieldTag]:
    """What a card is made of, in order: sections are decided by the fields, as Anki does it."""
    for node in nodes:
        match node:
            case Section(name, inverted, children):
                if is_empty(fields.get(name, "")) == inverted:
                    yield from rendered(children, fields)
            case Include():
                raise ValueError("includes are replaced before a template is rendered")
            case _:
                yield node


def source_of(image: re.Match[str]) -> str:
    """The file that a match of ``IMAGE`` shows; "" where it names none."""
    source = _SOURCE.search(image[1])
    return source[1] if source else ""


def words_for(image: re.Match[str]) -> str:
    """The words that stand for a match of ``IMAGE``, as text; "" where it has none."""
    words = _WORDS.search(image[1])
    return html.unescape("".join(filter(None, words.groups()))) if words else ""


def is_empty(field: str) -> bool:
    """Whether Anki takes a field for empty: spaces, and the tags of empty lines."""
    return _EMPTY.fullmatch(field) is not None


def shows_any(nodes: tuple[Node, ...], filled: Container[str], *, negated: bool = True) -> bool:
    """Whether any of the filled fields is shown, so that Anki makes a card of such a front.

    Not ``negated``: as if each ``{{^Field}}`` held, as Anki has it for ``requirement``.
    """
    for node in nodes:
        match node:
            case FieldTag(name):
                if name in filled:
                    return True
            case Section(name, inverted, children):
                holds = (name in filled) != inverted or (inverted and not negated)
                if holds and shows_any(children, filled, negated=negated):
                    return True
    return False


def requirement(front: tuple[Node, ...], fields: Sequence[str]) -> tuple[str, list[int]]:
    """What a front needs to show anything: "any" or "all" of some fields, by number, or "none".

    Anki keeps it with a note type, for its older programs, which decide by it.
    """
    anyone = [i for i, name in enumerate(fields) if shows_any(front, {name}, negated=False)]
    if anyone:
        return "any", anyone
    everything = set(fields)
    if not shows_any(front, everything, negated=False):
        return "none", []
    return "all", [
        i
        for i, name in enumerate(fields)
        if not shows_any(front, everything - {name}, negated=False)
    ]
