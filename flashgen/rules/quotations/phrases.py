"""Noun phrases: the one that ends before a word, and the one that begins with it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from flashgen.rules.quotations.frame import Kind, Token
from flashgen.rules.quotations.words import (
    COUNTS,
    Tokens,
    is_adverb,
    is_determiner,
    is_nominal,
    is_preposition,
    peoples,
    pronouns,
)
from flashgen.tables import words

# The longest phrase in tokens: the limit keeps the work linear.
LONGEST_PHRASE = 14
# Possessive determiners, and who has what they stand before.
POSSESSIVES = {"his": "he", "her": "she", "their": "they", "my": "i", "our": "we"}
# Prepositions that join a phrase to the one before it; behind a verb fewer do.
_JOINING = frozenset({"of", "from", "for", "in", "at", "on", "to"})
_JOINING_BEHIND = frozenset({"of", "from"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase, ``tokens[start:end]`` of its sentence; ``head`` is its noun.

    ``person`` is the canonical name where the phrase is that person ("General Wrangel").
    """

    start: int
    end: int
    head: Token
    person: str | None = None
    owner: Token | None = None
    determiner: str = ""

    @property
    def owned(self) -> bool:
        """Whether it says whose it is: "Hale's letter", "his letter"."""
        return self.owner is not None or self.determiner in POSSESSIVES

    @property
    def pronoun(self) -> str | None:
        """The pronoun that the phrase is, None where it is none."""
        alone = self.end - self.start == 1
        return self.head.low if alone and self.head.low in pronouns() else None


def phrase_before(tokens: Tokens, end: int) -> Phrase | None:
    """The noun phrase that ends right before a token; None where none does.

    A phrase that hangs on a preposition at the beginning of a clause is none: "From the hill".
    """
    i = end - 1
    if i < 0:
        return None
    if tokens[i].kind is Kind.WORD and tokens[i].low in pronouns() and not _is_count(tokens, i):
        return Phrase(i, end, tokens[i])
    lowest = max(0, end - LONGEST_PHRASE)
    start = group_start(tokens, end, lowest)
    if start == end:
        return None
    first = start
    head_end = end
    while first - 1 > lowest and tokens[first - 1].low in _JOINING:
        further = group_start(tokens, first - 1, lowest)
        if further == first - 1:
            break
        if tokens[first - 1].low == "for" and tokens[first].low in ("his", "her", "their"):
            return phrase_before(tokens, first - 1)  # "the duke for his part" is the duke
        first, head_end = further, first - 1
    opens = words("quotations", "subordinators")
    if first and is_preposition(tokens[first - 1]) and tokens[first - 1].low not in opens:
        name = _name_start(tokens, first, end)
        return as_phrase(tokens, name, end, end) if name is not None else None
    return as_phrase(tokens, first, head_end, end)


def _name_start(tokens: Tokens, first: int, end: int) -> int | None:
    """Where a name begins behind what a preposition has: "In his diary Erich Honecker"."""
    start = end
    while start > first and tokens[start - 1].capital:
        start -= 1
    if not first < start < end:
        return None
    before = tokens[start - 1]
    part = is_determiner(before) or before.low in words("people", "callings", "kin")
    return None if part else start  # "By order of the chronicler Wace"


def _is_count(tokens: Tokens, i: int) -> bool:
    """Whether a numeral is what a phrase ends with: "the other two"."""
    return tokens[i].low in COUNTS and i > 0 and is_determiner(tokens[i - 1])


