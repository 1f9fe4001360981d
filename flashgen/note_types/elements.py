"""Which elements are open at each place of an HTML file, and which are closed wrongly.

The rules are those of the HTML standard, section 13.1.2: void elements have no end tag, and the
end tags of paragraphs, list items and table parts may be left out.
"""

from __future__ import annotations

from dataclasses import dataclass

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_DRAWINGS = frozenset({"svg", "math"})
_OPTIONAL = frozenset(
    "p li dt dd rt rp option optgroup tr td th thead tbody tfoot colgroup caption".split()
)
# What ends an element of the same group whose end tag is left out.
_ENDS = {
    "li": {"li"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "rt": {"rt", "rp"},
    "rp": {"rt", "rp"},
    "option": {"option"},
    "td": {"td", "th"},
    "th": {"td", "th"},
    "tr": {"td", "th", "tr"},
    "thead": {"td", "th", "tr", "caption", "colgroup"},
    "tbody": {"td", "th", "tr", "thead", "tbody", "caption", "colgroup"},
    "tfoot": {"td", "th", "tr", "thead", "tbody"},
}
# No paragraph can hold one of these: the browser ends the paragraph before it.
_BLOCKS = frozenset(
    """
    address article aside blockquote center details dialog dir div dl fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section table ul
    """.split()
)


@dataclass(slots=True)
class _Open:
    """An element that is open, or a section of the template, by its first tag."""

    name: str
    offset: int
    is_section: bool = False


@dataclass(slots=True)
class _Cut:
    """An element that something else has ended: a section, or the end tag of an outer one."""

    name: str
    offset: int
    by: str
    at: int


class Elements:
    """Follows start tags, end tags and sections; ``mistakes`` are offsets and messages."""

    def __init__(self, text: str) -> None:
        self.mistakes: list[tuple[int, str]] = []
        self._text = text
        self._stack: list[_Open] = []
        self._cut: list[_Cut] = []

    def start(self, offset: int, name: str, *, closed: bool) -> None:
        """Take a start tag; ``closed`` is whether it ends with '/>'."""
        if closed and self._in_drawing(name):
            return
        if name in _BLOCKS:
            self._end_paragraph(offset, name)
        while self._stack and self._stack[-1].name in _ENDS.get(name, ()):
            self._stack.pop()
        if name in _VOID:
            return
        if closed:
            self._mistake(offset, f"<{name}/> does not close itself; write <{name}></{name}>")
        else:
            self._stack.append(_Open(name, offset))

    def _in_drawing(self, name: str) -> bool:
        return name in _DRAWINGS or any(entry.name in _DRAWINGS for entry in self._stack)

    def _end_paragraph(self, offset: int, by: str) -> None:
        for index in range(len(self._stack) - 1, -1, -1):
            entry = self._stack[index]
            if entry.name == "p":
                del self._stack[index]
                self._cut.append(_Cut("p", entry.offset, f"<{by}>", offset))
            if not entry.is_section:
                return

    def end(self, offset: int, name: str) -> None:
        """Take an end tag."""
        if name in _VOID:
            self._mistake(offset, f"</{name}> does not exist; write <{name}>")
            return
        section = next((e.name for e in reversed(self._stack) if e.is_section), "")
        inner = self._inner()
        if name in {entry.name for entry in inner}:
            while self._stack[-1].name != name:
                self._cut_off(self._stack.pop(), f"</{name}>", offset)
            self._stack.pop()
        elif any(cut.name == name for cut in self._cut):
            self._ended_before(offset, name)
        elif name in {entry.name for entry in self._stack if not entry.is_section}:
            message = f"</{name}> stands in {section}, and its <{name}> outside; move one of them"
            self._mistake(offset, message)
            last = max(i for i, entry in enumerate(self._stack) if entry.name == name)
            del self._stack[last]
        else:
            self._mistake(offset, f"</{name}> closes nothing; remove it")

    def _inner(self) -> list[_Open]:
        """The elements that are open within the innermost section."""
        start = max((i + 1 for i, entry in enumerate(self._stack) if entry.is_section), default=0)
        return self._stack[start:]

    def _ended_before(self, offset: int, name: str) -> None:
        cut = next(cut for cut in reversed(self._cut) if cut.name == name)
        self._cut.remove(cut)
        line = self._text.count("\n", 0, cut.at) + 1
        if name == "p" and not cut.by.startswith(("</", "{{")):
            message = f"</p> closes nothing: no <p> can hold the {cut.by} of line {line}; use <div>"
            self._mistake(offset, message)
        elif cut.by.startswith("</"):
            self._mistake(cut.at, f"{cut.by} stands inside <{name}>; close <{name}> before it")
        else:
            message = f"<{name}> is opened in {cut.by} and closed outside; move one of its tags"
            self._mistake(cut.offset, message)

    def _cut_off(self, entry: _Open, by: str, at: int) -> None:
        self._cut.append(_Cut(entry.name, entry.offset, by, at))

    def open_section(self, offset: int, tag: str) -> None:
        """Take the first tag of a section."""
        self._stack.append(_Open(tag, offset, is_section=True))

    def close_section(self, offset: int) -> None:
        """Take the last tag of the innermost section."""
        while not (entry := self._stack.pop()).is_section:
            self._cut_off(entry, self._section(), offset)

    def _section(self) -> str:
        return next(entry.name for entry in reversed(self._stack) if entry.is_section)

    def finish(self) -> None:
        """Report what is still open at the end of the file."""
        left = [(entry.name, entry.offset) for entry in self._stack if not entry.is_section]
        left += [(cut.name, cut.offset) for cut in self._cut]
        for name, offset in left:
            if name not in _OPTIONAL:
                self._mistake(offset, f"<{name}> is never closed; add </{name}>")

    def block(self, offset: int, tag: str) -> None:
        """Take a tag of the template that brings a <div> of its own."""
        around = next((e.name for e in reversed(self._stack) if not e.is_section), "")
        if around == "p":
            self._mistake(offset, f"{tag} brings a <div>, and no <p> can hold one; use <div>")

    def _mistake(self, offset: int, message: str) -> None:
        self.mistakes.append((offset, message))
