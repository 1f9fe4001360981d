"""The forms in which English prose writes a date: one row of RULES each.

A rule is a pattern and a reader. The reader gets the match and the year, stated or from the
context, and gives the date; None where the words are no date after all. Patterns are matched
against an article's view, where every space is a plain one but may be repeated.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from flashgen.calendars import Calendar
from flashgen.dates import MONTHS, WEEKDAYS, DateInterval, DateValue, Edtf, HistoricalDate, Stated

Match = re.Match[str]
Reader = Callable[[Match, int], HistoricalDate | None]


@dataclass(frozen=True, slots=True)
class DateRule:
    """A form of writing a date. ``year_group`` names the group that holds a stated year."""

    name: str
    pattern: re.Pattern[str]
    read: Reader
    needs_year: bool = True

    def stated_year(self, match: Match) -> int | None:
        """The last year that the words state, the later one of "1648/9"."""
        groups = match.groupdict()
        stated = [groups[name] for name in ("y3", "y2", "y1") if groups.get(name)]
        return _year(stated[0]) if stated else None


# --- pieces of patterns ------------------------------------------------------------------------

_MONTH_NAMES = "|".join(MONTHS)
_SHORT = {name[:3]: number for number, name in enumerate(MONTHS, start=1)} | {"Sept": 9}
_MONTH_WORD = rf"(?:{_MONTH_NAMES}|(?:Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec)\.)"
_DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])"
_ORDINAL = r"(?:st|nd|rd|th|d)?"
_YEAR_NUMBER = r"[1-9]\d{2,3}(?:/\d{1,4}(?! +[A-Z]))?(?!\d)"
_WEEKDAY = rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)})(?:,? +(?:the +)?))?"
_DASH = r" ?[-–—] ?"
_TO = r"(?: ?[-–—] ?| +to +| +until +| +through +)"
_OLD = r"O\. ?S\.?|OS|[Oo]ld +[Ss]tyle|Julian"
_NEW = r"N\. ?S\.?|NS|[Nn]ew +[Ss]tyle|Gregorian|Western"
_LEAD = r"(?:(?:in|by|on|according +to|under) +)?(?:the +)?"


def _d(n: int) -> str:
    return rf"(?P<d{n}>{_DAY_NUMBER})(?!\d){_ORDINAL}"


def _m(n: int) -> str:
    return rf"(?P<m{n}>{_MONTH_WORD})"


def _y(n: int) -> str:
    return rf"(?:(?:,| of)? +|, ?)(?P<y{n}>{_YEAR_NUMBER})"


def _style(n: int) -> str:
    return rf"{_LEAD}(?:(?P<old{n}>{_OLD})|(?P<new{n}>{_NEW}))(?: +calendar)?"


def _dm(n: int) -> str:
    """Day before month: "25 October", "the 7th of November"."""
    return rf"{_d(n)}(?: +of)? +{_m(n)}"


def _md(n: int) -> str:
    """Month before day: "October 25"."""
    return rf"{_m(n)} +(?:the +)?{_d(n)}"


_ORDERS = {"day first": _dm, "month first": _md}
_BOTH_CALENDARS = rf"(?: +[(\[](?:{_OLD})/(?:{_NEW})(?: +calendars?)?[)\]])?"


# --- readers -----------------------------------------------------------------------------------


def _year(text: str) -> int:
    """The year of "1917", and the later one of "1648/9", "1731/32" and "1699/1700"."""
    first, _, later = text.partition("/")
    return int(first[: len(first) - len(later)] + later)


def _month(word: str) -> int:
    return _SHORT.get(word.rstrip(".")) or MONTHS.index(word) + 1


def _value(match: Match, n: int, year: int) -> DateValue:
    return DateValue(year, _month(match[f"m{n}"]), int(match[f"d{n}"]))


def _styled(match: Match, n: int) -> Calendar | None:
    groups = match.groupdict()
    if groups.get(f"old{n}"):
        return Calendar.JULIAN
    return Calendar.GREGORIAN if groups.get(f"new{n}") else None


def _unspecified(value: Edtf) -> HistoricalDate | None:
    try:
        return HistoricalDate.unspecified(value)
    except ValueError:
        return None


def _interval(start: DateValue, end: DateValue) -> HistoricalDate | None:
    try:
        in_order = start.days(Calendar.JULIAN)[0] < end.days(Calendar.JULIAN)[0]
    except ValueError:
        return None
    return _unspecified(DateInterval(start, end)) if in_order else None


# As far apart as the calendars ever were, and a day of a slip of the pen on either side.
_GAPS = range(9, 16)


def _pair(
    first: DateValue, second: DateValue, second_is: Calendar | None = None
) -> HistoricalDate | None:
    """Two halves, the Old Style one found by the distance; None where they are no pair.

    Halves that are nearly as far apart as the calendars were make a dual date even so: it is
    the article that errs, and the caller says it.
    """
    if second_is is Calendar.JULIAN:
        halves = [(second, first)]
    elif second_is is Calendar.GREGORIAN:
        halves = [(first, second)]
    else:
        halves = [(first, second), (second, first)]
    for julian, gregorian in halves:
        try:
            return HistoricalDate.dual(julian, gregorian)
        except ValueError:
            continue
    for julian, gregorian in halves:
        try:
            apart = gregorian.days(Calendar.GREGORIAN)[0] - julian.days(Calendar.GREGORIAN)[0]
        except ValueError:
            continue
        if apart in _GAPS:
            return HistoricalDate(Stated.DUAL, julian, gregorian)
    return None


def _years_of_halves(match: Match, year: int) -> tuple[int, int]:
    """The years of two halves; 25 December/7 January lies on both sides of New Year."""
    groups = match.groupdict()
    first, second = _month(match["m1"]), _month(match["m2"])
    last = groups.get("y3") or groups.get("y2")
    if groups.get("y1") and not last:
        early = _year(match["y1"])
        return early, early + (first == 12 and second == 1) - (first == 1 and second == 12)
    late = _year(last) if last else year
    return late - (first == 12 and second == 1) + (first == 1 and second == 12), late


def _dual_full(match: Match, year: int) -> HistoricalDate | None:
    one, two = _years_of_halves(match, year)
    first, second = _value(match, 1, one), _value(match, 2, two)
    second_is = _styled(match, 2)
    if second_is is None and (first_is := _styled(match, 1)) is not None:
        second_is = first_is.other
    return _pair(first, second, second_is or _styled(match, 3))


def _dual_slash(match: Match, year: int) -> HistoricalDate | None:
    """Halves with a slash between; too near each other they are a night from one to the next."""
    one, two = _years_of_halves(match, year)
    first, second = _value(match, 1, one), _value(match, 2, two)
    return _pair(first, second, _styled(match, 2)) or _interval(first, second)


def _dual_days(match: Match, year: int) -> HistoricalDate | None:
    """One month for both days, as in "10/23 October"."""
    month = _month(match["m1"])
    first = DateValue(year, month, int(match["d1"]))
    second = DateValue(year, month, int(match["d2"]))
    return _pair(first, second, _styled(match, 2)) or _interval(first, second)


def _dual_day_in_brackets(match: Match, year: int) -> HistoricalDate | None:
    """The second day alone in brackets, as in "14 (26) December 1825"."""
    month = _month(match["m1"])
    return _pair(DateValue(year, month, int(match["d1"])), DateValue(year, month, int(match["d2"])))


def _dual_range(match: Match, year: int) -> HistoricalDate | None:
    """Two ranges, as in "3–7 July [16–20 July, N.S.] 1917"."""
    one, two = _years_of_halves(match, year)
    months = _month(match["m1"]), _month(match["m2"])
    first, last = (
        _pair(
            DateValue(one, months[0], int(match["d1"])),
            DateValue(two, months[1], int(match["d2"])),
            _styled(match, 2) or _styled(match, 3),
        ),
        _pair(
            DateValue(one, months[0], int(match["e1"])),
            DateValue(two, months[1], int(match["e2"])),
            _styled(match, 2) or _styled(match, 3),
        ),
    )
    if first is None or last is None:
        return None
    halves = []
    for start, end in ((first.julian, last.julian), (first.gregorian, last.gregorian)):
        if not isinstance(start, DateValue) or not isinstance(end, DateValue):
            return None
        halves.append(DateInterval(start, end))
    return HistoricalDate(Stated.DUAL, halves[0], halves[1])


def _dual_months(match: Match, year: int) -> HistoricalDate | None:
    """Two months, as in "February or March 1917 by the Julian or Gregorian calendar"."""
    months = [DateValue(year, _month(match[f"m{n}"])) for n in (1, 2)]
    if match["gregorian_first"]:
        months.reverse()
    try:
        return HistoricalDate.dual(*months)
    except ValueError:
        return None


def _one_calendar(match: Match, year: int) -> HistoricalDate | None:
    calendar = _styled(match, 1)
    if calendar is None:
        return None
    try:
        return HistoricalDate.in_calendar(calendar, _value(match, 1, year))
    except ValueError:
        return None


def _day(match: Match, year: int) -> HistoricalDate | None:
    value = _value(match, 1, year)
    stated = match.groupdict().get("y1") or ""
    try:
        if "/" in stated:
            # Only Old Style years began in March, and only they are written with both numbers.
            return HistoricalDate.in_calendar(Calendar.JULIAN, value)
        return HistoricalDate.unspecified(value)
    except ValueError:
        return None


def _day_range(match: Match, year: int) -> HistoricalDate | None:
    groups = match.groupdict()
    end_month = _month(groups.get("m2") or match["m1"])
    start_month = _month(match["m1"])
    start_year = _year(match["y1"]) if groups.get("y1") and groups.get("y2") else year
    if not (groups.get("y1") and groups.get("y2")):
        start_year = year - (start_month > end_month)
    return _interval(
        DateValue(start_year, start_month, int(match["d1"])),
        DateValue(year, end_month, int(match["d2"])),
    )


def _month_range(match: Match, year: int) -> HistoricalDate | None:
    start, end = _month(match["m1"]), _month(match["m2"])
    groups = match.groupdict()
    both = groups.get("y1") and groups.get("y2")
    first = _year(match["y1"]) if both else year - (start > end)
    return _interval(DateValue(first, start), DateValue(year, end))


def _month_of_year(match: Match, year: int) -> HistoricalDate | None:
    before = match.string[max(0, match.start() - 9) : match.start()]
    if re.search(r"\d(?:st|nd|rd|th|d)?(?: +of)? +$", before):
        return None  # "31 June 1215" is no day, and no month either
    return _unspecified(DateValue(year, _month(match["m1"]), approximate=bool(match["about"])))


_SEASON_NUMBERS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}


def _season(match: Match, year: int) -> HistoricalDate | None:
    number = _SEASON_NUMBERS[match["season"].lower()]
    if number == 24 and match.groupdict().get("y1") and "/" in match["y1"]:
        year -= 1  # the winter of 1941/42 is that of 1941
    return _unspecified(DateValue(year, number))


def _bare_year(match: Match, year: int) -> HistoricalDate | None:
    if "/" in match["y1"]:
        first = DateValue(int(match["y1"].partition("/")[0]))
        return _interval(first, DateValue(year)) if year == first.year + 1 else None
    return _unspecified(DateValue(year, approximate=bool(match.groupdict().get("about"))))


_YEAR_FOLLOWS = re.compile(
    r"(?:\b(?:in|since|until|till|before|after|during|throughout|year|anno|by|late|early)|[(–-]) *$",
    re.IGNORECASE,
)
_YEAR_MAY_FOLLOW = re.compile(r"(?:\b(?:of|from|to|and|or|into|for|than)|,) +$", re.IGNORECASE)
_QUANTITY = re.compile(
    r" +(?!was\b|as\b|is\b|has\b|its\b|his\b|this\b)(?:[a-z]+s|men|women|people|children|cavalry|"
    r"infantry|foot|horse|dead|strong|feet|km|kg|per|percent|million|thousand|of)\b"
)


def _year_in_context(match: Match, year: int) -> HistoricalDate | None:
    """A bare number is a year where the words around it say so, and count nothing by it."""
    before = match.string[max(0, match.start() - 14) : match.start()]
    after = match.string[match.end() : match.end() + 16]
    opens_sentence = re.search(
        r"(?:^|(?<!\bNo)(?<!\bNos)(?<!\bp)(?<!\bvol)[.!?][”\"’)]?) *$", before
    )
    if _QUANTITY.match(after):
        sure = re.search(r"\b(?:in|since|until|year) +$", before, re.IGNORECASE)
        return _unspecified(DateValue(year)) if sure else None
    if _YEAR_FOLLOWS.search(before) or _YEAR_MAY_FOLLOW.search(before) or opens_sentence:
        return _unspecified(DateValue(year))
    return None


def _year_range(match: Match, _: int) -> HistoricalDate | None:
    start, end = match["y1"], match["y2"]
    end = start[: len(start) - len(end)] + end
    return _interval(DateValue(int(start)), DateValue(int(end)))


def _decade(match: Match, _: int) -> HistoricalDate | None:
    return _unspecified(DateValue(int(match["decade"]) * 10, open_digits=1))


_CENTURIES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth "
    "twenty-first"
).split()


def _century(match: Match, _: int) -> HistoricalDate | None:
    word = match["century"].lower()
    number = int(word[:-2]) if word[0].isdigit() else _CENTURIES.index(word) + 1
    if not 1 <= number <= 21:
        return None
    return _unspecified(DateValue((number - 1) * 100, open_digits=2))


# --- the table ---------------------------------------------------------------------------------

_PART = r"(?:[Ee]arly|[Mm]id|[Ll]ate|[Tt]he +(?:beginning|middle|end|start|close) +of)(?:[- ]+)(?:in +)?"
_ABOUT = r"(?P<about>(?:\bc\.|\bca\.|\bcirca\b|\babout\b|\baround\b|\bapproximately\b) *)?"
_FOUR_DIGITS = r"(?:1\d{3}|20[012]\d)"
_YEAR = rf"(?P<y1>{_FOUR_DIGITS})(?![\d/])(?![.,]\d)"


def _rule(name: str, pattern: str, read: Reader, *, needs_year: bool = True) -> DateRule:
    return DateRule(name, re.compile(rf"(?<![\w/.:])(?:{pattern})(?!\w)"), read, needs_year)


def _by_order(
    name: str, template: Callable[[Callable[[int], str]], str], read: Reader
) -> list[DateRule]:
    return [_rule(f"{name}, {order}", template(piece), read) for order, piece in _ORDERS.items()]


RULES: tuple[DateRule, ...] = (
    *_by_order(
        "two calendars with a slash",
        lambda dm: rf"{_WEEKDAY}{dm(1)}(?:{_y(1)})? ?/ ?{dm(2)}(?:{_y(2)})?{_BOTH_CALENDARS}",
        _dual_slash,
    ),
    _rule(
        "two days with a slash, day first",
        rf"{_WEEKDAY}{_d(1)} ?/ ?{_d(2)}(?: +of)? +{_m(1)}(?:{_y(1)})?{_BOTH_CALENDARS}",
        _dual_days,
    ),
    _rule(
        "two days with a slash, month first",
        rf"{_WEEKDAY}{_m(1)} +{_d(1)} ?/ ?{_d(2)}(?:{_y(1)})?{_BOTH_CALENDARS}",
        _dual_days,
    ),
    *(
        _rule(
            f"the second calendar in brackets, {one} and {two}",
            rf"{_WEEKDAY}{first(1)}(?:{_y(1)})?(?: +{_style(1)})? +[(\[](?:or +)?"
            rf"(?:{_style(3)}[,:]? +)?"
            rf"{second(2)}(?:{_y(2)})?(?:,? +{_style(2)})?[)\]](?:{_y(3)})?",
            _dual_full,
        )
        for one, first in _ORDERS.items()
        for two, second in _ORDERS.items()
    ),
    _rule(
        "the second day in brackets",
        rf"{_WEEKDAY}{_d(1)} *[(\[]{_d(2)}[)\]](?: +of)? +{_m(1)}(?:{_y(1)})?",
        _dual_day_in_brackets,
    ),
    _rule(
        "a range in two calendars",
        rf"{_d(1)}{_DASH}(?P<e1>{_DAY_NUMBER}) +{_m(1)}(?:{_y(1)})? +[(\[](?:or +)?"
        rf"(?:{_style(3)}[,:]? +)?"
        rf"{_d(2)}{_DASH}(?P<e2>{_DAY_NUMBER}) +{_m(2)}(?:{_y(2)})?(?:,? +{_style(2)})?[)\]]"
        rf"(?:{_y(3)})?",
        _dual_range,
    ),
    _rule(
        "a month in two calendars",
        rf"{_m(1)}(?: +or +| ?/ ?){_m(2)}(?:{_y(1)})?,? +[(\[]?(?:{_LEAD})"
        rf"(?:(?:{_OLD})(?: +or +| ?/ ?)(?:{_NEW})|(?P<gregorian_first>(?:{_NEW})(?: +or +| ?/ ?)(?:{_OLD})))"
        r"(?: +calendars?)?[)\]]?",
        _dual_months,
    ),
    *_by_order(
        "one calendar named",
        lambda dm: rf"{_WEEKDAY}{dm(1)}(?:{_y(1)})?,? +[(\[]?{_style(1)}[)\]]?",
        _one_calendar,
    ),
    *_by_order("a day", lambda dm: rf"{_WEEKDAY}{dm(1)}(?:{_y(1)})?", _day),
    _rule(
        "a range of days, day first",
        rf"(?:\b[Bb]etween +)?{_d(1)}(?:(?: +of)? +{_m(1)}(?:{_y(1)})?(?:{_TO}|(?<=[a-z]) +and +)"
        rf"{_d(2)}(?: +of)? +{_m(2)}(?:{_y(2)})?)",
        _day_range,
    ),
    _rule(
        "a range of days in one month, day first",
        rf"{_d(1)}(?:{_TO}| +and +|, ?){_d(2)}(?: +of)? +{_m(1)}(?:{_y(1)})?",
        _day_range,
    ),
    _rule(
        "a range of days in one month, month first",
        rf"{_m(1)} +{_d(1)}(?:{_DASH}| +to +){_d(2)}(?! +{_MONTH_WORD})(?:{_y(1)})?",
        _day_range,
    ),
    _rule(
        "a range of days, month first",
        rf"{_m(1)} +{_d(1)}(?:{_y(1)})?{_TO}{_m(2)} +{_d(2)}(?:{_y(2)})?",
        _day_range,
    ),
    _rule(
        "a range of months",
        rf"(?:\b[Bb]etween +)?{_m(1)}(?:{_y(1)})?(?:{_TO}| +and +|/){_m(2)}{_y(2)}",
        _month_range,
    ),
    _rule(
        "a range of months without a year",
        rf"\b(?:[Bb]etween|[Ff]rom) +{_m(1)} +(?:and|to|until) +{_m(2)}",
        _month_range,
    ),
    _rule("a month and its year", rf"(?:{_PART})?{_ABOUT}{_m(1)}{_y(1)}", _month_of_year),
    _rule("a part of a month", rf"(?:{_PART}){_ABOUT}{_m(1)}", _month_of_year),
    _rule(
        "a month alone",
        r"(?:(?<=\b[Ii]n )|(?<=\b[Bb]y )|(?<=\b[Ss]ince )|(?<=\b[Uu]ntil )|(?<=\b[Dd]uring )"
        r"|(?<=\b[Tt]he month of ))"
        rf"{_ABOUT}{_m(1)}(?! +[A-Z])",
        _month_of_year,
    ),
    _rule(
        "a season and its year",
        rf"(?:(?:{_PART})(?:the +)?)?(?P<season>(?i:spring|summer|autumn|fall|winter)){_y(1)}",
        _season,
    ),
    _rule(
        "a season alone",
        r"(?:(?<=\b[Bb]y )|(?<=\b[Ii]n the )|(?<=\b[Bb]y the )|(?<=\b[Uu]ntil the ))"
        r"(?:(?:early|mid|late)[- ]+)?(?P<season>spring|summer|autumn|winter)(?! +of\b)",
        _season,
    ),
    _rule("a range of years", rf"{_YEAR}[-–](?P<y2>\d\d(?:\d\d)?)", _year_range),
    _rule(
        "a range of years in words, between",
        rf"\b[Bb]etween +{_YEAR} +and +(?P<y2>{_FOUR_DIGITS})",
        _year_range,
    ),
    _rule(
        "a range of years in words, from",
        rf"(?<=\b[Ff]rom ){_YEAR} +(?:to|until|till) +(?P<y2>{_FOUR_DIGITS})",
        _year_range,
    ),
    _rule("about a year", rf"(?P<about>c\.|ca\.|circa|about|around) *{_YEAR}", _bare_year),
    _rule("a part of a year", rf"(?:{_PART}){_YEAR}", _bare_year),
    _rule("two years with a slash", r"(?P<y1>1\d{3}/\d{1,2})(?![\d/])", _bare_year),
    _rule("a year", _YEAR, _year_in_context),
    _rule(
        "a decade",
        rf"(?:{_PART}(?:the +)?)?(?P<decade>1\d\d|20[012])0['’]?s",
        _decade,
        needs_year=False,
    ),
    _rule(
        "a century",
        rf"(?:{_PART}(?:the +)?)?(?P<century>(?i:{'|'.join(_CENTURIES)}|\d\d?(?:st|nd|rd|th)))"
        r"(?: +|-)centur(?:y|ies)",
        _century,
        needs_year=False,
    ),
)
