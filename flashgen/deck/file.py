"""A deck.yaml as it was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar, TypeVar

from flashgen.dates.countries import Country
from flashgen.deck.common import TEXT, TEXTS, Common
from flashgen.deck.keys import Holds, yaml_key
from flashgen.deck.kinds import Item
from flashgen.errors import Problem

K = TypeVar("K", bound=Common)

# The section of what a draft proposes and no card asks yet: the sections of facts within it.
TODO = "todo"
# The section of what was proposed once, in short, by sections likewise: it is not proposed again.
PROPOSED = "proposed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckInfo:
    """What deck.yaml says of the deck as a whole; ``id`` is its identity for ever.

    ``year`` and ``calendar`` complete the article's dates that state no year, or no calendar.
    """

    section: ClassVar = "deck"

    id: str = yaml_key(Holds.IDENTITY, "The deck's identity; it never changes.", required=True)
    name: str = yaml_key(TEXT, "The deck's name in Anki.", required=True)
    topic: str = yaml_key(
        TEXT, "Stands small on every front; it must not give answers away.", required=True
    )
    updated: date = yaml_key(Holds.DAY, "The day of this version.", required=True, default=date.min)
    description: str = yaml_key(TEXT, "What the deck is about, for Anki's list of decks.")
    year: int | None = yaml_key(Holds.YEAR, "Of the article's dates that state none.", default=None)
    calendar: Country | None = yaml_key(
        Holds.CALENDAR,
        "Whose calendar plain dates are of.",
        formerly="calendar_change",
        default=None,
    )
    note_types: str = yaml_key(
        Holds.CHOICE, "Whether its note types, and with them its look, are its own.",
        choices=("shared", "own"), default="shared",
    )  # fmt: skip
    subdecks: bool | None = yaml_key(
        Holds.YES_NO,
        "Whether each kind has a subdeck; else as the last release has it, and at first none.",
        default=None,
    )
    type_in: bool = yaml_key(
        Holds.YES_NO, "Whether learners type the names and answers of a few words.", default=False
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceInfo:
    """What deck.yaml says of the article that stands beside it."""

    section: ClassVar = "source"

    title: str = yaml_key(TEXT, "Its title, as cards name it.")
    author: str = yaml_key(TEXT, "Its author.")
    date: str = yaml_key(TEXT, "When it was published, as cards say it.")
    address: str = yaml_key(TEXT, "Where it can be read, such as a web address.")
    note: str = yaml_key(TEXT, "What the deck's description says of it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignored:
    """Names and words that the rules find and the deck does not want."""

    section: ClassVar = "ignore"

    people: tuple[str, ...] = yaml_key(TEXTS, "Names that are nobody's.", default=())
    places: tuple[str, ...] = yaml_key(TEXTS, "Names that are no place's.", default=())
    quotations: tuple[str, ...] = yaml_key(TEXTS, "The first words of each.", default=())


@dataclass(frozen=True)
class Curation:
    """A deck.yaml, checked; ``dropped`` are notes given up on purpose, as (kind, key).

    ``items`` are the facts, by the rank of their kind, each kind in the order of the file.
    ``proposes``: quotations that the rules find are proposed, and none is added by itself.
    ``partial``: facts that cannot be read are left out, and those that refer to them.
    """

    path: Path
    deck: DeckInfo
    source: SourceInfo
    items: tuple[Item, ...]
    ignored: Ignored
    dropped: frozenset[tuple[str, str]] = frozenset()
    hints: tuple[Problem, ...] = ()
    proposes: bool = False
    partial: bool = False

    def of(self, kind: type[K]) -> tuple[K, ...]:
        """The facts of a kind, in the order of the file."""
        return tuple(item for item in self.items if isinstance(item, kind))
