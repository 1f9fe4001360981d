"""A small deck, and one that was released."""

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.releases.record.look import FIRST, SECOND, at, lines
from tests.small_deck import write_deck


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return write_deck(tmp_path / "siege")


@pytest.fixture
def released(deck: Path, tmp_path: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    at(FIRST, monkeypatch)
    assert lines(flashgen("release", deck, "-o", tmp_path / "1.apkg"), 0) == []
    at(SECOND, monkeypatch)
    return deck
