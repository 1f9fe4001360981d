"""What the rules see in an article: people, dates, places and quotations, each with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from flashgen.article import Span
from flashgen.dates.historical import HistoricalDate


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that spoke for a mention, or against it, and how much it weighed there."""

    rule: str
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Mention:
    """Something that rules saw: ``surface`` is ``article.text[span.start:span.end]``.

    ``reasons`` are the rules that took part, the one that counted most first.
    """

    span: Span
    surface: str
    reasons: tuple[Reason, ...]

    @property
    def rule(self) -> str:
        """The rule that counted most."""
        return self.reasons[0].rule


class DateForm(StrEnum):
    """How a date is expressed: with its year, without, by reference, or as a time of day."""

    EXPLICIT = "explicit"
    PARTIAL = "partial"
    RELATIVE = "relative"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class DateMention(Mention):
    """A date; ``date`` is None where it could not be settled.

    ``time`` is a time of day that belongs to it ("about 2 am"), ``year_from`` where a year that
    is not stated came from, ``perhaps`` another year that is nearly as likely,
    ``calendar_from`` the country that told a calendar that is not stated,
    ``warning`` what does not fit (halves, weekday).
    """

    date: HistoricalDate | None
    form: DateForm
    time: str | None = None
    year_from: str | None = None
    perhaps: str | None = None
    calendar_from: str | None = None
    warning: str | None = None


class PlaceKind(StrEnum):
    """What sort of place a place is."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    VILLAGE = "village"
    WATER = "water"
    STREET = "street"
    BUILDING = "building"
    MOUNTAIN = "mountain"
    BATTLEFIELD = "battlefield"
    OTHER = "other"


# Where much happens, and whose people act.
LANDS = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION})


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a proper name: the fullest form in the text, and every mention in order."""

    canonical: str
    mentions: tuple[Mention, ...]

    @property
    def surface_forms(self) -> tuple[str, ...]:
        """The distinct forms that occur, spaces folded, in the order of their first mention."""
        return tuple(dict.fromkeys(" ".join(m.surface.split()) for m in self.mentions))


def without_lordship(name: str) -> tuple[str, ...]:
    """A name, and what it is without a title behind a comma: "Karl Philipp, Prince of Ravnik"."""
    given, comma, title = name.partition(", ")
    return (name, given) if comma and " of " in title else (name,)


@dataclass(frozen=True, slots=True)
class FoundPerson(Named):
    """A human being whom the text names; ``sex`` is "man", "woman", or "" where it is not told."""

    sex: str = ""

    @property
    def surface_forms(self) -> tuple[str, ...]:
        """The forms; one with a title of nobility behind a comma is two, with it and without it."""
        forms = (" ".join(mention.surface.split()) for mention in self.mentions)
        return tuple(dict.fromkeys(chain.from_iterable(map(without_lordship, forms))))


@dataclass(frozen=True, slots=True)
class FoundPlace(Named):
    """A place that the text names."""

    kind: PlaceKind


@dataclass(frozen=True, slots=True)
class QuotationMention(Mention):
    """Words given as somebody's own, an interrupted quotation rejoined.

    ``parts`` are the spans between the quotation marks, ``text`` their words on one line.
    ``speaker`` is a person's canonical name, or the text's own words for a speaker without a
    name ("one observer"), or None.
    """

    parts: tuple[Span, ...]
    text: str
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Mentions:
    """All that the rules saw in one article, each kind in the order of the text.

    ``neither`` are the words that were weighed as a name and found to be nobody's and no place's,
    with the reasons.
    """

    people: tuple[FoundPerson, ...]
    dates: tuple[DateMention, ...]
    places: tuple[FoundPlace, ...]
    quotations: tuple[QuotationMention, ...]
    neither: tuple[Mention, ...] = ()
