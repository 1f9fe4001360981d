"""The text file: real Anki takes from it what has changed, and leaves the learner's own alone."""

import csv
import re
import shutil
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
import yaml
from anki.cards import Card
from anki.collection import CsvMetadata, ImportCsvRequest
from anki.consts import CARD_TYPE_NEW, CARD_TYPE_REV, QUEUE_TYPE_NEW
from click.testing import Result

from flashgen.note_types import builtin_templates
from flashgen.notes.identity import note_guid
from flashgen.package import write_package
from flashgen.pipeline import build_deck
from flashgen.text_import import as_text_import
from tests.releases.author import FIRST, SECOND, STUDIED, THIRD, Release, edit, released
from tests.releases.learner import Belongings, Counts, Learner
from tests.small_deck import DECK, write_deck

Run = Callable[..., Result]
NAME = "The Siege"
TERMS = """\
  moat: {term: moat, meaning: water around a wall, literally: a mound, cite: a dictionary}
  ravelin: {term: ravelin, meaning: work before a gate, cite: a dictionary, ask: [meaning]}
  glacis: {term: glacis, meaning: slope before a wall, cite: a dictionary}
"""
SALLY = "  sally: {term: sally, meaning: way out, cite: a dictionary, tags: [gates]}\n"
# What learners of the first release have, and what the second one changes of it.
CHANGED = ("term/bastion", "term/moat", "term/ravelin")


def change(deck: Path) -> None:
    """Reword a fact, empty a field, ask more, add a fact."""
    edit(deck,
         "part of a wall that juts out", "part of a wall that stands out",
         "literally: a mound, ", "",
         "cite: a dictionary, ask: [meaning]}", "cite: a dictionary, ask: [meaning, term]}",
         "  glacis:", f"{SALLY}  glacis:")  # fmt: skip


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Release:
    folder = tmp_path_factory.mktemp("first")
    return released(write_deck(folder / "siege", DECK + TERMS), folder, FIRST)


