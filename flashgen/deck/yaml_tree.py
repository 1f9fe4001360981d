"""The shape of a YAML text and where its parts stand, to the character.

Other than nodes, the parts keep aliases as they are written, so that two texts can be compared
in linear time, and an alias is not taken for what it stands for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

Shape = tuple[object, ...]

_NOTHING = ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a text, from ``start`` to ``end``; ``column`` counts from 0.

    ``says`` is what a scalar or an alias says, with its tag and anchor; ``pairs`` are those of a
    mapping, and ``items`` those of a list. ``flow`` is one in brackets or braces.
    """

    what: type[yaml.Event]
    start: int
    end: int
    column: int
    says: Shape
    pairs: tuple[tuple[Part, Part], ...] = ()
    items: tuple[Part, ...] = ()
    flow: bool = False

    @property
    def is_mapping(self) -> bool:
        """Whether it is a mapping, not an alias of one."""
        return self.what is yaml.MappingStartEvent

    @property
    def is_empty(self) -> bool:
        """Whether it holds nothing: no text, "~" or "{}"."""
        if self.is_mapping:
            return not self.pairs
        return self.what is yaml.ScalarEvent and (self.says[-1] == "" or self.says[-2] is True)

    def named(self, key: str) -> tuple[Part, Part] | None:
        """The key of a mapping, and what stands behind it."""
        return next(
            (pair for pair in self.pairs if " ".join(str(pair[0].says[-1]).split()) == key), None
        )

    def shape(self) -> Shape:
        """What it says, wherever it stands."""
        pairs = tuple((key.shape(), value.shape()) for key, value in self.pairs)
        return self.what, self.says, pairs, tuple(item.shape() for item in self.items)


@dataclass(frozen=True, slots=True)
class Tree:
    """The top part of a text, and from where to where each of its tokens reaches."""

    top: Part
    tokens: tuple[tuple[int, int], ...] = field(repr=False)

    def end_of(self, part: Part) -> int:
        """The end of the last token in a part; that of a block is where the next one begins."""
        return max(end for start, end in self.tokens if start < max(part.end, part.start + 1))

    def next_after(self, position: int) -> int | None:
        """Where the first token begins that does so at a position or behind it."""
        return next((start for start, _ in self.tokens if start >= position), None)


def read_tree(text: str) -> Tree:
    """The tree of a text without byte order mark. Raises YAMLError where it is no YAML."""
    top = read_top(text)
    tokens = [
        (token.start_mark.index, token.end_mark.index)
        for token in yaml.scan(text, Loader=yaml.SafeLoader)
    ]
    return Tree(top, tuple((start, end) for start, end in tokens if end > start))


def read_top(text: str) -> Part:
    """The top part alone, in two thirds of the time."""
    events = yaml.parse(text, Loader=yaml.SafeLoader)
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            break
    return _part(next(events), events)


def _part(event: yaml.Event, events: Iterator[yaml.Event]) -> Part:
    assert event.start_mark  # noqa: S101 - what a parser reads has marks
    assert event.end_mark  # noqa: S101
    start, end = event.start_mark.index, event.end_mark.index
    where = event.start_mark.column
    if isinstance(event, yaml.AliasEvent):
        return Part(type(event), start, end, where, ("*", event.anchor))
    if isinstance(event, yaml.ScalarEvent):
        nothing = event.implicit[0] and event.value in _NOTHING
        says = (event.anchor, event.tag, nothing, event.value)
        return Part(type(event), start, end, where, says)
    assert isinstance(event, yaml.CollectionStartEvent)  # noqa: S101
    found: list[Part] = []
    for inner in events:
        if isinstance(inner, yaml.CollectionEndEvent):
            assert inner.end_mark  # noqa: S101
            end = inner.end_mark.index
            break
        found.append(_part(inner, events))
    pairs: tuple[tuple[Part, Part], ...] = ()
    if isinstance(event, yaml.MappingStartEvent):
        pairs, found = tuple(zip(found[::2], found[1::2], strict=True)), []
    holder = (event.anchor, event.tag)
    return Part(type(event), start, end, where, holder, pairs, tuple(found), bool(event.flow_style))
