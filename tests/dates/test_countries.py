"""On which side of a change of calendar a plain date lies."""

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from flashgen.dates.calendars import Calendar, from_day_number
from flashgen.dates.countries import read_country
from flashgen.dates.historical import DateValue, HistoricalDate, parse_edtf
from flashgen.tables import load
from tests.conftest import Run


def settled(country: str, value: str) -> tuple[str | None, str]:
    found = read_country(country).settle(HistoricalDate.unspecified(parse_edtf(value)))
    return (str(found.julian) if found.julian else None), str(found.value)


@pytest.mark.parametrize(
    ("country", "value", "julian", "gregorian"),
    [
        # the last old day and the first new one, by country
        ("Italy", "1582-10-04", "1582-10-04", "1582-10-04"),
        ("Italy", "1582-10-15", "1582-10-05", "1582-10-15"),
        ("Britain", "1752-09-02", "1752-09-02", "1752-09-13"),
        ("Britain", "1752-09-14", "1752-09-03", "1752-09-14"),
        ("England", "1688-11-05", "1688-11-05", "1688-11-15"),
        ("Russia", "1918-01-31", "1918-01-31", "1918-02-13"),
        ("russia", "1918-02-14", "1918-02-01", "1918-02-14"),
        ("Bulgaria", "1916-03-31", "1916-03-31", "1916-04-13"),
        ("Greece", "1923-02-15", "1923-02-15", "1923-02-28"),
        ("Greece", "1923-03-01", "1923-02-16", "1923-03-01"),
        # a day more than the Julian calendar from 1700 to 1712: Poltava by the Swedish count
        ("Sweden", "1700-02-28", "1700-02-28", "1700-03-10"),
        ("Sweden", "1700-03-01", "1700-02-29", "1700-03-11"),
        ("Sweden", "1709-06-28", "1709-06-27", "1709-07-08"),
        ("Sweden", "1712-03-01", "1712-03-01", "1712-03-12"),
        # by a day of one's own
        ("1700-03-01", "1700-02-18", "1700-02-18", "1700-02-28"),
        # a day of the Julian calendar alone
        ("Russia", "1900-02-29", "1900-02-29", "1900-03-13"),
        # months and years are intervals in the other calendar
        ("Russia", "1917-02", "1917-02", "1917-02-14/1917-03-13"),
        ("Russia", "1917", "1917", "1917-01-14/1918-01-13"),
        ("Russia", "1919", "1918-12-19/1919-12-18", "1919"),
        # what the change divides stays plain
        ("Russia", "1918-02", None, "1918-02"),
        ("Britain", "1752", None, "1752"),
        ("Russia", "191X", None, "191X"),
    ],
)
def test_sides(country: str, value: str, julian: str | None, gregorian: str) -> None:
    assert settled(country, value) == (julian, gregorian)


@pytest.mark.parametrize(
    ("country", "value"),
    [("Britain", "1752-09-03"), ("Britain", "1752-09-13"), ("Russia", "1918-02-13")],
)
def test_a_day_that_the_change_left_out(country: str, value: str) -> None:
    with pytest.raises(ValueError, match=r"there was no [0-9].* in .*: .* was followed by 14 "):
        settled(country, value)


@pytest.mark.parametrize("text", ["Rusia", "1918", "1918-02-30", ""])
def test_no_change_of_calendar(text: str) -> None:
    with pytest.raises(ValueError, match="is no country of the table and no day"):
        read_country(text)


def test_the_option(tmp_path: Path, flashgen: Run) -> None:
    article = tmp_path / "article.txt"
    article.write_text(
        "The king died on 25 October 1760, and the mob rose on 5 September 1752 in vain.\n",
        encoding="utf-8",
    )
    result = flashgen("extract", article, "--calendar", "Britain", "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["dates"][0]["julian"] == "1760-10-14"
    change = "2 September 1752 was followed by 14 September 1752"
    assert f"there was no 5 September 1752 in England: {change}" in result.stderr
    wrong = flashgen("extract", article, "--calendar-change", "Britian")
    assert wrong.exit_code == 2
    assert "did you mean 'Britain'?" in wrong.stderr


def test_a_sentence_that_names_another_country_wins(tmp_path: Path, flashgen: Run) -> None:
    article = tmp_path / "article.txt"
    article.write_text(
        "The prince left The Hague on 20 October 1688. On 5 November 1688 his men landed in"
        " England. They rested on 9 November 1688.\n",
        encoding="utf-8",
    )
    found = json.loads(
        flashgen("extract", article, "--calendar", "Russia", "--format", "json").stdout
    )["dates"]
    assert [(date["calendar"], date["calendar_from"]) for date in found] == [
        ("gregorian", "Holland (The Hague)"),
        ("julian", "England"),
        ("julian", "Russia"),
    ]


ROWS = load("calendars")


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_a_row_names_its_source_and_what_is_not_sure(row: dict[str, Any]) -> None:
    assert row.keys() <= {"name", "group", "also", "towns", "counts", "years", "unsure", "source"}
    assert row["source"]
    assert all(doubt.keys() <= {"days", "why"} and doubt["why"] for doubt in row.get("unsure", ()))


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_a_country_counts_so_up_to_the_change_and_otherwise_from_then_on(
    row: dict[str, Any],
) -> None:
    country = read_country(row["name"])
    for old, new in pairwise(country.periods):
        for calendar, number in ((old.calendar, old.last), (new.calendar, new.first)):
            assert calendar is not None
            day = DateValue(*from_day_number(calendar, int(number)))
            assert country.in_force(int(number)) is calendar
            settled = country.settle(HistoricalDate.unspecified(day))
            if why := country.doubt(HistoricalDate.unspecified(day)):
                assert settled.calendar is None
                twice = (old.calendar, new.calendar) == (Calendar.GREGORIAN, Calendar.JULIAN)
                assert ("counted the date twice" in why) <= twice
            else:
                assert (settled.calendar, settled.written) == (calendar, day)
        if (old.calendar, new.calendar) == (Calendar.JULIAN, Calendar.GREGORIAN):
            left_out = DateValue(*from_day_number(Calendar.GREGORIAN, int(old.last)))
            plain = HistoricalDate.unspecified(left_out)
            if not country.doubt(plain):
                with pytest.raises(ValueError, match=r"there was no \d.* in .* was followed by "):
                    country.settle(plain)


def test_no_two_countries_share_a_name_or_a_town() -> None:
    """Else a text that names it would be read by the wrong one."""
    names = Counter(name.casefold() for row in ROWS for name in (row["name"], *row.get("also", ())))
    towns = Counter(town.casefold() for row in ROWS for town in row.get("towns", ()))
    assert [name for name, count in (*names.items(), *towns.items()) if count > 1] == []
