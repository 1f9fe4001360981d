"""Find the quotations of an article, and whose words they are.

What stands between quotation marks, behind a dialogue dash or in a block is gathered first
(``marks``, ``blocks``); the author's sentences around it are read with each quotation as one
token (``frame``). Each is judged (``clues``) by the cues around it (``cues``), joined to the one
before where only a "he said" stands between the two (``turns``), and given its speaker
(``ways``).
"""

from __future__ import annotations

from collections.abc import Sequence

from flashgen.article import Span
from flashgen.english.tokens import Text
from flashgen.mentions import FoundPerson, QuotationMention, Reason
from flashgen.rules.quotations.blocks import gathered
from flashgen.rules.quotations.clues import CLUES, judge
from flashgen.rules.quotations.cue import FoundCue, Sort
from flashgen.rules.quotations.cues import CLAUSE_CUES
from flashgen.rules.quotations.frame import Frame, frame_of
from flashgen.rules.quotations.phrase_cues import PHRASE_CUES
from flashgen.rules.quotations.search import cue_before, cue_behind
from flashgen.rules.quotations.turns import Turns, Utterance
from flashgen.rules.quotations.ways import WAYS, speaker_of
from flashgen.rules.rule import Rule

# All rules of quotations: cues, what makes words a quotation, ways to its speaker.
RULES: tuple[Rule, ...] = (*CLAUSE_CUES, *PHRASE_CUES, *CLUES, *WAYS)


def find_quotations(text: Text, people: Sequence[FoundPerson]) -> tuple[QuotationMention, ...]:
    """The quotations of the running text in order, each with its speaker where the text tells.

    ``people`` are those of the same article: a speaker among them is given by the canonical
    name, any other in the words of the text.
    """
    frame = frame_of(text, gathered(text.article), people)
    return tuple(_mention(frame, utterance) for utterance in _utterances(frame))


def _utterances(frame: Frame) -> list[Utterance]:
    """Everything that somebody says, with its parts and its speaker, in order."""
    turns = Turns(frame)
    spoken: list[Utterance] = []
    for number in frame.places:
        before, behind = cue_before(frame, number), cue_behind(frame, number)
        if before and behind and _is_announced(frame, number, before, behind):
            behind = None
        if spoken and turns.goes_on(spoken[-1], number, before, behind):
            spoken[-1].numbers.append(number)
            spoken[-1].behind = behind
            continue
        reasons = judge(frame, number, before, behind)
        if not reasons:
            continue
        voice, rule = speaker_of(turns, number, behind or before)
        told = (Reason(rule.id, rule.weight),) if rule else ()
        spoken.append(Utterance([number], behind or before, behind, voice, (*told, *reasons)))
        turns.add(spoken[-1])
    return spoken


def _is_announced(frame: Frame, number: int, before: FoundCue, behind: FoundCue) -> bool:
    """Whether what was announced, and is a sentence, has no second speaker behind it."""
    clause, last = behind.link.clause, frame.last_sign(number)
    goes_over = frame.right(number)[:1] == "," or last in ",—-–;:"  # "…," said he
    within = before.link.clause is not None and before.link.clause.embedded
    told = behind.cue.sort is Sort.SAID and clause is not None
    if told and clause and clause.inverted:  # "“Fire!” Replied Hale: “Never!”", "Count Hale fled."
        told = not behind.link.words.words[clause.start].islower()
    return before.close and told and (within or not goes_over)


def _mention(frame: Frame, utterance: Utterance) -> QuotationMention:
    article = frame.text.article
    parts = tuple(part for number in utterance.numbers for part in frame.quoted[number].parts)
    span = Span(parts[0].start, parts[-1].end)
    return QuotationMention(
        span=span,
        surface=article.text[span.start : span.end],
        reasons=utterance.reasons,
        parts=parts,
        text=_text(frame, utterance),
        speaker=utterance.voice.words if utterance.voice else None,
    )


def _text(frame: Frame, utterance: Utterance) -> str:
    """The words; a comma before the author's words is a stop where a sentence ends."""
    text, last = "", -1
    for number in utterance.numbers:
        place, words = frame.places[number], frame.words_of(number)
        if text.endswith(",") and place.sentence != last and words[0].isupper():
            text = text[:-1] + "."
        text, last = f"{text} {words}".lstrip(), place.last_sentence
    return text
