"""What a card can hide of a quotation."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from itertools import pairwise
from typing import NamedTuple

from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import WORD, content_words
from flashgen.drafting.quotations.quoted import is_told
from flashgen.english.lexicon import is_word, look_up
from flashgen.english.numbers import WEEKDAYS, number_in_words
from flashgen.english.phrases import chunks, joined
from flashgen.english.tags import CLOSE, DETERMINER, NAME, NOUN, OPEN, QUANTITY
from flashgen.english.tokens import Sentence, read_words
from flashgen.mentions import PlaceKind

_GAP_IN, _ASKED_IN = (7, 30), 18  # words of a quotation that hides some, and if a card asks them
_GAP = 4  # words
_SHORTEST_GAP = 4  # letters
# Words that fit before any noun, and nouns before "of" that say nothing.
_LIGHT = frozenset(
    "great good bad big small little old new last first same other own whole single certain such "
    "many few more most several long true real kind sort lot number part matter way man men thing "
    "things people time day year years".split()
)
_ENDS = re.compile(r"[.!?…]+[\"'”’)\]]*\s+")


class Gap(NamedTuple):
    """The words that a card may hide, and whether one can know them: a name or a number."""

    words: str = ""
    known: bool = False


def missing(story: Story, text: str, card: str) -> Gap:
    """The telling words of a quotation: its last phrase with a name or number, or of two words.

    ``card`` is what else stands on the card. What has neither name nor number has synonyms, and
    waits: a learner who gives one of them is not wrong.
    """
    length = len(WORD.findall(text))
    if not _GAP_IN[0] <= length <= _GAP_IN[1]:
        return Gap()
    elsewhere = set(content_words(f"{card} {story.article.title or ''}"))
    lands = {p.canonical for p in story.mentions.places if p.kind is PlaceKind.COUNTRY}
    best = Gap()
    for s, start, end in _phrases(text):
        gap = _cut(text, s, start, end)
        if not _may_hide(text, gap, elsewhere) or _is_part(s, start, end) or gap in best.words:
            continue
        if not is_told(_sentence_of(text, s.starts[start])):
            continue  # "All Russia—"
        known = any(_is_known(s, k) for k in range(start, end))
        of = next((k for k in range(start, end) if s.words[k].lower() == "of"), end)
        if known and not any(s.tags[k] in (NAME, QUANTITY) for k in range(start, of)):
            continue  # of "the streets of Riga", the name alone
        guessed = story.is_topic(gap) or gap in lands
        telling = [word for word in content_words(gap) if word not in _LIGHT]
        if telling and known and not guessed:
            best = Gap(gap, length <= _ASKED_IN)
        elif len(telling) > 1 and not best.known:
            best = Gap(gap)
    return best


def _cut(text: str, s: Sentence, start: int, end: int) -> str:
    """The words of some tokens of a quotation."""
    return text[s.starts[start] : s.end(end - 1)]


def _phrases(text: str) -> Iterator[tuple[Sentence, int, int]]:
    """The noun phrases of a quotation, each without its article, and with what "of" joins to it."""
    s = read_words(text)
    for chunk in chunks(s.tags):
        if chunk.kind != "noun":
            continue
        start = chunk.start
        while start < chunk.end and _is_light(s, start):
            start += 1
        if start == chunk.end:
            continue  # "all of Livonia"
        for end in (chunk.end, *(p.end for p in joined(s.words, s.tags, chunk.end, ("of",)))):
            if start < end and s.tags[end - 1] in (NOUN, NAME):
                yield s, start, end


def _may_hide(text: str, gap: str, elsewhere: Container[str]) -> bool:
    """Whether the words of a gap stand nowhere else on the card, and are few and whole."""
    words = WORD.findall(gap)
    if not 1 <= len(words) <= _GAP or len(gap) < _SHORTEST_GAP or text.count(gap) != 1:
        return False
    telling, rest = content_words(gap), content_words(text.replace(gap, " ", 1))
    return (
        bool(telling)
        and len(rest) > 1
        and not any(word in elsewhere or word in rest for word in telling)
        and not set(gap) & set(",[]()")
    )


def _is_part(s: Sentence, start: int, end: int) -> bool:
    """Whether words are half of a phrase, or only call somebody: "Do you know, Price?"."""
    before, behind = s.tags[start - 1 : start], s.tags[end : end + 1]
    called = (not start or before in ",Q") and (not behind or behind in ",.")
    called = called and NAME in s.tags[start:end]
    called |= s.words[start - 1 : start] in (("O",), ("Mr",), ("Mr.",))
    half = behind in tuple("zNEJGqm") or re.match("E[ci]E", s.tags[end - 1 :]) is not None
    bare = re.match("E+N", s.tags[start:end]) is not None and before not in tuple("dp")
    bare |= start > 0 and before in tuple(";:-") and NOUN in s.tags[start:end]  # "; wage war"
    vague = any(
        s.tags[k] == DETERMINER and s.words[k].lower() not in ("the", "a", "an")
        for k in range(start, end)
    )
    # "The brigands triumph", "the Republic I demand"
    verbal = any(
        s.tags[k : k + 2] == NOUN * 2 and look_up(s.words[k].lower()).plural
        for k in range(start, end - 1)
    )
    bracketed = s.tags.count(OPEN, 0, start) > s.tags.count(CLOSE, 0, start)
    bracketed |= "[" in s.words[:start] and "]" in s.words[end:]
    return called or half or bare or vague or verbal or bracketed or "I" in s.words[start:end]


def _is_light(s: Sentence, k: int) -> bool:
    """Whether a word before a noun says nothing of it: "the", "too many", but not "three"."""
    closed = s.tags[k] in "dprq" or look_up(s.words[k].lower()).closed
    return closed and not _is_known(s, k)


def _is_known(s: Sentence, k: int) -> bool:
    """Whether a word is a number or a name, which nobody can put otherwise."""
    low = s.words[k].lower()
    if s.tags[k] == QUANTITY:
        return low.isdigit() or (number_in_words(low) or 0) > 1
    named = s.tags[k] == NAME and not s.opens[k] and not is_word(low)
    return named and s.words[k] not in WEEKDAYS


def _sentence_of(text: str, at: int) -> str:
    """The sentence of a quotation that an offset is in."""
    ends = [0, *(m.end() for m in _ENDS.finditer(text)), len(text)]
    return next(text[a:b] for a, b in pairwise(ends) if at < b)
