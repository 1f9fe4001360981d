"""What the calls of the library do that one cannot see on the command line: beside another one."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from flashgen import library, steps
from flashgen.errors import InputError
from flashgen.files import locked
from flashgen.releases.record import read_record
from tests.small_deck import DECK, MOAT, write_deck


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return write_deck(tmp_path / "siege")


def test_a_build_that_began_earlier_does_not_take_a_release_back(
    deck: Path, tmp_path: Path
) -> None:
    early = steps.made_from(deck)
    library.release(deck, tmp_path / "new.apkg", name="first")
    assert steps.write_build(early, tmp_path / "draft.apkg") == ()
    record = read_record(deck / "release.json")
    assert record
    assert record.latest == "first"


def test_of_two_releases_at_once_one_is_made_again(deck: Path, tmp_path: Path) -> None:
    one, other = (steps.released(steps.made_from(deck), name) for name in ("one", "other"))
    steps.write_release(one, tmp_path / "new.apkg")
    package = (tmp_path / "new.apkg").read_bytes()
    with pytest.raises(InputError, match="was changed by another release meanwhile"):
        steps.write_release(other, tmp_path / "new.apkg")
    assert (tmp_path / "new.apkg").read_bytes() == package
    record = read_record(deck / "release.json")
    assert record
    assert record.latest == "one"


def test_a_build_that_begins_the_record_hinders_no_release(deck: Path, tmp_path: Path) -> None:
    ready = steps.released(steps.made_from(deck))
    library.build(deck, tmp_path / "draft.apkg")
    assert steps.write_release(ready, tmp_path / "new.apkg") == ()
    record = read_record(deck / "release.json")
    assert record
    assert record.latest == "1"


def test_a_build_of_another_deck_yaml_does(deck: Path, tmp_path: Path) -> None:
    ready = steps.released(steps.made_from(deck))
    (deck / "deck.yaml").write_text(DECK + MOAT, encoding="utf-8")
    library.build(deck, tmp_path / "draft.apkg")
    with pytest.raises(InputError, match="was changed by another release meanwhile"):
        steps.write_release(ready, tmp_path / "new.apkg")


def test_a_lock_lets_one_in_at_a_time_and_hinders_no_reader(deck: Path, tmp_path: Path) -> None:
    program = (
        "import sys, pathlib; from flashgen.files import locked\n"
        f"with locked(pathlib.Path({str(deck / 'deck.yaml')!r})): print('in', flush=True)"
    )

    with locked(deck / "deck.yaml"):
        other = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
        assert (deck / "deck.yaml").read_text(encoding="utf-8")
        inside = tmp_path / "inside"
        inside.write_text("done", encoding="utf-8")
        assert other.poll() is None
    assert other.communicate(timeout=60)[0] == "in\n"


def test_a_time_to_come_is_refused(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(time.time()) + 90_000))
    for call in (library.build, library.release):
        with pytest.raises(InputError, match="is still to come: Anki would take what learners"):
            call(deck, deck / "new.apkg")
    assert not (deck / "release.json").exists()


def test_a_page_that_flashgen_has_not_written_is_not_written_over(
    deck: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other" / "page.html"
    other.parent.mkdir()
    other.write_text("<!doctype html>\n<p>My work", encoding="utf-8")
    with pytest.raises(InputError, match="is there, and flashgen has not written it"):
        library.preview(deck, other)
    assert other.read_text(encoding="utf-8").endswith("My work")


def test_what_flashgen_wrote_is_written_again(deck: Path, tmp_path: Path) -> None:
    for _ in range(2):
        library.build(deck, tmp_path / "deck.apkg")
        library.preview(deck, tmp_path / "deck.html")


def test_a_template_is_not_written_over(deck: Path, tmp_path: Path) -> None:
    """What is empty holds nothing that another program wrote."""
    topic = tmp_path / "mine" / "shared" / "topic.html"
    topic.parent.mkdir(parents=True)
    topic.touch()
    with pytest.raises(InputError, match="is what the deck is made from"):
        library.preview(deck, topic, templates=tmp_path / "mine")
    assert topic.stat().st_size == 0
