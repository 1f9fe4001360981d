"""Put lines together to paragraphs: which line breaks end one, and which only wrap it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from sys import intern

from flashgen.article import AsideKind, Span
from flashgen.reading.markup import Line, LineForm

# A longer line than this is not wrapped by hand; a paragraph is not wrapped to fewer columns.
_LONGEST_WRAPPED_LINE = 120
_NARROWEST_COLUMN = 30
# Verse and addresses have shorter lines than this.
_LONGEST_VERSE = 72

WORD = re.compile(r"\w+(?:['’]\w+)*")
SENTENCE_END = re.compile(r"(?:[.!?…]|:(?:--?|[—–])?)[\"'”’»)\]*_\\\s]*$")


@dataclass
class Block:
    """A paragraph of the file, while it is being judged; ``words`` are in lower case.

    ``number`` counts the blocks, ``lines`` says how many lines of the file it takes.
    """

    number: int
    span: Span
    words: tuple[str, ...]
    form: LineForm
    lines: int = 1
    quoted: bool = False
    level: int = 0
    linked: bool = False
    reason: AsideKind | None = None


def make_blocks(view: str, groups: Iterable[Sequence[Line]], *, markdown: bool) -> list[Block]:
    """The blocks of a file, in its order; ``groups`` are the lines between blank lines.

    In Markdown a line break alone ends no paragraph. In plain text it does, unless the lines
    look wrapped.
    """
    runs = [list(run) for group in groups for run in _alike(group)]
    layout = _Layout(view, runs, markdown)
    blocks: list[Block] = []
    for run in runs:
        for lines in layout.paragraphs(run):
            blocks.append(_block(len(blocks), view, lines))
    return blocks


def _alike(group: Sequence[Line]) -> Iterator[list[Line]]:
    """Runs of lines of one form; an item, a row or a heading begins a new run."""
    run: list[Line] = []
    for line in group:
        follows = (
            run
            and line.form in (LineForm.TEXT, LineForm.MATTER)
            and (line.form is run[0].form or run[0].form in (LineForm.ITEM, LineForm.NOTE))
            and line.quoted == run[0].quoted
        )
        if run and not follows:
            yield run
            run = []
        run.append(line)
    yield run


class _Layout:
    """How a file sets its paragraphs."""

    def __init__(self, view: str, runs: Sequence[Sequence[Line]], markdown: bool) -> None:
        self._view = view
        self._markdown = markdown
        columns = [column for run in runs if (column := self._column(run))]
        longest = max((len(self._words(line)) for run in runs for line in run), default=0)
        self._usual: float = _median(columns) if columns else longest
        breaks = [before for run in runs for before in run[:-1]]
        if not columns and not markdown and self._ends(breaks) > len(breaks) / 2:
            self._usual = inf

    def paragraphs(self, run: Sequence[Line]) -> list[list[Line]]:
        """A run's lines, paragraph by paragraph."""
        if run[0].form in (LineForm.MATTER, LineForm.NOTE):
            return [list(run)]
        lengths = [len(self._words(line)) for line in run]
        column = self._column(run) or self._usual
        wraps = max(*lengths, column) <= _LONGEST_WRAPPED_LINE
        made = [[run[0]]]
        for before, line in pairwise(run):
            fits = not before.broken if self._markdown else self._is_full(before, line, column)
            if line.wrapped or self._carries_on(before, line) or (wraps and fits):
                made[-1].append(line)
            else:
                made.append([line])
        return [list(run)] if self._is_verse(run) else made

    def _words(self, line: Line) -> str:
        return self._view[line.span.start : line.span.end].rstrip()

    def _column(self, run: Sequence[Line]) -> int:
        """The width to which the lines are wrapped; 0 where they are not."""
        width = max(len(self._words(line)) for line in run)
        breaks = list(pairwise(run))
        full = sum(self._is_full(*pair, width) for pair in breaks)
        wrapped = (
            len(breaks) > 1
            and _NARROWEST_COLUMN <= width <= _LONGEST_WRAPPED_LINE
            and full >= 0.9 * len(breaks)
            and self._ends(run[:-1]) <= len(breaks) / 2
        )
        return width if wrapped else 0

    def _ends(self, lines: Sequence[Line]) -> int:
        """How many of the lines end a sentence."""
        return sum(SENTENCE_END.search(self._words(line)) is not None for line in lines)

    def _is_full(self, before: Line, line: Line, column: float) -> bool:
        """Whether the next line's first word would not have fitted; editors wrap early."""
        first_word = len(self._words(line).split(maxsplit=1)[0])
        indented = line.form is before.form and line.indent > before.indent + 1
        return not indented and len(self._words(before)) + 1 + first_word > 0.87 * column

    def _carries_on(self, before: Line, line: Line) -> bool:
        """Whether a line goes on in small letters where the one before it ended no sentence."""
        return (
            self._words(line).lstrip()[0].islower()
            and SENTENCE_END.search(self._words(before)) is None
        )

    def _is_verse(self, run: Sequence[Line]) -> bool:
        """Whether short lines of no column make one text: verse, an address, a list."""
        inner = [self._words(line) for line in run[:-1]]
        return (
            len(run) > 2
            and all(len(self._words(line)) <= _LONGEST_VERSE for line in run)
            and any(words.endswith((",", ";", "—", "–")) for words in inner)
            and self._ends(run[:-1]) < len(inner) / 2
        )


def _block(number: int, view: str, lines: Sequence[Line]) -> Block:
    start, end = lines[0].span.start, lines[-1].span.end
    words = view[start:end]
    span = Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
    return Block(
        number=number,
        span=span,
        words=tuple(intern(w) for w in WORD.findall(words.lower().replace("’", "'"))),
        form=lines[0].form,
        lines=len(lines),
        quoted=lines[0].quoted,
        level=lines[0].level,
        linked=lines[0].linked,
    )


def _median(numbers: Sequence[int]) -> float:
    """As that of ``statistics``, which takes longer to import than a page to read."""
    ordered = sorted(numbers)
    half = len(ordered) // 2
    return (ordered[half] + ordered[~half]) / 2
