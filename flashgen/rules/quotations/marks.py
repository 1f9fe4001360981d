"""Pair the quotation marks of an article, in whatever typography it is set.

Marks of all kinds are paired in one pass over each paragraph. For one that stays open the next
paragraphs are searched, since a quotation of several repeats the opening mark and closes only the
last.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from flashgen.rules.quotations import signs
from flashgen.rules.quotations.signs import CLOSERS, SINGLE, Strength, pattern
from flashgen.types import Article, Span

# A quotation may stretch over so many paragraphs; in a poem each line is one.
_LONGEST_QUOTATION = 60
_MOST_OPEN = 3  # quotations in one another; what is open below stays so
# An answer to the question before is not the questioner's.
ANSWER = r"(?:Yes|No|Aye|Nay|Never|Certainly|Of course)\b"
_ESCAPE = " \n\t\\"  # pandoc writes \\"


class Form(StrEnum):
    """How the text shows that words are somebody's."""

    MARKS = "marks"
    DASH = "dash"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words shown as somebody's: ``outer`` with the marks, ``parts`` without, one a paragraph."""

    outer: Span
    parts: tuple[Span, ...]
    form: Form


def outermost(found: Iterable[Quoted]) -> list[Quoted]:
    """Those that stand in no other one, in order."""
    kept: list[Quoted] = []
    for quoted in sorted(found, key=lambda q: (q.outer.start, -q.outer.end)):
        if not kept or quoted.outer.start >= kept[-1].outer.end:
            kept.append(quoted)
    return kept


@dataclass(slots=True)
class _Opening:
    """A mark that waits for its partner, and what may be that, if nothing better comes."""

    mark: re.Match[str]
    closer: re.Match[str] | None = None
    strength: Strength = Strength.NONE


@dataclass(slots=True)
class _Scan:
    """The marks of a paragraph: its pairs, and what has no partner.

    ``opened`` is the first opening mark that nothing closes; ``closer`` the first closing mark,
    if it stands before everything else.
    """

    span: Span
    single: bool
    pairs: list[Quoted] = field(default_factory=list)
    stack: list[_Opening] = field(default_factory=list)
    opened: Span | None = None
    closer: Span | None = None

    def close(self, mark: re.Match[str], strength: Strength) -> bool:
        """Whether a mark closes one that is open, or may."""
        for depth, opening in enumerate(reversed(self.stack[-_MOST_OPEN:]), start=1):
            if mark[0] in CLOSERS[opening.mark[0]]:
                if strength is Strength.SURE:
                    del self.stack[-depth:]
                    self._pair(opening, mark)
                elif strength > opening.strength:
                    opening.closer, opening.strength = mark, strength
                return True
            if mark[0] in SINGLE:
                if strength is Strength.SURE and opening.closer is None:
                    wrong = mark.string[mark.start() - 1] in ".,!?…"
                    opening.closer = mark if wrong else None
                return False
        return False

    def open(self, mark: re.Match[str]) -> None:
        """Wait for the partner of a mark; another one of its kind has none any more."""
        while self.stack and self._gives_way(self.stack[-1], mark[0] in SINGLE):
            self._settle(self.stack.pop())
        self.stack.append(_Opening(mark))

    def _gives_way(self, opening: _Opening, single: bool) -> bool:
        if opening.mark[0] not in SINGLE:
            return not single and opening.closer is not None
        return single or (not self.single and opening.mark[0] != "‘")

    def end(self) -> None:
        """Settle what is still open."""
        for opening in self.stack:
            self._settle(opening)
        self.pairs = outermost(self.pairs)

    def _settle(self, opening: _Opening) -> None:
        mark = opening.mark
        if opening.closer is not None:
            self._pair(opening, opening.closer)
        elif mark[0] not in SINGLE:
            self.opened = self.opened or Span(*mark.span())
        elif self.single:
            self.opened = Span(*mark.span())

    def _pair(self, opening: _Opening, mark: re.Match[str]) -> None:
        start = opening.mark
        nested = start[0] in SINGLE and any(o.mark[0] not in SINGLE for o in self.stack[-2:])
        if self.single or not nested:
            inner = Span(start.end(), mark.start())
            self.pairs.append(Quoted(Span(start.start(), mark.end()), (inner,), Form.MARKS))


