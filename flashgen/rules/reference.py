"""Who "he", "the general" and "the committee" are: from a noun phrase to the one who is meant.

Whoever a sentence names is remembered, and a pronoun is the most salient of them that agrees with
it in sex and number: subjects before others, near ones before those farther back (Lappin and
Leass, "An Algorithm for Pronominal Anaphora Resolution", 1994, in a small way).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from flashgen.article import Article, Span
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import Phrase, chunks
from flashgen.english.tokens import Sentence
from flashgen.mentions import FoundPerson
from flashgen.rules.persons import Persons, Sex, sex_of_phrase
from flashgen.rules.salience import ranks_of
from flashgen.tables import words

# So many sentences back a pronoun's person may have been named.
_FAR = 12
# No sentence that one can read names more; the limit keeps the work linear.
_MOST_REFERENTS = 60
_MOST_CLAUSES = 12
_FITTING = {
    **dict.fromkeys(("he", "him", "his", "himself"), (Sex.MAN, Sex.ANY)),
    **dict.fromkeys(("she", "her", "herself"), (Sex.WOMAN, Sex.ANY)),
    **dict.fromkeys(("they", "them", "their", "themselves"), (Sex.MANY,)),
}
_MYSELF = {"i": "I", "my": "I", "me": "I", "we": "we", "our": "we", "us": "we"}
# How many sentences nearer another has to be, by the rank of a referent.
_DISTANCES = (0, 1, 3, 4)
# How many for one whom the speaker names: "Hale is a liar," he said.
_OTHERS = 4
# How many for what is no subject of the same sentence, or, while that is read, of a main clause.
_OWN = 3
# What stands around the name of somebody who is spoken to.
_BEFORE_A_VOCATIVE, _SIGNS, _LONGEST_TITLE = r"(?:[,;—“\"‘']|^)\s?(?:[A-Z]\w+\.? )?$", ",.!?", 16


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who can speak or act: the words for him, and which pronoun fits."""

    words: str
    sex: Sex


@dataclass(frozen=True, slots=True)
class _Referent:
    """A voice where it is named, with its rank (see ``salience``)."""

    token: int
    rank: int
    voice: Voice


