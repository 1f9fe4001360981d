"""Find the quotations of an article, and whose words they are.

What stands between quotation marks, behind a dialogue dash or in a block is gathered first
(``marks``, ``blocks``); each is judged (``kinds``) by the cues around it
(``behind``, ``before``), joined to the one before where only a "he said" stands
between the two (``joins``), and given its speaker (``speakers``, ``turns``).
"""

from __future__ import annotations

from collections.abc import Sequence

from flashgen.rules.quotations.before import cue_before
from flashgen.rules.quotations.behind import cue_behind
from flashgen.rules.quotations.blocks import gathered
from flashgen.rules.quotations.clauses import Reading
from flashgen.rules.quotations.cues import Sort
from flashgen.rules.quotations.frame import Frame, frame_of
from flashgen.rules.quotations.joins import Utterance, aside, goes_on
from flashgen.rules.quotations.kinds import is_somebodys
from flashgen.rules.quotations.turns import Turns
from flashgen.types import Article, FoundPerson, QuotationMention, Reason, Span


def find_quotations(
    article: Article, people: Sequence[FoundPerson]
) -> tuple[QuotationMention, ...]:
    """The quotations of the running text in order, each with its speaker where the text tells.

    ``people`` are those of the same article: a speaker among them is given by the canonical
    name, any other in the words of the text.
    """
    frame = frame_of(article, gathered(article), people)
    return tuple(_mention(frame, utterance) for utterance in _utterances(frame, people))


def _utterances(frame: Frame, people: Sequence[FoundPerson]) -> list[Utterance]:
    """Everything that somebody says, with its parts and its speaker, in order."""
    reading = Reading(frame)
    turns = Turns(reading, people)
    spoken: list[Utterance] = []
    doubtful: int | None = None  # marks that are no quotation unless the next ones go on
    for number, place in frame.places.items():
        before = cue_before(reading, place.sentence, place.token)
        behind = cue_behind(reading, number)
        announced = before is not None and before.close and not reading.may_go_on(number)
        if announced and behind is not None and behind.sort is Sort.SAID:
            behind = None  # what was announced, and is a sentence, has no second speaker
        if spoken and goes_on(reading, spoken[-1], number, before, behind):
            spoken[-1].numbers.append(number)
            spoken[-1].behind = behind
        elif number - 1 == doubtful and (here := aside(reading, doubtful, number)):
            utterance = Utterance([doubtful, number], behind)
            turns.give_speaker(utterance, behind or here)
            spoken.append(utterance)
        elif is_somebodys(reading, number, behind, before):
            utterance = Utterance([number], behind)
            turns.give_speaker(utterance, behind or before)
            spoken.append(utterance)
        else:
            doubtful = number
    return spoken


def _mention(frame: Frame, utterance: Utterance) -> QuotationMention:
    parts = tuple(part for number in utterance.numbers for part in frame.quoted[number].parts)
    span = Span(parts[0].start, parts[-1].end)
    return QuotationMention(
        span=span,
        surface=frame.article.text[span.start : span.end],
        reasons=(Reason(utterance.rule),),
        parts=parts,
        text=" ".join(frame.article.tidy(part) for part in parts),
        speaker=utterance.voice.words if utterance.voice else None,
    )
