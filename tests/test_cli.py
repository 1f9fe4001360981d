"""The command line as its users meet it: what it says, where it writes, how it ends.

Bad input is one line (file, line, key, the mend) and exit status 1; nothing is written, and an
older package stays what it was.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from flashgen.cli import main
from tests.conftest import ROOT
from tests.small_deck import ARTICLE, DECK, write_deck

Run = Callable[..., Result]
OLD = b"the old package"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The working directory, with the deck in it and an older package beside it."""
    monkeypatch.chdir(tmp_path)
    write_deck(tmp_path / "siege")
    (tmp_path / "old.apkg").write_bytes(OLD)
    yield tmp_path
    assert (tmp_path / "old.apkg").read_bytes() == OLD


def swapped(old: str, new: str, text: str = DECK) -> str:
    """The deck with one mistake in it."""
    assert text.count(old) >= 1
    return text.replace(old, new, 1)


# --- what goes well ----------------------------------------------------------------------------


def test_build_writes_the_package_and_says_what_is_in_it(folder: Path, flashgen: Run) -> None:
    result = flashgen("build", "siege")
    assert result.exit_code == 0
    assert (folder / "dist" / "siege.apkg").read_bytes().startswith(b"PK")
    assert result.stdout.startswith("dist/siege.apkg: 5 notes, 10 cards from siege/article.txt\n")
    assert "the article also names these places: Denmark" in result.stdout
    assert result.stderr == ""


def test_check_writes_nothing(folder: Path, flashgen: Run) -> None:
    before = sorted(folder.rglob("*"))
    result = flashgen("check", "siege")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "siege: 5 notes, 10 cards, nothing to mend\n"
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize("command", ["build", "check"])
def test_without_a_name_every_deck_under_decks_is_taken(
    folder: Path, flashgen: Run, command: str
) -> None:
    write_deck(folder / "decks" / "one", swapped("id: siege", "id: one"))
    write_deck(folder / "decks" / "two", swapped("id: siege", "id: two"))
    result = flashgen(command)
    assert result.exit_code == 0
    assert result.stdout.count("5 notes, 10 cards") == 2


@pytest.mark.usefixtures("folder")
def test_quiet_says_nothing_if_all_is_well(flashgen: Run) -> None:
    for command in (("build", "siege", "-o", "new.apkg"), ("check", "siege")):
        assert flashgen(*command, "--quiet").output == ""


@pytest.mark.usefixtures("folder")
def test_verbose_says_what_was_set_aside(flashgen: Run) -> None:
    for command in ("build", "check"):
        result = flashgen(command, "siege", "-v")
        assert (
            "siege/article.txt:1:1: set aside, heading: The Fall of the Harbour Town\n"
            in result.stderr
        )


def test_one_deck_wrong_leaves_the_packages_of_all_alone(folder: Path, flashgen: Run) -> None:
    write_deck(folder / "decks" / "one", swapped("id: siege", "id: one"))
    write_deck(folder / "decks" / "two", swapped("id: siege", "ident: two"))
    assert flashgen("build").exit_code == 1
    assert not (folder / "dist").exists()


# --- the article -------------------------------------------------------------------------------

