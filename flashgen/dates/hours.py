"""Times of day in words: from when to when each may be."""

from __future__ import annotations

import re

# An hour: its figures, its minutes if told, and "a" or "p".
CLOCK = re.compile(r"\b(\d{1,2})(?:[:.](\d\d))?\s*([ap])\.?m\b", re.IGNORECASE)
DAY = 24 * 60

Minutes = tuple[int, int]

# By how many minutes it may be earlier or later than the hour that is named.
_ABOUT: dict[str, Minutes] = {
    "": (0, 0), "about": (30, 30), "around": (30, 30), "towards": (60, 0), "nearly": (60, 0),
    "shortly before": (60, 0), "just before": (60, 0), "soon after": (0, 60),
    "shortly after": (0, 60), "just after": (0, 60),
}  # fmt: skip
_AT = re.compile(
    rf"(?:at )?(?:({'|'.join(filter(None, _ABOUT))}) )?"
    r"(?:(\d{1,2})(?:[:.](\d\d))? ?([ap])\.?m\.?|(\d{1,2})[:.](\d\d))"
)
# The hours of a part of the day, from and to: as early and as late as anybody says so.
_PARTS: dict[str, tuple[Minutes, ...]] = {
    "early hours": ((0, 6),), "small hours": ((0, 6),), "dawn": ((2, 10),), "daybreak": ((2, 10),),
    "sunrise": ((2, 10),), "morning": ((0, 12),), "noon": ((11, 13),), "midday": ((11, 14),),
    "afternoon": ((12, 19),), "dusk": ((14, 24),), "sunset": ((14, 24),), "evening": ((16, 24),),
    "night": ((0, 6), (18, 24)), "midnight": ((0, 1), (23, 24)),
}  # fmt: skip
_PART = re.compile(rf"\b({'|'.join(_PARTS)})\b")
# What leaves one end of the time open, or tells of another day.
_OPEN = re.compile(r"\b(?:after|before|since|until|till|by|from|not|between|past|next|previous)\b")


def hours_of(time: str) -> tuple[Minutes, ...]:
    """When a time of day may be, as minutes of its day, the end left out; () where nothing tells.

    "10 am" is a minute, "in the morning" all that may be called so; a night is two times, since
    its day says nothing of the side of midnight.
    """
    told = time.lower().strip()
    if at := _AT.fullmatch(told):
        how, hour, minutes, half, hour_of_24, minutes_of_24 = at.groups()
        if half and 1 <= int(hour) <= 12:
            minute = (int(hour) % 12 + 12 * (half == "p")) * 60 + int(minutes or 0)
        elif hour_of_24 and int(hour_of_24) < 24:
            minute = int(hour_of_24) * 60 + int(minutes_of_24)
        else:
            return ()
        earlier, later = _ABOUT[how or ""]
        return ((max(0, minute - earlier), min(DAY, minute + later + 1)),)
    part = _PART.search(told)
    if part is None or _OPEN.search(told):
        return ()
    return tuple((begin * 60, end * 60) for begin, end in _PARTS[part[1]])
