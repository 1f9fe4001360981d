"""The atoms of dates: months, figures, words that matter beside them, each of one kind.

Only the neighbourhood of something datelike is cut into atoms, so that text without dates costs
almost nothing. A kind is a letter in a string as long as there are atoms: what a date looks like
is then a pattern over that string (see ``grammar``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from flashgen.english.numbers import (
    CARDINALS,
    DECADES,
    MONTHS,
    ORDINALS,
    WEEKDAYS,
    month_number,
    number_in_words,
    roman_number,
)
from flashgen.tables import pairs, table
from flashgen.types import Span

# The kinds that are told by form; those that are told by the word are in tables/dates.yaml.
_FORMS = (
    "num nth n2 n3 year double junk thousands short decade tens clock iso template "
    "month mon weekday season feast easter word_ordinal word_number word_year word_tens roman "
    "old new ad bc era auc meridiem oclock circa ie "
    "comma semicolon stop dash slash open close colon pipe eq quote possessive other "
    "name x plural ed"
).split()
# Kinds of words that are told by their capital, too.
_CAPITALS = ("name_of_month", "corps")
# How far around the heart of a date its words may reach: a figure or a name, or else a word.
_FAR, _NEAR = (64, 80), (32, 48)

_OLD = (
    r"O\. ?S\.|OS\b|O/S\b|o\. ?s\.|[Oo]ld[ -]+[Ss]tyle(?: +[Cc]alendar)?|[Ss]til[oi] +veter[ei]s?"
    r"|(?:Julian|[Oo]ld|(?:[Oo]ld +)?(?:Russian|Orthodox)|[Oo]ld +English) +"
    r"(?:[Cc]alendar|[Ss]tyle|[Rr]eckoning|[Cc]ount(?:ing)?)"
)
_NEW = (
    r"N\. ?S\.|NS\b|N/S\b|n\. ?s\.|[Nn]ew[ -]+[Ss]tyle(?: +[Cc]alendar)?|[Ss]til[oi] +nov[oi]"
    r"|(?:Gregorian|Western|[Nn]ew|[Mm]odern|our|[Rr]eformed|[Pp]resent(?:-day)?) +"
    r"(?:[Cc]alendar|[Ss]tyle|[Rr]eckoning|[Cc]ount(?:ing)?)"
)
# The first words of atoms of several words, or of one with a stop.
_OPENING = (
    "a ab anno am b bp bc bce c ca cca ce circa i viz namely o os n ns old new stilo stili "
    "julian gregorian western russian orthodox modern our reformed present before from "
    "ad ah auc p pm oldstyledate oldstyledatedy oldstyledateny english"
).split()
_SHORT_MONTHS = "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split()
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_DASHES = "-‐‑‒–—―−⁃﹣-"
_MARKS = {
    ",": "comma", ";": "semicolon", ".": "stop", "!": "stop", "?": "stop", "…": "stop", "/": "slash",
    "(": "open", "[": "open", ")": "close", "]": "close", ":": "colon", "|": "pipe", "=": "eq",
    "⁄": "slash", "&": "and",
} | dict.fromkeys(_DASHES, "dash") | dict.fromkeys("“”\"‘’'«»", "quote")  # fmt: skip


@cache
def _kinds() -> dict[str, str]:
    """The letter of each kind."""
    names = dict.fromkeys([*_FORMS, *table("dates")])
    return {name: chr(0x4E00 + number) for number, name in enumerate(names)}


def letter(kind: str) -> str:
    """The letter that stands for a kind. Raises KeyError where there is no such kind."""
    return _kinds()[kind]


@cache
def _words() -> dict[str, str]:
    """The kind of each word, in small letters."""
    return {
        **{
            word: kind
            for kind in table("dates")
            if kind not in _CAPITALS
            for word in table("dates")[kind]
        },
        **dict.fromkeys(CARDINALS, "word_number"),
        **{word: "word_ordinal" for word, worth in ORDINALS.items() if worth <= 31},
        **dict.fromkeys(DECADES, "word_tens"),
        **dict.fromkeys(_SEASONS, "season"),
    }


@cache
def _names() -> dict[str, str]:
    """The kind of each word that is of one in capitals, in small letters."""
    return {word: kind for kind in _CAPITALS for word in table("dates")[kind]}


@cache
def feasts(group: str) -> dict[str, str]:
    """The days that have a name, and where they lie."""
    return dict(pairs("feasts", group))


@cache
def _trigger() -> re.Pattern[str]:
    """What may be the heart of a date."""
    words = table("dates")
    units = "|".join(
        word
        for kind in ("day", "halfday", "week", "month_word", "year_word", "century", "noon",
                     "dawn", "days", "years_word", "roman_day")
        for word in words[kind]
    )  # fmt: skip
    tens = "|".join(word for word, worth in CARDINALS.items() if 10 <= worth <= 20)
    return re.compile(
        rf"\b(?:\d|(?:{'|'.join((*MONTHS, *WEEKDAYS))})\b|(?:{'|'.join(MONTHS).upper()})\b"
        rf"|(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|{'|'.join(DECADES)}|o['’]clock)\b"
        rf"|(?:{units}|Ides|Nones|Kalends|Calends|Day|Eve)\b|(?:{tens})[ -](?=[a-z])"
        rf"|(?:{_any_of(feasts('fixed_days_with_a_year'))}|Easter|Whit|Pentecost|Corpus)\b"
        r"|c(?:a\.? ?)?(?=\d)|M[CDILVX]{4,}\b)"
    )


def _any_of(names: dict[str, str]) -> str:
    longest_first = sorted(names, key=len, reverse=True)
    words = "|".join(name.title() for name in longest_first).replace("’S", "’s")
    words = words.replace("Saint ", r"(?:St\.?|Saint) ")
    return words.replace(" Of ", " of ").replace(" ", " +").replace("’", "['’]")


@cache
def _exactly() -> dict[str, str]:
    """The kind of each word that is told by its capitals."""
    made = dict.fromkeys(_SHORT_MONTHS, "mon")
    made |= dict.fromkeys((name.lower() for name in MONTHS if name not in ("March", "May")), "mon")
    made |= dict.fromkeys((*MONTHS, *map(str.upper, MONTHS)), "month")
    return made | dict.fromkeys(WEEKDAYS, "weekday")


@cache
def _openers() -> frozenset[str]:
    """The first words of what is no plain word, in small letters."""
    named = feasts("fixed_days") | feasts("fixed_days_with_a_year") | feasts("days_from_easter")
    first = (re.split("[ ’]", name)[0] for name in named)
    short = (name.lower() for name in _SHORT_MONTHS)
    return frozenset((*_OPENING, "st", *CARDINALS, *ORDINALS, *first, *short))


@cache
def _in_words() -> re.Pattern[str]:
    """The atoms that are no plain word: some words together, or one with a stop."""
    fixed = feasts("fixed_days") | feasts("fixed_days_with_a_year")
    cardinals, ordinals = (r"\b|".join(names) + r"\b" for names in (CARDINALS, ORDINALS))
    joint = r"(?:(?:(?<=hundred)|(?<=thousand)) +and +|[ -]+|/| +oh +)"
    return re.compile(
        rf"(?P<feast>(?:{_any_of(fixed)})\b)|(?P<easter>(?:{_any_of(feasts('days_from_easter'))})\b)"
        rf"|(?P<old>(?:{_OLD})(?!\w))|(?P<new>(?:{_NEW})(?!\w))"
        r"|(?P<ad>A\. ?D\.|AD\b|C\. ?E\.|CE\b|[Aa]nno Domini)"
        r"|(?P<bc>B\. ?C\.(?: ?E\.)?|BCE?\b|before Christ)"
        r"|(?P<auc>A\. ?U\. ?C\.|AUC\b|ab urbe condita|from the founding of Rome)"
        r"|(?P<era>A\. ?H\.|AH\b|B\. ?P\.|BP\b|A\. ?M\.(?= ?\d{4})|AM\b(?= ?\d{4})"
        r"|(?<=\d{4} )(?:A\. ?M\.|AM\b)|before (?:the )?present|[Aa]nno (?:Mundi|Hegirae))"
        r"|(?P<meridiem>[AaPp]\. ?[Mm]\.|[AaPp][Mm]\b)|(?P<oclock>o ?['’] ?clock\b)"
        r"|(?P<circa>c\. ?(?=['’\w(])|ca?\.? ?(?=\d)|ca\b\.?|[Cc]irca\b|cca\b\.?)"
        r"|(?P<ie>i\. ?e\.|viz\.|namely\b)|(?P<template>OldStyleDate\w*)"
        rf"|(?P<month>(?:{'|'.join(_SHORT_MONTHS)})\.(?!\w))"
        rf"|(?P<number>(?i:(?:{cardinals})(?:{joint}(?:{cardinals}))*(?:{joint}(?:{ordinals}))?"
        rf"|(?:{ordinals}))\b)"
    )


@cache
def _in_figures() -> re.Pattern[str]:
    """The atoms that open with a figure, or with a mark that belongs to one."""
    months = "|".join((*MONTHS, *_SHORT_MONTHS))
    return re.compile(
        rf"(?P<iso>[12]\d{{3}}-[01]\d-[0-3]\d(?![\d-])|[0-3]?\d-(?:{months})-[12]\d{{3}}(?!\d)"
        r"|[0-3]?\d\. ?(?:[01]?\d|[IVX]+)\. ?[12]\d{3}(?![\d.]))"
        r"|(?P<junk>[$£€#§°] ?\d[\d,.]*(?:/\d+)?|\d+(?:\.\d+)+(?! ?[AaPp]\.?[Mm])[\w.]*|\d+[%½¼¾])"
        r"|(?P<clock>\d\d?:[0-5]\d(?![:\d])|\d\d?\.[0-5]\d(?= ?[AaPp]\.? ?[Mm]))"
        r"|(?P<thousands>\d{1,3}(?:,\d{3})+(?!\d))|(?P<decade>(?:[1-9]\d{0,2}|['’‘]\d)0['’]?s\b)"
        r"|(?P<short>['’‘]\d\d(?![\w'’‘]))"
        rf"|(?P<double>1\d{{3}}/(?:\d{{4}}|\d\d?)(?![\d/])(?! +(?:{months})))"
        r"|(?P<nth>\d{1,2}(?:st|nd|rd|th|d)\b)"
        r"|(?P<digits>\d+(?=[AaPp]\.?[Mm]\b)|\d+[^\W\d_]*)|(?P<possessive>['’][sS]\b)"
    )


_PLAIN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_FIGURES = frozenset("0123456789$£€#§°'’‘")


@dataclass(frozen=True, slots=True)
class Atoms:
    """The atoms of a stretch of text; ``kinds`` has a letter for each."""

    text: str
    kinds: str
    starts: list[int]
    ends: list[int]

    def word(self, index: int) -> str:
        """The atom as it stands."""
        return self.text[self.starts[index] : self.ends[index]]

    def number(self, index: int) -> int:
        """What an atom is worth: a day, a year, the number of a month, season or weekday."""
        word = self.word(index)
        if digits := re.search(r"\d+", word.replace(",", "")):
            return int(digits[0])
        name = word.lower()
        if (month := month_number(name)) is not None:
            return month
        if name in _SEASONS:
            return _SEASONS[name]
        if word in WEEKDAYS:
            return WEEKDAYS.index(word)
        return number_in_words(name) or DECADES.get(name) or roman_number(word) or 0


def stretches(text: str, part: Span) -> Iterator[Atoms]:
    """The atoms around whatever may be the heart of a date."""
    start = end = -1
    for match in _trigger().finditer(text, part.start, part.end):
        before, behind = _NEAR if match[0].islower() else _FAR
        here = match.start() - before
        if here > end:
            if end >= 0:
                yield _cut(text, start, end, part)
            start = here
        end = max(end, match.end() + behind)
    if end >= 0:
        yield _cut(text, start, end, part)


def _cut(text: str, start: int, end: int, part: Span) -> Atoms:
    """The atoms from one offset to another, each moved outward to a space."""
    start = max(part.start, text.rfind(" ", part.start, max(start, part.start)) + 1)
    end = part.end if end >= part.end else text.find(" ", end, part.end)
    end = part.end if end < 0 else end
    letters, words, names, exactly = _kinds(), _words(), _names(), _exactly()
    openers, in_words, in_figures = _openers(), _in_words(), _in_figures()
    kinds: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    last = start
    for match in _PLAIN.finditer(text, start, end):
        first = match.start()
        if first < last:
            continue  # within an atom of several words
        word = match[0]
        last = match.end()
        lower = word.lower()
        longer: re.Match[str] | None = None
        if lower in openers:
            longer = in_words.match(text, first, part.end)
        elif word[0] in _FIGURES:
            longer = in_figures.match(text, first, part.end)
        if longer:
            last = longer.end()
            kind = longer.lastgroup or "other"
            if kind == "digits":
                after_circa = kinds[-1:] == [letters["circa"]]
                kind = _kind_of_digits(text, first, longer[0], glued=not after_circa)
            elif kind == "number":
                kind = _kind_of_number(longer[0])
        else:
            kind = (
                exactly.get(word)
                or (names.get(lower) if word != lower else None)
                or words.get(lower)
                or _kind_of_word(word)
            )
        kinds.append(letters[kind])
        starts.append(first)
        ends.append(last)
    return Atoms(text, "".join(kinds), starts, ends)


def _kind_of_word(word: str) -> str:
    if not word[0].isalpha():
        return _MARKS.get(word, "junk" if word[0].isdigit() else "other")
    if word[0].isupper() and not (len(word) > 5 and word.endswith("ed")):
        number = (roman_number(word) or 0) if word.isupper() else 0
        return "word_year" if 1000 < number < 2100 else "roman" if number else "name"
    if word.endswith("s") and len(word) > 2:
        return "plural"
    return "ed" if word.endswith("ed") and len(word) > 3 else "x"


def _kind_of_digits(text: str, start: int, digits: str, *, glued: bool) -> str:
    before = text[max(0, start - 2) : start]
    glued = glued and (
        before[-1:].isalnum() or before[-1:] == "_" or (before[-1:] == "-" and before[:1].isupper())
    )
    if glued or not digits.isascii() or not digits.isdecimal():
        return "junk"
    number = int(digits) if len(digits) < 6 else 0
    if len(digits) <= 2:
        return "num" if 1 <= number <= 31 else "n2" if number else "junk"
    if digits[0] == "0":
        return "junk"
    return "n3" if len(digits) == 3 else "year" if 1000 <= number < 2100 else "junk"


def _kind_of_number(words: str) -> str:
    number = number_in_words(words.partition("/")[0])
    last = re.split(r"[^a-z]+", words.lower())[-1]
    if last in ORDINALS:
        return "word_ordinal" if number and number <= 31 else "x"
    if number and 1000 <= number < 2100 and re.search("[ -]", words):
        return "word_year"
    return "word_number"
