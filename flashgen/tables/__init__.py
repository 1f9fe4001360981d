"""The rules' tables: word lists that a non-programmer can extend.

Each ``NAME.yaml`` here maps a group to rows; a row is a line of entries with commas between
them. What a group means, and where its words come from, stands above it in the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one is ten times as fast


def read(name: str) -> str:
    """The text of a file in this folder."""
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


@cache
def load(name: str) -> Any:
    """What ``NAME.yaml`` holds."""
    return yaml.load(read(f"{name}.yaml"), Loader=_Loader)  # noqa: S506 - both loaders are safe


@cache
def table(name: str) -> Mapping[str, tuple[str, ...]]:
    """The groups of ``NAME.yaml``, each with its entries in the order of the file.

    Raises ValueError where the file is not a mapping of groups to lists of rows.
    """
    groups = load(name)
    if not isinstance(groups, dict) or not all(isinstance(g, list) for g in groups.values()):
        raise ValueError(f"{name}.yaml: expected groups, each a list of rows")
    return {group: tuple(_entries(rows)) for group, rows in groups.items()}


def _entries(rows: list[object]) -> list[str]:
    return [entry for row in rows for entry in map(str.strip, str(row).split(",")) if entry]


@cache
def words(name: str, *groups: str) -> frozenset[str]:
    """The entries of some groups of ``NAME.yaml`` together."""
    return frozenset(entry for group in groups for entry in table(name)[group])


def pairs(name: str, group: str) -> tuple[tuple[str, str], ...]:
    """The entries of a group whose entries are "left = right", in the order of the file."""
    split = (entry.partition("=") for entry in table(name)[group])
    return tuple((left.strip(), right.strip()) for left, _, right in split)
