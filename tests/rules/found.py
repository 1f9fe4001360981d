"""What the rules find in a text of a test."""

from pathlib import Path

from flashgen.article import Article
from flashgen.mentions import DateMention
from flashgen.reading import read_article
from flashgen.rules import find_mentions
from flashgen.rules.dates import find_dates

FULL_SENTENCE = "The siege of the town began in the spring and ended in the autumn.\n\n"


def article(folder: Path, text: str, suffix: str = ".txt") -> Article:
    """The text as an article; ``suffix`` tells of which format."""
    path = folder / f"article{suffix}"
    path.write_text(text, encoding="utf-8")
    return read_article(path)


def people(folder: Path, text: str) -> dict[str, tuple[str, ...]]:
    """The canonical names with all their forms."""
    found = find_mentions(article(folder, text)).people
    return {person.canonical: person.surface_forms for person in found}


def dates(folder: Path, text: str, year: int | None = None) -> tuple[DateMention, ...]:
    """What the rules of dates find by themselves."""
    return find_dates(article(folder, text), year)


def quotations(folder: Path, text: str, suffix: str = ".txt") -> list[tuple[str | None, str]]:
    """The speakers and their words."""
    found = find_mentions(article(folder, text, suffix)).quotations
    return [(mention.speaker, mention.text) for mention in found]
