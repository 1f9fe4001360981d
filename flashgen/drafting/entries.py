"""What the rules read in an article as entries of a deck.yaml, each with its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from flashgen.dates.historical import HistoricalDate
from flashgen.deck.kinds import Event, Question, Quotation, Term
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import WORD, content_words, slug
from flashgen.drafting.entry import Entry, Keys, entry_of, where
from flashgen.drafting.events.dates import Dates
from flashgen.drafting.events.drafts import events
from flashgen.drafting.events.event import EventDraft, unsure
from flashgen.drafting.events.steps import TURNING
from flashgen.drafting.events.title import key_words
from flashgen.drafting.passing import PASSING, is_dwelt_on
from flashgen.drafting.questions.drafts import questions
from flashgen.drafting.questions.question import QuestionDraft
from flashgen.drafting.quotations.drafts import QuotationDraft, quotations
from flashgen.drafting.terms.drafts import terms
from flashgen.drafting.terms.term import TermDraft, is_of_one_stem
from flashgen.english.lexicon import look_up
from flashgen.mentions import DateMention
from flashgen.tables import words as table

# A meaning that opens so is that of many a thing: nobody tells the word by it.
_FITS_MANY = re.compile(
    r"(?:(?:[\w-]+ ){0,2}(?:list|group|class|waves?|series|set|period|term|word|name|phrase)"
    r"|simple|brief|short|large|small|big|long|necessary|abandoned|nearby)\b"
)
_KEY_OF_QUOTATION, _KEY_OF_DATE, _FEWEST_WORDS = 5, 4, 2


def drafted_events(
    story: Story,
    place_keys: dict[str, str],
    person_keys: dict[str, str],
    said: Iterable[HistoricalDate],
) -> list[Entry]:
    """The events; ``place_keys`` and ``person_keys`` are the keys by canonical names.

    A date of what was ``said`` needs no event.
    """
    keys = Keys()
    known = place_keys, person_keys
    dates, drafts = Dates(story), list(events(story))
    drafts = [replace(draft, date=dates.best(draft.date)) for draft in drafts]
    told = [_event(story, draft, keys.new(_title_words(draft)), known) for draft in drafts]
    untold = dates.untold([*(draft.date for draft in drafts), *said])
    return [*told, *(_bare_date(story, mention, keys) for mention in untold)]


def _bare_date(story: Story, mention: DateMention, keys: Keys) -> Entry:
    """A date of which the article's words tell no event by themselves."""
    date = mention.date
    assert date is not None  # noqa: S101
    other_era = date.calendar is not None and date.calendar.other_era
    item = Event(
        key=keys.new(_words_near(story, mention) or str(date.value if other_era else date.written)),
        where=where(story, mention.span),
        date=date,
        time=mention.time or "",
        unsure=unsure(mention),
    )
    return entry_of(
        story, item, mention.span, ["what happened, in words that say it by themselves"]
    )


def _words_near(story: Story, mention: DateMention) -> str:
    """The telling words that stand next to a date, in their order, for a key."""
    s = story.sentences[story.sentence_at(mention.span.start)]
    at = s.at(mention.span.start)
    telling = [
        k
        for k in range(len(s))
        if s.tags[k] in "NEVJDGB" and s.starts[k] not in mention.span and content_words(s.words[k])
    ]
    near = sorted(sorted(telling, key=lambda k: abs(k - at))[:_KEY_OF_DATE])
    return " ".join(s.words[k] for k in near)


def _title_words(draft: EventDraft) -> str:
    return key_words(draft.title) or draft.title


def _event(
    story: Story,
    draft: EventDraft,
    key: str,
    known: tuple[dict[str, str], dict[str, str]],
) -> Entry:
    lacks = list(draft.lacks)
    if draft.unsure:
        lacks.append("the right date")
    if _LATER & set(draft.what.lower().split()):
        lacks.append("what happened: this is what was written or found of it later")
    item = Event(
        key=key,
        where=where(story, draft.at),
        ask=("when",) if draft.weight < TURNING else (),
        title=draft.title if len(draft.title.split()) < len(draft.what.split()) - 1 else "",
        what=draft.what,
        date=draft.date,
        time=draft.time,
        unsure=draft.unsure,
        place=known[0].get(draft.place, ""),
        people=tuple(known[1][name] for name in draft.people if name in known[1]),
    )
    return entry_of(story, item, draft.at, lacks)


