"""Read documents of other kinds than plain text: one small module for each.

``import_document`` turns the bytes of a document into Markdown and into what it says of itself.
The libraries that it takes are an extra, imported only where a document needs them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from flashgen.errors import InputError, Location, Problem
from flashgen.formats.imported import FormatError, Imported

__all__ = ["LARGEST_FILE", "Imported", "import_document"]

# Bytes. More is no article; a book with its pictures has less.
LARGEST_FILE = 64_000_000
# Characters of Markdown: a book of a thousand pages has half of that.
LONGEST_TEXT = 5_000_000

# Where a page lay that somebody opened from a disk: nobody else finds it there.
_ON_THIS_MACHINE = re.compile(r"(?:file|cid|about|blob|data|chrome|moz-extension):", re.IGNORECASE)


def _read(data: bytes, kind: str, chapter: str) -> Imported:
    """What the reader of a kind gives; it is imported with its libraries."""
    match kind:
        case "html":
            from flashgen.formats.html import read_html  # noqa: PLC0415

            return read_html(data)
        case "docx":
            from flashgen.formats.docx import read_docx  # noqa: PLC0415

            return read_docx(data)
        case "pdf":
            from flashgen.formats.pdf import read_pdf  # noqa: PLC0415

            return read_pdf(data)
        case "epub":
            from flashgen.formats.epub import read_epub  # noqa: PLC0415

            return read_epub(data, chapter)
    raise ValueError(f"no reader of '{kind}'")


def import_document(data: bytes, kind: str, path: Path, chapter: str = "") -> Imported:
    """The running text of a document in Markdown, its title above it, and what it says of itself.

    ``path`` is what messages name. Raises InputError where it cannot be read, as one line; where a
    book holds several chapters and none is chosen, with a line for each.
    """
    try:
        found = _read(data, kind, chapter)
    except ImportError as error:
        message = f"needs {error.name or 'a library'}: pip install 'flashgen[formats]'"
        raise InputError.at(path, message) from error
    except FormatError as error:
        lines = (str(error), *error.choices)
        raise InputError(Problem(Location(path), line) for line in lines) from error
    except (RecursionError, MemoryError) as error:
        raise InputError.at(path, "nested too deep: that is no article") from error
    if len(found.text) > LONGEST_TEXT:
        raise InputError.at(path, "more text than a thousand pages: save the article alone")
    found = replace(
        found,
        title=_line(found.title),
        author=_line(found.author),
        date=_line(found.date),
        address="" if _ON_THIS_MACHINE.match(found.address) else _line(found.address),
    )
    return replace(found, text=_titled(found.text, found.title))


def _line(words: str) -> str:
    """What a document says of itself, on one line that can be shown anywhere."""
    return "".join(filter(str.isprintable, " ".join(words.split())))


def _titled(text: str, title: str) -> str:
    """The text with its title above it, once."""
    mark, _, rest = text.partition("\n") if text.startswith("<!-- page") else ("", "", text)
    first, _, below = rest.lstrip("\n").partition("\n")
    if not title:
        return text
    from flashgen.formats.words import escape, heading_of  # noqa: PLC0415

    heading = heading_of(first).casefold()
    if heading != (wanted := escape(title).casefold()) and heading.startswith(wanted):
        return text  # the title says less
    body = below if heading == wanted else rest
    return "\n".join(filter(None, (mark, f"# {escape(title)}\n", body.lstrip("\n"))))
