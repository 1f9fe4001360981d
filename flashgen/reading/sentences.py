"""Split a paragraph into sentences.

A full stop ends no sentence after an initial ("J. S. Mill"), after a common abbreviation, or
before a lower-case letter; nothing inside quotation marks or brackets ends one, so that a
quotation of several sentences stays whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from flashgen.article import Span
from flashgen.english.lexicon import abbreviations, look_up

_OPENING = {"“": "”", "«": "»", "„": "“", '"': '"', "(": ")", "[": "]"}
_SHELTER = re.compile(r"[“«„\"(\[]")
# Possessive, and only where a run of stops begins: a million dots cost a million steps.
_STOP = re.compile(r"(?<![.!?…])([.!?…]++)[\"'”’»)\]]*+(?= ++(\S+)|$)")
_LAST_WORD = re.compile(r"[\w.]*\w$")
# Initials without a space ("P.I. Pestel"); these are none.
_INITIALS = re.compile(r"(?!B\.C|A\.D|A\.M|P\.M)[A-Z](?:\.[A-Z])+")
_NUMBERED_NAME = re.compile(r"\b[A-Z][a-zà-ÿ]+ I$")


def split_sentences(view: str, span: Span) -> Iterator[Span]:
    """The sentences of ``view[span.start:span.end]``, trimmed, in order, none empty."""
    paragraph = view[span.start : span.end]
    shelter = _sheltered(paragraph)
    start = 0
    for stop in _STOP.finditer(paragraph):
        if _ends(paragraph, stop, shelter):
            yield from _trimmed(paragraph, start, stop.end(), span.start)
            start = stop.end()
    yield from _trimmed(paragraph, start, len(paragraph), span.start)


def _trimmed(paragraph: str, start: int, end: int, offset: int) -> Iterator[Span]:
    words = paragraph[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if start < end:
        yield Span(offset + start, offset + end)


def _ends(paragraph: str, stop: re.Match[str], shelter: list[tuple[int, int]]) -> bool:
    """Whether a stop ends its sentence."""
    following: str | None = stop[2]
    if following is None:
        return True
    last = stop.end() - 1
    nearest = bisect_left(shelter, (last, 0)) - 1
    if nearest >= 0 and last < shelter[nearest][1] - 1:
        return False
    if following[0].islower():
        return False
    if stop[1] != ".":
        return True
    word = _LAST_WORD.search(paragraph, max(0, stop.start() - 12), stop.start())
    if word is None:
        return True
    if len(word[0]) == 1 and word[0].isupper():
        # "J. S. Mill"; but "He was Nicholas I. He reigned": a numeral is no initial.
        numeral = _NUMBERED_NAME.search(paragraph, max(0, word.end() - 40), word.end())
        return numeral is not None or _opens(following)
    if _INITIALS.fullmatch(word[0]):
        return _opens(following)
    abbreviation = word[0].lower()
    return not (
        abbreviation in abbreviations("name")
        or (abbreviation in abbreviations("number") and following[0].isdigit())
    )


def _opens(word: str) -> bool:
    """Whether a word behind an initial begins a sentence: a function word is no surname."""
    return look_up(word.strip("“‘\"'(,").lower()).closed


def _sheltered(paragraph: str) -> list[tuple[int, int]]:
    """The ranges between quotation marks or brackets that are closed within the paragraph."""
    ranges: list[tuple[int, int]] = []
    never_closed: set[str] = set()
    position = 0
    for match in _SHELTER.finditer(paragraph):
        mark = match[0]
        if match.start() < position or mark in never_closed:
            continue
        end = paragraph.find(_OPENING[mark], match.end())
        if end < 0:
            never_closed.add(mark)
            continue
        # One that is opened again first was never closed, as over two paragraphs.
        start = paragraph.rfind(mark, match.start(), end) if mark == "“" else match.start()
        ranges.append((start, end + 1))
        position = end + 1
    return ranges
