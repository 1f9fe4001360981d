"""Find the dates of an article, in one calendar or two, and give each its year.

The forms of writing a date are the rows of _FORMS. Here the matches are chosen (the longest wins),
completed by what the story has told before them, and tested by their weekday. To add a form, add
a row to the module of its family: ``days``, ``months``, ``years`` and so on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from flashgen.article import Article, AsideKind, Span
from flashgen.dates.calendars import FIRST_GREGORIAN_DAY, Calendar
from flashgen.dates.historical import DateValue, HistoricalDate
from flashgen.mentions import DateForm, DateMention, Reason
from flashgen.rules.dates import (
    clause_of_year,
    days,
    dual,
    early,
    eras,
    months,
    named_days,
    other_eras,
    ranges,
    relative,
    times,
    year_clues,
    years,
)
from flashgen.rules.dates.atoms import stretches
from flashgen.rules.dates.grammar import DateRule, FoundDate, matches
from flashgen.rules.dates.lexicon import letter
from flashgen.rules.dates.said import Said, one
from flashgen.rules.dates.story import Story, YearCandidate
from flashgen.rules.rule import Rule

_FORMS: tuple[DateRule, ...] = (
    *dual.RULES,
    *days.RULES,
    *named_days.RULES,
    *months.RULES,
    *years.RULES,
    *eras.RULES,
    *other_eras.RULES,
    *relative.RULES,
    *times.RULES,
)
# All rules of dates: the forms in the order in which they win, then the clues to the year.
RULES: tuple[Rule, ...] = (
    *_FORMS,
    ranges.RANGE,
    *year_clues.MANNERS,
    *clause_of_year.MANNERS,
    *year_clues.FITS,
    *clause_of_year.FITS,
    *year_clues.TURNS,
)

# Whether the words make a date may hang on the year: on its leap day, on the calendars' distance.
# A year that weighs so little less than the likeliest may be the right one, too.
_NEARLY = 1
_SAMPLE_YEARS = (1904, 1804, 1704, 1604)


def find_dates(article: Article, year: int | None = None) -> tuple[DateMention, ...]:
    """Every date in the running text and its headings, in order.

    ``year`` is that of all dates that state none; without it the year comes from the context,
    and each mention says where from (``year_from``).
    """
    early_too = early.tells_of_such(article)
    every = [found for span in _parts(article) for found in _chosen(article, span, early_too)]
    found = [f for f in every if f.rule.form is not DateForm.TIME]
    story = Story(article, found, year)
    mentions = [_mention(article, f, _Reading(None)) for f in every if f.rule.form is DateForm.TIME]
    for index, match in enumerate(found):
        if early.is_bare(match) and not story.is_early(index):
            continue
        if story.completes(index):
            continue
        reading = _reading(match, story, index)
        mentions.append(_mention(article, match, reading))
        story.tell(index, mentions[-1], reading.year, reading.where)
    mentions = times.with_times(article, sorted(mentions, key=lambda mention: mention.span))
    return tuple(sorted(mentions, key=lambda mention: mention.span))


@dataclass(frozen=True, slots=True)
class _Reading:
    """A date as it was read; ``where`` its year is from if the words do not state one."""

    date: HistoricalDate | None
    warning: str | None = None
    year: int | None = None
    where: str | None = None
    reasons: tuple[Reason, ...] = ()
    perhaps: str | None = None


def _parts(article: Article) -> list[Span]:
    """The parts of an article that are read for dates, in order."""
    headings = [part.span for part in article.set_aside if part.reason is AsideKind.HEADING]
    return sorted([*headings, *(paragraph.span for paragraph in article.paragraphs)])


def _chosen(article: Article, part: Span, early_too: bool) -> Iterator[FoundDate]:
    """The matches in a part that make sense: of those that overlap, the longest."""
    for stretch in stretches(article.view, part):
        atoms = early.with_years(stretch) if early_too else stretch
        candidates = list(matches(_FORMS, atoms))
        candidates.sort(key=lambda f: (-f.rule.weight, f.span.start - f.span.end, f.span.start))
        chosen: list[FoundDate] = []
        taken = bytearray(len(atoms.kinds))
        for found in candidates:
            if not any(taken[found.first : found.last]) and _makes_sense(found.said):
                chosen.append(found)
                taken[found.first : found.last] = b"1" * (found.last - found.first)
        yield from ranges.with_ranges(sorted(chosen, key=lambda f: f.span))


def _makes_sense(said: Said) -> bool:
    for year in _SAMPLE_YEARS if said.year is None else (said.year,):
        with suppress(ValueError):
            said.at(year)
            return True
    return False


def _mention(article: Article, found: FoundDate, read: _Reading) -> DateMention:
    year_from = read.where
    if read.where and read.year is not None:
        year_from = f"{DateValue(read.year).words()} ({read.where})"
    form = found.rule.form
    if not found.said.refer and form is not DateForm.TIME:
        partial = found.said.year is None and found.said.needs_year
        form = DateForm.PARTIAL if partial else DateForm.EXPLICIT
    return DateMention(
        span=found.span,
        surface=article.text[found.span.start : found.span.end],
        reasons=(Reason(found.rule.id, found.rule.weight), *read.reasons),
        date=read.date,
        form=form,
        time=article.tidy(found.span) if form is DateForm.TIME else None,
        year_from=year_from,
        perhaps=read.perhaps,
        warning=read.warning,
    )


def _reading(found: FoundDate, story: Story, index: int) -> _Reading:
    """A date with what it says itself, or else with what the story has told before it."""
    said = found.said
    if said.refer:
        date, anchor = None, story.anchor(index)
        with suppress(ValueError):
            date = said.refer(anchor)
        if date is None or found.rule.form is not DateForm.PARTIAL:
            return _Reading(date)
        told = DateValue(anchor.value.year, anchor.value.month).words()
        return _Reading(date, where=f"{told} ({anchor.where})")
    if said.year is None and said.needs_year:
        return _completed(said, story, index)
    if story.is_before_christ(index):
        said = _before_christ(found)
    return _Reading(*_tested(said, said.year or 0), said.year)


def _before_christ(found: FoundDate) -> Said:
    """A year of three figures or fewer that states no era, in a story before Christ."""
    said, kinds = found.said, found.atoms.kinds[found.first : found.last]
    if len(said.sides) != 1 or not 0 < (said.year or 0) < 1000 or letter("ad") in kinds:
        return said
    points = (replace(p, year=p.year and 1 - p.year) for p in said.sides[0].points)
    return one(replace(said.sides[0], points=tuple(points)))


def _completed(said: Said, story: Story, index: int) -> _Reading:
    """A date that states no year with one of the story's; its weekday may decide which."""
    best = _Reading(None)
    candidates = tuple(story.years(index))
    for told in candidates:
        if told.ruled_out:
            best = best if best.date else replace(best, reasons=told.reasons)
            continue
        read = _Reading(*_tested(said, told.year), told.year, told.where, told.reasons)
        if read.date is not None and read.warning is None:
            return replace(read, perhaps=_runner_up(said, told, candidates))
        best = read if best.date is None and read.date is not None else best
    return best


