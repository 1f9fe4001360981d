"""What a quotation mark can be where it stands: an opening one, a closing one, an apostrophe.

An apostrophe opens "’tis" and "’90s", closes "soldiers’", and stands inside "don’t"; the same
signs are the quotation marks of most British books. How sure it is that one closes a quotation is
weighed by the word before it and what comes behind.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache

from flashgen.english.lexicon import look_up
from flashgen.tables import words
from flashgen.types import Article, Span

MARK = r"``|''|[“”„‟\"«»‹›「」『』]|(?<!['`])[‘’'`‚‛](?!['`])"
CLOSERS = {
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
    "‘": "’'",
    "'": "'’",
    "`": "'’",
    "‚": "‘’",
    "‛": "’",
}
SINGLE = frozenset("‘’'`‚‛")
# Marks as they begin speech: before a capital.
_SINGLE_OPENING, _DOUBLE_OPENING = (
    rf"(?:(?<=[ (\[—–-])|(?<![^ ])){sign}(?=[A-ZÀ-Þ])" for sign in ("[‘'`‚]", '(?:[“„«"]|``)')
)
_ALWAYS_OPENING = frozenset("“„«‹「『") | {"``"}
_BEFORE_OPENING = ' ([{—–―-/“"„«'
_BEFORE_DOUBLE = _BEFORE_OPENING + ":;,‟‹‘‚'"
_BEFORE_CLOSING = '.,!?…;:)]—–-”"»'
_PUNCTUATION = ".,;:!?)]—–…"
_WORD = r"\w+(?:['’-]\w+)*"
_YEAR = r"\d\ds?\b(?!\d)"


class Strength(IntEnum):
    """How sure it is that a mark closes a quotation."""

    NONE = 0
    WEAK = 1  # "the soldiers’ cause"
    LIKELY = 2  # "the soldiers’ and": a function word, which nobody owns
    FAIR = 3  # "the soldiers’, …"
    SURE = 4


@cache
def pattern(text: str) -> re.Pattern[str]:
    """A regular expression, compiled where it is first used."""
    return re.compile(text)


def prefers_single(view: str) -> bool:
    """Whether speech stands between single marks in a text, and double ones within these."""
    single, double = (
        sum(1 for _ in pattern(opening).finditer(view))
        for opening in (_SINGLE_OPENING, _DOUBLE_OPENING)
    )
    return single > double


def beside(article: Article, span: Span, mark: re.Match[str]) -> tuple[str, str]:
    """The characters before and behind a mark."""
    return _character(article, span, mark.start() - 1, -1), _character(article, span, mark.end(), 1)


def _character(article: Article, span: Span, i: int, step: int) -> str:
    """The character at an offset, or the next one behind marks of emphasis; " " at the edges."""
    text, view = article.text, article.view
    while span.start <= i < span.end:
        if text[i] != "\\" and (view[i] != " " or text[i].isspace()):
            return view[i]
        i += step
    return " "


def opens(view: str, mark: re.Match[str], before: str, after: str) -> bool:
    """Whether a mark can open a quotation, by the characters beside it."""
    sign = mark[0]
    if sign not in SINGLE:
        spaced = sign == '"' and before == after == " "
        usual = sign in CLOSERS and before in _BEFORE_DOUBLE and after != " "
        return sign in _ALWAYS_OPENING or spaced or usual
    if sign == "’" or before not in _BEFORE_OPENING or not (after.isalnum() or after in "…[¡¿_’'"):
        return False
    word = pattern(_WORD).match(view, mark.end())
    clipped = word is not None and word[0].lower() in words("quotations", "clipped")
    return not clipped and not pattern(_YEAR).match(view, mark.end())


def closes(view: str, mark: re.Match[str], before: str, after: str) -> Strength:
    """How surely a mark closes a quotation, by the characters beside it."""
    sign = mark[0]
    if sign == '"' and before == after == " ":
        return Strength.SURE
    if sign not in SINGLE:
        apart = before == " " and (sign != "»" or after.isalnum())
        return Strength.NONE if apart or after.isalpha() else Strength.SURE
    if before == " " or after.isalnum():
        return Strength.NONE
    if before in _BEFORE_CLOSING:
        return Strength.SURE
    return _of_apostrophe(view, mark, after)


def _of_apostrophe(view: str, mark: re.Match[str], after: str) -> Strength:
    """How surely a mark behind a letter closes a quotation."""
    word = pattern(r"\w+$").search(view, max(0, mark.start() - 12), mark.start())
    last = word[0].lower() if word else ""
    if last in words("quotations", "clipped_at_the_end"):
        return Strength.NONE
    if not last.endswith("s"):
        clipped = last.endswith("in") and len(last) > 3 and after == " "  # "goin’ home"
        return Strength.WEAK if clipped else Strength.SURE
    if after in _PUNCTUATION:
        return Strength.FAIR
    following = pattern(_WORD).match(view, mark.end() + 1)
    owned = following is None or not look_up(following[0]).closed
    return Strength.WEAK if owned else Strength.LIKELY
