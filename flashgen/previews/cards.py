"""Ask real Anki how a deck's cards look.

The deck is packaged and imported into a scratch collection, each time anew: the shipped deck takes
a tenth of a second, and nothing can differ from what a learner gets, be it a deck's name on the
card, a change that Anki makes to a field, or a media file that did not arrive.
"""

from __future__ import annotations

import base64
import mimetypes
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from flashgen.errors import Argument, InputError, Subject
from flashgen.files import scratch
from flashgen.note_types.note_type import CardTemplate, NoteType
from flashgen.notes.note import Deck, Note
from flashgen.package import write_package

if TYPE_CHECKING:
    from anki.collection import Collection

# Sounds are not played on the page: it would grow by all of them.
_NOT_SHOWN = ("audio/", "video/")


@dataclass(frozen=True, slots=True)
class ShownCard:
    """A card of Anki's: its note and template, and the HTML of both sides without the style.

    ``ord`` is the template's place in its note type, from 0.
    """

    note: Note
    template: CardTemplate
    ord: int
    front: str
    back: str

    @property
    def key(self) -> str:
        """What names a card: "person/lenin/description"."""
        return key_of(self.note, self.template)


@dataclass(frozen=True, slots=True)
class Rendering:
    """The cards in the order of the deck, the style of each kind of note, and the media files.

    ``media`` are data: addresses by the names of the files.
    """

    cards: tuple[ShownCard, ...]
    styles: Mapping[str, str]
    media: Mapping[str, str]


def key_of(note: Note, template: CardTemplate) -> str:
    """The name of one card: kind and key of its note, then the card's name in small letters."""
    return f"{note.label}/" + re.sub(r"\W+", "-", template.name.casefold())


def require_anki() -> None:
    """Raise InputError where Anki's own engine is not installed."""
    try:
        import anki.collection  # noqa: F401, PLC0415
    except ImportError as error:
        message = "needs Anki's own engine: pip install 'flashgen[preview]'"
        raise InputError.of(Subject("preview"), message) from error


def render(deck: Deck, note_types: Mapping[str, NoteType], keys: Sequence[str] = ()) -> Rendering:
    """The deck's cards as Anki shows them after an import; only those of ``keys`` if any.

    A key is a note's ("lenin", "person/lenin") or a card's ("person/lenin/description"). Raises
    InputError where the deck has no such card, or where Anki is not installed.
    """
    require_anki()
    from anki.collection import Collection, ImportAnkiPackageRequest  # noqa: PLC0415

    wanted = _wanted(deck, note_types, keys)
    with scratch() as folder:
        package = folder / "deck.apkg"
        write_package(deck, note_types, package)
        collection = Collection(str(folder / "collection.anki2"))
        try:
            options = collection._backend.get_import_anki_package_presets()
            collection.import_anki_package(
                ImportAnkiPackageRequest(package_path=str(package), options=options)
            )
            cards, styles = _cards(collection, deck, note_types, wanted)
            return Rendering(cards, styles, _media(Path(collection.media.dir())))
        finally:
            collection.close()


def _wanted(
    deck: Deck, note_types: Mapping[str, NoteType], keys: Sequence[str]
) -> frozenset[str] | None:
    """The names of the cards that the keys mean; None for all."""
    if not keys:
        return None
    named: dict[str, set[str]] = {}
    for note in deck.notes:
        for template in note_types[note.kind].cards_of(note):
            card = key_of(note, template)
            for name in (note.key, note.label, card):
                named.setdefault(name, set()).add(card)
    for key in keys:
        if key not in named:
            near = get_close_matches(key, named, n=1)
            mend = f"did you mean '{near[0]}'?" if near else "the page shows the names of all"
            raise InputError.of(Argument("card", key), f"'{deck.id}' has no such card; {mend}")
    return frozenset().union(*(named[key] for key in keys))


def _cards(
    collection: Collection,
    deck: Deck,
    note_types: Mapping[str, NoteType],
    wanted: frozenset[str] | None,
) -> tuple[tuple[ShownCard, ...], dict[str, str]]:
    from flashgen.previews.reviewer import sides  # noqa: PLC0415

    rows = collection.db.all(
        "SELECT notes.guid, cards.id FROM cards JOIN notes ON notes.id = cards.nid "
        "ORDER BY cards.ord"
    )
    ids: dict[str, list[int]] = {}
    for guid, card_id in rows:
        ids.setdefault(guid, []).append(card_id)
    shown: list[ShownCard] = []
    styles: dict[str, str] = {}
    for note in deck.notes:
        for card_id in ids.get(note.guid, ()):
            card = collection.get_card(card_id)
            template = note_types[note.kind].cards[card.ord]
            if wanted is None or key_of(note, template) in wanted:
                shown.append(ShownCard(note, template, card.ord, *sides(card)))
                styles.setdefault(note.kind, card.render_output().css)
    return tuple(shown), styles


def _media(folder: Path) -> dict[str, str]:
    """The files that came with the package, as addresses that need no file."""
    addresses = {}
    for path in sorted(folder.iterdir()):
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        if path.is_file() and not kind.startswith(_NOT_SHOWN):
            data = base64.b64encode(path.read_bytes()).decode("ascii")
            addresses[path.name] = f"data:{kind};base64,{data}"
    return addresses
