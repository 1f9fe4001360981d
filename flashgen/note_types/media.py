"""Files that travel with the cards: which ones templates refer to, and whether they are there.

Anki keeps all media in one folder, and a file that only templates refer to only if its name
begins with an underscore. It never replaces a file that it has: so the name in the package says
what is in the file ("_seal-1f2e3d4c.png"), and a changed picture arrives beside the old one.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from flashgen.errors import Location, Problem
from flashgen.matching import fits
from flashgen.note_types.layers import MEDIA, Layers, nearest

_TAG = re.compile(r"\{\{[^{}]*\}\}")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_NETWORK = re.compile(r"(?:(?:https?|ftp|wss?|file):)?//", re.IGNORECASE)
# Names that Anki keeps as they are: of 120 bytes, and flashgen needs some for itself.
_KEPT = re.compile(r"[^\[\]<>:\"/?*^\\|\x00-\x1f\x7f\ud800-\udfff]*(?<![. ])")
_LONGEST_NAME = 110


class Media:
    """The media of all layers: finds what an address means, and keeps what is used."""

    def __init__(self, layers: Layers) -> None:
        self._used: dict[Path, set[str]] = {}
        self._contents: dict[str, bytes] = {}
        # Files whose names are put together on the card, or written in an escaped form.
        self._unnamed: set[str] = set()
        self._layers = layers

    def refer(self, where: Location, address: str, text: str) -> None:
        """Take an address that a file with that text loads; what is wrong with it is reported."""
        address = address.strip()
        names = _TAG.sub("{{}}", address)
        if not address or names == "{{}}" or address.startswith("#"):
            return
        if _NETWORK.match(address):
            self._layers.warnings.append(
                Problem(
                    where,
                    f"'{address}' is on the network, which a learner may lack; save the file as "
                    f"{MEDIA}/_NAME and write '_NAME'",
                )
            )
            return
        if _SCHEME.match(address):  # data:, about: and the like load nothing from elsewhere
            return
        name = unquote(names.partition("?")[0].partition("#")[0])
        found = self._matching(name)
        if found:
            self._used.setdefault(where.path, set()).update(found)
            self._unnamed.update(each for each in found if each not in text)
            self._layers.in_force.update(
                {f"{MEDIA}/{each}": self._layers.media[each] for each in found}
            )
        else:
            self._layers.errors.append(Problem(where, self._missing(name, address)))

    def _matching(self, name: str) -> set[str]:
        """The files of that name, which may hold fields."""
        kept = (known for known in self._layers.media if known.startswith("_"))
        return {known for known in kept if fits(known, name.split("{{}}"))}

    def _missing(self, name: str, address: str) -> str:
        last = name.rpartition("/")[2]
        if last != name:
            mend = f"write '{last if last.startswith('_') else '_' + last}'"
            return f"'{address}' names a folder, and Anki has none for media; {mend}"
        if not name.startswith("_"):
            return (
                f"Anki keeps '{address}' only if its name begins with '_'; save it as "
                f"{MEDIA}/_{name} and write '_{name}'"
            )
        known = sorted(self._layers.media)
        mend = nearest(name, known) if known else f"save it as {MEDIA}/{name}"
        return f"no file '{name}' in {MEDIA}/; {mend}"

    def of(self, paths: frozenset[Path]) -> dict[str, bytes]:
        """The contents of the media that these files refer to, by their names in the package."""
        names = sorted(set().union(*(self._used.get(path, ()) for path in paths)))
        return {self._shipped(name): self._content(name) for name in names}

    def with_names(self, text: str) -> str:
        """HTML or CSS with the names that its media have in the package."""
        names = set().union(*self._used.values()) - self._unnamed
        if not names:
            return text
        written = "|".join(map(re.escape, sorted(names)))
        return re.sub(rf"(?<![\w.-])(?:{written})(?![\w-])", lambda m: self._shipped(m[0]), text)

    def _shipped(self, name: str) -> str:
        if name in self._unnamed:
            return name
        path = Path(name)
        digest = hashlib.sha256(self._content(name)).hexdigest()[:8]
        return f"{path.stem}-{digest}{path.suffix}"

    def _content(self, name: str) -> bytes:
        if name not in self._contents:
            self._contents[name] = self._layers.bytes_of(self._layers.media[name])
        return self._contents[name]


def mistakes_in_names(layers: Layers) -> Iterator[Problem]:
    """Media whose names Anki would change, or whose files it would lose."""
    for folder in layers.folders:
        for path in sorted((folder / MEDIA).glob("[!.]*")):
            if path.is_dir():
                yield Problem(Location(path), "Anki has no folders for media; move the files up")
            elif (
                not _KEPT.fullmatch(path.name)
                or unicodedata.normalize("NFC", path.name) != path.name
                or len(path.name.encode()) > _LONGEST_NAME
            ):
                message = (
                    f"Anki would change this name; write letters, figures, '-' and '_', "
                    f"{_LONGEST_NAME} bytes at most"
                )
                yield Problem(Location(path), message)
