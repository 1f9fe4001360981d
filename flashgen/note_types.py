"""Load the note types: their fields and cards, and the HTML and CSS that a designer may change.

Templates lie in layers of folders; a file in an upper layer replaces the one below it:

    style.css                       the look of all cards
    shared/NAME.html                a piece that cards include by ``{{> NAME}}``
    KIND/note-type.yaml             the fields and cards of a note type
    KIND/FILE.front.html, .back.html   the two sides of a card
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from flashgen.anki_template import SPECIAL_FIELDS, FieldTag, Include, TemplateError, parse, tags
from flashgen.errors import InputError, Location, Problem
from flashgen.identity import part_id
from flashgen.types import CardTemplate, NoteType
from flashgen.yaml_reader import YamlMap, read_yaml, suggestion

KINDS = ("person", "event", "place", "quotation", "term")

_INCLUDE = re.compile(r"\{\{>\s*([\w-]+)\s*\}\}")


def builtin_templates() -> Path:
    """The folder of the templates that flashgen ships with."""
    packaged = Path(__file__).parent / "templates"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent / "templates"


def load_note_types(layers: Sequence[Path] = ()) -> dict[str, NoteType]:
    """The note types by kind; ``layers`` lie over the built-in templates, the first one on top.

    Raises InputError with every mistake: its file, line and column, and the mend.
    """
    for layer in layers:
        if not layer.is_dir():
            raise InputError.at(layer, "no such folder of templates")
    files = _Layers((*layers, builtin_templates()), [])
    css = files.read("style.css")
    note_types = {kind: _note_type(files, kind, css) for kind in KINDS}
    _check_ids(files, note_types)
    if files.problems:
        raise InputError(files.problems)
    return note_types


@dataclass(frozen=True, slots=True)
class _Layers:
    """Folders that lie over each other, and what is wrong with the files in them."""

    folders: tuple[Path, ...]
    problems: list[Problem]

    def find(self, name: str) -> Path:
        """The uppermost file of that name; where there is none, the path that it should have."""
        paths = [folder / name for folder in self.folders]
        return next((path for path in paths if path.is_file()), paths[-1])

    def read(self, name: str) -> str:
        """The file's text; "" and a problem where it cannot be read."""
        path = self.find(name)
        try:
            return path.read_text(encoding="utf-8-sig")
        except OSError as error:
            self.problems.append(Problem(Location(path), f"cannot be read: {error.strerror}"))
        except UnicodeDecodeError as error:
            self.problems.append(
                Problem(Location(path), f"not UTF-8 at byte {error.start}; save it as UTF-8")
            )
        return ""


def _note_type(files: _Layers, kind: str, css: str) -> NoteType:
    path = files.find(f"{kind}/note-type.yaml")
    top = read_yaml(path, files.problems)
    top.allow(("name", "id", "fields", "sort_field", "learner", "renamed", "cards"))
    top.require("name", "id", "fields", "sort_field", "cards")
    fields = top.texts("fields")
    for twice in sorted({field for field in fields if fields.count(field) > 1}):
        top.report_key("fields", f"the field '{twice}' stands twice; keep one")
    sort_field = top.text("sort_field")
    if sort_field not in fields:
        top.report_key("sort_field", f"no field '{sort_field}'; {suggestion(sort_field, fields)}")
    learner = top.texts("learner")
    if learner != fields[len(fields) - len(learner) :]:
        top.report_key("learner", "must be the last of the fields, in the same order; move them")
    id_ = top.parsed("id", "a whole number", _note_type_id) or 0
    cards = tuple(_card(files, kind, entry, fields) for entry in top.list_of_maps("cards"))
    renamed = top.map("renamed")
    if renamed:
        renamed.allow(("fields", "cards"))
    field_ids = _ids(id_, "field", fields, renamed)
    card_ids = _ids(id_, "card", tuple(card.name for card in cards), renamed)
    return NoteType(
        kind=kind,
        name=top.text("name"),
        id=id_,
        fields=fields,
        field_ids=field_ids,
        learner=learner,
        sort_field=sort_field,
        cards=tuple(replace(card, id=number) for card, number in zip(cards, card_ids, strict=True)),
        css=css,
        path=path,
    )


def _ids(
    note_type_id: int, part: str, names: tuple[str, ...], renamed: YamlMap | None
) -> tuple[int, ...]:
    """The identities of fields or cards: those of the names that they had first."""
    entry = renamed.map(f"{part}s") if renamed else None
    first = {new: entry.text(new) for new in entry.keys} if entry else {}
    for new, old in first.items():
        if entry and new not in names:
            entry.report_key(new, f"no {part} '{new}'; {suggestion(new, names)}")
        elif entry and old in names:
            entry.report_key(new, f"'{old}' is still there as a {part}; remove it there")
    return tuple(part_id(note_type_id, part, first.get(name, name)) for name in names)


