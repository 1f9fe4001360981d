"""The dates and the quotations that the rules found, looked up by what they say."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import chain

from flashgen.article import Span
from flashgen.dates.historical import DateValue, HistoricalDate
from flashgen.evidence.index import words_of
from flashgen.mentions import DateForm, DateMention, QuotationMention


class Dates:
    """The dates of an article."""

    def __init__(self, mentions: Sequence[DateMention]) -> None:
        self._mentions = mentions
        self._starts = [mention.span.start for mention in mentions]
        self._written: defaultdict[object, list[Span]] = defaultdict(list)
        self._days: defaultdict[tuple[int, int], list[Span]] = defaultdict(list)
        self._stating: dict[HistoricalDate, list[Span]] = {}
        for mention in mentions:
            date = mention.date
            if date is not None and (date.calendar is None or mention.calendar_from):
                self._written[date.written].append(mention.span)
            elif date is not None:
                self._days[date.span_days()].append(mention.span)

    def stating(self, date: HistoricalDate) -> list[Span]:
        """Where the article states a date, which may add the calendar to what it has there."""
        if date not in self._stating:
            values = dict.fromkeys((date.written, date.julian, date.gregorian))
            stated = [*map(self._written.get, values), self._days.get(date.span_days())]
            found = [spans for spans in stated if spans]
            one = found[0] if len(found) == 1 else sorted(chain.from_iterable(found))
            self._stating[date] = one
        return self._stating[date]

    def days_within(self, span: Span) -> int:
        """How many dates stand there, whatever they are; a time of day is of the last one."""
        return sum(mention.form is not DateForm.TIME for mention in self._within(span))

    def has_day(self, date: HistoricalDate, within: Span) -> bool:
        """Whether the day of a date is stated there, of whatever year: rules may misread it."""
        stated = (m.date for m in self._within(within) if m.date is not None)
        return any(same_day_of_year(said, date) for said in stated)

    def _within(self, span: Span) -> Sequence[DateMention]:
        first, behind = (bisect_left(self._starts, offset) for offset in (span.start, span.end))
        return self._mentions[first:behind]


class Quotations:
    """The quotations of an article; ``parts`` is what stands between the marks of each."""

    def __init__(self, mentions: Sequence[QuotationMention]) -> None:
        self.parts = {mention.span: mention.parts for mention in mentions}
        self._spans = [mention.span for mention in mentions]
        self._texts: list[str] = []
        self._holding: dict[tuple[str, ...], list[Span]] = {}
        self._at: defaultdict[str, list[int]] = defaultdict(list)
        for number, mention in enumerate(mentions):
            words = words_of(mention.text)
            self._texts.append(_spaced(words))
            for word in dict.fromkeys(words):
                self._at[word].append(number)

    def holding(self, text: str) -> list[Span]:
        """Where those stand that hold the words of a text in a row, whatever its case and stops."""
        run = words_of(text)
        if run not in self._holding:
            numbers = min((self._at.get(word, []) for word in run), key=len, default=[])
            wanted = _spaced(run)
            found = [self._spans[number] for number in numbers if wanted in self._texts[number]]
            self._holding[run] = found
        return self._holding[run]


def holds_words(words: Sequence[str], run: Sequence[str]) -> bool:
    """Whether words hold others as one run."""
    return _spaced(run) in _spaced(words)


def _spaced(words: Sequence[str]) -> str:
    """Words as a text, in which a run of them is found at the speed of a search in a text."""
    return f" {' '.join(words)} "


def same_day_of_year(stated: HistoricalDate, wanted: HistoricalDate) -> bool:
    """Whether two dates differ in the year alone, which the rules may have misread."""
    values = [v for v in (wanted.written, wanted.second) if isinstance(v, DateValue)]
    said = stated.written
    return isinstance(said, DateValue) and any(
        (said.month, said.day) == (value.month, value.day) for value in values
    )
