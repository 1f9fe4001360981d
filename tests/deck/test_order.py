"""The order of events is proved: what is called earlier was earlier, however it is dated."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashgen.dates.calendars import Calendar, from_day_number
from flashgen.dates.historical import DateInterval, DateValue, HistoricalDate, parse_edtf
from flashgen.dates.hours import DAY
from flashgen.deck.kinds import Event
from flashgen.deck.order import was_before
from flashgen.errors import Location

HOUR = 60
# 1 January 1680 (Gregorian): two calendars are in use.
FIRST = 2334643


def event(date: HistoricalDate, time: str = "") -> Event:
    return Event(key="e", where=Location(Path("deck.yaml")), what="It fell.", date=date, time=time)


def clock(minute: int) -> str:
    hour, rest = divmod(minute, HOUR)
    return f"{hour % 12 or 12}:{rest:02} {'pm' if hour >= 12 else 'am'}"


@st.composite
def dated(draw: st.DrawFn) -> tuple[int, Event]:
    """When something really was, in minutes, and an event that tells so, more or less exactly."""
    day = FIRST + draw(st.integers(0, 60))
    minute = draw(st.integers(0, DAY - 1))
    calendar = draw(st.sampled_from([Calendar.JULIAN, Calendar.GREGORIAN]))
    value = DateValue(*from_day_number(calendar, day))
    match draw(st.sampled_from(["day", "dual", "month", "interval", "plain", "hebrew", "islamic"])):
        case "day":
            date = HistoricalDate.in_calendar(calendar, value)
        case "dual":
            halves = (DateValue(*from_day_number(each, day)) for each in list(Calendar)[:2])
            date = HistoricalDate.dual(*halves)
        case "month":
            date = HistoricalDate.in_calendar(calendar, DateValue(value.year, value.month))
        case "interval":
            last = DateValue(*from_day_number(calendar, day + draw(st.integers(1, 9))))
            date = HistoricalDate.in_calendar(calendar, DateInterval(value, last))
        case "plain":  # its reader has to guess the calendar
            date = HistoricalDate.unspecified(value)
        case "hebrew":  # from the evening before
            shift = draw(st.integers(0, 1))
            own = DateValue(*from_day_number(Calendar.HEBREW, day + shift))
            return day * DAY + minute, event(HistoricalDate.in_calendar(Calendar.HEBREW, own))
        case "islamic":
            shift = draw(st.integers(-1, 1))
            own = DateValue(*from_day_number(Calendar.ISLAMIC, day + shift))
            return day * DAY + minute, event(HistoricalDate.in_calendar(Calendar.ISLAMIC, own))
    part = "in the morning" if minute < 12 * HOUR else "in the night"
    told = part if not 6 * HOUR <= minute < 18 * HOUR or "morning" in part else "during the fair"
    about = clock(min(DAY - 1, max(0, minute + draw(st.integers(-30, 30)))))
    time = draw(st.sampled_from(["", clock(minute), f"at about {about}", told]))
    return day * DAY + minute, event(date, time)


@settings(max_examples=1500, deadline=None)
@given(dated(), dated())
def test_what_is_proved_to_be_earlier_was_earlier(
    one: tuple[int, Event], other: tuple[int, Event]
) -> None:
    (then, first), (later, second) = one, other
    if was_before(first, second):
        assert then < later
        assert not was_before(second, first)


@settings(max_examples=300, deadline=None)
@given(st.lists(dated(), min_size=3, max_size=3))
def test_the_order_is_one(events: list[tuple[int, Event]]) -> None:
    one, two, three = (each for _, each in events)
    if was_before(one, two) and was_before(two, three):
        assert was_before(one, three)
    assert not was_before(one, one)


@settings(deadline=None)
@given(st.integers(0, 60), st.integers(1, 40), st.sampled_from(list(Calendar)[:2]))
def test_a_later_day_is_later_in_whichever_calendar(day: int, apart: int, other: Calendar) -> None:
    """1 November Old Style is after 10 November New Style."""
    one, two = (
        event(
            HistoricalDate.in_calendar(
                calendar, DateValue(*from_day_number(calendar, FIRST + days))
            )
        )
        for calendar, days in ((Calendar.GREGORIAN, day), (other, day + apart))
    )
    assert was_before(one, two)


def test_hours_tell_the_events_of_one_day_apart() -> None:
    date = HistoricalDate.in_calendar(Calendar.GREGORIAN, DateValue(1917, 11, 7))
    times = ("10 am", "at about 9:40 pm", "10:40 pm")
    morning, evening, late = (event(date, time) for time in times)
    assert was_before(morning, evening)
    assert was_before(evening, late)
    assert not was_before(event(date), late)
    assert not was_before(event(date, "in the evening"), late)


@pytest.mark.parametrize("guess", ["1700~", "1700?", "170X", "1650/..", "1650/", "[1650,1660..]"])
def test_a_guess_proves_nothing(guess: str) -> None:
    late = event(HistoricalDate.in_calendar(Calendar.GREGORIAN, DateValue(1917, 11, 7)))
    assert not was_before(event(HistoricalDate.unspecified(parse_edtf(guess))), late)
    assert was_before(event(HistoricalDate.unspecified(parse_edtf("1700"))), late)
