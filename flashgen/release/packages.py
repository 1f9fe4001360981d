"""Read an Anki package, whoever made it, with Anki's own code.

A package is a zip with a collection in it. Packages hold up to two: the one that counts, and a
stub for older programs that says "please update".
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from flashgen.errors import InputError
from flashgen.release.edition import Edition, HeldNote, HeldType
from flashgen.release.record import looks
from flashgen.release.words import text_of

# The collection files of a package, the newest first: zstandard, and two that are plain SQLite.
_NEWEST = "collection.anki21b"
_COLLECTIONS = (_NEWEST, "collection.anki21", "collection.anki2")
_CLOZE = 1
_DEFAULT_DECK = 1


def read_package(path: Path) -> Edition:
    """What an .apkg or .colpkg holds; notes as they were made, in the order of their ids.

    The package is not changed. Raises InputError where it cannot be read, is no package, is
    damaged or newer than the installed Anki, or where Anki is not installed.
    """
    try:
        import zstandard  # noqa: PLC0415
        from anki.buildinfo import version  # noqa: PLC0415
        from anki.collection import Collection  # noqa: PLC0415
        from anki.import_export_pb2 import PackageMetadata  # noqa: PLC0415
    except ImportError as error:
        raise InputError.at(path, "needs Anki to be read: pip install 'flashgen[anki]'") from error
    too_new = InputError.at(
        path,
        f"was made by a newer Anki than the one installed here ({version}); "
        "update that: pip install --upgrade anki",
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "collection.anki2"
        try:
            with zipfile.ZipFile(path) as archive:
                member = _collection_of(archive, path)
                meta = archive.read("meta") if "meta" in archive.namelist() else b""
                if PackageMetadata.FromString(meta).version > PackageMetadata.VERSION_LATEST:
                    raise too_new
                with archive.open(member) as packed, file.open("wb") as unpacked:
                    if member == _NEWEST:
                        zstandard.ZstdDecompressor().copy_stream(packed, unpacked)
                    else:
                        shutil.copyfileobj(packed, unpacked)
            # Anki would fill an empty file with a collection of its own.
            with closing(sqlite3.connect(file)) as database:
                database.execute("SELECT ver FROM col").fetchone()[0]
        except OSError as error:
            raise InputError.unreadable(path, error) from error
        except (zipfile.BadZipFile, zlib.error, EOFError, zstandard.ZstdError) as error:
            raise _unfit(path, error) from error
        except (sqlite3.Error, TypeError) as error:
            raise _damaged(path) from error
        except RuntimeError as error:  # encrypted, or packed in a way that Python does not know
            raise InputError.at(
                path, f"cannot be unpacked: {error}; export it from Anki again"
            ) from error
        try:
            collection = Collection(str(file))
        except Exception as error:
            raise too_new if "FileTooNew" in str(error) else _damaged(path) from error
        try:
            return _edition(collection, str(path))
        except Exception as error:
            raise _damaged(path) from error
        finally:
            collection.close()


def _collection_of(archive: zipfile.ZipFile, path: Path) -> str:
    """The name of the entry that holds the collection."""
    names = archive.namelist()
    for name in _COLLECTIONS:
        if name in names:
            return name
    inner = next((name for name in names if name.lower().endswith((".apkg", ".colpkg"))), None)
    mend = f"unpack it and name {inner}" if inner else "export an .apkg from Anki"
    raise InputError.at(path, f"is a zip file without a collection, no Anki package; {mend}")


def _unfit(path: Path, error: Exception) -> InputError:
    """The error for a file that does not unpack: no package at all, or a damaged one."""
    if isinstance(error, zipfile.BadZipFile) and not zipfile.is_zipfile(path):
        return InputError.at(
            path,
            "is no Anki package (no zip file), or only a part of one; "
            "name an .apkg, or download it again",
        )
    return _damaged(path)


def _damaged(path: Path) -> InputError:
    return InputError.at(path, "is damaged: Anki cannot open it; download it or export it again")


def _edition(collection: Any, title: str) -> Edition:
    """What an open collection holds. Raises all sorts of things if it is damaged."""
    types = {kind["id"]: kind for kind in collection.models.all()}
    decks = {deck["id"]: deck for deck in collection.decks.all()}
    # A card that visits a filtered deck belongs to the one that it came from.
    rows = collection.db.all(
        "SELECT nid, ord, CASE WHEN odid = 0 THEN did ELSE odid END FROM cards ORDER BY nid, ord"
    )
    cards: dict[int, list[tuple[int, int]]] = {}
    for note_id, number, deck in rows:
        cards.setdefault(note_id, []).append((number, deck))
    used = {deck for *_, deck in rows}
    return Edition(
        title=title,
        decks={
            deck["name"]: deck.get("desc", "")
            for id_, deck in sorted(decks.items(), key=lambda item: item[1]["name"])
            if not deck["dyn"] and (id_ in used or id_ != _DEFAULT_DECK)
        },
        note_types=tuple(sorted(map(_type, types.values()), key=lambda kind: kind.name)),
        notes=tuple(_notes(collection, types, decks, cards)),
    )


def _type(kind: Mapping[str, Any]) -> HeldType:
    return HeldType(
        id=kind["id"],
        name=kind["name"],
        fields=tuple(field["name"] for field in kind["flds"]),
        cards=tuple(card["name"] for card in kind["tmpls"]),
        looks=looks(
            kind["css"],
            ((card["name"], card["qfmt"], card["afmt"], card["bqfmt"]) for card in kind["tmpls"]),
        ),
    )


def _notes(
    collection: Any,
    types: Mapping[int, dict[str, Any]],
    decks: Mapping[int, dict[str, Any]],
    cards: Mapping[int, list[tuple[int, int]]],
) -> Iterator[HeldNote]:
    """The notes, each in the deck of its first card."""
    for note_id, guid, type_id, tags, values in collection.db.all(
        "SELECT id, guid, mid, tags, flds FROM notes ORDER BY id"
    ):
        kind, own = types[type_id], cards.get(note_id, [])
        texts = values.split("\x1f")
        fields = dict(zip((field["name"] for field in kind["flds"]), texts, strict=False))
        first = decks.get(own[0][1], {}) if own else {}
        yield HeldNote(
            guid=guid,
            label=next(filter(None, map(text_of, (texts[kind["sortf"]], *texts))), guid),
            note_type=kind["name"],
            deck=first.get("name", ""),
            fields={name: text for name, text in fields.items() if text},
            tags=tuple(tags.split()),
            cards=tuple(_card_name(kind, number) for number, _ in own),
        )


def _card_name(kind: Mapping[str, Any], number: int) -> str:
    templates = kind["tmpls"]
    if kind["type"] == _CLOZE:
        return f"{templates[0]['name']} {number + 1}"
    return str(templates[number]["name"])
