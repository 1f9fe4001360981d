"""The title of an article, as it is written and in what case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from flashgen.article import AsideKind
from flashgen.reading.paragraphs import Block

# In front matter, and above a book of Project Gutenberg.
_TITLE = re.compile(r"^title:[ \t]*[\"']?([^\r\n]*?)[\"']?[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
# Small inside a title, by the Chicago Manual of Style, 8.159.
_SMALL = frozenset("a an and as at but by for from in into nor of on or the to under with".split())
_WORD = re.compile(r"([^\W\d_]+(?:[’'](?![Ss]\b)[^\W\d_]+)*)([’'][Ss]\b)?")
# A numeral as one writes it: "CIVIL", too, has figures alone.
_NUMERAL = re.compile(r"(?=..)C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def title_of(text: str, view: str, blocks: Sequence[Block]) -> str | None:
    """The article's title, in its case: the one that it states, or the heading above its text.

    Of several headings directly above the running text, or above a second copy of it, the
    longest is the title.
    """
    title = _title(text, view, blocks)
    running = (view[b.span.start : b.span.end] for b in blocks if b.reason is None)
    return title and unshouted(title, running)


def _title(text: str, view: str, blocks: Sequence[Block]) -> str | None:
    """The title as it stands in the file."""
    first = next(block for block in blocks if block.reason is None)
    if stated := _TITLE.search(text, 0, first.span.start):
        return stated[1]
    candidates: list[str] = []
    above: list[str] = []
    for block in blocks:
        words = " ".join(view[block.span.start : block.span.end].split())
        if block.words == first.words:
            candidates += above
        if block.reason is AsideKind.HEADING and not words.endswith(":"):
            if block.level == 1 and block.number < first.number:
                return words
            above.append(words)
        elif block.reason in (None, AsideKind.REPEATED, AsideKind.PULL_QUOTE):
            above = []
    return max(candidates, key=len, default=None)


def unshouted(title: str, running: Iterable[str]) -> str:
    """A title in capitals as the running text writes its words; what that has so stays so.

    The title's case tells names from words, and it stands on each card.
    """
    if not title.isupper():
        return title
    forms: dict[str, set[str]] = {}
    for word, _ in (found for text in running for found in _WORD.findall(text)):
        forms.setdefault(word.upper(), set()).add(word)

    def written(found: re.Match[str]) -> str:
        return in_case(found[1], title[: found.start()]) + (found[2] or "").lower()

    def in_case(word: str, before: str) -> str:
        known = forms.get(word, set())
        if known == {word} or _NUMERAL.fullmatch(word):
            return word
        if word.lower() in _SMALL and before.strip()[-1:] not in ("", ":"):
            return word.lower()
        mixed = sorted(form for form in known if form[:1].isupper() and form != word)
        return mixed[0] if mixed else word.capitalize()

    return _WORD.sub(written, title)
