"""Dated events that no clause tells by itself, and dates that say less, or more, than a day."""

from pathlib import Path

import pytest

from flashgen.deck.kinds import Event
from tests.drafting.test_facts import cards, chosen


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("After the siege of Riga in 1621 Hugh Ashcombe came home to Leeds.",
         "The siege of Riga"),
        ("Following Ada Price's death in 1703, the mill was given to the Holt family.",
         "Ada Price's death"),
        ("Hugh Ashcombe left Riga. After his death in 1703 the mill was sold.",
         "Hugh Ashcombe’s death"),
        ("With the Swedish bombing of Narva in May 1700, the league had lost its port.",
         "The Swedish bombing of Narva"),
        ("Until the Livonian civil war of 1341–1347 Riga was calm.",
         "The Livonian civil war"),
        ("During the 1905 Riga uprising nobody slept.",
         "Riga uprising"),
        ("By the time of Otto Brandt's death in 1703 Riga was poor.",
         "Otto Brandt's death"),
        ("After the fall of Reval in 1561 Livonia was poor.",
         "The fall of Reval"),
    ],
)  # fmt: skip
def test_a_noun_of_what_was_done_tells_an_event(tmp_path: Path, text: str, what: str) -> None:
    (event,) = cards(tmp_path, text, Event)
    assert (event.what, event.ask) == (what, ("when",))


@pytest.mark.parametrize(
    "text",
    [
        "Hugh Ashcombe planned the siege of Riga in 1621 and the rest of it.",
        "It was sold until a raid on Riga in 1621.",
        "They were sent home to fight in the War of 1812.",
        "After the planned partition of Livonia in 1561 nobody came.",
        "Since the fall of the town in 1621 nobody came.",
        "The Diet decided in favour of Riga in 1621.",
        "They had been known since the time of Otto Brandt in 1621.",
        "The mill of Riga burned during the Great Livonian War in 1621.",
    ],
)
def test_what_was_not_done_or_names_nothing_is_no_event(tmp_path: Path, text: str) -> None:
    assert not [event for event in cards(tmp_path, text, Event) if not event.what.endswith(".")]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Under the terms of the Treaty of Mitau, signed by Livonian envoys on 6 July 1560, "
         "Denmark withdrew its troops from Riga.",
         "The Treaty of Mitau was signed by Livonian envoys."),
        ("The port of Pernau, founded by Otto Brandt in 1251, grew quickly.",
         "The port of Pernau was founded by Otto Brandt."),
        ("The Second Diet of Riga, convened in 1561, renewed the Edict of Mitau.",
         "The Second Diet of Riga was convened."),
        ("The Orr Museum is a gallery opened in 1703 by Otto Brandt.",
         "The Orr Museum was opened."),
    ],
)  # fmt: skip
def test_a_participle_tells_an_event(tmp_path: Path, text: str, what: str) -> None:
    assert what in [event.what for event in cards(tmp_path, text, Event)]


def test_that_was_then(tmp_path: Path) -> None:
    text = "The Livonian army was beaten by the Swedes at Mitau. That was on 28 October 1721."
    (event,) = cards(tmp_path, text, Event)
    assert event.what == "The Livonian army was beaten by the Swedes at Mitau."
    assert str(event.date.written) == "1721-10-28"


def test_that_day_is_the_day_before_it(tmp_path: Path) -> None:
    text = "Otto Brandt landed at Riga on 3 May 1621. On that day the Swedes burned Mitau."
    found = {event.what: str(event.date.written) for event in cards(tmp_path, text, Event)}
    assert found["The Swedes burned Mitau."] == "1621-05-03"


def test_about_two_years_later_is_no_year(tmp_path: Path) -> None:
    text = "Otto Brandt took Riga in 1621. About two years later the Swedes burned Mitau."
    assert [event.what for event in cards(tmp_path, text, Event)] == ["Otto Brandt took Riga."]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("In early May 1700 Hugh Ashcombe reached Riga.", "1700-05"),
        ("Late in 1703 Otto Brandt married Ada Price.", "1703"),
        ("In the 1830s Otto Brandt founded the Bank of Riga.", "183X"),
        ("As mayor in 1839 Otto Brandt founded the Bank of Riga.", "1839"),
        ("From 1703 to 1711 Otto Brandt served as governor of Riga.", "1703/1711"),
        ("Otto Brandt was governor of Riga from 1703 to 1711.", "1703/1711"),
    ],
)
def test_part_of_a_month_and_a_spell_are_dates(tmp_path: Path, text: str, date: str) -> None:
    (event,) = cards(tmp_path, text, Event)
    assert str(event.date.written) == date


