"""Just enough grammar to find who does what: the verbs of a sentence with their subjects.

The subject is the noun phrase before a verb, with adverbs, auxiliaries and what commas set apart
between the two, or behind it ("said Hale").
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from flashgen.rules.quotations.frame import Frame, Kind
from flashgen.rules.quotations.phrases import (
    LONGEST_PHRASE,
    Phrase,
    as_phrase,
    can_speak,
    group_start,
    phrase_after,
    phrase_before,
)
from flashgen.rules.quotations.words import Tokens, is_adverb, is_auxiliary, is_verb, saying
from flashgen.tables import words

# The longest aside between commas, in tokens: the limit keeps the work linear.
_LONGEST_ASIDE = 30
# So far back, in tokens, the verb is looked for that governs a quotation.
_REACH = 90


@dataclass(frozen=True, slots=True)
class Predication:
    """A verb with its subject; ``subordinate`` where a conjunction or a relative opens it.

    ``goes_on`` where that only tells what happened next: "to an officer, who saluted"; ``human``
    where "who" proves that the subject is.
    """

    subject: Phrase
    verb: int
    subordinate: bool
    goes_on: bool = False
    human: bool = False


def predications(tokens: Tokens) -> tuple[Predication, ...]:
    """The verbs of a sentence that have a subject, in order."""
    found = []
    for i in range(len(tokens)):
        if is_verb(tokens, i):
            predication = _before_verb(tokens, i) or _behind_verb(tokens, i)
            if predication is not None:
                found.append(predication)
    return tuple(found)


def verb_group_start(tokens: Tokens, verb: int) -> int:
    """The first of the adverbs and auxiliaries that stand before a verb."""
    i = verb
    while i > 0 and (is_auxiliary(tokens[i - 1]) or is_adverb(tokens[i - 1])):
        i -= 1
    return i


def _before_verb(tokens: Tokens, verb: int) -> Predication | None:
    end = verb_group_start(tokens, verb)
    phrase = _subject_ending(tokens, end)
    if phrase is None:
        return None
    if phrase.pronoun in words("quotations", "relatives"):
        antecedent = _antecedent(tokens, phrase.start)
        human = tokens[phrase.start].low == "who"
        goes_on = human and tokens[phrase.start - 1].low == ","
        return Predication(antecedent, verb, True, goes_on, human) if antecedent else None
    before = phrase.start
    while before > 0 and is_adverb(tokens[before - 1]):
        before -= 1
    subordinate = before > 0 and tokens[before - 1].low in words("quotations", "subordinators")
    if not subordinate and phrase.pronoun is None and _is_object(tokens, before):
        return None
    return Predication(phrase, verb, subordinate)


def _is_object(tokens: Tokens, start: int) -> bool:
    """Whether a phrase is what the verb before it has: "who spoke Greek told them"."""
    if start == 0 or not is_verb(tokens, start - 1) or is_auxiliary(tokens[start - 1]):
        return False
    if tokens[start - 1].low in saying() | words("quotations", "thinking"):
        return False
    subject = _subject_ending(tokens, verb_group_start(tokens, start - 1))
    if subject is None:
        return False
    opened = subject.start > 0 and tokens[subject.start - 1].low in words(
        "quotations", "subordinators"
    )
    return not opened  # "When he came the king said": the clause is over


def _subject_ending(tokens: Tokens, end: int) -> Phrase | None:
    """The phrase before a verb group, also across what commas or brackets set apart."""
    if end == 0:
        return None
    mark = tokens[end - 1]
    if mark.kind is not Kind.MARK:
        return phrase_before(tokens, end)
    opening = {",": (",",), ")": ("(",), "—": ("—",), "–": ("–",), "--": ("--",)}.get(mark.low)
    if opening is None:
        return None
    lowest = max(0, end - _LONGEST_ASIDE)
    first: Phrase | None = None
    for start in range(end - 2, lowest, -1):
        if tokens[start].kind is Kind.QUOTE and not _opens_relative(tokens, lowest, start):
            break
        if tokens[start].low in opening and not _coordinates(tokens, start):
            phrase = _before_aside(tokens, start, end)
            first = first or phrase
            if phrase is not None and (phrase.head.capital or phrase.pronoun or can_speak(phrase)):
                return phrase
        elif tokens[start].low == ";" or _coordinates(tokens, start):
            break
    return first


def _opens_relative(tokens: Tokens, lowest: int, quote: int) -> bool:
    """Whether a quotation stands in an aside such as "whom his enemies called …"."""
    relatives = words("quotations", "relatives", "subordinators")
    return any(
        tokens[i].low == "," and tokens[i + 1].low in relatives for i in range(lowest, quote)
    )


def _coordinates(tokens: Tokens, comma: int) -> bool:
    """Whether a comma and "and" go on with a clause."""
    return tokens[comma].low == "," and tokens[comma + 1].low in words("quotations", "conjunctions")


def _before_aside(tokens: Tokens, start: int, end: int) -> Phrase | None:
    """The phrase before a comma, or the person whom the aside names: "his host, Dr Orr, met"."""
    named = phrase_after(tokens, start + 1)
    if named is not None and named.person and named.end == end - 1:
        return named
    phrase = phrase_before(tokens, start)
    if phrase is None or phrase.person or phrase.pronoun or phrase.start < 2:
        return phrase
    # "Hale, an American, who was there", "Lambert, president of the committee, nodded"
    if tokens[phrase.start - 1].low == "," and not phrase.head.capital:
        described = phrase_before(tokens, phrase.start - 1)
        if described is not None and described.head.capital:
            return described
    return phrase


def _antecedent(tokens: Tokens, relative: int) -> Phrase | None:
    end = relative - 1 if tokens[relative - 1].low == "," else relative
    if relative == 0:
        return None
    phrase = phrase_before(tokens, end)
    if phrase is not None:
        return phrase
    # What hangs on a preposition can be an antecedent: "to an officer, who …".
    start = group_start(tokens, end, max(0, end - LONGEST_PHRASE))
    return as_phrase(tokens, start, end, end) if start < end else None


def _behind_verb(tokens: Tokens, verb: int) -> Predication | None:
    """A verb of saying with its subject behind it: "said Hale", "came the answer"."""
    if tokens[verb].low not in saying() | {"came", "thought"}:
        return None
    if (
        verb
        and tokens[verb - 1].kind is not Kind.QUOTE
        and tokens[verb - 1].low not in (",", "so", "—", "--", "–", "thus")
    ):
        return None
    i = verb + 1
    while i < len(tokens) and i < verb + 3 and is_adverb(tokens[i]):
        i += 1
    phrase = phrase_after(tokens, i)
    if phrase is None or phrase.pronoun in words("quotations", "relatives"):
        return None
    # "said he would go" is no inversion, but "said he," is.
    if phrase.end < len(tokens) and (
        is_verb(tokens, phrase.end) or tokens[phrase.end].kind is Kind.QUOTE
    ):
        return None
    return Predication(phrase, verb, False)


class Reading:
    """The frame of an article with the predications of its sentences, each found once."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self._predications: dict[int, tuple[Predication, ...]] = {}

    def tokens(self, sentence: int) -> Tokens:
        """The tokens of a sentence; none beyond the last one."""
        sentences = self.frame.sentences
        return sentences[sentence].tokens if 0 <= sentence < len(sentences) else ()

    def predications(self, sentence: int) -> tuple[Predication, ...]:
        """The predications of a sentence, in order of their verbs."""
        if sentence not in self._predications:
            self._predications[sentence] = predications(self.tokens(sentence))
        return self._predications[sentence]

    def predications_near(self, sentence: int, token: int) -> tuple[Predication, ...]:
        """Those of a sentence whose verbs stand in reach before a token, and right behind it."""
        found = self.predications(sentence)
        first = bisect_left(found, token - _REACH, key=lambda p: p.verb)
        return found[first : bisect_left(found, token + 2, key=lambda p: p.verb)]

    def may_go_on(self, quote: int) -> bool:
        """Whether the author's sentence can go on behind a quotation: "…," said he."""
        place = self.frame.places[quote]
        tokens = self.tokens(place.last_sentence)
        following = tokens[place.last_token + 1].low if place.last_token + 1 < len(tokens) else ""
        return following == "," or self.last_sign(quote) in ",—-–;:"

    def last_sign(self, quote: int) -> str:
        """The last character within a quotation's marks that is no mark itself."""
        part = self.frame.quoted[quote].parts[-1]
        text = self.frame.article.view[max(part.start, part.end - 8) : part.end]
        return text.rstrip("’'”\"»)] ")[-1:] or text[-1:]

    def same_paragraph(self, sentence: int, other: int) -> bool:
        """Whether two sentences, if both exist, stand in one paragraph."""
        sentences = self.frame.sentences
        if not (0 <= sentence < len(sentences) and 0 <= other < len(sentences)):
            return False
        return sentences[sentence].paragraph == sentences[other].paragraph
