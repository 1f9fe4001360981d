"""Clues: small tests, each with a weight, of whether a name is a person's or a place's.

``name_clues`` look at the name itself and at the rest of the article, ``person_clues`` and
``place_clues`` at the clause around it. ``evidence`` sums them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.english.tokens import Sentence
from flashgen.rules.names.fold import fold
from flashgen.rules.names.kinds import is_people, is_person_noun
from flashgen.rules.names.name import Name, possessive
from flashgen.rules.names.style import Style, is_emphasised
from flashgen.rules.rule import Rule

# How much a clue weighs. ENOUGH clues make a name a person's or a place's.
HINT = 1  # not enough by itself
SIGN = 2  # enough by itself
PROOF = 3  # enough against a hint to the contrary
STRONG = 4  # enough against a sign to the contrary
KNOWN = 20  # no mere context outweighs it
ENOUGH = SIGN

# How far behind a comma the noun of an apposition may stand.
_APPOSITION_WORDS = 7


@dataclass(slots=True)
class Around:
    """What the article and the clause tell of a name.

    ``people`` are the words of the surest names of people, ``likely`` those of names that the
    round before took for people's, ``heads`` the names of streets and waters without their heads,
    all folded. ``subject_of``, ``object_of``, ``agent_of`` are clauses in which the name is that.
    """

    style: Style
    people: frozenset[str] = frozenset()
    likely: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    subject_of: Clause | None = None
    object_of: Clause | None = None
    agent_of: Clause | None = None
    _sentence: Sentence | None = None
    _roles: dict[tuple[str, int], Clause] = field(default_factory=dict)

    def of_a_person(self, name: Name) -> bool:
        """Whether the name is a part of a person's full name."""
        return fold(name.text) in self.people or fold(name.text) in self.likely

    def look_at(self, name: Name) -> None:
        """Find the clauses that a name takes part in."""
        if name.sentence is not self._sentence:
            self._sentence = name.sentence
            self._roles = _roles(name.sentence)
        where = range(name.start, name.end)
        roles = self._roles
        self.subject_of = next((roles["s", i] for i in where if ("s", i) in roles), None)
        if self.subject_of is None and not name.possessive:
            self.subject_of = roles.get(("v", name.end))
        self.object_of = next((roles["o", i] for i in where if ("o", i) in roles), None)
        self.agent_of = next((roles["a", i] for i in where if ("a", i) in roles), None)


def _roles(sentence: Sentence) -> dict[tuple[str, int], Clause]:
    """The clauses by the heads of their subjects, objects and agents."""
    roles: dict[tuple[str, int], Clause] = {}
    for clause in sentence.clauses:
        if clause.finite:
            roles["v", clause.start] = clause
        for letter, phrase in (("s", clause.subject), ("o", clause.object), ("a", clause.agent)):
            if phrase is not None:
                for member in (phrase, *phrase.with_):
                    roles.setdefault((letter, member.head), clause)
    return roles


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue(Rule):
    """A test of a name where it stands; its weight counts for a person, or for a place."""

    holds: Callable[[Name, Around], bool]


def held(clues: Iterable[Clue], name: Name, around: Around) -> dict[str, int]:
    """The clues that hold for a name where it stands, each with its weight."""
    return {clue.id: clue.weight for clue in clues if clue.holds(name, around)}


# --- what stands around --------------------------------------------------------------------------


def has_the(name: Name) -> int:
    """1 where "the" stands before a name, else 0: so many words to skip."""
    return int(name.preposition == "the")


def noun_behind(name: Name) -> str:
    """The noun in lower case that a name directly modifies: "the Dawes plan"; "" if none."""
    following = name.after()
    plain = not name.possessive and following.islower() and name.tag_after() == "N"
    return following if plain else ""


def has_apposition(name: Name, is_one: Callable[[str], bool]) -> bool:
    """Whether one of some nouns follows in apposition: "Peters, Lettish member of"."""
    if name.possessive or name.after() not in (",", "("):
        return False
    words, tags = name.sentence.words, name.sentence.tags
    i, end = name.end + 1, min(len(words), name.end + 1 + _APPOSITION_WORDS)
    if tags[i : i + 1] not in ("d", "p", "N", "J", "E", "q", "r"):
        return False
    found = False
    while i < end and tags[i] in "dpNJEqrzD":
        if tags[i] == "E" and not is_people(words[i]) and not possessive(name.sentence, i + 1):
            break
        if tags[i] == "N":
            found = is_one(words[i])
        i += 1
    return found and not (i < len(words) and tags[i] in "cV" and words[i] in ("and", "or"))


def is_in_italics(name: Name, around: Around) -> bool:
    """Whether emphasis holds it and nothing else: a ship, a book, a foreign word."""
    return is_emphasised(name, around.style)


def is_person_here(low: str) -> bool:
    """Whether a noun in lower case is one human being: "king", not "kings"."""
    return is_person_noun(low) and not look_up(low).plural