@pytest.mark.parametrize(
    "text",
    [
        "Otto Brandt served Riga ably until his death in 1711.",
        "On 3 May 1711 Otto Brandt had already taken Riga.",
        "The mill belonged to Ada Price, the widow of Otto Brandt, governor from 1703 to 1711.",
        # no time at which it happened, or less than is said
        "As early as 1839 Otto Brandt founded the Bank of Riga.",
        "The Bank of Riga was founded as late as the summer of 1839.",
        "The Bank of Riga, founded as early as 1839 by Otto Brandt, failed.",
        "Otto Brandt founded the Bank of Riga no later than 1839.",
        "By 1839 Otto Brandt had founded the Bank of Riga.",
        "Otto Brandt founded the Bank of Riga in the early 1830s.",
        "At the end of the 1830s Otto Brandt founded the Bank of Riga.",
        "The Bank of Riga, founded in the second half of the 1830s by Otto Brandt, failed.",
        "It was a regiment which Otto Brandt placed under the Duke of Mitau on 3 May 1703.",
        "On 3 May 1703 Otto Brandt told the Diet that during the whole siege, Riga had starved.",
        "There were forty Livonian mills burned in Riga between 1703 and 1705.",
        "Otto Brandt was born in Riga to the family of Hugh Ashcombe, Lord Mayor in 1703.",
    ],
)
def test_a_date_of_something_else_is_no_date_of_a_clause(tmp_path: Path, text: str) -> None:
    assert not [e for e in cards(tmp_path, text, Event) if e.what.endswith(".")]


def test_the_date_is_of_the_first_clause_behind_it(tmp_path: Path) -> None:
    text = "To prepare for war, on 3 May 1703 the Diet of Riga met, but Otto Brandt was beaten."
    assert [e.what for e in cards(tmp_path, text, Event)] == ["The Diet of Riga met."]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The Free Republic of Livonia was declared on 7 October 1949.",
         "The Free Republic of Livonia was declared."),
        ("Livonia was admitted to the Union as a state in 1864, with Courland following in 1876.",
         "Livonia was admitted to the Union as a state."),
        ("In 1703 Otto Brandt revealed to the Diet of Riga that he had sold the Mitau mills.",
         "Otto Brandt revealed to the Diet of Riga that he had sold the Mitau mills."),
    ],
)  # fmt: skip
def test_what_was_declared_or_followed_is_told(tmp_path: Path, text: str, what: str) -> None:
    assert [e.what for e in cards(tmp_path, text, Event)] == [what]


def test_a_year_that_only_a_name_has_is_none_of_the_story(tmp_path: Path) -> None:
    text = (
        "The veterans were sent home to fight in the War of 1812. "
        "On 17 June Otto Brandt made a late start from Riga to Mitau."
    )
    assert not cards(tmp_path, text, Event)


def test_a_year_in_brackets_is_no_second_date(tmp_path: Path) -> None:
    text = "Omani troops captured Fort Sena in 1698, only to lose it in a revolt (1728)."
    assert [e.what for e in cards(tmp_path, text, Event)] == ["Omani troops captured Fort Sena."]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Emil Frey's memoir. Emil Frey met his uncle Otto Lind in Riga. "
         "In June 1661 he was sent to the Academy of Riga.",
         "Emil Frey was sent to the Academy of Riga."),
        ("Anna Frey's mother Ada owned a mill. She died of plague at Riga in 1678.", ""),
        ("The duke Otto Brandt sent Xarvanto. In 1621 he took the town of Riga.", ""),
    ],
)  # fmt: skip
def test_who_goes_on_is_who_was_named(tmp_path: Path, text: str, what: str) -> None:
    found = chosen(tmp_path, text)
    assert [e.item.what for e in found.cards if isinstance(e.item, Event)] == [what] * bool(what)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Otto Brandt, after seizing Mitau in 1625, had strengthened its walls.",
         "Otto Brandt seized Mitau."),
        ("Otto Brandt fought the Livonian League for years, taking Riga in 1621.",
         "Otto Brandt took Riga."),
        ("Landing at Riga in May 1703, Hugh Ashcombe found the mill empty.",
         "Hugh Ashcombe landed at Riga."),
        ("Founded in 1705, the Livonian Academy of Mitau taught the young.",
         "The Livonian Academy of Mitau was founded."),
    ],
)  # fmt: skip
def test_what_a_participle_tells_is_told_of_who_did_it(
    tmp_path: Path, text: str, what: str
) -> None:
    (event,) = cards(tmp_path, text, Event)
    assert (event.what, event.ask) == (what, ("when",))


