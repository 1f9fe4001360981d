"""Read an article: its paragraphs and sentences, and what is not running text.

A saved web page holds more than the text. What is recognised is set aside, never lost: every
word of the file lies in a paragraph or in a part set aside.
"""

from __future__ import annotations

import codecs
import shlex
from pathlib import Path

from flashgen.article import Article, Paragraph, SetAside
from flashgen.errors import InputError, Subject
from flashgen.files import read_plain
from flashgen.reading.kinds import ENDINGS, IS_ADDRESS, is_address, kind_of
from flashgen.reading.legible import WRAPPED, make_legible
from flashgen.reading.markup import read_lines
from flashgen.reading.paragraphs import make_blocks
from flashgen.reading.sentences import split_sentences
from flashgen.reading.set_aside import judge_blocks
from flashgen.reading.titles import title_of

SUFFIXES = (".txt", ".md", ".markdown")
# Bytes: a million and a half words, which take a minute or two and 600 MB of memory.
_LONGEST = 10_000_000

# How files of other kinds begin, whatever their name.
_OTHER_KINDS = (
    (codecs.BOM_UTF32_LE, "UTF-32 text"),
    (codecs.BOM_UTF32_BE, "UTF-32 text"),
    (codecs.BOM_UTF16_LE, "UTF-16 text"),
    (codecs.BOM_UTF16_BE, "UTF-16 text"),
    (b"{\\rtf", "an RTF document"),
)


def read_article(path: str | Path) -> Article:
    """Read a ``.txt`` or ``.md`` file in UTF-8, with or without a byte order mark.

    Raises InputError where the file cannot be read, is of another kind or encoding, or holds
    no running text.
    """
    path = Path(path)
    if path.is_dir():
        raise InputError.at(path, "a folder, not an article; name the file in it")
    if is_address(str(path)) and not path.exists():
        raise InputError.of(Subject(str(path).replace(":/", "://", 1)), IS_ADDRESS)
    if path.suffix.lower() not in SUFFIXES:
        raise InputError.at(path, _mend_of_kind(path))
    if not path.name.isprintable():
        raise InputError.at(path, "the file's name is not plain UTF-8: rename it")
    mend = "take a part of it: a deck is of one article"
    return article_of(path, read_plain(path, _LONGEST, mend))


def article_of(path: Path, data: bytes) -> Article:
    """The article that the bytes of a file hold; ``path`` says how to read them, and is its name.

    Raises InputError where they are of another kind or encoding, or hold no running text.
    """
    file = _decode(path, data)
    legible = make_legible(file)
    text = legible.text
    view, groups = read_lines(text, legible.literal)
    blocks = make_blocks(view, groups, markdown=path.suffix.lower() != ".txt")
    judge_blocks(text, view, blocks)
    running = [block for block in blocks if block.reason is None]
    if not running:
        raise InputError.at(path, "no running text: the file needs at least one full sentence")
    return Article(
        path=path,
        text=text.replace(WRAPPED, " "),
        view=view,
        title=title_of(text, view, blocks),
        paragraphs=tuple(
            Paragraph(number, block.span, tuple(split_sentences(view, block.span)), block.quoted)
            for number, block in enumerate(running, start=1)
        ),
        set_aside=tuple(SetAside(b.span, b.reason) for b in blocks if b.reason is not None),
        file=None if text == file else file,
        shifts=legible.shifts,
    )


def _decode(path: Path, data: bytes) -> str:
    """The file's text; raises InputError with the byte offset of what is not UTF-8."""
    kind = next((kind for start, kind in _OTHER_KINDS if data.startswith(start)), "")
    if kind:
        raise InputError.at(path, f"{kind}: save the article as plain text in UTF-8")
    if (kind := kind_of(data, path.suffix.lower())) != "text":
        raise InputError.at(path, f"{kind.upper()}, not plain text; {_new(path)}")
    if b"\0" in data:
        offset = data.index(b"\0")
        raise InputError.at(
            path, f"a binary file (NUL at byte {offset}): save the article as UTF-8 text"
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError.not_utf8(path, error) from error
    if not text.strip():
        raise InputError.at(path, "the file is empty: save the article's text in it")
    return text


def _mend_of_kind(path: Path) -> str:
    """What to do with a file whose ending is not that of a text."""
    if path.suffix.lower() in ENDINGS:
        return f"not plain text; {_new(path)}"
    return f"not an article: save it as {' or '.join(SUFFIXES[:2])}"


def _new(path: Path) -> str:
    return f"make a deck of it: flashgen new {shlex.quote(str(path))}"
