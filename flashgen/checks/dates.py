"""Rules of events: one event to a date, one date to an event, and a calendar to both."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from flashgen.checks.cards import Card, Shown
from flashgen.checks.rule import Finding, Rule
from flashgen.checks.words import tagged
from flashgen.dates.calendars import Calendar, day_number
from flashgen.dates.historical import DateValue
from flashgen.dates.hours import hours_of
from flashgen.deck.kinds import Event
from flashgen.english.content import words
from flashgen.english.lexicon import look_up

# Years to both sides within which a deck that has two calendars must name one.
_NEAR = 365 * 5
_MOST_ON_A_DAY = 50  # events to compare with one
_MOST_MONTHS, _ANY = 12, 99
_STATES = frozenset(
    "be have hold remain stay last stand exist live know belong own rule reign govern control "
    "dominate possess".split()
)


def _fits_another(shown: Shown) -> Iterator[Finding]:
    days: defaultdict[tuple[int, int], list[Event]] = defaultdict(list)
    for fact in shown.facts:
        if isinstance(fact.item, Event) and fact.item.what:
            days[fact.item.date.span_days()].append(fact.item)
    asked = list(_asked_what(shown))
    fronts = {card.note: card.front for card, _ in asked}
    for card, own in asked:
        for other in days[own.date.span_days()][:_MOST_ON_A_DAY]:
            same_front = fronts.get(other.key) == card.front
            if other is not own and not same_front and _can_be(own, other):
                line = f" (line {other.where.line})"
                yield card, f"'{other.key}'{line} answers it as well; say more in 'context'"
                break


def _asked_what(shown: Shown) -> Iterator[tuple[Card, Event]]:
    for card in shown.cards:
        item = card.item
        if isinstance(item, Event) and card.answer_field == "Event" and not item.context:
            yield card, item


def _can_be(asked: Event, other: Event) -> bool:
    """Whether the hour and the place on the front leave room for the other event."""
    if asked.place and asked.place != other.place:
        return False
    if not asked.time:
        return True
    return asked.time == other.time or any(
        begin < other_end and other_begin < end
        for begin, end in hours_of(asked.time)
        for other_begin, other_end in hours_of(other.time)
    )


def _same_sum(shown: Shown) -> Iterator[Finding]:
    first: dict[tuple[str, int], Card] = {}
    for card in shown.cards:
        item = card.item
        if isinstance(item, Event) and card.answer_field in ("Old Style", "New Style"):
            julian = item.date.julian
            if isinstance(julian, DateValue) and julian.day and julian.month:
                first_day = julian.year, julian.month, 1  # 29 February may be a day of one alone
                days = day_number(Calendar.JULIAN, *first_day) - day_number(
                    Calendar.GREGORIAN, *first_day
                )
                other = first.setdefault((card.question, days), card)
                if other is not card:
                    yield (
                        card,
                        f"the same sum as in '{other.note}' (line {other.where.line}), {days} "
                        "days; ask it once",
                    )


def _of_which_calendar(shown: Shown) -> Iterator[Finding]:
    events = [fact.item for fact in shown.facts if isinstance(fact.item, Event)]
    two = [event.date.span_days()[0] for event in events if event.date.has_two_calendars]
    near = Counter(day // _NEAR for day in two)
    for event in events:
        written = event.date.written
        if not event.ask or event.date.calendar or not isinstance(written, DateValue):
            continue
        place = event.date.span_days()[0] // _NEAR
        two_in_use = near[place - 1] + near[place] + near[place + 1]
        if two_in_use and written.day is None and (written.month or _ANY) <= _MOST_MONTHS:
            yield (
                event,
                f"'{event.date.as_written()}' names no calendar, and the deck has two; "
                "say {julian: …} or {gregorian: …}",
            )


def _is_a_state(shown: Shown) -> Iterator[Finding]:
    for card in shown.cards:
        item = card.item
        if isinstance(item, Event) and card.answer_field == "Date":
            point = isinstance(item.date.written, DateValue) and item.date.written.month
            verbs = {look_up(word).verb for word in words(item.what.lower())}
            if not point or verbs.isdisjoint(_STATES):
                continue
            clause = next((each for each in tagged(item.what).clauses if each.finite), None)
            if clause and clause.lemma in _STATES and not clause.passive:
                yield (
                    card,
                    f"'{item.what}' lasted, and one date does not say how long; "
                    "ask for its beginning, or give an interval",
                )


def _event(key: str, what: str, date: str, more: str = "") -> str:
    return f"  {key}: {{what: {what}, date: {date}{more}}}"


_FALL = _event("fall", "The gate fell.", "1700-03-11", ", time: 11 am, ask: [what]")
_DUAL = "{{julian: 1700-{}, gregorian: 1700-{}}}"
_SPRING = _event("talks", "Talks began.", _DUAL.format("03-11", "03-22"), ", ask: [new-style]")

RULES = (
    Rule(
        name="same-hour",
        explanation="Another event of the deck has the same day, and the hour and place on the "
        "front fit it as well. Who names that one is told to be wrong, and is right.",
        example=f"events:\n{_FALL}\n"
        + _event("fire", "A mill burned.", "1700-03-11", ", time: in the morning, ask: [when]"),
        counter_example=f"events:\n{_FALL}\n"
        + _event("fire", "A mill burned.", "1700-03-11", ", time: at night, ask: [when]"),
        find=_fits_another,
        of_facts=True,
    ),
    Rule(
        name="same-sum",
        explanation="A card asks for the date in the other calendar, and another card already asks "
        "for the same sum. Once learned that it is eleven days, nothing is new.",
        example=f"events:\n{_SPRING}\n"
        + _event("peace", "Peace came.", _DUAL.format("04-01", "04-12"), ", ask: [new-style]"),
        counter_example=f"events:\n{_SPRING}\n"
        + _event("peace", "Peace came.", _DUAL.format("04-01", "04-12"), ", ask: [when]"),
        find=_same_sum,
        of_facts=True,
    ),
    Rule(
        name="which-calendar",
        explanation="Nothing says of which calendar a month or a day is, in a time when two were "
        "in use. They differ by days, and one line 'calendar:' under 'deck' settles most.",
        example=f"events:\n{_SPRING}\n" + _event("peace", "Peace came.", "{unspecified: 1700-04}"),
        counter_example=f"events:\n{_SPRING}\n"
        + _event("peace", "Peace came.", "{julian: 1700-04}"),
        find=_of_which_calendar,
        of_facts=True,
    ),
    Rule(
        name="state-as-event",
        explanation="A card asks when something was that lasted, and wants one day or month. "
        "Any other time within it is as right.",
        example="events:\n" + _event("rule", "Brandt was mayor of the town.", "1700-03"),
        counter_example="events:\n" + _event("rule", "Brandt became mayor.", "1700-03"),
        find=_is_a_state,
        of_facts=True,
    ),
)
