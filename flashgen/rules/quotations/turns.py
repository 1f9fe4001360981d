"""Who speaks where no verb of saying tells: the sentences around, and the turns of a dialogue."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from flashgen.rules.quotations.before import cue_before
from flashgen.rules.quotations.behind import cue_behind
from flashgen.rules.quotations.clauses import Reading
from flashgen.rules.quotations.cues import Cue, Sort
from flashgen.rules.quotations.frame import Kind
from flashgen.rules.quotations.joins import Utterance, is_answer
from flashgen.rules.quotations.kinds import stands_alone
from flashgen.rules.quotations.persons import Sex, Voice
from flashgen.rules.quotations.phrases import phrase_after
from flashgen.rules.quotations.speakers import Speakers, is_described
from flashgen.tables import words
from flashgen.types import FoundPerson

# A paragraph of a dialogue has at most so many words of the author's.
_LONGEST_TURN = 30
_INTRODUCTION = re.compile(r"\b(?:I am|I['’]m|[Mm]y name is) ")
_TITLE_WORD = re.compile(r"(?:the|[A-ZÀ-Þ][\w.]*)(?: +|--|-)")
_GOING_ON = frozenset({"continued", "continues", "added", "adds", "concluded", "concludes"})


class Turns:
    """The utterances so far, by paragraph, and who spoke them."""

    def __init__(self, reading: Reading, people: Sequence[FoundPerson]) -> None:
        self._reading = reading
        self._speakers = Speakers(reading, people)
        self._people = {m.span.start: p.canonical for p in people for m in p.mentions}
        self._spoken: dict[int, list[Utterance]] = defaultdict(list)
        self._words = Counter(
            sentence.paragraph
            for sentence in reading.frame.sentences
            for token in sentence.tokens
            if token.kind in (Kind.WORD, Kind.PERSON)
        )

    def give_speaker(self, utterance: Utterance, cue: Cue | None) -> None:
        """Find the speaker of an utterance by its cue, or without one, and remember both."""
        number = utterance.numbers[0]
        place = self._reading.frame.places[number]
        utterance.voice, utterance.rule = self._speaker(number, cue)
        if utterance.voice is not None:
            self._speakers.said(utterance.voice, place.sentence, place.token)
        self._spoken[self._paragraph(number)].append(utterance)

    def _paragraph(self, number: int) -> int:
        place = self._reading.frame.places[number]
        return self._reading.frame.sentences[place.sentence].paragraph

    def _speaker(self, number: int, cue: Cue | None) -> tuple[Voice | None, str]:
        voice, rule = None, "quotation marks"
        if cue is not None:
            rule = cue.sort.value
            if cue.subject is not None:
                pronoun = cue.subject.pronoun
                turn = self._turn(number)
                if turn is not None and self._speakers.fits(pronoun, turn):
                    voice = turn
                else:
                    voice = self._speakers.voice(cue.subject, cue.sentence)
                if pronoun is None and voice is not None:
                    return voice, rule
        own = self._self_introduction(number)
        if own is not None:
            return own, "self-introduction"
        if cue is not None:
            unknown = voice is None and cue.sort is Sort.JUDGED
            return (self._of_fragment(number) if unknown else voice), rule
        if stands_alone(self._reading, number):
            return self._without_cue(number)
        return self._of_fragment(number), "fragment"

    def _self_introduction(self, number: int) -> Voice | None:
        """Who tells his own name: "I am General Alexeyev"."""
        view = self._reading.frame.article.view
        for part in self._reading.frame.quoted[number].parts:
            for match in _INTRODUCTION.finditer(view, part.start, part.end):
                name = match.end()
                while name not in self._people and (title := _TITLE_WORD.match(view, name)):
                    name = title.end()
                if name in self._people:
                    return self._speakers.named(self._people[name])
        return None

    # --- an utterance that is a sentence of its own --------------------------------------------

    def _without_cue(self, number: int) -> tuple[Voice | None, str]:
        place = self._reading.frame.places[number]
        if self._reading.same_paragraph(place.sentence, place.sentence - 1):
            voice = self._of_sentence_behind(place.last_sentence)
            if voice is not None:
                return voice, "sentence behind"
            spoken = self._spoken[self._paragraph(number)]
            if spoken and is_answer(self._reading, spoken[-1], number):
                return None, "quotation marks"
            return self._of_sentence_before(place.sentence), "sentence before"
        turn = self._turn(number)
        if turn is not None:
            return turn, "turn of a dialogue"
        voice = self._of_sentence_behind(place.last_sentence) or self._who_acts(number)
        if voice is not None:
            return voice, "sentence behind"
        return self._of_paragraph_before(place.sentence), "paragraph before"

    def _of_sentence_before(self, sentence: int) -> Voice | None:
        """The subject of the sentence before, if it is somebody who can speak."""
        end = len(self._reading.tokens(sentence - 1))
        for predication in reversed(self._reading.predications_near(sentence - 1, end)):
            if not predication.subordinate:
                voice = self._speakers.voice(predication.subject, sentence - 1)
                if voice is None or voice.sex is not Sex.THING:
                    return voice
                # Whoever speaks is no thing.
                human = is_described(self._reading.tokens(sentence - 1), predication)
                return Voice(voice.words, Sex.ANY) if human else None
        return None

    def _of_sentence_behind(self, sentence: int) -> Voice | None:
        """Whose words the next sentence says they were: "The king's words were heard"."""
        if not self._reading.same_paragraph(sentence, sentence + 1):
            return None
        tokens = self._reading.tokens(sentence + 1)
        start = 2 if [t.low for t in tokens[1:2]] in (["were"], ["was"]) else 0
        if start and tokens[0].low not in ("these", "those", "such", "this"):
            return None
        phrase = phrase_after(tokens, start)
        if phrase is None or phrase.head.low not in words("quotations", "messages"):
            return None
        source = any(t.low == "of" for t in tokens[phrase.start : phrase.end])
        if not (phrase.owned or (start and source)):
            return None
        return self._speakers.voice(phrase, sentence + 1)

    def _who_acts(self, number: int) -> Voice | None:
        """Who does something right behind the words that open a paragraph: '"Go!" He rose'."""
        place = self._reading.frame.places[number]
        sentence = place.last_sentence + 1
        if place.token or not self._reading.same_paragraph(sentence - 1, sentence):
            return None
        first = next(iter(self._reading.predications(sentence)), None)
        if first is None or first.subordinate or first.subject.start > 1:
            return None
        if first.subject.person is None and first.subject.pronoun not in ("he", "she"):
            return None
        return self._speakers.voice(first.subject, sentence)

    def _of_paragraph_before(self, sentence: int) -> Voice | None:
        """Who is announced as the speaker where the paragraph before ends."""
        before = self._reading.tokens(sentence - 1)
        if not before or self._only_turn(self._reading.frame.sentences[sentence - 1].paragraph):
            return None
        if before[-1].low == ":":
            cue = cue_before(self._reading, sentence - 1, len(before))
            if cue is None or cue.subject is None:
                return None
            return self._speakers.voice(cue.subject, sentence - 1)
        speaking = words("quotations", "speaking")
        if any(token.low in speaking for token in before) and before[-1].kind is not Kind.QUOTE:
            return self._of_sentence_before(sentence)
        return None

    def _turn(self, number: int) -> Voice | None:
        """Who spoke last but one, where two take turns, each in a paragraph of his own."""
        paragraph = self._paragraph(number)
        place = self._reading.frame.places[number]
        if place.token != 0 or self._reading.same_paragraph(place.sentence, place.sentence - 1):
            return None
        other, same = self._only_turn(paragraph - 1), self._last_turn(paragraph - 2)
        if other is None or same is None or same.voice is None or other.voice == same.voice:
            return None
        return same.voice

    def _last_turn(self, paragraph: int) -> Utterance | None:
        """The utterance with which a paragraph ends."""
        spoken = self._spoken.get(paragraph)
        if not spoken:
            return None
        last = self._reading.frame.places[spoken[-1].numbers[-1]].last_sentence
        behind = spoken[-1].behind
        end = max(last, behind.sentence) if behind is not None else last
        return None if self._reading.same_paragraph(end, end + 1) else spoken[-1]

    def _only_turn(self, paragraph: int) -> Utterance | None:
        """The utterance that makes a paragraph, with few words of the author's."""
        spoken = self._spoken.get(paragraph, [])
        if len(spoken) != 1 or self._words[paragraph] > _LONGEST_TURN:
            return None
        place = self._reading.frame.places[spoken[0].numbers[0]]
        opens = place.token == 0 and not self._reading.same_paragraph(
            place.sentence, place.sentence - 1
        )
        return spoken[0] if opens else None

    # --- a fragment in the author's sentence ---------------------------------------------------

    def _of_fragment(self, number: int) -> Voice | None:
        """The only speaker so far in the paragraph, else who "continued" behind it.

        A sentence that names somebody else may tell of him.
        """
        sentence = self._reading.frame.places[number].sentence
        tokens = self._reading.tokens(sentence)
        named = [token.person for token in tokens if token.person is not None]
        spoken = self._spoken[self._paragraph(number)]
        if spoken and self._reading.frame.places[spoken[-1].numbers[-1]].last_sentence == sentence:
            return spoken[-1].voice
        voices = {u.voice for u in spoken if u.voice}
        if voices:
            voice = voices.pop()
            return voice if not voices and not {*named} - {voice.words} else None
        following = self._reading.frame.places.get(number + 1)
        here = self._reading.frame.places[number]
        if following is None or following.sentence - here.last_sentence > 1:
            return None
        if not self._reading.same_paragraph(here.last_sentence, following.sentence):
            return None
        cue = cue_behind(self._reading, number + 1)
        if cue is None or cue.subject is None:
            return None
        verb = self._reading.tokens(cue.sentence)[cue.token].low
        return self._speakers.voice(cue.subject, cue.sentence) if verb in _GOING_ON else None
