"""The kinds of facts: for each its section of deck.yaml, its keys, its questions, its note type.

This is the one table of kinds. A new kind is a class here, a member of ``Item`` and ``KINDS``, and
a folder of templates with its name; what else it needs the type checker asks for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from flashgen.dates.countries import Country
from flashgen.dates.historical import HistoricalDate, parse_edtf
from flashgen.deck.common import TEXT, TEXTS, Ask, Common, Proof
from flashgen.deck.keys import Holds, yaml_key
from flashgen.mentions import PlaceKind

# Stands in for a date that is missing or wrong, until the mistake is reported.
SOME_DAY = HistoricalDate.unspecified(parse_edtf("1000"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Common):
    """A human being; ``aliases`` are the other forms of the name."""

    section: ClassVar = "people"
    kind: ClassVar = "person"
    rank: ClassVar = 1
    proof: ClassVar = Proof(names=("name", "aliases"), answers=("who",))
    questions: ClassVar = {
        "name": Ask("Ask name", "who"),
        "description": Ask("Ask description", "who"),
        "life": Ask("Ask life", "born", usual=False),
        "picture": Ask("Ask picture", "picture", usual=False),
    }

    name: str = yaml_key(TEXT, "The name that cards show.", required=True, shown="Name")
    aliases: tuple[str, ...] = yaml_key(TEXTS, "Other forms of the name.", default=())
    who: str = yaml_key(TEXT, "Who it was, as an answer.", shown="Description")
    born: HistoricalDate | None = yaml_key(Holds.DATE, "The date of birth.", default=None)
    died: HistoricalDate | None = yaml_key(Holds.DATE, "The date of death.", default=None)
    calendar: Country | None = yaml_key(
        Holds.CALENDAR, "Whose calendar these dates are of.", default=None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Common):
    """Something that happened, told in one sentence; ``title`` is ``what`` where it has none."""

    section: ClassVar = "events"
    kind: ClassVar = "event"
    rank: ClassVar = 3
    proof: ClassVar = Proof(date="date", answers=("what",), asks=("time", "place", "people"))
    questions: ClassVar = {
        "when": Ask("Ask when", "what"),
        "what": Ask("Ask what", "what"),
        "new-style": Ask("Ask New Style", "date", usual=False),
        "old-style": Ask("Ask Old Style", "date", usual=False),
        "place": Ask("Ask place", "place", usual=False),
        "picture": Ask("Ask picture", "picture", usual=False),
    }

    title: str = yaml_key(TEXT, "A few words for the list of notes in Anki.")
    what: str = yaml_key(TEXT, "What happened, a sentence without its date.", shown="Event")
    date: HistoricalDate = yaml_key(
        Holds.DATE, "When it happened.", required=True, default=SOME_DAY
    )
    time: str = yaml_key(TEXT, "The time of day.", shown="Time")
    place: str = yaml_key(Holds.REFERENCE, "Where it happened.", of="places")
    people: tuple[str, ...] = yaml_key(Holds.REFERENCES, "Who took part.", of="people", default=())
    calendar: Country | None = yaml_key(
        Holds.CALENDAR, "Whose calendar its date is of.", default=None
    )
    unsure: str = yaml_key(TEXT, "Why its date may be another one; it asks nothing until then.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Common):
    """A place; ``coordinates`` are latitude and longitude in degrees (WGS 84)."""

    section: ClassVar = "places"
    kind: ClassVar = "place"
    rank: ClassVar = 2
    proof: ClassVar = Proof(names=("name", "aliases"), answers=("what", "happened"))
    questions: ClassVar = {
        "description": Ask("Ask description", "what"),
        "name": Ask("Ask name", "what"),
        "happened": Ask("Ask what happened", "happened"),
        "today": Ask("Ask today", "today", usual=False),
        "map": Ask("Ask on the map", "coordinates", or_else="map", usual=False),
        "picture": Ask("Ask picture", "picture", usual=False),
    }

    name: str = yaml_key(TEXT, "The name that cards show.", required=True, shown="Name")
    aliases: tuple[str, ...] = yaml_key(TEXTS, "Other forms of the name.", default=())
    sort: PlaceKind = yaml_key(
        Holds.CHOICE, "What sort of place it is.", name="kind", required=True,
        choices=tuple(PlaceKind), default=PlaceKind.OTHER, shown="Kind",
    )  # fmt: skip
    what: str = yaml_key(TEXT, "What it was, as an answer.", shown="Description")
    happened: str = yaml_key(TEXT, "What happened there.", shown="What happened")
    today: str = yaml_key(TEXT, "What it is called, or is, today.", shown="Today")
    coordinates: tuple[float, float] | None = yaml_key(
        Holds.COORDINATES, "Where it lies.", default=None
    )
    calendar: Country | None = yaml_key(
        Holds.CALENDAR, "Whose calendar what happened there is dated by.", default=None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(Common):
    """Somebody's words; ``speaker`` is the key of a person, or ``voice`` says who in words."""

    section: ClassVar = "quotations"
    kind: ClassVar = "quotation"
    rank: ClassVar = 4
    proof: ClassVar = Proof(wording="text", answers=("speaker", "voice"), asks=("to", "occasion"))
    questions: ClassVar = {
        "speaker": Ask("Ask speaker", "speaker", or_else="voice"),
        "missing": Ask("Ask missing words", "missing"),
        "when": Ask("Ask when", "date", usual=False),
        "occasion": Ask("Ask occasion", "occasion", usual=False),
        "to": Ask("Ask to whom", "to", usual=False),
    }

    text: str = yaml_key(TEXT, "The words.", required=True, shown="Quotation")
    speaker: str = yaml_key(Holds.REFERENCE, "Who said them.", of="people")
    voice: str = yaml_key(TEXT, "Who said them, where it is nobody with a name.")
    to: str = yaml_key(TEXT, "To whom.", shown="To whom")
    missing: str = yaml_key(
        TEXT, "The telling words of 'text', which a card hides.", shown="Missing words"
    )
    date: HistoricalDate | None = yaml_key(Holds.DATE, "When they were said.", default=None)
    occasion: str = yaml_key(TEXT, "On what occasion.", shown="Occasion")
    calendar: Country | None = yaml_key(
        Holds.CALENDAR, "Whose calendar the date is of.", default=None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Common):
    """A word that one has to know."""

    section: ClassVar = "terms"
    kind: ClassVar = "term"
    rank: ClassVar = 0
    proof: ClassVar = Proof(names=("term", "aliases"), answers=("meaning",))
    questions: ClassVar = {
        "meaning": Ask("Ask meaning", "meaning"),
        "term": Ask("Ask term", "meaning"),
        "picture": Ask("Ask picture", "picture", usual=False),
    }

    term: str = yaml_key(TEXT, "The word.", required=True, shown="Term")
    aliases: tuple[str, ...] = yaml_key(TEXTS, "Other forms of it.", default=())
    meaning: str = yaml_key(TEXT, "What it means, as an answer.", required=True, shown="Meaning")
    literally: str = yaml_key(TEXT, "What a foreign word means word for word.", shown="Literally")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Common):
    """A question in its author's own words."""

    section: ClassVar = "questions"
    kind: ClassVar = "question"
    rank: ClassVar = 5
    questions: ClassVar = {"answer": Ask("Ask answer", "answer")}
    proof: ClassVar = Proof(answers=("answer",), asks=("question",))

    question: str = yaml_key(
        TEXT, "What the card asks: a question, or what to do.", required=True, shown="Question"
    )
    answer: str = yaml_key(
        TEXT, "The one right answer, in a few words.", required=True, shown="Answer"
    )


Item = Person | Event | Place | Quotation | Term | Question

# In the order in which their sections stand in a new deck.yaml.
KINDS: tuple[type[Item], ...] = (Person, Event, Place, Quotation, Term, Question)
