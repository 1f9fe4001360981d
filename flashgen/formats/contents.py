"""What an e-book says of its documents: which are chapters, and what these are called."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote
from xml.etree import ElementTree

from flashgen.formats.html import decode, parse
from flashgen.formats.zipped import Zipped

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# What a book's pages are called that are no chapters, by the book itself.
_NO_CHAPTERS = frozenset(
    "cover titlepage title-page halftitlepage toc copyright-page colophon landmarks loi lot".split()
)
# The titles that lead into each document, by the names of the places there; "" is its beginning.
Contents = dict[str, dict[str, str]]


def joined(base: str, href: str) -> str:
    """The member of the book that a member refers to."""
    path = unquote(href.partition("#")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), path))


def contents_of(book: Zipped, package: ElementTree.Element, package_path: str) -> Contents:
    """What the table of contents names: of what it has within a chapter, nothing."""
    found: list[tuple[str, str, str, int]] = []
    for item in package.iterfind(".//{*}item"):
        path = joined(package_path, item.get("href", ""))
        if path not in book.names:
            continue
        if item.get("media-type") == "application/x-dtbncx+xml":
            entries = _entries_of_ncx(book.xml(path))
        elif "nav" in item.get("properties", "").split():
            entries = _entries_of_nav(parse(decode(book.read(path))))
        else:
            continue
        for title, href, depth in entries:
            found.append((joined(path, href), unquote(href.partition("#")[2]), title, depth))
    highest: dict[str, int] = {}
    for path, _, _, depth in found:
        highest[path] = min(depth, highest.get(path, depth))
    contents: Contents = {}
    for path, anchor, title, depth in found:
        if depth == highest[path]:
            contents.setdefault(path, {}).setdefault(anchor, title)
    return contents


def no_chapters(book: Zipped, package: ElementTree.Element, package_path: str) -> frozenset[str]:
    """The documents that the book calls its cover, its table of contents and the like."""
    found = [
        (e.get("type"), e.get("href"), package_path) for e in package.iterfind(".//{*}reference")
    ]
    for item in package.iterfind(".//{*}item"):
        path = joined(package_path, item.get("href", ""))
        if "nav" in item.get("properties", "").split() and path in book.names:
            links = parse(decode(book.read(path))).iter("a")
            found += [(e.get("epub:type"), e.get("href"), path) for e in links]
    return frozenset(
        joined(base, href)
        for kind, href, base in found
        if href and "#" not in href and not _NO_CHAPTERS.isdisjoint((kind or "").lower().split())
    )


def _entries_of_ncx(tree: ElementTree.Element) -> Iterator[tuple[str, str, int]]:
    """Titles, with where they lead and how deep they stand, in the contents of an EPUB 2."""
    for depth, path in enumerate(".//{*}navMap" + "/{*}navPoint" * n for n in range(1, 9)):
        for point in tree.iterfind(path):
            label, content = point.find("{*}navLabel/{*}text"), point.find("{*}content")
            if content is not None:
                title = " ".join((label.text or "").split()) if label is not None else ""
                yield title, content.get("src", ""), depth


def _entries_of_nav(tree: Element) -> Iterator[tuple[str, str, int]]:
    """The same in the contents of an EPUB 3."""
    for nav in islice(tree.iter("nav"), 1):
        for link in nav.iter("a"):
            title = " ".join("".join(link.itertext()).split())
            yield title, link.get("href", ""), sum(1 for _ in link.iterancestors("ol"))


def is_apart(tree: Element) -> bool:
    """Whether a document says of itself, in an element around all of it, that it is no chapter."""
    element = tree.find("body")
    while element is not None:
        if not _NO_CHAPTERS.isdisjoint(element.get("epub:type", "").split()):
            return True
        element = element[0] if len(element) == 1 else None
    return False
