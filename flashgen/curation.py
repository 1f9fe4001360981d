"""Load deck.yaml: the facts as their author words them, checked to the last key."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypedDict, TypeVar

from flashgen.curated_dates import CuratedDates
from flashgen.curated_values import (
    coordinates,
    key_name,
    note_types,
    place_kind,
    spoken,
    version_day,
    year,
    yes_or_no,
)
from flashgen.dates import HistoricalDate, parse_edtf
from flashgen.errors import InputError, Location, Problem
from flashgen.types import (
    Curation,
    DeckInfo,
    Event,
    Ignored,
    Person,
    Place,
    PlaceKind,
    Quotation,
    SourceInfo,
    Term,
)
from flashgen.yaml_reader import YamlMap, read_yaml, suggestion

T = TypeVar("T")


class Question(NamedTuple):
    """A question that an item can ask: the key that holds its answer, and whether it is usual."""

    needs: str
    usual: bool = True
    or_else: str = ""

    def answered_in(self, entry: YamlMap) -> bool:
        """Whether the entry holds the answer."""
        return entry.has(self.needs) or entry.has(self.or_else)


# What can stand under ``ask:``, section by section; the usual ones are asked without it.
QUESTIONS: dict[str, dict[str, Question]] = {
    "people": {
        "name": Question("who"),
        "description": Question("who"),
        "life": Question("born", usual=False),
    },
    "events": {
        "when": Question("what"),
        "what": Question("what"),
        "new-style": Question("date", usual=False),
        "old-style": Question("date", usual=False),
        "place": Question("place", usual=False),
    },
    "places": {
        "description": Question("what"),
        "name": Question("what"),
        "happened": Question("happened"),
        "today": Question("today", usual=False),
    },
    "quotations": {
        "speaker": Question("speaker", or_else="voice"),
        "missing": Question("missing"),
        "when": Question("date", usual=False),
        "occasion": Question("occasion", usual=False),
        "to": Question("to", usual=False),
    },
    "terms": {"meaning": Question("meaning"), "term": Question("meaning")},
}

_COMMON = (
    "context", "hint", "note", "cite", "passage", "tags", "ask", "was", "type_in", "read_aloud",
)  # fmt: skip
_SECTIONS = (
    "deck", "source", "people", "events", "places", "quotations", "terms", "ignore", "dropped",
)  # fmt: skip
# Section by section, the kind of note that it makes.
KINDS = {
    "people": "person",
    "events": "event",
    "places": "place",
    "quotations": "quotation",
    "terms": "term",
}


def load_curation(path: Path) -> Curation:
    """Read and check a deck.yaml.

    Raises InputError with every mistake in the file: its line, its key and the mend.
    """
    problems: list[Problem] = []
    top = read_yaml(path, problems)
    top.allow(_SECTIONS)
    top.require("deck")
    dates = CuratedDates(top)
    curation = Curation(
        path=path,
        deck=_deck(top.map("deck"), path, dates),
        source=_source(top.map("source")),
        people=_items(top, "people", partial(_person, dates=dates)),
        events=_items(top, "events", partial(_event, dates=dates)),
        places=_items(top, "places", partial(_place, dates=dates)),
        quotations=_items(top, "quotations", partial(_quotation, dates=dates)),
        terms=_items(top, "terms", _term),
        ignored=_ignored(top.map("ignore")),
        dropped=_dropped(top.map("dropped")),
        warnings=tuple(dates.warnings),
    )
    _check_references(top)
    _check_former_keys(top)
    if problems:
        raise InputError(problems)
    return curation


def _deck(entry: YamlMap | None, path: Path, dates: CuratedDates) -> DeckInfo:
    missing = DeckInfo(id=path.parent.name, name="", topic="", updated=date.min)
    if entry is None:
        return missing
    entry.allow(
        ("id", "name", "topic", "description", "updated", "year", "calendar", "calendar_change",
         "old_style_place", "new_style_place", "note_types", "type_in")
    )  # fmt: skip
    entry.require("id", "name", "topic", "updated")
    return DeckInfo(
        id=entry.parsed("id", "a key", key_name) or missing.id,
        name=entry.text("name"),
        topic=entry.text("topic"),
        updated=entry.parsed("updated", "a day such as 2026-11-24", version_day) or missing.updated,
        description=entry.text("description"),
        year=entry.parsed("year", "a year", year),
        calendar=dates.named_by(entry),
        old_style_place=entry.text("old_style_place"),
        new_style_place=entry.text("new_style_place"),
        own_note_types=entry.parsed("note_types", "'own' or 'shared'", note_types) == "own",
        type_in=entry.parsed("type_in", "'yes' or 'no'", yes_or_no) or False,
    )


def _source(entry: YamlMap | None) -> SourceInfo:
    if entry is None:
        return SourceInfo()
    entry.allow(("title", "author", "note"))
    return SourceInfo(entry.text("title"), entry.text("author"), entry.text("note"))


def _ignored(entry: YamlMap | None) -> Ignored:
    if entry is None:
        return Ignored()
    entry.allow(("people", "places", "quotations"))
    return Ignored(
        people=frozenset(entry.texts("people")),
        places=frozenset(entry.texts("places")),
        quotations=entry.texts("quotations"),
    )


def _dropped(entry: YamlMap | None) -> frozenset[tuple[str, str]]:
    if entry is None:
        return frozenset()
    entry.allow(tuple(KINDS))
    return frozenset((kind, key) for section, kind in KINDS.items() for key in entry.texts(section))


def _items(top: YamlMap, section: str, read: Callable[[YamlMap, _Common], T]) -> tuple[T, ...]:
    items = []
    for key, entry in top.maps(section):
        try:
            key_name(key)
        except ValueError as error:
            entry.report_here(str(error))
        items.append(read(entry, _common(key, entry, QUESTIONS[section])))
    return tuple(items)


class _Common(TypedDict):
    """What every item has."""

    key: str
    where: Location
    ask: tuple[str, ...]
    context: str
    hint: str
    remark: str
    cite: str
    passage: tuple[str, ...]
    tags: tuple[str, ...]
    was: tuple[str, ...]
    type_in: bool | None
    read_aloud: tuple[str, str] | None


def _common(key: str, entry: YamlMap, questions: dict[str, Question]) -> _Common:
    asked = entry.choices("ask", tuple(questions))
    if asked is None:
        usual = (name for name, q in questions.items() if q.usual and q.answered_in(entry))
        asked = () if entry.has("unsure") else tuple(usual)
    for name in asked:
        if not questions[name].answered_in(entry):
            needs = questions[name].needs
            entry.report_key("ask", f"'{name}' needs the key '{needs}'; add it", name)
    tags = entry.texts("tags")
    for tag in tags:
        if " " in tag:
            entry.report_key("tags", f"'{tag}' holds a space; write it with hyphens", tag)
    return _Common(
        key=key,
        where=entry.where,
        ask=asked,
        context=entry.text("context"),
        hint=entry.text("hint"),
        remark=entry.text("note"),
        cite=entry.text("cite"),
        passage=entry.texts("passage"),
        tags=tags,
        was=entry.texts("was"),
        type_in=entry.parsed("type_in", "'yes' or 'no'", yes_or_no),
        read_aloud=spoken(entry),
    )


def _person(entry: YamlMap, common: _Common, dates: CuratedDates) -> Person:
    entry.allow(("name", "aliases", "who", "born", "died", "calendar", *_COMMON))
    entry.require("name")
    born, died = dates.read(entry, "born"), dates.read(entry, "died")
    if born and died and died.span_days()[1] < born.span_days()[0]:
        entry.report_key("died", f"{died.as_written()} is before 'born', {born.as_written()}")
    return Person(
        **common,
        name=entry.text("name"),
        aliases=entry.texts("aliases"),
        description=entry.text("who"),
        born=born,
        died=died,
    )


def _event(entry: YamlMap, common: _Common, dates: CuratedDates) -> Event:
    entry.allow(
        ("title", "what", "date", "time", "place", "people", "calendar", "unsure", *_COMMON)
    )
    entry.require("date")
    what, date_ = entry.text("what"), dates.read(entry, "date")
    for style in ("new-style", "old-style"):
        if style in common["ask"] and date_ and not date_.has_two_calendars:
            mend = "name the calendar under 'date', as {julian: …}"
            needs = "needs a date for which two calendars were in use"
            entry.report_key("ask", f"'{style}' {needs}; {mend}", style)
    return Event(
        **common,
        title=entry.text("title") or what,
        what=what,
        date=date_ or _SOME_DAY,
        time=entry.text("time"),
        place=entry.text("place"),
        people=entry.texts("people"),
    )


def _place(entry: YamlMap, common: _Common, dates: CuratedDates) -> Place:
    entry.allow(
        ("name", "aliases", "kind", "what", "happened", "today", "coordinates", "calendar",
         *_COMMON)
    )  # fmt: skip
    entry.require("name", "kind")
    dates.named_by(entry)
    return Place(
        **common,
        name=entry.text("name"),
        aliases=entry.texts("aliases"),
        kind=entry.parsed("kind", "a kind of place", place_kind) or PlaceKind.OTHER,
        description=entry.text("what"),
        happened=entry.text("happened"),
        today=entry.text("today"),
        coordinates=coordinates(entry),
    )


def _quotation(entry: YamlMap, common: _Common, dates: CuratedDates) -> Quotation:
    entry.allow(
        ("text", "speaker", "voice", "to", "missing", "date", "occasion", "calendar", *_COMMON)
    )
    entry.require("text")
    text, missing = entry.text("text"), entry.text("missing")
    if entry.has("speaker") and entry.has("voice"):
        entry.report_key("voice", "stands beside 'speaker'; keep the one that is right")
    if missing and text.count(missing) != 1:
        entry.report_key("missing", f"'{missing}' must stand in 'text' once; copy it from there")
    elif missing and not re.search(rf"(?<!\w){re.escape(missing)}(?!\w)", text):
        entry.report_key("missing", f"'{missing}' cuts a word of 'text'; give whole words")
    elif missing and missing == text:
        entry.report_key("missing", "is all of 'text'; leave some words to ask with")
    return Quotation(
        **common,
        text=text,
        speaker=entry.text("speaker"),
        voice=entry.text("voice"),
        to=entry.text("to"),
        missing=missing,
        date=dates.read(entry, "date"),
        occasion=entry.text("occasion"),
    )


def _term(entry: YamlMap, common: _Common) -> Term:
    entry.allow(("term", "aliases", "meaning", "literally", *_COMMON))
    entry.require("term", "meaning")
    return Term(
        **common,
        term=entry.text("term"),
        aliases=entry.texts("aliases"),
        meaning=entry.text("meaning"),
        literally=entry.text("literally"),
    )


def _check_references(top: YamlMap) -> None:
    """Report every speaker, place and person that is no key of its section.

    A section that cannot be read, or has another name, is one mistake and not many.
    """
    misnamed = any(section not in _SECTIONS for section in top.keys)
    for section, key, of in (
        ("events", "place", "places"),
        ("events", "people", "people"),
        ("quotations", "speaker", "people"),
    ):
        referred = top.map(of)
        known = referred.keys if referred else ()
        if not known and (misnamed or top.has(of)):
            continue
        for _, entry in top.maps(section):
            named = entry.texts(key) if key == "people" else (entry.text(key),)
            for name in filter(None, named):
                if name not in known:
                    mend = suggestion(name, sorted(known))
                    entry.report_key(key, f"'{name}' is no key under '{of}'; {mend}", name)


def _check_former_keys(top: YamlMap) -> None:
    """Report a former key that is also somebody else's: two notes would have one identity."""
    for section in KINDS:
        owners = {key: key for key, _ in top.maps(section)}
        for key, entry in top.maps(section):
            for former in entry.texts("was"):
                owner = owners.setdefault(former, key)
                if owner == key:
                    message = "is the key itself; list the keys that it had before"
                    if former != key:
                        continue
                elif owner == former:
                    message = "is still a key of its own; give one of the two another key"
                else:
                    message = f"is a former key of '{owner}', too; keep it where it belongs"
                entry.report_key("was", f"'{former}' {message}", former)


# Stands in for a date that is missing or wrong, until the mistake is reported.
_SOME_DAY = HistoricalDate.unspecified(parse_edtf("1000"))
