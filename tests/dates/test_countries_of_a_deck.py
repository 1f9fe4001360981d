"""The calendar of a date in deck.yaml: its event, then its place, then the deck tell it."""

from pathlib import Path

import pytest

from flashgen.dates.calendars import Calendar
from flashgen.dates.countries import read_country
from flashgen.dates.historical import HistoricalDate, parse_edtf
from flashgen.deck.kinds import Event, Person
from flashgen.deck.loader import load_curation
from flashgen.errors import InputError


@pytest.mark.parametrize(
    ("told", "stated"),
    [
        ("calendar: Holland", "gregorian"),
        ("place: poltava", "julian"),
        ("place: poltava, calendar: Sweden", "swedish"),
        ("cite: x", "julian"),  # nothing but the deck tells
    ],
)
def test_the_event_then_its_place_then_the_deck_tell_the_calendar(
    tmp_path: Path, told: str, stated: str
) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text(
        "deck: {id: a, name: a, topic: a, updated: 2026-01-31, calendar: England}\n"
        "places: {poltava: {name: Poltava, kind: city, calendar: Russia}}\n"
        f"events: {{e: {{what: a, date: 1709-06-28, {told}}}}}\n",
        encoding="utf-8",
    )
    (event,) = load_curation(path).of(Event)
    assert event.date.stated == stated
    # The deck counts as England does, the place as Russia, where 1918 still began Old Style.
    late = path.read_text(encoding="utf-8").replace("1709-06-28", "1918-01-05")
    path.write_text(late, encoding="utf-8")
    (event,) = load_curation(path).of(Event)
    assert (event.date.stated == "julian") == (told == "place: poltava")


@pytest.mark.parametrize(
    ("country", "day", "year"),
    [
        ("England", "1648-01-30", 1649),
        ("England", "1648-03-24", 1649),
        ("England", "1648-03-25", None),
        ("England", "1752-01-30", None),
        ("Scotland", "1601-01-30", None),
        ("Russia", "1698-09-05", 1697),
        ("Russia", "1698-08-05", None),
        ("Venice", "1740-02-05", 1741),
        ("Sweden", "1740-02-05", None),
    ],
)
def test_a_year_that_did_not_begin_in_january(country: str, day: str, year: int | None) -> None:
    date = HistoricalDate.in_calendar(Calendar.JULIAN, parse_edtf(day))
    assert read_country(country).other_year(date) == year


