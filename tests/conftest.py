"""What several tests share: real Anki, the shipped deck, texts that may lie beside the project."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

from flashgen.cli import main
from flashgen.package import write_package
from flashgen.pipeline import Build, build_deck

if TYPE_CHECKING:
    from anki.collection import Collection

# Speed is the benchmarks' matter, and a change must not fail for what it has not touched.
settings.register_profile("flashgen", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("flashgen")

# What the fixture "flashgen" is: the command line, and what it says and leaves.
Run = Callable[..., Result]
ROOT = Path(__file__).parent.parent
DECK = ROOT / "decks" / "october-1917"

# What keeps a test from running, and how to get it; the summary at the end has these words.
NO_CORPUS = (
    "needs more annotated texts: put a folder shared/corpus beside the project's folder, "
    "with texts/ and gold/ as in tests/corpus"
)
NO_ANKI = "needs real Anki: python -m pip install --editable '.[anki]'"


class _WithoutAnki:
    """Where Anki is not installed, what imports it is skipped, be it a module or one test."""

    @staticmethod
    def find_spec(name: str, *_: object) -> None:
        if name.partition(".")[0] == "anki":
            pytest.skip(NO_ANKI, allow_module_level=True)


if find_spec("anki") is None:
    sys.meta_path.insert(0, _WithoutAnki)


def needs_anki() -> None:
    """Skip a test that asks Anki in a process of its own, where there is none."""
    pytest.importorskip("anki", reason=NO_ANKI)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was skipped and how to get it: without a browser that is half of the preview."""
    reports = terminalreporter.getreports("skipped")
    reasons = Counter(report.longrepr[2].removeprefix("Skipped: ") for report in reports)
    if not reasons:
        return
    terminalreporter.section("skipped")
    for reason, count in reasons.most_common():
        # A module that cannot be imported does not say how many tests it has.
        terminalreporter.write_line(f"{'many' if reason == NO_ANKI else count:>4}  {reason}")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpus texts beside the project; the test is skipped where there is none."""
    folder = ROOT.parent / "shared"
    if not (folder / "corpus").is_dir():
        pytest.skip(NO_CORPUS)
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
    from anki.collection import Collection

    made = Collection(str(tmp_path / "collection.anki2"))
    yield made
    made.close()


def import_package(collection: Collection, package: Path) -> int:
    """Import as Anki's window does by default; returns the number of new notes."""
    from anki.collection import ImportAnkiPackageRequest

    options = collection._backend.get_import_anki_package_presets()
    request = ImportAnkiPackageRequest(package_path=str(package), options=options)
    return len(collection.import_anki_package(request).log.new)


@pytest.fixture
def flashgen() -> Run:
    """Runs the command line as a user would; a traceback fails the test."""

    def run(*args: str | Path) -> Result:
        return CliRunner().invoke(main, [str(arg) for arg in args], catch_exceptions=False)

    return run


# What only POSIX has: signals, forks, limits, a superuser.
_POSIX = re.compile(
    r"\bgeteuid\b|\bSIG(?:INT|KILL)\b|^import resource$|\.killed\b|\bsmall_disk\b", re.M
)


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """On Windows the modules that need what only POSIX has are left out."""
    if os.name == "nt" and collection_path.suffix == ".py":
        return bool(_POSIX.search(collection_path.read_text(encoding="utf-8"))) or None
    return None
