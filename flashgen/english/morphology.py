"""The regular forms of English words, taken back to what they may come from.

The spelling rules are those of Quirk et al., A Comprehensive Grammar of the English Language
(1985), 3.5–3.10 and 5.80: a silent e drops, y becomes i, a consonant doubles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SIBILANTS = ("s", "x", "z", "ch", "sh")
# One short syllable: its consonant doubles, so that "hoped" is of "hope", "hopped" of "hop".
_DOUBLING = re.compile(r"(?:[^aeiou]|qu)*[aeiouy][^aeiouwxy]")


def lemmas_of_past(form: str) -> Iterator[str]:
    """What a form in -ed may come from, the likeliest first, whether or not it is a word."""
    if form.endswith("ed"):
        yield from _lemmas_of_stem(form[:-2])
        if form.endswith("ied"):
            yield form[:-3] + "y"


def lemmas_of_ing(form: str) -> Iterator[str]:
    """What a form in -ing may come from."""
    if form.endswith("ing"):
        if form.endswith("ying"):
            yield form[:-4] + "ie"
        yield from _lemmas_of_stem(form[:-3])


def lemmas_of_plural(form: str) -> Iterator[str]:
    """What a form in -s may come from."""
    if form.endswith("s") and not form.endswith("ss"):
        yield form[:-1]
        if form.endswith("ies"):
            yield form[:-3] + "y"
        if form.endswith("es") and form[:-2].endswith((*_SIBILANTS, "o")):
            yield form[:-2]


def _lemmas_of_stem(stem: str) -> Iterator[str]:
    """What may stand before -ed or -ing: "hop" is of "hope", "hopp" of "hop"."""
    if len(stem) < 2:
        return  # "bed", "king"
    if not _DOUBLING.fullmatch(stem):
        yield stem
    yield stem + "e"
    if stem[-2:-1] == stem[-1:]:
        yield stem[:-1]
    if stem.endswith("ck"):
        yield stem[:-1]
