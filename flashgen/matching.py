"""Match foreign text in linear time, where a pattern would try every way to do it."""

from __future__ import annotations

from collections.abc import Sequence

# Of more names than this, only some are compared letter by letter.
_MANY = 200
_LISTED = 5
_TOLD = 100


def fits(text: str, parts: Sequence[str]) -> bool:
    """Whether a text is these parts in a row, with anything between them: "a*b*c"."""
    first, *middle = parts
    if not middle:
        return text == first
    last = middle.pop()
    position, end = len(first), len(text) - len(last)
    if position > end or not (text.startswith(first) and text.endswith(last)):
        return False
    for part in middle:
        position = text.find(part, position, end)
        if position < 0:
            return False
        position += len(part)
    return True


def suggestion(word: str, known: Sequence[str], before: int = 0) -> str:
    """What to do about an unknown name: the nearest known one, or the five that are nearest.

    ``before`` is how many mistakes were told before this one. Behind many of them no letters are
    compared, and the first five are told: else every wrong name would be held against every known
    one, for lines that nobody reads.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake needs it

    near = _some(word, known) if word and before < _TOLD else []
    if best := get_close_matches(word, near, n=1):
        return f"did you mean '{best[0]}'?"
    listed = known[:_LISTED]
    if len(known) > _LISTED:
        listed = get_close_matches(word, near, _LISTED, cutoff=0) or listed
    more = f" and {len(known) - len(listed)} more" if len(known) > len(listed) else ""
    return f"known are {', '.join(listed)}{more}" if known else "none is defined"


def _some(word: str, names: Sequence[str]) -> Sequence[str]:
    """Of very many names, those that begin alike and are about as long."""
    if len(names) <= _MANY:
        return names
    return sorted(names, key=lambda n: (n[:1] != word[:1], abs(len(n) - len(word)), n))[:_MANY]
