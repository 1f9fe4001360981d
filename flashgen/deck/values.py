"""The values of a deck.yaml: keys, days, dates, kinds of place, coordinates.

A function that reads a text raises ValueError that says, to a person, what is wrong with it; one
that reads an entry reports it there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from math import inf
from typing import TypeVar

from flashgen.deck.rule_names import RULE_NAMES
from flashgen.deck.yaml_reader import YamlMap
from flashgen.matching import suggestion

T = TypeVar("T", bound=str)

# Anki was first released in 2006; it counts time from 1970 on and knows nothing before.
FIRST_DAY = date(2006, 1, 1)
# As Anki names the languages of voices: https://docs.ankiweb.net/templates/fields.html
LANGUAGE = re.compile(r"[a-z]{2,3}_[A-Z]{2}")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def key_name(text: str) -> str:
    """A key, which is an identity."""
    if not KEY.fullmatch(text):
        raise ValueError(f"'{text}' is no key: use small letters, figures and hyphens")
    return text


def version_day(text: str) -> date:
    """The day of a version of the deck."""
    try:
        day = date.fromisoformat(text if DAY.fullmatch(text) else "")
    except ValueError as error:
        raise ValueError(f"'{text}' is no day; write it like 2026-11-24") from error
    if day < FIRST_DAY:
        raise ValueError(f"'{text}' is before {FIRST_DAY}; give the day of this version")
    # Somewhere it is tomorrow already.
    if day > datetime.now(UTC).date() + timedelta(days=1):
        raise ValueError(
            f"'{text}' is still to come: Anki would take what learners write until then for older; "
            "give the day of this version"
        )
    return day


def year(text: str) -> int:
    """A year of our era."""
    if not (re.fullmatch(r"[0-9]{1,4}", text) and int(text)):
        raise ValueError(f"'{text}' is no year from 1 to 9999")
    return int(text)


def choice(known: Sequence[T]) -> Callable[[str], T]:
    """One of some words."""

    def read(text: str) -> T:
        if text not in known:
            raise ValueError(f"'{text}' is not known; {suggestion(text, known)}")
        return known[known.index(text)]

    return read


def yes_or_no(text: str) -> bool:
    """A choice."""
    if text not in ("yes", "no", "true", "false"):
        raise ValueError(f"'{text}' is neither 'yes' nor 'no'")
    return text in ("yes", "true")


def spoken(entry: YamlMap) -> tuple[str, str] | None:
    """The language and the words of ``read_aloud``; None if absent or wrong."""
    if not entry.has("read_aloud"):
        return None
    words = entry.map("read_aloud")
    if words is None:
        return None
    if len(words.keys) != 1 or not LANGUAGE.fullmatch(words.keys[0]):
        mend = "give one language and its words, such as {ru_RU: Ленин}"
        entry.report_key("read_aloud", f"is no language with words; {mend}")
        return None
    words.require(*words.keys)
    return words.keys[0], words.text(words.keys[0])


def allowances(entry: YamlMap) -> tuple[tuple[str, str], ...]:
    """The rules that ``allow`` names, each with its reason; () if absent."""
    reasons = entry.map("allow")
    if reasons is None:
        return ()
    reasons.allow(RULE_NAMES)
    reasons.require(*reasons.keys)
    return tuple((rule, reasons.text(rule)) for rule in reasons.keys)


def coordinates(entry: YamlMap) -> tuple[float, float] | None:
    """Latitude and longitude in degrees; None if absent or wrong."""
    before = len(entry.problems)
    figures = entry.texts("coordinates")
    if not entry.is_list("coordinates") or len(entry.problems) > before:
        return None
    try:
        latitude, longitude = map(float, figures)
    except ValueError:
        latitude, longitude = inf, inf
    if abs(latitude) <= 90 and abs(longitude) <= 180:
        return latitude, longitude
    entry.report_key(
        "coordinates", "must be [latitude, longitude] in degrees, such as [59.94, 30.31]"
    )
    return None
