"""The kinds of atoms, and what tells them: words, capitals, figures, marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from string import ascii_letters
from unicodedata import normalize

from flashgen.english.numbers import (
    CARDINALS,
    DECADES,
    MONTHS,
    ORDINALS,
    SHORT_MONTHS,
    WEEKDAYS,
    ZEROS,
)
from flashgen.tables import pairs, table

# The kinds that are told by form; those that are told by the word are in tables/dates.yaml.
_FORMS = (
    "num nth n3 year double junk thousands short decade tens clock iso "
    "month mon weekday season feast easter word_ordinal word_number word_year word_tens roman "
    "old new ad bc era auc meridiem oclock circa ie quarter_in_figures republican islamic hebrew "
    "comma semicolon stop dash slash open close colon eq quote possessive other "
    "name x plural"
).split()
# Kinds of words that are told by their capital, too.
_CAPITALS = ("name_of_month", "corps")
_MONTHS_RE = "|".join((*MONTHS, *SHORT_MONTHS))
_CARDINAL, _ORDINAL = (rf"(?:{'|'.join(names)})\b" for names in (CARDINALS, ORDINALS))
_JOINT = rf"(?:(?:(?<=hundred)|(?<=thousand)) +and +|[ -]+(?:(?:{'|'.join(ZEROS)})[ -]+)?|/)"
# The calendars of other eras, whose months are in tables/eras.yaml.
ERAS = ("republican", "islamic", "hebrew")
# How one romanisation of their names differs from another.
_ACCENTS = ("aāâáà", "eéè", "iīîí", "oôōó", "uūûúü", "dḍ", "hḥḫ", "sṣşš", "tṭ", "zẓ")
_ARTICLE = "(?:[ -]?[aeiu](?:dh?|l|r|sh?|th?|z)[ -]|l[ -]|[ -])?"
_RECKONED = r" +(?:[Cc]alendar|[Ss]t[iy]le|[Rr]eckoning|[Cc]ount(?:ing)?)"
# The atoms that are no plain word: some words together, or one with a stop.
_IN_WORDS = {
    "old": r"(?:O\. ?S\.|OS\b|O/S\b|o\. ?s\.|[Oo]ld[ -]+[Ss]t[iy]le(?: +[Cc]alendar)?"
    r"|[Ss]til[oi] +veter[ei]s?|(?:Julian|[Oo]ld|(?:[Oo]ld +)?(?:Russian|Orthodox)"
    rf"|[Oo]ld +English){_RECKONED})(?!\w)",
    "new": r"(?:N\. ?S\.|NS\b|N/S\b|n\. ?s\.|[Nn]ew[ -]+[Ss]t[iy]le(?: +[Cc]alendar)?"
    r"|[Ss]til[oi] +nov[oi]|(?:Gregorian|Western|[Nn]ew|[Mm]odern|our|[Rr]eformed"
    rf"|[Pp]resent(?:-day)?){_RECKONED})(?!\w)",
    "ad": r"A\. ?D\.|AD\b|C\. ?E\.|CE\b|[Aa]nno Domini",
    "bc": r"B\. ?C\.(?: ?E\.)?|BCE?\b|before Christ\b",
    "auc": r"A\. ?U\. ?C\.|AUC\b|ab urbe condita|from the founding of Rome",
    "era": r"A\. ?H\.|AH\b|B\. ?P\.|BP\b|A\. ?M\.(?= ?\d{4})|AM\b(?= ?\d{4})"
    r"|(?<=\d{4} )(?:A\. ?M\.|AM\b|(?:E\. ?C\.|B\. ?E\.)(?! ?[A-Z])|EC\b|BE\b|SH\b|Solar Hijri\b"
    r"|(?:[BV]ikram )?Sam[vw]at\b|S(?:aka|haka)\b)|(?<=\d{3} )H\.(?! ?[A-Z])"
    r"|before (?:the )?present|[Aa]nno (?:Mundi|Hegirae)",
    "meridiem": r"[AaPp]\. ?[Mm]\.|[AaPp][Mm]\b",
    "oclock": r"o ?['’] ?clock\b",
    "circa": r"c\. ?(?=['’\w(])|ca?\.? ?(?=\d)|ca\b\.?|[Cc]irca(?![^\W\d_])\.?|cca\b\.?",
    "ie": r"i\. ?e\.|viz\.|namely\b",
    "quarter_in_figures": r"Q[1-4]\b",
    "month": rf"(?:{'|'.join(SHORT_MONTHS)})\.(?!\w)",
    "number": rf"(?i:{_CARDINAL}(?:{_JOINT}{_CARDINAL})*(?:{_JOINT}{_ORDINAL})?|{_ORDINAL})",
}
# The atoms that open with a figure, or with a mark that belongs to one.
_IN_FIGURES = {
    "iso": rf"[12]\d{{3}}-[01]\d-[0-3]\d(?![\d-])|[0-3]?\d-(?:{_MONTHS_RE})-[12]\d{{3}}(?!\d)"
    r"|[0-3]?\d\. ?(?:[01]?\d|[IVX]+)\. ?[12]\d{3}(?![\d.])",
    "junk": r"[$£€#§°] ?\d[\d,.]*(?:/\d+)?|\d+(?:\.\d+)+(?! ?[AaPp]\.?[Mm])[\w.]*|\d+[%½¼¾]",
    "clock": r"\d\d?:[0-5]\d(?![:\d])|\d\d?\.[0-5]\d(?= ?[AaPp]\.? ?[Mm])",
    "thousands": r"\d{1,3}(?:,\d{3})+(?!\d)",
    "decade": r"(?:[1-9]\d{0,2}|['’‘]\d)0['’]?s\b",
    "short": r"['’‘]\d\d(?![\w'’‘])",
    "double": rf"1\d{{3}}/(?:\d{{4}}|\d\d?)(?![\d/])(?! +(?:{_MONTHS_RE}))",
    "nth": r"\d{1,2}(?i:st|nd|rd|th|d)\b",
    "digits": r"\d+(?=(?:[AaPp]\.?[Mm]|BCE?|CE|AD|AH)\b)|\d+[^\W\d_]*",
    "possessive": r"['’][sS]\b",
}
# The kinds of words, and the words in capitals, that may be the heart of a date.
_HEARTS = (
    "day halfday week month_word year_word century millennium noon dawn days years_word roman_day"
).split()
_HEARTS_OF_NAMES = (
    "Ides Nones Kalends Calends Day Night Eve Easter Whit Whitsuntide Pentecost Corpus Shrove "
    "Trinity"
).split()
# The first words of atoms of several words, or of one with a stop.
_OPENING = (
    "a ab anno am b be bp bc bce bikram c ca cca ce circa e ec h i viz "
    "namely o os n ns old new stilo stili julian gregorian western russian orthodox modern our "
    "reformed present before from "
    "ad ah auc p pm q saka samvat samwat sh shaka solar vikram "
    "oldstyledate oldstyledatedy oldstyledateny english"
).split()
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_DASHES = "-‐‑‒–—―−⁃﹣-"
MARKS = {
    ",": "comma", ";": "semicolon", ".": "stop", "!": "stop", "?": "stop", "…": "stop",
    "/": "slash",
    "(": "open", "[": "open", ")": "close", "]": "close", ":": "colon", "=": "eq",
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
    if kind not in kinds():
        raise KeyError(f"no kind of word '{kind}', and no part of patterns; see dates.yaml")
    return kinds()[kind]


@cache
def words() -> dict[str, str]:
    """The kind of each word, in small letters or, where its capitals tell, as it stands."""
    groups = table("dates")
    return {
        **{
            word.title() if kind in _CAPITALS else word: kind
            for kind, rows in groups.items()
            for word in rows
        },
        **dict.fromkeys(CARDINALS, "word_number"),
        **dict.fromkeys(ORDINALS, "word_ordinal"),
        **dict.fromkeys(DECADES, "word_tens"),
        **dict.fromkeys(SEASONS, "season"),
        **dict.fromkeys(SHORT_MONTHS, "mon"),
        **dict.fromkeys({name.lower() for name in MONTHS} - {"march", "may"}, "mon"),
        **dict.fromkeys((*MONTHS, *map(str.upper, MONTHS)), "month"),
        **dict.fromkeys(WEEKDAYS, "weekday"),
    }


@cache
def month_of_era(kind: str, name: str) -> int:
    """The number of a month of another era's calendar, in whatever spelling."""
    return next(int(n) for each, n in pairs("eras", kind) if re.fullmatch(_spellings(each), name))


