"""The cards of anybody's package, as real Anki renders them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Set
from dataclasses import replace
from pathlib import Path
from typing import Any

from flashgen.checks.cards import Card, described_in, media_in, shown_fields
from flashgen.checks.words import is_name
from flashgen.editions.packages import opened
from flashgen.errors import Location
from flashgen.note_types.language import read
from flashgen.note_types.shown import filled_in, rendered, text_of
from flashgen.printing import visible

_CLOZE = 1
_SEVERAL = 2  # cards: one that is alone shows nothing of the others
# Where the answer begins on a back, by Anki's own convention.
_ANSWER = re.compile(r"""\bid\s*=\s*["']?answer\b""", re.IGNORECASE)
# What Anki's window puts a button or an input box in the place of.
_MARKS = re.compile(r"\[anki:play:[qa]:\d+\]|\[\[type:.+?\]\]")


def cards_of(path: Path) -> tuple[Card, ...]:
    """The cards of an .apkg or .colpkg in the order of its notes.

    The answer is the first field that the back shows, behind 'id=answer' if that is there, and the
    front does not; of a cloze the hidden words. A name that is alone in a field of the front is
    what the card is about, and given. Raises InputError where the package cannot be read, or where
    Anki is not installed.
    """
    with opened(path) as collection:
        found = list(_cards(collection, Location(path)))
    texts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for card in found:
        for name, text in card.asked.items():
            texts[name][text] += 1
    # What all cards have is no part of any question, and gives nothing away.
    always = {name for name, seen in texts.items() if len(seen) == 1 and seen.total() > _SEVERAL}
    return tuple(_without(card, always) for card in found)


def _without(card: Card, always: Set[str]) -> Card:
    asked = {name: text for name, text in card.asked.items() if name not in always}
    return card if len(asked) == len(card.asked) else replace(card, asked=asked)


def _cards(collection: Any, where: Location) -> Iterator[Card]:
    types = {kind["id"]: kind for kind in collection.models.all()}
    trees = {
        (kind["id"], card["ord"]): (read(card["qfmt"])[0], read(card["afmt"])[0])
        for kind in types.values()
        for card in kind["tmpls"]
    }
    rows = "SELECT c.id FROM cards c JOIN notes n ON n.id = c.nid ORDER BY n.id, c.ord"
    for card_id in collection.db.list(rows):
        card = collection.get_card(card_id)
        note = card.note()
        kind, fields = types[note.mid], dict(note.items())
        cloze = kind["type"] == _CLOZE
        template = kind["tmpls"][0 if cloze else card.ord]
        front, back = trees[kind["id"], template["ord"]]
        output = card.render_output()
        question = _MARKS.sub("", output.question_text)
        filled = filled_in(fields)
        shown = [name for name in shown_fields(rendered(front, filled)) if name in fields]
        mark = _ANSWER.search(template["afmt"])
        rest = [
            name
            for name in shown_fields(rendered(back, filled), mark.start() if mark else 0)
            if name in fields and name not in shown
        ]
        asked = {name: text_of(fields[name]) for name in shown}
        said = [name for name in rest if fields[name].strip()]
        answer_field = next(iter((*said, *rest)), "")
        answer = fields.get(answer_field, "")
        if cloze and shown:
            answer_field = shown[0]
            answer = collection.extract_cloze_for_typing(fields[answer_field], card.ord + 1)
            asked = {answer_field: text_of(question)}
        named = (text for text in asked.values() if is_name(text) and text != text_of(answer))
        label = text_of(fields[kind["flds"][kind["sortf"]]["name"]])
        yield Card(
            note=label or next(filter(None, map(text_of, fields.values())), note.guid),
            name=f"{template['name']} {card.ord + 1}" if cloze else template["name"],
            question=f"{kind['id']}/{template['name']}",
            where=where,
            front=text_of(question),
            asked=asked,
            answer=text_of(answer),
            answer_field=answer_field,
            given=" ".join(named),
            media=media_in([question]),
            described=described_in([question]),
            answered=_says(answer) or not answer_field or (not said and _says(_behind(output))),
        )


def _says(html: str) -> bool:
    """Whether something is shown."""
    return visible(text_of(html)) or bool(media_in([html]))


def _behind(output: Any) -> str:
    """What a back shows beside the front: words of a template, too, are an answer."""
    back: str = output.answer_text
    mark = _ANSWER.search(back)
    return back[mark.end() :].partition(">")[2] if mark else back.replace(output.question_text, "")
