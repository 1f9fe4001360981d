"""Which calendar a plain date of an article is of: the one in force where it happened."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from flashgen.article import Article
from flashgen.countries import Country, country_of
from flashgen.mentions import DateMention, FoundPlace


def settle_dates(
    article: Article, dates: Sequence[DateMention], places: Sequence[FoundPlace], calendar: Country
) -> tuple[DateMention, ...]:
    """The mentions, plain dates in the calendar of their country.

    That is the one country whose places their sentence names, or else ``calendar``. A day that a
    change of calendar left out is a warning, and so is one of which it is not known how its people
    counted.
    """
    named = sorted((m.span.start, place.canonical) for place in places for m in place.mentions)
    settled = []
    for mention in dates:
        country = _of_sentence(article, mention, named) or calendar
        settled.append(_settled(mention, country))
    return tuple(settled)


def _of_sentence(
    article: Article, mention: DateMention, named: Sequence[tuple[int, str]]
) -> Country | None:
    sentence = article.sentence_at(mention.span.start)
    if sentence is None:
        return None
    first, end = (bisect_left(named, (at, "")) for at in (sentence.start, sentence.end))
    countries = {country for _, place in named[first:end] if (country := country_of(place))}
    return countries.pop() if len(countries) == 1 else None


def _settled(mention: DateMention, country: Country) -> DateMention:
    date = mention.date
    if date is None or date.calendar is not None:
        return mention
    try:
        settled = country.settle(date)
    except ValueError as error:
        return replace(mention, warning=mention.warning or str(error))
    if settled.calendar is None:
        doubt = country.doubt(date)
        return replace(mention, warning=mention.warning or doubt or None)
    return replace(mention, date=settled, calendar_from=country.name)
