"""Broken CSS, and what CSS refers to: files, addresses, custom properties. tinycss2 reads it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import tinycss2

from flashgen.note_types.contrast import Rule
from flashgen.note_types.declarations import unknown_property, wrong_colour, wrong_words

# At-rules that hold declarations; all others hold rules.
_DECLARING = frozenset({"font-face", "page", "property", "counter-style"})
# Python reads no number so long, and the parser would have it do so.
_LONG_NUMBER = re.compile(r"[0-9]{1000,}")
# To find the nearest of CSS's names takes a while: after so many mistakes none is looked for.
_MOST_NAMED = 100
_BESIDE = frozenset({"whitespace", "comment"})
_STRING = "the text in quotation marks is never closed; add the closing mark"
_BROKEN = {
    **{sign: f"'{sign}' closes nothing; remove it" for sign in "})]"},
    "bad-string": _STRING,
    "eof-in-string": _STRING,
    "bad-url": "the address in url(…) is broken; put it into quotation marks",
    "eof-in-url": "'url(' is never closed; add ')'",
}
_NO_RULE = "no rule: '{' is missing behind the selector"
_NO_DECLARATION = "no declaration: ':' is missing, as in 'color: red'"


@dataclass(slots=True)
class Css:
    """What a piece of CSS holds, by offsets in it.

    It sets the custom properties ``known``; its selectors have the ``classes``.
    """

    mistakes: list[tuple[int, str]] = field(default_factory=list)
    loaded: list[tuple[int, str]] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    used: dict[str, int] = field(default_factory=dict)
    classes: set[str] = field(default_factory=set)
    rules: list[Rule] = field(default_factory=list)


def read_style(css: str, *, inside: bool = False) -> Css:
    """Read CSS, or the ``inside`` of a rule, as in style="…"."""
    long = [(n.start(), f"a number of {len(n[0])} figures") for n in _LONG_NUMBER.finditer(css)]
    css = _LONG_NUMBER.sub(lambda number: " " * len(number[0]), css)
    reader = _CssReader(css)
    reader.style.mistakes += [(at, f"{what}; shorten it") for at, what in long]
    if inside:
        reader.read(tinycss2.parse_blocks_contents(css, True, True), inside=True)
    else:
        reader.read(tinycss2.parse_stylesheet(css, True, True), inside=False)
        if not any("never closed" in message for _, message in reader.style.mistakes):
            reader.never_closed()
    return reader.style


class _CssReader:
    def __init__(self, css: str) -> None:
        self.style = Css()
        self._css = css
        self._lines = [0, *(match.end() for match in re.finditer("\r\n?|[\n\f]", css))]

    def never_closed(self) -> None:
        """Report a remark or rule that is open at the end: the parser closes it without a word."""
        # One more brace is a mistake, unless it is in a remark or closes something.
        last = tinycss2.parse_stylesheet(f"{self._css}\n}}", skip_whitespace=True)[-1]
        if last.type == "comment":
            self._mistake(last, "the remark is never closed; add '*/'")
        elif last.type != "error" or last.source_line <= len(self._lines):
            self._mistake(last, "the rule is never closed; add '}'")

    def read(self, nodes: Iterable[Any], *, inside: bool) -> None:
        """Take rules, or what stands ``inside`` of one."""
        waiting: list[tuple[Iterable[Any], bool, Rule | None]] = [(nodes, inside, Rule())]
        while waiting:
            nodes, inside, rule = waiting.pop()
            for node in nodes:
                match node.type:
                    case "error":
                        self._nothing(node, _NO_DECLARATION if inside else _NO_RULE)
                    case "declaration":
                        self._declaration(node, rule)
                    case "qualified-rule" | "at-rule":
                        self._tokens(node.prelude)
                        keyword = getattr(node, "lower_at_keyword", None)
                        content, inner = self._content(node, keyword, inside=inside)
                        of_element = keyword not in _DECLARING
                        within = Rule.of(node.prelude, rule) if of_element else None
                        self.style.rules += [within] if within else []
                        waiting.append((content, inner, within))

    def _declaration(self, node: Any, rule: Rule | None) -> None:
        """Take one declaration; those of a font or a page have names of their own, and no rule."""
        if rule:
            rule.take(node.lower_name, node.value, self._where(node))
        if node.name.startswith("--"):
            self.style.known.add(node.name)
        elif self._semicolon(node.value) or len(self.style.mistakes) > _MOST_NAMED:
            pass
        elif rule and (message := unknown_property(node.name)):
            self._mistake(node, message)
        else:
            for token, message in wrong_words(node.name, node.value):
                self._mistake(token, message)
        self._tokens(node.value, colours=True)

    def _content(
        self, rule: Any, keyword: str | None, *, inside: bool
    ) -> tuple[Iterable[Any], bool]:
        """What stands in a rule, and whether that is declarations."""
        if keyword == "import":
            self._loads(token for token in rule.prelude if token.type == "string")
        if rule.content is None:
            return (), False
        if keyword is None or keyword in _DECLARING or inside:
            return tinycss2.parse_blocks_contents(rule.content, True, True), True
        return tinycss2.parse_rule_list(rule.content, True, True), False

    def _semicolon(self, value: Sequence[Any]) -> bool:
        """No colon stands in a value by itself: it belongs to the next declaration."""
        for name, colon in itertools.pairwise(t for t in value if t.type not in _BESIDE):
            if name.type == "ident" and colon == ":":
                self._mistake(name, f"';' is missing before '{name.value}'")
                return True
        return False

    def _tokens(self, tokens: Sequence[Any], *, colours: bool = False) -> None:
        """Take the tokens of a value, which may be ``colours``, or of a selector."""
        waiting = list(reversed(tokens))
        token: Any = None
        while waiting:
            before, token = token, waiting.pop()
            if not colours and token.type == "ident" and before == ".":
                self.style.classes.add(token.value)
            if colours and (message := wrong_colour(token)):
                self._mistake(token, message)
            match token.type:
                case "error":
                    self._error(token, token.kind)
                case "url":
                    self._loads([token])
                case "function":
                    self._function(token, [a for a in token.arguments if a.type not in _BESIDE])
                    waiting += reversed(token.arguments)
                case "() block" | "[] block" | "{} block":
                    waiting += reversed(token.content)

    def _function(self, token: Any, arguments: Sequence[Any]) -> None:
        if token.lower_name == "url" and arguments and arguments[0].type == "string":
            self.style.loaded.append((self._where(token), arguments[0].value))
        if token.lower_name == "var" and len(arguments) == 1 and arguments[0].type == "ident":
            name, where = arguments[0].value, self._where(arguments[0])
            self.style.used[name] = min(where, self.style.used.get(name, where))

    def _loads(self, tokens: Iterable[Any]) -> None:
        self.style.loaded.extend((self._where(token), token.value) for token in tokens)

    def _nothing(self, node: Any, message: str) -> None:
        """Report what is no rule or declaration, at its beginning: the parser names its end."""
        end = self._where(node)
        if self._css[end : end + 1] == "}":
            self._error(node, "}")
            return
        start = max(self._css.rfind(sign, 0, end) for sign in ";{}") + 1
        start += len(self._css[start:]) - len(self._css[start:].lstrip())
        self.style.mistakes.append((start, message))

    def _error(self, node: Any, kind: str) -> None:
        self._mistake(node, _BROKEN.get(kind, f"broken CSS ({node.message}); mend it"))

    def _mistake(self, node: Any, message: str) -> None:
        self.style.mistakes.append((self._where(node), message))

    def _where(self, node: Any) -> int:
        offset: int = self._lines[node.source_line - 1] + node.source_column - 1
        return offset
