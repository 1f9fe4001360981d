"""What tells somebody's words from a title, a term, a nickname or an ironic word in the same marks.

Small tests, each with a weight; their sum decides. In the cases a reading is the words found.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from flashgen.english.lexicon import look_up
from flashgen.mentions import Reason
from flashgen.rules.quotations.cue import FoundCue, Sort
from flashgen.rules.quotations.frame import Frame
from flashgen.rules.quotations.marks import Marking
from flashgen.rules.rule import Rule
from flashgen.tables import words as table

# Fewer words are a fragment; so many are hardly a name.
_FEW, _SEVERAL, _MANY = 4, 5, 8
_WORD = r"[^\W_]+(?:['’-][^\W_]+)*"
_SMALL = frozenset(
    "a an and as at but by de del der des di du for from in la le nor of on or our the to und "
    "van von with et y i e".split()
)
_STOPS = ".!?…—-"
_BARE, _MOST_MARKS = ",.:;?()-", 8
_CLOSERS = "’'”\")]"


@dataclass(frozen=True, slots=True)
class Marked:
    """What stands in marks, where it stands, and the cues around it."""

    frame: Frame
    quote: int
    text: str
    words: list[str]
    ends: str  # the last sign within the marks
    alone: bool  # it is a sentence of its own
    left: str  # the tags of its sentence before it
    right: str
    before: Sort | None  # what the cue before makes of it
    close: bool  # the words of that cue reach up to it
    behind: FoundCue | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechClue(Rule):
    """A test of what stands in marks; its weight speaks for somebody's words, or against."""

    holds: Callable[[Marked], bool]


def judge(
    frame: Frame, quote: int, before: FoundCue | None, behind: FoundCue | None
) -> tuple[Reason, ...]:
    """Why what stands in marks is somebody's words, the weightiest first; () where it is not."""
    text = frame.words_of(quote)
    words, ends = re.findall(_WORD, text), text.rstrip(_CLOSERS)[-1:]
    alone, left, right = stands_alone(frame, quote), frame.left(quote), frame.right(quote)
    sort, close = (before.cue.sort, before.close) if before else (None, False)
    marked = Marked(frame, quote, text, words, ends, alone, left, right, sort, close, behind)
    found = [Reason(clue.id, clue.weight) for clue in CLUES if clue.holds(marked)]
    if before is not None and before.cue.sort is Sort.NAMED:
        found.append(Reason(before.cue.id, before.cue.weight))
    if not words or sum(reason.weight for reason in found) <= 0:
        return ()
    return tuple(sorted(found, key=lambda reason: -abs(reason.weight)))


def stands_alone(frame: Frame, quote: int) -> bool:
    """Whether a quotation is a sentence of its own: only marks stand around it."""
    left, right = frame.left(quote), frame.right(quote)
    if len(left) > _MOST_MARKS or left.strip(_BARE):
        return False
    # What breaks off with a dash ends no sentence, but a capital begins one.
    place = frame.places[quote]
    following = frame.sentences[place.last_sentence].words[place.last_token + 1 :]
    if following and following[0][0].isupper() and frame.last_sign(quote) in "-—–":
        return True
    return len(right) <= _MOST_MARKS and not right.strip(_BARE)


def is_title(text: str) -> bool:
    """Whether the words are set as a title or a name is: all that count have a capital."""
    found = re.findall(_WORD, text)
    return all(not word[0].islower() or word in _SMALL for word in found) and (
        len(found) > 1 or text[-1:] not in _STOPS
    )


def _is_named(marked: Marked) -> bool:
    """Whether the marks are the name or the title of what stands before: "a tract “On x”"."""
    place = marked.frame.places[marked.quote]
    before = marked.frame.sentences[place.sentence].words[max(0, place.token - 1)]
    noun = look_up(before.lower()).noun
    uttered = "s" in look_up(noun).of_verb or noun in table("quotations", "messages")
    return (
        marked.left[-1:] in tuple("NEqd")
        and not uttered
        and not marked.text[:1].islower()
        and marked.ends not in tuple(_STOPS + ",;")
    )


