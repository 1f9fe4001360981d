"""The media of a package: which files it brings, and a digest of each."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path
from unicodedata import normalize

from flashgen.files import open_plain

# The collection of a package of today's kind, packed by zstandard.
NEWEST = "collection.anki21b"
# A list of so many bytes names more files than a collection has.
_LONGEST_LIST, _CHUNK = 20_000_000, 1 << 20
# All files of a package together: pictures and sounds do not shrink to a fiftieth.
_MOST, _LARGEST_RATIO = 500_000_000, 50


def digest_of(data: bytes) -> str:
    """The digest that Anki has for a medium."""
    return hashlib.sha1(data, usedforsecurity=False).hexdigest()


def media_in(path: Path) -> dict[str, str]:
    """Digests of a package's media by name; "" for one that it names and does not hold.

    Raises all sorts of things if it is damaged, ValueError where it grows beyond all measure.
    """
    with open_plain(path) as file, zipfile.ZipFile(file) as archive:
        held = set(archive.namelist())
        if "media" not in held:
            return {}
        with archive.open("media") as packed:
            listed = packed.read(_LONGEST_LIST)
        if NEWEST in held:
            return _newest(listed)
        files = {str(number): normalize("NFC", n) for number, n in json.loads(listed).items()}
        most = max(_MOST, _LARGEST_RATIO * path.stat().st_size)
        found = {}
        for number, name in files.items():
            digest = hashlib.sha1(usedforsecurity=False)
            if number in held:
                with archive.open(number) as packed:
                    while chunk := packed.read(_CHUNK):
                        digest.update(chunk)
                        most -= len(chunk)
                        if most < 0:
                            raise ValueError("media without measure")
            found[name] = digest.hexdigest() if number in held else ""
        return found


def _newest(listed: bytes) -> dict[str, str]:
    """Of a package of today's kind, whose list has the digests."""
    import zstandard  # noqa: PLC0415
    from anki.import_export_pb2 import MediaEntries  # noqa: PLC0415

    with zstandard.ZstdDecompressor().stream_reader(listed) as plain:
        entries = MediaEntries.FromString(plain.read(_LONGEST_LIST)).entries
    return {normalize("NFC", entry.name): entry.sha1.hex() for entry in entries}
