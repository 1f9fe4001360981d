"""The shipped deck, as a learner gets it: in real Anki, from either article."""

import html
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from anki.collection import Card, Collection, ImportAnkiPackageRequest

from flashgen.deck.kinds import Event, Quotation
from flashgen.note_types import load_note_types
from flashgen.pipeline import Build, build_deck
from tests.conftest import DECK, import_package

SECTIONS = {
    "people": "flashgen Person",
    "events": "flashgen Event",
    "places": "flashgen Place",
    "quotations": "flashgen Quotation",
    "terms": "flashgen Term",
}


@pytest.fixture(scope="module")
def anki(october_package: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    """A collection of real Anki that has imported the deck and its options."""
    collection = Collection(str(tmp_path_factory.mktemp("anki") / "collection.anki2"))
    options = collection._backend.get_import_anki_package_presets()
    options.with_deck_configs = True
    collection.import_anki_package(
        ImportAnkiPackageRequest(package_path=str(october_package), options=options)
    )
    yield collection
    collection.close()


@pytest.fixture(scope="module")
def from_source_article(shared: Path) -> Build:
    """The deck built from the article that a user brings."""
    return build_deck(DECK, shared / "article.txt")


@pytest.fixture(params=["article.md", "article.txt"])
def either(request: pytest.FixtureRequest) -> Build:
    """The deck from its own article, and from the one that a user brings."""
    name = {"article.md": "october", "article.txt": "from_source_article"}[request.param]
    built = request.getfixturevalue(name)
    assert isinstance(built, Build)
    return built


def cards(anki: Collection, query: str = "deck:*", order: bool | str = False) -> list[Card]:
    return [anki.get_card(card_id) for card_id in anki.find_cards(query, order=order)]


def read(rendered: str) -> str:
    """What one reads of a card's HTML."""
    without_style = re.sub(r"<style>.*?</style>", "", rendered, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", without_style)).split())


def test_anki_takes_every_fact_of_the_file(anki: Collection) -> None:
    facts = yaml.safe_load((DECK / "deck.yaml").read_text(encoding="utf-8"))
    expected = {name: len(facts[section]) for section, name in SECTIONS.items()}
    found = Counter(card.note_type()["name"] for card in cards(anki) if card.ord >= 0)
    notes = {name: anki.find_notes(f'note:"{name}"') for name in SECTIONS.values()}
    assert {name: len(ids) for name, ids in notes.items()} == expected
    assert all(found[name] >= expected[name] for name in expected)


def test_the_summary_counts_as_anki_does(anki: Collection, october: Build) -> None:
    found = Counter(
        card.note_type()["name"].removeprefix("flashgen ").lower() for card in cards(anki)
    )
    assert october.cards == found


def test_every_card_reads_on_both_sides(anki: Collection) -> None:
    answers = {
        (note_type.name, template.name): template.answer
        for note_type in load_note_types().values()
        for template in note_type.cards
    }
    for card in cards(anki):
        front, back = read(card.question()), read(card.answer())
        template = card.note_type()["name"], card.template()["name"]
        answer = read(card.note()[answers[template]])
        where = f"{template}: {front}"
        assert len(front.split()) > 5, where  # the topic, the question, and what it is about
        assert answer, where
        assert answer in back, where
        assert answer not in front, where
        assert "{{" not in front + back, where
        assert "has a problem" not in front + back, where
        assert "Source" in back, where


def test_importing_without_any_option_works_as_well(
    collection: Collection, october_package: Path, october: Build
) -> None:
    assert import_package(collection, october_package) == len(october.deck.notes)
    assert collection.card_count() == october.cards.total()


def test_facts_are_asked_both_ways(anki: Collection) -> None:
    """Names from descriptions and back, events from dates and back, words and speakers."""
    asked = Counter((c.note_type()["name"], c.template()["name"]) for c in cards(anki))
    for both in (
        {("flashgen Person", "Name"), ("flashgen Person", "Description")},
        {("flashgen Event", "When"), ("flashgen Event", "What")},
        {("flashgen Event", "New Style"), ("flashgen Event", "Old Style")},
        {("flashgen Place", "Name"), ("flashgen Place", "Description")},
        {("flashgen Quotation", "Speaker"), ("flashgen Quotation", "Missing words")},
        {("flashgen Term", "Term"), ("flashgen Term", "Meaning")},
    ):
        assert all(asked[way] for way in both), both


def test_one_deck_with_a_description_and_a_subdeck_for_each_kind(anki: Collection) -> None:
    names = {deck.name: deck.id for deck in anki.decks.all_names_and_ids()}
    kinds = {"People", "Events", "Places", "Quotations", "Terms"}
    assert set(names) - {"Default"} == {"October 1917"} | {f"October 1917::{k}" for k in kinds}
    assert "both calendars" in anki.decks.get(names["October 1917"])["desc"]
    assert set(anki.tags.all()) >= {f"october-1917::{kind.lower()}" for kind in kinds}


def test_new_cards_come_in_the_order_of_the_story(anki: Collection) -> None:
    """With the options of the package: kinds mixed, one card of a note a day."""
    deck = anki.decks.id_for_name("October 1917")
    assert deck is not None
    anki.decks.select(deck)
    queue = [anki.get_card(c.card.id) for c in anki.sched.get_queued_cards(fetch_limit=20).cards]
    assert len({card.note_type()["name"] for card in queue}) >= 4
    assert len({card.nid for card in queue}) == 20
    positions = [card.due for card in queue]
    assert positions == sorted(positions)
    story = [c.note()["Event"] for c in cards(anki, '"note:flashgen Event"', order="c.due")]
    told = ["Great War", "abdicated", "agree to the overthrow", "huge crowd", "arrested", "Krasnov"]
    first = [next(i for i, event in enumerate(story) if words in event) for words in told]
    assert first == sorted(first)


def test_the_calendars_stand_side_by_side(anki: Collection) -> None:
    (card,) = cards(anki, '"note:flashgen Event" card:When "Event:Insurgent soldiers*"')
    back = card.answer()
    old, new = (
        back.index(f'<p class="day">{day}</p>') for day in ("25 October 1917", "7 November 1917")
    )
    assert back.index('<div class="calendars">') < old < new
    assert "25 October/7 November 1917" in read(back)


def test_a_month_of_one_calendar_is_not_passed_off_as_one_of_the_other(anki: Collection) -> None:
    (card,) = cards(anki, '"note:flashgen Event" card:When "Event:*name of its month*"')
    assert "October 1917 (O.S.)" in read(card.answer())
    assert "13 November" not in read(card.answer())


@pytest.mark.parametrize(
    ("event", "truth", "what_the_article_has"),
    [
        ("Lenin came into the hall*", "26 October/8 November 1917", "opening night"),
        ("The Petrograd Soviet set up*", "16/29 October 1917", "a week later"),
        ("Krasnov's small force*", "30 October/12 November 1917", "on that day"),
        ("The Second All-Russian Congress*", "25 October/7 November 1917", "early evening"),
    ],
)
def test_what_the_article_has_wrong_is_put_right(
    anki: Collection, event: str, truth: str, what_the_article_has: str
) -> None:
    found = cards(anki, f'"note:flashgen Event" card:When "Event:{event}"')
    (back,) = [read(card.answer()) for card in found]
    assert truth in back
    assert what_the_article_has in back  # the remark
    assert " Reference " in back


def test_nothing_is_to_be_mended(either: Build) -> None:
    assert either.resolution.problems == ()
    assert either.faults == ()
    assert either.resolution.uncurated == {"people": (), "places": ()}


def test_each_fact_has_a_passage(either: Build) -> None:
    """But for the few that only a book outside the article supports."""
    bare = {fact.item.key for fact in either.resolution.facts if fact.evidence is None}
    assert all(fact.item.cite for fact in either.resolution.facts if fact.item.key in bare)
    assert len(bare) <= 5


def test_the_same_facts_come_from_both_articles(october: Build, from_source_article: Build) -> None:
    def identities(build: Build) -> set[tuple[str, str]]:
        return {(note.kind, note.key) for note in build.deck.notes}

    assert identities(october) == identities(from_source_article)


# --- every fact of the corpus's annotation of the article ----------------------------------------


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict[str, Any]:
    """What readers found in the source article, what is doubtful left out but for quotations."""
    path = shared / "corpus" / "gold" / "article.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    for kind in ("people", "dates", "places"):
        found[kind] = [entry for entry in found[kind] if not entry.get("optional")]
    return found


def values(build: Build, kind: str, *fields: str) -> set[str]:
    return {
        html.unescape(note.fields.get(field, ""))
        for note in build.deck.notes
        if note.kind == kind
        for field in fields
    }


def test_every_person_has_a_note(either: Build, gold: dict[str, Any]) -> None:
    assert {p["canonical"] for p in gold["people"]} <= values(either, "person", "Name")


def test_every_place_has_a_note(either: Build, gold: dict[str, Any]) -> None:
    assert {p["canonical"] for p in gold["places"]} <= values(either, "place", "Name")


def test_every_quotation_has_a_note_with_its_speaker(either: Build, gold: dict[str, Any]) -> None:
    def words(text: str) -> str:
        return " ".join(re.findall(r"\w+", text.lower()))

    speakers = {
        words(html.unescape(note.fields["Quotation"])): html.unescape(note.fields["Speaker"])
        for note in either.deck.notes
        if note.kind == "quotation"
    }
    nobody_said_it = "Bozhe ty moi"
    for quotation in gold["quotations"]:
        if quotation["text"].startswith(nobody_said_it):
            continue
        text = words(quotation["text"].replace("(sic)", ""))
        assert text in speakers, quotation["text"]
        if quotation["speaker"] in {person["canonical"] for person in gold["people"]}:
            assert speakers[text] == quotation["speaker"]


def test_every_date_has_a_note(either: Build, gold: dict[str, Any]) -> None:
    curation = either.curation
    dates = [
        *(event.date for event in curation.of(Event)),
        *(quotation.date for quotation in curation.of(Quotation) if quotation.date),
    ]
    both = {(str(date.julian), str(date.gregorian)) for date in dates}
    as_written = {value for pair in both for value in pair}
    for date in gold["dates"]:
        if date["calendar"] == "dual":
            assert (date["julian"], date["gregorian"]) in both, date["surface"]
        elif len(date["gregorian"]) > 4:
            assert date["gregorian"] in as_written, date["surface"]
        else:
            assert any(value.startswith(date["gregorian"]) for value in as_written)
