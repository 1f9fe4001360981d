"""The utterances of an article so far: which quotations make one, and who may speak in turn.

The parts of a quotation that the author interrupts are one: "…," said Hale, "…".
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from flashgen.article import Span
from flashgen.english.open_clauses import NOMINATIVES
from flashgen.mentions import Reason
from flashgen.rules.quotations.cue import FoundCue, groups, voice
from flashgen.rules.quotations.frame import Frame
from flashgen.rules.quotations.links import Link
from flashgen.rules.quotations.marks import ANSWER
from flashgen.rules.quotations.signs import pattern
from flashgen.rules.reference import Voice
from flashgen.tables import words

# What the speaker does between two sentences, in tokens, and an aside within one.
_LONGEST_BEAT, _LONGEST_ASIDE = 10, 14
# What the author tells behind "said Hale" before he is thought to have stopped, and in a turn.
_LONGEST_TALE = 36
_INTRODUCTION = r"\b(?:I am|I['’]m|[Mm]y name is) "
_STOP, _LONGEST_SIGNATURE = r"\b[a-z]\w*[.!?]\s*$|[—–-]\s*$", 40  # characters
_NEAR = 36  # utterances of a paragraph
_TOWARDS = frozenset({"to", "of", "at", "with", "on", "upon"})


@dataclass(slots=True)
class Utterance:
    """Somebody's words while their parts are gathered: the numbers of the quotations.

    ``cue`` is that of the first part, ``behind`` the one behind the last.
    """

    numbers: list[int]
    cue: FoundCue | None
    behind: FoundCue | None
    voice: Voice | None = None
    reasons: tuple[Reason, ...] = ()


class Turns:
    """The utterances so far, by paragraph."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self._spoken: dict[int, list[Utterance]] = defaultdict(list)
        self._last: Utterance | None = None

    def add(self, utterance: Utterance) -> None:
        """Remember an utterance and its speaker."""
        number = utterance.numbers[0]
        place = self.frame.places[number]
        if utterance.voice is not None:
            self.frame.cast.said(utterance.voice, place.sentence, place.token)
        self.spoken(number).append(utterance)
        self._last = utterance

    def spoken(self, number: int) -> list[Utterance]:
        """The utterances so far in the paragraph of a quotation."""
        return self._spoken[self.frame.paragraph(number)]

    def introduced(self, number: int) -> Voice | None:
        """Who tells his own name: "I am General Alexeyev", or signs: "… — Alexeyev, General"."""
        view, parts = self.frame.text.article.view, self.frame.quoted[number].parts
        named_in = self.frame.cast.persons.in_span
        for part in parts:
            for match in pattern(_INTRODUCTION).finditer(view, part.start, part.end):
                for span, name in named_in(Span(match.end(), part.end))[:1]:
                    between = view[match.end() : span.start]  # perhaps titles
                    if not between or between.istitle():
                        return self.frame.cast.named(name)
        first, end = parts[-1].start, parts[-1].end
        for span, name in named_in(Span(max(first, end - _LONGEST_SIGNATURE), end)):
            stop = re.search(_STOP, view[max(first, span.start - _LONGEST_SIGNATURE) : span.start])
            if stop and re.search(r"\b[a-z]|[,?!]$", view[span.start : end]) is None:
                return self.frame.cast.named(name)
        return None

    def last_but_one(self, number: int) -> Voice | None:
        """Who spoke last but one, where two take turns, each in a paragraph of his own."""
        paragraph = self.frame.paragraph(number)
        same = self._spoken.get(paragraph - 2)
        if not self.frame.opens(number) or not same or not self.is_turn(paragraph - 1):
            return None
        return same[-1].voice

    def just_before(self, number: int) -> Utterance | None:
        """The utterance before, if nothing is told in between but who spoke it."""
        last, here = self._last, self.frame.places[number]
        if last is None:
            return None
        end = self.frame.places[last.numbers[-1]].last_sentence
        end = max(end, last.behind.link.sentence if last.behind else 0)
        return last if end >= here.sentence - (here.token == 0) else None

    def answerer(self, number: int) -> Voice | None:
        """Who answers what was said just before: who was spoken to, or who else has spoken."""
        last = self.just_before(number)
        if last is None:
            return None
        clause = last.cue.link.clause if last.cue is not None else None
        asks = clause is not None and clause.lemma in words("quotations", "asking")
        asked = asks or self.frame.last_sign(last.numbers[-1]) == "?"
        if self.frame.opens(number) and not asked:
            return None
        said = reversed(self.spoken(last.numbers[0])[-_NEAR:])
        voices = (addressee(self.frame, last.numbers[0], last.cue), *(one.voice for one in said))
        return next((voice for voice in voices if voice not in (None, last.voice)), None)

    def is_turn(self, paragraph: int) -> bool:
        """Whether an utterance makes a paragraph, with few words of the author's."""
        spoken = self._spoken.get(paragraph, [])
        if len(spoken) != 1 or not self.frame.opens(spoken[0].numbers[0]):
            return False
        first = self.frame.places[spoken[0].numbers[0]].sentence
        near = self.frame.sentences[first : first + _LONGEST_TALE]
        return sum(len(s) for s in near if s.paragraph == paragraph) <= _LONGEST_TALE

    def is_answer(self, number: int) -> bool:
        """Whether a quotation answers the one before it in its paragraph."""
        frame, said = self.frame, self.spoken(number)[:-3:-1]
        if not said or number != said[0].numbers[-1] + 1:
            return False
        right, following = frame.places[number], frame.places.get(number + 1)
        if said[0].behind is None:  # “Is it down?” “So they say.”
            return right.sentence == frame.places[number - 1].last_sentence + 1
        asked, asks = (frame.last_sign(k) == "?" for k in (number - 1, number))
        if asked and re.match(ANSWER, frame.words_of(number)) is not None:
            return True
        near = following is not None and following.sentence == right.last_sentence + 1
        if not near or frame.ends_paragraph(right.last_sentence):
            return False
        if asks and not asked:  # “…?” I asked. “…,” he said. “…?” “…”
            return len(said) > 1 and frame.last_sign(said[1].numbers[-1]) == "?"
        return asked and not asks  # “…?” I asked. “…” “…”

    def goes_on(
        self, said: Utterance, number: int, before: FoundCue | None, behind: FoundCue | None
    ) -> bool:
        """Whether a quotation is the next part of what was said, with the cues beside it."""
        frame, last = self.frame, said.numbers[-1]
        left, right = frame.places[last], frame.places[number]
        if number != last + 1 or frame.paragraph(last) != frame.paragraph(number):
            return False
        if right.sentence == left.last_sentence:
            if said.behind is None:
                # Only an aside in dashes: '"Our ships" — he paused — "are lost."'
                between = frame.sentences[right.sentence].tags[left.last_token + 1 : right.token]
                return 3 <= len(between) <= _LONGEST_ASIDE and between[0] == between[-1] == "-"
            if before and before.close and before.link.sign == ":" and before.link.clause:
                return before.link.clause == said.behind.link.clause
            begins = frame.words_of(number)[:1].isupper()
            if before and before.close and begins and _is_anothers(before, said.behind):
                return False
            tags = frame.sentences[right.sentence].tags[: right.token]
            return tags.rstrip("h")[-1] in ",:;-("  # "…," said he, has "…"
        if right.token != 0 or behind is not None or self.is_answer(number):
            return False
        if said.behind is None:
            beat = right.sentence == left.last_sentence + 2 and len(said.numbers) > 1
            return beat and self._is_beat(right.sentence - 1)
        told, clause = said.behind.link.sentence, said.behind.link.clause
        if clause is not None and len(frame.sentences[told]) - clause.end > _LONGEST_TALE:
            return False
        return right.sentence == told + 1

    def _is_beat(self, i: int) -> bool:
        """Whether a sentence only tells what the speaker does: "He looked at us for a moment."."""
        sentence = self.frame.sentences[i]
        again = sentence.words[:1] and sentence.words[0].lower() in NOMINATIVES
        return bool(again) and len(sentence) <= _LONGEST_BEAT


def _is_anothers(before: FoundCue, behind: FoundCue) -> bool:
    """Whether another one says the next words: "…," Hale told Price, who replied, "…"."""
    clause = before.link.clause
    if clause is None or clause == behind.link.clause or "say" not in groups(clause.lemma):
        return False
    return voice(before) not in (None, voice(behind))


def addressee(frame: Frame, number: int, cue: FoundCue | None) -> Voice | None:
    """To whom words are said: "Hale asked him", "said Hale to the king", "Hale looked at him."."""
    i = max(frame.places[number].sentence - 1, 0)
    link = cue.link if cue is not None else Link(frame, number, i)
    for clause in (link.clause,) if cue is not None else reversed(frame.sentences[i].clauses):
        if clause is None:
            break
        end = clause.subject.end if clause.inverted and clause.subject else clause.end
        to = link.phrase_at(end + 1) if link.low(end) in _TOWARDS else None
        told = clause.subject if clause.passive else clause.object or to
        if told is not None and (voice := frame.cast.somebody(told, link.sentence)):
            return voice
    return None
