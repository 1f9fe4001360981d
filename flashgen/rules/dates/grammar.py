"""Patterns over atoms, and the rules that are made of them.

A pattern is a regular expression whose words are kinds of atoms, with spaces for the eye, and
``{name: ...}`` names what a reader needs: ``"the? {day: [num nth]} of? month"``. Words in capitals
stand for the parts of patterns below.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from flashgen.rules.dates.atoms import Atoms
from flashgen.rules.dates.lexicon import letter
from flashgen.rules.dates.said import Said
from flashgen.rules.rule import Rule
from flashgen.types import DateForm, Span

Match = re.Match[str]

# The parts of patterns, each made of those above it.
PARTS = {
    "MONTH": "[month mon]",
    "COUNT": "[num n2 n3 year thousands]",
    "COUNTED": "[counted plural of]",
    # years
    "ERA_YEAR": "(?: ad COUNT (?: TO COUNT (?! bc | ad | COUNTED ) )? "
                "| COUNT (?: ad | bc | auc ) | auc COUNT | bc COUNT (?: dash COUNT )? "
                "| COUNT bc? (?: TO | [slash and or] ) circa? COUNT bc )",
    "YEAR": "(?: ERA_YEAR | [year double word_year] (?! bc ) | n3 (?! COUNTED ) | short )",
    "OUR_LORD": "(?: the? year_word (?: of the? its? grace )? )",
    "TURN": "(?: comma? [of in]? (?: the very? [same next previous] | [that this] very? same? ) "
            "year_word )",
    "IN_YEAR": "(?: (?: [comma of in]{0,2} OUR_LORD? comma? | stop (?= year (?! is )) ) YEAR "
               "| open YEAR close | TURN (?: comma year )? )",
    # calendars
    "BY": "(?: (?: [in by on] | under to? | as ) (?: the | its )? )?",
    "OLD": "(?: old | old_bare | old_word )",
    "NEW": "(?: new | new_bare | new_word )",
    "STYLE": "(?: BY (?: old | new ) calendar? | by the [old_word new_word] calendar? )",
    "NAMED": "(?: BY (?: OLD | NEW ) calendar? (?: comma (?: OLD | NEW ) )? )",
    "STYLED": "(?: comma? STYLE | comma? open NAMED close | comma [old_bare new_bare] )",
    # any calendar told in words: the two days must be the same then
    "RECKONED": "(?: comma? (?: [by in as under] [^ comma semicolon stop open close month ]{0,6}"
                " [calendar reckons] (?: of the? [name x ] )? | in the corps ) )",
    "BOTH": "(?: comma? open? BY (?: OLD [slash and or]{1,2} the? NEW "
            "| NEW [slash and or]{1,2} the? OLD ) calendar? close? )",
    # days
    "DAY": "[num nth word_ordinal]",
    "WEEKDAY": "(?: weekday comma? the? )",
    "TO": "(?: dash | [to until through] the? )",
    "DAY_MONTH": "(?: (?: num | nth stop? ) day? of? MONTH | word_ordinal day? of MONTH "
                 "| MONTH (?: the? [num nth] (?! COUNTED ) | the word_ordinal ) )",
    "ROW": "(?: [num nth] (?: comma [num nth] ){0,5} comma? [and or] the? [num nth] )",
    "DAYS": "(?: [num nth] (?: of? MONTH )? TO [num nth] of? MONTH | ROW of? MONTH "
            "| MONTH [num nth] TO MONTH? [num nth] (?! of? MONTH | COUNTED ) "
            "| MONTH ROW (?! of? MONTH | COUNTED ) )",
    "TAIL": "(?: IN_YEAR? STYLED{1,2} (?: comma? IN_YEAR )? | IN_YEAR )",
    "LEAD": "(?: (?: open NAMED close | STYLE ) [comma colon]? )",
    "SIDE": "(?: LEAD? WEEKDAY? (?: DAYS | DAY_MONTH ) TAIL? )",
    "LOOSE": "(?: (?: LEAD | NAMED [comma colon]? )? WEEKDAY? "
             "(?: DAYS | DAY_MONTH | DAY TO DAY | DAY | MONTH ) TAIL? )",
    "POINT": "(?: WEEKDAY? (?: DAY of? MONTH | MONTH DAY | DAY ) IN_YEAR? )",
    "OR": "[or and ie eq is which that comma quote]",
    # around
    "ABOUT": "(?: circa | about )",
    "PORTION": "(?: (?: early | last ) in? dash? the? | the? very? (?: word_ordinal | last | early "
               ")? [few word_number]? [portion half quarter days week years_word early] of the? )",
    # "During the winter" is how long, not when; "in winter" any winter.
    "WHEN": "(?: in | since | until | during | by | before | after | from | through | that "
            "| the month_word of )",
}  # fmt: skip
_PIECE = r"\{\d+(?:,\d*)?\}|\{(?P<group>\w+):|(?P<end>\})|(?P<word>[A-Za-z_]\w*)| +"


def _lettered(source: str) -> str:
    def replaced(match: Match) -> str:
        if match["group"]:
            return f"(?P<{match['group']}>"
        if match["end"]:
            return ")"
        if word := match["word"]:
            return _part(word) if word in PARTS else letter(word)
        return match[0].strip()

    return re.sub(_PIECE, replaced, source)


@cache
def _part(name: str) -> str:
    return _lettered(PARTS[name])


@cache
def compiled(source: str) -> re.Pattern[str]:
    """A pattern ready to be searched for in the kinds of atoms."""
    return re.compile(_lettered(source))


@cache
def _letters_of(kinds: str) -> frozenset[str]:
    return frozenset(map(letter, kinds.split()))


Reader = Callable[[Atoms, Match], Said | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRule(Rule):
    """A form of writing a date: how it looks, and what it says; None or ValueError: it is none.

    ``needs`` are kinds of which one must stand there at all.
    """

    needs: str
    pattern: str
    read: Reader
    form: DateForm = DateForm.EXPLICIT


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found: the words, their atoms, and what they say."""

    rule: DateRule
    span: Span
    atoms: Atoms
    first: int
    last: int
    said: Said


def matches(rule: DateRule, atoms: Atoms) -> Iterator[Found]:
    """Everything that a rule finds among atoms; what is no date is looked at once more inside."""
    if _letters_of(rule.needs).isdisjoint(atoms.present):
        return
    pattern = compiled(rule.pattern)
    group = "date" if "date" in pattern.groupindex else 0
    match = pattern.search(atoms.kinds)
    while match:
        first, last = match.span(group)
        try:
            said = rule.read(atoms, match)
        except ValueError:
            said = None
        if said is not None:
            span = Span(atoms.starts[first], atoms.ends[last - 1])
            yield Found(rule, span, atoms, first, last, said)
        match = pattern.search(atoms.kinds, match.end() if said else match.start() + 1)
