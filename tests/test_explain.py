"""flashgen explain: why the rules saw what they saw, and what an author can do about it."""

from pathlib import Path

import pytest
import yaml

from flashgen.article import Article, Span
from flashgen.dates.calendars import Calendar
from flashgen.dates.historical import DateValue, HistoricalDate
from flashgen.explain import explain, findings
from flashgen.mentions import (
    DateForm,
    DateMention,
    FoundPerson,
    FoundPlace,
    Mention,
    Mentions,
    PlaceKind,
    QuotationMention,
    Reason,
)
from flashgen.reading import read_article
from flashgen.rules import find_mentions
from tests.conftest import Run

TEXT = """\
The Siege of Lomnava

The siege began on 3 May 1701 and General Elias Brandt shut the gates.

“We shall starve,” said Brandt
when the bread was counted.

It rained for weeks, and nobody in the whole town could say when it would end.
"""


@pytest.fixture
def article(tmp_path: Path) -> Article:
    path = tmp_path / "siege.txt"
    path.write_text(TEXT, encoding="utf-8")
    return read_article(path)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def mention(words: str, *reasons: tuple[str, int]) -> Mention:
    return Mention(span(words), words, tuple(Reason(*reason) for reason in reasons))


def told(article: Article, mentions: Mentions, line: int | None = None) -> list[str]:
    """The lines, the folder of the file left out."""
    return explain(article, mentions, line).replace(f"{article.path.parent}/", "").splitlines()


NOTHING = Mentions(people=(), dates=(), places=(), quotations=())


def test_a_person_with_its_reasons_the_strongest_first(article: Article) -> None:
    name = mention("Elias Brandt", ("person/given-name", 1), ("person/opener", -3), ("title", 4))
    found = Mentions((FoundPerson("Elias Brandt", (name,)),), (), (), ())
    assert told(article, found, 3) == [
        "siege.txt:3:43: person “Elias Brandt”, read as Elias Brandt",
        "    +4  title",
        "    -3  person/opener",
        "    +1  person/given-name",
        "  nobody's name? ignore: {people: [Elias Brandt]}",
        "  another one's name? add Elias Brandt to the 'aliases' of that person",
    ]


def test_a_place(article: Article) -> None:
    found = FoundPlace("St. Lomnava: Upper", (mention("Lomnava", ("town", 2)),), PlaceKind.CITY)
    assert told(article, Mentions((), (), (found,), ()))[:3] == [
        "siege.txt:1:14: place “Lomnava”, read as St. Lomnava: Upper",
        "    +2  town",
        '  no place? ignore: {places: ["St. Lomnava: Upper"]}',
    ]


@pytest.mark.parametrize(
    ("date", "reading"),
    [
        (HistoricalDate.unspecified(DateValue(1701, 5, 3)), "3 May 1701 (1701-05-03)"),
        (
            HistoricalDate.in_calendar(Calendar.JULIAN, DateValue(1701, 5, 3)),
            "3 May 1701 (O.S.) (1701-05-03)",
        ),
        (
            HistoricalDate.dual(DateValue(1701, 5, 3), DateValue(1701, 5, 14)),
            "3/14 May 1701 (1701-05-03 = 1701-05-14)",
        ),
        (None, "no value"),
    ],
)
def test_a_date(article: Article, date: HistoricalDate | None, reading: str) -> None:
    seen = DateMention(span("3 May 1701"), "3 May 1701", (Reason("day"),), date, DateForm.EXPLICIT)
    lines = told(article, Mentions((), (seen,), (), ()), 3)
    assert lines[0] == f"siege.txt:3:20: date “3 May 1701”, read as {reading}"
    assert lines[1] == "    +0  day"
    # Only where nobody says the calendar can the author name the country.
    unknown = reading == "3 May 1701 (1701-05-03)"
    assert any("calendar:" in line for line in lines) == unknown


def test_a_year_that_is_not_stated_says_where_it_comes_from(article: Article) -> None:
    day = HistoricalDate.unspecified(DateValue(1701, 5, 3))
    seen = DateMention(
        span("3 May"), "3 May", (Reason("day"),), day, DateForm.PARTIAL, year_from="the sentence"
    )
    lines = told(article, Mentions((), (seen,), (), ()), 3)
    assert lines[0].endswith("read as 3 May 1701 (1701-05-03), the year from the sentence")
    assert any(line.startswith("  another year? year: under 'deck'") for line in lines)


