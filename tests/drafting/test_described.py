"""What an article says of places and people: drafted in its words, asked or waiting."""

from pathlib import Path

import pytest
import yaml

from flashgen.deck.kinds import Event, Item, Person, Place, Question
from flashgen.drafting.draft import draft
from flashgen.drafting.entry import Entry
from flashgen.mentions import PlaceKind
from tests.drafting.test_facts import cards, chosen
from tests.test_extract import extract


def waiting(folder: Path, text: str, kind: type[Item]) -> dict[str, Entry]:
    """The entries of a kind that ask nothing, by their names."""
    drafts = chosen(folder, text)
    found: dict[str, Entry] = {}
    for entry in (*drafts.cards, *drafts.waiting):
        if entry.lacks and isinstance(entry.item, kind):
            found[getattr(entry.item, "name", entry.item.key)] = entry
    return found


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Pskov, the headquarters of the southern army, lies far from the sea.",
         "headquarters of the southern army"),
        ("Mitau, a town of Livonia, was the seat of the Salt League.", "seat of the Salt League"),
    ],
)  # fmt: skip
def test_a_place_is_what_the_text_says(tmp_path: Path, text: str, what: str) -> None:
    assert [place.what for place in cards(tmp_path, text, Place)] == [what]


@pytest.mark.parametrize(
    ("text", "name", "what", "kind"),
    [
        ("Stralsund is a port on the Baltic. They left it.", "Stralsund", "port on the Baltic",
         PlaceKind.CITY),
        ("Krevo (now Kreva) is a village in Livonia.", "Krevo", "village in Livonia",
         PlaceKind.VILLAGE),
        ("Bristol, a rich merchant town, was burned.", "Bristol", "rich merchant town",
         PlaceKind.CITY),
    ],
)  # fmt: skip
def test_no_table_is_heard_where_the_text_says_little(
    tmp_path: Path, text: str, name: str, what: str, kind: PlaceKind
) -> None:
    place = waiting(tmp_path, text, Place)[name].item
    assert isinstance(place, Place)
    assert (place.what, place.sort) == (what, kind)


def test_what_is_of_another_town_or_too_narrow_for_a_land_tells_nothing(tmp_path: Path) -> None:
    text = (
        "He took the centre in Reval, the trading town of Riga, and more. In Livonia, where the "
        "Swedes defeated Otto Brandt at Mitau, it rained. Dorpat, where the Swedes defeated Hugh "
        "Ashcombe, was old."
    )
    places = {place.name: place.what for place in cards(tmp_path, text, Place) if place.what}
    assert places == {"Dorpat": "place where the Swedes defeated Hugh Ashcombe"}


def test_a_town_is_called_otherwise_today_and_was_a_base(tmp_path: Path) -> None:
    text = "Reval, today’s Tallinn, was the chief base of the Salt Fleet."
    (place,) = cards(tmp_path, text, Place)
    assert (place.sort, place.today) == (PlaceKind.CITY, "Tallinn")
    assert place.ask == ("today", "description", "name")


def test_what_a_story_turns_on_is_asked_by_its_place(tmp_path: Path) -> None:
    text = (
        "Otto Brandt was a weaver. Brandt was hanged from the mast of the Aurora at Krevo in 1703."
    )
    (place,) = cards(tmp_path, text, Place)
    assert place.happened == "Otto Brandt was hanged from the mast of the Aurora."
    assert place.ask == ("happened",)


@pytest.mark.parametrize(
    "text",
    [
        # Much happened in a town.
        "On 3 May 1703 Otto Brandt was hanged by the Salt League at Stralsund.",
        # Twice something did.
        "On 3 May 1703 Otto Brandt was hanged at Krevo. In 1710 Hugh Ashcombe was shot at Krevo.",
        # The rest is not told by itself.
        "On 3 May 1703 Otto Brandt was hanged at Krevo, Livonia, by the Salt League.",
    ],
)
def test_what_happened_at_a_place_is_one_thing(tmp_path: Path, text: str) -> None:
    assert not [place for place in cards(tmp_path, text, Place) if place.happened]


def test_a_place_and_a_question_do_not_ask_the_same(tmp_path: Path) -> None:
    text = "The war was long. Mitau was the seat of the Salt League."
    assert [place.what for place in cards(tmp_path, text, Place)] == ["seat of the Salt League"]
    assert not [q for q in cards(tmp_path, text, Question) if q.answer == "Mitau"]


def test_a_question_that_tells_a_time_goes_before_a_place_by_its_name(tmp_path: Path) -> None:
    text = "The war was long. Mitau was the seat of the Salt League in 1703."
    asked = [q.question for q in cards(tmp_path, text, Question) if q.answer == "Mitau"]
    (place,) = cards(tmp_path, text, Place)
    assert ["1703" in question for question in asked] == [True]
    assert place.ask == ("description",)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Otto Brandt, a carpenter’s mate from Stralsund, wept.",
         "carpenter’s mate from Stralsund"),
        ("General Sir Otto Brandt left.", "general"),
        ("Otto Brandt, who had cut salt in the north, wept.", "who had cut salt in the north"),
        ("Otto Brandt, a runaway from Mitau, wept.", "runaway from Mitau"),
        ("With Otto Brandt, the war against Riga, and the plague came.", ""),
        ("The governor, Baron Otto Paling, fled to Stralsund.", "governor"),
    ],
)  # fmt: skip
def test_what_the_text_says_of_somebody_waits(tmp_path: Path, text: str, who: str) -> None:
    (entry,) = waiting(tmp_path, text, Person).values()
    assert isinstance(entry.item, Person)
    assert entry.item.who == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Count Otto Brandt, who had governed Livonia since 1703, shot himself.",
         "count who governed Livonia since 1703"),
        ("Prince Otto Brandt, the first head of the Salt League, resigned.",
         "first head of the Salt League"),
    ],
)  # fmt: skip
def test_a_title_is_not_all_that_is_said(tmp_path: Path, text: str, who: str) -> None:
    assert [person.who for person in cards(tmp_path, text, Person)] == [who]


def test_who_speaks_keeps_what_the_text_says_of_him(tmp_path: Path) -> None:
    text = (
        "Otto Brandt, a carpenter’s mate from Mitau, wept. “We shall not sell one more "
        "barrel of our salt to the king of Sweden,” Brandt told the guilds of Riga.\n"
    )
    article, mentions = extract(tmp_path, text)
    written = draft(article, mentions)
    (brandt,) = yaml.safe_load(written)["people"].values()
    assert brandt["who"] == "carpenter’s mate from Mitau"
    assert brandt["ask"] == []
    assert "# missing: " in written.partition("\nquotations:")[0]


def test_the_key_of_a_bare_date_is_of_its_words(tmp_path: Path) -> None:
    text = "The guilds of Riga had sold no salt since 1658, and wept on 3 May 1703."
    keys = list(waiting(tmp_path, text, Event))
    assert not [key for key in keys if key[0].isdigit()]
