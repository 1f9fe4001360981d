"""Put the lines of pages together to paragraphs: what their places on the page tell.

Running headers and footers and the numbers of pages are left out. A larger line is a heading; a
small one at the foot of a page that begins with a figure is a note.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from flashgen.formats.cells import EDGE, with_rows
from flashgen.formats.lines import Line, Page, in_one_piece
from flashgen.formats.words import DEFINES, ENDS, REFERS, as_notes, escape
from flashgen.reading.legible import join_divided

_AT_EDGE = 2  # lines at the top and at the foot of a page that may run through the document
_LARGER, _SMALLER = 1.12, 0.93
_GAP = 1.35  # times the usual distance of two lines
_LONGEST_HEADING = 200
_PAGE_NUMBER = re.compile(
    r"\W*(?:page |p\. ?)?(?:\d{1,4}|[ivxlc]{1,7})(?: ?(?:of|/) ?\d{1,4})?\W*", re.IGNORECASE
)
_FIGURES = re.compile(r"\d+|\b[ivxlc]+\b")
_ENDS = re.compile(r"[.!?…:][-–—]{0,3}[\"'”’»)\]]*(?:⟬[^⦘]*⦘)?$")
_NOTE = re.compile(r"(\d{1,3}|[*†‡§])[.)]? ?(?=\S)")
# Stands for the beginning of a page.
_PAGE = "\ue020{}\ue021"
_PAGES = re.compile("\ue020(\\d+)\ue021")


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line with what the document tells of it."""

    line: Line
    page: int
    low: bool  # in the lower half of its page


def to_text(pages: Sequence[Page]) -> tuple[str, str]:
    """The document in Markdown, and the words of its largest lines on the first page."""
    pages = [replace(page, lines=tuple(in_one_piece(page.lines))) for page in pages]
    pages = with_rows(pages)
    running = _running(pages)
    placed = [
        _Placed(line, page.number, line.bottom < page.height / 2)
        for page in pages
        for line in page.lines
        if (page.number, line.bottom, line.text) not in running
    ]
    if not placed:
        return "", ""
    sizes: Counter[float] = Counter()
    for each in placed:
        sizes[round(each.line.size, 1)] += len(each.line.text)
    body = sizes.most_common(1)[0][0]
    heights = {s for s in sizes if s > _LARGER * body}
    levels = {size: min(rank, 4) for rank, size in enumerate(sorted(heights, reverse=True), 1)}
    notes = _notes(placed, body)
    apart = frozenset(notes)
    running_text = [each for each in placed if each not in apart]
    drafts = [_draft(lines, levels) for lines in _paragraphs(running_text)]
    drafts += [_draft(lines, {}, note=True) for lines in _paragraphs(notes)]
    whole = join_divided("\n\n".join(words for _, words in drafts)).split("\n\n")
    blocks = [
        _block(prefix, words) for (prefix, _), words in zip(drafts, whole, strict=True) if words
    ]
    page = _PAGE.format(placed[0].page)
    text = "\n\n".join(blocks)
    largest = [words for prefix, words in drafts if prefix == "# "]
    title = " ".join(_PAGES.sub("", largest[0]).split()) if largest else ""
    return _PAGES.sub(r"<!-- page \1 -->", text if page in text[:20] else f"{page}\n{text}"), title


def _notes(placed: Sequence[_Placed], body: float) -> list[_Placed]:
    """The notes at the feet of pages: small lines, from one that begins with a figure on."""
    found: list[_Placed] = []
    page = 0
    for each in placed:
        small = each.low and each.line.size < _SMALLER * body
        if small and (each.page == page or _NOTE.match(each.line.text)):
            found.append(each)
            page = each.page
        else:
            page = 0
    return found


def _running(pages: Sequence[Page]) -> set[tuple[int, float, str]]:
    """The headers, footers and page numbers, as page, place and words."""
    edges: dict[tuple[str, int], list[tuple[int, float, str]]] = {}
    found: set[tuple[int, float, str]] = set()
    for page in pages:
        ordered = sorted(page.lines, key=lambda line: line.bottom)
        for line in {*ordered[:_AT_EDGE], *ordered[-_AT_EDGE:]}:
            place = page.number, line.bottom, line.text
            if _PAGE_NUMBER.fullmatch(line.text) and line in (ordered[0], ordered[-1]):
                found.add(place)
            words = _FIGURES.sub("#", line.text.casefold())
            edges.setdefault((words, round(line.bottom / 4)), []).append(place)
    enough = 2 if len(pages) < 6 else 3
    for places in edges.values():
        if len({number for number, *_ in places}) >= enough:
            found.update(places)
    return found