CHECK_THE_NAME = "cannot be read: No such file or directory; check the name"
SAVE_AS_UTF8 = "save the file again with the encoding UTF-8"
ARTICLES = {
    "no such file": ("none.txt", None, f"none.txt: {CHECK_THE_NAME}"),
    "empty": ("a.txt", b"", "a.txt: the file is empty: save the article's text in it"),
    "only spaces": (
        "a.txt",
        " \n\t\n\u00a0\r\n".encode(),
        "a.txt: the file is empty: save the article's text in it",
    ),
    "only a byte order mark": (
        "a.txt",
        b"\xef\xbb\xbf",
        "a.txt: the file is empty: save the article's text in it",
    ),
    "only a heading": (
        "a.txt",
        b"The Fall of the Town\n",
        "a.txt: no running text: the file needs at least one full sentence",
    ),
    "binary": (
        "a.txt",
        b"MZ\x90\x00",
        "a.txt: a binary file (NUL at byte 3): save the article as UTF-8 text",
    ),
    "Latin-1": (
        "a.txt",
        "They fled.\nThe café burned.\n".encode("latin-1"),
        f"a.txt:2: not UTF-8: byte 0xE9 at offset 18; {SAVE_AS_UTF8}",
    ),
    "Windows' quotation marks": (
        "a.txt",
        "They fled.\r\n“Stop!” he cried.\r\n".encode("cp1252"),
        f"a.txt:2: not UTF-8: byte 0x93 at offset 12; {SAVE_AS_UTF8}",
    ),
    "cut off within a letter": (
        "a.txt",
        "They fled.\nThe café".encode()[:-1],
        f"a.txt:2: not UTF-8: byte 0xC3 at offset 18; {SAVE_AS_UTF8}",
    ),
    "UTF-16": (
        "a.txt",
        "They fled.".encode("utf-16"),
        "a.txt: UTF-16 text: save the article as plain text in UTF-8",
    ),
    "UTF-16, the other way round": (
        "a.txt",
        b"\xfe\xff" + "They fled.".encode("utf-16-be"),
        "a.txt: UTF-16 text: save the article as plain text in UTF-8",
    ),
    "UTF-32": (
        "a.txt",
        "They fled.".encode("utf-32"),
        "a.txt: UTF-32 text: save the article as plain text in UTF-8",
    ),
    "a Word document": ("a.docx", b"PK\x03\x04", "a.docx: not an article: save it as .txt or .md"),
    "a PDF": ("a.pdf", b"%PDF-1.7", "a.pdf: not an article: save it as .txt or .md"),
    "a PDF by another name": (
        "a.txt",
        b"%PDF-1.7 \n%\xe2\xe3",
        "a.txt: a PDF document: save the article as plain text in UTF-8",
    ),
    "RTF by another name": (
        "a.txt",
        b"{\\rtf1\\ansi They fled.}",
        "a.txt: an RTF document: save the article as plain text in UTF-8",
    ),
    "a web page by another name": (
        "a.txt",
        b"\n<!DOCTYPE html><p>They fled.</p>",
        "a.txt: HTML: save the article as plain text in UTF-8",
    ),
    "no suffix": ("a", b"They fled.", "a: not an article: save it as .txt or .md"),
}


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_that_cannot_be_read_is_one_line(folder: Path, flashgen: Run, name: str) -> None:
    path, data, line = ARTICLES[name]
    if data is not None:
        (folder / path).write_bytes(data)
    for command in (
        ("extract", path),
        ("check", "siege", "--article", path),
        ("build", "siege", "--article", path, "-o", "old.apkg"),
    ):
        result = flashgen(*command)
        assert (result.exit_code, result.stdout, result.stderr) == (1, "", line + "\n")


@pytest.mark.usefixtures("folder")
def test_a_folder_is_no_article(flashgen: Run) -> None:
    result = flashgen("extract", "siege")
    assert result.exit_code == 1
    assert result.stderr == "siege: a folder, not an article; name the file in it\n"


