"""Read an Anki package, whoever made it, with Anki's own code.

A package is a zip with a collection in it. Packages hold up to two: the one that counts, and a
stub for older programs that says "please update".
"""

from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from flashgen.editions.edition import Edition, HeldNote, HeldType
from flashgen.editions.media import NEWEST, media_in
from flashgen.editions.words import text_of
from flashgen.errors import InputError
from flashgen.files import open_plain, scratch
from flashgen.releases.record import looks

# The collection files of a package, the newest first: zstandard, and two that are plain SQLite.
_COLLECTIONS = (NEWEST, "collection.anki21", "collection.anki2")
# No collection is packed to a two-hundredth; what grows to less than 50 MB is no harm.
_MOST, _LARGEST_RATIO, _CHUNK = 50_000_000, 200, 1 << 20
_LONGEST_META = 10_000
_CLOZE = 1
_DEFAULT_DECK = 1


def read_package(path: Path) -> Edition:
    """What an .apkg or .colpkg holds; notes as they were made, in the order of their ids.

    Raises InputError as ``opened`` does.
    """
    with opened(path) as collection:
        return _edition(collection, str(path), media_in(path))


@contextmanager
def opened(path: Path) -> Iterator[Any]:
    """The collection of an .apkg or .colpkg, open in real Anki; the package is not changed.

    Raises InputError where it cannot be read, is no package, is damaged or newer than the
    installed Anki, or where Anki is not installed.
    """
    try:
        import zstandard  # noqa: F401, PLC0415
        from anki.buildinfo import version  # noqa: PLC0415
        from anki.collection import Collection  # noqa: PLC0415
    except ImportError as error:
        needed = "zstandard" if error.name == "zstandard" else "Anki"
        message = f"needs {needed} to be read: pip install 'flashgen[anki]'"
        raise InputError.at(path, message) from error
    try:
        with scratch() as folder:
            file = folder / "collection.anki2"
            _unpack(path, file)
            with closing(Collection(str(file))) as collection:
                yield collection
    except InputError:
        raise
    except RuntimeError as error:  # encrypted, or packed in a way that Python does not know
        message = f"cannot be unpacked: {error}; export it from Anki again"
        raise InputError.at(path, message) from error
    except Exception as error:  # a damaged file may break anything
        if isinstance(error, OSError) and error.errno:  # the others are a decompressor's
            raise InputError.unreadable(path, error) from error
        if "FileTooNew" in str(error):
            message = (
                "was made by a newer Anki than the one installed here "
                f"({version}); update that: pip install --upgrade anki"
            )
        elif isinstance(error, zipfile.BadZipFile) and not zipfile.is_zipfile(path):
            message = (
                "is no Anki package (no zip file), or only a part of one; "
                "name an .apkg, or download it again"
            )
        else:
            message = "is damaged: Anki cannot open it; download it or export it again"
        raise InputError.at(path, message) from error


def _unpack(path: Path, file: Path) -> None:
    """Write the collection of a package to a file. Raises all sorts of things if it is damaged."""
    from anki.import_export_pb2 import PackageMetadata  # noqa: PLC0415

    with open_plain(path) as whole, zipfile.ZipFile(whole) as archive:
        names = archive.namelist()
        member = next((name for name in _COLLECTIONS if name in names), None)
        if member is None:
            inner = next((n for n in names if n.lower().endswith((".apkg", ".colpkg"))), None)
            mend = f"unpack it and name {inner}" if inner else "export an .apkg from Anki"
            message = f"is a zip file without a collection, no Anki package; {mend}"
            raise InputError.at(path, message)
        meta = b""
        if "meta" in names:
            with archive.open("meta") as packed:
                meta = packed.read(_LONGEST_META)
        if PackageMetadata.FromString(meta).version > PackageMetadata.VERSION_LATEST:
            raise ValueError("FileTooNew")  # as Anki calls it
        unpack(archive, member, file, path)
    with closing(sqlite3.connect(file)) as database:
        only_tables(database)
        # Anki would fill an empty file with a collection of its own.
        database.execute("SELECT ver FROM col").fetchone()[0]
        for column in ("models", "decks"):
            _tell_apart(database, column)
        database.commit()