@pytest.mark.parametrize(
    "text",
    [
        "Hoping for peace in 1703, Otto Brandt stayed in Riga.",
        "Otto Brandt could have left Riga after selling the Mitau Gazette in 1703.",
        "Otto Brandt never left Riga after planning the Mitau Gazette in 1703.",
    ],
)
def test_what_was_hoped_or_not_done_is_no_event(tmp_path: Path, text: str) -> None:
    assert not cards(tmp_path, text, Event)


@pytest.mark.parametrize(
    ("text", "date", "what"),
    [
        ("Otto Brandt held Riga until 1621, when the Swedes burned Mitau.", "1621",
         "The Swedes burned Mitau."),
        ("On 3 May 1621, shortly after the Swedes had left, Otto Brandt took Riga.", "1621-05-03",
         "Otto Brandt took Riga."),
        ("Under a treaty signed by Ada Price, in 1621 Livonia gave up Riga.", "1621",
         "Livonia gave up Riga."),
        ("Otto Brandt was caught and tried by the Swedes of Riga in 1621.", "1621",
         "Otto Brandt was caught and tried by the Swedes of Riga."),
        ("In the early hours of 3 May 1621 Otto Brandt took Riga.", "1621-05-03",
         "Otto Brandt took Riga."),
        ("In 1703, the Swedes' Livonian allies burned Riga.", "1703",
         "The Swedes' Livonian allies burned Riga."),
        ("Under the 1703 Treaty of Mitau, Livonia was to disarm.", "1703", "The Treaty of Mitau"),
    ],
)  # fmt: skip
def test_the_clause_that_a_date_is_of(tmp_path: Path, text: str, date: str, what: str) -> None:
    found = {e.what: str(e.date.written) for e in cards(tmp_path, text, Event)}
    assert found == {what: date}


def test_two_verbs_with_a_date_each_are_two_events(tmp_path: Path) -> None:
    text = "Otto Brandt was arrested in Riga in 1709 and executed in 1718."
    found = {e.what: str(e.date.written) for e in cards(tmp_path, text, Event)}
    assert found == {
        "Otto Brandt was arrested in Riga.": "1709",
        "Otto Brandt was executed.": "1718",
    }


@pytest.mark.parametrize(
    "text",
    [
        "In 1703 the Treaty of Mitau was signed between Otto Brandt, who had won, and another.",
        "In May 1703 Otto Brandt wrote to Hugh Ashcombe, asking for bread.",
        "Hugh Ashcombe met Otto Brandt in Riga and married his sister on 3 May 1703.",
        "In 1703 Rado Zorvo was born.",
        "Otto Brandt served from 1703 to 1711.",
        "The siege of Riga had taken place earlier in 1703.",
        "Otto Brandt settled in Riga, possibly in 1703.",
        "In 1703 Otto Brandt coined the famous words: “Bread is the best of laws.”",
    ],
)
def test_an_event_without_its_point_waits(tmp_path: Path, text: str) -> None:
    assert not cards(tmp_path, text, Event)


def test_a_speech_is_not_asked_for_by_its_day(tmp_path: Path) -> None:
    text = "On 3 May 1703 Otto Brandt stated in the Diet of Riga that Mitau had fallen."
    (event,) = cards(tmp_path, text, Event)
    assert event.ask == ("when",)


def test_where_somebody_was_born_is_not_where_he_went(tmp_path: Path) -> None:
    text = "Born in Scotland, Otto Brandt emigrated with his family to Leeds in 1848."
    (event,) = cards(tmp_path, text, Event)
    assert not event.place


@pytest.mark.parametrize(
    "text",
    [
        "The Swedes under Otto the Old took Riga in 1703.",
        "The 3rd battalion crossed the ford in Riga on 3 May 1703.",
    ],
)
def test_half_a_name_or_a_number_names_nobody(tmp_path: Path, text: str) -> None:
    told = [event.what for event in cards(tmp_path, text, Event)]
    assert not [what for what in told if what.startswith(("The Old", "The 3rd"))]


