"""The draft's own proof: each entry finds its sentence again, and no card breaks a rule."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from flashgen.article import Article
from flashgen.checks.cards import Card, Shown, cards
from flashgen.checks.catalogue import RULES
from flashgen.deck.file import Curation, DeckInfo, Ignored, SourceInfo
from flashgen.deck.kinds import KINDS, Item
from flashgen.drafting.entry import Entry, lacking
from flashgen.drafting.references import Chosen, with_known, with_references
from flashgen.drafting.untold import Untold, runs_of
from flashgen.evidence import EvidenceFinder
from flashgen.evidence.measure import texts_under
from flashgen.facts import Fact, unsupported
from flashgen.mentions import Mentions
from flashgen.note_types import read_templates
from flashgen.notes.writer import make_notes

QUESTIONS = {kind.kind: kind.questions for kind in KINDS}


def with_passages(article: Article, mentions: Mentions, entries: Sequence[Entry]) -> list[Entry]:
    """The entries, each that is asked at the sentence that its cards will show for proof.

    Where another sentence would be taken, or none, it gets a ``passage`` of its own.
    """
    finder = EvidenceFinder(article, mentions, [entry.item for entry in entries])
    named = Untold(article, mentions)
    return [
        entry if entry.lacks else named.told(finder, _with_passage(article, finder, entry))
        for entry in entries
    ]


def _with_passage(article: Article, finder: EvidenceFinder, entry: Entry) -> Entry:
    usual = finder.of_item(entry.item)
    stated = usual is not None and usual.proves
    if usual and stated and (entry.item.passage or usual.span.start in entry.sentence):
        return entry
    for passage in _passages(article, entry):
        item = replace(entry.item, passage=passage)
        found = finder.of_item(item)
        if found is not None and found.proves and passage[-1] in found.text:
            return replace(entry, item=item)
    if usual is None or not usual.proves:
        return replace(entry, item=replace(entry.item, passage=(article.tidy(entry.at),)))
    sentence = article.sentence_at(usual.span.start) or entry.sentence
    return replace(entry, sentence=sentence, paragraph=usual.paragraph, at=usual.span)


def _passages(article: Article, entry: Entry) -> Iterator[tuple[str, ...]]:
    """Words of the sentence of an entry; then with the name in the one before, for its "he"."""
    runs = runs_of(article.tidy(entry.at))
    yield from ((run,) for run in runs)
    before = article.sentence_at(entry.sentence.start - 2) if entry.sentence.start > 1 else None
    if before is None:
        return
    told = " ".join(texts_under(entry.item, entry.item.proof.answers))
    named = article.tidy(before)
    for name in reversed(re.findall(r"[^\W\d_][\w’'-]+", told)):
        if name[:1].isupper() and re.search(rf"\b{re.escape(name)}\b", named):
            yield from ((name, run) for run in runs)
            return


def proved(article: Article, mentions: Mentions, deck: DeckInfo, chosen: Chosen) -> Chosen:
    """What is left to ask when no card breaks a rule, and what waits instead."""
    shown = with_known(chosen.cards, chosen.cards)
    faults = _faults(article, mentions, deck, shown)
    entries = []
    for entry in chosen.cards:
        item = entry.item
        bad = faults.get((item.kind, item.key), {})
        asked = _asked(item)
        left = tuple(name for name in asked if name not in bad)
        if entry.lacks or not bad:
            entries.append(entry)
        elif left:
            entries.append(replace(entry, item=replace(item, ask=left)))
        else:
            entries.append(lacking(entry, *bad.values()))
    again = with_references(entries)
    return Chosen(again.cards, (*chosen.waiting, *again.waiting))


def _asked(item: Item) -> tuple[str, ...]:
    """The questions that the loader would have it ask."""
    if item.ask:
        return item.ask
    answered = [
        key
        for key in ("who", "what", "meaning", "happened", "missing", "answer")
        if _has(item, key)
    ]
    answered += [key for key in ("speaker", "voice") if _has(item, key)]
    return tuple(
        name
        for name, question in item.questions.items()
        if question.usual and not {question.needs, question.or_else}.isdisjoint(answered)
    )


def _has(item: Item, key: str) -> bool:
    return bool(getattr(item, key, None))


def _faults(
    article: Article, mentions: Mentions, deck: DeckInfo, entries: Sequence[Entry]
) -> dict[tuple[str, str], dict[str, str]]:
    """What is wrong with the cards, by kind and key: each question, and why."""
    note_types = read_templates(()).note_types
    items = [replace(e.item, ask=() if e.lacks else _asked(e.item)) for e in entries]
    curation = Curation(Path("deck.yaml"), deck, SourceInfo(), tuple(items), Ignored())
    finder = EvidenceFinder(article, mentions, items)
    facts = [Fact(item, finder.of_item(item)) for item in items]
    notes = make_notes(facts, curation, article)
    shown = Shown(tuple(cards(notes, note_types, facts)), tuple(facts))
    questions = {
        (kind, card.name): name
        for kind, note_type in note_types.items()
        for card in note_type.cards
        for name, question in QUESTIONS[kind].items()
        if question.switch == card.switch
    }
    found: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    rules = (rule.find(shown) for rule in RULES if rule.find)
    for findings in (*rules, unsupported(facts, finder)):
        for subject, message in findings:
            if isinstance(subject, Card) and subject.item:
                item = subject.item
                found[item.kind, item.key][questions[item.kind, subject.name]] = message
            elif not isinstance(subject, Card):
                found[subject.kind, subject.key] |= dict.fromkeys(_asked(subject), message)
    return found
