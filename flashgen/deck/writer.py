"""Write facts as deck.yaml has them: the way back from what the loader reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any, assert_never

import yaml

from flashgen.dates.countries import Country, somewhere
from flashgen.dates.historical import HistoricalDate
from flashgen.deck.file import DeckInfo, SourceInfo
from flashgen.deck.keys import Holds, Key, keys_of
from flashgen.deck.kinds import KINDS, Item, Question

_WIDTH = 100


def deck_yaml(deck: DeckInfo, items: Iterable[Item], source: SourceInfo | None = None) -> str:
    """A deck.yaml; what must be there, or what a usual question needs, is empty where it is not."""
    entries: dict[str, Any] = {DeckInfo.section: _entry(deck, somewhere(), {})}
    if source and (said := _entry(source, somewhere(), {})):
        entries[SourceInfo.section] = said
    entries |= {kind.section: {} for kind in KINDS}
    for item in items:
        entry = _entry(item, deck.calendar or somewhere(), item.questions)
        entries[item.section][item.key] = entry
    return yaml.safe_dump(entries, allow_unicode=True, sort_keys=False, width=_WIDTH)


def _entry(
    holder: Item | DeckInfo | SourceInfo, country: Country, questions: Mapping[str, Question]
) -> dict[str, Any]:
    """The keys of a fact or of the deck, in the order of the table."""
    defaults = {each.name: each.default for each in fields(holder)}
    found: dict[str, Any] = {}
    for key in keys_of(type(holder)):
        value = getattr(holder, key.attribute)
        if value != defaults[key.attribute] or (key.required and key.holds is Holds.CHOICE):
            found[key.name] = _value(key, value, country)
        elif key.required:
            found[key.name] = ""
    # In their places: who fills them in looks for them among the others.
    for question in questions.values():
        if question.usual and not {question.needs, question.or_else} & found.keys():
            found[question.needs] = ""
    names = [key.name for key in keys_of(type(holder)) if key.name in found]
    return {name: found[name] for name in names}


def _value(key: Key, value: Any, country: Country) -> Any:
    match key.holds:
        case Holds.TEXT | Holds.REFERENCE | Holds.IDENTITY | Holds.YEAR:
            return value
        case Holds.TEXTS | Holds.REFERENCES | Holds.QUESTIONS | Holds.COORDINATES:
            return list(value)
        case Holds.CHOICE:
            return str(value)
        case Holds.DATE:
            return _date(value, country)
        case Holds.DAY:
            return value.isoformat()
        case Holds.CALENDAR:
            return value.name
        case Holds.YES_NO:
            return bool(value)
        case Holds.SPOKEN:
            return dict([value])
        case Holds.ALLOWANCES:
            return dict(value)
    assert_never(key.holds)


def _date(stated: HistoricalDate, country: Country) -> str | dict[str, str]:
    """A date; plain where the country tells its calendar."""
    written = str(stated.written)
    if stated == country.settle(HistoricalDate(stated.written)):
        return written
    if stated.calendar is None or stated.second is None:
        return {stated.stated.value: written}
    return {stated.counted_in.value: written, stated.newer.value: str(stated.second)}
