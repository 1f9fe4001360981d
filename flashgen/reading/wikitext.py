"""What a page of wikitext has beside its words: notes, templates, pictures and their captions.

Templates that show dates or words are these by now (see ``reading.templates``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SIGN = re.compile(
    r"(?P<alone><ref(?=[\s/>])[^<>]{0,500}+(?<=/)>)"
    r"|(?P<opens>\{\{|\[\[|<ref(?=[\s>])[^<>]{0,500}+>)"
    r"|(?P<closes>\}\}|\]\]|</ref\s{0,9}>)"
    r"|(?P<parts>(?>\r\n?|\n)[ \t]*+[\r\n])",
    re.IGNORECASE,
)
_CLOSERS = {"{": "}", "[": "]", "<": "<"}
_LINK = re.compile(r"\[\[(?!\s{0,9}(?:file|image|media|category):)", re.IGNORECASE)


def without_wikitext(text: str) -> str:
    """The text with each note, template and picture blank but for line breaks.

    What is never closed ends with its paragraph; a template may go on behind a blank line.
    """
    parts: list[str] = []
    position = 0
    for start, end in sorted(_spans(text)):
        if end > position:
            unread = text[max(start, position) : end]
            parts += text[position:start], re.sub(r"[^\r\n]", " ", unread)
            position = end
    return "".join((*parts, text[position:]))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of what is no words, in any order; one may lie within another one."""
    if "{{" not in text and "[[" not in text and "<ref" not in text.lower():
        return
    opened: dict[str, list[int]] = {"}": [], "]": [], "<": []}
    part_ends: list[int] = []
    for sign in _SIGN.finditer(text):
        if sign["alone"]:
            yield sign.span()
        elif sign["opens"]:
            opened[_CLOSERS[sign[0][0]]].append(sign.start())
        elif sign["closes"]:
            if begun := opened[sign[0][0]]:
                yield from _unread(text, begun.pop(), sign.end())
        else:
            part_ends.append(sign.start())
            for begun in (opened["]"], opened["<"]):
                for start in begun:
                    yield from _unread(text, start, sign.start())
                begun.clear()
    ends = iter((*part_ends, len(text)))
    end = 0
    for start in sorted(start for begun in opened.values() for start in begun):
        while end < start:
            end = next(ends)
        yield from _unread(text, start, end)


def _unread(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if not _LINK.match(text, start):
        yield start, end
