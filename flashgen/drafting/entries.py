"""What the rules read in an article as entries of a deck.yaml, each with its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from flashgen.article import Article, Span
from flashgen.deck.kinds import Event, Item, Person, Place, Question, Quotation, Term
from flashgen.drafting.entry import Entry
from flashgen.drafting.events import Dates, EventDraft, events, key_words, unsure
from flashgen.drafting.people import PersonDraft, people
from flashgen.drafting.places import PlaceDraft, places
from flashgen.drafting.question import QuestionDraft
from flashgen.drafting.questions import questions
from flashgen.drafting.quotations import QuotationDraft, quotations
from flashgen.drafting.story import Story
from flashgen.drafting.term import TermDraft
from flashgen.drafting.terms import terms
from flashgen.drafting.wording import WORD, recased, slug
from flashgen.english.lexicon import look_up
from flashgen.errors import Location
from flashgen.extract import aliases
from flashgen.mentions import DateMention, Named
from flashgen.rules.names.onomasticon import is_given_name

NAMED_ONCE = "whether it is worth knowing: the article names this person once"
_KEY_OF_QUOTATION = 5  # words
_OFTEN = 3  # times that somebody is named by a given name alone, as a king is


class Keys:
    """The keys of a section; a second one of the same words gets a number."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """With keys that stand there already."""
        self._taken = set(taken)

    def new(self, words: str) -> str:
        """A key made of some words."""
        key = first = slug(words)
        number = 1
        while key in self._taken:
            number += 1
            key = f"{first}-{number}"
        self._taken.add(key)
        return key


def _place_of(article: Article, span: Span) -> tuple[Span, int]:
    """The sentence that a span begins in, and its paragraph."""
    paragraph = article.paragraph_at(span.start)
    return article.sentence_at(span.start) or span, paragraph.number if paragraph else 0


def _entry(
    story: Story, item: Item, at: Span, lacks: Iterable[str], named: Named | None = None
) -> Entry:
    sentence, paragraph = _place_of(story.article, at)
    forms = tuple(aliases(story.article, named)) if named is not None else ()
    return Entry(item, sentence, paragraph, at, tuple(lacks), forms)


def _where(story: Story, at: Span) -> Location:
    return story.article.locate(at.start)


def drafted_people(story: Story) -> list[Entry]:
    """The people, who they are and when they lived."""
    keys = Keys()
    return [_person(story, draft, keys) for draft in people(story)]


def _person(story: Story, draft: PersonDraft, keys: Keys) -> Entry:
    person, best = draft.person, draft.best
    at = best.at if best is not None else person.mentions[0].span
    lacks = ["who it was"] if best is None else list(best.lacks)
    told = len(person.mentions) > 1 or not story.title_words.isdisjoint(person.canonical.split())
    full = " " in person.canonical
    if len(person.mentions) < _OFTEN and not full and is_given_name(person.canonical):
        lacks.append("the name in full")
    told = told or (best is not None and full and _is_office(story, best.words))
    if best is not None and not lacks and not told:
        lacks.append(NAMED_ONCE)
    item = Person(
        key=keys.new(person.canonical),
        where=_where(story, at),
        name=recased(person.canonical),
        aliases=_aliases(story.article, person),
        who=best.words if best is not None else "",
        born=draft.born,
        died=draft.died,
    )
    return _entry(story, item, at, lacks, person)


def _is_office(story: Story, who: str) -> bool:
    """Whether somebody is said to be something of a place or a body: "governor of Livonia".

    That is worth knowing even of one who is named once; whose kin or friend he was is not.
    """
    of_name = re.search(r"\bof (?:the )?(.*[A-ZÀ-Þ0-9].*)", who)
    if of_name is None:
        return False
    people = {w.casefold() for name in story.people for w in name.split() if w[:1].isupper()}
    return people.isdisjoint(of_name[1].casefold().split())


def _aliases(article: Article, found: Named) -> tuple[str, ...]:
    """The other forms of a name, but for its parts, and those that differ in case alone."""
    known = {found.canonical.casefold()}
    kept = []
    for form in aliases(article, found):
        part = set(form.split()) <= set(found.canonical.split())
        if form.casefold() not in known and not part and not look_up(form.lower()).closed:
            known.add(form.casefold())
            kept.append(form)
    return tuple(kept)


def drafted_events(
    story: Story, place_keys: dict[str, str], person_keys: dict[str, str]
) -> list[Entry]:
    """The events; ``place_keys`` and ``person_keys`` are the keys by canonical names."""
    keys = Keys()
    known = place_keys, person_keys
    dates, drafts = Dates(story), list(events(story))
    drafts = [replace(draft, date=dates.best(draft.date)) for draft in drafts]
    told = [_event(story, draft, keys.new(_title_words(draft)), known) for draft in drafts]
    untold = dates.untold(draft.date for draft in drafts)
    return [*told, *(_bare_date(story, mention, keys) for mention in untold)]


def _bare_date(story: Story, mention: DateMention, keys: Keys) -> Entry:
    """A date of which the article's words tell no event by themselves."""
    date = mention.date
    assert date is not None  # noqa: S101
    other_era = date.calendar is not None and date.calendar.other_era
    item = Event(
        key=keys.new(str(date.value if other_era else date.written)),
        where=_where(story, mention.span),
        date=date,
        time=mention.time or "",
        unsure=unsure(mention),
    )
    return _entry(story, item, mention.span, ["what happened, in words that say it by themselves"])


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
    first, last = draft.date.span_days()
    if not draft.nominal and last - first > _LONGEST_TIME:
        lacks.append("a closer date")
    item = Event(
        key=key,
        where=_where(story, draft.at),
        ask=("when",) if draft.nominal else (),
        title=draft.title if len(draft.title.split()) < len(draft.what.split()) - 1 else "",
        what=draft.what,
        date=draft.date,
        time=draft.time,
        unsure=draft.unsure,
        place=known[0].get(draft.place, ""),
        people=tuple(known[1][name] for name in draft.people if name in known[1]),
    )
    return _entry(story, item, draft.at, lacks)


