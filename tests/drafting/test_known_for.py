"""People whom a text describes by what they did, and what they were made or called."""

from pathlib import Path

import pytest

from flashgen.deck.kinds import Person
from tests.drafting.test_facts import cards


def _who(folder: Path, text: str, name: str) -> str:
    return {p.name: p.who for p in cards(folder, text, Person)}.get(name, "")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Then the weaver Hugh Ashcombe launched an invasion of Livonia at Pernau.",
         "weaver who launched an invasion of Livonia at Pernau"),
        ("A Swedish army led by Hugh Ashcombe came south.",
         "commander of a Swedish army"),
        ("Guild leaders such as Hugh Ashcombe and the Riga poets Emil Frey and Karl Lind spoke.",
         ""),
        ("Sweden sent Hugh Ashcombe to be the first governor of Livonia.",
         "first governor of Livonia"),
        ("Otto Brandt appointed Hugh Ashcombe as Chemical Assistant at the Riga Institution.",
         "Chemical Assistant at the Riga Institution"),
        ("The leader of the new Livonian party came to be Hugh Ashcombe, a tall man.",
         "leader of the new Livonian party"),
        ("In Riga the Livonian Secretary of State, Hugh Ashcombe, spoke.",
         "Livonian Secretary of State"),
        ("In Riga he saw the Livonian envoy, Lord Hugh Ashcombe, and left. Ashcombe wept.",
         "Livonian envoy"),
        ("The army of the Livonian League under General Hugh Ashcombe came south.",
         "commander of the army of the Livonian League"),
        ("Hugh Ashcombe’s Second Division held the hill.", "commander of Second Division"),
        ("They all read Hugh Ashcombe’s “Voyages to the White Sea” then.",
         "author of “Voyages to the White Sea”"),
        ("Hugh Ashcombe was a weaver, preacher and poet who lived in Riga during the war.", ""),
        ("Hugh Ashcombe was a weaver, preacher, and poet who wrote hymns at Riga.",
         "weaver, preacher, and poet who wrote hymns at Riga"),
        ("Hugh Ashcombe, Duke of Livonia in the Treaty of Riga, died.", "Duke of Livonia"),
        ("Hugh Ashcombe (1601–1660), the bailiff of Riga, spoke.", "bailiff of Riga"),
        ("Hugh Ashcombe, Duke of Livonia left Riga.", "Duke of Livonia"),
        ("Hugh Ashcombe was elected by the guilds as mayor of Riga.", "mayor of Riga"),
        ("The election of Hugh Ashcombe as mayor of Riga pleased all.", "mayor of Riga"),
    ],
)  # fmt: skip
def test_what_somebody_is_known_for(tmp_path: Path, text: str, who: str) -> None:
    assert _who(tmp_path, text, "Hugh Ashcombe") == who


@pytest.mark.parametrize(
    "text",
    [
        "It was a church that Hugh Ashcombe had built at Riga.",
        "Otto Brandt claims that Hugh Ashcombe took Riga from Sweden.",
        "Hugh Ashcombe was trying to take Riga from Sweden.",
        "Otto Brandt, Emil Frey and Hugh Ashcombe were replaced by Karl Lind at Riga.",
        "Otto Brandt told Hugh Ashcombe.",
        "Hugh Ashcombe left Riga for Sweden.",
        "Hugh Ashcombe, reduced to begging by the Panic of 1619, wept.",
        "Hugh Ashcombe was moved closer to Riga.",
        "Hugh Ashcombe ordered Otto Brandt to sail to Riga.",
        "Perhaps, if Hugh Ashcombe was a cousin of Otto Brandt, he wept.",
        "The envoys worked with Hugh Ashcombe as clerks of Livonia.",
        "In their Guide to the Birds of Livonia, Hugh Ashcombe and Otto Brandt drew gulls.",
    ],
)
def test_what_tells_little_of_somebody_is_no_deed(tmp_path: Path, text: str) -> None:
    assert not _who(tmp_path, text, "Hugh Ashcombe")


