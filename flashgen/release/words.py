"""What changed in a field, word by word, in the text that a person reads."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from typing import Literal, NamedTuple

_UNSEEN = re.compile(r"<!--.*?-->|<(style|script)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_PICTURE = re.compile(r"""<img\b[^>]*?\bsrc\s*=\s*["']?([^"'>]+)["']?[^>]*>""", re.IGNORECASE)
_BREAK = re.compile(
    r"</?(?:blockquote|br|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|table|td|th|tr|ul)\b[^>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-z][^>]*>", re.IGNORECASE)
# Where texts have so many words, only their beginning and end are compared word by word.
_MANY_WORDS = 5_000


class Words(NamedTuple):
    """A stretch of words that both texts have, or only the old one, or only the new one."""

    kind: Literal["kept", "removed", "added"]
    text: str


def text_of(field: str) -> str:
    """The text that a person reads in a field (HTML), on one line; a picture is "[its file]"."""
    seen = _PICTURE.sub(r" [\1] ", _UNSEEN.sub("", field))
    plain = html.unescape(_TAG.sub("", _BREAK.sub(" ", seen)))
    return " ".join(unicodedata.normalize("NFC", plain).split())


def word_changes(old: str, new: str) -> tuple[Words, ...]:
    """How the text of one field (HTML) became that of another; words removed before words added.

    Where both read the same, their HTML is compared. The kept and removed words, a space between
    them, are the old text; the kept and added ones the new.
    """
    before, after = text_of(old).split(), text_of(new).split()
    if before == after:
        before, after = (unicodedata.normalize("NFC", field).split() for field in (old, new))
    same = list(takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    start = len(same)
    rest = zip(reversed(before[start:]), reversed(after[start:]), strict=False)
    end = len(list(takewhile(lambda pair: pair[0] == pair[1], rest)))
    inner_old, inner_new = before[start : len(before) - end], after[start : len(after) - end]
    pieces = [
        *_piece("kept", before[:start]),
        *_inner(inner_old, inner_new),
        *_piece("kept", before[len(before) - end :]),
    ]
    return tuple(pieces)


def _piece(kind: Literal["kept", "removed", "added"], words: Sequence[str]) -> list[Words]:
    return [Words(kind, " ".join(words))] if words else []


def _inner(old: Sequence[str], new: Sequence[str]) -> list[Words]:
    """The changes of two texts that neither begin nor end alike."""
    if len(old) + len(new) > _MANY_WORDS:
        return [*_piece("removed", old), *_piece("added", new)]
    pieces = []
    for operation, old_from, old_to, new_from, new_to in SequenceMatcher(
        None, old, new
    ).get_opcodes():
        if operation == "equal":
            pieces += _piece("kept", old[old_from:old_to])
        else:
            pieces += _piece("removed", old[old_from:old_to])
            pieces += _piece("added", new[new_from:new_to])
    return pieces
