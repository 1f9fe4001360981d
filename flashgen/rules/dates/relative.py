"""Dates told by reference to another one: "a week later", "that year", "the 25th".

Such a date is resolved where the one that it refers to is near and certain; else it stays text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from flashgen.dates import WEEKDAYS, DateValue, HistoricalDate
from flashgen.rules.dates.anchor import Anchor
from flashgen.rules.dates.pieces import (
    DAY,
    GOES_ON,
    MONTH,
    Match,
    month,
    month_of,
    month_within,
    number_of,
    unspecified,
)
from flashgen.types import DateForm, Span

# From what is referred to, to the date meant; None where that is not certain.
Resolver = Callable[[Match, Anchor], HistoricalDate | None]


@dataclass(frozen=True, slots=True)
class RelativeRule:
    """A form of referring to a date. ``moves``: the story goes on at the date that it means."""

    name: str
    pattern: re.Pattern[str]
    resolve: Resolver
    form: DateForm = DateForm.RELATIVE
    moves: bool = True

    def span(self, match: Match) -> Span:
        """The words that are the date: the group of that name, or else the whole match."""
        return Span(*match.span("date" if "date" in self.pattern.groupindex else 0))


def _rule(
    name: str,
    pattern: str,
    resolve: Resolver,
    form: DateForm = DateForm.RELATIVE,
    *,
    moves: bool = True,
) -> RelativeRule:
    return RelativeRule(
        name, re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])"), resolve, form, moves
    )


# --- resolvers ---------------------------------------------------------------------------------


def _same_day(_: Match, anchor: Anchor) -> HistoricalDate | None:
    return anchor.days_on(0)


def _next_day(_: Match, anchor: Anchor) -> HistoricalDate | None:
    return anchor.days_on(1)


def _day_before(_: Match, anchor: Anchor) -> HistoricalDate | None:
    return anchor.days_on(-1)


_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
} | {"a": 1, "an": 1, "fifteen": 15, "twenty": 20, "thirty": 30}
_UNITS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}


def _some_time_later(match: Match, anchor: Anchor) -> HistoricalDate | None:
    """To the day where days are counted, or a week; else about the day or month, or the year."""
    word, unit = match["count"].lower(), match["unit"]
    count = int(word) if word.isdigit() else _NUMBERS[word]
    if match["way"] in ("earlier", "before"):
        count = -count
    if unit in _UNITS:
        return anchor.days_on(
            count * _UNITS[unit], approximate=unit != "day" and count not in (1, -1)
        )
    if anchor.year is None:
        return None
    if unit == "year":
        return unspecified(DateValue(anchor.year + count))
    return _months_on(anchor, count, approximate=True)


def _months_on(anchor: Anchor, months: int, *, approximate: bool) -> HistoricalDate | None:
    if anchor.year is None or anchor.month is None:
        return None
    years, before = divmod(anchor.month - 1 + months, 12)
    return unspecified(DateValue(anchor.year + years, before + 1, approximate=approximate))


def turn_of(words: str) -> int:
    """0 for "that same", 1 for "the following", -1 for "the previous"."""
    word = words.lower().split()[-1]
    return {"next": 1, "following": 1, "previous": -1, "preceding": -1, "before": -1}.get(word, 0)


def _year(match: Match, anchor: Anchor) -> HistoricalDate | None:
    if anchor.year is None:
        return None
    return unspecified(DateValue(anchor.year + turn_of(match["turn"])))


def _month(match: Match, anchor: Anchor) -> HistoricalDate | None:
    return _months_on(anchor, turn_of(match["turn"]), approximate=False)


def _part_of_the_same(match: Match, anchor: Anchor) -> HistoricalDate | None:
    if match["whole"] == "month":
        return _months_on(anchor, 0, approximate=False)
    return None if anchor.year is None else unspecified(DateValue(anchor.year))


def _named_month(match: Match, anchor: Anchor) -> HistoricalDate | None:
    """The first March behind the date that was told, or the last before it."""
    number = month_of(match)
    if anchor.year is None or anchor.month is None or anchor.month == number:
        return None
    if turn_of(match["turn"]) > 0:
        return unspecified(DateValue(anchor.year + (number < anchor.month), number))
    return unspecified(DateValue(anchor.year - (number > anchor.month), number))


_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}


def _named_season(match: Match, anchor: Anchor) -> HistoricalDate | None:
    """The first summer that begins behind the date that was told."""
    value = anchor.value
    if anchor.year is None or value is None or turn_of(match["turn"]) < 0:
        return None
    number = _SEASONS[match["season"]]
    told = month_within(value)
    goes_on = told is None or 3 * (number - 20) <= told
    return unspecified(DateValue(anchor.year + goes_on, number))


def _weekday(match: Match, anchor: Anchor) -> HistoricalDate | None:
    """The first Sunday after a day whose weekday is known."""
    told = anchor.day.weekday() if anchor.day else None
    if told is None:
        return None
    return anchor.days_on((WEEKDAYS.index(match["weekday"]) - WEEKDAYS.index(told)) % 7 or 7)


_LOOKS_BACK = re.compile(r"\bhad\b[^.,;:()]*$")


def _day_of_month(match: Match, anchor: Anchor) -> HistoricalDate | None:
    """A day of the month that was told: a later one, or an earlier one that is looked back at."""
    number = number_of(match["day"])
    if anchor.value is None or anchor.year is None or anchor.month is None:
        return None
    back = number < (anchor.value.day or 0)
    before = match.string[max(0, match.start() - 120) : match.start()]
    if back and not _LOOKS_BACK.search(before):
        return None
    return unspecified(DateValue(anchor.year, anchor.month, number))


def _unknown(_: Match, __: Anchor) -> None:
    return None


# --- the table ---------------------------------------------------------------------------------

_PART_OF_DAY = "(?:day|morning|afternoon|evening|night)"
_COUNT = rf"(?P<count>[Aa]n?|(?i:{'|'.join(w for w in _NUMBERS if len(w) > 2)})|\d{{1,3}})"
_NOT_OF = r"(?! +(?:the|his|her|its|their|that|he|she|they|it|[A-Z]\w+)\b)"
_ON = (
    r"(?:(?P<on>[Oo]n|[Uu]pon|[Uu]ntil|[Tt]ill|(?:night|morning|evening|afternoon|dawn) +of)"
    r"|[Bb]y|[Bb]efore|[Ss]ince|[Ff]rom)"
)
# Behind "the 20th" these make it the name of a unit, not a day; behind "by the 20th" any name.
_NO_UNIT = (
    r"(?(on)(?! +(?:Regiment|Division|Army|Corps|Brigade|Infantry|Cavalry|Dragoons|Lancers|Hussars"
    r"|Foot|Light|Royal|Battalion|Squadron|Congress|Century|Dynasty|Amendment|Parallel|Parliament"
    r"|Duma|Party|New|North|South|West|East|[A-Z]\w+ers)\b)|(?! +[A-Z]))"
)

RULES = (
    _rule(
        "the same day",
        rf"(?:[Tt]hat(?: +(?:very|same))?|[Tt]he +(?:very +)?same) +{_PART_OF_DAY}",
        _same_day,
        moves=False,
    ),
    _rule(
        "the next day",
        rf"[Tt]he +(?:very +)?(?:next|following) +{_PART_OF_DAY}"
        rf"|[Tt]he +{_PART_OF_DAY} +after{_NOT_OF}|[Nn]ext +(?:day|morning)",
        _next_day,
    ),
    _rule(
        "the day before",
        rf"[Tt]he +(?:(?:day|night|evening) +before|previous +{_PART_OF_DAY}){_NOT_OF}",
        _day_before,
    ),
    _rule(
        "some time later",
        rf"{_COUNT} +(?P<unit>day|night|week|fortnight|month|year)s?"
        r" +(?P<way>later|afterwards|earlier|after(?= *[,.;])|before(?= *[,.;]))",
        _some_time_later,
    ),
    _rule("last night", r"[Ll]ast +night", _unknown, moves=False),
    _rule(
        "a year by reference",
        r"(?P<turn>[Tt]hat(?: +(?:same|very))?|[Tt]he +(?:very +)?(?:same|next|following|previous"
        r"|preceding)) +year",
        _year,
    ),
    _rule("the year before", rf"[Tt]he +year +(?P<turn>before){_NOT_OF}", _year, moves=False),
    _rule(
        "a month by reference",
        r"(?P<turn>[Tt]he +(?:same|next|following|previous|preceding)) +(?:month)",
        _month,
    ),
    _rule(
        "a part of the month or year told",
        r"[Tt]he +(?:very +)?(?:beginning|start|middle|end|close) +of +(?:the|that)(?: +same)? +"
        r"(?P<whole>month|year)",
        _part_of_the_same,
        moves=False,
    ),
    _rule("a week by reference", r"[Tt]he +(?:next|following|previous) +week", _unknown),
    _rule(
        "a month by name and reference",
        rf"(?P<turn>[Tt]he +(?:next|following|previous|preceding)) +{month(1)}(?! +\d)",
        _named_month,
    ),
    _rule(
        "a season by reference",
        r"(?P<turn>[Tt]he +(?:next|following|previous|preceding)) +(?P<season>spring|summer|autumn"
        r"|winter)",
        _named_season,
    ),
    _rule(
        "a weekday by reference",
        rf"[Tt]he +(?:next|following) +(?P<weekday>{'|'.join(WEEKDAYS)})",
        _weekday,
    ),
    _rule(
        "a day of the month",
        rf"(?:{_ON} +(?P<date>[Tt]he +(?P<day>{DAY}(?<=[a-z]))"
        rf"(?: +(?:inst|instant|of +(?:the|that|the +same) +month)\b)?)"
        rf"(?! +(?:day +)?of +{MONTH}| *[(/\[]| +(?:to|until|and|or) +(?:the +)?\w+ +"
        rf"(?:[Cc]entur|(?:of +)?{MONTH}))"
        rf"{_NO_UNIT}{GOES_ON})",
        _day_of_month,
        DateForm.PARTIAL,
        moves=False,
    ),
)
