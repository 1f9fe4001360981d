"""Sequences: from deck.yaml to the cards that real Anki shows, and what a later event changes."""

import re
from pathlib import Path

import pytest
from anki.collection import Collection

from flashgen.package import write_package
from flashgen.pipeline import Build, build_deck, next_release
from flashgen.releases.record import write_record
from tests.conftest import import_package
from tests.small_deck import DECK, swapped, write_deck

ARTICLE = """\
The Fall of the Harbour Town

The siege of the old town began on 3 May 1700, when the king of Denmark arrived with twelve thousand
men. At 9 am on 4 May 1700 the mayor, Elias Brandt, shut the Sea Gate. At 11 am on 4 May 1700 the
cannon spoke for the first time. On 20 May 1700 the bread was gone.
"""
EVENTS = """\
events:
  arrival: {what: The king of Denmark arrived., date: {julian: 1700-05-03}, title: The king arrives}
  gate:
    {what: The mayor shut the Sea Gate., people: [brandt], time: 9 am, date: {julian: 1700-05-04}}
  cannon: {what: The cannon & the bells spoke., date: {julian: 1700-05-04}, time: 11 am}
  hunger: {what: The bread was gone., date: {julian: 1700-05-20}, cite: a chronicle}
"""
HEAD = DECK.partition("events:")[0].replace(
    "updated:", "calendar: Russia\n  type_in: yes\n  updated:", 1
)
SEQUENCE = (
    "sequences:\n  siege: {title: The siege of Varda, events: [arrival, gate, cannon, hunger]}\n"
)


def built(folder: Path, sequence: str = SEQUENCE, events: str = EVENTS, time: int = 0) -> Build:
    folder = write_deck(folder, HEAD + events + sequence, ARTICLE)
    return build_deck(folder, time=time or None)


def test_anki_asks_what_came_next(tmp_path: Path, collection: Collection) -> None:
    made = built(tmp_path / "deck")
    assert [str(problem) for problem in made.faults] == []
    write_package(made.deck, made.note_types, tmp_path / "siege.apkg")
    assert import_package(collection, tmp_path / "siege.apkg") == len(made.deck.notes)
    assert len(collection.find_cards("deck:*")) == made.cards.total()
    cards = [collection.get_card(id_) for id_ in collection.find_cards("tag:siege::sequences")]
    assert len(cards) == 3
    card = next(card for card in cards if "shut the Sea Gate" in card.question())
    front, back = card.question(), card.answer().partition("<hr id=answer>")[2]
    assert "The siege of Varda: The mayor shut the Sea Gate. What came next?" in front
    assert "cannon" not in front
    assert "[[type:" not in front, "nobody types a sentence"
    assert "The cannon &amp; the bells spoke." in back
    assert "11 am on <mark>4 May 1700 the cannon spoke</mark>" in back, (
        "the passage is that of the event that answers"
    )
    assert "for the first time" in back


def test_the_back_dates_both(tmp_path: Path) -> None:
    """With their hours, if they are of one day; and the answer to the next card is not there."""
    notes = {note.key: note for note in built(tmp_path).deck.notes}
    line = notes["siege/gate"].fields["Neighbours"]
    rows = [re.sub(r"<[^>]+>", "", row) for row in re.findall(r"<p>(.*?)</p>", line)]
    assert rows == [
        "earlier 4 May 1700 (O.S.), 9 am: The mayor shut the Sea Gate.",
        "then 4 May 1700 (O.S.), 11 am: The cannon &amp; the bells spoke.",
    ]
    assert re.findall(r"<([bi])></\1>", line) == ["i", "i", "b"]
    assert "The king arrives" in notes["siege/arrival"].fields["Neighbours"]


def test_what_only_a_book_proves_is_cited(tmp_path: Path) -> None:
    made = built(tmp_path, events=EVENTS.replace("The bread was gone.", "A fleet came."))
    notes = {note.key: note for note in made.deck.notes}
    assert notes["siege/cannon"].fields["Answer"] == "A fleet came."
    assert "a chronicle" in notes["siege/cannon"].fields.values()


