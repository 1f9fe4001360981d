"""How a speaker is known where no cue tells: the turns of a dialogue, the sentences around.

In the cases a reading is the speaker.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from flashgen.english.phrases import Phrase, chunks
from flashgen.english.tags import NAME
from flashgen.rules.persons import Sex
from flashgen.rules.quotations.clues import stands_alone
from flashgen.rules.quotations.cue import FoundCue, Sort, voice, writer
from flashgen.rules.quotations.links import Link
from flashgen.rules.quotations.search import cue_before, cue_behind
from flashgen.rules.quotations.turns import Turns, addressee
from flashgen.rules.reference import Voice
from flashgen.rules.rule import Rule
from flashgen.tables import words

_GOING_ON = frozenset({"continue", "add", "conclude"})
_THESE = frozenset({"this", "that", "these", "those"})
_THUS = frozenset({"such", "so", "thus", "here"})
_ASKING = frozenset({"ask", "question"})
_NEAR = 36  # utterances of a paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Way(Rule):
    """A way to the speaker of a quotation that is a sentence of its own, or else a fragment."""

    tells: Callable[[Turns, int], Voice | None]
    alone: bool = True


def speaker_of(turns: Turns, number: int, cue: FoundCue | None) -> tuple[Voice | None, Rule | None]:
    """Who speaks an utterance that begins with a quotation, and the rule that tells."""
    own = turns.introduced(number)
    if own is not None:
        return own, WAYS[0]
    if cue is not None and cue.cue.sort is not Sort.NAMED:
        return _by_cue(turns, number, cue), cue.cue
    alone = stands_alone(turns.frame, number)
    for way in WAYS[1:]:
        told = way.tells(turns, number) if way.alone is alone else None
        if told is not None:
            return told, way
    return None, None


def _by_cue(turns: Turns, number: int, cue: FoundCue) -> Voice | None:
    """Who speaks by a cue; a pronoun in a dialogue is he whose turn it is, if that can be."""
    told, cast = voice(cue), turns.frame.cast
    if cue.phrase is None:
        return told
    low, token = cue.link.low(cue.phrase.start), cue.phrase.start
    turn, last = turns.last_but_one(number), turns.just_before(number)
    if turn is not None and cast.fits(low, turn):
        return turn
    clause, noun = cue.link.clause, cue.link.low(cue.phrase.head)
    answering = words("quotations", "answering")
    if told is None:
        replies = noun in answering
        return turns.answerer(number) or addressee(turns.frame, number, None) if replies else None
    if last is not None and last.voice == told and clause and clause.lemma in answering:
        return cast.another(low, cue.link.sentence, token, told) or told
    return told


def _of_turn(turns: Turns, number: int) -> Voice | None:
    """Whose turn it is, or who else speaks in a paragraph where one asks and one answers."""
    if turns.is_answer(number):
        return turns.answerer(number)
    turn = turns.last_but_one(number)
    return turns.answerer(number) if turn is None and turns.frame.opens(number) else turn


def _of_sentence_behind(turns: Turns, number: int) -> Voice | None:
    """Who ends his words so: "With this threat Hale withdrew", "Such was the advice of Hale"."""
    frame, i = turns.frame, turns.frame.places[number].last_sentence + 1
    if frame.ends_paragraph(i - 1):
        return None
    link, clauses = Link(frame, number, i), frame.sentences[i].clauses
    at = link.low(0) == "with"
    these = link.low(at) in _THESE and (at or link.words.tags[1] == "b")  # "These were the words"
    for clause in clauses if these or link.low(0) in _THUS else ():
        for phrase in (clause.subject, clause.object):
            if phrase is not None and link.low(phrase.start) not in {*_THESE, *_THUS}:
                if link.is_text(phrase):
                    return writer(replace(link, clause=clause), phrase)
                return frame.cast.somebody(phrase, i)
    return None


def _of_sentence_before(turns: Turns, number: int) -> Voice | None:
    """The subject of the sentence before, if it is somebody who can speak."""
    i = turns.frame.places[number].sentence
    apart = i == 0 or turns.frame.opens(number) or turns.is_answer(number)
    return None if apart else _subject(turns, number, i - 1)


def _subject(turns: Turns, number: int, i: int) -> Voice | None:
    """Of whom a sentence tells, or the one before, if the words name him themselves."""
    frame, told = turns.frame, _subject_of(turns, number, i)
    parts = map(frame.cast.persons.in_span, frame.quoted[number].parts)
    named = {person for part in parts for _, person in part}
    return _subject_of(turns, number, max(i - 1, 0)) if told and told.words in named else told


def _subject_of(turns: Turns, number: int, i: int) -> Voice | None:
    cast = turns.frame.cast
    for clause in reversed(turns.frame.sentences[i].clauses):
        if not clause.embedded and clause.finite and clause.subject is not None:
            link = Link(turns.frame, number, i, clause=clause)
            if link.is_text(clause.subject):  # "A telegram came from Hale."
                return writer(link, clause.subject)
            asked = clause.lemma in _ASKING and turns.frame.last_sign(number) != "?"
            told = cast.who(clause.object if asked and clause.object else clause.subject, i)
            if told is None or told.sex is not Sex.THING:
                return told
            if asked:
                return Voice(told.words, Sex.ANY)
            return cast.owner(clause.subject, i)  # "Hale's face was white."
    name = turns.frame.sentences[i].tags.rstrip(".:")  # "JOHNSON. "…""
    return (
        None if not name or name.strip(NAME) else cast.who(Phrase(0, len(name), len(name) - 1), i)
    )


def _of_paragraph_before(turns: Turns, number: int) -> Voice | None:
    """Who is announced as the speaker where the paragraph before ends."""
    frame, i = turns.frame, turns.frame.places[number].sentence - 1
    if i < 0 or not turns.frame.opens(number):
        return None
    before = frame.sentences[i]
    if before.tags.rstrip("-")[-1:] in (":", ","):
        cue = cue_before(frame, number, i)
        return voice(cue) if cue is not None else None
    link = Link(frame, number, i)
    last = [chunk for chunk in chunks(before.tags) if chunk.kind == "noun"][-1:]
    if last and last[0].end == len(before) - 1:
        phrase = Phrase(last[0].start, last[0].end, last[0].end - 1)
        owner = turns.frame.cast.owner(phrase, i) if link.is_text(phrase) else None
        if owner is not None:  # "it is best to give it in his own words."
            return owner
    if before.tags.endswith("Q") or turns.is_turn(before.paragraph):
        return None
    return _subject(turns, number, i)


def _of_fragment(turns: Turns, number: int) -> Voice | None:
    """The only speaker so far in the paragraph, else who "continued" behind it.

    A sentence that names somebody else may tell of him.
    """
    frame, here = turns.frame, turns.frame.places[number]
    spoken = turns.spoken(number)
    if spoken and frame.places[spoken[-1].numbers[-1]].last_sentence == here.sentence:
        return spoken[-1].voice
    said = Phrase(here.token - 1, here.token, here.token - 1)
    if here.token and frame.sentences[here.sentence].words[said.start] in ("he", "she", "they"):
        return frame.cast.who(said, here.sentence)  # "he “will cover them with shame”"
    clause = next(reversed(frame.cast.clauses_before(here.sentence, here.token)), None)
    if clause is not None and clause.subject and clause.end == here.token:
        words = frame.words_of(number).split(None, 1)[0]
        tag = frame.sentences[here.sentence].tags[clause.verb]
        if words in ("to", "not") or tag == "M" or (tag == "b" and words.endswith("ing")):
            return frame.cast.somebody(clause.subject, here.sentence)  # "he could “not have”"
    voices = {said.voice for said in spoken[-_NEAR:] if said.voice}
    if voices:
        one = voices.pop()
        named = frame.cast.persons.in_span(frame.sentences[here.sentence].span)
        return None if voices or any(person != one.words for _, person in named) else one
    following = frame.places.get(number + 1)
    if following is None or frame.paragraph(number + 1) != frame.paragraph(number):
        return None
    cue = cue_behind(frame, number + 1)
    clause = cue.link.clause if cue is not None else None
    return voice(cue) if cue and clause and clause.lemma in _GOING_ON else None


# fmt: off
WAYS = (
    Way(
        id="speaker/self-introduction", weight=10, tells=Turns.introduced,
        finds={
            "“I am Otto Brandt,” he said, “and I built the bridge.”": "Otto Brandt",
            "The note was short. “The bridge is down. — Otto Brandt.”": "Otto Brandt",
        },
        ignores=(
            "“I am tired,” said Otto Brandt.",
            "“Is the bridge down, Otto Brandt?” asked Karl Hartmann.",
        ),
    ),
    Way(
        id="speaker/turn", weight=4, tells=_of_turn,
        finds={
            "Otto Brandt met Karl Hartmann.\n\n“Is it down?” asked Brandt.\n\n“It is,” said "
            "Hartmann.\n\n“Then we are lost.”": "Otto Brandt",
        },
        ignores=("“Is it down?” asked Otto Brandt.\n\nThat year it rained.\n\n“It is.”",),
    ),
    Way(
        id="speaker/sentence-behind", weight=3, tells=_of_sentence_behind,
        finds={
            "“The bridge is down.” With these words Otto Brandt closed his speech.":
                "Otto Brandt",
            "“The bridge is down.” Such was the answer of Otto Brandt.": "Otto Brandt",
        },
        ignores=("“The bridge is down,” said Otto Brandt. With this news he left.",),
    ),
    Way(
        id="speaker/sentence-before", weight=3, tells=_of_sentence_before,
        finds={"Otto Brandt rose. “The bridge is down, and we are lost.”": "Otto Brandt"},
        ignores=("The rain had not stopped. “The bridge is down,” said Otto Brandt.",),
    ),
    Way(
        id="speaker/paragraph-before", weight=3, tells=_of_paragraph_before,
        finds={
            "Otto Brandt wrote to the king:\n\n“The bridge is down.”": "Otto Brandt",
            "Otto Brandt saw it fall, and it is best told in his own words.\n\n“I saw the "
            "bridge fall.”": "Otto Brandt",
        },
        ignores=("Otto Brandt rode home.\n\n“The bridge is down,” said the miller.",),
    ),
    Way(
        id="speaker/fragment", weight=2, tells=_of_fragment, alone=False,
        finds={
            "Otto Brandt called it “the shame of the valley”. It was “as old as the hills on "
            "either side of it”.": "Otto Brandt",
        },
        ignores=("Its age was “as great as that of all the hills together”.",),
    ),
)
# fmt: on
