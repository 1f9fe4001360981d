"""The title of an event: a few words that say what it was, by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flashgen.drafting.clauses.clause import Told
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import is_function_word, wording
from flashgen.drafting.events.names import is_event_noun
from flashgen.english.lexicon import look_up
from flashgen.english.tags import NAME, QUANTITY, QUOTE
from flashgen.english.tokens import Sentence

_TITLE, _FEWEST = 12, 4  # words
_OF_KEY = 5  # words of a key


def title_of(story: Story, i: int, sentence: Told) -> str:
    """The sentence of an event; of a long one, what stands before a comma or "which"."""
    s, kept = story.sentences[i], list(sentence.tokens)
    if len(kept) > _TITLE:
        opened = (
            n
            for n, k in enumerate(kept)
            if n >= _FEWEST and k > sentence.clause.end and s.tags[k] in ",;:(ws"
        )
        kept = kept[: next(opened, len(kept))]
    words = wording(story, i, kept, sentence.names).rstrip(".")
    return words[:1].upper() + words[1:]


def half_named(s: Sentence, subject: Sequence[int]) -> Iterator[str]:
    """What a subject lacks of its name: "the Acts", "“Will” Holt", "501 society"."""
    alone = len(subject) > 1 and [s.tags[k] for k in subject] == ["d", "E"]
    if alone and look_up(s.words[subject[1]].lower()).plural and is_event_noun(s.words[subject[1]]):
        yield f"which {s.words[subject[1]]} is meant"
    initial = bool(subject) and re.fullmatch(r"[A-Z]\.", s.words[subject[0]]) is not None
    short = initial and [s.tags[k] for k in subject[1:]] == [NAME]
    first = subject[0] if subject else 0
    cut = first > 0 and s.tags[first] == QUANTITY and s.tags[first - 1] in "JN"
    if short or cut or (first > 0 and s.tags[first - 1] == QUOTE):
        yield "the name in full"


def key_words(title: str) -> str:
    """The telling words of a title, for a key."""
    words = [w for w in title.split() if not is_function_word(w.strip(".,’'\"“”").lower())]
    return " ".join((words if len(words) > 1 else title.split())[:_OF_KEY])