_LONGEST_TIME = 400  # days: a decade is no date


def drafted_places(story: Story) -> list[tuple[Entry, bool]]:
    """The places, each with whether everybody knows it anyway."""
    keys = Keys()
    return [(_place(story, draft, keys), draft.well_known) for draft in places(story)]


def _place(story: Story, draft: PlaceDraft, keys: Keys) -> Entry:
    place, best, town = draft.place, draft.best, draft.town
    lacks = ["what it was"] if best is None else list(best.lacks)
    what = best.words if best is not None else ""
    titled = not story.title_words.isdisjoint(place.canonical.split())
    ask: tuple[str, ...] = () if best is None or (best.alone and not titled) else ("description",)
    at = best.at if best is not None else place.mentions[0].span
    renamed = town is not None and town.near and town.is_renamed(place.surface_forms)
    known = draft.well_known or (town is not None and town.known)
    if town is not None and (best is None or best.lacks):
        named = f"{town.kind} in {town.country_in}"
        bare = best is not None and all("more of" in lack for lack in best.lacks)
        what = f"{what} in {town.country_in}" if bare else named
        at = at if bare else place.mentions[0].span
        ask = ("description", "today") if renamed else ("description",)
        # Of a place of some weight in the story a row tells enough: "Iquique, city in Chile".
        others = (other.canonical for other in story.mentions.places if other is not place)
        part = any(f" {place.canonical}" in other for other in others)  # of "Fort Sumter"
        there = not story.title_words.isdisjoint(town.country_in.split())
        weighty = town.near and len(place.mentions) > 1 and not (known or part or there)
        telling = bare or renamed or weighty
        lacks = [] if telling else ["whether it is worth knowing"]
    item = Place(
        key=keys.new(place.canonical),
        where=_where(story, at),
        ask=ask,
        name=recased(place.canonical),
        aliases=_aliases(story.article, place),
        sort=place.kind,
        what=what,
        today=town.name if town is not None and renamed else "",
        coordinates=(town.latitude, town.longitude) if town is not None else None,
    )
    return _entry(story, item, at, lacks, place)


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
        where=_where(story, draft.mention.span),
        text=draft.text,
        speaker=speaker,
        voice="" if speaker else draft.voice,
        to=draft.to,
        missing=draft.missing,
        date=draft.date,
    )
    return _entry(story, item, draft.mention.span, draft.lacks)


def drafted_terms(story: Story) -> list[Entry]:
    """The terms, each once."""
    keys, best = Keys(), dict[str, TermDraft]()
    for draft in terms(story):
        known = best.get(slug(draft.term))
        if known is None or (known.lacks and not draft.lacks):
            best[slug(draft.term)] = draft
    return [_term(story, draft, keys) for draft in best.values()]


def _term(story: Story, draft: TermDraft, keys: Keys) -> Entry:
    short = draft.term.isupper() and " " not in draft.term  # its long form gives it away
    item = Term(
        key=keys.new(draft.term),
        where=_where(story, draft.at),
        ask=("meaning",) if short else (),
        term=draft.term,
        aliases=draft.aliases,
        meaning=draft.meaning,
    )
    return _entry(story, item, draft.at, draft.lacks)


def drafted_questions(story: Story) -> list[tuple[Entry, QuestionDraft]]:
    """The questions, each with its draft: an article answers many, and not all are worth a card."""
    keys = Keys()
    return [(_question(story, draft, keys), draft) for draft in questions(story)]


def _question(story: Story, draft: QuestionDraft, keys: Keys) -> Entry:
    item = Question(
        key=keys.new(key_words(f"{draft.answer} {draft.question}")),
        where=_where(story, draft.at),
        question=draft.question,
        answer=draft.answer,
    )
    return _entry(story, item, draft.at, draft.lacks)


def lacking(entry: Entry, *why: str) -> Entry:
    """The entry with more that it lacks."""
    return replace(entry, lacks=tuple(dict.fromkeys((*entry.lacks, *why))))
