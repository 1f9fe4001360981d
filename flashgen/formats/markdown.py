"""Write a tree of HTML as Markdown that ``read_article`` reads back word for word.

The tree may have the tags of HTML or those of trafilatura, which are of the TEI. What is hidden is
not written, links are only their words, and notes stand apart from the text that refers to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flashgen.formats.words import as_notes, escape

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# Stand in a block's words for the marks of emphasis, and for a line break.
_OPENS, _CLOSES, _BREAK = "\ue010", "\ue011", "\ue012"
_OURS = dict.fromkeys(map(ord, _OPENS + _CLOSES + _BREAK))

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_QUOTES = frozenset(("blockquote", "quote"))
_LISTS = frozenset(("ul", "ol", "list"))
_ITEMS = frozenset(("li", "item"))
_ROWS = frozenset(("tr", "row"))
_CELLS = frozenset(("td", "th", "cell"))
_BREAKS = frozenset(("br", "lb"))
_ITALIC = frozenset(("em", "i", "cite"))
_LINES = frozenset(("pre", "code", "lg"))
_BLOCKS = (
    _QUOTES | _LISTS | _ITEMS | _ROWS | _CELLS | frozenset(_HEADINGS) | frozenset(
        "address article aside body center dd div dl dt fieldset figcaption figure footer form "
        "header head hr main nav p pre section table tbody tfoot thead caption".split()
    )
)  # fmt: skip
_NEVER = frozenset(
    "script style title meta link template noscript svg math iframe object select button "
    "textarea graphic img".split()
)

_EMPHASIS = re.compile(
    rf"(?<![\w*]){_OPENS}+([\w“‘\"'(«][^{_OPENS}{_CLOSES}\n*]*){_CLOSES}+(?![\w*])"
)
_ENDS_WELL = re.compile(r"[\w.,;:!?…’”\"')»]$")
_MARKS = re.compile(f"[{_OPENS}{_CLOSES}]")
_PARTS = re.compile(rf"{_BREAK}\s*{_BREAK}[\s{_BREAK}]*")


def to_markdown(tree: Element) -> str:
    """The tree's blocks, a blank line between each two."""
    writer = _Writer()
    writer.write(tree)
    return writer.text()


