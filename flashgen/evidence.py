"""Find the passages of an article that support what deck.yaml says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import assert_never

from flashgen.article import Article, Span
from flashgen.dates.historical import DateValue, HistoricalDate
from flashgen.deck.kinds import Event, Item, Person, Place, Question, Quotation, Term
from flashgen.english.lexicon import look_up
from flashgen.mentions import DateMention, Mentions, QuotationMention

# A passage longer than this is cut to the words around what it supports.
_LONGEST_PASSAGE = 420

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passage of the article that supports a fact; ``page`` is the document's."""

    paragraph: int
    span: Span
    text: str
    page: int | None = None


class EvidenceFinder:
    """Finds the passage of the article that supports an item."""

    def __init__(self, article: Article, mentions: Mentions) -> None:
        self._article = article
        self._mentions = mentions
        self._sentences = [s for p in article.paragraphs for s in p.sentences]
        # Where each word stands, and where its paragraph ends: a deck may have many names.
        self._runs: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for paragraph in article.paragraphs:
            start, end = paragraph.span.start, paragraph.span.end
            for run in _WORD.finditer(article.view, start, end):
                self._runs[run[0]].append((run.start(), end))
        self._quotations = [(words_of(q.text), q) for q in mentions.quotations]

    def of_item(self, item: Item) -> Evidence | None:
        """What supports an item; the words under ``passage:`` win over everything else."""
        return self.around(self._together(item.passage) if item.passage else self._spans(item))

    def around(self, spans: Iterable[Span]) -> Evidence | None:
        """The sentence or sentences around the first of the spans."""
        for span in spans:
            paragraph = self._article.paragraph_at(span.start)
            if paragraph is not None:
                touched = [s for s in paragraph.sentences if s.overlaps(span)] or [span]
                whole = Span(touched[0].start, max(touched[-1].end, span.end))
                page = self._article.page_at(span.start)
                return Evidence(paragraph.number, span, self._excerpt(whole, span), page)
        return None

    def has_date(self, event: Event) -> bool:
        """Whether the article states the event's date."""
        return any(True for _ in self._dated(event))

    def has_day(self, event: Event) -> bool:
        """Whether the passage that the author names states the event's day, of whatever year."""
        spans = self._together(event.passage) if event.passage else ()
        sentences = {self._article.sentence_at(span.start) for span in spans}
        return any(
            self._article.sentence_at(mention.span.start) in sentences
            and mention.date is not None
            and same_day_of_year(mention.date, event.date)
            for mention in self._mentions.dates
        )

    def _dated(self, event: Event) -> Iterator[Span]:
        """Where the article states the event's date."""
        for mention in self._mentions.dates:
            if mention.date is not None and _says(mention, mention.date, event.date):
                yield mention.span

    def _spans(self, item: Item) -> Iterator[Span]:
        match item:
            case Person(name=name, aliases=aliases) | Place(name=name, aliases=aliases):
                yield from self._named_by((name, *aliases))
            case Term(term=name, aliases=aliases):
                yield from self._named_by((name, *aliases))
            case Quotation():
                mention = self._quotation(item)
                if mention is not None:
                    yield mention.span
                else:
                    yield from self._worded(item.text)
            case Event():
                yield from self._dated(item)
            case Question():
                yield from self._answering(item)
            case _:
                assert_never(item)

    def _named_by(self, names: Sequence[str]) -> Iterator[Span]:
        """Where the running text has one of the names, as whole words, in the text's order."""
        alternatives = "|".join(_spelled(name) for name in sorted(names, key=len, reverse=True))
        pattern = re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")
        heads = {head for head in map(_WORD.search, names) if head}
        starts = {
            (position - head.start(), end)
            for head in heads
            for position, end in self._runs.get(head[0], ())
        }
        for start, end in sorted(starts):
            if match := pattern.match(self._article.view, start, end):
                yield Span(*match.span())

    def _worded(self, text: str) -> Iterator[Span]:
        """Where the running text has the words of a text in a row, whatever stops it has."""
        words = _WORD.findall(text)
        if words:
            pattern = re.compile(r"(?<!\w)" + r"\W+".join(words) + r"(?!\w)", re.IGNORECASE)
            for paragraph in self._article.paragraphs:
                span = paragraph.span
                for match in pattern.finditer(self._article.view, span.start, span.end):
                    yield Span(*match.span())

    def _together(self, words: Sequence[str]) -> Iterator[Span]:
        """The sentences that hold all of the words, whatever their case."""
        wanted = [_pattern(word) for word in words]
        view = self._article.view
        for sentence in self._sentences:
            found = (p.search(view, sentence.start, sentence.end) for p in wanted)
            hits = list(takewhile(bool, found))
            if len(hits) == len(wanted):
                spans = [hit.span() for hit in hits if hit]
                yield Span(min(start for start, _ in spans), max(end for _, end in spans))

    def _answering(self, question: Question) -> Iterator[Span]:
        """The sentences with all telling words of the answer and most of the question's.

        Each from the first word of the answer on, first those that have most of the question's. A
        word tells something if it is of no closed class, and counts in any of its forms.
        """

        def telling(text: str) -> set[str]:
            entries = ((word, look_up(word)) for word in words_of(text) if len(word) > 1)
            return {e.verb or e.noun or word for word, e in entries if not e.closed}

        asked, answer = telling(question.question), telling(question.answer)
        found = []
        for sentence in self._sentences if answer else ():
            said = telling(self._article.view[sentence.start : sentence.end])
            if answer <= said and 2 * len(asked & said) > len(asked):
                words = _WORD.finditer(self._article.view, sentence.start, sentence.end)
                first = next(word.start() for word in words if telling(word[0]) & answer)
                found.append((-len(asked & said), Span(first, sentence.end)))
        yield from (span for _, span in sorted(found, key=lambda each: each[0]))

    def _quotation(self, item: Quotation) -> QuotationMention | None:
        words = words_of(item.text)
        same = (q for found, q in self._quotations if holds_words(found, words))
        return next(same, None)

    def _excerpt(self, whole: Span, core: Span) -> str:
        """The words of ``whole`` on one line; if too long, those around the start of ``core``."""
        text = self._article.tidy(whole)
        if len(text) <= _LONGEST_PASSAGE:
            return text
        before = self._article.tidy(Span(whole.start, core.start))
        start = max(0, len(before) - _LONGEST_PASSAGE // 3)
        excerpt = text[start : start + _LONGEST_PASSAGE]
        if start:
            excerpt = "… " + excerpt.split(" ", 1)[-1]
        if start + _LONGEST_PASSAGE < len(text):
            excerpt = excerpt.rsplit(" ", 1)[0] + " …"
        return excerpt


def _says(mention: DateMention, stated: HistoricalDate, wanted: HistoricalDate) -> bool:
    """Whether a date of the article is the curated one, which may add the calendar to it."""
    if stated.calendar is None or mention.calendar_from:
        return stated.written in (wanted.written, wanted.julian, wanted.gregorian)
    return stated.span_days() == wanted.span_days()


def same_day_of_year(stated: HistoricalDate, wanted: HistoricalDate) -> bool:
    """Whether two dates differ in the year alone, which the rules may have misread."""
    values = [v for v in (wanted.written, wanted.second) if isinstance(v, DateValue)]
    said = stated.written
    return isinstance(said, DateValue) and any(
        (said.month, said.day) == (value.month, value.day) for value in values
    )


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_spelled(words)}(?!\w)", re.IGNORECASE)


def _spelled(words: str) -> str:
    """A pattern for words, however their spaces and apostrophes are typed."""
    escaped = r" +".join(map(re.escape, words.split()))
    return re.sub("['’]", "['’]", escaped)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, in small letters."""
    return tuple(word.lower() for word in _WORD.findall(text))


def holds_words(words: tuple[str, ...], run: tuple[str, ...]) -> bool:
    """Whether the words hold others as one run."""
    return any(words[i : i + len(run)] == run for i in range(len(words) - len(run) + 1))