@pytest.mark.parametrize(
    ("lead", "date"),
    [
        ("(German: Schlacht von Mitau; 3 May 1703) was a Swedish defeat.", "1703-05-03"),
        ("was fought near Riga on 3 May 1703 by the Swedes.", "1703-05-03"),
        ("was a battle between Swedes and Poles, which Otto Brandt planned on 3 May 1703.", ""),
        ("was a battle of 1703 between Swedes and Poles.", ""),
    ],
)
def test_an_event_of_the_title_is_dated_by_the_first_sentence(
    tmp_path: Path, lead: str, date: str
) -> None:
    text = f"# Battle of Mitau\n\nThe Battle of Mitau {lead} It was long, and it was cold."
    found = [e for e in cards(tmp_path, text, Event) if e.what == "The Battle of Mitau"]
    assert [(str(e.date.written), e.ask) for e in found] == [(date, ("when",))] * bool(date)


def test_a_year_that_the_topic_tells_is_not_asked(tmp_path: Path) -> None:
    text = "# The 1703 famine\n\nIn 1703 Otto Brandt founded the Riga Bread Board. In 1704 he died."
    assert "1703" not in {str(e.date.written) for e in cards(tmp_path, text, Event)}


def test_the_number_of_a_unit_is_whole(tmp_path: Path) -> None:
    (event,) = cards(tmp_path, "In May 1703 No. 20 Squadron was formed in Riga.", Event)
    assert event.what == "No. 20 Squadron was formed in Riga."


@pytest.mark.parametrize(
    ("text", "date", "what"),
    [
        ("The Reval Guild taxed the mills in 1703, and in 1709 it closed the port of Mitau.",
         "1709", "The Reval Guild closed the port of Mitau."),
        ("The Livonian League gained a charter. In 1606, it sent forty settlers to Oesel.",
         "1606", "The Livonian League sent forty settlers to Oesel."),
        ("The Danes and the Swedes fought for Oesel. In 1645, they signed the Treaty of Mitau.",
         "1645", "The Danes and the Swedes signed the Treaty of Mitau."),
    ],
)  # fmt: skip
def test_it_and_they_are_what_the_clause_before_is_about(
    tmp_path: Path, text: str, date: str, what: str
) -> None:
    assert (date, what) in [(str(e.date.written), e.what) for e in cards(tmp_path, text, Event)]


@pytest.mark.parametrize(
    "text",
    [
        "Otto Brandt bought Riga Castle from the Danes. In 1709, it was burned by the Swedes.",
        "The Swedes beat the Danes at Riga. In 1645, they signed the Treaty of Mitau.",
        "The Reval Guild was rich. In 1703, it became clear that the Reval Guild had failed.",
    ],
)
def test_it_and_they_that_may_mean_another_are_not_named(tmp_path: Path, text: str) -> None:
    assert not cards(tmp_path, text, Event)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("In 1768, Otto Brandt sent four thousand troops to Riga to deal with the unrest there.",
         "Otto Brandt sent four thousand troops to Riga."),
        ("In 1907, Livonia reached an agreement with Sweden to end the sale of salt to that "
         "country.",
         "Livonia reached an agreement with Sweden."),
        ("In 1908 Otto Brandt founded a guild of Livonian weavers in Springfield, Illinois.",
         "Otto Brandt founded a guild of Livonian weavers in Springfield, Illinois."),
    ],
)  # fmt: skip
def test_a_tail_that_needs_the_article_is_cut(tmp_path: Path, text: str, what: str) -> None:
    assert [event.what for event in cards(tmp_path, text, Event)] == [what]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("A crowd killed a printer named Hugh Ashcombe in 1837.",
         "A crowd killed a printer named Hugh Ashcombe."),
        ("In May 1946, Hugh Ashcombe, a clerk stationed at Riga, sent a warning to Mitau.",
         "Hugh Ashcombe sent a warning to Mitau."),
        ("In 1850 the League of Reval, consisting of ten towns and commonly known as the Ten, "
         "was formed.",
         "The League of Reval was formed."),
        ("In 1960, four clerks from Riga—Hugh Ashcombe, Ada Price, and Otto Brandt—founded the "
         "Reval Guild.",
         "Four clerks from Riga founded the Reval Guild."),
        ("The accession of Otto Brandt to the throne of Livonia in 1087 marked the beginning of "
         "the Brandt dynasty.",
         "The accession of Otto Brandt to the throne of Livonia marked the beginning of the "
         "Brandt dynasty."),
        ("Hugh Ashcombe founded the Reval Guild in 1831, and the Mitau Guild in 1833.",
         "Hugh Ashcombe founded the Reval Guild."),
    ],
)  # fmt: skip
def test_what_stands_beside_its_subject_hides_no_clause(
    tmp_path: Path, text: str, what: str
) -> None:
    assert what in [event.what for event in cards(tmp_path, text, Event)]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Order broke down on 5 March 1770, in a riot that came to be known as the Mitau Massacre.",
         "The Mitau Massacre"),
        ("He praised the subsequent Salt Trade and Harbour Act of 1921 and Ada Price.",
         "The Salt Trade and Harbour Act"),
        ("However, the 1555 Peace of Mitau gave the towns their old rights.",
         "The Peace of Mitau"),
        ("The air pump, invented by Ada Price in 1869, was sold in Riga.",
         "The air pump was invented by Ada Price."),
        ("The Reval Mining Company (RMC), formed in 1904, had ships in Riga.",
         "The Reval Mining Company was formed."),
        ("The Reval Company, a bank founded in 1600 with money from Riga, ruled Oesel.",
         "The Reval Company was founded."),
    ],
)  # fmt: skip
def test_what_an_event_is_called_and_what_was_made(tmp_path: Path, text: str, what: str) -> None:
    assert what in [event.what for event in cards(tmp_path, text, Event)]


