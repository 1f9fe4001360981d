"""Dates by reference to another one, and times of day."""

from pathlib import Path

import pytest

from flashgen.mentions import DateForm
from tests.rules.dates.rows import reading, readings
from tests.rules.found import dates


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("That day", "1805-10-21"),
        ("That very night", "1805-10-21"),
        ("The same evening", "1805-10-21"),
        ("The next morning", "1805-10-22"),
        ("The following day", "1805-10-22"),
        ("The day after", "1805-10-22"),
        ("The previous evening", "1805-10-20"),
        ("A week later", "1805-10-28"),
        ("Two days earlier", "1805-10-19"),
        ("30 days later", "1805-11-20"),
        ("Seven weeks later", "1805-12-09~"),
        ("A month later", "1805-11~"),
        ("Three months later", "1806-01~"),
        ("A year later", "1806"),
        ("Ten years earlier", "1795"),
        ("The following year", "1806"),
        ("The previous year", "1804"),
        ("The following month", "1805-11"),
        ("The following March", "1806-03"),
        ("The previous March", "1805-03"),
        ("The following winter", "1805-24"),
        ("The next summer", "1806-22"),
        ("The following week", "?"),
        ("The following Sunday", "?"),  # of no calendar, no weekday
    ],
)
def test_relative_dates(tmp_path: Path, words: str, value: str) -> None:
    found = dates(tmp_path, f"Nelson fell on 21 October 1805. {words} a storm broke.")
    assert readings(found[1:]) == [f"{words} = {value}"]
    assert found[1].form is DateForm.RELATIVE


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It fell on 25 October/7 November 1917. A week later", "1917-11-01 | 1917-11-14"),
        ("It fell on 25 October/7 November 1917. The following Sunday", "1917-10-29 | 1917-11-11"),
        ("It fell in March 1848. Two days later", "?"),
        ("It fell in March 1848. Two months later", "1848-05~"),
        ("It fell in 1848. Two months later", "?"),
        ("It fell in 1848. Two years later", "1850"),
        ("It fell in 49 BC. Two years later", "-0046"),
        ("It fell on 25 October/7 November 1917. A month later", "?"),
        ("It fell on 25 October/7 November 1917. The following year", "1918"),
        ("It fell on 25 December 1899/6 January 1900. The following year", "?"),
        (
            "It fell on 27 June/8 July 1709 (28 June by the Swedish count). A day later",
            "1709-06-28 | 1709-07-09",
        ),
        ("It fell on 31 December 9999. The next day", "?"),
        ("It fell on 3 March 1848. Five days later it rose again. Two days later", "?"),
        ("It fell on 3 March 1848.\n\nSo it was said.\n\nNobody wept.\n\nThe next day", "?"),
        ("A week later", "?"),
    ],
)
def test_a_relative_date_needs_a_certain_anchor(tmp_path: Path, text: str, value: str) -> None:
    mention = dates(tmp_path, f"{text} a storm broke.")[-1]
    assert reading(mention).partition(" = ")[2] == value


# --- times of day ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("At about 4 am on 3/16 July 1917 they went out.", "about 4 am"),
        ("On 6 June 1944, at 6:30 a.m., the boats landed.", "6:30 a.m."),
        ("It ended on 11 November 1918 at 11 o’clock in the morning.", "11 o’clock in the morning"),
        ("At 3:15 on the morning of 22 June 1941 it began.", "3:15 on the morning"),
        (
            "At half past two in the afternoon of 3 July 1863 it began.",
            "half past two in the afternoon",
        ),
        ("Between 2 and 3 a.m. on 17 July 1918 they died.", "Between 2 and 3 a.m."),
        ("At noon on 24 April 1916 he read it out.", "noon"),
        ("At dawn on 24 April 1916 he read it out.", "dawn"),
        ("At 9pm on 24 April 1916 he read it out.", "9pm"),
    ],
)
def test_a_time_of_day_belongs_to_its_date(tmp_path: Path, text: str, time: str) -> None:
    (mention,) = dates(tmp_path, text)
    assert mention.time == time


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("At around 9:30 pm the ship fired.", ["around 9:30 pm"]),
        ("He spoke a little before 9pm. Then he left.", ["9pm"]),
        ("At ten in the morning, or at 11 a.m., they rose.", ["ten in the morning", "11 a.m."]),
        ("He was killed at 15:30 by a single shot.", ["15:30"]),
        ("At dawn he rose; in 9.30 metres he fell; two in three died.", []),
    ],
)
def test_a_time_of_day_by_itself(tmp_path: Path, text: str, times: list[str]) -> None:
    found = dates(tmp_path, text)
    assert [(m.form, m.time) for m in found] == [(DateForm.TIME, time) for time in times]


def test_a_time_belongs_to_the_relative_date_behind_it(tmp_path: Path) -> None:
    mention = dates(tmp_path, "He came on 21 October 1805. At 11 am that day he fell.")[1]
    assert reading(mention) == "that day = 1805-10-21"
    assert mention.time == "11 am"
