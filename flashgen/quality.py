"""Judge the cards: what a program can see of a bad question.

The rules follow P. A. Wozniak, "Twenty rules of formulating knowledge" (1999), and
A. Matuschak, "How to write good prompts" (2020).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from flashgen.english.lexicon import look_up
from flashgen.english.tags import NOUN
from flashgen.errors import Problem
from flashgen.note_types.language import parse, visible_text
from flashgen.notes.note import CardTemplate, Note, NoteType

LONGEST_ANSWER = 25
SHORTEST = 4  # letters of a word that says something

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’](?:s|S)?$")
# Verbs and nouns that say so little that they give nothing away.
_LIGHT = frozenset("come go give take make become leave like begin have get year part".split())
# What a country's name and that of its people differ in.
_PEOPLE = ("n", "an", "ian", "ish")
# Months that are other words, too: they count as they are written.
_OTHER_WORDS = frozenset({"march", "august"})


@dataclass(frozen=True, slots=True)
class Card:
    """A card that Anki will make: its note, its template, and what one reads on the front.

    ``asks`` is whether the front shows anything of the note but its topic.
    """

    note: Note
    template: CardTemplate
    front: str
    answer: str
    asks: bool


def cards(notes: Sequence[Note], note_types: Mapping[str, NoteType]) -> Iterator[Card]:
    """The cards of the notes: those whose switch is on."""
    fronts = {
        (kind, template.name): parse(template.front)
        for kind, note_type in note_types.items()
        for template in note_type.cards
    }
    for note in notes:
        for template in note_types[note.kind].cards_of(note):
            tree = fronts[note.kind, template.name]
            front = visible_text(tree, note.fields)
            always = {template.switch: "yes", "Topic": note.fields.get("Topic", "")}
            yield Card(
                note,
                template,
                front,
                answer=visible_text(parse(note.fields.get(template.answer, "")), {}),
                asks=front != visible_text(tree, always),
            )


def judge(notes: Sequence[Note], note_types: Mapping[str, NoteType]) -> tuple[Problem, ...]:
    """What is wrong with the cards, each at the line of its fact."""
    return tuple(
        Problem(card.note.where, f"{card.note.key}: card '{card.template.name}': {message}")
        for card, message in _findings(list(cards(notes, note_types)))
    )


def _findings(deck: Sequence[Card]) -> Iterator[tuple[Card, str]]:
    first: dict[tuple[str, ...], Card] = {}
    for card in deck:
        if not card.asks:
            yield card, "the front is empty; give the question something to show"
            continue
        if not card.answer:
            yield card, f"the answer is empty; fill in '{card.template.answer}'"
        yield from ((card, message) for message in _given_away(card))
        length = len(_WORD.findall(card.answer))
        if length > LONGEST_ANSWER:
            yield card, f"the answer has {length} words; shorten it to {LONGEST_ANSWER}"
        twin = first.setdefault(tuple(_WORD.findall(card.front.casefold())), card)
        if twin is not card:
            where = f"'{twin.note.key}' (line {twin.note.where.line})"
            yield card, f"asks the same as {where}: add a 'context', or ask only one of them"


def _given_away(card: Card) -> Iterator[str]:
    """The content words of the answer that stand on the front, but for those openly given.

    The topic stands on every front of a deck, so its words give nothing away.
    """
    openly = (*card.template.given, "Topic")
    told = " ".join(card.note.fields.get(name, "") for name in openly)
    given = _content(told).keys()
    answer, front = _content(card.answer), _content(card.front).keys() - given
    shown = [
        word
        for key, word in answer.items()
        if key not in given and any(_alike(key, other) for other in front)
    ]
    if shown:
        yield f"the question gives away '{', '.join(shown)}'; word one of them differently"
    elif card.answer in {*_WORD.findall(card.front)} - {*_WORD.findall(told)}:
        yield f"the question gives away '{card.answer}'; leave it out there"


def _content(text: str) -> dict[str, str]:
    """The content words of a text in small letters, by the key that their inflections share."""
    keyed: dict[str, str] = {}
    for word in _WORD.findall(text):
        key = _key(_POSSESSIVE.sub("", word))
        if key:
            keyed.setdefault(key, word.lower())
    return keyed


@cache
def _key(word: str) -> str:
    """What a word shares with its inflections: its lemma without accents; "" if it says little."""
    marked = unicodedata.normalize("NFKD", word)
    plain = "".join(letter for letter in marked if not unicodedata.combining(letter))
    small = plain.casefold()
    entry = look_up(small)
    if entry.closed or not any(map(str.isalpha, small)):
        return ""
    if len(plain) < SHORTEST and not (plain[:1].isupper() and plain.isalpha() and not entry.tags):
        return ""  # so short a word counts only as a name
    if small in _OTHER_WORDS:
        return plain
    lemma = (entry.noun if entry.tags[:1] == NOUN else entry.verb) or entry.noun
    return "" if lemma in _LIGHT else lemma or small.removesuffix("s")


def _alike(key: str, other: str) -> bool:
    """Whether two keys are of one word, or of a country and its people ("Russia", "Russian")."""
    shorter, longer = sorted((key, other), key=len)
    return key == other or (
        len(shorter) >= 5 and longer.startswith(shorter) and longer.removeprefix(shorter) in _PEOPLE
    )
