"""Read an article: its paragraphs and sentences, and what is not running text.

A saved web page holds more than the text. What is recognised and set aside, never lost:

- text that stands twice (a second copy of the article, paragraph by paragraph),
- pull quotes: a short paragraph whose words a longer paragraph near by has as well,
- headings, bylines, dates of publication, credits and disclaimers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from pathlib import Path

from flashgen.errors import InputError
from flashgen.sentences import split_sentences
from flashgen.types import Article, Paragraph, Reason, SetAside, Span

SUFFIXES = (".txt", ".md")

# A file with a longer line than this is not hard-wrapped: each of its lines is a paragraph.
_LONGEST_WRAPPED_LINE = 120
# A pull quote stands near the paragraph that it is taken from, and is at most half as long.
_PULL_QUOTE_REACH = 6
_PULL_QUOTE_WORDS = 60
_PULL_QUOTE_SHARE = 0.6

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]*_]*$")
_CREDIT = re.compile(
    r"^(?:©|\(c\)|copyright\b|photo(?:graph)?s?\b.{0,40}:|images?\b.{0,40}:|credits?:|source:|"
    r"picture:|illustration:|all rights reserved)",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"\b(?:views?|opinions?)\b.{0,80}\b(?:not necessarily|do(?:es)? not|solely|their own)\b"
    r"|\ball rights reserved\b"
    r"|\b(?:subscribe|sign up)\b.{0,60}\bnewsletter\b"
    r"|\bshare (?:this|on)\b.{0,30}\b(?:article|facebook|twitter)\b"
    r"|\bthis article (?:was )?(?:first|originally) (?:appeared|published)\b",
    re.IGNORECASE,
)
_PARTICLES = frozenset({"and", "de", "den", "der", "di", "la", "le", "of", "van", "von"})
# A heading begins like one: a capital, a figure, or a quotation mark.
_HEADING = re.compile(r"[A-Z0-9À-ÖØ-Þ\u0370-\u04FF“‘\"'#]")
_DATELINE = re.compile(
    r"^(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,? \d{1,2}"
)
_BYLINE = re.compile(r"^(?:by|text by|written by|posted by|author:)\s", re.IGNORECASE)

# Markdown that stands at the start of a line, and marks of emphasis around a word.
_LINE_MARKUP = re.compile(r"^ {0,3}(?:#{1,6} +|> ?|[-*+] +(?=\S))", re.MULTILINE)
_INLINE_MARKUP = re.compile(r"(?<!\w)[*_]{1,3}(?=\w)|(?<=[\w.,;:!?…’”\"'])[*_]{1,3}(?!\w)")
_HEADING_LINE = re.compile(r"^ {0,3}#{1,6} +")
_RULE_LINE = re.compile(r"^\W*$")


def read_article(path: Path) -> Article:
    """Read a ``.txt`` or ``.md`` file in UTF-8, with or without a byte order mark.

    Raises InputError where the file cannot be read, is of another kind or encoding, or holds
    no running text.
    """
    text = _decode(path)
    view = _view(text)
    blocks = _set_aside(text, list(_blocks(text, view)))
    paragraphs: list[Paragraph] = []
    for block in blocks:
        if block.reason is None:
            sentences = tuple(split_sentences(view, block.span))
            paragraphs.append(Paragraph(len(paragraphs) + 1, block.span, sentences, block.quoted))
    if not paragraphs:
        raise InputError.at(path, "no running text: the file needs at least one full sentence")
    return Article(
        path=path,
        text=text,
        view=view,
        title=_title(view, blocks),
        paragraphs=tuple(paragraphs),
        set_aside=tuple(SetAside(b.span, b.reason) for b in blocks if b.reason is not None),
    )


def _decode(path: Path) -> str:
    """The file's text; raises InputError with the byte offset of what is not UTF-8."""
    if path.suffix.lower() not in SUFFIXES:
        raise InputError.at(path, f"not an article: save it as {' or '.join(SUFFIXES)}")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError.at(path, f"cannot be read: {error.strerror or error}") from error
    if not data.strip():
        raise InputError.at(path, "the file is empty: save the article's text in it")
    if b"\0" in data:
        offset = data.index(b"\0")
        raise InputError.at(
            path, f"a binary file (NUL at byte {offset}): save the article as UTF-8 text"
        )
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError.at(
            path,
            f"not UTF-8: byte 0x{data[error.start]:02X} at offset {error.start}; "
            "save the file again with the encoding UTF-8",
            line,
        ) from error


def _view(text: str) -> str:
    """The text as the rules read it, as long as the text: spaces plain, markup blank."""
    view = _LINE_MARKUP.sub(lambda match: " " * len(match[0]), text)
    view = _INLINE_MARKUP.sub(lambda match: " " * len(match[0]), view)
    return re.sub(r"[\s\u200b\ufeff]", " ", view)


