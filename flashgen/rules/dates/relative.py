"""Dates told by reference to another one: "a week later", "that year", "the 25th".

Such a date is resolved where the one that it refers to is near and certain; else it stays text.
"""

from __future__ import annotations

from collections.abc import Callable

from flashgen.dates.historical import HistoricalDate
from flashgen.english.lexicon import look_up
from flashgen.english.numbers import WEEKDAYS
from flashgen.mentions import DateForm
from flashgen.rules.dates.atoms import Atoms
from flashgen.rules.dates.grammar import DateRule, Spans, kinds_of, seen_before
from flashgen.rules.dates.reading import turn_of
from flashgen.rules.dates.said import Anchor, Said, month_within

_DAYS = {"day": 1, "night": 1, "morning": 1, "evening": 1, "week": 7, "fortnight": 14}
# "On the second, the third" and "1st. That" may be of anything; "on the fifteenth," is a day.
_LEAST_IN_WORDS = 4
# Documents, messages, events and times: "the letter of the 9th", but not "the men of the 9th".
_OF_A_DAY = "dmet"


def _told_again(atoms: Atoms, match: Spans) -> Said | None:
    """The same, the next or the last day, week, month, year, March, summer or Sunday."""
    unit, side = match["date"][1] - 1, match.get("side", (-1, -1))[0]
    if side >= 0:
        unit, turn = side - 1, 1 if kinds_of(atoms, side, "after") else -1
    else:
        turn = turn_of(atoms.word(match["turn"][0])) if "turn" in match else 0
    number = atoms.number(unit)

    reach = next((r for kinds, r in _REACHED if kinds_of(atoms, unit, kinds)), _next_of_name)
    # The story goes on in the year or month that it names again.
    same = side < 0 and kinds_of(atoms, unit - 1, "same that very")
    again = same and kinds_of(atoms, unit, "year_word month_word")
    return Said(
        refer=lambda anchor: reach(anchor, number, turn), moves=(turn != 0 and side < 0) or again
    )


def _next_weekday(anchor: Anchor, number: int, _: int) -> HistoricalDate:
    """The first Sunday behind the day that was told."""
    told = anchor.day and anchor.day.weekday()
    return anchor.days_on((number - WEEKDAYS.index(told or "")) % 7 or 7)


def _next_of_name(anchor: Anchor, number: int, turn: int) -> HistoricalDate | None:
    """The first March or summer behind the date that was told, or the last March before it."""
    told = month_within(anchor.value.month)
    if number > 20:
        passed = told is None or 3 * (number - 20) <= told
        return anchor.in_year(int(passed), number) if turn > 0 else None
    if anchor.month == number:
        return None
    passes = number < anchor.month if turn > 0 else -(number > anchor.month)
    return anchor.in_year(passes, number)


# What is reached from the date told, by the unit; else it is a month or a season.
_REACHED: tuple[tuple[str, Callable[[Anchor, int, int], HistoricalDate | None]], ...] = (
    ("day halfday", lambda anchor, _, turn: anchor.days_on(turn)),
    ("weekday", _next_weekday),
    ("year_word", lambda anchor, _, turn: anchor.in_year(turn)),
    ("month_word", lambda anchor, _, turn: anchor.months_on(turn)),
)


def _some_time_later(atoms: Atoms, match: Spans) -> Said | None:
    """To the day where days are counted, or a week; else about the day or month, or the year."""
    word = atoms.word(match["count"][0])
    count = 1 if word.lower() in ("a", "an") else atoms.number(match["count"][0])
    unit = atoms.word(match["unit"][0]).lower().removesuffix("s")
    if atoms.word(match["way"][0]).lower() in ("earlier", "before"):
        count = -count

    def refer(anchor: Anchor) -> HistoricalDate | None:
        if unit in _DAYS:
            rough = unit != "day" and count not in (1, -1)
            return anchor.days_on(count * _DAYS[unit], approximate=rough)
        if unit == "year":
            return anchor.in_year(count)
        return anchor.months_on(count, approximate=True)

    return Said(refer=refer)


def _day_of_month(atoms: Atoms, match: Spans) -> Said | None:
    """A day of the month that was told: a later one, or an earlier one that is looked back at.

    In a letter "inst." is the month of its date, "ult." the one before, "prox." the next one.
    """
    number, last = atoms.number(match["day"][0]), match["date"][1]
    firm = seen_before("(?: on | until | halfday of | dawn of ) the", atoms, match["day"][0])
    if kinds_of(atoms, last, "corps" if firm else "corps name roman"):
        return None
    if "noun" in match and "month" not in match:
        noun = look_up(atoms.word(match["noun"][0]).lower())
        if noun.of_noun.strip(_OF_A_DAY) == noun.of_noun:
            return None
    bare = seen_before("^ quote?", atoms, match["date"][0])
    if (bare or kinds_of(atoms, match["day"][0], "word_ordinal")) and number < _LEAST_IN_WORDS:
        return None
    turn = sum(turn_of(atoms.word(index)) for index in range(*match.get("month", (0, 0))))
    anew = "month" in match or seen_before("open the", atoms, match["day"][0])

    def refer(anchor: Anchor) -> HistoricalDate | None:
        if number < (anchor.value.day or 0) and not (anew or anchor.looks_back):
            return None
        return anchor.months_on(turn, day=number)

    return Said(refer=refer, moves=False)


_STORY = "Nelson fell on 21 October 1805. "