def group_start(tokens: Tokens, end: int, lowest: int) -> int:
    """Where the words of one noun group begin that ends before a token; ``end`` if none does."""
    i = end - 1
    named = i >= 0 and tokens[i].kind is Kind.PERSON and not tokens[i].possessive
    while i >= lowest:
        token = tokens[i]
        if i > lowest and i < end - 1 and is_adverb(token) and is_determiner(tokens[i - 1]):
            i -= 1  # "a newly arrived Frank"
            continue
        if is_determiner(token) and (i < end - 1 or token.low in COUNTS):
            i -= 1
            while i >= lowest and tokens[i].low in ("all", "both", "half"):
                i -= 1
            return i + 1
        year = (
            token.kind is Kind.NUMBER
            and len(token.low) > 2
            and i + 1 < end
            and tokens[i + 1].capital
        )
        if year or not is_nominal(tokens, i) or (named and i < end - 1 and not _before_name(token)):
            break
        i -= 1
    return i + 1


def _before_name(token: Token) -> bool:
    """Whether a word may stand before a name as a part of its phrase: "journalist John Hale"."""
    if token.kind is not Kind.WORD or token.possessive:
        return False
    titles = words("people", "titles", "short_titles")
    return (
        not token.capital
        or token.low.title() in titles
        or token.low.title() in words("words", "peoples")
    )


def phrase_after(tokens: Tokens, start: int) -> Phrase | None:
    """The noun phrase that begins with a token; None where none does."""
    if start >= len(tokens):
        return None
    if _is_pronoun_alone(tokens, start):
        return Phrase(start, start + 1, tokens[start])
    end = _group_end(tokens, start)
    if end == start:
        return None
    head_end = end
    while end + 1 < len(tokens) and tokens[end].low in _JOINING_BEHIND and end - start < 10:
        further = _group_end(tokens, end + 1)
        if further == end + 1:
            break
        end = further
    return as_phrase(tokens, start, head_end, end)


def _is_pronoun_alone(tokens: Tokens, i: int) -> bool:
    token = tokens[i]
    if token.kind is not Kind.WORD or token.low not in pronouns():
        return False
    if not is_determiner(token) or i + 1 == len(tokens):
        return True
    return not (
        is_nominal(tokens, i + 1) or tokens[i + 1].low == "of" or is_determiner(tokens[i + 1])
    )


def _group_end(tokens: Tokens, start: int) -> int:
    i = start
    limit = min(len(tokens), start + LONGEST_PHRASE)
    while i < limit and is_determiner(tokens[i]):
        i += 1
    first = i
    while i < limit and is_nominal(tokens, i):
        i += 1
        named = tokens[i - 1].kind is Kind.PERSON and not tokens[i - 1].possessive
        if named and not (i < limit and tokens[i].kind is Kind.PERSON):
            break
    if i == first:
        # "one of the soldiers"
        return (
            i if i > start and tokens[i - 1].low in COUNTS | {"some", "all", "another"} else start
        )
    return i


def as_phrase(tokens: Tokens, start: int, head_end: int, end: int) -> Phrase:
    """The phrase ``tokens[start:end]`` whose noun stands before ``head_end``."""
    head = tokens[head_end - 1]
    owner = next((t for t in tokens[start : head_end - 1] if t.possessive), None)
    determiner = tokens[start].low if is_determiner(tokens[start]) else ""
    return Phrase(start, end, head, None if head.possessive else head.person, owner, determiner)


def can_speak(phrase: Phrase) -> bool:
    """Whether a phrase names human beings or a document by its noun."""
    return not _forms(phrase.head.low).isdisjoint(_speaking_nouns() | peoples())


@cache
def _speaking_nouns() -> frozenset[str]:
    groups = ("persons", "crowds", "documents", "women", "men")
    return words("quotations", *groups) | words("people", "callings", "kin")


def _forms(noun: str) -> frozenset[str]:
    """A noun and what its singular may be."""
    forms = {noun}
    for ending, singular in (("s", ""), ("ies", "y"), ("men", "man")):
        if noun.endswith(ending):
            forms.add(noun.removesuffix(ending) + singular)
    return frozenset(forms)


def is_plural(phrase: Phrase) -> bool:
    """Whether a phrase that can speak has many voices."""
    low = phrase.head.low
    if low in words("quotations", "crowds"):
        return True
    return low.endswith(("s", "men")) and low not in _speaking_nouns() and can_speak(phrase)
