"""Rules of terms: what a definition explains, and by what."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from flashgen.checks.cards import Shown
from flashgen.checks.rule import Finding, Rule
from flashgen.checks.words import tagged
from flashgen.deck.kinds import Term
from flashgen.english.content import content, words
from flashgen.english.lexicon import is_word, look_up
from flashgen.english.tags import NAME, QUANTITY

_TELLING = 3  # words that say something: fewer translate a word
_LONGEST_NAME = 10  # words that say something: what has more is no name
# Endings by which English makes nouns of other words (Quirk et al., appendix I).
_ENGLISH = re.compile(
    r"(?:[ae]ncy|[ae]nce|ism|ists?|ity|ments?|ness|ships?|hoods?|doms?|[ts]ions?|[ae]nts?|ers?|ery|"
    r"ages?|ings?)$"
)


def _explains_in_circles(shown: Shown) -> Iterator[Finding]:
    """Terms of which one names the other, and both say the rest in the same words."""
    terms = [item for item in shown.items if isinstance(item, Term)]
    named: defaultdict[frozenset[str], list[Term]] = defaultdict(list)
    for term in terms:
        for name in (term.term, *term.aliases):
            named[frozenset(content(name))].append(term)
    longest = min(max(map(len, named), default=0), _LONGEST_NAME)
    for term in terms:
        own = content(term.meaning)
        for other in _named_in(term.meaning, named, longest):
            back = set(_named_in(other.meaning, named, longest))
            names = {key for name in (other.term, *other.aliases) for key in content(name)}
            shared = own.keys() & content(other.meaning).keys() - names
            if other is not term and (term in back or len(shared) > 1):
                yield term, f"'{term.term}' and '{other.term}' explain each other; explain one anew"
                break


def _named_in(
    text: str, named: defaultdict[frozenset[str], list[Term]], longest: int
) -> Iterator[Term]:
    """The terms that a text names: runs of content words are looked up, so that time is linear."""
    keys = list(content(text))
    for start in range(len(keys)):
        for end in range(start + 1, min(start + longest, len(keys)) + 1):
            yield from named.get(frozenset(keys[start:end]), ())


def _is_foreign(word: str) -> bool:
    """Whether a word is in no dictionary, and not made as English ones are ("recusancy")."""
    return not is_word(word.lower()) and not _ENGLISH.search(word.lower())


def _names_people(meaning: str) -> bool:
    """Whether a meaning is the name of a party or a people: "Populists", "Old Believers"."""
    said = words(meaning)
    titled = bool(said) and all(word[:1].isupper() for word in said)
    return titled and "p" in look_up(said[-1].lower()).of_noun


def _teaches_a_word(shown: Shown) -> Iterator[Finding]:
    for item in shown.items:
        if isinstance(item, Term) and item.term.islower():
            foreign = any(map(_is_foreign, words(item.term)))
            # A translation is short; "legal rights to native labour" says what it was.
            short = len(content(item.meaning.partition(" such as ")[0])) < _TELLING
            named = {NAME, QUANTITY} & set(tagged(item.meaning).tags) or _names_people(item.meaning)
            if foreign and short and not named:
                yield (
                    item,
                    "the meaning names nobody, no place and no time, and teaches a word, "
                    "not history; say what it was here, or leave it out",
                )


RULES = (
    Rule(
        name="explained-in-circles",
        explanation="Two definitions explain each other. "
        "Who knows neither of the words learns neither.",
        example="""\
terms:
  keepers: {term: Keepers, meaning: the party that the Breakers had left}
  breakers: {term: Breakers, meaning: the wing that left the Keepers}""",
        counter_example="""\
terms:
  keepers: {term: Keepers, meaning: the party of the old families}
  breakers: {term: Breakers, meaning: the wing that left the Keepers}""",
        find=_explains_in_circles,
        of_facts=True,
    ),
    Rule(
        name="no-history",
        explanation="A foreign word is explained by one or two words that name nobody, no place "
        "and no time. That teaches the writer's language and nothing of the matter.",
        example="terms:\n  koshmar: {term: koshmar, meaning: a nightmare}",
        counter_example="terms:\n  zemstvo: {term: zemstvo, meaning: elected council of a district "
        "in Russia}",
        find=_teaches_a_word,
        of_facts=True,
    ),
)
