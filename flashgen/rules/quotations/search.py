"""The cue of a quotation: of all rows that read one of the links beside it, the weightiest."""

from __future__ import annotations

from collections.abc import Iterable

from flashgen.rules.quotations.cue import Cue, Found, is_close
from flashgen.rules.quotations.cues import CLAUSE_CUES
from flashgen.rules.quotations.frame import Frame
from flashgen.rules.quotations.links import Link, links_before, links_behind, links_up_to
from flashgen.rules.quotations.phrase_cues import PHRASE_CUES
from flashgen.rules.reference import Cast

# What a clause loses for each nearer one, and where it stands in another clause.
_PER_CLAUSE, _RELATIVE, _FAR = 2, 4, 3


def cue_before(frame: Frame, cast: Cast, quote: int) -> Found | None:
    """The weightiest cue before a quotation."""
    return _best(links_before(frame, cast, quote))


def cue_behind(frame: Frame, cast: Cast, quote: int) -> Found | None:
    """The weightiest cue behind a quotation."""
    return _best(links_behind(frame, cast, quote))


def cue_up_to(frame: Frame, cast: Cast, quote: int, i: int) -> Found | None:
    """The weightiest cue of a sentence that announces a quotation in the next paragraph."""
    return _best(links_up_to(frame, cast, quote, i, len(frame.sentences[i])))


def _best(links: Iterable[Link]) -> Found | None:
    best: tuple[int, Link, Cue] | None = None
    for link in links:
        for cue in CLAUSE_CUES if link.clause is not None else PHRASE_CUES:
            weight = abs(cue.weight) - _cost(link)
            if (best is None or weight > best[0]) and cue.holds(link):
                best = (weight, link, cue)
    if best is None:
        return None
    _, link, cue = best
    return Found(cue, link, cue.speaker(link))


def _cost(link: Link) -> int:
    """How much less a cue weighs for what stands between it and the quotation."""
    clause = link.clause
    if clause is None or link.behind:
        return 0
    # "to Price, who had replied late, "
    aside = clause.relative and "," in link.words.tags[clause.end : link.end]
    return (
        _PER_CLAUSE * link.rank
        + (_RELATIVE if aside else clause.embedded)
        + _FAR * (not is_close(link))
    )
