"""Join the parts of a quotation that the author interrupts: "…," said Hale, "…"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from flashgen.rules.quotations.clues import stands_alone
from flashgen.rules.quotations.cue import Found
from flashgen.rules.quotations.frame import Frame
from flashgen.rules.quotations.marks import ANSWER
from flashgen.rules.quotations.search import cue_behind
from flashgen.rules.reference import Cast, Voice
from flashgen.types import Reason

# What the speaker does between two sentences, in tokens, and an aside within one.
_LONGEST_BEAT, _LONGEST_ASIDE = 10, 14
# What the author tells behind "said Hale" before he is thought to have stopped.
_LONGEST_TALE = 36
_SPEAKER_AGAIN = frozenset({"he", "she", "i", "they", "we"})


@dataclass(slots=True)
class Utterance:
    """Somebody's words while their parts are gathered: the numbers of the quotations.

    ``behind`` is the cue behind the last part.
    """

    numbers: list[int]
    behind: Found | None
    voice: Voice | None = None
    reasons: tuple[Reason, ...] = field(default=())


def goes_on(frame: Frame, cast: Cast, said: Utterance, number: int, behind: Found | None) -> bool:
    """Whether a quotation is the next part of what was said; ``behind`` is the cue behind it."""
    left, right = frame.places[said.numbers[-1]], frame.places[number]
    if number != said.numbers[-1] + 1 or _paragraph(frame, left.last_sentence) != _paragraph(
        frame, right.sentence
    ):
        return False
    if right.sentence == left.last_sentence:
        return _in_one_sentence(frame, said, number)
    if right.token != 0 or behind is not None:
        return False
    tags = frame.sentences[right.last_sentence].tags
    after = right.last_token + 1
    trails_off = tags[after : after + 1] == "G" and frame.last_sign(number) == ","
    if not (stands_alone(frame, number) or trails_off) or is_answer(frame, cast, said, number):
        return False
    between = right.sentence - left.last_sentence
    if said.behind is not None:
        clause = said.behind.link.clause
        last = frame.sentences[said.behind.link.sentence]
        if clause is not None and len(last) - clause.end > _LONGEST_TALE:
            return False
        return between == said.behind.link.sentence - left.last_sentence + 1
    return between == 2 and len(said.numbers) > 1 and _is_beat(frame, cast, right.sentence - 1)


def _paragraph(frame: Frame, sentence: int) -> int:
    return frame.sentences[sentence].paragraph


def is_answer(frame: Frame, cast: Cast, said: Utterance, number: int) -> bool:
    """Whether a quotation answers the question that was said before it."""
    left, right = frame.places[said.numbers[-1]], frame.places[number]
    if number != said.numbers[-1] + 1:
        return False
    if said.behind is None and right.sentence == left.last_sentence + 1:
        return True  # “Is it down?” “So they say.”
    if frame.last_sign(said.numbers[-1]) != "?":
        return False
    if re.match(ANSWER, frame.words_of(number)) is not None:
        return True
    following = frame.places.get(number + 1)
    if said.behind is None or following is None or following.sentence != right.last_sentence + 1:
        return False
    return _speaks_again(said.behind, cue_behind(frame, cast, number + 1))


def _speaks_again(asked: Found, behind: Found | None) -> bool:
    """Whether the next quotation but one is again the asker's: “…?” I asked. “…” “…,” I said."""
    phrases = [f.link.low(f.phrase.start) for f in (asked, behind) if f and f.phrase]
    return len(phrases) == 2 and phrases[0] == phrases[1]


def _in_one_sentence(frame: Frame, said: Utterance, number: int) -> bool:
    """Whether only the clause that tells the speaker stands between, or an aside in dashes."""
    if said.behind is None:
        return is_aside(frame, said.numbers[-1], number)
    tags = frame.sentences[frame.places[number].sentence].tags
    between = tags[: frame.places[number].token].rstrip("h")  # "…," said he, has "…"
    return between[-1] in ",:;-("


def is_aside(frame: Frame, left: int, right: int) -> bool:
    """Whether only an aside in dashes stands between: '"Our ships" — he paused — "are lost."'."""
    a, b = frame.places[left], frame.places[right]
    if a.last_sentence != b.sentence:
        return False
    between = frame.sentences[b.sentence].tags[a.last_token + 1 : b.token]
    return 3 <= len(between) <= _LONGEST_ASIDE and between[0] == between[-1] == "-"


def _is_beat(frame: Frame, cast: Cast, i: int) -> bool:
    """Whether a sentence only tells what the speaker does: "He looked at us for a moment."."""
    sentence, clauses = frame.sentences[i], cast.clauses(i)
    if len(sentence) > _LONGEST_BEAT or not clauses or "Q" in sentence.tags:
        return False
    subject = clauses[0].subject
    return subject is not None and sentence.words[subject.start].lower() in _SPEAKER_AGAIN
