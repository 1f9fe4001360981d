"""Begin a deck: a folder with an article and the draft of its deck.yaml."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import IO, TypeVar

from flashgen.article import Article
from flashgen.dates.countries import Country
from flashgen.deck.file import SourceInfo
from flashgen.deck.schema import SCHEMA_NAME, schema_text
from flashgen.drafting.draft import draft, id_of
from flashgen.errors import Argument, InputError, Location, Problem, Subject
from flashgen.files import read_beginning
from flashgen.formats import LARGEST_FILE, Imported, import_document
from flashgen.formats.matter import stated
from flashgen.reading import article_of
from flashgen.reading.kinds import IS_ADDRESS, is_address, kind_of
from flashgen.reading.reader import SUFFIXES
from flashgen.reading.titles import unshouted
from flashgen.releases.record import RECORD_NAME
from flashgen.rules import find_mentions

T = TypeVar("T")
Source = str | Path | IO[bytes]

_DECKS = Path("decks")
# Who makes this file in a folder has the folder: of two who begin at once, one goes on. It is made
# last, so that what is killed before it leaves nothing that looks like a deck.
_CLAIM = "deck.yaml"
_MARKDOWN = re.compile(rb"^#{1,6} \S", re.MULTILINE)
_STANDARD_INPUT = Path("standard input")


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a deck begins with: its folder, still to be made, its article, and what that is from."""

    folder: Path
    deck_id: str
    name: str
    data: bytes
    article: Article
    source: SourceInfo


def begin(source: Source, into: Path | None = None, chapter: str = "") -> Beginning:
    """Read what a deck is to be made of; nothing is written.

    ``source`` is the name of a file, or a binary stream. Raises InputError where it cannot be
    read, as one line, or where the folder would overwrite another one.
    """
    path, data = _bytes_of(source)
    kind = kind_of(data, path.suffix.lower())
    if chapter and kind != "epub":
        raise InputError.of(Argument("chapter"), "fits an e-book (.epub) alone; leave it out")
    if not kind and path is not _STANDARD_INPUT:
        message = "of no kind that can be read; save it as .txt, .md, .html, .docx, .epub or .pdf"
        raise InputError.at(path, message)
    if kind in ("text", ""):
        made = Imported("")
        markdown = path.suffix.lower() in SUFFIXES[1:] or (
            path is _STANDARD_INPUT and _MARKDOWN.search(data) is not None
        )
    else:
        made, markdown = import_document(data, kind, path, chapter), True
        data = made.text.encode()
    name = "article.md" if markdown else "article.txt"
    article = _named(path, lambda: article_of(Path(name), data))
    said = stated(article)
    running = (article.view[p.span.start : p.span.end] for p in article.paragraphs)
    title = unshouted(made.title, running) or article.title or ""
    about = SourceInfo(
        title=title,
        author=made.author or said.author,
        date=made.date or said.date,
        address=made.address or said.address,
    )
    folder, deck_id = _place(into, title, path, _partly(name, data))
    article = replace(article, path=folder / name)
    return Beginning(folder, deck_id, title or _name(path, deck_id), data, article, about)


def write_beginning(
    begun: Beginning, *, updated: date, year: int | None = None, calendar: Country | None = None
) -> None:
    """Write the article and the draft of deck.yaml into the folder, all of it or nothing.

    What a run that was killed has left of it gives way. Raises InputError where a file of somebody
    else is there, or one cannot be written.
    """
    article = begun.article
    mentions = find_mentions(article, year=year, calendar=calendar)
    drafted = draft(
        article,
        mentions,
        year,
        calendar,
        deck_id=begun.deck_id,
        updated=updated,
        source=begun.source,
        name=begun.name,
        schema=SCHEMA_NAME,
    )
    left = _partly(article.path.name, begun.data)
    written: list[Path] = []
    path = begun.folder
    try:
        for name, data in {**left, _CLAIM: drafted.encode()}.items():
            path = begun.folder / name
            there = path.read_bytes() if path.exists() else None
            if there == data and name != _CLAIM:
                continue
            if there is not None and left[name].startswith(there):
                path.unlink()
            with path.open("xb") as file:
                written.append(path)
                file.write(data)
    except BaseException as error:
        for each in written:
            each.unlink(missing_ok=True)
        if isinstance(error, FileExistsError):
            raise _taken(begun.folder) from error
        if isinstance(error, OSError):
            raise InputError.at(path, f"cannot be written: {error.strerror or error}") from error
        raise


