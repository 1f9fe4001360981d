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

from flashgen.deck.kinds import Event, Person, Place, Quotation
from flashgen.note_types import load_note_types
from flashgen.pipeline import Build, build_deck
from tests.conftest import DECK, import_package

SECTIONS = {
    "people": "flashgen Person",
    "events": "flashgen Event",
    "places": "flashgen Place",
    "quotations": "flashgen Quotation",
    "terms": "flashgen Term",
    "questions": "flashgen Question",
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
    pairs = sum(len(sequence["events"]) - 1 for sequence in facts.get("sequences", {}).values())
    expected["flashgen Question"] += pairs
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
        note, asked = card.note(), answers[template]
        # A date in two calendars is answered by both.
        both = asked == "Date" and note["Old Style"]
        told = [read(note[name]) for name in (("Old Style", "New Style") if both else (asked,))]
        where = f"{template}: {front}"
        assert len(front.split()) > 5, where  # the topic, the question, and what it is about
        for answer in told:
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
        {("flashgen Place", "Name"), ("flashgen Place", "Description")},
        {("flashgen Quotation", "Speaker"), ("flashgen Quotation", "Missing words")},
        {("flashgen Term", "Term"), ("flashgen Term", "Meaning")},
    ):
        assert all(asked[way] for way in both), both


def test_one_deck_with_a_description_and_a_tag_for_each_kind(anki: Collection) -> None:
    names = {deck.name: deck.id for deck in anki.decks.all_names_and_ids()}
    kinds = {"People", "Events", "Places", "Quotations", "Terms", "Questions"}
    assert set(names) - {"Default"} == {"October 1917"}
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
    told = ["declared war", "abdicated", "Kornilov", "armed rising", "arrested", "peace treaty"]
    first = [next(i for i, event in enumerate(story) if words in event) for words in told]
    assert first == sorted(first)


def test_the_calendars_stand_side_by_side(anki: Collection) -> None:
    (card,) = cards(
        anki, '"note:flashgen Event" card:When "Event:*Provisional Government was deposed*"'
    )
    back = card.answer()
    old, new = (
        back.index(f'<p class="day">{day}</p>') for day in ("25 October 1917", "7 November 1917")
    )
    assert back.index("<hr id=answer>") < back.index('<div class="calendars">') < old < new


@pytest.mark.parametrize(
    ("event", "old", "new"),
    [
        # T. Hasegawa, The February Revolution; A. Rabinowitch, The Bolsheviks Come to Power, and
        # The Bolsheviks in Power; O. H. Radkey, The Election of 1917
        ("Women textile workers*", "23 February 1917", "8 March 1917"),
        ("Nicholas II abdicated*", "2 March 1917", "15 March 1917"),
        ("*decided for an armed rising*", "10 October 1917", "23 October 1917"),
        ("The Second All-Russian Congress*", "25 October 1917", "7 November 1917"),
        ("The elections*", "12 November 1917", "25 November 1917"),
        ("The Constituent Assembly met*", "5 January 1918", "18 January 1918"),
    ],
)
def test_a_day_stands_in_both_calendars(anki: Collection, event: str, old: str, new: str) -> None:
    (card,) = cards(anki, f'"note:flashgen Event" card:When "Event:{event}"')
    assert f"Old Style (Julian) {old} New Style (Gregorian) {new}" in read(card.answer())


def test_after_the_change_there_is_one_calendar(anki: Collection) -> None:
    (card,) = cards(anki, '"note:flashgen Event" card:When "Event:Soviet Russia signed*"')
    assert "3 March 1918" in read(card.answer())
    assert "Old Style" not in read(card.answer())


def test_no_card_speaks_of_an_article_or_its_author(anki: Collection) -> None:
    for card in cards(anki):
        assert not re.search(r"\b(article|Carley|the author)\b", read(card.answer())), card.nid


def test_every_card_names_a_history_or_a_source(anki: Collection) -> None:
    for card in cards(anki):
        assert " Reference " in read(card.answer()), read(card.question())


