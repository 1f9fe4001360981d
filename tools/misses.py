"""Say what the rules got wrong in an annotated text, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flashgen.article import Article
from tools.matching import (
    Entry,
    Matched,
    folded,
    has_speaker,
    optional_forms,
    right_speaker,
    same_value,
)

_LONGEST = 70


@dataclass(frozen=True, slots=True, order=True)
class Miss:
    """One thing that is wrong, and the line of the article where it is."""

    line: int
    message: str


def misses(article: Article, matched: Matched) -> list[Miss]:
    """Everything missed, found where nothing is, or wrong in itself, in the order of the text."""
    return sorted(miss for kind in matched.pairs for miss in _misses(article, matched, kind))


def _misses(article: Article, matched: Matched, kind: str) -> Iterator[Miss]:
    pairs = matched.pairs[kind]
    seen = {id(entry) for pair in pairs for entry in pair}
    for entry in matched.wanted[kind]:
        if id(entry) not in seen and not entry.get("optional"):
            yield Miss(_line_of(article, entry), f"missed in {kind}: {_words(entry)}")
    for entry in matched.found[kind]:
        if id(entry) not in seen:
            yield Miss(_line_found(article, entry), f"false in {kind}: {_words(entry)}")
    for want, got in pairs:
        if not want.get("optional"):
            for wrong in _differences(kind, want, got, matched.wanted["people"]):
                yield Miss(_line_found(article, got), wrong)


def _differences(kind: str, want: Entry, got: Entry, people: Iterable[Entry]) -> Iterator[str]:
    """What is wrong with a find that is an annotated one."""
    if kind == "dates" and not same_value(want, got):
        said, right = (f"{d.get('gregorian')} | {d.get('julian')}" for d in (got, want))
        yield f"value of {got['surface']!r}: {said}, not {right}"
    if kind == "quotations" and has_speaker(want) and not right_speaker(want, got, people):
        yield f"speaker of {_words(got)}: {got['speaker']!r}, not {want['speaker']!r}"
    if kind in ("people", "places"):
        wanted = {folded(form): form for form in want["surface_forms"]}
        found = {folded(form): form for form in got["surface_forms"]}
        for key in wanted.keys() - found.keys():
            yield f"missed form in {kind}: {wanted[key]!r} of {_words(want)}"
        for key in found.keys() - wanted.keys() - optional_forms(want):
            yield f"false form in {kind}: {found[key]!r} of {_words(want)}"


def _words(entry: Entry) -> str:
    text = entry.get("canonical") or entry.get("surface") or entry["text"]
    return repr(text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…")


def _line_of(article: Article, entry: Entry) -> int:
    """The line where the annotated words first stand; 1 where they stand in another form."""
    parts = entry.get("parts") or entry.get("surface_forms")
    parts = parts or [entry.get("surface") or entry.get("text") or ""]
    pattern = r"\W+".join(map(re.escape, re.findall(r"\w+", parts[0])[:8]))
    match = re.search(pattern, article.text)
    return article.locate(match.start() if match else 0).line


def _line_found(article: Article, entry: Entry) -> int:
    start = entry["start"] if "start" in entry else entry["mentions"][0]["start"]
    return article.locate(start).line
