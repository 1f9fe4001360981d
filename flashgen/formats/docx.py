"""Read a Word document: its text with headings, quotations, lists, tables and footnotes."""

from __future__ import annotations

import io

from flashgen.formats.html import parse
from flashgen.formats.html_notes import sign_notes
from flashgen.formats.imported import FormatError, Imported
from flashgen.formats.markdown import to_markdown
from flashgen.formats.zipped import Zipped

_CORE = "docProps/core.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # also what holds an encrypted one
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
"""


def read_docx(data: bytes) -> Imported:
    """The text of a document. Raises FormatError where it has none, or cannot be read."""
    import mammoth  # noqa: PLC0415

    if data.startswith(_OLD_WORD):
        raise FormatError("encrypted, or of an old Word: save it as .docx without a password")
    document = Zipped(data, "Word document")
    if "word/document.xml" not in document.names:
        raise document.damaged()
    parts = frozenset(name for name in document.names if name.endswith((".xml", ".rels")))
    document.check(parts)
    for name in parts:
        if name.startswith("word/"):
            document.xml(name)
    try:
        html = mammoth.convert_to_html(
            io.BytesIO(data), style_map=_STYLES, convert_image=lambda _: []
        ).value
    except Exception as error:  # mammoth promises nothing of what is damaged
        raise document.damaged() from error
    if not html.strip():
        raise FormatError("no text in it")
    tree = parse(f"<html><body>{html}</body></html>")
    sign_notes(tree)
    about = document.xml(_CORE) if _CORE in document.names else None

    def stated(name: str) -> str:
        return " ".join((about.findtext(_DC + name) or "").split()) if about is not None else ""

    return Imported(to_markdown(tree), title=stated("title"), author=stated("creator"))
