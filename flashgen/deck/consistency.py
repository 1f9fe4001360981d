"""What is wrong with a fact that each of its keys alone does not show."""

from __future__ import annotations

import re
from typing import assert_never

from flashgen.deck.kinds import (
    SOME_DAY,
    Event,
    Item,
    Person,
    Place,
    Question,
    Quotation,
    Term,
)
from flashgen.deck.yaml_reader import YamlMap


def check_item(item: Item, entry: YamlMap) -> None:
    """Report what is wrong with a fact beyond its single keys."""
    for tag in item.tags:
        if " " in tag:
            entry.report_key("tags", f"'{tag}' holds a space; write it with hyphens", tag)
    match item:
        case Person():
            _check_life(item, entry)
        case Event():
            _check_styles(item, entry)
        case Quotation():
            _check_gap(item, entry)
        case Place() | Term() | Question():
            pass
        case _:
            assert_never(item)


def _check_life(person: Person, entry: YamlMap) -> None:
    born, died = person.born, person.died
    if born and died and died.span_days()[1] < born.span_days()[0]:
        entry.report_key("died", f"{died.as_written()} is before 'born', {born.as_written()}")


def _check_styles(event: Event, entry: YamlMap) -> None:
    for style in ("new-style", "old-style"):
        if style in event.ask and event.date != SOME_DAY and not event.date.has_two_calendars:
            mend = "name the calendar under 'date', as {julian: …}"
            needs = "needs a date for which two calendars were in use"
            entry.report_key("ask", f"'{style}' {needs}; {mend}", style)


def _check_gap(quotation: Quotation, entry: YamlMap) -> None:
    text, missing = quotation.text, quotation.missing
    if entry.has("speaker") and entry.has("voice"):
        entry.report_key("voice", "stands beside 'speaker'; keep the one that is right")
    if missing and text.count(missing) != 1:
        entry.report_key("missing", f"'{missing}' must stand in 'text' once; copy it from there")
    elif missing and not re.search(rf"(?<!\w){re.escape(missing)}(?!\w)", text):
        entry.report_key("missing", f"'{missing}' cuts a word of 'text'; give whole words")
    elif missing and missing == text:
        entry.report_key("missing", "is all of 'text'; leave some words to ask with")
