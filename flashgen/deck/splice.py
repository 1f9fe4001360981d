"""Lay entries into a deck.yaml that has others; every other character stays as it is.

The text is never written anew from what it says: the place is found, and lines are laid in. What
comes out is read again, and must say what it said before and the entries, nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from textwrap import indent

import yaml

from flashgen.deck.yaml_tree import Part, Tree, read_top, read_tree

_STEP = 2
_LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Addition:
    """A key to be added, and what stands behind it.

    ``block`` are its lines, remarks above it, in block style; ``flow`` is the same on one line,
    for where it comes to stand in braces, and ``remarks`` are its remarks alone. ``parts`` are the
    entries of a section, which has no lines of its own. ``apart``: with a blank line before it.
    """

    key: str
    block: str = ""
    flow: str = ""
    remarks: str = ""
    parts: tuple[Addition, ...] = ()
    apart: bool = True


@dataclass(frozen=True, slots=True)
class _Edit:
    """What takes the place of the characters from ``start`` to ``end``."""

    start: int
    end: int
    text: str


def splice(text: str, additions: Sequence[Addition]) -> str:
    """The text of a deck.yaml with entries laid in.

    ``additions`` are sections at the top, the sections within them, and their entries. Each entry
    comes last in its section; a section that is not there is made. Raises ValueError where the
    text is written so that this cannot be done, and YAMLError where it is no YAML.
    """
    mark = text[:1] if text.startswith("\ufeff") else ""
    body = text[len(mark) :]
    tree = read_tree(body)
    made = _Splice(body, tree).into(tree.top, additions)
    for edit in sorted(made, key=lambda each: each.start, reverse=True):
        body = body[: edit.start] + edit.text + body[edit.end :]
    try:
        if read_top(body).shape() == _extended(tree.top, additions).shape():
            return mark + body
    except yaml.YAMLError:
        pass
    if not _LINE_BREAK.fullmatch(text[-1:]):
        return splice(text + "\n", additions)  # the text of a block may end there
    raise ValueError("cannot be added to as it is written")


def _extended(part: Part, additions: Sequence[Addition]) -> Part:
    """What a mapping is to say with the additions."""
    if not part.is_mapping:  # nothing so far
        part = replace(part, what=yaml.MappingStartEvent, says=part.says[:2])
    pairs = list(part.pairs)
    for each in additions:
        old = part.named(each.key)
        if old is not None:
            pairs[pairs.index(old)] = (old[0], _extended(old[1], each.parts))
        else:
            pairs += read_top(block_of(each)).pairs
    return replace(part, pairs=tuple(pairs))


class _Splice:
    """Finds where additions go in one text."""

    def __init__(self, text: str, tree: Tree) -> None:
        self._text, self._tree = text, tree
        found = _LINE_BREAK.search(text)
        self._break = found[0] if found else "\n"

    def into(self, mapping: Part, additions: Sequence[Addition]) -> list[_Edit]:
        """What to do so that a mapping that holds something holds the additions, too.

        Of two edits at one place the latter comes to stand first.
        """
        edits: list[_Edit] = []
        new: list[Addition] = []
        for each in additions:
            old = mapping.named(each.key)
            if old is None:
                new.append(each)
            elif old[1].is_empty and "#" not in self._text[old[1].start : old[1].end]:
                edits += self._filled(*old, each.parts, mapping.flow)
            else:
                edits += self.into(old[1], each.parts)
        if new:
            edits.insert(0, self._appended(mapping, new))
        return edits

    def _appended(self, mapping: Part, new: Sequence[Addition]) -> _Edit:
        """Additions behind the last pair of a mapping."""
        if mapping.flow:
            place = mapping.end - 1
            before = max(end for _, end in self._tree.tokens if end <= place)
            comma = "" if self._text[before - 1] in "{," else ","
            return _Edit(place, place, comma + self._braced(new, place))
        column = mapping.pairs[0][0].column if mapping.pairs else mapping.column
        end = self._tree.end_of(mapping)
        place = self._behind(end, column)
        # The text of a block ends where a line begins, and a blank line might belong to it.
        close = place == end and self._begins_line(end)
        return _Edit(place, place, self._lines(new, column, place, close=close))

    def _filled(
        self, key: Part, value: Part, new: Sequence[Addition], in_braces: bool
    ) -> list[_Edit]:
        """Additions in the place of nothing: "~", "{}", or what is not there."""
        has_text = value.is_mapping or value.says[-1] != "" or value.says[0] is None
        start, end = (value.start, value.end) if has_text else (value.end, value.end)
        if in_braces:
            space = " " if self._text[start - 1] == ":" else ""
            return [_Edit(start, end, f"{space}{{{self._braced(new, start)}}}")]
        place = self._behind(self._tree.end_of(value), key.column + 1)
        lines = self._lines(new, key.column + _STEP, place, close=True)
        if start < end:  # with the spaces before it
            start = len(self._text[:start].rstrip(" "))
        return [_Edit(place, place, lines), _Edit(start, end, "")]

    def _behind(self, position: int, column: int) -> int:
        """The line below a position, and below the remarks that stand as deep as a column."""
        following = self._tree.next_after(position)
        last = len(self._text) if following is None else following
        place = line = position if self._begins_line(position) else self._below(position)
        while line < last:
            after = self._below(line)
            words = self._text[line:after].lstrip(" \t")
            if words.startswith("#"):
                if after - line - len(words) < column:
                    break
                place = after
            elif words.strip():
                break
            line = after
        return place

    def _begins_line(self, position: int) -> bool:
        """Whether a line begins at a position."""
        pair = self._text[max(0, position - 1) : position + 1]
        return not position or (pair != "\r\n" and bool(_LINE_BREAK.match(pair)))

    def _below(self, position: int) -> int:
        """Where the line below a position begins."""
        found = _LINE_BREAK.search(self._text, position)
        return found.end() if found else len(self._text)

    def _lines(
        self, new: Sequence[Addition], column: int, place: int, *, close: bool = False
    ) -> str:
        """Additions as lines from a column on, set apart from what stands around the place."""
        text = indent(_blocks(new), " " * column) + "\n"
        before, after = self._text[:place], self._text[place:]
        broken = self._begins_line(place)
        if new[0].apart:
            above = _LINE_BREAK.split(before)[-2 if broken else -1 :][0]
            text = f"\n{text}" if above.strip() and not close else text
            text += "\n" if _LINE_BREAK.split(after)[0].strip() else ""
        text = text if broken else f"\n{text}"
        return text.replace("\n", self._break)

    def _braced(self, new: Sequence[Addition], place: int) -> str:
        """Additions as they stand in braces, each on lines of its own."""
        line = _LINE_BREAK.split(self._text[:place])[-1]
        outer = " " * (len(line) - len(line.lstrip(" ")) + _STEP)
        text = "\n" + indent(_flows(new), outer + " " * _STEP) + "\n" + outer
        return text.replace("\n", self._break)


def block_of(each: Addition) -> str:
    """An addition as it stands alone, at the beginning of a line; without a line break behind."""
    if not each.parts:
        return each.block
    return f"{each.remarks}{each.key}:\n" + indent(_blocks(each.parts), " " * _STEP)


def _blocks(additions: Sequence[Addition]) -> str:
    text = ""
    for each in additions:
        text += ("\n\n" if each.apart else "\n") if text else ""
        text += block_of(each)
    return text


def _flows(additions: Sequence[Addition]) -> str:
    return ",\n".join(
        each.remarks
        + (f"{each.key}: {{\n{indent(_flows(each.parts), '  ')}\n}}" if each.parts else each.flow)
        for each in additions
    )