RULES = (
    DateRule(
        id="date/told-again",
        needs="day halfday week month_word year_word weekday month season",
        pattern="(?<! dash ) {date: (?: that [very same]{0,2} (?: day | halfday ) "
        "| (?: the very? )? {turn: [same next previous] } (?: day | halfday | week | month_word "
        "| (?<! same ) (?: year_word | weekday | season | month (?! [num nth] ) ) ) "
        "| the very? portion of [the that] same? [year_word month_word] "
        "| the [day halfday year_word] {side: [after before] } "
        "(?! [the its that name goes_on num nth n3 year weekday feast easter] | MONTH ) ) }",
        read=_told_again,
        finds={
            _STORY + "That very night a storm broke.": "1805-10-21",
            _STORY + "The following day a storm broke.": "1805-10-22",
            _STORY + "The day after, a storm broke.": "1805-10-22",
            _STORY + "The day before, a storm broke.": "1805-10-20",
            _STORY + "The previous March a storm broke.": "1805-03",
            _STORY + "The previous summer was dry.": "?",
            _STORY + "The following week was dry.": "?",
            "He fell in October 1805. The following Sunday it rained.": "?",
            "He fell in October 1805. The following October it rained.": "?",
            "The following March it rained.": "?",
            "He fell in the 1860s. The following year it rained.": "?",
            "It lasted from 28 July 1863 to May 1864. The following year it rained.": "1865",
            "It lasted from May to July 1905. The following year it rained.": "1906",
            _STORY + "The following year brought peace.": "1806",
            _STORY + "The following March a storm broke.": "1806-03",
            _STORY + "The next summer was dry.": "1806-22",
            "It fell on 7 May 1917 (N.S.). The next Sunday it rained.": "1917-04-30 | 1917-05-13",
        },
        ignores=(
            _STORY + "The day after his death a storm broke.",
            _STORY + "The day after 2 June 1806 a storm broke.",
            _STORY + "The year before the war was fat; the next March 3 he left.",
        ),
        form=DateForm.RELATIVE,
    ),
    DateRule(
        id="date/some-time-later",
        needs="later after before",
        pattern="{date: {count: [a word_number num n3] } {unit: [day halfday week month_word "
        "year_word days years_word] } "
        "{way: later | [after before] (?= [comma semicolon stop] ) } }",
        read=_some_time_later,
        finds={
            _STORY + "A week later a storm broke.": "1805-10-28",
            _STORY + "Ten years earlier there was peace.": "1795",
            "He fell in the autumn of 1805. Two months later it rained.": "?",
        },
        ignores=(_STORY + "Two days after the battle came a storm.",),
        form=DateForm.RELATIVE,
    ),
    DateRule(
        id="date/day-of-month",
        needs="nth word_ordinal",
        pattern="(?: [on until by before since from ie] | {noun: [^ stop ] } of | open "
        "(?= the nth [comma close] ) | (?= nth of_the | weekday comma? the nth ) "
        "| ^ quote? (?= nth [stop dash] | the nth comma ) ) "
        "{date: (?: (?: weekday comma? )? the | (?= nth ) ) "
        "{day: nth | word_ordinal (?= [comma stop semicolon] ) } "
        "{month: of [the that]? [same next previous]? month_word | of_the }? } "
        "(?! day? of? MONTH | open | slash | dash? century "
        "| [to until and or] the? [nth num word_ordinal] (?: century | of? MONTH ) ) GOES_ON",
        read=_day_of_month,
        finds={
            "On 3 July 1863 they met. On the 9th it fell.": "1863-07-09",
            "On 3 July 1863 they met. It was a bad 1863. On the 9th it fell.": "1863-07-09",
            "They fought from 3 May to 7 July 1863. On the 20th it rained.": "1863-07-20",
            "Guns fired from 14–18 March 1921. On the 16th it fell.": "1921-03-16",
            "On 3 July 1863 they met. Meade’s letter of the 9th was stern.": "1863-07-09",
            "On 3 July 1863 they met.\n\nThe 9th, being wet, was a day of rest.": "1863-07-09",
            "On 3 July 1863 they met. Thursday, the 9th, was wet.": "1863-07-09",
            "On 30 July 1863 they met. On the 2nd it fell.": "?",
            "On 3 July 1863 they met (the 2d, according to some).": "1863-07-02",
            "On 3 July 1863 they met. On the fifteenth, they parted.": "1863-07-15",
            "Dated 3 July 1863. Yours of the 1st inst. has come.": "1863-07-01",
            "Dated 3 January 1863. Yours of the 28th ult. has come.": "1862-12-28",
            "Dated 3 January 1863. They meet on the 5th prox. at noon.": "1863-02-05",
            "Boston, 3 July 1775.\n\nThe enemy came on the 1st.": "1775-07-01",
            "On 3 July 1863 they met. On the 1st he had fled.": "1863-07-01",
            "Dated 3 January 1863. They meet on the 5th of next month.": "1863-02-05",
            "July 3d, 1863. Gales.\n\n9th. Spoke a brig out of Hull.": "1863-07-09",
        },
        ignores=(
            "On 3 July 1863 they met. The men of the 9th were tired.",
            "On 3 July 1863 they met. On the 20th Regiment all hung; on the third, a flag.",
            "In June 1700 the harbour was closed. On the 9th July 1700 it was opened.",
        ),
        form=DateForm.PARTIAL,
    ),
)
