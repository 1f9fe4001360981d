"""What the date rules are made of: pieces of patterns, and helpers that read what they catch.

Patterns are matched against an article's view, where every space is a plain one but may be
repeated. A piece that stands several times in a pattern is a function of a number, which ends
the names of its groups: ``d1`` and ``m1`` are the day and month of the first half.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from flashgen.calendars import Calendar
from flashgen.dates import MONTHS, WEEKDAYS, DateInterval, DateValue, Edtf, HistoricalDate
from flashgen.types import Span

Match = re.Match[str]


class Unsettled(Enum):
    """The words are a date, but none whose value can be given: before Christ, an Easter."""

    DATE = "date"


# What a reader makes of a match and its year, stated or from the context; None: no date.
Reading = HistoricalDate | Unsettled | None
Reader = Callable[[Match, int], Reading]


@dataclass(frozen=True, slots=True)
class DateRule:
    """A form of writing a date."""

    name: str
    pattern: re.Pattern[str]
    read: Reader
    needs_year: bool = True

    def stated_year(self, match: Match) -> int | None:
        """The last year that the words state, the later one of "1648/9"; below 0: years B.C."""
        groups = match.groupdict()
        if groups.get("bc"):
            return -year_of(groups["bc"].replace(",", ""))
        stated = [groups[name] for name in ("y3", "y2", "y1") if groups.get(name)]
        return year_of(stated[0]) if stated else None

    def last_figures(self, match: Match) -> int | None:
        """The last two figures of a year, where the words state only these: 61 of "’61"."""
        groups = match.groupdict()
        stated = [groups[name] for name in ("short3", "short2", "short1") if groups.get(name)]
        return int(stated[0]) if stated else None

    def span(self, match: Match) -> Span:
        """The words that are the date: the group of that name, or else the whole match."""
        return Span(*match.span("date" if "date" in self.pattern.groupindex else 0))


def rule(name: str, pattern: str, read: Reader, *, needs_year: bool = True) -> DateRule:
    """A rule whose pattern catches whole words and no part of a sum, a path or a fraction."""
    return DateRule(name, re.compile(rf"(?<![\w/.:$£€#])(?:{pattern})(?!\w)"), read, needs_year)


# --- pieces of patterns ------------------------------------------------------------------------

ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth "
    "twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth "
    "twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
_SHORT = {name[:3]: number for number, name in enumerate(MONTHS, start=1)} | {"Sept": 9}
_SHORT_MONTH = "(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"

MONTH = (
    rf"(?:{'|'.join(MONTHS)}|{'|'.join(MONTHS).upper()}|{_SHORT_MONTH}\."
    rf"|{_SHORT_MONTH}(?= +\d)|(?<=\d ){_SHORT_MONTH}(?![\w]))"
)
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)(?:st|nd|rd|th|d)?(?![a-zA-Z])"
_DAY_IN_WORDS = rf"(?i:{'|'.join(reversed(ORDINALS)).replace('-', '[ -]')})"
WEEKDAY = rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}),?(?: +|(?<=,))(?:the +)?)?"
DASH = r" ?[-–—] ?"
TO = rf"(?:{DASH}| +to +(?:the +)?| +until +(?:the +)?| +through +(?:the +)?)"

# Words behind a number that make it a count of something.
COUNTED = (
    r"(?:(?:(?!(?:as|is|was|has|his|its|this|thus|does|perhaps|always|across|towards|afterwards"
    r"|besides|unless|whereas|sometimes)\b)[a-z]{2,}s|men|women|people|children|cavalry"
    r"|infantry|foot|horse|dead|strong|feet|miles?|more(?! +than)|per|percent|million|thousand|of|m"
    r"|km|kg)\b)"
)
_ROUND = rf"(?!(?:\d{{3}}|\d\d[05]0) +{COUNTED})"
_ERA = r"(?: ?(?:AD|CE|A\. ?D\.|C\. ?E\.))"
YEAR = (
    rf"(?:A\. ?D\. ?\d{{1,4}}|AD +\d{{1,4}}|\d{{1,2}}(?={_ERA})"
    rf"|{_ROUND}[1-9]\d{{2,3}}(?:/\d{{1,4}}(?!\d)(?! +{MONTH}))?)(?!\d)(?![.,]\d)(?:{_ERA}(?!\w))?"
)
# Words behind a number, an ordinal or a season that leave it a date of its own.
GOES_ON = (
    r"(?= *(?:[^\w\s'’-]|-[- ]|$)| +(?:[A-Z]|-|–|—|(?:and|or|but|he|she|it|they|we|you|the|an?"
    r"|his|her|its|their|our|was|were|is|had|has|have|did|would|could|may|might|must|when|while"
    r"|where|who|whom|which|that|this|these|those|there|then|thus|with|without|at|in|on|by|for"
    r"|from|to|into|of|after|before|as|because|if|until|till|some|many|most|all|both|only|even"
    r"|also|no|not|now|another|one|two|three|about|nearly|over|under|against|between|during"
    r"|through|towards?|upon|came|went|saw|began|became|fell|took|brought|found|again|alone"
    r"|nobody|everyone|nothing|[a-z]{2,}ed)\b))"
)
ABOUT = r"(?P<about>(?:c\.|ca\.|(?:circa|about|around|approximately|roughly)\b) *)"
PART = (
    r"(?:(?:[Ee]arly|[Mm]id(?:dle)?|[Ll]ate)(?: +in)?[- ]+(?:the +)?"
    r"|(?:[Tt]he +)?(?:(?:very +)?(?:[Bb]eginning|[Ss]tart|[Oo]pening|[Mm]iddle|[Ee]nd|[Cc]lose)"
    r"|(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal|[Oo]pening|[Cc]losing|[Ll]atter"
    r"|[Ee]arly)(?: +(?:two|few|three))? +(?:half|third|quarter|part|days|weeks?|fortnight|months"
    r"|years)) +of +(?:the +)?)"
)
SEASON = r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
# "of the same year", "in the following year": the year hangs on the last one told.
TURN = (
    r"(?:,? +(?:of|in) +(?P<turn>the +(?:very +)?(?:same|following|next|previous|preceding)"
    r"|that(?: +(?:same|very))?) +year)"
)

_OLD = r"O\. ?S\.?|OS|[Oo]ld[ -]+[Ss]tyle|(?:Julian|[Oo]ld|(?:[Oo]ld +)?Russian) +[Cc]alendar"
_NEW = r"N\. ?S\.?|NS|[Nn]ew[ -]+[Ss]tyle|(?:Gregorian|Western|[Nn]ew|[Mm]odern|our) +[Cc]alendar"
_LEAD = r"(?:(?:in|by|on|according +to|under) +)?(?:the +)?"


def day_month(n: int) -> str:
    """A day and its month in either order: "25 October", "the 7th of November", "July 4"."""
    return (
        rf"(?:(?P<d{n}>{DAY}|{_DAY_IN_WORDS}(?= +(?:day +)?of +[A-Z]))(?: +day)?(?: +of)? +"
        rf"(?P<m{n}>{MONTH})"
        rf"|(?P<M{n}>{MONTH})(?: +the)? +(?P<D{n}>{DAY}|(?<=the ){_DAY_IN_WORDS})"
        rf"(?!:\d| +{COUNTED}))"
    )


def day_range(n: int) -> str:
    """Days from one to another: "3–7 July", "27 February – 3 March", "July 1–3"."""
    return (
        rf"(?:(?P<d{n}>{DAY})(?:(?: +of)? +(?P<a{n}>{MONTH}))?{TO}"
        rf"(?P<e{n}>{DAY})(?: +of)? +(?P<m{n}>{MONTH})"
        rf"|(?P<M{n}>{MONTH}) +(?P<D{n}>{DAY}){TO}(?:(?P<A{n}>{MONTH}) +)?(?P<E{n}>{DAY}))"
    )


def month(n: int) -> str:
    """A month by its name."""
    return rf"(?P<m{n}>{MONTH})"


def year(n: int) -> str:
    """A year behind a day or month: "1917", ", in the year of our Lord 1066", "of ’61"."""
    return (
        r"(?:(?:(?:,| of|,? in)? +(?:the +year +(?:of +(?:our +Lord|grace) +)?)?|, ?)"
        rf"(?:(?P<y{n}>{YEAR})|(?<=[ ,])['’‘](?P<short{n}>\d\d)(?![\w'’])))"
    )


def style(n: int) -> str:
    """Words for one of the calendars: "O.S.", "according to the Gregorian calendar"."""
    return rf"{_LEAD}(?:(?P<Old{n}>{_OLD})|(?P<New{n}>{_NEW}))"


def style_in_brackets(n: int) -> str:
    """The same where brackets make clear what "Julian" means."""
    return (
        rf"{_LEAD}(?:(?P<old{n}>{_OLD}|Julian)|(?P<new{n}>{_NEW}|Gregorian|Western))"
        r"(?: +(?:dates?|reckoning))?"
    )


def named_style(n: int) -> str:
    """A calendar behind a date, in brackets or behind a comma or a space."""
    return rf"(?:,? +[(\[]{style_in_brackets(n)}[)\]]|,? +{style(n)})"


# Both calendars named at once, in the order of the halves before.
_EITHER_OLD, _EITHER_NEW = rf"(?:{_OLD}|Julian)", rf"(?:{_NEW}|Gregorian)"
BOTH_CALENDARS = (
    rf"(?: +[(\[](?:(?:{_EITHER_OLD})(?:/| and | or )(?:{_EITHER_NEW})"
    rf"|(?:{_EITHER_NEW})(?:/| and | or )(?:{_EITHER_OLD}))(?: +calendars?)?[)\]])?"
)
OLD_OR_NEW = (
    rf"(?:{_LEAD})(?:{_EITHER_OLD}(?: +(?:or|and) +(?:the +)?| ?/ ?){_EITHER_NEW}"
    rf"|(?P<gregorian_first>{_EITHER_NEW}(?: +(?:or|and) +(?:the +)?| ?/ ?){_EITHER_OLD}))"
    r"(?: +[Cc]alendars?)?"
)


# --- what they caught --------------------------------------------------------------------------


def year_of(text: str) -> int:
    """The year of "1917" and "A.D. 14"; the later one of "1648/9", "1731/32", "1699/1700"."""
    first, *later = re.findall(r"\d+", text)
    following = int(first) + 1
    return following if later and str(following).endswith(later[0]) else int(first)


def month_of(match: Match, n: int = 1) -> int:
    """The number of a month that a pattern caught."""
    groups = match.groupdict()
    return _month_number(groups.get(f"m{n}") or groups[f"M{n}"])


def _month_number(word: str) -> int:
    name = word.rstrip(".").capitalize()
    return MONTHS.index(name) + 1 if name in MONTHS else _SHORT[name]


def day_of(match: Match, n: int = 1) -> int:
    """The number of a day that a pattern caught, in figures or in words."""
    groups = match.groupdict()
    return number_of(groups.get(f"d{n}") or groups[f"D{n}"])


def number_of(text: str) -> int:
    """The number of "7", "7th" or "seventh"."""
    if text[0].isdigit():
        return int(re.sub(r"\D", "", text))
    return ORDINALS.index(re.sub(" +", "-", text.lower())) + 1


def value_of(match: Match, n: int, in_year: int) -> DateValue:
    """The day that a pattern caught."""
    return DateValue(in_year, month_of(match, n), day_of(match, n))


def month_within(value: DateValue) -> int | None:
    """The month in which a date lies, or begins if it is a season."""
    if value.month is None or value.month <= 12:
        return value.month
    return 3 * (value.month - 20)


def range_of(match: Match, n: int, last_year: int) -> tuple[DateValue, DateValue]:
    """The ends of a range of days; it may begin in the old year."""
    groups = match.groupdict()
    if groups[f"d{n}"]:
        first_month, last_month = groups[f"a{n}"] or groups[f"m{n}"], groups[f"m{n}"]
        first_day, last_day = groups[f"d{n}"], groups[f"e{n}"]
    else:
        first_month, last_month = groups[f"M{n}"], groups[f"A{n}"] or groups[f"M{n}"]
        first_day, last_day = groups[f"D{n}"], groups[f"E{n}"]
    start, end = _month_number(first_month), _month_number(last_month)
    return (
        DateValue(last_year - (start > end), start, number_of(first_day)),
        DateValue(last_year, end, number_of(last_day)),
    )


def calendar_of(match: Match, n: int) -> Calendar | None:
    """The calendar that a pattern caught, if it did."""
    groups = match.groupdict()
    if groups.get(f"old{n}") or groups.get(f"Old{n}"):
        return Calendar.JULIAN
    return Calendar.GREGORIAN if groups.get(f"new{n}") or groups.get(f"New{n}") else None


def unspecified(value: Edtf) -> HistoricalDate | None:
    """A date of no calendar; None where neither has such a day."""
    try:
        return HistoricalDate.unspecified(value)
    except ValueError:
        return None


def in_calendar(calendar: Calendar, value: Edtf) -> HistoricalDate | None:
    """A date of one calendar; None where that has no such day."""
    try:
        return HistoricalDate.in_calendar(calendar, value)
    except ValueError:
        return None


def interval(start: DateValue, end: DateValue) -> HistoricalDate | None:
    """From one date to another; None where they are not in order."""
    ordered = in_order(start, end)
    return None if ordered is None else unspecified(ordered)


def in_order(start: DateValue, end: DateValue) -> DateInterval | None:
    """The interval of two dates; None where the first does not begin, or end, first."""
    try:
        first, last = start.days(Calendar.JULIAN), end.days(Calendar.JULIAN)
    except ValueError:
        return None
    return DateInterval(start, end) if first[0] < last[0] and first[1] < last[1] else None