# Who studies what the article tells, and is no part of it.
_LATER = frozenset(
    "historian historians archaeologist archaeologists archaeological scholar scholars "
    "biographer biographers excavation excavations excavated".split()
)


def drafted_quotations(story: Story, person_keys: dict[str, str]) -> list[tuple[Entry, int]]:
    """The quotations, each with how much it is worth."""
    keys = Keys()
    return [
        (_quotation(story, draft, keys, person_keys), draft.worth) for draft in quotations(story)
    ]


def _quotation(
    story: Story, draft: QuotationDraft, keys: Keys, person_keys: dict[str, str]
) -> Entry:
    words = " ".join(WORD.findall(draft.text)[:_KEY_OF_QUOTATION])
    speaker = person_keys.get(draft.person.canonical, "") if draft.person else ""
    item = Quotation(
        key=keys.new(words),
        where=where(story, draft.mention.span),
        ask=("speaker",) if draft.missing.words and not draft.missing.known else (),
        text=draft.text,
        speaker=speaker,
        voice="" if speaker else draft.voice,
        to=draft.to,
        missing=draft.missing.words,
        date=draft.date,
        occasion=draft.occasion,
    )
    return entry_of(story, item, draft.mention.span, draft.lacks)


def drafted_terms(story: Story) -> list[Entry]:
    """The terms, each once."""
    keys, best = Keys(), dict[str, TermDraft]()
    for draft in terms(story):
        known = best.get(slug(draft.term))
        if known is None or (known.lacks and not draft.lacks):
            best[slug(draft.term)] = draft
    return [_term(story, draft, keys) for draft in _explained_once(best)]


def _explained_once(best: dict[str, TermDraft]) -> Iterator[TermDraft]:
    """The terms, of two names of one thing one, with what the other is said to be."""
    other = {name: slug(draft.meaning) for name, draft in best.items()}
    said = {name: best[then] for name, then in other.items() if then in best and then != name}
    twice = set[str]()
    for name, draft in best.items():
        if name in twice:
            continue
        if name not in said:
            yield draft
            continue
        twice.add(other[name])
        more = not said[name].lacks and other[other[name]] != name
        yield replace(said[name], term=draft.term, aliases=(said[name].term,)) if more else draft


def _term(story: Story, draft: TermDraft, keys: Keys) -> Entry:
    # Its long form gives it away, or the topic does; and many a thing is "councils".
    short = draft.term.removesuffix("s").isupper() and " " not in draft.term
    short = short or len(content_words(draft.meaning)) < _FEWEST_WORDS
    told = {*content_words(draft.meaning), *content_words(story.article.title or "")}
    short = short or _FITS_MANY.match(draft.meaning) is not None
    short = short or any(is_of_one_stem(a, b) for a in content_words(draft.term) for b in told)
    item = Term(
        key=keys.new(draft.term),
        where=where(story, draft.at),
        ask=("meaning",) if short else (),
        term=draft.term,
        aliases=draft.aliases,
        meaning=draft.meaning,
    )
    return entry_of(story, item, draft.at, draft.lacks)


def drafted_questions(story: Story) -> list[tuple[Entry, QuestionDraft]]:
    """The questions, each with its draft: an article answers many, and not all are worth a card."""
    keys = Keys()
    return [(_question(story, draft, keys), draft) for draft in questions(story)]


def _question(story: Story, draft: QuestionDraft, keys: Keys) -> Entry:
    item = Question(
        key=keys.new(key_words(f"{draft.answer} {draft.question.removeprefix(draft.setting)}")),
        where=where(story, draft.at),
        question=draft.question,
        answer=draft.answer,
    )
    told = f"{draft.question} {draft.answer}" if draft.by_sort else draft.question
    # A treaty or a battle is a step of history by its name; a party is none.
    step = draft.by_sort in table("history", "events", "steps")
    step = step and not {"e", "d", "m"}.isdisjoint(look_up(draft.by_sort).of_noun)
    aside = not (draft.lacks or step or is_dwelt_on(story, told, draft.at.start))
    return entry_of(story, item, draft.at, (PASSING,) if aside else draft.lacks)
