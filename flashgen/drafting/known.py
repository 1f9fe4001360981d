"""Which drafted facts a deck.yaml has already, under whatever key.

By what a fact says: somebody, a place or a term by a name; a quotation by its words; a question by
its answer and words; an event where two of three agree, its date, the sentence that tells it, and
the words of its key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from flashgen.article import Article
from flashgen.deck.kinds import KINDS, Event, Item, Question, Quotation
from flashgen.drafting.clauses.wording import content_words
from flashgen.drafting.entry import Entry
from flashgen.drafting.events.happened import alike
from flashgen.evidence import EvidenceFinder
from flashgen.evidence.index import words_of
from flashgen.evidence.lookups import holds_words, same_day_of_year
from flashgen.mentions import without_lordship

_BEGINNING = 8  # words by which two quotations are the same
Match = tuple[Entry, Item]


def matches(
    entries: Sequence[Entry], items: Iterable[Item], article: Article, finder: EvidenceFinder
) -> dict[tuple[str, str], Item]:
    """For the kind and key of each drafted fact that is among the items: the item."""
    known = tuple(items)
    found: dict[tuple[str, str], Item] = {}
    for kind in KINDS:
        drafted = [entry for entry in entries if isinstance(entry.item, kind)]
        same = [item for item in known if isinstance(item, kind)]
        if kind is Event:
            pairs = _events(drafted, same, article, finder)
        elif kind is Quotation:
            pairs = _quotations(drafted, same)
        elif kind is Question:
            pairs = _questions(drafted, same)
        else:
            pairs = _named(drafted, same)
        for entry, item in pairs:
            found.setdefault((entry.item.kind, entry.item.key), item)
    return found


def _named(entries: Sequence[Entry], items: Sequence[Item]) -> Iterator[Match]:
    """By the name of one that the other has, too; else by another form that both have.

    An item that is somebody by name is nobody else by a form: two may be called Brandt.
    """
    names: dict[str, Item] = {}
    forms: dict[str, Item] = {}
    for item in reversed(items):
        name, *others = _forms(item)
        names[name] = item
        forms |= dict.fromkeys((name, *others), item)
    rest, taken = [], set()
    for entry in entries:
        name, *others = _forms(entry.item, entry.forms)
        known = forms.get(name) or next((names[o] for o in others if o in names), None)
        if known is None:
            rest.append(entry)
        else:
            taken.add(id(known))
            yield entry, known
    for entry in rest:
        shared = (forms[form] for form in _forms(entry.item, entry.forms) if form in forms)
        known = next((item for item in shared if id(item) not in taken), None)
        if known is not None:
            yield entry, known


def _forms(item: Item, further: Sequence[str] = ()) -> list[str]:
    """The names of somebody, a place or a term, the one that cards show first."""
    name = getattr(item, "name", "") or getattr(item, "term", "")
    forms = (*without_lordship(name), *getattr(item, "aliases", ()), *further)
    return [form.casefold() for form in forms]


def _quotations(entries: Sequence[Entry], items: Sequence[Item]) -> Iterator[Match]:
    """By the first words of one, which the other has, too."""
    known = [(item, words_of(item.text)) for item in items if isinstance(item, Quotation)]
    for entry in entries:
        assert isinstance(entry.item, Quotation)  # noqa: S101
        said = words_of(entry.item.text)
        for item, words in known:
            if words and (
                holds_words(said, words[:_BEGINNING]) or holds_words(words, said[:_BEGINNING])
            ):
                yield entry, item


def _questions(entries: Sequence[Entry], items: Sequence[Item]) -> Iterator[Match]:
    """By the answer, where most of the telling words of the questions are the same."""
    known = [
        (item, words_of(item.answer), set(content_words(item.question)))
        for item in items
        if isinstance(item, Question) and item.question
    ]
    for entry in entries:
        assert isinstance(entry.item, Question)  # noqa: S101
        answer, asked = words_of(entry.item.answer), set(content_words(entry.item.question))
        for item, other, words in known:
            if (holds_words(answer, other) or holds_words(other, answer)) and alike(asked, words):
                yield entry, item


def _events(
    entries: Sequence[Entry], items: Sequence[Item], article: Article, finder: EvidenceFinder
) -> Iterator[Match]:
    """By two of three: the date, the sentence, the words of the key."""
    known = [
        (item, [words_of(words) for words in item.passage], _where(item, finder))
        for item in items
        if isinstance(item, Event)
    ]
    for entry in entries:
        event = entry.item
        assert isinstance(event, Event)  # noqa: S101
        told = words_of(article.tidy(entry.sentence))
        for item, passage, where in known:
            agreeing = (
                _same_date(item, event),
                all(holds_words(told, words) for words in passage)
                if passage
                else where is not None and where in entry.sentence,
                _same_words(item.key, event.key),
            )
            if sum(agreeing) > 1:
                yield entry, item


def _where(event: Event, finder: EvidenceFinder) -> int | None:
    """Where the article tells an event that names no passage."""
    evidence = None if event.passage else finder.of_item(event)
    return None if evidence is None else evidence.span.start


def _same_words(key: str, other: str) -> bool:
    """Whether two keys are the same, or have several words, most of which are the same."""
    one, two = ({word for word in each.split("-") if word.isalpha()} for each in (key, other))
    return key == other or (len(one & two) > 1 and alike(one, two))


def _same_date(one: Event, other: Event) -> bool:
    (first, last), (begin, end) = one.date.span_days(), other.date.span_days()
    return (first <= end and begin <= last) or same_day_of_year(one.date, other.date)
