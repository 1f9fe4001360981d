"""deck.yaml: every mistake is one line with its place, its key and the mend, all at once."""

from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashgen.deck.file import Curation
from flashgen.deck.kinds import Event, Person, Place, Quotation
from flashgen.deck.loader import load_curation
from flashgen.errors import InputError
from flashgen.mentions import PlaceKind

HEAD = """\
deck:
  id: siege
  name: The Siege
  topic: A siege
  updated: 2026-01-31
"""


def load(folder: Path, body: str, head: str = HEAD) -> Curation:
    path = folder / "deck.yaml"
    path.write_text(head + dedent(body), encoding="utf-8")
    return load_curation(path)


def complaints(folder: Path, body: str, head: str = HEAD) -> list[str]:
    with pytest.raises(InputError) as caught:
        load(folder, body, head)
    return [str(problem).removeprefix(f"{folder}/") for problem in caught.value.problems]


def test_a_complete_file(tmp_path: Path) -> None:
    curation = load(
        tmp_path,
        """\
        people:
          brandt:
            name: Elias Brandt
            aliases: [Brandt, the mayor]
            who: mayor who gave up the keys
        places:
          gate: {name: Sea Gate, kind: building, what: way to the harbour, coordinates: [54, 10]}
        events:
          surrender:
            what: The mayor handed over the keys.
            date: {julian: 1700-02-29, gregorian: 1700-03-11}
            place: gate
            people: [brandt]
        quotations:
          keys: {text: Take them and go., speaker: brandt, missing: Take them}
        terms:
          bastion: {term: bastion, meaning: part of a wall that juts out}
        """,
    )
    (person,) = curation.of(Person)
    assert person.aliases == ("Brandt", "the mayor")
    assert person.ask == ("name", "description")
    (place,) = curation.of(Place)
    assert (place.sort, place.coordinates) == (PlaceKind.BUILDING, (54.0, 10.0))
    (event,) = curation.of(Event)
    assert event.date.as_written() == "29 February/11 March 1700"
    assert event.where.line == 14
    assert curation.of(Quotation)[0].ask == ("speaker", "missing")


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        pytest.param(
            "poeple: {}",
            "deck.yaml:6:1: poeple: unknown key; did you mean 'people'?",
            id="unknown section",
        ),
        pytest.param(
            """\
            people:
              brandt:
                name: Elias Brandt
                wo: mayor
            """,
            "deck.yaml:9:5: people.brandt.wo: unknown key; did you mean 'who'?",
            id="unknown key",
        ),
        pytest.param(
            """\
            people:
              brandt:
                name: [Elias, Brandt]
            """,
            "deck.yaml:8:11: people.brandt.name: must be a text, not a list",
            id="wrong type",
        ),
        pytest.param(
            """\
            people:
              brandt:
                name: Elias Brandt
                aliases: Brandt
            """,
            "deck.yaml:9:14: people.brandt.aliases: must be a list, such as [one, two]",
            id="text for a list",
        ),
        pytest.param(
            """\
            people:
              brandt:
                who: mayor
            """,
            "deck.yaml:7:3: people.brandt.name: missing; add the line 'name: …'",
            id="missing field",
        ),
        pytest.param(
            """\
            terms:
              bastion: {term: bastion, meaning: }
            """,
            "deck.yaml:7:36: terms.bastion.meaning: is empty; fill it in",
            id="empty field",
        ),
        pytest.param(
            """\
            people:
              brandt: {name: Elias Brandt}
              brandt: {name: Anna Brandt}
            """,
            "deck.yaml:8:3: people.brandt: the key stands twice (first in line 7); keep one",
            id="duplicate key",
        ),
        pytest.param(
            """\
            people:
              Brandt: {name: Elias Brandt}
            """,
            "deck.yaml:7:3: people.Brandt: 'Brandt' is no key: "
            "use small letters, figures and hyphens",
            id="key of another form",
        ),
        pytest.param(
            """\
            quotations:
              keys: {text: Take them., speaker: brand}
            people:
              brandt: {name: Elias Brandt}
            """,
            "deck.yaml:7:37: quotations.keys.speaker: 'brand' is no key under 'people'; "
            "did you mean 'brandt'?",
            id="speaker that does not exist",
        ),
        pytest.param(
            """\
            events:
              fall: {what: The gates fell., date: 1700-03-11, place: gate}
            """,
            "deck.yaml:7:58: events.fall.place: 'gate' is no key under 'places'; none is defined",
            id="place that does not exist",
        ),
        pytest.param(
            """\
            quotations:
              keys: {text: Take them., voice: the mayor, missing: Give them}
            """,
            "deck.yaml:7:55: quotations.keys.missing: 'Give them' must stand in 'text' once; "
            "copy it from there",
            id="missing words that are not in the text",
        ),
        pytest.param(
            """\
            places:
              gate: {name: Sea Gate, kind: bilding}
            """,
            "deck.yaml:7:32: places.gate.kind: 'bilding' is not known; did you mean 'building'?",
            id="unknown kind of place",
        ),
        pytest.param(
            """\
            places:
              gate: {name: Sea Gate, kind: building, coordinates: [10, 540]}
            """,
            "deck.yaml:7:55: places.gate.coordinates: "
            "must be [latitude, longitude] in degrees, such as [59.94, 30.31]",
            id="coordinates off the globe",
        ),
        pytest.param(
            """\
            people:
              brandt: {name: Elias Brandt, ask: [life]}
            """,
            "deck.yaml:7:38: people.brandt.ask: 'life' needs the key 'born'; add it",
            id="a question without its answer",
        ),
        pytest.param(
            """\
            people:
              brandt: {name: Elias Brandt, picture: {flie: a.png, file: b.png}}
            """,
            "deck.yaml:7:42: people.brandt.picture.flie: unknown key; did you mean 'file'?",
            id="unknown key of a picture",
        ),
        pytest.param(
            """\
            people:
              brandt: {name: Elias Brandt, sound: {credit: me}, ask: []}
            """,
            "deck.yaml:7:32: people.brandt.sound.file: missing; add the line 'file: …'",
            id="a sound without its file",
        ),
        pytest.param(
            """\
            people:
              brandt: {name: Elias Brandt, ask: [picture]}
            """,
            "deck.yaml:7:38: people.brandt.ask: 'picture' needs the key 'picture'; add it",
            id="a question without its picture",
        ),
        pytest.param(
            """\
            people:
              brandt: {name: Elias Brandt, tags: [two words]}
            """,
            "deck.yaml:7:39: people.brandt.tags: 'two words' holds a space; write it with hyphens",
            id="tag with a space",
        ),
    ],
)
def test_one_mistake_is_one_line(tmp_path: Path, body: str, complaint: str) -> None:
    assert complaints(tmp_path, body) == [complaint]


