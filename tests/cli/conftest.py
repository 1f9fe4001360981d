"""What the tests of the command line share: a working directory."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.small_deck import write_deck

OLD = b"the old package"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The working directory, with the deck in it and an older package beside it."""
    monkeypatch.chdir(tmp_path)
    write_deck(tmp_path / "siege")
    (tmp_path / "old.apkg").write_bytes(OLD)
    yield tmp_path
    assert (tmp_path / "old.apkg").read_bytes() == OLD
