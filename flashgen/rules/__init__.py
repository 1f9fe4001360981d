"""What the rules see in an article: one module each for dates, places, people and quotations."""

from __future__ import annotations

from flashgen.calendar_change import CalendarChange
from flashgen.rules.dates import find_dates
from flashgen.rules.dates.sides import settle_dates
from flashgen.rules.evidence import find_names
from flashgen.rules.people import find_people
from flashgen.rules.places import find_places
from flashgen.rules.quotations import find_quotations
from flashgen.types import Article, Mentions

__all__ = ["find_mentions"]


def find_mentions(
    article: Article, *, year: int | None = None, calendar_change: CalendarChange | None = None
) -> Mentions:
    """Everything that the rules see.

    ``year`` is that of the dates that state none; ``calendar_change`` says which calendar those
    are in that state none.
    """
    dates = find_dates(article, year)
    if calendar_change is not None:
        dates = settle_dates(dates, calendar_change)
    names = find_names(article)
    places = find_places(article, names)
    people = find_people(article, names, places)
    return Mentions(
        people=people,
        dates=dates,
        places=places,
        quotations=find_quotations(article, people),
    )
