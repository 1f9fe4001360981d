"""Which country tells the calendar of a date: the place where it happened, else the deck's."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from flashgen.dates.countries import read_country
from flashgen.mentions import DateMention
from flashgen.rules import find_mentions
from tests.rules.found import article

CASES = yaml.safe_load((Path(__file__).parent / "calendars.yaml").read_text(encoding="utf-8"))


def dates_of(tmp_path: Path, deck: str, sentence: str) -> tuple[DateMention, ...]:
    found = find_mentions(article(tmp_path, f"{sentence}\n"), calendar=read_country(deck))
    return found.dates


@pytest.mark.parametrize(("deck", "sentence", "read"), CASES)
def test_the_place_of_a_date_tells_its_calendar(
    tmp_path: Path, deck: str, sentence: str, read: str
) -> None:
    found = [
        "?" if mention.perhaps or mention.warning else mention.date.stated.value[0]
        for mention in dates_of(tmp_path, deck, sentence)
        if mention.date is not None
    ]
    assert found == read.split()


def test_a_date_says_which_place_told_its_calendar(tmp_path: Path) -> None:
    told = "He left Switzerland on 9 April 1917 and came to Petrograd on 3 April 1917."
    assert [m.calendar_from for m in dates_of(tmp_path, "France", told)] == [
        "Switzerland",
        "Russia (Petrograd)",
    ]
    (doubtful,) = dates_of(tmp_path, "Russia", "He rode from Paris to Moscow on 3 May 1812.")
    assert doubtful.calendar_from == "Russia"
    assert doubtful.perhaps == "as counted in France (Paris)"
