"""Months, days of the week and numbers, in words and in figures.

Nothing here knows what a number counts: 1917 may be a year or so many sheep.
"""

from __future__ import annotations

import re
from functools import lru_cache

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_UNITS = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_IRREGULAR = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip


def _ordinal(word: str) -> str:
    return _IRREGULAR.get(word) or re.sub("y$", "ie", word) + "th"


# Each word of a number, and what it is worth.
CARDINALS = (
    {word: number for number, word in enumerate([*_UNITS, *_TEENS], start=1)}
    | {word: 10 * number for number, word in enumerate(_TENS, start=2)}
    | {"hundred": 100, "thousand": 1000}
)
ORDINALS = {_ordinal(word): number for word, number in CARDINALS.items()}
# How the nought of a year is said: "nineteen-oh-five".
ZEROS = ("oh", "aught", "ought")
# "The sixties": the decades, by their first year within the century.
DECADES = {word[:-1] + "ies": CARDINALS[word] for word in _TENS}

_MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS, start=1)}
_MONTH_NUMBERS |= {name[:3]: number for name, number in _MONTH_NUMBERS.items()}
# The short forms of today, and those of old letters.
SHORT_MONTHS = (
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec "
    "Janry Jany Febry Feby Mch Ap Apl Augt Septr Sepr Octr Octbr Novr Novbr Decr Decbr"
).split()
_MONTH_NUMBERS |= {"mch": 3, "apl": 4, "ap": 4}
_MONTH_NUMBERS |= {name.lower(): _MONTH_NUMBERS[name[:3].lower()] for name in SHORT_MONTHS}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def month_number(word: str) -> int | None:
    """1 to 12 for a month's name, in full or short: "October", "Oct.", "OCT", "Sept."."""
    return _MONTH_NUMBERS.get(word.rstrip(".").lower())


@lru_cache(maxsize=2**15)  # most words are none, and come again and again
def number_in_words(text: str) -> int | None:
    """What a cardinal or an ordinal is worth, None where the words are no number.

    "Twenty-first" is 21, "one thousand eight hundred and twelve" 1812; years may be told by
    their hundreds: "seventeen hundred", "nineteen seventeen", "nineteen-oh-five".
    """
    total = current = 0
    last = 0  # the word before: it must have had room for the next one
    for word in re.findall(r"[a-z]+", text.lower()):
        worth = CARDINALS.get(word) or ORDINALS.get(word)
        if word == "and" and last >= 100:
            continue
        if word in ZEROS and 10 <= last < 100:
            current, last = current * 100, 100
            continue
        if worth is None:
            return None
        if worth == 1000:
            total, current, last = total + (current or 1) * 1000, 0, 1000
        elif worth == 100:
            current, last = (current or 1) * 100, 100
        elif not last or last >= 100 or (20 <= last < 100 and worth < 10):
            current, last = current + worth, worth
        else:
            current, last = current * 100 + worth, worth
    return total + current or None


def roman_number(text: str) -> int | None:
    """The value of Roman figures, None where the letters are none: XVIII, XIV."""
    total = 0
    worths = [_ROMAN.get(letter, 0) for letter in text]
    for here, following in zip(worths, [*worths[1:], 0], strict=True):
        if not here:
            return None
        total += -here if here < following else here
    return total or None
