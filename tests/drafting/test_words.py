"""No word of a draft is invented: each stands in its sentence, in a name, or in a table's row.

Checked over all texts of the corpus that is part of the project, and over those beside it, if they
are there.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from flashgen.article import Article, Span
from flashgen.dates.historical import DateValue
from flashgen.deck.kinds import Event, Item, Person, Place, Question, Quotation, Term
from flashgen.deck.loader import load_curation
from flashgen.deck.writer import deck_yaml
from flashgen.drafting.clauses.wording import content_words
from flashgen.drafting.draft import as_card, deck_info, drafted, written
from flashgen.drafting.places.atlas import towns
from flashgen.drafting.questions.sorts import SORTS
from flashgen.drafting.references import Chosen
from flashgen.english.lexicon import look_up
from flashgen.facts import resolve
from flashgen.mentions import Mentions
from flashgen.reading import read_article
from flashgen.rules import find_mentions
from flashgen.tables import pairs

HERE = Path(__file__).parent.parent / "corpus" / "texts"
BESIDE = Path(__file__).parent.parent.parent.parent / "shared" / "corpus" / "texts"
TEXTS = [*sorted(HERE.glob("*.txt")), *sorted(BESIDE.glob("*.txt"))]

by_text = pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)


@cache
def of_text(path: Path) -> tuple[Article, Mentions, Chosen]:
    article = read_article(path)
    mentions = find_mentions(article)
    return article, mentions, drafted(article, mentions, deck_info(article, None, None, None))


def answers(item: Item) -> Iterator[str]:
    """What an entry answers with, or asks by."""
    match item:
        case Person():
            yield item.who
        case Event():
            yield from (item.what, item.title)
        case Place():
            yield item.what
        case Quotation():
            yield from (item.text, item.missing, item.to, item.occasion)
        case Term():
            yield from (item.term, item.meaning)
        case Question():
            yield from (item.question, item.answer)


# Nouns that a question has of itself.
ASKING = {"office", "publication", "name"}


# Nouns of the table of who does what a verb says.
AGENTS = {word for _, noun in pairs("verbs", "agents") for word in content_words(noun)}


def words_of_tables(item: Item, mentions: Mentions) -> set[str]:
    """The words that the row of a town has: what it is, and in which country."""
    if not isinstance(item, Place):
        return set()
    countries = [place.canonical for place in mentions.places if place.kind == "country"]
    town = towns([item.name], countries).get(item.name)
    return set(content_words(f"{town.kind} {town.country_in}")) if town is not None else set()


def years_of(mentions: Mentions, sentence: Span) -> set[str]:
    """The years of a sentence's dates, wherever the article names them."""
    written = [
        mention.date.written
        for mention in mentions.dates
        if mention.date is not None and sentence.start <= mention.span.start < sentence.end
    ]
    return {str(when.year) for when in written if isinstance(when, DateValue)}


@by_text
def test_every_word_of_an_answer_stands_in_its_sentence_or_in_a_row(path: Path) -> None:
    article, mentions, chosen = of_text(path)
    people = (f"{person.canonical} {person.canonical}’s" for person in mentions.people)
    names = {word for name in people for word in content_words(name)}
    for entry in (*chosen.cards, *chosen.waiting):
        sentence = article.tidy(entry.sentence)
        if isinstance(entry.item, Quotation):  # it may have several sentences
            near = article.paragraphs[max(0, entry.paragraph - 1) : entry.paragraph]
            sentence = article.tidy(near[0].span) + article.text[entry.at.start : entry.at.end]
        known = set(content_words(sentence)) | words_of_tables(entry.item, mentions)
        if isinstance(entry.item, Person):  # of "under Holt", "Holt’s “Voyages”", "married"
            known |= {"commander", "leader", "author"}
            known |= AGENTS  # of "founded the Riga Bank"
            if len(entry.item.passage) > 1:  # of two sentences that stand side by side
                known |= set(content_words(" ".join(entry.item.passage)))
        if re.search(r"\b(?:it|its|they|their)\b", sentence, re.IGNORECASE):
            # What the sentences before it are about.
            whole = article.paragraphs[entry.paragraph - 1]
            known |= set(content_words(article.tidy(whole.span)))
        if isinstance(entry.item, Place):  # of "Riga, where"
            known.add("place")
        if isinstance(entry.item, Question):  # "did found", "which town", "to what office"
            known |= SORTS | ASKING | {look_up(word).verb for word in known}
            known |= years_of(mentions, entry.sentence)
        verbs = {look_up(word).verb for word in known} - {""}  # "had begun": "began"
        for answer in answers(entry.item):
            told = [word for word in content_words(answer) if word not in known]
            told = [word for word in told if look_up(word).verb not in verbs]
            assert all(word in names for word in told), (entry.item.key, answer, told)


@by_text
def test_the_sentence_above_a_card_is_its_passage(path: Path, tmp_path: Path) -> None:
    article, mentions, chosen = of_text(path)
    target = tmp_path / "deck.yaml"
    deck = deck_info(article, None, None, date(2026, 1, 31))
    cards = [as_card(article, entry) for entry in chosen.cards]
    waiting = [written(article, entry) for entry in chosen.waiting]
    target.write_text(deck_yaml(deck, cards, waiting), encoding="utf-8")
    curation = load_curation(target)
    sentences = {(entry.item.kind, entry.item.key): entry.sentence for entry in chosen.cards}
    for fact in resolve(article, mentions, curation).facts:
        if not fact.item.ask:
            continue
        assert fact.evidence is not None, fact.item.key
        sentence, shown = sentences[fact.item.kind, fact.item.key], fact.evidence.span
        assert shown.start in sentence or shown.end - 1 in sentence, (
            fact.item.key
        )  # or two in a row


@by_text
def test_cards_are_short_and_complete(path: Path) -> None:
    *_, chosen = of_text(path)
    for entry in chosen.cards:
        if entry.lacks:  # only referred to
            assert isinstance(entry.item, Person | Place)
            continue
        for answer in answers(entry.item):
            assert len(answer.split()) <= 40
            assert not re.search(r"\b(?:this|these|there|here)\b", answer.lower()) or isinstance(
                entry.item, Quotation
            ), answer
    for entry in chosen.waiting:
        assert entry.lacks
