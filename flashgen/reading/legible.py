"""What makes text of any origin legible, once, before everything else reads it.

Character references and escapes become the characters that they stand for, as do bytes of
Windows-1252 that were decoded as controls; what cannot be seen goes, hyphens of every kind are "-",
ligatures come apart, words that were divided at the end of a line are whole, templates of dates are
the dates that they show, cells of a table part. It takes one pass; where each character lies in the
file is kept as a few shifts.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from flashgen.article import Shift
from flashgen.english.lexicon import is_word
from flashgen.english.numbers import MONTHS
from flashgen.reading.templates import shown_by

# Controls and marks of direction are not seen either. Joiners have a meaning where letters join:
# not in ours.
_UNSEEN = (
    "\x00-\x08\x0e-\x1b\x1f\x7f\ufffe\uffff"
    "\u00ad\u034f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
)
_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\ufe63\uff0d"), "-")
# Read as HTML's parsing standard reads references to them; U+0085 stays the line break that it is.
_CONTROLS = "\x80-\x84\x86-\x9f"
# Signs that divide words and nothing else; the last one is what editors show for the first.
_SOFT = "\u00ad&¬"
_OURS = r"[\x00-\u058f\u1e00-\u218f\ufb00-\ufb06]"

_FORMS = {
    "reference": r"&(?:\#\d{1,7}|\#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});",
    "escape": r"\\[!-/:-@\[-`{-~]",
    "divided": (
        r"(?<=\w)(?:[-\u2010\u00ad¬]|&shy;|&\#173;)[ \t]{0,4}"
        r"(?P<wrap>(?:\r\n?|\n)(?:[ \t]{0,40}>){0,9}[ \t]{0,40})(?=\w)"
    ),
    "unseen": rf"[{_UNSEEN}]+|(?<={_OURS})[\u200c\u200d]+(?={_OURS})",
    "other": r"[\u2010\u2011\ufe63\uff0d\ufb00-\ufb06]|[^\W\d_][\u0300-\u036f]{1,4}",
    "control": rf"[{_CONTROLS}]",
    "template": r"\{\{[a-z][^{}|\n]{0,40}(?:\|[^{}|]{0,100}){0,9}\}\}",
    # One cell ends and another one follows: the boundary of a pipe table stands for the tag.
    "cell": r"</t[dh]\s*>(?=(?:\s|</?t(?:r|body|head|foot)\b[^<>]{0,200}>){0,200}<t[dh]\b)",
    # So cells are parted where a table was copied; a tab behind the sign of an item is none.
    "tab": r"(?<=\w)\t(?=(?-i:[A-ZÀ-Þ\d“\"(]))",
}
# Characters without one of which a text has nothing of a form.
_SIGNS = {
    "reference": "&",
    "escape": r"\\",
    "divided": rf"[-\u2010{_SOFT}]",
    "unseen": rf"[{_UNSEEN}\u200c\u200d]",
    "other": r"[\u2010\u2011\ufe63\uff0d\ufb00-\ufb06\u0300-\u036f]",
    "control": rf"[{_CONTROLS}]",
    "template": r"\{",
    "cell": "<",
    "tab": r"\t",
}
_DIVIDED = re.compile(f"(?P<divided>{_FORMS['divided']})")
# What is markup where it stands for itself, and only words where it was referred to or escaped.
_MARKUP = frozenset("`*_~<>[]{#|\\+-=.)")
_WORD = re.compile(r"\w+")
_COMPOUND = re.compile(r"(?<!\w)\w{1,60}+(?:-\w{1,60}+){1,9}")
_SPACE = re.compile(r"[ \t\r\n]")
_LONGEST_WORD = 60
# A line break of this kind ends no paragraph.
WRAPPED = "\x1e"
_SUSPENDED = frozenset("and or to nor but und".split())
_MONTHS = frozenset(map(str.lower, MONTHS))

Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Legible:
    """A text made legible.

    ``shifts`` say where its characters lie in the file, in order; ``literal`` are the offsets of
    characters that look like markup and are none.
    """

    text: str
    shifts: tuple[Shift, ...] = ()
    literal: tuple[int, ...] = ()


def make_legible(file: str) -> Legible:
    """The file's text as one can read it; the same where nothing needs to be done."""
    characters = "".join(frozenset(file))
    may_be = [name for name in _FORMS if re.search(_SIGNS[name], characters, re.IGNORECASE)]
    if not may_be:
        return Legible(file)
    forms = "|".join(f"(?P<{name}>{_FORMS[name]})" for name in may_be)
    return _changed(file, re.compile(forms, re.IGNORECASE))


