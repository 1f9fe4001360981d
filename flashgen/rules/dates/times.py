"""Times of day: "about 2 am", "half past nine in the evening", "at noon"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from flashgen.types import Article, DateForm, DateMention, Reason, Span

_HOUR = r"(?:[01]?\d|2[0-3])"
_HOUR_IN_WORDS = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_HALF_OF_DAY = r"(?:[AaPp]\. ?[Mm]\.|[AaPp][Mm](?!\w))"
_OF_DAY = r" +(?:(?:in|on) +the +(?:early +)?(?:morning|afternoon|evening)|at +night)"
_ABOUT = r"(?:(?:[Aa]bout|[Aa]round|[Nn]early|[Tt]owards?|[Ss]hortly +(?:after|before)) +)?"
_TIME = re.compile(
    rf"(?<![\w.:£$/]){_ABOUT}"
    rf"(?:(?:[Bb]etween|[Ff]rom) +(?:{_HOUR}|{_HOUR_IN_WORDS}) +(?:and|to) +)?"
    rf"(?:{_HOUR}(?:[:.][0-5]\d)? ?{_HALF_OF_DAY}(?:{_OF_DAY})?"
    rf"|{_HOUR}:[0-5]\d(?![\d:])(?:{_OF_DAY})?"
    r"|(?:(?:half|a +quarter|ten|twenty)[ -]+(?:past|to) +)?"
    rf"(?:{_HOUR}|{_HOUR_IN_WORDS})(?: +o['’] ?clock(?:{_OF_DAY})?|{_OF_DAY})"
    rf"|(?:half|a +quarter)[ -]+past +{_HOUR_IN_WORDS}"
    r"|(?:[01]\d|2[0-3])[0-5]\d +hours"
    r"|(?<=\b[Aa]t )(?:noon|midnight))(?!\w)"
)
# These belong to a date or are no more than colour.
_AT_DAYBREAK = re.compile(r"(?<=\b[Aa]t )(?:dawn|daybreak|sunrise|dusk|sunset|nightfall)\b")


def with_times(article: Article, mentions: Sequence[DateMention]) -> list[DateMention]:
    """The mentions and the times of day; a time belongs to the only date of its sentence.

    A time that belongs to a date is no mention of its own; right before a relative date
    ("11 am that day") it is part of that.
    """
    dates: dict[Span | None, list[DateMention]] = defaultdict(list)
    for mention in mentions:
        dates[article.sentence_at(mention.span.start)].append(mention)
    found: list[DateMention] = []
    for paragraph in article.paragraphs:
        for sentence in paragraph.sentences:
            found += _in_sentence(article, sentence, dates.pop(sentence, []))
    outside = [mention for left in dates.values() for mention in left]
    return sorted([*found, *outside], key=lambda mention: mention.span)


def _in_sentence(
    article: Article, sentence: Span, dates: Sequence[DateMention]
) -> list[DateMention]:
    times = _free(article, sentence, _TIME, dates)
    daybreaks = _free(article, sentence, _AT_DAYBREAK, dates)
    if len(dates) == 1 and len(times) + len(daybreaks) == 1:
        return [_joined(article, dates[0], (times + daybreaks)[0])]
    return [*dates, *(_by_itself(article, time) for time in times)]


def _free(
    article: Article, sentence: Span, pattern: re.Pattern[str], dates: Sequence[DateMention]
) -> list[Span]:
    """Where a pattern matches in a sentence, not within one of its dates."""
    spans = [Span(*m.span()) for m in pattern.finditer(article.view, sentence.start, sentence.end)]
    free = []
    for span in spans:
        index = bisect_left(dates, span.end, key=lambda date: date.span.start) - 1
        if index < 0 or not dates[index].span.overlaps(span):
            free.append(span)
    return free


def _by_itself(article: Article, time: Span) -> DateMention:
    return DateMention(
        span=time,
        surface=article.text[time.start : time.end],
        reasons=(Reason("time of day"),),
        date=None,
        form=DateForm.TIME,
        time=article.tidy(time),
    )


def _joined(article: Article, mention: DateMention, time: Span) -> DateMention:
    """The mention with its time of day, which it swallows where only a space is between."""
    words = article.tidy(time)
    touching = article.view[time.end : mention.span.start].strip() == ""
    if mention.form is not DateForm.RELATIVE or not touching or time.start > mention.span.start:
        return replace(mention, time=words)
    span = Span(time.start, mention.span.end)
    return replace(mention, time=words, span=span, surface=article.text[span.start : span.end])