def _paragraphs(placed: Sequence[_Placed]) -> Iterator[list[_Placed]]:
    """The lines of each paragraph, also of one that goes on in the next column or page."""
    steps = [
        (before.line.bottom - after.line.bottom) / after.line.size
        for before, after in pairwise(placed)
        if before.page == after.page
    ]
    steps = sorted(step for step in steps if 0.8 < step < 4)
    # In heights of a line. Of a list, or where they talk, most lines begin a paragraph.
    leading = steps[len(steps) // 4] if steps else 1.2
    edges = _right_edges(placed)
    style = _Style(leading, edges, _margins(placed), _is_spaced(placed, leading))
    if not placed:
        return
    made = [placed[0]]
    for before, after in pairwise(placed):
        if _parts(before, after, style, len(made)):
            yield made
            made = []
        made.append(after)
    yield made


@dataclass(frozen=True, slots=True)
class _Style:
    """How a document sets its paragraphs.

    ``leading`` is the distance of two lines in heights of one, ``edges`` the right edges by page
    and left edge, ``margins`` where the lines of each page begin and end, ``spaced`` whether a
    space parts paragraphs, and not an indented line.
    """

    leading: float
    edges: dict[tuple[int, int], float]
    margins: dict[int, tuple[float, float]]
    spaced: bool


def _is_spaced(placed: Sequence[_Placed], leading: float) -> bool:
    gaps = indents = 0
    for before, after in pairwise(placed):
        step = (before.line.bottom - after.line.bottom) / after.line.size
        if before.page == after.page and before.line.size == after.line.size and 0 < step < 4:
            gaps += step > _GAP * leading
            indents += 0.8 < (after.line.left - before.line.left) / after.line.size < 4
    return gaps > indents


def _right_edges(placed: Sequence[_Placed]) -> dict[tuple[int, int], float]:
    """How far to the right the lines of a column go, by page and left edge."""
    edges: dict[tuple[int, int], float] = {}
    for each in placed:
        key = each.page, round(each.line.left / 40)
        edges[key] = max(edges.get(key, 0.0), each.line.right)
    return edges


def _margins(placed: Sequence[_Placed]) -> dict[int, tuple[float, float]]:
    """How far to the left and to the right the lines of each page go."""
    margins: dict[int, tuple[float, float]] = {}
    for each in placed:
        left, right = margins.get(each.page, (each.line.left, each.line.right))
        margins[each.page] = min(left, each.line.left), max(right, each.line.right)
    return margins


def _parts(before: _Placed, after: _Placed, style: _Style, count: int) -> bool:
    """Whether a new paragraph begins; ``count`` is how many lines the one before it has."""
    first, line = before.line, after.line
    if EDGE in first.text or EDGE in line.text:
        return True  # a row of a table
    if abs(first.bottom - line.bottom) < 0.3 * line.size and line.left > first.left:
        return False  # the same line, behind a figure set high
    if abs(first.size - line.size) > 0.08 * max(first.size, line.size):
        return True
    ends = _ENDS.search(_with_notes(first)) is not None
    edge = style.edges[before.page, round(first.left / 40)]
    short = first.right < edge - max(3 * first.size, 0.12 * (edge - first.left))
    if before.page != after.page or line.bottom > first.bottom + first.size:
        left, right = style.margins[before.page]
        # A caption has a space to both sides; what goes on behind a page fills its last line.
        apart = first.left > left + first.size and first.right < right - 3 * first.size
        alone = apart and count == 1 and before.page != after.page and line.text[:1].isupper()
        return alone or (ends and (short or style.spaced))
    if first.bottom - line.bottom > _GAP * style.leading * line.size:
        return True
    if before.low and after.low and _NOTE.match(line.text) and _NOTE.match(first.text):
        return True
    step = 0.8 * line.size
    indented = line.left > first.left + step and not short
    back = line.left < first.left - step and count > 1
    return indented or back or (ends and short)


def _draft(
    lines: Sequence[_Placed], levels: dict[float, int], *, note: bool = False
) -> tuple[str, str]:
    """What a paragraph begins with in Markdown, and its lines with the marks of pages in them."""
    parts: list[str] = []
    page = lines[0].page if lines[0].page == 1 else 0
    for each in lines:
        words = _with_notes(each.line)
        if each.page != page and page:
            mark = _PAGE.format(each.page)
            head, space, rest = words.partition(" ")
            divided = parts and parts[-1].endswith("-")
            words = f"{head}{space}{mark} {rest}" if divided else f"{mark} {words}"
        page = each.page
        parts.append(words)
    text = "\n".join(parts)
    if note:
        sign = _NOTE.match(text)
        return (f"{DEFINES}{sign[1]}{ENDS}", text[sign.end() :]) if sign else ("", text)
    level = levels.get(round(lines[0].line.size, 1), 0)
    return (f"{'#' * level} " if level and len(text) <= _LONGEST_HEADING else "", text)


def _with_notes(line: Line) -> str:
    """The words of a line, with signs for the figures that refer to notes."""
    text = line.text
    for start, end in reversed(line.raised):
        text = f"{text[:start]}{REFERS}{text[start:end]}{ENDS}{text[end:]}"
    return text


def _block(prefix: str, words: str) -> str:
    if EDGE in words:
        return as_notes(f"| {' | '.join(map(escape, words.split(EDGE)))} |")
    return as_notes(f"{prefix}{escape(words)}")
