"""The media that deck.yaml names: files in the folder ``media`` beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from unicodedata import normalize

from flashgen.deck.file import Curation
from flashgen.deck.medium import media_of
from flashgen.errors import InputError, Location, Problem, Severity
from flashgen.files import is_there, lies_in, read_plain
from flashgen.matching import suggestion
from flashgen.media.kinds import PICTURES, SOUNDS, ending_of, mistake
from flashgen.media.names import name_in_anki

FOLDER = "media"
# Bytes of one file: it travels to every learner's phone. Enough for a picture that fills a screen,
# and for five minutes of speech.
_MOST = 5_000_000


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A file as it travels; its name in Anki tells nothing of what it shows."""

    name: str
    content: bytes


def files_of(folder: Path) -> tuple[Path, ...]:
    """The files of a deck's media, hidden ones left out.

    Raises InputError where there is no folder of that name, but something else.
    """
    home = folder / FOLDER
    if is_there(home) and not home.is_dir():
        raise InputError.at(home, "is no folder; put one there that holds the files")
    if not lies_in(home, folder):
        raise InputError.at(home, f"is a link out of {folder}; put a copy of the folder there")
    found = sorted(home.rglob("*"))
    return tuple(path for path in found if not _is_hidden(path, folder) and path.is_file())


def read_media(curation: Curation) -> tuple[Mapping[str, MediaFile], tuple[Problem, ...]]:
    """The media of the deck by the names that deck.yaml has for them; a hint for what is unused.

    Raises InputError with all that is wrong with them, each at the line that names the file.
    """
    folder = curation.path.parent
    known = {_named(path, folder): path for path in files_of(folder)}
    read: dict[str, MediaFile] = {}
    problems: list[Problem] = []
    used = set()
    for item in curation.items:
        for key, medium in media_of(item).items():
            name = normalize("NFC", medium.file)
            used.add(name)
            try:
                path = known.get(name) or _no_file(name, folder, tuple(known), len(problems))
                read[medium.file] = _read(path, name, folder, is_sound=key == "sound")
            except ValueError as error:
                message = f"{item.section}.{item.key}.{key}.file: '{medium.file}' {error}"
                problems.append(Problem(medium.where, message))
    if problems:
        raise InputError(problems)
    return read, tuple(_unused(path for name, path in known.items() if name not in used))


def _no_file(name: str, folder: Path, known: Sequence[str], before: int) -> Path:
    """What has a name and is no file, which reading it tells: a folder, a link in a circle.

    Raises ValueError where nothing has the name, with ``before`` as ``suggestion`` has it.
    """
    if PurePath(name).is_absolute() or ".." in PurePath(name).parts:
        raise ValueError(f"leads out of {FOLDER}/; put the file there")
    path = folder / FOLDER / name
    if is_there(path) and not _is_hidden(path, folder):
        return path
    mend = suggestion(name, known, before) if known else "save it there"
    raise ValueError(f"is not in {FOLDER}/; {mend}")


def _read(path: Path, name: str, folder: Path, *, is_sound: bool) -> MediaFile:
    """The file of that name. Raises ValueError that says, to a person, what is wrong with it."""
    kinds = SOUNDS if is_sound else PICTURES
    if not lies_in(path, folder / FOLDER):
        raise ValueError(f"is a link out of {FOLDER}/; put the file itself there")
    small = "record it shorter" if is_sound else "1,200 pixels are wide enough: make it smaller"
    try:
        content = read_plain(path, _MOST, small)
    except InputError as error:
        raise ValueError(error.problems[0].message) from error
    if wrong := mistake(name, content, kinds):
        raise ValueError(wrong)
    kind = "sound" if is_sound else "picture"
    return MediaFile(name_in_anki(kind, ending_of(name), content), content)


def _named(path: Path, folder: Path) -> str:
    """How deck.yaml names a file: some systems keep letters and their accents apart."""
    return normalize("NFC", path.relative_to(folder / FOLDER).as_posix())


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder / FOLDER).parts)


def _unused(paths: Iterable[Path]) -> Iterator[Problem]:
    """Hints for what no fact names, most likely for a slip; a list of sources may lie there."""
    for path in paths:
        if ending_of(path.name) in {*PICTURES, *SOUNDS}:
            mend = "name it under 'picture', 'map' or 'sound', or delete it"
            yield Problem(Location(path), f"no fact shows this file; {mend}", Severity.HINT)
