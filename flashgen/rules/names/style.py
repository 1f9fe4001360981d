"""How an article writes its words, and whether a book capitalises all its nouns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from flashgen.article import Span
from flashgen.english.lexicon import look_up
from flashgen.english.tokens import Text
from flashgen.rules.names import kinds
from flashgen.rules.names.gazetteer import look_up as look_up_place
from flashgen.rules.names.name import NamePhrase
from flashgen.tables import words

# More common nouns with a capital than these, of all common nouns, and a capital proves nothing.
_SHARE_OF_CAPITALS = 0.25
_FEWEST_NOUNS = 30


@dataclass(frozen=True, slots=True)
class Spelling:
    """How an article writes its words.

    ``lower`` are those that occur without a capital, ``inner`` those that occur with one where no
    sentence opens; ``determined`` those of them that stand alone behind "the" or the like.
    ``nouns``: common nouns have capitals, too. ``emphasis``: a name is emphasised as a name, as
    books did until about 1750. ``dated`` are the offsets of the words in dates.
    """

    text: str
    lower: frozenset[str]
    inner: frozenset[str]
    determined: frozenset[str]
    nouns: bool
    emphasis: bool
    dated: frozenset[int]


def style_of(text: Text, dates: Iterable[Span]) -> Spelling:
    """How an article writes its words."""
    determined: set[str] = set()
    capitals = nouns = names = emphasised = 0
    written = text.article.text
    behind_the, alone = re.compile("(?<=[dp])E(?![ENJ])"), re.compile("(?<!E)E(?![Ef])")
    for sentence in text.sentences:
        words_, tags = sentence.words, sentence.tags
        determined.update(words_[match.start()] for match in behind_the.finditer(tags))
        nouns += tags.count("N")
        names += tags.count("E")
        emphasised += sum(written[start - 1] in "_*" for start in sentence.starts)
        capitals += sum(is_plain_noun(words_[match.start()]) for match in alone.finditer(tags))
    many = nouns + capitals > _FEWEST_NOUNS and capitals > _SHARE_OF_CAPITALS * (nouns + capitals)
    vocabulary = text.vocabulary
    return Spelling(
        written, vocabulary.lower, vocabulary.inner, frozenset(determined), many,
        emphasis=names > _FEWEST_NOUNS and emphasised > _SHARE_OF_CAPITALS * names,
        dated=frozenset(
            date.start + word.start()
            for date in dates
            for word in re.finditer(r"[^\W\d]+", written[date.start : date.end])
            if not look_up_place(word[0]).sure
        ),
    )  # fmt: skip


@cache
def is_plain_noun(word: str) -> bool:
    """Whether a word is a common noun and nobody's name or rank: "Night", "Privateers"."""
    found = kinds.entry(word)
    ranked = kinds.is_title(word) or found.of_noun[:1] == "g" or word in words("names", "never")
    return "N" in found.tags and not (ranked or kinds.is_borne(word) or kinds.is_people(word))


def is_emphasised(phrase: NamePhrase, style: Spelling) -> bool:
    """Whether Markdown's emphasis holds a phrase and nothing else: "_Argo_"."""
    if style.emphasis:
        return False
    start, end = phrase.sentence.starts[phrase.start], phrase.sentence.end(phrase.end - 1)
    while style.text[end : end + 1] in ("!", "?", ",", "."):
        end += 1
    return style.text[max(start - 1, 0)] in "_*" and style.text[end : end + 1] in ("_", "*")


@cache
def is_capital(word: str) -> bool:
    """Whether a word is written like a name: "Hale", "d'Alembert", "al-Rashid", "USSR"."""
    if not word[0].isupper():
        return (
            word.lower() not in ("o'clock", "o’clock")
            and re.match(r"[A-Za-z]{1,3}['’ʿ‘-][A-ZÀ-Þ]", word) is not None
        )
    behind = re.search("[-–]([a-z]{3,})$", word)  # "Yat-sen" is a name, "Moscow-based" is none
    return word not in ("I", "O") and (behind is None or not _is_adjective(behind[1]))


def _is_adjective(low: str) -> bool:
    return not set(look_up(low).tags).isdisjoint("JDGV") or low.endswith("ed")
