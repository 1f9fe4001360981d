"""Dates told by reference to another one: "a week later", "that year", "the 25th".

Such a date is resolved where the one that it refers to is near and certain; else it stays text.
"""

from __future__ import annotations

from collections.abc import Callable

from flashgen.dates import WEEKDAYS, DateValue, HistoricalDate
from flashgen.rules.dates.anchor import Anchor
from flashgen.rules.dates.atoms import Atoms
from flashgen.rules.dates.grammar import DateRule, Match
from flashgen.rules.dates.months import GOES_ON
from flashgen.rules.dates.reading import kinds_of, seen_before, turn_of
from flashgen.rules.dates.said import Said
from flashgen.types import DateForm

Resolver = Callable[[Anchor], HistoricalDate | None]
_UNITS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}


def month_within(value: DateValue) -> int | None:
    """The month in which a date lies, or begins if it is a season."""
    if value.month is None or value.month <= 12:
        return value.month
    return 3 * (value.month - 20)


def _unspecified(year: int, month: int | None = None, day: int | None = None, *,
                 approximate: bool = False) -> HistoricalDate | None:  # fmt: skip
    try:
        return HistoricalDate.unspecified(DateValue(year, month, day, approximate=approximate))
    except ValueError:
        return None


def _turn(atoms: Atoms, match: Match) -> int:
    return turn_of(atoms.word(match.start("turn")))


def _day(atoms: Atoms, match: Match) -> Said | None:
    """The same day, the next or the one before."""
    shift = 0
    if match["turn"]:
        shift = _turn(atoms, match)
    elif match["side"]:
        shift = 1 if kinds_of(atoms, match.start("side"), "after") else -1
    return Said(refer=lambda anchor: anchor.days_on(shift), moves=shift != 0)


def _some_time_later(atoms: Atoms, match: Match) -> Said | None:
    """To the day where days are counted, or a week; else about the day or month, or the year."""
    word = atoms.word(match.start("count"))
    count = 1 if word.lower() in ("a", "an") else atoms.number(match.start("count"))
    unit = atoms.word(match.start("unit")).lower().removesuffix("s")
    if atoms.word(match.start("way")).lower() in ("earlier", "before"):
        count = -count

    def refer(anchor: Anchor) -> HistoricalDate | None:
        if unit in _UNITS:
            rough = unit != "day" and count not in (1, -1)
            return anchor.days_on(count * _UNITS[unit], approximate=rough)
        if anchor.year is None or count == 0 or unit not in ("month", "year"):
            return None
        if unit == "year":
            return _unspecified(anchor.year + count)
        return _months_on(anchor, count, approximate=True)

    return Said(refer=refer) if count else None


def _months_on(anchor: Anchor, months: int, *, approximate: bool) -> HistoricalDate | None:
    if anchor.year is None or anchor.month is None:
        return None
    years, before = divmod(anchor.month - 1 + months, 12)
    return _unspecified(anchor.year + years, before + 1, approximate=approximate)


def _year_or_month(atoms: Atoms, match: Match) -> Said | None:
    turn = _turn(atoms, match) if match["turn"] else -1 if match["side"] else 0

    def refer(anchor: Anchor) -> HistoricalDate | None:
        if match["month"]:
            return _months_on(anchor, turn, approximate=False)
        return None if match["week"] or anchor.year is None else _unspecified(anchor.year + turn)

    return Said(refer=refer, moves=not (match["portion"] or match["side"]))


def _named(atoms: Atoms, match: Match) -> Said | None:
    """The first March or summer behind the date that was told, or the last March before it."""
    number, turn = atoms.number(match.start("name")), _turn(atoms, match)

    def refer(anchor: Anchor) -> HistoricalDate | None:
        if anchor.year is None or anchor.value is None:
            return None
        told = month_within(anchor.value)
        if number > 20:
            if turn < 0:
                return None
            return _unspecified(anchor.year + (told is None or 3 * (number - 20) <= told), number)
        if anchor.month is None or anchor.month == number:
            return None
        passes = number < anchor.month if turn > 0 else -(number > anchor.month)
        return _unspecified(anchor.year + passes, number)

    return Said(refer=refer)


def _weekday(atoms: Atoms, match: Match) -> Said | None:
    """The first Sunday after a day whose weekday is known."""
    number = atoms.number(match.start("name"))

    def refer(anchor: Anchor) -> HistoricalDate | None:
        told = anchor.day.weekday() if anchor.day else None
        return anchor.days_on((number - WEEKDAYS.index(told)) % 7 or 7) if told else None

    return Said(refer=refer)