@pytest.fixture(scope="module")
def studied(first: Release, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The collection of somebody who has studied the first release, and made it their own."""
    path = tmp_path_factory.mktemp("studied") / "collection.anki2"
    learner = Learner(path, first.guids)
    learner.imports(first.package)
    learner.studies(NAME, days=4)
    collection = learner.collection
    for label in ("term/bastion", "term/ravelin", "place/sea-gate"):
        learner.edits(label, {"My notes": f"mine: {label}, “<b>seen</b>”"})
        learner.tags(label, "leech marked")
    moved = [*learner.cards("term/moat").values(), *learner.cards("term/glacis").values()]
    moved.append(learner.cards("term/ravelin")["Meaning"])
    collection.set_deck([card.id for card in moved], collection.decks.id("Hard ones"))
    collection.sched.suspend_cards([learner.cards("term/bastion")["Term"].id])
    collection.set_user_flag_for_cards(3, [learner.cards("term/moat")["Meaning"].id])
    learner.did_so_at(STUDIED, not_after=THIRD)
    assert {CARD_TYPE_REV} <= {card.type for card in moved}
    assert len(learner.has().reviews) > len(learner.has().cards)
    collection.close()
    return path


@pytest.fixture
def learner(studied: Path, first: Release, tmp_path: Path) -> Iterator[Learner]:
    shutil.copy(studied, tmp_path / "learner.anki2")
    made = Learner(tmp_path / "learner.anki2", first.guids)
    yield made
    made.collection.close()


@pytest.fixture
def newcomer(first: Release, tmp_path: Path) -> Iterator[Learner]:
    """Somebody with an empty collection, who after an import has what the package holds."""
    made = Learner(tmp_path / "newcomer.anki2", first.guids)
    yield made
    made.collection.close()


def text_of(deck: Path, run: Run, *options: str) -> Path:
    """The text file of a deck, written beside it."""
    path = deck.parent / "deck.tsv"
    result = run("build", deck, "--format", "tsv", "-o", path, "-q", *options)
    assert (result.exit_code, result.stderr) == (0, "")
    return path


def imports_text(learner: Learner, path: Path) -> Counts:
    """Import a text file as Anki's window does: with all that Anki reads from the file itself."""
    collection = learner.collection
    metadata = collection.get_csv_metadata(str(path), None)
    log = collection.import_csv(ImportCsvRequest(path=str(path), metadata=metadata)).log
    counts = Counts(*(len(getattr(log, fate)) for fate in Counts._fields))
    assert sum(counts) == log.found_notes, "a note met another fate"
    learner.reopens()
    return counts


def untouched(has: Belongings, before: Belongings, *changed: str) -> Belongings:
    """What somebody has of what they had before, without the notes of these GUIDs.

    Nor the settings: Anki keeps there how to import, and the position of the next new card.
    """
    return replace(
        has,
        settings={},
        cards={id_: has.cards[id_] for id_ in before.cards},
        notes={guid: has.notes[guid] for guid in before.notes.keys() - set(changed)},
    )


def fields(learner: Learner, label: str) -> dict[str, str]:
    return dict(learner.note(label).items())


def deck_of(learner: Learner, card: Card) -> str:
    return str(learner.collection.decks.name(card.did))


# --- the promise ---------------------------------------------------------------------------------


@pytest.mark.parametrize("draft", [False, True], ids=["release", "draft"])
@pytest.mark.parametrize("options", [(), ("--since", "1")], ids=["by-default", "since"])
def test_what_has_changed_arrives_and_what_is_the_learners_stays(
    *,
    options: tuple[str, ...],
    draft: bool,
    first: Release,
    learner: Learner,
    newcomer: Learner,
    flashgen: Run,
    tmp_path: Path,
) -> None:
    new = released(first.deck, tmp_path, SECOND, change, draft=draft)
    sally = note_guid("siege", "term", "sally")
    learner.guids = newcomer.guids = {**first.guids, "term/sally": sally}
    newcomer.imports(new.package)
    before = learner.has()
    own = {label: (learner.note(label)["My notes"], learner.note(label).tags) for label in CHANGED}
    text = text_of(new.deck, flashgen, *options)

    assert imports_text(learner, text) == Counts(new=1, updated=len(CHANGED))
    after = learner.has()

    corrected = {first.guids[label] for label in CHANGED}
    assert untouched(after, before, *corrected) == untouched(before, before, *corrected)
    for label in CHANGED:
        notes, tags = own[label]
        assert fields(learner, label) == {**fields(newcomer, label), "My notes": notes}
        assert learner.note(label).tags == tags
    assert "stands out" in learner.sees("term/bastion")
    assert "mine: term/bastion" in learner.sees("term/bastion")
    assert learner.note("term/moat")["Literally"] == ""
    assert own["term/bastion"][1] == ["leech", "marked", "siege::release::1", "siege::terms"]

    come = {id_ for id_ in after.cards if id_ not in before.cards}
    grown, *of_sally = learner.cards("term/ravelin")["Term"], *learner.cards("term/sally").values()
    assert come == {card.id for card in (grown, *of_sally)}
    for card in (grown, *of_sally):
        assert (card.type, card.queue, card.reps) == (CARD_TYPE_NEW, QUEUE_TYPE_NEW, 0)
    assert fields(learner, "term/sally") == fields(newcomer, "term/sally")
    assert learner.note("term/sally").tags == newcomer.note("term/sally").tags
    assert {"siege::terms", "siege::gates"} <= set(learner.note("term/sally").tags)
    assert learner.cards("term/sally").keys() == {"Meaning", "Term"}
    assert {deck_of(learner, card) for card in of_sally} == {f"{NAME}::Terms"}
    assert deck_of(learner, grown) == "Hard ones"  # beside the one that the learner moved there

    assert imports_text(learner, text) == Counts(duplicate=1 + len(CHANGED))
    assert learner.has() == after


def test_a_new_note_keeps_what_the_learner_wrote_when_the_text_comes_again(
    first: Release, learner: Learner, flashgen: Run, tmp_path: Path
) -> None:
    new = released(first.deck, tmp_path, SECOND, change)
    text = text_of(new.deck, flashgen)
    imports_text(learner, text)
    learner.guids = new.guids
    learner.edits("term/sally", {"My notes": "mine"})
    before = learner.has()
    imports_text(learner, text)
    assert learner.has() == before


def test_the_next_package_finds_what_the_text_brought(
    first: Release, learner: Learner, flashgen: Run, tmp_path: Path
) -> None:
    """The notes are the same ones, with nothing to do."""
    new = released(first.deck, tmp_path, SECOND, change)
    imports_text(learner, text_of(new.deck, flashgen))
    before = learner.has()
    assert learner.imports(new.package) == Counts(duplicate=len(first.guids) + 1)
    after = learner.has()
    assert (after.notes, after.cards) == (before.notes, before.cards)


def test_it_updates_whatever_the_learner_chose_for_another_text(
    first: Release, learner: Learner, flashgen: Run, tmp_path: Path
) -> None:
    """Anki's window remembers: leave existing notes alone, and look for them in one deck only."""
    other = tmp_path / "other.txt"
    other.write_text("front\tback\n", encoding="utf-8")
    metadata = learner.collection.get_csv_metadata(str(other), None)
    metadata.dupe_resolution = CsvMetadata.PRESERVE
    metadata.match_scope = CsvMetadata.NOTETYPE_AND_DECK
    learner.collection.import_csv(ImportCsvRequest(path=str(other), metadata=metadata))
    assert learner.collection.get_csv_metadata(str(other), None).dupe_resolution == 1
    new = released(first.deck, tmp_path, SECOND, change)
    text = text_of(new.deck, flashgen, "--since", "1")
    assert imports_text(learner, text) == Counts(new=1, updated=len(CHANGED))


@pytest.mark.parametrize("who", ["learner", "author"])
def test_a_note_type_may_have_another_name(
    who: str, first: Release, learner: Learner, flashgen: Run, tmp_path: Path
) -> None:
    """Anki knows it by its id, and so does the text; a text changes no note type."""
    if who == "learner":
        models = learner.collection.models
        kind = models.by_name("flashgen Term")
        kind["name"] = "Words"
        models.update_dict(kind)
        new = released(first.deck, tmp_path, SECOND, change)
    else:

        def rename(deck: Path) -> None:
            (deck / "templates" / "term").mkdir(parents=True)
            built_in = (builtin_templates() / "term" / "note-type.yaml").read_text("utf-8")
            file = deck / "templates" / "term" / "note-type.yaml"
            file.write_text(built_in.replace("name: flashgen Term", "name: Words"), "utf-8")

        new = released(first.deck, tmp_path, SECOND, change, rename)
    text = text_of(new.deck, flashgen, "--since", "1")
    assert imports_text(learner, text) == Counts(new=1, updated=len(CHANGED))


# --- which notes ---------------------------------------------------------------------------------


def rows(text: Path) -> set[str]:
    """The GUIDs in a text file, as another program reads it."""
    with text.open(encoding="utf-8", newline="") as file:
        table = csv.reader((line for line in file if line[0] != "#"), dialect="excel-tab")
        return {guid for _, guid, *_ in table}


def test_since_holds_only_what_has_changed_after_that_release(
    first: Release, flashgen: Run, tmp_path: Path
) -> None:
    second = released(first.deck, tmp_path / "2", SECOND, change)
    third = released(
        second.deck, tmp_path / "3", THIRD, lambda deck: edit(deck, "slope before", "bank before")
    )
    sally = second.guids["term/sally"]
    glacis = first.guids["term/glacis"]
    changed = {first.guids[label] for label in CHANGED}
    assert rows(text_of(third.deck, flashgen, "--since", "1")) == {glacis, sally, *changed}
    assert rows(text_of(third.deck, flashgen, "--since", "2")) == {glacis}
    assert rows(text_of(third.deck, flashgen)) == {glacis}


@pytest.mark.parametrize(
    ("since", "line"),
    [
        ("spring", "--since: no release 'spring'; known are 1"),
        (
            "1",
            "--since: nothing has changed after release '1'; name the one that learners have",
        ),
    ],
    ids=["unknown", "nothing-new"],
)
def test_a_file_that_anki_would_refuse_is_not_written(
    since: str, line: str, first: Release, flashgen: Run, tmp_path: Path
) -> None:
    """Anki says of a text without notes that it is empty."""
    path = tmp_path / "deck.tsv"
    result = flashgen("build", first.deck, "--format", "tsv", "--since", since, "-o", path)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"{line}\n")
    assert not path.exists()


