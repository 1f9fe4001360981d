"""What the story has told before a date: the year that it does not state, the day it refers to.

A story goes on in the year that it told last, unless that year was an aside: "the treaty of
1763", "(1762–1796)", "who had been born in 1732". After an aside the years told shortly before
are weighed against each other. In winter a story that goes on passes New Year.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flashgen.dates import MONTHS, DateValue, HistoricalDate
from flashgen.rules.dates.anchor import Anchor, month_within
from flashgen.rules.dates.grammar import Found, compiled
from flashgen.types import Article, DateForm, DateMention, Span

# How many of the last years told are weighed, and how much less each counts than the next.
_YEARS_WEIGHED = 6
_FADING = 0.8
_WEIGHT_OF_STORY, _WEIGHT_OF_ASIDE = 2.0, 1.0
# A story that has told of December is still on its way to New Year some paragraphs later.
_PARAGRAPHS_TO_NEW_YEAR = 4

_EARLIER = r"\b(?:had|born|would)\b[^,;:()]*$"
_HAD_BEEN = r"[^.,;:()]*\bhad\b"
_LOOKS_BACK = r"\b(?:earlier|before|previous|preceding)\b"
_YEAR_OF_STORY = r"(?i:\b(?:in|by|during|years?|year +was|early|late)|[.!?][”\"’)]?|^) *$"
_LIST = "(?: dash | comma? (?: [and or to until through] the? )? )"
_LONGEST_LIST = 6


@dataclass(frozen=True, slots=True)
class _Told:
    """A year that the text states, or means, somewhere."""

    offset: int
    year: int
    month: int | None
    aside: bool
    where: str


class Story:
    """The years and days told so far; it is asked, then told, date by date in the text's order."""

    def __init__(self, article: Article, found: Sequence[Found], year: int | None) -> None:
        self._article = article
        self._found = found
        self._given = year
        self._titles = [p.span for p in article.set_aside if article.tidy(p.span) == article.title]
        self._told: list[_Told] = []
        self._decade: tuple[int, str] | None = None
        self._day: DateMention | None = None
        self._last: DateMention | None = None
        self._stated = [
            _Told(f.span.start, f.said.year, None, self._is_aside(f), self._where(f.span.start))
            for f in found
            if f.said.year is not None
        ]
        self._all_years = {told.year for told in self._stated}
        in_title = set(re.findall(r"\b(?:1\d{3}|20[012]\d)\b", article.title or ""))
        self._title_year = int(in_title.pop()) if len(in_title) == 1 else None

    # --- asked -----------------------------------------------------------------------------

    def years(self, index: int) -> Iterator[tuple[int, str]]:
        """The years that a date without one may have, the likeliest first, and where from."""
        found = self._found[index]
        turn = found.said.turn
        if self._decade is not None and found.said.near:
            yield self._decade
            return
        if found.said.figures is not None:
            yield from self._century_of(found, found.said.figures)
            return
        if self._given is not None and turn is None:
            yield self._given, "the year given"
            return
        if turn is None and (listed := self._year_of_list(index)) is not None:
            yield listed
        if (told := self._year_told(found)) is None:
            return
        if turn is None and told.month and self._passes_new_year(found, told):
            since = f"after {MONTHS[told.month - 1]} {told.year}, {told.where}"
            yield told.year + 1, since
        yield told.year + (turn or 0), told.where
        for other in reversed(self._told[-_YEARS_WEIGHED:]):
            yield other.year, other.where

    def anchor(self, span: Span) -> Anchor:
        """What a date told by reference hangs on, where it is near."""
        before = self._article.view[max(0, span.start - 120) : span.start]
        looks_back = re.search(r"\bhad\b[^.,;:()]*$", before) is not None
        return Anchor(self._near(self._last, span), self._near(self._day, span), looks_back)

    def month_from(self) -> str | None:
        """The month and year of the last date told, and where."""
        value = self._last.date.value if self._last and self._last.date else None
        if self._last is None or not isinstance(value, DateValue):
            return None
        month = DateValue(value.year, value.month)
        return f"{month.words()} ({self._where(self._last.span.start)})"

    def is_before_christ(self) -> bool:
        """Whether the story is in a year B.C., so that it need not say so again."""
        return bool(self._told) and self._told[-1].year <= 0

    # --- told ------------------------------------------------------------------------------

    def tell(self, index: int, mention: DateMention, year: int | None, where: str | None) -> None:
        """Remember a date and its year, if it has one, and where that came from if not stated."""
        found = self._found[index]
        aside = self._is_aside(found)
        where = where or self._where(mention.span.start)
        value = mention.date.value if mention.date else None
        if isinstance(value, DateValue) and value.open_digits == 1:
            self._decade = value.year, where
        if year is not None and where != "the title":
            month = month_within(found.said.month)
            self._told.append(_Told(mention.span.start, year, month, aside, where))
        if found.said.refer:
            self._tell_relative(found.said.moves, mention)
        elif not aside or (mention.date and mention.date.is_day and not self._in_brackets(found)):
            self._day = self._last = mention

    def _tell_relative(self, moves: bool, mention: DateMention) -> None:
        value = mention.date.value if mention.date else None
        if re.search(_LOOKS_BACK, mention.surface):
            return
        if isinstance(value, DateValue) and (moves or mention.form is DateForm.PARTIAL):
            self._last = mention
            if value.day is None:
                where, month = self._where(mention.span.start), month_within(value.month)
                self._told.append(_Told(mention.span.start, value.year, month, False, where))
        if mention.form is DateForm.PARTIAL:
            self._day = mention
        elif moves:
            # What comes next may hang on this date or on the one before.
            self._day = None

    # --- weighed ---------------------------------------------------------------------------

    def _year_told(self, found: Found) -> _Told | None:
        """The year in which the story is at a place; None where no year is ever stated."""
        recent = self._told[-_YEARS_WEIGHED:]
        offset = found.span.start
        here = recent and not recent[-1].aside and self._apart(recent[-1].offset, offset) == 0
        told_lately = {told.year for told in recent}
        if self._title_year and not here and self._title_year not in told_lately:
            return _Told(offset, self._title_year, None, True, "the title")
        if not recent:
            first = bisect_right(self._stated, offset, key=lambda told: told.offset)
            ahead = self._stated[first : first + _YEARS_WEIGHED]
            return next((told for told in ahead if not told.aside), ahead[0] if ahead else None)
        if not recent[-1].aside:
            return recent[-1]
        weights: dict[int, float] = defaultdict(float)
        for age, told in enumerate(reversed(recent)):
            weight = _WEIGHT_OF_ASIDE if told.aside else _WEIGHT_OF_STORY
            weights[told.year] += weight * _FADING**age
        return max(reversed(recent), key=lambda told: weights[told.year])

    def _century_of(self, found: Found, figures: int) -> Iterator[tuple[int, str]]:
        """The year of "’61": a little ahead of the one told, or else behind it."""
        told = self._year_told(found)
        near = self._given or (told.year if told else 0)
        for year in (near - near % 100 + figures + shift for shift in (100, 0, -100)):
            if near > 100 and -80 <= year - near <= 20:
                yield year, told.where if told else "the year given"

    def _passes_new_year(self, found: Found, told: _Told) -> bool:
        month = month_within(found.said.month)
        if told.aside or told.month is None or month is None:
            return False
        apart = self._apart(told.offset, found.span.start)
        if apart > _PARAGRAPHS_TO_NEW_YEAR or self._tells_of_earlier(found.span):
            return False
        sure = told.month >= 11 and month <= 2
        likely = told.month >= 10 and month <= 3 and told.year + 1 in self._all_years
        return sure or (likely and apart <= 1)

    def _year_of_list(self, index: int) -> tuple[int, str] | None:
        """The year at the end of a list that a date opens: "2 March, 5 April and 7 May 1913"."""
        passes = 0
        for i in range(index, min(index + _LONGEST_LIST, len(self._found) - 1)):
            here, there = self._found[i], self._found[i + 1]
            if here.atoms is not there.atoms or there.said.refer:
                return None
            if not compiled(_LIST).fullmatch(here.atoms.kinds, here.last, there.first):
                return None
            passes += (month_within(here.said.month) or 0) > (month_within(there.said.month) or 13)
            if (year := there.said.year) is not None:
                return year - passes, self._where(there.span.start)
        return None

    def _is_aside(self, found: Found) -> bool:
        """Whether a date is told by the way, and the story does not go on from it."""
        if self._article.paragraph_at(found.span.start) is None:
            return False  # a heading is the story in short
        if self._in_brackets(found) or self._tells_of_earlier(found.span):
            return True
        if found.said.month is not None:
            return False
        return found.said.is_range or not re.search(_YEAR_OF_STORY, self._before(found))

    def _tells_of_earlier(self, span: Span) -> bool:
        """Whether the clause looks back: "he had arrived in May", "in May he had arrived"."""
        sentence = self._article.sentence_at(span.start)
        start = max(sentence.start if sentence else 0, span.start - 120)
        view = self._article.view
        before, behind = view[start : span.start], view[span.end : span.end + 40]
        return re.search(_EARLIER, before) is not None or re.match(_HAD_BEEN, behind) is not None

    def _in_brackets(self, found: Found) -> bool:
        return self._before(found).rstrip().endswith("(")

    def _before(self, found: Found) -> str:
        return self._article.view[max(0, found.span.start - 12) : found.span.start]

    def _near(self, mention: DateMention | None, span: Span) -> HistoricalDate | None:
        if mention is None or self._apart(mention.span.start, span.start) > 1:
            return None
        return mention.date

    def _apart(self, offset: int, later: int) -> int:
        """How many paragraphs two offsets are apart; many where one is in none."""
        there, here = self._article.paragraph_at(offset), self._article.paragraph_at(later)
        return 99 if there is None or here is None else here.number - there.number

    def _where(self, offset: int) -> str:
        paragraph = self._article.paragraph_at(offset)
        if paragraph is not None:
            return f"paragraph {paragraph.number}"
        return "the title" if any(offset in span for span in self._titles) else "the heading"
