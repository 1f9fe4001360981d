"""What the templates of wikitext that hold dates, or words of a sentence, show a reader.

All others are markup (see ``reading.wikitext``).
"""

from __future__ import annotations

import re

from flashgen.english.numbers import MONTHS

_ABOUT = {"circa": "c.", "c.": "c.", "ca.": "c.", "floruit": "fl.", "fl.": "fl.", "reign": "r."}
# Templates that only say how words look, or what language they are in: these come last.
_WORDS = frozenset("lang nowrap nobr transl transliteration".split())
_NUMBERED = re.compile(r"(?:birth|death|start|end|film)[ -]?date\b|(?:birth|death) year\b")


def shown_by(template: str) -> str | None:
    """What a template such as ``{{birth date|1879|11|7}}`` shows; None for one of another sort."""
    name, *rest = (part.strip() for part in template[2:-2].split("|"))
    name = name.lower().replace("_", " ")
    given = [part for part in rest if part and "=" not in part]
    if not given:
        return None
    if name in _WORDS:
        return given[-1]
    if name in ("convert", "cvt"):
        return " ".join(given[:2])
    if name.startswith("oldstyledate"):
        new, of, old = (*rest, "", "")[:3]
        return f"{new} [O.S. {old}] {of}" if old else f"{new} {of}"
    if name in _ABOUT:
        return f"{_ABOUT[name]} {'–'.join(given[:2])}"
    if _NUMBERED.match(name):
        figures = [int(part) for part in given[:3] if part.isdecimal() and len(part) <= 4]
        if not figures:
            return given[0]
        year, month, day = (*figures, 0, 0)[:3]
        if 1 <= month <= 12:
            return " ".join(filter(None, (str(day or ""), MONTHS[month - 1], str(year))))
        return str(year)
    return None
