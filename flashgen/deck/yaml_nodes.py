"""Compose YAML: the nodes of a file, each with its text and its mark.

The parser in C is seven times as fast as the one in Python, but says less of a mistake. So a text
is read by the one in C; where that finds anything amiss, or anything that the two read
differently, the one in Python decides. The tests hold one against the other.
"""

from __future__ import annotations

import re

import yaml
from yaml.composer import Composer
from yaml.resolver import Resolver

_DEEPEST = 20
_TEXT = "tag:yaml.org,2002:str"
# What the parser in C reads, and the one in Python refuses or counts otherwise: tabs, byte order
# marks, a remark that touches the sign of a block.
_APART = re.compile(r"[\t\ufeff]|[|>][-+\d]*#")


class _Careful(Composer):
    """Refuses what flashgen would misread, or what would exhaust the stack."""

    _depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[attr-defined]  # a parser's, added below
        if self._depth > _DEEPEST:
            raise yaml.MarkedYAMLError(problem="nested too deeply", problem_mark=event.start_mark)
        if getattr(event, "tag", None) not in (None, "!", _TEXT):
            raise yaml.MarkedYAMLError(problem="tags are not read", problem_mark=event.start_mark)
        self._depth += 1
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node


class _Exact(_Careful, yaml.SafeLoader):
    """Reads by the parser in Python."""


class _Quick(_Careful, Resolver):
    """Reads by the parser in C, where there is one; refuses what the other reads otherwise."""

    def __init__(self, text: str) -> None:
        Composer.__init__(self)
        Resolver.__init__(self)
        parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
        self.check_event, self.peek_event = parser.check_event, parser.peek_event
        self.get_event = parser.get_event

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        node = super().compose_node(parent, index)
        if isinstance(node, yaml.ScalarNode) and node.style not in ("'", '"'):
            in_flow = isinstance(parent, yaml.CollectionNode) and parent.flow_style
            if not node.value or (in_flow and "?" in node.value):
                raise yaml.YAMLError
        return node


def compose(text: str) -> yaml.Node | None:
    """The top node of a text, None for an empty one. Raises YAMLError where it is no YAML."""
    if not _APART.search(text):
        try:
            return _Quick(text).get_single_node()
        except yaml.YAMLError:
            pass
    return _Exact(text).get_single_node()
