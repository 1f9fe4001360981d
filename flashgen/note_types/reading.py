"""Read all templates that are in force, and say everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from flashgen.deck import kinds
from flashgen.errors import InputError, Location, Problem, Severity
from flashgen.files import is_there
from flashgen.note_types.layers import MEDIA, STYLE, THEME, Layers, Source
from flashgen.note_types.loader import note_type
from flashgen.note_types.media import Media
from flashgen.note_types.note_type import NoteType

# The folders of the note types, by the table of kinds.
KINDS = tuple(kind.kind for kind in kinds.KINDS)

# Files that lie about in a folder and are none of flashgen's business.
_NEUTRAL = frozenset({"", ".md", ".txt", ".bak", ".orig"})


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates in force.

    ``files`` are those in use, by their names within a layer; ``unused`` are those of the upper
    layers that nothing uses. With ``errors`` no deck can be built, with ``hints`` it can.
    """

    note_types: dict[str, NoteType]
    files: Mapping[str, Path]
    errors: tuple[Problem, ...]
    hints: tuple[Problem, ...]
    unused: tuple[Problem, ...]


def load_note_types(layers: Sequence[Path] = ()) -> dict[str, NoteType]:
    """The note types by kind; ``layers`` lie over the built-in templates, the first one on top.

    A layer is a folder, or the name of a theme. Raises InputError with every mistake: its file,
    line and column, and the mend.
    """
    return read_templates(layers).note_types


def read_templates(layers: Sequence[Path] = ()) -> Templates:
    """The note types as ``load_note_types`` gives them, with hints.

    Raises InputError with every mistake.
    """
    templates = inspect_templates(layers)
    if templates.errors:
        raise InputError(templates.errors)
    return templates


def inspect_templates(layers: Sequence[Path] = ()) -> Templates:
    """The templates, whatever is wrong with them; a note type that cannot be read is missing.

    Raises InputError only where a layer is no folder and no theme.
    """
    in_layers = Layers(layers)
    theme, style = in_layers.source(THEME), in_layers.source(STYLE)
    styles = {kind: (theme, style, *_own_style(in_layers, kind)) for kind in KINDS}
    note_types = {}
    for kind in KINDS:
        try:
            css = "\n".join(source.text for source in styles[kind])
            note_types[kind] = note_type(in_layers, kind, css)
        except InputError as error:
            in_layers.errors.extend(error.problems)
    _check_ids(in_layers, note_types)
    media = Media(in_layers)
    html = in_layers.own(in_layers.sources("html"))
    css_files = in_layers.sources("css")
    if html or in_layers.own(css_files):
        from flashgen.note_types.lint import lint  # noqa: PLC0415 - its parsers are slow to load

        lint(in_layers, media, html, css_files)
    in_layers.errors.extend(media.mistakes())
    unused = tuple(sorted(_unused(in_layers)))
    return Templates(
        note_types={k: _with_media(made, media, styles[k]) for k, made in note_types.items()},
        files=dict(in_layers.in_force),
        errors=tuple(sorted(set(in_layers.errors))),
        hints=tuple(sorted({*map(_hint, (*in_layers.warnings, *unused))})),
        unused=unused,
    )


def _own_style(layers: Layers, kind: str) -> tuple[Source, ...]:
    """The style of the cards of one kind alone, if there is a file of it."""
    name = f"{kind}/{STYLE}"
    return (layers.source(name),) if is_there(layers.find(name)) else ()


def _with_media(made: NoteType, media: Media, styles: Sequence[Source]) -> NoteType:
    """The note type with the media that its cards and its style show."""
    named = media.with_names
    cards = tuple(replace(c, front=named(c.front), back=named(c.back)) for c in made.cards)
    paths = frozenset(source.path for source in styles)
    files = media.of(paths.union(*(card.files for card in cards)))
    return replace(made, cards=cards, css=named(made.css), media=files)


def _check_ids(layers: Layers, note_types: Mapping[str, NoteType]) -> None:
    """Report two note types of one id: Anki would take them for one."""
    first: dict[int, str] = {}
    for kind, made in note_types.items():
        other = first.setdefault(made.id, kind)
        if other != kind:
            message = f"id: {made.id} is that of '{other}'; take another"
            layers.errors.append(Problem(Location(made.path), message))


def _hint(problem: Problem) -> Problem:
    return replace(problem, severity=Severity.HINT)


def _unused(layers: Layers) -> Iterator[Problem]:
    """Files of the upper layers that nothing uses, most likely for a slip in their names."""
    names = sorted(layers.in_force)
    for folder in layers.upper:
        # Deeper down nothing is looked for, and a folder may hold much else.
        for path in sorted([*folder.glob("*"), *folder.glob("*/*")]):
            inside = path.relative_to(folder)
            name = inside.as_posix()
            if name in names or not path.is_file() or any(p[0] == "." for p in inside.parts):
                continue
            if inside.parts[0] != MEDIA and path.suffix not in _NEUTRAL and not name.endswith("~"):
                mend = layers.nearest(name, names, "see 'flashgen templates' for the names")
                yield Problem(Location(path), f"nothing uses this file; {mend}")
