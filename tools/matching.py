"""Match what the rules found in a text with what readers annotated there."""

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

_LIKE_ENOUGH = 0.9
_DETERMINER = re.compile(r"(?:the|a|an|his|her|those|these) ")


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


def found_forms(entity: Entry) -> set[str]:
    """The surface forms of a find, or its name, folded."""
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


def is_dual(date: Entry) -> bool:
    """Whether a date is in both calendars."""
    return date.get("calendar") == "dual"
