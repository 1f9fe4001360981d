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

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

Entry = Mapping[str, Any]
Pairs = Sequence[tuple[Entry, Entry]]

MEASURES = (
    "people", "people surfaces", "people linked", "places", "places surfaces", "places linked",
    "dates extent", "dates value", "dual dates", "quotations", "attribution",
)  # fmt: skip

_LIKE_ENOUGH = 0.9
_DETERMINER = re.compile(r"(?:the|a|an|his|her|those|these) ")


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


@dataclass(frozen=True, slots=True)
class Matched:
    """The annotations and the finds of one text, kind by kind, and which belong together."""

    wanted: Mapping[str, Sequence[Entry]]
    found: Mapping[str, Sequence[Entry]]
    pairs: Mapping[str, Pairs]


def match(wanted: Entry, found: Entry) -> Matched:
    """Match the finds of a text, as ``flashgen.extract.as_data`` has them, with its annotations."""
    likeness = {
        "people": _same_entity,
        "places": _same_entity,
        "dates": _same_date,
        "quotations": _same_words,
    }
    finds = {kind: found.get(kind, []) for kind in likeness}
    finds["dates"] = sorted(finds["dates"], key=lambda date: date.get("start", 0))
    pairs = {kind: _one_to_one(wanted[kind], finds[kind], likeness[kind]) for kind in likeness}
    return Matched({kind: wanted[kind] for kind in likeness}, finds, pairs)


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
        [pair for pair in pairs["dates"] if all(map(_is_dual, pair))],
        [date for date in wanted["dates"] if _is_dual(date)],
        [date for date in found["dates"] if _is_dual(date)],
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


@lru_cache(maxsize=100_000)
def folded(text: str | None) -> str:
    """The words of a text in lower case: no accents, stops, underscores or possessive "'s"."""
    plain = unicodedata.normalize("NFKD", text or "")
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = re.sub(r"'s\b", "", plain.replace("’", "'").replace("_", " "))
    return " ".join(re.findall(r"\w+", plain.lower()))


def _fold(texts: Iterable[str]) -> set[str]:
    return set(map(folded, texts)) - {""}


def forms(entity: Entry) -> set[str]:
    """The surface forms of a person or a place, folded."""
    return _fold(entity.get("surface_forms") or [])


def optional_forms(entity: Entry) -> set[str]:
    """The forms that one may find or leave, folded."""
    return _fold(entity.get("optional_forms") or [])


def _found_forms(entity: Entry) -> set[str]:
    return forms(entity) or _fold([entity["canonical"]])


# --- what belongs together ----------------------------------------------------------------------


def _one_to_one(
    wanted: Sequence[Entry], found: Sequence[Entry], likeness: Callable[[Entry, Entry], float]
) -> Pairs:
    """Pairs, the most alike first, and then in the order of the text; 0 is not alike at all."""
    alike = [
        (-degree, i, j)
        for i, want in enumerate(wanted)
        for j, got in enumerate(found)
        if (degree := likeness(want, got))
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(alike):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return [(wanted[i], found[j]) for i, j in pairs.items()]


def _same_entity(want: Entry, got: Entry) -> float:
    """How many forms two entities share; the name in full counts once more."""
    names = [_fold([entity["canonical"]]) for entity in (want, got)]
    shared = (names[0] | forms(want) | optional_forms(want)) & (
        names[1] | forms(got) | optional_forms(got)
    )
    return len(shared) + (names[0] == names[1]) if shared else 0


def _same_date(want: Entry, got: Entry) -> float:
    """Where the words overlap, the value counts more than the extent."""
    words = f" {folded(got['surface'])} "
    written = [f" {folded(text)} " for text in (want["surface"], *want.get("alt_surfaces", []))]
    if not any(text in words or words in text for text in written):
        return 0
    return 1 + (words == written[0]) + 2 * same_value(want, got)


def _same_words(want: Entry, got: Entry) -> float:
    """The similarity of two quotations, where there is enough of it."""
    one, other = folded(want["text"]).split(), folded(got["text"]).split()
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    if not (one and other) or matcher.quick_ratio() < _LIKE_ENOUGH:
        return 0
    ratio = matcher.ratio()
    return ratio if ratio >= _LIKE_ENOUGH else 0


# --- what is right ------------------------------------------------------------------------------


def same_value(want: Entry, got: Entry) -> bool:
    """Whether a date has the value that it should have, in each calendar that is annotated."""
    gregorian, julian = (got.get(calendar) or None for calendar in ("gregorian", "julian"))
    if want.get("value_optional") or gregorian in want.get("gregorian_alt", []):
        return True
    wanted = want.get("gregorian") or None
    if wanted and want.get("calendar") == "unspecified" and julian == wanted:
        return True  # the day as it is written, taken for one of the calendar of its time
    return gregorian == wanted and (
        not want.get("julian") or julian in (want["julian"], *want.get("julian_alt", []))
    )


def has_speaker(quotation: Entry) -> bool:
    """Whether a quotation counts for the attribution."""
    doubtful = quotation.get("optional") or quotation.get("attribution_optional")
    return bool(quotation.get("speaker")) and not doubtful


def right_speaker(want: Entry, got: Entry, people: Iterable[Entry]) -> bool:
    """Whether the speaker is the annotated one, by any of the names that he or she bears."""
    speaker = folded(want["speaker"])
    names = {speaker, *map(folded, want.get("speaker_alt", []))}
    for person in people:
        if folded(person["canonical"]) == speaker:
            names |= forms(person)
    said = folded(got.get("speaker"))
    return bool(said) and _bare(said) in set(map(_bare, names))


def _bare(name: str) -> str:
    """A name or a phrase without its determiner."""
    determiner = _DETERMINER.match(name)
    return name[determiner.end() :] if determiner else name


def _is_dual(date: Entry) -> bool:
    return date.get("calendar") == "dual"


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
    got: set[str] = set().union(*map(_found_forms, found))
    return Tally(len(got & must), len(got - (may - must)), len(must))


def _linked(pairs: Pairs, wanted: Iterable[Entry], found: Iterable[Entry]) -> Tally:
    """The forms of each entity: one that is given to another is a miss and a false alarm."""
    free = {
        id(got): (optional_forms(want) - forms(want))
        | (forms(got) if want.get("optional") else set())
        for want, got in pairs
    }
    return Tally(
        sum(
            len(forms(want) & _found_forms(got)) for want, got in pairs if not want.get("optional")
        ),
        sum(len(_found_forms(got) - free.get(id(got), set())) for got in found),
        sum(len(forms(want)) for want in wanted if not want.get("optional")),
    )
