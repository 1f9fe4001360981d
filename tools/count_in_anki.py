"""Open each package in a scratch collection of real Anki and say what Anki counts.

Usage: python tools/count_in_anki.py FILE.apkg...        (needs the package ``anki``)
"""

import sys
import tempfile
from pathlib import Path

from anki.collection import Collection, ImportAnkiPackageRequest


def main(package: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder) / "collection.anki2"))
        try:
            options = collection._backend.get_import_anki_package_presets()
            request = ImportAnkiPackageRequest(package_path=package, options=options)
            new = len(collection.import_anki_package(request).log.new)
            print(f"Anki imported {package}: {new} notes, {collection.card_count()} cards")
            for deck in collection.decks.all_names_and_ids(skip_empty_default=True):
                cards = len(collection.decks.cids(deck.id))
                if cards:
                    print(f"  {cards:>4} cards in {deck.name}")
        finally:
            collection.close()


if __name__ == "__main__":
    for path in sys.argv[1:]:
        main(path)
