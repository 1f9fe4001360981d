"""Join the parts of a quotation that the author interrupts: "…," said Hale, "…"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from flashgen.rules.quotations.clauses import Reading
from flashgen.rules.quotations.cues import DASHES, Cue, Sort
from flashgen.rules.quotations.frame import Kind
from flashgen.rules.quotations.kinds import stands_alone
from flashgen.rules.quotations.persons import Voice
from flashgen.rules.quotations.words import Tokens, saying

# An answer to the question before is not the questioner's.
_ANSWER = re.compile(r"(?:Yes|No|Aye|Nay|Never|Certainly|Of course)\b")
# What the speaker does between two sentences, in words, and an aside within one.
_LONGEST_BEAT = 9
_LONGEST_ASIDE = 14
_SPEAKER_AGAIN = frozenset({"he", "she", "i", "they", "we"})


@dataclass(slots=True)
class Utterance:
    """Somebody's words while their parts are gathered: the numbers of the quotations.

    ``behind`` is the cue behind the last part.
    """

    numbers: list[int]
    behind: Cue | None
    voice: Voice | None = None
    rule: str = "quotation marks"


def goes_on(
    reading: Reading, said: Utterance, number: int, before: Cue | None, behind: Cue | None
) -> bool:
    """Whether a quotation is the next part of what was said."""
    left, right = reading.frame.places[said.numbers[-1]], reading.frame.places[number]
    if number != said.numbers[-1] + 1:
        return False
    if not reading.same_paragraph(left.last_sentence, right.sentence):
        return False
    if right.sentence == left.last_sentence:
        return _in_one_sentence(reading, said, number, before)
    if right.token != 0 or behind is not None:
        return False
    if not (stands_alone(reading, number) or _trails_off(reading, number)):
        return False
    if is_answer(reading, said, number):
        return False
    between = right.sentence - left.last_sentence
    if said.behind is not None:
        clause = said.behind.sentence - left.last_sentence
        return between == clause + 1
    return between == 2 and len(said.numbers) > 1 and _is_beat(reading, right.sentence - 1)


def is_answer(reading: Reading, said: Utterance, number: int) -> bool:
    """Whether a quotation answers the question that was said before it."""
    asked = reading.last_sign(said.numbers[-1]) == "?"
    return asked and _ANSWER.match(reading.frame.words_of(number)) is not None


def _in_one_sentence(reading: Reading, said: Utterance, number: int, before: Cue | None) -> bool:
    """Whether only the clause that tells the speaker stands between, or an aside in dashes."""
    left, right = reading.frame.places[said.numbers[-1]], reading.frame.places[number]
    tokens = reading.tokens(right.sentence)
    between = tokens[left.last_token + 1 : right.token]
    if said.behind is None:
        return aside(reading, said.numbers[-1], number) is not None
    lower = reading.frame.words_of(number)[:1].islower()
    if (
        before is not None
        and before.token > said.behind.token
        and not lower
        and _is_new(tokens, before)
    ):
        return False
    return between[-1].kind is Kind.MARK


def aside(reading: Reading, left: int, right: int) -> Cue | None:
    """Who does something between two dashes: '"Our ships" — here he paused — "are lost."'."""
    a, b = reading.frame.places[left], reading.frame.places[right]
    if a.last_sentence != b.sentence:
        return None
    between = reading.tokens(b.sentence)[a.last_token + 1 : b.token]
    if not 3 <= len(between) <= _LONGEST_ASIDE:
        return None
    if between[0].low not in DASHES or between[-1].low not in DASHES:
        return None
    for p in reading.predications_near(b.sentence, b.token):
        if a.last_token < p.verb < b.token and not p.subordinate:
            return Cue(Sort.SPEAKER, b.sentence, p.verb, p.verb + 1, p.subject)
    return None


def _is_new(tokens: Tokens, before: Cue) -> bool:
    """Whether a second verb of saying introduces words of their own."""
    return tokens[before.token].low in saying()


def _is_beat(reading: Reading, sentence: int) -> bool:
    """Whether a sentence only tells what the speaker does: "He looked at us for a moment."."""
    tokens = reading.tokens(sentence)
    found = reading.predications(sentence)
    words = [token for token in tokens if token.kind is not Kind.MARK]
    return (
        len(words) <= _LONGEST_BEAT
        and bool(found)
        and found[0].subject.pronoun in _SPEAKER_AGAIN
        and not any(token.kind is Kind.QUOTE for token in tokens)
    )


def _trails_off(reading: Reading, number: int) -> bool:
    """Whether only a participle follows a quotation: '"…," pointing to the door'."""
    place = reading.frame.places[number]
    tokens, behind = reading.tokens(place.last_sentence), place.last_token + 1
    follows = behind < len(tokens) and tokens[behind].low.endswith("ing")
    return follows and reading.last_sign(number) == ","