FULL = """\
people:
  brandt: {name: Elias Brandt, who: mayor, picture: {file: b.png, alt: a man}}
events:
  one: {what: The town fell., date: 1690}
  two: {what: The town rose., date: 1701}
places:
  gate: {name: Sea Gate, kind: building, what: way to the harbour}
quotations:
  keys: {text: Take them and go., voice: a man}
terms:
  bastion: {term: rampart, meaning: part of a wall}
questions:
  why: {question: Tell why it fell., answer: for want of bread}
sequences:
  story: {title: How it went, events: [one, two]}
"""
REQUIRED = {
    "deck.id": "siege",
    "deck.name": "The Siege",
    "deck.topic": "A siege",
    "deck.updated": "2026-01-31",
    "people.brandt.name": "Elias Brandt",
    "people.brandt.picture.file": "b.png",
    "events.one.date": "1690",
    "places.gate.name": "Sea Gate",
    "places.gate.kind": "building",
    "quotations.keys.text": "Take them and go.",
    "terms.bastion.term": "rampart",
    "terms.bastion.meaning": "part of a wall",
    "questions.why.question": "Tell why it fell.",
    "questions.why.answer": "for want of bread",
    "sequences.story.title": "How it went",
}


@pytest.mark.parametrize("key", REQUIRED)
@pytest.mark.parametrize(
    ("blank", "says"),
    [
        pytest.param("\u200b\u2060", "is empty; fill it in", id="no width"),
        pytest.param(r'"\u200f\u3164\uFE0F"', "is empty; fill it in", id="escaped"),
        pytest.param("\u202e", "holds the character U+202E; remove it", id="turns the rest"),
        pytest.param(r'"\u2066\t"', "holds the character U+2066; remove it", id="so, escaped"),
        pytest.param(r'"\a"', "holds the character U+0007; remove it", id="control"),
    ],
)
def test_a_text_with_nothing_to_see_is_none(
    tmp_path: Path, key: str, blank: str, says: str
) -> None:
    before, _, after = (HEAD + FULL).partition(f": {REQUIRED[key]}")
    line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 3
    said = complaints(tmp_path, "", f"{before}: {blank}{after}")
    assert said == [f"deck.yaml:{line}:{column}: {key}: {says}"]


