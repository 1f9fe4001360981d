"""Cards as the rules see them: what stands on the front, and what is the answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from flashgen.checks.words import visible
from flashgen.deck.file import SourceInfo
from flashgen.deck.kinds import Item
from flashgen.errors import Location
from flashgen.facts import Fact
from flashgen.note_types.language import (
    IMAGE,
    SPECIAL_FIELDS,
    FieldTag,
    Node,
    PlainHtml,
    parse,
    rendered,
    source_of,
    visible_text,
)
from flashgen.note_types.note_type import NoteType
from flashgen.notes.note import Note

_TOPIC = "Topic"
_MEDIA = re.compile(rf"{IMAGE.pattern}|\[sound:([^\[\]]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A card that Anki will make; every text is as one reads it.

    ``note`` and ``name`` say which, ``question`` is one for all cards of a template. ``asked`` are
    the note's fields on the front by name, the topic left out, ``media`` the names of the pictures
    and sounds there. ``given`` are words that the front tells openly, and that answer nothing;
    ``answered`` is whether the back answers, be it by a picture. ``fact`` is None on a card of
    somebody else's package.
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
    answered: bool = True
    fact: Fact | None = None

    @property
    def item(self) -> Item | None:
        """What the card's fact is in deck.yaml."""
        return self.fact.item if self.fact else None

    @property
    def prompt(self) -> str:
        """What one reads of the note on the front."""
        return " ".join(self.asked.values())

    @property
    def asks(self) -> bool:
        """Whether the front shows anything of the note."""
        return visible(self.prompt) or bool(self.media)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the rules are shown: the cards of a deck, and the facts if it has a deck.yaml."""

    cards: tuple[Card, ...]
    facts: tuple[Fact, ...] = ()
    source: SourceInfo = field(default_factory=SourceInfo)

    @property
    def asked_facts(self) -> Iterator[Fact]:
        """The facts that have cards, once each, in the order of their first ones."""
        yield from {card.fact.item.where: card.fact for card in self.cards if card.fact}.values()

    @property
    def items(self) -> Iterator[Item]:
        """What these facts are in deck.yaml."""
        return (fact.item for fact in self.asked_facts)


def cards(
    notes: Sequence[Note], note_types: Mapping[str, NoteType], facts: Sequence[Fact] = ()
) -> Iterator[Card]:
    """The cards of the notes: those whose switch is on."""
    of_note = {(fact.item.kind, fact.item.key): fact for fact in facts}
    for note in notes:
        texts = {name: text_of(value) for name, value in note.fields.items()}
        for template in note_types[note.kind].cards_of(note):
            tree = tuple(rendered(parse(template.front), note.fields))
            shown = shown_fields(tree, note.fields)
            yield Card(
                note=note.key,
                name=template.name,
                question=f"{note.kind}/{template.name}",
                where=note.where,
                front=visible_text(tree, note.fields),
                asked={name: texts[name] for name in shown if name != _TOPIC and name in texts},
                answer=texts.get(template.answer, ""),
                answer_field=template.answer,
                media=media_in(note.fields[name] for name in shown if name in note.fields),
                answered=visible(texts.get(template.answer, "")),
                given=" ".join(texts.get(name, "") for name in (*template.given, _TOPIC)),
                hint=texts.get("Hint", ""),
                fact=of_note.get((note.kind, note.key)),
            )


def text_of(value: str) -> str:
    """What one reads in a field (HTML)."""
    return visible_text((PlainHtml(value),), {})


def media_in(values: Iterable[str]) -> tuple[str, ...]:
    """The names of the pictures and sounds in some fields (HTML)."""
    found = (match for value in values for match in _MEDIA.finditer(value))
    return tuple(filter(None, (match[2] or source_of(match) for match in found)))


def shown_fields(tree: tuple[Node, ...], fields: Mapping[str, str], behind: int = 0) -> list[str]:
    """The names of the fields whose text a template shows of such a note, from an offset on."""
    return list(
        dict.fromkeys(
            node.name
            for node in rendered(tree, fields)
            if isinstance(node, FieldTag) and node.offset >= behind
            if not node.silent and node.name not in SPECIAL_FIELDS
        )
    )
