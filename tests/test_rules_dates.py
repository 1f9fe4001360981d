"""The date rules: what is a date in a text, and what it means.

Every row is a text of our own and the dates that a reader would find in it, in order, each as
"words = value". A value is written "julian | gregorian" where both calendars are known.
"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.article import read_article
from flashgen.calendars import Calendar, day_number, from_day_number
from flashgen.dates import MONTHS, Stated
from flashgen.rules.dates import find_dates
from flashgen.types import DateForm, DateMention


def dates(folder: Path, text: str, year: int | None = None) -> tuple[DateMention, ...]:
    path = folder / "text.txt"
    path.write_text(text, encoding="utf-8")
    return find_dates(read_article(path), year)


def reading(mention: DateMention) -> str:
    if mention.date is None:
        value = "?"
    elif mention.date.julian is not None:
        value = f"{mention.date.julian} | {mention.date.gregorian}"
    else:
        value = str(mention.date.gregorian)
    return f"{' '.join(mention.surface.split())} = {value}"


DUAL = [
    ("The tsar signed on 25 October/7 November 1917.", "1917-10-25 | 1917-11-07"),
    ("The tsar signed on 10/23 October 1917.", "1917-10-10 | 1917-10-23"),
    ("The tsar signed on 25 October (7 November) 1917.", "1917-10-25 | 1917-11-07"),
    ("He signed on 7 November [O.S. 25 October] 1917.", "1917-10-25 | 1917-11-07"),
    ("He signed on 7 November (25 October, Old Style) 1917.", "1917-10-25 | 1917-11-07"),
    ("He signed on 7 November (25 October, O.S.) 1917.", "1917-10-25 | 1917-11-07"),
    ("He signed on October 25 (November 7), 1917.", "1917-10-25 | 1917-11-07"),
    ("He signed on 23 October 1917 (5 November New Style).", "1917-10-23 | 1917-11-05"),
    ("He signed on 14 (26) December 1825.", "1825-12-14 | 1825-12-26"),
    ("It fell on June 27 [July 8, New Style], 1709.", "1709-06-27 | 1709-07-08"),
    ("It fell on March 3d (February 19th, old style), 1861.", "1861-02-19 | 1861-03-03"),
    ("He landed on 11/22 February 1731/32.", "1732-02-11 | 1732-02-22"),
    ("Born 25 December 1899/6 January 1900, she sang.", "1899-12-25 | 1900-01-06"),
    ("She was born on 25 December/7 January 1918.", "1917-12-25 | 1918-01-07"),
    (
        "It rained on 30 September/10 October 1688 (Julian/Gregorian calendars).",
        "1688-09-30 | 1688-10-10",
    ),
    (
        "They rose on 3–7 July [16–20 July, N.S.] 1917.",
        "1917-07-03/1917-07-07 | 1917-07-16/1917-07-20",
    ),
    (
        "In February or March 1917 according to the Julian or Gregorian calendars it ended.",
        "1917-02 | 1917-03",
    ),
    ("It came on Sunday, 22 October/4 November 1917.", "1917-10-22 | 1917-11-04"),
    ("On 19 August/1 September 1905 the treaty was signed.", "1905-08-19 | 1905-09-01"),
    ("Sofia kept 31 March/13 April 1916 twice over.", "1916-03-31 | 1916-04-13"),
    ("In Athens 15/28 February 1923 was the last old day.", "1923-02-15 | 1923-02-28"),
]


@pytest.mark.parametrize(("text", "value"), DUAL)
def test_a_dual_date_has_both_its_values(tmp_path: Path, text: str, value: str) -> None:
    (mention,) = dates(tmp_path, text)
    assert mention.date is not None
    assert mention.date.stated is Stated.DUAL
    assert reading(mention).partition(" = ")[2] == value
    assert mention.warning is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (text.replace(f" {year}", "", 1), value)
        for text, value in DUAL
        for year in ("1917",)
        if text.count(year) == 1
    ],
)
def test_a_dual_date_without_its_year(tmp_path: Path, text: str, value: str) -> None:
    """The year that the caller gives completes each of these forms."""
    year = 1917
    (mention,) = dates(tmp_path, text, year)
    assert mention.date is not None
    assert mention.form is DateForm.PARTIAL
    assert mention.year_from == "1917 (the year given)"
    if "January" not in text:
        assert reading(mention).partition(" = ")[2] == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # one calendar, named
        ("On 5 July 1917 (N.S.) it rained.", ["5 July 1917 (N.S.) = 1917-06-22 | 1917-07-05"]),
        (
            "On 10 May 1905 (Julian calendar) it rained.",
            ["10 May 1905 (Julian calendar) = 1905-05-10 | 1905-05-23"],
        ),
        ("On 25 October 1917 O.S. he left.", ["25 October 1917 O.S. = 1917-10-25 | 1917-11-07"]),
        # years that began in March
        ("He died on 30 January 1648/9.", ["30 January 1648/9 = 1649-01-30 | 1649-02-09"]),
        # days
        ("Harold fell on 14 October 1066.", ["14 October 1066 = 1066-10-14"]),
        ("On July 4, 1776, bells rang.", ["July 4, 1776 = 1776-07-04"]),
        ("On the 14th of July, 1789, it fell.", ["14th of July, 1789 = 1789-07-14"]),
        ("On 29 February 1700 it snowed.", ["29 February 1700 = 1700-02-29"]),
        ("He wrote in Aug. 1914.", ["Aug. 1914 = 1914-08"]),
        # ranges
        ("From 14–18 March 1921 guns fired.", ["14–18 March 1921 = 1921-03-14/1921-03-18"]),
        ("On March 14-18, 1921, guns fired.", ["March 14-18, 1921 = 1921-03-14/1921-03-18"]),
        (
            "From 28 June to 4 August 1914 envoys met.",
            ["28 June to 4 August 1914 = 1914-06-28/1914-08-04"],
        ),
        ("The Crimean War of 1853–56 ended.", ["1853–56 = 1853/1856"]),
        (
            "Strikes spread between May and July 1905.",
            ["between May and July 1905 = 1905-05/1905-07"],
        ),
        ("He ruled from 1801 to 1825 in peace.", ["1801 to 1825 = 1801/1825"]),
        ("They met on the night of 24/25 May 1940.", ["24/25 May 1940 = 1940-05-24/1940-05-25"]),
        # less than a day
        ("War came in August 1914.", ["August 1914 = 1914-08"]),
        ("In early September 1939 it began.", ["early September 1939 = 1939-09"]),
        ("In the autumn of 1917 bread ran out.", ["autumn of 1917 = 1917-23"]),
        ("The reforms of the 1860s came late.", ["1860s = 186X"]),
        ("In the late nineteenth century it grew.", ["late nineteenth century = 18XX"]),
        ("By the 12th century it was a town.", ["12th century = 11XX"]),
        ("Early 1905 was quiet.", ["Early 1905 = 1905"]),
        ("He was born c. 1340 in Kent.", ["c. 1340 = 1340~"]),
        ("It was founded around 1200.", ["around 1200 = 1200~"]),
        ("The revolution of 1848 failed.", ["1848 = 1848"]),
        ("He reigned long (1762–1796).", ["1762–1796 = 1762/1796"]),
        ("1812 was a cold year.", ["1812 = 1812"]),
        # a weekday proves a calendar
        (
            "On Wednesday, November 7th, 1917, I rose late.",
            ["Wednesday, November 7th, 1917 = 1917-10-25 | 1917-11-07"],
        ),
        (
            "On Wednesday, 25 October 1917, I rose late.",
            ["Wednesday, 25 October 1917 = 1917-10-25 | 1917-11-07"],
        ),
    ],
)
def test_dates_of_every_form(tmp_path: Path, text: str, found: list[str]) -> None:
    assert [reading(mention) for mention in dates(tmp_path, text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "You may march on Rome, and Rome may march on you.",
        "The council sat for two years and thirty days.",
        "He was 25 years old and 3 months away from home.",
        "About 1500 men and 1200 horses crossed the river.",
        "Order No. 1917 was void, and so was paragraph 7/11.",
        "The line ran to 1,500 metres, or 1.905 of the whole.",
        "Ring 15-40, 223-77 or 138-36 and ask for April.",
        "On 31 June 1215 and 30 February 1500 nothing happened.",
        "It was the 9 Thermidor of the Year II.",
        "In the reign of Henry VIII the abbeys fell.",
        "May Smith and August Bebel never met.",
        "The score stood at 10/23 when it rained.",
    ],
)
def test_no_date(tmp_path: Path, text: str) -> None:
    assert [reading(mention) for mention in dates(tmp_path, text)] == []


def test_the_year_comes_from_the_context(tmp_path: Path) -> None:
    text = (
        "In April 1775 the war began. The old treaty of 1763 was void. On 17 June they met again "
        "at Bunker Hill. By July 1775 all was ready."
    )
    found = dates(tmp_path, text)
    assert [reading(m) for m in found] == [
        "April 1775 = 1775-04",
        "1763 = 1763",
        "17 June = 1763-06-17",
        "July 1775 = 1775-07",
    ]


def test_the_year_is_that_of_most_of_the_last_years_stated(tmp_path: Path) -> None:
    text = (
        "In April 1775 the war began, and in May 1775 it spread. The treaty of 1763 was void.\n\n"
        "On 17 June they met again at Bunker Hill."
    )
    june = dates(tmp_path, text)[-1]
    assert reading(june) == "17 June = 1775-06-17"
    assert june.year_from == "1775 (paragraph 1)"


def test_the_title_may_state_the_year(tmp_path: Path) -> None:
    text = "The Battle of Poltava, 1709\n\nOn 27 June the armies stood face to face in the steppe."
    (mention,) = dates(tmp_path, text)
    assert reading(mention) == "27 June = 1709-06-27"
    assert mention.year_from == "1709 (the title)"


def test_a_year_that_nobody_knows_stays_open(tmp_path: Path) -> None:
    (mention,) = dates(tmp_path, "On July 3 they charged once more.")
    assert (mention.date, mention.form) == (None, DateForm.PARTIAL)


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        (
            "It came on 25 October/8 November 1917.",
            "25 October 1917 Old Style is 7 November 1917 New Style, not 8 November 1917",
        ),
        (
            "It came on 14/28 December 1825.",
            "14 December 1825 Old Style is 26 December 1825 New Style, not 28 December 1825",
        ),
        ("It came on Monday, 22 October/4 November 1917.", "that day was a Sunday, not a Monday"),
        ("It came on Friday, 7 November 1917.", "no Friday in either calendar"),
    ],
)
def test_a_date_that_contradicts_itself_is_a_warning(
    tmp_path: Path, text: str, warning: str
) -> None:
    (mention,) = dates(tmp_path, text)
    assert mention.warning == warning


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("That day", "1805-10-21"),
        ("The same evening", "1805-10-21"),
        ("The next morning", "1805-10-22"),
        ("The following day", "1805-10-22"),
        ("The day after", "1805-10-22"),
        ("A week later", "1805-10-28"),
        ("Two days earlier", "1805-10-19"),
        ("A month later", "?"),
        ("The following year", "?"),
    ],
)
def test_relative_dates(tmp_path: Path, words: str, value: str) -> None:
    found = dates(tmp_path, f"Nelson fell on 21 October 1805. {words} a storm broke.")
    assert [reading(m) for m in found[1:]] == [f"{words} = {value}"]
    assert found[1].form is DateForm.RELATIVE


def test_a_relative_date_without_an_anchor_stays_open(tmp_path: Path) -> None:
    (mention,) = dates(tmp_path, "A week later a storm broke.")
    assert mention.date is None


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("At about 2 am on 26 October/8 November 1917 they went in.", "about 2 am"),
        ("On 6 June 1944, at 6:30 a.m., the boats landed.", "6:30 a.m."),
        (
            "It ended on 11 November 1918 at 11 o’clock in the morning.",
            "at 11 o’clock in the morning",
        ),
    ],
)
def test_a_time_of_day_belongs_to_its_date(tmp_path: Path, text: str, time: str) -> None:
    (mention,) = dates(tmp_path, text)
    assert mention.time == time


def test_a_time_of_day_by_itself(tmp_path: Path) -> None:
    (mention,) = dates(tmp_path, "At around 9:30 pm the ship fired.")
    assert (mention.form, mention.time) == (DateForm.TIME, "around 9:30 pm")


def test_line_breaks_and_hard_spaces_stand_in_dates(tmp_path: Path) -> None:
    found = dates(tmp_path, "He came on 25\u00a0October/7\nNovember 1917, and late.")
    assert [reading(m) for m in found] == ["25 October/7 November 1917 = 1917-10-25 | 1917-11-07"]


@given(
    st.integers(day_number(Calendar.JULIAN, 1500, 1, 1), day_number(Calendar.JULIAN, 2020, 1, 1))
)
def test_every_day_can_be_written_in_both_calendars(
    tmp_path_factory: pytest.TempPathFactory, number: int
) -> None:
    """Any day from 1500 to 2020, written with both halves in full, is read back as that day."""
    julian, gregorian = (from_day_number(calendar, number) for calendar in Calendar)
    halves = [f"{day} {MONTHS[month - 1]} {year}" for year, month, day in (julian, gregorian)]
    (mention,) = dates(tmp_path_factory.mktemp("d"), f"It was on {'/'.join(halves)} that he came.")
    assert mention.date is not None
    assert mention.date.stated is Stated.DUAL
    assert mention.date.span_days() == (number, number)
