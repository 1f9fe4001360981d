"""Sequences in deck.yaml: one order is right, and every mistake is one line with its mend."""

from itertools import pairwise
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashgen.deck.loader import load_curation
from flashgen.deck.sequences import Successor
from flashgen.errors import InputError
from tests.deck.test_curation import HEAD, complaints, load

EVENTS = """\
events:
  first: {what: Snow fell., date: {julian: 1700-01-01}}
  landing: {what: The king landed., date: {julian: 1700-02-29}}
  parley: {what: They talked., date: {gregorian: 1700-03-12}, time: at about 9 am}
  truce: {what: They agreed, date: {gregorian: 1700-03-12}, time: 10 am}
  noon: {what: It rained., date: {gregorian: 1700-03-12}}
  spring: {what: It grew warm., date: {gregorian: 1700-03}}
  plain: {what: The keys were given up., date: 1700-03-15}
  guess: {what: The mayor wept., date: {gregorian: 1700-04~}}
  perhaps: {what: The mayor fled., date: {gregorian: 1700-05}, unsure: of the year}
  dumb: {title: A feast, date: {gregorian: 1700-06-01}}
"""


def body(events: str, more: str = "") -> str:
    return f"{EVENTS}sequences:\n  siege: {{title: The siege, events: [{events}]{more}}}\n"


def asked(folder: Path, text: str) -> list[Successor]:
    return list(load(folder, text).of(Successor))


def test_each_event_but_the_first_answers_what_came_next(tmp_path: Path) -> None:
    found = asked(tmp_path, body("first, landing, parley, truce"))
    assert [(item.key, item.question, item.answer) for item in found] == [
        ("siege/first", "The siege: Snow fell. What came next?", "The king landed."),
        ("siege/landing", "The siege: The king landed. What came next?", "They talked."),
        ("siege/parley", "The siege: They talked. What came next?", "They agreed"),
    ]


def test_a_sentence_ends_before_the_question(tmp_path: Path) -> None:
    text = body("truce, late").replace(
        "sequences:", "  late: {what: Bread came., date: {gregorian: 1700-03-13}}\nsequences:"
    )
    (question,) = (item.question for item in asked(tmp_path, text))
    assert question == "The siege: They agreed. What came next?"


@pytest.mark.parametrize(
    ("events", "told"),
    [
        (
            "landing, first",
            "'first' (1 January 1700 (O.S.)) was before 'landing' (29 February 1700 (O.S.)); "
            "put it there",
        ),
        (
            "parley, noon",
            "'noon' (12 March 1700) was not surely after 'parley' (12 March 1700, at about 9 am); "
            "give both a 'time' that tells, such as 9:40 pm, or take one out",
        ),
        (
            "landing, spring",
            "'spring' (March 1700) was not surely after 'landing' (29 February 1700 (O.S.)); "
            "sharpen the dates, or take one out",
        ),
        (
            "parley, plain",
            "'plain' (15 March 1700) was not surely after 'parley' (12 March 1700, at about 9 am), "
            "as days without a calendar; name it: 'calendar:' under 'deck'",
        ),
        (
            "first, guess",
            "'guess' has a date that is a guess, about April 1700; sharpen it, or take it out",
        ),
        ("first, perhaps", "'perhaps' has an unsure date; settle it, or take it out"),
        ("first, dumb", "'dumb' says not what happened; fill in its 'what', or take it out"),
        ("first, landing, first", "'first' stands twice; keep one"),
        ("first, lading", "'lading' is no key under 'events'; did you mean 'landing'?"),
        ("first", "names fewer than two; give two or more, or leave it out"),
        ("", "names fewer than two; give two or more, or leave it out"),
    ],
)
def test_what_has_no_order_is_refused(tmp_path: Path, events: str, told: str) -> None:
    (line,) = complaints(tmp_path, body(events))
    last = events.rpartition(", ")[2]
    row = f"  siege: {{title: The siege, events: [{events}]}}"
    column = row.index(last if "," in events else "[", row.index("[")) + 1
    assert line == f"deck.yaml:18:{column}: sequences.siege.events: {told}"


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("siege: {events: [first, landing]}", "siege.title: missing; add the line 'title: …'"),
        ("siege: {title: The siege}", "siege.events: missing; add the line 'events: …'"),
        ("siege: {title: S, events: first}", "siege.events: must be a list, such as [one, two]"),
        (
            "Siege: {title: S, events: [first, landing]}",
            "Siege: 'Siege' is no key: use small letters, figures and hyphens",
        ),
        (
            "siege: {title: S, events: [first, landing], ask: [x]}",
            "siege.ask: unknown key; did you mean 'was'?",
        ),
    ],
)
def test_what_is_no_sequence_is_refused(tmp_path: Path, entry: str, told: str) -> None:
    (line,) = complaints(tmp_path, f"{EVENTS}sequences:\n  {entry}\n")
    assert line.partition(": ")[2] == f"sequences.{told}"


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_of_all_orders_one_is_taken(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Days of both calendars, shuffled: whoever names them otherwise is told."""
    days = data.draw(st.lists(st.integers(1, 28), min_size=3, max_size=6, unique=True))
    when, events = {}, ""
    for number, day in enumerate(days):
        old = data.draw(st.booleans())
        calendar = "julian" if old else "gregorian"
        events += f"  e{number}: {{what: It fell., date: {{{calendar}: 1690-02-{day:02}}}}}\n"
        when[f"e{number}"] = day + 10 * old  # by which the Julian calendar was behind
    order = data.draw(st.permutations(list(when)))
    path = tmp_path_factory.mktemp("order") / "deck.yaml"
    path.write_text(
        f"{HEAD}events:\n{events}sequences:\n  s: {{title: S, events: [{', '.join(order)}]}}\n"
    )
    told = [when[key] for key in order]
    ascends = all(one < other for one, other in pairwise(told))
    try:
        found = load_curation(path).of(Successor)
    except InputError as error:
        assert not ascends
        assert all("sequences.s.events" in str(problem) for problem in error.problems)  # noqa: PT017
    else:
        assert ascends
        assert [item.next.key for item in found] == order[1:]


# --- identity -----------------------------------------------------------------------------------


def keys(folder: Path, text: str) -> list[tuple[str, ...]]:
    """Of each question the keys that it had, the first one first, and the one that it has."""
    return [(*item.was, item.key) for item in asked(folder, text)]


def test_an_event_put_in_between_adds_one_question(tmp_path: Path) -> None:
    before = keys(tmp_path, body("first, landing, truce"))
    after = keys(tmp_path, body("first, landing, parley, truce"))
    assert set(before) < set(after)
    assert set(after) - set(before) == {("siege/parley",)}


def test_what_is_renamed_is_the_same(tmp_path: Path) -> None:
    text = body("first, landing, truce", ", was: [old, older]")
    text = text.replace("{what: The king landed.", "{was: [arrival], what: The king landed.")
    found = dict(zip(("first", "landing"), keys(tmp_path, text), strict=True))
    assert found["landing"][0] == "old/arrival"
    assert found["landing"][-1] == "siege/landing"
    assert found["first"] == ("old/first", "older/first", "siege/first")


def test_a_former_key_belongs_to_one(tmp_path: Path) -> None:
    text = body("first, landing", ", was: [raid]") + dedent(
        """\
          raid: {title: A raid, events: [first, landing]}
        """
    ).replace("raid:", "  raid:", 1)
    (line,) = complaints(tmp_path, text)
    assert "'raid' is still a key of its own" in line
