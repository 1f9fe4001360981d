"""What a paragraph is by its looks alone: a heading, a credit, a notice."""

from __future__ import annotations

import re
from functools import cache

from flashgen.article import AsideKind
from flashgen.reading.markup import LineForm
from flashgen.reading.paragraphs import SENTENCE_END, Block
from flashgen.tables import table, words

_HEADING_WORDS, _CREDIT_WORDS, _CAPTION_WORDS, NOTICE_WORDS = 12, 25, 40, 60
_SMALL_WORD = 4  # letters; longer ones have a capital in a title

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
LIKE_A_REFERENCE = re.compile(
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
_DAY = (
    r"(?:\w{3,9}day,? )?(?:\d{1,2}(?:st|nd|rd|th)? )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? "
    r"\d{1,4}(?:st|nd|rd|th)?(?:, \d{4})?"
)
DATELINE = re.compile(
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


def by_looks(block: Block, line: str, raw: str) -> AsideKind | None:
    """What a block is, None if it may be running text; ``line`` is its text in one line."""
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
    if _REFERENCE.match(raw) and (length <= NOTICE_WORDS or LIKE_A_REFERENCE.search(line)):
        return AsideKind.REFERENCE
    if length <= _CREDIT_WORDS and _CREDIT.match(line):
        return AsideKind.CREDIT
    if (length <= _CAPTION_WORDS and _has_source(line)) or (
        length <= NOTICE_WORDS and _CAPTION.match(line)
    ):
        return AsideKind.CAPTION
    if length <= NOTICE_WORDS and _is_disclaimer(line):
        return AsideKind.DISCLAIMER
    if length <= NOTICE_WORDS and _is_notice(line, length):
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
