"""Bring the article's mentions and the curation together: facts, each with its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from itertools import chain, count

from flashgen.article import Article
from flashgen.deck.file import Curation
from flashgen.deck.kinds import Event, Item, Person, Place, Quotation, Term
from flashgen.deck.sequences import Successor
from flashgen.errors import Problem, Severity
from flashgen.evidence import Evidence, EvidenceFinder
from flashgen.evidence.index import words_of
from flashgen.mentions import FoundPerson, Mentions, Named, QuotationMention
from flashgen.rules.quotations.cue import CERTAIN

_PRONOUN = re.compile(r"\b(?:he|she|they)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fact:
    """An item and the passage that supports it; without one only ``item.cite`` does."""

    item: Item
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Resolution:
    """The facts in the order of the story, what was found wrong, and what awaits curation.

    ``uncurated`` names, by section, what the rules found and deck.yaml does not mention; nothing
    where it is proposed there.
    """

    facts: tuple[Fact, ...]
    problems: tuple[Problem, ...]
    uncurated: dict[str, tuple[str, ...]]


def resolve(article: Article, mentions: Mentions, curation: Curation) -> Resolution:
    """Every item of the curation with its passage, and the quotations that the rules alone found.

    A fact that neither the article nor a ``cite:`` supports is a fault, and stays in the deck.
    Where quotations are proposed under ``todo``, none is added.
    """
    finder = EvidenceFinder(article, mentions, curation.items)
    facts = [Fact(item, finder.of_item(_stated(item))) for item in curation.items]
    drafts: list[Fact] = []
    taken = {quotation.key for quotation in curation.of(Quotation)}
    new = () if curation.proposes else _new_quotations(mentions, curation, finder)
    for mention, speaker in new:
        item = _draft(mention, speaker, article, taken)
        taken.add(item.key)
        drafts.append(Fact(item, finder.of_item(item, [mention.span])))
    return Resolution(
        facts=_story_order([*facts, *drafts]),
        problems=(
            *curation.hints,
            *(
                Problem(item.where, f"{item.key}: {told}", Severity.FAULT, "unsupported")
                for item, told in unsupported(facts, finder)
            ),
            *_other_speakers(article, mentions, facts, finder),
            *_doubtful_dates(article, mentions),
        ),
        uncurated={} if curation.proposes else _uncurated(mentions, curation),
    )


def _stated(item: Item) -> Item:
    """What the article states where it states an item: the event that answers a sequence."""
    return item.next if isinstance(item, Successor) else item


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


def unsupported(facts: Iterable[Fact], finder: EvidenceFinder) -> Iterator[tuple[Item, str]]:
    """The facts that the article does not support, and what to do about each."""
    for fact in facts:
        item = fact.item
        if item.cite or isinstance(item, Successor):  # of which its event tells
            continue
        if fact.evidence is None and item.passage:
            told = "no sentence of the article has all the words of 'passage'; correct them"
        elif isinstance(item, Event) and not (finder.has_date(item) or finder.has_day(item)):
            date = item.date.as_written()
            told = f"the article has no date {date}; correct it, name the words of its 'passage'"
        elif item.passage and not finder.is_named(item):
            told = "the article has none of its names; correct them, add an alias that it has"
        elif fact.evidence is None:
            alias = "an alias or " if isinstance(item, Person | Place | Term) else ""
            told = f"not found in the article; correct the words, add {alias}a 'passage'"
        else:
            continue
        yield item, f"{told}, or 'cite' where it stands"


def _doubtful_dates(article: Article, mentions: Mentions) -> Iterator[Problem]:
    for mention in mentions.dates:
        if mention.warning:
            where = article.locate(mention.span.start)
            told = f"{mention.surface}: {mention.warning}"
            yield Problem(where, told, Severity.HINT, "doubtful-date")


def _other_speakers(
    article: Article, mentions: Mentions, facts: Iterable[Fact], finder: EvidenceFinder
) -> Iterator[Problem]:
    """The quotations that the article gives, by name and beside the words, to somebody else.

    Names that share a word are one's: they differ by a title, or by being in full.
    """
    people = {fact.item.key: fact.item for fact in facts if isinstance(fact.item, Person)}
    for item in (fact.item for fact in facts):
        if not isinstance(item, Quotation) or item.cite:
            continue
        speaker = people.get(item.speaker)
        curated = (speaker.name, *speaker.aliases) if speaker else (item.voice,)
        spans = finder.quoted(item.text)
        said = [
            _certain_speaker(article, mentions, m) for m in mentions.quotations if m.span in spans
        ]
        others = [
            told for told in said if told and _own(curated).isdisjoint(_own(told.surface_forms))
        ]
        if _own(curated) and others and len(others) == len(said):
            told = (
                f"{item.key}: the article gives these words to {others[0].canonical}, not to "
                f"{curated[0]}; correct who said them, or 'cite' where they stand"
            )
            yield Problem(item.where, told, Severity.HINT, "other-speaker")


def _own(names: Iterable[str]) -> set[str]:
    """The words with a capital of some names."""
    return {
        word.lower() for name in names for word in re.findall(r"\w+", name) if word[0].isupper()
    }


def _certain_speaker(
    article: Article, mentions: Mentions, quotation: QuotationMention
) -> FoundPerson | None:
    """Who says the words by a cue of speech, and is named in their sentence; None if not sure."""
    paragraph = article.paragraph_at(quotation.span.start)
    sure = max((r.weight for r in quotation.reasons if r.rule.startswith("speaker/")), default=0)
    if paragraph is None or sure < CERTAIN:
        return None
    there = [
        each
        for each in paragraph.sentences
        if each.start < quotation.span.end and quotation.span.start < each.end
    ]
    around = [
        pronoun.start()
        for sentence in there
        for pronoun in _PRONOUN.finditer(article.view, sentence.start, sentence.end)
    ]
    if any(not any(at in part for part in quotation.parts) for at in around):
        return None  # "Holt met Price, and he said": perhaps the other one
    for person in mentions.people:
        if person.canonical == quotation.speaker and any(
            mention.span in sentence and not any(mention.span in part for part in quotation.parts)
            for mention in person.mentions
            for sentence in there
        ):
            return person
    return None


def _new_quotations(
    mentions: Mentions, curation: Curation, finder: EvidenceFinder
) -> Iterator[tuple[QuotationMention, Person]]:
    """The quotations that deck.yaml does not mention, by people whom it does."""
    # A name wins over an alias, and of two people of one alias the first has it.
    people = {alias: p for p in reversed(curation.of(Person)) for alias in p.aliases}
    people |= {p.name: p for p in reversed(curation.of(Person))}
    texts = {quotation.text for quotation in curation.of(Quotation)}
    known = {span for text in texts for span in finder.quoted(text)}
    ignored = {words_of(text) for text in curation.ignored.quotations}
    lengths = sorted(set(map(len, ignored)))
    for mention in mentions.quotations:
        words = words_of(mention.text)
        speaker = people.get(mention.speaker or "")
        if (
            speaker is not None
            and mention.span not in known
            and not any(words[:length] in ignored for length in lengths)
        ):
            yield mention, speaker


def _draft(
    mention: QuotationMention, speaker: Person, article: Article, taken: Set[str]
) -> Quotation:
    """A quotation as the rules alone know it; its key comes from its first words.

    Where they are taken, it has as many more as it takes to tell the two apart, and then a number.
    """
    words = words_of(mention.text)
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
