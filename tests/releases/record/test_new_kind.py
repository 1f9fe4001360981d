"""A kind of facts that a later flashgen knows: decks that were released before it do not change."""

from dataclasses import replace
from pathlib import Path

import pytest
from anki.collection import Collection

from flashgen.releases.record import read_record, write_record
from tests.conftest import Run, import_package
from tests.releases.record.look import FIRST, SECOND, at, lines, times

QUESTION = "questions:\n  keys: {question: 'Who gave up?', answer: Brandt, cite: the annals}\n"


def forget_kind(deck: Path, kind: str) -> None:
    """Leave the record as a flashgen would have written it that knew no such kind."""
    record = read_record(deck / "release.json")
    assert record is not None
    types = {name: held for name, held in record.note_types.items() if name != kind}
    write_record(deck / "release.json", replace(record, note_types=types))


@pytest.fixture
def older(deck: Path, tmp_path: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A deck that was built, and then released, when there were no questions: 1.apkg."""
    at(FIRST, monkeypatch)
    flashgen("build", deck, "-o", tmp_path / "0.apkg")
    forget_kind(deck, "question")
    assert lines(flashgen("release", deck, "-o", tmp_path / "1.apkg"), 0) == []
    return deck


def test_a_deck_without_such_facts_is_the_same_to_the_byte(
    older: Path, tmp_path: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = (older / "release.json").read_bytes()
    at(SECOND, monkeypatch)
    result = flashgen("build", older, "-o", tmp_path / "2.apkg")
    assert "since release" not in result.stdout
    assert (tmp_path / "2.apkg").read_bytes() == (tmp_path / "1.apkg").read_bytes()
    assert (older / "release.json").read_bytes() == record


def test_the_first_such_fact_comes_alone(
    older: Path,
    tmp_path: Path,
    flashgen: Run,
    monkeypatch: pytest.MonkeyPatch,
    collection: Collection,
) -> None:
    path = older / "deck.yaml"
    path.write_text(path.read_text(encoding="utf-8") + QUESTION, encoding="utf-8")
    at(SECOND, monkeypatch)
    result = flashgen("release", older, "-o", tmp_path / "2.apkg")
    assert "1 note new, 0 changed" in result.stdout
    before, after = times(tmp_path / "1.apkg"), times(tmp_path / "2.apkg")
    assert after == before | {"Who gave up?": SECOND}
    import_package(collection, tmp_path / "1.apkg")
    assert "flashgen Question" not in {kind.name for kind in collection.models.all_names_and_ids()}
    assert import_package(collection, tmp_path / "2.apkg") == 1
    (card,) = collection.find_cards("Question:*")
    assert "Who gave up?" in collection.get_card(card).question()


def test_the_note_type_stays_when_the_last_such_fact_goes(
    older: Path, tmp_path: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Learners keep the note, and its look is still to be renewed."""
    path = older / "deck.yaml"
    without = path.read_text(encoding="utf-8")
    path.write_text(without + QUESTION, encoding="utf-8")
    flashgen("release", older, "-o", tmp_path / "2.apkg")
    path.write_text(without + "dropped: {questions: [keys]}\n", encoding="utf-8")
    at(SECOND, monkeypatch)
    assert lines(flashgen("release", older, "-o", tmp_path / "3.apkg"), 0) == []
    record = read_record(older / "release.json")
    assert record is not None
    assert "question" in record.note_types
