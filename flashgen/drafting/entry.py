"""An entry of a draft: the fact as deck.yaml has it, where it stands, and what it still lacks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from flashgen.article import Article, Span
from flashgen.deck.kinds import Item
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import slug
from flashgen.errors import Location
from flashgen.extract import aliases
from flashgen.mentions import Named


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact that the rules drafted.

    ``sentence`` is the span of the sentence that proves it, ``paragraph`` its number, ``at``
    the words in it that say so. ``answer`` are all the words that the entry answers with.
    ``lacks`` is why it makes no card yet; an entry that lacks nothing may still ask nothing, and
    only be referred to. ``forms`` are all forms of a name that the article has.
    """

    item: Item
    sentence: Span
    paragraph: int
    at: Span
    lacks: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


class Keys:
    """The keys of a section; a second one of the same words gets a number."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """With keys that stand there already."""
        self._taken = set(taken)

    def new(self, words: str) -> str:
        """A key made of some words."""
        key = first = slug(words)
        number = 1
        while key in self._taken:
            number += 1
            key = f"{first}-{number}"
        self._taken.add(key)
        return key


def _place_of(article: Article, span: Span) -> tuple[Span, int]:
    """The sentence that a span begins in, and its paragraph."""
    paragraph = article.paragraph_at(span.start)
    return article.sentence_at(span.start) or span, paragraph.number if paragraph else 0


def entry_of(
    story: Story, item: Item, at: Span, lacks: Iterable[str], named: Named | None = None
) -> Entry:
    """An item as an entry, with the sentence that some words of it are in."""
    sentence, paragraph = _place_of(story.article, at)
    forms = tuple(aliases(story.article, named)) if named is not None else ()
    return Entry(item, sentence, paragraph, at, tuple(dict.fromkeys(lacks)), forms)


def where(story: Story, at: Span) -> Location:
    """Where the article has some words."""
    return story.article.locate(at.start)


def lacking(entry: Entry, *why: str) -> Entry:
    """The entry with more that it lacks."""
    return replace(entry, lacks=tuple(dict.fromkeys((*entry.lacks, *why))))
