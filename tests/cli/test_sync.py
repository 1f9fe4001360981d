"""flashgen sync: what the article has anew is proposed, once, and nothing else is touched."""

import os
import re
import shutil
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import flashgen as library
from flashgen.deck.kinds import Event, Item, Person, Place, Quotation
from flashgen.deck.loader import load_curation
from flashgen.deck.schema import schema_text
from flashgen.errors import InputError, Location
from flashgen.files import locked
from flashgen.pipeline import build_deck
from flashgen.steps import to_sync, write_sync
from tests.conftest import DECK as OCTOBER
from tests.conftest import ROOT, Run
from tests.small_deck import ARTICLE, DECK, swapped, write_deck

NEWS = """
On 4 June 1701 Anna Holt, the daughter of Elias Brandt, founded a school in Riga. “We teach whoever
comes, and we teach for nothing,” Holt told the burghers.
"""
# What the paragraph tells, by what each fact says.
TOLD = {
    ("people", "Anna Holt"),
    ("events", "1701-06-04"),
    ("places", "Riga"),
    ("quotations", "We teach whoever comes, and we teach for nothing"),
}


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck that was synced with its article."""
    folder = write_deck(tmp_path / "siege")
    library.sync(folder)
    return folder


def read(text: str) -> Any:
    """YAML, each value as it is typed."""
    return yaml.load(text.removeprefix("\ufeff"), Loader=yaml.BaseLoader)  # noqa: S506


def text_of(folder: Path) -> str:
    return (folder / "deck.yaml").read_bytes().decode()


def todo_of(folder: Path) -> Any:
    return read(text_of(folder)).get("todo") or {}


def tell(folder: Path, news: str = NEWS) -> None:
    """Add a paragraph to the article."""
    with (folder / "article.txt").open("a", encoding="utf-8") as file:
        file.write(news)


def edit(folder: Path, old: str, new: str) -> None:
    (folder / "deck.yaml").write_bytes(swapped(old, new, text_of(folder)).encode())


def said(items: tuple[Item, ...]) -> set[tuple[str, str]]:
    """What people, events, places and quotations are about, by section."""
    told = set()
    for item in items:
        match item:
            case Person(name=words) | Place(name=words) | Quotation(text=words):
                told.add((item.section, words))
            case Event(date=when):
                told.add((item.section, str(when.written)))
            case _:
                pass
    return told


def curated(folder: Path) -> list[Item]:
    nowhere = Location(Path())
    return [replace(item, where=nowhere) for item in load_curation(folder / "deck.yaml").items]


def lines_of(text: str) -> list[str]:
    return text.splitlines()


def assert_only_more(old: str, new: str) -> None:
    """All lines of the old file are there, in their order."""
    rest = iter(lines_of(new))
    missing = [line for line in lines_of(old) if line not in rest]
    assert not missing


# --- what is new --------------------------------------------------------------------------------


def test_a_paragraph_s_facts_are_proposed_with_their_sentences(deck: Path, flashgen: Run) -> None:
    before, facts = text_of(deck), curated(deck)
    waiting = sum(map(len, todo_of(deck).values()))
    tell(deck)
    result = flashgen("sync", deck)
    assert (result.exit_code, result.stderr) == (0, "")
    *_, last = result.stdout.splitlines()
    count = sum(map(len, todo_of(deck).values())) - waiting
    assert count >= len(TOLD)
    assert last.startswith(f"{deck / 'deck.yaml'}: {count} new under todo (")
    assert_only_more(before, text_of(deck))
    assert curated(deck) == facts
    todo = todo_of(deck)
    assert (
        todo["people"]["anna-holt"]["who"]
        == "daughter of Elias Brandt who founded a school in Riga"
    )
    assert "    # paragraph 3: On 4 June 1701 Anna Holt, the daughter of" in text_of(deck)
    (quotation,) = todo["quotations"].values()
    assert (quotation["speaker"], quotation["to"]) == ("anna-holt", "the burghers")
    assert all(len(line) <= 100 for line in lines_of(text_of(deck).partition("\nproposed:")[0]))


def test_what_is_proposed_stands_in_its_section_of_a_todo_that_is_there(deck: Path) -> None:
    library.sync(deck)
    tell(deck)
    made = library.sync(deck)
    assert said(made.new) == TOLD
    assert list(todo_of(deck)["places"]) == ["denmark", "riga"]
    assert text_of(deck).count("\ntodo:") == 1


def test_a_proposal_moved_into_its_section_makes_cards(deck: Path) -> None:
    tell(deck)
    library.sync(deck)
    todo = todo_of(deck)
    data = read(text_of(deck))
    for section, entries in todo.items():
        data[section] = data.get(section, {}) | entries
    del data["todo"]
    (deck / "deck.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    made = build_deck(deck)
    assert {"anna-holt"} <= {note.key for note in made.deck.notes}
    assert library.sync(deck).new == ()


def test_a_proposal_refers_to_whom_the_deck_has_under_its_own_key(deck: Path) -> None:
    tell(deck, "\n“The walls were old, and nobody would pay,” Elias Brandt told Anna Holt.\n")
    library.sync(deck)
    (quotation,) = todo_of(deck)["quotations"].values()
    assert quotation["speaker"] == "brandt"


def test_a_key_that_is_taken_is_not_taken_again(deck: Path) -> None:
    edit(deck, "terms:\n", "dropped: {people: [anna-holt-2]}\nterms:\n")
    edit(deck, "name: Elias Brandt\n", "name: Elias Brandt\n    was: [anna-holt]\n")
    edit(deck, "  sea-gate: {name: Sea", "  riga: {name: Sea")
    tell(deck)
    keys = [item.key for item in library.sync(deck).new]
    assert {"anna-holt-3", "riga-2"} <= set(keys)


def test_a_key_may_be_long(tmp_path: Path) -> None:
    """A YAML library would write a "?" before it, which deck.yaml does not have."""
    key = "-".join(["brandt"] * 140)
    text = swapped("  brandt:\n", f"  {key}:\n").replace("speaker: brandt", f"speaker: {key}")
    folder = write_deck(tmp_path / "siege", text)
    library.sync(folder)
    assert key in read(text_of(folder))["proposed"]["people"]
    assert key in {item.key for item in load_curation(folder / "deck.yaml").items}


def test_what_the_draft_has_is_never_new(tmp_path: Path, flashgen: Run) -> None:
    article = tmp_path / "article.txt"
    article.write_text(ARTICLE + NEWS, encoding="utf-8")
    drafted = flashgen("extract", article, "--format", "yaml", "-q").stdout
    (tmp_path / "deck.yaml").write_text(
        drafted.replace("updated: ''", "updated: 2026-01-31"), encoding="utf-8"
    )
    assert library.sync(tmp_path).new == ()
    library.new(article, tmp_path / "new", tmp_path / "new.apkg")
    assert library.sync(tmp_path / "new").new == ()


def test_of_the_shipped_deck_no_name_is_proposed_again(tmp_path: Path) -> None:
    """Its author has all people, places, words and quotations; not all that happened."""
    shutil.copytree(OCTOBER, tmp_path / "october")
    made = library.sync(tmp_path / "october", dry_run=True)
    assert {section for section, _ in said(made.new)} <= {"events", "questions"}


# --- what was once proposed ----------------------------------------------------------------------


def without_todo(folder: Path) -> None:
    data = text_of(folder)
    start = data.index("\n# Proposed by flashgen sync")
    (folder / "deck.yaml").write_text(data[:start] + data[data.index("\n# What sync") :])


def test_what_was_deleted_does_not_come_back(deck: Path) -> None:
    tell(deck)
    library.sync(deck)
    without_todo(deck)
    start, end = text_of(deck).index("terms:\n"), text_of(deck).index("\n# What sync")
    (deck / "deck.yaml").write_text(text_of(deck)[:start] + text_of(deck)[end:])
    edit(deck, "  sea-gate: {name: Sea Gate, kind: building,", "  x: {name: Other, kind: city,")
    before = text_of(deck)
    assert library.sync(deck).new == ()
    assert text_of(deck) == before
    tell(deck, "\nOn 5 July 1702 Johan Falk burnt the mill.\n")
    assert {name for _, name in said(library.sync(deck).new)} == {"Johan Falk", "1702-07-05"}


@pytest.mark.parametrize("name", ["halifax", "leyden", "committee", "selkirk"])
def test_a_draft_of_which_all_was_deleted_stays_empty(tmp_path: Path, name: str) -> None:
    shutil.copy(ROOT / "tests" / "corpus" / "texts" / f"{name}.txt", tmp_path / "article.txt")
    article = library.read_article(tmp_path / "article.txt")
    text = library.draft(article, library.find_mentions(article), updated=date(2026, 1, 31))
    head = text[: text.index("\n\n", text.index("\ndeck:"))]
    memory = text.partition("\nproposed:")[2]
    assert memory.count("\n    ") > 8
    (tmp_path / "deck.yaml").write_text(f"{head}\nproposed:{memory}", encoding="utf-8")
    assert library.sync(tmp_path).new == ()


@pytest.mark.parametrize(
    "article",
    [
        pytest.param(ARTICLE.replace("siege of the", "long siege of the") + NEWS, id="a word more"),
        pytest.param(NEWS + "\n" + ARTICLE, id="another order"),
        pytest.param(
            ARTICLE + NEWS.replace("On 4 June 1701 Anna", "Then, on 4 June 1701, Anna"), id="Then"
        ),
        pytest.param(
            ARTICLE + NEWS.replace("4 June 1701 Anna", "Saturday 4 June 1701, Anna"), id="weekday"
        ),
        pytest.param(
            "\n\n".join(" ".join(part.split()) for part in (ARTICLE + NEWS).split("\n\n")),
            id="other lines",
        ),
        pytest.param(ARTICLE + NEWS + "Miss Holt, Anna, wept.\n", id="another form of a name"),
    ],
)
def test_what_was_deleted_is_known_in_an_article_that_was_touched_up(
    deck: Path, article: str
) -> None:
    tell(deck)
    library.sync(deck)
    without_todo(deck)
    (deck / "article.txt").write_text(article, encoding="utf-8")
    assert said(library.sync(deck).new) == set()


def test_what_is_ignored_is_not_proposed(tmp_path: Path) -> None:
    ignored = "ignore:\n  people: [Holt]\n  places: [Riga, Denmark]\n  quotations: [We teach]\n"
    folder = write_deck(tmp_path / "siege", DECK + ignored, ARTICLE + NEWS)
    assert {section for section, _ in said(library.sync(folder).new)} == {"events"}


def test_a_line_taken_out_of_the_memory_brings_its_fact_back(deck: Path) -> None:
    tell(deck)
    library.sync(deck)
    without_todo(deck)
    kept = [line for line in lines_of(text_of(deck)) if "  riga:" not in line]
    (deck / "deck.yaml").write_text("\n".join(kept), encoding="utf-8")
    assert said(library.sync(deck).new) == {("places", "Riga")}


def test_another_of_the_same_surname_is_somebody_new(deck: Path) -> None:
    tell(deck, "\nJohan Brandt, a smith of Riga, fled in May 1702. Brandt was never seen again.\n")
    assert ("people", "Johan Brandt") in said(library.sync(deck).new)


def test_who_was_renamed_by_the_author_is_still_himself(deck: Path) -> None:
    edit(deck, "    name: Elias Brandt\n    aliases: [Brandt]\n", "    name: The Mayor\n")
    edit(deck, "who: mayor who", "passage: [Brandt]\n    who: mayor who")
    tell(deck, "\n“The walls were old, and nobody would pay,” Elias Brandt told the king.\n")
    assert said(library.sync(deck).new) == {
        ("quotations", "The walls were old, and nobody would pay")
    }
    assert next(iter(todo_of(deck)["quotations"].values()))["speaker"] == "brandt"


# --- what is left alone --------------------------------------------------------------------------


def test_where_nothing_is_new_the_file_is_not_written(deck: Path, flashgen: Run) -> None:
    path = deck / "deck.yaml"
    os.utime(path, ns=(1, 1))
    before = path.stat()
    result = flashgen("sync", deck)
    assert result.output == f"{path}: nothing new\n"
    after = path.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_dry_run_shows_what_would_be_added(deck: Path, flashgen: Run) -> None:
    tell(deck)
    before = text_of(deck)
    shown = flashgen("sync", deck, "--dry-run").stdout
    assert text_of(deck) == before
    (count,) = re.findall(r": (\d+) to come under todo", shown.splitlines()[-1])
    entries = read(shown.rpartition("\n" + str(deck))[0])["todo"]
    library.sync(deck)
    for section, added in entries.items():
        assert todo_of(deck)[section].items() >= added.items()
    assert sum(map(len, entries.values())) == int(count) >= len(TOLD)


def test_a_deck_that_adds_quotations_by_itself_goes_on_doing_so(
    tmp_path: Path, flashgen: Run
) -> None:
    start, end = DECK.index("quotations:"), DECK.index("terms:")
    folder = write_deck(tmp_path / "siege", DECK[:start] + DECK[end:])
    notes = build_deck(folder).deck.notes
    assert "quotation" in {note.kind for note in notes}
    tell(folder)
    told = flashgen("sync", folder).stdout
    assert "the deck has 1 quotation by itself, so none is proposed; write them under" in told
    assert "quotations" not in todo_of(folder)
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    assert build_deck(folder).deck.notes == notes


def test_the_cards_are_the_same_before_and_after(deck: Path) -> None:
    tell(deck)
    before = build_deck(deck).deck
    library.sync(deck)
    assert build_deck(deck).deck == before


# --- what has gone -------------------------------------------------------------------------------


def test_vanished_evidence_is_reported_as_check_reports_it(deck: Path, flashgen: Run) -> None:
    article = ARTICLE.replace("The last bastion had fallen that morning, and the wall with it.", "")
    (deck / "article.txt").write_text(article, encoding="utf-8")
    before = text_of(deck)
    result = flashgen("sync", deck)
    checked = flashgen("check", deck).stderr.splitlines()
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [line for line in checked if "[unsupported]" in line]
    assert "fault: bastion: not found in the article" in result.stderr
    assert result.stdout == f"{deck / 'deck.yaml'}: nothing new, 1 vanished\n"
    assert text_of(deck) == before
    edit(deck, "juts out}", "juts out, allow: {unsupported: so be it}}")
    assert library.sync(deck).vanished == ()


def test_what_waits_and_has_gone_is_left_alone(deck: Path) -> None:
    (deck / "article.txt").write_text(ARTICLE.replace("of Denmark", "of the isles"))
    before = text_of(deck)
    made = library.sync(deck)
    assert (made.new, made.vanished, text_of(deck)) == ((), (), before)


# --- errors --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("name: Elias", "nmae: Elias", "unknown key"),
        ("terms:\n", "people:\n  x: {name: X}\nterms:\n", "the key stands twice"),
        ("updated: 2026-01-31", "updated:", "is empty; fill it in"),
        ("people:\n", "people: [\n", "not valid YAML"),
    ],
)
def test_a_deck_with_mistakes_is_not_touched(
    tmp_path: Path, flashgen: Run, old: str, new: str, message: str
) -> None:
    folder = write_deck(tmp_path / "siege", swapped(old, new))
    result = flashgen("sync", folder)
    assert result.exit_code == 1
    assert message in result.stderr
    assert result.stdout == ""
    assert text_of(folder) == swapped(old, new)


def test_a_todo_that_cannot_be_added_to_is_refused(tmp_path: Path, flashgen: Run) -> None:
    text = swapped("events:\n", "events: &fall\n") + "todo:\n  events: *fall\n"
    folder = write_deck(tmp_path / "siege", text)
    result = flashgen("sync", folder)
    assert (result.exit_code, result.stdout, text_of(folder)) == (1, "", text)
    assert result.stderr == (
        f"{folder / 'deck.yaml'}:26: todo: cannot be added to as it is written; "
        "write its sections and entries on lines of their own\n"
    )


def test_all_decks_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flashgen: Run) -> None:
    monkeypatch.chdir(tmp_path)
    one, other = (write_deck(Path("decks") / name) for name in ("one", "other"))
    edit(other, "name: Elias", "nmae: Elias")
    before = text_of(one)
    assert flashgen("sync").exit_code == 1
    assert text_of(one) == before
    edit(other, "nmae: Elias", "name: Elias")
    assert flashgen("sync", "-q").output == ""
    assert flashgen("sync").stdout.count("nothing new") == 2


def test_the_schema_of_another_version_is_renewed(tmp_path: Path, flashgen: Run) -> None:
    """And one that is not there, or is the author's own, stays as it is."""
    folder = write_deck(tmp_path / "siege")
    library.sync(folder)
    schema = folder / "deck.schema.json"
    before = text_of(folder)
    assert not schema.exists()
    schema.write_text('{"title": "deck.yaml of flashgen"}')
    would = flashgen("sync", folder, "--dry-run").stdout
    assert would.splitlines()[0] == f"{schema}: to be renewed"
    assert schema.read_text() == '{"title": "deck.yaml of flashgen"}'
    assert flashgen("sync", folder).stdout.splitlines()[0] == f"{schema}: renewed"
    assert schema.read_text() == schema_text()
    assert text_of(folder) == before
    assert "renewed" not in flashgen("sync", folder).stdout
    schema.write_text("{}")
    assert "renewed" not in flashgen("sync", folder).stdout
    assert schema.read_text() == "{}"