def test_without_a_release_changes_arrive_and_nobody_loses_tags(
    newcomer: Learner, flashgen: Run, tmp_path: Path
) -> None:
    """Nobody knows then who has which note; so a new note comes without tags."""
    deck = write_deck(tmp_path / "siege", DECK + TERMS)
    built = flashgen("build", deck, "-o", tmp_path / "draft.apkg")
    assert built.exit_code == 0
    newcomer.imports(tmp_path / "draft.apkg")
    newcomer.edits("term/bastion", {"My notes": "mine"})
    newcomer.tags("term/bastion", "leech")
    before = newcomer.has()
    change(deck)
    counts = imports_text(newcomer, text_of(deck, flashgen))
    assert counts == Counts(new=1, updated=len(CHANGED), duplicate=len(before.notes) - len(CHANGED))
    assert "stands out" in newcomer.sees("term/bastion")
    assert newcomer.note("term/bastion")["My notes"] == "mine"
    assert newcomer.note("term/bastion").tags == ["leech", "siege::terms"]
    newcomer.guids = {"term/sally": note_guid("siege", "term", "sally")}
    assert newcomer.cards("term/sally").keys() == {"Meaning", "Term"}


# --- awkward text --------------------------------------------------------------------------------

AWKWARD = (
    "#separator:comma",
    '"in quotes"',
    'a " in the middle',
    "“both” ‘kinds’ «and» „more“",
    "a\ttab; a, comma | and: colons",
    r"back\slash, \n, \t and \\",
    "<b>bold</b> & &amp; <br> <img src=a.png>",
    "{{c1::gap}} {{Term}} [sound:a.mp3] [$]x[/$] \\(y\\)",
    "Кошмар, по-русски",
    "南京大屠殺 ナンキン",
    "a\u2028line\u2029break\u0085or\u000btwo",
    "e\u0301 as two, \u212b as one",
    "\ufeffa mark, \u200bnothing, \u202eturned",
    "👩‍👩‍👧 𝔘",
    "=1+1",
    "-",
    "NULL",
)


