"""Clues: small tests, each with a weight, of whether a name is a person's or a place's.

``name_clues`` look at the name itself and at the rest of the article, ``person_clues`` and
``place_clues`` at the clause around it. ``evidence`` sums them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import cached_property

from flashgen.english.clauses import Clause
from flashgen.english.tokens import Sentence
from flashgen.rules.names.context import fits, fitting
from flashgen.rules.names.name import Name
from flashgen.rules.names.style import Spelling, is_emphasised
from flashgen.rules.rule import Rule

# How much a clue weighs. ENOUGH clues make a name a person's or a place's.
HINT = 1  # not enough by itself
SIGN = 2  # enough by itself
PROOF = 3  # enough against a hint to the contrary
STRONG = 4  # enough against a sign to the contrary
KNOWN = 20  # no mere context outweighs it
ENOUGH = SIGN


@dataclass(slots=True)
class Around:
    """What the article and the sentence tell of a name.

    ``people`` are the words of the surest names of people, ``likely`` those of names that the
    round before took for people's, ``heads`` the names of streets and waters without their heads,
    all folded.
    """

    style: Spelling
    people: frozenset[str] = frozenset()
    likely: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    _sentence: Sentence | None = None
    _roles: dict[tuple[str, int], Clause] = field(default_factory=dict)

    def clause(self, name: Name, role: str) -> Clause | None:
        """The clause of which a name is the "subject" or the "object"."""
        if name.sentence is not self._sentence:
            self._sentence, self._roles = name.sentence, _roles(name.sentence)
        clauses = (self._roles.get((role, i)) for i in range(name.start, name.end))
        return next(filter(None, clauses), None)


def _roles(sentence: Sentence) -> dict[tuple[str, int], Clause]:
    """The clauses by the heads of their subjects and objects; what stands before is a subject."""
    roles: dict[tuple[str, int], Clause] = {}
    for clause in sentence.clauses:
        for role, phrase in (("subject", clause.subject), ("object", clause.object)):
            if phrase is not None:
                for member in (phrase, *phrase.with_):
                    roles.setdefault((role, member.head), clause)
    for clause in sentence.clauses:
        roles.setdefault(("subject", clause.start - 1), clause)
    return roles


@dataclass(frozen=True, slots=True, kw_only=True)
class NameClue(Rule):
    """A test of a name where it stands; its weight counts for a person, or for a place.

    What it tests is a pattern (see ``context``) or a function.
    """

    test: Test | str

    def holds(self, name: Name, around: Around) -> bool:
        """Whether a name stands as the clue says."""
        if isinstance(self.test, str):
            return fits(self.test)(name)
        return self.test(name, around)


Test = Callable[[Name, Around], bool]


def clue(
    of: str, id_: str, weight: int, test: Test | str, finds: dict[str, str], *ignores: str
) -> NameClue:
    """A row of a table of clues."""
    return NameClue(id=f"{of}/{id_}", weight=weight, finds=finds, ignores=ignores, test=test)


@dataclass(frozen=True)
class Clues:
    """A table of clues, to be tried together."""

    rows: tuple[NameClue, ...]

    @cached_property
    def _fitting(self) -> Callable[[Name], Collection[str]]:
        return fitting(*(row.test for row in self.rows if isinstance(row.test, str)))

    def held(self, name: Name, around: Around) -> dict[str, int]:
        """Those that hold for a name where it stands, each with its weight."""
        fit = self._fitting(name)
        return {
            row.id: row.weight
            for row in self.rows
            if (row.test in fit if isinstance(row.test, str) else row.test(name, around))
        }


def is_in_italics(name: Name, around: Around) -> bool:
    """Whether emphasis holds it and nothing else: a ship, a book, a foreign word."""
    return is_emphasised(name, around.style)