def test_what_the_author_saved_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    folder = write_deck(tmp_path / "siege")
    made = to_sync(folder)
    edit(folder, "Elias Brandt", "Elias P. Brandt")
    before = text_of(folder)
    with pytest.raises(InputError, match=r"deck\.yaml: was changed meanwhile; sync it again"):
        write_sync(made)
    assert text_of(folder) == before


def test_of_two_that_write_one_waits(tmp_path: Path) -> None:
    """Else what one wrote, the other one would write over unseen."""
    folder = write_deck(tmp_path / "siege")
    path, made = folder / "deck.yaml", to_sync(folder)
    with ThreadPoolExecutor() as executor:
        with locked(path):
            other = executor.submit(write_sync, made)
            assert not wait([other], timeout=0.5).done
            path.write_text(swapped("Elias Brandt", "Elias von Brandt"), encoding="utf-8")
        with pytest.raises(InputError, match="was changed meanwhile; sync it again"):
            other.result()
    assert "Elias von Brandt" in text_of(folder)


def test_a_failure_in_writing_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_deck(tmp_path / "siege")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError, match="No space left on device"):
        library.sync(folder)
    assert text_of(folder) == DECK
    assert {path.name for path in folder.iterdir()} == {"deck.yaml", "article.txt"}


# --- whatever the file looks like ----------------------------------------------------------------

