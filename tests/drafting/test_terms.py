"""Words that a text explains: in apposition, by dashes, brackets and names, in whole phrases."""

from pathlib import Path

import pytest

from flashgen.deck.kinds import Term
from tests.drafting.test_facts import cards

_TALE = "The war was long. Hugh Ashcombe was mayor. "


@pytest.mark.parametrize(
    ("text", "term", "meaning"),
    [
        # a word in small letters and what stands beside it
        ("The friars preached quietism, the idea that the soul has to wait for God.",
         "quietism", "idea that the soul has to wait for God"),
        ("The guild used collective bail, a method of making neighbours pay for each other.",
         "collective bail", "method of making neighbours pay for each other"),
        ("The town hired carters, free men who drove the ox teams of Livonia.",
         "carters", "free men who drove the ox teams of Livonia"),
        ("They lived by usufruct—a right to the common meadows of Livonia—and by fishing.",
         "usufruct", "right to the common meadows of Livonia"),
        ("Mayor Ashcombe preached evangelism: the duty to bring the Gospel to the towns.",
         "evangelism", "duty to bring the Gospel to the towns"),
        ("The mayor practised clemency, that is, pardon for rebels who laid down their arms.",
         "clemency", "pardon for rebels who laid down their arms"),
        ("The Livonians had bond labour, meaning debtors were sold like cattle.",
         "bond labour", "debtors were sold like cattle"),
        ("They paid with tallies (flat sticks that were split in two) until 1710.",
         "tallies", "flat sticks that were split in two"),
        # what things are called
        ("The inns sold coarse sheets of oat bread called flatbrod to the carters.",
         "flatbrod", "coarse sheets of oat bread"),
        ("Such full freedom from tolls is known as staple right in Livonia.",
         "staple right", "full freedom from tolls"),
        ("The mayor joined a league of sea traders of Riga, known as the Salt Brothers, in 1702.",
         "Salt Brothers", "league of sea traders of Riga"),
        ("The town was building long, narrow houses called ropewalks for the fleet.",
         "ropewalks", "long, narrow houses"),
        ("The tenants of small farms—known as “cottars”—paid no tithe to Livonia.",
         "cottars", "tenants of small farms"),
        ("This tax on ships from the coast of Livonia is called the quay toll.",
         "quay toll", "tax on ships from the coast of Livonia"),
        ("The long war of the Livonian guilds is known as the Ten Weavers’ War.",
         "Ten Weavers’ War", "long war of the Livonian guilds"),
        ("Ashcombe led a union of three towns of Livonia called the Second Salt League.",
         "Second Salt League", "union of three towns of Livonia"),
        ("In 1702 the guilds founded a secret society called the Salt Club to sell cheap bread.",
         "Salt Club", "secret society to sell cheap bread"),
        # whole names, and titles of foreign offices
        ("The People’s Union, a group of students of the Livonian Academy, marched.",
         "People’s Union", "group of students of the Livonian Academy"),
        ("They joined the Order of the Four Keys, an alliance of knights who guarded Riga.",
         "Order of the Four Keys", "alliance of knights who guarded Riga"),
        ("He wrote to the hospodars (princes) of Wallachia in 1702.",
         "hospodars", "princes of Wallachia"),
        # what a relative clause tells of a name that says what it is
        ("In 1702 the council passed the Salt Act, which ended the tolls of the guilds of Riga.",
         "Salt Act", "act which ended the tolls of the guilds of Riga"),
        ("The council passed a “silence rule” that forbade all debates on the price of bread.",
         "silence rule", "rule that forbade all debates on the price of bread"),
        # what all of a kind are
        ("A tariff union is a league of states that share the same tolls.",
         "tariff union", "league of states that share the same tolls"),
    ],
)  # fmt: skip
def test_a_word_and_the_whole_of_its_meaning(
    tmp_path: Path, text: str, term: str, meaning: str
) -> None:
    found = [(item.term, item.meaning) for item in cards(tmp_path, _TALE + text, Term)]
    assert (term, meaning) in found


@pytest.mark.parametrize(
    "text",
    [
        # a remark on what was said, and no meaning
        "The council sold free salt, a practice that led to war with Riga.",
        "They lost their farms, the result of a long war with Riga.",
        # a part of a list
        "They lacked good roads, a navy that could sail, and iron for guns.",
        "Among its goods were cheap salt, the best of all furs of Riga, and wax.",
        "He met clerks—carters, smiths, and weavers of Riga.",
        # what leads a clause
        "In contrast, the traders of the coast built ships of oak for Riga.",
        "Over time, the demands of the guilds led to war with Riga.",
        # what everybody calls so
        "They sold tin, a crucial ingredient of the bronze of Riga.",
        "The dual Danish/Swedish rule of the coast which began in 1702 was shaken by the war.",
        "The carters were not usurers, in other words, they took no interest from Riga.",
        # a part of a name
        "It was one of the animals known as Bos primigenius of the forests of Livonia.",
        # cut by an aside
        "Bond labour is a system in which a man works (or sends his son) for a lord in Riga.",
        # of which land or town, it does not say
        "The king ruled with the Landtag, an elected body of two chambers.",
        "He came of a rich Livonian guild called the Marians in the hills.",
        # whose deeds they were, the card does not show
        "The council passed a “bread rule” under which they closed the mills of Riga.",
        "In 1702 the Salt Union, which feared a war with Riga, sold its ships.",
    ],
)
def test_what_tells_no_meaning(tmp_path: Path, text: str) -> None:
    assert not cards(tmp_path, _TALE + text, Term)


def test_a_word_that_the_text_has_used_before_is_not_explained_by_a_remark(tmp_path: Path) -> None:
    text = _TALE + "They grew barley. In the north they sold barley, a grain that feeds the poor."
    assert not cards(tmp_path, text, Term)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("A vogtei was an elected council of a district that built roads and mills.",
         "elected council of a district that built roads and mills"),
        ("The vogtei, the duke’s secret court, was closed.", "duke’s secret court"),
        ("Many vogtei, or Old Believers, fled to the north.", "Old Believers"),
    ],
)  # fmt: skip
def test_a_strange_word_that_is_explained_by_the_way(
    tmp_path: Path, text: str, meaning: str
) -> None:
    assert [term.meaning for term in cards(tmp_path, _TALE + text, Term)] == [meaning]


def test_two_names_of_one_thing_are_one_term(tmp_path: Path) -> None:
    text = "The Saltists, or Free Barterers, were the party of the poor in the Diet of Livonia."
    (term,) = cards(tmp_path, _TALE + text, Term)
    assert (term.term, term.aliases) == ("Saltists", ("Free Barterers",))
    assert term.meaning == "party of the poor in the Diet of Livonia"


@pytest.mark.parametrize(
    "text",
    [
        "The biggest was a scheme of the weavers that ruined the town of Riga.",
        "The cannon, the king’s gift to the town of Riga, burst in the war.",
    ],
)
def test_a_known_word_is_no_strange_one(tmp_path: Path, text: str) -> None:
    assert not cards(tmp_path, _TALE + text, Term)
