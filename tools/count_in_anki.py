"""Open each package in a scratch collection of real Anki and say what Anki counts.

Usage: python tools/count_in_anki.py FILE.apkg...        (needs the package ``anki``)
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from anki.collection import Collection, ImportAnkiPackageRequest


def main(package: str) -> None:
    with imported(package) as (collection, new):
        print(f"Anki imported {package}: {new} notes, {collection.card_count()} cards")
        for deck in collection.decks.all_names_and_ids(skip_empty_default=True):
            cards = len(collection.decks.cids(deck.id))
            if cards:
                print(f"  {cards:>4} cards in {deck.name}")


@contextmanager
def imported(package: str) -> Iterator[tuple[Collection, int]]:
    """A scratch collection with a package in it, and how many notes were new to it."""
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder) / "collection.anki2"))
        try:
            options = collection._backend.get_import_anki_package_presets()
            request = ImportAnkiPackageRequest(package_path=package, options=options)
            yield collection, len(collection.import_anki_package(request).log.new)
        finally:
            collection.close()


if __name__ == "__main__":
    for path in sys.argv[1:]:
        main(path)