# The sections of the small deck, each in layouts that say the same.
LAYOUTS = {
    "deck": (
        DECK[: DECK.index("people:")],
        "deck: {id: siege, name: The Siege,\n  topic: A town and its walls, updated: 2026-01-31}\n",
    ),
    "people": (
        DECK[DECK.index("people:") : DECK.index("events:")],
        "'people':\n      \"brandt\":   # the mayor\n        name: &n Elias\n          Brandt\n\n"
        "        aliases:\n        - Brandt\n        who: >-\n          mayor who gave up\n\n"
        "          the keys\n",
        "people: {brandt: {name: Elias Brandt, # him\n  aliases: [Brandt]}}\n",
    ),
    "events": (
        DECK[DECK.index("events:") : DECK.index("places:")],
        "events:\n surrender:\n  what: |\n   The keys were\n\n   handed over.\n\n"
        "  date: {julian: 1700-02-29,\n   gregorian: 1700-03-11}\n # more to come?\n",
    ),
    "places": (
        DECK[DECK.index("places:") : DECK.index("quotations:")],
        "places:\n\n    sea-gate:\n        kind: 'building'\n        name: Sea Gate\n",
    ),
    "quotations": (
        DECK[DECK.index("quotations:") : DECK.index("terms:")],
        'quotations:\n  take-them: {text: "Take them\n    and spare \\\n    the town.", '
        "speaker: brandt}\n",
    ),
    "terms": (
        DECK[DECK.index("terms:") :],
        "terms:\n  bastion:\n    term: bastion\n    meaning: x\n",
    ),
    "todo": (
        "",
        "todo:\n",
        "todo: {}\n",
        "todo:\n    places:\n      # where from?\n      denmark: {name: Denmark}\n    # so much\n",
        "todo:\n  events:\n   a: {date: 1700-05-03, passage: [siege]}\n  people: # none\n",
    ),
    "proposed": ("", "proposed:\n   places:\n       jutland: {name: Jutland}\n", "proposed: ~\n"),
}
REMARKS = ("", "", "\n", "# a remark\n", "  # a deep one:\t- x\n", "\n\n# one\n\n# two\n")


