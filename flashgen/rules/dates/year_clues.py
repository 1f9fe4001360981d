"""Clues to the year that a date leaves unsaid: small tests, each with a weight, of a year told.

MANNERS look at how the year was told: by the way, as in "the treaty of 1763", "(1762–1796)", "who
had been born in 1732". FITS look at the date that lacks its year, too. Where one of TURNS holds,
the year told is that date's neighbour.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from flashgen.dates.historical import DateInterval, DateValue
from flashgen.english.lexicon import look_up
from flashgen.rules.dates.scene import Scene
from flashgen.rules.rule import Rule

# What stands before a year and what before a month, within the sentence: "by 1763" is a year of the
# story, "the act of 1763" is not; a vote may be set "for May 1763".
_YEAR_OF_STORY = (
    r"(?i:\b(?:in|by|during|until|till|years?|year +was|early|late)|[.!?:]|^)[ ”\"’)]*$"
)
_RELATIVE = r"\b(?:who|whom|whose|where)\b[^,;:()]*$"
_LOOKS_AHEAD = r"\b(?:for|before)(?: the)? *$"
_IN_A_DOCUMENT = r"\bin (?:\w+ )?(\w+)\b[^.;:]*$"
# A story that has told of December is still on its way to New Year some paragraphs later.
_SENTENCES_TO_NEW_YEAR = 24
_SUMMER = 6
# What makes a year none of a date.
RULED_OUT = -20


@dataclass(frozen=True, slots=True, kw_only=True)
class YearClue(Rule):
    """A test of a year told, and of the date that lacks one, as to whether it is its year.

    ``turn``: that year lies so many years after the one told.
    """

    holds: Callable[[Scene, Scene], bool]
    turn: int = 0


def _is_document(word: str) -> bool:
    return "d" in look_up(word.lower()).of_noun


def _of_a_noun(told: Scene, _: Scene) -> bool:
    """Whether a thing is dated by it: "the act of 1763", "the letter of 3 May 1763"."""
    if told.month is not None:
        noun = re.search(r"(\w+) of(?: the)? *$", told.before)
        return noun is not None and _is_document(noun[1])
    return not told.is_range and not re.search(_YEAR_OF_STORY, told.before)


def _in_a_document(told: Scene, here: Scene) -> bool:
    """Whether a source was written then: "in a letter to his son, 4 June 1850"."""
    noun = re.search(_IN_A_DOCUMENT, told.before, re.IGNORECASE)
    return noun is not None and _is_document(noun[1]) and not here.quoted


def _steps(told: Scene, here: Scene) -> int | None:
    """How many months on from the date told the other one is within its year."""
    return None if told.month is None or here.month is None else here.month - told.month


def _in_order(told: Scene, here: Scene) -> bool:
    """Whether it is a later month of the same year, or a little earlier one than told ahead."""
    steps = _steps(told, here)
    if steps is None:
        return told.month is None
    return steps >= 0 if told.offset < here.offset else -1 <= -steps <= 2


def _first_of_two(told: Scene, here: Scene) -> bool:
    """Whether a year and the next one were told ("1757–58") and it is of the first one's autumn."""
    value = told.date and told.date.value
    two = isinstance(value, DateInterval) and value.start == DateValue(told.year - 1)
    return two and (here.month or 0) > _SUMMER


