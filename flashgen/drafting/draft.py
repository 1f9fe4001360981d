"""The draft of a deck.yaml: cards worth studying, and what waits for its author."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import assert_never

from flashgen.article import Article
from flashgen.dates.countries import Country
from flashgen.deck.file import DeckInfo, SourceInfo
from flashgen.deck.kinds import Event, Item, Person, Place, Question, Quotation, Term
from flashgen.deck.writer import Written, deck_yaml
from flashgen.drafting.choice import Drafts, choose
from flashgen.drafting.clauses.story import story_of
from flashgen.drafting.clauses.wording import NO_LETTERS, slug
from flashgen.drafting.entries import (
    drafted_events,
    drafted_questions,
    drafted_quotations,
    drafted_terms,
)
from flashgen.drafting.entry import Entry
from flashgen.drafting.named import drafted_people, drafted_places
from flashgen.drafting.proof import proved, with_passages
from flashgen.drafting.references import Chosen, with_known
from flashgen.mentions import Mentions, Named

_HEAD = """\
# Drafted by flashgen. Above each entry stands the sentence that it was made from. Correct what is
# wrong, delete what the deck does not want, and move what you complete from 'todo' to its section.
"""
_UNDATED = "# Set 'updated' to the day of this version.\n"
_LONGEST_ID = 40  # letters
_REMEMBERED = 10  # words
_LONGEST = 240  # characters of a sentence above an entry


def draft(
    article: Article,
    mentions: Mentions,
    year: int | None = None,
    calendar: Country | None = None,
    *,
    deck_id: str = "",
    name: str = "",
    updated: date | None = None,
    source: SourceInfo | None = None,
    schema: str = "",
) -> str:
    """The draft of a deck.yaml, which can be built as it is.

    What is complete, certain and worth asking stands in its section; the rest waits under
    ``todo``, each with what it lacks. No word of an answer is invented: it stands in the sentence
    above the entry, or in a row of a table. ``year`` and ``calendar`` are those that the mentions
    were found with, ``updated`` is the day of the version, which is left open without it.
    ``deck_id`` is by default that of the folder below decks/, or of the title, and ``name`` the
    title. ``schema`` is where the JSON Schema of deck.yaml lies, for the author's editor.
    """
    deck = deck_info(article, year, calendar, updated)
    deck = replace(deck, id=deck_id or deck.id, name=name or deck.name, topic=name or deck.topic)
    chosen = drafted(article, mentions, deck)
    named = f"# yaml-language-server: $schema={schema}\n" if schema else ""
    head = named + (_HEAD if updated else _HEAD + _UNDATED)
    text = deck_yaml(
        deck,
        [as_card(article, entry) for entry in chosen.cards],
        [written(article, entry) for entry in chosen.waiting],
        source,
        [remembered(article, entry) for entry in in_order((*chosen.cards, *chosen.waiting))],
    )
    return f"{head}\n{text}"


def id_of(title: str) -> str:
    """The identity that a title makes, not too long to type; "" where it has no letters for it."""
    made = slug(title)
    if len(made) > _LONGEST_ID:
        made = made[: _LONGEST_ID + 1].rpartition("-")[0] or made[:_LONGEST_ID]
    return "" if made == NO_LETTERS else made


def deck_info(
    article: Article, year: int | None, calendar: Country | None, updated: date | None
) -> DeckInfo:
    """What the draft says of the deck as a whole: it is called as its article is."""
    title = article.title or article.path.stem
    folder = article.path.absolute().parent
    return DeckInfo(
        id=slug(folder.name if folder.parent.name == "decks" else title),
        name=title,
        topic=title,
        updated=updated or date.min,
        year=year,
        calendar=calendar,
    )


def drafted(article: Article, mentions: Mentions, deck: DeckInfo) -> Chosen:
    """The entries that become cards, and those that wait, in the order of the story.

    They refer to nothing but what is among the cards.
    """
    found = proposals(article, mentions, deck)
    return Chosen(with_known(found.cards, found.cards), with_known(found.waiting, found.cards))


def proposals(article: Article, mentions: Mentions, deck: DeckInfo) -> Chosen:
    """What ``drafted`` gives, referring to all that was drafted: a deck may have it already."""
    story = story_of(article, mentions)
    people, places, terms = drafted_people(story), drafted_places(story), drafted_terms(story)
    # Both are in the order of the mentions.
    person_keys = _keys(story.mentions.people, people)
    place_keys = _keys(story.mentions.places, places)
    quotations = drafted_quotations(story, person_keys)
    items = (entry.item for entry, _ in quotations)
    said = [item.date for item in items if isinstance(item, Quotation) and item.date]
    events = drafted_events(story, place_keys, person_keys, said)
    chosen = choose(
        Drafts(people, events, places, quotations, terms, drafted_questions(story), story.length)
    )
    cards = with_passages(article, mentions, chosen.cards)
    chosen = proved(article, mentions, deck, Chosen(tuple(cards), chosen.waiting))
    return Chosen(in_order(chosen.cards), in_order(chosen.waiting))


def _keys(found: Sequence[Named], entries: Sequence[Entry]) -> dict[str, str]:
    """The key of each entry by the canonical name that it was made from."""
    return {named.canonical: entry.item.key for named, entry in zip(found, entries, strict=True)}


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries in the order of the story."""
    return tuple(sorted(entries, key=lambda entry: (entry.at, entry.item.key)))