def test_one_of_some_dates_may_be_a_list(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text(
        "deck: {id: a, name: a, topic: a, updated: 2026-01-31, calendar: France}\n"
        "events: {e: {what: a, date: [1815-06-10, 1815-06-11]}}\n",
        encoding="utf-8",
    )
    (event,) = load_curation(path).of(Event)
    assert event.date.as_written() == "10 or 11 June 1815"


DECK = "deck: {id: a, name: a, topic: a, updated: 2026-01-31%s}\nevents: {e: {what: a, date: %s}}\n"


def told(tmp_path: Path, date: str, calendar: str) -> str:
    """What an author is told of a date: the error, else the warning, without its place."""
    path = tmp_path / "deck.yaml"
    path.write_text(DECK % (f", {calendar}" if calendar else "", date), encoding="utf-8")
    try:
        problems = load_curation(path).hints
    except InputError as error:
        problems = error.problems
    (problem,) = problems or (None,)
    return problem.message if problem else ""


_1752 = "2 September 1752 was followed by 14 September 1752"


@pytest.mark.parametrize(
    ("date", "calendar", "says"),
    [
        # the leap day of another calendar, and days that a change left out, wherever they stand
        (
            "1700-02-29",
            "France",
            "1700 had no 29 February in France: its calendar was the Gregorian",
        ),
        ("1900-02-29", "gregorian", "1900 had no 29 February: the calendar was the Gregorian"),
        (
            "1712-02-30",
            "England",
            "1712 had no 30 February in England: its calendar was the Julian",
        ),
        (
            "1700-02-29/1700-03-02",
            "France",
            "1700 had no 29 February in France: its calendar was the Gregorian",
        ),
        ("1752-09-01/1752-09-05", "England", f"there was no 5 September 1752 in England: {_1752}"),
        (
            "[1752-09-05, 1752-09-06]",
            "England",
            f"there was no 5 September 1752 in England: {_1752}",
        ),
        ("'1752-09-05?'", "England", f"there was no 5 September 1752 in England: {_1752}"),
        # ends in two calendars
        (
            "1752-08-30/1752-09-20",
            "England",
            "not sure of which calendar: the calendar of England changed in between: "
            f"{_1752}; say {{julian: …}} or {{gregorian: …}}",
        ),
        (
            "1700-02-28/1700-03-02",
            "Sweden",
            "not sure of which calendar: the calendar of Sweden changed in between: 28 February "
            "1700 was followed by 1 March 1700; say {julian: …} or {gregorian: …}",
        ),
        (
            "1867-10-07",
            "Alaska",
            "not sure of which calendar: the day of the transfer at Sitka was 18 October by the "
            "American count and 7 October O.S. by the Russian one, which was a day ahead: "
            "6 October O.S. was followed by 18 October; say {julian: …} or {gregorian: …}",
        ),
        ("1752-09", "England", ""),
        ("1750/1755", "England", ""),
        # what no country tells
        (
            "1688-11-05/1689-02",
            "",
            "of which calendar? a line 'calendar:' under 'deck' says it, such as England",
        ),
        ("1688-11/1689-02", "", ""),
        # YAML's own braces and brackets
        ("{1667,1668}", "", 'put a set in braces in quotation marks: "{1667,1668}"'),
        ("{..1984}", "", 'put a set in braces in quotation marks: "{..1984}"'),
        ("[{islamic: 1293}]", "", "must be a list of texts, not a mapping"),
        ("[..1760]", "", ""),
        # two eras
        ("{islamic: 1100-01-01, julian: 1688-10-16}", "", ""),
        ("{republican: 0007-12-01, julian: 1799-08-07}", "", ""),
        ("{islamic: 1293-09-01, julian: 1876-09-08}", "", ""),
        (
            "{islamic: 0857-05-20, gregorian: 1453-06-07}",
            "",
            "there was no Gregorian calendar before 15 October 1582",
        ),
    ],
)
def test_a_date_that_cannot_stand_so_says_why(
    tmp_path: Path, date: str, calendar: str, says: str
) -> None:
    assert told(tmp_path, date, calendar and f"calendar: {calendar}") == (
        says and f"events.e.date: {says}"
    )


_OTHERS = "write julian, gregorian, or a country of docs/calendars.md, such as England"
_CHANGED = "countries changed between 15 October 1582 and 1 January 1927"


@pytest.mark.parametrize(
    ("calendar", "says"),
    [
        ("5", f"'5' is no country of the table and no day; {_OTHERS}"),
        ("Old Style", f"'Old Style' is no country of the table and no day; {_OTHERS}"),
        ("Atlantis", f"'Atlantis' is no country of the table and no day; {_OTHERS}"),
        ("Hudsons bay", "no country of the table and no day; did you mean 'Hudson's Bay'?"),
        ("Rusia", "'Rusia' is no country of the table and no day; did you mean 'Russia'?"),
        ("islamic", "an era is stated by its key, such as {islamic: …} under 'date'"),
        ("republican", "an era is stated by its key, such as {republican: …} under 'date'"),
        ("1500-01-01", f"'1500-01-01' is no first day of New Style: {_CHANGED}"),
        ("2030-01-01", f"'2030-01-01' is no first day of New Style: {_CHANGED}"),
        (
            "Russia, calendar_change: Russia",
            "stands beside 'calendar', its new name; keep that one",
        ),
    ],
)
def test_what_names_no_calendar_says_what_may_stand_there(
    tmp_path: Path, calendar: str, says: str
) -> None:
    assert told(tmp_path, "1914", f"calendar: {calendar}").endswith(says)


def test_nobody_dies_before_birth(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    life = "people: {p: {name: A B, born: %s, died: %s, calendar: England}}\n"
    head = DECK.partition("\n")[0] % "" + "\n"
    path.write_text(head + life % ("1685", "1630"), encoding="utf-8")
    with pytest.raises(InputError, match=r"people\.p\.died: 1630 is before 'born', 1685"):
        load_curation(path)
    path.write_text(head + life % ("1685-03-21", "1685"), encoding="utf-8")
    assert load_curation(path).of(Person)[0].died


@pytest.mark.parametrize(
    ("place", "name"), [("Berlin", "Berlin"), ("jerusalem", "Jerusalem"), ("The Hague", "Holland")]
)
def test_a_place_of_many_states_goes_by_its_own_name(place: str, name: str) -> None:
    """Berlin in 1945 did not count as "Protestant German states" did."""
    country = read_country(place)
    assert country.name == name
    assert read_country("Dresden") == read_country("Berlin")