# How a year was told.
MANNERS = (
    YearClue(
        id="year/in-brackets",
        weight=-6,
        holds=lambda told, _: told.in_brackets,
        finds={
            "In May 1775 it began, which Gage (1719) lost. On 17 June they met.": "1775-06-17",
            "The war (17 July 1936 – 1 April 1939) began in Africa. On 18 July it spread.": ""
            "1936-07-18",
        },
        ignores=("In May 1775 (some say) it began. On 17 June they met.",),
    ),
    YearClue(
        id="year/looks-back",
        weight=-5,
        holds=lambda told, _: told.looks_back,
        finds={"In May 1775 it began. He had fled in 1763. On 17 June they met.": "1775-06-17"},
        ignores=("In May 1775 it began. On 17 June they met.",),
    ),
    YearClue(
        id="year/looks-ahead",
        weight=-4,
        holds=lambda told, _: re.search(_LOOKS_AHEAD, told.before) is not None,
        finds={"In 1868 a vote was set for May 1870. On 4 June the mayor died.": "1868-06-04"},
        ignores=("In May 1775 it began for him. On 17 June they met.",),
    ),
    YearClue(
        id="year/in-a-relative-clause",
        weight=-3,
        holds=lambda told, _: re.search(_RELATIVE, told.before) is not None,
        finds={
            "On 2 May 1851 it was opened. It went to a park, where it stood until 30 June 1936. "
            "On 10 July it was closed.": "1851-07-10"
        },
        ignores=("On 2 May 1851 it was opened. On 10 July it was closed.",),
    ),
    YearClue(
        id="year/of-a-noun",
        weight=-4,
        holds=_of_a_noun,
        finds={
            "In May 1775 it began. The act of 1763 was void. On 17 June they met.": "1775-06-17"
        },
        ignores=("The war lasted until 1775. On 17 June they met.",),
    ),
)
# How it fits the story, and a date.
FITS = (
    YearClue(
        id="year/behind-the-story",
        weight=-3,
        holds=lambda told, _: told.year < told.now,
        finds={
            "On 2 May 1775 it began. Gage came in March 1774. On 17 June they met.": "1775-06-17"
        },
        ignores=("On 2 May 1775 it began. In 1776 he left. On 17 June they met.",),
    ),
    YearClue(
        id="year/in-a-document",
        weight=-4,
        holds=_in_a_document,
        finds={
            "In 1812 he left. In a letter, 4 June 1850, he told it. In July he sailed.": "1812-07"
        },
        ignores=("In a cold June 1812 he left. In July he sailed.",),
    ),
    YearClue(
        id="year/other-voice",
        weight=-2,
        holds=lambda told, here: told.quoted != here.quoted,
        finds={"It was in 1812.\n\n“In May 1790 I was young.”\n\nIn July he sailed.": "1812-07"},
        ignores=("It was 1812. In July he sailed.",),
    ),
    YearClue(
        id="year/told-later",
        weight=-2,
        holds=lambda told, here: told.offset > here.offset,
        finds={"On 27 June they met. By 1709 nobody was sure.": "1709-06-27"},
        ignores=("In 1709 they met. On 27 June they fought.",),
    ),
    YearClue(
        id="year/next-entry",
        weight=2,
        holds=lambda told, here: told.is_entry and here.is_entry and told.year == here.now,
        finds={
            "Feb. 3d, 1788. Rain. We hope to be at home in 1790.\n\nMarch 7th. Gales.": "1788-03-07"
        },
        ignores=("Feb. 3d, 1788. Rain.\n\nGales again on March 7th.",),
    ),
    YearClue(
        id="year/of-the-summary",
        weight=-2,
        holds=lambda told, here: told.section == 0 < here.section and not told.subject,
        finds={
            "# The bridge\n\nThe bridge stood until May 1946. It was built anew in April 2015."
            "\n\n## Its first years\n\nIt was opened on 1 August 1941. On 18 November the first "
            "train crossed it.": "1941-11-18",
        },
        ignores=("In August 1941 it was opened. In November it was crossed.",),
    ),
    YearClue(
        id="year/of-the-subject",
        weight=2,
        holds=lambda told, here: (
            told.subject and told.year >= told.now and (_steps(told, here) or 0) <= _SUMMER
        ),
        finds={
            "# The battle of Thorn\n\nThe battle of Thorn was lost on 11 November 1805.\n\nThe "
            "wars of the time ended with the peace of 1815.\n\nIn October the armies met at the "
            "mill.": "1805-10",
        },
        ignores=("The duke (born on 11 November 1805) came. In October 1830 he left.",),
    ),
    YearClue(
        id="year/in-order",
        weight=1,
        holds=_in_order,
        finds={"In May 1775 it began. On 17 June they met.": "1775-06-17"},
        ignores=("In May 1775 it began. In March 1775 they had met.",),
    ),
)
# How the story has come past New Year since.
TURNS = (
    YearClue(
        id="year/passes-new-year",
        weight=3,
        turn=1,
        holds=lambda told, here: (
            (_steps(told, here) or 0) <= -4
            and here.sentence - told.sentence <= _SENTENCES_TO_NEW_YEAR
            and not here.looks_back
            and not re.search(r"\bthat *$", here.before)
        ),
        finds={
            "On 6 December 1941 they struck. In January the front stood still.": "1942-01",
            "On 26 July 1861 he was called. In March he moved at last.": "1862-03",
            "On 6 December 1941 they struck (all ended in 1945). In January it snowed.": "1942-01",
        },
        ignores=(
            "On 6 December 1941 they struck. In January the staff had warned him.",
            "On 6 December 1941 they struck. Until that summer the front had stood still.",
            "On 3 September 1651 he lost. The republic lasted until 1660. He came home on 29 May.",
        ),
    ),
    YearClue(
        id="year/looks-back-past-new-year",
        weight=3,
        turn=-1,
        holds=lambda told, here: (
            (_steps(told, here) or 0) >= 4
            and here.sentence - told.sentence <= _SENTENCES_TO_NEW_YEAR
            and here.looks_back
        ),
        finds={
            "In January 1942 they were stuck. They had lost Kiev in September.": "1941-09",
        },
        ignores=(
            "In January 1942 they were stuck. In June they lost Kerch.",
            "In January 1942 they were stuck. In June he had the town.",
        ),
    ),
    YearClue(
        id="year/first-of-two",
        weight=3,
        turn=-1,
        holds=_first_of_two,
        finds={"In the campaign of 1757–58 they met twice. In September they lost.": "1757-09"},
        ignores=("In the campaign of 1757–58 they met twice. In May they lost.",),
    ),
)