def join_divided(text: str) -> str:
    """The text with the words whole that the ends of its lines divide, and nothing else changed."""
    return _changed(text, _DIVIDED).text.replace(WRAPPED, "\n")


def _changed(file: str, forms: re.Pattern[str]) -> Legible:
    parts: list[str] = []
    shifts: list[Shift] = []
    literal: list[int] = []
    length = position = 0
    for start, end, new in _edits(file, forms):
        if start < position:
            continue
        parts += file[position:start], new
        length += start - position
        if new in _MARKUP and file[start] in "&\\":
            literal.append(length)
        if len(new) != end - start:
            # Of several characters for one thing each lies where all of that does.
            shifts += (Shift(length + i, start, end) for i in range(1, len(new)))
            if new:
                shifts.append(Shift(length + len(new), end, end))
            elif shifts and shifts[-1].at == length:
                shifts[-1] = replace(shifts[-1], file=end)
            else:
                shifts.append(Shift(length, end, start))
        length += len(new)
        position = end
    parts.append(file[position:])
    return Legible("".join(parts), tuple(shifts), tuple(literal))


def _edits(file: str, forms: re.Pattern[str]) -> Iterator[Edit]:
    """What to replace by what, in order."""
    words = _Words(file)
    later: Edit | None = None
    for match in forms.finditer(file):
        if later and later[0] < match.start():
            yield later
            later = None
        start, end, found = match.start(), match.end(), match[0]
        match match.lastgroup:
            case "reference":
                yield start, end, _referred(found)
            case "escape":
                yield start, end, found[1]
            case "unseen" | "other" | "control" | "cell" | "tab":
                yield start, end, _PLAIN[match.lastgroup](found)
            case "template":
                if (shown := shown_by(found)) is not None:
                    yield start, end, shown
            case _:
                keeps = words.keep_hyphen(match)
                if keeps is None:
                    continue
                yield start, end, "-" if keeps else ""
                # The line breaks behind the word: whoever counts columns finds them as they were.
                space = _SPACE.search(file, end, end + _LONGEST_WORD)
                if space and space[0] in " \t":
                    later = space.start(), space.end(), WRAPPED + match["wrap"].lstrip("\r\n")
    if later:
        yield later


def _referred(reference: str) -> str:
    """The characters that a reference stands for; itself where it stands for none."""
    found = html.unescape(reference)
    if found == reference or "\ufffd" in found or found[1:].endswith(";"):
        return reference  # "&notable;" is no "¬able;"
    if found.isspace():
        return "\u00a0" if found == "\u00a0" else " "
    plain = re.sub(f"[{_UNSEEN}]", "", found).translate(_HYPHENS)
    return plain if plain.isprintable() else reference


def _composed(found: str) -> str:
    return unicodedata.normalize("NFKD" if found >= "\ufb00" else "NFC", found.translate(_HYPHENS))


_PLAIN: dict[str, Callable[[str], str]] = {
    "unseen": lambda found: "",  # noqa: ARG005
    "other": _composed,
    "control": lambda found: html.unescape(f"&#{ord(found)};").strip(found),
    "cell": lambda found: "|",  # noqa: ARG005
    "tab": lambda found: "|",  # noqa: ARG005
}


class _Words:
    """The words of a text: what one of them looks like elsewhere tells how to join two halves."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._whole: frozenset[str] = frozenset()
        self._compound: frozenset[str] = frozenset()

    def keep_hyphen(self, divided: re.Match[str]) -> bool | None:
        """Whether the hyphen at a line's end belongs to the word; None: it divides none."""
        file, start, end = self._file, divided.start(), divided.end()
        tail = _WORD.match(file, end)
        if tail is None or tail[0] in _SUSPENDED:
            return None
        first = _WORD.findall(file, max(0, start - _LONGEST_WORD), start)[-1]
        second = tail[0]
        if divided[0][0] in _SOFT:  # a soft hyphen says so itself
            return False
        if len(second) > _LONGEST_WORD or not (first + second).isalpha():
            return True
        if second[0].isupper() and not first.isupper():
            return True
        if not self._whole:
            small = file.lower()
            self._whole = frozenset(_WORD.findall(small))
            self._compound = frozenset(_COMPOUND.findall(small))
        joined = (first + second).lower()
        if f"{first}-{second}".lower() in self._compound:
            return True
        return not (joined in self._whole or joined in _MONTHS or is_word(joined))