def _card(files: _Layers, kind: str, entry: YamlMap, fields: tuple[str, ...]) -> CardTemplate:
    """A card; its id is not known yet. One without files is kept free for later."""
    entry.allow(("name", "file", "switch", "answer", "given"))
    shown = entry.has("file") or entry.has("answer")
    entry.require("name", "switch", *(("file", "answer") if shown else ()))
    given, switch = entry.texts("given"), entry.text("switch")
    answer = entry.text("answer") or switch
    for key, names in (("switch", (switch,)), ("answer", (answer,)), ("given", given)):
        for name in names:
            if name and name not in fields:
                entry.report_key(key, f"no field '{name}'; {suggestion(name, fields)}")
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
    )
    if entry.has("file"):
        card = _with_files(files, kind, entry.text("file"), card, fields)
    # The switch stands around the front, so that no designer can lose it: an empty
    # field makes an empty front, and an empty front makes no card.
    return replace(card, front=f"{{{{#{switch}}}}}\n{card.front}\n{{{{/{switch}}}}}")


def _with_files(
    files: _Layers, kind: str, file: str, card: CardTemplate, fields: tuple[str, ...]
) -> CardTemplate:
    """The card with the HTML of its two files."""
    front, back = f"{kind}/{file}.front.html", f"{kind}/{file}.back.html"
    known = {front: SPECIAL_FIELDS - {"FrontSide"}, back: SPECIAL_FIELDS}
    return replace(
        card,
        front=_expanded(files, front, (*fields, *known[front]), kind).strip(),
        back=_expanded(files, back, (*fields, *known[back]), kind).strip(),
        front_path=files.find(front),
        back_path=files.find(back),
    )


def _expanded(
    files: _Layers, name: str, known: Sequence[str], kind: str, within: tuple[str, ...] = ()
) -> str:
    """A file's HTML with its shared pieces in place; every mistake in it is reported."""
    html = files.read(name)
    path = files.find(name)
    files.problems.extend(
        Problem(_locate(path, html, offset), message)
        for offset, message in _mistakes(files, html, known, kind, (*within, name))
    )

    def piece(match: re.Match[str]) -> str:
        inner = f"shared/{match[1]}.html"
        if inner in within or not files.find(inner).is_file():
            return ""
        return _expanded(files, inner, known, kind, (*within, name)).strip()

    return _INCLUDE.sub(piece, html)


def _mistakes(
    files: _Layers, html: str, known: Sequence[str], kind: str, within: tuple[str, ...]
) -> Iterator[tuple[int, str]]:
    """The mistakes in one file as (offset, message)."""
    try:
        tree = parse(html)
    except TemplateError as error:
        yield error.offset, str(error)
        return
    if not html.strip():
        yield 0, "the file is empty: Anki needs something to show"
    for tag in tags(tree):
        match tag:
            case Include(name, offset):
                inner = f"shared/{name}.html"
                if not files.find(inner).is_file():
                    shared = {p.stem for f in files.folders for p in (f / "shared").glob("*.html")}
                    yield offset, f"no shared piece '{name}'; {suggestion(name, sorted(shared))}"
                elif inner in within:
                    yield offset, f"'{name}' includes itself; remove the include"
            case FieldTag(name, filters, offset):
                if name not in known and filters[:1] != ("tts-voices",):
                    yield offset, f"no field '{name}' in {kind}; {suggestion(name, known)}"
            case _ if tag.name not in known:
                yield tag.offset, f"no field '{tag.name}' in {kind}; {suggestion(tag.name, known)}"


def _locate(path: Path, text: str, offset: int) -> Location:
    before = text[:offset]
    return Location(path, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)


def _note_type_id(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 2**53):
        raise ValueError(f"'{text}' is no note type id; write a whole number below 2^53")
    return int(text)


def _check_ids(files: _Layers, note_types: dict[str, NoteType]) -> None:
    """Report two note types of one id: Anki would take them for one."""
    first: dict[int, str] = {}
    for kind, note_type in note_types.items():
        other = first.setdefault(note_type.id, kind)
        if other != kind:
            path = files.find(f"{kind}/note-type.yaml")
            files.problems.append(
                Problem(Location(path), f"id: {note_type.id} is that of '{other}'; take another")
            )
