"""What a word can be in a sentence: a determiner, an adverb, a verb, a part of a noun phrase.

Each is told by the tables, by the word's ending and by the word before it; nothing here looks
further.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from flashgen.rules.quotations.frame import Kind, Token
from flashgen.tables import table, words

Tokens = Sequence[Token]

COUNTS = frozenset(
    "one two three four five six seven eight nine ten few several many half most".split()
)
_ADJECTIVES_TOO = frozenset("first last long only next late".split())
_OBJECTS = frozenset("me him them us myself himself herself themselves itself".split())


@cache
def pronouns() -> frozenset[str]:
    """The pronouns that can be a subject."""
    return words("quotations", "subject_pronouns", "relatives")


@cache
def saying() -> frozenset[str]:
    """All forms of verbs of saying and writing that are one word."""
    return frozenset(
        w for w in words("verbs", "saying") | words("quotations", "saying") if " " not in w
    )


@cache
def _verbs() -> frozenset[str]:
    """Words that can be a finite verb, or a participle."""
    groups = ("saying", "thinking", "judging", "actions", "document_verbs", "linking")
    single = {verb for verb in table("verbs")["of_persons"] if " " not in verb}
    return words("quotations", *groups) | saying() | single | words("quotations", "naming")


@cache
def _nouns_too() -> frozenset[str]:
    """Verb forms that are nouns as well: "reports", "cries"."""
    groups = ("messages", "documents", "persons", "crowds", "terms", "works", "signs")
    return words("quotations", *groups) & _verbs()


@cache
def _no_nouns() -> frozenset[str]:
    """Words at which a noun phrase ends."""
    groups = ("prepositions", "conjunctions", "subordinators", "adverbs", "auxiliaries")
    return words("quotations", *groups, "subject_pronouns", "relatives")


@cache
def peoples() -> frozenset[str]:
    """The names of peoples and followers, in lower case."""
    return frozenset(people.lower() for people in words("words", "peoples"))


def is_determiner(token: Token) -> bool:
    """Whether a word can open a noun phrase; "that" is taken for a conjunction."""
    return token.kind is Kind.WORD and token.low in words("quotations", "determiners")


def is_auxiliary(token: Token) -> bool:
    """Whether a word is an auxiliary verb."""
    low = token.low
    return token.kind is Kind.WORD and (
        low in words("quotations", "auxiliaries") or low.endswith(("n't", "n’t"))
    )


def is_adverb(token: Token) -> bool:
    """Whether a word may stand between a subject and its verb."""
    if token.kind is not Kind.WORD:
        return False
    return token.low in words("quotations", "adverbs") or (
        token.low.endswith("ly") and len(token.low) > 4 and not token.capital
    )


def is_preposition(token: Token) -> bool:
    """Whether a word is a preposition."""
    return token.kind is Kind.WORD and token.low in words("quotations", "prepositions")


def is_verb(tokens: Tokens, i: int) -> bool:
    """Whether a token is a finite verb, as far as its form and the word before it tell."""
    token = tokens[i]
    before = tokens[i - 1] if i else None
    if token.kind is not Kind.WORD or token.possessive:
        return False
    if is_auxiliary(token):
        return True
    if token.capital and before is not None and before.kind is not Kind.QUOTE:
        return False
    low = token.low
    if low.endswith("ing") or not (low in _verbs() or (low.endswith("ed") and len(low) > 4)):
        return False
    if before is None or before.kind in (Kind.MARK, Kind.QUOTE, Kind.PERSON):
        return low not in _nouns_too() if before is None else not before.possessive
    if before.possessive or is_preposition(before):
        return False
    if is_determiner(before) and before.low not in pronouns() | COUNTS:
        return False
    if low in _nouns_too():
        return before.low in pronouns() or before.capital or is_adverb(before) or _speaks(before)
    return not (low.endswith("ed") and _is_adjective(tokens, i))


def _speaks(token: Token) -> bool:
    return token.low in words("quotations", "documents", "persons", "crowds") | words(
        "people", "callings", "kin"
    )


def _is_adjective(tokens: Tokens, i: int) -> bool:
    """Whether a participle stands before its noun: "the heavily armed soldiers"."""
    k = i - 1
    while k >= 0 and (is_adverb(tokens[k]) or tokens[k].low in _ADJECTIVES_TOO):
        k -= 1
    if k == i - 1 or k < 0:
        return False
    return tokens[k].possessive or (is_determiner(tokens[k]) and tokens[k].low not in pronouns())


def is_nominal(tokens: Tokens, i: int) -> bool:
    """Whether a token can stand inside a noun phrase, behind its determiner."""
    token = tokens[i]
    if token.kind in (Kind.PERSON, Kind.NUMBER):
        return True
    if token.kind is not Kind.WORD:
        return False
    if token.capital and i and token.low not in ("i", "he", "she", "they", "we", "it"):
        return True
    if token.low in _ADJECTIVES_TOO and i:
        return tokens[i - 1].possessive or is_determiner(tokens[i - 1])
    if token.low in _no_nouns() and not (is_determiner(token) and token.low in COUNTS):
        return False
    if token.low.endswith("ly") and (i == 0 or is_adverb(token)):
        return False
    return token.low not in _OBJECTS and not is_verb(tokens, i)
