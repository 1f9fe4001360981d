"""Read a note type: its note-type.yaml, and the sides of its cards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from unicodedata import normalize

from flashgen.deck.yaml_file import read_yaml
from flashgen.deck.yaml_reader import YamlMap
from flashgen.errors import Problem
from flashgen.note_types.language import SPECIAL_FIELDS, FieldTag, read, tags
from flashgen.note_types.layers import Layers
from flashgen.note_types.note_type import SPARE, CardTemplate, NoteType
from flashgen.note_types.sides import CardSide, side
from flashgen.note_types.tag_rules import (
    back_warnings,
    front_mistakes,
    front_warnings,
    name_mistakes,
)
from flashgen.notes.identity import part_id

_KEYS = tuple("name id fields sort_field folded_from learner incidental renamed cards".split())


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A card that has files, with its sides as read."""

    card: CardTemplate
    sides: tuple[CardSide, ...]


def note_type(layers: Layers, kind: str, css: str) -> NoteType:
    """A note type, without media. What is wrong with it goes to ``layers``.

    Raises InputError where its note-type.yaml cannot be read at all.
    """
    path = layers.use(f"{kind}/note-type.yaml")
    top = read_yaml(path, layers.errors)
    top.allow(_KEYS)
    top.require("name", "id", "fields", "sort_field", "cards")
    fields = top.texts("fields")
    for both, twice in _doubles(fields):
        top.report_key("fields", f"two fields are called {both}; call one of them otherwise", twice)
    sort_field = top.text("sort_field")
    if sort_field not in fields:
        mend = layers.nearest(sort_field, fields)
        top.report_key("sort_field", f"no field '{sort_field}'; {mend}")
    first_folded = top.text("folded_from")
    if first_folded and first_folded not in fields:
        mend = layers.nearest(first_folded, fields)
        top.report_key("folded_from", f"no field '{first_folded}'; {mend}")
        first_folded = ""
    id_ = top.parsed("id", "a whole number", _note_type_id) or 0
    drawn = [_card(layers, kind, entry, fields, sort_field) for entry in top.list_of_maps("cards")]
    cards = [each.card for each in drawn]
    for both, _ in _doubles(card.name for card in cards):
        top.report_key("cards", f"two cards are called {both}; call one of them otherwise")
    renamed = top.map("renamed")
    if renamed:
        renamed.allow(("fields", "cards"))
    card_ids = _ids(layers, id_, "card", tuple(card.name for card in cards), renamed)
    made = NoteType(
        kind=kind,
        name=top.text("name"),
        id=id_,
        fields=fields,
        field_ids=_ids(layers, id_, "field", fields, renamed),
        folded=fields[fields.index(first_folded) :] if first_folded else (),
        learner=top.choices("learner", fields) or (),
        incidental=top.choices("incidental", fields) or (),
        sort_field=sort_field,
        cards=tuple(replace(card, id=number) for card, number in zip(cards, card_ids, strict=True)),
        css=css,
        path=path,
    )
    _warn_of_unshown(layers, top, made, drawn)
    return made


