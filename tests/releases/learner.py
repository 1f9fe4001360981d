"""A learner in real Anki: days of study, things of their own, and all that an import could cost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from anki.collection import Card, Collection, ImportAnkiPackageRequest, Note
from anki.consts import CARD_TYPE_REV
from anki.decks import DeckId

NAME = "The Siege of Aldwick"

Row = list[Any]
_DAY = 86_400
# The buttons below a card.
_AGAIN, _GOOD = 1, 3


class Counts(NamedTuple):
    """What Anki's import window says of the notes of a package."""

    new: int = 0
    updated: int = 0
    duplicate: int = 0
    conflicting: int = 0


@dataclass(frozen=True)
class Belongings:
    """What a learner has, as Anki keeps it: an import must not cost any of it.

    ``cards`` go by their ids, ``notes`` by their GUIDs, ``decks`` and ``note_types`` by name.
    ``schema`` is the time of the last change for which a whole collection must be synced anew.
    """

    reviews: list[Row]
    cards: Mapping[int, Row]
    notes: Mapping[str, Row]
    decks: Mapping[str, Mapping[str, Any]]
    presets: list[Mapping[str, Any]]
    settings: Mapping[str, Any]
    note_types: Mapping[str, int]
    schema: int


class Learner:
    """Somebody who has a deck of flashgen, in a collection of real Anki.

    ``guids`` are those of the notes, by kind and key ("person/brandt").
    """

    def __init__(self, path: Path, guids: Mapping[str, str]) -> None:
        self.collection = Collection(str(path))
        self.guids = guids

    def imports(self, package: Path, **ticked: Any) -> Counts:
        """Import a package with the options that the window offers, but for those ``ticked``."""
        options = self.collection._backend.get_import_anki_package_presets()
        for name, value in ticked.items():
            setattr(options, name, value)
        request = ImportAnkiPackageRequest(package_path=str(package), options=options)
        log = self.collection.import_anki_package(request).log
        counts = Counts(*(len(getattr(log, fate)) for fate in Counts._fields))
        assert sum(counts) == log.found_notes, "a note met another fate"
        self.reopens()  # its Python half remembers the note types as they were
        return counts

    def reopens(self) -> None:
        self.collection.close()
        self.collection.reopen()

    # --- what is there ---------------------------------------------------------------------------

    def note(self, label: str) -> Note:
        (id_,) = self.collection.db.list("SELECT id FROM notes WHERE guid = ?", self.guids[label])
        return self.collection.get_note(id_)

    def cards(self, label: str) -> dict[str, Card]:
        """The cards of a note, by name."""
        return {card.template()["name"]: card for card in self.note(label).cards()}

    def sees(self, label: str) -> str:
        """Both sides of all cards of a note, as Anki shows them."""
        return "\n".join(card.answer() for card in self.note(label).cards())

    def deck(self, name: str) -> dict[str, Any]:
        found: dict[str, Any] | None = self.collection.decks.by_name(name)
        assert found is not None, name
        return found

    def deck_of(self, card: Card) -> str:
        return str(self.collection.decks.name(card.did))

    def note_types(self) -> list[Any]:
        """All that makes the note types of flashgen: style, fields, cards."""
        return [
            (
                kind["name"],
                kind["css"],
                [field["name"] for field in kind["flds"]],
                [(card["name"], card["qfmt"], card["afmt"]) for card in kind["tmpls"]],
            )
            for kind in sorted(self.collection.models.all(), key=lambda kind: str(kind["name"]))
            if kind["name"].startswith("flashgen")
        ]

    def has(self) -> Belongings:
        """All that an import could cost."""
        collection = self.collection
        notes = collection.db.all("SELECT guid, id, mid, mod, tags, flds FROM notes")
        return Belongings(
            reviews=collection.db.all("SELECT * FROM revlog ORDER BY id"),
            cards={row[0]: row for row in collection.db.all("SELECT * FROM cards")},
            notes={guid: rest for guid, *rest in notes},
            decks={
                deck["name"]: {k: v for k, v in deck.items() if k not in {"desc", "mod", "usn"}}
                for deck in collection.decks.all()
            },
            presets=collection.decks.all_config(),
            settings=collection.all_config(),
            note_types={kind.name: kind.id for kind in collection.models.all_names_and_ids()},
            schema=collection.db.scalar("SELECT scm FROM col"),
        )

    # --- what a learner does ---------------------------------------------------------------------

    def studies(self, deck: str, *, days: int) -> None:
        """Answer all that Anki's scheduler shows, day after day."""
        self.collection.decks.set_current(self.deck(deck)["id"])
        for _ in range(days):
            while self.answers():
                pass
            self._a_day_passes()

    def answers(self) -> bool:
        """Answer the next card, if there is one; every third card is forgotten at times."""
        scheduler = self.collection.sched
        card = scheduler.getCard()
        if card is None:
            return False
        forgotten = card.type == CARD_TYPE_REV and (card.id + card.reps) % 3 == 0
        card.start_timer()
        scheduler.answerCard(card, _AGAIN if forgotten else _GOOD)
        return True

    def _a_day_passes(self) -> None:
        """Make all that was a day older, since Anki takes the time from the clock."""
        database = self.collection.db
        database.execute("UPDATE col SET crt = crt - ?", _DAY)
        database.execute("UPDATE revlog SET id = id - ?", _DAY * 1000)
        database.execute(
            "UPDATE cards SET data = json_set(data, '$.lrt', json_extract(data, '$.lrt') - ?) "
            "WHERE json_extract(data, '$.lrt') IS NOT NULL",
            _DAY,
        )
        self.reopens()

    def edits(self, label: str, fields: Mapping[str, str]) -> None:
        note = self.note(label)
        for name, text in fields.items():
            note[name] = text
        self.collection.update_note(note)

    def tags(self, label: str, tags: str) -> None:
        self.collection.tags.bulk_add([self.note(label).id], tags)

    def crams(self, *labels: str) -> None:
        """Put the cards of notes into a filtered deck, for a while."""
        filtered = self.collection.sched.get_or_create_filtered_deck(DeckId(0))
        filtered.name = "Cram"
        ids = ",".join(str(self.note(label).id) for label in labels)
        del filtered.config.search_terms[1:]
        filtered.config.search_terms[0].search = f"nid:{ids}"
        self.collection.sched.add_or_update_filtered_deck(filtered)

    def did_so_at(self, time: int, *, not_after: int) -> None:
        """Say when the notes were edited that by the clock were edited after ``not_after``.

        Times are in seconds UTC.
        """
        self.collection.db.execute("UPDATE notes SET mod = ? WHERE mod > ?", time, not_after)