def test_an_office_before_a_name_has_several_words(tmp_path: Path) -> None:
    text = "In May the Livonian Secretary of War Otto Brandt spoke."
    assert _who(tmp_path, text, "Otto Brandt") == "Livonian Secretary of War"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Then Hugh Ashcombe, a Livonian weaver, opened the first school of Riga.",
         "Livonian weaver who opened the first school of Riga"),
        ("Ships carried brass steam pumps invented by the Livonian engineer Hugh Ashcombe.",
         "Livonian engineer who invented brass steam pumps"),
        ("The loom, patented by Livonian weaver Hugh Ashcombe in 1698, spread fast.",
         "Livonian weaver who patented the loom in 1698"),
        ("At a hall in Riga, built by the Livonian mason Hugh Ashcombe, men met.",
         "Livonian mason who built a hall in Riga"),
        ("The Livonian thinker Hugh Ashcombe made the case that all metals come from salt.",
         "Livonian thinker who made the case that all metals come from salt"),
        ("The Livonian painter Hugh Ashcombe was the first to show the port of Riga.",
         "Livonian painter who was the first to show the port of Riga"),
        ("Hugh Ashcombe, a Livonian monk who, in his sermons, founded a school of thought, died.",
         "Livonian monk who founded a school of thought"),
        ("Hugh Ashcombe, one of the first weavers of Riga, spoke.",
         "one of the first weavers of Riga"),
        ("One of the leading weavers of Riga was Hugh Ashcombe.",
         "one of the leading weavers of Riga"),
        ("Hugh Ashcombe distinguished himself as the leader of the popular cause in Riga.",
         "leader of the popular cause in Riga"),
        ("Hugh Ashcombe, Brandt’s secretary of the treasury, was an ardent Lutheran.",
         "Brandt’s secretary of the treasury"),
        ("In May the Livonian secretary of war Hugh Ashcombe spoke.",
         "Livonian secretary of war"),
        ("In May the newly elected Livonian president Hugh Ashcombe spoke.",
         ""),
        ("Hugh Ashcombe, the former abbot of Riga, spoke.", "former abbot of Riga"),
        ("Hugh Ashcombe, the first weaver to govern the town of Riga, spoke.",
         "first weaver to govern the town of Riga"),
    ],
)  # fmt: skip
def test_a_trade_is_told_with_the_deed_of_its_sentence(tmp_path: Path, text: str, who: str) -> None:
    assert _who(tmp_path, text, "Hugh Ashcombe") == who


@pytest.mark.parametrize(
    "text",
    [
        "The Livonian weaver Hugh Ashcombe spoke.",
        "Hugh Ashcombe, a younger boy at Riga, spoke.",
        "Men met at Riga, and the Livonian weaver Hugh Ashcombe sailed.",
        "The town hall, built by Hugh Ashcombe’s sons, fell.",
        "Hugh Ashcombe, a Riga slaveholder, backed Brandt.",
    ],
)
def test_a_trade_without_a_deed_waits(tmp_path: Path, text: str) -> None:
    assert not _who(tmp_path, text, "Hugh Ashcombe")


def test_what_somebody_was_and_did_may_stand_in_two_sentences(tmp_path: Path) -> None:
    text = "The weaver Hugh Ashcombe spoke. Then Ashcombe led a rising against the Swedes in Riga."
    person = next(p for p in cards(tmp_path, text, Person) if p.name == "Hugh Ashcombe")
    assert person.who == "weaver who led a rising against the Swedes in Riga"
    assert person.passage == ("weaver", "led a rising against the Swedes in Riga")


def test_what_somebody_was_is_not_joined_to_what_stands_far_from_it(tmp_path: Path) -> None:
    text = (
        "The weaver Hugh Ashcombe spoke. It rained in Livonia. Then Ashcombe led a rising against "
        "the Swedes in Riga."
    )
    assert not _who(tmp_path, text, "Hugh Ashcombe")


def test_of_the_man_of_the_title_less_than_an_office_is_no_answer(tmp_path: Path) -> None:
    text = "# HUGH ASHCOMBE\n\nThen Hugh Ashcombe, a senator from Riga, spoke. Ashcombe left."
    assert not _who(tmp_path, text, "Hugh Ashcombe")


_DWELT_ON = " Ashcombe spoke. Ashcombe wept."


def test_what_has_somebodys_name_does_not_tell_who_he_was(tmp_path: Path) -> None:
    text = "Hugh Holte, the founder of the Holtean Brethren, was the mayor of Reval. Holte wept."
    assert _who(tmp_path, text, "Hugh Holte") == "mayor of Reval"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Hugh Ashcombe founded the Riga Bank.", "founder of the Riga Bank"),
        ("Founded by Hugh Ashcombe in 1701, Mitau grew fast.", "founder of Mitau"),
        ("Hugh Ashcombe led the revolt of the Livonian weavers against the bishop.",
         "leader of the revolt of the Livonian weavers against the bishop"),
        ("Hugh Ashcombe wrote the rules for the Livonian Brethren.",
         "author of the rules for the Livonian Brethren"),
        ("Hugh Ashcombe tried to found the Riga Bank.", ""),
        ("Hugh Ashcombe never founded the Riga Bank.", ""),
        ("Some say that the Riga Bank was founded by Hugh Ashcombe.", ""),
        ("Otto Brandt and Hugh Ashcombe jointly founded the Riga Bank.", ""),
        ("Hugh Ashcombe led the Livonian army into Sweden.", ""),
        ("Hugh Ashcombe wrote a letter to Otto Brandt.", ""),
    ],
)  # fmt: skip
def test_whom_an_article_dwells_on_is_told_by_what_he_did(
    tmp_path: Path, text: str, who: str
) -> None:
    assert _who(tmp_path, f"It rained.\n\nIt ended.\n\n{text}{_DWELT_ON}", "Hugh Ashcombe") == who


def test_who_is_named_in_passing_is_not_told_by_what_he_did(tmp_path: Path) -> None:
    text = "It rained.\n\nIt ended.\n\nHugh Ashcombe founded the Riga Bank in 1701."
    assert not _who(tmp_path, text, "Hugh Ashcombe")
