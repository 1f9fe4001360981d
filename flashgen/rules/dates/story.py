"""What the story has told before a date: the year that it does not state, the day it refers to.

The years told before, the next ones, the title's: each is weighed by how near it was told, and by
the clues of ``year_clues``. In winter a story that goes on passes New Year.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from flashgen.dates import MONTHS, DateValue
from flashgen.rules.dates import year_clues
from flashgen.rules.dates.grammar import Found, compiled
from flashgen.rules.dates.said import Anchor, month_within
from flashgen.rules.dates.year_clues import FITS, MANNERS, PASSES_NEW_YEAR, Told, YearClue
from flashgen.types import Article, DateForm, DateMention, Reason

# How many of the last and of the next dates are weighed; what the title's year weighs.
_BEFORE, _AHEAD, _TITLE = 12, 6, 1.5
_IN_LIST = 14
# So many paragraphs on, "the 9th" is still of the month that was told last.
_REACH = 10
# A story that goes on from October to May has passed New Year, one from May to April looks back.
_WINTER = 5
_OFTEN = 0.1  # for each further time that the same year was told
_QUOTES = "\"“‘'«"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A year that a date may have, where it is from, and what spoke for it or against it."""

    year: int
    where: str
    weight: float = 0.0
    reasons: tuple[Reason, ...] = ()


