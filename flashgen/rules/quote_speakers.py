"""Who "he", "the general" and "his last letter" are: from a noun phrase to a speaker's name.

The subjects of the sentences before are remembered, the nearest first; a pronoun is the last of
them that fits it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from flashgen.rules.quote_clauses import (
    Phrase,
    Predication,
    Reading,
    Tokens,
    can_speak,
    is_determiner,
    is_plural,
    phrase_after,
)
from flashgen.rules.quote_frame import Kind
from flashgen.rules.tables import table, words
from flashgen.types import FoundPerson, Span

# So many sentences back a pronoun's person may have been named; so many if none else fits.
_REACH = (5, 12)
# No sentence that one can read names more; the limit keeps the work linear.
_MOST_REFERENTS = 60
_OWNERS = {"his": "he", "her": "she", "their": "they", "my": "i", "our": "we"}
_TITLE_BEFORE = re.compile(r"([^\W\d_][\w.-]*),? +$")
# "Krasnov, a Don Cossack general", "Kerensky, the prime minister,".
_APPOSITION = re.compile(
    r",? +(?:an?|his|her|its|their) +((?:[\w-]+ +){0,4}[\w-]+)"
    r"|, +(?:the +)?((?:[\w-]+ +){0,3}[\w-]+)(?=[,;.)]| of\b| who\b)"
)
_NO_ANTECEDENTS = frozenset(
    "nobody none neither everybody everyone all nothing everything something anything".split()
)
_SOMEBODY = frozenset({"one", "another", "someone", "somebody"})
# The first pronoun behind a name, in the same clause.
_PRONOUN = re.compile(r"[^.!?;:“”\"()]{1,60}? (his|he|himself|her|she|herself)\b")
_APPROACH = frozenset({"up", "in", "forward", "out", "over"})
_LOUD = frozenset("cries shouts voice voices calls chorus".split())
_LOUD_ONCE = frozenset("cry shout call".split())


class Sex(Enum):
    """Which pronoun fits; ``ANY`` is a human being of whom no more is known."""

    MAN = auto()
    WOMAN = auto()
    ANY = auto()
    MANY = auto()
    SELF = auto()
    THING = auto()


_FITTING = {
    "he": (Sex.MAN, Sex.ANY),
    "she": (Sex.WOMAN, Sex.ANY),
    "they": (Sex.MANY,),
}


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who can speak: the words for him, and which pronoun fits."""

    words: str
    sex: Sex


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
        self._sexes = self._sexes_of(people)
        self._bearers = self._titles(people)
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
        return Voice(canonical, self._sexes.get(canonical, Sex.ANY))

    # --- reading -------------------------------------------------------------------------------

    def _read_up_to(self, sentence: int) -> None:
        while len(self._referents) <= sentence:
            number = len(self._referents)
            self._referents.append([])
            for referent in self._of_sentence(number):
                self._referents[number].append(referent)
                del self._referents[number][:-_MOST_REFERENTS]

    def _of_sentence(self, sentence: int) -> Iterator[_Referent]:
        tokens = self._reading.tokens(sentence)
        found = self._reading.predications(sentence)
        seen: set[int] = set()
        for predication in found:
            subject = predication.subject
            if subject.start not in seen:
                seen.update(range(subject.start, subject.end))
                voice = self._voice(subject, sentence)
                if voice is not None:
                    rank = int(predication.subordinate and not predication.goes_on)
                    if voice.sex is Sex.THING and predication.human:
                        voice = Voice(voice.words, Sex.ANY)
                    elif voice.sex is Sex.THING and _may_be_name(tokens, predication):
                        rank = rank if is_described(tokens, predication) else 4
                        voice = Voice(voice.words, Sex.ANY)
                    yield _Referent(subject.start, rank, voice)
                if subject.owner is not None and subject.owner.person is not None:
                    yield _Referent(subject.start, 1, self.named(subject.owner.person))
        for i, token in enumerate(tokens):
            if i in seen:
                continue
            if i and tokens[i - 1].low == "to":
                continue  # "To his brother he wrote": he is another
            clause = bisect_left(found, i, key=lambda p: p.verb) - 1
            rank = 2 + int(clause >= 0 and found[clause].subordinate)
            if token.person is not None:
                yield _Referent(i, rank, self.named(token.person))
            elif tokens[i - 1].low == "," and (i - 2 in seen or tokens[i - 2].person):
                continue  # "Reed, an American": the same person
            elif is_determiner(token) and (i == 0 or not is_determiner(tokens[i - 1])):
                phrase = phrase_after(tokens, i)
                if phrase is not None and phrase.person is None and can_speak(phrase):
                    yield _Referent(i, rank, Voice(self._words(tokens, phrase), _sex_of(phrase)))

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
        passes = [(wanted, 2, near), (wanted, 3, near), (wanted, 4, near), (wanted, 2, far)]
        if pronoun == "she":
            sure = (Sex.WOMAN,)
            passes = [(sure, 2, near), (wanted, 0, 2), (sure, 2, far), *passes]
        for sexes, lowest, reach in passes:
            for back in range(min(reach, sentence + 1)):
                fitting = [
                    r
                    for r in self._referents[sentence - back]
                    if r.voice.sex in sexes
                    and r.rank <= (lowest if back else min(lowest, 1))
                    and (back or r.token < token)
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
        named = self._bearer(tokens, phrase)
        if named is not None:
            return self.named(named)
        return Voice(self._words(tokens, phrase), _sex_of(phrase))

    def _writer(self, tokens: Tokens, phrase: Phrase, sentence: int) -> Voice | None:
        """Whose speech or letter a phrase names; a document can be a voice of its own."""
        owner = phrase.owner
        if owner is not None:
            if owner.person is not None:
                return self.named(owner.person)
            end = next(i for i in range(phrase.start, phrase.end) if tokens[i] is owner) + 1
            named = self._bearer(tokens, Phrase(phrase.start, end, owner))
            if named is not None:
                return self.named(named)
            return Voice(self._cut(tokens, phrase.start, end), Sex.ANY)
        determiner = tokens[phrase.start].low
        if determiner in _OWNERS:
            return self._resolve(_OWNERS[determiner], sentence, phrase.start)
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

    def _bearer(self, tokens: Tokens, phrase: Phrase) -> str | None:
        """The person of whom a title alone speaks: "the general", "the old king"."""
        if tokens[phrase.start].low != "the" or phrase.end - phrase.start > 3:
            return None
        between = tokens[phrase.start + 1 : phrase.end - 1]
        if any(t.low not in ("old", "young", "new", "late", "aged", "great") for t in between):
            return None
        bearers = self._bearers.get(phrase.head.low, [])
        i = bisect_left(bearers, (phrase.head.span.start, "")) - 1
        return bearers[i][1] if i >= 0 else None

    def _titles(self, people: Sequence[FoundPerson]) -> dict[str, list[tuple[int, str]]]:
        """Who bears which title, by the offsets where the text says so."""
        bearers: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for person in people:
            for mention in person.mentions:
                own = mention.surface.split()[0].lower()
                titles = [*self._titles_at(mention.span), *({own} & _title_words())]
                for title in titles:
                    bearers[title].append((mention.span.start, person.canonical))
        return {title: sorted(found) for title, found in bearers.items()}

    def _titles_at(self, span: Span) -> Iterator[str]:
        view = self._article.view
        before = _TITLE_BEFORE.search(view, max(0, span.start - 40), span.start)
        if before and before[1].lower() in _title_words():
            yield before[1].lower()
        behind = _APPOSITION.match(view, span.end)
        for word in (behind[1] or behind[2] or "").lower().split() if behind else ():
            if word in ("of", "who", "and", "in", "to"):
                break
            if word in _title_words():
                yield word

    def _sexes_of(self, people: Sequence[FoundPerson]) -> dict[str, Sex]:
        """The sex of each person; where the name does not tell it, the pronouns behind it may."""
        sexes = {person.canonical: self._sex(person) for person in people}
        starts = sorted(mention.span.start for person in people for mention in person.mentions)
        for person in people:
            if sexes[person.canonical] is Sex.ANY:
                votes = Counter(
                    match[1].lower() in ("she", "her", "herself")
                    for mention in person.mentions
                    if (match := _PRONOUN.match(self._article.view, mention.span.end))
                    and bisect_left(starts, match.end()) == bisect_left(starts, mention.span.end)
                )
                if votes[True] != votes[False]:
                    sexes[person.canonical] = Sex.WOMAN if votes[True] > votes[False] else Sex.MAN
        return sexes

    def _sex(self, person: FoundPerson) -> Sex:
        """What the titles and kin before a name tell, else what the given name does."""
        found = {sex for m in person.mentions if (sex := self._sex_before(m.span)) is not None}
        if found:
            return found.pop() if len(found) == 1 else Sex.ANY
        name = person.canonical.split()[0]
        low = name.lower()
        if low in words("quotations", "given_names_of_women"):
            return Sex.WOMAN
        if name not in _given_names():
            return Sex.WOMAN if person.canonical.endswith(("ovna", "evna")) else Sex.ANY
        man = not low.endswith("a") or low in words("quotations", "given_names_of_men")
        return Sex.MAN if man else Sex.WOMAN

    def _sex_before(self, span: Span) -> Sex | None:
        """What the words right before a name tell: "Mrs", "General", "her brother"."""
        view = self._article.view
        for word in re.findall(r"[\w.-]+", view[max(0, span.start - 30) : span.start])[:-3:-1]:
            if word.lower() in words("quotations", "women"):
                return Sex.WOMAN
            if word.lower() in words("quotations", "men"):
                return Sex.MAN
            if word.lower() in _title_words():
                return Sex.ANY
            if not word[0].isupper():
                return None
        return None


@cache
def _title_words() -> frozenset[str]:
    titles = words("people", "titles", "short_titles", "callings")
    return frozenset(title.lower() for title in titles if " " not in title)


@cache
def _given_names() -> frozenset[str]:
    return words("given_names", *table("given_names"))


def _may_be_name(tokens: Tokens, predication: Predication) -> bool:
    """Whether an unknown name does what human beings do."""
    subject = predication.subject
    first = tokens[subject.start]
    if not subject.head.capital or first.low.capitalize() in words("words", "openers"):
        return False
    verbs = words("verbs", "of_persons", "saying")
    return tokens[predication.verb].low in verbs or is_described(tokens, predication)


def is_described(tokens: Tokens, predication: Predication) -> bool:
    """Whether a subject must be human: "Jennings, a small man", "Ney shook his head", "an usher
    ran up".
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


def _sex_of(phrase: Phrase) -> Sex:
    """Which pronoun fits a phrase that is no name."""
    low = phrase.head.low
    if is_plural(phrase):
        return Sex.MANY
    if low in words("quotations", "women"):
        return Sex.WOMAN
    if low in words("quotations", "men"):
        return Sex.MAN
    human = low in words("quotations", "persons") | words("people", "callings", "kin")
    return Sex.ANY if human or phrase.head.kind is Kind.PERSON else Sex.THING
