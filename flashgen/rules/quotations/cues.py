"""What tells whose words a quotation is, or that it is nobody's: the cues, and their subjects."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from flashgen.rules.quotations.clauses import Predication, verb_group_start
from flashgen.rules.quotations.frame import Kind, Token
from flashgen.rules.quotations.phrases import Phrase, phrase_before
from flashgen.rules.quotations.words import Tokens

DASHES = frozenset({"—", "–", "--", "―"})
_BE = frozenset("was were is are be been being am".split())


class Sort(StrEnum):
    """What a cue makes of a quotation; its name is the name of the rule."""

    SAID = "verb of saying"
    SOURCE = "according to"
    JUDGED = "verb of judging"
    WORDS = "noun of speech"
    SPEAKER = "speaker alone"
    NAME = "name or term"
    WORK = "title of a work"
    SIGN = "words on a sign"


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue, with the sentence and the token of its verb or noun.

    ``subject`` is None where the text does not say who speaks; ``end`` is the token behind the
    cue's own words. A cue is ``close`` where at most the verb's object stands between it and
    the quotation. A ``response`` ("he replied") may belong to the words that come next.
    """

    sort: Sort
    sentence: int
    token: int
    end: int
    subject: Phrase | None
    close: bool = True
    behind: bool = False


def subject_of(tokens: Tokens, found: Sequence[Predication], verb: int) -> Phrase | None:
    """The subject of a verb form, through infinitives, participles and coordination.

    None where the text has none, or where the verb is passive ("Mill was told").
    """
    i = bisect_left(found, verb, key=lambda p: p.verb)
    if tokens[verb].low.endswith("ing"):
        return _of_participle(tokens, found[:i], verb)
    if is_passive(tokens, verb):
        return None
    if i < len(found) and found[i].verb == verb:
        return found[i].subject
    if verb and tokens[verb - 1].low in ("to", "have"):
        return found[i - 1].subject if i else None
    return _main(found[:i])


def _of_participle(tokens: Tokens, before: Sequence[Predication], verb: int) -> Phrase | None:
    """Who is "saying": the noun right before it, else the subject of the sentence."""
    if verb == 0:
        return None
    if tokens[verb - 1].kind in (Kind.WORD, Kind.PERSON):
        beside = phrase_before(tokens, verb_group_start(tokens, verb))
        if beside is not None:
            return beside
    if before:
        return _main(before)
    return phrase_before(tokens, verb - 1) if tokens[verb - 1].low == "," else None


def _main(before: Sequence[Predication]) -> Phrase | None:
    """The subject of the nearest main clause before, else of the nearest clause."""
    nearest = reversed(before[-12:])
    main = next((p.subject for p in nearest if not p.subordinate), None)
    return main or (before[-1].subject if before else None)


def is_passive(tokens: Tokens, verb: int) -> bool:
    """Whether a verb stands behind a form of "to be"."""
    start = verb_group_start(tokens, verb)
    return any(token.low in _BE for token in tokens[start:verb])


def has_head(phrase: Phrase | None, nouns: frozenset[str]) -> bool:
    """Whether a phrase's noun is one of some nouns."""
    return phrase is not None and phrase.head.low in nouns


def has_letters(token: Token) -> bool:
    """Whether a token is a word or a name."""
    return token.kind in (Kind.WORD, Kind.PERSON)
