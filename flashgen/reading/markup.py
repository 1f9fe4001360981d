"""Read a file line by line: what is words, and what is only markup.

Markdown, and what saved pages leave behind: headings, quotations, lists, tables, notes, links,
emphasis, comments, tags, and the numbers of footnotes. The result is a *view*: as long as the
text, with every space and every character of markup a plain space (or "|", between two cells of a
table), so that an offset into the one is an offset into the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from flashgen.article import Span
from flashgen.reading.columns import COLUMNS, end_of_rows
from flashgen.reading.inline import without_inline, without_unread
from flashgen.reading.legible import WRAPPED
from flashgen.reading.wikitext import without_wikitext

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
# Stands for a sign that looks like markup and is none: no letter, no figure, no mark.
_NO_MARKUP = "\uf8ff"

_QUOTE = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+")
_HEADING = re.compile(
    r"[ \t]{0,3}(?:(?P<hashes>#{1,6})[ \t]+|(?P<equals>={2,6})[ \t]*(?=\w.*=\s*$))"
)
_BULLET = re.compile(r"[ \t]*(?:[-*+•‣▪◦·][ \t]+|\(?\d{1,3}[.)][ \t]+)(?=\S)")
_TABLE_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*$")
_FOOTNOTE = re.compile(r"[ \t]{0,3}\[\^[^\[\]\s]{1,40}\]:")
_LINK_NAME = re.compile(r"[ \t]{0,3}\[([^\[\]]{1,100})\]:[ \t]*<?(?:https?:|/|#)")
_ONLY_A_LINK = re.compile(r"\s*\[[^\[\]]+\]\([^()\s]*\)[\s,.]*$")
_BLOCK_TAG = re.compile(r"<(/?)blockquote(?=[\s/>])", re.IGNORECASE)
_RULE = re.compile(r"\W*$")
_UNDERLINE = re.compile(r"[ \t]*(?:={2,}|-{3,})[ \t]*$")
_HARD_BREAK = re.compile(r"(?:  |\\|<br ?/?>)$")
_MATTER = re.compile(r"[\w-]{1,40}:|[ \t]+\S|- |#")
_BREAKS_OFF = re.compile(r"[.!?…:;][\"'”’»)\]*_]*\s*$")


class LineForm(Enum):
    """What a line is by its markup."""

    TEXT = auto()
    HEADING = auto()
    ITEM = auto()
    ROW = auto()
    NOTE = auto()
    MATTER = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds words: the range of its words, and its form.

    ``level`` is a heading's, ``linked`` whether all its words are a link's, ``broken`` whether
    Markdown breaks the line after it, ``wrapped`` whether the line before it goes on in it.
    """

    span: Span
    form: LineForm
    indent: int = 0
    quoted: bool = False
    level: int = 0
    linked: bool = False
    broken: bool = False
    wrapped: bool = False


def read_lines(text: str, literal: Sequence[int] = ()) -> tuple[str, list[list[Line]]]:
    """The view, and the lines that hold words, in groups between blank lines.

    ``literal`` are the offsets of signs that are no markup.
    """
    bare = without_wikitext(without_unread(_put(text, literal, _NO_MARKUP * len(literal))))
    ranges = [Span(match.start(), match.end()) for match in _LINE.finditer(bare)]
    matter = _front_matter(bare, ranges)
    reader = _LineReader(bare)
    for number, span in enumerate(ranges):
        if number and _parted(bare[ranges[number - 1].end : span.start]):
            reader.end_part()
        if number < matter:
            reader.lines.append(Line(span, LineForm.MATTER))
        else:
            reader.read(span)
    view = without_inline(reader.view(), reader.link_names)
    kept = [offset for offset in literal if view[offset] == _NO_MARKUP]
    view = _put(view, kept, [text[offset] for offset in kept])
    return view, list(_groups(view, reader.lines))


def _put(text: str, offsets: Sequence[int], signs: Sequence[str]) -> str:
    """The text with other signs at some offsets."""
    if not offsets:
        return text
    changed = list(text)
    for offset, sign in zip(offsets, signs, strict=True):
        changed[offset] = sign
    return "".join(changed)


def _parted(gap: str) -> bool:
    """Whether a blank line lies between two lines; a page may end within a paragraph."""
    return len(gap.replace("\f", "").splitlines()) > 1


def _front_matter(text: str, ranges: list[Span]) -> int:
    """How many lines at the top are YAML between two lines of hyphens."""
    lines = [text[span.start : span.end].rstrip() for span in ranges[:100]]
    if lines[:1] == ["---"]:
        for number, line in enumerate(lines[1:], start=1):
            if line in ("---", "..."):
                return number + 1
            if not _MATTER.match(line):
                break
    return 0


