"""Well-known events, from the date in a deck.yaml to the card in real Anki: none may be wrong.

``known_events.yaml`` has the dates as reference works give them; each is worded here without help
from the program.
"""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from anki.collection import Collection

from flashgen.english.numbers import MONTHS
from flashgen.package import write_package
from flashgen.pipeline import build_deck
from tests.conftest import import_package

EVENTS = yaml.safe_load(Path(__file__).with_name("known_events.yaml").read_text("utf-8"))
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def worded(value: str) -> str:
    """A date as a card must have it: "15 March 44 BC", "1–3 July 1863"; words stay as they are."""
    if re.search("[a-z]", value):
        return value
    first, _, last = value.partition("/")
    names = _names(last or first)
    if last:
        told = [name for name in _names(first) if name not in names[1:]]
        names = [f"{told[0]}–{names[0]}", *names[1:]] if len(told) == 1 else [*told, "–", *names]
    return " ".join(names)


def _names(date: str) -> list[str]:
    """The day, the month and the year of a date, as far as it has them."""
    year, month, day = (*map(int, re.findall(r"(?:^-)?\d+", date)), 0, 0)[:3]
    in_year = f"{1 - year} BC" if year <= 0 else f"AD {year}" if year < 100 else str(year)
    return [*([str(day)] if day else []), *([MONTHS[month - 1]] if month else []), in_year]


@pytest.fixture(scope="module")
def backs(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the back of each event's card says, in their order, rendered by real Anki."""
    folder = tmp_path_factory.mktemp("known")
    deck: dict[str, Any] = {
        "deck": {"id": "known", "name": "Known", "topic": "History", "updated": "2026-01-31"},
        "events": {
            f"e{number}": {
                "what": event["event"],
                "date": event["date"],
                "cite": event["source"],
                "ask": ["when"],
                **({"calendar": event["in"]} if "in" in event else {}),
            }
            for number, event in enumerate(EVENTS)
        },
    }
    (folder / "deck.yaml").write_text(yaml.safe_dump(deck, allow_unicode=True), encoding="utf-8")
    (folder / "article.txt").write_text(
        "Nothing is told here of what happened.\n", encoding="utf-8"
    )
    made = build_deck(folder)
    write_package(made.deck, made.note_types, folder / "known.apkg")
    collection = Collection(str(folder / "collection.anki2"))
    assert import_package(collection, folder / "known.apkg") == len(EVENTS)
    texts = {}
    for card_id in collection.find_cards("card:When"):
        card = collection.get_card(card_id)
        back = re.sub(r"<style>.*?</style>", "", card.answer(), flags=re.DOTALL)
        answer = back.rpartition("<hr id=answer>")[2].partition("Source")[0]
        answer = answer.partition('<div class="line">')[0]  # the dates of other events
        texts[card.note()["Event"]] = " ".join(re.sub(r"<[^>]+>", " ", answer).split())
    collection.close()
    return [texts[event["event"]] for event in EVENTS]


@pytest.mark.parametrize("number", range(len(EVENTS)), ids=[event["event"] for event in EVENTS])
def test_a_well_known_date_is_right_on_its_card(backs: list[str], number: int) -> None:
    event, back = EVENTS[number], backs[number]
    if "only" in event:
        assert worded(event["only"]) in back
        assert not re.search("Old Style|New Style|O\\.S\\.|Julian|Gregorian", back)
    else:
        french = "republican" in event["date"]
        named = ("French Republican", "Gregorian") if french else ("Old Style", "New Style")
        boxes = re.fullmatch(rf".*?{named[0]}(.*){named[1]}(.*)", back)
        assert boxes
        assert worded(event["old"]) in boxes[1]
        assert worded(event["new"]) in boxes[2]
    weekdays = WEEKDAY.findall(back)
    if "weekday" in event:
        assert weekdays == [event["weekday"]]
    # Nobody is sure of the days of the week while the Romans kept leap years wrongly.
    assert len(weekdays) <= (not event.get("only", "").startswith("-"))
