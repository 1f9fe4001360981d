"""A rule is a value: what it looks for, and the cases that show what it means.

Each kind of rule is a subclass with a pattern of its own: a form of dates, a clue of names, a cue
of speech. A rule knows English and history, never one text. ``tests/rules/test_rules.py`` runs the
cases of all of them, ``docs/rules.md`` is made from them, ``flashgen explain`` shows them at work.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What all rules have in common.

    ``id`` is the kind and a name: "date/day-month-year", "person/title", "speaker/inverted".
    ``finds`` are texts in which it finds something, each with the reading that it leads to: a
    date's value ("1917-11-07"), a name in full, a speaker. ``ignores`` are texts that look alike
    and in which it must not take part in any find. ``weight`` is how much it counts where rules
    compete or add up; ``source`` is where its convention comes from, if not from plain English.

    Raises ValueError where it has no cases of either sort: what a rule means is in them.
    """

    id: str
    finds: Mapping[str, str]
    ignores: tuple[str, ...]
    weight: int = 0
    source: str = ""

    def __post_init__(self) -> None:
        if not self.finds or not self.ignores:
            raise ValueError(
                f"{self.id}: a rule needs a text that it finds and one that it must not"
            )
