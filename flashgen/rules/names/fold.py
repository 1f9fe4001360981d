"""Names without what tells their forms apart: accents, capitals, marks."""

from __future__ import annotations

import unicodedata
from functools import cache

_HYPHENS = dict.fromkeys(map(ord, "‐‑–"), "-")


@cache
def fold(name: str) -> str:
    """A name without accents, in lower case, with plain marks and single spaces.

    Forms of one name that differ in these alone are the same when folded.
    """
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").translate(_HYPHENS))
    letters = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return " ".join(letters.split())
