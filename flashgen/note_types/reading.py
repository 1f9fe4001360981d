"""Read all templates that are in force, and say everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from flashgen.deck import kinds
from flashgen.errors import InputError, Location, Problem
from flashgen.note import NoteType
from flashgen.note_types import media, tag_rules
from flashgen.note_types.layers import MEDIA, Layers, Source, nearest
from flashgen.note_types.loader import note_type
from flashgen.note_types.markup import read_markup
from flashgen.note_types.styles import Place, Style, read_style

# The folders of the note types, by the table of kinds.
KINDS = tuple(kind.kind for kind in kinds.KINDS)
THEME, STYLE = "theme.css", "style.css"

# Files that lie about in a folder and are none of flashgen's business.
_NEUTRAL = frozenset({"", ".md", ".txt", ".bak", ".orig"})


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates in force.

    ``files`` are those in use, by their names within a layer; ``unused`` are those of the upper
    layers that nothing uses. With ``errors`` no deck can be built, with ``warnings`` it can.
    """

    note_types: dict[str, NoteType]
    files: Mapping[str, Path]
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    unused: tuple[Problem, ...]


def load_note_types(layers: Sequence[Path] = ()) -> dict[str, NoteType]:
    """The note types by kind; ``layers`` lie over the built-in templates, the first one on top.

    A layer is a folder, or the name of a theme. Raises InputError with every mistake: its file,
    line and column, and the mend.
    """
    return read_templates(layers).note_types


def read_templates(layers: Sequence[Path] = ()) -> Templates:
    """The note types as ``load_note_types`` gives them, with warnings.

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
    return _Inspection(Layers(layers)).templates()


class _Inspection:
    def __init__(self, layers: Layers) -> None:
        self._layers = layers
        self._media = media.Media(layers)
        self._styles: list[tuple[Path, Style]] = []

    def templates(self) -> Templates:
        layers = self._layers
        theme, style = layers.source(THEME), layers.source(STYLE)
        for source in (theme, style):
            self._style(source, 0, source.text)
        css = "\n".join((theme.text, style.text))
        note_types = {}
        for kind in KINDS:
            try:
                note_types[kind] = note_type(layers, kind, css)
            except InputError as error:
                layers.errors.extend(error.problems)
        _check_ids(layers, note_types)
        for source in layers.sources("html"):
            self._html(source)
        layers.warnings.extend(self._properties())
        layers.errors.extend(media.name_mistakes(layers))
        unused = tuple(sorted(_unused(layers)))
        paths = frozenset({theme.path, style.path})
        return Templates(
            note_types={kind: self._with_media(made, paths) for kind, made in note_types.items()},
            files=dict(layers.in_force),
            errors=tuple(sorted(set(layers.errors))),
            warnings=tuple(sorted({*layers.warnings, *unused})),
            unused=unused,
        )

    def _with_media(self, made: NoteType, styles: frozenset[Path]) -> NoteType:
        """The note type with the media that its cards and its style show."""
        named = self._media.with_names
        cards = tuple(replace(c, front=named(c.front), back=named(c.back)) for c in made.cards)
        media = self._media.of(styles.union(*(card.files for card in cards)))
        return replace(made, cards=cards, css=named(made.css), media=media)

    def _html(self, source: Source) -> None:
        """What is wrong with a file of HTML, whatever card it belongs to."""
        for mistake in source.mistakes:
            self._layers.errors.append(Problem(source.where(mistake.offset), str(mistake)))
        self._layers.errors.extend(tag_rules.filter_mistakes(source))
        markup = read_markup(source.text, source.tree)
        self._warn((source.where(offset), message) for offset, message in markup.mistakes)
        for offset, address in markup.loaded:
            self._media.refer(source.where(offset), address, source.text)
        for offset, css, inside in markup.styles:
            self._style(source, offset, css, inside=inside)

    def _style(self, source: Source, offset: int, css: str, *, inside: bool = False) -> None:
        """What is wrong with CSS that begins at an offset of a file."""
        style, start = read_style(css, inside=inside), source.where(offset)

        def where(place: Place) -> Location:
            line, column = place
            column += start.column - 1 if line == 1 else 0
            return Location(source.path, start.line + line - 1, column)

        self._warn((where(place), message) for place, message in style.mistakes)
        for place, address in style.loaded:
            self._media.refer(where(place), address, css)
        for names in (style.known, style.used):
            for name, place in names.items():
                at = where(place)
                names[name] = (at.line, at.column)
        self._styles.append((source.path, style))

    def _warn(self, found: Iterator[tuple[Location, str]]) -> None:
        self._layers.warnings.extend(Problem(where, message) for where, message in found)

    def _properties(self) -> Iterator[Problem]:
        """Custom properties that nothing sets, or that an upper layer sets for nothing."""
        known = sorted({name for _, style in self._styles for name in style.known})
        used = sorted({name for _, style in self._styles for name in style.used})
        told: set[str] = set()
        for path, style in self._styles:
            for name, place in style.used.items():
                if name not in known and name not in told:
                    told.add(name)
                    theme = self._layers.find(THEME)
                    yield Problem(
                        Location(path, *place), f"nothing sets '{name}'; set it in {theme}"
                    )
            for name, place in style.known.items():
                if name not in used and any(path.is_relative_to(f) for f in self._layers.upper):
                    mend = nearest(name, used)
                    mend = mend if mend.startswith("did") else "remove it"
                    yield Problem(Location(path, *place), f"nothing uses '{name}'; {mend}")


def _check_ids(layers: Layers, note_types: Mapping[str, NoteType]) -> None:
    """Report two note types of one id: Anki would take them for one."""
    first: dict[int, str] = {}
    for kind, made in note_types.items():
        other = first.setdefault(made.id, kind)
        if other != kind:
            message = f"id: {made.id} is that of '{other}'; take another"
            layers.errors.append(Problem(Location(made.path), message))


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
            if inside.parts[0] == MEDIA:
                yield Problem(Location(path), "no card and no style shows it; remove it")
            elif path.suffix not in _NEUTRAL and not name.endswith("~"):
                mend = nearest(name, names)
                mend = mend if mend.startswith("did") else "see 'flashgen templates' for the names"
                yield Problem(Location(path), f"nothing uses this file; {mend}")
