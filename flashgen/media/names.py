"""What a file is called in Anki, which keeps all media of all decks in one folder.

Anki never replaces a file that it has, so the name says what is in the file: a changed one arrives
beside the old one.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

_UNFIT = re.compile(r"[^a-z0-9_-]+")
_LONGEST = 60


def name_in_anki(stem: str, ending: str, content: bytes) -> str:
    """A name that Anki keeps as it is, and that is this content's alone: "seal-1f2e3d4c….png"."""
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    plain = _UNFIT.sub("-", plain)[:_LONGEST]
    return f"{plain}-{hashlib.sha256(content).hexdigest()[:16]}.{ending}"
