"""Clauses: each verb of a sentence with its subject, its object, its voice and its negation.

One pass over the chunks from left to right keeps, for each clause that is open, the noun phrase
that waits for a verb. A relative clause, "when" or "that" opens a clause inside; a comma, or a verb
that finds its own clause complete, closes it again. Nothing is parsed twice, so that the time grows
with the length of the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from flashgen.english.drafts import Clause, Level
from flashgen.english.lexicon import look_up
from flashgen.english.open_clauses import NEGATIONS, NOMINATIVES, OpenClauses
from flashgen.english.phrases import Chunk, Phrase, chunks
from flashgen.english.tags import NAME, NOUN, OF, QUANTITY, SUBORDINATOR

_DENYING = frozenset({"deny", "refuse", "decline"})  # and their like deny what comes next

__all__ = ["Clause", "find_clauses"]


def find_clauses(words: Sequence[str], tags: str, start: int = 0) -> tuple[Clause, ...]:
    """The clauses of a sentence in the order of their verbs, from a token on."""
    parser = _Parser(words, tags)
    for chunk in chunks(tags, start):
        parser.take(chunk)
    for clause in parser.found:
        clause.negated |= clause.subject is not None and clause.subject.negated
    return tuple(parser.found)


class _Parser(OpenClauses):
    __slots__ = ()

    def take(self, chunk: Chunk) -> None:
        kind = chunk.kind
        if kind == "noun":
            if cut := self._cut(chunk):
                self.take(chunk._replace(end=cut))
                self.take(chunk._replace(start=cut))
                return
            self._noun(chunk)
        elif kind == "verb":
            self._verb(chunk)
        elif kind == "infinitive":
            self._add(chunk, self._controller(), finite=False)
        elif kind == "preposition":
            self.preposition = self._low(chunk.start)
        elif kind == "relative":
            self.levels.append(Level("relative", self.last_phrase))
        elif kind == "subordinator" and self.tags[chunk.end : chunk.end + 1] == OF:
            self.preposition = self._low(chunk.start)  # "because of"
        elif kind == "subordinator":
            self.levels.append(Level("subordinate", coordinated=self._behind_and(1)))
        elif kind == "comma":
            self._comma()
        elif kind == "mark" and self.tags[chunk.start] in ".;":
            self.levels = [Level("main", self._top().subject, inherited=True)]
        else:
            self._bracket(self.tags[chunk.start])
        if kind not in ("preposition", "negation"):
            self.preposition = ""
        self.before.append(chunk)

    # --- noun phrases --------------------------------------------------------------------------

    def _noun(self, chunk: Chunk) -> None:
        previous, low = self._previous(), self._low(chunk.start)
        phrase = Phrase(chunk.start, chunk.end, chunk.end - 1, (), low in NEGATIONS)
        if previous == "negation" or self._is_when(chunk) or self._is_passed_over(chunk):
            return  # "Grant, not Lee", "Grant rather than Lee"
        counts = self.tags[chunk.start : chunk.end] == QUANTITY
        if previous == "noun" and (counts or low.endswith(("self", "selves"))):
            return  # "2 November 1916", "he himself wrote"
        top = self._top()
        if self.preposition:
            self._governed(phrase, top)
        elif previous == "verb" and self._awaits_subject(chunk):
            self._inverted(phrase)
        elif previous == "conjunction" and self._joins(phrase, top):
            return
        elif previous in ("verb", "infinitive"):
            self.found[-1].object = self.found[-1].object or phrase
        elif top.verb is not None:
            top.coordinated = previous == "conjunction" or (top.coordinated and not top.later)
            top.later = phrase
            top.joined = self._is_joined()
        elif not top.inherited and self._is_beside(phrase, top):
            if self.tags[chunk.end : chunk.end + 2] == "V," and self.tags[chunk.start - 1] == ",":
                # "The war, Hale writes, was"
                self.levels.append(Level("embedded", phrase))
            top.beside = phrase
        elif top.subject and self._is_joined() and self._is_aside(top.beside):
            pass  # "Holt, the mayor of Riga and chief of its guard, fled"
        else:
            top.subject, top.joined = phrase, previous == "conjunction" and self._is_joined()
            top.inherited = False
        self.last_phrase = phrase

    def _governed(self, phrase: Phrase, top: Level) -> None:
        """A phrase behind a preposition is nobody's subject; behind "by", it may be the agent."""
        if self.preposition == "by" and self.found and self.found[-1].passive:
            self.found[-1].agent = self.found[-1].agent or phrase
        waiting = top.subject if top.verb is None else None
        perhaps = self.perhaps
        timed = waiting is not None and look_up(self._low(waiting.head)).of_noun.startswith("t")
        comma = [chunk.kind for chunk in self.before[-2:-1]] == ["comma"]
        apart = waiting is None or comma or timed  # "two years after Hale died"
        if apart and SUBORDINATOR in look_up(self.preposition).tags:
            self.perhaps = Level("subordinate", phrase, coordinated=self._behind_and(2))
        elif perhaps and perhaps.subject and perhaps.subject.end == phrase.start - 1:
            perhaps.subject = perhaps.subject._replace(end=phrase.end)
        if self.preposition == "of" and waiting is not None and waiting.end == phrase.start - 1:
            top.subject = waiting._replace(end=phrase.end)
        elif self.preposition == "of" and top.later and top.later.end == phrase.start - 1:
            top.later = top.later._replace(end=phrase.end)

    def _inverted(self, phrase: Phrase) -> None:
        """The subject stands behind the verb: '"…," said Hale'."""
        draft = self.found[-1]
        draft.subject, draft.inverted = phrase, True
        top = self._top()
        top.subject, top.verb = phrase, draft

    def _joins(self, phrase: Phrase, top: Level) -> bool:
        """Whether "and" joins a phrase to one before: "Holt and Price"."""
        earlier = self.last_phrase
        if self._low(phrase.start) in NOMINATIVES and self._low(phrase.start - 1) == "but":
            return False  # "saw the town but he left"
        if earlier is None or len(self.before) < 2 or self.before[-2].end != earlier.end:
            return False
        joined = earlier._replace(with_=(*earlier.with_, phrase))
        if top.verb is None and top.subject is not None and top.subject.start == earlier.start:
            top.subject = joined
        elif self.found and self.found[-1].object == earlier:
            self.found[-1].object, top.later = joined, phrase
        elif self.found and self.found[-1].agent == earlier:
            self.found[-1].agent, top.later = joined, phrase
        elif self._is_listed_aside(earlier, top):
            top.beside = joined
        elif self.found and self.found[-1].inverted and self.found[-1].subject == earlier:
            self.found[-1].subject = joined
        else:
            return False
        self.last_phrase = joined
        return True

    # --- verbs ---------------------------------------------------------------------------------

    def _verb(self, chunk: Chunk) -> None:
        first = next(tag for tag in self.tags[chunk.start : chunk.end] if tag not in "rn")
        having = self._low(chunk.start) in ("having", "being")
        if self._is_done_to_noun(chunk):
            self._add(chunk, self.last_phrase, finite=False)
        elif first in "GD" or having:
            self._add(chunk, self._participle_subject(), finite=False)
        elif first == "B" and self._acts_as_object():
            self._add(chunk, self.found[-1].object, finite=False)
        elif first == "B" and self._previous() == "verb" and self.found[-1].lemma == "help":
            self._add(chunk, self.found[-1].subject, finite=False)  # "helped found the town"
        elif self._stands_behind_quote() and self.tags[chunk.end : chunk.end + 1] not in ("", ","):
            top = self._top()
            waits = top.subject is not None and top.verb is None
            says = not waits or "s" in look_up(self._low(chunk.end - 1)).of_verb
            following = next(chunks(self.tags, chunk.end), None)
            inverted = says and following and following.kind == "noun"  # "…," said Hale
            self._add(chunk, None if inverted else self._subject())
        else:
            level = self.perhaps
            if level and level.subject and level.subject.end == self.before[-1].end:
                self.levels.append(level)
            self._add(chunk, self._subject())
        self.perhaps = None

    def _subject(self) -> Phrase | None:
        """Who does what a finite verb says."""
        self._leave_what_is_complete()
        top = self._top()
        if top.verb is None:
            if top.beside and self._is_told_of(top.beside, top):
                top.subject = top.beside  # "In Riga, Livonia, a mob burned"
            subject = top.subject
            if subject and subject == self.last_phrase and self.tags[subject.start - 1] == "i":
                subject = self._name_behind_preposition() or subject  # "after some talk Holt left"
            return subject or self._name_behind_preposition()
        if self._previous() == "noun" and self.found[-1].object == self.last_phrase:
            # Without "that": "Hale said the king had died".
            top.later, self.found[-1].object = self.last_phrase, None
        if top.later is not None:
            subject = top.later
            if top.coordinated:
                top.subject, top.later, top.coordinated = subject, None, False
                return subject
            self.levels.append(Level("embedded", subject))
            return subject
        return self._name_behind_preposition() or top.subject

    def _name_behind_preposition(self) -> Phrase | None:
        """Who has a verb that nothing else is the subject of: "to his wife Holt wrote"."""
        phrase = self.last_phrase
        if phrase is None or self._previous() != "noun":
            return None
        start = phrase.end
        while self.tags[start - 1] == NAME:
            start -= 1
        this = start == phrase.start + 1 and self._low(phrase.start) in ("this", "that")
        if phrase.start < start < phrase.end and (this or self.tags[start - 1] in (NOUN, QUANTITY)):
            return phrase._replace(start=start)
        return None

    def _add(self, chunk: Chunk, subject: Phrase | None, *, finite: bool = True) -> None:
        group = self.tags[chunk.start : chunk.end]
        verb = chunk.end - 1
        entry = look_up(self._low(verb))
        draft = Clause(verb, chunk.start, chunk.end, entry.verb or self._low(verb), subject)
        draft.passive = group[-1] == "D" and ("b" in group[:-1] or group[:1] == "D")
        draft.negated = any(
            tag == "n" or self._low(chunk.start + i).endswith(("n't", "n’t"))
            for i, tag in enumerate(group)
        )
        draft.finite = finite
        last = self.found[-1] if self.found else None
        if last and (self._low(last.end) == "that" if finite else last.end == chunk.start):
            draft.negated = draft.negated or last.lemma in _DENYING
        draft.embedded = any(level.kind != "main" for level in self.levels)
        draft.relative = self._top().kind == "relative"
        self.found.append(draft)
        top = self._top()
        if finite and subject is not None:
            top.verb = draft
            top.subject = subject
        if finite or not top.coordinated:
            top.later = None

    def _controller(self) -> Phrase | None:
        """Who is to do what an infinitive says: the object just told, or else the subject."""
        if self.found and self._acts_as_object():
            return self.found[-1].object
        return self._top().subject

    def _participle_subject(self) -> Phrase | None:
        """Of "saying" behind a comma, the clause's subject; else the noun right before."""
        role = self.before[-2:-1] and self._low(self.before[-2].start) == "as"
        if beside_agent := self._acts_before_agent():
            return beside_agent
        beside = self._previous() == "noun" and not role  # but "known as a traveller, saying"
        if beside or (self.preposition == "as" and self._acts_as_object()):
            return self.last_phrase
        # "Hale met the men who fled, saying"
        while self._previous() == "comma" and self._top().kind == "relative":
            self.levels.pop()
        return self._top().subject
