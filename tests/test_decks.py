"""Every deck that ships, and what the second one proves: two calendars, two New Years."""

import re
import sqlite3
import zipfile
from pathlib import Path

import pytest
from anki.collection import Collection

from flashgen import diff
from flashgen.deck.kinds import Quotation
from flashgen.note_types.language import parse
from flashgen.note_types.shown import visible_text
from flashgen.package import write_package
from flashgen.pipeline import Build, build_deck
from tests.conftest import ROOT, import_package

DECKS = sorted(path.parent for path in (ROOT / "decks").glob("*/deck.yaml"))
by_name = pytest.mark.parametrize("folder", DECKS, ids=lambda folder: folder.name)


@pytest.fixture(scope="module")
def revolution() -> Build:
    """The Glorious Revolution, made from its article."""
    return build_deck(ROOT / "decks" / "glorious-revolution")


def back(build: Build, key: str, card: str) -> str:
    """What a learner reads on the back of an event's card."""
    (note,) = (n for n in build.deck.notes if (n.kind, n.key) == ("event", key))
    (template,) = (t for t in build.note_types["event"].cards_of(note) if t.name == card)
    fields = {**note.fields, "FrontSide": ""}
    return re.sub(r"\s+", " ", visible_text(parse(template.back), fields))


@by_name
def test_a_deck_that_ships_has_nothing_to_mend(folder: Path) -> None:
    made = build_deck(folder)
    assert made.faults == ()
    assert made.resolution.problems == ()
    assert made.resolution.uncurated == {"people": (), "places": ()}


@by_name
def test_anki_makes_the_cards_of_a_deck_that_ships(
    folder: Path, tmp_path: Path, collection: Collection
) -> None:
    made = build_deck(folder)
    write_package(made.deck, made.note_types, tmp_path / "deck.apkg")
    assert import_package(collection, tmp_path / "deck.apkg") == len(made.deck.notes)
    assert collection.card_count() == made.cards.total()
    for card_id in collection.find_cards("deck:*"):
        card = collection.get_card(card_id)
        assert "has a problem" not in card.question() + card.answer()


def test_a_day_in_england_stands_in_both_calendars(revolution: Build) -> None:
    landing = back(revolution, "landing", "When")
    assert "Old Style (Julian) 5 November 1688" in landing
    assert "New Style (Gregorian) 15 November 1688" in landing


def test_a_day_on_the_rhine_stands_between_days_in_england_as_both_counted_it(
    revolution: Build,
) -> None:
    """Nobody is asked for it: it is on the line of events, beside what came before it."""
    assert "later 17/27 September 1688" in back(revolution, "acquittal", "When")


def test_a_day_before_lady_day_is_in_the_year_that_began_in_january(revolution: Build) -> None:
    offered = back(revolution, "crown-offered", "When")
    assert "New Style (Gregorian) 23 February 1689" in offered
    assert "13 February 1688/9" in offered  # the remark: what an Englishman wrote


def test_every_quotation_says_where_it_stands_and_stands_in_the_article(revolution: Build) -> None:
    article = " ".join(revolution.article.text.split())
    for quotation in revolution.curation.of(Quotation):
        assert quotation.cite, quotation.key
        assert " ".join(quotation.text.split()) in article, quotation.key


@by_name
def test_the_package_that_lies_beside_a_deck_is_the_one_that_it_makes(
    folder: Path, tmp_path: Path
) -> None:
    """What a learner downloads is what its author's files say, to the last note."""
    made = build_deck(folder)
    assert made.record == made.last, f"flashgen release {folder} -o {folder}/{folder.name}.apkg"
    write_package(made.deck, made.note_types, tmp_path / "deck.apkg")
    assert contents(tmp_path / "deck.apkg") == contents(folder / f"{folder.name}.apkg")


@by_name
def test_a_deck_and_its_package_hold_the_same(folder: Path) -> None:
    assert not diff(folder / f"{folder.name}.apkg", folder)


def contents(package: Path) -> dict[str, object]:
    """What is in a package: its bytes differ with the versions of zlib and of SQLite alone."""
    found: dict[str, object] = {}
    with zipfile.ZipFile(package) as archive, sqlite3.connect(":memory:") as database:
        for name in archive.namelist():
            found[name] = archive.read(name)
        database.deserialize(archive.read("collection.anki2"))
        found["collection.anki2"] = list(database.iterdump())
    return found
