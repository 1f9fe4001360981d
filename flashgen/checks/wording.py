"""Rules of wording: a card must be understood months later, without the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.checks.cards import Shown
from flashgen.checks.rule import Finding, Rule
from flashgen.checks.words import tagged, words
from flashgen.deck.file import SourceInfo
from flashgen.deck.keys import keys_of
from flashgen.deck.kinds import Item, Person
from flashgen.english.lexicon import look_up
from flashgen.english.tags import DETERMINER, NAME, NOUN

_OF_PERSONS = frozenset("he she him his hers himself herself".split())
_OF_ANY = frozenset("it its they them their theirs itself themselves".split())
_DEMONSTRATIVES = frozenset({"this", "these", "those"})
_SPOKEN = frozenset({"Quotation", "Missing words", "Before gap", "After gap"})
_ARTICLE = re.compile(
    r"\bthe article\b(?! of)|\b(?:this|our|present) (?:article|essay|story|text|book|chapter|"
    r"account|lecture|passage|deck)\b|\bthe (?:essay(?:ist)?|author|narrator)\b(?! of)",
    re.IGNORECASE,
)
# "M. J. Carley, “…”", as books are cited.
_CITED = re.compile(r"(?:[A-Z]\.\s*)+([A-Z][\w’'-]+),\s*[\"“]")
# What shows that somebody judges: verbs of opinion, and adverbs by which a writer comments on
# what he tells (Quirk et al., 8.127–8.129).
_OPINION = re.compile(
    r"\b(?:argu(?:e[sd]?|ing)|contend(?:s|ed)?|alleg(?:e[sd]?|edly)|"
    r"(?:claim|insist|believe|maintain)(?:s|ed)? that|of course|rightly|wrongly|(?:un)?fortunately|"
    r"luckily|regrettably|sadly|tragically|surprisingly|amazingly|undoubtedly|obviously|arguably)\b",
    re.IGNORECASE,
)


def _items(shown: Shown) -> Iterator[Item]:
    """The facts that have cards, once each."""
    yield from {card.item.where: card.item for card in shown.cards if card.item}.values()


def _texts(item: Item) -> Iterator[tuple[str, str]]:
    """The texts that cards show, but for somebody's own words: key and text."""
    for key in keys_of(type(item)):
        text = getattr(item, key.attribute) if key.shown and key.shown not in _SPOKEN else ""
        if text:
            yield key.name, str(text)


def _dangles(shown: Shown) -> Iterator[Finding]:
    for card in shown.cards:
        for name, text in card.asked.items():
            whole = name == "Event" if card.fact else name not in _SPOKEN
            word = _dangling(text, whole) if name not in _SPOKEN else ""
            if word and (card.fact or word.lower() not in _DEMONSTRATIVES):
                yield card, f"whom or what does '{word}' mean? the front does not say; name it"
                break


def _dangling(text: str, is_sentence: bool) -> str:
    """The first word of a text that points at something outside of it; "" if there is none.

    Where a text is no sentence, its pronouns mean what is asked for.
    """
    sentence = tagged(text)
    someone = something = False
    for word, tag in zip(sentence.words, sentence.tags, strict=True):
        low = word.lower()
        if tag in (NAME, NOUN):
            something = True
            someone = someone or tag == NAME or "p" in look_up(low).of_noun
            someone = someone or not look_up(low).tags
        elif (
            is_sentence
            and ((low in _OF_PERSONS and not someone) or (low in _OF_ANY and not something))
        ) or (low in _DEMONSTRATIVES and tag == DETERMINER and not _ARTICLE.search(text)):
            return word
    return ""


def _names_article(shown: Shown) -> Iterator[Finding]:
    authors = _authors(shown.source)
    for item in _items(shown):
        for key, text in _texts(item):
            named = authors.intersection(words(text))
            match = _ARTICLE.search(text)
            told = next(iter(sorted(named)), "") or (match[0] if match else "")
            if told:
                yield (
                    item,
                    f"'{key}' names '{told}': the learner has the card and not the article; "
                    "say it without",
                )
                break


def _authors(source: SourceInfo) -> frozenset[str]:
    """The surnames of who wrote the article, or what it follows."""
    named = [part.split() for part in re.split(r",| and | & ", source.author)]
    cited = _CITED.findall(f"{source.title} {source.note}")
    return frozenset(part[-1] for part in named if part) | frozenset(cited)


def _judges(shown: Shown) -> Iterator[Finding]:
    for item in _items(shown):
        for key, text in _texts(item):
            match = _OPINION.search(text)
            if match and key != "note":
                yield (
                    item,
                    f"'{key}' has an opinion ('{match[0]}'); quote who holds it, or leave it out",
                )
                break


def _surname_only(shown: Shown) -> Iterator[Finding]:
    from flashgen.rules.names.onomasticon import (  # noqa: PLC0415 - its tables are large
        is_common_given_name,
        is_figure,
        is_surname,
    )

    for item in _items(shown):
        if isinstance(item, Person) and len(item.name.split()) == 1:
            known = is_figure(item.name) or is_common_given_name(item.name)
            fuller = next((name for name in item.aliases if name.endswith(f" {item.name}")), "")
            if fuller or (is_surname(item.name) and not known):
                mend = f"such as '{fuller}'" if fuller else "with the given name"
                yield item, f"'{item.name}' is a surname alone; give the full name, {mend}"


RULES = (
    Rule(
        name="dangling-word",
        explanation="A pronoun, or a 'this', stands on the front and what it means does not. "
        "In the article it was the sentence before; on the card nobody knows.",
        example="events:\n  keys: {what: He gave up the keys., date: 1700-03-11}",
        counter_example="events:\n  keys: {what: The mayor gave up his keys., date: 1700-03-11}",
        find=_dangles,
    ),
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
    Rule(
        name="surname-only",
        explanation="A person has a surname and nothing more. "
        "Many have borne it, and the full name is what one looks up later.",
        example="people:\n  brandt: {name: Hobson, who: mayor who gave up the keys}",
        counter_example="people:\n  brandt: {name: Elias Hobson, who: mayor who gave up the keys}",
        find=_surname_only,
        of_facts=True,
    ),
)
