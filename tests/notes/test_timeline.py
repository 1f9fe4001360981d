"""The line of events on an event's back: its neighbours in time, and what a change of them does."""

import re
from pathlib import Path

from flashgen.pipeline import build_deck
from flashgen.releases.record import write_record
from tests.maps.conftest import ARTICLE, DECK
from tests.small_deck import swapped, write_deck


def lines(folder: Path, deck: str = DECK) -> dict[str, str]:
    """The line of each event, by key."""
    made = build_deck(write_deck(folder, swapped(", map]", "]", deck), ARTICLE))
    events = (note for note in made.deck.notes if note.kind == "event")
    return {note.key: note.fields.get("Neighbours", "") for note in events}


def told(line: str) -> list[str]:
    """Its words, paragraph by paragraph."""
    return [re.sub(r"<[^>]+>", "", row) for row in re.findall(r"<p>(.*?)</p>", line)]


def test_the_event_before_and_the_one_after_are_named_in_both_calendars(tmp_path: Path) -> None:
    found = lines(tmp_path)
    assert told(found["tsar"]) == [
        "earlier February 1917: Crowds &amp; bread",
        "later 25 October/7 November 1917: The Winter Palace fell.",
    ]
    assert told(found["palace"]) == [
        "earlier 2/15 March 1917: The tsar abdicates",
        "later 3 March 1918: Peace",
    ]
    assert [row.partition(" ")[0] for row in told(found["crowds"])] == ["later"]
    assert [row.partition(" ")[0] for row in told(found["peace"])] == ["earlier"]


def test_this_one_is_marked_at_its_place_in_the_order(tmp_path: Path) -> None:
    found = lines(tmp_path)
    for number, key in enumerate(("crowds", "tsar", "palace", "peace")):
        dots = re.findall(r"<([bi])></\1>", found[key])
        assert dots == ["b" if each == number else "i" for each in range(4)]


def test_what_overlaps_is_neither_before_nor_after(tmp_path: Path) -> None:
    """A day of February is not before February."""
    day = "  riot: {what: A riot., cite: a book, date: {gregorian: 1917-02-20}}\nplaces:\n"
    found = lines(tmp_path, swapped("places:\n", day, DECK))
    assert "A riot" not in found["crowds"]
    assert told(found["riot"]) == ["later 2/15 March 1917: The tsar abdicates"]


def test_hours_tell_the_events_of_one_day_apart(tmp_path: Path) -> None:
    day = "{what: %s., cite: a book, date: {gregorian: 1917-06-01}, time: %s}"
    rows = {"dawn": ("The town woke", "5 am"), "noon": ("It ate", "at noon")}
    more = "".join(f"  {key}: {day % row}\n" for key, row in rows.items())
    found = lines(tmp_path, swapped("places:\n", f"{more}places:\n", DECK))
    assert told(found["dawn"])[1] == "later 1 June 1917, at noon: It ate."
    assert told(found["noon"])[0] == "earlier 1 June 1917, 5 am: The town woke."
    assert "5 am" not in found["tsar"], "which is of another day"


def test_a_doubtful_date_stands_in_no_line(tmp_path: Path) -> None:
    found = lines(tmp_path, swapped("title: Peace,", "title: Peace, unsure: a guess,", DECK))
    assert "Peace" not in found["palace"]


def test_a_single_event_has_no_line(tmp_path: Path) -> None:
    assert lines(tmp_path, re.sub(r"  (tsar|palace|peace):(.*\n(    .*\n)*)", "", DECK)) == {
        "crowds": ""
    }


def test_a_line_of_many_events_shows_those_around(tmp_path: Path) -> None:
    more = "".join(
        f"  e{n}: {{what: Event {n}., cite: a book, date: {{gregorian: {1800 + n}-05-01}}}}\n"
        for n in range(80)
    )
    found = lines(tmp_path, swapped("places:\n", f"{more}places:\n", DECK))
    dots = re.search(r'aria-hidden="true">(.*?)</div>', found["e40"])
    assert dots
    assert dots[1] == "…" + "<i></i>" * 15 + "<b></b>" + "<i></i>" * 15 + "…"


def test_a_new_neighbour_makes_no_note_newer(tmp_path: Path) -> None:
    """Promise: a note that did not change never overwrites what a learner wrote in it."""
    folder = write_deck(tmp_path, swapped(", map]", "]", DECK), ARTICLE)
    first = build_deck(folder, time=1_700_000_000)
    write_record(first.record_path, first.record)
    text = (folder / "deck.yaml").read_text()
    day = "  riot: {what: A riot., cite: a book, date: {gregorian: 1917-03-20}}\nplaces:\n"
    (folder / "deck.yaml").write_text(swapped("places:\n", day, text))
    second = build_deck(folder, time=1_800_000_000)
    notes = {note.key: note for note in second.deck.notes}
    assert "A riot" in notes["tsar"].fields["Neighbours"]
    assert [note.key for note in second.deck.notes if note.modified == 1_800_000_000] == ["riot"]
