"""Tell documents of one kind from those of another, by what is in them and by their endings."""

from __future__ import annotations

import re

_START = 4000  # bytes that tell what a document is
# Each ending with the kind of document that has it.
ENDINGS = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".mhtml", ".mht"), "html"),
    ".docx": "docx",
    ".epub": "epub",
    ".pdf": "pdf",
    **dict.fromkeys((".txt", ".md", ".markdown"), "text"),
}

# Of a name that was made a path, one stroke is gone.
_ADDRESS = re.compile(r"(?:https?|ftp):/|www\.", re.IGNORECASE)
IS_ADDRESS = "is an address; save the page in your browser, then: flashgen new page.html"


def is_address(name: str) -> bool:
    """Whether what was named as a file is an address on the net."""
    return _ADDRESS.match(name) is not None


def kind_of(data: bytes, ending: str = "") -> str:
    """The kind of a document by what is in it, else by its ending in small letters: "html", "pdf".

    "" is neither.
    """
    start = data[:_START].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"%pdf-"):
        return "pdf"
    if start.startswith(b"pk\x03\x04"):
        return "epub" if b"mimetypeapplication/epub" in start[:100] else _zipped(data, ending)
    page = start.startswith((b"<!doctype html", b"<html", b"<head", b"<body"))
    # Before a comment as well, but not our own one.
    declared = start.startswith((b"<?xml", b"<!--")) and not start.startswith(b"<!-- page ")
    if page or (declared and b"<html" in start) or is_saved_whole(data):
        return "html"
    return ENDINGS.get(ending, "")


def is_saved_whole(data: bytes) -> bool:
    """Whether a file may be a page with all that belongs to it, as browsers save it (.mhtml)."""
    start = data[:_START].lower()
    return b"multipart/related" in start and b"mime-version" in start


def _zipped(data: bytes, ending: str) -> str:
    """What a zipped document is, by the names of its members."""
    if b"word/document.xml" in data:
        return "docx"
    if b"META-INF/container.xml" in data:
        return "epub"
    return ENDINGS.get(ending, "")
