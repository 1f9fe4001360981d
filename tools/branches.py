"""The branches and rows of a module, and the module's code with one of them switched off.

A branch is the condition of an ``if``, of a conditional expression, of a comprehension or of a
``case``; a row is an element of a table: a call, a tuple or a name in a tuple, list, set or
dictionary at the top of a module, or, wherever it stands, a call that gives an ``id``. Both are
numbered as they are found.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import CodeType

# Takes a branch's module and number and the value of its condition, and returns the value.
WITNESS = "_flashgen_branch"
_LONGEST = 70
_ID = re.compile(r"[a-z-]+/[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Site:
    """A branch or a row; ``guards`` is whether its branch does nothing but raise an error."""

    number: int
    line: int
    source: str
    guards: bool = False


Table = ast.Tuple | ast.List | ast.Set | ast.Dict
Condition = Callable[[int, ast.expr], ast.expr]


class _Conditions(ast.NodeTransformer):
    """Puts another expression in the place of each condition."""

    def __init__(self, put: Condition) -> None:
        self.sites: list[Site] = []
        self._put = put

    def _condition(self, test: ast.expr, body: list[ast.stmt] | None = None) -> ast.expr:
        number = len(self.sites)
        guards = bool(body) and all(isinstance(statement, ast.Raise) for statement in body or ())
        self.sites.append(Site(number, test.lineno, _shown(test), guards))
        return ast.copy_location(self._put(number, test), test)

    def visit_If(self, node: ast.If) -> ast.AST:
        if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            return node
        node.test = self._condition(node.test, node.body)
        return self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        node.test = self._condition(node.test)
        return self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        node.ifs = [self._condition(test) for test in node.ifs]
        return self.generic_visit(node)

    def visit_match_case(self, node: ast.match_case) -> ast.AST:
        if node.guard is not None:
            node.guard = self._condition(node.guard)
        return self.generic_visit(node)


def branches(source: str) -> list[Site]:
    """The branches of a module."""
    conditions = _Conditions(lambda _, test: test)
    conditions.visit(ast.parse(source))
    return conditions.sites


def forced(source: str, number: int, *, outcome: bool) -> ast.Module:
    """The module with the condition of one branch always true, or always false.

    The condition is still evaluated: it may give a name to what it finds.
    """

    def put(at: int, test: ast.expr) -> ast.expr:
        if at != number:
            return test
        operator = ast.Or() if outcome else ast.And()
        return ast.BoolOp(operator, [test, ast.Constant(outcome)])

    return _replaced(source, put)


def witnessed(source: str, module: str) -> ast.Module:
    """The module with each condition shown to the witness."""

    def put(at: int, test: ast.expr) -> ast.expr:
        name = ast.Name(WITNESS, ast.Load())
        return ast.Call(name, [ast.Constant(module), ast.Constant(at), test], [])

    return _replaced(source, put)


def _replaced(source: str, put: Condition) -> ast.Module:
    tree = ast.parse(source)
    _Conditions(put).visit(tree)
    return ast.fix_missing_locations(tree)


def set_witness(witness: Callable[[str, int, object], object]) -> None:
    """Have this function see all conditions of the modules that are witnessed."""
    setattr(builtins, WITNESS, witness)


def rows(source: str) -> list[Site]:
    """The rows of a module's tables."""
    return [
        Site(number, row.lineno, _shown(row))
        for number, (_, row) in enumerate(_rows(ast.parse(source)))
    ]


def without_row(source: str, number: int) -> ast.Module:
    """The module without one row."""
    tree = ast.parse(source)
    table, row = list(_rows(tree))[number]
    if isinstance(table, ast.Dict):
        at = table.values.index(row)
        del table.keys[at], table.values[at]
    else:
        table.elts.remove(row)
    return tree


def _rows(tree: ast.Module) -> Iterator[tuple[Table, ast.expr]]:
    for statement in tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
            yield from _rows_within(statement.value)
        elif isinstance(statement, ast.FunctionDef | ast.ClassDef):
            for node in ast.walk(statement):
                if isinstance(node, ast.Tuple | ast.List | ast.Set):
                    yield from ((node, element) for element in node.elts if _has_id(element))


def _rows_within(node: ast.AST) -> Iterator[tuple[Table, ast.expr]]:
    """Rows have no rows of their own: a clue's words are part of the clue."""
    if isinstance(node, ast.Tuple | ast.List | ast.Set | ast.Dict):
        elements = node.values if isinstance(node, ast.Dict) else node.elts
        for element in elements:
            if isinstance(element, ast.Call | ast.Tuple | ast.Name | ast.Attribute):
                yield node, element
            else:
                yield from _rows_within(element)
    elif isinstance(node, ast.Starred):
        yield from _rows_within(node.value)
    elif isinstance(node, ast.Call):  # tuple([...]), frozenset({...}), MappingProxyType({...})
        for argument in node.args:
            yield from _rows_within(argument)


def _has_id(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and _id(node) is not None


def _id(call: ast.Call) -> str | None:
    """The id that a call gives, as ``id=`` or as its first word: "person/title"."""
    given = [keyword.value for keyword in call.keywords if keyword.arg == "id"] or call.args[:1]
    value = given[0].value if given and isinstance(given[0], ast.Constant) else None
    return value if isinstance(value, str) and _ID.fullmatch(value) else None


def code(tree: ast.Module, path: str) -> CodeType:
    """The code of a module."""
    return compile(tree, path, "exec", dont_inherit=True)


def _shown(node: ast.expr) -> str:
    id_ = _id(node) if isinstance(node, ast.Call) else None
    text = id_ or " ".join(ast.unparse(node).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
