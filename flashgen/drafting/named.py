"""People and places as entries of a deck.yaml: who and what they were, and whether one asks."""

from __future__ import annotations

import re

from flashgen.article import Article, Span
from flashgen.deck.kinds import Person, Place
from flashgen.drafting.clauses.description import Description
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import content_words, recased
from flashgen.drafting.entry import Entry, Keys, entry_of, where
from flashgen.drafting.people.drafts import PersonDraft, people
from flashgen.drafting.places.atlas import is_another_name
from flashgen.drafting.places.drafts import PlaceDraft, places
from flashgen.english.lexicon import look_up
from flashgen.extract import aliases
from flashgen.mentions import FoundPerson, Named
from flashgen.rules.names.onomasticon import is_common_given_name, is_given_name

NAMED_ONCE = "whether it is worth knowing: the article names this person once"
_OF_ONE_DAY = re.compile(r"^(?:newly|additional|future|then)\b|\badditional\b")
# Who wrote of what the article tells, and is no part of it.
_LATER = (
    r"\b(?:historian|biographer|archaeologist|scholar|professor|author(?! of [“\"])|translator"
    r"|critic|journalist|columnist|commentator|reviewer)\b"
)
# Of one name there are many, but one "daughter of Philip II", one "Queen of Scots".
_TOLD_APART = r"^(?:[\w-]+ )*(?:of|to) (?:[\w-]+ )*[A-ZÀ-Þ]"
_CAPITAL = r"(?:[\w-]+ )?capital(?: city)?(?: of (?:the )?[A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*)*)?"
_DEED = re.compile(r" whom? ")
_FEW = 4  # people in one sentence
_BARE = 2  # words that say something: "Riga poet"
_OFTEN = 3  # times that somebody is named by a given name alone, as a king is


def drafted_people(story: Story) -> list[Entry]:
    """The people, who they are and when they lived."""
    keys = Keys()
    return [_person(story, draft, keys) for draft in people(story)]


def _person(story: Story, draft: PersonDraft, keys: Keys) -> Entry:
    person, best = draft.person, draft.best
    at = (best.further or best.at) if best is not None else person.mentions[0].span
    lacks = ["who it was"] if best is None else list(best.lacks)
    titled = not story.title_words.isdisjoint(person.canonical.split())
    told = len(person.mentions) > 1 or titled
    full = " " in person.canonical
    apart = best is not None and re.search(_TOLD_APART, best.words) is not None
    told_by_deed = (
        best is not None and " who " in best.words and not is_given_name(person.canonical)
    )
    apart = apart or told_by_deed
    rare = len(person.mentions) < _OFTEN and is_given_name(person.canonical)
    if not full and not apart and (rare or is_common_given_name(person.canonical)):
        lacks.append("the name in full")
    of = re.search(r"\bof (\w+)$", best.words) if best is not None else None
    if of and is_common_given_name(of[1]) and of[1] not in story.title_words:
        lacks.append(f"which {of[1]} is meant")
    if best is not None and _OF_ONE_DAY.search(best.words):
        lacks.append("who it was at any time")
    told = told or (best is not None and (full or apart) and _is_telling(story, best.words))
    if best is not None and len(person.mentions) == 1 and _is_listed(story, at):
        told = False
    if best is not None and not lacks and not told:
        lacks.append(NAMED_ONCE)
    item = Person(
        key=keys.new(person.canonical),
        where=where(story, at),
        ask=("description",) if best is not None and best.words.startswith("one of ") else (),
        name=recased(person.canonical),
        aliases=_aliases(story.article, person),
        who=best.words if best is not None else "",
        born=draft.born,
        died=draft.died,
        passage=_passage(story, best),
    )
    return entry_of(story, item, at, lacks, person)


def _passage(story: Story, best: Description | None) -> tuple[str, ...]:
    """The words of two sentences that say together who somebody was."""
    if best is None or best.further is None:
        return ()
    return tuple(story.article.tidy(at) for at in (best.at, best.further))


def _is_listed(story: Story, at: Span) -> bool:
    """Whether a sentence names so many people that each of them is one among others."""
    named = (n.what for n in story.named_in(story.sentence_at(at.start)))
    return len({who.canonical for who in named if isinstance(who, FoundPerson)}) > _FEW


def _is_telling(story: Story, who: str) -> bool:
    """Whether what somebody is said to be is worth knowing of one who is named once.

    An office or a deed is, and more than a trade; not whose friend one was of whom the article
    tells no more, nor who wrote of it later.
    """
    if re.search(_LATER, who):
        return False
    named = {word for word in re.findall(r"[^\W\d_][\w-]+", who) if word[:1].isupper()}
    less = (name for name, person in story.people.items() if len(person.mentions) < _OFTEN)
    people = {word for name in less for word in name.split()}
    if _DEED.search(who):
        return len(content_words(who)) > _BARE
    if re.match(r"(?:[\w-]+ )?(?:friend|guest|servant)\b", who):
        return bool(named) and named & people <= story.title_words
    return bool(named) and (len(content_words(who)) > _BARE or " of " in who)


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


def drafted_places(story: Story) -> list[Entry]:
    """The places: what they were, and what they are today."""
    keys = Keys()
    return [_place(story, draft, keys) for draft in places(story)]


def _place(story: Story, draft: PlaceDraft, keys: Keys) -> Entry:
    place, best, town = draft.place, draft.best, draft.town
    what = best.words if best is not None else ""
    lacks = ["what it was"] if best is None else list(best.lacks)
    at = best.at if best is not None else place.mentions[0].span
    titled = not story.title_words.isdisjoint(place.canonical.split())
    ask: tuple[str, ...] = () if best is None or (best.alone and not titled) else ("description",)
    if town is not None and best is None:
        what, ask = f"{town.kind} in {town.country_in}", ("description",)
        lacks = ["more than where it lies"]  # a row's land tells what little a map would
    if draft.today is None and re.fullmatch(_CAPITAL, what):
        lacks.append("more than that it is a capital")
    later = draft.today.words if draft.today is not None else ""
    if draft.today is not None and is_another_name(place.canonical, later):
        at, ask = (draft.today.at, ("today",)) if lacks else (at, ("today", *_both(ask)))
        what = "" if lacks else what
        lacks = []
    item = Place(
        key=keys.new(place.canonical),
        where=where(story, at),
        ask=ask,
        name=recased(place.canonical),
        aliases=tuple(form for form in _aliases(story.article, place) if form != later),
        sort=draft.kind,
        what=what,
        today=later,
        coordinates=(town.latitude, town.longitude) if town is not None else None,
    )
    return entry_of(story, item, at, lacks, place)


def _both(ask: tuple[str, ...]) -> tuple[str, ...]:
    """The questions of a place that is described, the usual ones by their names."""
    return ask or ("description", "name")
