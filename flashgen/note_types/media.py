"""Files that travel with the cards: which ones templates name, and whether they are there.

Anki keeps all media in one folder, and a file that only templates name only if its name begins
with an underscore. It never replaces a file that it has: so the name in the package says what is
in the file ("_seal-1f2e3d4c5b6a7980.png"), and a changed picture arrives beside the old one. For
that a template has to have the name as it stands: what is put together on the card, or escaped,
could be given no other name, and is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize
from urllib.parse import unquote

from flashgen.errors import Location, Problem
from flashgen.media.kinds import ending_of
from flashgen.media.names import name_in_anki
from flashgen.media.svg import mistake_in
from flashgen.note_types.layers import MEDIA, Layers

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_NETWORK = re.compile(r"(?:(?:https?|ftp|wss?|file):)?//", re.IGNORECASE)
_FIELD = re.compile(r"\{\{[^{}]*\}\}")
# What may load files in its turn, which nobody would carry along.
_LOADING = {"css": "put its rules into style.css", "js": "no card needs JavaScript"}


class Media:
    """The media of all layers: finds what an address means, and keeps what is used."""

    def __init__(self, layers: Layers) -> None:
        # The names of those that are used, by the files that name them; and of all.
        self._used: dict[Path, set[str]] = {}
        self._all_used: set[str] = set()
        self._contents: dict[str, bytes] = {}
        self._layers = layers
        self._known = sorted(layers.media)
        kept = sorted(filter(_is_kept, layers.media), key=len, reverse=True)
        names = "|".join(map(re.escape, kept)) or "(?!)"  # which nothing is
        self._names = re.compile(rf"(?<![\w.-])(?:{names})(?![\w-])")

    def take(self, path: Path, text: str) -> None:
        """Take the media whose names stand in a file of HTML or CSS: in an address or a script."""
        for name in self._names.findall(text):
            self._used.setdefault(path, set()).add(name)
            self._all_used.add(name)
            self._layers.in_force[f"{MEDIA}/{name}"] = self._layers.media[name]

    def refer(self, where: Location, address: str) -> None:
        """Look at an address that a file loads; what is wrong with it is reported."""
        address = address.strip()
        if not address or address.startswith("#") or _FIELD.fullmatch(address):
            return
        if _NETWORK.match(address):
            message = (
                f"'{address}' is on the network, which a learner may lack; save the file as "
                f"{MEDIA}/_NAME and write '_NAME'"
            )
            self._layers.warnings.append(Problem(where, message))
        elif _FIELD.search(address):
            message = (
                f"'{address}' names a file by a field, and when the file changes learners keep "
                "the old one; name one file, or give facts a 'picture' in deck.yaml"
            )
            self._layers.errors.append(Problem(where, message))
        elif not _SCHEME.match(address):  # data:, about: and the like load nothing from elsewhere
            name = address.partition("?")[0].partition("#")[0]
            if name not in self._used.get(where.path, ()):
                self._layers.errors.append(Problem(where, self._missing(name)))

    def _missing(self, name: str) -> str:
        plain = normalize("NFC", unquote(name))
        if plain in self._layers.media and _is_kept(plain):
            return f"'{name}' is '{plain}' in another form; write it so, or give it a plain name"
        last = name.rpartition("/")[2]
        if last != name:
            mend = f"write '{last if _is_kept(last) else '_' + last}'"
            return f"'{name}' names a folder, and Anki has none for media; {mend}"
        if not _is_kept(name):
            return (
                f"Anki keeps '{name}' only if its name begins with '_'; save it as "
                f"{MEDIA}/_{name} and write '_{name}'"
            )
        mend = (
            self._layers.nearest(name, self._known) if self._known else f"save it as {MEDIA}/{name}"
        )
        return f"no file '{name}' in {MEDIA}/; {mend}"

    def of(self, paths: frozenset[Path]) -> dict[str, bytes]:
        """The contents of the media that these files name, by their names in the package."""
        names = sorted(set().union(*(self._used.get(path, ()) for path in paths)))
        return {self._shipped(name): self._content(name) for name in names}

    def with_names(self, text: str) -> str:
        """HTML or CSS with the names that its media have in the package."""
        used, name = self._all_used, self._shipped
        return self._names.sub(lambda m: name(m[0]) if m[0] in used else m[0], text)

    def _shipped(self, name: str) -> str:
        return name_in_anki(Path(name).stem, ending_of(name), self._content(name))

    def _content(self, name: str) -> bytes:
        if name not in self._contents:
            self._contents[name] = self._layers.bytes_of(self._layers.media[name])
        return self._contents[name]

    def mistakes(self) -> Iterator[Problem]:
        """What is wrong with files that are used, and with what lies beside them."""
        for name in sorted(self._all_used):
            path, ending = self._layers.media[name], ending_of(name)
            wrong = mistake_in(self._content(name)) if ending == "svg" else ""
            if ending in _LOADING:
                wrong = f"may load other files, which do not travel with it; {_LOADING[ending]}"
            if wrong:
                yield Problem(Location(path), wrong)
        for folder in self._layers.folders:
            for path in sorted((folder / MEDIA).glob("[!.]*")):
                if path.is_dir():
                    message = "Anki has no folders for media; move the files up"
                    yield Problem(Location(path), message)


def _is_kept(name: str) -> bool:
    """Whether Anki keeps a file of that name which no note shows."""
    return name.startswith("_")
