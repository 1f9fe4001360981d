"""How large the rules are: their lines by kind, their longest module and chain of calls.

Code is what is left of a line count without docstrings, comments, blank lines, and the tables of
rules with their cases. The chain is that of the calls of the project's own functions, one within
the other, while the annotated texts of the tests are read.
"""

import ast
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

from flashgen.reading import read_article
from flashgen.rules import find_mentions
from tools.annotated import OWN, ROOT
from tools.tables import table_files

FOLDERS = (ROOT / "flashgen" / "english", ROOT / "flashgen" / "rules")
TABLES = (ROOT / "flashgen" / "tables", ROOT / "flashgen" / "english")
KINDS = ("code", "imports", "rules and tables", "docstrings", "comments", "blank")
_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef)
_ASSIGNMENTS = (ast.Assign, ast.AnnAssign)
_TABULAR = (ast.Tuple, ast.List, ast.Set, ast.Dict, ast.Call, ast.BinOp)


def main() -> int:
    totals: defaultdict[str, Counter[str]] = defaultdict(Counter)
    longest = 0
    for folder in FOLDERS:
        for path in sorted(folder.rglob("*.py")):
            counted = count_lines(path.read_text(encoding="utf-8"))
            totals[str(path.parent.relative_to(ROOT))] += counted
            longest = max(longest, counted.total())
    width = max(map(len, totals)) + 2
    print("".ljust(width), *(kind.rjust(len(kind) + 2) for kind in (*KINDS, "all")))
    for name, counted in [*totals.items(), ("all", sum(totals.values(), Counter()))]:
        cells = [*(counted[kind] for kind in KINDS), counted.total()]
        print(name.ljust(width), *_cells(cells))
    print(f"longest module: {longest} lines")
    print(f"words in tables that people write: {hand_typed_words()}")
    print("longest chain of calls:", *longest_chain(), sep="\n  ")
    return 0


def _cells(cells: list[int]) -> Iterator[str]:
    for kind, cell in zip((*KINDS, "all"), cells, strict=True):
        yield str(cell).rjust(len(kind) + 2)


def count_lines(source: str) -> Counter[str]:
    """The lines of a module by their kind."""
    tree = ast.parse(source)
    kinds: dict[int, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, _DOCUMENTED) and ast.get_docstring(node) is not None:
            kinds |= dict.fromkeys(_lines(node.body[0]), "docstrings")
        elif isinstance(node, ast.keyword) and node.arg in ("finds", "ignores"):
            kinds |= dict.fromkeys(_lines(node.value), "rules and tables")
    for statement in tree.body:
        if isinstance(statement, ast.Import | ast.ImportFrom):
            kinds |= dict.fromkeys(_lines(statement), "imports")
        elif isinstance(statement, _ASSIGNMENTS) and isinstance(statement.value, _TABULAR):
            kinds |= dict.fromkeys(_lines(statement), "rules and tables")
    counted: Counter[str] = Counter()
    for number, line in enumerate(source.splitlines(), start=1):
        text = line.strip()
        counted[kinds.get(number) or _kind(text)] += 1
    return counted


def _kind(text: str) -> str:
    return "blank" if not text else "comments" if text.startswith("#") else "code"


def _lines(node: ast.stmt | ast.expr) -> range:
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)


def hand_typed_words() -> int:
    """The words of the tables that no program made, without their comments."""
    texts = (path.read_text(encoding="utf-8") for path in table_files(*TABLES))
    lines = (line for text in texts for line in text.splitlines() if not line.startswith("#"))
    return sum(len(re.findall(r"\w[\w'’.-]*", line)) for line in lines)


def longest_chain() -> list[str]:
    """The functions that call one another most deeply while the tests' own texts are read."""
    chain: list[str] = []
    stack: list[str] = []

    def watch(frame: FrameType, event: str, _: Any) -> None:
        own = frame.f_code.co_filename.startswith(str(ROOT / "flashgen"))
        name = frame.f_code.co_name
        if not own or name.startswith("<"):
            return
        if event == "call":
            stack.append(f"{Path(frame.f_code.co_filename).stem}.{name}")
            if len(stack) > len(chain):
                chain[:] = stack
        elif event == "return" and stack:
            stack.pop()

    articles = [read_article(path) for path in sorted((OWN / "texts").glob("*.txt"))]
    sys.setprofile(watch)
    try:
        for article in articles:
            find_mentions(article)
    finally:
        sys.setprofile(None)
    return chain


if __name__ == "__main__":
    sys.exit(main())
