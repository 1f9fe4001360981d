"""An event as the article tells it, before it becomes an entry."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from flashgen.article import Span
from flashgen.dates.historical import DateValue, HistoricalDate
from flashgen.drafting.clauses.story import Named
from flashgen.english.tokens import Sentence
from flashgen.mentions import DateMention
from flashgen.tables import words as table


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


def at_once(s: Sentence, n: Named, draft: EventDraft) -> EventDraft:
    """The event, which lacks its time where its date is "as early as 1839"."""
    k = n.start - (s.words[n.start - 1].lower() == "the")
    if not (k > 2 and s.words[k - 1].lower() == s.words[k - 3].lower() == "as"):
        return draft
    return replace(draft, lacks=(*draft.lacks, "whether it happened then"))


def unsure(mention: DateMention) -> str:
    """Why a date may be another one; "" where it is not."""
    if mention.warning or mention.perhaps:
        return mention.warning or f"or {mention.perhaps}"
    return f"a part of it: {mention.surface}" if _is_part_of_years(mention) else ""


def _is_part_of_years(mention: DateMention) -> bool:
    """Whether the words say only a part of what the value holds: "the early 1830s"."""
    value = mention.date and mention.date.written
    wide = isinstance(value, DateValue) and value.open_digits > 0
    parts = table("dates", "early", "portion", "quarter", "half", "last")
    return wide and not parts.isdisjoint(re.findall(r"[a-z]+", mention.surface.lower()))
