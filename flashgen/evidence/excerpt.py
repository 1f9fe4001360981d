"""The words of a passage as a card has room for them."""

from __future__ import annotations

from collections.abc import Iterable

LONGEST = 420  # characters of a passage
_WHOLE, _KEPT = 20, 3  # words of a quotation that is kept, and at each end of one that is cut


def excerpt(text: str, at: int, longest: int = LONGEST) -> str:
    """A text cut to the words around an offset."""
    if len(text) <= longest:
        return text
    start = max(0, at - longest // 3)
    cut = text[start : start + longest]
    if start:
        cut = "… " + cut.split(" ", 1)[-1]
    if start + longest < len(text):
        cut = cut.rsplit(" ", 1)[0] + " …"
    return cut


def without_middles(text: str, parts: Iterable[str]) -> str:
    """A text whose parts are left with their first and last words, if they are long."""
    for part in parts:
        words = part.split()
        if len(words) > _WHOLE:
            text = text.replace(part, " ".join((*words[:_KEPT], "…", *words[-_KEPT:])), 1)
    return text
