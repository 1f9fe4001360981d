"""Run the rules of good cards, and leave out what the author allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from flashgen.checks.cards import Card, Shown
from flashgen.checks.catalogue import RULES
from flashgen.deck.kinds import Item
from flashgen.deck.sequences import EventSequence, Successor
from flashgen.errors import Location, Problem, Severity, by_place


def judge(shown: Shown, found: Sequence[Problem] = ()) -> tuple[Problem, ...]:
    """What was found so far and what is wrong with the cards, in the order of the files.

    Each stands at the line of its fact. What a fact allows is left out; an allowance that switches
    nothing off is a hint.
    """
    items = {fact.item.where: fact.item for fact in shown.facts}
    used = set()
    kept = []
    for problem in (*found, *_findings(shown)):
        item = items.get(problem.where) if isinstance(problem.where, Location) else None
        if item and problem.rule in dict(item.allow):
            used.add((_allowing(item).where, problem.rule))
        else:
            kept.append(problem)
    for entry in {each.where: each for each in map(_allowing, items.values())}.values():
        for rule, _ in entry.allow:
            if (entry.where, rule) not in used:
                message = f"{entry.key}: '{rule}' finds nothing here; remove it from 'allow'"
                kept.append(Problem(entry.where, message, Severity.HINT, "unused-allowance"))
    return tuple(sorted(kept, key=lambda problem: by_place(problem)[:3]))


def _allowing(item: Item) -> Item | EventSequence:
    """The entry of deck.yaml under which an item's ``allow`` stands."""
    return item.sequence if isinstance(item, Successor) else item


def _findings(shown: Shown) -> Iterator[Problem]:
    for rule in RULES:
        for subject, message in rule.find(shown) if rule.find else ():
            name = (
                f"{subject.note}: card '{subject.name}'"
                if isinstance(subject, Card)
                else subject.key
            )
            yield Problem(subject.where, f"{name}: {message}", rule.severity, rule.name)


def problems_of(cards: Iterable[Card]) -> tuple[Problem, ...]:
    """What is wrong with cards of which nothing is known but their two sides."""
    return judge(Shown(tuple(cards)))