class Story:
    """The years and days told so far; it is asked, then told, date by date in the text's order."""

    def __init__(self, article: Article, found: Sequence[Found], year: int | None) -> None:
        self._article = article
        self._found = found
        self._given = year
        self._titles = [p.span for p in article.set_aside if article.tidy(p.span) == article.title]
        self._sentences = [s.start for p in article.paragraphs for s in p.sentences]
        self._places = [self._place(f) for f in found]
        self._told: deque[Told] = deque(maxlen=_BEFORE)
        self._now: Told | None = None
        self._behind = False
        self._decade: Candidate | None = None
        self._day: Told | None = None
        self._last: Told | None = None
        in_title = set(re.findall(r"\b(?:1\d{3}|20[012]\d)\b", article.title or ""))
        self._title_year = int(in_title.pop()) if len(in_title) == 1 else None

    # --- asked -----------------------------------------------------------------------------

    def years(self, index: int) -> Iterator[Candidate]:
        """The years that a date without one may have, the likeliest first."""
        said = self._found[index].said
        turn, figures = said.turn, said.figures
        if self._decade is not None and said.near:
            yield self._decade
        elif figures is not None:
            yield from self._century_of(index, figures)
        elif turn is not None:
            yield from (replace(c, year=c.year + turn) for c in self._clause_and_story(index))
        elif self._given is not None:
            yield Candidate(self._given, "the year given")
        else:
            yield from self._weighed(index)

    def anchor(self, index: int) -> Anchor:
        """What a date told by reference hangs on, where it is near."""
        here = self._places[index]
        reach = 1 if self._found[index].said.moves else _REACH
        last, day = (
            told.date if told and abs(here.paragraph - told.paragraph) <= reach else None
            for told in (self._last, self._day)
        )
        return Anchor(last, day, re.search(r"\bhad\b[^.,;:()]*$", here.before) is not None)

    def month_from(self) -> str | None:
        """The month and year of the last date told, and where."""
        value = self._last.date.value if self._last and self._last.date else None
        if self._last is None or not isinstance(value, DateValue):
            return None
        return f"{DateValue(value.year, value.month).words()} ({self._last.where})"

    def is_before_christ(self) -> bool:
        """Whether the story is in a year B.C., so that it need not say so again."""
        return bool(self._told) and self._told[-1].year <= 0

    # --- told ------------------------------------------------------------------------------

    def tell(self, index: int, mention: DateMention, year: int | None, where: str | None) -> None:
        """Remember a date and its year, if it has one, and where that came from if not stated."""
        said, here = self._found[index].said, self._places[index]
        now = self._now.year if self._now else None
        place = replace(
            here, year=year or 0, where=where or here.where, now=now, date=mention.date
        )  # fmt: skip
        value = mention.date.value if mention.date else None
        if isinstance(value, DateValue) and value.open_digits == 1:
            self._decade = Candidate(value.year, here.where)
        if year is not None and where != "the title":
            self._tell_year(place, aside=_is_aside(here))
        if said.refer:
            self._tell_relative(place, mention, moves=said.moves)
        elif not _is_aside(here) or (mention.date and mention.date.is_day and not here.in_brackets):
            self._day = self._last = place

    def _tell_year(self, place: Told, *, aside: bool) -> None:
        """The story goes on from here, or back where it opens so or goes back twice in a row."""
        self._told.append(place)
        if not aside and (place.month or place.opens):
            behind = place.year < (place.now or place.year)
            if not behind or self._behind or place.opens:
                self._now = place
            self._behind = behind

    def _tell_relative(self, place: Told, mention: DateMention, *, moves: bool) -> None:
        value = mention.date.value if mention.date else None
        partial = mention.form is DateForm.PARTIAL
        if isinstance(value, DateValue) and (moves or partial):
            self._last = place
            # "Ten years later they" moves the story; "he told it ten years later" does not.
            if value.day is None and (value.month or not place.before.strip()):
                month = month_within(value.month)
                told = replace(place, year=value.year, month=month, before="")
                self._tell_year(told, aside=_is_aside(replace(told, now=None)))
        if partial or moves:
            # What comes next may hang on this date or on the one before.
            self._day = place if partial else None

    # --- weighed ---------------------------------------------------------------------------

    def _weighed(self, index: int) -> Iterator[Candidate]:
        """Every year told near a date, the heaviest first."""
        here = self._places[index]
        often = Counter(told.year for told in self._told)
        every = list(self._ahead(index))
        newest = max((told.year for told in self._told if not _is_aside(told)), default=0)
        for told in reversed(self._told):
            more = _OFTEN * often[told.year]
            every.append(_candidate(told, here, FITS, more))
            goes_on = self._now in (told, None) and newest in (told.year, 0)
            if goes_on and PASSES_NEW_YEAR.holds(told, here):
                since = f"after {MONTHS[(told.month or 1) - 1]} {told.year}, {told.where}"
                passed = _candidate(told, here, (PASSES_NEW_YEAR,), more)
                every.append(replace(passed, year=told.year + 1, where=since))
        if self._title_year and self._title_year not in often:
            every.append(Candidate(self._title_year, "the title", _TITLE))
        every.sort(key=lambda candidate: -candidate.weight)
        against = [r for other in every[1:] for r in other.reasons if r.weight < 0]
        for candidate in every:
            yield replace(candidate, reasons=(*dict.fromkeys((*candidate.reasons, *against)),))

    def _ahead(self, index: int) -> Iterator[Candidate]:
        """The next years stated, less the New Years until there; one that ends a list is sure."""
        here = self._places[index]
        month, passes, in_list = here.month or 6, 0, True
        for i in range(index + 1, min(index + 1 + _AHEAD, len(self._found))):
            before, found, there = self._found[i - 1], self._found[i], self._places[i]
            in_list &= (
                before.atoms is found.atoms
                and not found.said.refer
                and bool(compiled("LISTED").fullmatch(found.atoms.kinds, before.last, found.first))
            )
            passes += (there.month or month) <= month - _WINTER
            month = there.month or month
            if not there.year:
                continue
            there = replace(there, now=self._now.year if self._now else None)
            candidate = _candidate(there, here, FITS, _IN_LIST if in_list else 0)
            yield replace(candidate, year=there.year - passes)
            in_list = False

    def _clause_and_story(self, index: int) -> list[Candidate]:
        """The years that "that year" may be: first the last one that was told."""
        near = [Candidate(told.year, told.where) for told in (*self._told,)[-1:]]
        return [*near, *self._weighed(index)]

    def _century_of(self, index: int, figures: int) -> Iterator[Candidate]:
        """The year of "’61": a little ahead of the one told, or else behind it."""
        given = Candidate(self._given or 0, "the year given")
        told = next(self._weighed(index), given)
        near = self._given or told.year
        for year in (near - near % 100 + figures + shift for shift in (100, 0, -100)):
            if near > 100 and -80 <= year - near <= 20:
                yield replace(told, year=year)

    # --- where things stand ------------------------------------------------------------------

    def _place(self, found: Found) -> Told:
        span, view = found.span, self._article.view
        number = bisect_right(self._sentences, span.start)
        paragraph = self._article.paragraph_at(span.start)
        sentence = self._article.sentence_at(span.start)
        start = sentence.start if sentence else span.start
        in_front = view[paragraph.span.start : span.start] if paragraph else ""
        return Told(
            offset=span.start,
            before=view[max(start, span.start - 120) : span.start],
            behind=view[span.end : span.end + 40] if sentence else "",
            sentence=number + (paragraph.number if paragraph else 0),
            paragraph=paragraph.number if paragraph else -99,
            opens=len(in_front) < 12 and in_front.count(" ") < 3,
            quoted=in_front[:1] in _QUOTES and in_front != "",
            is_range=found.said.is_range,
            month=month_within(found.said.month),
            year=0 if found.said.only_before_christ else found.said.year or 0,
            where=self._where(span.start),
        )

    def _where(self, offset: int) -> str:
        paragraph = self._article.paragraph_at(offset)
        if paragraph is not None:
            return f"paragraph {paragraph.number}"
        return "the title" if any(offset in span for span in self._titles) else "the heading"


def _is_aside(told: Told) -> bool:
    return any(clue.weight < 0 for clue in _manners(told))


@lru_cache(maxsize=64)
def _manners(told: Told) -> tuple[YearClue, ...]:
    """What speaks against a year, or for it, where it was told."""
    return tuple(clue for clue in MANNERS if clue.holds(told, told))


def _candidate(told: Told, here: Told, fits: Sequence[YearClue], more: float) -> Candidate:
    """The year told, with what speaks for it and against it as the year of a date."""
    clues = [*_manners(told), *(clue for clue in fits if clue.holds(told, here))]
    reasons = tuple(Reason(clue.id, clue.weight) for clue in clues)
    weight = year_clues.nearness(told, here) + more + sum(reason.weight for reason in reasons)
    return Candidate(told.year, told.where, weight, reasons)
