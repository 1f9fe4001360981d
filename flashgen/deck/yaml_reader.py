"""Read YAML so that every value knows its line, and report all mistakes at once.

``compose`` keeps each value's text and mark: ``no`` and ``1917-11-07`` stay text, and a
repeated key is a mistake instead of a silent overwrite. Anchors and aliases are read; tags and
merge keys are not, and say so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import yaml

from flashgen.errors import Location, Problem
from flashgen.matching import suggestion
from flashgen.printing import STEERING, visible

T = TypeVar("T")

_NULL = "tag:yaml.org,2002:null"


class YamlMap:
    """A mapping in a YAML file, read key by key; what is wrong goes to ``problems``."""

    def __init__(
        self,
        node: yaml.MappingNode,
        path: Path,
        problems: list[Problem],
        name: str = "",
        key: yaml.Node | None = None,
    ) -> None:
        """Wrap a composed mapping; ``name`` is its dotted place, ``key`` the key it belongs to."""
        self.path = path
        self.problems = problems
        self.name = name
        self._node = key or node
        self._values: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        self._maps: dict[str, YamlMap] = {}
        for name_node, value in node.value:
            if not isinstance(name_node, yaml.ScalarNode):
                self.report(name_node, "a key must be a plain word")
                continue
            key_name = " ".join(name_node.value.split())
            if key_name in self._values:
                first = self._values[key_name][0].start_mark.line + 1
                message = f"the key stands twice (first in line {first}); keep one"
                self.report(name_node, message, key_name)
            else:
                self._values[key_name] = (name_node, value)

    @property
    def where(self) -> Location:
        """Where the mapping stands: its key, or its beginning."""
        return self._location(self._node)

    def where_of(self, key: str, item: str = "") -> Location:
        """Where the value of a key stands, or the list's entry with the text ``item``."""
        return self._location(self._node_of(key, item))

    @property
    def keys(self) -> tuple[str, ...]:
        """Its keys, whatever they hold."""
        return tuple(self._values)

    def _location(self, node: yaml.Node) -> Location:
        return Location(self.path, node.start_mark.line + 1, node.start_mark.column + 1)

    def report(self, node: yaml.Node, message: str, key: str = "") -> None:
        """Add a problem at a node."""
        name = ".".join(filter(None, (self.name, key)))
        self.problems.append(
            Problem(self._location(node), f"{name}: {message}" if name else message)
        )

    def report_key(self, key: str, message: str, item: str = "") -> None:
        """Add a problem at a key's value, or at the mapping where the key is absent.

        ``item`` is the text of the list's entry that is at fault.
        """
        self.report(self._node_of(key, item), message, key)

    def _node_of(self, key: str, item: str) -> yaml.Node:
        node = self._values[key][1] if key in self._values else self._node
        if isinstance(node, yaml.SequenceNode):
            node = next((n for n in node.value if _folded(n) == item), node)
        return node

    def report_here(self, message: str) -> None:
        """Add a problem at the mapping as a whole."""
        self.report(self._node, message)

    def suggestion(self, word: str, known: Sequence[str]) -> str:
        """What to do about an unknown name, where not too much else is wrong."""
        return suggestion(word, known, len(self.problems))

    def has(self, key: str) -> bool:
        """Whether the key is there and holds something."""
        return key in self._values and not self._is_empty(self._values[key][1])

    def allow(self, keys: Sequence[str]) -> None:
        """Report every key that is not one of these."""
        for name, (key, _) in self._values.items():
            if name == "<<":
                self.report(key, "merge keys are not read; write the keys out", name)
            elif name not in keys:
                self.report(key, f"unknown key; {self.suggestion(name, keys)}", name)

    def require(self, *keys: str) -> None:
        """Report every one of these that is missing, or says nothing that can be seen."""
        for key in keys:
            if key not in self._values:
                self.report(self._node, f"missing; add the line '{key}: …'", key)
            elif self._is_blank(self._values[key][1]):
                self.report_key(key, "is empty; fill it in")

    @staticmethod
    def _is_empty(node: yaml.Node) -> bool:
        return isinstance(node, yaml.ScalarNode) and not _folded(node)

    @staticmethod
    def _is_blank(node: yaml.Node) -> bool:
        """Whether nothing is to be seen; what steers is refused where it is read."""
        text = _folded(node)
        return isinstance(node, yaml.ScalarNode) and not (visible(text) or STEERING.search(text))

    def _scalar(self, node: yaml.Node, key: str, what: str) -> str | None:
        if isinstance(node, yaml.ScalarNode):
            text = _folded(node)
            if unfit := STEERING.search(text):
                self.report(node, f"holds the character U+{ord(unfit[0]):04X}; remove it", key)
                return None
            return text
        found = "a list" if isinstance(node, yaml.SequenceNode) else "a mapping"
        self.report(node, f"must be {what}, not {found}", key)
        return None

    def text(self, key: str) -> str:
        """A text on one line; "" if absent."""
        if key not in self._values:
            return ""
        return self._scalar(self._values[key][1], key, "a text") or ""

    def parsed(self, key: str, what: str, parse: Callable[[str], T]) -> T | None:
        """A text read by ``parse``, whose ValueError becomes a problem; None if absent or wrong."""
        if key not in self._values or self._is_blank(self._values[key][1]):
            return None
        text = self._scalar(self._values[key][1], key, what)
        if text is None:
            return None
        try:
            return parse(text)
        except ValueError as error:
            self.report_key(key, str(error))
            return None

    def texts(self, key: str, *, or_one: bool = False) -> tuple[str, ...]:
        """A list of texts, or a single one where that may be; () if absent."""
        if key not in self._values:
            return ()
        node = self._values[key][1]
        if self._is_empty(node):
            return ()
        if or_one and isinstance(node, yaml.ScalarNode):
            return (self.text(key),)
        if not isinstance(node, yaml.SequenceNode):
            self.report(node, "must be a list, such as [one, two]", key)
            return ()
        found = (self._scalar(item, key, "a list of texts") for item in node.value)
        return tuple(text for text in found if text)

    def choices(self, key: str, known: Sequence[str]) -> tuple[str, ...] | None:
        """A list of words out of ``known``; None if absent."""
        if key not in self._values:
            return None
        words = self.texts(key)
        for word in words:
            if word not in known:
                mend = self.suggestion(word, known)
                self.report_key(key, f"'{word}' is not known; {mend}", word)
        return tuple(word for word in words if word in known)

    def map(self, key: str) -> YamlMap | None:
        """A mapping; None if absent or empty."""
        if key in self._maps:
            return self._maps[key]
        if key not in self._values or self._is_empty(self._values[key][1]):
            return None
        node = self._values[key][1]
        if not isinstance(node, yaml.MappingNode):
            self.report(node, "must be a mapping of keys and values", key)
            return None
        name = ".".join(filter(None, (self.name, key)))
        self._maps[key] = YamlMap(node, self.path, self.problems, name, self._values[key][0])
        return self._maps[key]

    def maps(self, key: str) -> Iterator[tuple[str, YamlMap]]:
        """The mappings of a section, by their keys, in the order of the file."""
        section = self.map(key)
        if section is None:
            return
        for name in section._values:
            section.require(name)
            entry = section.map(name)
            if entry is not None:
                yield name, entry

    def list_of_maps(self, key: str) -> Iterator[YamlMap]:
        """The mappings of a list; nothing if absent."""
        if key not in self._values:
            return
        node = self._values[key][1]
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        for item in items:
            if isinstance(item, yaml.MappingNode):
                yield YamlMap(item, self.path, self.problems, key)
            else:
                self.report(item, "must be a list of mappings", key)

    def is_list(self, key: str) -> bool:
        """Whether the key holds a list."""
        return key in self._values and isinstance(self._values[key][1], yaml.SequenceNode)

    def is_map(self, key: str) -> bool:
        """Whether the key holds a mapping."""
        return key in self._values and isinstance(self._values[key][1], yaml.MappingNode)


def _folded(node: yaml.Node) -> str:
    """A value's text on one line; "" for what is none, such as ``null``."""
    if not isinstance(node, yaml.ScalarNode) or node.tag == _NULL:
        return ""
    return " ".join(node.value.split())