def test_awkward_text_arrives_as_the_package_brings_it(
    first: Release, learner: Learner, newcomer: Learner, flashgen: Run, tmp_path: Path
) -> None:
    keys = [f"awkward-{number}" for number in range(len(AWKWARD))]
    hash_first = next(
        key for n in count() if note_guid("siege", "term", key := f"hash-{n}").startswith("#")
    )
    words = dict(zip((*keys, hash_first), (*AWKWARD, "#"), strict=True))

    def add(deck: Path) -> None:
        facts = {
            key: {
                "term": f"{text} {key}",
                "meaning": text,
                "cite": text,
                "allow": {"answer-on-front": "only the text matters here"},
            }
            for key, text in words.items()
        }
        terms = textwrap.indent(yaml.safe_dump(facts, allow_unicode=False), "  ")
        article = '“It is \t#1: a \\ <b>«кошмар»</b> \u2028of "them",” said Brandt 南京.\n'
        edit(deck, "terms:\n", f"terms:\n{terms}")
        edit(deck, "The last bastion had", f"{article}The last bastion, \t\"so\", had",
             file="article.txt")  # fmt: skip

    new = released(first.deck, tmp_path, SECOND, add)
    learner.guids = newcomer.guids = new.guids
    newcomer.imports(new.package)
    imports_text(learner, text_of(new.deck, flashgen))
    for label in new.guids:
        notes = learner.note(label)["My notes"]
        assert fields(learner, label) == {**fields(newcomer, label), "My notes": notes}, label
    # Not that both lose the same.
    told = {learner.note(f"term/{key}")["Meaning"] for key in words}
    assert told >= {
        "#separator:comma",
        '"in quotes"',
        r"back\slash, \n, \t and \\",
        "&lt;b&gt;bold&lt;/b&gt; &amp; &amp;amp; &lt;br&gt; &lt;img src=a.png&gt;",
        "Кошмар, по-русски",
        "南京大屠殺 ナンキン",
        "é as two, Å as one",
        "👩\u200d👩\u200d👧 𝔘",
        "=1+1",
        "NULL",
        "#",
    }
    assert 'The last bastion, "so", had' in learner.note("term/bastion")["Source"]


