"""A mistake in deck.yaml is one line: file, line, key, the mend."""

from pathlib import Path

import pytest

from tests.cli.said import SAVE_AS_UTF8
from tests.conftest import Run
from tests.small_deck import DATE, DECK, swapped, write_deck

BRANDT = "  brandt:\n    name: Elias Brandt\n"
DECKS = {
    "unknown section": (
        swapped("people:", "poeple:"),
        ":6:1: poeple: unknown key; did you mean 'people'?",
    ),
    "unknown key": (
        swapped("    who: mayor", "    whom: mayor"),
        ":10:5: people.brandt.whom: unknown key; did you mean 'who'?",
    ),
    "wrong type": (
        swapped("aliases: [Brandt]", "aliases: Brandt"),
        ":9:14: people.brandt.aliases: must be a list, such as [one, two]",
    ),
    "missing field": (
        swapped("  topic: A town and its walls\n", ""),
        ":1:1: deck.topic: missing; add the line 'topic: …'",
    ),
    "empty field": (
        swapped("topic: A town and its walls", "topic: ~"),
        ":4:10: deck.topic: is empty; fill it in",
    ),
    "duplicate key": (
        swapped(BRANDT, "  brandt: {name: Anna Brandt}\n" + BRANDT),
        ":8:3: people.brandt: the key stands twice (first in line 7); keep one",
    ),
    "impossible day": (
        swapped(DATE, "1700-02-30"),
        ":15:11: events.surrender.date: there is no 30 February 1700",
    ),
    "day that only the Julian calendar has": (
        swapped(DATE, "{gregorian: 1700-02-29}"),
        ":15:23: events.surrender.date.gregorian: there is no 29 February 1700 in the Gregorian "
        "calendar; that month has 28 days",
    ),
    "month that does not exist": (
        swapped(DATE, "1700-13"),
        ":15:11: events.surrender.date: '1700-13': month 13 does not exist",
    ),
    "halves that disagree": (
        swapped("1700-03-11", "1700-03-12"),
        ":15:11: events.surrender.date: 29 February 1700 Old Style is 11 March 1700 New Style, "
        "not 12 March 1700",
    ),
    "no date at all": (
        swapped(DATE, "in the last winter"),
        ":15:11: events.surrender.date: 'in the last winter' is no date; write it like 1917-11-07",
    ),
    "day of the version": (
        swapped("2026-01-31", "31 January 2026"),
        ":5:12: deck.updated: '31 January 2026' is no day; write it like 2026-11-24",
    ),
    "day before there was Anki": (
        swapped("2026-01-31", "1026-01-31"),
        ":5:12: deck.updated: '1026-01-31' is before 2006-01-01; give the day of this version",
    ),
    "year that is none": (
        swapped("  topic", f"  year: {'9' * 5000}\n  topic"),
        f":4:9: deck.year: '{'9' * 99}…' is no year from 1 to 9999",
    ),
    "speaker who does not exist": (
        swapped("speaker: brandt", "speaker: brant"),
        ":21:14: quotations.take-them.speaker: 'brant' is no key under 'people'; "
        "did you mean 'brandt'?",
    ),
    "place that does not exist": (
        swapped("    date:", "    place: sea-gat\n    date:"),
        ":15:12: events.surrender.place: 'sea-gat' is no key under 'places'; "
        "did you mean 'sea-gate'?",
    ),
    "person in a list who does not exist": (
        swapped("    date:", "    people:\n      - brandt\n      - king\n    date:"),
        ":17:9: events.surrender.people: 'king' is no key under 'people'; known are brandt",
    ),
    "missing words that are not there": (
        swapped("missing: spare the town", "missing: spare the tower"),
        ":22:14: quotations.take-them.missing: 'spare the tower' must stand in 'text' once; "
        "copy it from there",
    ),
    "missing words that cut a word": (
        swapped("missing: spare the town", "missing: spare the tow"),
        ":22:14: quotations.take-them.missing: 'spare the tow' cuts a word of 'text'; "
        "give whole words",
    ),
    "missing words that leave nothing": (
        swapped("missing: spare the town", "missing: Take them and spare the town."),
        ":22:14: quotations.take-them.missing: is all of 'text'; leave some words to ask with",
    ),
    "other calendar of a date without one": (
        swapped(f"date: {DATE}", "date: {unspecified: 1700-03}\n    ask: [when, new-style]"),
        ":16:17: events.surrender.ask: 'new-style' needs a date for which two "
        "calendars were in use; name the calendar under 'date', as {julian: …}",
    ),
    "half a character": (
        swapped("name: The Siege", 'name: "The \\ud800 Siege"'),
        ":3:9: deck.name: holds the character U+D800; remove it",
    ),
    "NUL in quotes": (
        swapped("name: The Siege", 'name: "The \\0 Siege"'),
        ":3:9: deck.name: holds the character U+0000; remove it",
    ),
    "control character": (
        swapped("The Siege", "The \x07 Siege"),
        ":3: not valid YAML: the character U+0007 may not stand there; remove it",
    ),
    "merge key": (
        swapped(
            BRANDT,
            "  anna: &anna {name: Anna, cite: x}\n  brandt:\n    <<: *anna\n    name: Elias\n",
        ),
        ":9:5: people.brandt.<<: merge keys are not read; write the keys out",
    ),
    "tag": (
        swapped("name: The Siege", "name: !!python/name:os.system The Siege"),
        ":3:9: not valid YAML: tags are not read; remove the word that begins with '!'",
    ),
    "anchor that stands twice": (
        swapped("[Brandt]", "[&a Brandt, &a Elias]"),
        ":9:26: not valid YAML: second occurrence; the anchor stands twice: rename one",
    ),
    "alias of nothing": (
        swapped("name: The Siege", "name: *siege"),
        ":3:9: not valid YAML: found undefined alias 'siege'; "
        "put quotes around a text that begins with '*'",
    ),
    "list within itself": (
        swapped("aliases: [Brandt]", "aliases: &a [Brandt, *a]"),
        ":9:14: people.brandt.aliases: must be a list of texts, not a list",
    ),
    "mapping within itself": (
        swapped("people:\n", "people: &p\n  anna: {name: *p}\n"),
        ":6:9: people.anna.name: must be a text, not a mapping",
    ),
    "very deep nesting": (
        swapped("[Brandt]", "[" * 5_000 + "]" * 5_000),
        ":9:32: not valid YAML: nested too deeply; flashgen needs four levels at most",
    ),
    "colon in a text": (
        swapped("name: The Siege", "name: The Siege: a story"),
        ":3:18: not valid YAML: mapping values are not allowed here; "
        "put quotes around a text that holds ': ', or mend the indentation",
    ),
    "quotation mark that is never closed": (
        swapped("name: The Siege", 'name: "The Siege'),
        ":3:9: not valid YAML: found unexpected end of stream; "
        "the text that begins here lacks its closing quotation mark",
    ),
    "tabs": (
        swapped("people:\n  ", "people:\n\t"),
        ":7:1: not valid YAML: found character '\\t' that cannot start any token; "
        "indent with spaces, not with tabs",
    ),
    "two documents": (
        swapped("people:", "---\npeople:"),
        ":6:1: not valid YAML: but found another document; "
        "keep one document: remove the line '---'",
    ),
    "section that is no mapping": (
        swapped(BRANDT, "  - Elias Brandt\n")
        .replace("    aliases: [Brandt]\n", "")
        .replace("    who: mayor who gave up the keys\n", ""),
        ":7:3: people: must be a mapping of keys and values",
    ),
    "item that is no mapping": (
        swapped("{name: Sea Gate, kind: building, what: way from the town to the harbour}", "gate"),
        ":17:13: places.sea-gate: must be a mapping of keys and values",
    ),
    "empty file": ("", ":1: must be a mapping of sections, such as 'deck:'"),
}


