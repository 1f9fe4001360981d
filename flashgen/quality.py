"""Judge the cards: what a program can see of a bad question.

The rules follow P. A. Wozniak, "Twenty rules of formulating knowledge" (1999), and
A. Matuschak, "How to write good prompts" (2020).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flashgen.anki_template import parse, visible_text
from flashgen.errors import Problem
from flashgen.types import CardTemplate, Note, NoteType

LONGEST_ANSWER = 25

_WORD = re.compile(r"[^\W\d_]{4,}")
_STOP_WORDS = frozenset(
    """
    about above after again against along also although among another around back because been
    before behind being below between both came come could does down during each even ever every
    first from gave given going have having here into itself just last later left less like made
    make many more most much must near never next none once only onto other over part same
    second several shall should since some soon still such take taken than that their them then
    there these they this those three through took toward towards under until upon very were
    what when where which while whom whose will with within without would year your
    """.split()
)


@dataclass(frozen=True, slots=True)
class Card:
    """A card that Anki will make: its note, its template, and what one reads on the front."""

    note: Note
    template: CardTemplate
    front: str
    answer: str


def cards(notes: Sequence[Note], note_types: Mapping[str, NoteType]) -> Iterator[Card]:
    """The cards of the notes: those whose switch is on."""
    fronts = {
        (kind, template.name): parse(template.front)
        for kind, note_type in note_types.items()
        for template in note_type.cards
    }
    for note in notes:
        for template in note_types[note.kind].cards:
            if note.fields.get(template.switch):
                front = visible_text(fronts[note.kind, template.name], note.fields)
                answer = visible_text(parse(note.fields.get(template.answer, "")), {})
                yield Card(note, template, front, answer)


def judge(notes: Sequence[Note], note_types: Mapping[str, NoteType]) -> tuple[Problem, ...]:
    """What is wrong with the cards, each at the line of its fact."""
    return tuple(
        Problem(card.note.where, f"{card.note.key}: card '{card.template.name}': {message}")
        for card, message in _findings(list(cards(notes, note_types)))
    )


def _findings(deck: Sequence[Card]) -> Iterator[tuple[Card, str]]:
    first: dict[str, Card] = {}
    for card in deck:
        if not card.front:
            yield card, "the front is empty; give the question something to show"
            continue
        if not card.answer:
            yield card, f"the answer is empty; fill in '{card.template.answer}'"
        yield from ((card, message) for message in _given_away(card))
        length = len(card.answer.split())
        if length > LONGEST_ANSWER:
            yield card, f"the answer has {length} words; shorten it to {LONGEST_ANSWER}"
        twin = first.setdefault(card.front, card)
        if twin is not card:
            where = f"'{twin.note.key}' (line {twin.note.where.line})"
            yield card, f"asks the same as {where}: add a 'context', or ask only one of them"


def _given_away(card: Card) -> Iterator[str]:
    """The content words of the answer that stand on the front, but for those openly given.

    The topic stands on every front of a deck, so its words give nothing away.
    """
    openly = (*card.template.given, "Topic")
    given = _content(" ".join(card.note.fields.get(name, "") for name in openly))
    shown = sorted((_content(card.answer) - given) & _content(card.front))
    if shown:
        yield f"the question gives away '{', '.join(shown)}'; word one of them differently"


def _content(text: str) -> set[str]:
    return {word for word in _WORD.findall(text.lower()) if word not in _STOP_WORDS}