def marked(article: Article) -> Iterator[Quoted]:
    """What stands between quotation marks outside block quotations."""
    single = signs.prefers_single(article.view)
    scans = [_scan(article, p.span, single) for p in article.paragraphs if not p.quoted]
    for i in range(len(scans)):
        for pieces in _of_paragraph(article.view, scans, i):
            outer = Span(pieces[0].outer.start, pieces[-1].outer.end)
            parts = (trimmed(article.text, part) for piece in pieces for part in piece.parts)
            yield Quoted(outer, tuple(part for part in parts if part), Form.MARKS)


def _scan(article: Article, span: Span, single: bool) -> _Scan:
    """The marks of a paragraph."""
    scan = _Scan(span, single)
    for mark in pattern(signs.MARK).finditer(article.view, span.start, span.end):
        sides = signs.beside(article, span, mark)
        strength = signs.closes(article.view, mark, *sides)
        if strength and scan.close(mark, strength):
            continue
        if signs.opens(article.view, mark, *sides):
            scan.open(mark)
        elif not scan.pairs and not scan.stack and scan.closer is None:
            scan.closer = Span(*mark.span())
    scan.end()
    return scan


def _of_paragraph(view: str, scans: Sequence[_Scan], index: int) -> Iterator[Sequence[Quoted]]:
    """The quotations that begin in a paragraph, each with its pieces, one a paragraph."""
    scan, opened = scans[index], scans[index].opened
    split = len(scan.pairs)
    if opened is not None:
        split = bisect_left(scan.pairs, opened.start, key=lambda pair: pair.outer.start)
    yield from ([pair] for pair in scan.pairs[:split])
    if opened is not None and (split == len(scan.pairs) or opened.start == scan.span.start):
        pieces = list(_continued(view, scans, index, opened))
        if len(pieces) > 1 or (split == len(scan.pairs) and view[opened.start] not in SINGLE):
            yield pieces
            return
    yield from ([pair] for pair in scan.pairs[split:])


def _continued(view: str, scans: Sequence[_Scan], index: int, opened: Span) -> Iterator[Quoted]:
    """The pieces, one a paragraph, of a quotation that its first paragraph leaves open."""
    mark, end = view[opened.start : opened.end], scans[index].span.end
    yield Quoted(Span(opened.start, end), (Span(opened.end, end),), Form.MARKS)
    answer = re.escape(mark) + ANSWER if view[end - 1] == "?" else "(?!)"
    waiting: list[Quoted] = []
    for scan in scans[index + 1 : index + 1 + _LONGEST_QUOTATION]:
        start, closer = scan.span.start, scan.closer
        if pattern(answer).match(view, start):
            return
        if view.startswith(mark, start) and not waiting:
            if scan.opened is None or scan.opened.start != start:
                yield from (pair for pair in scan.pairs[:1] if pair.outer.start == start)
                return
            yield Quoted(scan.span, (Span(scan.opened.end, scan.span.end),), Form.MARKS)
        elif closer is not None and view[closer.start] in CLOSERS.get(mark, ""):
            yield from waiting
            yield Quoted(Span(start, closer.end), (Span(start, closer.start),), Form.MARKS)
            return
        elif scan.pairs or scan.opened is not None or closer is not None:
            return
        else:
            waiting.append(Quoted(scan.span, (scan.span,), Form.MARKS))


def trimmed(text: str, span: Span) -> Span | None:
    """A span without the spaces around it; None where it holds no word."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - len(words) + len(words.rstrip(_ESCAPE))
    return Span(start, end) if any(c.isalnum() for c in words) else None
