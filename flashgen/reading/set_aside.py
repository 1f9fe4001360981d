"""Tell running text from what stands around it: copies, headings, captions, notices, references.

What is recognised is given a reason and set aside; whatever is doubtful stays running text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import dropwhile, takewhile

from flashgen.article import AsideKind
from flashgen.reading.looks import DATELINE, LIKE_A_REFERENCE, NOTICE_WORDS, by_looks
from flashgen.reading.markup import LineForm
from flashgen.reading.paragraphs import Block
from flashgen.tables import words

Words = tuple[str, ...]

# A pull quote stands near the paragraph that it is taken from, and is at most half as long.
_PULL_QUOTE_REACH = 6
_PULL_QUOTE_WORDS = 60
# The share of its runs of words that a pull quote or a copy has from its source.
_VERBATIM, _REWORDED, _COPIED = 0.6, 0.7, 0.85

_BOOK_START = re.compile(r"\*{2,3} ?START OF (?:THE|THIS) PROJECT GUTENBERG", re.IGNORECASE)
_BOOK_END = re.compile(r"\*{2,3} ?END OF (?:THE|THIS) PROJECT GUTENBERG", re.IGNORECASE)


def judge_blocks(text: str, view: str, blocks: list[Block]) -> None:
    """Give each block that is not running text its reason."""
    lines = {block.number: _line(view, block) for block in blocks}
    for block in blocks:
        block.reason = by_looks(block, lines[block.number], text[block.span.start : block.span.end])
    _around_a_book(text, blocks)
    _copies(blocks)
    _bylines(blocks, lines)
    _apparatus(blocks, lines)
    _contents(blocks)
    _pull_quotes(blocks)


def _line(view: str, block: Block) -> str:
    return " ".join(view[block.span.start : block.span.end].split())


def _around_a_book(text: str, blocks: Iterable[Block]) -> None:
    """Set aside the licence before and behind a book of Project Gutenberg."""
    start, end = _BOOK_START.search(text), _BOOK_END.search(text)
    for block in blocks:
        before = start is not None and block.span.start < start.end()
        behind = end is not None and block.span.end > end.start()
        if before or behind:
            block.reason = AsideKind.DISCLAIMER


def _copies(blocks: Sequence[Block]) -> None:
    """Set aside the second copy of each paragraph, also one that differs in a few words."""
    first: dict[Words, Block] = {}
    holders: dict[Words, Block] = {}
    original: Block | None = None
    for block in blocks:
        sample = [run for run in _runs(block.words) if _is_sampled(run)]
        twin = first.get(block.words) or _nearly(block, sample, holders)
        goes_on = twin and original and twin.number == original.number + 1
        if block.reason is None and twin and (len(block.words) > 3 or goes_on):
            block.reason = AsideKind.REPEATED
        original = twin
        first.setdefault(block.words, block)
        if block.reason is None:
            for run in sample:
                holders.setdefault(run, block)


def _nearly(block: Block, sample: list[Words], holders: dict[Words, Block]) -> Block | None:
    """The earlier paragraph that a long one copies, but for a few words."""
    if len(block.words) < 20:
        return None
    shared = Counter(holders[run].number for run in sample if run in holders)
    for number, _ in shared.most_common(1):
        other = next(o for o in map(holders.get, sample) if o and o.number == number)
        here, there = _runs(block.words), _runs(other.words)
        if len(here & there) >= _COPIED * max(len(here), len(there)):
            return other
    return None


@lru_cache(maxsize=4 * _PULL_QUOTE_REACH)
def _runs(words: Words, length: int = 3) -> frozenset[Words]:
    """The runs of so many words in a row."""
    return frozenset(zip(*(words[i:] for i in range(length)), strict=False))


def _is_sampled(run: Words) -> bool:
    """Whether a run is one of the some that stand for all, whatever paragraph it is in.

    A book has a million runs of words, and a quarter of them finds its copies as well.
    """
    return sum(map(len, run)) % 4 == 0


def _bylines(blocks: Sequence[Block], lines: dict[int, str]) -> None:
    """Tell names and dates from headings above the text; what stands first is no name."""
    for block in takewhile(lambda block: block.reason is not None, blocks):
        if block.reason is AsideKind.HEADING and block.form is LineForm.TEXT:
            line = lines[block.number]
            if DATELINE.match(line) or (block.number and _is_name(line)):
                block.reason = AsideKind.BYLINE


def _is_name(line: str) -> bool:
    parts = line.split()
    particles = words("pages", "particles")
    return (
        2 <= len(parts) <= 4
        and all(part[0].isupper() or part in particles for part in parts)
        and not any(part.isupper() and len(part) > 3 for part in parts)
    )


def _apparatus(blocks: Sequence[Block], lines: dict[int, str]) -> None:
    """Set aside what looks like a reference, below a heading of references."""
    below = False
    for block in blocks:
        line = lines[block.number]
        if block.reason is AsideKind.HEADING and block.form is not LineForm.ITEM:
            listed = line.lower().strip(" :") in words("pages", "apparatus")
            below = listed or (below and block.form is LineForm.TEXT)
        elif below and block.reason is None:
            below = len(block.words) <= NOTICE_WORDS and (
                block.form is LineForm.ITEM or LIKE_A_REFERENCE.search(line) is not None
            )
            if below:
                block.reason = AsideKind.REFERENCE


def _contents(blocks: Sequence[Block]) -> None:
    """Tell lists of the headings from the headings."""
    last = {b.words: b.number for b in blocks if b.reason is AsideKind.HEADING}
    for block in blocks:
        if block.form in (LineForm.ITEM, LineForm.TEXT) and block.reason in (
            None,
            AsideKind.HEADING,
        ):
            numbered = block.words[:1] and block.words[0].isdigit()
            named = tuple(dropwhile(str.isdigit, block.words)) if numbered else block.words
            if last.get(named, 0) > block.number and (numbered or block.form is LineForm.ITEM):
                block.reason = AsideKind.CONTENTS


def _pull_quotes(blocks: Sequence[Block]) -> None:
    """Set aside short paragraphs whose words a longer one near by has as well."""
    running = [block for block in blocks if block.reason is None]
    for index, block in enumerate(running):
        near = running[max(0, index - _PULL_QUOTE_REACH) : index + _PULL_QUOTE_REACH + 1]
        if any(_pulled_from(block, other) for other in near if other is not block):
            block.reason = AsideKind.PULL_QUOTE


def _pulled_from(block: Block, source: Block) -> bool:
    """Whether a block says what a longer one says: most of its runs of words are from there."""
    if not 5 <= len(block.words) <= min(_PULL_QUOTE_WORDS, len(source.words) // 2):
        return False
    if len(block.words) < 8:
        return _runs(block.words) <= _runs(source.words)
    return _shares(block, source, 3) or (
        _shares(block, source, 2)
        and len(set(block.words) & set(source.words)) >= _REWORDED * len(set(block.words))
    )


def _shares(block: Block, source: Block, length: int) -> bool:
    """Whether most of a block's runs of so many words stand in another one as well."""
    runs = _runs(block.words, length)
    return len(runs & _runs(source.words, length)) >= _VERBATIM * len(runs)
