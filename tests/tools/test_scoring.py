"""The scorer: what counts as found, as right, and as neither."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tools.annotated import annotated_texts
from tools.matching import match
from tools.misses import misses
from tools.scoring import Tally, score

Entry = dict[str, Any]
NOTHING: Mapping[str, list[Entry]] = {"people": [], "dates": [], "places": [], "quotations": []}


def person(name: str, *forms: str, **more: object) -> Entry:
    return {"canonical": name, "surface_forms": [name, *forms], **more}


def date(surface: str, gregorian: str | None, julian: str | None = None, **more: object) -> Entry:
    calendar = more.pop("calendar", "dual" if julian else "unspecified")
    values = {"gregorian": gregorian, "julian": julian, "calendar": calendar}
    return {"surface": surface, **values, **more}


def quotation(text: str, speaker: str | None = None, **more: object) -> Entry:
    return {"text": text, "speaker": speaker, **more}


def tallies(kind: str, wanted: list[Entry], found: list[Entry], **more: list[Entry]) -> Entry:
    return {**score(match({**NOTHING, **more, kind: wanted}, {kind: found}))}


BRANDT = person("Elias Brandt", "Brandt")


@pytest.mark.parametrize(
    ("wanted", "found", "expected"),
    [
        ([BRANDT], [BRANDT], [(1, 1, 1), (2, 2, 2), (2, 2, 2)]),
        ([BRANDT], [], [(0, 0, 1), (0, 0, 2), (0, 0, 2)]),
        ([], [BRANDT], [(0, 1, 0), (0, 2, 0), (0, 2, 0)]),
        # by one form of the name, accents and possessives aside
        ([BRANDT], [person("BRÁNDT’s")], [(1, 1, 1), (1, 1, 2), (1, 1, 2)]),
        # one person found as two: the forms are there, and one of them is somebody else's
        (
            [BRANDT],
            [person("Elias Brandt"), person("Brandt")],
            [(1, 2, 1), (2, 2, 2), (1, 2, 2)],
        ),
        # two people found as one
        (
            [person("Ann Lee"), person("Bob Lee", "Lee")],
            [person("Bob Lee", "Ann Lee", "Lee")],
            [(1, 1, 2), (3, 3, 3), (2, 3, 3)],
        ),
        # optional people and forms are neither here nor there
        ([person("Zeus", optional=True)], [person("Zeus")], [(0, 0, 0), (0, 0, 0), (0, 0, 0)]),
        ([person("Zeus", optional=True)], [], [(0, 0, 0), (0, 0, 0), (0, 0, 0)]),
        (
            [person("Brandt", optional_forms=["the mayor"])],
            [person("Brandt", "The Mayor")],
            [(1, 1, 1), (1, 1, 1), (1, 1, 1)],
        ),
    ],
)
@pytest.mark.parametrize("kind", ["people", "places"])
def test_entities(
    kind: str,
    wanted: list[Entry],
    found: list[Entry],
    expected: list[tuple[int, int, int]],
) -> None:
    """Hits, finds and what there is to find: of entities, of surfaces, of linked forms."""
    tally = tallies(kind, wanted, found)
    assert [tally[m] for m in (kind, f"{kind} surfaces", f"{kind} linked")] == [
        Tally(*counts) for counts in expected
    ]


@pytest.mark.parametrize(
    ("want", "got", "extent", "value", "dual"),
    [
        (date("7 May 1701", "1701-05-07"), date("7 May 1701", "1701-05-07"), 1, 1, 0),
        (date("7 May 1701", "1701-05-07"), date("on 7 May 1701", "1701-05-08"), 1, 0, 0),
        (date("7 May 1701", "1701-05-07"), date("8 May 1702", "1701-05-07"), 0, 0, 0),
        # other words for it, other values
        (
            date("that day", "1701-05-07", alt_surfaces=["the day of the fall"]),
            date("day of the fall", "1701-05-07"),
            1,
            1,
            0,
        ),
        (date("May", "1701-05", gregorian_alt=["1702-05"]), date("May", "1702-05"), 1, 1, 0),
        (date("May", "1701-05", value_optional=True), date("May", None), 1, 1, 0),
        # written in no calendar, and read in the old one
        (
            date("7 May 1701", "1701-05-07"),
            date("7 May 1701", "1701-05-18", "1701-05-07", calendar="julian"),
            1,
            1,
            0,
        ),
        (
            date("7/18 May 1701", "1701-05-18", "1701-05-07"),
            date("7/18 May 1701", "1701-05-18", "1701-05-07"),
            1,
            1,
            1,
        ),
        (
            date("7/18 May 1701", "1701-05-18", "1701-05-07"),
            date("7/18 May 1701", "1701-05-18", "1701-05-08"),
            1,
            0,
            0,
        ),
        (
            date("7/18 May 1701", "1701-05-18", "1701-05-07", julian_alt=["1701-05-08"]),
            date("7/18 May 1701", "1701-05-18", "1701-05-08"),
            1,
            1,
            1,
        ),
        # right in both calendars, and not seen to be in both
        (
            date("7/18 May 1701", "1701-05-18", "1701-05-07"),
            date("7/18 May 1701", "1701-05-18", "1701-05-07", calendar="julian"),
            1,
            1,
            0,
        ),
    ],
)
def test_dates(want: Entry, got: Entry, extent: int, value: int, dual: int) -> None:
    tally = tallies("dates", [want], [got])
    assert tally["dates extent"] == Tally(extent, 1, 1)
    assert tally["dates value"] == Tally(value, 1, 1)
    assert tally["dual dates"].hits == dual


def test_of_two_dates_in_the_same_words_each_goes_to_its_value() -> None:
    wanted = [date("Monday", "1701-05-02"), date("Monday", "1701-05-09")]
    found = [date("Monday", "1701-05-09", start=3), date("Monday", "1701-05-02", start=90)]
    assert tallies("dates", wanted, found)["dates value"] == Tally(2, 2, 2)


@pytest.mark.parametrize(
    ("want", "got", "found", "attributed"),
    [
        (quotation("Shut the gate!", "Elias Brandt"), quotation("Shut the gate", "Brandt"), 1, 1),
        (quotation("Shut the gate!", "Elias Brandt"), quotation("Shut the gate", "Lee"), 1, 0),
        (quotation("Shut the gate!", "Elias Brandt"), quotation("Open the door", "Brandt"), 0, 0),
        (quotation("Go.", "one clerk"), quotation("Go.", "a clerk"), 1, 0),
        (quotation("Go.", "the clerk"), quotation("Go.", "clerk"), 1, 1),
        (
            quotation("Go.", "one clerk", speaker_alt=["clerk"]),
            quotation("Go.", "a clerk"),
            1,
            1,
        ),
    ],
)
def test_quotations(want: Entry, got: Entry, found: int, attributed: int) -> None:
    tally = tallies("quotations", [want], [got], people=[BRANDT])
    assert tally["quotations"] == Tally(found, 1, 1)
    assert tally["attribution"].hits == attributed
    assert tally["attribution"].wanted == 1


@pytest.mark.parametrize("mark", ["optional", "attribution_optional"])
def test_a_doubtful_speaker_does_not_count(mark: str) -> None:
    want = quotation("Shut the gate!", "Elias Brandt", **{mark: True})
    tally = tallies("quotations", [want], [quotation("Shut the gate!", "Lee")])
    assert tally["attribution"] == Tally(0, 0, 0)


def test_a_quotation_may_lack_one_word_in_ten_and_no_more() -> None:
    want = quotation("one two three four five six seven eight nine ten")
    for left_out, hits in ((1, 1), (3, 0)):
        got = quotation(want["text"].split(" ", left_out)[-1])
        assert tallies("quotations", [want], [got])["quotations"].hits == hits


@pytest.mark.parametrize(
    ("tally", "f1"),
    [(Tally(), 1.0), (Tally(0, 1, 0), 0.0), (Tally(0, 0, 1), 0.0), (Tally(1, 1, 3), 0.5)],
)
def test_figures(tally: Tally, f1: float) -> None:
    assert tally.f1 == f1


def test_every_miss_has_its_line(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "gold").mkdir()
    (tmp_path / "texts" / "siege.txt").write_text(
        "The town of Lomnava shut its gates on 7 May 1701.\n\n"
        "“We shall starve,” said Elias Brandt when he heard of it.\n"
    )
    (tmp_path / "gold" / "siege.json").write_text(
        """{
          "people": [{"canonical": "Elias Brandt", "surface_forms": ["Elias Brandt", "he"]}],
          "places": [],
          "dates": [{"surface": "7 May 1701", "gregorian": "1701-05-08", "calendar": "gregorian"}],
          "quotations": [{"text": "We shall starve", "speaker": "the mayor"},
                         {"text": "he heard of it", "speaker": null}]
        }"""
    )
    (text,) = annotated_texts(tmp_path)
    assert [(m.line, m.message) for m in misses(text.article, text.matched())] == [
        (1, "false in places: 'Lomnava'"),
        (1, "value of '7 May 1701': 1701-05-07 | None, not 1701-05-08 | None"),
        (3, "missed form in people: 'he' of 'Elias Brandt'"),
        (3, "missed in quotations: 'he heard of it'"),
        (3, "speaker of 'We shall starve,': 'Elias Brandt', not 'the mayor'"),
    ]
