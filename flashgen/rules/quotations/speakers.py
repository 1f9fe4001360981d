"""Who "he", "the general" and "his last letter" are: from a noun phrase to a speaker's name.

The subjects of the sentences before are remembered, the nearest first; a pronoun is the last of
them that fits it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flashgen.rules.quotations.clauses import Predication, Reading
from flashgen.rules.quotations.persons import Persons, Sex, Voice, sex_of
from flashgen.rules.quotations.phrases import POSSESSIVES, Phrase, can_speak, phrase_after
from flashgen.rules.quotations.words import Tokens, is_determiner
from flashgen.tables import words
from flashgen.types import FoundPerson, Span

# So many sentences back a pronoun's person may have been named; so many if none else fits.
_REACH = (5, 12)
# No sentence that one can read names more; the limit keeps the work linear.
_MOST_REFERENTS = 60
_NO_ANTECEDENTS = frozenset(
    "nobody none neither everybody everyone all nothing everything something anything".split()
)
_SOMEBODY = frozenset({"one", "another", "someone", "somebody"})
_CITING = frozenset("says writes reports tells notes claims states records relates adds".split())
_APPROACH = frozenset({"up", "in", "forward", "out", "over"})
_LOUD = frozenset("cries shouts voice voices calls chorus".split())
_LOUD_ONCE = frozenset("cry shout call".split())


_FITTING = {
    "he": (Sex.MAN, Sex.ANY),
    "she": (Sex.WOMAN, Sex.ANY),
    "they": (Sex.MANY,),
}


@dataclass(frozen=True, slots=True)
class _Referent:
    """A voice where it is named.

    ``rank`` is 0 for the subject of a main clause, 1 of another clause, 2 for an object, 3 for
    the object of another clause, 4 for a name that may be anybody's or anything's.
    """

    token: int
    rank: int
    voice: Voice


class Speakers:
    """Knows who has been spoken of, sentence by sentence."""

    def __init__(self, reading: Reading, people: Sequence[FoundPerson]) -> None:
        self._reading = reading
        self._article = reading.frame.article
        self._persons = Persons(self._article, people)
        self._referents: list[list[_Referent]] = []

    def voice(self, phrase: Phrase, sentence: int) -> Voice | None:
        """Who a phrase of a sentence is; None where the text does not say.

        In "Suetonius reports that he said" he is another.
        """
        self._read_up_to(sentence)
        tokens, reporter = self._reading.tokens(sentence), None
        for p in self._reading.predications_near(sentence, phrase.start):
            if p.verb + 1 == phrase.start - 1 and tokens[p.verb + 1].low == "that":
                reporter = p.subject.start
        here = self._referents[sentence]
        self._referents[sentence] = [r for r in here if r.token != reporter]
        voice = self._voice(phrase, sentence)
        self._referents[sentence] = here
        return voice

    def said(self, voice: Voice, sentence: int, token: int) -> None:
        """Remember who spoke the quotation that stands somewhere."""
        self._read_up_to(sentence)
        self._referents[sentence].append(_Referent(token, 1, voice))
        del self._referents[sentence][:-_MOST_REFERENTS]

    def fits(self, pronoun: str | None, voice: Voice) -> bool:
        """Whether a pronoun can stand for a voice."""
        return voice.sex in _FITTING.get(pronoun or "", ())

    def named(self, canonical: str) -> Voice:
        """The voice of a person."""
        return self._persons.voice(canonical)

    # --- reading -------------------------------------------------------------------------------

    def _read_up_to(self, sentence: int) -> None:
        while len(self._referents) <= sentence:
            number = len(self._referents)
            self._referents.append([])
            for referent in self._of_sentence(number):
                self._referents[number].append(referent)
                del self._referents[number][:-_MOST_REFERENTS]

    def _of_sentence(self, sentence: int) -> Iterator[_Referent]:
        seen: set[int] = set()
        yield from self._subjects(sentence, seen)
        yield from self._objects(sentence, seen)

    def _subjects(self, sentence: int, seen: set[int]) -> Iterator[_Referent]:
        """The subjects of a sentence; ``seen`` gets their tokens."""
        tokens = self._reading.tokens(sentence)
        for predication in self._reading.predications(sentence):
            subject = predication.subject
            if subject.start in seen:
                continue
            seen.update(range(subject.start, subject.end))
            voice = self._voice(subject, sentence)
            if voice is not None:
                rank = int(predication.subordinate and not predication.goes_on)
                if _cites(tokens, predication.verb):
                    rank = 1
                if voice.sex is Sex.THING and predication.human:
                    many = subject.head.low.endswith("s")
                    voice = Voice(voice.words, Sex.MANY if many else Sex.ANY)
                elif voice.sex is Sex.THING and _may_be_name(tokens, predication):
                    rank = rank if is_described(tokens, predication) else 4
                    voice = Voice(voice.words, Sex.ANY)
                yield _Referent(subject.start, rank, voice)
            if subject.owner is not None and subject.owner.person is not None:
                yield _Referent(subject.start, 1, self.named(subject.owner.person))

    def _objects(self, sentence: int, seen: set[int]) -> Iterator[_Referent]:
        """Everybody else whom a sentence names, by name or by a noun."""
        tokens = self._reading.tokens(sentence)
        found = self._reading.predications(sentence)
        for i, token in enumerate(tokens):
            before = tokens[i - 1].low if i else ""
            # "To his brother he wrote": he is another. "Hale, an American": the same person.
            if i in seen or before == "to":
                continue
            clause = bisect_left(found, i, key=lambda p: p.verb) - 1
            rank = 2 + int(clause >= 0 and found[clause].subordinate)
            if token.person is not None:
                yield _Referent(i, rank, self.named(token.person))
            elif before == "," and (i - 2 in seen or tokens[i - 2].person):
                continue
            elif is_determiner(token) and not (i and is_determiner(tokens[i - 1])):
                phrase = phrase_after(tokens, i)
                if phrase is not None and phrase.person is None and can_speak(phrase):
                    yield _Referent(i, rank, Voice(self._words(tokens, phrase), sex_of(phrase)))

    def _resolve(self, pronoun: str, sentence: int, token: int) -> Voice | None:
        """Whom a pronoun stands for: the nearest sentence first, in it the last subject."""
        if pronoun in ("i", "we"):
            return Voice("I" if pronoun == "i" else "we", Sex.SELF)
        if pronoun == "it":
            return self._resolve_it(sentence, token)
        wanted = _FITTING.get(pronoun)
        if wanted is None:
            return None
        near, far = _REACH
        here = (sentence, token)
        if pronoun == "she":
            # A woman farther off is likelier than a name of no known sex, unless it is near.
            women = (Sex.WOMAN,)
            found = (
                self._nearest(women, here, lowest=2, reach=near)
                or self._nearest(wanted, here, lowest=0, reach=2, named=True)
                or self._nearest(women, here, lowest=2, reach=far)
            )
            if found is not None:
                return found
        for lowest, reach in ((2, near), (3, near), (4, near), (2, far)):
            found = self._nearest(wanted, here, lowest=lowest, reach=reach)
            if found is not None:
                return found
        return None

    def _nearest(
        self,
        sexes: Sequence[Sex],
        here: tuple[int, int],
        *,
        lowest: int,
        reach: int,
        named: bool = False,
    ) -> Voice | None:
        """The last voice of the best rank in the nearest sentence that has one.

        ``here`` are the pronoun's sentence and token; in its own sentence only a subject counts:
        "Hale met Peters, and he said".
        """
        sentence, token = here
        for back in range(min(reach, sentence + 1)):
            fitting = [
                r
                for r in self._referents[sentence - back]
                if r.voice.sex in sexes
                and r.rank <= (lowest if back else min(lowest, 1))
                and (back or r.token < token)
                and (not named or self._persons.is_named(r.voice))
            ]
            if fitting:
                return max(fitting, key=lambda r: (-r.rank, r.token)).voice
        return None

    def _resolve_it(self, sentence: int, token: int) -> Voice | None:
        """Whose speech or letter "it" is, where one was the last subject."""
        texts = words("quotations", "messages", "documents")
        for number in range(sentence, max(-1, sentence - 3), -1):
            end = token if number == sentence else len(self._reading.tokens(number))
            for p in reversed(self._reading.predications_near(number, end)):
                if p.verb < end and p.subject.head.low in texts:
                    return self._voice(p.subject, number)
        return None

    # --- phrases -------------------------------------------------------------------------------

    def _voice(self, phrase: Phrase, sentence: int) -> Voice | None:
        tokens = self._reading.tokens(sentence)
        if phrase.person is not None:
            return self.named(phrase.person)
        if phrase.pronoun is not None:
            if phrase.pronoun in _FITTING or phrase.pronoun in ("i", "we", "you", "it"):
                return self._resolve(phrase.pronoun, sentence, phrase.start)
            sex = Sex.ANY if phrase.pronoun in _SOMEBODY else Sex.MANY
            if phrase.pronoun in _NO_ANTECEDENTS:
                sex = Sex.THING
            return Voice(self._words(tokens, phrase), sex)
        if phrase.head.low in words("quotations", "messages", "documents"):
            return self._writer(tokens, phrase, sentence)
        named = self._persons.bearer(tokens, phrase)
        if named is not None:
            return self.named(named)
        return Voice(self._words(tokens, phrase), sex_of(phrase))

    def _writer(self, tokens: Tokens, phrase: Phrase, sentence: int) -> Voice | None:
        """Whose speech or letter a phrase names; a document can be a voice of its own."""
        owner = phrase.owner
        if owner is not None:
            if owner.person is not None:
                return self.named(owner.person)
            end = next(i for i in range(phrase.start, phrase.end) if tokens[i] is owner) + 1
            named = self._persons.bearer(tokens, Phrase(phrase.start, end, owner))
            if named is not None:
                return self.named(named)
            return Voice(self._cut(tokens, phrase.start, end), Sex.ANY)
        determiner = tokens[phrase.start].low
        if determiner in POSSESSIVES:
            return self._resolve(POSSESSIVES[determiner], sentence, phrase.start)
        for i in range(phrase.start, phrase.end):
            if tokens[i].low in ("of", "from", "by"):
                source = phrase_after(tokens, i + 1)
                loud = phrase.head.low in _LOUD | _LOUD_ONCE
                if source is not None and (source.person or can_speak(source) or loud):
                    return self._voice(source, sentence)
        signed = [t.low for t in tokens[phrase.end : phrase.end + 3] if t.low != ","]
        if "by" in signed:
            author = next((t.person for t in tokens[phrase.end : phrase.end + 6] if t.person), None)
            if author is not None:
                return self.named(author)
        if phrase.head.low in words("quotations", "documents") | _LOUD:
            return Voice(self._words(tokens, phrase), Sex.THING)
        return None

    def _words(self, tokens: Tokens, phrase: Phrase) -> str:
        return self._cut(tokens, phrase.start, phrase.end)

    def _cut(self, tokens: Tokens, start: int, end: int) -> str:
        text = self._article.tidy(Span(tokens[start].span.start, tokens[end - 1].span.end))
        return re.sub(r"[’']s$", "", text)


def _cites(tokens: Tokens, verb: int) -> bool:
    """Whether a verb cites a source: "Suetonius reports that"; who comes next is the subject."""
    behind = [token.low for token in tokens[verb + 1 : verb + 4]]
    return tokens[verb].low in _CITING and "that" in behind


def _may_be_name(tokens: Tokens, predication: Predication) -> bool:
    """Whether an unknown name does what human beings do."""
    subject = predication.subject
    first = tokens[subject.start]
    if not subject.head.capital or first.low.capitalize() in words("words", "openers"):
        return False
    verbs = words("verbs", "of_persons", "saying")
    return tokens[predication.verb].low in verbs or is_described(tokens, predication)


def is_described(tokens: Tokens, predication: Predication) -> bool:
    """Whether a subject must be human by what is told of it.

    "Jennings, a small man", "Ney shook his head", "an usher ran up".
    """
    end, behind = predication.subject.end, predication.verb + 1
    following = tokens[behind].low if behind < len(tokens) else ""
    if following in ("his", "her"):
        return True
    if following in _APPROACH and tokens[predication.subject.start].low in ("a", "an"):
        return True
    if end >= len(tokens) or tokens[end].low != ",":
        return False
    phrase = phrase_after(tokens, end + 1)
    return phrase is not None and can_speak(phrase)
