"""Rules of the question: it shows something, does not answer itself, and is nobody else's.

They follow P. A. Wozniak, "Twenty rules of formulating knowledge" (1999), and A. Matuschak, "How
to write good prompts" (2020), as those of the answers do.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import lru_cache

from flashgen.checks.cards import Card, Shown
from flashgen.checks.rule import Finding, Rule
from flashgen.checks.words import first_phrase, is_number, tagged
from flashgen.deck.kinds import Person
from flashgen.english.content import any_alike, content, words
from flashgen.english.lexicon import look_up
from flashgen.english.numbers import month_number
from flashgen.errors import Severity

LONGEST_QUESTION = 40
_TELLING_SHARE = 1 / 3  # of the answer's words: one of many gives nothing away


def _empty(shown: Shown) -> Iterator[Finding]:
    for card in shown.cards:
        if not card.asks:
            yield card, "the front is empty; give the question something to show"


def _unanswered(shown: Shown) -> Iterator[Finding]:
    for card in shown.cards:
        if card.asks and not card.answered:
            yield card, f"the answer is empty; fill in '{card.answer_field}'"


def _answered(shown: Shown) -> Iterator[Finding]:
    return _told(shown, wholly=True)


def _half_answered(shown: Shown) -> Iterator[Finding]:
    return _told(shown, wholly=False)


def _told(shown: Shown, *, wholly: bool) -> Iterator[Finding]:
    for card, told, whole in _given_away(shown):
        if whole == wholly:
            asked = content(card.prompt).keys()
            by_picture = card.described and not any(any_alike(key, asked) for key in content(told))
            what = "'alt' of the picture" if by_picture else "question"
            yield card, f"the {what} gives away '{told}'; word one of them differently"


@lru_cache(1)  # two rules ask for it
def _given_away(shown: Shown) -> list[tuple[Card, str, bool]]:
    """The words of the answer that stand on the front, but for those openly given; whether all do.

    The topic stands on every front of a deck, so its words give nothing away. Those of a picture
    are read aloud to some, and seen by all where it has not arrived.
    """
    found = []
    for card in shown.cards:
        given, answer = content(card.given).keys(), content(card.answer)
        prompt = f"{card.prompt} {card.described}".rstrip()
        front = content(prompt).keys() - given
        told = {
            word: key for key, word in answer.items() if key not in given and any_alike(key, front)
        }
        enough = bool(told) and len(told) >= _TELLING_SHARE * len(answer)
        rest = _rest(card.answer, prompt, told) if enough else []
        if enough and (not rest or list(told) != [_kind_word(card)]):
            found.append((card, ", ".join(told), not rest))
        elif card.answer in prompt and card.answer in {*words(prompt)} - {*words(card.given)}:
            found.append((card, card.answer, True))
    return found


def _rest(answer: str, prompt: str, told: Container[str]) -> list[str]:
    """The words of the answer that say something, and neither are told nor stand on the front."""
    asked = {*words(prompt.lower())}
    return [
        word
        for word in words(answer.lower())
        if word not in asked and word not in told
        if is_number(word) or not look_up(word).closed
    ]


def _kind_word(card: Card) -> str:
    """The noun that says what sort of thing the answer is, without which no question can be asked.

    "palace" of "Winter Palace", "treaty" of "Treaty of Riga"; "" where a person answers, or a date.
    """
    sentence = tagged(card.answer)
    phrase = first_phrase(sentence)
    if phrase is None or isinstance(card.item, Person):
        return ""
    head = sentence.words[phrase.end - 1].lower()
    is_kind = look_up(head).noun and month_number(head) is None
    return head if is_kind else ""


def _hinted(shown: Shown) -> Iterator[Finding]:
    for card in (card for card in shown.cards if card.hint):
        answer, hint = content(card.answer), content(card.hint).keys() - content(card.front).keys()
        told = [word for key, word in answer.items() if any_alike(key, hint)]
        if told:
            yield card, f"the hint gives away '{', '.join(told)}'; help without the answer's words"


def _long(shown: Shown) -> Iterator[Finding]:
    for card in shown.cards:
        if (length := len(words(card.prompt))) > LONGEST_QUESTION:
            yield card, f"the question has {length} words; shorten it to {LONGEST_QUESTION}"


def _asks_again(shown: Shown) -> Iterator[Finding]:
    for item in shown.items:
        if "?" in item.context:
            yield item, "the context asks a question of its own; say in it what the card's is about"


RULES = (
    Rule(
        name="empty-front",
        severity=Severity.FAULT,
        explanation="The front shows nothing of the fact, so that nobody can tell what is asked. "
        "A field of signs that cannot be seen does that, or a template that shows none.",
        example='events:\n  surrender: {what: "\\u200B", date: 1700, ask: [when]}',
        counter_example="events:\n  surrender: {what: The keys were handed over., date: 1700}",
        find=_empty,
    ),
    Rule(
        name="empty-answer",
        severity=Severity.FAULT,
        explanation="The back has no answer, so that the learner can judge nothing. "
        "Fill in the field that answers, or do not ask.",
        example='people:\n  brandt: {name: Elias Brandt, who: "\\u200B", ask: [description]}',
        counter_example="people:\n  brandt: {name: Elias Brandt, who: mayor}",
        find=_unanswered,
    ),
    Rule(
        name="answer-on-front",
        severity=Severity.FAULT,
        explanation="The whole answer stands in the question, so that one reads it off. "
        "Nothing is learned, and the card looks easy for ever.",
        example="terms:\n  bastion: {term: bastion, meaning: wall that has bastions}",
        counter_example="terms:\n  bastion: {term: bastion, meaning: part of a wall}",
        find=_answered,
    ),
    Rule(
        name="gives-away",
        explanation="The question has a word of the answer, or one of the same stem. "
        "The learner finds the answer by the word and does not know it without.",
        example="people:\n  brandt: {name: Elias Brandt, who: mayor of Brandt's town}",
        counter_example="people:\n  brandt: {name: Elias Brandt, who: mayor who gave up the keys}",
        find=_half_answered,
    ),
    Rule(
        name="hint-gives-away",
        explanation="The hint has a word of the answer. "
        "A hint should wake the memory, not replace it.",
        example="people:\n  brandt: {name: Elias Brandt, who: mayor, hint: He is called Elias}",
        counter_example="people:\n  brandt: {name: Elias Brandt, who: mayor, hint: a prophet}",
        find=_hinted,
    ),
    Rule(
        name="long-question",
        explanation=f"The question has more than {LONGEST_QUESTION} words. "
        "It is read anew at each review, and what is learned is its shape.",
        example="people:\n  brandt: {name: Elias Brandt, ask: [name], who: 'mayor"
        + " of the town and its gates" * 7
        + "'}",
        counter_example="people:\n  brandt: {name: Elias Brandt, who: mayor of the town}",
        find=_long,
    ),
    Rule(
        name="second-question",
        explanation="The context is a question, beside the one that the card asks. "
        "Nobody knows which of them to answer, and on the fact's other cards it fits nothing.",
        example="terms:\n  bastion: {term: bastion, meaning: part of a wall, context: 'of what?'}",
        counter_example="terms:\n  bastion: {term: bastion, meaning: part of a wall, "
        "context: in fortification}",
        find=_asks_again,
        of_facts=True,
    ),
)
