"""What may be printed: foreign text that breaks no line, steers no terminal, and runs forward."""

from __future__ import annotations

import re

# Controls, line and paragraph separators, halves of characters, and what turns the direction of
# the text behind it (Unicode Standard Annex 9): marks of direction alone turn nothing.
STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_LONG = re.compile(r"(\S{100})\S{200,}?((?<=\w)['\"),.:;]*)(?!\S)")


def printable(text: str) -> str:
    """The text on one line, with U+FFFD for each character that would steer a terminal."""
    return STEERING.sub("\N{REPLACEMENT CHARACTER}", text)


def shortened(text: str) -> str:
    """The text with a "…" for what a person would not read: the rest of a word of 300 letters."""
    return _LONG.sub(r"\1…\2", text)


def json_text(data: object) -> str:
    """JSON for people and programs: letters as they are, what would steer a terminal escaped."""
    import json  # noqa: PLC0415 - a help text needs none

    text = json.dumps(data, ensure_ascii=False, indent=2)
    return "\n".join(
        STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", line) for line in text.split("\n")
    )
