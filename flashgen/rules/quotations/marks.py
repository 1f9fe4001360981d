"""Pair the quotation marks of an article, in whatever typography it is set.

Curly, straight, low-high and angled marks are paired within a paragraph; for a mark that stays
open the next paragraphs are searched, since a quotation of several repeats the opening mark and
closes only the last. A single mark may as well be an apostrophe: what stands around it decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from flashgen.rules.quotations.singles import SINGLE_OPENING, beside, pattern, single_pairs
from flashgen.types import Article, Span

# A quotation may stretch over so many paragraphs; in a poem each line is one.
_LONGEST_QUOTATION = 60
_CLOSERS = {
    "“": '”‟"',
    "”": "”",
    "„": '“”‟"',
    "‟": "”",
    '"': '"”',
    "``": ("''", '"'),
    "«": "»",
    "»": "«»",
    "‹": "›",
    "「": "」",
    "『": "』",
}
_MARK = r"``|''|[“”„‟\"«»‹›「」『』]"
_ESCAPE = " \n\t\\"  # pandoc writes \\"
_ALWAYS_OPENING = frozenset("“„«‹「『") | {"``"}
_BEFORE_OPENING = " ([{—–―-/:;,“„‟\"«‹‘‚'"
# An answer to the question before is not the questioner's.
ANSWER = r"(?:Yes|No|Aye|Nay|Never|Certainly|Of course)\b"
# A quotation whose closing mark is the wrong one.
_WRONG_CLOSER = r"[.,!?…]([’'])(?=[ )]|$)"


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


@dataclass(frozen=True, slots=True)
class Pair:
    """What stands between two marks, with them and without."""

    outer: Span
    inner: Span


@dataclass(frozen=True, slots=True)
class _Scan:
    """The marks of a paragraph: its pairs in order, none nested, and what has no partner.

    ``opened`` is the first opening mark that nothing closes; ``closer`` the first closing mark,
    if it stands before everything else.
    """

    span: Span
    pairs: tuple[Pair, ...]
    opened: Span | None
    closer: Span | None


def marked(article: Article) -> tuple[Quoted, ...]:
    """What stands between quotation marks outside block quotations, in order, none nested."""
    text, view = article.text, article.view
    scans = [_scan(article, p.span) for p in article.paragraphs if not p.quoted]
    opening = pattern(SINGLE_OPENING)
    openings = sum(len(opening.findall(view, s.span.start, s.span.end)) for s in scans)
    prefers_single = openings > sum(len(s.pairs) + (s.opened is not None) for s in scans)
    scans = [_with_singles(article, scan, prefers_single) for scan in scans]
    found: list[Quoted] = []
    done = 0  # a quotation over several paragraphs has been read up to here
    for i, scan in enumerate(scans):
        for quoted in _of_paragraph(text, view, scans, i):
            if quoted.outer.start >= done and quoted.parts:
                found.append(quoted)
                done = quoted.outer.end
        done = max(done, scan.span.start)
    return tuple(found)


def _scan(article: Article, span: Span) -> _Scan:
    """The double marks of a paragraph."""
    stack: list[re.Match[str]] = []
    pairs: list[Pair] = []
    closer: Span | None = None
    for mark in pattern(_MARK).finditer(article.view, span.start, span.end):
        partner = _partner(article, span, stack, mark)
        if partner is not None:
            opening = stack[partner]
            del stack[partner:]
            pairs.append(Pair(Span(opening.start(), mark.end()), Span(opening.end(), mark.start())))
        elif _can_open(article, span, mark):
            stack.append(mark)
        elif not pairs and not stack and closer is None:
            closer = Span(*mark.span())
    opened = Span(*stack[0].span()) if stack else None
    return _Scan(span, tuple(_outermost(pairs)), opened, closer)


def _partner(
    article: Article, span: Span, stack: Sequence[re.Match[str]], mark: re.Match[str]
) -> int | None:
    """Where in the stack the mark stands that this one closes; None where it closes none.

    Only the last few are looked at; what is open below them stays so.
    """
    if _can_close(article, span, mark):
        for i in range(len(stack) - 1, max(-1, len(stack) - 4), -1):
            if mark[0] in _CLOSERS[stack[i][0]]:
                return i
    return None


def _can_open(article: Article, span: Span, mark: re.Match[str]) -> bool:
    before = beside(article, span, mark.start() - 1, -1)
    after = beside(article, span, mark.end(), 1) if mark.end() < span.end else ""
    if mark[0] in _ALWAYS_OPENING:
        return after != ""
    if mark[0] == '"' and before == after == " ":
        return True  # set with spaces on both sides
    return mark[0] in _CLOSERS and before in _BEFORE_OPENING and after not in ("", " ")


def _can_close(article: Article, span: Span, mark: re.Match[str]) -> bool:
    before = beside(article, span, mark.start() - 1, -1)
    after = beside(article, span, mark.end(), 1)
    if mark[0] == "»":
        return not (before == " " and after.isalnum())
    if mark[0] == '"' and before == after == " ":
        return True
    return before != " " and not after.isalpha()


def _outermost(pairs: Sequence[Pair]) -> Iterator[Pair]:
    end = 0
    for pair in sorted(pairs, key=lambda pair: (pair.outer.start, -pair.outer.end)):
        if pair.outer.start >= end:
            yield pair
            end = pair.outer.end


def _with_singles(article: Article, scan: _Scan, preferred: bool) -> _Scan:
    """The scan with the single marks that are quotation marks.

    Where a text prefers single marks, double ones may stand within them; elsewhere single ones
    count only outside double ones.
    """
    doubles = [pair.outer for pair in scan.pairs]
    pairs, opened = single_pairs(article, scan.span, doubles, preferred)
    both = [*scan.pairs, *(Pair(Span(s, e), Span(s + 1, e - 1)) for s, e in pairs)]
    if preferred and scan.opened is None and opened is not None:
        scan = replace(scan, opened=Span(opened, opened + 1))
    if scan.opened is not None and not preferred:
        # What a double mark opens and nothing closes has no single quotation of its own.
        start = scan.opened.start
        both = [p for p in both if p in scan.pairs or p.outer.start < start]
    return replace(scan, pairs=tuple(_outermost(both)))


def _of_paragraph(text: str, view: str, scans: Sequence[_Scan], index: int) -> Iterator[Quoted]:
    """The quotations that begin in a paragraph."""
    scan = scans[index]
    opened = scan.opened
    if opened is None:
        yield from (_quoted(text, [pair]) for pair in scan.pairs)
        return
    yield from (_quoted(text, [pair]) for pair in scan.pairs if pair.outer.start < opened.start)
    later = [pair for pair in scan.pairs if pair.outer.start > opened.start]
    end = scan.span.end
    wrong = None if later else pattern(_WRONG_CLOSER).search(view, opened.end, end)
    ends_wrongly = wrong is not None and wrong.end() == end and "‘" not in view[opened.end : end]
    if not ends_wrongly and (not later or opened.start == scan.span.start):
        pieces = list(_continued(view, scans, index, opened))
        if len(pieces) > 1:
            yield _quoted(text, pieces)
            return
    if later:
        yield from (_quoted(text, [pair]) for pair in later)
        return
    if wrong is not None:
        yield _quoted(
            view, [Pair(Span(opened.start, wrong.end()), Span(opened.end, wrong.start(1)))]
        )
    elif view[opened.start] not in "'‘‚`":
        yield _quoted(text, [Pair(Span(opened.start, end), Span(opened.end, end))])


def _continued(view: str, scans: Sequence[_Scan], index: int, opened: Span) -> Iterator[Pair]:
    """The pieces, one a paragraph, of a quotation that its first paragraph leaves open."""
    mark = view[opened.start : opened.end]
    end = scans[index].span.end
    yield Pair(Span(opened.start, end), Span(opened.end, end))
    waiting: list[Pair] = []
    for scan in scans[index + 1 : index + 1 + _LONGEST_QUOTATION]:
        end_before, start, end = end, scan.span.start, scan.span.end
        if view.startswith(mark, start):
            answers = view[end_before - 1] == "?" and pattern(ANSWER).match(view, start + len(mark))
            if waiting or answers:
                return
            if scan.opened is None or scan.opened.start != start:
                yield from (pair for pair in scan.pairs[:1] if pair.outer.start == start)
                return
            yield Pair(scan.span, Span(scan.opened.end, end))
        elif scan.closer is not None and view[scan.closer.start] in _CLOSERS.get(mark, ""):
            yield from waiting
            yield Pair(Span(start, scan.closer.end), Span(start, scan.closer.start))
            return
        elif scan.pairs or scan.opened is not None or scan.closer is not None:
            return
        else:
            waiting.append(Pair(scan.span, scan.span))


def _quoted(text: str, pieces: Sequence[Pair]) -> Quoted:
    """A quotation from its pieces, each part without the spaces around it."""
    parts = tuple(part for piece in pieces if (part := trimmed(text, piece.inner)) is not None)
    return Quoted(Span(pieces[0].outer.start, pieces[-1].outer.end), parts, Form.MARKS)


def trimmed(text: str, span: Span) -> Span | None:
    """A span without the spaces around it; None where it holds no word."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - len(words) + len(words.rstrip(_ESCAPE))
    if not any(c.isalnum() for c in words):
        return None
    return Span(start, end)
