"""Broken HTML in a template, and what the HTML refers to: files, addresses, styles, scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from html.parser import HTMLParser

from flashgen.anki_template import FieldTag, Node, Section
from flashgen.note_types.elements import Elements

_TAG = re.compile(r"\{\{([#^/]?).*?\}\}", re.DOTALL)
_START_TAG = re.compile(
    r"""<[a-z][^\s/>]*(?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*/?>""",
    re.IGNORECASE,
)
_SOUND = re.compile(r"\[sound:([^\]]*)\]")
# Attributes whose address the card loads. A link that one has to press is none.
_LOADED = frozenset({"src", "poster", "data", "background", "xlink:href", "href", "srcset"})
_LINKS = frozenset({"a", "area"})


class _Edge(IntEnum):
    """What a template's tag does to the HTML around it."""

    OPEN = 0
    CLOSE = 1
    BLOCK = 2


@dataclass(slots=True)
class Markup:
    """What a file's HTML holds; offsets are in code points.

    ``loaded`` are addresses that the card loads by itself, ``styles`` pieces of CSS, each with
    whether it is the inside of a rule.
    """

    mistakes: list[tuple[int, str]] = field(default_factory=list)
    loaded: list[tuple[int, str]] = field(default_factory=list)
    styles: list[tuple[int, str, bool]] = field(default_factory=list)


def read_markup(text: str, tree: Sequence[Node]) -> Markup:
    """Read a file's HTML; ``tree`` are the template's tags in it."""
    reader = _Reader(text, tree)
    reader.feed(text)
    reader.finish()
    found = reader.found
    found.mistakes.extend(reader.elements.mistakes)
    found.loaded.extend((match.start(), match[1]) for match in _SOUND.finditer(text))
    return found


class _Reader(HTMLParser):
    """Hands elements and sections to ``elements`` in the order in which they stand."""

    def __init__(self, text: str, tree: Sequence[Node]) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Markup()
        self.elements = Elements(text)
        self._text = text
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self._edges = sorted(_edges(tree))

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _edges_before(self, offset: int) -> None:
        while self._edges and self._edges[0][0] < offset:
            at, edge, name = self._edges.pop(0)
            match edge:
                case _Edge.OPEN:
                    self.elements.open_section(at, name)
                case _Edge.CLOSE:
                    self.elements.close_section(at)
                case _Edge.BLOCK:
                    self.elements.block(at, name)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        offset, written = self._offset(), self.get_starttag_text() or ""
        self._edges_before(offset)
        end = offset + len(written)
        # Sections within a tag, around an attribute, are none around elements.
        self._edges = [edge for edge in self._edges if not offset < edge[0] < end]
        masked = _TAG.sub(lambda match: (" " if match[1] else "x") * len(match[0]), written)
        if not _START_TAG.fullmatch(masked):
            message = f"the tag <{tag}> is broken; look at its quotation marks and its '>'"
            self.found.mistakes.append((offset, message))
        self.elements.start(offset, tag, closed=written.endswith("/>"))
        if tag == "script":
            self._script(offset, "remove the <script>")
        for name, value in attrs:
            place = re.search(rf"\s{re.escape(name)}\s*=\s*[\"']?", written, re.IGNORECASE)
            if place:
                self._attribute(tag, name, value or "", offset, place)

    def _attribute(
        self, tag: str, name: str, value: str, offset: int, place: re.Match[str]
    ) -> None:
        if name.startswith("on"):
            self._script(offset + place.start() + 1, f"remove '{name}'")
        elif value.strip().lower().startswith("javascript:"):
            self._script(offset + place.end(), f"remove the address in '{name}'")
        elif name == "style":
            self.found.styles.append((offset + place.end(), value, True))
        elif name == "srcset":
            addresses = [part.split()[0] for part in value.split(",") if part.split()]
            self.found.loaded.extend((offset + place.end(), address) for address in addresses)
        elif name in _LOADED and tag not in _LINKS:
            self.found.loaded.append((offset + place.end(), value))

    def _script(self, offset: int, mend: str) -> None:
        message = f"JavaScript does not run everywhere that cards are shown; {mend}"
        self.found.mistakes.append((offset, message))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        offset = self._offset()
        self._edges_before(offset)
        self.elements.end(offset, tag)

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "style":
            self.found.styles.append((self._offset(), data, False))

    def finish(self) -> None:
        """Close the file; a tag that it breaks off in is still waiting for its '>'."""
        offset = self._offset()
        waiting = self.rawdata
        if re.match(r"<[a-z/]", waiting, re.IGNORECASE) and self.cdata_elem is None:
            message = "the tag that begins here is never closed; look for a missing '\"' or '>'"
            self.found.mistakes.append((offset, message))
        elif waiting.startswith("<!--"):
            self.found.mistakes.append((offset, "the remark is never closed; add '-->'"))
        self._edges_before(len(self._text) + 1)
        self.elements.finish()


def _edges(nodes: Sequence[Node]) -> Iterator[tuple[int, _Edge, str]]:
    """Where sections begin and end, and where a tag brings a block, with what each looks like."""
    for node in nodes:
        match node:
            case Section():
                yield node.offset, _Edge.OPEN, node.opening
                yield node.close, _Edge.CLOSE, node.opening
                yield from _edges(node.children)
            case FieldTag(name, filters):
                if name == "FrontSide" or filters[:1] in (("hint",), ("type",)):
                    yield node.offset, _Edge.BLOCK, f"{{{{{':'.join((*filters, name))}}}}}"
