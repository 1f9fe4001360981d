"""What the rules see in an article: one module each for dates, places, people and quotations."""

from __future__ import annotations

from collections.abc import Callable

from flashgen.article import Article
from flashgen.dates.countries import Country
from flashgen.english.tokens import read_text
from flashgen.mentions import Mentions
from flashgen.rules.calendars import settle_dates
from flashgen.rules.dates import find_dates
from flashgen.rules.names import find_names, find_neither, find_people, find_places
from flashgen.rules.quotations import find_quotations

__all__ = ["STEPS", "find_mentions"]


# What find_mentions looks for, in order.
STEPS = ("dates", "names", "places", "people", "quotations")


def find_mentions(
    article: Article,
    *,
    year: int | None = None,
    calendar: Country | None = None,
    begin: Callable[[str], object] = str,
) -> Mentions:
    """Everything that the rules see.

    ``year`` is that of the dates that state none. ``calendar`` is that of plain dates, where their
    sentence does not name another country. ``begin`` is called with each of STEPS as it begins (by
    default without any effect): a book takes a while.
    """
    begin("dates")
    dates = find_dates(article, year)
    begin("names")
    text = read_text(article)
    names = find_names(text, [date.span for date in dates])
    begin("places")
    places = find_places(article, names)
    if calendar is not None:
        dates = settle_dates(article, dates, names, places, calendar)
    begin("people")
    people = find_people(article, names, places)
    begin("quotations")
    quotations = find_quotations(text, people)
    return Mentions(people, dates, places, quotations, find_neither(article, names))
