"""Which of the drafted facts become cards, and what each of them asks.

What is complete, certain and worth it is asked; all else waits for its author. Precision goes
before number: a card that is wrong or silly costs the learner's trust in all of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace

from flashgen.deck.kinds import Event, Person, Place, Question
from flashgen.drafting.clauses.wording import content_words
from flashgen.drafting.entry import Entry, lacking
from flashgen.drafting.events.happened import alike, asked_events
from flashgen.drafting.named import NAMED_ONCE
from flashgen.drafting.places.happened import with_events
from flashgen.drafting.questions.question import QuestionDraft
from flashgen.drafting.references import Chosen, with_references
from flashgen.drafting.same import (
    asked_facts,
    by_time_alone,
    described_once,
    fact_of,
    is_same,
    placed_once,
)
from flashgen.mentions import LANDS

# So many words of an article to one quotation that is asked, and how many at least.
_WORDS_PER_QUOTATION, _FEWEST_QUOTATIONS = 100, 3
# What many are of one thing: no description of one.
_OF_MANY = (
    r"(?:[\w-]+ ){0,2}(?:fellow|member|native|citizen|friend|inhabitant|resident|supporter"
    r"|admirer|pupil|participant|novice|convert|adherent|follower|descendant)\b"
)
# Likewise for questions, which a note of a few lines has, too.
_WORDS_PER_QUESTION, _FEWEST_QUESTIONS = 25, 10
# So many words to one more question with the same answer, and how many may have it at least.
_WORDS_PER_ANSWER, _FEWEST_ANSWERS = 250, 2
_PER_CLAUSE = 2  # questions of one clause, or cards of one fact
# What one alone was, of a thing.
_ONE = re.compile(r"\b(?:first|last|founder|author|inventor|discoverer|assassin|murderer)\b")
# Of these somebody has one; brothers, sons and cousins are many.
_ONE_KIN = frozenset("father mother wife husband widow widower spouse bride stepfather".split())


@dataclass(frozen=True, slots=True)
class Drafts:
    """All that was drafted: quotations with their worth, questions with their drafts.

    ``length`` is that of the article, in words.
    """

    people: Sequence[Entry]
    events: Sequence[Entry]
    places: Sequence[Entry]
    quotations: Sequence[tuple[Entry, int]]
    terms: Sequence[Entry]
    questions: Sequence[tuple[Entry, QuestionDraft]]
    length: int


def choose(drafts: Drafts) -> Chosen:
    """Choose among what was drafted."""
    events = asked_events(drafts.events)
    asked_quotations = _quotations(drafts.quotations, drafts.length)
    questions = _questions(drafts.questions, drafts.length, asked_facts(events))
    places, questions = placed_once(drafts.places, questions)
    places = with_events(places, drafts.events, questions)
    events = by_time_alone(events, questions)
    acting = {
        key
        for entry in events
        if isinstance(entry.item, Event) and not entry.lacks
        for key in entry.item.people
    }
    asked = " ".join(
        f"{entry.item.question} {entry.item.answer}"
        for entry in questions
        if isinstance(entry.item, Question) and not entry.lacks
    )
    acting |= {
        entry.item.key
        for entry in drafts.people
        if isinstance(entry.item, Person) and entry.item.name in asked
    }
    asked_people = _people([_needed(entry, acting) for entry in drafts.people])
    asked_people = described_once(asked_people, events, questions)
    names = {
        entry.item.key: entry.item.name
        for entry in (*drafts.people, *places)
        if isinstance(entry.item, Person | Place)
    }
    lands = {
        entry.item.key
        for entry in places
        if isinstance(entry.item, Place) and entry.item.sort in LANDS
    }
    events = [_unsaid(entry, names, lands) for entry in events]
    everything = [*asked_people, *events, *places, *asked_quotations, *drafts.terms]
    everything += questions
    return with_references(everything)


# --- events -------------------------------------------------------------------------------------


def _unsaid(entry: Entry, names: Mapping[str, str], lands: Container[str]) -> Entry:
    """An event without the people and the place that its words name, or one wider than a town."""
    item = entry.item
    assert isinstance(item, Event)  # noqa: S101
    people = tuple(key for key in item.people if names[key] not in item.what)
    wide = item.place in lands or names.get(item.place, "\n") in item.what
    place = "" if wide else item.place
    return replace(entry, item=replace(item, people=people, place=place))


# --- people -------------------------------------------------------------------------------------


def _needed(entry: Entry, acting: Container[str]) -> Entry:
    """The entry of a person, who is worth knowing if he takes part in what is asked."""
    if entry.item.key not in acting:
        return entry
    return replace(entry, lacks=tuple(lack for lack in entry.lacks if lack != NAMED_ONCE))


def _people(entries: Sequence[Entry]) -> list[Entry]:
    """A description that fits several asks for none of them by name."""
    said = {
        entry.item.key: frozenset(content_words(entry.item.who))
        for entry in entries
        if isinstance(entry.item, Person)
    }
    found = []
    for entry in entries:
        item, kept = entry.item, entry
        assert isinstance(item, Person)  # noqa: S101
        others = [words for key, words in said.items() if key != item.key and words]
        fits = any(said[item.key] <= words for words in others)
        if item.who and (fits or not _is_telling(item.who)):
            kept = replace(kept, item=replace(item, ask=("description",)))
        if item.who and re.match(_OF_MANY, item.who):
            kept = lacking(kept, "what one alone was")
        if item.who and any(said[item.key] == words for words in others):
            kept = lacking(kept, "what tells this person from another one")
        found.append(kept)
    return found


def _is_telling(who: str) -> bool:
    """Whether a description fits one person: it names what he was of, or tells what he did."""
    linked = re.search(r"\bof\b.* (?:the )?[A-ZÀ-Þ]", f"{who} ")
    before = re.split(r"\b(?:of|in)\b", who)[0].split()
    alone = _ONE.search(who) or any(word in _ONE_KIN for word in before)
    return (
        bool(linked) and bool(alone) and len(content_words(who)) >= (2 if _ONE.search(who) else 3)
    )


# --- quotations ---------------------------------------------------------------------------------


def _quotations(entries: Sequence[tuple[Entry, int]], length: int) -> list[Entry]:
    """So many of the quotations as an article of some length can bear, those of most worth."""
    most = max(_FEWEST_QUOTATIONS, length // _WORDS_PER_QUOTATION)
    ranked = sorted(
        (n for n, (entry, _) in enumerate(entries) if not entry.lacks),
        key=lambda n: (-entries[n][1], n),
    )
    kept = set(ranked[:most])
    return [
        entry if entry.lacks or n in kept else lacking(entry, "room: others are worth more")
        for n, (entry, _) in enumerate(entries)
    ]


# --- questions ----------------------------------------------------------------------------------


def _questions(
    drafts: Sequence[tuple[Entry, QuestionDraft]], length: int, events: Sequence[set[str]]
) -> list[Entry]:
    """The questions of most worth, in the order of the text.

    A clause makes no more than two of them, and no answer stands on more cards than an article of
    its length can bear: of an article on one man, few ask for him. ``events`` are the facts that
    are asked for their time.
    """
    ranked = sorted(
        (n for n, (entry, _) in enumerate(drafts) if not entry.lacks),
        key=lambda n: (-drafts[n][1].worth, n),
    )
    often = Counter(draft.answer for entry, draft in drafts if not entry.lacks)
    most = max(_FEWEST_ANSWERS, length // _WORDS_PER_ANSWER)
    most_questions = max(_FEWEST_QUESTIONS, length // _WORDS_PER_QUESTION)
    answers: Counter[str] = Counter()
    clauses: Counter[int] = Counter()
    kept = []
    asked: list[tuple[str, set[str]]] = []
    facts = list(events)
    # Where a clause has another answer than the one that too many have, it is asked for that.
    for n in sorted(ranked, key=lambda n: often[drafts[n][1].answer] > most):
        draft = drafts[n][1]
        words = set(content_words(draft.question))
        answer = draft.answer.removeprefix("The ")
        if any(a == answer and alike(words, other) for a, other in asked):
            continue
        fact = fact_of(drafts[n][0])
        if sum(is_same(fact, other) for other in facts) >= _PER_CLAUSE:
            continue
        if answers[draft.answer] < most and clauses[draft.verb] < _PER_CLAUSE:
            answers[draft.answer] += 1
            clauses[draft.verb] += 1
            asked.append((answer, words))
            facts.append(fact)
            kept.append(n)
    return [drafts[n][0] for n in sorted(kept[:most_questions])]
