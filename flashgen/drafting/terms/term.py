"""A term and what the article says that it means."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flashgen.article import Span
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import (
    POINTING,
    content_words,
    is_one_of_many,
    is_person_noun,
    loose_noun,
    wording,
)
from flashgen.drafting.terms.meaning import RELATIVES
from flashgen.english.lexicon import look_up
from flashgen.english.numbers import MONTHS
from flashgen.english.phrases import head_of
from flashgen.english.tokens import Sentence
from flashgen.mentions import FoundPerson
from flashgen.tables import words as table

LONGEST, _LONGEST_NAME = 30, 6  # words
_SORTS = frozenset("form kind type sort".split())
_MUCH = 3  # words that say something
_STEM, _SHORTEST = 6, 3  # letters of words that begin alike
_OF_A_NAME = 5  # such words that tell what has a name, if none of them is one
_LIKELY = 2  # of three signs
# What says that a thing is beside another one, or more than others, which the card does not show.
_BESIDE = (
    frozenset(
        "neighbouring neighboring nearby adjacent adjoining surrounding local main chief principal "
        "part one another larger smaller greater wider broader prevailing predominant dominant "
        "established new older modern version additional further".split()
    )
    | _SORTS
)

_RANKS = ("first", "last", "only", "most", "oldest")
_OF_THINGS = frozenset("it its itself their they them themselves".split())
_OF_ONE = frozenset("he his him himself she her herself".split())


@dataclass(frozen=True, slots=True)
class TermDraft:
    """A word and what the article says that it means."""

    term: str
    meaning: str
    aliases: tuple[str, ...]
    at: Span
    lacks: tuple[str, ...] = ()


def explained(
    story: Story,
    i: int,
    term: list[int],
    meaning: list[int],
    least: int = 3,
    *,
    instead: Mapping[int, str] | None = None,
) -> Iterator[TermDraft]:
    """A term and its meaning, each by its tokens; ``instead`` are other words for some of them."""
    s = story.sentences[i]
    while meaning and s.words[meaning[0]].lower() in ("a", "an", "the"):
        meaning = meaning[1:]
    while term and s.words[term[0]].lower() in ("a", "an", "the"):
        term = term[1:]
    if not meaning or not term:
        return
    words, name = _bare(wording(story, i, meaning, instead)), _bare(wording(story, i, term))
    if s.opens[term[0]] and name[1:].islower() and look_up(name.split()[0].lower()).tags:
        name = name[:1].lower() + name[1:]  # "Humanism was a movement that"
    telling = content_words(words)
    if s.tags[meaning[0]] == "q" or re.match("E,?c?E", s.tags[term[0] - 2 : term[0] + 1]):
        return  # "250,000 members"; "Swedish, French or German efforts"
    if not telling or _is_unfit(story, name, words):
        return
    lacks = [f"whom or what “{s.words[k]}” means" for k in _pointing(story, i, meaning)]
    lacks += [f"which {s.words[k]} is meant" for k in _loose(s, term, meaning)]
    between = [k for k in meaning if s.words[k].lower() == "between"]
    if between and not any(s.tags[k] == "c" for k in meaning if k > between[-1]):
        lacks.append("the other one")  # "the road between Riga" and Mitau
    if _is_beside_another(words.split()[0], len(telling)):
        lacks.append("what it was by itself")
    # "invasion of Sicily" is enough, "large Ship" is not.
    of = next((k for k in meaning if s.tags[k] in "fi"), None)
    named = of is not None and any(
        story.is_proper(i, k) and s.words[k] not in MONTHS for k in meaning if k > of
    )
    # "Diet: elected legislature": of which land? "Quraysh: Arab tribe": which one?
    # But "Einsatzgruppen: execution squads" are of one kind.
    many = look_up(s.words[head_of(s.tags, meaning)].lower()).plural
    bare = name[:1].isupper() and not (name.isupper() or named or many)
    least = max(least, _OF_A_NAME) if bare and least > 1 else least  # a gloss is one anywhere
    if len(telling) < (min(least, 2) if named else least):
        lacks.append("more of what it means")
    at = Span(s.starts[min(*term, *meaning)], story.end(i, max(*term, *meaning)))
    yield TermDraft(name, words, (), at, tuple(lacks))


def _is_unfit(story: Story, name: str, words: str) -> bool:
    """Whether a term or its meaning cannot stand on a card: too long, or told by its topic."""
    if any(c.isalpha() and not unicodedata.name(c).startswith("LATIN") for c in name + words):
        return True  # nobody is asked for what is not read
    title = (story.article.title or "").casefold()
    if title in (name.casefold(), words.casefold()) or story.title_words.issuperset(name.split()):
        return True  # which stands on each card
    long = len(name.split()) > _LONGEST_NAME or len(words.split()) > LONGEST
    return long or len(name) < 2


def _is_beside_another(first: str, telling: int) -> bool:
    """Whether a meaning says by its first word that others are beside it: "largest of the towns".

    ``telling`` of its words say something: "form of trade that brought salt" is told by itself.
    """
    sort = first in _SORTS and telling > _MUCH
    beside = first in _BESIDE | table("names", "directions_of") - {"league"} and not sort
    return beside or first.endswith("est") or first in _RANKS


def _pointing(story: Story, i: int, meaning: list[int]) -> Iterator[int]:
    """The words of a meaning that point to what stands outside of it."""
    s = story.sentences[i]
    opened = next(
        (k for k in meaning[1:] if s.words[k].lower() in RELATIVES or s.tags[k] in "GD"), len(s)
    )
    people = [n for n in story.named_in(i) if isinstance(n.what, FoundPerson)]
    one = next(
        (
            k
            for k in meaning
            if is_person_noun(s.words[k], s.tags[k]) or any(n.start <= k < n.end for n in people)
        ),
        len(s),
    )
    for k in meaning:
        low, before, after = s.words[k].lower(), s.tags[k - 1 : k], s.tags[k + 1 : k + 2]
        if low not in POINTING - {"that", "one"} or s.tags[k] in "Eniw":
            continue
        if (low in _OF_THINGS and k > opened + (s.tags[k] == "o")) or (low in _OF_ONE and k > one):
            continue  # "a people that chose its kings"
        if (low == "such" and after == "i") or (low == "other" and before == "c"):
            continue
        if low == "same" and k > opened:
            continue
        if s.words[k - 1 : k + 2][:2] == ("each", "other") or s.words[k : k + 2] == (
            "each",
            "other",
        ):
            continue
        if low == "it" and s.tags[k + 1 : k + 3] == "bJ":
            continue  # "the idea that it is possible to"
        if (low in ("those", "each", "both") and after in ("w", "o", "N")) or low == "so":
            continue
        yield k


def _loose(s: Sentence, term: list[int], meaning: list[int]) -> Iterator[int]:
    """The nouns of a meaning that no other word tells apart: of a word in small letters few are."""
    common = s.words[term[-1]].islower()
    opened = next((k for k in meaning[1:] if s.words[k].lower() in RELATIVES), len(s))
    for k in loose_noun(s.words, s.tags, meaning):
        # Each of these makes it likely that any of them is meant.
        if common + (k > opened) + (not is_one_of_many(s.words[k])) < _LIKELY:
            yield k


def is_of_one_stem(one: str, other: str) -> bool:
    """Whether two words begin alike: "caliphate" and "caliph"."""
    stem = min(len(one), len(other), _STEM)
    return one == other or (stem > _SHORTEST and one[:stem] == other[:stem])


def _bare(name: str) -> str:
    return name.strip(" “”„‟\"'‘’«»*_,.;:")


def is_somebody(story: Story, i: int, start: int, end: int) -> bool:
    """Whether tokens name a person, a place or a date."""
    return any(n.start < end and start < n.end for n in story.named_in(i))
