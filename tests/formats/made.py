"""Small documents of each format, made here."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"

TELLING = (
    "On 7 November 1917 Anna Keller, the mayor of Riga, opened the gate & let Otto Weber in. "
    "“We have bread for a year,” Keller said."
)


def zipped(members: Mapping[str, str]) -> bytes:
    """A zip file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return file.getvalue()


def changed(data: bytes, name: str, old: str, new: str) -> bytes:
    """A zip file with other words in a member."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {each: archive.read(each).decode() for each in archive.namelist()}
    assert old in members[name]
    return zipped({**members, name: members[name].replace(old, new)})


def word_paragraph(words: str, style: str = "", more: str = "") -> str:
    """A paragraph of a Word document."""
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    escaped = words.replace("&", "&amp;")
    return f'<w:p>{look}<w:r><w:t xml:space="preserve">{escaped}</w:t></w:r>{more}</w:p>'


NOTE_REFERENCE = '<w:r><w:footnoteReference w:id="2"/></w:r>'


def docx(body: str, before: str = "") -> bytes:
    """A Word document with a footnote; ``before`` stands above its XML."""
    names = ("Title", "Heading1", "Quote")
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{label}"/></w:style>'
        for name, label in zip(names, ("Title", "heading 1", "Quote"), strict=True)
    )
    parts = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_MAIN}.{kind}+xml"/>'
        for part, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("footnotes", "footnotes"),
        )
    )
    links = "".join(
        f'<Relationship Id="{part}" Type="{_OFFICE}/{part}" Target="{part}.xml"/>'
        for part in ("styles", "footnotes")
    )
    note = word_paragraph("Smith, The Siege, p. 45.")
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default '
            'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
            f'+xml"/>{parts}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r" '
            f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": (
                f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'
            ),
            "word/styles.xml": f'<w:styles xmlns:w="{WORD}">{styles}</w:styles>',
            "word/footnotes.xml": (
                f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="2">{note}</w:footnote>'
                "</w:footnotes>"
            ),
            "word/document.xml": (
                f'<?xml version="1.0"?>{before}<w:document xmlns:w="{WORD}">'
                f"<w:body>{body}</w:body></w:document>"
            ),
            "docProps/core.xml": '<c xmlns:dc="http://purl.org/dc/elements/1.1/">'
            "<dc:title>The Gate</dc:title><dc:creator>Jane Doe</dc:creator></c>",
        }
    )


CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/book.opf"/></rootfiles></container>'
)


def epub(chapters: Sequence[tuple[str, str]], more: Mapping[str, str] | None = None) -> bytes:
    """An e-book of chapters, each a title and the inside of a body; ``more`` are other members."""
    numbers = range(1, len(chapters) + 1)
    items = "".join(
        f'<item id="c{n}" href="c{n}.xhtml" media-type="application/xhtml+xml"/>' for n in numbers
    )
    links = "".join(
        f'<li><a href="c{n}.xhtml">{title}</a></li>'
        for n, (title, _) in zip(numbers, chapters, strict=True)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in numbers)
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "OPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf"><metadata '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A History</dc:title>'
            "<dc:creator>Jane Doe</dc:creator><dc:date>1911-05-04T00:00:00Z</dc:date></metadata>"
            f'<manifest><item id="nav" href="nav.xhtml" properties="nav" '
            f'media-type="application/xhtml+xml"/>{items}</manifest><spine>{spine}</spine></package>',
            "OPS/nav.xhtml": f"<html><body><nav><ol>{links}</ol></nav></body></html>",
            **{
                f"OPS/c{n}.xhtml": f'<?xml version="1.0" encoding="utf-8"?><html xmlns='
                f'"http://www.w3.org/1999/xhtml"><body><h1>{title}</h1>{body}</body></html>'
                for n, (title, body) in zip(numbers, chapters, strict=True)
            },
            **(more or {}),
        }
    )


def pdf(pages: Sequence[Sequence[tuple[str, float, float, float]]], extra: str = "") -> bytes:
    """A PDF of pages of lines, each its words, left, bottom and size; ``extra`` for its trailer."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    kids = []
    for lines in pages:
        content = "".join(
            f"BT /F {size} Tf {left} {bottom} Td ({_pdf_text(words)}) Tj ET\n"
            for words, left, bottom, size in lines
        )
        kids.append(f"{len(objects) + 1} 0 R")
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents {len(objects) + 2} 0 R"
            f"/Resources<</Font<</F {font}>>>>>>",
            f"<</Length {len(content)}>>stream\n{content}endstream",
        ]
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    out = b"%PDF-1.4\n"
    offsets = []
    for number, text in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    return (
        out
        + (
            f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R{extra}>>"
            f"\nstartxref\n{len(out)}\n%%EOF"
        ).encode()
    )


def _pdf_text(words: str) -> str:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def paper() -> bytes:
    """A PDF of three pages with a header, page numbers, a note, and a word that a page divides."""
    pages = []
    texts = (
        ("On 7 November 1917 Anna Keller opened the gate of Riga.", "Otto Weber came in.1 It was a cold morn-"),  # noqa: E501
        ("ing and nobody spoke of the long win-", "ter that they had behind them in Riga."),
        ("Weber left the town on 9 November 1917 and", "Anna Keller shut the gate behind him."),
    )  # fmt: skip
    for number, (first, second) in enumerate(texts, start=1):
        lines = [
            ("The Siege of Riga", 150.0, 570.0, 8.0),
            (first, 50.0, 500.0, 10.0),
            (second, 50.0, 488.0, 10.0),
            (str(number), 200.0, 20.0, 8.0),
        ]
        if number == 1:
            lines[1:1] = [("The Gate of Riga", 50.0, 530.0, 18.0)]
            lines[3] = ("Otto Weber came in.", 50.0, 488.0, 10.0)
            lines[4:4] = [
                ("1", 141.5, 491.0, 5.0),
                ("It was a cold morn-", 150.0, 488.0, 10.0),
                ("1 Smith, The Siege, p. 45.", 50.0, 60.0, 7.0),
            ]
        pages.append(lines)
    return pdf(pages)
