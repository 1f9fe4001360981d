"""The kinds of files that Anki shows and plays on every system, known by how they begin."""

from __future__ import annotations

import re
from collections.abc import Mapping

from flashgen.media.svg import mistake_in

PICTURES: Mapping[str, bytes] = {
    "png": rb"\x89PNG\r\n\x1a\n",
    "jpg": rb"\xff\xd8\xff",
    "webp": rb"RIFF.{4}WEBP",
    "gif": rb"GIF8[79]a",
    "svg": rb"\s*(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE svg|svg)[\s>]?",
    "avif": rb".{4}ftyp.{0,60}?avi[fs]",
}
SOUNDS: Mapping[str, bytes] = {
    "mp3": rb"ID3|\xff[\xe2\xe3\xf2\xf3\xfa\xfb]",
    "opus": rb"OggS.{24}OpusHead",
    "ogg": rb"OggS",
    "m4a": rb".{4}ftyp(?:M4[AB] |mp4[12]|isom|iso[2-6])",
    "flac": rb"fLaC",
    "wav": rb"RIFF.{4}WAVE",
}
_OTHER_NAMES = {"jpeg": "jpg"}


def ending_of(name: str) -> str:
    """The kind that a file's name says: "jpg" of "Reed.JPEG"; "" without any."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    return _OTHER_NAMES.get(ending, ending)


def mistake(name: str, content: bytes, kinds: Mapping[str, bytes]) -> str:
    """Why a file is none of these kinds, with what to do, for a person; "" if it is one."""
    ending = ending_of(name)
    what = "picture" if kinds is PICTURES else "sound"
    if ending not in kinds:
        return f"is no {what} that Anki knows everywhere; save it as {', '.join(kinds)}"
    if not content:
        return "is empty; save it again"
    if not _begins(content, kinds[ending]):
        found = next((kind for kind, begin in kinds.items() if _begins(content, begin)), "")
        mend = f"it is {found}: name it so" if found else f"save it as one, or as another {what}"
        return f"is no {ending}, whatever its name says; {mend}"
    return mistake_in(content) if ending == "svg" else ""


def _begins(content: bytes, pattern: bytes) -> bool:
    return re.match(pattern, content, re.DOTALL) is not None
