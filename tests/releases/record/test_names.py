"""The names and days of releases."""

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.releases.author import edit
from tests.releases.record.look import description, lines, tags


def test_a_release_can_have_a_name(deck: Path, tmp_path: Path, flashgen: Run) -> None:
    flashgen("release", deck, "-o", tmp_path / "1.apkg", "--name", "2026-spring")
    assert "siege::release::2026-spring" in tags(tmp_path / "1.apkg", "bastion")
    assert "Release 2026-spring (" in description(tmp_path / "1.apkg")


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("spring edition", "'spring edition' is no name for a release; use letters, figures"),
        ("1", "'1' is a release already; take another name"),
    ],
)
def test_a_name_that_does_not_do(
    deck: Path, tmp_path: Path, flashgen: Run, name: str, complaint: str
) -> None:
    flashgen("release", deck, "-o", tmp_path / "1.apkg")
    edit(deck, "juts out", "stands out")
    (line,) = lines(flashgen("release", deck, "-o", tmp_path / "2.apkg", "--name", name), 1)
    assert line.startswith(f"--name: {complaint}")
    assert not (tmp_path / "2.apkg").exists()


@pytest.mark.parametrize("name", ["a\nok", " ", "a b", "a::b", "\x1b[31m", "a" * 3000, "-a"])
def test_what_is_no_name_is_none_where_nothing_has_changed(
    deck: Path, tmp_path: Path, flashgen: Run, name: str
) -> None:
    flashgen("release", deck, "-o", tmp_path / "1.apkg")
    command = ("release", deck, "-o", tmp_path / "2.apkg", f"--name={name}")
    (line,) = lines(flashgen(*command), 1)
    assert "is no name for a release; use letters, figures" in line
    assert len(line) < 400
    assert not (tmp_path / "2.apkg").exists()


@pytest.mark.parametrize("text", ["yesterday", "-1", "1e9", "9" * 40, "1" + "0" * 14])
def test_a_source_date_that_is_no_time(
    deck: Path, tmp_path: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
    (line,) = lines(flashgen("build", deck, "-o", tmp_path / "1.apkg"), 1)
    assert line.startswith(f"SOURCE_DATE_EPOCH: '{text}' is no time; give seconds since 1970")
