"""An article as it was read: paragraphs, sentences, and what was set aside.

Offsets are half-open and count code points of the article's text, which is the file's as one can
read it (see ``reading.legible``); ``Article.in_file`` says where that lies in the file.
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
# How a reader of documents marks where one of their pages begins.
_PAGE = re.compile(r"<!-- page (\d{1,6}) -->")
# A run is looked at once, and whole: there may be very long ones.
_BESIDE_A_STOP = re.compile(r"(?<!\0)\0++(?=[.,;:!?…”’\"')\]])|(?<=[“‘\"'(\[])\0+")


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


@dataclass(frozen=True, slots=True)
class Shift:
    """From the offset ``at`` of a text on, the file has what it has from its offset ``file`` on.

    What stands before ``at`` ends in the file at ``before``.
    """

    at: int
    file: int
    before: int


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

    ``text`` is the file made legible: character references are characters, words that a line's
    end divided are whole. ``view`` is as long as ``text`` and is what the rules read: every kind
    of space and line break is a plain space there, and so is each character of markup, so that an
    offset into the one is an offset into the other. ``file`` is the file to the letter, None where
    ``text`` is that, and ``shifts`` say where the text lies in it.
    """

    path: Path
    text: str
    view: str
    title: str | None
    paragraphs: tuple[Paragraph, ...]
    set_aside: tuple[SetAside, ...]
    file: str | None = None
    shifts: tuple[Shift, ...] = ()

    @cached_property
    def _line_starts(self) -> list[int]:
        file = self.text if self.file is None else self.file
        return [0, *(match.end() for match in _LINE_BREAK.finditer(file))]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.span.start for paragraph in self.paragraphs]

    @cached_property
    def headings(self) -> list[int]:
        """Where each heading begins, in order."""
        return sorted(
            part.span.start for part in self.set_aside if part.reason is AsideKind.HEADING
        )

    @cached_property
    def _pages(self) -> list[tuple[int, int]]:
        return [(match.end(), int(match[1])) for match in _PAGE.finditer(self.text)]

    def in_file(self, span: Span) -> Span:
        """Where the file has what a span of the text holds, in code points."""
        start = self._shifted(span.start)
        index = bisect_right(self.shifts, span.end, key=lambda shift: shift.at) - 1
        if index >= 0 and self.shifts[index].at == span.end:
            return Span(start, self.shifts[index].before)
        return Span(start, self._shifted(span.end))

    def _shifted(self, offset: int) -> int:
        index = bisect_right(self.shifts, offset, key=lambda shift: shift.at) - 1
        return self.shifts[index].file + offset - self.shifts[index].at if index >= 0 else offset

    def page_at(self, offset: int) -> int | None:
        """The page of the document that the article was made from, where the file names pages."""
        index = bisect_right(self._pages, offset, key=lambda page: page[0]) - 1
        return self._pages[index][1] if index >= 0 else None

    def locate(self, offset: int) -> Location:
        """The file, line and column of an offset; lines are those that an editor counts."""
        offset = self._shifted(offset)
        line = bisect_right(self._line_starts, offset)
        return Location(self.path, line, offset - self._line_starts[line - 1] + 1)

    def is_blank(self, line: int) -> bool:
        """Whether a line of the file, counted from 1, holds nothing that one sees."""
        file = self.text if self.file is None else self.file
        ends = (*self._line_starts, len(file))
        return not file[ends[line - 1] : ends[line]].strip()

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds an offset, or None where the file's part was set aside."""
        index = bisect_right(self._paragraph_starts, offset) - 1
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
        """The words of a span on one line: markup and cells' edges gone, spaces folded."""
        text, view = self.text[span.start : span.end], self.view[span.start : span.end]
        if text == view and "|" not in text:
            return " ".join(text.split())
        seen = zip(text, view, strict=True)
        # NUL stands for markup, which leaves no space before a stop: "*fast*, she wrote".
        words = "".join("\0" if v == "|" or (v == " " and not t.isspace()) else v for t, v in seen)
        return " ".join(_BESIDE_A_STOP.sub("", words).replace("\0", " ").split())
