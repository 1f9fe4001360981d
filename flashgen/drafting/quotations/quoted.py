"""The words of a quotation as they stand, and whether they say something by themselves."""

from __future__ import annotations

import re

from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import POINTING, WORD
from flashgen.english.lexicon import look_up
from flashgen.english.tags import PARTICIPLE, VERB
from flashgen.english.tokens import read_words
from flashgen.mentions import QuotationMention
from flashgen.rules.quotations.marks import ANSWER

LONGEST, _SHORTENED = 40, 32  # words of a quotation, and of one that is cut
WORTH = 7  # words of one that is worth a card
# "the failure of the Bay of Pigs", before its verb.
_SUBJECT = re.compile("d?[JNEDq]*[NE](?:[fi][dp]?[JNEq]*[NE])*r*")
_CALLED = re.compile(r", [A-ZÀ-Þ][\w’'-]+,$")  # "How long, Catiline,"
_OURS = frozenset("i we us our ours my mine me".split())


def words_of(story: Story, mention: QuotationMention) -> tuple[str, bool]:
    """The words without the commas of the frame; the first sentences of many, and whether so."""
    text, last = "", mention.span.start
    for part in mention.parts:
        words = story.article.tidy(part)
        between = story.article.view[last : part.start]
        if text and between.rstrip(" “\"‘'«").endswith(":") and _is_anothers(text, words):
            return text.rstrip(" ,;:—–-"), True
        first = WORD.search(words)
        low = first[0].lower() if first else ""
        ended = re.search(r"[.:]\W*$", between) is not None
        goes_on = low in ("that", "than") or look_up(low).tags[:1] in tuple("tfbuMh")
        goes_on |= look_up(low).tags[:1] == VERB and not is_told(
            text
        )  # "That word," he said, "won"
        if text.endswith(",") and words[:1].isupper() and (ended or low not in ("i", "i’m", "i'm")):
            text = text[:-1] + "."
        elif text.endswith(",") and re.search(r";\W*$", between):
            text = text[:-1] + ";"
        elif text.endswith(",") and goes_on and not _CALLED.search(text):
            text = text[:-1]
        text, last = f"{text} {words}".strip(), part.end
    text = text.rstrip(" ,;:—–-")
    if len(text.split()) <= LONGEST:
        return text, False
    kept = ""
    for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z“\"'‘])", text):
        if len(f"{kept} {sentence}".split()) > _SHORTENED:
            break
        kept = f"{kept} {sentence}".strip()
    return (kept, True) if kept else (text, False)


def _is_anothers(told: str, words: str) -> bool:
    """Whether words that are announced are those of somebody of whom it was told before them.

    "“Lenin stood firm,” Reed remembered: “We won’t give way”", but not "“We stood firm,”".
    """
    tale = read_words(told)
    past = next((c for c in tale.clauses if c.finite and c.subject is not None), None)
    lows = {word.lower() for word in tale.words}
    ours = {word.lower() for word in read_words(words).words} & _OURS
    if past is None or not ours or lows & _OURS or not words[:1].isupper():
        return False
    verb = tale.words[past.start].lower()
    return verb in ("was", "were", "had", "did") or (
        tale.tags[past.start] == VERB and verb not in (past.lemma, f"{past.lemma}s", "is", "has")
    )


def is_told(text: str) -> bool:
    """Whether a quotation says something, by a verb: "burning the house over them" does not."""
    said = read_words(text)
    return any(clause.finite for clause in said.clauses) or "!" in said.words


def is_whole(text: str) -> bool:
    """Whether words that a sentence takes in are one by themselves: "the poor have no right"."""
    said = read_words(text[:1].upper() + text[1:])
    first = next((c for c in said.clauses if c.finite and not c.relative and not c.embedded), None)
    if first is None or first.subject is None:
        return False
    if first.inverted and said.words[: first.verb] == ("There",):
        return len(text.split()) >= WORTH  # "there is no peace without bread"
    if first.subject.start:
        return False
    verb = (
        said.tags[first.start] in "bhMu"
        or PARTICIPLE not in look_up(said.words[first.verb].lower()).tags
    )
    clear = _SUBJECT.fullmatch(said.tags, 0, first.start) is not None
    clear = clear and said.words[0].lower() not in POINTING
    return verb and clear and len(text.split()) >= WORTH


def is_light(text: str) -> bool:
    """Whether a quotation opens as talk does: with an answer or a sigh."""
    first = WORD.search(text)
    sighs = first is not None and look_up(first[0].lower()).tags[:1] == "?"
    return sighs or re.match(ANSWER, text) is not None