@pytest.mark.parametrize(("line", "seen"), [(4, False), (5, True), (6, True), (7, False)])
def test_a_find_stands_on_each_of_its_lines(article: Article, line: int, *, seen: bool) -> None:
    whole = span("“We shall starve,” said Brandt\nwhen")
    quotation = QuotationMention(
        whole, "x", (Reason("said", 2),), (span("We shall starve,"),), "We shall starve,", None
    )
    lines = told(article, Mentions((), (), (), (quotation,)), line)
    assert (lines == [f"siege.txt:{line}: a blank line; name one with words"]) is not seen
    if seen:
        assert lines[0].endswith("said Brandt when”, read as nobody's")
        assert "  no quotation? ignore: {quotations: [We shall starve]}" in lines


def test_a_name_that_was_judged_neither_is_told_of_its_line(article: Article) -> None:
    found = Mentions((), (), (), (), neither=(mention("General", ("lower-case", -3)),))
    assert told(article, found, 3)[:2] == [
        "siege.txt:3:35: no name “General”",
        "    -3  lower-case",
    ]
    assert told(article, found) == ["siege.txt: nothing found"]


def test_a_line_that_is_not_read_says_so(article: Article) -> None:
    assert told(article, NOTHING, 1) == ["siege.txt:1: nothing found; set aside, heading"]
    assert told(article, NOTHING, 8) == ["siege.txt:8: nothing found"]


def test_a_blank_line_is_told_from_one_without_finds(article: Article) -> None:
    assert told(article, NOTHING, 2) == ["siege.txt:2: a blank line; name one with words"]


def test_readings_are_those_of_the_text(article: Article) -> None:
    found = [(f.kind, f.mention.surface, f.reading) for f in findings(find_mentions(article))]
    assert found == [
        ("date", "3 May 1701", "1701-05-03"),
        ("person", "Elias Brandt", "Elias Brandt"),
        ("quotation", "We shall starve,", "Elias Brandt"),
        ("person", "Brandt", "Elias Brandt"),
    ]


@pytest.mark.parametrize("name", ["Elias Brandt", "St. Anne’s", "Washington, D.C.", "No", "- #1"])
def test_what_explain_proposes_for_deck_yaml_is_yaml(article: Article, name: str) -> None:
    found = FoundPerson(name, (mention("Elias Brandt", ("title", 4)),))
    (line,) = (line for line in told(article, Mentions((found,), (), (), ())) if "ignore" in line)
    read = yaml.load(line.partition("? ")[2], Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    assert read == {"ignore": {"people": [name]}}


# --- the command --------------------------------------------------------------------------------


def test_the_command_tells_of_a_line_and_of_all(flashgen: Run, article: Article) -> None:
    one = flashgen("explain", f"{article.path}:5")
    assert (one.exit_code, one.stderr) == (0, "")
    assert "person “Brandt”, read as Elias Brandt" in one.stdout
    assert "3 May" not in one.stdout
    everything = flashgen("explain", article.path)
    assert one.stdout in everything.stdout
    assert "date “3 May 1701”" in everything.stdout


def test_a_place_as_messages_have_it_will_do(flashgen: Run, article: Article) -> None:
    outputs = {flashgen("explain", f"{article.path}:{at}").stdout for at in ("5", "5:1")}
    assert len(outputs) == 1


def test_a_file_may_have_a_colon_in_its_name(flashgen: Run, tmp_path: Path) -> None:
    path = tmp_path / "part:2.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert "date “3 May 1701”" in flashgen("explain", path).stdout
    assert "3 May" not in flashgen("explain", f"{path}:5").stdout


def test_the_year_and_the_calendar_can_be_given(flashgen: Run, tmp_path: Path) -> None:
    path = tmp_path / "siege.txt"
    path.write_text("The town fell on 3 May, when the bread was eaten.\n", encoding="utf-8")
    result = flashgen("explain", path, "--year", "1701", "--calendar-change", "Russia")
    assert "read as 3 May 1701 (O.S.) (1701-05-03)" in result.stdout
    path.write_text("The king lost his head on 30 January 1648, at noon.\n", encoding="utf-8")
    result = flashgen("explain", path, "--calendar", "England")
    assert "the calendar from England" in result.stdout
    assert "England did not begin the year in January: may be 1649 by ours" in result.stdout


@pytest.mark.parametrize(
    ("at", "message"),
    [
        (":99", "siege.txt: no line 99; the last one is 8"),
        (":0", "siege.txt: no line 0; the last one is 8"),
        ("x", "siege.txtx: not an article: save it as .txt or .md"),
    ],
)
def test_a_mistake_is_one_line(flashgen: Run, article: Article, at: str, message: str) -> None:
    result = flashgen("explain", f"{article.path}{at}")
    assert result.exit_code == 1
    assert result.stderr == f"{article.path.parent}/{message}\n"
    assert result.stdout == ""
