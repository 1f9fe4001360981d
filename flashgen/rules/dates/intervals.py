"""Two dates that are the ends of one: "from May 1905 to 1907", "12 July 1863 – August 1864"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flashgen.dates import DateValue, HistoricalDate, Stated
from flashgen.rules.dates.pieces import interval
from flashgen.types import Article, DateForm, DateMention, Reason, Span

_LONGEST_GAP = 16
_DASH = re.compile(r" ?[-–] ?")
_TO = re.compile(r" +(?:to|until|till|through|up +to) +(?:the +)?")
_AND = re.compile(r" +and +(?:the +)?")
_FROM = re.compile(r"\b[Ff]rom +(?:the +)?(?:early +|late +)?$")
_BETWEEN = re.compile(r"\b[Bb]etween +(?:the +)?(?:early +|late +)?$")
# In brackets the day of a birth and the day of a death are two dates; a siege is shorter.
_BRACKET = re.compile(r"\([^()]*$|\b(?:born|b\.) *$")
_SHORTEST_LIFE = 12


def with_intervals(article: Article, mentions: Sequence[DateMention]) -> list[DateMention]:
    """The mentions, those that are the two ends of an interval joined."""
    joined: list[DateMention] = []
    for mention in mentions:
        whole = _whole(article, joined[-1], mention) if joined else None
        if whole is None:
            joined.append(mention)
        else:
            joined[-1] = whole
    return joined


def _whole(article: Article, first: DateMention, last: DateMention) -> DateMention | None:
    gap = article.view[first.span.end : min(last.span.start, first.span.end + _LONGEST_GAP)]
    if first.span.end + len(gap) < last.span.start or not _connects(article, first, last, gap):
        return None
    start, end = _value(first), _value(last)
    date = interval(start, end) if start and end else None
    if date is None:
        return None
    between = _BETWEEN.search(_before(article, first)) if _AND.fullmatch(gap) else None
    span = Span(first.span.start - (len(between[0]) if between else 0), last.span.end)
    explicit = DateForm.EXPLICIT in (first.form, last.form)
    return DateMention(
        span=span,
        surface=article.text[span.start : span.end],
        reasons=(Reason("from one date to another"),),
        date=date,
        form=DateForm.EXPLICIT if explicit else DateForm.PARTIAL,
        year_from=None if explicit else first.year_from,
        warning=first.warning or last.warning,
    )


def _before(article: Article, mention: DateMention) -> str:
    return article.view[max(0, mention.span.start - 60) : mention.span.start]


def _connects(article: Article, first: DateMention, last: DateMention, gap: str) -> bool:
    """Whether the words before and between two dates make them the ends of one."""
    before = _before(article, first)
    if _DASH.fullmatch(gap):
        return not (_BRACKET.search(before) and _is_a_life(first.date, last.date))
    if _TO.fullmatch(gap):
        return _FROM.search(before) is not None or _is_day(first.date) == _is_day(last.date)
    return _AND.fullmatch(gap) is not None and _BETWEEN.search(before) is not None


def _is_a_life(born: HistoricalDate | None, died: HistoricalDate | None) -> bool:
    if born is None or died is None or not (born.is_day or died.is_day):
        return False
    return died.span_days()[1] - born.span_days()[0] > 365 * _SHORTEST_LIFE


def _is_day(date: HistoricalDate | None) -> bool:
    return date is not None and date.is_day


def _value(mention: DateMention) -> DateValue | None:
    """A date that can be an end: stated, in no calendar, and no interval itself."""
    if mention.form not in (DateForm.EXPLICIT, DateForm.PARTIAL) or mention.date is None:
        return None
    value = mention.date.gregorian
    if mention.date.stated is not Stated.UNSPECIFIED or not isinstance(value, DateValue):
        return None
    return value
