"""Read EDTF strings, and say to a person what is wrong with one."""

from __future__ import annotations

import re
from contextlib import suppress

from flashgen.dates.calendars import EUROPEAN, FIRST_YEAR, LAST_YEAR, Calendar, month_length
from flashgen.dates.edtf.values import (
    MARKS,
    PARTS_OF_YEAR,
    UNKNOWN,
    DateInterval,
    DateSet,
    DateValue,
    Edtf,
)
from flashgen.dates.edtf.wording import in_words

_FORMS = "write it like 1917-11-07, 1917-11, 1917 or 186X"
_DATE = re.compile(
    r"(?P<before_year>[?~%]?)(?P<year>-?[0-9]{0,4}X{0,4})(?:S(?P<sure>[1-4]))?(?P<after_year>[?~%]?)"
    r"(?:-(?P<before_month>[?~%]?)(?P<month>[0-9]{2}|XX)(?P<after_month>[?~%]?)"
    r"(?:-(?P<before_day>[?~%]?)(?P<day>[0-9]{2}|XX)(?P<after_day>[?~%]?))?)?"
)
_PARTS = ("year", "month", "day")
_EXAMPLE = "1984-10..1984-12"
# What EDTF has and we do not keep.
_NOT_KEPT = (
    (re.compile(r"T[0-9].*"), "a time of day is no part of a date; write it under 'time'"),
    (re.compile(r"Y.*"), f"write four figures; years go from {FIRST_YEAR} to {LAST_YEAR}"),
)
_ONE_OF_TWO_DIGITS = re.compile(r"(?<=[0-9X]-)(?:[0-9]X|X[0-9]).*|(?<=X)[0-9].*")


def parse_edtf(text: str, calendar: Calendar | None = None) -> Edtf:
    """Read an EDTF string; its months and days are those of ``calendar``, by default any of ours.

    Raises ValueError that says, to a person, what is wrong with it.
    """
    if text[:1] + text[-1:] in ("[]", "{}"):
        return _parse_set(text, calendar)
    if "/" in text:
        return _parse_interval(text, calendar, *text.split("/", 1))
    return _parse_value(text, calendar)


def _parse_set(text: str, calendar: Calendar | None) -> DateSet:
    members = tuple(_parse_member(part.strip(), calendar) for part in text[1:-1].split(","))
    if len(set(members)) < len(members):
        raise ValueError(f"'{text}' has a date twice; take one away")
    if len(members) == 1 and isinstance(members[0], DateValue):
        raise ValueError(f"'{text}' is one date; write '{members[0]}'")
    return DateSet(members, every=text.startswith("{"))


def _parse_member(text: str, calendar: Calendar | None) -> DateValue | DateInterval:
    if ".." not in text:
        return _parse_value(text, calendar)
    start, end = (half or ".." for half in text.split("..", 1))
    return _parse_interval(text, calendar, start, end)


def _parse_interval(text: str, calendar: Calendar | None, *halves: str) -> DateInterval:
    absent = [half for half in halves if half in ("", "..")]
    start, end = (None if half in absent else _parse_value(half, calendar) for half in halves)
    if len(absent) == 2:
        raise ValueError(f"'{text}' has no end at all; give at least one")
    if start == end:
        raise ValueError(f"'{text}' is twice the same; write '{start}'")
    counted = calendar or Calendar.JULIAN
    if start and end and start.days(counted)[0] > end.days(counted)[1]:
        raise ValueError(f"'{text}' ends before it begins; swap the two")
    return DateInterval(start, end, known="" not in absent)


