"""Who speaks where no cue tells: the sentences around, and the turns of a dialogue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from flashgen.english.lexicon import look_up
from flashgen.english.phrases import Phrase, chunks
from flashgen.rules.persons import Sex
from flashgen.rules.quotations.clues import stands_alone
from flashgen.rules.quotations.cue import Found, Sort, voice
from flashgen.rules.quotations.frame import Frame
from flashgen.rules.quotations.joins import Utterance, is_answer
from flashgen.rules.quotations.links import Link
from flashgen.rules.quotations.search import cue_behind, cue_up_to
from flashgen.rules.quotations.signs import pattern
from flashgen.rules.quotations.ways import WAYS
from flashgen.rules.reference import Cast, Voice
from flashgen.tables import words
from flashgen.types import FoundPerson

# A paragraph of a dialogue has at most so many words of the author's.
_LONGEST_TURN = 36
_INTRODUCTION = r"\b(?:I am|I['’]m|[Mm]y name is) "
_TITLE_WORD = r"(?:the|[A-ZÀ-Þ][\w.]*)(?: +|--|-)"

Told = tuple[Voice | None, str]
_NOBODY: Told = (None, "")


class Turns:
    """The utterances so far, by paragraph, and who spoke them."""

    def __init__(self, frame: Frame, cast: Cast, people: Sequence[FoundPerson]) -> None:
        self._frame = frame
        self._cast = cast
        self._people = {m.span.start: p.canonical for p in people for m in p.mentions}
        self._spoken: dict[int, list[Utterance]] = defaultdict(list)

    def give_speaker(self, utterance: Utterance, cue: Found | None) -> tuple[str, int]:
        """Find the speaker of an utterance by its cue, or without one, and remember both.

        The answer is the rule that told, and its weight; "" for none.
        """
        number = utterance.numbers[0]
        place = self._frame.places[number]
        utterance.voice, rule = self._speaker(number, cue)
        if utterance.voice is not None:
            self._cast.said(utterance.voice, place.sentence, place.token)
        self._spoken[self._paragraph(number)].append(utterance)
        rules = (*WAYS, *([cue.cue] if cue is not None else []))
        return rule, next((r.weight for r in rules if r.id == rule), 0)

    def _paragraph(self, number: int) -> int:
        return self._frame.sentences[self._frame.places[number].sentence].paragraph

    def _speaker(self, number: int, cue: Found | None) -> Told:
        told = None
        if cue is not None and cue.phrase is not None:
            pronoun = cue.link.low(cue.phrase.start)
            single = cue.phrase.end - cue.phrase.start == 1 and not cue.phrase.with_
            turn = self._turn(number) if single else None
            fits = turn is not None and self._cast.fits(pronoun, turn)
            told = turn if fits else voice(cue)
            if told is not None and not (single and pronoun in ("he", "she")):
                return told, cue.cue.id
        own = self._self_introduction(number)
        if own is not None:
            return own, "speaker/self-introduction"
        if cue is not None and cue.cue.sort is not Sort.NAMED:
            return told, cue.cue.id
        if stands_alone(self._frame, number):
            return self._without_cue(number)
        return self._of_fragment(number)

    def _self_introduction(self, number: int) -> Voice | None:
        """Who tells his own name: "I am General Alexeyev"."""
        view = self._frame.text.article.view
        for part in self._frame.quoted[number].parts:
            for match in pattern(_INTRODUCTION).finditer(view, part.start, part.end):
                name, title = match.end(), pattern(_TITLE_WORD)
                while name not in self._people and (more := title.match(view, name)):
                    name = more.end()
                if name in self._people:
                    return self._cast.named(self._people[name])
        return None

    # --- an utterance that is a sentence of its own --------------------------------------------

    def _without_cue(self, number: int) -> Told:
        frame, place = self._frame, self._frame.places[number]
        told: Voice | None
        if not frame.opens_paragraph(place.sentence):
            if (told := self._of_sentence_behind(place.last_sentence)) is not None:
                return told, "speaker/sentence-behind"
            spoken = self._spoken[self._paragraph(number)]
            if spoken and is_answer(frame, self._cast, spoken[-1], number):
                others = [u.voice for u in spoken if u.voice and u.voice != spoken[-1].voice]
                return (others[-1], "speaker/turn") if others else _NOBODY
            return self._of_sentence_before(place.sentence), "speaker/sentence-before"
        if (told := self._turn(number)) is not None:
            return told, "speaker/turn"
        if told := self._of_sentence_behind(place.last_sentence) or self._who_acts(number):
            return told, "speaker/sentence-behind"
        return self._of_paragraph_before(number), "speaker/paragraph-before"

    def _of_sentence_before(self, i: int) -> Voice | None:
        """The subject of the sentence before, if it is somebody who can speak."""
        for clause in reversed(self._cast.clauses(i - 1)):
            if clause.embedded or not clause.finite or clause.subject is None:
                continue
            told = self._cast.who(clause.subject, i - 1)
            if told is None or told.sex is not Sex.THING:
                return told
            human = self._cast.is_described(clause.subject, i - 1)
            return Voice(told.words, Sex.ANY) if human else None
        return None

    def _of_sentence_behind(self, i: int) -> Voice | None:
        """Whose words the next sentence says they were: "The king's words were heard"."""
        if self._frame.ends_paragraph(i):
            return None
        link = Link(self._frame, self._cast, 0, i + 1, 0, 0, "")
        start = 2 if link.low(1) in ("were", "was") else 0
        if start and link.low(0) not in ("these", "those", "such", "this"):
            return None
        phrase = link.phrase_at(start)
        if phrase is None or not link.is_text(phrase):
            return None
        owner = self._cast.owner(phrase, i + 1)
        if owner is None and start and link.low(phrase.head + 1) == "of":
            source = link.phrase_at(phrase.head + 2)
            return self._cast.who(source, i + 1) if source else None
        return owner

    def _who_acts(self, number: int) -> Voice | None:
        """Who does something right behind the words that open a paragraph: '"Go!" He rose'."""
        place = self._frame.places[number]
        i = place.last_sentence + 1
        if place.token or self._frame.ends_paragraph(place.last_sentence):
            return None
        first = next(iter(self._cast.clauses(i)), None)
        if first is None or first.embedded or first.subject is None or first.subject.start > 1:
            return None
        told = self._cast.who(first.subject, i)
        return told if told is not None and told.sex not in (Sex.THING, Sex.MANY) else None

    def _of_paragraph_before(self, number: int) -> Voice | None:
        """Who is announced as the speaker where the paragraph before ends."""
        i = self._frame.places[number].sentence
        if i == 0 or self._only_turn(self._frame.sentences[i - 1].paragraph):
            return None
        before = self._frame.sentences[i - 1]
        if ":" in before.tags[-2:]:
            cue = cue_up_to(self._frame, self._cast, number, i - 1)
            return voice(cue) if cue is not None else None
        told = self._in_own_words(i - 1)
        if told is not None:
            return told
        speaks = any(
            "s" in look_up(clause.lemma).of_verb or clause.lemma in words("quotations", "saying")
            for clause in self._cast.clauses(i - 1)
        )
        if speaks and not before.tags.endswith("Q"):
            return self._of_sentence_before(i)
        return None

    def _in_own_words(self, i: int) -> Voice | None:
        """Whose words come next: "it is best to give it in his own words."."""
        sentence = self._frame.sentences[i]
        last = [chunk for chunk in chunks(sentence.tags) if chunk.kind == "noun"][-1:]
        if not last or last[0].end < len(sentence) - 1:
            return None
        phrase = Phrase(last[0].start, last[0].end, last[0].end - 1)
        link = Link(self._frame, self._cast, 0, i, 0, 0, "")
        return self._cast.owner(phrase, i) if link.is_text(phrase) else None

    def _turn(self, number: int) -> Voice | None:
        """Who spoke last but one, where two take turns, each in a paragraph of his own."""
        paragraph, place = self._paragraph(number), self._frame.places[number]
        if place.token != 0 or not self._frame.opens_paragraph(place.sentence):
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
        last = self._frame.places[spoken[-1].numbers[-1]].last_sentence
        behind = spoken[-1].behind
        end = max(last, behind.link.sentence) if behind is not None else last
        return spoken[-1] if self._frame.ends_paragraph(end) else None

    def _only_turn(self, paragraph: int) -> Utterance | None:
        """The utterance that makes a paragraph, with few words of the author's."""
        spoken = self._spoken.get(paragraph, [])
        if len(spoken) != 1:
            return None
        first = self._frame.places[spoken[0].numbers[0]]
        if first.token != 0 or not self._frame.opens_paragraph(first.sentence):
            return None
        i, count = first.sentence, 0
        while i < len(self._frame.sentences) and count <= _LONGEST_TURN:
            if self._frame.sentences[i].paragraph != paragraph:
                return spoken[0]
            count += len(self._frame.sentences[i])
            i += 1
        return spoken[0] if count <= _LONGEST_TURN else None

    # --- a fragment in the author's sentence ---------------------------------------------------

    def _of_fragment(self, number: int) -> Told:
        """The only speaker so far in the paragraph, else who "continued" behind it.

        A sentence that names somebody else may tell of him.
        """
        frame, here = self._frame, self._frame.places[number]
        spoken = self._spoken[self._paragraph(number)]
        rule = "speaker/fragment"
        if spoken and frame.places[spoken[-1].numbers[-1]].last_sentence == here.sentence:
            return spoken[-1].voice, rule
        voices = {u.voice for u in spoken[-_LONGEST_TURN:] if u.voice}
        if voices:
            one = voices.pop()
            others = {*self._cast.people_of(here.sentence)} - {one.words}
            return (one, rule) if not voices and not others else _NOBODY
        following = frame.places.get(number + 1)
        if following is None or following.sentence - here.last_sentence > 1:
            return _NOBODY
        cue = cue_behind(frame, self._cast, number + 1)
        clause = cue.link.clause if cue is not None else None
        if cue is None or clause is None or clause.lemma not in ("continue", "add", "conclude"):
            return _NOBODY
        same = self._paragraph(number + 1) == self._paragraph(number)
        return (voice(cue), rule) if same else _NOBODY
