"""What may be printed: foreign text that breaks no line, steers no terminal, and runs forward.

And whether there is anything to see of it.
"""

from __future__ import annotations

import re
import unicodedata

# Controls, line and paragraph separators, halves of characters, and what turns the direction of
# the text behind it (Unicode Standard Annex 9): marks of direction alone turn nothing.
STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
# Without ink, though Unicode has them as letters and symbols: Hangul's fillers, Braille's blank.
_BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800")
_LONGEST = 1500
_LONG = re.compile(r"\S{300,}")
_ENDS = "'\"),.:;"  # what may belong to the sentence around a long word


def printable(text: str) -> str:
    """The text on one line, with U+FFFD for each character that would steer a terminal."""
    return STEERING.sub("\N{REPLACEMENT CHARACTER}", text)


def visible(text: str) -> bool:
    """Whether a text has anything to see: more than spaces, signs of no width, marks of nothing."""
    seen = (letter for letter in text if unicodedata.category(letter)[0] not in "CMZ")
    return any(letter not in _BLANK for letter in seen)


def shortened(text: str) -> str:
    """The text with a "…" for what a person would not read.

    That is the rest of a word of 300 letters, and the middle of what then has 1,500: where it is
    stands first, and what to do last.
    """
    text = _LONG.sub(lambda word: f"{word[0][:100]}…{word[0][len(word[0].rstrip(_ENDS)) :]}", text)
    return text if len(text) <= _LONGEST else f"{text[:900]} … {text[-500:]}"


def without(secret: str, text: str) -> str:
    """The text with a "…" for a secret, in whatever case, and however each letter is written."""
    if not secret:
        return text
    return re.sub("".join(map(_written, secret)), "…", text, flags=re.IGNORECASE)


def _written(letter: str) -> str:
    """A pattern for a letter as it is, in an address, in HTML and in JSON."""
    ways = {letter, "+"} if letter == " " else {letter}
    for sign in letter.lower() + letter.upper():
        number, data = ord(sign), sign.encode("utf-8", "surrogatepass")
        ways |= {f"&#{number};", f"&#x{number:x};", f"\\u{number:04x}"}
        ways.add("".join(f"%{byte:02x}" for byte in data))
    return f"(?:{'|'.join(map(re.escape, sorted(ways)))})"


def json_text(data: object) -> str:
    """JSON for people and programs: letters as they are, what would steer a terminal escaped."""
    import json  # noqa: PLC0415 - a help text needs none

    text = json.dumps(data, ensure_ascii=False, indent=2)
    return "\n".join(
        STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", line) for line in text.split("\n")
    )
