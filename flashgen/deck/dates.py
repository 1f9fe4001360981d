"""The dates of a deck.yaml, each in the calendar that was in force where it happened.

A plain date is of the calendar that its entry names under ``calendar:``; else of its place's; else
of the deck's. Where nothing tells, it is of the one calendar that was in use, before 15 October
1582 and after 1926, and in between it stays as it is written.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from flashgen.dates.calendars import FIRST_GREGORIAN_DAY, Calendar
from flashgen.dates.countries import Country, read_country, somewhere
from flashgen.dates.edtf import Edtf, parse_edtf
from flashgen.dates.edtf.conversion import ends
from flashgen.dates.historical import NO_GREGORIAN_YET, HistoricalDate
from flashgen.deck.yaml_reader import YamlMap
from flashgen.errors import Problem, Severity

_UNSPECIFIED = "unspecified"
_WESTERN = {Calendar.JULIAN, Calendar.GREGORIAN}


class CuratedDates:
    """Reads the dates of one file; ``hints`` are those whose calendar nobody knows."""

    def __init__(self, top: YamlMap) -> None:
        """For the file with this top mapping."""
        self.hints: list[Problem] = []
        self._top = top
        self._told: dict[str, Country | None] = {}
        self._untold: Problem | None = None

    def read(self, entry: YamlMap, key: str) -> HistoricalDate | None:
        """A date: EDTF, or a mapping that names the calendar. None if absent or wrong."""
        country = self.calendar(entry)
        before = len(entry.problems)
        try:
            if entry.is_map(key):
                return _stated(entry, key, country)
            if entry.is_list(key):  # [1815-06-10, 1815-06-11] in YAML's own brackets
                members = ",".join(entry.texts(key))
                if len(entry.problems) > before:
                    return None
                written: Edtf | None = parse_edtf(f"[{members}]")
            else:
                written = entry.parsed(key, "a date", parse_edtf)
            return self._settled(entry, key, written, country) if written else None
        except ValueError as error:
            entry.report_key(key, str(error))
            return None

    def calendar(self, entry: YamlMap) -> Country | None:
        """How those counted whom an entry is of; None where nothing tells."""
        places = self._top.map("places")
        place = places.map(entry.text("place")) if places and entry.has("place") else None
        for each in (entry, place, self._top.map("deck")):
            if each and (country := self.named_by(each)):
                return country
        return None

    def named_by(self, entry: YamlMap) -> Country | None:
        """The country or calendar that an entry itself names; None if absent or wrong."""
        if entry.name not in self._told:
            key = "calendar_change" if entry.has("calendar_change") else "calendar"
            if key == "calendar_change" and entry.has("calendar"):
                entry.report_key(key, "stands beside 'calendar', its new name; keep that one")
            self._told[entry.name] = entry.parsed(key, "a country or a calendar", read_country)
        return self._told[entry.name]

    def _settled(
        self, entry: YamlMap, key: str, written: Edtf, country: Country | None
    ) -> HistoricalDate:
        plain = HistoricalDate.unspecified(written)
        settled = (country or somewhere()).settle(plain)
        if settled.calendar is None and any(end.is_day for end in ends(written)):
            self._warn(entry, key, plain, country)
        return settled

    def _warn(
        self, entry: YamlMap, key: str, plain: HistoricalDate, country: Country | None
    ) -> None:
        if country is None and self._untold is None:
            what = "of which calendar? a line 'calendar:' under 'deck' says it, such as England"
            self._untold = self._hint(entry, key, what)
        elif country is not None and (why := country.doubt(plain)):
            what = f"not sure of which calendar: {why}; say {{julian: …}} or {{gregorian: …}}"
            self._hint(entry, key, what)

    def _hint(self, entry: YamlMap, key: str, what: str) -> Problem:
        told = f"{entry.name}.{key}: {what}"
        self.hints.append(Problem(entry.where_of(key), told, Severity.HINT, "which-calendar"))
        return self.hints[-1]


def _stated(entry: YamlMap, key: str, country: Country | None) -> HistoricalDate | None:
    halves = entry.map(key)
    if halves is None:
        return None
    if any(each[:1] in "-.X" or each[:1].isdigit() for each in halves.keys):
        members = ",".join(halves.keys)
        entry.report_key(key, f'put a set in braces in quotation marks: "{{{members}}}"')
        return None
    before = len(halves.problems)
    halves.allow((*Calendar, _UNSPECIFIED))
    told = {each: halves.parsed(each, "a date", _in(each)) for each in Calendar}
    unspecified = halves.parsed(_UNSPECIFIED, "a date", parse_edtf)
    if len(halves.problems) > before:
        return None
    known = {each: value for each, value in told.items() if value is not None}
    if unspecified is not None and not known:
        return HistoricalDate.unspecified(unspecified)
    if unspecified is None:
        if known.keys() == {Calendar.GREGORIAN}:
            return _in_new_style(known[Calendar.GREGORIAN], country)
        if known.keys() == {Calendar.JULIAN, Calendar.GREGORIAN}:
            return HistoricalDate.dual(*known.values())
        if len(known) == 1:
            return HistoricalDate.in_calendar(*known.popitem())
        era = next((each for each in known if each.other_era), None)
        if len(known) == 2 and era and not known.keys().isdisjoint(_WESTERN):
            value = known.pop(era)
            ((western, said),) = known.items()
            return HistoricalDate.in_two_eras(era, value, said, western)
    entry.report_key(key, "give one calendar, or julian and gregorian, or one of them and an era's")
    return None


def _in(calendar: Calendar) -> Callable[[str], Edtf]:
    return partial(parse_edtf, calendar=calendar)


def _in_new_style(value: Edtf, country: Country | None) -> HistoricalDate:
    """A Gregorian date, and its Julian half where that calendar was still in force."""
    stated = HistoricalDate.in_calendar(Calendar.GREGORIAN, value)
    first = stated.span_days()[0]
    if first < FIRST_GREGORIAN_DAY:
        right = f", which is {stated.old_style()}" if stated.is_day else ""
        raise ValueError(f"{NO_GREGORIAN_YET}{right}")
    if country and stated.is_day and country.in_force(first) is Calendar.JULIAN and stated.julian:
        return HistoricalDate.dual(stated.julian, value)
    return stated
