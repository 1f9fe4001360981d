"""Tell somebody's words from a title, a term, a nickname or an ironic word in the same marks."""

from __future__ import annotations

import re

from flashgen.rules.quotations.clauses import Reading
from flashgen.rules.quotations.cues import Cue, Sort
from flashgen.rules.quotations.frame import Kind, Place
from flashgen.rules.quotations.marks import Form
from flashgen.rules.quotations.words import Tokens, is_determiner, is_nominal
from flashgen.tables import words

# Fewer words inside the author's own sentence are a quotation only where somebody says them.
FRAGMENT = 4
# So many if nothing tells that somebody says them, so many if they begin with a capital.
_LONGER = 6
_LONG = 8
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SMALL = frozenset(
    "a an and as at but by de del der des di du for from in la le nor of on or our the to und "
    "van von with et y i e".split()
)
_STOPS = ".!?…—-"
_CLOSERS = "’'”\")]"


def is_somebodys(reading: Reading, quote: int, behind: Cue | None, before: Cue | None) -> bool:
    """Whether what stands in the marks is a quotation."""
    frame = reading.frame
    if frame.quoted[quote].form is not Form.MARKS:
        return True
    text = frame.words_of(quote)
    count = len(_WORD.findall(text))
    place = frame.places[quote]
    if count == 0 or _is_gloss(reading, place, count):
        return False
    if behind is not None:
        return True
    if count < _LONG and _is_attribute(reading.tokens(place.last_sentence), place):
        return False
    if before is not None:
        return _by_cue(before, text, count, reading, place)
    if stands_alone(reading, quote):
        return (
            (count > 1 and not is_title(text))
            or _opens_paragraph(reading, place)
            or text.rstrip(_CLOSERS)[-1:] in "!?"
        )
    if is_title(text):
        return False
    if _is_introduced(reading, place) and text.rstrip(_CLOSERS)[-1:] in ".!?…":
        return True
    if text[:1].islower() or text[:1] in "[….":
        return count >= _LONGER
    return count >= _LONG and not _is_named_by_noun(reading, place)


def _by_cue(cue: Cue, text: str, count: int, reading: Reading, place: Place) -> bool:
    match cue.sort:
        case Sort.NAME | Sort.WORK:
            return False
        case Sort.SIGN:
            return count >= _LONG and cue.subject is not None
        case Sort.SAID | Sort.SOURCE | Sort.SPEAKER:
            if count >= FRAGMENT:
                return not is_title(text) or (cue.close and _is_introduced(reading, place))
            cried = text.rstrip(_CLOSERS)[-1:] in ("!", "?")
            return cried or (cue.close and (_is_introduced(reading, place) or not is_title(text)))
        case Sort.WORDS:
            return not is_title(text) or _is_introduced(reading, place, ":")
        case _:
            return count >= FRAGMENT and not is_title(text)


def _is_introduced(reading: Reading, place: Place, by: str = ",:—–--") -> bool:
    """Whether one of some punctuation marks stands before the quotation."""
    tokens = reading.tokens(place.sentence)
    before = tokens[place.token - 1].low if place.token else ""
    return before != "" and before in by


def _is_named_by_noun(reading: Reading, place: Place) -> bool:
    """Whether a noun stands right before the marks: 'Order No. 7 "Concerning the clergy"'."""
    tokens = reading.tokens(place.sentence)
    return place.token > 0 and is_nominal(tokens, place.token - 1)


def is_title(text: str) -> bool:
    """Whether the words are set as a title or a name is: all that count have a capital."""
    if text.rstrip(_CLOSERS)[-1:] in ("!", "?"):
        return False
    found = _WORD.findall(text)
    if not any(word[0].isupper() for word in found):
        return all(not word.isalpha() for word in found)
    return all(not word[0].islower() or word in _SMALL for word in found) and (
        len(found) > 1 or text[-1:] not in _STOPS
    )


def stands_alone(reading: Reading, quote: int) -> bool:
    """Whether a quotation is a sentence of its own."""
    place = reading.frame.places[quote]
    first, last = reading.tokens(place.sentence), reading.tokens(place.last_sentence)
    opens = all(first[i].kind is Kind.MARK for i in range(place.token))
    if not opens:
        return False
    behind = place.last_token + 1
    # What breaks off with a dash ends no sentence, but a capital begins one.
    if behind < len(last) and last[behind].capital and reading.last_sign(quote) in "-—–":
        return True
    return all(last[i].kind is Kind.MARK for i in range(behind, len(last)))


def _opens_paragraph(reading: Reading, place: Place) -> bool:
    return place.token == 0 and not reading.same_paragraph(place.sentence, place.sentence - 1)


def _is_gloss(reading: Reading, place: Place, count: int) -> bool:
    """Whether the marks stand alone in brackets, as a translation does."""
    first, last = reading.tokens(place.sentence), reading.tokens(place.last_sentence)
    before = first[place.token - 1].low if place.token else ""
    after = last[place.last_token + 1].low if place.last_token + 1 < len(last) else ""
    return before in ("(", "[") and after in (")", "]", ",", ";") and count < _LONG


def _is_attribute(tokens: Tokens, place: Place) -> bool:
    """Whether the marks are an adjective or a noun of the sentence: "the “x” parties"."""
    if (
        place.token == 0
        or place.last_token + 1 >= len(tokens)
        or place.sentence != place.last_sentence
    ):
        return False
    before, after = tokens[place.token - 1], place.last_token + 1
    if not (is_determiner(before) or before.possessive or _is_plain(tokens, place.token - 1)):
        return False
    return tokens[after].kind is Kind.WORD and is_nominal(tokens, after)


def _is_plain(tokens: Tokens, i: int) -> bool:
    return tokens[i].kind is Kind.WORD and tokens[i].low in words("quotations", "prepositions")
