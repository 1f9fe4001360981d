"""What a deck.yaml proposes, and what it once proposed: ``todo`` and ``proposed``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from flashgen.deck.file import PROPOSED, TODO
from flashgen.deck.kinds import KINDS, Item
from flashgen.deck.loader import SectionReader
from flashgen.deck.yaml_reader import YamlMap, read_yaml


@dataclass(frozen=True, slots=True)
class Waiting:
    """The facts under ``todo`` and under ``proposed``, as far as they can be read.

    ``keys`` are all keys of each section, wherever they stand, those of notes given up and former
    ones too.
    """

    todo: tuple[Item, ...]
    proposed: tuple[Item, ...]
    keys: Mapping[str, frozenset[str]]


def read_waiting(path: Path) -> Waiting:
    """What waits in a deck.yaml that loads. Nothing is required there, and nothing refused."""
    top = read_yaml(path, [])
    reader = SectionReader(top)
    found: dict[str, tuple[Item, ...]] = {TODO: (), PROPOSED: ()}
    keys: dict[str, set[str]] = {kind.section: set() for kind in KINDS}
    dropped = top.map("dropped")
    for within in (top, top.map(TODO), top.map(PROPOSED)):
        for section, taken in keys.items():
            inner = within.map(section) if within else None
            taken.update(inner.keys if inner else ())
    for section, taken in keys.items():
        taken.update(dropped.texts(section) if dropped else ())
        taken.update(former for _, entry in top.maps(section) for former in entry.texts("was"))
    for name in found:
        found[name] = tuple(_items(reader, top.map(name)))
    return Waiting(
        found[TODO], found[PROPOSED], {section: frozenset(k) for section, k in keys.items()}
    )


def _items(reader: SectionReader, within: YamlMap | None) -> list[Item]:
    return [item for kind in KINDS for item in reader.items(kind, within)] if within else []
