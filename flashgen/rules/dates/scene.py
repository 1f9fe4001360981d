"""Where a date stands and how it is told: all that the clues to a year look at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from flashgen.article import Article
from flashgen.dates.historical import HistoricalDate
from flashgen.rules.dates.early import is_bare
from flashgen.rules.dates.grammar import FoundDate
from flashgen.rules.dates.said import month_within
from flashgen.rules.rule import Rule

# "He had come", but not "he had to come", "he had the town".
_HAD = r"\bhad\b(?! (?:to|the|an?|no|his|her|its|their)\b)"
_LOOKS_BACK = rf"(?:{_HAD}|\bborn\b|\bwould\b)[^,;:()]*(?:,[^,;:()]*,[^,;:()]*)?$"
# "In May, he had arrived", but not "in May, after he had arrived".
_HAD_BEEN = (
    rf",?(?:(?!\b(?:after|since|that|which|who|whom|whose|as|for|when|where)\b)[^.,;:()])*"
    rf"{_HAD}"
)
_NEVER = -9999
_QUOTES = "\"“‘'«"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Where a date stands, how it is told, and its month and year as far as they are known.

    ``before`` and ``behind`` are the words around it in its sentence; ``sentence`` counts through
    the article, a new paragraph as one more. ``opens``: its paragraph begins with it, after a word
    or two at most. ``section`` counts the headings within the text before it; ``subject``: the
    first sentence says of what the title names that it was then. ``where`` its year is from,
    ``now`` is the year in which the story was then. ``manners`` are the clues that it is told by
    the way (see ``year_clues``); ``perhaps``: another year that it may have, and where it is from.
    """

    offset: int
    before: str
    behind: str
    sentence: int
    paragraph: int
    opens: bool
    quoted: bool
    is_range: bool
    month: int | None
    year: int
    where: str
    now: int = _NEVER
    date: HistoricalDate | None = None
    perhaps: str | None = None
    section: int = 0
    subject: bool = False
    manners: tuple[Rule, ...] = ()

    @property
    def looks_back(self) -> bool:
        """Whether the clause looks back: "he had arrived in May", "in May he had arrived"."""
        by_then = re.search(r"\bby(?: the)? *$", self.before, re.IGNORECASE)
        had_been = re.match(_HAD_BEEN, self.behind) and not by_then
        return bool(had_been or re.search(_LOOKS_BACK, self.before))

    @property
    def in_brackets(self) -> bool:
        """Whether a bracket is open before it."""
        return "(" in self.before.rpartition(")")[2]

    @property
    def is_entry(self) -> bool:
        """Whether it heads its paragraph, as in a journal, or is all of it: "Bath, 3 May 1803"."""
        before = self.before.rstrip()
        is_all = before.endswith(",") and len(before) < 40 and not self.behind.strip(" .,:")
        return is_all or (self.opens and not before)


NOWHERE = Scene(
    offset=-1, before="", behind="", sentence=-99, paragraph=-999, opens=False, quoted=False,
    is_range=False, month=None, year=_NEVER, where="", section=-1,
)  # fmt: skip


def scenes(article: Article, found: Iterable[FoundDate]) -> Iterator[Scene]:
    """The scene of each date that was found."""
    view = article.view
    sentences = [s.start for p in article.paragraphs for s in p.sentences]
    begins = article.paragraphs[0].span.start if article.paragraphs else len(view)
    headings = [start for start in article.headings if start > begins]
    title = re.escape(article.title or "\0")
    named = re.compile(rf"(?:The |An? )?{title}\b", re.IGNORECASE).match(view, begins)
    for date in found:
        start, said = date.span.start, date.said
        paragraph, sentence = article.paragraph_at(start), article.sentence_at(start)
        first, last = (paragraph.span.start, paragraph.span.end) if paragraph else (start, start)
        in_front = view[first:start]
        number = paragraph.number if paragraph else 0
        scene = Scene(
            offset=start,
            before=view[max(sentence.start if sentence else start, start - 120) : start],
            behind=view[date.span.end : min(date.span.end + 40, last)],
            sentence=bisect_right(sentences, start) + number,
            paragraph=number or -99,
            opens=len(in_front) < 12 and in_front.count(" ") < 3,
            quoted=in_front[:1] in _QUOTES and in_front != "",
            is_range=said.is_range,
            month=month_within(said.month),
            year=0 if is_bare(date) else said.year or 0,
            where=f"paragraph {number}" if number else "the heading",
            section=bisect_right(headings, start),
        )
        is_first = named is not None and sentence is not None and sentence.start == begins
        of_it = is_first and scene.month and scene.year and not scene.in_brackets
        yield replace(scene, subject=True) if of_it else scene