# fmt: off
CLUES = (
    SpeechClue(
        id="quotation/set-apart", weight=40,
        holds=lambda m: m.frame.quoted[m.quote].form is not Marking.MARKS,
        finds={
            "— Is the bridge down? asked Otto Brandt.": "Is the bridge down?",
        },
        ignores=("“Is the bridge down?” asked Otto Brandt.",),
    ),
    SpeechClue(
        id="quotation/cue-behind", weight=25, holds=lambda m: m.behind is not None,
        finds={"“Down,” said Otto Brandt.": "Down,"},
        ignores=("Otto Brandt said, “The bridge is down.”",),
    ),
    SpeechClue(
        id="quotation/said", weight=6, holds=lambda m: m.before is Sort.SAID and m.close,
        finds={"Otto Brandt answered “none”.": "none"},
        ignores=("Otto Brandt called it “the last bridge that this king will build”.",),
    ),
    SpeechClue(
        id="quotation/said-farther-off", weight=3,
        holds=lambda m: m.before is Sort.JUDGED or (m.before is Sort.SAID and not m.close),
        finds={
            "Otto Brandt called the bridge “the shame of the valley”.":
                "the shame of the valley",
        },
        ignores=("Otto Brandt answered “none”.",),
    ),
    SpeechClue(
        id="quotation/noun-of-speech", weight=6, holds=lambda m: m.before is Sort.TEXT,
        finds={"Otto Brandt’s last words were “No bridge”.": "No bridge"},
        ignores=("Otto Brandt answered “none”.",),
    ),
    SpeechClue(
        id="quotation/introduced", weight=6,
        holds=lambda m: m.left[-1:] in tuple(",:-")
        and (m.before not in (None, Sort.NAMED) or m.ends in (".", "!", "?", "…")),
        finds={"Otto Brandt wrote: “Bridge down.”": "Bridge down."},
        ignores=("Otto Brandt answered “none”.",),
    ),
    SpeechClue(
        id="quotation/sentence", weight=6, holds=lambda m: m.alone,
        finds={"The scouts came back. “All is lost.” Nobody moved.": "All is lost."},
        ignores=("Otto Brandt answered “none”.",),
    ),
    SpeechClue(
        id="quotation/paragraph", weight=8, holds=lambda m: m.alone and m.frame.opens(m.quote),
        finds={"“Never.” The bridge was shut, and nobody crossed it any more.": "Never."},
        ignores=("The scouts came back. “All is lost.” Nobody moved.",),
    ),
    SpeechClue(
        id="quotation/cry", weight=6, holds=lambda m: m.ends in ("!", "?"),
        finds={"The men marched on, shouting “Bread!”": "Bread!"},
        ignores=("Otto Brandt answered “none”.",),
    ),
    SpeechClue(
        id="quotation/long", weight=3,
        holds=lambda m: len(m.words)
        >= (_SEVERAL if m.text[:1].islower() or m.text[:1] in "[…." else _MANY),
        finds={
            "Its age was “as great as that of the hills”.": "as great as that of the hills",
        },
        ignores=("Otto Brandt answered “none”.",),
    ),
    SpeechClue(
        id="quotation/few-words", weight=-4, holds=lambda m: len(m.words) < _FEW,
        finds={"Otto Brandt answered “none”.": "none"},
        ignores=("Otto Brandt said, “The bridge is down.”",),
    ),
    SpeechClue(
        id="quotation/one-word", weight=-3,
        holds=lambda m: len(m.words) == 1 and m.before is None,
        finds={"“Down!” The bridge had gone.": "Down!"},
        ignores=("Otto Brandt answered “none”.",),
    ),
    SpeechClue(
        id="quotation/title", weight=-7, holds=lambda m: is_title(m.text),
        finds={"Otto Brandt wrote: “Bridge Down.”": "Bridge Down."},
        ignores=("Otto Brandt wrote: “The bridge is down.”",),
    ),
    SpeechClue(
        # They are an adjective or a noun of the sentence.
        id="quotation/attribute", weight=-9,
        holds=lambda m: m.behind is None and len(m.words) < _MANY
        and m.left[-1:] in tuple("dpzif") and m.right[:1] in tuple("NEJ"),
        finds={
            "He wrote to them of “Bread now and peace!” banners.": "Bread now and peace!",
        },
        ignores=("Otto Brandt said that “the bridge is down”.",),
    ),
    SpeechClue(
        id="quotation/gloss", weight=-20,
        holds=lambda m: len(m.words) < _MANY
        and (m.left[-1:], m.right[:1]) in (("(", ")"), ("(", ","), ("(", ";")),
        finds={
            "A new bridge (“the last of them”, as Otto Brandt put it) was built.":
                "the last of them",
        },
        ignores=("Otto Brandt said (“Down!” was his word) nothing.",),
    ),
    SpeechClue(
        id="quotation/as-a-title", weight=-9, holds=_is_named,
        finds={
            "That year “Nobody crossed the bridge”, as Otto Brandt put it, for a month.":
                "Nobody crossed the bridge",
        },
        ignores=("Otto Brandt’s last words were “No bridge”.",),
    ),
)
# fmt: on
