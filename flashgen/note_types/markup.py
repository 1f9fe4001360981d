"""Broken HTML in a template, and what the HTML refers to: files, addresses, styles, scripts.

The parser is tinyhtml5, which reads what a browser reads, and keeps what the HTML standard calls
an error. Of its errors those are told that change what a learner sees; what each browser shows
as it was meant ("AT&T", "</br>") is none here. Sections are decided before: see ``renderings``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO
from typing import Any

from tinyhtml5.constants import Token
from tinyhtml5.parser import HTMLParser
from tinyhtml5.tokenizer import HTMLTokenizer

from flashgen.note_types.language import Node
from flashgen.note_types.renderings import renderings

_BEGINNING = re.compile(r"</?[a-z][\w-]*|<!--", re.IGNORECASE)
_SOUND = re.compile(r"\[sound:([^\]]*)\]")
# Attributes whose address the card loads. A link that one has to press is none.
_LOADED = frozenset({"src", "poster", "data", "background", "xlink:href", "href", "srcset"})
_LINKS = frozenset({"a", "area"})
# Elements whose end tag may be left out.
_OPTIONAL = frozenset(
    "p li dt dd rt rp option optgroup tr td th thead tbody tfoot colgroup caption".split()
)
# Tags that a browser puts right: Anki's page has the first three, the fourth is read as <br>.
_HARMLESS = frozenset({"html", "head", "body", "br"})
# Errors of a start tag by which what it holds goes elsewhere, or loses the element.
_MISPLACED = re.compile("ignored|table-voodoo|implies-end-tag|foreign-content")
# A piece that begins with a part of a table is read as if it stood there.
_FIRST = re.compile(r"(?:\s|<!--.*?-->)*<(\w+)", re.DOTALL)
_AROUND = {"tr": "tbody", "td": "tr", "th": "tr", "col": "colgroup"} | dict.fromkeys(
    ("thead", "tbody", "tfoot", "caption", "colgroup"), "table"
)
# Browsers nest no deeper, and the parser's time grows with the square of the depth, and with that
# of the number of a tag's attributes.
_DEEPEST = _MOST_ATTRIBUTES = 512


@dataclass(slots=True)
class Markup:
    """What a file's HTML holds, by offsets in code points.

    ``loaded`` are addresses that the card loads by itself. ``styles`` are pieces of CSS, each
    with whether it is the inside of a rule. ``classes`` are those of elements, as far as no field
    or section is a part of their names.
    """

    mistakes: dict[int, str] = field(default_factory=dict)
    loaded: set[tuple[int, str]] = field(default_factory=set)
    styles: set[tuple[int, str, bool]] = field(default_factory=set)
    classes: dict[str, int] = field(default_factory=dict)


def read_markup(text: str, tree: tuple[Node, ...]) -> Markup:
    """Read a file's HTML as each card may show it; ``tree`` are the template's tags in it."""
    found = Markup()
    for html, case in renderings(text, tree).items():
        _HtmlReader(text, html, case, found).read()
    found.loaded.update((match.start(), match[1]) for match in _SOUND.finditer(text))
    return found


class _Tokens(HTMLTokenizer):  # type: ignore[misc]  # has no types
    """Tells the reader of each tag before and after the parser takes it."""

    def __iter__(self) -> Iterator[dict[str, Any]]:
        reader = self.parser
        for token in super().__iter__():
            reader.before(token)
            yield token
            if token["type"] == Token.START_TAG:
                reader.begun.setdefault(reader.tree.open_elements[-1], reader.at)
                if len(reader.tree.open_elements) > _DEEPEST:
                    break
        reader.token = None

    def attribute_name_state(self) -> bool:
        """Read on in the name of an attribute; after too many of them the rest is not read."""
        if len(self.current_token["data"]) > _MOST_ATTRIBUTES:
            self.parser.crowded()
            return False
        return bool(super().attribute_name_state())


class _HtmlReader(HTMLParser):  # type: ignore[misc]
    """Reads one rendering of a file, and adds what is in it to ``found``."""

    def __init__(self, text: str, html: str, case: str, found: Markup) -> None:
        super().__init__(namespace_html_elements=False)
        self.token: dict[str, Any] | None = None
        self.at = 0  # where the current tag begins
        self.begun: dict[Any, int] = {}
        self._end = 0  # of the last tag or remark
        self._told: list[str] = []  # elements in a mistake: their end tags are no second one
        self._text, self._html, self._case, self._found = text, html, case, found
        self._lines = [0, *(match.end() for match in re.finditer("\n", html))]

    def read(self) -> None:
        first = _FIRST.match(self._html)
        self.container, self.scripting = _AROUND.get(first[1].lower() if first else "", "div"), True
        # A string might be taken for the name of a file.
        self.tokenizer = _Tokens(StringIO(self._html), parser=self)
        self.reset()
        self.main_loop()

    def before(self, token: dict[str, Any]) -> None:
        """Note where a tag stands, and what it refers to."""
        self.token = token
        if token["type"] in (Token.START_TAG, Token.END_TAG, Token.COMMENT):
            self.at = self._beginning()[0]
            line, column = self.tokenizer.stream.position()
            self._end = self._lines[line - 1] + column
        if token["type"] == Token.START_TAG:
            self._refers(token["name"], token["data"])

    def crowded(self) -> None:
        """The tag that is being read has too many attributes."""
        at, tag = self._beginning()
        self._mistake(at, f"{tag}> has more than {_MOST_ATTRIBUTES} attributes", "remove some")

    def _beginning(self) -> tuple[int, str]:
        """Where the tag or remark begins that is being read, and with what."""
        found = _BEGINNING.search(self._html, self._end)
        return (found.start(), found[0]) if found else (self._end, "")

    def _refers(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "script":
            self._script(self.at, "remove the <script>")
        elif tag == "style":
            css = re.split("</style", self._html[self._end :], maxsplit=1, flags=re.IGNORECASE)[0]
            self._found.styles.add((self._end, css, False))
        for name, value in attributes.items():
            if name.startswith("on"):
                self._script(self._attribute(name), f"remove '{name}'")
            elif value.strip().lower().startswith("javascript:"):
                start = self._within(value, self._attribute(name))
                self._script(start, f"remove the address in '{name}'")
            elif name == "style":
                self._found.styles.add((self._within(value, self._attribute(name)), value, True))
            elif name == "class":
                self._classes(value, self._attribute(name))
            elif name in _LOADED and tag not in _LINKS:
                at = self._attribute(name)
                for part in value.split(",") if name == "srcset" else [value]:
                    self._loads(part.split()[0] if name == "srcset" and part.split() else part, at)

    def _classes(self, value: str, start: int) -> None:
        at = self._within(value, start)
        for word in re.finditer(r"\S+", value) if self._html.startswith(value, at) else ():
            begin, end = at + word.start(), at + word.end()
            if not {"{", "}"} & {*word[0], self._text[begin - 1], *self._text[end : end + 1]}:
                self._found.classes.setdefault(word[0], begin)

    def _attribute(self, name: str) -> int:
        """Where an attribute of the current tag stands."""
        found = re.compile(re.escape(name), re.IGNORECASE).search(self._html, self.at)
        return found.start() if found else self.at

    def _within(self, value: str, start: int) -> int:
        """Where a value stands in the tag; where to look if it is written in another way."""
        found = self._html.find(value, start, self._end)
        return found if found >= 0 else start

    def _loads(self, address: str, start: int) -> None:
        at = self._within(address, start)
        whole = self._html.startswith(address, at)
        self._found.loaded.add((at, self._text[at : at + len(address)] if whole else address))

    def _script(self, offset: int, mend: str) -> None:
        message = f"JavaScript does not run everywhere that cards are shown; {mend}"
        self._found.mistakes.setdefault(offset, message)

    def parse_error(self, errorcode: str, datavars: object = None) -> None:  # noqa: ARG002
        """Take an error that the parser sees: in a tag, of a tag, or at the end of the file."""
        if self.token is None:
            self._never_closed()
        elif self.token["type"] == Token.PARSE_ERROR:
            self._broken(errorcode)
        elif self.token.get("name") in _HARMLESS:
            pass
        elif self.token["type"] == Token.END_TAG:
            self._wrong_end(self.token["name"])
        elif self.token["type"] == Token.START_TAG and _MISPLACED.search(errorcode):
            name, around = self.token["name"], self.tree.open_elements[-1].name
            self._told.append(name)
            place = "here" if around == "html" else f"in <{around}>"
            self._mistake(self.at, f"<{name}> cannot stand {place}", "move it")

    def _broken(self, code: str) -> None:
        if "eof" in code or "attribute" in code or "solidus" in code:
            at, written = self._beginning()
            if written == "<!--":
                self._mistake(at, "the remark is never closed", "add '-->'")
            elif written:
                mend = "look at its quotation marks and its '>'"
                self._mistake(at, f"the tag {written}> is broken", mend)

    def _wrong_end(self, name: str) -> None:
        names = [element.name for element in self.tree.open_elements]
        if name in names and names[-1] != name:
            what, mend = f"</{name}> stands inside <{names[-1]}>", f"close <{names[-1]}> before it"
            self._told += names[len(names) - names[::-1].index(name) :]
            self._mistake(self.at, what, mend)
        elif name in self._told:
            self._told.remove(name)
        elif name == "p":
            what = "</p> closes nothing: no <p> can hold a block (<div>, <ul>, {{hint:…}})"
            self._mistake(self.at, what, "use <div>")
        else:
            self._mistake(self.at, f"</{name}> closes nothing", "remove it")

    def _never_closed(self) -> None:
        for element in self.tree.open_elements:
            if element.name not in _OPTIONAL and element in self.begun:
                what, mend = f"<{element.name}> is never closed", f"add </{element.name}>"
                self._mistake(self.begun[element], what, mend)

    def _mistake(self, offset: int, what: str, mend: str) -> None:
        if self._case and " close" in what:
            mend = "open and close it in one section"
        self._found.mistakes.setdefault(offset, f"{what}{self._case}; {mend}")