@st.composite
def decks(draw: st.DrawFn) -> bytes:
    """The small deck in any layout."""
    text = draw(st.sampled_from(("", "# head\n\n", "---\n")))
    for section in draw(st.permutations(sorted(LAYOUTS))):
        text += draw(st.sampled_from(LAYOUTS[section])) + draw(st.sampled_from(REMARKS))
    text += draw(st.sampled_from(("", "...\n", "# vim: ts=2")))
    if draw(st.booleans()):
        text = text.rstrip("\n")
    text = text.replace("\n", draw(st.sampled_from(("\n", "\r\n"))))
    return (draw(st.sampled_from(("", "\ufeff"))) + text).encode()


def sections_of(folder: Path) -> Any:
    data = read(text_of(folder))
    return [(key, value) for key, value in data.items() if key not in ("todo", "proposed")]


@pytest.mark.slow
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(data=decks(), drawn=st.data())
def test_any_deck_yaml_stays_what_it_is(
    data: bytes, drawn: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = write_deck(tmp_path_factory.mktemp("any") / "siege")
    path = folder / "deck.yaml"
    path.write_bytes(data)
    before, facts, sections = text_of(folder), curated(folder), sections_of(folder)
    library.sync(folder)
    once = path.read_bytes()
    kept = before
    for empty in ("todo: {}", "proposed: ~"):
        kept = kept.replace(empty, empty[: empty.index(":") + 1])
    assert_only_more(kept, text_of(folder))
    assert (curated(folder), sections_of(folder)) == (facts, sections)
    assert {"denmark"} <= set(todo_of(folder)["places"])

    os.utime(path, ns=(1, 1))
    assert library.sync(folder).new == ()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (once, 1)

    tell(folder)
    assert said(library.sync(folder).new) == TOLD
    assert_only_more(once.decode(), text_of(folder))
    assert (curated(folder), sections_of(folder)) == (facts, sections)
    assert library.sync(folder).new == ()

    left = read(text_of(folder))
    for within in (left["todo"], left):
        for section in ("events", "places", "quotations", "terms"):
            for key in list(within.get(section) or ()):
                if drawn.draw(st.booleans()):
                    del within[section][key]
    path.write_text(yaml.safe_dump(left, allow_unicode=True, sort_keys=False), encoding="utf-8")
    assert library.sync(folder).new == ()
