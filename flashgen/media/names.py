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
# Anki changes names that are longer, in bytes, than 120, or that some system or Anki cannot have.
_LONGEST_KEPT = 120
_KEPT = re.compile(r"[^\[\]<>:\"/?*^\\|\x00-\x1f\x7f\ud800-\udfff]*(?<![. ])")


def name_in_anki(stem: str, ending: str, content: bytes) -> str:
    """A name that Anki keeps as it is, and that is this content's alone: "seal-1f2e3d4c….png"."""
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    plain = _UNFIT.sub("-", plain)[:_LONGEST]
    return f"{plain}-{digest_of(content)}.{ending}"


def digest_of(content: bytes) -> str:
    """What tells one content from any other: 16 figures of base 16."""
    return hashlib.sha256(content).hexdigest()[:16]


def is_kept(name: str) -> bool:
    """Whether Anki keeps that name as it is, in an import and in its check of media.

    That is so of capitals and of letters beyond ASCII, too, if they are composed (NFC).
    """
    normal = unicodedata.normalize("NFC", name) == name
    return bool(_KEPT.fullmatch(name)) and normal and len(name.encode()) <= _LONGEST_KEPT
