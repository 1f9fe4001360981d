"""Rules against what a card says beside the facts: of its article, and of what somebody thinks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from flashgen.checks.cards import Shown
from flashgen.checks.rule import Finding, Rule
from flashgen.deck.file import SourceInfo
from flashgen.deck.keys import Key, keys_of
from flashgen.deck.kinds import Item
from flashgen.english.content import words

# The fields that hold somebody's own words.
SPOKEN = frozenset({"Quotation", "Missing words", "Before gap", "After gap"})
_ARTICLE = re.compile(
    r"\bthe article\b(?! of)|\bin the (?:text|story)\b(?! of)|"
    r"\b(?:this|our|present) "
    r"(?:article|essay|story|text|book|chapter|account|lecture|passage|deck|lesson|page)\b|"
    r"\bthe (?:essay(?:ist)?|author|narrator)\b(?! of)|"
    r"\b(?:mentioned|described|told|quoted|discussed) (?:here|above|below|earlier)\b|"
    r"\bsee (?:above|below|the (?:article|text|passage))\b|"
    r"\b(?:at the time of|as of this) writing\b|\bwhen this was (?:written|published)\b|"
    r"\bas we (?:saw|have seen)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)['‘][^'’]*['’](?!\w)")
# "M. J. Carley, “…”", as books are cited.
_CITED = re.compile(r"(?:[A-Z]\.\s*)+([A-Z][\w’'-]+),\s*[\"“]")
# What shows that somebody judges: verbs of opinion, adverbs by which a writer comments on what he
# tells (Quirk et al., 8.127–8.129), adjectives and nouns of praise and blame.
_OPINION = re.compile(
    r"(?=\w)\b(?:argu(?:e[sd]?|ing)|contend(?:s|ed)?|alleg(?:e[sd]?|edly)|"
    r"(?:claim|insist|believe|maintain)(?:s|ed)? that|"
    r"should (?:not |never )?have|ought (?:not )?to|of course|"
    r"(?:un)?fortunately|rightly|wrongly|luckily|regrettably|sadly|tragically|surprisingly|"
    r"amazingly|undoubtedly|obviously|arguably|shamefully|needlessly|"
    r"greatest|brilliant|glorious|heroic|shameful|disgraceful|wicked|evil|villainous|foolish|"
    r"stupid|cowardly|treacherous|fanatical|despicable|disastrous|tragic|ridiculous|wonderful|"
    r"(?:best|finest|worst)(?![ -](?:known|man|sell|hit))|bravest|noblest|wisest|"
    r"magnificent|horrible|infamous|genius|scoundrel|monster|so-called)\b",
    re.IGNORECASE,
)


def speaks_of_article(text: str) -> bool:
    """Whether a text speaks of the article that it is from, or of its story."""
    return bool(_ARTICLE.search(text))


def _texts(item: Item) -> Iterator[tuple[str, str]]:
    """The texts that cards show, but for somebody's own words: key and text."""
    kind: type = type(item)
    for key in _shown_keys(kind):
        if text := getattr(item, key.attribute):
            yield key.name, str(text)


@cache
def _shown_keys(kind: type) -> tuple[Key, ...]:
    return tuple(key for key in keys_of(kind) if key.shown and key.shown not in SPOKEN)


def _names_article(shown: Shown) -> Iterator[Finding]:
    authors = _authors(shown.source)
    for item in shown.items:
        for key, text in _texts(item):
            named = sorted(authors.intersection(words(text)))
            match = _ARTICLE.search(text)
            if told := named[0] if named else match[0] if match else "":
                why = "the learner has the card and not the article; say it without"
                yield item, f"'{key}' names '{told}': {why}"
                break


def _authors(source: SourceInfo) -> frozenset[str]:
    """The surnames of who wrote the article, or what it follows."""
    named = [part.split() for part in re.split(r",| and | & ", source.author)]
    cited = _CITED.findall(f"{source.title} {source.note}")
    return frozenset(part[-1] for part in named if part) | frozenset(cited)


def _judges(shown: Shown) -> Iterator[Finding]:
    for item in shown.items:
        for key, text in _texts(item):
            match = _OPINION.search(_QUOTED.sub(" ", text)) if key != "note" else None
            if match:
                mend = "quote who holds it, or leave it out"
                yield item, f"'{key}' has an opinion ('{match[0]}'); {mend}"
                break


RULES = (
    Rule(
        name="names-article",
        explanation="A card speaks of the article, of its story or of its author. "
        "The learner has never seen it, and is to learn what happened and not who wrote of it.",
        example="people:\n  brandt: {name: Elias Brandt, who: mayor in this story}",
        counter_example="people:\n  brandt: {name: Elias Brandt, who: author of a chronicle}",
        find=_names_article,
        of_facts=True,
    ),
    Rule(
        name="opinion",
        explanation="A card tells an opinion as if it were a fact. "
        "Quote who holds it, or leave it out.",
        example="people:\n  brandt: {name: Elias Brandt, who: mayor who unfortunately gave up}",
        counter_example="people:\n  brandt: {name: Elias Brandt, who: mayor who gave up the keys}",
        find=_judges,
        of_facts=True,
    ),
)