@dataclass
class _Block:
    """A run of lines that make one paragraph, while it is being judged."""

    span: Span
    words: tuple[str, ...]
    quoted: bool = False
    marked_heading: bool = False
    reason: Reason | None = None

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """Its runs of three words."""
        return frozenset(zip(self.words, self.words[1:], self.words[2:], strict=False))


def _blocks(text: str, view: str) -> Iterator[_Block]:
    """The file's paragraphs: runs of lines between blank lines, or single lines."""
    lines = [
        Span(m.start(), m.end())
        for m in re.finditer(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+", text)
    ]
    width = max((line.end - line.start for line in lines), default=0)
    run: list[Span] = []
    for line in lines:
        if run and not _joins(text, run[-1], line, width):
            yield from _block(text, view, run)
            run = []
        if not _RULE_LINE.match(text[line.start : line.end]):
            run.append(line)
    if run:
        yield from _block(text, view, run)


def _joins(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether a line break is only a wrap: the next line's first word would not have fitted."""
    gap = text[line.end : following.start]
    if width > _LONGEST_WRAPPED_LINE or len(gap.splitlines()) > 1:
        return False
    before, after = text[line.start : line.end], text[following.start : following.end]
    if _HEADING_LINE.match(before) or _HEADING_LINE.match(after) or _RULE_LINE.match(after):
        return False
    first_word = len(after.split(maxsplit=1)[0])
    # An editor may have wrapped a little before the widest line of the whole file.
    return line.end - line.start + 1 + first_word > width * 0.9


def _block(text: str, view: str, lines: Sequence[Span]) -> Iterator[_Block]:
    """The block that some lines make: at most one, none where they hold only markup."""
    start, end = lines[0].start, lines[-1].end
    words = view[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if start < end:
        first_line = text[lines[0].start : lines[0].end]
        yield _Block(
            Span(start, end),
            tuple(word.lower().replace("’", "'") for word in _WORD.findall(view[start:end])),
            quoted=first_line.lstrip().startswith(">"),
            marked_heading=_HEADING_LINE.match(first_line) is not None,
        )


def _set_aside(text: str, blocks: list[_Block]) -> list[_Block]:
    """Give each block that is not running text its reason; returns the same list."""
    seen: set[tuple[str, ...]] = set()
    for block in blocks:
        block.reason = _reason_by_form(block, text[block.span.start : block.span.end])
        if block.reason is None and block.words in seen and len(block.words) > 3:
            block.reason = Reason.REPEATED
        seen.add(block.words)
    for block in takewhile(lambda block: block.reason is not None, blocks):
        line = text[block.span.start : block.span.end]
        if block.reason is Reason.HEADING and not block.marked_heading and _is_byline(line):
            block.reason = Reason.BYLINE
    running = [block for block in blocks if block.reason is None]
    for index, block in enumerate(running):
        near = running[max(0, index - _PULL_QUOTE_REACH) : index + _PULL_QUOTE_REACH + 1]
        if any(_pulled_from(block, other) for other in near if other is not block):
            block.reason = Reason.PULL_QUOTE
    return blocks


def _reason_by_form(block: _Block, text: str) -> Reason | None:
    """What a block is by its looks alone, whatever stands around it."""
    if block.marked_heading:
        return Reason.HEADING
    if _CREDIT.match(text):
        return Reason.CREDIT
    if _DISCLAIMER.search(text) and len(text.split()) < 60:
        return Reason.DISCLAIMER
    if _BYLINE.match(text) and len(text.split()) < 12 and not _SENTENCE_END.search(text):
        return Reason.BYLINE
    if len(text.split()) <= 12 and _HEADING.match(text) and not _SENTENCE_END.search(text):
        return Reason.HEADING
    return None


def _is_byline(words: str) -> bool:
    """Whether a short line above the text is a name or a date of publication."""
    parts = words.split()
    return (
        2 <= len(parts) <= 4
        and (
            _DATELINE.match(words) is not None
            or all(p[0].isupper() or p in _PARTICLES for p in parts)
        )
        and not any(p.isupper() and len(p) > 3 for p in parts)
    )


def _pulled_from(block: _Block, source: _Block) -> bool:
    """Whether a short block repeats what a longer one says: most of its runs of three words."""
    if not 8 <= len(block.words) <= min(_PULL_QUOTE_WORDS, len(source.words) // 2):
        return False
    return len(block.runs & source.runs) >= _PULL_QUOTE_SHARE * len(block.runs)


def _title(view: str, blocks: Sequence[_Block]) -> str | None:
    """The longest heading directly above the running text or above a second copy of it."""
    first = next(block for block in blocks if block.reason is None)
    candidates: list[str] = []
    heading: list[str] = []
    for block in blocks:
        words = " ".join(view[block.span.start : block.span.end].split())
        if block.words == first.words:
            candidates += heading
        if block.reason is Reason.HEADING:
            heading.append(words)
        elif block.reason in (None, Reason.REPEATED, Reason.PULL_QUOTE):
            heading = []
    return max(candidates, key=len, default=None)