class _LineReader:
    """Reads line after line, and blanks the markup at their beginnings."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._blanks: list[tuple[int, int]] = []
        self.lines: list[Line | None] = []
        self.link_names: set[str] = set()
        self._in_block = False  # between <blockquote> and </blockquote>
        self._columns: list[int] = []  # where those of a table begin, but for the first
        self._edges: list[int] = []
        self._table_end = 0  # of one that blank lines do not end

    def end_part(self) -> None:
        """Add what a blank line is: it ends a table."""
        self._columns = self._columns if self._table_end else []
        self.lines.append(None)

    def read(self, span: Span) -> None:
        """Add a line, or None where it holds no words."""
        text, end = self._text, span.end
        before = self.lines[-1] if self.lines else None
        block = self._in_block
        for tag in _BLOCK_TAG.finditer(text, span.start, end):
            block = block or tag.start() == span.start
            self._in_block = not tag[1]
        if _RULE.match(text, span.start, end):
            if span.start == self._table_end:
                self._columns, self._table_end = [], 0
            elif COLUMNS.match(text, span.start, end):
                self._table(span, before)
            elif _UNDERLINE.match(text, span.start, end):
                self._underline(level=1 if "=" in text[span.start : end] else 2)
            elif "|" in text[span.start : end] and before and before.form is LineForm.ROW:
                self.lines[-1] = replace(before, form=LineForm.HEADING, level=2)
            self._blank(span.start, end)
            self.lines.append(None)
        elif name := _LINK_NAME.match(text, span.start, end):
            self.link_names.add(name[1].lower())
            self.lines.append(Line(span, LineForm.NOTE))
        elif _FOOTNOTE.match(text, span.start, end):
            self.lines.append(Line(span, LineForm.NOTE))
        else:
            quote = _QUOTE.match(text, span.start, end)
            start = quote.end() if quote else span.start
            self.lines.append(self._words(span, start, before, block or quote is not None))

    def _words(self, span: Span, start: int, before: Line | None, quoted: bool) -> Line:
        """A line whose words begin at ``start``, behind the marks of a quotation."""
        text, end = self._text, span.end
        form, level = LineForm.TEXT, 0
        if heading := _HEADING.match(text, start, end):
            form, level = LineForm.HEADING, len(heading["hashes"] or heading["equals"])
            start = heading.end()
            self._blank(start + len(text[start:end].rstrip(" \t#=")), end)
        elif self._columns:
            form = LineForm.ROW
            self._part(span)
        elif _TABLE_ROW.match(text, start, end):
            form = LineForm.ROW
            # The marks between two cells stay: no name and no date goes across them.
            start, end = text.index("|", start) + 1, text.rindex("|", start, end)
            self._blank(end, end + 1)
        elif (bullet := _BULLET.match(text, start, end)) and (
            before is None
            or before.form is not LineForm.TEXT
            or _BREAKS_OFF.search(text[before.span.start : before.span.end])
        ):
            form, start = LineForm.ITEM, bullet.end()
        self._blank(span.start, start)
        words = text[start:end]
        return Line(
            span=span,
            form=form,
            indent=len(words) - len(words.lstrip()) if form is LineForm.TEXT else 0,
            quoted=quoted,
            level=level,
            linked=_ONLY_A_LINK.match(words) is not None,
            broken=_HARD_BREAK.search(words) is not None,
            wrapped=text[span.start - 1 : span.start] == WRAPPED,
        )

    def _table(self, span: Span, header: Line | None) -> None:
        """Begin a table of columns, below its header if it has one."""
        inside = bool(self._columns)
        rules = re.finditer("[-=]+", self._text[span.start : span.end])
        self._columns = [match.start() for match in rules][1:]
        self._table_end = end_of_rows(self._text, span.end, self._columns)
        if header and not inside:
            self.lines[-1] = replace(header, form=LineForm.HEADING, level=2)
            self._part(header.span)

    def _part(self, row: Span) -> None:
        """Set an edge before each cell of a row but the first."""
        before = (row.start + column - 1 for column in self._columns)
        self._edges += (at for at in before if at < row.end and self._text[at] in " \t")

    def _underline(self, level: int) -> None:
        """Make the last line a heading if it stands alone above its underline."""
        match self.lines:
            case [Line(form=LineForm.TEXT) as last] | [*_, None, Line(form=LineForm.TEXT) as last]:
                self.lines[-1] = replace(last, form=LineForm.HEADING, level=level)

    def _blank(self, start: int, end: int) -> None:
        if start < end:
            self._blanks.append((start, end))

    def view(self) -> str:
        """The text with the markup that was read blank."""
        parts: list[str] = []
        position = 0
        for start, end in sorted(self._blanks):
            parts += self._text[position:start], " " * (end - max(position, start))
            position = max(position, end)
        return _put("".join((*parts, self._text[position:])), self._edges, "|" * len(self._edges))


def _groups(view: str, lines: list[Line | None]) -> Iterator[list[Line]]:
    """Runs of lines between those that are blank in the view."""
    group: list[Line] = []
    for line in lines:
        if line is None or not view[line.span.start : line.span.end].strip():
            if group:
                yield group
            group = []
        else:
            group.append(line)
    if group:
        yield group
