"""Find the passage of an article that proves a fact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flashgen.article import Article, Span
from flashgen.deck.kinds import Event, Item
from flashgen.english.content import WORD, all_alike, keys, telling
from flashgen.evidence.choice import QUOTED, Choice, within
from flashgen.evidence.excerpt import LONGEST, excerpt, without_middles
from flashgen.evidence.index import Index, capitalized, words_of
from flashgen.evidence.lookups import Dates, Quotations
from flashgen.evidence.marks import marks
from flashgen.evidence.measure import (
    Measure,
    deed_words,
    main_words,
    names_of,
    texts_under,
    words_under,
)
from flashgen.mentions import Mentions

_PROVING = 0.25  # of the words of an answer
_PROVING_NAMES = 0.5  # of them, where it has only names of people
_BEFORE = 160  # characters of a sentence before the one that proves it
_TWICE = re.compile(" …(?: …)+ ")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passage of an article that proves a fact; ``page`` is the document's.

    ``span`` is where the article states the fact; ``marks`` are the words of ``text`` that say it.
    ``proves`` is whether it has any of the main words of the answers, or many of all of them.
    """

    paragraph: int
    span: Span
    text: str
    marks: tuple[Span, ...] = ()
    proves: bool = True
    page: int | None = None


class EvidenceFinder:
    """Finds the passages of one article; ``items`` are those that a fact may refer to."""

    def __init__(self, article: Article, mentions: Mentions, items: Iterable[Item] = ()) -> None:
        self._article = article
        self._index = Index(article)
        self._measure = Measure(self._index, items)
        self._dates = Dates(mentions.dates)
        self._quotations = Quotations(mentions.quotations)
        self._people = frozenset(
            word for person in mentions.people for word in WORD.findall(person.canonical)
        )
        self._choice = Choice(self._index, self._measure, self._dates)

    def of_item(self, item: Item, stated: Sequence[Span] = ()) -> Evidence | None:
        """The sentence, or two in a row, that hold most of what an item answers and asks.

        ``stated`` is where the article states it, by default wherever it has its name, its date
        or its words. The words under ``passage:`` win over everything else; the first of two
        sentences may stand some before the other.
        """
        spans: tuple[Span, ...] = ()
        at = None
        if item.passage:
            spans, at = next(self._named(item), (spans, at))
        elif places := list(stated) or self._stated(item):
            spans = self._choice.best(item, places, lambda span: len(self._text(item, span)))
            at = within(places, spans[0])[0]
        if at is None:
            return None
        text, marked = self._shown(item, spans)
        paragraph = self._article.paragraph_at(at.start)
        return Evidence(
            paragraph=paragraph.number if paragraph else 0,
            span=at,
            text=text,
            marks=marked,
            proves=self._proves(item, text),
            page=self._article.page_at(at.start),
        )

    def is_named(self, item: Item) -> bool:
        """Whether the article has a name of an item, if it is one of those that have names."""
        return not item.proof.names or bool(self._stated(item))

    def has_date(self, event: Event) -> bool:
        """Whether the article states the event's date."""
        return bool(self._dates.stating(event.date))

    def has_day(self, event: Event) -> bool:
        """Whether the passage that the author names states the event's day, of whatever year."""
        return any(
            self._dates.has_day(event.date, span)
            for spans, _ in self._named(event)
            for span in spans
        )

    def quoted(self, text: str) -> list[Span]:
        """Where the quotations stand that hold the words of a text in a row."""
        return self._quotations.holding(text)

    def _named(self, item: Item) -> Iterator[tuple[tuple[Span, ...], Span]]:
        """The sentences that have the words under ``passage:``, and where the last of these are."""
        together = self._index.together(item.passage)
        for span in together:
            yield (self._index.span(self._index.numbers(span)),), span
        for numbers in () if together else self._index.apart(item.passage):
            first, last = map(self._index.span, numbers)
            yield (first, last), last

    # --- where it stands ------------------------------------------------------------------------

    def _stated(self, item: Item) -> list[Span]:
        """Where the article states an item, in the text's order."""
        proof = item.proof
        if proof.names:
            return self._index.named(names_of(item))
        if proof.date:
            return self._dates.stating(getattr(item, proof.date))
        if proof.wording:
            text = getattr(item, proof.wording)
            return self.quoted(text) or list(self._index.runs(words_of(text)))
        return list(self._answering(item))

    def _answering(self, item: Item) -> Iterator[Span]:
        """The sentences that have all words of the answer and, with a neighbour, most asked by."""
        answers, asks = (
            [self._index.holding(word) for word in words_under(item, keys)]
            for keys in (item.proof.answers, item.proof.asks)
        )
        for number in sorted(frozenset.intersection(*answers)) if answers else ():
            alone = range(number, number + 1)
            for near in (alone, *self._index.neighbours(alone)):
                if 2 * sum(not each.isdisjoint(near) for each in asks) > len(asks):
                    yield self._from_answer(item, self._index.sentences[number])
                    break

    def _from_answer(self, item: Item, sentence: Span) -> Span:
        """A sentence from the answer on: a question comes behind what it is about."""
        told = words_of(" ".join(texts_under(item, item.proof.answers)))
        runs = self._index.runs(told[:1]) if told else ()
        start = next((run.start for run in runs if run.start in sentence), sentence.start)
        return Span(start, sentence.end)

    # --- how it is shown ------------------------------------------------------------------------

    def _shown(self, item: Item, spans: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
        """The words of a passage on one line, and which of them are marked."""
        proof = item.proof
        forms = names_of(item)
        names = [(*forms, *map(capitalized, forms)), *self._measure.references(item, proof.answers)]
        if proof.date:
            stated = self._stated(item)
            dated = (place for span in spans for place in within(stated, span))
            names.append(tuple(map(self._article.tidy, dated)))
        told = words_under(item, proof.answers)
        weights = {word: self._measure.weight_of(word) for word in told}

        def cut(text: str, room: int) -> str:
            found = marks(text, {}, names) or marks(text, weights, names) or (Span(0, 0),)
            return excerpt(text, found[0].start, room)

        *before, last = (self._text(item, span) for span in spans)
        parts = [cut(text, _BEFORE) for text in before]
        parts.append(cut(last, LONGEST - sum(map(len, parts))))
        text = _TWICE.sub(" … ", " … ".join(parts))
        return text, marks(text, weights, names)

    def _text(self, item: Item, span: Span) -> str:
        """The words of a passage; a quotation stands on the card already, so it is shortened."""
        text = self._article.tidy(span)
        if item.proof.wording:
            places = within(self._stated(item), span)
            parts = (part for each in places for part in self._quotations.parts.get(each, (each,)))
            return without_middles(text, map(self._article.tidy, parts))
        return text

    def _proves(self, item: Item, text: str) -> bool:
        """Whether a passage has a main word or a name of the answer, or enough words of it."""
        if item.proof.wording and words_of(QUOTED.sub(" ", text)):
            return True  # who "he" or "the king" is, whoever read on knows
        has = {each for key in keys(text) for each in all_alike(key)}
        names = self._measure.references(item, item.proof.answers)
        main = [*main_words(item), *telling(" ".join(name for forms in names for name in forms))]
        told = words_under(item, item.proof.answers)
        asked = words_under(item, item.proof.asks)
        if not (item.proof.stated or item.passage) and asked and has.isdisjoint(asked):
            return False  # it has the words of the answer, and is about something else
        share = sum(word in has for word in told) / max(len(told), 1)
        deed = deed_words(item, self._people)
        if deed and has.isdisjoint(deed) and share < _PROVING_NAMES:
            return False  # it has who it was, and not what they did
        enough = share >= _PROVING
        return enough or not has.isdisjoint(main) or not (told or main)
