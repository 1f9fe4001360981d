"""Tell running text from what stands around it: copies, headings, captions, notices, references.

What is recognised is given a reason and set aside; whatever is doubtful stays running text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import dropwhile, takewhile

from flashgen.article import AsideKind
from flashgen.reading.markup import LineForm
from flashgen.reading.paragraphs import SENTENCE_END, Block
from flashgen.tables import table, words

Words = tuple[str, ...]

_HEADING_WORDS, _CREDIT_WORDS, _CAPTION_WORDS, _NOTICE_WORDS = 12, 25, 40, 60
# A pull quote stands near the paragraph that it is taken from, and is at most half as long.
_PULL_QUOTE_REACH = 6
_PULL_QUOTE_WORDS = 60
_SMALL_WORD = 4  # letters; longer ones have a capital in a title
# The share of its runs of words that a pull quote or a copy has from its source.
_VERBATIM, _REWORDED, _COPIED = 0.6, 0.7, 0.85

# A heading begins like one: a capital, a figure, or a quotation mark; and it does not break off.
# A quotation with its author's name below is none, nor is a row of a table.
_CREDITED = r"(?!.*[.!?…][”\"’'] ?(?:—|–|--) ?[A-Z])(?!.*\w ?\|)"
_HEADING = re.compile(_CREDITED + r"[A-Z0-9À-ÖØ-Þ\u0370-\u04FF“‘\"'#].*[^,;—–\s-]\Z", re.DOTALL)
_CREDIT = re.compile(
    r"(?:©|\(c\)|copyright (?:©|\(c\)|\d{4}|by\b)|(?:photo(?:graph)?|image|picture|illustration|"
    r"graphic|credit|photo credit|source|artwork)s?(?: (?:by|from|of|courtesy)\b[^.!?:]{0,40})?:)",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\[(?:illustration|image|photo|map|picture)\b|"
    r"(?:fig(?:ure)?|plate|map|table|photo|image|chart)\.? ?(?:\d{1,3}|[ivxl]{1,6})[a-z]?[.:] ",
    re.IGNORECASE,
)
_SOURCE_AT_END = re.compile(
    r"[(\[](?:photo|image|picture|credit|source|courtesy|illustration|map)\b[^()\[\]]{0,100}[)\]]\.?$",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"(?:\[\d{1,3}\]|[\^↑]|\[(?:foot)?note\b)", re.IGNORECASE)
_LIKE_A_REFERENCE = re.compile(
    r"(?:https?://|\bISBN\b|\bdoi\b|\bpp?\. ?\d|\bvol\. ?\d|\(\d{4}\)|, \d{4}\.$|\bRetrieved\b|"
    r"\bUniversity Press\b|\bOCLC\b|\bed\. by\b|\bibid\b)",
    re.IGNORECASE,
)
_CONTENTS_LINE = re.compile(r"(?:\.{4,}|(?: \.){4,}|…{2,})\s*\d{1,4}$")
_OPINION = re.compile(r"\b(?:views?|opinions?)\b", re.IGNORECASE)
_ORIGIN = re.compile(
    r"^this (?:article|essay|piece|post|story) (?:was |has been )?(?:\w+ )?"
    r"(?:appeared|published|adapted|excerpted|reprinted)\b",
    re.IGNORECASE,
)
_BOOK_START = re.compile(r"\*{2,3} ?START OF (?:THE|THIS) PROJECT GUTENBERG", re.IGNORECASE)
_BOOK_END = re.compile(r"\*{2,3} ?END OF (?:THE|THIS) PROJECT GUTENBERG", re.IGNORECASE)
_DAY = (
    r"(?:\w{3,9}day,? )?(?:\d{1,2}(?:st|nd|rd|th)? )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? "
    r"\d{1,4}(?:st|nd|rd|th)?(?:, \d{4})?"
)
_DATELINE = re.compile(
    rf"(?:(?:published|updated|posted|last updated|first published)\b.*\d|{_DAY}\W*$)",
    re.IGNORECASE,
)
# When a page was put up or looked at, and nothing else: no sentence, though it may end in a stop.
_STAMP = re.compile(
    r"(?:(?:(?:first|last) )?(?:published|updated|posted|modified|edited|retrieved|accessed|"
    r"archived(?: from the original)?)(?: by [^.,;:]{1,40}?)??:?(?: on)? "
    rf"(?:{_DAY}|\d{{4}}-\d\d-\d\d)(?:,?(?: at)? \d\d?[:.]\d\d(?: ?[ap]\.?m\.?)?)?"
    r"(?: by [^.,;:|]{1,40})?(?: [|·•] .{1,60})?[. ]*)+$",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:by|text by|words by|written by|posted by|author:)\s", re.IGNORECASE)


def judge_blocks(text: str, view: str, blocks: list[Block]) -> None:
    """Give each block that is not running text its reason."""
    lines = {block.number: _line(view, block) for block in blocks}
    for block in blocks:
        block.reason = _by_form(block, lines[block.number], text[block.span.start : block.span.end])
    _around_a_book(text, blocks)
    _copies(blocks)
    _bylines(blocks, lines)
    _apparatus(blocks, lines)
    _contents(blocks)
    _pull_quotes(blocks)


def _line(view: str, block: Block) -> str:
    return " ".join(view[block.span.start : block.span.end].split())


def _by_form(block: Block, line: str, raw: str) -> AsideKind | None:
    """What a block is by its looks alone, whatever stands around it."""
    match block.form:
        case LineForm.HEADING:
            return AsideKind.HEADING
        case LineForm.MATTER:
            return AsideKind.FRONT_MATTER
        case LineForm.NOTE:
            return AsideKind.REFERENCE
    length = len(block.words)
    ends = SENTENCE_END.search(line) is not None
    if line.lower().strip(" :") in words("pages", "apparatus", "contents"):
        return AsideKind.HEADING
    if _REFERENCE.match(raw) and (length <= _NOTICE_WORDS or _LIKE_A_REFERENCE.search(line)):
        return AsideKind.REFERENCE
    if length <= _CREDIT_WORDS and _CREDIT.match(line):
        return AsideKind.CREDIT
    if (length <= _CAPTION_WORDS and _has_source(line)) or (
        length <= _NOTICE_WORDS and _CAPTION.match(line)
    ):
        return AsideKind.CAPTION
    if length <= _NOTICE_WORDS and _is_disclaimer(line):
        return AsideKind.DISCLAIMER
    if length <= _NOTICE_WORDS and _is_notice(line, length):
        return AsideKind.NOTICE
    named = length < _HEADING_WORDS and _BYLINE.match(line) and not ends
    if named or (length <= _CREDIT_WORDS and _STAMP.match(line)):
        return AsideKind.BYLINE
    if _CONTENTS_LINE.search(line[-80:]) or (
        block.linked and not ends and length <= _HEADING_WORDS
    ):
        return AsideKind.CONTENTS
    heads = block.form is LineForm.TEXT and length <= _HEADING_WORDS and not block.quoted
    heads = heads and (not ends or _is_a_titles_question(line))
    return AsideKind.HEADING if heads and _HEADING.match(line) else None


def _is_a_titles_question(line: str) -> bool:
    """Whether a line is a question with the capitals of a title: "Who Killed the Old Duke?"."""
    told = [word for word in line.split() if len(word) > _SMALL_WORD]
    return line.endswith("?") and len(told) > 1 and all(word[0].isupper() for word in told)


def _has_source(line: str) -> bool:
    """Whether a caption ends by naming where the picture is from."""
    if _SOURCE_AT_END.search(line):
        return True
    start = line.lower().rstrip(" .)]")
    return any(
        start.endswith(source) and start[: -len(source)].rstrip()[-1:] in ("/", "©", "|", "(", ":")
        for source in words("pages", "picture_sources")
    )


def _is_notice(line: str, length: int) -> bool:
    """Whether a paragraph is the page's own: a button, a link, a notice."""
    small = line.lower().replace("’", "'")
    return _phrases("furniture_holds").search(small) is not None or (
        length <= _CAPTION_WORDS and _phrases("furniture_begins").match(small) is not None
    )


def _is_disclaimer(line: str) -> bool:
    """Whether a paragraph says whose the text is, or whose opinion."""
    small = line.lower().replace("’", "'")
    return (
        _ORIGIN.match(line) is not None
        or "all rights reserved" in small
        or (_OPINION.search(line) is not None and _phrases("disclaimers").search(small) is not None)
    )


@cache
def _phrases(group: str) -> re.Pattern[str]:
    """Any of the phrases of a table, as whole words."""
    phrases = sorted(table("pages")[group], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?:(?<=\W)|(?!\w))")


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
            if _DATELINE.match(line) or (block.number and _is_name(line)):
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
            below = len(block.words) <= _NOTICE_WORDS and (
                block.form is LineForm.ITEM or _LIKE_A_REFERENCE.search(line) is not None
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
