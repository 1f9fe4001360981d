"""What ``flashgen extract`` shows: a table for people, JSON for programs, a draft for authors."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from flashgen.article import Article
from flashgen.dates.countries import read_country
from flashgen.dates.historical import Stated
from flashgen.deck.kinds import Event, Person, Place, Quotation
from flashgen.deck.loader import load_curation
from flashgen.drafting.draft import draft as as_draft
from flashgen.errors import InputError
from flashgen.extract import as_data, as_json, as_table
from flashgen.facts import resolve
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
        assert content[date["start"] : date["end"]] == date["surface"]
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


# --- the draft ----------------------------------------------------------------------------------

AWKWARD = """\
Jean d’Arc: A “Life”

On 3 May 1700 the painter Łucja O’Neil-Świętek wrote to Johann Groß in Düsseldorf. “It's 5 o'clock:
#1, 'now' or never; [sic] {never} & *never* - yes? | no! > 100% @home `ok`,” she wrote to Groß,
“and \\ is no answer.” Groß answered: “No: never.”

Groß wrote on 12/23 May 1700 and in August 1701, in 1702, in the 1690s and in the autumn of 1703:
“null.” She said: “~” and “- one” and “yes, no, true and 1700-05-03: these are words, too.”
"""


def draft(folder: Path, text: str, updated: str = "2026-01-31") -> Path:
    article, mentions = extract(folder, text, year=1700)
    path = folder / "deck.yaml"
    filled = as_draft(article, mentions, 1700).replace("updated: ''", f"updated: {updated}")
    path.write_text(filled, encoding="utf-8")
    return path


@pytest.mark.parametrize("text", [TEXT, AWKWARD, "They fled.\n", "Nobody came to Paris.\n"])
def test_a_draft_lacks_only_the_day_of_its_version(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError) as caught:
        load_curation(draft(tmp_path, text, updated="''"))
    (problem,) = caught.value.problems
    assert problem.message == "deck.updated: is empty; fill it in"


@pytest.mark.parametrize("text", [TEXT, AWKWARD])
def test_a_draft_keeps_every_find(tmp_path: Path, text: str) -> None:
    article, mentions = extract(tmp_path, text, year=1700)
    curation = load_curation(draft(tmp_path, text))
    assert [person.name for person in curation.of(Person)] == [p.canonical for p in mentions.people]
    assert [place.name for place in curation.of(Place)] == [p.canonical for p in mentions.places]
    assert [place.sort for place in curation.of(Place)] == [p.kind for p in mentions.places]
    assert [q.text for q in curation.of(Quotation)] == [
        q.text.rstrip(" ,;") for q in mentions.quotations
    ]
    stated = {m.date.span_days() for m in mentions.dates if m.date and m.form != "relative"}
    assert {event.date.span_days() for event in curation.of(Event)} == stated
    assert len(curation.of(Event)) == len(stated)
    # Every drafted fact finds its passage again, and the draft asks only for what it can prove.
    resolution = resolve(article, mentions, curation)
    assert all("of which calendar?" in warning.message for warning in resolution.problems)
    assert resolution.uncurated == {"people": (), "places": ()}
    assert all(fact.evidence is not None for fact in resolution.facts)
    assert {question for item in curation.items for question in item.ask} <= {
        "speaker", "missing", "name", "description",
    }  # fmt: skip


def test_a_draft_prefers_the_date_that_states_its_calendar(tmp_path: Path) -> None:
    text = "It ended on 23 May 1700. In Moscow it was 12/23 May 1700. They fled on 23 May 1700."
    (event,) = load_curation(draft(tmp_path, text)).of(Event)
    assert event.date.stated is Stated.DUAL


def test_a_draft_reads_plain_dates_as_the_author_told_the_rules_to(tmp_path: Path) -> None:
    change = read_country("Russia")
    article = read(tmp_path, "The walls fell on 23 May 1700. They were rebuilt in 1919.")
    mentions = find_mentions(article, calendar=change)
    path = tmp_path / "deck.yaml"
    text = as_draft(article, mentions, calendar=change)
    path.write_text(text.replace("updated: ''", "updated: 2026-01-31"), encoding="utf-8")
    curation = load_curation(path)
    assert curation.deck.calendar == change
    assert [event.date.stated for event in curation.of(Event)] == [Stated.JULIAN, Stated.GREGORIAN]
    again = find_mentions(article, calendar=curation.deck.calendar)
    assert resolve(article, again, curation).problems == ()


def test_a_draft_names_an_event_by_its_date_as_it_is_written(tmp_path: Path) -> None:
    text = (
        "He sailed on 30 June 1688. In May 1688 they had met. On 5/15 November 1688 he landed. "
        "In Paris Robespierre fell on 9 Thermidor Year II (27 July 1794)."
    )
    england = read_country("England")
    article = read(tmp_path, text)
    found = yaml.safe_load(
        as_draft(article, find_mentions(article, calendar=england), None, england)
    )
    dates = {key: event["date"] for key, event in found["events"].items()}
    assert dates == {
        "1688-06-30": "1688-06-30",
        "1688-05": "1688-05",
        "1688-11-05": {"julian": "1688-11-05", "gregorian": "1688-11-15"},
        "1794-07-27": {"republican": "0002-11-09", "gregorian": "1794-07-27"},
    }


@pytest.mark.parametrize(
    ("path", "deck_id"),
    [
        ("decks/my-deck/article.txt", "my-deck"),
        ("decks/Über Łódź/article.md", "uber-lodz"),
        ("texts/siege-of-1700.txt", "siege-of-1700"),
    ],
)
def test_a_draft_is_named_after_its_folder_or_else_its_file(
    tmp_path: Path, path: str, deck_id: str
) -> None:
    article = read(tmp_path, "They fled to the sea.", path)
    deck = yaml.safe_load(as_draft(article, find_mentions(article)))["deck"]
    assert deck["id"] == deck_id


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Hugh Ashcombe, the mayor of Riga, spoke.", "mayor of Riga"),
        ("Hugh Ashcombe spoke. In 1701 Ashcombe became governor of the province.",
         "governor of the province"),
        ("Hugh Ashcombe was a weaver in Leeds.", "weaver in Leeds"),
        ("Hugh Ashcombe was never a weaver.", ""),
        ("Hugh Ashcombe, a river of tears in his eyes, spoke.", ""),
        ("Hugh Ashcombe, the mayor told them, was ill.", ""),
        ("Hugh Ashcombe was mayor in 1701.", "mayor"),
    ],
)  # fmt: skip
def test_a_draft_says_who_somebody_is_where_the_article_does(
    tmp_path: Path, text: str, who: str
) -> None:
    people = yaml.safe_load(as_draft(*extract(tmp_path, text)))["people"]
    assert people["hugh-ashcombe"]["who"] == who


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("We have lost the old harbour of the town.", "the old harbour of the town"),
        ("Peace and the bread, the bread and peace!", ""),
        ("The old harbour", ""),
        ("Never shall I go.", ""),
    ],
)
def test_a_draft_hides_a_phrase_that_stands_once(tmp_path: Path, words: str, missing: str) -> None:
    text = f"“{words}” said Hugh Ashcombe to the weavers of the town."
    (quotation,) = yaml.safe_load(as_draft(*extract(tmp_path, text)))["quotations"].values()
    assert quotation["missing"] == missing


def test_keys_are_plain_and_told_apart(tmp_path: Path) -> None:
    text = (
        "“They will come, one and all,” he said. “They will come, one and all, in May,” she said."
    )
    keys = list(yaml.safe_load(as_draft(*extract(tmp_path, text)))["quotations"])
    assert keys == ["they-will-come-one-and", "they-will-come-one-and-2"]


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


def test_a_date_of_which_two_years_are_as_likely_asks_nothing_yet(tmp_path: Path) -> None:
    text = (
        "The bridge of 1844 was long, and the bridge of 1867 was longer.\n\n"
        "On 3 February the river took one of them."
    )
    article, mentions = extract(tmp_path, text)
    (mention,) = [m for m in mentions.dates if m.surface == "3 February"]
    assert mention.date is not None
    years = {str(mention.date.value)[:4], (mention.perhaps or "")[:4]}
    assert years == {"1844", "1867"}
    drafted = as_draft(article, mentions).replace("updated: ''", "updated: 2026-01-31")
    assert f"unsure: or {mention.perhaps}" in drafted
    path = tmp_path / "deck.yaml"
    path.write_text(drafted.replace("what: ''", "what: The river rose."), encoding="utf-8")
    curation = load_curation(path)
    assert [(event.date.is_day, bool(event.ask)) for event in curation.of(Event)] == [
        (False, True),
        (False, True),
        (True, False),
    ]
