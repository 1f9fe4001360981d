"""Keys that change or go: nothing gets lost without a word."""

import json
import re
from pathlib import Path

import pytest

from flashgen.deck.kinds import KINDS
from tests.conftest import Run
from tests.releases.author import edit
from tests.releases.record.look import FIRST, THIRD, at, guid, lines, query, times
from tests.small_deck import MOAT


def test_a_renamed_key_is_the_same_note(released: Path, tmp_path: Path, flashgen: Run) -> None:
    edit(released, "  bastion: {", "  bulwark: {was: [bastion], ")
    assert lines(flashgen("check", released), 0) == []
    result = flashgen("release", released, "-o", tmp_path / "2.apkg")
    assert lines(result, 0) == []
    assert guid(tmp_path / "2.apkg", "bastion") == guid(tmp_path / "1.apkg", "bastion")
    assert times(tmp_path / "2.apkg") == times(tmp_path / "1.apkg")


def test_a_note_that_was_dropped_comes_back_with_the_time_that_it_had(
    released: Path, tmp_path: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    bastion = "  bastion: {term: bastion, meaning: part of a wall that juts out}\n"
    edit(released, bastion, MOAT)
    edit(released, "places:\n", "dropped: {terms: [bastion]}\nplaces:\n")
    assert lines(flashgen("release", released, "-o", tmp_path / "2.apkg"), 0) == []
    edit(released, MOAT, MOAT + bastion)
    at(THIRD, monkeypatch)
    assert lines(flashgen("release", released, "-o", tmp_path / "3.apkg"), 0) == []
    assert times(tmp_path / "3.apkg")["bastion"] == FIRST


def test_a_paragraph_that_is_put_in_makes_no_note_newer(
    released: Path, tmp_path: Path, flashgen: Run
) -> None:
    article = (released / "article.txt").read_text(encoding="utf-8")
    head = "The Fall of the Harbour Town\n\n"
    (released / "article.txt").write_text(
        article.replace(head, head + "It was a cold spring, and a long one for those inside.\n\n")
    )
    flashgen("build", released, "-o", tmp_path / "2.apkg")
    assert times(tmp_path / "2.apkg") == times(tmp_path / "1.apkg")


def test_a_deck_can_have_note_types_that_no_other_deck_shares(
    deck: Path, tmp_path: Path, flashgen: Run
) -> None:
    def types(package: Path) -> dict[str, str]:
        ((models,),) = query(package, "select models from col")
        return {id_: model["name"] for id_, model in json.loads(models).items()}

    flashgen("build", deck, "-o", tmp_path / "shared.apkg")
    edit(deck, "updated:", "note_types: own\n  updated:")
    (deck / "release.json").unlink()
    flashgen("build", deck, "-o", tmp_path / "own.apkg")
    shared, own = types(tmp_path / "shared.apkg"), types(tmp_path / "own.apkg")
    assert not shared.keys() & own.keys()
    assert "flashgen Term (The Siege)" in own.values()


def test_note_types_do_not_change_hands(released: Path, flashgen: Run) -> None:
    edit(released, "updated:", "note_types: own\n  updated:")
    found = lines(flashgen("check", released), 1)
    assert len(found) == len(KINDS)
    assert all("Anki would leave all notes of those who have the deck" in line for line in found)


def test_a_day_to_come_is_refused(deck: Path, flashgen: Run) -> None:
    edit(deck, "2026-01-31", "2999-01-31")
    (line,) = lines(flashgen("check", deck), 1)
    assert "deck.updated: '2999-01-31' is still to come" in line


def test_a_key_that_was_renamed_twice_keeps_the_first_identity(
    released: Path, tmp_path: Path, flashgen: Run
) -> None:
    edit(released, "  bastion: {", "  bulwark: {was: [bastion], ")
    flashgen("release", released, "-o", tmp_path / "2.apkg")
    edit(released, "  bulwark: {was: [bastion], ", "  rampart: {was: [bulwark, bastion], ")
    (line,) = lines(flashgen("build", released, "-o", tmp_path / "3.apkg"), 1)
    assert "list under 'was' all keys that it had, the first one first" in line
    edit(released, "was: [bulwark, bastion]", "was: [bastion, bulwark]")
    assert lines(flashgen("release", released, "-o", tmp_path / "3.apkg"), 0) == []
    assert guid(tmp_path / "3.apkg", "bastion") == guid(tmp_path / "1.apkg", "bastion")


def test_a_lost_was_is_refused(released: Path, tmp_path: Path, flashgen: Run) -> None:
    edit(released, "  bastion: {", "  bulwark: {was: [bastion], ")
    flashgen("release", released, "-o", tmp_path / "2.apkg")
    edit(released, "was: [bastion], ", "")
    (line,) = lines(flashgen("check", released), 1)
    assert line.startswith(f"{released / 'deck.yaml'}:")
    assert "bulwark: learners would get this note a second time" in line


def test_a_key_that_vanished_is_a_warning_and_the_new_one_is_named(
    released: Path, tmp_path: Path, flashgen: Run
) -> None:
    edit(released, "  bastion: {", "  bulwark: {")
    (line,) = lines(flashgen("build", released, "-o", tmp_path / "2.apkg"), 0)
    at_line = (released / "deck.yaml").read_text().splitlines().index(
        "  bulwark: {term: bastion, meaning: part of a wall that juts out}"
    ) + 1
    assert line == (
        f"{released / 'deck.yaml'}:{at_line}:3: fault: bastion: the term of release 1 is gone, and "
        "learners keep it as it was: if it is 'bulwark' now, write 'was: [bastion]' there; else "
        "list it under 'dropped'"
    )
    assert lines(flashgen("check", released), 1) == [line]


def test_no_release_loses_a_note_without_a_word(
    released: Path, tmp_path: Path, flashgen: Run
) -> None:
    record = (released / "release.json").read_bytes()
    edit(
        released, "terms:\n  bastion: {term: bastion, meaning: part of a wall that juts out}\n", ""
    )
    line, stopped = lines(flashgen("release", released, "-o", tmp_path / "2.apkg"), 1)
    assert stopped == "stopped by 1 fault"
    assert line == (
        f"{released / 'deck.yaml'}: fault: bastion: the term of release 1 is gone, and learners "
        "keep it as it was: list it under 'dropped'"
    )
    assert (released / "release.json").read_bytes() == record
    edit(released, "places:\n", "dropped: {terms: [bastion]}\nplaces:\n")
    assert lines(flashgen("release", released, "-o", tmp_path / "2.apkg"), 0) == []
    assert "bastion" not in times(tmp_path / "2.apkg")


def test_a_fact_that_asks_nothing_any_more_counts_as_gone(
    released: Path, tmp_path: Path, flashgen: Run
) -> None:
    edit(released, "term: bastion, ", "term: bastion, ask: [], ")
    (line,) = lines(flashgen("build", released, "-o", tmp_path / "2.apkg"), 0)
    assert "bastion: the term of release 1 is gone" in line


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        (
            "  bastion: {",
            "  moat: {term: moat, meaning: ditch, cite: b, was: [bastion]}\n  bastion: {",
            "terms.moat.was: 'bastion' is still a key of its own",
        ),
        ("  bastion: {", "  bastion: {was: [bastion], ", "terms.bastion.was: 'bastion' is the key"),
        (
            "  bastion: {",
            "  moat: {term: moat, meaning: ditch, cite: b, was: [x]}\n  bastion: {was: [x], ",
            "terms.bastion.was: 'x' is a former key of 'moat', too",
        ),
        ("terms:", "dropped: {trems: [x]}\nterms:", "dropped.trems: unknown key; did you mean"),
    ],
)
def test_a_former_key_belongs_to_one_note(
    deck: Path, flashgen: Run, old: str, new: str, complaint: str
) -> None:
    edit(deck, old, new)
    (line,) = lines(flashgen("check", deck), 1)
    assert re.match(rf"{re.escape(str(deck / 'deck.yaml'))}:\d+:\d+: {re.escape(complaint)}", line)


def test_another_deck_id_is_refused(released: Path, flashgen: Run) -> None:
    edit(released, "id: siege", "id: the-siege")
    (line,) = lines(flashgen("check", released), 1)
    assert "deck.id: 'the-siege' was 'siege': learners would get every note a second time" in line


def test_another_deck_name_is_a_warning(released: Path, tmp_path: Path, flashgen: Run) -> None:
    edit(released, "name: The Siege", "name: A Siege")
    (line,) = lines(flashgen("build", released, "-o", tmp_path / "2.apkg"), 0)
    assert "deck.name: 'A Siege' was 'The Siege': learners get a new, empty deck" in line
