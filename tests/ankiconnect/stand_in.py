"""A stand-in for the add-on: its actions, as it documents them, on a collection of real Anki."""

import base64
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

from anki.collection import Collection
from anki.exporting import AnkiPackageExporter
from anki.importing import AnkiPackageImporter
from anki.notes import NoteId

from tests.ankiconnect.server import Request, send, serving


class Actions:
    """What the add-on does when it is asked; each method is named as its action."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection

    def version(self) -> int:
        return 6

    def multi(self, actions: list[Request]) -> list[Request]:
        return [self.answer(each) for each in actions]

    def answer(self, request: Request) -> Request:
        try:
            action: Callable[..., Any] = getattr(self, request["action"])
            return {"result": action(**request.get("params", {})), "error": None}
        except Exception as error:
            return {"result": None, "error": str(error)}

    def findCards(self, query: str) -> list[int]:  # noqa: N802
        return list(self.collection.find_cards(query))

    def getDecks(self, cards: list[int]) -> dict[str, list[int]]:  # noqa: N802
        found: dict[str, list[int]] = {}
        for id_ in cards:
            name = self.collection.decks.name(self.collection.get_card(id_).did)
            found.setdefault(name, []).append(id_)
        return found

    def exportPackage(self, deck: str, path: str, includeSched: bool = False) -> bool:  # noqa: N802, N803
        found = self.collection.decks.by_name(deck)
        if found is None:
            return False
        exporter = AnkiPackageExporter(self.collection)
        exporter.did, exporter.includeSched = found["id"], includeSched
        exporter.exportInto(path)
        return True

    def importPackage(self, path: str) -> bool:  # noqa: N802
        AnkiPackageImporter(self.collection, path).run()
        return True

    def retrieveMediaFile(self, filename: str) -> str | bool:  # noqa: N802
        path = Path(self.collection.media.dir()) / filename
        return base64.b64encode(path.read_bytes()).decode() if path.exists() else False

    def storeMediaFile(self, filename: str, data: str) -> str:  # noqa: N802
        self.collection.media.trash_files([filename])
        return str(self.collection.media.write_data(filename, base64.b64decode(data)))

    def updateNoteFields(self, note: Mapping[str, Any]) -> None:  # noqa: N802
        there = self.collection.get_note(note["id"])
        for name, text in note["fields"].items():
            if name in there:
                there[name] = text
        self.collection.update_note(there)

    def addTags(self, notes: list[NoteId], tags: str) -> None:  # noqa: N802
        self.collection.tags.bulk_add(notes, tags)

    def removeTags(self, notes: list[NoteId], tags: str) -> None:  # noqa: N802
        self.collection.tags.bulk_remove(notes, tags)

    def modelFieldRename(self, modelName: str, oldFieldName: str, newFieldName: str) -> None:  # noqa: N802, N803
        model = self._model(modelName)
        (field,) = (each for each in model["flds"] if each["name"] == oldFieldName)
        self.collection.models.rename_field(model, field, newFieldName)
        self.collection.models.update_dict(model)

    def modelTemplateRename(  # noqa: N802
        self,
        modelName: str,  # noqa: N803
        oldTemplateName: str,  # noqa: N803
        newTemplateName: str,  # noqa: N803
    ) -> None:
        model = self._model(modelName)
        (card,) = (each for each in model["tmpls"] if each["name"] == oldTemplateName)
        card["name"] = newTemplateName
        self.collection.models.update_dict(model)

    def updateModelTemplates(self, model: Mapping[str, Any]) -> None:  # noqa: N802
        there = self._model(model["name"])
        for card in there["tmpls"]:
            sides = model["templates"].get(card["name"], {})
            card["qfmt"] = sides.get("Front") or card["qfmt"]
            card["afmt"] = sides.get("Back") or card["afmt"]
        self.collection.models.update_dict(there)

    def updateModelStyling(self, model: Mapping[str, Any]) -> None:  # noqa: N802
        there = self._model(model["name"])
        there["css"] = model["css"]
        self.collection.models.update_dict(there)

    def _model(self, name: str) -> Any:
        model = self.collection.models.by_name(name)
        if model is None:
            raise KeyError(f"model was not found: {name}")
        return model


@contextmanager
def stand_in(path: Path) -> Iterator[str]:
    """The stand-in on the collection in a file, at the address that it gives."""

    def reply(handler: BaseHTTPRequestHandler, request: Request) -> None:
        send(handler, json.dumps(actions.answer(request)).encode())

    with closing(Collection(str(path))) as collection:
        actions = Actions(collection)
        with serving(reply) as url:
            yield url
