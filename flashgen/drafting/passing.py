"""What an article tells in passing, and what it dwells on.

A paragraph opens with what it is about, and an article with what it is about (Baxendale,
"Machine-made index for technical literature", 1958, found the topic in the first sentence of 85 of
100 paragraphs); what is named again and again is what it is about, too (Luhn, "The automatic
creation of literature abstracts", 1958).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from flashgen.deck.kinds import Question
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import WORD
from flashgen.drafting.entry import Entry, lacking
from flashgen.english.lexicon import look_up

_LEAD = 2  # paragraphs
_OFTEN, _VERY_OFTEN = 4, 8  # times that a short article keeps naming something, and a long one
_WORDS_PER_NAME = 110  # so many words of an article to one more time
PASSING = "whether it is worth knowing: the article tells it in passing"


def weighed(story: Story, entries: Sequence[Entry]) -> list[Entry]:
    """The questions, of which those wait that the article answers in passing."""
    return [
        entry if entry.lacks or _is_dwelt_on(story, entry) else lacking(entry, PASSING)
        for entry in entries
    ]


def _is_dwelt_on(story: Story, entry: Entry) -> bool:
    item = entry.item
    assert isinstance(item, Question)  # noqa: S101
    return opens(story, entry.at.start) or is_kept_naming(story, item.question)


def opens(story: Story, offset: int) -> bool:
    """Whether an offset is in a sentence that opens its paragraph, or the article."""
    i = story.sentence_at(offset)
    paragraphs = list(dict.fromkeys(s.paragraph for s in story.sentences))
    own = story.sentences[i].paragraph
    return own in paragraphs[:_LEAD] or own != story.sentences[i - 1].paragraph


def is_kept_naming(story: Story, words: str) -> bool:
    """Whether some words have a name that the article has again and again."""
    length = sum(len(sentence) for sentence in story.sentences)
    often = min(max(_OFTEN, length // _WORDS_PER_NAME), _VERY_OFTEN)
    names = (re.sub("[’']s$", "", word) for word in WORD.findall(words) if word[:1].isupper())
    return any(story.times(n) >= often for n in names if not look_up(n.lower()).closed)
