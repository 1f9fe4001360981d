"""Rules of wording: a card must be understood months later, without the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.checks.cards import Card, Shown
from flashgen.checks.opinions import SPOKEN, speaks_of_article
from flashgen.checks.rule import Finding, Rule
from flashgen.checks.words import tagged
from flashgen.deck.kinds import Person
from flashgen.english.lexicon import look_up
from flashgen.english.tags import DETERMINER, NAME, NOUN

_OF_PERSONS = frozenset("he she him his hers himself herself".split())
_OF_ANY = frozenset("it its they them their theirs itself themselves".split())
_DEMONSTRATIVES = frozenset({"this", "these", "those"})
_OF_SPEAKERS = frozenset("we our ours us my you your".split())
_POINTING = _OF_PERSONS | _OF_ANY | _DEMONSTRATIVES | _OF_SPEAKERS
_LETTERS = re.compile(r"[^\W\d_]+")
# What counts the time from something told before: "two days later", "the next day", "by then".
_THEN = re.compile(
    r"\b(?:the (?:very )?(?:next|following|previous|same) "
    r"(?:day|night|morning|afternoon|evening|week|month|spring|summer|autumn|winter|year)|"
    r"(?:that|this) (?:same )?(?:day|night|morning|evening|week|month|year)|"
    r"(?:hours?|days?|weeks?|months?|years?) (?:later|earlier|afterwards?)|"
    r"by then|until then|at that time|meanwhile|thereupon|thereafter|afterwards)\b",
    re.IGNORECASE,
)


def _dangles(shown: Shown) -> Iterator[Finding]:
    for card in shown.cards:
        for name, text in card.asked.items():
            word = "" if name in SPOKEN else _dangling(text, *_kind_of(card, name))
            if word:
                yield card, f"whom or what does '{word}' mean? the front does not say; name it"
                break


def _kind_of(card: Card, name: str) -> tuple[bool, bool]:
    """Whether a field is a sentence of its own, and whether its pronouns may mean who is asked for.

    "He led the rising" asks for a man; on somebody else's card only a question without a picture
    is sure to mean nothing on it.
    """
    if card.fact is None:
        asks = "?" in card.asked[name] and not card.media
        return asks, not asks
    return name in ("Event", "Question"), isinstance(card.item, Person)


def _dangling(text: str, is_sentence: bool, of_person: bool) -> str:
    """The first word of a text that points at something outside of it; "" if there is none."""
    if is_sentence and (match := _THEN.search(text)):
        return match[0]
    if _POINTING.isdisjoint(map(str.lower, _LETTERS.findall(text))):
        return ""
    sentence = tagged(text)
    someone = something = False
    of_article = speaks_of_article(text)  # which is another rule's
    for word, tag in zip(sentence.words, sentence.tags, strict=True):
        low = word.lower()
        if tag in (NAME, NOUN):
            entry = look_up(low)
            something = True
            someone = someone or tag == NAME or "p" in entry.of_noun or not entry.tags
        elif low == "who":  # whom the card asks for: "who gave up his keys"
            someone = something = True
        elif (
            (low in _OF_PERSONS and not someone and not of_person)
            or (low in _OF_ANY and is_sentence and not something)
            or (low in _OF_SPEAKERS and not (of_person or word.isupper()))
            or (low in _DEMONSTRATIVES and tag == DETERMINER and not (of_person or of_article))
        ):
            return word
    return ""


def _surname_only(shown: Shown) -> Iterator[Finding]:
    from flashgen.rules.names.fold import fold  # noqa: PLC0415
    from flashgen.rules.names.onomasticon import (  # noqa: PLC0415 - its tables are large
        is_common_given_name,
        is_figure,
        is_given_name,
        is_surname,
        known,
    )

    for fact in shown.asked_facts:
        item = fact.item
        if isinstance(item, Person) and len(item.name.split()) == 1:
            in_passage = fact.evidence.text if fact.evidence else ""
            before = re.findall(rf"([\w.]+) {re.escape(item.name)}\b", in_passage)
            given = next((w for w in before if is_given_name(w) or re.fullmatch(r"[A-Z]\.", w)), "")
            named = (*item.aliases, f"{given} {item.name}" if given[:1].isupper() else "")
            fuller = next((name for name in named if name.endswith(f" {item.name}")), "")
            # Figures of history may be known by one name: Voltaire, but not Churchill.
            if is_figure(item.name):
                bears = fold(item.name) in known("surname") and not is_given_name(item.name)
            else:
                bears = is_surname(item.name) and not is_common_given_name(item.name)
            if fuller or bears:
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
        name="surname-only",
        explanation="A person has a surname and nothing more. "
        "Many have borne it, and the full name is what one looks up later.",
        example="people:\n  brandt: {name: Hobson, who: mayor who gave up the keys}",
        counter_example="people:\n  brandt: {name: Elias Hobson, who: mayor who gave up the keys}",
        find=_surname_only,
        of_facts=True,
    ),
)
