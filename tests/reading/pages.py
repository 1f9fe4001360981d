"""A text of a few paragraphs, and what is read of it."""

import textwrap
from pathlib import Path

from flashgen.article import Article, AsideKind
from flashgen.reading import read_article

FIRST = (
    "The siege of the old harbour town began in the spring and lasted until the first snow, and "
    "nobody inside the walls believed that help would ever come from the north."
)
SECOND = (
    "In the end it was hunger that opened the gates. The mayor, Elias Brandt, carried the keys "
    "out himself, and the besiegers, who had lost half of their men to fever, let him live."
)
PULLED = "The mayor, Elias Brandt, carried the keys out himself, and the besiegers let him live"


def read(folder: Path, text: str, name: str = "article.txt") -> Article:
    path = folder / name
    path.write_bytes(text.encode("utf-8"))
    return read_article(path)


def aside(article: Article) -> dict[str, AsideKind]:
    return {article.tidy(part.span): part.reason for part in article.set_aside}


def running(article: Article) -> list[str]:
    return [article.tidy(paragraph.span) for paragraph in article.paragraphs]


def same(article: Article) -> tuple[list[str], list[str]]:
    """The running text, and what was set aside."""
    return running(article), [article.tidy(part.span) for part in article.set_aside]


def wrapped(paragraph: str, width: int, indent: str = "") -> str:
    return textwrap.fill(paragraph, width, initial_indent=indent, subsequent_indent=indent)
