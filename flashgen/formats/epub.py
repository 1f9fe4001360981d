"""Read a chapter of an e-book, or all of it where it has one only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import unquote
from xml.etree import ElementTree

from flashgen.formats.contents import Contents, contents_of, is_apart, joined, no_chapters
from flashgen.formats.html import decode, parse, prepare
from flashgen.formats.imported import FormatError, Imported
from flashgen.formats.markdown import to_markdown
from flashgen.formats.words import heading_of
from flashgen.formats.zipped import LARGEST, Zipped
from flashgen.tables import words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_WORD = re.compile(r"\w+")
# What has fewer words is a chapter where the book names it and it has a sentence.
_SHORTEST = 60
_SENTENCE = re.compile(r"^(?!#).*\w\W*[.!?…][”’\"')\]*_\\]*$", re.MULTILINE)
_MOST_LISTED = 200
# Stands in the text where a chapter begins, around its number.
_BEGINS = "\ue030"
_BEGINNING = re.compile(f"{_BEGINS}(\\d+){_BEGINS}")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its title in the table of contents, and its text in Markdown."""

    title: str
    text: str

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(_WORD.findall(self.text))


def read_epub(data: bytes, chapter: str = "") -> Imported:
    """A chapter's text; ``chapter`` is its number or a part of its title, "all" all of them.

    Raises FormatError where the book cannot be read, and, with the chapters to choose from, where
    it has several and none or an unknown one was named.
    """
    book = Zipped(data, "e-book")
    root = book.xml(_CONTAINER).find(".//{*}rootfile")
    package_path = root.get("full-path", "") if root is not None else ""
    package = book.xml(package_path)
    paths = list(_spine(package, package_path))
    encrypted = _encrypted(book)
    if encrypted.intersection(paths):
        raise FormatError("encrypted (DRM): use a copy without")
    book.check(frozenset(paths) & book.names)
    contents = contents_of(book, package, package_path)
    apart = no_chapters(book, package, package_path)
    paths = [path for path in paths if path not in apart]
    chapters = tuple(_chapters(book, paths, contents))
    if not chapters:
        raise FormatError("no text in it")
    chosen = _chosen(chapters, chapter)

    def stated(name: str) -> str:
        found = (" ".join((e.text or "").split()) for e in package.iter(_DC + name))
        return ", ".join(filter(None, found))

    book_title, title = stated("title"), chosen[0].title
    whole = len(chosen) == len(chapters)
    return Imported(
        text="\n".join(each.text for each in chosen),
        title=book_title if whole or not title else _titled(title, book_title),
        author=stated("creator"),
        date=stated("date").split(",")[0][:10],
    )


def _titled(chapter: str, book: str) -> str:
    return f"{chapter} ({book})" if book else chapter


def _spine(package: ElementTree.Element, package_path: str) -> Iterator[str]:
    """The documents of the book in their order."""
    items = {item.get("id"): item.get("href", "") for item in package.iterfind(".//{*}item")}
    for reference in package.iterfind(".//{*}itemref"):
        if (href := items.get(reference.get("idref"))) and reference.get("linear") != "no":
            yield joined(package_path, href)


def _encrypted(book: Zipped) -> frozenset[str]:
    """The members that are encrypted; fonts often are, which is no matter."""
    if _ENCRYPTION not in book.names:
        return frozenset()
    references = book.xml(_ENCRYPTION).iterfind(".//{*}CipherReference")
    return frozenset(unquote(reference.get("URI", "")) for reference in references)


def _chapters(book: Zipped, paths: Iterable[str], contents: Contents) -> Iterator[Chapter]:
    """The chapters; a document that the table of contents does not name goes on with the last."""
    title, texts, read = "", list[str](), 0
    for path in paths:
        data = book.read(path)
        read += len(data)
        if read > LARGEST:
            raise FormatError(f"more than {LARGEST // 1_000_000} MB of text: that is no article")
        tree = parse(decode(data))
        named = contents.get(path, {} if contents else {"": ""})
        if (next(tree.iter("nav"), None) is not None and not named) or is_apart(tree):
            continue
        prepare(tree)
        for stated, text in _parts(tree, named):
            if stated is not None:
                yield from _chapter(title, texts)
                title, texts = stated or heading_of(text), []
            if title.lower().strip(" .:") in words("pages", "contents", "front_pages"):
                title = ""
            else:
                texts.append(text)
    yield from _chapter(title, texts)


def _parts(tree: Element, named: Mapping[str, str]) -> Iterator[tuple[str | None, str]]:
    """The text of a document, parted where a chapter begins, each part with the chapter's title.

    The title is None where the last chapter goes on.
    """
    body = tree if tree.find("body") is None else tree.find("body")
    anchors = {e.get(key): e for e in body.iter() for key in ("name", "id") if e.get(key)}
    for number, anchor in enumerate(named):
        if (element := anchors.get(anchor)) is not None:
            element.text = f"{_BEGINS}{number}{_BEGINS}{element.text or ''}"
    whole, titles = to_markdown(body), tuple(named.values())
    starts: list[tuple[int, str | None]] = [
        (max(whole.rfind("\n\n", 0, mark.start()), 0), titles[int(mark[1])])
        for mark in _BEGINNING.finditer(whole)
    ]
    if "" in named or not starts:
        starts.insert(0, (0, named.get("", titles[0] if titles else None)))
    elif len(_WORD.findall(whole, 0, starts[0][0])) < _SHORTEST:
        starts[0] = (0, starts[0][1])
    else:
        starts.insert(0, (0, None))
    for (start, title), (end, _) in pairwise((*starts, (len(whole), None))):
        yield title, _BEGINNING.sub("", whole[start:end]).strip("\n") + "\n"


def _chapter(title: str, texts: list[str]) -> Iterator[Chapter]:
    chapter = Chapter(title, "\n".join(filter(None, texts)))
    if chapter.words >= _SHORTEST or (title and _SENTENCE.search(chapter.text)):
        yield chapter


def _chosen(chapters: tuple[Chapter, ...], named: str) -> tuple[Chapter, ...]:
    if named == "all" or (not named and len(chapters) == 1):
        return chapters
    if named.isdecimal() and 1 <= int(named) <= len(chapters):
        return (chapters[int(named) - 1],)
    found = [each for each in chapters if named and named.casefold() in each.title.casefold()]
    same = [each for each in found if named.casefold() == each.title.casefold()]
    if len(same or found) == 1:
        return tuple(same or found)
    if not named:
        message = f"{len(chapters)} chapters; choose one by its number or title: --chapter 1"
    elif found:
        message = f"'{named}' fits {len(found)} chapters; choose one by its number"
    else:
        message = f"'{named}' is no chapter; choose one by its number or title"
    raise FormatError(message, _listed(chapters))


def _listed(chapters: tuple[Chapter, ...]) -> Iterator[str]:
    """A line for each chapter, as far as one would read them."""
    width = len(str(len(chapters)))
    for number, each in enumerate(chapters[:_MOST_LISTED], start=1):
        yield f"chapter {number:>{width}}: {each.title or '?'} ({each.words} words)"
