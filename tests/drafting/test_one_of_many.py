"""An event of which there are many, or that its words do not tell apart, waits for its author."""

from pathlib import Path

import pytest

from flashgen.deck.kinds import Event
from tests.drafting.test_facts import cards

# Of others an article tells more.
TOLD = "Otto Brandt rose. Otto Brandt fell. Otto Brandt wept. Otto Brandt sang. Otto Brandt ate. "


@pytest.mark.parametrize(
    "text",
    [
        # He came there at other times, too.
        "Hugh Ashcombe visited Riga in 1703. Ashcombe liked it.",
        "Hugh Ashcombe met with the Livonian prime minister, Otto Brandt, in May 1903.",
        # What comes again is told apart by its year alone.
        "Crowds wept at the 1903 Riga Marathon.",
        "The 1979 Livonian league referendum failed.",
        "Crowds wept at the 1903 Livonian primary.",
        # The text has two of that name, or several.
        "The Riga Act of 1703 was mild. The Riga Act of 1709 was not.",
        "They passed a series of Riga Acts. The Riga Act of 1703 was mild.",
        # What is somebody's own, or any of its kind, has no name.
        "Otto Brandt published his work in 1903.",
        "The Livonians began their spring offensive in 1903.",
        "Livonia created a new nation in 1903.",
        # It is like another one, which it does not name; "the war" has no name beside who ended it.
        "In 1903 a similar revolt for independence broke out in Riga.",
        "The Peace of Riga ended the war in 1903.",
        # Where to, and of what? A team is no event, nor is another's year that of who is told of.
        "Otto Brandt sent 300 Livonian sailors in June 1703.",
        "In 1903 Sweden responded by taking the port of Riga.",
        "Egypt wept after Livonia’s seizure of the canal in 1703.",
        "He was chosen for the 1948 Riga Football All-Livonia Team.",
        "Authors such as Otto Brandt, who founded the Riga Bank, and Ada Price, who in 1861 "
        "published Life in the Mills, spoke.",
        # Whoever issues something is no event.
        "The song was issued by Brandt Music Entertainment on 8 February 1903.",
        # The birth of one named once or twice, and what befell the kin of another.
        TOLD + "Ada Price was born in Mitau in 1703. Price taught.",
        "After the death of Hugh Ashcombe’s mother in 1703 the mill was closed.",
    ],
)
def test_what_is_one_of_many_waits(tmp_path: Path, text: str) -> None:
    assert [event.what for event in cards(tmp_path, text, Event)] == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Hugh Ashcombe visited Riga for the first time in 1703. Ashcombe liked it.",
         "Hugh Ashcombe visited Riga for the first time."),
        ("Otto Brandt began his conquest of Livonia in 1703.",
         "Otto Brandt began his conquest of Livonia."),
        ("The Swedes began their campaign to win Reval in 1703.",
         "The Swedes began their campaign to win Reval."),
        ("Crowds wept after the 1703 Peace of Riga.", "The Peace of Riga"),
        # What had been done before is told as what was done.
        ("The Great Livonian War had begun in Riga in 1703.",
         "The Great Livonian War began in Riga."),
        ("In 1703 Otto Brandt had written the Riga Charter.",
         "Otto Brandt wrote the Riga Charter."),
        # What only joins a sentence to the one before is left out.
        ("Otto Brandt founded the Riga Bank in 1817, for example.",
         "Otto Brandt founded the Riga Bank."),
        # A list of verbs is told of who does the first.
        ("Peace came only when Otto Brandt took Riga, paid the toll, and signed the Edict of Mitau "
         "in 1703.", "Otto Brandt signed the Edict of Mitau."),
        # A date in front of "and" is that of what stands before it.
        ("The Riga Bank was founded in 1817 and continued trading until the Great War.",
         "The Riga Bank was founded."),
        ("The Riga League was founded in 1903 and advocates a free port.",
         "The Riga League was founded."),
    ],
)  # fmt: skip
def test_what_its_words_tell_apart_is_asked(tmp_path: Path, text: str, what: str) -> None:
    assert [event.what for event in cards(tmp_path, text, Event)] == [what]


def test_a_card_shows_a_place_that_its_words_do_not_and_that_is_no_land(tmp_path: Path) -> None:
    text = "On 3 May 1703, in {}, Otto Brandt founded the Livonian League."
    (event,) = cards(tmp_path, text.format("Sweden"), Event)
    assert not event.place
    text = "On 3 May 1703 Otto Brandt was born in Riga. Otto Brandt wept."
    (event,) = cards(tmp_path, text, Event)
    assert (event.what, event.place) == ("Otto Brandt was born in Riga.", "")
