"""Words in Markdown: none of them is taken for markup, and the signs of notes become its own."""

from __future__ import annotations

import re

# How the signs of notes come through a reader that knows nothing of them.
REFERS, DEFINES, ENDS = "⟬", "⟭", "⦘"

_SIGNS = re.compile(
    r"[\\`*\[|]|_(?![^\W_])|(?<![^\W_])_|<(?=[a-zA-Z/!?])|&(?=#?\w{1,32};)|\{(?=\{)"
)
_AT_START = re.compile(r"([-+>#=~•‣▪◦·])(?=\s|=)|(#+)(?=\s)|(\(?\d{1,3})([.)])(?=\s)")
_NOTE = re.compile(f"([{REFERS}{DEFINES}])([^{ENDS}]{{1,40}}){ENDS}")


def escape(words: str) -> str:
    """The words on one line such that Markdown sees no markup in them."""
    words = _SIGNS.sub(r"\\\g<0>", " ".join(words.split()))
    return _AT_START.sub(_escaped_start, words, count=1) if _AT_START.match(words) else words


def _escaped_start(match: re.Match[str]) -> str:
    if match[3]:
        return f"{match[3]}\\{match[4]}"
    return f"\\{match[0]}" if match[0].isascii() else match[0]


def heading_of(text: str) -> str:
    """The words of the heading that a text begins with; "" where it begins otherwise."""
    first = text.partition("\n")[0]
    return first.lstrip("# ") if first.startswith("#") else ""


def as_notes(text: str) -> str:
    """The text with the signs of notes as Markdown has them."""
    return _NOTE.sub(_as_note, text)


def _as_note(match: re.Match[str]) -> str:
    name = re.sub(r"[^\w.-]", "", match[2]) or "note"
    return f"[^{name}]" if match[1] == REFERS else f"[^{name}]: "
