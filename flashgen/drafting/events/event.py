"""An event as the article tells it, before it becomes an entry."""

from __future__ import annotations

from dataclasses import dataclass

from flashgen.article import Span
from flashgen.dates.historical import HistoricalDate
from flashgen.mentions import DateMention


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An event as the article tells it; ``lacks`` is what is missing or doubtful.

    ``nominal``: its words are a name, "the Treaty of Riga", and no sentence. ``lasted``: its date
    is how long it was, "from 1907 to 1911", and not one within which it happened. ``verb``: the
    lemma that tells it; ``actor``: the words of its subject; ``transitive``: it is done to
    something or somebody. ``weight``: TURNING, STEP or NONE.
    """

    what: str
    title: str
    date: HistoricalDate
    time: str
    unsure: str
    place: str
    people: tuple[str, ...]
    at: Span
    lacks: tuple[str, ...]
    nominal: bool = False
    lasted: bool = False
    verb: str = ""
    actor: str = ""
    transitive: bool = False
    weight: int = 0


def unsure(mention: DateMention) -> str:
    """Why a date may be another one; "" where it is not."""
    return mention.warning or (f"or {mention.perhaps}" if mention.perhaps else "")
