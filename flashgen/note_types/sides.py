"""The two sides of a card, with the shared pieces in their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flashgen.errors import Problem
from flashgen.note_types.language import FieldTag, Include, Node, Section
from flashgen.note_types.layers import Layers, Source

# No side needs so many pieces, one in another or in all.
_DEEPEST, _MOST = 50, 500
_PIECE = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Placed:
    """A tag on one side of a card: in which file, and in which sections.

    ``within`` are the sections' fields, each with whether it has to be filled.
    """

    tag: FieldTag | Section
    source: Source
    within: tuple[tuple[str, bool], ...]

    def problem(self, message: str) -> Problem:
        """What is wrong with it."""
        return Problem(self.source.where(self.tag.offset), message)


@dataclass(frozen=True, slots=True)
class CardSide:
    """One side of a card: its own file, the whole of its HTML, its tags, and all its files."""

    source: Source
    html: str
    placed: tuple[Placed, ...]
    files: frozenset[Path]
    sound: bool


def side(layers: Layers, name: str) -> CardSide:
    """The side of a card that the file ``name`` holds; wrong includes are reported."""
    assembly = _Assembly(layers)
    html = assembly.piece(name, (), ())
    return CardSide(
        source=layers.source(name),
        html=html,
        placed=tuple(assembly.placed),
        files=frozenset(source.path for source in assembly.sources),
        sound=all(s.readable and not s.mistakes for s in assembly.sources),
    )


class _Assembly:
    def __init__(self, layers: Layers) -> None:
        self.placed: list[Placed] = []
        self.sources: list[Source] = []
        self._layers = layers
        self._is_full = False

    def piece(self, name: str, above: tuple[str, ...], within: tuple[tuple[str, bool], ...]) -> str:
        """The HTML of a file; ``above`` are the files that include it."""
        source = self._layers.source(name)
        self.sources.append(source)
        html, position = [], 0
        for include, sections in self._walk(source, source.tree, within):
            html.append(source.text[position : include.offset])
            html.append(self._included(include, source, (*above, name), sections))
            position = include.end
        return "".join((*html, source.text[position:])).strip()

    def _walk(
        self, source: Source, nodes: tuple[Node, ...], within: tuple[tuple[str, bool], ...]
    ) -> Iterator[tuple[Include, tuple[tuple[str, bool], ...]]]:
        """Note the tags of a file, and yield its includes, each with the sections around it."""
        for node in nodes:
            match node:
                case FieldTag():
                    self.placed.append(Placed(node, source, within))
                case Section(name, inverted, children):
                    self.placed.append(Placed(node, source, within))
                    yield from self._walk(source, children, (*within, (name, not inverted)))
                case Include():
                    yield node, within

    def _included(
        self,
        include: Include,
        source: Source,
        above: tuple[str, ...],
        within: tuple[tuple[str, bool], ...],
    ) -> str:
        name = f"shared/{include.name}.html"
        known = self._layers.pieces
        if not _PIECE.fullmatch(include.name) or include.name not in known:
            mend = self._layers.nearest(include.name, known)
            message = f"no shared piece '{include.name}'; {mend}"
        elif name in above:
            message = f"'{include.name}' includes itself; remove the include"
        elif self._is_full:
            return ""
        elif len(above) > _DEEPEST or len(self.sources) > _MOST:
            self._is_full = True
            message = (
                f"more than {_MOST} pieces, or more than {_DEEPEST} one in another; include fewer"
            )
        else:
            return self.piece(name, above, within)
        self._layers.errors.append(Problem(source.where(include.offset), message))
        return ""
