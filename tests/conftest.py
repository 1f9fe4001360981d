"""What several tests share: real Anki, the shipped deck, texts that may lie beside the project."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageRequest
from click.testing import CliRunner, Result
from hypothesis import settings

from flashgen.cli import main
from flashgen.package import write_package
from flashgen.pipeline import Build, build_deck

# Speed is the benchmarks' matter, and a change must not fail for what it has not touched.
settings.register_profile("flashgen", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("flashgen")

# What the fixture "flashgen" is: the command line, and what it says and leaves.
Run = Callable[..., Result]
ROOT = Path(__file__).parent.parent
DECK = ROOT / "decks" / "october-1917"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpus texts beside the project; the test is skipped where there is none."""
    folder = ROOT.parent / "shared"
    if not (folder / "corpus").is_dir():
        pytest.skip(f"needs the corpus beside the project ({folder.name}/corpus)")
    return folder


@pytest.fixture(scope="session")
def october() -> Build:
    """The shipped deck, made from its own article."""
    return build_deck(DECK)


@pytest.fixture(scope="session")
def october_package(october: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped deck as a package."""
    path = tmp_path_factory.mktemp("dist") / "october-1917.apkg"
    write_package(october.deck, october.note_types, path)
    return path


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """A scratch collection of real Anki."""
    made = Collection(str(tmp_path / "collection.anki2"))
    yield made
    made.close()


def import_package(collection: Collection, package: Path) -> int:
    """Import as Anki's window does by default; returns the number of new notes."""
    options = collection._backend.get_import_anki_package_presets()
    request = ImportAnkiPackageRequest(package_path=str(package), options=options)
    return len(collection.import_anki_package(request).log.new)


@pytest.fixture
def flashgen() -> Run:
    """Runs the command line as a user would; a traceback fails the test."""

    def run(*args: str | Path) -> Result:
        return CliRunner().invoke(main, [str(arg) for arg in args], catch_exceptions=False)

    return run
