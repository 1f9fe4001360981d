"""Rules of quotations: somebody's own words, and a gap that can be filled in one way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.checks.cards import Card, Shown
from flashgen.checks.rule import Finding, Rule
from flashgen.checks.words import first_phrase, tagged
from flashgen.deck.kinds import Person, Quotation
from flashgen.english.content import words
from flashgen.english.lexicon import look_up
from flashgen.english.numbers import number_in_words
from flashgen.english.tags import NAME

SHORTEST_QUOTATION = 4
LONGEST_GAP = 4
_SOME_ONE = frozenset(
    "A An a an another any one some several many two three unknown unnamed".split()
)
_STOP = re.compile(r"\W*[.!?…]|\W*$")
_SENTENCE_END = re.compile(r"[.!?…]\W*$")


def _quotations(shown: Shown) -> Iterator[Quotation]:
    """The quotations that have cards, once each."""
    return (item for item in shown.items if isinstance(item, Quotation))


def _nobody(shown: Shown) -> Iterator[Finding]:
    for item in shown.items:
        if isinstance(item, Quotation) and item.voice and not _has_name(item.voice):
            yield (
                item,
                f"'{item.voice}' is nobody: words of which nobody knows whose they were are no "
                "answer; name who said them, or leave them out",
            )
        elif isinstance(item, Person) and "name" in item.ask and not _has_name(item.name):
            yield item, f"'{item.name}' is nobody; give a name, or do not ask for it"


def _has_name(voice: str) -> bool:
    """Whether who speaks has a name of its own: "the Daily Mail", not "a French report"."""
    sentence = tagged(voice)
    phrase = first_phrase(sentence)
    if phrase is None or sentence.words[0] in _SOME_ONE:
        return False
    head = sentence.words[phrase.end - 1]
    first = phrase.end == 1 and sentence.tags[0] != NAME  # "Soldiers of the guard"
    return not head.islower() and not (first and look_up(head.lower()).plural)


def _uncited(shown: Shown) -> Iterator[Finding]:
    quotations = list(_quotations(shown))
    if any(item.cite for item in quotations):
        for item in quotations:
            if not item.cite:
                yield item, "'cite' where the words stand, as other quotations here do"


def _short(shown: Shown) -> Iterator[Finding]:
    for item in _quotations(shown):
        if (length := len(words(item.text))) < SHORTEST_QUOTATION:
            many = f"{length} word{'s' * (length > 1)}"
            yield item, f"a quotation of {many} could be anybody's; give the sentence, or drop it"


def _gaps(shown: Shown) -> Iterator[tuple[Card, Quotation]]:
    """The cards that ask for the missing words of a quotation."""
    for card in shown.cards:
        if isinstance(card.item, Quotation) and card.answer_field == "Missing words":
            yield card, card.item


def _weak_gap(shown: Shown) -> Iterator[Finding]:
    for card, item in _gaps(shown):
        telling = sum(
            not look_up(word.lower()).closed or (number_in_words(word.lower()) or 0) > 1
            for word in words(item.missing)
        )
        if telling < 2 and not _holds_name(item):
            what = "one telling word, and others fit" if telling else "no telling word"
            yield card, f"the gap '{item.missing}' has {what}; hide the words that matter"


def _holds_name(item: Quotation) -> bool:
    """Whether the gap has a word with a capital that no sentence's beginning gives it."""
    before, missing, _ = item.text.partition(item.missing)
    opens = not before or bool(_SENTENCE_END.search(before.rstrip(" “‘\"'")))
    return any(word[0].isupper() for word in words(missing)[opens:])


def _long_gap(shown: Shown) -> Iterator[Finding]:
    for card, item in _gaps(shown):
        before, missing, after = item.text.partition(item.missing)
        opens = not before or _SENTENCE_END.search(before.rstrip())
        whole = opens and _STOP.match(after)
        length = len(words(missing))
        if length > LONGEST_GAP or (whole and length > 2):
            what = "a whole sentence" if whole else f"{length} words"
            yield card, f"the gap hides {what}, to be known by heart; hide the telling words"


RULES = (
    Rule(
        name="nobody",
        explanation="The answer is somebody without a name, or a quotation is his words. "
        "That it was 'a soldier', 'a report' or 'the crowd' is not worth knowing, nor sure.",
        example="quotations:\n  bread: {text: There is no bread left in town, voice: a soldier}",
        counter_example="quotations:\n  bread: {text: There is no bread left in town, "
        "voice: the Riga Gazette}",
        find=_nobody,
        of_facts=True,
    ),
    Rule(
        name="uncited-quotation",
        explanation="A quotation does not say where it stands, in a deck in which others do. "
        "Words that were handed on change, and the learner would know them by heart.",
        example="""\
quotations:
  bread: {text: There is no bread left in town, voice: Elias Brandt, cite: his letters}
  keys: {text: Take the keys and spare the town, voice: Elias Brandt}""",
        counter_example="""\
quotations:
  bread: {text: There is no bread left in town, voice: Elias Brandt, cite: his letters}
  keys: {text: Take the keys and spare the town, voice: Elias Brandt, cite: his letters}""",
        find=_uncited,
        of_facts=True,
    ),
    Rule(
        name="other-speaker",
        explanation="The article gives the words to somebody else, by name and in their own "
        "sentence. Either the speaker is wrong, or another source must be cited for it.",
        article="Elias Brandt wrote to Otto Roth: “Take the keys and spare the town.”",
        example="""\
people:
  roth: {name: Otto Roth, who: captain to whom Brandt wrote}
quotations:
  take: {text: Take the keys and spare the town., speaker: roth}""",
        counter_example="""\
people:
  brandt: {name: Brandt, who: Elias who wrote to Otto Roth}
quotations:
  take: {text: Take the keys and spare the town., speaker: brandt}""",
    ),
    Rule(
        name="short-quotation",
        explanation=f"A quotation has fewer than {SHORTEST_QUOTATION} words. "
        "So few could have been said by anybody, and are rather the article's than the speaker's.",
        example="quotations:\n  hurry: {text: Hurry up, voice: Elias Brandt}",
        counter_example="quotations:\n  take: {text: Take the keys and spare the town, "
        "voice: Elias Brandt}",
        find=_short,
        of_facts=True,
    ),
    Rule(
        name="weak-gap",
        explanation="The gap hides function words, or one word that has synonyms. "
        "The learner finds it by grammar, or finds another that fits as well.",
        example="quotations:\n  take: {text: Take the keys and spare the town, missing: Take the, "
        "voice: Elias Brandt}",
        counter_example="quotations:\n  take: {text: Take the keys and spare the town, "
        "missing: spare the town, voice: Elias Brandt}",
        find=_weak_gap,
        of_facts=True,
    ),
    Rule(
        name="long-gap",
        explanation=f"The gap hides a sentence, or more than {LONGEST_GAP} words. "
        "It asks for a text by heart, often for that of one translation.",
        example="quotations:\n  take: {text: All is lost. Take the keys and go. Spare the town., "
        "missing: Take the keys and go, voice: Elias Brandt}",
        counter_example="quotations:\n  take: {text: All is lost. Take the keys and go., "
        "missing: the keys, voice: Elias Brandt}",
        find=_long_gap,
        of_facts=True,
    ),
)
