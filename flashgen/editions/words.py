"""The text that a person reads in a field, and what changed in it, word by word."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from typing import Literal, NamedTuple

from flashgen.note_types.shown import IMAGE, source_of

# What is never closed goes on to the end, as in a browser; and it is looked for once.
_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(style|script)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
_BREAK = re.compile(
    r"</?(?:blockquote|br|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|table|td|th|tr|ul)\b[^>]*(?:>|\Z)",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-z][^>]*(?:>|\Z)", re.IGNORECASE)
# Where texts have so many words, only their beginning and end are compared word by word.
_MANY_WORDS = 5_000

_Kind = Literal["kept", "removed", "added"]


class Words(NamedTuple):
    """A stretch of words that both texts have, or only the old one, or only the new one."""

    kind: _Kind
    text: str


def text_of(field: str) -> str:
    """The text that a person reads in a field (HTML), on one line; a picture is "[its file]"."""
    seen = IMAGE.sub(_named, _UNSEEN.sub("", field))
    plain = html.unescape(_TAG.sub("", _BREAK.sub(" ", seen)))
    return " ".join(unicodedata.normalize("NFC", plain).split())


def _named(image: re.Match[str]) -> str:
    source = source_of(image)
    return f" [{source}] " if source else image[0]


def word_changes(old: str, new: str) -> tuple[Words, ...]:
    """How the text of one field (HTML) became that of another; words removed before words added.

    Where both read the same, their HTML is compared. The kept and removed words, a space between
    them, are the old text; the kept and added ones the new.
    """
    before, after = text_of(old).split(), text_of(new).split()
    if before == after:
        before, after = (unicodedata.normalize("NFC", field).split() for field in (old, new))
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    gone, come = before[start : len(before) - end], after[start : len(after) - end]
    steps: Sequence[tuple[str, int, int, int, int]] = [("replace", 0, len(gone), 0, len(come))]
    if len(gone) + len(come) <= _MANY_WORDS:
        steps = SequenceMatcher(None, gone, come).get_opcodes()
    stretches: list[tuple[_Kind, list[str]]] = [("kept", before[:start])]
    for step, *ends in steps:
        less, more = gone[slice(*ends[:2])], come[slice(*ends[2:])]
        stretches += [("kept", less)] if step == "equal" else [("removed", less), ("added", more)]
    stretches.append(("kept", before[len(before) - end :]))
    return tuple(Words(kind, " ".join(words)) for kind, words in stretches if words)


def _common(words: Sequence[str], others: Sequence[str]) -> int:
    """With how many same words both begin."""
    pairs = zip(words, others, strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
