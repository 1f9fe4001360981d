"""The atoms of dates: months, figures, words that matter beside them, each of one kind.

Only the neighbourhood of something datelike is cut into atoms, so that text without dates costs
almost nothing. A kind is a letter in a string as long as there are atoms: what a date looks like
is then a pattern over that string (see ``grammar``).
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from flashgen.article import Span
from flashgen.english.numbers import (
    DECADES,
    ORDINALS,
    WEEKDAYS,
    month_number,
    number_in_words,
    roman_number,
)
from flashgen.rules.dates import lexicon

# How far around the heart of a date its words may reach.
_BEFORE, _BEHIND = 64, 80

_WORTHS = {name.lower(): index for index, name in enumerate(WEEKDAYS)} | lexicon.SEASONS | DECADES


@dataclass(frozen=True, slots=True)
class Atoms:
    """The atoms of a stretch of text; ``kinds`` has a letter for each, ``present`` is their set."""

    text: str
    kinds: str
    present: frozenset[str]
    starts: array[int]
    ends: array[int]

    def word(self, index: int) -> str:
        """The atom as it stands."""
        return self.text[self.starts[index] : self.ends[index]]

    def number(self, index: int) -> int:
        """What an atom is worth: a day, a year, the number of a month, season or weekday."""
        word = self.word(index)
        if digits := re.search(r"\d+", word.replace(",", "")):
            return int(digits[0])
        name = word.lower()
        worth = month_number(name) or _WORTHS.get(name) or number_in_words(name)
        return worth or roman_number(word) or 0


def stretches(text: str, part: Span) -> Iterator[Atoms]:
    """The atoms around whatever may be the heart of a date."""
    start = end = -1
    for match in lexicon.trigger().finditer(text, part.start, part.end):
        here = match.start() - _BEFORE
        if here > end:
            if end >= 0:
                yield _cut(text, start, end, part)
            start = here
        end = match.end() + _BEHIND
    if end >= 0:
        yield _cut(text, start, end, part)


def _cut(text: str, start: int, end: int, part: Span) -> Atoms:
    """The atoms from one offset to another, each moved outward to a space."""
    start = max(part.start, text.rfind(" ", part.start, max(start, part.start)) + 1)
    end = text.find(" ", end, part.end)
    end = part.end if end < 0 else end
    letters, words, openers = lexicon.kinds(), lexicon.words(), lexicon.openers()
    of_eras = lexicon.openers_of_eras()
    kinds: list[str] = []
    starts, ends = array("q"), array("q")
    last = start
    for match in lexicon.plain().finditer(text, start, end):
        first = match.start()
        if first < last:
            continue  # within an atom of several words
        word = match[0]
        last = match.end()
        lower = word.lower()
        foreign = not lower.isascii() and lower.isalpha()
        if (eras := foreign or lower in of_eras) or lower in openers:
            pattern = lexicon.in_words(eras=eras)
        else:
            pattern = lexicon.in_figures()
        if longer := pattern.match(text, first, part.end):
            last = longer.end()
            kind = longer.lastgroup or "other"
            if kind == "digits":
                after_circa = kinds[-1:] == [letters["circa"]]
                kind = _kind_of_digits(text, first, longer[0], glued=not after_circa)
            elif kind == "number":
                kind = _kind_of_number(longer[0])
        else:
            kind = words.get(word) or words.get(lower) or _kind_of_word(word)
        kinds.append(letters[kind])
        starts.append(first)
        ends.append(last)
    return Atoms(text, "".join(kinds), frozenset(kinds), starts, ends)


def _kind_of_word(word: str) -> str:
    if not word[0].isalpha():
        return lexicon.MARKS.get(word, "other")
    if word[0].isupper() and not (len(word) > 5 and word.endswith("ed")):
        number = roman_number(word) or 0
        return "word_year" if number > 1000 and len(word) > 4 else "roman" if number else "name"
    return "plural" if word.endswith("s") and len(word) > 2 else "x"


def _kind_of_digits(text: str, start: int, digits: str, *, glued: bool) -> str:
    before = text[max(0, start - 4) : start]
    # "U-1406", but not "27 BC-14 AD"
    glued = glued and re.search(r"\w$|(?<!BC)(?<!AD)(?<!CE)(?<=[A-Z])-$", before) is not None
    if glued or not digits.isascii() or not digits.isdecimal():
        return "junk"
    if len(digits) > 3:
        worth = int(digits[:6])
        # Later ones are years of another era only: "2500 BC".
        return (
            "year" if 1000 <= worth < 2100 else "thousands" if 2100 <= worth < 100_000 else "junk"
        )
    return "n3" if len(digits) == 3 else "num"


def _kind_of_number(words: str) -> str:
    if re.split(r"[^a-z]+", words.lower())[-1] in ORDINALS:
        return "word_ordinal"
    number = number_in_words(words.partition("/")[0]) or 0
    return "word_year" if 1000 <= number < 2100 and re.search("[ -]", words) else "word_number"
