"""On which side of a change of calendar a plain date lies."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from flashgen.countries import read_country
from flashgen.dates import HistoricalDate, parse_edtf


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
    with pytest.raises(ValueError, match=r"there was no such day in .*: .* was followed by 14 "):
        settled(country, value)


@pytest.mark.parametrize("text", ["Rusia", "1918", "1918-02-30", ""])
def test_no_change_of_calendar(text: str) -> None:
    with pytest.raises(ValueError, match="is no country of the table and no day"):
        read_country(text)


def test_the_option(tmp_path: Path, flashgen: Callable[..., Result]) -> None:
    article = tmp_path / "article.txt"
    article.write_text(
        "The king died on 25 October 1760, and the mob rose on 5 September 1752 in vain.\n",
        encoding="utf-8",
    )
    result = flashgen("extract", article, "--calendar", "Britain", "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["dates"][0]["julian"] == "1760-10-14"
    assert (
        "there was no such day in England: 2 September 1752 was followed by 14 September 1752"
        in (result.stderr)
    )
    wrong = flashgen("extract", article, "--calendar-change", "Britian")
    assert wrong.exit_code == 2
    assert "did you mean 'Britain'?" in wrong.stderr


def test_a_sentence_that_names_another_country_wins(
    tmp_path: Path, flashgen: Callable[..., Result]
) -> None:
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
        ("gregorian", "Holland"),
        ("julian", "England"),
        ("julian", "Russia"),
    ]
