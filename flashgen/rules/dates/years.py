"""Years: which numbers are years, and ranges of them.

A bare number is a year where the words before it say so and those behind count nothing by it.
Most four-digit numbers in history are years; most of three digits are not.
"""

from __future__ import annotations

import re

from flashgen.dates import DateValue, HistoricalDate
from flashgen.rules.dates.pieces import (
    ABOUT,
    COUNTED,
    GOES_ON,
    PART,
    Match,
    interval,
    rule,
    unspecified,
)

_FOUR_DIGITS = r"(?:1\d{3}|20[012]\d)"
_YEAR = rf"(?P<y1>{_FOUR_DIGITS})(?![\d/])(?![.,]\d)(?!-[a-z])(?!(?:st|nd|rd|th)\b)"
_THREE_DIGITS = r"(?P<y1>[1-9]\d{2})(?![\d/])(?![.,]\d)(?!-[a-z])"

_SENTENCE_OPENS = re.compile(r"(?:^|(?<!\bNo)(?<!\bNos)(?<!\bp)(?<!\bvol)[.!?][”\"’)]?) *$")
_STRONG = re.compile(
    r"(?:\b(?:in|since|until|till|by|before|after|during|throughout|years?|anno|Domini|Lord|grace"
    r"|late|early|between|as +(?:early|late|recently|far +back) +as)|[(]"
    r"|(?<!\d)[–—]|\b[A-Za-z]+-|\b\d{4}[-–]) *$",
    re.IGNORECASE,
)
_WEAK = re.compile(r"(?:\b(?:of|from|to|and|or|into|for|than|that)|,) *$", re.IGNORECASE)
_SURE = re.compile(r"\b(?:in|since|until|years?) +$", re.IGNORECASE)
_OWNED = re.compile(r"(?:\b(?:the|an?|his|her|its|their|this|our)|['’]s?) +$", re.IGNORECASE)
_NAMED = re.compile(r"\b[A-Z][a-z]+ +$")

# What stands before a number that numbers or counts something.
_NUMBERS_SOMETHING = re.compile(
    r"(?:\b(?:no|nos|pp?|pages?|vols?|chapters?|chap|ch|articles?|art|sections?|sect|paragraphs?"
    r"|lines?|verses?|psalm|room|flight|orders?|figures?|fig|tables?|plate|lot|type|model|grid"
    r"|(?:an?|the|their|its|his|some|total|enemy|strong)(?: +\w+)? +(?:force|army|population|loss"
    r"|distance|height|depth|sum|cost|strength|crew|garrison|fleet|group|crowd|body|number|total"
    r"|price|ransom|band|party|company|column|detachment|host|average|majority|maximum|minimum)"
    r" +of|losses +of|to +the +number +of|some|nearly|almost|over|exceed\w*"
    r"|(?:more|less|fewer|greater|larger|smaller|worse|better|higher|lower) +than|at +least"
    r"|at +most|number\w*|total\w*|averag\w+"
    r"|(?:rose|rises|rising|fell|falling|grew|grown|increas\w+|decreas\w+|reduc\w+|dropp\w+"
    r"|declin\w+|amount\w*|swell\w*|swollen) +(?:from|to|by)(?: +\d+ +to)?)\.?|§)"
    r"(?: *\d+ ?[-–])? *$",
    re.IGNORECASE,
)
# "12, 1848" and "555-1917" are figures; after another year it is one, too.
_AFTER_A_NUMBER = re.compile(r"(?<!\d)\d{1,3}(?:[-–.]|,? )$|\d[-,.]$(?<!\b\d{4}[-–])")
_AFTER_A_YEAR = re.compile(r"\b\d{4},? +(?:to|and|or|until|till) +$|\b\d{4}, +$")
_UP_TO = re.compile(r"\b(?:[Uu]p|down|even|close) +to +$")
_COUNTED = re.compile(rf" +{COUNTED}")
_PEOPLE_OR_THINGS = re.compile(
    r" +(?:men|women|people|children|soldiers|sailors|troops|prisoners|deputies|delegates|members"
    r"|votes|dead|wounded|casualties|victims|survivors|ships|guns|miles|kilomet\w+|metres|feet"
    r"|pages|horses?|foot|cavalry|infantry|pounds|dollars|roubles|rubles|francs|tons|tonnes"
    r"|yards|acres|houses|inhabitants|workers|peasants|families)\b"
)
# "The 1905 revolution", "the 1848 revolutions"; but "the 1263 schemes".
_IS_AN_EVENT = re.compile(
    r" +(?:[a-z]*[a-rt-z] +)?(?:[A-Z]\w*|[a-z]+[a-rt-z]|\w*ss|revolutions|elections|risings"
    r"|uprisings|riots|reforms|negotiations|campaigns|massacres|wars|protests|strikes|events|talks"
    r"|accords|pogroms|floods|borders|frontiers|celebrations|demonstrations|trials|purges)\b"
)
_PLURAL_VERB = re.compile(r" +(?:were|are)\b")


