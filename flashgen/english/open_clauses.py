"""What the reading of a sentence remembers: which clauses are open, and what stands around."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from flashgen.english.drafts import Clause, Level
from flashgen.english.lexicon import look_up
from flashgen.english.numbers import MONTHS, WEEKDAYS
from flashgen.english.phrases import Chunk, Phrase
from flashgen.english.tags import (
    CLOSE,
    DETERMINER,
    GENITIVE,
    NAME,
    NOUN,
    OPEN,
    PARTICIPLE,
    QUANTITY,
    QUOTE,
)

# Verbs whose object does what the next verb says: "heard Grant say", "made Lee sign".
_WITH_AN_ACTING_OBJECT = frozenset(
    "make let have hear overhear see watch help bid cause allow ask beg urge tell order force "
    "persuade want expect quote describe cite know find get feel permit invite command leave "
    "notice".split()
)
_WITHOUT_VERB = frozenset({"as", "if", "though", "although"})
_NAMING = frozenset({"name", "call"})
_BRACKET = "bracket"
NEGATIONS = frozenset({"nobody", "none", "nothing", "neither", "no"})
NOMINATIVES = frozenset({"i", "he", "she", "we", "they"})
_CALENDAR = frozenset(MONTHS + WEEKDAYS)


@dataclass(slots=True)
class OpenClauses:
    """The chunks read so far, the clauses found in them, and those that are still open."""

    words: Sequence[str]
    tags: str
    found: list[Clause] = field(default_factory=list)
    levels: list[Level] = field(default_factory=lambda: [Level("main")])
    before: list[Chunk] = field(default_factory=list)
    preposition: str = ""
    last_phrase: Phrase | None = None
    # What stands behind "as" or "after": a verb right behind it makes it a subject.
    perhaps: Level | None = None

    # --- what opens and closes -----------------------------------------------------------------

    def _bracket(self, mark: str) -> None:
        """What stands in brackets is a clause of its own."""
        if mark == OPEN:
            self.levels.append(Level(_BRACKET))
        elif mark == CLOSE:
            while len(self.levels) > 1 and self.levels.pop().kind != _BRACKET:
                pass

    def _comma(self) -> None:
        """A comma ends a clause inside one that waits for its verb or for its subject."""
        top = self._top()
        if top.joined and top.verb is None:
            top.subject, top.joined = None, False  # "Along with Holt and Price, Hale"
        elif top.joined or not top.coordinated:
            top.later = None  # "to the highest and the lowest soldier,"
        while len(self.levels) > 1:
            top, outer = self.levels[-1], self.levels[-2]
            waits = outer.subject is not None
            complete = top.verb is not None or (waits and self._is_verbless())
            complete |= self._is_led_participle(top)
            # "When it burned as if it were dry, Hale"; "and as it rained, Hale"
            goes_on = None in (outer.verb, self.levels[0].verb) or top.coordinated
            if not complete or not goes_on or top.kind == _BRACKET:
                return
            outer.coordinated = outer.coordinated or top.coordinated
            self.levels.pop()

    def _is_verbless(self) -> bool:
        """Whether what was opened last goes without a verb: "Hale, as if in answer, said"."""
        opened = next((c for c in reversed(self.before) if c.kind == "subordinator"), None)
        return opened is not None and self._low(opened.start) in _WITHOUT_VERB

    def _is_led_participle(self, top: Level) -> bool:
        """Whether what was opened last is all said by a participle: "while visiting Riga, Hale"."""
        opened = [n for n, chunk in enumerate(self.before) if chunk.kind == "subordinator"]
        if top.kind != "subordinate" or top.subject is not None or not opened:
            return False
        following = self.before[opened[-1] + 1 :][:1]
        return bool(following) and following[0].kind == "verb" and not self.found[-1].finite

    def _leave_what_is_complete(self) -> None:
        """A verb behind a comma or "and" goes on with the outer clause: "a man who came, left"."""
        if [chunk.kind for chunk in self.before[-2:]] == ["verb", "conjunction"]:
            return  # "when they came and saw"
        while len(self.levels) > 1 and self.levels[-1].verb is not None:
            top, outer = self.levels[-1], self.levels[-2]
            if top.later is not None or outer.subject is None:
                return
            # "It ended when Holt came, paid, and left", "when Holt took Riga and left": outside,
            # all is told before. But "when Holt came, and left" goes on outside.
            top.listed |= self._previous() == "comma"
            joined = [chunk.kind for chunk in self.before[-2:]] == ["noun", "conjunction"]
            if outer.verb is not None and (top.listed or joined):
                return
            self.levels.pop()

    # --- what stands around --------------------------------------------------------------------

    def _top(self) -> Level:
        return self.levels[-1]

    def _low(self, i: int) -> str:
        return self.words[i].lower()

    def _previous(self) -> str:
        return self.before[-1].kind if self.before else ""

    def _behind_and(self, back: int) -> bool:
        return [chunk.kind for chunk in self.before[-back:][:1]] == ["conjunction"]

    def _stands_behind_quote(self) -> bool:
        """Whether nothing but a mark stands between a quotation and this verb."""
        kinds = [chunk.kind for chunk in self.before[-2:]]
        return kinds[-1:] == ["quote"] or kinds in (["quote", "comma"], ["quote", "mark"])

    def _is_joined(self) -> bool:
        """Whether "and" stands right behind a noun."""
        return [chunk.kind for chunk in self.before[-2:]] == ["noun", "conjunction"]

    def _acts_as_object(self) -> bool:
        """Whether the last verb's object, right before this chunk, does the next thing."""
        last = self.found[-1] if self.found else None
        if last is None or last.object is None:
            return False
        head = last.object.head
        # "An attempt to" is nobody's.
        act = self.tags[head] == NOUN and look_up(self._low(head)).of_noun[:1] == "e"
        near = next((c for c in reversed(self.before) if c.kind == "noun"), last.object)
        acting = last.lemma in _WITH_AN_ACTING_OBJECT or "s" in look_up(last.lemma).of_verb
        return acting and last.object.end >= near.end and not act

    def _acts_before_agent(self) -> Phrase | None:
        """Who is seen at what comes next: "Hale was overheard by Price saying"."""
        last = self.found[-1] if self.found else None
        if last is None or last.agent is None or last.agent != self.last_phrase:
            return None
        seen = last.lemma in _WITH_AN_ACTING_OBJECT and "s" not in look_up(last.lemma).of_verb
        return last.subject if seen else None

    def _is_told_of(self, phrase: Phrase, top: Level) -> bool:
        """Whether no comma closes what seems an apposition, and one opens what it would be of."""
        subject = top.subject
        if subject is None:
            return False
        opened = self.tags[max(0, subject.start - 1)] == ","
        # "A day chosen by Price, Holt left"
        named = self.tags[phrase.head] == NAME and self.tags[phrase.start - 1] == ","
        named = named and QUOTE not in self.tags[subject.start : phrase.start]
        opened |= named and not phrase.with_  # "The son of a mayor and officer, Holt left"
        opened |= not set(self.tags[subject.end : phrase.start]).isdisjoint("DG")
        return opened and self._previous() == "noun" and self.last_phrase == phrase

    def _is_beside(self, phrase: Phrase, top: Level) -> bool:
        """Whether a phrase stands in apposition: "Holt, the mayor,", "for Holt the mayor,"."""
        if self._previous() == "comma" and top.subject is not None and top.kind != "relative":
            # "In 1703, the last year of the war, Hale left"
            timed = look_up(self._low(top.subject.head)).of_noun.startswith("t")
            return not timed and self._low(phrase.start) not in NOMINATIVES
        named = self._previous() == "noun" and self.tags[phrase.start - 1] == NAME
        return named and self._low(phrase.start) == "the" and self.tags[phrase.end :][:1] == ","

    def _is_aside(self, beside: Phrase | None) -> bool:
        """Whether "and" joins a phrase to one of an aside: what tells who a subject is, or "with".

        "Holt, Hale's heir and son, fled"; "Holt, with Hale and Price, fled".
        """
        if [chunk.kind for chunk in self.before[-4:-2]] == ["comma", "preposition"]:
            return True
        if beside is None:
            return False
        return self.tags[beside.start] == DETERMINER or (
            GENITIVE in self.tags[beside.start : beside.end]
        )

    def _is_listed_aside(self, phrase: Phrase, top: Level) -> bool:
        """Whether a phrase is of a list in an aside: "the fleet, led by Hale, Holt and Price,"."""
        if top.beside is None or top.subject is None or top.beside.start != phrase.start:
            return False
        return not set("GD").isdisjoint(self.tags[top.subject.end : phrase.start])

    def _awaits_subject(self, chunk: Chunk) -> bool:
        """Whether a phrase right behind the last verb can be its subject: not "me", "him"."""
        accusative = self._low(chunk.start) in ("me", "him", "them", "us")
        return self.found[-1].finite and self.found[-1].subject is None and not accusative

    def _is_passed_over(self, chunk: Chunk) -> bool:
        """Whether a phrase names who it is not: "It was Grant rather than Lee who wrote"."""
        before = tuple(self.words[max(0, chunk.start - 2) : chunk.start])
        passed = before in (("rather", "than"), ("instead", "of"))
        return passed and self.last_phrase is not None and self.last_phrase.end == chunk.start - 2

    def _is_when(self, chunk: Chunk) -> bool:
        """Whether a phrase tells when or how often: "Hale one day, seeing", "that day, Hale"."""
        led = [self._low(k) for k in range(chunk.start, min(chunk.start + 2, chunk.end))]
        counted = self.tags[chunk.start] in (QUANTITY, "J") or led[0] == "that"
        counted |= led[0] == "the" and led[-1] in ("following", "next", "same")
        counted = counted and chunk.end > chunk.start + 1
        timed = counted and look_up(self._low(chunk.end - 1)).of_noun.startswith("t")
        return timed and not self.preposition and self.tags[chunk.end : chunk.end + 1] in (",", "r")

    def _is_done_to_noun(self, chunk: Chunk) -> bool:
        """Whether a verb tells what is done to the noun before it.

        "Hale had his bow brought"; "Hale, in a letter dated 3 May, says"; "met a man named Holt".
        """
        entry = look_up(self._low(chunk.start))
        behind_noun = chunk.end == chunk.start + 1 and self._previous() == "noun"
        last = self.found[-1] if self.found else None
        brought = last is not None and last.lemma == "have" and last.object == self.last_phrase
        waiting = self._top().subject
        waits = waiting is not None and self._top().verb is None
        aside = [each.kind for each in self.before[-3:-1]] == ["comma", "preposition"]
        named = last is not None and last.object == self.last_phrase
        named |= waits and waiting is not None and self._low(waiting.start) in ("a", "an")
        named = named and entry.verb in _NAMING and self.tags[chunk.end : chunk.end + 1] == NAME
        return behind_noun and PARTICIPLE in entry.tags and (brought or named or (waits and aside))

    def _cut(self, chunk: Chunk) -> int:
        """Where a name begins behind a date, or behind "what": "what Hale calls"; or 0."""
        named = self.tags[chunk.start + 1 : chunk.end][:1] == NAME
        what = named and self._low(chunk.start) == "what"
        return chunk.start + 1 if what else self._date_end(chunk)

    def _date_end(self, chunk: Chunk) -> int:
        """Where a date ends with which a phrase begins: "in 1934 Hale", "on 3 April Hale"; or 0."""
        end = chunk.start
        while end < chunk.end and (self.words[end] in _CALENDAR or self.words[end][0].isdigit()):
            end += 1
        date = self.words[chunk.start : end]
        if not date or end == chunk.end or self.tags[end] != NAME:
            return 0
        within = self.preposition in ("in", "on") or self.words[chunk.start - 1] in _CALENDAR
        full = len(date) > 1 and not _CALENDAR.isdisjoint(date)
        year = date[-1].isdigit() and 3 <= len(date[-1]) <= 4
        return end if within or full or year else 0
