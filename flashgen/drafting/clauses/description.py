"""What one sentence says that somebody or a place was."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flashgen.article import Span


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
