"""The release record: what has not changed keeps its time."""

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.said import SUPERUSER
from tests.conftest import Run
from tests.releases.author import edit
from tests.releases.record.look import (
    FIRST,
    NAMED,
    SECOND,
    at,
    description,
    lines,
    query,
    tags,
    times,
)
from tests.small_deck import MOAT


def test_the_first_build_begins_the_record_and_the_second_gives_the_same_bytes(
    deck: Path, tmp_path: Path, flashgen: Run
) -> None:
    assert lines(flashgen("build", deck, "-o", tmp_path / "1.apkg"), 0) == []
    record = (deck / "release.json").read_bytes()
    flashgen("build", deck, "-o", tmp_path / "2.apkg")
    assert (tmp_path / "1.apkg").read_bytes() == (tmp_path / "2.apkg").read_bytes()
    assert (deck / "release.json").read_bytes() == record
    assert set(times(tmp_path / "1.apkg").values()) == {NAMED}


@pytest.mark.skipif(os.geteuid() == 0, reason=SUPERUSER)
def test_a_build_does_without_a_folder_that_takes_the_record(
    deck: Path, tmp_path: Path, flashgen: Run
) -> None:
    flashgen("build", deck, "-o", tmp_path / "1.apkg")
    (deck / "release.json").unlink()
    deck.chmod(0o500)
    result = flashgen("build", deck, "-o", tmp_path / "2.apkg")
    assert (tmp_path / "1.apkg").read_bytes() == (tmp_path / "2.apkg").read_bytes()
    (line,) = lines(result, 0)
    assert line.startswith(f"{deck / 'release.json'}: cannot be written: ")


