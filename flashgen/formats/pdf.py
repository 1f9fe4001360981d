"""Read a PDF with text in it, page by page: each page's number stands in the text as a comment."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from statistics import median
from typing import Any

from flashgen.formats.imported import FormatError, Imported
from flashgen.formats.layout import to_text
from flashgen.formats.lines import Jump, Line, Page

# More is an archive; a page needs some milliseconds.
MOST_PAGES = 3000
# At a line that ends with a hyphen the text goes on behind a sign of its own.
_LINE = re.compile(r"[^\r\n\ufffe\x02]+[\ufffe\x02]?")
# A figure set high behind a word; how high it is, is asked of the page.
_RAISED = re.compile(r"(?<=[^\W\d_])\d{1,3}(?!\w)|(?<=[.,;:!?”’\"')])\d{1,3}(?!\w)")
_LESS_THAN = 0.85
_ONE_SPACE = re.compile(r"(?<=\S) (?=\S)")
_HYPHENS = str.maketrans({"\ufffe": "-", "\x02": "-", "\u00ad": "-"})
_UNSPOKEN = re.compile(r"[\x00-\x08\x0b-\x1f\ufffd\ufffe\uffff\ue000-\uf8ff]")
_FROM_A_PROGRAM = re.compile(r"^(?:microsoft \w+ - |untitled)|\.(?:docx?|pdf|tex|indd|qxd)$", re.I)


def read_pdf(data: bytes) -> Imported:
    """The text of a document. Raises FormatError where it has none, or cannot be read."""
    import pypdfium2  # noqa: PLC0415

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower() or "security" in str(error).lower()
        mend = "encrypted: save it without a password" if locked else "damaged: get the file again"
        raise FormatError(mend) from error
    try:
        if len(document) > MOST_PAGES:
            raise FormatError(f"more than {MOST_PAGES} pages: save those of the article alone")
        pages = [_page(document, number) for number in range(len(document))]
        about = document.get_metadata_dict()
    except pypdfium2.PdfiumError as error:
        raise FormatError("damaged: get the file again") from error
    finally:
        document.close()
    letters = sum(len(line.text) for page in pages for line in page.lines)
    strange = sum(len(_UNSPOKEN.findall(line.text)) for page in pages for line in page.lines)
    if letters < 20 * min(len(pages), 5):
        raise FormatError("pages without text: a scan; let a program for OCR read it first")
    if strange > letters / 10:
        raise FormatError("its characters have no meaning: let a program for OCR read it first")
    text, first = to_text(pages)
    title = " ".join(about.get("Title", "").split())
    if not title or _FROM_A_PROGRAM.search(title):
        title = first
    return Imported(text, title=title, author=" ".join(about.get("Author", "").split()))


def _page(document: Any, number: int) -> Page:
    page = document[number]
    try:
        text_page = page.get_textpage()
        try:
            text = text_page.get_text_range() if text_page.count_chars() else ""
            return Page(number + 1, page.get_height(), tuple(_lines(text_page.raw, text)))
        finally:
            text_page.close()
    finally:
        page.close()


def _lines(handle: Any, text: str) -> Iterator[Line]:
    """The lines of a page as they are in it, each with its place."""
    for match in _LINE.finditer(text):
        words = match[0].strip()
        if words:
            start = match.start() + match[0].index(words[0])
            left, _, bottom, top = _box(handle, start)
            _, right, _, _ = _box(handle, start + len(words) - 1)
            # A ligature, a figure set high: one character alone may be of another height.
            size = median(_height(handle, start + i) for i in (0, len(words) // 2, len(words) - 1))
            raised = tuple(
                (found.start(), found.end())
                for found in _RAISED.finditer(words)
                if 0 < _height(handle, start + found.start()) < _LESS_THAN * size
            )
            height = size or top - bottom or 1.0
            jumps = tuple(_jumps(handle, start, words, height))
            yield Line(words.translate(_HYPHENS), left, right, bottom, height, raised, jumps)


def _jumps(handle: Any, start: int, words: str, height: float) -> Iterator[Jump]:
    """The spaces between two words that the document leaves open, and draws no space for."""
    from pypdfium2 import raw  # noqa: PLC0415

    for match in _ONE_SPACE.finditer(words):
        at = match.start()
        if raw.FPDFText_IsGenerated(handle, start + at) == 1:
            _, behind, _, _ = _box(handle, start + at - 1)
            to, _, _, _ = _box(handle, start + at + 1)
            yield Jump(at, (to - behind) / height, to)


def _height(handle: Any, index: int) -> float:
    _, _, bottom, top = _box(handle, index)
    return top - bottom


def _box(handle: Any, index: int) -> tuple[float, float, float, float]:
    """Left, right, bottom and top of a character's place in its line, in points."""
    from pypdfium2 import raw  # noqa: PLC0415

    rectangle = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(handle, index, ctypes.byref(rectangle)):
        return 0.0, 0.0, 0.0, 0.0
    return rectangle.left, rectangle.right, rectangle.bottom, rectangle.top
