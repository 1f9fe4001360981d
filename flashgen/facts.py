"""Bring the article's mentions and the curation together: facts, each with its evidence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import chain, count, takewhile
from typing import assert_never

from flashgen.article import Article, Span
from flashgen.dates.historical import DateValue, HistoricalDate
from flashgen.deck.file import Curation
from flashgen.deck.kinds import Event, Item, Person, Place, Quotation, Term
from flashgen.errors import Problem
from flashgen.mentions import DateMention, Mentions, Named, QuotationMention

# A passage longer than this is cut to the words around what it supports.
_LONGEST_PASSAGE = 420

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passage of the article that supports a fact."""

    paragraph: int
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """An item and the passage that supports it; without one only ``item.cite`` does."""

    item: Item
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Resolution:
    """The facts in the order of the story, what to warn of, and what awaits curation.

    ``uncurated`` names, by section, what the rules found and deck.yaml does not mention.
    """

    facts: tuple[Fact, ...]
    warnings: tuple[Problem, ...]
    uncurated: dict[str, tuple[str, ...]]


def resolve(article: Article, mentions: Mentions, curation: Curation) -> Resolution:
    """Every item of the curation with its passage, and the quotations that the rules alone found.

    A fact that neither the article nor a ``cite:`` supports is a warning, and stays in the deck.
    """
    finder = _Finder(article, mentions)
    facts = [finder.fact(item) for item in curation.items]
    curated_quotations = [_words(q.text) for q in curation.of(Quotation)]
    drafts: dict[str, Fact] = {}
    taken = {quotation.key for quotation in curation.of(Quotation)}
    for mention, speaker in _new_quotations(mentions, curation, curated_quotations):
        item = _draft(mention, speaker, article, {*taken, *drafts})
        drafts[item.key] = Fact(item, finder.evidence([mention.span]))
    return Resolution(
        facts=_story_order([*facts, *drafts.values()]),
        warnings=(
            *curation.warnings,
            *_unsupported(facts, finder),
            *_doubtful_dates(article, mentions),
        ),
        uncurated=_uncurated(mentions, curation),
    )


class _Finder:
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
        self._quotations = [(_words(q.text), q) for q in mentions.quotations]

    def fact(self, item: Item) -> Fact:
        """The item with its evidence; the words under ``passage:`` win over everything else."""
        spans = self._spans(item)
        if item.passage:
            spans = self._together(item.passage)
        return Fact(item, self.evidence(spans))

    def evidence(self, spans: Iterable[Span]) -> Evidence | None:
        """The sentence or sentences around the first of the spans."""
        for span in spans:
            paragraph = self._article.paragraph_at(span.start)
            if paragraph is not None:
                touched = [s for s in paragraph.sentences if s.overlaps(span)] or [span]
                whole = Span(touched[0].start, max(touched[-1].end, span.end))
                return Evidence(paragraph.number, span, self._excerpt(whole, span))
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
            and _same_day_of_year(mention.date, event.date)
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

    def _quotation(self, item: Quotation) -> QuotationMention | None:
        words = _words(item.text)
        same = (q for found, q in self._quotations if _same_words(words, found))
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


def _same_day_of_year(stated: HistoricalDate, wanted: HistoricalDate) -> bool:
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


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(text))


def _same_words(wanted: tuple[str, ...], found: tuple[str, ...]) -> bool:
    """Whether the found words hold the wanted ones as one run."""
    length = len(wanted)
    return any(found[i : i + length] == wanted for i in range(len(found) - length + 1))


def _story_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """By the place of the evidence; what only a citation supports follows its neighbour."""
    keyed = []
    last: dict[str, int] = {}
    for number, fact in enumerate(facts):
        kind = fact.item.kind
        if fact.evidence is not None:
            last[kind] = fact.evidence.span.start
        keyed.append(((last.get(kind, 0), fact.item.rank, number), fact))
    return tuple(fact for _, fact in sorted(keyed, key=lambda pair: pair[0]))


def _unsupported(facts: Iterable[Fact], finder: _Finder) -> Iterator[Problem]:
    for fact in facts:
        item = fact.item
        if item.cite:
            continue
        if fact.evidence is None:
            how = "no sentence has all the words of 'passage'" if item.passage else "not found"
            yield Problem(
                item.where,
                f"{item.key}: {how} in the article; correct the words, "
                "add an alias or a 'passage', or 'cite' where it stands",
            )
        elif isinstance(item, Event) and not (finder.has_date(item) or finder.has_day(item)):
            yield Problem(
                item.where,
                f"{item.key}: the article has no date {item.date.as_written()}; "
                "correct it, name the words of its 'passage', or 'cite' where it stands",
            )


def _doubtful_dates(article: Article, mentions: Mentions) -> Iterator[Problem]:
    for mention in mentions.dates:
        if mention.warning:
            where = article.locate(mention.span.start)
            yield Problem(where, f"{mention.surface}: {mention.warning}")


def _new_quotations(
    mentions: Mentions, curation: Curation, curated: Sequence[tuple[str, ...]]
) -> Iterator[tuple[QuotationMention, Person]]:
    """The quotations that deck.yaml does not mention, by people whom it does."""
    # A name wins over an alias, and of two people of one alias the first has it.
    people = {alias: p for p in reversed(curation.of(Person)) for alias in p.aliases}
    people |= {p.name: p for p in reversed(curation.of(Person))}
    ignored = [_words(text) for text in curation.ignored.quotations]
    for mention in mentions.quotations:
        words = _words(mention.text)
        speaker = people.get(mention.speaker or "")
        if (
            speaker is not None
            and not any(_same_words(known, words) for known in curated)
            and not any(words[: len(start)] == start for start in ignored)
        ):
            yield mention, speaker


def _draft(
    mention: QuotationMention, speaker: Person, article: Article, taken: Set[str]
) -> Quotation:
    """A quotation as the rules alone know it; its key comes from its first words.

    Where they are taken, it has as many more as it takes to tell the two apart, and then a number.
    """
    words = _words(mention.text)
    keys = ("-".join(words[:length]) for length in range(6, max(7, len(words) + 1)))
    numbered = (f"{'-'.join(words)}-{number}" for number in count(2))
    return Quotation(
        key=next(key for key in chain(keys, numbered) if key not in taken),
        where=article.locate(mention.span.start),
        ask=("speaker",),
        text=mention.text,
        speaker=speaker.key,
    )


def _uncurated(mentions: Mentions, curation: Curation) -> dict[str, tuple[str, ...]]:
    people = {form.lower() for p in curation.of(Person) for form in (p.name, *p.aliases)}
    places = {form.lower() for p in curation.of(Place) for form in (p.name, *p.aliases)}
    people |= {form.lower() for form in curation.ignored.people}
    places |= {form.lower() for form in curation.ignored.places}

    def unknown(found: Iterable[Named], known: set[str]) -> tuple[str, ...]:
        return tuple(n.canonical for n in found if not known & {f.lower() for f in n.surface_forms})

    return {
        "people": unknown(mentions.people, people),
        "places": unknown(mentions.places, places),
    }