def test_only_what_changed_gets_a_newer_time_and_the_tag_of_the_release(
    deck: Path, tmp_path: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(FIRST, monkeypatch)
    flashgen("release", deck, "-o", tmp_path / "1.apkg")
    edit(deck, "part of a wall that juts out", "part of a wall that stands out")
    edit(deck, "terms:\n", "terms:\n" + MOAT)
    at(SECOND, monkeypatch)
    result = flashgen("release", deck, "-o", tmp_path / "2.apkg")
    assert "release 2, 6 notes, 12 cards: 1 note new, 1 changed" in result.stdout
    before, after = times(tmp_path / "1.apkg"), times(tmp_path / "2.apkg")
    assert set(before.values()) == {FIRST}
    changed = {note for note, time in after.items() if time == SECOND}
    assert changed == {"bastion", "moat"}
    assert {note: after[note] for note in before.keys() - changed} == {
        note: before[note] for note in before.keys() - changed
    }
    assert tags(tmp_path / "2.apkg", "bastion") == ["siege::terms", "siege::release::2"]
    assert tags(tmp_path / "2.apkg", "Sea Gate") == ["siege::places", "siege::release::1"]
    assert description(tmp_path / "2.apkg").endswith("Release 2 (30 May 2026).")


def test_building_a_release_again_gives_its_bytes(
    deck: Path, tmp_path: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From a clone too, where nothing but the files under version control is there."""
    at(FIRST, monkeypatch)
    flashgen("release", deck, "-o", tmp_path / "1.apkg")
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    shutil.copytree(deck, tmp_path / "clone")
    flashgen("build", tmp_path / "clone", "-o", tmp_path / "2.apkg")
    assert (tmp_path / "1.apkg").read_bytes() == (tmp_path / "2.apkg").read_bytes()


def test_a_release_of_what_has_not_changed_is_the_same_release(
    deck: Path, tmp_path: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(FIRST, monkeypatch)
    flashgen("release", deck, "-o", tmp_path / "1.apkg")
    record = (deck / "release.json").read_bytes()
    at(SECOND, monkeypatch)
    edit(deck, "updated: 2026-01-31", "updated: 2026-02-28")
    result = flashgen("release", deck, "-o", tmp_path / "2.apkg")
    assert "release 1 again" in result.stdout
    assert (deck / "release.json").read_bytes() == record
    assert (tmp_path / "1.apkg").read_bytes() == (tmp_path / "2.apkg").read_bytes()


def test_a_release_that_another_one_overtakes_is_refused(
    deck: Path, tmp_path: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second release is made while the first one works on the same deck."""
    from flashgen import steps

    made_from = steps.made_from

    def overtaken(*args: Any, **named: Any) -> Any:
        made = made_from(*args, **named)
        monkeypatch.setattr(steps, "made_from", made_from)
        assert lines(flashgen("release", deck, "-o", tmp_path / "2.apkg"), 0) == []
        return made

    monkeypatch.setattr(steps, "made_from", overtaken)
    (line,) = lines(flashgen("release", deck, "-o", tmp_path / "1.apkg"), 1)
    assert line.endswith("was changed by another release meanwhile; make this one again")
    assert not (tmp_path / "1.apkg").exists()
    assert len(times(tmp_path / "2.apkg")) == 5


def test_a_change_is_newer_than_what_learners_have_whatever_the_day_says(
    deck: Path, tmp_path: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(SECOND, monkeypatch)
    flashgen("release", deck, "-o", tmp_path / "1.apkg")
    edit(deck, "juts out", "stands out")
    at(FIRST, monkeypatch)
    flashgen("release", deck, "-o", tmp_path / "2.apkg")
    assert times(tmp_path / "2.apkg")["bastion"] == SECOND + 1


def test_a_draft_is_newer_than_the_release_before_and_older_than_the_one_after(
    deck: Path, tmp_path: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(FIRST, monkeypatch)
    flashgen("release", deck, "-o", tmp_path / "1.apkg")
    edit(deck, "juts out", "stands out")
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    result = flashgen("build", deck, "-o", tmp_path / "draft.apkg")
    assert "since release 1: 1 changed; give it away after 'flashgen release'" in result.stdout
    assert description(tmp_path / "draft.apkg").endswith("Release 1 (28 May 2026, changed since).")
    assert tags(tmp_path / "draft.apkg", "bastion") == ["siege::terms"]
    at(SECOND, monkeypatch)
    flashgen("release", deck, "-o", tmp_path / "2.apkg")
    draft, release = times(tmp_path / "draft.apkg"), times(tmp_path / "2.apkg")
    assert FIRST < draft["bastion"] < release["bastion"]


def test_a_template_that_changes_touches_no_note(
    deck: Path, tmp_path: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def type_times(package: Path) -> dict[str, int]:
        ((models,),) = query(package, "select models from col")
        return {model["name"]: model["mod"] for model in json.loads(models).values()}

    at(FIRST, monkeypatch)
    flashgen("release", deck, "-o", tmp_path / "1.apkg")
    (deck / "templates" / "term").mkdir(parents=True)
    (deck / "templates" / "term" / "term.front.html").write_text("<p>{{Meaning}}: which word?</p>")
    at(SECOND, monkeypatch)
    flashgen("release", deck, "-o", tmp_path / "2.apkg")
    assert times(tmp_path / "2.apkg") == times(tmp_path / "1.apkg")
    before, after = type_times(tmp_path / "1.apkg"), type_times(tmp_path / "2.apkg")
    assert {name for name in after if after[name] != before[name]} == {"flashgen Term"}
    assert after["flashgen Term"] == SECOND


def test_a_record_of_times_to_come_is_told_each_time(
    deck: Path, tmp_path: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clock was years ahead at the first release, and is right again."""
    ahead = 4_102_444_800  # 1 January 2100
    with monkeypatch.context() as wrong:
        wrong.setattr("flashgen.steps.time.time", lambda: ahead)
        flashgen("release", deck, "-o", tmp_path / "1.apkg")
    edit(deck, "juts out", "stands out")
    for command, status in (("check", 0), ("build", 0), ("release", 0)):
        options = () if command == "check" else ("-o", tmp_path / "2.apkg")
        told = lines(flashgen(command, deck, *options), status)
        (line,) = [line for line in told if "the clock was wrong" in line]
        record = deck / "release.json"
        assert line == (
            f"{record}: hint: holds changes dated 1 January 2100: the clock was wrong at that "
            "release; restore the record from before it, and release again"
        )
    assert times(tmp_path / "2.apkg")["bastion"] == ahead + 1


def test_a_build_takes_no_release_back_that_ended_meanwhile(
    deck: Path, tmp_path: Path, flashgen: Run
) -> None:
    from flashgen import steps
    from flashgen.releases.record import read_record

    draft = steps.made_from(deck)
    assert draft.last is None
    assert lines(flashgen("release", deck, "-o", tmp_path / "1.apkg"), 0) == []
    steps.write_build(draft, tmp_path / "draft.apkg")
    record = read_record(deck / "release.json")
    assert record is not None
    assert [release.name for release in record.releases] == ["1"]


def test_of_two_releases_at_once_one_waits_and_is_refused(deck: Path, tmp_path: Path) -> None:
    """Both have been made from the same record, and both come to write."""
    import threading

    from flashgen import steps
    from flashgen.errors import InputError
    from flashgen.releases.record import read_record

    both = [steps.released(steps.made_from(deck), name) for name in ("one", "two")]
    refused: list[str] = []

    def write(number: int) -> None:
        try:
            steps.write_release(both[number], tmp_path / f"{number}.apkg")
        except InputError as error:
            refused.append(str(error))

    threads = [threading.Thread(target=write, args=(number,)) for number in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (message,) = refused
    assert "was changed by another release meanwhile" in message
    record = read_record(deck / "release.json")
    assert record is not None
    assert len(list(tmp_path.glob("*.apkg"))) == len(record.releases) == 1