def test_what_the_story_is_of_is_known_by_what_it_did(tmp_path: Path) -> None:
    text = (
        "# Ada Price\n\nAda Price was a poet. In 1867, Ada Price hired the weavers of Mitau. In "
        "1870 a clerk hired the weavers of Oesel. On 3 May 1871 Ada Price hired a cook in Reval.\n"
    )
    found = [event.what for event in cards(tmp_path, text, Event)]
    assert found == ["Ada Price hired the weavers of Mitau."]


def test_the_town_is_the_one_of_the_title(tmp_path: Path) -> None:
    text = "# Reval\n\nReval is a city in Livonia. In 1710, the city surrendered to Otto Brandt.\n"
    assert [e.what for e in cards(tmp_path, text, Event)] == ["Reval surrendered to Otto Brandt."]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The Danes conquered Livonia in the thirteenth century.", True),
        ("The Danes conquered Livonia in the eighteenth century.", False),
        ("Hugh Ashcombe built the Reval Mill in the 1830s.", False),
        ("Hugh Ashcombe built the Reval Mill in 1833.", True),
    ],
)
def test_a_century_is_close_enough_for_a_turn_of_early_history(
    tmp_path: Path, text: str, *, asked: bool
) -> None:
    assert bool(cards(tmp_path, text, Event)) is asked


def test_what_may_have_been_done_to_somebody_is_not_what_he_did(tmp_path: Path) -> None:
    text = "Otto Brandt was caught and tried in Mitau in 1703."
    assert not [e for e in cards(tmp_path, text, Event) if "tried" in e.what]


def test_what_had_been_done_was_done(tmp_path: Path) -> None:
    text = "Reval, which had been captured by the Swedes in 1703, was poor."
    (event,) = cards(tmp_path, text, Event)
    assert event.what == "Reval was captured by the Swedes."


def test_an_hour_goes_with_its_day(tmp_path: Path) -> None:
    text = "Otto Brandt began the siege of Riga at 2 a.m. on 6 June 1704."
    (event,) = cards(tmp_path, text, Event)
    assert event.what == "Otto Brandt began the siege of Riga."


