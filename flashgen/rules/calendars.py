"""Which calendar a plain date of an article is of: the one in force where it happened."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from flashgen.article import Article, Span
from flashgen.dates.countries import Country, country_of
from flashgen.dates.historical import HistoricalDate
from flashgen.english.tokens import Sentence
from flashgen.mentions import DateMention, FoundPlace
from flashgen.rules.names.name import Name, Role
from flashgen.rules.whereabouts import Spot, clause_numbers, spots

# The tags of what may stand between a place and a date right beside it: "in Paris, on the 3rd".
_BESIDE = frozenset("idft,(")


def settle_dates(
    article: Article,
    dates: Sequence[DateMention],
    names: Iterable[Name],
    places: Sequence[FoundPlace],
    calendar: Country,
) -> tuple[DateMention, ...]:
    """The mentions, plain dates in the calendar of the country where it happened.

    That is the place of the date's clause that stands nearest to it, or else ``calendar``, and so
    it is where the table does not know the place. Where another country may be meant, and counted
    otherwise, the date has its doubt. A day that a change of calendar left out is a warning, and
    so is one of which it is not known how its people counted.
    """
    in_full = {m.span.start: place.canonical for place in places for m in place.mentions}
    named: dict[int, list[Name]] = defaultdict(list)
    for name in names:
        if name.role is Role.PLACE:
            named[name.sentence.span.start].append(name)
    scenes: dict[int, _Scene] = {}
    settled = []
    for mention in dates:
        if mention.date is None or mention.date.calendar is not None:
            settled.append(mention)
            continue
        sentence = article.sentence_at(mention.span.start)
        start = sentence.start if sentence else -1
        if start not in named:
            settled.append(_settled(mention, mention.date, calendar, calendar.name))
            continue
        if start not in scenes:
            scenes[start] = _Scene([(name, in_full[name.span.start]) for name in named[start]])
        settled.append(scenes[start].settled(mention, mention.date, calendar))
    return tuple(settled)


class _Scene:
    """A sentence that names places."""

    def __init__(self, names: Sequence[tuple[Name, str]]) -> None:
        self._sentence: Sentence = names[0][0].sentence
        self._spots = list(spots(names))
        self._numbers = clause_numbers(self._sentence)

    def settled(self, mention: DateMention, date: HistoricalDate, calendar: Country) -> DateMention:
        """A date of the sentence in the calendar of its place."""
        first, last = self._tokens(mention.span)
        here = self._of_clause(first)
        near = sorted(
            (spot for spot in here if not spot.named), key=lambda s: self._distance(s, first, last)
        )
        near = [spot for spot in near if not spot.beside or self._is_beside(spot, first, last)]
        if not near:
            return _settled(mention, date, calendar, calendar.name)
        nearest = near[0]
        found = None if nearest.doubtful else _country(nearest)
        country, told = found or (calendar, calendar.name)
        settled = _settled(mention, date, country, told)
        if found and self._is_beside(nearest, first, last) and not nearest.joined:
            return settled
        for spot in near if _country(nearest) else here:
            other = _country(spot)
            if other and _counts_otherwise(date, other[0], country):
                return replace(settled, perhaps=settled.perhaps or f"as counted in {other[1]}")
        return settled

    def _tokens(self, span: Span) -> tuple[int, int]:
        starts = self._sentence.starts
        return bisect_left(starts, span.start), bisect_left(starts, span.end)

    def _of_clause(self, token: int) -> list[Spot]:
        """The places of the clause of a token, or, where it has no verb, of the one before."""
        number = self._numbers[min(token, len(self._numbers) - 1)]
        while number >= 0:
            here = [spot for spot in self._spots if self._numbers[spot.start] == number]
            own = (
                t for t, n in zip(self._sentence.tags, self._numbers, strict=True) if n == number
            )
            if any(not spot.named for spot in here) or not set("VMbhuD").isdisjoint(own):
                return here
            number -= 1
        return []

    def _distance(self, spot: Spot, first: int, last: int) -> int:
        """How many tokens lie between, a comma for three."""
        between = self._between(spot, first, last)
        return len(between) + 2 * between.count(",")

    def _is_beside(self, spot: Spot, first: int, last: int) -> bool:
        return _BESIDE.issuperset(self._between(spot, first, last))

    def _between(self, spot: Spot, first: int, last: int) -> str:
        tags = self._sentence.tags
        return tags[spot.end : first] if spot.end <= first else tags[last : spot.start]


def _country(spot: Spot) -> tuple[Country, str] | None:
    """The first country that the names of a place tell, and the words for what told it."""
    for name in spot.names:
        if country := country_of(name):
            same = country.name.casefold() == name.casefold()
            return country, country.name if same else f"{country.name} ({name})"
    return None


def _counts_otherwise(date: HistoricalDate, country: Country, other: Country) -> bool:
    try:
        return country.settle(date) != other.settle(date)
    except ValueError:
        return True


def _settled(
    mention: DateMention, date: HistoricalDate, country: Country, told: str
) -> DateMention:
    try:
        settled = country.settle(date)
    except ValueError as error:
        return replace(mention, warning=mention.warning or str(error))
    if settled.calendar is None:
        doubt = country.doubt(date)
        return replace(mention, warning=mention.warning or doubt or None)
    return replace(mention, date=settled, calendar_from=told)