def test_tabs_and_line_breaks_within_a_field_arrive(
    first: Release, learner: Learner, newcomer: Learner, tmp_path: Path
) -> None:
    """Tabs and line breaks: no field of a deck has any today, but the format takes them."""
    made = build_deck(first.deck)
    raw = '#a\tb\nc\n\n"d"\n#f\t""\n"#separator:comma\n'
    # Anki drops a carriage return; what stands behind it must not be lost with it.
    texts = {"Context": raw[::-1], "Hint": raw, "Topic": "one\rtwo", "Remark": raw}
    notes = tuple(
        replace(note, fields={**note.fields, **texts}, modified=SECOND) for note in made.deck.notes
    )
    deck = replace(made.deck, notes=notes)
    (tmp_path / "deck.tsv").write_bytes(
        as_text_import(deck, made.note_types, made.record).text.encode("utf-8")
    )
    write_package(deck, made.note_types, tmp_path / "deck.apkg")
    newcomer.imports(tmp_path / "deck.apkg")
    assert imports_text(learner, tmp_path / "deck.tsv") == Counts(updated=len(notes))
    for label in first.guids:
        for name in ("Context", "Hint", "Remark"):
            assert learner.note(label)[name] == newcomer.note(label)[name] == texts[name]


def test_notes_of_the_same_name_stay_two(
    first: Release, learner: Learner, flashgen: Run, tmp_path: Path
) -> None:
    """Anki takes notes with the same first field for one, but where the file has their GUIDs."""
    twin = "  twin: {term: bastion, meaning: a stronghold, context: a figure, cite: a dictionary}\n"
    new = released(
        first.deck, tmp_path, SECOND, lambda deck: edit(deck, "  moat:", f"{twin}  moat:")
    )
    assert imports_text(learner, text_of(new.deck, flashgen, "--since", "1")) == Counts(new=1)
    learner.guids = new.guids
    assert learner.note("term/bastion")["Meaning"] == "part of a wall that juts out"
    assert learner.note("term/twin")["Meaning"] == "a stronghold"


# --- note types of different lengths --------------------------------------------------------------


def test_a_shorter_note_type_loses_nothing_of_the_learners(
    newcomer: Learner, flashgen: Run, tmp_path: Path
) -> None:
    """Its new notes come without tags: the column of tags lies behind its 'My notes'."""

    def shorten(deck: Path) -> None:
        built_in = (builtin_templates() / "term" / "note-type.yaml").read_text("utf-8")
        shorter = re.sub(r"  - Spare \d+\n", "", built_in)
        assert shorter.count("\n") < built_in.count("\n") - 10
        (deck / "templates" / "term").mkdir(parents=True)
        (deck / "templates" / "term" / "note-type.yaml").write_text(shorter, "utf-8")

    deck = write_deck(tmp_path / "siege", DECK + TERMS)
    old = released(deck, tmp_path / "1", FIRST, shorten)
    gate = "  gate: {name: Gate, kind: building, what: way out, cite: a map}\n"
    new = released(
        old.deck,
        tmp_path / "2",
        SECOND,
        change,
        lambda deck: edit(deck, "places:\n", f"places:\n{gate}"),
    )
    newcomer.imports(old.package)
    newcomer.guids = new.guids
    for label in ("term/bastion", "term/glacis", "place/sea-gate"):
        newcomer.edits(label, {"My notes": "mine"})
        newcomer.tags(label, "leech")
    before = newcomer.has()
    text = text_of(new.deck, flashgen)
    assert imports_text(newcomer, text) == Counts(new=2, updated=len(CHANGED))
    changed = [new.guids[label] for label in CHANGED]
    assert untouched(newcomer.has(), before, *changed) == untouched(before, before, *changed)
    assert newcomer.note("term/bastion")["My notes"] == "mine"
    assert newcomer.note("term/bastion").tags == ["leech", "siege::release::1", "siege::terms"]
    assert "stands out" in newcomer.sees("term/bastion")
    assert newcomer.note("place/gate").tags == ["siege::places", "siege::release::2"]
    assert newcomer.cards("term/sally").keys() == {"Meaning", "Term"}
    assert newcomer.note("term/sally")["My notes"] == ""
    newcomer.edits("term/sally", {"My notes": "mine"})
    before = newcomer.has()
    assert imports_text(newcomer, text) == Counts(duplicate=2 + len(CHANGED))
    assert newcomer.has() == before
