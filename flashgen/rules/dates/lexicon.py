"""The kinds of atoms, and what tells them: words, capitals, figures, marks."""

from __future__ import annotations

import re
from functools import cache
from string import ascii_letters

from flashgen.english.numbers import CARDINALS, DECADES, MONTHS, ORDINALS, SHORT_MONTHS, WEEKDAYS
from flashgen.tables import pairs, table

# The kinds that are told by form; those that are told by the word are in tables/dates.yaml.
_FORMS = (
    "num nth n2 n3 year double junk thousands short decade tens clock iso template "
    "month mon weekday season feast easter word_ordinal word_number word_year word_tens roman "
    "old new ad bc era auc meridiem oclock circa ie "
    "comma semicolon stop dash slash open close colon pipe eq quote possessive other "
    "name x plural"
).split()
# Kinds of words that are told by their capital, too.
_CAPITALS = ("name_of_month", "corps")
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
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_DASHES = "-‐‑‒–—―−⁃﹣-"
MARKS = {
    ",": "comma", ";": "semicolon", ".": "stop", "!": "stop", "?": "stop", "…": "stop",
    "/": "slash",
    "(": "open", "[": "open", ")": "close", "]": "close", ":": "colon", "|": "pipe", "=": "eq",
    "⁄": "slash", "&": "and",
} | dict.fromkeys(_DASHES, "dash") | dict.fromkeys("“”\"‘’'«»", "quote")  # fmt: skip


# Below 256, where patterns are compiled several times as fast, and no signs of patterns.
_LETTERS = (*ascii_letters, *map(chr, range(0xA1, 0x100)))


@cache
def kinds() -> dict[str, str]:
    """The letter of each kind."""
    names = dict.fromkeys([*_FORMS, *table("dates")])
    return dict(zip(names, _LETTERS, strict=False))


def letter(kind: str) -> str:
    """The letter that stands for a kind. Raises KeyError where there is no such kind."""
    return kinds()[kind]


@cache
def words() -> dict[str, str]:
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
        **dict.fromkeys(SEASONS, "season"),
    }


@cache
def names() -> dict[str, str]:
    """The kind of each word that is of one in capitals, in small letters."""
    return {word: kind for kind in _CAPITALS for word in table("dates")[kind]}


@cache
def feasts(group: str) -> dict[str, str]:
    """The days that have a name, and where they lie."""
    return dict(pairs("feasts", group))


@cache
def trigger() -> re.Pattern[str]:
    """What may be the heart of a date."""
    units = "|".join(
        word
        for kind in ("day", "halfday", "week", "month_word", "year_word", "century", "noon",
                     "dawn", "days", "years_word", "roman_day")
        for word in table("dates")[kind]
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
    text = "|".join(name.title() for name in longest_first).replace("’S", "’s")
    text = text.replace("Saint ", r"(?:St\.?|Saint) ")
    return text.replace(" Of ", " of ").replace(" ", " +").replace("’", "['’]")


@cache
def exactly() -> dict[str, str]:
    """The kind of each word that is told by its capitals."""
    made = dict.fromkeys(SHORT_MONTHS, "mon")
    made |= dict.fromkeys((name.lower() for name in MONTHS if name not in ("March", "May")), "mon")
    made |= dict.fromkeys((*MONTHS, *map(str.upper, MONTHS)), "month")
    return made | dict.fromkeys(WEEKDAYS, "weekday")


@cache
def openers() -> frozenset[str]:
    """The first words of what is no plain word, in small letters."""
    named = feasts("fixed_days") | feasts("fixed_days_with_a_year") | feasts("days_from_easter")
    first = (re.split("[ ’]", name)[0] for name in named)
    short = (name.lower() for name in SHORT_MONTHS)
    return frozenset((*_OPENING, "st", *CARDINALS, *ORDINALS, *first, *short))


@cache
def plain() -> re.Pattern[str]:
    """What stands alone: a word, a figure or a mark."""
    return re.compile(r"[^\W\d_]+|\d+|[^\w\s]")


@cache
def in_words() -> re.Pattern[str]:
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
        rf"|(?P<month>(?:{'|'.join(SHORT_MONTHS)})\.(?!\w))"
        rf"|(?P<number>(?i:(?:{cardinals})(?:{joint}(?:{cardinals}))*(?:{joint}(?:{ordinals}))?"
        rf"|(?:{ordinals}))\b)"
    )


@cache
def in_figures() -> re.Pattern[str]:
    """The atoms that open with a figure, or with a mark that belongs to one."""
    months = "|".join((*MONTHS, *SHORT_MONTHS))
    return re.compile(
        rf"(?P<iso>[12]\d{{3}}-[01]\d-[0-3]\d(?![\d-])|[0-3]?\d-(?:{months})-[12]\d{{3}}(?!\d)"
        r"|[0-3]?\d\. ?(?:[01]?\d|[IVX]+)\. ?[12]\d{3}(?![\d.]))"
        r"|(?P<junk>[$£€#§°] ?\d[\d,.]*(?:/\d+)?|\d+(?:\.\d+)+(?! ?[AaPp]\.?[Mm])[\w.]*|\d+[%½¼¾])"
        r"|(?P<clock>\d\d?:[0-5]\d(?![:\d])|\d\d?\.[0-5]\d(?= ?[AaPp]\.? ?[Mm]))"
        r"|(?P<thousands>\d{1,3}(?:,\d{3})+(?!\d))|(?P<decade>(?:[1-9]\d{0,2}|['’‘]\d)0['’]?s\b)"
        r"|(?P<short>['’‘]\d\d(?![\w'’‘]))"
        rf"|(?P<double>1\d{{3}}/(?:\d{{4}}|\d\d?)(?![\d/])(?! +(?:{months})))"
        r"|(?P<nth>\d{1,2}(?i:st|nd|rd|th|d)\b)"
        r"|(?P<digits>\d+(?=[AaPp]\.?[Mm]\b)|\d+[^\W\d_]*)|(?P<possessive>['’][sS]\b)"
    )
