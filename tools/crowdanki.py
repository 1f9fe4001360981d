"""Make a package of a deck that is kept as the add-on CrowdAnki writes it: deck.json and media.

Usage: python -m tools.crowdanki FOLDER FILE.apkg        (needs the package ``anki``)
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from anki.collection import Collection, DeckIdLimit, ExportAnkiPackageOptions


def main(folder: Path, package: Path) -> None:
    deck = json.loads((folder / "deck.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as scratch:
        collection = Collection(str(Path(scratch) / "collection.anki2"))
        try:
            deck_id = collection.decks.id(deck["name"])
            assert deck_id is not None
            models = {model["crowdanki_uuid"]: _added(collection, model) for model in _models(deck)}
            for told in _notes(deck):
                note = collection.new_note(models[told["note_model_uuid"]])
                note.fields, note.guid = list(told["fields"]), told["guid"]
                collection.add_note(note, deck_id)
            for path in sorted((folder / "media").glob("*")):
                collection.media.add_file(str(path))
            options = ExportAnkiPackageOptions(with_media=True)
            collection.export_anki_package(
                out_path=str(package.resolve()), options=options, limit=DeckIdLimit(deck_id)
            )
        finally:
            collection.close()


def _models(deck: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from deck["note_models"]
    for child in deck["children"]:
        yield from _models(child)


def _notes(deck: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from deck["notes"]
    for child in deck["children"]:
        yield from _notes(child)


def _added(collection: Collection, told: dict[str, Any]) -> Any:
    """A note type of the deck, in the collection."""
    models = collection.models
    model = models.new(told["name"])
    model.update({key: told[key] for key in ("css", "type", "sortf")})
    for field in told["flds"]:
        models.add_field(model, models.new_field(field["name"]))
    for card in told["tmpls"]:
        template = models.new_template(card["name"])
        template.update({"qfmt": card["qfmt"], "afmt": card["afmt"]})
        models.add_template(model, template)
    models.add(model)
    return models.by_name(told["name"])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
