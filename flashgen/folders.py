"""The folder of a deck: its deck.yaml, and its article."""

from __future__ import annotations

import shlex
from pathlib import Path

from flashgen.errors import InputError
from flashgen.files import is_there
from flashgen.reading.kinds import ENDINGS

_ARTICLES = ("article.md", "article.txt")


def deck_folders(root: Path) -> tuple[Path, ...]:
    """The folders below ``root`` that hold a deck.yaml, by name."""
    folders = tuple(sorted(path.parent for path in root.glob("*/deck.yaml")))
    if not folders:
        raise InputError.at(root, "no deck here; name a folder that holds a deck.yaml")
    return folders


def deck_file(folder: Path) -> Path:
    """The deck.yaml of a deck's folder. Raises InputError where there is none."""
    if folder.is_file():
        mend = "name the folder that holds a deck.yaml"
        if folder.suffix.lower() in ENDINGS:
            mend = _new(folder)
        raise InputError.at(folder, f"a file, not a deck's folder; {mend}")
    if not folder.is_dir():
        raise InputError.at(folder, "no such folder; name one that holds a deck.yaml")
    if not is_there(folder / "deck.yaml"):
        documents = _documents(folder)
        mend = _new(documents[0]) if documents else "name a folder that holds one"
        raise InputError.at(folder, f"no deck.yaml in it; {mend}")
    return folder / "deck.yaml"


def article_file(folder: Path) -> Path:
    """The article of a deck's folder. Raises InputError where there is none."""
    for name in _ARTICLES:
        if is_there(folder / name):
            return folder / name
    mend = f"save it as {' or '.join(_ARTICLES)}, or name another one"
    if documents := _documents(folder):
        mend += f"; or {_new(documents[0])}"
    raise InputError.at(folder, f"no article; {mend}")


def _documents(folder: Path) -> list[Path]:
    """What lies in a folder that a deck can be made of."""
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in ENDINGS)


def _new(path: Path) -> str:
    return f"make a deck of it: flashgen new {shlex.quote(str(path))}"
