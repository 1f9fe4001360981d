"""Write facts as deck.yaml has them: the way back from what the loader reads.

The text is put together entry by entry, each with its remarks above it, so that one can be written
alone and laid into a file that has others.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, assert_never

import yaml

from flashgen.dates.countries import Country, somewhere
from flashgen.dates.historical import HistoricalDate
from flashgen.deck.common import Ask
from flashgen.deck.file import PROPOSED, TODO, DeckInfo, SourceInfo
from flashgen.deck.keys import Holds, Key, keys_of
from flashgen.deck.kinds import KINDS, Item, Quotation
from flashgen.deck.medium import Medium
from flashgen.deck.splice import Addition

_WIDTH = 100
_STEP = "  "
ABOVE_PROPOSED = """\
# What sync does not propose again. Delete a line to have its fact proposed once more.
"""


class _Dumper(yaml.SafeDumper):
    """Writes a list on one line: [one, two]; and before a key never a "?", however long it is."""

    def check_simple_key(self) -> bool:
        return isinstance(self.event, yaml.ScalarEvent) or bool(super().check_simple_key())


_Dumper.add_representer(
    list, lambda dumper, items: dumper.represent_sequence("tag:yaml.org,2002:seq", items, True)
)


@dataclass(frozen=True, slots=True)
class Written:
    """A fact to be written; ``remarks`` stand above it, each a paragraph.

    ``open_``: it waits for its author, so that where no usual question has what it needs, the first
    one has an empty place for it. ``silent``: it asks nothing, whatever it holds. ``short``: on one
    line, with nothing that it does not hold.
    """

    item: Item
    remarks: tuple[str, ...] = ()
    open_: bool = False
    silent: bool = False
    short: bool = False


def deck_yaml(
    deck: DeckInfo,
    entries: Iterable[Written],
    waiting: Iterable[Written] = (),
    source: SourceInfo | None = None,
    proposed: Iterable[Written] | None = None,
) -> str:
    """A deck.yaml: the sections of the entries, and under ``todo`` of those that wait.

    ``proposed`` are all of them, in short; its section of quotations is there in any case, so that
    none is added by itself.
    """
    country = deck.calendar or somewhere()
    parts = [_dumped({DeckInfo.section: _values(deck, somewhere(), {})}, 0)]
    told = _values(source, country, {}) if source is not None else {}
    if told:
        parts.append(_dumped({SourceInfo.section: told}, 0))
    parts += _sections(list(entries), country, 0)
    if later := _sections(list(waiting), country, 1):
        parts.append(f"{TODO}:\n" + "\n\n".join(later))
    if proposed is not None:
        once = _sections(list(proposed), country, 1, (Quotation,))
        parts.append(f"{ABOVE_PROPOSED}{PROPOSED}:\n" + "\n".join(once))
    return "\n\n".join(parts) + "\n"


def entry_yaml(entry: Written, country: Country, depth: int = 1) -> str:
    """One entry, its remarks above it, indented by so many steps; without a line break behind."""
    indent = _STEP * depth
    if entry.short:
        return indent + line_yaml(entry, country)
    item = entry.item
    values = _values(item, country, item.questions if entry.open_ else {})
    if entry.silent and any(question.needs in values for question in item.questions.values()):
        values["ask"] = []
    return "\n".join([*_above(entry, indent), _dumped({item.key: values}, depth)])


def _above(entry: Written, indent: str) -> list[str]:
    """The remarks of an entry, as lines."""
    return [
        line
        for remark in entry.remarks
        for line in textwrap.wrap(
            remark, _WIDTH, initial_indent=f"{indent}# ", subsequent_indent=f"{indent}#   "
        )
    ]


def addition(entry: Written, country: Country) -> Addition:
    """An entry to be laid into a section of a section of a deck.yaml."""
    block = textwrap.dedent(entry_yaml(entry, country, 2))
    above = "".join(f"{line.lstrip(' ')}\n" for line in _above(entry, _STEP * 2))
    return Addition(
        key=entry.item.key,
        block=block,
        flow=line_yaml(entry, country),
        remarks=above,
        apart=bool(above),
    )


def line_yaml(entry: Written, country: Country) -> str:
    """One entry on one line, without its remarks."""
    item = entry.item
    values = _values(item, country, item.questions if entry.open_ else {}, entry.short)
    text = yaml.dump(
        {item.key: values}, Dumper=_Dumper, allow_unicode=True, sort_keys=False,
        default_flow_style=True, width=math.inf,
    )  # fmt: skip
    return text.strip()[1:-1]


def _sections(
    entries: Sequence[Written], country: Country, depth: int, always: Sequence[type[Item]] = ()
) -> list[str]:
    """The sections that have entries, in the order of the table of kinds."""
    found = []
    for kind in KINDS:
        told = [entry_yaml(e, country, depth + 1) for e in entries if isinstance(e.item, kind)]
        if told or kind in always:
            head = f"{_STEP * depth}{kind.section}:"
            # A blank line between entries with remarks, and none between others.
            apart = "\n\n" if any(e.remarks for e in entries) else "\n"
            found.append("\n".join(filter(None, (head, apart.join(told)))))
    return found


def _dumped(values: Mapping[str, Any], depth: int) -> str:
    indent = _STEP * depth
    text = yaml.dump(
        dict(values), Dumper=_Dumper, allow_unicode=True, sort_keys=False,
        width=_WIDTH - len(indent),
    )  # fmt: skip
    return "\n".join(f"{indent}{line}".rstrip() for line in text.splitlines())


def _values(
    holder: Item | DeckInfo | SourceInfo | Medium,
    country: Country,
    questions: Mapping[str, Ask],
    short: bool = False,
) -> dict[str, Any]:
    """The keys of a fact or of the deck, in the order of the table; ``short``: the filled ones."""
    defaults = {each.name: each.default for each in fields(holder)}
    found: dict[str, Any] = {}
    for key in keys_of(type(holder)):
        value = getattr(holder, key.attribute)
        required = key.required and not short
        if value != defaults[key.attribute] or (required and key.holds is Holds.CHOICE):
            found[key.name] = _value(key, value, country)
        elif required:
            found[key.name] = ""
    # In its place: who fills it in looks for it among the others.
    usual = [question for question in questions.values() if question.usual]
    if usual and all({each.needs, each.or_else}.isdisjoint(found) for each in usual):
        found[usual[0].needs] = ""
    names = [key.name for key in keys_of(type(holder)) if key.name in found]
    return {name: found[name] for name in names}


def _value(key: Key, value: Any, country: Country) -> Any:
    match key.holds:
        case Holds.TEXT | Holds.REFERENCE | Holds.IDENTITY | Holds.YEAR:
            return value
        case Holds.TEXTS | Holds.REFERENCES | Holds.QUESTIONS | Holds.COORDINATES:
            return list(value)
        case Holds.ONE_OR_MORE:
            return value[0] if len(value) == 1 else list(value)
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
        case Holds.MEDIUM:
            return _values(value, country, {})
    assert_never(key.holds)


def _date(stated: HistoricalDate, country: Country) -> str | dict[str, str]:
    """A date; plain where the country tells its calendar."""
    written = str(stated.written)
    if stated == country.settle(HistoricalDate(stated.written)):
        return written
    if stated.calendar is None or stated.second is None:
        return {stated.stated.value: written}
    return {stated.counted_in.value: written, stated.newer.value: str(stated.second)}
