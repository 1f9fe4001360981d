"""Find the dates of an article, in one calendar or two, and give each its year.

The forms of writing a date are the rows of ``date_patterns.RULES``. Here the matches are chosen
(the leftmost, then the longest), completed by a year from the context, tested by their weekday,
and joined by relative dates and times of day.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from flashgen.calendars import Calendar, from_day_number
from flashgen.dates import DateValue, HistoricalDate, Stated
from flashgen.rules.date_patterns import RULES, DateRule
from flashgen.types import Article, DateForm, DateMention, Paragraph, Span

# A date without a year has that of most of the last few years that the text has stated.
_YEARS_REMEMBERED = 5


def find_dates(article: Article, year: int | None = None) -> tuple[DateMention, ...]:
    """Every date in the running text, in order.

    ``year`` is that of all dates that state none; without it the year comes from the context,
    and each mention says where from (``year_from``).
    """
    matches = [found for p in article.paragraphs for found in _matches(article, p)]
    stated = _StatedYears(article, matches)
    mentions = [m for found in matches if (m := _mention(article, found, stated, year))]
    mentions = [*_with_relatives(article, mentions)]
    return tuple(_with_times(article, mentions))


@dataclass(frozen=True, slots=True)
class _Match:
    """A rule's match in the article's view."""

    rule: DateRule
    match: re.Match[str]

    @property
    def span(self) -> Span:
        return Span(*self.match.span())

    @property
    def year(self) -> int | None:
        return self.rule.stated_year(self.match)


def _matches(article: Article, paragraph: Paragraph) -> Iterator[_Match]:
    """The matches of a paragraph that make sense: the leftmost, of these the longest."""
    found = [
        _Match(rule, match)
        for rule in RULES
        for match in rule.pattern.finditer(article.view, paragraph.span.start, paragraph.span.end)
    ]
    found.sort(key=lambda f: (f.span.start, -f.span.end))
    position = paragraph.span.start
    for candidate in found:
        # Whether the words make a date may hang on the year; any leap year lets all days pass.
        if candidate.span.start >= position and candidate.rule.read(
            candidate.match, candidate.year or 1904
        ):
            yield candidate
            position = candidate.span.end


class _StatedYears:
    """The years that the text states, and which of them a date without one has."""

    def __init__(self, article: Article, matches: Sequence[_Match]) -> None:
        self._article = article
        self._years = [(m.span.start, year) for m in matches if (year := m.year) is not None]
        title = re.findall(r"\b(1\d{3}|20[012]\d)\b", article.title or "")
        self._title_year = int(title[0]) if len(set(title)) == 1 else None

    def at(self, offset: int) -> tuple[int, str] | None:
        """The year of a date at an offset, and where that comes from; None if none is stated."""
        before = bisect_right(self._years, (offset, 0))
        known = self._years[max(0, before - _YEARS_REMEMBERED) : before] or self._years[before:][:1]
        if self._title_year is not None and all(year != self._title_year for _, year in known):
            known = []
        if known:
            count = Counter(year for _, year in known)
            start, year = max(reversed(known), key=lambda item: count[item[1]])
            paragraph = self._article.paragraph_at(start)
            return year, f"paragraph {paragraph.number}" if paragraph else "the text"
        if self._title_year is not None:
            return self._title_year, "the title"
        return None


def _mention(
    article: Article, found: _Match, stated: _StatedYears, year: int | None
) -> DateMention | None:
    """The mention with its year; one whose year nobody knows has no date."""
    span = found.span
    form, year_from = DateForm.EXPLICIT, None
    known = found.year
    if known is None and found.rule.needs_year:
        form = DateForm.PARTIAL
        context = (year, "the year given") if year is not None else stated.at(span.start)
        if context is not None:
            known, where = context
            year_from = f"{known} ({where})"
    date = None
    if known is not None or not found.rule.needs_year:
        date = found.rule.read(found.match, known or 0)
        if date is None:
            return None
    date, warning = _tested(date, found.match.groupdict().get("weekday"))
    return DateMention(
        span=span,
        surface=article.text[span.start : span.end],
        rule=found.rule.name,
        date=date,
        form=form,
        year_from=year_from,
        warning=warning,
    )


def _tested(
    date: HistoricalDate | None, day_of_week: str | None
) -> tuple[HistoricalDate | None, str | None]:
    """The date with the calendar that its weekday proves, and what does not fit."""
    if date is None:
        return None, None
    if date.stated is Stated.DUAL and date.julian is not None:
        try:
            HistoricalDate.dual(date.julian, date.gregorian)
        except ValueError as error:
            return date, str(error)
    if day_of_week is None or not date.is_day:
        return date, None
    if date.stated is not Stated.UNSPECIFIED:
        if date.weekday() == day_of_week:
            return date, None
        return date, f"that day was a {date.weekday()}, not a {day_of_week}"
    fitting = []
    for calendar in Calendar:
        try:
            candidate = HistoricalDate.in_calendar(calendar, date.gregorian)
        except ValueError:
            continue
        if candidate.weekday() == day_of_week:
            fitting.append(candidate)
    if len(fitting) == 1:
        return fitting[0], None
    return date, None if fitting else f"no {day_of_week} in either calendar"


# --- relative dates ----------------------------------------------------------------------------

_NUMBERS = {
    word: number
    for number, word in enumerate(
        "a two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
} | {"one": 1, "an": 1}
_UNITS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
_RELATIVE = re.compile(
    r"""\b(?:
    (?P<same> (?:that (?:\ +(?:very|same))? | the\ +same) \ +PART )
    | the\ +(?P<next> next|following) \ +PART
    | the\ +(?P<after> PART\ +after) (?!\ +(?:the|his|her|its|their)\b)
    | the\ +(?P<before> (?:day|night|evening)\ +before | previous\ +PART )
      (?!\ +(?:the|his|her|its|their)\b)
    | (?P<count> an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3} )
      \ +(?P<unit> day|night|week|fortnight|month|year )s?
      \ +(?P<way> later|afterwards|earlier|before(?!\ +[a-z]) )
    | (?P<vague> last\ +night | the\ +(?:next|following|previous)\ +(?:week|month|year) )
    )\b""".replace("PART", "(?:day|morning|afternoon|evening|night)"),
    re.IGNORECASE | re.VERBOSE,
)


def _with_relatives(article: Article, mentions: Sequence[DateMention]) -> Iterator[DateMention]:
    """The mentions and, among them, the dates that are told by reference to another one."""
    free = [
        DateMention(
            span=Span(*match.span()),
            surface=article.text[slice(*match.span())],
            rule="relative date",
            date=None,
            form=DateForm.RELATIVE,
        )
        for paragraph in article.paragraphs
        for match in _RELATIVE.finditer(article.view, paragraph.span.start, paragraph.span.end)
    ]
    anchor: DateMention | None = None
    for mention in sorted([*mentions, *free], key=lambda m: m.span):
        if mention.form is not DateForm.RELATIVE:
            if mention.date is not None and mention.date.is_day:
                anchor = mention
            yield mention
            continue
        yield replace(mention, date=_resolved(article, mention, anchor))
        if not re.match(r"(?i)that|the +same", mention.surface):
            anchor = None  # what comes next may hang on this date or on the one before


def _resolved(
    article: Article, mention: DateMention, anchor: DateMention | None
) -> HistoricalDate | None:
    """The day that a relative date means, where the day it refers to is near and certain."""
    if anchor is None or anchor.date is None:
        return None
    here = article.paragraph_at(mention.span.start)
    there = article.paragraph_at(anchor.span.start)
    if here is None or there is None or here.number - there.number > 1:
        return None
    shift = _shift(mention.surface)
    if shift is None:
        return None
    number = anchor.date.span_days()[0] + shift
    value = DateValue(*from_day_number(Calendar.GREGORIAN, number))
    if anchor.date.stated is Stated.UNSPECIFIED:
        return HistoricalDate.unspecified(value)
    return HistoricalDate.in_calendar(Calendar.GREGORIAN, value)


def _shift(surface: str) -> int | None:
    """The days from the anchor to a relative date; None where it is not told to the day."""
    match = _RELATIVE.fullmatch(" ".join(surface.split()))
    if match is None:
        return None
    if match["same"]:
        return 0
    if match["next"] or match["after"]:
        return 1
    if match["before"]:
        return -1
    if match["unit"] not in _UNITS:
        return None
    count = match["count"].lower()
    days = (int(count) if count.isdigit() else _NUMBERS[count]) * _UNITS[match["unit"]]
    return days if match["way"] in ("later", "afterwards") else -days


# --- times of day ------------------------------------------------------------------------------

_TIME = re.compile(
    r"(?<![\w.:])(?:(?:about|around|towards?) +)?"
    r"(?:(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)? ?(?:[ap]\.? ?m\b\.?|o['’]clock)"
    r"|(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])"
    r"|(?<=\bat )(?:noon|midnight|dawn|dusk))"
    r"(?: +in +the +(?:morning|afternoon|evening)| +at +night)?",
    re.IGNORECASE,
)


def _with_times(article: Article, mentions: Sequence[DateMention]) -> Iterator[DateMention]:
    """The mentions and the times of day; a time belongs to the only date of its sentence.

    A time that belongs to a date is no mention of its own; right before a relative date
    ("11 am that day") it is part of that.
    """
    dates_in = Counter(article.sentence_at(mention.span.start) for mention in mentions)
    times: dict[Span | None, list[Span]] = {}
    for paragraph in article.paragraphs:
        for match in _TIME.finditer(article.view, paragraph.span.start, paragraph.span.end):
            times.setdefault(article.sentence_at(match.start()), []).append(Span(*match.span()))
    found: list[DateMention] = []
    for mention in mentions:
        sentence = article.sentence_at(mention.span.start)
        near = times.get(sentence, [])
        if len(near) == 1 and dates_in[sentence] == 1:
            found.append(_joined(article, mention, near.pop()))
        else:
            found.append(mention)
    found += [
        DateMention(
            span=span,
            surface=article.text[span.start : span.end],
            rule="time of day",
            date=None,
            form=DateForm.TIME,
            time=article.tidy(span),
        )
        for left in times.values()
        for span in left
    ]
    yield from sorted(found, key=lambda mention: mention.span)


def _joined(article: Article, mention: DateMention, time: Span) -> DateMention:
    """The mention with its time of day, which it swallows where only a space is between."""
    words = article.tidy(time)
    touching = article.view[time.end : mention.span.start].strip() == ""
    if mention.form is not DateForm.RELATIVE or not touching or time.start > mention.span.start:
        return replace(mention, time=words)
    span = Span(time.start, mention.span.end)
    return replace(mention, time=words, span=span, surface=article.text[span.start : span.end])
