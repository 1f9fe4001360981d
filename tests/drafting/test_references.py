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


@pytest.mark.parametrize(
    ("text", "what"),
    [
        pytest.param(
            "The Baltic Fleet was small. The fleet lay at Reval. In 1703 it was sunk at Mitau by "
            "the Swedes.",
            "The Baltic Fleet was sunk at Mitau by the Swedes.",
            id="it stands for what “the fleet” means",
        ),
        pytest.param(
            "A project was drawn up. The Amber Project cost much. In 1703 the project’s mills "
            "were opened at Riga.",
            "The Amber Project’s mills were opened at Riga.",
            id="no name was given before the name",
        ),
        pytest.param(
            "Otto Brandt lived at Riga. In 1703 he and Ada Price founded the Bank of Mitau.",
            "Otto Brandt and Ada Price founded the Bank of Mitau.",
            id="he and another",
        ),
        pytest.param(
            "Otto Brandt, his wife Ada and their son Hugh were murdered at Riga in 1703.",
            "Otto Brandt, his wife Ada and their son Hugh were murdered at Riga.",
            id="whose they are is told beside them",
        ),
        pytest.param(
            "In 1703 the Danes and their allies forced Otto Brandt to surrender Riga.",
            "The Danes and their allies forced Otto Brandt to surrender Riga.",
            id="a people and its allies",
        ),
        pytest.param(
            "In 1703 Riga, Reval, and Mitau declared their independence.",
            "Riga, Reval, and Mitau declared their independence.",
            id="of all who are listed",
        ),
        pytest.param(
            "In 1703 Livonians declared their independence from Denmark.",
            "Livonians declared their independence from Denmark.",
            id="of a people",
        ),
        pytest.param(
            "In 1703 Denmark withdrew its forces from Riga.",
            "Denmark withdrew its forces from Riga.",
            id="men, and from where",
        ),
        pytest.param(
            "In 1703 Livonia passed the first general liquor law.",
            "Livonia passed the first general liquor law.",
            id="the first law",
        ),
    ],
)
def test_what_is_somebodys_is_told_where_it_is_sure_whose_and_which(
    tmp_path: Path, text: str, what: str
) -> None:
    assert what in [event.what for event in cards(tmp_path, text, Event)]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        pytest.param(
            "One of the houses, the Orrs, seized Riga in 1703.",
            "The Orrs seized Riga.",
            id="one of several",
        ),
        pytest.param(
            "A fourth land, the duchy of Orrland (1561–1795), was annexed in 1703 by Denmark.",
            "The duchy of Orrland was annexed by Denmark.",
            id="with its years",
        ),
        pytest.param(
            "Otto Brandt wrote much. In 1703 the leader of Livonia, Otto Brandt, sold Riga.",
            "Otto Brandt sold Riga.",
            id="whom an office tells of",
        ),
        pytest.param(
            "The first ironclad of the Danes, Freya, was launched at Riga in 1863.",
            "The first ironclad of the Danes was launched at Riga.",
            id="the first says more than its name",
        ),
    ],
)
def test_the_name_beside_what_it_is_acts(tmp_path: Path, text: str, what: str) -> None:
    assert what in [event.what for event in cards(tmp_path, text, Event)]
