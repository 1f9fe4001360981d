"""What one sentence says that somebody or a place was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flashgen.article import Span
from flashgen.english.lexicon import look_up
from flashgen.english.tags import OF
from flashgen.english.tokens import Sentence


@dataclass(frozen=True, slots=True)
class Description:
    """The words, how telling they are, where they stand, and what they lack.

    ``alone``: no other one is it, so that one can be asked for by them. ``further`` is where the
    last of the words stand, if not in the same sentence.
    """

    words: str
    weight: int
    at: Span
    lacks: tuple[str, ...] = ()
    alone: bool = False
    further: Span | None = None


def fullest(found: Iterable[Description]) -> Description | None:
    """The one that lacks nothing and says most; None where there is none."""
    return max(found, key=lambda each: (not each.lacks, each.weight), default=None)


def is_former(s: Sentence, k: int) -> bool:
    """Whether a word that may point to what was named points to nothing: "a former mayor"."""
    return s.words[k].lower() in ("former", "same") and s.tags[k + 1 : k + 2] in tuple("JNED")


def is_of_one(s: Sentence, tokens: Sequence[int]) -> bool:
    """Whether words behind "of" tell one thing apart without its name: "the abolitionist cause"."""
    of = next((n for n, k in enumerate(tokens) if s.tags[k] == OF), len(tokens))
    alone = re.fullmatch("f(?:d?[JN]N|dJJN)", "".join(s.tags[k] for k in tokens[of:]))
    people = {"p", "F", "M"} & set(look_up(s.words[tokens[-1]].lower()).of_noun)
    return alone is not None and not people
