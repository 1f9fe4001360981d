"""Who "he", "the general" and "the committee" are: from a noun phrase to the one who is meant.

Whoever a sentence names is remembered, subjects before others, and a pronoun is the last of them
that agrees with it in sex and number (Lappin and Leass, "An Algorithm for Pronominal Anaphora
Resolution", 1994, in a small way).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from flashgen.english.clauses import Clause, find_clauses
from flashgen.english.phrases import Phrase, chunks
from flashgen.english.tokens import Sentence
from flashgen.rules.persons import Persons, Sex, sex_of_phrase
from flashgen.rules.referents import Referent, Voice, as_human, is_described, subjects_of
from flashgen.types import Article, FoundPerson, Span

# So many sentences back a pronoun's person may have been named; so many if none else fits.
_NEAR, _FAR = 5, 12
# No sentence that one can read names more; the limit keeps the work linear.
_MOST_REFERENTS = 60
_MOST_CLAUSES = 12
_FITTING = {
    **dict.fromkeys(("he", "him", "his", "himself"), (Sex.MAN, Sex.ANY)),
    **dict.fromkeys(("she", "her", "herself"), (Sex.WOMAN, Sex.ANY)),
    **dict.fromkeys(("they", "them", "their", "themselves"), (Sex.MANY,)),
}
_MYSELF = {"i": "I", "my": "I", "me": "I", "we": "we", "our": "we", "us": "we"}


class Cast:
    """Knows who is spoken of in some sentences, in the order of the text.

    ``sentences`` are the article's, or its author's around quotations.
    """

    def __init__(
        self, article: Article, sentences: Sequence[Sentence], people: Sequence[FoundPerson]
    ) -> None:
        self._article = article
        self._sentences = sentences
        self._persons = Persons(sentences, people)
        self._clauses: dict[int, tuple[Clause, ...]] = {}
        self._referents: dict[int, list[Referent]] = {}
        self._reading = False
        self._said: dict[int, list[Referent]] = defaultdict(list)

    def clauses(self, i: int) -> tuple[Clause, ...]:
        """The clauses of a sentence."""
        if i not in self._clauses:
            self._clauses[i] = find_clauses(self._sentences[i].words, self._sentences[i].tags)
        return self._clauses[i]

    def clauses_before(self, i: int, token: int) -> tuple[Clause, ...]:
        """The last clauses of a sentence whose verbs stand before a token."""
        last = bisect_left(self.clauses(i), token, key=lambda c: c.verb)
        return self.clauses(i)[max(0, last - _MOST_CLAUSES) : last]

    def who(self, phrase: Phrase, i: int, but: int = -1) -> Voice | None:
        """Who a phrase of a sentence is; None where the text does not say.

        ``but`` is the first token of a phrase of the same sentence who is somebody else.
        """
        sentence = self._sentences[i]
        low = sentence.words[phrase.start].lower()
        if phrase.with_:
            first = phrase.start + (low == "both")
            return Voice(self.cut(i, first, phrase.with_[-1].end), Sex.MANY)
        named = self.person(phrase, i)
        if named is not None:
            return self.named(named)
        if phrase.end - phrase.start == 1:
            if low in _MYSELF:
                return Voice(_MYSELF[low], Sex.SELF)
            if low in _FITTING:
                return self.resolve(low, i, phrase.start, but)
        bearer = self._persons.bearer(sentence, phrase)
        if bearer is not None:
            return self.named(bearer)
        return Voice(self.cut(i, phrase.start, phrase.end), sex_of_phrase(sentence, phrase))

    def owner(self, phrase: Phrase, i: int) -> Voice | None:
        """Whose a thing is: "his letter", "Hale's last words", "the order of the general"."""
        sentence = self._sentences[i]
        tags = sentence.tags
        genitive = tags.rfind("z", phrase.start, phrase.head)
        if genitive > phrase.start:
            return self.who(Phrase(phrase.start, genitive, genitive - 1), i)
        for k in range(phrase.start, phrase.head):
            low = sentence.words[k].lower()
            if low in _FITTING or low in _MYSELF:
                return self.who(Phrase(k, k + 1, k), i)
        return None

    def named(self, canonical: str) -> Voice:
        """The voice of a person."""
        return Voice(canonical, self._persons.sex(canonical))

    def fits(self, pronoun: str, voice: Voice) -> bool:
        """Whether a pronoun can stand for a voice."""
        return voice.sex in _FITTING.get(pronoun, ())

    def said(self, voice: Voice, i: int, token: int) -> None:
        """Remember who spoke the quotation that stands somewhere."""
        self._said[i].append(Referent(token, 1, voice))
        del self._said[i][:-_MOST_REFERENTS]

    def person(self, phrase: Phrase, i: int) -> str | None:
        """The person whom a phrase names, by itself or in apposition: "his host, Dr Orr"."""
        return self._persons.named_by(self._sentences[i], phrase)

    def people_of(self, i: int) -> Iterator[str]:
        """The people whom a sentence names."""
        return self._persons.in_span(self._sentences[i].span)

    def cut(self, i: int, start: int, end: int) -> str:
        """The words of some tokens."""
        sentence = self._sentences[i]
        return self._article.tidy(Span(sentence.starts[start], sentence.end(end - 1)))

    # --- pronouns ------------------------------------------------------------------------------

    def resolve(self, pronoun: str, i: int, token: int, but: int = -1) -> Voice | None:
        """Whom a pronoun stands for: the nearest sentence first, in it the last subject."""
        fitting = _FITTING[pronoun]
        for k in range(token):  # the same pronoun earlier in a sentence is the same person
            low = self._sentences[i].words[k].lower()
            if k != but and low in _FITTING and _FITTING[low] == fitting and k < token:
                if not self._spoken_between(i, k, token):
                    return self.resolve(low, i, k)
                break
        steps = [
            (1, 3, fitting),
            (2, _NEAR, fitting),
            (3, _NEAR, fitting),
            (4, _NEAR, fitting),
            (2, _FAR, fitting),
        ]
        if Sex.WOMAN in fitting:
            # A woman farther off is likelier than a name of no known sex, unless it is near.
            only = (Sex.WOMAN,)
            steps = [(2, _NEAR, only), (0, 2, fitting), (2, _FAR, only), *steps]
        for lowest, reach, sexes in steps:
            found = self._nearest(sexes, (i, token), lowest=lowest, reach=reach, but=but)
            if found is not None:
                return found
        # An extract can begin with "he".
        hero = self._persons.hero(fitting) if i < _FAR else None
        return self.named(hero) if hero is not None else None

    def _spoken_between(self, i: int, start: int, end: int) -> bool:
        return "Q" in self._sentences[i].tags[start:end]

    def _nearest(
        self, sexes: Sequence[Sex], here: tuple[int, int], *, lowest: int, reach: int, but: int
    ) -> Voice | None:
        """The last voice of the best rank in the nearest sentence that has one.

        ``here`` are the pronoun's sentence and token; in its own sentence only a subject counts:
        "Hale met Peters, and he said".
        """
        i, token = here
        for back in range(min(reach, i + 1)):
            there = (*self._of_sentence(i - back), *self._said[i - back])
            # "I turned to Hale": the other of the two.
            mine = back == 1 and any(r.voice.words == "I" and r.rank == 0 for r in there)
            limit = max(lowest, 3 * mine) if back else min(lowest, 1)
            fitting = [
                r
                for r in there
                if r.voice.sex in sexes
                and r.rank <= limit
                and (back or r.token < token)
                and (back or r.token != but)
            ]
            if fitting:
                return max(fitting, key=lambda r: (-r.rank, r.token)).voice
        return None

    # --- whom a sentence names -----------------------------------------------------------------

    def _of_sentence(self, i: int) -> list[Referent]:
        """Whom a sentence names; those before it are read first, as far back as a pronoun reaches.

        While they are read, what lies farther back is not asked for.
        """
        if i not in self._referents and not self._reading:
            self._reading = True
            for k in range(max(0, i - _FAR), i + 1):
                if k not in self._referents:
                    self._referents[k] = list(self._read(k))[-_MOST_REFERENTS:]
            self._reading = False
        return self._referents.get(i, [])

    def _read(self, i: int) -> Iterator[Referent]:
        sentence = self._sentences[i]
        tags = sentence.tags
        subjects = subjects_of(sentence, self.clauses(i))
        embedded, noun_end = False, -1
        for chunk in chunks(tags):
            if chunk.kind in ("relative", "subordinator"):
                embedded = True
            elif chunk.kind == "mark" or (chunk.kind == "comma" and chunk.end in subjects):
                embedded = False
            if chunk.kind != "noun":
                continue
            genitive = tags.find("z", chunk.start, chunk.end)
            if genitive > chunk.start:
                owner = self._persons.named_at(sentence, chunk.start, genitive - 1)
                if owner is not None:
                    yield Referent(chunk.start, 2, self.named(owner))
            before = sentence.words[chunk.start - 1].lower() if chunk.start else ""
            phrase = Phrase(chunk.start, chunk.end, chunk.end - 1)
            voice: Voice | None
            if chunk.start in subjects and (before != "to" or subjects[chunk.start][1] == 0):
                phrase, rank = subjects[chunk.start]
                voice = self.who(phrase, i)
                if voice is not None:
                    referent = Referent(chunk.start, rank, voice)
                    yield as_human(sentence, self.clauses(i), phrase, referent)
            # "Hale, an American": the same person.
            elif (voice := self.who(phrase, i)) is not None:
                far = before == "to" or (before == "of" and voice.words not in self._persons)
                in_apposition = before == "," and noun_end == chunk.start - 1
                if voice.words in self._persons or not (voice.sex is Sex.THING or in_apposition):
                    yield Referent(chunk.start, 2 + max(embedded, far), voice)
            noun_end = chunk.end

    def is_described(self, phrase: Phrase, i: int) -> bool:
        """Whether a subject must be human by what is told of it."""
        return is_described(self._sentences[i], self.clauses(i), phrase)


__all__ = ["Cast", "Voice"]
