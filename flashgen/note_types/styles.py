"""Broken CSS, and what CSS refers to: files, addresses, custom properties.

Lines and columns count from 1.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import tinycss2

# At-rules that hold declarations; all others hold rules.
_DECLARING = frozenset({"font-face", "page", "property", "counter-style"})
_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)

_BROKEN = {
    "}": "'}' closes nothing; remove it",
    ")": "')' closes nothing; remove it",
    "]": "']' closes nothing; remove it",
    "bad-string": "the text in quotation marks is never closed; add the closing mark",
    "eof-in-string": "the text in quotation marks is never closed; add the closing mark",
    "bad-url": "the address in url(…) is broken; put it into quotation marks",
    "eof-in-url": "'url(' is never closed; add ')'",
}

Place = tuple[int, int]


@dataclass(slots=True)
class Style:
    """What a piece of CSS holds; ``known`` and ``used`` are custom properties."""

    mistakes: list[tuple[Place, str]] = field(default_factory=list)
    loaded: list[tuple[Place, str]] = field(default_factory=list)
    known: dict[str, Place] = field(default_factory=dict)
    used: dict[str, Place] = field(default_factory=dict)


def read_style(css: str, *, inside: bool = False) -> Style:
    """Read CSS, or the ``inside`` of a single rule, such as a style attribute."""
    reader = _Reader(css)
    if inside:
        reader.contents(tinycss2.parse_blocks_contents(css, True, True))
    else:
        reader.rules(tinycss2.parse_stylesheet(css, True, True))
        if not any("never closed" in message for _, message in reader.style.mistakes):
            reader.style.mistakes.extend(_never_closed(css))
    return reader.style


def _never_closed(css: str) -> Iterator[tuple[Place, str]]:
    """A remark or block that is open at the end: the parser closes it without a word."""
    bare = _REMARK.sub(lambda remark: re.sub(r"[^\n]", " ", remark[0]), css)
    if "/*" in bare:
        yield _place_of(css, bare.index("/*")), "the remark is never closed; add '*/'"
        return
    # One more brace is a mistake, unless it closes something.
    last = tinycss2.parse_stylesheet(f"{css}\n}}", True, True)[-1]
    if last.type != "error" or last.source_line <= css.count("\n") + 1:
        yield _place(last), "the rule is never closed; add '}'"


class _Reader:
    def __init__(self, css: str) -> None:
        self.style = Style()
        self._css = css

    def rules(self, nodes: Iterable[Any]) -> None:
        for node in nodes:
            match node.type:
                case "error":
                    self._no_rule(node, "no rule: '{' is missing behind the selector")
                case "qualified-rule":
                    self._tokens(node.prelude)
                    self.contents(tinycss2.parse_blocks_contents(node.content, True, True))
                case "at-rule":
                    self._at_rule(node, self.rules)

    def contents(self, nodes: Iterable[Any]) -> None:
        for node in nodes:
            match node.type:
                case "error":
                    self._no_rule(node, "no declaration: ':' is missing, as in 'color: red'")
                case "declaration":
                    self._declaration(node)
                case "qualified-rule":
                    self.rules([node])
                case "at-rule":
                    self._at_rule(node, self.contents)

    def _at_rule(self, node: Any, inner: Any) -> None:
        if node.lower_at_keyword == "import":
            for token in node.prelude:
                if token.type == "string":
                    self.style.loaded.append((_place(token), token.value))
        self._tokens(node.prelude)
        if node.content is None:
            return
        if node.lower_at_keyword in _DECLARING or inner == self.contents:
            self.contents(tinycss2.parse_blocks_contents(node.content, True, True))
        else:
            self.rules(tinycss2.parse_rule_list(node.content, True, True))

    def _declaration(self, node: Any) -> None:
        if node.name.startswith("--"):
            self.style.known.setdefault(node.name, _place(node))
        else:
            self._value(node)
        self._tokens(node.value)

    def _value(self, node: Any) -> None:
        """The value of a declaration: never empty, and no colon stands in it by itself."""
        tokens = [token for token in node.value if token.type not in ("whitespace", "comment")]
        if not tokens:
            self.style.mistakes.append((_place(node), f"'{node.name}' has no value; add one"))
        for name, colon in itertools.pairwise(tokens):
            if name.type == "ident" and colon.type == "literal" and colon.value == ":":
                message = f"';' is missing before '{name.value}'"
                self.style.mistakes.append((_place(name), message))

    def _tokens(self, tokens: Sequence[Any]) -> None:
        for token in tokens:
            match token.type:
                case "error":
                    self._error(token)
                case "url":
                    self.style.loaded.append((_place(token), token.value))
                case "function":
                    self._function(token)
                case "() block" | "[] block" | "{} block":
                    self._tokens(token.content)

    def _function(self, token: Any) -> None:
        arguments = [a for a in token.arguments if a.type not in ("whitespace", "comment")]
        if token.lower_name == "url" and arguments and arguments[0].type == "string":
            self.style.loaded.append((_place(token), arguments[0].value))
        if token.lower_name == "var" and len(arguments) == 1 and arguments[0].type == "ident":
            self.style.used.setdefault(arguments[0].value, _place(arguments[0]))
        self._tokens(token.arguments)

    def _no_rule(self, node: Any, message: str) -> None:
        """Report what is no rule or declaration, at its beginning: the parser names its end."""
        line = self._css.split("\n")[node.source_line - 1]
        end = sum(len(before) + 1 for before in self._css.split("\n")[: node.source_line - 1])
        if line[node.source_column - 1 : node.source_column] == "}":
            self._error(node, "}")
            return
        end += node.source_column - 1
        start = max(self._css.rfind(sign, 0, end) for sign in ";{}") + 1
        start += len(self._css[start:]) - len(self._css[start:].lstrip())
        self.style.mistakes.append((_place_of(self._css, start), message))

    def _error(self, node: Any, kind: str = "") -> None:
        message = _BROKEN.get(kind or node.kind, f"broken CSS ({node.message}); mend it")
        self.style.mistakes.append((_place(node), message))


def _place(node: Any) -> Place:
    return node.source_line, node.source_column


def _place_of(css: str, offset: int) -> Place:
    before = css[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
