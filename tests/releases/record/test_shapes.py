"""The shape of note types."""

from pathlib import Path

import pytest

from flashgen.note_types import builtin_templates
from tests.conftest import Run
from tests.releases.record.look import lines, times


@pytest.mark.parametrize(
    ("old", "new", "complaints"),
    [
        ("  - Literally ", "  - Root\n  - Literally ", ["fields: 'Root' is new"]),
        ("  - Spare 2\n", "", ["fields: 'Spare 2' is gone"]),
        (
            "  - Spare 2\n",
            "  - Root\n",
            ["fields: 'Root' is new", "fields: 'Spare 2' is gone"],
        ),
        (
            "  - Read aloud\n  - Type in\n",
            "  - Type in\n  - Read aloud\n",
            ["fields: 'Type in' stands in another place"],
        ),
        (
            "  - {name: Picture,",
            "  - {name: Root, file: term, switch: Ask term, answer: Term}\n  - {name: Picture,",
            ["cards: 'Root' is new"],
        ),
        ("  - {name: Spare 2, switch: Spare 4}\n", "", ["cards: 'Spare 2' is gone"]),
        ("id: 1795651200005", "id: 1795651200055", ["id: 1795651200055 was 1795651200005"]),
    ],
)
def test_another_shape_is_refused_with_what_learners_would_pay(
    released: Path, flashgen: Run, old: str, new: str, complaints: list[str]
) -> None:
    path = reshaped(released, old, new)
    found = lines(flashgen("check", released), 1)
    for line, complaint in zip(
        [f for f in found if "note-type.yaml" in f], complaints, strict=True
    ):
        assert line.startswith(f"{path}: {complaint}")
        assert "Anki would leave all notes of those who have the deck as they are" in line


def reshaped(deck: Path, *changes: str) -> Path:
    """A note type 'term' of the deck's own, with old words replaced by new ones."""
    path = deck / "templates" / "term" / "note-type.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = (builtin_templates() / "term/note-type.yaml").read_text(encoding="utf-8")
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_spare_field_can_become_a_real_one(released: Path, tmp_path: Path, flashgen: Run) -> None:
    renames = "renamed: {cards: {Root: Spare 1}, fields: {Root: Spare 1, Ask root: Spare 3}}"
    path = reshaped(
        released,
        "  - Spare 1\n", "  - Root\n",
        "  - Spare 3\n", "  - Ask root\n",
        "  - {name: Spare 1, switch: Spare 3}",
        "  - {name: Root, file: root, switch: Ask root, answer: Root}",
        "cards:\n", f"{renames}\ncards:\n",
    )  # fmt: skip
    (path.parent / "root.front.html").write_text("<p>{{Term}}: from which word?</p>")
    (path.parent / "root.back.html").write_text("{{FrontSide}}<hr id=answer>{{Root}}")
    assert lines(flashgen("release", released, "-o", tmp_path / "2.apkg"), 0) == []
    assert times(tmp_path / "2.apkg") == times(tmp_path / "1.apkg")


@pytest.mark.parametrize(
    ("renames", "complaint"),
    [
        ("{fields: {Root: Spare 1}}", "renamed.fields.Root: no field 'Root'"),
        ("{fields: {Hint: Spare 1}}", "renamed.fields.Hint: 'Spare 1' is still there as a field"),
        ("{field: {Hint: Spare 1}}", "renamed.field: unknown key; did you mean 'fields'?"),
    ],
)
def test_a_rename_that_does_not_do(deck: Path, flashgen: Run, renames: str, complaint: str) -> None:
    path = reshaped(deck, "cards:\n", f"renamed: {renames}\ncards:\n")
    (line,) = lines(flashgen("check", deck), 1)
    assert line.startswith(f"{path}:")
    assert complaint in line