def _doubles(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What is one name to Anki, which would add a '+' to the second: both in words, and this."""
    known: dict[str, str] = {}
    for name in filter(None, names):
        plain = normalize("NFC", name).casefold()
        if other := known.get(plain):
            alike = "" if other == name else f" and '{name}', which is one name to Anki"
            yield f"'{other}'{alike}", name
        known[plain] = name


def _ids(
    layers: Layers, note_type_id: int, part: str, names: tuple[str, ...], renamed: YamlMap | None
) -> tuple[int, ...]:
    """The identities of fields or cards: those of the names that they had first."""
    entry = renamed.map(f"{part}s") if renamed else None
    first = {new: entry.text(new) for new in entry.keys} if entry else {}
    for new, old in first.items():
        if entry and new not in names:
            entry.report_key(new, f"no {part} '{new}'; {layers.nearest(new, names)}")
        elif entry and old in names:
            entry.report_key(new, f"'{old}' is still there as a {part}; remove it there")
    return tuple(part_id(note_type_id, part, first.get(name, name)) for name in names)


def _card(
    layers: Layers, kind: str, entry: YamlMap, fields: tuple[str, ...], sort_field: str
) -> _Drawn:
    """A card; its id is not known yet. One without files is kept free for later."""
    entry.allow(("name", "file", "switch", "answer", "given", "browser"))
    is_name = re.fullmatch(r"[\w-]*", entry.text("file")) is not None
    if not is_name:
        entry.report_key("file", "is no name of a file in this folder; write it without ending")
    shown = entry.has("file") or entry.has("answer")
    entry.require("name", "switch", *(("file", "answer") if shown else ()))
    given, switch = entry.texts("given"), entry.text("switch")
    answer = entry.text("answer") or switch
    for key, names in (("switch", (switch,)), ("answer", (answer,)), ("given", given)):
        for name in names:
            if name and name not in fields:
                entry.report_key(key, f"no field '{name}'; {layers.nearest(name, fields)}")
    card = CardTemplate(
        id=0,
        name=entry.text("name"),
        switch=switch,
        answer=answer,
        given=given,
        front=f"{{{{{switch}}}}}",
        back=f"{{{{{switch}}}}}",
        front_path=entry.path,
        back_path=entry.path,
        browser=_browser(layers, entry, kind, fields),
    )
    sides: tuple[CardSide, ...] = ()
    if entry.has("file") and is_name:
        sides = _sides(layers, f"{kind}/{entry.text('file')}", card, fields, sort_field)
        front, back = sides
        card = replace(
            card,
            front=front.html,
            back=back.html,
            front_path=front.source.path,
            back_path=back.source.path,
            files=front.files | back.files,
        )
    # The switch stands around the front, so that no designer can lose it: an empty
    # field makes an empty front, and an empty front makes no card.
    return _Drawn(replace(card, front=f"{{{{#{switch}}}}}\n{card.front}\n{{{{/{switch}}}}}"), sides)


def _sides(
    layers: Layers, files: str, card: CardTemplate, fields: tuple[str, ...], sort_field: str
) -> tuple[CardSide, CardSide]:
    """The front and the back that a card's two files hold; their mistakes are reported."""
    before, kind = len(layers.errors), files.partition("/")[0]
    front = side(layers, f"{files}.front.html")
    back = side(layers, f"{files}.back.html")
    for each in (front, back):
        if each.source.readable and not each.source.text.strip():
            message = "the file is empty: Anki needs something to show; write the card into it"
            layers.errors.append(Problem(each.source.where(0), message))
        layers.errors.extend(
            name_mistakes(layers, each, front=each is front, kind=kind, fields=fields)
        )
    # Of a front that Anki cannot read, nobody can say what it would show.
    if front.sound and len(layers.errors) == before:
        mistakes = front_mistakes(front, card=card.name, switch=card.switch, answer=card.answer)
        layers.errors.extend(mistakes)
        # A card is asked by what its line in the browser shows, and a note is sorted by something.
        asked = {tag.name for tag in read(card.browser)[0] if isinstance(tag, FieldTag)}
        filled = {card.switch, card.answer, sort_field, *asked}
        layers.warnings.extend(front_warnings(front, filled))
    layers.warnings.extend(back_warnings(front, back))
    return front, back


def _browser(layers: Layers, entry: YamlMap, kind: str, fields: tuple[str, ...]) -> str:
    """The question for the list in Anki's browser; its mistakes are reported."""
    text = entry.text("browser")
    tree, mistakes = read(text)
    for mistake in mistakes:
        entry.report_key("browser", str(mistake))
    for tag in tags(tree):
        if tag.name not in {*fields, *SPECIAL_FIELDS} - {"FrontSide"}:
            entry.report_key(
                "browser", f"no field '{tag.name}' in {kind}; {layers.nearest(tag.name, fields)}"
            )
    return text


def _warn_of_unshown(layers: Layers, top: YamlMap, made: NoteType, drawn: list[_Drawn]) -> None:
    """Warn of fields that no card shows and that steer nothing: what is in them is lost."""
    used = {placed.tag.name for card in drawn for each in card.sides for placed in each.placed}
    used |= {card.switch for card in made.cards} | {made.sort_field, *made.learner}
    for name in made.fields:
        if name not in used and not name.startswith(SPARE):
            message = f"no card shows '{name}'; write {{{{{name}}}}} into one"
            top.report_key("fields", message, name)
            layers.warnings.append(layers.errors.pop())  # the reader knows mistakes only


def _note_type_id(text: str) -> int:
    if not (re.fullmatch(r"[0-9]{1,16}", text) and 0 < int(text) < 2**53):
        raise ValueError(f"'{text}' is no note type id; write a whole number below 2^53")
    return int(text)
