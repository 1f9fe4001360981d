"""Terms, names of today and quotations that a text gives by the way."""

from pathlib import Path

import pytest

from flashgen.deck.kinds import Place, Question, Quotation, Term
from tests.drafting.test_facts import cards


@pytest.mark.parametrize(
    ("text", "term", "meaning"),
    [
        ("Otto Brandt declared a jihad (or Islamic holy war) against Riga.",
         "jihad", "Islamic holy war"),
        ("Brandt formed the Cumann na Poblachta ('Republican Association') party.",
         "Cumann na Poblachta", "Republican Association"),
        ("The townsmen called it Bab-ilu, which meant “gateway of the gods.”",
         "Bab-ilu", "gateway of the gods"),
        ("A Huguenot uprising in France, called the Tumult of Amboise, failed.",
         "Tumult of Amboise", "Huguenot uprising in France"),
        ("The Union des populations du Tchad (UPT) was banned. The UPT wept.",
         "UPT", "Union des populations du Tchad"),
        ("They planned Operation Walrus, the invasion of Sicily.",
         "Operation Walrus", "invasion of Sicily"),
    ],
)  # fmt: skip
def test_a_word_and_its_gloss(tmp_path: Path, text: str, term: str, meaning: str) -> None:
    (found,) = cards(tmp_path, text, Term)
    assert (found.term, found.meaning) == (term, meaning)


def test_a_bare_gloss_is_not_asked_for_its_word(tmp_path: Path) -> None:
    (found,) = cards(tmp_path, "In Riga there were Dumtsy (or deputies) of the guilds.", Term)
    assert (found.meaning, found.ask) == ("deputies", ("meaning",))


@pytest.mark.parametrize(
    ("text", "today"),
    [
        ("They marched on Rhegium, now Reggio Calabria, in Italy.", "Reggio Calabria"),
        ("They took New Carthage (modern Cartagena).", "Cartagena"),
        ("They took Messana (modern Messina).", ""),
        ("They took Riga (modern and rich).", ""),
        ("His house in Mitau, Livonia, now known as Brandt Place, was sold.", ""),
    ],
)
def test_what_a_place_is_called_today(tmp_path: Path, text: str, today: str) -> None:
    assert "".join(place.today for place in cards(tmp_path, text, Place)) == today


def test_a_name_of_today_that_only_a_table_has_is_not_asked(tmp_path: Path) -> None:
    text = "Otto Brandt came to Danzig in Poland. Danzig was calm."
    assert not cards(tmp_path, text, Place)


def test_an_apposition_of_many_words_needs_no_name(tmp_path: Path) -> None:
    text = "Brandt made his way to Krevo, the northern front army headquarters, far from Riga."
    (place,) = [each for each in cards(tmp_path, text, Place) if each.name == "Krevo"]
    assert place.what == "northern front army headquarters"


_TALE = "The war was long. Hugh Ashcombe was mayor. "


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('Otto Brandt said that "the poor people of Riga have no right to do wrong".', True),
        ('Otto Brandt said that "sure of a victory over the poor people of Riga tomorrow".', False),
        ('Hugh Ashcombe won. “We shall keep the Diet of Riga safe for ever,” he said.', True),
        ('Otto Brandt said that "there is no lasting peace but among equals".', True),
        ('Otto Brandt wrote, "Who wants to be free must first be fed."', True),
        ('Otto Brandt named his book, as he said, "The War Was Very Long for Riga".', False),
        ('Historian Otto Brandt notes, "The war of Riga took the country by surprise."', False),
        ('According to Otto Brandt, "The war of Riga took the whole country by surprise."', False),
        ('“We shall keep the harbour of Riga safe for ever,” said the Supreme Diet.', True),
        ('“We shall keep the harbour of Riga safe for ever,” said one observer.', False),
    ],
)  # fmt: skip
def test_whose_words_are_worth_a_card(tmp_path: Path, text: str, quoted: bool) -> None:
    tale = f"The War Was Very Long for Riga\n\n{_TALE}"
    assert bool(cards(tmp_path, tale + text, Quotation)) == quoted