def _day_of_month(atoms: Atoms, match: Match) -> Said | None:
    """A day of the month that was told: a later one, or an earlier one that is looked back at."""
    number = atoms.number(match.start("day"))
    firm = seen_before("(?: on | until | halfday of | dawn of ) the", atoms, match.start("day"))
    if kinds_of(atoms, match.end("date"), *(("corps",) if firm else ("name", "corps", "roman"))):
        return None
    if firm and kinds_of(atoms, match.end("date"), "name"):
        if atoms.word(match.end("date")).endswith("ers"):
            return None

    def refer(anchor: Anchor) -> HistoricalDate | None:
        if anchor.value is None or anchor.year is None or anchor.month is None:
            return None
        if number < (anchor.value.day or 0) and not anchor.looks_back:
            return None
        return _unspecified(anchor.year, anchor.month, number)

    return Said(refer=refer, moves=False)


def _last_night(atoms: Atoms, match: Match) -> Said | None:
    if atoms.word(match.end("date") - 1) != "night":
        return None
    return Said(refer=lambda _: None, moves=False)


_PART_OF_DAY = "[day halfday]"
_OWN = "(?! [the its that name] | goes_on )"
_STORY = "Nelson fell on 21 October 1805. "

RULES = (
    DateRule(
        id="date/same-or-next-day",
        needs="day halfday",
        pattern="(?<! dash ) {date: (?: that [very same]? | the very? same ) [day halfday] "
        "| (?: the very? )? {turn: [next previous] } [day halfday] "
        "| the [day halfday] {side: [after before] } " + _OWN + " }",
        read=_day,
        finds={
            _STORY + "That very night a storm broke.": "1805-10-21",
            _STORY + "The following day a storm broke.": "1805-10-22",
            _STORY + "The day after, a storm broke.": "1805-10-22",
        },
        ignores=(_STORY + "The day after his death a storm broke.",),
        form=DateForm.RELATIVE,
    ),
    DateRule(
        id="date/some-time-later",
        needs="later after before",
        pattern="{date: {count: [a word_number num n2 n3] } {unit: [day halfday week month_word "
        "year_word days years_word] } {way: (?: later | [after before] (?= [comma semicolon stop] ) ) } }",
        read=_some_time_later,
        finds={
            _STORY + "A week later a storm broke.": "1805-10-28",
            _STORY + "Ten years earlier there was peace.": "1795",
        },
        ignores=(_STORY + "Two days after the battle came a storm.",),
        form=DateForm.RELATIVE,
    ),
    DateRule(
        id="date/last-night",
        needs="last",
        pattern="{date: last halfday }",
        read=_last_night,
        finds={_STORY + "Last night a storm broke.": "?"},
        ignores=(_STORY + "It did not last nights.",),
        form=DateForm.RELATIVE,
    ),
    DateRule(
        id="date/year-or-month-told",
        needs="year_word month_word week",
        pattern="{date: (?: the very? {turn: [same next previous] } | that {again: [very same] }? "
        "(?= year_word ) ) (?: {month: month_word } | {week: week } | year_word ) "
        "| the year_word {side: before } "
        + _OWN
        + " | {portion: the very? portion of [the that] same? } (?: year_word | {whole: month_word } ) }",
        read=lambda atoms, match: _year_or_month(atoms, match),
        finds={
            _STORY + "The following year brought peace.": "1806",
            _STORY + "That same year there was no peace.": "1805",
            _STORY + "The following month brought gales.": "1805-11",
        },
        ignores=(_STORY + "The year before the war was fat.",),
        form=DateForm.RELATIVE,
    ),
    DateRule(
        id="date/named-and-told",
        needs="next previous",
        pattern="{date: the {turn: [next previous] } {name: [month season] } } (?! [num nth] )",
        read=_named,
        finds={
            _STORY + "The following March a storm broke.": "1806-03",
            _STORY + "The next summer was dry.": "1806-22",
        },
        ignores=(_STORY + "The next March 3 he left.",),
        form=DateForm.RELATIVE,
    ),
    DateRule(
        id="date/weekday-told",
        needs="weekday",
        pattern="{date: the next {name: weekday } }",
        read=_weekday,
        finds={
            "It fell on 25 October/7 November 1917. The following Sunday it rained.": "1917-10-29 | 1917-11-11",
        },
        ignores=("It fell on 7 November 1917. Sunday was dull.",),
        form=DateForm.RELATIVE,
    ),
    DateRule(
        id="date/day-of-month",
        needs="nth",
        pattern="(?: [on until by before since from] | [halfday dawn] of ) {date: the {day: nth } "
        "(?: of [the that] same? month_word | of_the )? } (?! day? of? MONTH | open | slash "
        "| dash? century | [to until and or] the? [nth num word_ordinal] (?: century | of? MONTH ) ) "
        + GOES_ON,
        read=_day_of_month,
        finds={"On 3 July 1863 they met. On the 9th it fell.": "1863-07-09"},
        ignores=(
            "On 3 July 1863 they met. On the 20th Regiment all hung.",
            "In April 1700 the fleet sailed. On the 3rd May 1700 the king came.",
        ),
        form=DateForm.PARTIAL,
    ),
)