def _surroundings(match: Match) -> tuple[str, str]:
    return (
        match.string[max(0, match.start() - 48) : match.start()],
        match.string[match.end() : match.end() + 40],
    )


def _bare_year(match: Match, in_year: int) -> HistoricalDate | None:
    return unspecified(DateValue(in_year)) if _is_year(match, in_year) else None


def _is_year(match: Match, number: int) -> bool:
    before, after = _surroundings(match)
    is_round = number % 50 == 0
    if _AFTER_A_NUMBER.search(before) or _NUMBERS_SOMETHING.search(before):
        return False
    if (_PLURAL_VERB.match(after) and not _AFTER_A_YEAR.search(before)) or (
        is_round and _UP_TO.search(before)
    ):
        return False
    if _COUNTED.match(after) and (is_round or _PEOPLE_OR_THINGS.match(after)):
        # "In 1800 women could not vote", but "in 1500 villages"
        sure = _SURE.search(before)
        return sure is not None and (sure[0][0].isupper() or not is_round or " of" in after[:4])
    if _STRONG.search(before) or _WEAK.search(before) or _SENTENCE_OPENS.search(before):
        return True
    if _OWNED.search(before):
        return _IS_AN_EVENT.match(after) is not None
    return _NAMED.search(before) is not None and re.match(r" *[),.;:]", after) is not None


_THREE_DIGITS_FOLLOW = re.compile(
    r"(?:\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Yy]ears?|[Aa]nno|Domini|born|died|[bdr]\."
    r"|from +\d{3} +to|between +\d{3} +and|in +\d{3} +(?:and|or)|By|After|Before|From)"
    r"|\b(?:[Mm]id|[Ee]arly|[Ll]ate)[- ]) *$"
    r"|\bthe +(?!number|force|loss|sum|rest|total|height|cost|price|strength|distance|crew)"
    r"\w+ +of +$"
)
_THREE_DIGITS_MAY_FOLLOW = re.compile(r"\b(?:by|before|after|from|to|and|of) +$")
_THREE_DIGITS_NEAR = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|A\.?D\.?) [1-9]\d\d(?=[ ,.;:)])(?! [a-z]+s\b)"
)
_TO_A_YEAR = re.compile(rf" +(?:to|until|till|and) +\d{{3}}(?! +[A-Z]\w+ +[a-z]+s\b){GOES_ON}")


# "300 Spartans", "170 Confederate guns"
_COUNTED_FOREIGNERS = re.compile(r" +[A-Z]\w+(?:(?:ans|ards|ese|ish|men)\b| +[a-z]+s\b)")


