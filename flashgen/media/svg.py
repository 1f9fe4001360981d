"""SVG files that somebody else made: what one of them would load.

A card shows them by ``<img>``. There no script in them runs and nothing from elsewhere is loaded,
in Anki's browser as in any other (SVG 2, chapter 2: "secure static mode"): scripts are left alone,
and a reference to another file, of which a learner would see nothing, is a mistake.
"""

from __future__ import annotations

import re
from xml.parsers import expat

_SVG = "http://www.w3.org/2000/svg"
_HREFS = ("href", "http://www.w3.org/1999/xlink href", "src")
_URL = re.compile(r"""url\(\s*["']?([^"')]*)|@import\s+["']([^"']*)""", re.IGNORECASE)
_WITHIN = re.compile(r"\s*(?:#|data:|$)", re.IGNORECASE)


def mistake_in(content: bytes) -> str:
    """What is wrong with an SVG file, with what to do, for a person; "" if nothing is."""
    reader = _Reader()
    try:
        reader.parser.Parse(content, True)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        return f"is no SVG that can be read (line {error.lineno}: {reason}); save it again"
    if reader.root != f"{_SVG} svg":
        return f'is no SVG: it does not begin with <svg xmlns="{_SVG}">; save it again'
    if reader.loads:
        return f"loads another file, '{reader.loads[0]}', which no card shows; embed it"
    return ""


class _Reader:
    """Reads an SVG file: its root, and the addresses that it would load from elsewhere.

    Expat fetches nothing from outside, and gives up where entities swell.
    """

    def __init__(self) -> None:
        self.root = ""
        self.loads: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._element
        self.parser.CharacterDataHandler = self._text
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.EntityDeclHandler = self._entity

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        self.root = self.root or name
        for key, value in attributes.items():
            if key in _HREFS and name != f"{_SVG} a":  # what is a link only loads nothing
                self._loaded(value)
            self._text(value)

    def _text(self, text: str) -> None:
        for url in _URL.finditer(text):
            self._loaded(url[1] or url[2] or "")

    def _instruction(self, target: str, data: str) -> None:
        if target == "xml-stylesheet":
            self._loaded(data)

    def _entity(self, *declared: str | bool | None) -> None:
        self._loaded(str(declared[4] or ""))  # its system id, of one that lies outside

    def _loaded(self, address: str) -> None:
        if not _WITHIN.match(address):
            self.loads.append(address.strip())
