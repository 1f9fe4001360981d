"""A name where it stands in a sentence, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from flashgen.article import Span
from flashgen.english.tokens import Sentence
from flashgen.mentions import PlaceKind, Reason

_GENITIVES = frozenset({"'s", "’s", "'S", "’S"})
_APOSTROPHES = frozenset({"'", "’"})


class Role(StrEnum):
    """What a name is the name of; ``OPEN`` until the words around it have been asked."""

    PERSON = "person"
    PLACE = "place"
    OTHER = "neither"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class NamePhrase:
    """The tokens ``start`` to ``end`` of a sentence; ``words`` are those of them that are words.

    ``possessive`` is how many tokens behind it make it a possessive: "Lee" + "'s".
    """

    sentence: Sentence
    start: int
    end: int
    words: tuple[str, ...]
    possessive: int

    @property
    def text(self) -> str:
        """Its words in one string."""
        return " ".join(self.words)

    def before(self, distance: int = 1) -> str:
        """The token so far before it, "" before the first."""
        i = self.start - distance
        return self.sentence.words[i] if i >= 0 else ""

    def after(self, distance: int = 1) -> str:
        """The token so far behind it, a possessive's ending left out; "" behind the last."""
        i = self.end + distance - 1 + self.possessive
        return self.sentence.words[i] if i < len(self.sentence.words) else ""

    def tag_before(self, distance: int = 1) -> str:
        """The tag of the token so far before it; "^" before the first."""
        i = self.start - distance
        return self.sentence.tags[i] if i >= 0 else "^"

    def tag_after(self, distance: int = 1) -> str:
        """The tag of the token so far behind it, as in ``after``; "." behind the last."""
        i = self.end + distance - 1 + self.possessive
        return self.sentence.tags[i] if i < len(self.sentence.tags) else "."

    @property
    def lordship(self) -> bool:
        """Whether a title of nobility behind a comma belongs to it: "Karl Philipp, Prince of"."""
        return "of" in self.words and "," in self.sentence.words[self.start : self.end]

    @property
    def preposition(self) -> str:
        """The word directly before it as it is written within a sentence: "in" for "In"."""
        return self.before().lower()


@dataclass(frozen=True, slots=True)
class Name(NamePhrase):
    """A name, what it is the name of, and the rules that say so, the weightiest first.

    ``titled``: a title that is no part of the name stands before it.
    """

    role: Role = Role.OPEN
    reasons: tuple[Reason, ...] = ()
    kind: PlaceKind = PlaceKind.OTHER
    titled: bool = False

    @property
    def rule(self) -> str:
        """The rule that counted most."""
        return self.reasons[0].rule if self.reasons else ""

    @property
    def span(self) -> Span:
        """Where it stands in the article."""
        return Span(self.sentence.starts[self.start], self.sentence.end(self.end - 1))


def possessive(sentence: Sentence, end: int) -> int:
    """1 where the token at ``end`` is a possessive's ending of what stands before it, else 0."""
    words = sentence.words
    if end >= len(words) or sentence.spaced(end):
        return 0
    if words[end] in _GENITIVES:
        return 1
    plural = words[end] in _APOSTROPHES and words[end - 1].endswith("s")
    return int(plural and end + 1 < len(words) and words[end + 1][0].isalnum())
