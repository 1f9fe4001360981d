"""The draft of a deck.yaml: it can be built as it is, and says only what the article says."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from flashgen.article import Article
from flashgen.dates.countries import Country, read_country
from flashgen.dates.historical import Stated
from flashgen.deck.file import Curation
from flashgen.deck.kinds import Event, Person, Quotation
from flashgen.deck.loader import load_curation
from flashgen.drafting.draft import draft
from flashgen.errors import InputError
from flashgen.facts import resolve
from flashgen.mentions import Mentions
from flashgen.pipeline import build_deck
from flashgen.rules import find_mentions
from tests.test_extract import AWKWARD, TEXT, extract, read

DAY = date(2026, 1, 31)
SECTIONS = ("people", "events", "places", "quotations", "terms")


def loaded(folder: Path, text: str) -> Curation:
    """A draft of 1700 as the loader reads it."""
    article, mentions = extract(folder, text, year=1700)
    path = folder / "deck.yaml"
    path.write_text(draft(article, mentions, 1700, updated=DAY), encoding="utf-8")
    return load_curation(path)


def entries(article: Article, mentions: Mentions, calendar: Country | None = None) -> Any:
    """All entries of a draft by section and key, those that wait and the others."""
    found = yaml.safe_load(draft(article, mentions, calendar=calendar))
    waiting = found.get("todo") or {}
    return {name: (found.get(name) or {}) | (waiting.get(name) or {}) for name in SECTIONS}


@pytest.mark.parametrize("text", [TEXT, AWKWARD, "They fled.\n", "Nobody came to Paris.\n"])
def test_a_draft_lacks_only_the_day_of_its_version(tmp_path: Path, text: str) -> None:
    loaded(tmp_path, text)
    assert build_deck(tmp_path).deck.id
    undated = draft(*extract(tmp_path, text, year=1700), 1700)
    assert "# Set 'updated' to the day of this version." in undated
    (tmp_path / "deck.yaml").write_text(undated, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_curation(tmp_path / "deck.yaml")
    (problem,) = caught.value.problems
    assert problem.message == "deck.updated: is empty; fill it in"


@pytest.mark.parametrize("text", [TEXT, AWKWARD])
def test_a_draft_keeps_every_find(tmp_path: Path, text: str) -> None:
    article, mentions = extract(tmp_path, text, year=1700)
    found = entries(article, mentions)
    people = {person.canonical for person in mentions.people}
    assert {person["name"] for person in found["people"].values()} == people
    places = {place.canonical: str(place.kind) for place in mentions.places}
    assert {place["name"]: place["kind"] for place in found["places"].values()} == places
    assert len(found["quotations"]) == len(mentions.quotations)
    # Every drafted fact finds its passage again, and the draft asks only for what it can prove.
    curation = loaded(tmp_path, text)
    resolution = resolve(article, mentions, curation)
    assert all("of which calendar?" in warning.message for warning in resolution.problems)
    assert all(fact.evidence is not None for fact in resolution.facts)


@pytest.mark.parametrize("text", [TEXT, AWKWARD, "They fled.\n"])
def test_a_draft_remembers_all_that_it_proposes(tmp_path: Path, text: str) -> None:
    article, mentions = extract(tmp_path, text, year=1700)
    memory = yaml.safe_load(draft(article, mentions))["proposed"]
    proposed = {name: set(found) for name, found in entries(article, mentions).items()}
    assert {name: set(memory.get(name) or {}) for name in SECTIONS} == proposed
    assert loaded(tmp_path, text).proposes


def test_what_waits_is_no_card_and_nothing_is_added_to_it(tmp_path: Path) -> None:
    text = "“We have bread for a year and water for two,” Elias Brandt wrote.\n"
    (tmp_path / "deck.yaml").write_text(
        "deck: {id: a, name: A, topic: A, updated: 2026-01-31}\n"
        "people: {brandt: {name: Elias Brandt}}\n"
        "todo: {people: {other: {nonsense: [1, 2]}}, quotations: }\n",
        encoding="utf-8",
    )
    curation = load_curation(tmp_path / "deck.yaml")
    assert [item.key for item in curation.items] == ["brandt"]
    assert curation.proposes
    assert resolve(*extract(tmp_path, text), curation).facts[0].item.key == "brandt"
    assert len(resolve(*extract(tmp_path, text), curation).facts) == 1


@pytest.mark.parametrize(
    ("todo", "message"),
    [
        ("todo: [people]", "todo: must be a mapping of keys and values"),
        ("todo: {peeple: {}}", "todo.peeple: unknown key; did you mean 'people'?"),
        ("todo: {people: [x]}", "todo.people: must be a mapping of keys and values"),
    ],
)
def test_what_waits_stands_in_known_sections(tmp_path: Path, todo: str, message: str) -> None:
    path = tmp_path / "deck.yaml"
    head = "deck: {id: a, name: A, topic: A, updated: 2026-01-31}\n"
    path.write_text(head + todo, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_curation(path)
    assert [problem.message for problem in caught.value.problems] == [message]


def test_an_entry_has_its_sentence_above_it(tmp_path: Path) -> None:
    text = draft(*extract(tmp_path, TEXT), updated=DAY)
    assert (
        "  # paragraph 1: The siege of Riga began on 3 May 1700.\n"
        "  siege-riga-began:\n"
        "    what: The siege of Riga began.\n"
    ) in text
    assert "aliases: []" not in text
    assert "''" not in text.partition("\ntodo:")[0]


def test_a_draft_is_the_same_each_time(tmp_path: Path) -> None:
    assert draft(*extract(tmp_path, TEXT)) == draft(*extract(tmp_path, TEXT))


def test_a_draft_prefers_the_date_that_states_its_calendar(tmp_path: Path) -> None:
    text = "Riga fell to Holt on 23 May 1700. In Moscow it was 12/23 May 1700. They fled."
    (event,) = loaded(tmp_path, text).of(Event)
    assert event.date.stated is Stated.DUAL


def test_a_draft_reads_plain_dates_as_the_author_told_the_rules_to(tmp_path: Path) -> None:
    change = read_country("Russia")
    article = read(
        tmp_path, "The walls of Riga fell on 23 May 1700. Riga was rebuilt by Elias Holt in 1919."
    )
    mentions = find_mentions(article, calendar=change)
    path = tmp_path / "deck.yaml"
    path.write_text(draft(article, mentions, calendar=change, updated=DAY), encoding="utf-8")
    curation = load_curation(path)
    assert curation.deck.calendar == change
    assert [event.date.stated for event in curation.of(Event)] == [Stated.JULIAN, Stated.GREGORIAN]
    again = find_mentions(article, calendar=curation.deck.calendar)
    assert resolve(article, again, curation).problems == ()


def test_a_date_without_words_of_its_own_waits_under_its_date(tmp_path: Path) -> None:
    text = (
        "He sailed on 30 June 1688. In May 1688 they had met. On 5/15 November 1688 he landed. "
        "In Paris they met on 9 Thermidor Year II (27 July 1794)."
    )
    england = read_country("England")
    article = read(tmp_path, text)
    found = entries(article, find_mentions(article, calendar=england), england)
    assert [event["date"] for event in found["events"].values()] == [
        "1688-06-30",
        "1688-05",
        {"julian": "1688-11-05", "gregorian": "1688-11-15"},
        {"republican": "0002-11-09", "gregorian": "1794-07-27"},
    ]


@pytest.mark.parametrize(
    ("path", "deck_id"),
    [
        ("decks/my-deck/article.txt", "my-deck"),
        ("decks/Über Łódź/article.md", "uber-lodz"),
        ("texts/siege-of-1700.txt", "siege-of-1700"),
    ],
)
def test_a_draft_is_named_after_its_folder_or_else_its_file(
    tmp_path: Path, path: str, deck_id: str
) -> None:
    article = read(tmp_path, "They fled to the sea.", path)
    deck = yaml.safe_load(draft(article, find_mentions(article)))["deck"]
    assert deck["id"] == deck_id


def test_keys_are_plain_and_told_apart(tmp_path: Path) -> None:
    text = (
        "“They will come, one and all,” he said. “They will come, one and all, in May,” she said."
    )
    keys = list(entries(*extract(tmp_path, text))["quotations"])
    assert keys == ["they-will-come-one-and", "they-will-come-one-and-2"]


def test_a_date_of_which_two_years_are_as_likely_asks_nothing_yet(tmp_path: Path) -> None:
    text = (
        "The bridge of 1844 was long, and the bridge of 1867 was longer.\n\n"
        "On 3 February the river Don took one of them."
    )
    article, mentions = extract(tmp_path, text)
    (mention,) = [m for m in mentions.dates if m.surface == "3 February"]
    assert mention.date is not None
    years = {str(mention.date.value)[:4], (mention.perhaps or "")[:4]}
    assert years == {"1844", "1867"}
    drafted = draft(article, mentions, updated=DAY)
    assert f"unsure: or {mention.perhaps}" in drafted.partition("\ntodo:")[2]


def test_a_draft_says_who_is_spoken_of_and_to_whom(tmp_path: Path) -> None:
    text = (
        "Elias Brandt, the mayor of Riga, spoke. “We have bread for a year, and water for two "
        "hard winters,” Brandt told his soldiers.\n"
    )
    curation = loaded(tmp_path, text)
    (person,), (quotation,) = curation.of(Person), curation.of(Quotation)
    assert person.who == "mayor of Riga"
    assert (quotation.speaker, quotation.to) == ("elias-brandt", "his soldiers")
