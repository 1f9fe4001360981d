"""Cards as the rules see them: what stands on the front, and what is the answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from flashgen.deck.file import SourceInfo
from flashgen.deck.kinds import Item, Person
from flashgen.deck.sequences import Successor
from flashgen.errors import Location
from flashgen.facts import Fact
from flashgen.note_types.language import SPECIAL_FIELDS, FieldTag, PlainHtml, parse
from flashgen.note_types.note_type import NoteType
from flashgen.note_types.shown import (
    IMAGE,
    filled_in,
    rendered,
    source_of,
    text_of,
    text_shown,
    words_for,
)
from flashgen.notes.note import Note
from flashgen.printing import visible

_TOPIC = "Topic"
_CREDIT = re.compile(r"<small\b.*?</small>", re.DOTALL)
_MEDIA = re.compile(rf"{IMAGE.pattern}|\[sound:([^\[\]]+)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Card:
    """A card that Anki will make; every text is as one reads it.

    ``note`` and ``name`` say which, ``question`` is one for all cards of a template. ``asked`` are
    the note's fields on the front by name, the topic left out, ``media`` the names of the pictures
    and sounds there, ``described`` the words that stand for the pictures. ``given`` are words that
    the front tells openly, and that answer nothing; ``answered`` is whether the back answers, be it
    by a picture. ``fact`` is None on a card of somebody else's package.
    """

    note: str
    name: str
    question: str
    where: Location
    front: str
    asked: Mapping[str, str]
    answer: str
    answer_field: str
    given: str = ""
    hint: str = ""
    media: tuple[str, ...] = ()
    described: str = ""
    answered: bool = True
    fact: Fact | None = None

    @property
    def item(self) -> Item | None:
        """What the card's fact is in deck.yaml."""
        return self.fact.item if self.fact else None

    @cached_property
    def prompt(self) -> str:
        """What one reads of the note on the front."""
        return " ".join(self.asked.values())

    @property
    def asks(self) -> bool:
        """Whether the front shows anything of the note."""
        return visible(self.prompt) or bool(self.media)


@dataclass(frozen=True, eq=False)
class Shown:
    """What the rules are shown: the cards of a deck, and the facts if it has a deck.yaml."""

    cards: tuple[Card, ...]
    facts: tuple[Fact, ...] = ()
    source: SourceInfo = field(default_factory=SourceInfo)

    @cached_property
    def asked_facts(self) -> tuple[Fact, ...]:
        """The facts that have cards, once each, in the order of their first ones."""
        return tuple({card.fact.item.where: card.fact for card in self.cards if card.fact}.values())

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """What these facts are in deck.yaml."""
        return tuple(fact.item for fact in self.asked_facts)


def cards(
    notes: Sequence[Note], note_types: Mapping[str, NoteType], facts: Sequence[Fact] = ()
) -> Iterator[Card]:
    """The cards of the notes: those whose switch is on."""
    of_note = {(fact.item.kind, fact.item.key): fact for fact in facts}
    people = {fact.item.key: fact.item.name for fact in facts if isinstance(fact.item, Person)}
    for note in notes:
        fact = of_note.get((note.kind, note.key))
        texts = _Texts(note.fields)
        # The credit of a picture is hidden on a front: a painter's title tells what is to be known.
        credited = {name: html for name, html in note.fields.items() if "<small" in html}
        seen = _Texts({**note.fields, **{n: _CREDIT.sub("", h) for n, h in credited.items()}})
        filled = filled_in(note.fields)
        for template in note_types[note.kind].cards_of(note):
            front, shown = _front(template.front, filled)
            shown = [name for name in shown if name in note.fields]
            marked_up = [
                html for name in shown if "<" in (html := note.fields[name]) or "[" in html
            ]
            yield Card(
                note=note.key,
                name=template.name,
                question=f"{note.kind}/{template.name}",
                where=note.where,
                front=text_shown(front, seen.fields),
                asked={name: seen[name] for name in shown if name != _TOPIC},
                answer=texts[template.answer],
                answer_field=template.answer,
                media=media_in(marked_up),
                described=described_in(marked_up),
                answered=visible(texts[template.answer]),
                given=" ".join(
                    (*(texts[name] for name in (*template.given, _TOPIC)), *_acting(fact, people))
                ),
                hint=texts["Hint"],
                fact=fact,
            )


class _Texts(dict[str, str]):
    """What one reads in the fields (HTML) of a note, each read when it is first asked for."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__()
        self.fields = fields

    def __missing__(self, name: str) -> str:
        text = self[name] = text_of(self.fields.get(name, ""))
        return text


def _acting(fact: Fact | None, people: Mapping[str, str]) -> Iterator[str]:
    """Who acts in the answer to a sequence: that he acted before does not tell what came next."""
    if fact and isinstance(fact.item, Successor):
        yield from (people.get(key, "") for key in fact.item.next.people)


@lru_cache(256)  # most notes of a kind have the same fields filled in
def _front(
    template: str, filled: frozenset[str]
) -> tuple[tuple[PlainHtml | FieldTag, ...], list[str]]:
    """The parts of a front, where these fields are filled in, and the fields that it shows."""
    parts = tuple(rendered(parse(template), filled))
    return parts, shown_fields(parts)


def media_in(values: Iterable[str]) -> tuple[str, ...]:
    """The names of the pictures and sounds in some fields (HTML)."""
    found = (match for value in values for match in _MEDIA.finditer(value))
    return tuple(filter(None, (match[2] or source_of(match) for match in found)))


def described_in(values: Iterable[str]) -> str:
    """The words that stand for the pictures in some fields (HTML)."""
    found = (match for value in values for match in IMAGE.finditer(value))
    return " ".join(filter(None, map(words_for, found)))


def shown_fields(parts: Iterable[PlainHtml | FieldTag], behind: int = 0) -> list[str]:
    """The names of the fields whose text some parts of a template show, from an offset on."""
    return list(
        dict.fromkeys(
            part.name
            for part in parts
            if isinstance(part, FieldTag) and part.offset >= behind
            if not part.silent and part.name not in SPECIAL_FIELDS
        )
    )
