"""What pronouns stand for on a card, and what waits."""

from pathlib import Path

import pytest

from flashgen.deck.kinds import Event, Person, Question
from tests.drafting.test_facts import cards


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The Treaty of Mitau followed the Treaty of Riga. In 1703 Hugh Ashcombe of Leeds "
            "broke the treaty.",
            id="two treaties",
        ),
        pytest.param(
            "The Treaty of Mitau failed. A treaty was drawn up. In 1703 Hugh Ashcombe of "
            "Leeds broke the treaty.",
            id="one without a name",
        ),
        pytest.param("In 1703 Hugh Ashcombe took the colony to Mitau.", id="none"),
        pytest.param("In 1703 Hugh Ashcombe took control.", id="of what?"),
        pytest.param("In 1703 the Swedes arrived.", id="where?"),
    ],
)
def test_what_the_card_does_not_show_waits(tmp_path: Path, text: str) -> None:
    assert cards(tmp_path, text, Event) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        pytest.param(
            "The Baltic Army was old. In 1703 the Baltic Army lost its Swedish guns at Riga.",
            "The Baltic Army lost its Swedish guns at Riga.",
            id="its is of a body of men",
        ),
        pytest.param(
            "Otto Brandt’s position was hopeless. In 1703 he fled to Mitau by ship.",
            "Otto Brandt fled to Mitau by ship.",
            id="he is whose thing the sentence before is on",
        ),
        pytest.param(
            "In 1703 Otto Brandt freed former slaves at Riga.",
            "Otto Brandt freed former slaves at Riga.",
            id="former is no pointing word before a noun",
        ),
    ],
)
def test_a_pronoun_gets_the_name_of_what_is_told_of_just_before(
    tmp_path: Path, text: str, what: str
) -> None:
    assert what in [event.what for event in cards(tmp_path, text, Event)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The Baltic Company sent the Frederick to Riga. In 1703 it was burned by Otto Brandt.",
            id="two things",
        ),
        pytest.param(
            "The Baltic Company was rich. The town grew. In 1703 it was taken by Otto Brandt.",
            id="told of no name",
        ),
        pytest.param(
            "Riga’s rulers were rich. In 1703 the former Swedish province fell to Otto Brandt.",
            id="which province?",
        ),
        pytest.param(
            "The Swedes came. In 1703 Otto Brandt of Leeds sent ships to sink them.",
            id="the Swedes",
        ),
        pytest.param(
            "Otto Brandt’s nephew was rich. In 1703 he fled to Mitau by ship.", id="the nephew"
        ),
    ],
)
def test_a_pronoun_that_may_mean_another_waits(tmp_path: Path, text: str) -> None:
    assert cards(tmp_path, text, Event) == []


def test_an_apposition_before_the_next_name_is_of_that_one(tmp_path: Path) -> None:
    text = "A crisis was met by Ada Price, the mayor of Riga, Otto Brandt, advised them. Ada Price."
    described = {person.name: person.who for person in cards(tmp_path, text, Person)}
    assert "Ada Price" not in described


def test_a_given_name_alone_is_no_answer_where_it_is_rare(tmp_path: Path) -> None:
    text = "In 1703 George founded the Academy of Riga in Livonia."
    assert [q.answer for q in cards(tmp_path, text, Question) if q.answer == "George"] == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        pytest.param(
            "The Danes signed the Baltic Pact. In 1703 Otto Brandt of Leeds joined the pact.",
            "Otto Brandt of Leeds joined the Baltic Pact.",
            id="by the head of its name",
        ),
        pytest.param(
            "Livonia passed the Grain Act for the Poor. In 1703 this act was repealed by Otto "
            "Brandt.",
            "The Grain Act for the Poor was repealed by Otto Brandt.",
            id="this, and a name that goes on",
        ),
        pytest.param(
            "Otto Brandt taught at Harlow, a school of the Danes. In 1703 he burned the school.",
            "Otto Brandt burned Harlow.",
            id="by what stands beside a name",
        ),
        pytest.param(
            "In 1703 the Danes attacked Riga, and in 1704 the Swedes burned the town.",
            "The Swedes burned Riga.",
            id="the only place",
        ),
    ],
)
def test_a_definite_noun_gets_the_name_of_what_it_means(
    tmp_path: Path, text: str, what: str
) -> None:
    assert what in [event.what for event in cards(tmp_path, text, Event)]


def test_the_passage_shows_the_name_for_which_a_noun_stands(tmp_path: Path) -> None:
    text = "The Danes signed the Baltic Pact. In 1703 Otto Brandt of Leeds joined the pact."
    (event,) = (e for e in cards(tmp_path, text, Event) if "joined" in e.what)
    assert event.passage[0] == "Baltic Pact"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The Danes signed the Baltic Pact and the Pact of Reval. In 1703 Otto Brandt of Leeds "
            "broke the pact.",
            id="two names",
        ),
        pytest.param(
            "The Danes signed the Baltic Pact. Another pact followed. In 1703 Otto Brandt of Leeds "
            "broke the pact.",
            id="another one since",
        ),
        pytest.param(
            "Otto Brandt saw Riga and Reval. In 1703 he burned the town.", id="two places"
        ),
        pytest.param(
            "In 1703 Otto Brandt of Leeds worked out a compromise with Livonia.", id="about what?"
        ),
        pytest.param("In 1703 Otto Brandt of Leeds published his work.", id="which work?"),
        pytest.param("In 1703 Otto Brandt of Leeds broke the peace treaty.", id="which treaty?"),
        pytest.param(
            "In 1703 Otto Brandt of Leeds took over as the commanding officer.", id="of what?"
        ),
        pytest.param(
            "In 1703 Otto Brandt of Leeds attacked his former friend.", id="which friend?"
        ),
    ],
)
def test_what_may_be_another_thing_waits(tmp_path: Path, text: str) -> None:
    assert cards(tmp_path, text, Event) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        pytest.param(
            "In 1703 Livonia created a new state, a colony called Orrland.",
            "Livonia created a new state, a colony called Orrland.",
            id="the name beside it is told",
        ),
        pytest.param(
            "In 1703 Denmark and Livonia agreed to divide Riga between them.",
            "Denmark and Livonia agreed to divide Riga between them.",
            id="between them",
        ),
        pytest.param(
            "In 1703 Denmark and Livonia fought one another at Riga.",
            "Denmark and Livonia fought one another at Riga.",
            id="one another",
        ),
        pytest.param(
            "In 1703 Livonia found it necessary to sell Riga.",
            "Livonia found it necessary to sell Riga.",
            id="it that means nothing",
        ),
    ],
)
def test_what_a_clause_explains_itself_is_told(tmp_path: Path, text: str, what: str) -> None:
    assert what in [event.what for event in cards(tmp_path, text, Event)]
