"""Decades, centuries and years before Christ: "the 1860s", "the late sixties", "49 BC"."""

from __future__ import annotations

from flashgen.dates import DateInterval, DateValue, HistoricalDate
from flashgen.rules.dates.pieces import (
    ABOUT,
    DASH,
    ORDINALS,
    PART,
    SEASON,
    TO,
    WEEKDAY,
    Match,
    Reading,
    Unsettled,
    day_month,
    month,
    rule,
    unspecified,
)

_TENS = "twenties thirties forties fifties sixties seventies eighties nineties".split()
_HUNDREDS = ("seventeen", "eighteen", "nineteen")
_ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split()


def _decade(match: Match, _: int) -> HistoricalDate | None:
    """A decade; "the 1800s" are a century."""
    tens = int(match["decade"])
    approximate = match["about"] is not None
    if tens % 10 == 0:
        return unspecified(DateValue(tens * 10, open_digits=2, approximate=approximate))
    return unspecified(DateValue(tens * 10, open_digits=1, approximate=approximate))


def _decade_in_words(match: Match, _: int) -> HistoricalDate | None:
    century = 1700 + 100 * _HUNDREDS.index(match["hundreds"].lower())
    return unspecified(DateValue(century + _tens(match["tens"]), open_digits=1))


def _tens(word: str) -> int:
    return 20 + 10 * _TENS.index(word.lower())


def _decade_without_century(match: Match, in_year: int) -> Reading:
    """A decade near the year that is told: a little ahead of it, or not too far behind."""
    groups = match.groupdict()
    tens = _tens(groups["tens"]) if groups.get("tens") else 10 * int(groups["figure"])
    ahead = in_year - in_year % 100 + tens
    for first in (ahead + 100, ahead, ahead - 100):
        if -60 <= first - in_year <= 20:
            return unspecified(DateValue(first, open_digits=1)) or Unsettled.DATE
    return Unsettled.DATE


def _century(match: Match, _: int) -> Reading:
    """A century, or from one to another."""
    if match["era"]:
        return Unsettled.DATE
    numbers = [_century_number(match[name]) for name in ("c1", "c2") if match[name]]
    if not all(1 <= number <= 21 for number in numbers):
        return None
    values = [DateValue((number - 1) * 100, open_digits=2) for number in numbers]
    if len(values) == 1:
        return unspecified(values[0])
    return unspecified(DateInterval(*values)) if numbers[0] < numbers[1] else None


def _century_number(word: str) -> int:
    if word[0].isdigit():
        return int(word[:-2])
    roman = word.removesuffix("th").removesuffix("st")
    return _ROMAN.index(roman) + 1 if roman in _ROMAN else _ordinal(word)


def _ordinal(word: str) -> int:
    return ORDINALS.index(word.lower().replace(" ", "-")) + 1


def _before_christ(_: Match, __: int) -> Reading:
    return Unsettled.DATE


_CENTURY = (
    rf"(?:(?i:{'|'.join(reversed(ORDINALS[:21]))})|\d\d?(?:st|nd|rd|th)"
    r"|(?:X[IVX]*|[VI]{2,4})(?:th)?)"
)
_BC = r" ?(?:BCE?|B\. ?C\.(?: ?E\.)?)"
_NUMBER = r"(?:\d{1,2},\d{3}|\d{1,4})"
_BEFORE_THE_YEAR = rf"(?:{WEEKDAY}{day_month(1)}|(?:{PART})?(?:{month(2)}|{SEASON}))(?:,? of|,)? +"

RULES = (
    rule(
        "a decade",
        rf"(?:{PART})?{ABOUT}?(?P<decade>1\d\d|20[012]|(?<=the )[2-9]\d)0['’]?s",
        _decade,
        needs_year=False,
    ),
    rule(
        "a decade in words",
        rf"(?:{PART})?(?P<hundreds>(?i:{'|'.join(_HUNDREDS)}))[- ](?P<tens>(?i:{'|'.join(_TENS)}))",
        _decade_in_words,
        needs_year=False,
    ),
    rule(
        "a decade without its century",
        rf"[Tt]he +(?P<date>(?:(?:early|mid|late)[- ]+)?(?P<tens>{'|'.join(_TENS)}))",
        _decade_without_century,
    ),
    rule(
        "a decade by its last figures",
        r"(?:[Tt]he|and|or) +(?P<date>(?:(?:early|mid|late)[- ]+)?['’‘]?(?P<figure>[2-9])0['’]?s)",
        _decade_without_century,
    ),
    rule(
        "a century",
        rf"(?:{PART})?(?P<c1>{_CENTURY})(?:(?:{TO}| +(?:and|or) +(?:the +)?)(?:{PART})?"
        rf"(?P<c2>{_CENTURY}))?(?: +|-)[Cc]entur(?:y|ies)(?:(?P<era>{_BC})| ?(?:AD|CE|A\. ?D\.))?",
        _century,
        needs_year=False,
    ),
    rule(
        "a year before Christ",
        rf"(?:{_BEFORE_THE_YEAR})?{ABOUT}?(?:{_NUMBER}(?:{TO}| +(?:and|or) +|/))?(?P<bc>{_NUMBER})"
        rf"{_BC}",
        _before_christ,
    ),
    rule(
        "a year before Christ, the era first",
        rf"B\. ?C\. *(?P<bc>\d{{1,4}})(?:{DASH}\d{{1,4}})?",
        _before_christ,
    ),
)