class Cast:
    """Knows who is spoken of in some sentences, in the order of the text.

    ``sentences`` are the article's, or its author's around quotations; ``persons`` are those whom
    it names.
    """

    def __init__(
        self, article: Article, sentences: Sequence[Sentence], people: Sequence[FoundPerson]
    ) -> None:
        self._article = article
        self._sentences = sentences
        self.persons = Persons(article.title, sentences, people)
        self._referents: dict[int, list[_Referent]] = {}
        self._reading = False
        self._said: dict[int, list[_Referent]] = defaultdict(list)

    def clauses_before(self, i: int, token: int) -> tuple[Clause, ...]:
        """The last clauses of a sentence whose verbs stand before a token."""
        clauses = self._sentences[i].clauses
        last = bisect_left(clauses, token, key=lambda c: c.verb)
        return clauses[max(0, last - _MOST_CLAUSES) : last]

    def who(self, phrase: Phrase, i: int, but: int = -1) -> Voice | None:
        """Who a phrase of a sentence is; None where the text does not say.

        ``but`` is the first token of a phrase of the same sentence who is somebody else.
        """
        sentence = self._sentences[i]
        low = sentence.words[phrase.start].lower()
        if phrase.with_ or phrase.end - phrase.start > 1 or low not in _FITTING:
            return self._called(phrase, i)
        if sentence.tags[phrase.start] == "m" and not low.endswith(("self", "selves")):
            # "Hale begged him": another.
            doing = [c.subject.start for c in self.clauses_before(i, phrase.start) if c.subject]
            but = doing[-1] if doing else but
        other = next((r.voice for r in self._of_sentence(i) if r.token == but), None)
        return self.another(low, i, phrase.start, other)

    def somebody(self, phrase: Phrase, i: int) -> Voice | None:
        """Who a phrase is, if he or she can speak."""
        voice = self.who(phrase, i)
        return voice if voice is not None and voice.sex is not Sex.THING else None

    def _called(self, phrase: Phrase, i: int) -> Voice:
        """Who a phrase is that is no pronoun of somebody else."""
        sentence = self._sentences[i]
        low = sentence.words[phrase.start].lower()
        if phrase.with_:
            first = phrase.start + (low == "both")
            return Voice(self.cut(i, first, phrase.with_[-1].end), Sex.MANY)
        if phrase.end - phrase.start == 1 and low in _MYSELF:
            return Voice(_MYSELF[low], Sex.SELF)
        person = self.persons.named_by(sentence, phrase) or self.persons.bearer(sentence, phrase)
        if person is not None:
            return self.named(person)
        loud = sentence.words[phrase.head].lower() in words("quotations", "loud")
        if loud and (owner := self.owner(phrase, i)):  # "his voice said"
            return owner
        return Voice(self.cut(i, phrase.start, phrase.end), sex_of_phrase(sentence, phrase))

    def owner(self, phrase: Phrase, i: int) -> Voice | None:
        """Whose a thing is: "his letter", "Hale's last words", "the order of the general"."""
        sentence = self._sentences[i]
        genitive = sentence.tags.rfind("z", phrase.start, phrase.head)
        if genitive > phrase.start:
            return self.who(Phrase(phrase.start, genitive, genitive - 1), i)
        for k in range(phrase.start, phrase.head):
            if sentence.words[k].lower() in (*_FITTING, *_MYSELF):
                return self.who(Phrase(k, k + 1, k), i)
        return None

    def named(self, canonical: str) -> Voice:
        """The voice of a person."""
        return Voice(canonical, self.persons.sex(canonical))

    def fits(self, pronoun: str, voice: Voice) -> bool:
        """Whether a pronoun can stand for a voice."""
        return voice.sex in _FITTING.get(pronoun, ())

    def said(self, voice: Voice, i: int, token: int) -> None:
        """Remember who spoke the quotation that stands somewhere."""
        self._said[i].append(_Referent(token, 1, voice))
        del self._said[i][:-_MOST_REFERENTS]

    def _addressed(self, sentence: Sentence) -> Iterator[_Referent]:
        """Who is spoken to in the quotations of a sentence: "Come in, Mr Hale," he said."""
        view = self._article.view
        for token, span, person in self.persons.quoted(sentence):
            before = view[max(0, span.start - _LONGEST_TITLE) : span.start]
            signed = view[span.end : span.end + 1] in tuple(_SIGNS)  # a name may end the text
            if signed and re.search(_BEFORE_A_VOCATIVE, before):
                yield _Referent(token, 1, self.named(person))

    def cut(self, i: int, start: int, end: int) -> str:
        """The words of some tokens."""
        sentence = self._sentences[i]
        return self._article.tidy(Span(sentence.starts[start], sentence.end(end - 1)))

    # --- pronouns ------------------------------------------------------------------------------

    def another(self, pronoun: str, i: int, token: int, other: Voice | None) -> Voice | None:
        """Whom a pronoun stands for: the most salient other voice that agrees with it.

        In its own sentence a subject counts rather: "Hale met Peters, and he said".
        """
        fitting = _FITTING.get(pronoun, ())
        quoted = {person for *_, person in self.persons.quoted(self._sentences[i])}
        best: tuple[tuple[float, ...], Voice | None] = (_FAR,), None
        verb = max((c.verb for c in self.clauses_before(i, token)), default=0)
        for back in range(min(_FAR, i + 1)):
            there = (*self._of_sentence(i - back), *self._said[i - back])
            # "I turned to Hale": the other of the two.
            mine = back == 1 and any(r.voice.words == "I" and r.rank == 0 for r in there)
            # "Hale saw Anna Price. She cried": nobody else of that sentence.
            known = {r.voice for r in there if r.voice.sex in fitting[:1]} if back == 1 else ()
            for r in there:
                if r.voice.sex not in fitting or r.voice == other:
                    continue
                if not back and r.token >= (token if r.rank < 2 else verb):
                    continue  # "To Hale he wrote"
                # A woman farther off is likelier than a name of no known sex.
                unsure = 3 * (r.voice.sex is Sex.ANY and Sex.WOMAN in fitting)
                rank = min(r.rank, 1) if len(known) == 1 and r.voice in known else r.rank
                cost = back + unsure + (0 if mine else _DISTANCES[rank])
                cost += _OWN * (not back and r.rank > 1 - self._reading)
                cost += _OTHERS * (r.voice.words in quoted)
                near = r.token if self._reading and not back else -r.token
                best = min(best, ((cost, back, r.rank, near), r.voice), key=lambda b: b[0])
        # An extract can begin with "he".
        hero = self.persons.hero(fitting) if best[1] is None and i < _FAR else None
        return self.named(hero) if hero is not None else best[1]

    # --- whom a sentence names -----------------------------------------------------------------

    def _of_sentence(self, i: int) -> list[_Referent]:
        """Whom a sentence names; those before it are read first, as far back as a pronoun reaches.

        While they are read, what lies farther back is not asked for.
        """
        if i not in self._referents and not self._reading:
            self._reading = True
            for k in range(max(0, i - _FAR), i + 1):
                if k not in self._referents:
                    here = self._referents[k] = []
                    here.extend(islice(self._read(k), _MOST_REFERENTS))
            self._reading = False
        return self._referents.get(i, [])

    def _read(self, i: int) -> Iterator[_Referent]:
        sentence = self._sentences[i]
        yield from self._addressed(sentence)
        subjects = ranks_of(sentence)
        embedded, noun_end = False, -1
        for chunk in chunks(sentence.tags):
            if chunk.kind in ("relative", "subordinator"):
                embedded = True
            if chunk.kind != "noun":
                continue
            genitive = sentence.tags.find("z", chunk.start, chunk.end)
            if genitive > chunk.start:
                owner = self._called(Phrase(chunk.start, genitive, genitive - 1), i)
                # "In Hale's letter he wrote", "Hale's voice failed."
                close = chunk.start in subjects or self._is_text(sentence, chunk.end - 1)
                yield _Referent(chunk.start, 2 - close, owner)
            # "At the palace Hale spoke": a subject within.
            start = next((k for k in range(chunk.start, chunk.end) if k in subjects), chunk.start)
            before = sentence.words[start - 1].lower()
            phrase, rank = subjects.get(start, (None, 2))
            if phrase is None or (before == "to" and rank):
                phrase = Phrase(start, chunk.end, chunk.end - 1)
                rank = 2
            voice = self.who(phrase, i)
            # "Hale, an American": the same person.
            beside = before == "," and noun_end == chunk.start - 1
            known = voice is not None and voice.words in self.persons
            if before == "of" and rank == 2 and self._is_text(sentence, noun_end - 1):
                rank = 1  # "In a letter of Hale he says"
            if voice and (known or rank < 2 or not (voice.sex is Sex.THING or beside)):
                yield _Referent(chunk.start, rank + (rank == 2 and embedded), voice)
            noun_end = chunk.end

    def _is_text(self, sentence: Sentence, head: int) -> bool:
        return not set("md").isdisjoint(look_up(sentence.words[head].lower()).of_noun)