def _three_digit_year(match: Match, in_year: int) -> HistoricalDate | None:
    """A year of three digits stands in few places, and nothing is counted by it."""
    before, after = _surroundings(match)
    if _COUNTED.match(after) or _PLURAL_VERB.match(after) or _COUNTED_FOREIGNERS.match(after):
        return None
    if before.endswith("("):
        said = re.match(r"\)|[,;]| ?[–-]| +(?:in|on|and|at|by|after|before|to)\b", after)
    elif re.search(r"\b(?:[Ff]rom|[Bb]etween) +$", before):
        said = _TO_A_YEAR.match(after)
    else:
        said = _THREE_DIGITS_FOLLOW.search(before)
    if said is None and in_year % 50 and _THREE_DIGITS_MAY_FOLLOW.search(before):
        said = _THREE_DIGITS_NEAR.search(match.string, max(0, match.start() - 300), match.start())
    return unspecified(DateValue(in_year)) if said else None


def _about_a_year(match: Match, in_year: int) -> HistoricalDate | None:
    before, after = _surroundings(match)
    circa = match["about"].startswith("c")
    if not circa and (_COUNTED.match(after) or _PLURAL_VERB.match(after)):
        return None
    dated = re.search(
        r"(?:\b(?:in|since|from|until|till|by|to|born|died|founded|built|dat(?:ing|es?|ed)|written"
        r"|established|settled|begun|erected|made|composed)|[(,]) *$",
        before,
    )
    if circa or (match["y1"] and (dated or in_year % 50)):
        return unspecified(DateValue(in_year, approximate=True))
    return None


def _part_of_a_year(match: Match, in_year: int) -> HistoricalDate | None:
    _, after = _surroundings(match)
    return None if _COUNTED.match(after) and in_year % 50 == 0 else unspecified(DateValue(in_year))


def _stated_year(_: Match, in_year: int) -> HistoricalDate | None:
    return unspecified(DateValue(in_year))


def _double_year(match: Match, in_year: int) -> HistoricalDate | None:
    first = DateValue(int(match["y1"].partition("/")[0]))
    return interval(first, DateValue(in_year)) if in_year == first.year + 1 else None


def _range(match: Match, _: int) -> HistoricalDate | None:
    """Years from one to another, the second perhaps by its last figures alone."""
    before, after = _surroundings(match)
    if _NUMBERS_SOMETHING.search(before) or _COUNTED.match(after):
        return None
    start, end = match["y1"], match["end"]
    if len(start) == 3 and not _RANGE_OF_THREE_DIGITS.search(before):
        return None
    last = start[: len(start) - len(end)] + end
    return interval(DateValue(int(start)), DateValue(int(last)))


_RANGE_OF_THREE_DIGITS = re.compile(
    r"(?:[(;]|\b(?:in|from|during|years|of|r\.|reigned|ruled)|\d{3} ?[-–] ?\d{3},?(?: +and)?) *$"
)

RULES = (
    rule("a range of years", rf"{_YEAR} ?[-–—] ?(?P<end>\d{{1,2}}(?:\d\d)?)(?![\d-])", _range),
    rule(
        "a range of years of three digits",
        rf"{_THREE_DIGITS} ?[-–—] ?(?P<end>\d\d\d?)(?![\d-])",
        _range,
    ),
    rule(
        "about a year", rf"{ABOUT}(?:{_YEAR}|(?P<y2>[1-9]\d\d)(?!\d|[.,]\d|-[a-z]))", _about_a_year
    ),
    rule("a part of a year", rf"{PART}{_YEAR}", _part_of_a_year),
    rule("two years with a slash", r"(?P<y1>1\d{3}/\d{1,4})(?![\d/])", _double_year),
    rule("a year", _YEAR, _bare_year),
    rule(
        "a year by its last figures",
        r"(?:[Ii]n|[Oo]f|[Ss]ince|[Bb]y|[Uu]ntil) +(?P<date>['’‘](?P<short1>\d\d))(?!['’‘])",
        _stated_year,
    ),
    rule("a year of three digits", rf"{_THREE_DIGITS}{GOES_ON}", _three_digit_year),
    rule(
        "a year of our Lord",
        r"(?:A\. ?D\.|AD) *(?P<y1>\d{1,4})(?!\d)|(?P<y2>\d{1,4}) ?(?:AD|A\. ?D\.|CE|C\. ?E\.)",
        _stated_year,
    ),
)
