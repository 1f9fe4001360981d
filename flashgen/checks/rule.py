"""A rule of good cards is a value: its name, what it means, what it finds and what it must not.

``tests/checks/test_rules.py`` runs the example and the counter-example of each through the loader,
``docs/cards.md`` is made from them, ``flashgen check --explain`` shows them. A rule is general: it
knows English and learning, never one deck.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from flashgen.checks.cards import Card, Shown
from flashgen.deck.kinds import Item
from flashgen.errors import Severity

# What a rule found: the card, or the fact where it concerns all its cards; and what is wrong.
Finding = tuple[Card | Item, str]
Find = Callable[[Shown], Iterable[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of good cards.

    ``explanation`` says in two sentences what is bad, and why. ``example`` are facts, as deck.yaml
    has them, in which it finds something, ``counter_example`` facts in which it must not; both
    stand beside the article ``article``, if there is one, the second beside ``other_article``, if
    it is the article that makes the difference. ``find`` is None where the rule works
    elsewhere, while the deck is made. ``of_facts``: it asks more of a card than its two sides, so
    that it cannot judge a package.

    Raises ValueError where the explanation is not two sentences long.
    """

    name: str
    severity: Severity = Severity.HINT
    explanation: str
    example: str
    counter_example: str
    article: str = ""
    other_article: str = ""
    find: Find | None = None
    of_facts: bool = False

    @property
    def summary(self) -> str:
        """What is bad, in one sentence."""
        return self.explanation.partition(". ")[0] + "."

    @property
    def judges_packages(self) -> bool:
        """Whether it finds anything in a package, of which only the cards are known."""
        return self.find is not None and not self.of_facts

    def __post_init__(self) -> None:
        if self.explanation.count(". ") != 1 or not self.explanation.endswith("."):
            raise ValueError(f"{self.name}: an explanation has two sentences")
