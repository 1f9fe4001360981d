"""What a quotation mark can be where it stands: an opening one, a closing one, an apostrophe.

An apostrophe opens "’tis" and "’90s", closes "soldiers’" and "goin’", and stands inside "don’t";
the same signs are the quotation marks of most British books. How sure it is that one closes a
quotation is weighed by the word before it and what comes behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from flashgen.article import Article, Span
from flashgen.english.lexicon import look_up
from flashgen.english.tags import DETERMINER, VERB
from flashgen.tables import words

# Each pattern has a set at its front, by which the engine passes over all other letters.
_MARK = (
    r"(?=[“”„‟\"«»‹›「」『』‘’'`‚‛])"
    r"(?:``|''|[“”„‟\"«»‹›「」『』]|(?<!['`])[‘’'`‚‛](?!['`]))"
)
CLOSERS = {
    "“": '”‟"“',  # “so“, a misprint that is common
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
    "‘": "’'",
    "'": "'’",
    "`": "'’",
    "‚": "‘’",
    "‛": "’",
}
_SINGLE = frozenset("‘’'`‚‛")
# Marks as they begin speech: before a capital.
_SINGLE_OPENING, _DOUBLE_OPENING = (
    rf"(?=[{first}])(?:(?<=[ (\[—–-])|(?<![^ ])){sign}(?=[A-ZÀ-Þ])"
    for first, sign in (("‘'`‚", "[‘'`‚]"), ('“„«"`', '(?:[“„«"]|``)'))
)
_ALWAYS_OPENING = frozenset("“„«‹「『") | {"``"}
_BEFORE_OPENING = " ([{—–―-/“\"„«:;,‟‹‘‚'"
_AFTER_CLOSING = " ,;:!?)]"
_BEFORE_CLOSING = '.,!?…;:)]—–-”"»'
_WORD = r"\w+(?:['’-]\w+)*"
_YEAR = r"\d\ds?\b(?!\d)"
_LONGEST_WORD = 30


class Strength(IntEnum):
    """How sure it is that a mark closes a quotation."""

    NONE = 0
    LIKELY = 1  # "the soldiers’, …", "the soldiers’ and": nobody owns a comma or an "and"
    SURE = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign where it stands, and what it can be there."""

    sign: str
    span: Span
    opens: bool
    closes: Strength

    @property
    def single(self) -> bool:
        """Whether it may also be an apostrophe."""
        return self.sign in _SINGLE


@cache
def pattern(text: str) -> re.Pattern[str]:
    """A regular expression, compiled where it is first used."""
    return re.compile(text)


def prefers_single(view: str) -> bool:
    """Whether speech stands between single marks in a text, and double ones within these."""
    single, double = (
        len(pattern(opening).findall(view)) for opening in (_SINGLE_OPENING, _DOUBLE_OPENING)
    )
    return single > double


def marks_of(article: Article, span: Span) -> Iterator[Mark]:
    """The marks of a paragraph."""
    view = article.view
    for found in pattern(_MARK).finditer(view, span.start, span.end):
        sign, place = found[0], Span(*found.span())
        before = _character(article, span, place.start - 1, -1)
        after = _character(article, span, place.end, 1)
        if sign in _SINGLE:
            opens = _single_opens(view, sign, place, before, after)
            yield Mark(sign, place, opens, _single_closes(view, place, before, after))
        else:
            # Not in "the end.”3".
            begins = after.isalpha() or (before == " " and after.isalnum())
            begins = begins or (sign == "“" and _may_open(before, after))
            closes = Strength.NONE if begins else Strength.SURE
            yield Mark(sign, place, _opens(sign, before, after), closes)


def _character(article: Article, span: Span, i: int, step: int) -> str:
    """The character at an offset, or the next one behind marks of emphasis; " " at the edges."""
    text, view = article.text, article.view
    while span.start <= i < span.end:
        if text[i] != "\\" and (view[i] != " " or text[i].isspace()):
            return view[i]
        i += step
    return " "


def _opens(sign: str, before: str, after: str) -> bool:
    spaced = sign == '"' and before == after == " "
    return sign in _ALWAYS_OPENING or (sign in CLOSERS and (spaced or _may_open(before, after)))


def _may_open(before: str, after: str) -> bool:
    begins = after not in _AFTER_CLOSING and (after != "." or before == " ")  # "…and"
    return before in _BEFORE_OPENING and begins


def _single_opens(view: str, sign: str, place: Span, before: str, after: str) -> bool:
    """Whether no word begins with an apostrophe here: "’tis", "’90s"."""
    if sign == "’" or not _may_open(before, after):
        return False
    word = pattern(_WORD).match(view, place.end)
    clipped = word is not None and word[0].lower() in words("quotations", "clipped")
    return not clipped and not pattern(_YEAR).match(view, place.end)


def _single_closes(view: str, place: Span, before: str, after: str) -> Strength:
    """How surely this is no apostrophe at the end of a word: "the soldiers’ pay"."""
    if before == " " or after.isalnum():
        return Strength.NONE
    if before in _BEFORE_CLOSING or _is_whole(view, place.start):
        return Strength.SURE
    following = pattern(_WORD).match(view, place.end + 1)
    entry = look_up(following[0].lower()) if following and after == " " else None
    owned = entry is not None and not entry.closed and entry.tags[:1] != VERB
    return Strength.NONE if owned else Strength.LIKELY


def _is_whole(view: str, end: int) -> bool:
    """Whether the word that ends here needs no apostrophe: neither "soldiers’" nor "goin’"."""
    last = pattern(r"\W").split(view[max(0, end - _LONGEST_WORD) : end])[-1]
    ends = look_up(last).tags not in ("", DETERMINER)  # "goin’ home an’ away"
    return not last.endswith("s") and (ends or not last.islower())
