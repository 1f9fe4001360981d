"""Patterns over atoms, and the rules that are made of them.

A pattern is a regular expression whose words are kinds of atoms, with spaces for the eye, and
``{name: ...}`` names what a reader needs: ``"the? {day: [num nth]} of? month"``. Words in capitals
stand for the parts of patterns below. What else a regular expression has is written as there, such
as ``TAIL?+`` before a lookahead, which without the "+" would give the year back. ``"<a> slash
<b>"`` are two sides and what stands between them: they are found from there, so that their long
pattern is needed once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from flashgen.article import Span
from flashgen.mentions import DateForm
from flashgen.rules.dates.atoms import Atoms
from flashgen.rules.dates.lexicon import letter
from flashgen.rules.dates.said import Said
from flashgen.rules.rule import Rule

# What the names of a pattern caught, from one atom to another; those that took no part are absent.
Spans = dict[str, tuple[int, int]]

# The parts of patterns, each made of those above it.
PARTS = {
    "TO": "(?: dash | [to until through] the? )",
    "MONTH": "[month mon]",
    "COUNT": "[num n3 year thousands]",
    "COUNTED": "[counted plural of]",
    # years
    "ERA_YEAR": "(?: ad COUNT (?: (?: TO | [or slash] ) COUNT (?! bc | ad | COUNTED ) )? "
                "| COUNT (?: ad | bc | auc ) | auc COUNT | bc COUNT (?: dash COUNT )? "
                "| COUNT bc? (?: TO | [slash and or] ) circa? COUNT bc )",
    "YEAR": "(?: ERA_YEAR | [year double word_year] (?! bc ) | n3 (?! COUNTED ) | short )",
    "OUR_LORD": "(?: the? year_word (?: of the? its? grace )? )",
    "TURN": "(?: comma? [of in]? (?: the very? [same next previous] | [that this] very? same? ) "
            "year_word )",
    "IN_YEAR": "(?: (?: [comma of in]{0,2} OUR_LORD? comma? | stop (?= year (?! is )) ) YEAR "
               "| open [year double] close | TURN (?: comma year )? )",
    # calendars
    "BY": "(?: (?: [in by on of] | under to? | as ) (?: the | its )? )?",
    "OLD": "[old old_bare old_word]", "NEW": "[new new_bare new_word]",
    "BARE_BEHIND": "(?: [old_bare new_bare] (?= [close semicolon slash stop year] | $ ) )",
    "STYLE": "(?: BY (?: old | new ) calendar? | by the [old_word new_word] calendar? )",
    "NAMED": "(?: BY (?: OLD | NEW ) calendar? (?: comma (?: OLD | NEW ) )? )",
    "STYLED": "(?: comma? (?: STYLE | open NAMED close | BARE_BEHIND ) )",
    # any calendar told in words: the two days must be the same then
    "RECKONED": "(?: comma? (?: [by in as under] [^ comma semicolon stop open close month ]{0,6}"
                " [calendar reckons] (?: of the? [name x ] )? | in the corps ) )",
    "BOTH": "(?: comma? open? BY (?: OLD [slash and or]{1,2} the? NEW "
            "| NEW [slash and or]{1,2} the? OLD ) calendar? close? )",
    # days
    "DAY": "[num nth word_ordinal]",
    "WEEKDAY": "(?: [weekday feast easter] comma? the? )",
    "DAY_MONTH": "(?: (?: num | nth stop? ) day? of? MONTH | word_ordinal day? of MONTH "
                 "| MONTH (?: the? [num nth] (?! COUNTED ) | the word_ordinal "
                 "| word_ordinal (?= [comma stop semicolon colon open close quote] | IN_YEAR | $ ) "
                 ") )",
    "ROW": "(?: [num nth] (?: comma [num nth] ){0,5} comma? [and or] the? [num nth] )",
    "DAYS": "(?: [num nth] (?: of? MONTH )? TO [num nth] of? MONTH | ROW days? of? MONTH "
            "| MONTH [num nth] TO MONTH? [num nth] (?! of? MONTH | COUNTED ) "
            "| MONTH ROW (?! of? MONTH | COUNTED ) )",
    "TAIL": "(?: STYLED{0,2} IN_YEAR STYLED{0,2} | STYLED{1,2} )",
    "LEAD": "(?: (?: open NAMED close | STYLE ) [comma colon]? | (?<= the ) [old_bare new_bare] )",
    "SIDE": "(?: LEAD? WEEKDAY? (?: DAYS | DAY_MONTH ) TAIL? )",
    # a date of ours beside one of another era
    "OURS": "(?: SIDE | MONTH IN_YEAR | YEAR )",
    "LOOSE": "(?: (?: LEAD | NAMED [comma colon semicolon]? )? WEEKDAY? "
             "(?: DAYS | DAY_MONTH | DAY TO DAY | DAY | MONTH ) TAIL? )",
    "POINT": "(?: WEEKDAY? (?: DAY of? MONTH | MONTH DAY | DAY ) IN_YEAR? )",
    "OR": "[or and ie eq is which that comma quote]",
    # around
    "ABOUT": "(?: circa | about )",
    "PORTION": "(?: (?: early | last ) in? dash? the? | the? very? (?: word_ordinal | last | early "
               ")? [few word_number]? [portion half quarter days week years_word early] of the? )",
    # what stands behind a date that is no adjective of something counted
    "GOES_ON": "(?! dash? (?: x | plural | counted | name [plural counted] ) )",
    # "During the winter" is how long, not when; "in winter" any winter.
    "IN_THE": "(?: [by until before since] the? | in the | that ) (?: early dash? )?",
    "WHEN": "(?: in | since | until | during | by | before | after | from | through | that "
            "| the month_word of )",
    "BETWEEN": "between (?: the | PORTION | early dash? )?",
    "LISTED": "(?: dash | comma? (?: [and or to until through] the? )? )",
    # what opens a second date of a side, and what makes figures a year of Rome or before Christ
    "OPENS": "[dash to until through and or comma slash] the? circa? "
             "[num nth n3 thousands month mon year season]",
    "ERA_BEHIND": "(?: bc? (?: TO | [slash and or] ) circa? COUNT )? "
                  "(?: {bc: bc } | {auc: auc } )",
    # what stands before a number that numbers or counts something
    "SUM": "(?: numbered [stop of colon]? | [a the its x name rise] x? amount of | compare than "
           "| rise (?: from COUNT [to dash] | [from to by and] )? "
           "| in year [and comma]{1,2} (?! $ ) ) (?: COUNT dash )?",
    # figures before it, but not the end of a range: "1866–67, 1870–71"
    "FIGURES": "(?: ^ | [^ month ] ) [num n3 junk thousands] [dash comma stop slash] "
               "(?<! year dash num comma ) | [num n3 junk thousands] dash year dash",
    "IN": "[in since until by before after during year_word years_word grace anno early between "
          "open circa]",
    "SAYS_YEAR": "(?: IN | (?: stop | ^ ) quote? goes_on is "
                 "| [of from to and or for than that comma as] | as [x early last] x? as "
                 "| (?: stop | ^ ) quote? | comma quote | [^ num n3 junk ] dash )",
    "OF_THREE": "(?: open | [in from during years_word of calls comma] stop? "
                "| n3 dash n3 [comma and]{1,2} )",
    "SAYS_THREE": "(?: [in since until year_word years_word anno calls] stop? | from n3 to "
                  "| between n3 and | in n3 [and or] | early dash? "
                  "| the [^ amount comma stop ] of )",
    # times of day
    "NEAR": "(?: [about nearly] (?: after | before )? )?",
    "HOUR": "[num word_number]",
    "OF_DAY": "(?: [in on] the early? halfday | at halfday )",
}  # fmt: skip
# The atoms of the longest side: "Monday, the first of May in the year of our Lord 1863, Old Style".
_LONGEST_SIDE = 20
_PIECE = r"\{\d+(?:,\d*)?\}|\{(?P<group>\w+):|(?P<end>\})|(?P<word>[A-Za-z_]\w*)| +"


def _lettered(source: str, parts: Mapping[str, str]) -> str:
    def replaced(match: re.Match[str]) -> str:
        if match["group"]:
            return f"(?P<{match['group']}>"
        if match["end"]:
            return ")"
        if word := match["word"]:
            return parts.get(word) or letter(word)
        return match[0].strip()

    return re.sub(_PIECE, replaced, source)


@cache
def _parts() -> Mapping[str, str]:
    made: dict[str, str] = {}
    for name, source in PARTS.items():
        made[name] = _lettered(source, made)
    return made


@cache
def compiled(source: str) -> re.Pattern[str]:
    """A pattern ready to be searched for in the kinds of atoms."""
    return re.compile(_lettered(source, _parts()))


@cache
def _letters_of(kinds: str) -> frozenset[str]:
    return frozenset(map(letter, kinds.split()))


Reader = Callable[[Atoms, Spans], Said | None]


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
class FoundDate:
    """What a rule found: the words, their atoms, and what they say."""

    rule: DateRule
    span: Span
    atoms: Atoms
    first: int
    last: int
    said: Said


def matches(rules: Iterable[DateRule], atoms: Atoms) -> Iterator[FoundDate]:
    """Everything that rules find among atoms, rule by rule."""
    for rule in rules:
        if not _letters_of(rule.needs).isdisjoint(atoms.present):
            yield from _matches(rule, atoms)


def _matches(rule: DateRule, atoms: Atoms) -> Iterator[FoundDate]:
    """What one rule finds; what is no date is looked at once more inside."""
    if "<a>" in rule.pattern:
        yield from filter(None, (_read(rule, atoms, spans) for spans in _pairs(rule, atoms)))
        return
    for match in compiled(rule.pattern).finditer(atoms.kinds):
        if found := _read(rule, atoms, _named(match)):
            yield found


def _read(rule: DateRule, atoms: Atoms, spans: Spans) -> FoundDate | None:
    try:
        said = rule.read(atoms, spans)
    except ValueError:
        return None
    first, last = spans["date"]
    span = Span(atoms.starts[first], atoms.ends[last - 1])
    return FoundDate(rule, span, atoms, first, last, said) if said else None


def _named(match: re.Match[str]) -> Spans:
    return {name: match.span(name) for name in match.re.groupindex if match.start(name) >= 0}


def _pairs(rule: DateRule, atoms: Atoms) -> Iterator[Spans]:
    """The sides around each gap that may lie between the first two, as long as they can be."""
    before, name, between, *rest = re.split(r"<(\w+)>", rule.pattern)
    side = compiled("POINT" if len(rest) > 4 else "LOOSE")
    opening = compiled(f"(?:{before})$")
    for gap in compiled(between).finditer(atoms.kinds):
        spans = _behind(atoms, gap, rest, side)
        for start in range(max(0, gap.start() - _LONGEST_SIDE), gap.start() if spans else 0):
            opened = opening.search(atoms.kinds, max(0, start - 2), start)
            if opened and side.fullmatch(atoms.kinds, start, gap.start()):
                date = (opened.start(), spans["date"][1])
                yield spans | {name: (start, gap.start()), "date": date}
                break


def _behind(atoms: Atoms, gap: re.Match[str], rest: Sequence[str], side: re.Pattern[str]) -> Spans:
    """What the sides and gaps behind a gap caught, and its own names; nothing where one fails."""
    spans, last = _named(gap), gap
    for name, between in zip(rest[::2], rest[1::2], strict=True):
        here = side.match(atoms.kinds, last.end())
        behind = here and compiled(between).match(atoms.kinds, here.end())
        if here is None or behind is None:
            return {}
        spans |= {name: here.span()} | _named(behind)
        last = behind
    return spans | {"date": (gap.start(), last.end())}


def kinds_of(atoms: Atoms, index: int, kinds: str) -> bool:
    """Whether an atom is of one of some kinds; no atom is of none."""
    return 0 <= index < len(atoms.kinds) and atoms.kinds[index] in _letters_of(kinds)


def seen_before(pattern: str, atoms: Atoms, index: int, count: int = 8) -> bool:
    """Whether a pattern ends right before an atom."""
    return _ending(pattern).search(atoms.kinds, max(0, index - count), index) is not None


@cache
def _ending(pattern: str) -> re.Pattern[str]:
    return compiled(f"(?:{pattern})$")


def seen_behind(pattern: str, atoms: Atoms, index: int) -> bool:
    """Whether a pattern begins at an atom."""
    return compiled(pattern).match(atoms.kinds, index) is not None