def test_a_file_that_the_system_refuses(folder: Path, flashgen: Run) -> None:
    """A link to itself can be read by nobody, the superuser included."""
    (folder / "loop.txt").symlink_to("loop.txt")
    result = flashgen("extract", "loop.txt")
    assert result.exit_code == 1
    assert result.stderr == (
        "loop.txt: cannot be read: Too many levels of symbolic links; "
        "check the file and its permissions\n"
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read every file")
def test_a_file_without_permission(folder: Path, flashgen: Run) -> None:
    (folder / "a.txt").write_text("They fled.")
    (folder / "a.txt").chmod(0)
    result = flashgen("extract", "a.txt")
    assert result.exit_code == 1
    assert result.stderr == (
        "a.txt: cannot be read: Permission denied; allow yourself to read it\n"
    )


def test_a_deck_without_an_article(folder: Path, flashgen: Run) -> None:
    (folder / "siege" / "article.txt").unlink()
    result = flashgen("check", "siege")
    assert (result.exit_code, result.stderr) == (
        1,
        "siege: no article; save it as article.md or article.txt, or name another one\n",
    )


READABLE = {
    "CRLF": ARTICLE.replace("\n", "\r\n"),
    "CR": ARTICLE.replace("\n", "\r"),
    "a byte order mark": "\ufeff" + ARTICLE,
    "no-break spaces": ARTICLE.replace(" ", "\u00a0"),
    "form feeds": ARTICLE.replace("\n\n", "\n\n\f"),
    "line separators": ARTICLE.replace("\n", "\u2028"),
    "trailing spaces": ARTICLE.replace("\n", "   \n"),
    "control characters": ARTICLE.replace(", ", ",\x07 ") + "\x1b",
    "letters beyond the first plane": ARTICLE + "\nThe scribe wrote 𝔅𝔯𝔞𝔫𝔡𝔱 under it. 🏰\n",
    "a very long line": ARTICLE + "\n" + "The king waited for the town to fall. " * 3_000,
    "very many lines": ARTICLE + "\nThe king waited.\n" * 3_000,
}


@pytest.mark.parametrize("name", READABLE)
def test_every_kind_of_text_file_builds(folder: Path, flashgen: Run, name: str) -> None:
    (folder / "a.txt").write_bytes(READABLE[name].encode("utf-8"))
    result = flashgen("build", "siege", "--article", "a.txt", "-o", "new.apkg")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("new.apkg: 5 notes, 10 cards from a.txt\n")


# --- deck.yaml ---------------------------------------------------------------------------------

BRANDT = "  brandt:\n    name: Elias Brandt\n"
DATE = "{julian: 1700-02-29, gregorian: 1700-03-11}"
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
        f":4:9: deck.year: '{'9' * 5000}' is no year from 1 to 9999",
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
        swapped(BRANDT, "  anna: &anna {name: Anna}\n  brandt:\n    <<: *anna\n    name: Elias\n"),
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
        ("siege/deck.yaml", "siege/deck.yaml: no such folder; name one that holds a deck.yaml"),
        ("empty", f"empty/deck.yaml: {CHECK_THE_NAME}"),
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


# --- what the article does not support ---------------------------------------------------------

UNSUPPORTED = {
    "a name that is not in the article": (
        swapped("{name: Sea Gate,", "{name: Land Gate,"),
        ":17:3: sea-gate: not found in the article; correct the words, add an alias or a "
        "'passage', or 'cite' where it stands",
    ),
    "a date that is not in the article": (
        swapped(DATE, "{gregorian: 1700-07-01}") + "ignore: {}\n",
        ":12:3: surrender: not found in the article; correct the words, add an alias or a "
        "'passage', or 'cite' where it stands",
    ),
    "words that stand in no sentence together": (
        swapped("{term: bastion,", "{passage: [bastion, mayor], term: bastion,"),
        ":24:3: bastion: no sentence has all the words of 'passage' in the article; correct the "
        "words, add an alias or a 'passage', or 'cite' where it stands",
    ),
}


@pytest.mark.parametrize("name", UNSUPPORTED)
def test_what_the_article_does_not_say_is_a_fault(folder: Path, flashgen: Run, name: str) -> None:
    """``check`` counts it as something to mend; ``build`` says it, and builds."""
    deck, line = UNSUPPORTED[name]
    write_deck(folder / "siege", deck)
    checked, built = flashgen("check", "siege"), flashgen("build", "siege", "-o", "new.apkg")
    assert (checked.exit_code, built.exit_code) == (1, 0)
    place, _, what = line.partition(" ")
    told = f"siege/deck.yaml{place} fault: {what} [unsupported]\n"
    assert checked.stderr == built.stderr == told


# --- templates and output ----------------------------------------------------------------------


def test_a_template_with_an_unknown_field(folder: Path, flashgen: Run) -> None:
    (folder / "mine" / "term").mkdir(parents=True)
    (folder / "mine" / "term" / "meaning.front.html").write_text("<p>\n  {{Trem}}\n</p>\n")
    for command in ("check", "build"):
        result = flashgen(command, "siege", "--templates", "mine")
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr == (
            "mine/term/meaning.front.html:2:3: no field 'Trem' in term; did you mean 'Term'?\n"
        )
    assert not (folder / "dist").exists()


@pytest.mark.usefixtures("folder")
def test_a_folder_of_templates_that_is_not_there(flashgen: Run) -> None:
    result = flashgen("build", "siege", "--templates", "mine")
    assert (result.exit_code, result.stderr) == (
        1,
        "mine: no such folder of templates, and no theme; the themes are large, modern, slate\n",
    )


WHAT_STOOD_THERE = "name another file (what stood there is unchanged)"


@pytest.mark.parametrize("output", ["siege/deck.yaml/new.apkg", f"{'long' * 70}.apkg"])
def test_an_output_that_cannot_be_written(folder: Path, flashgen: Run, output: str) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    result = flashgen("build", "siege", "-o", output)
    assert (result.exit_code, result.stdout) == (1, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"{output}: cannot be written: ")
    assert line.endswith(WHAT_STOOD_THERE)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.skipif(os.geteuid() == 0, reason="no folder refuses the superuser")
def test_a_folder_that_refuses_new_files(folder: Path, flashgen: Run) -> None:
    (folder / "locked").mkdir(mode=0o500)
    result = flashgen("build", "siege", "-o", "locked/new.apkg")
    assert result.exit_code == 1
    assert result.stderr.startswith("locked/new.apkg: cannot be written: Permission denied")


@pytest.mark.parametrize("output", ["", ".", "siege", "pipe"])
def test_an_output_that_is_no_file_is_left_alone(folder: Path, flashgen: Run, output: str) -> None:
    os.mkfifo(folder / "pipe")
    result = flashgen("build", "siege", "-o", output)
    name = output or "."
    assert result.exit_code == 1
    assert result.stderr == f"{name}: is no file to write to; name another one\n"
    assert (folder / "pipe").is_fifo()


def test_a_link_to_a_package_stays_a_link(folder: Path, flashgen: Run) -> None:
    (folder / "link.apkg").symlink_to("real.apkg")
    assert flashgen("build", "siege", "-o", "link.apkg").exit_code == 0
    assert (folder / "link.apkg").is_symlink()
    assert (folder / "real.apkg").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("output", ["siege/deck.yaml", "siege/article.txt"])
def test_a_package_never_overwrites_what_it_is_made_from(
    folder: Path, flashgen: Run, output: str
) -> None:
    before = (folder / output).read_bytes()
    result = flashgen("build", "siege", "-o", output)
    assert result.exit_code == 1
    assert result.stderr == (f"{output}: is what the deck is made from; name another file\n")
    assert (folder / output).read_bytes() == before


def test_two_decks_of_one_id_are_refused(folder: Path, flashgen: Run) -> None:
    for name in ("one", "two"):
        write_deck(folder / "decks" / name)
    result = flashgen("build")
    assert result.exit_code == 1
    assert result.stderr == (
        "decks/two/deck.yaml: deck.id: 'siege' is that of decks/one/deck.yaml; take another\n"
    )
    assert not (folder / "dist").exists()


# --- standard output ---------------------------------------------------------------------------


def piped(*args: str, **more: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "flashgen", *args],
        check=False,
        stderr=subprocess.PIPE,
        **{"stdout": subprocess.PIPE, **more},
        env={
            **{name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"},
            "PYTHONPATH": str(ROOT),
            "PYTHONIOENCODING": "latin-1",
        },
    )


def test_output_is_utf_8_whatever_the_system_thinks(folder: Path) -> None:
    """A draft that is redirected to deck.yaml can be read again."""
    (folder / "a.txt").write_text("Łucja wrote from Łódź: “We will not go.”", encoding="utf-8")
    run = piped("extract", "a.txt", "--format", "yaml")
    assert (run.returncode, run.stderr) == (0, b"")
    assert "Łódź" in run.stdout.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs Linux's /dev/full")
@pytest.mark.usefixtures("folder")
def test_a_full_disk_under_standard_output_is_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        run = piped("extract", "siege/article.txt", stdout=full)
    assert run.returncode == 1
    assert run.stderr == (
        b"standard output: cannot be written: No space left on device; make room\n"
    )


# --- wrong usage -------------------------------------------------------------------------------


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("build", "siege", "--what"), "No such option '--what'"),
        (("build", "siege", "other"), "unexpected extra argument"),
        (("extract",), "Missing argument 'ARTICLE'"),
        (("extract", "a.txt", "--format", "xml"), "'xml' is not one of"),
        (("extract", "a.txt", "--year", "0"), "0 is not in the range 1<=x<=9999"),
        (("bild",), "No such command 'bild'"),
    ],
)
def test_wrong_usage_is_status_2(flashgen: Run, args: tuple[str, ...], says: str) -> None:
    result = flashgen(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr


def test_an_option_for_one_deck_is_refused_for_several(folder: Path, flashgen: Run) -> None:
    for name in ("one", "two"):
        write_deck(folder / "decks" / name, swapped("id: siege", f"id: {name}"))
    result = flashgen("build", "-o", "old.apkg")
    assert result.exit_code == 2
    assert "--output fits one deck; there are 2: name one." in result.stderr


@pytest.mark.usefixtures("folder")
def test_the_module_runs_as_the_command_does() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "flashgen", "check", "siege"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == "siege: 5 notes, 10 cards, nothing to mend\n"


def test_help_is_the_same_for_both_options() -> None:
    runner = CliRunner()
    assert runner.invoke(main, ["-h"]).output == runner.invoke(main, ["--help"]).output