def _tell_apart(database: sqlite3.Connection, column: str) -> None:
    """Give note types or decks that share a name one each, by their ids: Anki would by chance."""
    (text,) = database.execute(f"SELECT {column} FROM col").fetchone()  # noqa: S608
    held = json.loads(text or "{}")  # a newer collection has tables for them, and names of one each
    taken: set[str] = set()
    for number in sorted(held, key=int):
        plain, count = held[number]["name"], 1
        while held[number]["name"].casefold() in taken:
            count += 1
            held[number]["name"] = f"{plain} ({count})"
        taken.add(held[number]["name"].casefold())
    if held:
        database.execute(f"UPDATE col SET {column} = ?", [json.dumps(held)])  # noqa: S608


def unpack(archive: zipfile.ZipFile, member: str, file: Path, path: Path) -> None:
    """Write one collection of a package, which lies at ``path``, to a file.

    Raises InputError where it grows beyond all measure.
    """
    most = max(_MOST, _LARGEST_RATIO * archive.getinfo(member).compress_size)
    with archive.open(member) as packed, file.open("wb") as unpacked:
        plain: Any = packed
        if member == NEWEST:
            import zstandard  # noqa: PLC0415

            plain = zstandard.ZstdDecompressor().stream_reader(packed)
        while chunk := plain.read(_CHUNK):
            most -= unpacked.write(chunk)
            if most < 0:
                message = "grows beyond all measure when it is unpacked; ask for another one"
                raise InputError.at(path, message)


def only_tables(database: sqlite3.Connection) -> None:
    """Raise ValueError where there is more: Anki makes none, and it may be a search without end."""
    kinds = {kind for (kind,) in database.execute("SELECT type FROM sqlite_master")}
    if not kinds <= {"table", "index"}:
        raise ValueError("a view or a trigger")


def _edition(collection: Any, title: str, media: Mapping[str, str]) -> Edition:
    """What an open collection holds. Raises all sorts of things if it is damaged."""
    decks = {deck["id"]: deck for deck in collection.decks.all()}
    # A card that visits a filtered deck belongs to the one that it came from.
    rows = collection.db.all(
        "SELECT nid, ord, CASE WHEN odid = 0 THEN did ELSE odid END FROM cards ORDER BY nid, ord"
    )
    cards: dict[int, list[tuple[int, str]]] = {}
    for note_id, number, deck in rows:
        cards.setdefault(note_id, []).append((number, decks[deck]["name"] if deck in decks else ""))
    used = {deck for *_, deck in rows}
    return Edition(
        title=title,
        decks={
            deck["name"]: deck.get("desc", "")
            for deck in sorted(decks.values(), key=lambda deck: str(deck["name"]))
            if not deck["dyn"] and (deck["id"] in used or deck["id"] != _DEFAULT_DECK)
        },
        note_types=tuple(
            HeldType(
                id=kind["id"],
                name=kind["name"],
                fields=tuple(field["name"] for field in kind["flds"]),
                cards=tuple(card["name"] for card in kind["tmpls"]),
                looks=looks(
                    kind["css"],
                    ((c["name"], c["qfmt"], c["afmt"], c["bqfmt"]) for c in kind["tmpls"]),
                ),
            )
            for kind in sorted(
                collection.models.all(), key=lambda kind: (str(kind["name"]), kind["id"])
            )
        ),
        notes=tuple(_notes(collection, cards)),
        media=media,
    )


def _notes(collection: Any, cards: Mapping[int, list[tuple[int, str]]]) -> Iterator[HeldNote]:
    """The notes, each in the deck of its first card; cards are numbers and decks by note."""
    types = {kind["id"]: kind for kind in collection.models.all()}
    for note_id, guid, type_id, tags, values in collection.db.all(
        "SELECT id, guid, mid, tags, flds FROM notes ORDER BY id"
    ):
        kind, own = types[type_id], cards.get(note_id, [])
        texts, names = values.split("\x1f"), [card["name"] for card in kind["tmpls"]]
        fields = zip((field["name"] for field in kind["flds"]), texts, strict=False)
        yield HeldNote(
            guid=guid,
            label=next(filter(None, map(text_of, (texts[kind["sortf"]], *texts))), guid),
            type_id=type_id,
            note_type=kind["name"],
            deck=own[0][1] if own else "",
            fields={name: text for name, text in fields if text},
            tags=tuple(tags.split()),
            cards=tuple(
                f"{names[0]} {number + 1}" if kind["type"] == _CLOZE else names[number]
                for number, _ in own
            ),
        )
