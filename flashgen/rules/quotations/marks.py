"""Pair the quotation marks of an article, in whatever typography it is set.

Marks of all kinds are paired in one pass over each paragraph. For one that stays open the next
paragraphs are searched, since a quotation of several repeats the opening mark and closes only the
last.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from flashgen.article import Article, Span
from flashgen.rules.quotations import signs
from flashgen.rules.quotations.signs import CLOSERS, Mark, Strength, pattern

# A quotation may stretch over so many paragraphs; in a poem each line is one.
_LONGEST_QUOTATION = 60
_MOST_OPEN = 3  # quotations in one another; what is open below stays so
# An answer to the question before is not the questioner's.
ANSWER = r"(?:Yes|No|Aye|Nay|Never|Certainly|Of course)\b"
_ESCAPE = " \n\t\\"  # pandoc writes \\"


class Marking(StrEnum):
    """How the text shows that words are somebody's."""

    MARKS = "marks"
    DASH = "dash"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words shown as somebody's: ``outer`` with the marks, ``parts`` without, one a paragraph."""

    outer: Span
    parts: tuple[Span, ...]
    form: Marking


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

    mark: Mark
    closer: Mark | None = None
    strength: Strength = Strength.NONE

    def closed_by(self, mark: Mark) -> Strength:
        """How surely another mark is the partner; one of the wrong kind may be a misprint."""
        if mark.sign in CLOSERS[self.mark.sign]:
            return mark.closes
        return Strength(mark.single and mark.closes is Strength.SURE)


@dataclass(slots=True)
class _Scan:
    """The marks of a paragraph: its pairs, and what has no partner.

    ``single``: speech stands between single marks in this text. Only marks of the text's own
    kind may stay open at the end; ``opened`` is the first of these. ``first`` is the first mark
    that is no mere apostrophe.
    """

    span: Span
    single: bool
    first: Mark | None = None
    pairs: list[Quoted] = field(default_factory=list)
    stack: list[_Opening] = field(default_factory=list)
    opened: Mark | None = None

    def close(self, mark: Mark) -> bool:
        """Whether a mark closes one that is open, or may; a single one, only the innermost."""
        reach = 1 if mark.single else _MOST_OPEN
        for depth, opening in enumerate(reversed(self.stack[-reach:]), start=1):
            strength = opening.closed_by(mark)
            if strength is Strength.SURE:
                del self.stack[-depth:]
                self._pair(opening, mark)
            elif strength > opening.strength:
                opening.closer, opening.strength = mark, strength
            if strength:
                return True
        return False

    def end(self) -> None:
        """Settle what is still open."""
        for opening in self.stack:
            if opening.closer is not None:
                self._pair(opening, opening.closer)
            elif opening.mark.single == self.single:
                self.opened = self.opened or opening.mark
        self.pairs = outermost(self.pairs)

    def _pair(self, opening: _Opening, closer: Mark) -> None:
        """Keep a pair, but not what stands in a quotation that is open."""
        start, end = opening.mark.span, closer.span
        own = opening.mark.single == self.single
        if own or all(o.mark.single != self.single for o in self.stack[-_MOST_OPEN:]):
            inner = (Span(start.end, end.start),)
            self.pairs.append(Quoted(Span(start.start, end.end), inner, Marking.MARKS))


def marked(article: Article) -> Iterator[Quoted]:
    """What stands between quotation marks."""
    single = signs.prefers_single(article.view)
    scans = [_scan(article, p.span, single) for p in article.paragraphs]
    for i in range(len(scans)):
        for quoted in _of_paragraph(article.view, scans, i):
            yield Quoted(quoted.outer, trimmed(article.text, quoted.parts), Marking.MARKS)


def _scan(article: Article, span: Span, single: bool) -> _Scan:
    """The marks of a paragraph."""
    scan = _Scan(span, single)
    for mark in signs.marks_of(article, span):
        if mark.opens or mark.closes is Strength.SURE:
            scan.first = scan.first or mark
        if not scan.close(mark) and mark.opens:
            scan.stack.append(_Opening(mark))
    scan.end()
    return scan


def _of_paragraph(view: str, scans: Sequence[_Scan], index: int) -> Iterator[Quoted]:
    """The quotations that begin in a paragraph."""
    span, pairs, opened = scans[index].span, scans[index].pairs, scans[index].opened
    if opened is None:
        yield from pairs
        return
    split = bisect_left(pairs, opened.span.start, key=lambda pair: pair.outer.start)
    yield from pairs[:split]
    if opened.span.start == span.start or not pairs[split:]:
        whole = _continued(view, scans, index, opened)
        goes_on = (
            split > 0 and view[opened.span.end : opened.span.end + 1].islower()
        )  # ‘…,’ he wrote, ‘and …
        if len(whole.parts) > 1 or not (pairs[split:] or (opened.single and not goes_on)):
            yield whole
            return
    yield from pairs[split:]


def _continued(view: str, scans: Sequence[_Scan], index: int, opened: Mark) -> Quoted:
    """A quotation that its first paragraph leaves open, as far as it goes on in the next ones."""
    end = scans[index].span.end
    parts, waiting = [Span(opened.span.end, end)], list[Span]()
    asked = view[end - 1] == "?"
    for scan in scans[index + 1 : index + 1 + _LONGEST_QUOTATION]:
        first, span = scan.first, scan.span
        if first is None:
            waiting.append(span)
            continue
        answer = asked and pattern(ANSWER).match(view, first.span.end)
        apart = answer or waiting or view[span.start : first.span.start].strip()
        if first.opens and first.sign == opened.sign and not apart:
            if scan.opened is first:
                parts.append(Span(first.span.end, span.end))
                end = span.end
                continue
            parts += scan.pairs[0].parts
            end = scan.pairs[0].outer.end
        elif not first.opens and first.sign in CLOSERS[opened.sign]:
            parts += [*waiting, Span(span.start, first.span.start)]
            end = first.span.end
        break
    return Quoted(Span(opened.span.start, end), tuple(parts), Marking.MARKS)


def trimmed(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans without the spaces around them, but for those that hold no word."""
    found = []
    for span in spans:
        words = text[span.start : span.end]
        if any(c.isalnum() for c in words):
            start = span.start + len(words) - len(words.lstrip())
            found.append(Span(start, span.end - len(words) + len(words.rstrip(_ESCAPE))))
    return tuple(found)