def written(article: Article, entry: Entry) -> Written:
    """An entry as it is written: its sentence above it, and what it lacks."""
    remarks = [f"paragraph {entry.paragraph}: {_shortened(article, entry)}"]
    if entry.lacks:
        remarks.append(f"missing: {'; '.join(entry.lacks)}")
    return Written(entry.item, tuple(remarks), bool(entry.lacks))


def as_card(article: Article, entry: Entry) -> Written:
    """An entry as it is written among the cards: if it lacks something, it asks nothing."""
    return replace(written(article, entry), open_=False, silent=bool(entry.lacks))


def remembered(article: Article, entry: Entry) -> Written:
    """What is kept of an entry under ``proposed``: by what to know it again, in short."""
    item: Item = entry.item
    match item:
        case Person(name=name):
            item = Person(key=item.key, where=item.where, name=name, aliases=entry.forms)
        case Place(name=name):
            item = Place(key=item.key, where=item.where, name=name, aliases=entry.forms)
        case Term(term=term, aliases=aliases):
            item = Term(key=item.key, where=item.where, term=term, aliases=aliases)
        case Quotation(text=text):
            item = Quotation(key=item.key, where=item.where, text=_beginning(text))
        case Question(question=asked, answer=answer):
            item = Question(key=item.key, where=item.where, question=asked, answer=answer)
        case Event(date=stated):
            words = _beginning(article.tidy(entry.sentence))
            item = Event(key=item.key, where=item.where, date=stated, passage=(words,))
        case _:
            assert_never(item)
    return Written(item, short=True)


def _beginning(text: str) -> str:
    """The first words of a text, by which it is known again."""
    return " ".join(text.split()[:_REMEMBERED]).strip(" ,;:—–-")


def _shortened(article: Article, entry: Entry) -> str:
    """The sentence of an entry; of a long one the words around what counts."""
    text = article.tidy(entry.sentence)
    if len(text) <= _LONGEST:
        return text
    before = len(text) * (entry.at.start - entry.sentence.start)
    middle = before // max(1, entry.sentence.end - entry.sentence.start)
    start = max(0, min(middle - _LONGEST // 3, len(text) - _LONGEST))
    cut = text[start : start + _LONGEST]
    if start:
        cut = "… " + cut.split(" ", 1)[-1]
    if start + _LONGEST < len(text):
        cut = cut.rsplit(" ", 1)[0] + " …"
    return cut
