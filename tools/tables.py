"""The rows of the rules' tables, and a table without one of them."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

# A longer file was made by a program, from a source of its own.
_LONGEST_FILE = 100_000  # bytes
_LONGEST = 70


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, or an entry of one: where it stands, and the table's text without it."""

    line: int
    group: str
    words: str
    rest: str

    @property
    def label(self) -> str:
        """The row on one line, cut where it is long."""
        text = f"{self.group}: {self.words}" if self.group else self.words
        return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def table_files(*folders: Path) -> list[Path]:
    """The tables that people write, by name; not the licences of the others."""
    patterns = ("*.yaml", "[a-z]*.txt")
    found = [path for folder in folders for pattern in patterns for path in folder.glob(pattern)]
    return sorted(path for path in found if path.stat().st_size < _LONGEST_FILE)


def table_rows(path: Path, *, entries: bool = False) -> Iterator[Row]:
    """The rows of a table; with ``entries``, what stands between the commas of each."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".yaml":
        yield from _yaml_rows(text, entries=entries)
    else:
        yield from _list_rows(text)


def _list_rows(text: str) -> Iterator[Row]:
    lines = text.splitlines(keepends=True)
    for at, line in enumerate(lines):
        if line.strip() and not line.startswith("#"):
            yield Row(at + 1, "", line.strip(), "".join((*lines[:at], *lines[at + 1 :])))


def _yaml_rows(text: str, *, entries: bool) -> Iterator[Row]:
    """The elements of the groups, be they lists or mappings."""
    data = yaml.safe_load(text)
    node = yaml.compose(text)
    if not isinstance(data, dict) or not isinstance(node, yaml.MappingNode):
        return
    for (group, members), (_, value) in zip(data.items(), node.value, strict=True):
        if isinstance(members, list):
            places = list(enumerate(part.start_mark.line for part in value.value))
        elif isinstance(members, dict):
            lines = (part[0].start_mark.line for part in value.value)
            places = list(zip(members, lines, strict=True))
        else:
            continue
        for key, line in places:
            for words, left in _without(members, key, entries=entries):
                rest = yaml.safe_dump({**data, group: left}, allow_unicode=True, sort_keys=False)
                yield Row(line + 1, str(group), words, rest)


def _without(members: Any, key: Any, *, entries: bool) -> Iterator[tuple[str, Any]]:
    """The members of a group without one of them, or with one entry less in it."""
    member = members[key]
    if entries and isinstance(member, str) and "," in member:
        parts = [part.strip() for part in member.split(",")]
        for at, part in enumerate(parts):
            left = copy.copy(members)
            left[key] = ", ".join((*parts[:at], *parts[at + 1 :]))
            yield part, left
        return
    left = copy.copy(members)
    del left[key]
    yield str(member if isinstance(members, list) else {key: member}), left
