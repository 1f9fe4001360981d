"""The folders that templates lie in, one over the other, and what is wrong with their files."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from unicodedata import normalize

from flashgen.errors import InputError, Location, Problem
from flashgen.files import MOST, is_there, lies_in, read_plain
from flashgen.matching import suggestion
from flashgen.note_types.language import Node, TemplateError, read

MEDIA, THEME, STYLE = "media", "theme.css", "style.css"
_THEMES = "themes"
_LONGEST = 500_000  # bytes: what a phone has to read for each card


@cache
def builtin_templates() -> Path:
    """The folder of the templates that flashgen ships with."""
    package = Path(__file__).parent.parent
    packaged = package / "templates"
    return packaged if packaged.is_dir() else package.parent / "templates"


def themes() -> tuple[str, ...]:
    """The names of the themes that flashgen ships with."""
    return tuple(
        sorted(path.parent.name for path in builtin_templates().glob("themes/*/theme.css"))
    )


def nearest(word: str, known: Sequence[str], otherwise: str = "", before: int = 0) -> str:
    """What to do about an unknown name, as ``suggestion``; capitals are no difference.

    Where none is near, ``otherwise``, or else the known ones.
    """
    alike = [name for name in known if name.casefold() == word.casefold()]
    mend = suggestion(word, known, before) if not alike else f"did you mean '{alike[0]}'?"
    return mend if mend.startswith("did") or not otherwise else otherwise


@dataclass(frozen=True)
class Source:
    """A file of HTML: its text, its tags, and what the template language forbids in it."""

    path: Path
    text: str
    readable: bool = True

    @cached_property
    def _read(self) -> tuple[tuple[Node, ...], tuple[TemplateError, ...]]:
        return read(self.text)

    @cached_property
    def _lines(self) -> list[int]:
        """Where the lines begin."""
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    @property
    def tree(self) -> tuple[Node, ...]:
        """Its tags and the HTML between them."""
        return self._read[0]

    @property
    def mistakes(self) -> tuple[TemplateError, ...]:
        """Sections and tags that are not closed, and the like."""
        return self._read[1]

    def where(self, offset: int) -> Location:
        """The place of an offset, in code points."""
        line = bisect(self._lines, offset)
        return Location(self.path, line, offset - self._lines[line - 1] + 1)


class Layers:
    """Folders of templates that lie over the built-in ones, the uppermost first.

    What has been asked for is ``in_force``, by its name within a layer; what is wrong gathers in
    ``errors`` and ``warnings``.
    """

    def __init__(self, layers: Sequence[Path]) -> None:
        """Take folders, or names of themes. Raises InputError for what is neither."""
        self.folders = (*map(_folder, layers), builtin_templates())
        self.errors: list[Problem] = []
        self.warnings: list[Problem] = []
        self.in_force: dict[str, Path] = {}
        self.media = {
            normalize("NFC", path.name): path
            for folder in reversed(self.folders)
            for path in sorted((folder / MEDIA).glob("[!.]*"))
            if path.is_file() and self._is_at_home(path)
        }
        self._sources: dict[str, Source] = {}
        self._mends: dict[tuple[str, tuple[str, ...], str], str] = {}

    @property
    def upper(self) -> tuple[Path, ...]:
        """The layers over the built-in one."""
        return self.folders[:-1]

    def own(self, sources: Iterable[Source]) -> list[Source]:
        """Those of the files that lie in an upper layer: tests have read all others."""
        return [s for s in sources if any(s.path.is_relative_to(f) for f in self.upper)]

    def nearest(self, word: str, known: Iterable[str], otherwise: str = "") -> str:
        """As the function: what was asked before costs nothing, and of many words few are held."""
        asked = word, tuple(known), otherwise
        if asked not in self._mends:
            self._mends[asked] = nearest(*asked, before=len(self._mends))
        return self._mends[asked]

    def find(self, name: str) -> Path:
        """The uppermost file of that name; where there is none, the path that it should have."""
        paths = [folder / name for folder in self.folders]
        return next((path for path in paths if is_there(path)), paths[-1])

    def use(self, name: str) -> Path:
        """The uppermost file of that name, which is now in force."""
        path = self.find(name)
        self.in_force[name] = path if self._is_at_home(path) else self.folders[-1] / name
        return self.in_force[name]

    def _is_at_home(self, path: Path) -> bool:
        """Whether a file lies in its layer; a link out of it is an error."""
        home = next(folder for folder in self.folders if path.is_relative_to(folder))
        if lies_in(path, home):
            return True
        message = f"is a link out of {home}; put a copy of the file there"
        self.errors.append(Problem(Location(path), message))
        return False

    def source(self, name: str) -> Source:
        """A file of HTML or CSS, read once; without text, and an error, where it cannot be read."""
        if name not in self._sources:
            self._sources[name] = self._source(self.use(name))
        return self._sources[name]

    def _source(self, path: Path) -> Source:
        before = len(self.errors)
        try:
            text = self.bytes_of(path, _LONGEST).decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            self.errors.extend(InputError.not_utf8(path, error).problems)
            text = ""
        return Source(path, text, readable=len(self.errors) == before)

    def bytes_of(self, path: Path, most: int = MOST) -> bytes:
        """A file's content; empty, and an error, where it cannot be read."""
        try:
            return read_plain(path, most, "move what it holds into files of media")
        except InputError as error:
            self.errors.extend(error.problems)
        return b""

    def sources(self, ending: str) -> list[Source]:
        """The files in force with such a name, each once."""
        return [s for name, s in self._sources.items() if name.endswith(f".{ending}")]

    @cached_property
    def pieces(self) -> list[str]:
        """The names of the shared pieces, of all layers."""
        return sorted({p.stem for f in self.folders for p in (f / "shared").glob("*.html")})


def own_layer(deck_folder: Path) -> tuple[Path, ...]:
    """The folder ``templates`` of a deck, if it has one. Raises InputError where it is a link out.

    What else is called so is for who reads the layers.
    """
    own = deck_folder / "templates"
    if not is_there(own):
        return ()
    if not lies_in(own, deck_folder):
        mend = "put a copy of the folder there, or name it with --templates"
        raise InputError.at(own, f"is a link out of {deck_folder}; {mend}")
    return (own,)


def layer_name(folder: Path) -> str:
    """What to call a layer before a person."""
    built_in = builtin_templates().resolve()
    if folder.resolve() == built_in:
        return "built-in"
    if folder.resolve().parent == built_in / _THEMES:
        return f"theme {folder.name}"
    return str(folder)


def _folder(layer: Path) -> Path:
    """A layer's folder; a bare word may name a theme, if no folder has that name."""
    if layer.is_dir():
        return layer
    if len(layer.parts) == 1 and layer.name in themes():
        return theme_folder(layer.name)
    mend = nearest(str(layer), themes(), f"the themes are {', '.join(themes())}")
    raise InputError.at(layer, f"no such folder of templates, and no theme; {mend}")


def theme_folder(name: str) -> Path:
    """The folder of a theme that flashgen ships with."""
    return builtin_templates() / _THEMES / name