def whole_or_nothing(
    folder: Path, package: Path, write: Callable[[], None], make: Callable[[], T]
) -> T:
    """Make the folder, ``write`` into it and ``make`` its deck; a failure leaves nothing behind.

    Raises InputError where the package that ``make`` writes is there already, or the folder is
    somebody else's, who began at the same time.
    """
    if package.exists():
        raise InputError.at(package, "is there already; name another file with --output")
    absent = [each for each in (folder, *folder.parents, package.parent) if not each.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write()
    except OSError as error:
        _remove(absent)
        raise InputError.at(folder, f"cannot be made: {error.strerror or error}") from error
    except BaseException:
        _remove(absent)
        raise
    try:
        return make()
    except BaseException:
        written = (
            *(f"article{ending}" for ending in SUFFIXES),
            _CLAIM,
            SCHEMA_NAME,
            RECORD_NAME,
        )
        for path in (package, *(folder / name for name in written)):
            with suppress(OSError):
                path.unlink()
        _remove(absent)
        raise


def _partly(article: str, data: bytes) -> dict[str, bytes]:
    """The files of a folder, of which a run that was killed leaves the first bytes, or none."""
    return {article: data, SCHEMA_NAME: schema_text().encode(), _CLAIM: b""}


def _is_free(folder: Path, left: Mapping[str, bytes]) -> bool:
    """Whether a folder has nothing but what a run that was killed has left there."""
    return folder.is_dir() and all(
        path.is_file() and path.name in left and left[path.name].startswith(path.read_bytes())
        for path in folder.iterdir()
    )


def _remove(folders: Iterable[Path]) -> None:
    """Remove folders, the innermost first, but not what somebody else has put into them."""
    for each in folders:
        with suppress(OSError):
            each.rmdir()


def _bytes_of(source: Source) -> tuple[Path, bytes]:
    """What a source is called, and what it holds, if that is no more than can be read."""
    if not isinstance(source, str | Path):
        path, data = _STANDARD_INPUT, source.read(LARGEST_FILE + 1)
    else:
        path = Path(source)
        if is_address(str(source)) and not path.exists():
            raise InputError.of(Subject(str(source)), IS_ADDRESS)
        if path.is_dir():
            raise InputError.at(path, "a folder, not an article; name the file in it")
        data = read_beginning(path, LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        message = f"larger than {LARGEST_FILE // 1_000_000} MB: save the article alone"
        raise InputError.at(path, message)
    if not data.strip():
        file = "the file is empty: save the article's text in it"
        raise InputError.at(path, "nothing came in" if path is _STANDARD_INPUT else file)
    return path, data


def _named(path: Path, read: Callable[[], Article]) -> Article:
    """What ``read`` gives; its errors name the file that the user knows."""
    try:
        return read()
    except InputError as error:
        raise InputError(
            Problem(Location(path, p.where.line, p.where.column), p.message)
            if isinstance(p.where, Location)
            else p
            for p in error.problems
        ) from error


def _place(
    into: Path | None, title: str, path: Path, left: Mapping[str, bytes]
) -> tuple[Path, str]:
    """The deck's folder and its identity; the folder's name gives it, or else the title."""
    stem = "" if path is _STANDARD_INPUT else path.stem
    names = (into.absolute().name if into else "", title, stem)
    deck_id = next(filter(None, map(id_of, names)), "deck")
    folder = into or _DECKS / deck_id
    if folder.exists() and not _is_free(folder, left):
        raise _taken(folder)
    return folder, deck_id


def _taken(folder: Path) -> InputError:
    return InputError.at(folder, "is there already; name another folder with --into")


def _name(path: Path, deck_id: str) -> str:
    """What to call a deck whose article has no title."""
    return deck_id if path is _STANDARD_INPUT else path.stem
