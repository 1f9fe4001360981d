"""Load deck.yaml: the facts as their author words them, checked to the last key."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, assert_never

from flashgen.deck.common import Ask
from flashgen.deck.consistency import check_item
from flashgen.deck.dates import CuratedDates
from flashgen.deck.file import PROPOSED, TODO, Curation, DeckInfo, Ignored, SourceInfo
from flashgen.deck.keys import Holds, Key, keys_of
from flashgen.deck.kinds import KINDS, Event, Item, Quotation
from flashgen.deck.medium import Medium
from flashgen.deck.partial import without_mistakes
from flashgen.deck.references import check_former_keys, check_references
from flashgen.deck.sequences import EventSequence, Successor, check_sequence, successors
from flashgen.deck.values import (
    allowances,
    choice,
    coordinates,
    key_name,
    spoken,
    version_day,
    year,
    yes_or_no,
)
from flashgen.deck.yaml_file import read_yaml
from flashgen.deck.yaml_reader import YamlMap
from flashgen.errors import InputError, Problem
from flashgen.printing import visible

T = TypeVar("T")

SECTIONS = (
    "deck", "source", *(kind.section for kind in KINDS), EventSequence.section, "ignore",
    "dropped", TODO, PROPOSED,
)  # fmt: skip

# What is read from the entry as a whole.
_READERS: Mapping[Holds, Callable[[YamlMap], Any]] = {
    Holds.COORDINATES: coordinates,
    Holds.ALLOWANCES: allowances,
    Holds.SPOKEN: spoken,
}
# What only says of the deck what people read: no fact depends on it.
_ABOUT_DECK = ("deck.name:", "deck.topic:", "deck.updated:", "deck.description:")


def load_curation(path: Path) -> Curation:
    """Read and check a deck.yaml.

    Raises InputError with every mistake in the file: its line, its key and the mend.
    """
    curation, unfilled = read_curation(path)
    if unfilled:
        raise InputError(unfilled)
    return curation


def read_curation(path: Path) -> tuple[Curation, tuple[Problem, ...]]:
    """A deck.yaml without the facts that cannot be read, and all mistakes in it.

    Raises InputError with them where one is neither a fact's nor the deck's name or day: what the
    other facts mean is not known then.
    """
    problems: list[Problem] = []
    top = read_yaml(path, problems)
    top.allow(SECTIONS)
    top.require("deck")
    reader = SectionReader(top)
    items = [item for kind in KINDS for item in reader.items(kind)]
    items += reader.successors({item.key: item for item in items if isinstance(item, Event)})
    deck = reader.section(DeckInfo)
    _check_name(deck, top)
    curation = Curation(
        path=path,
        deck=replace(deck, id=deck.id or path.parent.name),
        source=reader.section(SourceInfo),
        items=tuple(sorted(items, key=lambda item: item.rank)),
        ignored=reader.section(Ignored),
        dropped=reader.dropped(),
        hints=tuple(reader.dates.hints),
        proposes=reader.proposes(),
    )
    check_references(top, SECTIONS)
    check_former_keys(top)
    of_facts = [each for each in problems if not each.message.startswith(_ABOUT_DECK)]
    if of_facts:
        curation = without_mistakes(curation, of_facts)
    return curation, tuple(problems)


class SectionReader:
    """Reads the sections of one file by what the table of kinds says of their keys."""

    def __init__(self, top: YamlMap) -> None:
        self.dates = CuratedDates(top)
        self._top = top

    def section(self, holder: type[T]) -> T:
        """A section that is one mapping; all defaults where it is absent."""
        entry = self._top.map(holder.section)  # type: ignore[attr-defined]
        return holder(**self._values(holder, entry)) if entry else holder()

    def items(self, kind: type[Item], within: YamlMap | None = None) -> list[Item]:
        """The facts of a kind; at the top, or in the sections of another mapping."""
        items = []
        for entry, values in self._entries(kind, within or self._top):
            values["ask"] = _asked(kind.questions, entry, values.get("ask"))
            item = kind(**values)
            check_item(item, entry)
            items.append(item)
        return items

    def successors(self, events: Mapping[str, Event]) -> Iterator[Successor]:
        """The questions that the sequences of these events make."""
        for entry, values in self._entries(EventSequence, self._top):
            sequence = EventSequence(**values)
            check_sequence(sequence, events, entry)
            yield from successors(sequence, events, entry)

    def dropped(self) -> frozenset[tuple[str, str]]:
        """The notes given up, as (kind, key)."""
        entry = self._top.map("dropped")
        if entry is None:
            return frozenset()
        kinds = (*KINDS, Successor)
        entry.allow(tuple(kind.section for kind in kinds))
        return frozenset((kind.kind, key) for kind in kinds for key in entry.texts(kind.section))

    def proposes(self) -> bool:
        """Whether quotations are proposed; of what waits nothing is read but the sections."""
        found = [entry for name in (TODO, PROPOSED) if (entry := self._top.map(name))]
        for entry in found:
            entry.allow(tuple(kind.section for kind in KINDS))
            for kind in KINDS:
                entry.map(kind.section)
        return any(Quotation.section in entry.keys for entry in found)

    def _entries(self, holder: type, within: YamlMap) -> Iterator[tuple[YamlMap, dict[str, Any]]]:
        """The entries of a section, each with what it says by attribute, its key and line too."""
        for key, entry in within.maps(holder.section):  # type: ignore[attr-defined]
            try:
                key_name(key)
            except ValueError as error:
                entry.report_here(str(error))
            yield entry, {"key": key, "where": entry.where, **self._values(holder, entry)}

    def _values(self, holder: type, entry: YamlMap) -> dict[str, Any]:
        """What the keys of an entry hold, by attribute; an absent one is left to its default."""
        keys, there = keys_of(holder), entry.keys
        entry.allow(_names(holder))
        entry.require(*(key.name for key in keys if key.required))
        questions = tuple(getattr(holder, "questions", ()))
        values = {
            key.attribute: self._value(key, entry, questions)
            for key in keys
            if key.name in there or key.formerly in there
        }
        return {name: value for name, value in values.items() if value is not None}

    def _value(self, key: Key, entry: YamlMap, questions: tuple[str, ...]) -> Any:
        name = key.name
        match key.holds:
            case Holds.TEXT | Holds.REFERENCE:
                return entry.text(name)
            case Holds.TEXTS | Holds.REFERENCES:
                return entry.texts(name)
            case Holds.ONE_OR_MORE:
                return entry.texts(name, or_one=True)
            case Holds.IDENTITY:
                return entry.parsed(name, "a key", key_name)
            case Holds.DATE:
                return self.dates.read(entry, name)
            case Holds.CALENDAR:
                return self.dates.named_by(entry)
            case Holds.DAY | Holds.YEAR:
                parse = version_day if key.holds is Holds.DAY else year
                return entry.parsed(name, key.holds.value, parse)
            case Holds.CHOICE:
                return entry.parsed(name, key.holds.value, choice(key.choices))
            case Holds.QUESTIONS:
                return entry.choices(name, questions)
            case Holds.YES_NO:
                return entry.parsed(name, "'yes' or 'no'", yes_or_no)
            case Holds.COORDINATES | Holds.ALLOWANCES | Holds.SPOKEN:
                return _READERS[key.holds](entry)
            case Holds.MEDIUM:
                return self._medium(entry.map(name))
        assert_never(key.holds)

    def _medium(self, entry: YamlMap | None) -> Medium | None:
        values = self._values(Medium, entry) if entry else {}
        if not entry or not values.get("file"):
            return None  # which is reported, if it is wrong
        return Medium(where=entry.where_of("file"), **values)


@cache
def _names(holder: type) -> tuple[str, ...]:
    """The names under which the keys of a holder are read."""
    return tuple(name for key in keys_of(holder) for name in (key.name, key.formerly) if name)


def _asked(
    questions: Mapping[str, Ask], entry: YamlMap, asked: tuple[str, ...] | None
) -> tuple[str, ...]:
    """The questions to ask: those named, else the usual ones that have an answer."""
    if asked is None and entry.has("unsure"):
        return ()
    answered = {
        name
        for name, question in questions.items()
        if entry.has(question.needs) or entry.has(question.or_else)
    }
    if asked is None:
        return tuple(name for name, q in questions.items() if q.usual and name in answered)
    for name in asked:
        if name not in answered:
            keys = filter(None, (questions[name].needs, questions[name].or_else))
            needs = " or ".join(f"'{key}'" for key in keys)
            entry.report_key("ask", f"'{name}' needs the key {needs}; add it", name)
    return asked


def _check_name(deck: DeckInfo, top: YamlMap) -> None:
    entry = top.map(DeckInfo.section)
    if entry and visible(deck.name) and not all(visible(part) for part in deck.name.split("::")):
        mend = "write one beside each '::'" if deck.name.strip(":") else "write one"
        entry.report_key("name", f"'{deck.name}' has a part without a name; {mend}")
