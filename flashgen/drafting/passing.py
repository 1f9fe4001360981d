"""What an article tells in passing, and what it dwells on.

A paragraph opens with what it is about, and an article with what it is about (Baxendale,
"Machine-made index for technical literature", 1958, found the topic in the first sentence of 85 of
100 paragraphs); what is named again and again is what it is about, too (Luhn, "The automatic
creation of literature abstracts", 1958).
"""

from __future__ import annotations

import re

from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import WORD
from flashgen.english.lexicon import look_up

_OFTEN, _VERY_OFTEN = 4, 8  # times that a short article keeps naming something, and a long one
_WORDS_PER_NAME = 110  # so many words of an article to one more time
PASSING = "whether it is worth knowing: the article tells it in passing"


def is_dwelt_on(story: Story, front: str, offset: int) -> bool:
    """Whether the front of a card is about what an article, or its paragraph, is about.

    ``offset`` is in the sentence that the card is made from.
    """
    return _opens(story, offset) or _is_kept_naming(story, front)


def _opens(story: Story, offset: int) -> bool:
    """Whether an offset is in a sentence that opens its paragraph, or in the article's lead."""
    i = story.sentence_at(offset)
    return story.sentences[i].paragraph in story.lead or story.frame.opens_paragraph(i)


def _is_kept_naming(story: Story, words: str) -> bool:
    """Whether some words have a name that the article has again and again."""
    often = min(max(_OFTEN, story.length // _WORDS_PER_NAME), _VERY_OFTEN)
    names = (re.sub("[’']s$", "", word) for word in WORD.findall(words) if word[:1].isupper())
    return any(story.times(n) >= often for n in names if not look_up(n.lower()).closed)