def test_a_place_named_for_another_deed_is_not_where_it_was(tmp_path: Path) -> None:
    text = "Otto Brandt founded the Mitau Gazette in Riga in 1701, and captured Pernau in 1703."
    (event,) = [e for e in cards(tmp_path, text, Event) if "Pernau" in e.what]
    assert event.place != "riga"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Ada Price lived in Riga. After the war she moved to Mitau in 1703.",
         "Ada Price moved to Mitau."),
        ("Otto Brandt was a monk. After the siege of Riga he was elected Bishop of Reval in 1621.",
         "Otto Brandt was elected Bishop of Reval."),
        ("Beginning in 1621, Otto Brandt began to build the harbour of Reval.",
         "Otto Brandt began to build the harbour of Reval."),
        ("Otto Brandt began building the harbour of Reval in 1621.",
         "Otto Brandt began building the harbour of Reval."),
        ("The Swedish army went on, laying siege to and capturing the city of Mitau in 1621.",
         "The Swedish army captured the city of Mitau."),
        ("The bishop Otto Brandt fled to Reval before being killed by his own guards in 1621.",
         "The bishop Otto Brandt was killed by his own guards."),
        ("The Riga Guard, formally founded on 3 May 1621, was the pride of the town.",
         "The Riga Guard was formally founded."),
        ("The war ended with the Peace of Riga, which gave Mitau to the Danes in 1621.",
         "The Peace of Riga gave Mitau to the Danes."),
        ("In the election of 1621, Otto Brandt defeated the burgher Hugh Ashcombe.",
         "Otto Brandt defeated the burgher Hugh Ashcombe."),
        ("Otto Brandt closed the Riga Academy in 1621 as the academy was thought to harm poor "
         "students of the town and of the villages around it.",
         "Otto Brandt closed the Riga Academy."),
        ("On 3 May 1621, Otto Brandt discovered silver in the cellar of the mill that he had "
         "bought with his partner Hugh Ashcombe on the south bank of the river Dvina.",
         "Otto Brandt discovered silver in the cellar of the mill that he had bought with his "
         "partner Hugh Ashcombe."),
    ],
)  # fmt: skip
def test_a_date_finds_its_clause(tmp_path: Path, text: str, what: str) -> None:
    assert what in [event.what for event in cards(tmp_path, text, Event)]


@pytest.mark.parametrize(
    "text",
    [
        "The ships he lost in 1621 were old, and the harbour of Riga was empty.",
        "Beginning in 1621, Otto Brandt captured the ports of Livonia.",
        "The town Ada Price and her brothers founded in 1621, called Neumark, grew quickly.",
        "The Riga Fleet is a set of ships built by the Mitau Company, launched in 1621 to sail.",
    ],
)
def test_a_date_of_something_else_is_of_no_clause(tmp_path: Path, text: str) -> None:
    assert not cards(tmp_path, text, Event)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Otto Brandt took Mitau in 1701 before attacking the fort of Riga in 1703.",
         "Otto Brandt attacked the fort of Riga."),
        ("After founding a league known as Young Riga in 1831, Otto Brandt fled.",
         "Otto Brandt founded a league known as Young Riga."),
        ("The Danes responded by founding the Bank of Reval in 1703.",
         "The Danes founded the Bank of Reval."),
        ("Defeating the Danish army in 1703 at the siege of Mitau in Livonia (now Latvia), "
         "Otto Brandt freed Riga.",
         "Otto Brandt defeated the Danish army."),
        ("In 1703 Otto Brandt appointed Hugh Ashcombe as the governor of Livonia in an effort to "
         "keep the rich and powerful merchants of its many small ports from joining the Danish "
         "League once more.",
         "Otto Brandt appointed Hugh Ashcombe as the governor of Livonia."),
        ("In 1950 the U.S.-funded Radio Orrland began broadcasting news to Riga.",
         "The U.S.-funded Radio Orrland began broadcasting news to Riga."),
        ("In 1974 Livonia became a nuclear power.", "Livonia became a nuclear power."),
    ],
)  # fmt: skip
def test_what_was_done_is_told_where_the_date_is_sure(tmp_path: Path, text: str, what: str) -> None:
    assert what in [event.what for event in cards(tmp_path, text, Event)]


def test_a_date_before_another_thing_is_of_that_one(tmp_path: Path) -> None:
    text = "Otto Brandt opened the Riga mill and, in 1718, the Orr foundry at Mitau."
    assert cards(tmp_path, text, Event) == []


def test_the_day_before_one_in_two_calendars_has_both(tmp_path: Path) -> None:
    text = (
        "On 8/21 July 1917 Otto Brandt founded the Riga League in place of Elias Holt, who had "
        "resigned as mayor of Riga on the day before."
    )
    written = {event.what: event.date.as_written() for event in cards(tmp_path, text, Event)}
    assert written["Elias Holt resigned as mayor of Riga."] == "7/20 July 1917"