def test_nothing_is_to_be_mended(either: Build) -> None:
    assert either.resolution.problems == ()
    assert either.faults == ()
    assert either.resolution.uncurated == {"people": (), "places": ()}


def test_each_fact_has_a_passage_in_the_article_of_the_deck(october: Build) -> None:
    assert [f.item.key for f in october.resolution.facts if f.evidence is None] == []


def test_what_another_article_does_not_have_is_cited(from_source_article: Build) -> None:
    bare = [fact for fact in from_source_article.resolution.facts if fact.evidence is None]
    assert 0 < len(bare) < len(from_source_article.resolution.facts)
    assert all(fact.item.cite for fact in bare)


def test_the_same_facts_come_from_both_articles(october: Build, from_source_article: Build) -> None:
    def identities(build: Build) -> set[tuple[str, str]]:
        return {(note.kind, note.key) for note in build.deck.notes}

    assert identities(october) == identities(from_source_article)


# --- quotations, beside their source -------------------------------------------------------------


def plain(text: str) -> str:
    """Words and marks, without the differences of typesetting."""
    return " ".join(re.sub(r"--|—", " - ", text).replace("’", "'").split())


def test_what_reed_has_stands_in_his_book_letter_by_letter(october: Build, shared: Path) -> None:
    book = shared / "sources" / "reed-ten-days.txt"
    if not book.exists():
        pytest.skip("needs Reed's book")
    chapters = re.split(r"\nChapter ([IVX]+)\n", book.read_text(encoding="utf-8"))
    text = {
        number: plain(words) for number, words in zip(chapters[1::2], chapters[2::2], strict=True)
    }
    found = [q for q in october.curation.of(Quotation) if (q.cite or "").startswith("J. Reed")]
    assert len(found) >= 4
    for quotation in found:
        assert plain(quotation.text) in text[quotation.cite.rpartition(" ")[2]], quotation.key


def test_quotations_are_somebody_s_and_not_too_long(october: Build) -> None:
    for quotation in october.curation.of(Quotation):
        assert quotation.cite, quotation.key
        assert 4 <= len(quotation.text.split()) <= 40, quotation.key


# --- what readers found in another article -------------------------------------------------------


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict[str, Any]:
    """What readers found in the source article, what is doubtful left out."""
    path = shared / "corpus" / "gold" / "article.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    for kind in ("people", "dates", "places", "quotations"):
        found[kind] = [entry for entry in found[kind] if not entry.get("optional")]
    return found


@pytest.mark.parametrize("kind", ["people", "places"])
def test_every_name_is_in_the_deck_or_left_out_on_purpose(
    october: Build, gold: dict[str, Any], kind: str
) -> None:
    items: list[Person | Place] = [*october.curation.of(Person), *october.curation.of(Place)]
    known = {name for item in items for name in (item.name, *item.aliases)}
    ignored = set(getattr(october.curation.ignored, kind))
    assert {entry["canonical"] for entry in gold[kind]} <= known | ignored


def test_every_quotation_is_in_the_deck_or_left_out_on_purpose(
    from_source_article: Build, october: Build
) -> None:
    """What nobody left out would come from the article as a note of its own."""
    kept = [note.key for note in october.deck.notes if note.kind == "quotation"]
    built = [note.key for note in from_source_article.deck.notes if note.kind == "quotation"]
    assert sorted(built) == sorted(kept)


def test_every_day_of_the_other_article_that_matters_has_a_card(
    october: Build, gold: dict[str, Any]
) -> None:
    both = {(str(e.date.julian), str(e.date.gregorian)) for e in october.curation.of(Event)}
    told = {(d["julian"], d["gregorian"]) for d in gold["dates"] if d["calendar"] == "dual"}
    left_out = {
        ("1917-02", "1917-03"),  # the month of the February Revolution, which has days here
        ("1917-10-22", "1917-11-04"),  # a day of meetings
        ("1917-10-28", "1917-11-10"),  # a report that was wrong
    }
    assert told - left_out <= both
