"""A rule of sequences: between two neighbours the deck has nothing else to name."""

from __future__ import annotations

from collections.abc import Iterator

from flashgen.checks.cards import Shown
from flashgen.checks.rule import Finding, Rule
from flashgen.dates.historical import DateInterval
from flashgen.dates.hours import DAY, Minutes
from flashgen.deck.kinds import Event
from flashgen.deck.order import span
from flashgen.deck.sequences import Successor
from flashgen.errors import Severity


def _skips(shown: Shown) -> Iterator[Finding]:
    begins = [(_beginning(item), item) for item in shown.items if isinstance(item, Event)]
    for item in shown.items:
        if isinstance(item, Successor):
            asked, answer = item.steps[-2:]
            after, before = span(asked)[0], span(answer)[1]
            for (first, last), event in begins:
                if after < last and first < before and event.key not in (asked.key, answer.key):
                    line = f" (line {event.where.line})"
                    yield (
                        item,
                        f"'{event.key}'{line} may have come before '{answer.key}'; put it into the "
                        "sequence, give hours, or say in 'title' what it tells, and allow it",
                    )
                    break


def _beginning(event: Event) -> Minutes:
    """From when to when an event may have begun, in minutes; what lasted began on its first day."""
    first, last = span(event)
    return first, first + DAY if isinstance(event.date.written, DateInterval) else last


def _event(key: str, date: str) -> str:
    return f"  {key}: {{what: The {key} fell., date: {date}, cite: a chronicle}}\n"


_WALLS = "events:\n" + _event("bastion", "1700-03-01") + _event("wall", "1700-05-09")
_SIEGE = "sequences:\n  siege: {title: The siege, events: [bastion, wall]}"

RULES = (
    Rule(
        name="skipped-event",
        severity=Severity.FAULT,
        explanation="A sequence asks what came next, and another event that the deck asks about "
        "may have come in between. Who names that one is told to be wrong, and is right.",
        example=_WALLS + _event("gate", "1700-04-05") + _SIEGE,
        counter_example=_WALLS + _event("gate", "1700-06-11") + _SIEGE,
        find=_skips,
        of_facts=True,
    ),
)