@dataclass
class _Writer:
    """Walks a tree and collects blocks, each with its kind: only lists and tables stay close."""

    blocks: list[tuple[str, str]] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)
    _level: int = 0
    _quotes: int = 0
    _lists: list[tuple[bool, int]] = field(default_factory=list)  # numbered, items so far
    _number: int = 0  # of the outermost list
    _bullet: str = ""  # what the next block of an item begins with
    _cells: list[str] | None = None
    _head: bool = False
    _raw: int = 0

    def write(self, tree: Element) -> None:
        """Write a tree, however deep it is."""
        hidden: Element | None = None
        for event, element in _walk(tree):
            if event == "start":
                if hidden is None and is_hidden(element):
                    hidden = element
                if hidden is None:
                    self._start(element)
                    self._add(element.text)
            else:
                if hidden is None:
                    self._end(element)
                if hidden is element:
                    hidden = None
                if hidden is None and element is not tree:
                    self._add(element.tail)
        self._flush()

    def text(self) -> str:
        """What was written."""
        parts: list[str] = []
        before = ""
        for kind, block in self.blocks:
            if parts:
                parts.append("\n" if kind == before and kind[:4] in ("item", "row") else "\n\n")
            parts.append(block)
            before = kind
        return "".join((*parts, "\n")) if parts else ""

    def _add(self, words: str | None) -> None:
        if words:
            words = words.translate(_OURS)
            self._words.append(words.replace("\n", _BREAK) if self._raw else words)

    def _start(self, element: Element) -> None:
        tag = _tag(element)
        if tag in _BREAKS:
            self._words.append(_BREAK)
        elif _is_italic(element):
            self._words.append(_OPENS)
        if tag not in _BLOCKS and tag not in _LINES:
            return
        if self._cells is None or tag in _CELLS:
            self._flush()
        else:
            self._words.append(" ")
        self._level = _HEADINGS.get(tag, self._level)
        self._quotes += tag in _QUOTES
        self._raw += tag in _LINES
        if tag in _LISTS:
            self._number += not self._lists
            self._lists.append(("ol" in (tag, element.get("rend")), 0))
        elif tag in _ITEMS:
            numbered, count = self._lists.pop() if self._lists else (False, 0)
            self._lists.append((numbered, count + 1))
            indent = "  " * (len(self._lists) - 1)
            self._bullet = f"{indent}{count + 1}. " if numbered else f"{indent}- "
        elif tag in _ROWS and self._cells is None and _is_data(element):
            self._cells, self._head = [], _is_head(element)

    def _end(self, element: Element) -> None:
        tag = _tag(element)
        if _is_italic(element):
            self._words.append(_CLOSES)
        if tag not in _BLOCKS and tag not in _LINES:
            return
        if self._cells is not None and tag in _CELLS:
            self._cells.append(self._inline().replace("\\\n", " "))
            self._words.clear()
        elif self._cells is not None and tag in _ROWS:
            self._row(self._cells)
            self._cells = None
        elif self._cells is None:
            self._flush()
        else:
            self._words.append(" ")
        self._level = 0 if tag in _HEADINGS else self._level
        self._quotes -= tag in _QUOTES
        self._raw -= tag in _LINES
        if tag in _LISTS and self._lists:
            self._lists.pop()
        if tag in _ITEMS:
            self._bullet = ""

    def _row(self, cells: list[str]) -> None:
        if not any(cells):
            return
        new = not self.blocks or self.blocks[-1][0] != "row"
        if new and not self._head:
            self.blocks.append(("row", f"|{'  |' * len(cells)}"))
            self.blocks.append(("row", f"|{' --- |' * len(cells)}"))
        self.blocks.append(("row", f"| {' | '.join(cells)} |"))
        if new and self._head:
            self.blocks.append(("row", f"|{' --- |' * len(cells)}"))

    def _flush(self) -> None:
        """End a block; two line breaks are a paragraph's end."""
        for words in _PARTS.split("".join(self._words)):
            self._words[:] = [words]
            if text := self._inline():
                self._block(text)
        self._words.clear()

    def _block(self, text: str) -> None:
        kind = "paragraph"
        if text.startswith("[^") and "]: " in text[:50]:
            kind, self._bullet = "note", ""
        elif self._level:
            text = f"{'#' * self._level} {' '.join(text.split())}"
        elif self._bullet:
            kind, text = f"item {self._number}", self._bullet + text
        elif self._lists:
            text = text.replace("\\\n", " ")
        self._bullet = ""
        if self._quotes:
            text = "\n".join(f"> {line}" for line in text.splitlines())
            if self.blocks and self.blocks[-1][0] == "quote":
                text = f"{self.blocks.pop()[1]}\n>\n{text}"
            kind = "quote"
        self.blocks.append((kind, text))

    def _inline(self) -> str:
        """The words of a block in Markdown; its lines end with a backslash."""
        lines = (escape(line) for line in "".join(self._words).split(_BREAK))
        text = "\\\n".join(line for line in lines if line)
        text = _EMPHASIS.sub(_starred, text)
        text = _MARKS.sub("", text)
        return as_notes(text).strip()


def _walk(tree: Element) -> Iterator[tuple[str, Element]]:
    from lxml import etree  # noqa: PLC0415

    etree.strip_tags(tree, etree.Comment, etree.ProcessingInstruction)
    yield from etree.iterwalk(tree, events=("start", "end"))


def _tag(element: Element) -> str:
    """The tag without its namespace; the headings of the TEI as those of HTML."""
    tag = str(element.tag).rpartition("}")[2].lower()
    return str(element.get("rend", "h2")) if tag == "head" and element.get("rend") else tag


def is_hidden(element: Element) -> bool:
    """Whether an element shows nothing that a reader of words wants."""
    tag = str(element.tag).rpartition("}")[2].lower()
    style = element.get("style", "").replace(" ", "").lower()
    return tag in _NEVER or element.get("hidden") is not None or "display:none" in style


def _is_italic(element: Element) -> bool:
    tag = _tag(element)
    return tag in _ITALIC or (tag == "hi" and element.get("rend") == "#i")


def _cells_of(row: Element) -> list[Element]:
    return [cell for cell in row if isinstance(cell.tag, str) and _tag(cell) in _CELLS]


def _is_data(row: Element) -> bool:
    """Whether a row holds data, not the layout of a page: several cells, each of one block."""
    cells = _cells_of(row)
    return len(cells) > 1 and all(
        sum(1 for e in cell.iter() if isinstance(e.tag, str) and _tag(e) in ("p", "table", "h2"))
        <= 1
        for cell in cells
    )


def _is_head(row: Element) -> bool:
    return all(_tag(cell) == "th" or cell.get("role") == "head" for cell in _cells_of(row))


def _starred(match: re.Match[str]) -> str:
    words = match[1].rstrip()
    space = match[1][len(words) :]
    plain = words.lstrip("\\")
    return f"*{words}*{space}" if _ENDS_WELL.search(plain) else words + space
