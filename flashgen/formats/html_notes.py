"""The notes of a web page: what refers to one, and what stands at it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flashgen.formats.words import DEFINES, ENDS, REFERS

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NOTE_SIGN = re.compile(
    r"\W{0,3}((?:(?:note|nb|fn|n)\s)?\d{1,3}|[a-z]|[*†‡§]{1,3})\W{0,3}", re.IGNORECASE
)
_LONGEST_BACK = 4  # characters of a link from a note back to the text: "↑", "[1]"
_NOTES = frozenset("li p div aside dd tr section".split())


def sign_notes(tree: Element) -> None:
    """Write notes as text: what refers to one, and at a note what it is referred to by."""
    named = {e.get("id"): e for e in elements(tree) if e.get("id")}
    notes: dict[Element, str] = {}
    for link in [e for e in elements(tree) if e.tag == "a" and "#" in e.get("href", "")]:
        sign = _NOTE_SIGN.fullmatch("".join(link.itertext()).strip())
        note = named.get(link.get("href", "").rpartition("#")[2])
        here = note is not None and note.tag in _NOTES and note not in link.iterancestors()
        if sign and note is not None and here:
            notes.setdefault(note, _sign(sign))
        if sign and (here or "noteref" in (link.get("epub:type") or link.get("role", ""))):
            _replace(link, f"{REFERS}{_sign(sign)}{ENDS}")
    for note, name in notes.items():
        for link in [e for e in note.iter("a") if "#" in e.get("href", "")]:
            if len("".join(link.itertext()).strip()) <= _LONGEST_BACK:
                _replace(link, "")
        first = note
        while not (first.text or "").strip() and len(first) and first[0].tag in _NOTES:
            first = first[0]
        first.text = f"{DEFINES}{name}{ENDS}{first.text or ''}"
    for raised in [e for e in elements(tree) if e.tag == "sup"]:
        words = "".join(raised.itertext()).strip()
        sign = _NOTE_SIGN.fullmatch(words)
        if sign and not words.isalpha():  # "A" set high is a power
            _replace(raised, f"{REFERS}{_sign(sign)}{ENDS}")
        elif REFERS in words:
            _replace(raised, words.strip("[]() "))


def _sign(match: re.Match[str]) -> str:
    """What a note is called: "n10" is another one than "10"."""
    return "".join(match[1].split())


def elements(tree: Element) -> Iterator[Element]:
    """All elements, without comments and the like."""
    return (element for element in tree.iter() if isinstance(element.tag, str))


def _replace(element: Element, words: str) -> None:
    """Put words where an element stands."""
    parent = element.getparent()
    if parent is not None:
        element.tail = words + (element.tail or "")
        for child in list(element):
            element.remove(child)
        element.text = None
        element.drop_tree()
