"""What ``flashgen extract`` shows: a table for people, JSON for programs."""

import json
from pathlib import Path
from typing import Any

import pytest

from flashgen.article import Article
from flashgen.extract import as_data, as_json, as_table
from flashgen.mentions import Mentions
from flashgen.reading import read_article
from flashgen.rules import find_mentions

TEXT = """\
The Fall of the Harbour Town

The siege of Riga began on 3 May 1700. Elias Brandt, the mayor, shut the gates of the town. On
12/23 May Brandt wrote to Peter the Great in Moscow.

“We have bread for a year,” Brandt wrote, “and water for two: send help before the winter.”
Nobody came. The walls of Riga fell in the autumn of 1700.
"""


def read(folder: Path, text: str, name: str = "article.txt") -> Article:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    return read_article(path)


def extract(folder: Path, text: str = TEXT, year: int | None = None) -> tuple[Article, Mentions]:
    article = read(folder, text)
    return article, find_mentions(article, year=year)


# --- JSON ---------------------------------------------------------------------------------------


def test_the_json_is_what_the_readme_promises(tmp_path: Path) -> None:
    data = json.loads(as_json(*extract(tmp_path)))
    assert {"people", "dates", "places", "quotations"} <= data.keys()
    people = {person["canonical"]: person["surface_forms"] for person in data["people"]}
    assert people["Elias Brandt"] == ["Elias Brandt", "Brandt"]
    assert people["Peter the Great"] == ["Peter the Great"]
    places = {place["canonical"]: place["kind"] for place in data["places"]}
    assert places["Riga"] == "city"
    dual = next(date for date in data["dates"] if date["calendar"] == "dual")
    assert (dual["surface"], dual["julian"], dual["gregorian"], dual["kind"]) == (
        "12/23 May",
        "1700-05-12",
        "1700-05-23",
        "partial",
    )
    assert dual["end"] - dual["start"] == len("12/23 May")
    day = next(date for date in data["dates"] if date["surface"] == "3 May 1700")
    assert (day["gregorian"], day["julian"], day["kind"]) == ("1700-05-03", None, "explicit")
    (quotation,) = data["quotations"]
    assert quotation["text"].startswith("We have bread for a year")
    assert quotation["text"].endswith("send help before the winter.")
    assert [part.rstrip(",.") for part in quotation["parts"]] == [
        "We have bread for a year",
        "and water for two: send help before the winter",
    ]
    assert quotation["speaker"] == "Elias Brandt"
    assert data["set_aside"] == [{"start": 0, "end": 28, "reason": "heading"}]


def test_the_json_is_written_as_it_reads(tmp_path: Path) -> None:
    text = as_json(*extract(tmp_path, "Émile Zola met Lech Wałęsa in Łódź. He wrote: “Ça ira.”"))
    assert "Émile Zola" in text
    assert "\\u" not in text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TEXT, id="plain"),
        pytest.param("\ufeff" + TEXT, id="a byte order mark"),
        pytest.param(TEXT.replace("\n", "\r\n"), id="CRLF"),
        pytest.param(TEXT.replace(" ", "\u00a0"), id="no-break spaces"),
        pytest.param("𝔗𝔥𝔢 🏰 stood in Riga. " + TEXT, id="letters beyond the first plane"),
        pytest.param(TEXT.replace("Brandt", "*Brandt*"), id="markup"),
    ],
)
def test_offsets_count_code_points_of_the_file(tmp_path: Path, text: str) -> None:
    """Whoever reads the file as UTF-8, its byte order mark gone, finds the words there."""
    article, mentions = extract(tmp_path, text)
    content = (tmp_path / "article.txt").read_bytes().decode("utf-8").removeprefix("\ufeff")
    data = as_data(article, mentions)
    assert {"people", "dates", "places", "quotations"} == {key for key in data if data[key]} - {
        "set_aside"
    }
    for date in data["dates"]:
        assert " ".join(content[date["start"] : date["end"]].split()) == date["surface"]
    for found in (*data["people"], *data["places"]):
        for mention in found["mentions"]:
            words = content[mention["start"] : mention["end"]].replace("*", " ")
            assert " ".join(words.split()) in found["surface_forms"]
    for quotation in data["quotations"]:
        words = content[quotation["start"] : quotation["end"]].replace("*", " ")
        assert " ".join(words.split()).strip("“”").startswith("We have bread for a year")


def test_the_command_writes_the_same_json(
    tmp_path: Path, flashgen: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    article, mentions = extract(tmp_path, year=1700)
    result = flashgen("extract", "article.txt", "--format", "json", "--year", "1700", "-q")
    assert json.loads(result.stdout) == as_data(article, mentions)


AWKWARD = """\
Jean d’Arc: A “Life”

On 3 May 1700 the painter Łucja O’Neil-Świętek wrote to Johann Groß in Düsseldorf. “It's 5 o'clock:
#1, 'now' or never; [sic] {never} & *never* - yes? | no! > 100% @home `ok`,” she wrote to Groß,
“and \\ is no answer.” Groß answered: “No: never.”

Groß wrote on 12/23 May 1700 and in August 1701, in 1702, in the 1690s and in the autumn of 1703:
“null.” She said: “~” and “- one” and “yes, no, true and 1700-05-03: these are words, too.”
"""


# --- the table ----------------------------------------------------------------------------------


def test_the_table_says_what_stands_where(tmp_path: Path) -> None:
    lines = as_table(*extract(tmp_path)).splitlines()
    assert [line for line in lines if line and not line.startswith(" ")] == [
        "People (2)",
        "Dates (4)",
        "Places (2)",
        "Quotations (1)",
        "2 paragraphs read; set aside: 1 × heading",
    ]
    assert lines[1:4] == [
        "  line  name             times  also called",
        "     3  Elias Brandt     3×     Brandt",
        "     4  Peter the Great  1×",
    ]
    assert "     4  12/23 May       12/23 May 1700  dual; year: 1700 (paragraph 1)" in lines
    assert (
        "     6  Elias Brandt  We have bread for a year, and water for two: "
        "send help before the winter."
    ) in lines


def test_a_time_of_day_is_no_date(tmp_path: Path) -> None:
    lines = as_table(*extract(tmp_path, "At 9 AM the Council of Riga met. It rained.")).splitlines()
    assert "Dates (0)" in lines
    assert lines[lines.index("Times of day (1)") + 2] == "     1  9 AM"


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
def test_no_line_of_the_table_is_wider_than_the_terminal(tmp_path: Path, width: int) -> None:
    lines = as_table(*extract(tmp_path, AWKWARD, 1700), width).splitlines()
    assert max(map(len, lines)) <= width
    assert all(line == line.rstrip() for line in lines)
    assert ("…" in "".join(lines)) == (width < 200)


def test_a_text_without_finds_has_an_empty_table(tmp_path: Path) -> None:
    assert as_table(*extract(tmp_path, "They fled.")) == (
        "People (0)\n\nDates (0)\n\nPlaces (0)\n\nQuotations (0)\n\n"
        "1 paragraph read; set aside: nothing"
    )


def test_doubtful_dates_are_said_beside_the_table(
    tmp_path: Path, flashgen: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    read(tmp_path, "They came.\n\nIt fell on Friday, 7 November 1917.\n")
    result = flashgen("extract", "article.txt")
    assert result.exit_code == 0
    assert result.stderr.startswith("article.txt:3:12: Friday, 7 November 1917: ")
    assert flashgen("extract", "article.txt", "-q").stderr == ""
