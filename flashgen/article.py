"""An article as it was read: paragraphs, sentences, and what was set aside.

Offsets are half-open and count code points of the article's text as it was read (without a
byte order mark).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from flashgen.errors import Location

_LINE_BREAK = re.compile(r"\r\n?|\n")
_BESIDE_A_STOP = re.compile(r"\0+(?=[.,;:!?…”’\"')\]])|(?<=[“‘\"'(\[])\0+")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, ``0 <= start <= end``."""

    start: int
    end: int

    def __contains__(self, other: object) -> bool:
        """Whether an offset or another span lies within this one."""
        if isinstance(other, Span):
            return self.start <= other.start and other.end <= self.end
        return isinstance(other, int) and self.start <= other < self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


class AsideKind(StrEnum):
    """Why a part of the file is not read as running text."""

    REPEATED = "repeated text"
    PULL_QUOTE = "pull quote"
    HEADING = "heading"
    BYLINE = "byline"
    CREDIT = "credit"
    DISCLAIMER = "disclaimer"
    CAPTION = "caption"
    CONTENTS = "table of contents"
    REFERENCE = "reference"
    NOTICE = "notice of the page"
    FRONT_MATTER = "front matter"


@dataclass(frozen=True, slots=True)
class SetAside:
    """A part of the file that the rules do not read, and why."""

    span: Span
    reason: AsideKind


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the running text, counted from 1; ``quoted`` is a block quotation."""

    number: int
    span: Span
    sentences: tuple[Span, ...]
    quoted: bool = False


@dataclass(frozen=True)
class Article:
    """An article as it was read.

    ``text`` is the file to the letter. ``view`` is as long as ``text`` and is what the rules
    read: every kind of space and line break is a plain space there, and so is each character
    of markup, so that an offset into the one is an offset into the other.
    """

    path: Path
    text: str
    view: str
    title: str | None
    paragraphs: tuple[Paragraph, ...]
    set_aside: tuple[SetAside, ...]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]

    def locate(self, offset: int) -> Location:
        """The file, line and column of an offset; lines are those that an editor counts."""
        line = bisect_right(self._line_starts, offset)
        return Location(self.path, line, offset - self._line_starts[line - 1] + 1)

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds an offset, or None where the file's part was set aside."""
        index = bisect_right(self.paragraphs, offset, key=lambda p: p.span.start) - 1
        if index >= 0 and offset in self.paragraphs[index].span:
            return self.paragraphs[index]
        return None

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds an offset, or None where there is none."""
        paragraph = self.paragraph_at(offset)
        if paragraph is None:
            return None
        sentences = paragraph.sentences
        index = bisect_right(sentences, offset, key=lambda s: s.start) - 1
        return sentences[index] if index >= 0 and offset in sentences[index] else None

    def tidy(self, span: Span) -> str:
        """The words of a span on one line: markup gone, runs of spaces folded."""
        text, view = self.text[span.start : span.end], self.view[span.start : span.end]
        if text == view:
            return " ".join(text.split())
        seen = zip(text, view, strict=True)
        # NUL stands for markup, which leaves no space before a stop: "*fast*, she wrote".
        words = "".join("\0" if v == " " and not t.isspace() else v for t, v in seen)
        return " ".join(_BESIDE_A_STOP.sub("", words).replace("\0", " ").split())
