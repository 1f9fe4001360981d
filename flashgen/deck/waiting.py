"""What a deck.yaml proposes, and what it once proposed: ``todo`` and ``proposed``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from flashgen.deck.file import PROPOSED, TODO
from flashgen.deck.kinds import KINDS, Item
from flashgen.deck.loader import SectionReader
from flashgen.deck.yaml_file import read_yaml
from flashgen.deck.yaml_reader import YamlMap


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
    todo, proposed, dropped = map(top.map, (TODO, PROPOSED, "dropped"))
    keys: dict[str, frozenset[str]] = {}
    for section in (kind.section for kind in KINDS):
        inner = (within.map(section) for within in (top, todo, proposed) if within)
        keys[section] = frozenset().union(
            *(each.keys for each in inner if each),
            *(entry.texts("was") for _, entry in top.maps(section)),
            dropped.texts(section) if dropped else (),
        )
    return Waiting(_items(reader, todo), _items(reader, proposed), keys)


def _items(reader: SectionReader, within: YamlMap | None) -> tuple[Item, ...]:
    return tuple(item for kind in KINDS for item in reader.items(kind, within)) if within else ()
