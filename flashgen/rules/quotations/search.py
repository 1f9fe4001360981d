"""The cue of a quotation: of all rows that read one of the links beside it, the weightiest."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from flashgen.rules.quotations.cue import Cue, FoundCue, is_close
from flashgen.rules.quotations.cues import CLAUSE_CUES
from flashgen.rules.quotations.frame import Frame
from flashgen.rules.quotations.links import Link, links_before, links_behind
from flashgen.rules.quotations.phrase_cues import PHRASE_CUES

# What a clause loses for each nearer one, and where other words stand between.
_PER_CLAUSE, _FAR = 3, 3


def cue_before(frame: Frame, quote: int, announced: int | None = None) -> FoundCue | None:
    """The weightiest cue before a quotation, or in a sentence that announces it farther off."""
    return _best(links_before(frame, quote, announced))


def cue_behind(frame: Frame, quote: int) -> FoundCue | None:
    """The weightiest cue behind a quotation."""
    return _best(links_behind(frame, quote))


@cache
def _cues_of(lemma: str) -> tuple[Cue, ...]:
    return tuple(cue for cue in CLAUSE_CUES if cue.takes(lemma))


def _best(links: Iterable[Link]) -> FoundCue | None:
    best: tuple[int, Link, Cue] | None = None
    for link in links:
        clause, cost = link.clause, 0
        if clause is not None and not link.behind:
            cost = _PER_CLAUSE * link.rank + clause.embedded + _FAR * (not is_close(link))
        for cue in PHRASE_CUES if clause is None else _cues_of(clause.lemma):
            weight = abs(cue.weight) - cost
            if (best is None or weight > best[0]) and cue.holds(link):
                best = (weight, link, cue)
    return None if best is None else FoundCue(best[2], best[1], best[2].speaker(best[1]))