@cache
def _spellings(name: str) -> str:
    """The romanisations of a name: accents, apostrophes, articles, hyphens, double letters."""
    words = [_without_marks(word) for word in name.replace("-", " ").split()]
    spelt = _ARTICLE.join("".join(map(_spelt, word)) for word in words if word != "al")
    return f"(?i:{spelt}h?)"


def _spelt(letter: str) -> str:
    accents = next((each for each in _ACCENTS if letter in each), letter)
    return f"[{accents}]{{1,2}}[‘’'ʿʾ]?"


def _without_marks(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", re.sub("[‘’\u0300-\u036f]", "", normalize("NFKD", word.lower())))


def _first_words_of_eras() -> Iterable[str]:
    """How the months' names begin, as far as letters go: "Sha" of "Sha‘ban"."""
    first = [re.split("[ -]", name)[0] for kind in ERAS for name, _ in pairs("eras", kind)]
    plain = [_without_marks(word) for word in first]
    doubled = [word[:i] + word[i - 1 :] for word in plain for i in range(1, len(word) + 1)]
    cut = [re.split("[‘’]", word)[0] for word in first]
    return dict.fromkeys(map(str.capitalize, (*first, *cut, *plain, *doubled, "dhul", "zul")))


def _of_era(kind: str) -> str:
    """The months of a calendar; only those of the Republic are written in small letters, too."""
    names = sorted((name for name, _ in pairs("eras", kind)), key=len, reverse=True)
    capital = "" if kind == "republican" else "(?![a-z])"
    return rf"{capital}(?:{'|'.join(map(_spellings, names))})(?!\w)"


@cache
def feasts(group: str) -> dict[str, str]:
    """The days that have a name, and where they lie."""
    return dict(pairs("feasts", group))


@cache
def trigger() -> re.Pattern[str]:
    """What may be the heart of a date."""
    words = [word for kind in _HEARTS for word in table("dates")[kind]]
    tens = "|".join(word for word, worth in CARDINALS.items() if 10 <= worth <= 20)
    seasons = [form for word in SEASONS for form in (word, word.title())]
    names = [name.title() for name in feasts("fixed_days_with_a_year")]
    days = list(ORDINALS)[3:]  # "the first" and its like are mostly none
    whole = (
        *(*MONTHS, *WEEKDAYS, *days, *map(str.upper, MONTHS), *seasons, *DECADES, *words, *names),
        *(name for name, _ in pairs("eras", "republican")),
    )
    return re.compile(
        rf"(?=\w)\b(?:\d|(?:{'|'.join((*whole, *_HEARTS_OF_NAMES))}|o['’]clock)\b"
        rf"|(?:{tens})[ -](?=[a-z])"
        r"|(?:[Cc]irca|c(?:a\.? ?)?|Q)(?=\d)|M[CDILVX]{4,}\b)"
    )


def _any_of(names: Iterable[str]) -> str:
    longest_first = sorted(names, key=len, reverse=True)
    text = "|".join(name.title() for name in longest_first).replace("’S", "’s")
    text = text.replace("Saint ", r"(?:St\.?|Saint) ")
    return text.replace(" Of ", " of ").replace(" ", " +").replace("’", "['’]")


@cache
def openers() -> frozenset[str]:
    """The first words of what is no plain word, in small letters; months of eras apart."""
    named = feasts("fixed_days") | feasts("fixed_days_with_a_year") | feasts("days_from_easter")
    first = (re.split("[ ’]", name)[0] for name in named)
    short = (name.lower() for name in SHORT_MONTHS)
    return frozenset((*_OPENING, "st", *CARDINALS, *ORDINALS, *first, *short))


@cache
def openers_of_eras() -> frozenset[str]:
    """The first words of the months of eras, in small letters."""
    return frozenset(map(str.lower, _first_words_of_eras()))


@cache
def plain() -> re.Pattern[str]:
    """What stands alone: a word, a figure or a mark."""
    return re.compile(r"[^\W\d_]+|\d+|[^\w\s]")


@cache
def in_words(*, eras: bool) -> re.Pattern[str]:
    """The atoms of several words, or of one with a stop; the months of ``eras``, which few have."""
    fixed = feasts("fixed_days") | feasts("fixed_days_with_a_year")
    easter = rf"(?:{_any_of(feasts('days_from_easter'))})\b"
    months = {kind: _of_era(kind) for kind in ERAS if eras}
    return _of_kinds({"feast": rf"(?:{_any_of(fixed)})\b", "easter": easter} | months | _IN_WORDS)


@cache
def in_figures() -> re.Pattern[str]:
    """The atoms that open with a figure, or with a mark that belongs to one."""
    return _of_kinds(_IN_FIGURES)


def _of_kinds(rows: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{kind}>{row})" for kind, row in rows.items()))
