"""A package that no server opens."""

from pathlib import Path

import pytest


@pytest.fixture
def package(tmp_path: Path) -> Path:
    path = tmp_path / "siege.apkg"
    path.write_bytes(b"the servers here do not open it")
    return path
