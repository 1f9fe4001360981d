"""Months and seasons: "August 1914", "mid-March", "in May", "the winter of 1916–17"."""

from __future__ import annotations

import re

from flashgen.dates import MONTHS, DateValue, HistoricalDate
from flashgen.rules.dates.pieces import (
    ABOUT,
    DASH,
    GOES_ON,
    PART,
    SEASON,
    TO,
    TURN,
    Match,
    interval,
    month,
    month_of,
    rule,
    unspecified,
    year,
    year_of,
)

# People are called by these, too.
_NAMES = frozenset({"April", "May", "June", "August"})
# Behind the name of a month these make the name of something else.
_NOT_A_MONTH = re.compile(
    r"['’]s\b| +(?:Days?|Revolutions?|Manifesto|Mass\w+|Rising|Uprising|Theses|Laws?|Square|Street"
    r"|Plot|Coup|Monarchy|Decrees?|Crisis|Offensive|[A-Z]\w*(?:ists?|ism)|Fourth|First|Madness)\b"
)
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}


def _month_of_year(match: Match, in_year: int) -> HistoricalDate | None:
    before = match.string[max(0, match.start() - 9) : match.start()]
    if re.search(r"\d(?:st|nd|rd|th|d)?(?: +of)? +$", before):
        return None  # "31 June 1215" is no day, and no month either
    return unspecified(DateValue(in_year, month_of(match), approximate=bool(match["about"])))


def _month_alone(match: Match, in_year: int) -> HistoricalDate | None:
    if _NOT_A_MONTH.match(match.string, match.end()):
        return None
    name, word = match["m1"], match["word"].lower()
    if name in _NAMES and word != "in" and re.match(" +[A-Z]", match.string[match.end() :][:40]):
        return None
    return _month_of_year(match, in_year)


def _month_at_work(match: Match, in_year: int) -> HistoricalDate | None:
    """The subject of a sentence, as in "October brought rain"; nobody is called October."""
    return None if match["m1"] in _NAMES else unspecified(DateValue(in_year, month_of(match)))


def _months(match: Match, last_year: int) -> HistoricalDate | None:
    """From one month to another, perhaps over New Year."""
    if " and " in match[0] and not match[0].startswith(("between", "Between")):
        return None
    start, end = month_of(match, 1), month_of(match, 2)
    stated = match.groupdict().get("y1")
    first_year = year_of(stated) if stated else last_year - (start > end)
    return interval(DateValue(first_year, start), DateValue(last_year, end))


def _months_in_a_row(match: Match, in_year: int) -> HistoricalDate | None:
    """The months of "May, June and July"; months that do not follow each other are none."""
    numbers = [MONTHS.index(name) + 1 for name in re.findall(r"[A-Z][a-z]+", match["months"])]
    if numbers != list(range(numbers[0], numbers[-1] + 1)):
        return None
    return interval(DateValue(in_year, numbers[0]), DateValue(in_year, numbers[-1]))


def _season(match: Match, in_year: int) -> HistoricalDate | None:
    word = match["season"]
    before = match.string[max(0, match.start("season") - 20) : match.start("season")]
    if word[0].isupper() and re.search(r"[A-Z][\w-]* +$", before) and not match["part"]:
        return None  # a name: the Prague Spring of 1968
    groups = match.groupdict()
    if groups.get("winter_end"):
        first = year_of(groups["y1"])
        end = int(str(first)[: -len(groups["winter_end"])] + groups["winter_end"])
        return unspecified(DateValue(first, 24)) if end == first + 1 else None
    if word.lower() == "winter" and "/" in (groups.get("y1") or ""):
        in_year -= 1  # the winter of 1941/42 is that of 1941
    return unspecified(DateValue(in_year, _SEASONS[word.lower()]))


_FULL = rf"(?:{'|'.join(MONTHS)})"
_IN_A_ROW = rf"(?P<months>{_FULL}(?:, +{_FULL}){{0,4}},? +and +{_FULL})"
_IN = (
    r"(?P<word>[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Tt]hroughout|[Bb]y|[Bb]efore|[Aa]fter"
    r"|[Ff]rom|[Tt]hrough|[Tt]hat|[Tt]he +month +of)"
)
# "In winter" may be any winter, and "during the winter" is how long, not when.
_IN_THE = (
    r"(?:(?:[Bb]y|[Uu]ntil|[Tt]ill|[Bb]efore|[Ss]ince) +(?:the +)?"
    r"|[Ii]n +(?:the +|(?=early|mid|late))|[Tt]hat +)"
)

RULES = (
    rule(
        "a month and its year",
        rf"(?:{PART})?{ABOUT}?{month(1)}(?:{year(1)}|{TURN})",
        _month_of_year,
    ),
    rule("a part of a month", rf"{PART}{ABOUT}?{month(1)}(?! +\d)", _month_of_year),
    rule("a month alone", rf"{_IN} +(?P<date>{ABOUT}?{month(1)})(?! +\d)", _month_alone),
    rule(
        "a month that does something",
        rf"(?:^|(?<=[.!?;] )){month(1)}(?= +(?:was|saw|brought|came|began|passed|ended|found)\b)",
        _month_at_work,
    ),
    rule(
        "a range of months",
        rf"(?:[Bb]etween +)?{month(1)}{year(1)}?(?:{TO}| +and +|/)(?:{PART})?{month(2)}{year(2)}",
        _months,
    ),
    rule(
        "a range of months without a year",
        rf"(?:(?:[Bb]etween|[Ff]rom) +(?:the +month +of +)?{month(1)}(?:{TO}| +and +)"
        rf"(?:{PART})?{month(2)})(?! +\d)",
        _months,
    ),
    rule("months in a row", rf"{_IN_A_ROW}(?:{year(1)}|{TURN})", _months_in_a_row),
    rule(
        "months in a row without a year", rf"[Ii]n +(?P<date>{_IN_A_ROW})(?! +\d)", _months_in_a_row
    ),
    rule(
        "a season and its year",
        rf"(?P<part>(?:{PART})?){SEASON}(?:{year(1)}(?:{DASH}(?P<winter_end>\d\d(?:\d\d)?))?"
        rf"|{TURN})",
        _season,
    ),
    rule(
        "a season alone",
        rf"{_IN_THE}(?P<date>(?P<part>(?:(?:early|mid|late)[- ]+)?)"
        rf"(?P<season>spring|summer|autumn|winter|(?<=[Tt]hat )fall))(?! +of\b){GOES_ON}",
        _season,
    ),
)
