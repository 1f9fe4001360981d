"""Import the rules again with other code for a module, or other words in a table."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import io
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from inspect import signature
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, cast

from flashgen.article import Article

ROOT = Path(__file__).parent.parent
PACKAGES = ("flashgen.rules", "flashgen.english", "flashgen.tables")

# A text of this name is a case of the language layer: its clauses count, not its mentions.
ENGLISH_CASE = "english.txt"

Find = Callable[[Article], object]


@cache
def modules() -> Mapping[str, Path]:
    """The modules of the rules and of what they know of English, each with its file."""
    found = {}
    for package in PACKAGES:
        for path in sorted((ROOT / package.replace(".", "/")).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def find_with(codes: Mapping[str, CodeType]) -> Find:
    """``find_mentions`` with other code for some modules, and for what depends on them."""
    for name in _dependents(codes):
        _forget(name)
    sys.meta_path.insert(0, _Finder(codes))
    return _find_mentions()


def find_afresh(texts: Mapping[Path, str]) -> Find:
    """``find_mentions`` where some files hold another text; nothing is remembered of before."""
    for name in modules():
        _forget(name)
    _overlay(texts)
    return _find_mentions()


def _forget(name: str) -> None:
    """Have a module imported again, by ``from package import module``, too."""
    sys.modules.pop(name, None)
    package, _, own = name.rpartition(".")
    if hasattr(sys.modules.get(package), own):
        delattr(sys.modules[package], own)


def _find_mentions() -> Find:
    find = cast("Find", importlib.import_module("flashgen.rules").find_mentions)
    read_text = importlib.import_module("flashgen.english.tokens").read_text
    find_clauses = importlib.import_module("flashgen.english.clauses").find_clauses

    def find_or_read(article: Article) -> object:
        if article.path.name != ENGLISH_CASE:
            return find(article)
        sentences = read_text(article).sentences
        return tuple((s.words, s.tags, find_clauses(s.words, s.tags)) for s in sentences)

    return find_or_read


class _Finder(MetaPathFinder):
    """Finds the modules whose code was exchanged."""

    def __init__(self, codes: Mapping[str, CodeType]) -> None:
        self._codes = codes

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        del path, target
        if fullname not in self._codes:
            return None
        file = modules()[fullname]
        return importlib.util.spec_from_file_location(
            fullname,
            file,
            loader=_Loader(fullname, str(file), self._codes[fullname]),
            submodule_search_locations=[str(file.parent)] if file.stem == "__init__" else None,
        )


class _Loader(SourceFileLoader):
    """Loads a module from its file, but for the code."""

    def __init__(self, fullname: str, path: str, code: CodeType) -> None:
        super().__init__(fullname, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType:
        del fullname
        return self._code


def _dependents(names: Mapping[str, object]) -> set[str]:
    """Modules, and all that import them, be it by way of others."""
    found = set(names)
    while more := {name for name in modules() if name not in found and _imports(name) & found}:
        found |= more
    return found


@cache
def _imports(name: str) -> frozenset[str]:
    """The modules of the rules that a module imports, anywhere in it."""
    path = modules()[name]
    package = name if path.stem == "__init__" else name.rpartition(".")[0]
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                base = importlib.util.resolve_name("." * node.level + base, package)
            found |= {base, *(f"{base}.{alias.name}" for alias in node.names)}
    # Who imports a part of a package imports the package, too, but does not use what is in it.
    return frozenset(found & modules().keys())


def _overlay(texts: Mapping[Path, str]) -> None:
    """From now on, some files are read as if they held another text."""
    read_text, read_bytes, opened = Path.read_text, Path.read_bytes, Path.open

    def text_of(path: Path) -> str | None:
        return texts.get(path)

    def new_read_text(self: Path, *args: Any, **options: Any) -> str:
        text = text_of(self)
        return read_text(self, *args, **options) if text is None else text

    def new_read_bytes(self: Path) -> bytes:
        text = text_of(self)
        return read_bytes(self) if text is None else text.encode()

    def new_open(self: Path, mode: str = "r", *args: Any, **options: Any) -> Any:
        text = text_of(self)
        if text is None:
            return opened(self, mode, *args, **options)
        return io.BytesIO(text.encode()) if "b" in mode else io.StringIO(text)

    setattr(Path, "read_text", new_read_text)  # noqa: B010 - mypy takes no assignment
    setattr(Path, "read_bytes", new_read_bytes)  # noqa: B010
    setattr(Path, "open", new_open)  # noqa: B010


def caches(prefixes: Sequence[str] = PACKAGES[:2]) -> Iterator[Any]:
    """The functions of the rules that remember what they said of this or that."""
    for name, module in list(sys.modules.items()):
        if name.startswith(tuple(prefixes)):
            for value in vars(module).values():
                if hasattr(value, "cache_clear") and signature(value.__wrapped__).parameters:
                    yield value
