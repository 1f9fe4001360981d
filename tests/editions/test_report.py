"""What an author reads: on a terminal, in a changelog, and what a program reads."""

import json
import re
from dataclasses import replace

from flashgen.cli.diff import painted
from flashgen.editions.compare import compare
from flashgen.editions.edition import Edition
from flashgen.editions.writers import as_json, as_markdown, as_text
from tests.editions.made import (
    OLD,
    edition,
    held,
    text,
)


def test_the_same_deck_is_one_clear_line() -> None:
    assert text(OLD, replace(OLD, title="the deck as it stands")) == (
        "release 1 → the deck as it stands: nothing has changed (3 notes)\n"
    )
    assert as_markdown(compare(OLD, OLD)) == "Nothing has changed (3 notes).\n"


def test_the_first_line_counts_what_came_and_went() -> None:
    new = edition(held("moat", "water"), held("gate", deck="Siege::Gates"), held("tower"))
    assert text(OLD, new).splitlines()[0] == (
        "release 1 → now: 1 added, 1 changed, 1 moved, 1 dropped, 0 unchanged"
    )


def test_changed_words_are_marked_as_git_marks_them_and_long_stretches_left_out() -> None:
    beginning = "a ditch that was dug by the people of the town in one long winter, so that"
    old = edition(held("moat", f"{beginning} nobody came in by night"))
    new = edition(held("moat", f"{beginning} no enemy came in by night"))
    assert text(old, new).splitlines()[2:] == [
        "Changed",
        "  term/moat",
        "    Meaning: … in one long winter, so that [-nobody-] {+no enemy+} came in by night",
    ]


def test_with_colours_removed_words_are_struck_out_and_no_brackets_stand() -> None:
    shown = as_text(
        compare(edition(held("moat", "old water")), edition(held("moat", "new water"))),
        width=100,
        paint=painted,
    )
    line = next(line for line in shown.splitlines() if "Meaning" in line)
    assert re.sub(r"\x1b\[[\d;]*m", "", line) == "    Meaning: old new water"
    struck, green = line.index("\x1b[9m"), line.index("\x1b[32m")
    assert line.index("\x1b[31m") < line.index("old") < green < line.index("new")
    assert struck < line.index("old")


def test_no_line_is_longer_than_the_terminal_but_searches() -> None:
    new = edition(held("moat", "water " * 60), held("tower", "stones " * 30))
    lines = text(OLD, new).splitlines()
    assert max(len(line) for line in lines if '"Term:' not in line) <= 100
    assert sum(line.count("water") for line in lines) == 60


def test_switches_are_told_as_what_the_note_asks() -> None:
    asked = held("moat", fields={"Term": "moat", "Meaning": "a thing", "Ask term": "yes"})
    new = edition(replace(asked, cards=("Term",)), *OLD.notes[1:])
    shown = text(OLD, new)
    assert "    asks: +Term −Meaning\n" in shown
    assert "Ask " not in shown
    assert "Tools → Empty Cards" in shown
    assert "Empty Cards" not in text(new, replace(new, notes=(*new.notes, held("tower"))))


def test_a_switch_that_changes_no_card_is_shown_as_it_is() -> None:
    new = edition(held("moat", fields={**OLD.notes[0].fields, "Ask picture": "yes"}))
    assert "Ask picture: {+yes+}" in text(edition(held("moat")), new)


def test_tags_and_a_change_of_markup_are_shown() -> None:
    old = edition(held("moat", "deep water"), held("keep", "a\ntower"))
    new = edition(
        held("moat", "<i>deep</i> water", tags=("siege::walls",)), held("keep", "a tower")
    )
    shown = text(old, new)
    assert "Meaning: [-deep-] {+<i>deep</i>+} water" in shown
    assert "tags: +siege::walls −siege::terms" in shown
    assert "Meaning: only white space differs" in shown


def test_accents_in_another_encoding_are_no_change() -> None:
    composed, apart = "\N{LATIN SMALL LETTER E WITH ACUTE}", "e\N{COMBINING ACUTE ACCENT}"
    assert not compare(edition(held("moat", composed)), edition(held("moat", apart)))


def test_what_many_notes_share_is_told_once_and_drowns_nothing() -> None:
    """A new topic in all notes, new sources in most, one real change in the middle."""

    def deck(topic: str, shift: int, meaning: str) -> Edition:
        notes = [
            held(
                f"n{n}",
                fields={"Term": f"n{n}", "Topic": topic, "Source": f"paragraph {n + shift}"},
            )
            for n in range(30)
        ]
        notes[15] = held("moat", meaning, fields={"Meaning": meaning, "Topic": topic})
        return edition(*notes)

    lines = text(deck("Sieges", 0, "water"), deck("Walls", 1, "deep water")).splitlines()
    assert lines[0] == "now → now: 30 changed, 0 unchanged"
    assert lines[3:9] == [
        "  30 notes",
        "    Topic: [-Sieges-] {+Walls+}",
        "  term/moat",
        "    Meaning: {+deep+} water",
        "  term/n0",
        "    Source: paragraph [-0-] {+1+}",
    ]
    assert sum("Topic" in line for line in lines) == 1
    assert sum("Source" in line for line in lines) == 29


def test_markdown_has_headings_and_no_markup_of_the_deck_s() -> None:
    new = edition(
        held("moat", "*water* [x](y) | 1 < 2"),
        held("keep", label="# no heading"),
        held("1. gate", label="1. gate", guid="gate"),
        held("tower"),
    )
    shown = as_markdown(compare(OLD, new))
    assert re.findall("^#.*", shown, re.MULTILINE) == ["### Added", "### Changed"]
    assert r"  - Meaning: ~~a thing~~ **\*water\* \[x\](y) \| 1 \< 2**" in shown
    assert "- 1\\. gate\n" in shown
    assert "- term/tower\n  - tower – a thing\n  - asks: Meaning\n" in shown


def test_markdown_gives_the_search_as_code() -> None:
    shown = as_markdown(compare(OLD, edition(*OLD.notes[:2])))
    assert '\n```\n"note:Term" "tag:siege::terms" "Term:gate"\n```\n' in shown


def test_json_holds_all_that_changed() -> None:
    new = edition(held("moat", "deep water"), held("gate", deck="Siege::Gates"), held("tower"))
    data = json.loads(as_json(compare(OLD, new)))
    assert data["counts"] == {"added": 1, "changed": 1, "moved": 1, "dropped": 1, "unchanged": 0}
    assert data["changed"][0]["label"] == "term/moat"
    (field,) = data["changed"][0]["fields"]
    assert (field["name"], field["old"], field["new"]) == ("Meaning", "a thing", "deep water")
    assert field["words"] == [
        {"kind": "removed", "text": "a thing"},
        {"kind": "added", "text": "deep water"},
    ]
    assert data["moved"][0]["new"] == "Siege::Gates"
    assert data["dropped"][0]["guid"] == "keep"
    assert data["search"]["lines"] == ['"note:Term" "tag:siege::terms" "Term:keep"']


def test_a_note_cannot_steer_the_terminal() -> None:
    evil = "\x1b[2J&#27;[2J\x07"
    new = edition(held("moat", f"{evil} a"), held("keep", label=evil, tags=(evil,)), title=evil)
    for shown in (text(OLD, new), as_markdown(compare(OLD, new)), text(new, OLD)):
        assert not set(shown) & {"\x1b", "\x07", "\x9b"}
