"""Which cards there are, and what is no template, is what real Anki says: tried on many of both.

``FRONTS=5000 python -m pytest tests/note_types/test_cards_in_anki.py`` tries as many.
"""

import itertools
import os
import random
from collections.abc import Iterable, Iterator, Sequence

import pytest
from anki.collection import Collection
from anki.errors import TemplateError
from anki.models import NotetypeDict, TemplateDict
from anki.utils import to_json_bytes

from flashgen.note_types.language import SPECIAL_FIELDS, parse, read, tags
from flashgen.note_types.shown import filled_in, requirement, shows_any

FRONTS = int(os.environ.get("FRONTS", "450"))
FIELDS = ("A", "Bc", "D e")
# What a person may write, and what a slip of the finger makes of it.
PIECES = (
    *("{{A}}", "{{Bc}}", "{{D e}}", "{{ A }}", "{{#A}}", "{{^A}}", "{{/A}}", "{{#Bc}}", "{{/Bc}}"),
    *("{{#D e}}", "{{/D e}}", "{{^Bc}}", "{{# A}}", "{{/ A}}", "{{text:A}}", "{{text: A}}"),
    *("{{hint:Bc}}", "{{furigana:D e}}", "{{tts en_GB:A}}", "{{type:A}}", "{{type:nc:Bc}}"),
    *("{{FrontSide}}", "{{Tags}}", "{{Deck}}", "{{Card}}", "{{#Tags}}", "{{/Tags}}", "{{X}}"),
    *("{{{A}}}", "{{A}", "{A}}", "{{", "}}", "{{}}", "{{#}}", "{{:A}}", "{{A:}}", "{{!A}}"),
    *("<!--", "-->", "<!-- {{A}} -->", "<p>", "words", "\n", " ", "<br>", "{{#A}}{{A}}{{/A}}"),
    *("{{#A}}{{Bc}}{{/A}}", "{{^A}}{{Bc}}{{/A}}", "{{#X}}{{A}}{{/X}}", "{{a}}", "{{=<% %>=}}"),
)
CONTENTS = ("words", "", "<br>", " \n", "<div></div>", "<b></b>", "\N{NO-BREAK SPACE}", "<br/ >")


def fronts(number: int, seed: int) -> Iterator[str]:
    """Generated fronts; every third is one piece within another's section."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    for i in range(number):
        pieces = rng.choices(PIECES, k=rng.randint(1, 7))
        name = rng.choice(FIELDS)
        around = (
            (f"{{{{{rng.choice('#^')}{name}}}}}", f"{{{{/{name}}}}}") if i % 3 == 0 else ("",) * 2
        )
        yield "".join((around[0], *pieces, around[1]))


def contents(seed: int) -> Sequence[dict[str, str]]:
    """What the notes hold that are tried with each front: every field empty, or not, or nearly."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    every = [
        dict(zip(FIELDS, each, strict=True)) for each in itertools.product(("x", ""), repeat=3)
    ]
    return [*every, *({name: rng.choice(CONTENTS) for name in FIELDS} for _ in range(4))]


def differences(collection: Collection, number: int, seed: int) -> Iterator[str]:
    """Where flashgen and Anki differ on generated fronts and notes, each in a line."""
    made = collection.models.new("tried")
    for name in FIELDS:
        collection.models.add_field(made, collection.models.new_field(name))
    collection.models.add_template(made, template(collection, "always", "{{Deck}}{{A}}"))
    collection.models.add(made)
    kept = collection.models.by_name("tried")
    assert kept
    some = list(fronts(number, seed))
    for batch in (some[i : i + 50] for i in range(0, len(some), 50)):
        del kept["tmpls"][1:]
        for i, front in enumerate(batch):
            collection.models.add_template(kept, template(collection, f"card {i}", front))
        collection.models.update_dict(kept, skip_checks=True)
        kept = collection.models.get(kept["id"])
        assert kept
        yield from in_batch(collection, kept, batch, contents(seed))


def template(collection: Collection, name: str, front: str) -> TemplateDict:
    made = collection.models.new_template(name)
    made["qfmt"], made["afmt"] = front, "{{A}}"
    return made


def in_batch(
    collection: Collection,
    kept: NotetypeDict,
    batch: Sequence[str],
    notes: Iterable[dict[str, str]],
) -> Iterator[str]:
    for front, (_, kind, *needs) in zip(batch, kept["req"][1:], strict=True):
        tree, mistakes = read(front)
        if not mistakes and requirement(tree, FIELDS) != (kind, sorted(*needs)):
            yield f"{front!r}: needs {requirement(tree, FIELDS)}, for Anki {kind} of {needs}"
    for fields in notes:
        note = collection.new_note(kept)
        for name, value in fields.items():
            note[name] = value
        collection.add_note(note, collection.decks.id("some") or 0)
        in_anki = {card.ord for card in note.cards()}
        filled = {*filled_in({name: note[name] for name in FIELDS})}
        filled |= SPECIAL_FIELDS - {"FrontSide", "Tags"}
        for i, front in enumerate(batch, start=1):
            if refused(front):
                continue  # no deck is made of it
            shown = shows_any(parse(front), filled)
            if shown != (i in in_anki):
                yield f"{front!r} with {fields}: a card for {'flashgen' if shown else 'Anki'} only"
            if told := problem(collection, kept, i, fields):
                yield f"{front!r}: no mistake for flashgen, but for Anki: {told}"
        collection.remove_notes([note.id])


def refused(front: str) -> bool:
    """Whether flashgen's linter has something against a front's syntax or its names."""
    tree, mistakes = read(front)
    return bool(mistakes) or any(tag.name not in {*FIELDS, *SPECIAL_FIELDS} for tag in tags(tree))


def problem(collection: Collection, kept: NotetypeDict, i: int, fields: dict[str, str]) -> str:
    """What Anki shows in the place of a card; "" where it shows the card."""
    note = collection.new_note(kept)
    for name, value in fields.items():
        note[name] = value
    try:
        collection._backend.render_uncommitted_card_legacy(
            note=note._to_backend_note(),
            card_ord=i,
            template=to_json_bytes(kept["tmpls"][i]),
            fill_empty=False,
            partial_render=True,
        )
    except TemplateError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("seed", range(3))
def test_the_cards_are_those_that_anki_makes(collection: Collection, seed: int) -> None:
    assert list(differences(collection, FRONTS // 3, seed)) == []


def test_the_fronts_that_are_tried_are_of_all_kinds() -> None:
    some = list(fronts(450, 0))
    assert 100 < sum(refused(front) for front in some) < 400
    sound = [front for front in some if not refused(front)]
    assert sum(shows_any(parse(front), FIELDS) for front in sound) > 30
    assert sum(not shows_any(parse(front), FIELDS) for front in sound) > 10