@pytest.mark.parametrize("name", DECKS)
def test_a_mistake_in_deck_yaml_is_one_line(folder: Path, flashgen: Run, name: str) -> None:
    deck, line = DECKS[name]
    write_deck(folder / "siege", deck)
    for command in (("check", "siege"), ("build", "siege", "-o", "old.apkg")):
        result = flashgen(*command)
        assert (result.exit_code, result.stdout) == (1, "")
        assert len(result.stderr.splitlines()) == 1
        assert result.stderr.startswith(f"siege/deck.yaml{line}")


def test_several_mistakes_are_said_at_once_in_the_order_of_the_file(
    folder: Path, flashgen: Run
) -> None:
    deck = swapped("speaker: brandt", "speaker: king")
    deck = swapped("1700-03-11", "1700-03-12", deck)
    deck = swapped("aliases: [Brandt]", "alias: [Brandt]", deck)
    write_deck(folder / "siege", deck)
    result = flashgen("check", "siege")
    assert result.exit_code == 1
    assert [line.split(":")[1] for line in result.stderr.splitlines()] == ["9", "15", "21"]


def test_a_deck_in_another_encoding(folder: Path, flashgen: Run) -> None:
    (folder / "siege" / "deck.yaml").write_bytes(swapped("Elias", "Élias").encode("latin-1"))
    result = flashgen("check", "siege")
    assert result.exit_code == 1
    assert result.stderr == (
        f"siege/deck.yaml:8: not UTF-8: byte 0xC9 at offset 116; {SAVE_AS_UTF8}\n"
    )


@pytest.mark.parametrize(
    ("deck_dir", "line"),
    [
        ("nowhere", "nowhere: no such folder; name one that holds a deck.yaml"),
        (
            "siege/deck.yaml",
            "siege/deck.yaml: a file, not a deck's folder; name the folder that holds a deck.yaml",
        ),
        ("empty", "empty: no deck.yaml in it; name a folder that holds one"),
    ],
)
def test_a_folder_that_holds_no_deck(folder: Path, flashgen: Run, deck_dir: str, line: str) -> None:
    (folder / "empty").mkdir()
    result = flashgen("build", deck_dir, "-o", "old.apkg")
    assert (result.exit_code, result.stderr) == (1, line + "\n")


@pytest.mark.usefixtures("folder")
def test_no_decks_at_all(flashgen: Run) -> None:
    result = flashgen("build")
    assert result.exit_code == 1
    assert result.stderr == "decks: no deck here; name a folder that holds a deck.yaml\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("aliases: [Brandt]", "aliases: &names [Brandt]", id="anchor and no alias"),
        pytest.param("who: mayor", "who: !!str mayor", id="the tag of a text"),
        pytest.param("deck:\n", "%YAML 1.1\n---\ndeck:\n", id="a directive"),
        pytest.param("deck:\n", "\ufeffdeck:\n", id="a byte order mark"),
        pytest.param("\n", "\r\n", id="CRLF"),
        pytest.param("who: mayor who", "who: >-\n      mayor\n      who", id="a folded text"),
        pytest.param("name: The Siege", 'name: "The\\x1fSiege"', id="a separator in quotes"),
    ],
)
def test_other_ways_to_write_the_same_deck(folder: Path, flashgen: Run, old: str, new: str) -> None:
    count = -1 if old == "\n" else 1
    write_deck(folder / "siege", DECK.replace(old, new, count))
    result = flashgen("check", "siege")
    assert (result.exit_code, result.output) == (0, "siege: 5 notes, 10 cards, nothing to mend\n")