@pytest.mark.parametrize(
    ("date", "says"),
    [
        ("1700-02-31", "31 February"),
        ("1700-13-01", "month 13"),
        ("{gregorian: 1700-02-29}", "29 February"),
        ("{julian: 1917-10-25, gregorian: 1917-11-08}", "7 November"),
        ("{julian: 1917-10-25, unspecified: 1917}", "give one calendar, or julian and gregorian"),
        ("last spring", "last spring"),
    ],
)
def test_an_impossible_date_is_refused(tmp_path: Path, date: str, says: str) -> None:
    (line,) = complaints(tmp_path, f"events:\n  fall: {{what: It fell., date: {date}}}\n")
    assert line.startswith("deck.yaml:7:")
    assert "events.fall.date" in line
    assert says in line


def test_all_mistakes_are_said_at_once(tmp_path: Path) -> None:
    found = complaints(
        tmp_path,
        """\
        people:
          brandt: {nam: Elias Brandt}
        events:
          fall: {what: The gates fell., date: 1700-02-30, place: gate}
        """,
    )
    assert [line.split(":")[1] for line in found] == ["7", "7", "9", "9"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "deck.yaml:1: must be a mapping of sections, such as 'deck:'"),
        ("- one\n", "deck.yaml:1: must be a mapping of sections, such as 'deck:'"),
        (
            "deck:\n  id: [siege\n",
            "deck.yaml:3:1: not valid YAML: expected ',' or ']', but got '<stream end>'; "
            "check the indentation and quotes here",
        ),
        (
            "questions:\n  q: {question: Who fell?, answer: Brandt}\n",
            "deck.yaml:2:25: not valid YAML: expected ',' or '}', but got '?'; "
            "within braces put quotes around a text that holds '?'",
        ),
        ("people: {}\n", "deck.yaml:1:1: deck: missing; add the line 'deck: …'"),
    ],
)
def test_a_file_that_is_no_curation(tmp_path: Path, text: str, complaint: str) -> None:
    assert complaints(tmp_path, "", head=text)[0] == complaint


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"deck\.yaml: cannot be read: No such file"):
        load_curation(tmp_path / "deck.yaml")


KEYS = st.sampled_from(
    [
        *"deck id name topic updated year people events places quotations terms ignore".split(),
        *"brandt who aliases date julian gregorian place speaker voice text missing ask".split(),
        *"tags coordinates kind born cite sequences title <<".split(),
        '"two\\nlines"',
        "~",
    ]
)
VALUES = st.recursive(
    st.one_of(
        KEYS,
        st.text(max_size=6),
        st.sampled_from(
            [
                "1700-02-29",
                "17XX",
                "{}",
                "[]",
                "~",
                "2026-01-31",
                "*a",
                "&a x",
                "!!int 1",
                "- x",
                "a: b",
            ]
        ),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(KEYS, inner, max_size=3).map(
            lambda pairs: "{" + ", ".join(f"{k}: {v}" for k, v in pairs.items()) + "}"
        ),
    ),
    max_leaves=8,
)


@given(st.lists(st.tuples(KEYS, KEYS, KEYS, VALUES), max_size=6))
@settings(max_examples=300, deadline=None)
def test_any_file_is_a_curation_or_a_list_of_mistakes(
    tmp_path_factory: pytest.TempPathFactory, lines: list[tuple[str, str, str, str]]
) -> None:
    """Whatever stands in the file: no traceback, and each mistake is one line."""
    path = tmp_path_factory.mktemp("any") / "deck.yaml"
    body = "".join(f"{a}:\n  {b}:\n    {c}: {value}\n" for a, b, c, value in lines)
    path.write_bytes((HEAD + body).encode("utf-8", "replace"))
    try:
        assert load_curation(path).deck.id == "siege"
    except InputError as error:
        assert all(len(str(problem).splitlines()) == 1 for problem in error.problems)  # noqa: PT017


def test_of_many_slips_the_first_hundred_get_the_nearest_name(tmp_path: Path) -> None:
    """To hold thousands of wrong names against thousands of right ones took minutes."""
    people = "".join(f"  p{n:03}xaaaa: {{name: N{n}}}\n" for n in range(300))
    said = "".join(f"  q{n}: {{text: a, speaker: aap{n:03}xaa}}\n" for n in range(120))
    path = tmp_path / "deck.yaml"
    path.write_text(f"{HEAD}people:\n{people}quotations:\n{said}", encoding="utf-8")
    with pytest.raises(InputError) as error:
        load_curation(path)
    told = [str(problem).partition("; ")[2] for problem in error.value.problems]
    assert told[:100] == [f"did you mean 'p{n:03}xaaaa'?" for n in range(100)]
    known = ", ".join(f"p{n:03}xaaaa" for n in range(5))
    assert set(told[100:]) == {f"known are {known} and 295 more"}
    assert len(told) == 120