def test_an_event_in_two_sequences_asks_twice(tmp_path: Path) -> None:
    made = built(
        tmp_path, SEQUENCE + "  end: {title: The end of the siege, events: [cannon, hunger]}\n"
    )
    asked = [note for note in made.deck.notes if "cannon" in note.key and note.kind == "question"]
    assert [note.key for note in asked] == ["siege/cannon", "end/cannon"]
    assert len({note.guid for note in asked}) == 2
    assert made.faults == ()


def test_an_event_put_in_later_changes_one_note_and_adds_one(tmp_path: Path) -> None:
    """What learners know of all other pairs stays theirs."""
    first = built(tmp_path, swapped("gate, cannon", "cannon", SEQUENCE), time=1_700_000_000)
    write_record(first.record_path, first.record)
    second = built(tmp_path, time=1_800_000_000)
    newer = {note.key for note in second.deck.notes if note.modified == 1_800_000_000}
    assert newer == {"siege/arrival", "siege/gate"}
    guids = [{n.key: n.guid for n in made.deck.notes} for made in (first, second)]
    assert guids[0].items() <= guids[1].items()


def test_a_sequence_of_another_name_is_the_same(tmp_path: Path) -> None:
    first = built(tmp_path, time=1_700_000_000)
    write_record(first.record_path, first.record)
    renamed = SEQUENCE.replace("siege: {", "fall: {was: [siege], ")
    second = built(tmp_path, renamed, time=1_800_000_000)
    assert [note.key for note in second.deck.notes if note.modified == 1_800_000_000] == []
    assert second.losses == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("siege: {", "fall: {", "if its sequence or its event has another key now"),
        (", hunger]", "]", "siege/cannon: the question of release 1 is gone"),
    ],
)
def test_a_question_that_goes_is_told_of(tmp_path: Path, old: str, new: str, told: str) -> None:
    first = built(tmp_path)
    write_record(first.record_path, next_release(first, time=1_700_000_000).record)
    changed = swapped(old, new, SEQUENCE)
    losses = built(tmp_path, changed).losses
    assert losses
    assert all(told in loss.message for loss in losses)
    gone = "dropped: {sequences: [siege/arrival, siege/gate, siege/cannon]}\n"
    assert built(tmp_path, changed + gone).losses == ()


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("date: {julian: 1700-05-09}", ["'fire' (line 19) may have come before 'hunger'"]),
        ("date: {julian: 1700-05-09}, ask: []", []),
        ("date: {julian: 1700-05-21}", []),
        ("date: {julian: 1699~}", []),
        ("date: {julian: 1700-05-02/1700-05-09}", []),
        ("date: {julian: 1700-05-05/1700-06}", ["'fire' (line 19) may have come before 'hunger'"]),
        (
            "date: {julian: 1700-05-04}, time: 10 am",
            ["'fire' (line 19) may have come before 'cannon'"],
        ),
        (
            "date: {julian: 1700-05-04}, time: 4 pm",
            ["'fire' (line 19) may have come before 'hunger'"],
        ),
    ],
)
def test_what_the_deck_knows_in_between_is_a_fault(
    tmp_path: Path, more: str, told: list[str]
) -> None:
    fire = f"  fire: {{what: A mill burned., cite: a chronicle, {more}}}\n"
    made = built(tmp_path, events=EVENTS + fire)
    faults = [str(fault) for fault in made.faults]
    assert len(faults) == len(told)
    assert all(words in fault for words, fault in zip(told, faults, strict=True))
    allowed = swapped("events: [arr", "allow: {skipped-event: of men}, events: [arr", SEQUENCE)
    left = built(tmp_path, allowed, EVENTS + fire).problems
    assert [problem.rule for problem in left] == ["unused-allowance"] * (not told)


def test_who_acts_again_gives_nothing_away(tmp_path: Path) -> None:
    events = EVENTS.replace("The mayor shut", "Elias Brandt shut").replace(
        "The king of Denmark arrived.", "Elias Brandt was warned."
    )
    rules = [problem.rule for problem in built(tmp_path, events=events).problems]
    assert "gives-away" not in rules
    events = events.replace("shut the Sea Gate", "was warned again")
    rules = [problem.rule for problem in built(tmp_path, events=events).problems]
    assert "answer-on-front" in rules, "but what he did is an answer"
