"""Count what the rules got right in an annotated text.

What an annotation marks as optional is neither rewarded nor punished. The measures, each a tally
of hits, finds and annotations:

    people, places                     entities, matched one to one by the forms that they share
    people surfaces, places surfaces   their surface forms, whoever bears them
    people linked, places linked       their surface forms, each with its bearer
    dates extent                       the words of the date: one text holds the other
    dates value                        ... with the right value in each calendar that is annotated
    dual dates                         dates in both calendars, seen as such, both values right
    quotations                         the words, at least nine in ten of them
    attribution                        the quotations with an annotated speaker: found, and whose
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tools.matching import (
    Entry,
    Matched,
    Pairs,
    forms,
    found_forms,
    has_speaker,
    is_dual,
    optional_forms,
    right_speaker,
    same_value,
)

MEASURES = (
    "people", "people surfaces", "people linked", "places", "places surfaces", "places linked",
    "dates extent", "dates value", "dual dates", "quotations", "attribution",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tally:
    """How many finds are right, of how many, and how many there are to find."""

    hits: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hits + other.hits, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """The share of the finds that are right; 1 where nothing is found and nothing is there."""
        return self.hits / self.found if self.found else float(not self.wanted)

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.hits / self.wanted if self.wanted else float(not self.found)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score(matched: Matched) -> dict[str, Tally]:
    """The tally of each measure."""
    wanted, found, pairs = matched.wanted, matched.found, matched.pairs
    tallies = {}
    for kind in ("people", "places"):
        tallies[kind] = _count(pairs[kind], wanted[kind], found[kind])
        tallies[f"{kind} surfaces"] = _surfaces(wanted[kind], found[kind])
        tallies[f"{kind} linked"] = _linked(pairs[kind], wanted[kind], found[kind])
    dates = pairs["dates"], wanted["dates"], found["dates"]
    tallies["dates extent"] = _count(*dates)
    tallies["dates value"] = _count(*dates, right=same_value)
    tallies["dual dates"] = _count(
        [pair for pair in pairs["dates"] if all(map(is_dual, pair))],
        [date for date in wanted["dates"] if is_dual(date)],
        [date for date in found["dates"] if is_dual(date)],
        right=same_value,
    )
    tallies["quotations"] = _count(pairs["quotations"], wanted["quotations"], found["quotations"])
    voiced = [(want, got) for want, got in pairs["quotations"] if has_speaker(want)]
    tallies["attribution"] = Tally(
        sum(right_speaker(want, got, wanted["people"]) for want, got in voiced),
        sum(bool(got.get("speaker")) for _, got in voiced),
        sum(map(has_speaker, wanted["quotations"])),
    )
    return {measure: tallies[measure] for measure in MEASURES}


# --- the tallies --------------------------------------------------------------------------------


def _count(
    pairs: Pairs,
    wanted: Iterable[Entry],
    found: Sequence[Entry],
    right: Callable[[Entry, Entry], bool] = lambda want, got: True,  # noqa: ARG005 - all are
) -> Tally:
    """What is found and right; a find that is an optional one counts for nothing."""
    free = sum(bool(want.get("optional")) for want, _ in pairs)
    return Tally(
        sum(right(want, got) for want, got in pairs if not want.get("optional")),
        len(found) - free,
        sum(not want.get("optional") for want in wanted),
    )


def _surfaces(wanted: Sequence[Entry], found: Iterable[Entry]) -> Tally:
    """The forms as words: who bears them does not matter."""
    is_free = {form: bool(e.get("optional")) for e in wanted for form in forms(e)}
    must = {form for form, free in is_free.items() if not free}
    may = set().union(*map(optional_forms, wanted)) | (is_free.keys() - must)
    got: set[str] = set().union(*map(found_forms, found))
    return Tally(len(got & must), len(got - (may - must)), len(must))


def _linked(pairs: Pairs, wanted: Iterable[Entry], found: Iterable[Entry]) -> Tally:
    """The forms of each entity: one that is given to another is a miss and a false alarm."""
    free = {
        id(got): (optional_forms(want) - forms(want))
        | (forms(got) if want.get("optional") else set())
        for want, got in pairs
    }
    return Tally(
        sum(len(forms(want) & found_forms(got)) for want, got in pairs if not want.get("optional")),
        sum(len(found_forms(got) - free.get(id(got), set())) for got in found),
        sum(len(forms(want)) for want in wanted if not want.get("optional")),
    )
