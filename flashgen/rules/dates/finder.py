"""Find the dates of an article, in one calendar or two, and give each its year.

The forms of writing a date are the rows of RULES. Here the matches are chosen (the leftmost,
then the longest), completed by what the story has told before them, and tested by their weekday.
To add a form, add a row to the module of its family: ``days``, ``months``, ``years`` and so on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flashgen.calendars import Calendar, day_number
from flashgen.dates import HistoricalDate, Stated
from flashgen.rules.dates import (
    days,
    dual,
    eras,
    feasts,
    months,
    one_calendar,
    relative,
    years,
)
from flashgen.rules.dates.context import Found, Story
from flashgen.rules.dates.intervals import with_intervals
from flashgen.rules.dates.pieces import DateRule, Unsettled
from flashgen.rules.dates.relative import RelativeRule
from flashgen.rules.dates.times import with_times
from flashgen.types import Article, AsideKind, DateForm, DateMention, Reason, Span

RULES: tuple[DateRule | RelativeRule, ...] = (
    *dual.RULES,
    *one_calendar.RULES,
    *days.RULES,
    *feasts.RULES,
    *months.RULES,
    *years.RULES,
    *eras.RULES,
    *relative.RULES,
)

# Whether the words make a date may hang on the year: on its leap day, on the calendars' distance.
_SAMPLE_YEARS = (1904, 1804, 1704, 1604)
_ERA = re.compile(r"A\. ?D\.|AD|C\. ?E\.|CE")
# Before this day, 15 October 1582, there was but one calendar.
_FIRST_GREGORIAN_DAY = day_number(Calendar.GREGORIAN, 1582, 10, 15)


def find_dates(article: Article, year: int | None = None) -> tuple[DateMention, ...]:
    """Every date in the running text and its headings, in order.

    ``year`` is that of all dates that state none; without it the year comes from the context,
    and each mention says where from (``year_from``).
    """
    found = [match for span in _parts(article) for match in _chosen(article, span)]
    story = Story(article, found, year)
    mentions = []
    for index, match in enumerate(found):
        reading = _reading(match, story, index)
        mentions.append(_mention(article, match, reading))
        story.tell(index, mentions[-1], reading.year, reading.where)
    return tuple(with_times(article, with_intervals(article, mentions)))


@dataclass(frozen=True, slots=True)
class _Reading:
    """A date as it was read; ``where`` its year is from if the words do not state one."""

    date: HistoricalDate | None
    warning: str | None = None
    year: int | None = None
    where: str | None = None


def _parts(article: Article) -> list[Span]:
    """The parts of an article that are read for dates, in order."""
    headings = [part.span for part in article.set_aside if part.reason is AsideKind.HEADING]
    return sorted([*headings, *(paragraph.span for paragraph in article.paragraphs)])


def _chosen(article: Article, part: Span) -> Iterator[Found]:
    """The matches in a part that make sense: the leftmost, of these the longest."""
    found = [
        Found(rule, match)
        for rule in RULES
        for match in rule.pattern.finditer(article.view, part.start, part.end)
    ]
    found.sort(key=lambda f: (f.span.start, -f.span.end))
    position = part.start
    for candidate in found:
        if candidate.span.start >= position and _makes_sense(candidate):
            yield candidate
            position = candidate.span.end


def _makes_sense(found: Found) -> bool:
    if isinstance(found.rule, RelativeRule):
        return True
    years = _SAMPLE_YEARS if found.year is None else (found.year,)
    return any(found.rule.read(found.match, year) for year in years)


def _mention(article: Article, found: Found, read: _Reading) -> DateMention:
    year_from = read.where
    if read.where and read.year:
        year = read.year if read.year > 0 else f"{-read.year} BC"
        year_from = f"{year} ({read.where})"
    form = DateForm.EXPLICIT
    if isinstance(found.rule, RelativeRule):
        form = found.rule.form
    elif found.year is None and found.rule.needs_year:
        form = DateForm.PARTIAL
    return DateMention(
        span=found.span,
        surface=article.text[found.span.start : found.span.end],
        reasons=(Reason(found.rule.name),),
        date=read.date,
        form=form,
        year_from=year_from,
        warning=read.warning,
    )


def _reading(found: Found, story: Story, index: int) -> _Reading:
    """A date with what it says itself, or else with what the story has told before it."""
    rule = found.rule
    if isinstance(rule, RelativeRule):
        date = rule.resolve(found.match, story.anchor(found.span))
        partial = date is not None and rule.form is DateForm.PARTIAL
        return _Reading(date, where=story.month_from() if partial else None)
    if found.year is None and rule.needs_year:
        return _completed(found, rule, story, index)
    year = found.year or 0
    if 0 < year < 1000 and not _ERA.search(found.match[0]) and story.is_before_christ():
        year = -year
    return _Reading(*_tested(found, rule, year), year or None)


def _completed(found: Found, rule: DateRule, story: Story, index: int) -> _Reading:
    """A date that states no year with one of the story's; its weekday may decide which."""
    best: _Reading | None = None
    for year, where in story.years(index):
        read = _Reading(*_tested(found, rule, year), year, where)
        if year < 0 or (read.date is not None and read.warning is None):
            return read
        if best is None and read.date is not None:
            best = read
    return best or _Reading(None)


def _tested(found: Found, rule: DateRule, year: int) -> tuple[HistoricalDate | None, str | None]:
    """The date in a year, in the calendar that its weekday proves, and what does not fit."""
    date = rule.read(found.match, year) if year >= 0 else None
    if date is None or isinstance(date, Unsettled):
        return None, None
    if date.stated is Stated.DUAL and date.julian is not None:
        try:
            HistoricalDate.dual(date.julian, date.gregorian)
        except ValueError as error:
            return date, str(error)
    day_of_week = found.match.groupdict().get("weekday")
    if day_of_week is None or not date.is_day:
        return date, None
    if date.stated is Stated.UNSPECIFIED:
        return _proved(date, day_of_week)
    if date.weekday() == day_of_week:
        return date, None
    return date, f"that day was a {date.weekday()}, not a {day_of_week}"


def _proved(date: HistoricalDate, day_of_week: str) -> tuple[HistoricalDate, str | None]:
    """The date in the one calendar in which it falls on that weekday, if there were two."""
    in_both: list[HistoricalDate] = []
    for calendar in Calendar:
        try:
            in_both.append(HistoricalDate.in_calendar(calendar, date.gregorian))
        except ValueError:
            continue
    old = in_both[0]
    if old.span_days()[0] < _FIRST_GREGORIAN_DAY:
        if old.weekday() == day_of_week:
            return date, None
        return date, f"that day was a {old.weekday()}, not a {day_of_week}"
    fitting = [candidate for candidate in in_both if candidate.weekday() == day_of_week]
    if fitting:
        return fitting[0] if len(fitting) == 1 else date, None
    days = " or ".join(f"a {candidate.weekday()}" for candidate in in_both)
    return date, f"that day was {days} (O.S. or N.S.), not a {day_of_week}"