def _parse_value(text: str, calendar: Calendar | None) -> DateValue:
    match = _DATE.fullmatch(text)
    if match is None or len(match["year"].lstrip("-")) != 4:
        for pattern, mend in _NOT_KEPT:
            if found := pattern.search(text):
                raise ValueError(f"'{text}': '{found[0]}' cannot be kept; {mend}")
        if found := _ONE_OF_TWO_DIGITS.search(text):
            mend = f"write {_as_set(text, calendar)}"
            raise ValueError(f"'{text}': '{found[0]}' cannot be kept; {mend}")
        raise ValueError(f"'{text}' is no date; {_FORMS}")
    open_digits = match["year"].count("X")
    year = int(match["year"].replace("X", "0"))
    if match["year"].startswith("-"):  # the first year is the one furthest back
        year -= 10**open_digits - 1
    month, day = (
        None if part is None else UNKNOWN if part == "XX" else int(part)
        for part in match.group("month", "day")
    )
    marks = _marks(match)
    whole = marks[0] if len(set(marks)) == 1 else ""
    value = DateValue(
        year=year,
        month=month,
        day=day,
        open_digits=open_digits,
        approximate=whole in ("~", "%"),
        uncertain=whole in ("?", "%"),
        marks=() if len(set(marks)) == 1 else marks,
        significant=int(match["sure"] or 0),
    )
    _check(text, value, calendar)
    return value


def _as_set(text: str, calendar: Calendar | None) -> str:
    """The dates that one with an unknown digit may be: "[1984-10..1984-12]"."""
    dates = []
    for digit in "0123456789":
        with suppress(ValueError):
            dates.append(str(_parse_value(text.replace("X", digit), calendar)))
    if text.endswith("X") and text.count("X") == 1 and len(dates) > 1:
        return f"a set, like [{dates[0]}..{dates[-1]}]"
    return f"a set, like [{','.join(dates[:2]) or _EXAMPLE}]" if len(dates) != 1 else dates[0]


def _marks(match: re.Match[str]) -> tuple[str, ...]:
    """The mark of each part: its own before it, and those behind it and behind later ones."""
    parts = [part for part in _PARTS if match[part] is not None]
    signs = [
        match[f"before_{part}"] + "".join(match[f"after_{later}"] for later in parts[place:])
        for place, part in enumerate(parts)
    ]
    return tuple(MARKS[bool({*sign} & {*"~%"}), bool({*sign} & {*"?%"})] for sign in signs)


def _check(text: str, value: DateValue, calendar: Calendar | None) -> None:
    """Raise ValueError for what is written as a date and is none."""
    if value.year < FIRST_YEAR or text.lstrip("?~%").startswith("-0000"):
        raise ValueError(f"'{text}': years go from {FIRST_YEAR} to {LAST_YEAR}, and 0000 is 1 BC")
    if calendar and calendar.other_era:
        unfit = value.marks or value.open_digits or value.significant or value.day == UNKNOWN
        if unfit or value.month in (UNKNOWN, *PARTS_OF_YEAR):
            raise ValueError(f"'{text}': of this calendar write a day, a month or a year")
        value.days(calendar)
        return
    if value.month not in (None, UNKNOWN, *range(1, 13), *PARTS_OF_YEAR):
        raise ValueError(
            f"'{text}': month {value.month} does not exist; months go from 01 to 12, "
            f"seasons from 21 to 24, other parts of a year to {max(PARTS_OF_YEAR)}"
        )
    if value.month in PARTS_OF_YEAR and value.day is not None:
        raise ValueError(f"'{text}': {in_words(None, value.month, None)} has no days")
    if value.significant and (value.month is not None or value.open_digits):
        raise ValueError(f"'{text}': only a year has digits that are sure")
    require_days(value, calendar)


def require_days(value: Edtf, calendar: Calendar | None = None) -> None:
    """Raise ValueError, in words, where the calendar, or else each of them, has no such day."""
    calendars = [calendar] if calendar else EUROPEAN
    in_none: ValueError | None = None
    for each in calendars:
        try:
            value.days(each)
        except ValueError as error:
            in_none = in_none or error
        else:
            return
    for part in [value] if isinstance(value, DateValue) else value.ends:
        if part.day is not None and part.day != UNKNOWN and part.month in range(1, 13):
            length = max(month_length(each, part.year, part.month) for each in calendars)
            if not 1 <= part.day <= length:
                where = f"the {calendar.title()}" if calendar else "any"
                raise ValueError(
                    f"there is no {in_words(part.day, part.month, part.year)} in {where} "
                    f"calendar; that month has {length} days"
                )
    if in_none:
        raise in_none