_SPOKE = """The war of Livonia

The war was long. Otto Brandt, the mayor of Riga, was a brewer. Hugo Holt was a Danish general.

"""


@pytest.mark.parametrize(
    ("text", "occasion", "date"),
    [
        ('"We shall keep Riga safe for ever," Brandt told the Diet after the vote of 3 May 1621.',
         "after the vote of 3 May 1621", ""),
        ('“We shall keep the harbour safe for ever,” Brandt told the Diet in Riga on 3 May 1621.',
         "in Riga", "1621-05-03"),
        ('After the battle of 5 June 1621 Holt told them, “Tonight we sleep in Riga or in hell.”',
         "after the battle of 5 June 1621", ""),
        ('“Nobody will remember who lost the last war,” said Holt at his trial on 3 May 1623.',
         "at his trial", "1623-05-03"),
        ('In a letter to his brother, Holt wrote: “Nobody will remember who lost the last war.”',
         "in a letter to his brother", ""),
        ('“Nobody will remember who lost the last war,” Holt wrote in his diary the next day.',
         "in his diary", ""),
        ('“We shall keep the harbour safe for ever,” Brandt said on hearing of the fall of Mitau.',
         "on hearing of the fall of Mitau", ""),
        ('When asked about the siege, Holt replied, “Nobody will remember who lost the last war.”',
         "when asked about the siege", ""),
        # of whom else "his" may be, and how the words were put
        ('“We shall keep the harbour safe for ever,” Brandt told Holt in his tent.', "", ""),
        ('“We shall keep the harbour safe for ever,” Brandt said in a low voice.', "", ""),
        ('“We shall keep the harbour safe for ever,” Brandt wrote in the same letter.', "", ""),
    ],
)  # fmt: skip
def test_when_and_on_what_occasion_words_were_said(
    tmp_path: Path, text: str, occasion: str, date: str
) -> None:
    (found,) = cards(tmp_path, _SPOKE + text, Quotation)
    assert (found.occasion, str(found.date.value) if found.date else "") == (occasion, date)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("“We have no bread,” Otto Brandt told the Diet of Riga on 3 May 1621.", False),
        ("On 3 May 1621 Otto Brandt told the Diet of Riga in Mitau: “We have no bread.”", False),
        (
            "“We have,” Otto Brandt told the Diet of Riga before the vote of 1621, “no bread.”",
            False,
        ),
        ("Otto Brandt asked the Diet of Riga for ships in 1621: “We have no bread.”", True),
        ("After the “Bread Riot” Otto Brandt told the Diet of Riga in 1621 of the famine.", True),
    ],
)
def test_what_brings_in_words_is_no_fact(tmp_path: Path, text: str, asked: bool) -> None:
    assert bool(cards(tmp_path, f"The famine\n\n{text}", Question)) == asked


@pytest.mark.parametrize(
    ("text", "missing", "ask"),
    [
        ("“Hold the harbour for three months, and you will be free,” Brandt told the Diet.",
         "three months", ()),
        ("“Before the winter comes we shall drink to the victory in Pernau,” Brandt told the Diet.",
         "Pernau", ()),
        # what could be put otherwise waits for its author
        ("“The king will drown the town in a sea of wooden promises,” Brandt told the Diet.",
         "sea of wooden promises", ("speaker",)),
        # what stands elsewhere on the card, what is only called, what is cut off
        ("“I shall tell the Diet of Pernau all that I have seen,” Brandt told the Diet of Pernau.",
         "", ()),
        ("“Do you remember the day when the river froze, Pernau?” said Brandt.", "", ()),
        ("“The burghers will not move before they have eaten! All Pernau—” said Brandt.", "", ()),
        ("“The men of Livonia will rather starve than bow and beg,” said Brandt.", "", ()),
    ],
)  # fmt: skip
def test_which_words_of_a_quotation_a_card_hides(
    tmp_path: Path, text: str, missing: str, ask: tuple[str, ...]
) -> None:
    (found,) = cards(tmp_path, _SPOKE + text, Quotation)
    assert (found.missing, found.ask) == (missing, ask)