def _runner_up(said: Said, told: YearCandidate, candidates: Iterable[YearCandidate]) -> str | None:
    """Another year that is nearly as likely, and where it is from."""
    for other in candidates if told.reasons else ():
        near = (
            not other.ruled_out and other.year != told.year and other.weight > told.weight - _NEARLY
        )
        if near and _tested(said, other.year)[0] is not None:
            return f"{DateValue(other.year).words()} ({other.where})"
    return told.perhaps


def _tested(said: Said, year: int) -> tuple[HistoricalDate | None, str | None]:
    """The date in a year, in the calendar that its weekday proves, and what does not fit."""
    date = None
    with suppress(ValueError):
        date = said.at(year)
    if date is not None and date.second is not None:
        try:
            date.check()
        except ValueError as error:
            return date, str(error)
    if date is None or said.weekday is None or not date.is_day:
        return date, None
    return _proved(date, said.weekday)


def _proved(date: HistoricalDate, day_of_week: str) -> tuple[HistoricalDate, str | None]:
    """The date in the one calendar in which it falls on that weekday, if there were two."""
    late = date.span_days()[0] >= FIRST_GREGORIAN_DAY
    in_each: list[HistoricalDate] = []
    plain = (Calendar.JULIAN, Calendar.GREGORIAN) if late else (Calendar.JULIAN,)
    for calendar in (date.calendar,) if date.calendar else plain:
        with suppress(ValueError):
            in_each.append(HistoricalDate.in_calendar(calendar, date.written))
    fitting = [candidate for candidate in in_each if candidate.weekday() == day_of_week]
    if fitting:
        return fitting[0] if len(fitting) < len(in_each) and late else date, None
    days = [f"a {found}" for candidate in in_each if (found := candidate.weekday())]
    if len(days) > 1:
        days = [f"{days[0]} (O.S.) or {days[1]} (N.S.)"]
    return date, f"that day was {days[0]}, not a {day_of_week}" if days else None
