"""Texts with annotations: a folder holds texts/NAME.txt and gold/NAME.json."""

from __future__ import annotations

import json
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path

from flashgen.article import Article
from flashgen.extract import as_data
from flashgen.reading import read_article
from flashgen.rules import find_mentions
from tools.matching import Entry, Matched, match

ROOT = Path(__file__).parent.parent
# The annotated texts of the project, and those that may lie beside it.
OWN = ROOT / "tests" / "corpus"
BESIDE = ROOT.parent / "shared" / "corpus"


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text, and what readers found in it."""

    name: str
    article: Article
    gold: Entry

    def matched(self) -> Matched:
        """What the rules find in it, beside the annotations."""
        return match(self.gold, as_data(self.article, find_mentions(self.article)))


def annotated_texts(folder: Path, names: Container[str] | None = None) -> Iterator[Annotated]:
    """The texts of a folder by name, all or those named."""
    for path in sorted((folder / "gold").glob("*.json")):
        if names is None or path.stem in names:
            article = read_article(folder / "texts" / f"{path.stem}.txt")
            yield Annotated(path.stem, article, json.loads(path.read_text(encoding="utf-8")))
