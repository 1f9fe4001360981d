"""Which words before a mark can be a term: a name, a quotation, a phrase in small letters."""

from __future__ import annotations

import re

from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import is_person_noun
from flashgen.drafting.terms.term import is_somebody
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import chunks
from flashgen.english.tags import NAME, NOUN, QUOTE
from flashgen.english.tokens import Sentence
from flashgen.tables import words as table

ARTICLES = ("a", "an", "the")
_SHORT = 4  # letters
_LONGEST_QUOTE = 5  # words
_ASIDE = ",i[^,;:VMbhu]*$"
# A name goes on over these: "the Bank of the United States", "the People's Union".
_JOINS = re.compile("E(?:fd?|z)$")
_NTH = re.compile(r"\d+(?:st|nd|rd|th)$")
_ERAS = frozenset({"BC", "AD", "BCE", "CE"})
# What is said of many things, and tells none of them.
VALUES = frozenset(
    "important crucial vital plentiful essential significant major key popular valuable common "
    "first last next other new old same great greatest largest best most main chief additional "
    "further".split()
)


def term_before(story: Story, i: int, end: int) -> list[int] | None:
    """The tokens of what can be a term, before a mark: a name, a quotation or a common noun."""
    s = story.sentences[i]
    if s.tags[end - 1] == ")":
        end = s.tags.rfind("(", 0, end)  # "the Origin (1859), a book that"
        if end < 1:
            return None
    if s.tags[end - 1] == QUOTE:
        quoted = story.cut(i, end - 1, end)
        return [end - 1] if len(quoted.split()) <= _LONGEST_QUOTE else None
    if s.tags[end - 1] == NAME:
        begin = name_begin(s, end)
        if begin == end - 1 and re.search("(?:f|Ei)d?$", s.tags[:begin]):
            return None  # "the kingdom of the Isles, a revival of": not the Isles
        named = story.person_at(i, begin, end)
        # "Eliot's Four Quartets": the name begins behind who made it.
        owned = s.tags.rfind("z", begin, end)
        begin = owned + 1 if named is not None and begin < owned < end - 2 else begin
        begin -= begin == 1 and s.tags[0] == NOUN and not look_up(s.words[0].lower()).plural
        term = list(range(begin, end))
        # "won, in wars with the Swedes, the title of"
        aside = s.tags[end : end + 1] == "," and re.search(_ASIDE, s.tags[:begin])
        return None if aside or not is_name(story, i, term) else term
    return _common(story, i, end)


def name_begin(s: Sentence, end: int) -> int:
    """The token at which a name begins that ends before one."""
    begin = end - 1
    while begin and (_is_of_name(s, begin - 1) or _JOINS.search(s.tags[:begin])):
        begin -= 1
    return begin


def _is_of_name(s: Sentence, k: int) -> bool:
    """Whether a token can belong to the name behind it: "the Little Ice Age"."""
    shown = s.words[k].istitle() and not s.opens[k]
    return s.tags[k] == NAME or (s.tags[k] in "qJ" and (shown or bool(_NTH.match(s.words[k]))))


def _common(story: Story, i: int, end: int) -> list[int] | None:
    """The tokens of a phrase in small letters that ends at a token, if a text may explain it."""
    s = story.sentences[i]
    found = next((c for c in chunks(s.tags) if c.end == end and c.kind == "noun"), None)
    if found is None or s.tags[end - 1] != NOUN or not s.words[end - 1].islower():
        return None
    if set("zqpom") & set(s.tags[found.start : end]):
        return None
    if s.tags[found.start] == "d" and s.words[found.start].lower() not in ARTICLES:
        return None
    term = [k for k in range(found.start, end) if s.tags[k] != "d"]
    if s.words[term[0]] in ("major", "key", "important") and len(term) > 2:
        term = term[1:]
    if not VALUES.isdisjoint(s.words[term[0] : end]):
        return None
    low = s.words[end - 1]
    entry = look_up(low)
    if is_somebody(story, i, term[0], end) or entry.of_noun.startswith("t"):
        return None
    if is_person_noun(low, NOUN) or low in table("names", "directions_of"):
        return None
    return term


def is_name(story: Story, i: int, term: list[int]) -> bool:
    """Whether tokens are a name that is neither somebody nor a place, nor a bare word."""
    s = story.sentences[i]
    named = [k for k in term if s.tags[k] == NAME]
    if not named or term[-1] not in named or is_somebody(story, i, term[0], term[-1] + 1):
        return False
    if any(s.tags[k] not in "dEfzqJ" for k in term if k):  # "Operation Otter, the landing"
        return False
    if s.words[term[-1]] in _ERAS:
        return False
    if term[0] and len(named) == 1 and s.words[named[0] - 1].lower() == "the":
        group = look_up(s.words[named[0]].lower()).of_noun[:1] == "g"
        if group and len(term) == 1 + (term[0] < named[0]):
            return False  # "the Council"
    opens = s.opens[named[0]] and s.words[named[0]].lower() not in ARTICLES
    low = s.words[named[0]].lower()
    common = bool(look_up(low).tags) or low.endswith("ing") or story.times(low) > 0
    return not (opens and len(named) == 1 and common)


def is_foreign(word: str) -> bool:
    """Whether a word in small letters is none that the lexicon has, nor "bigger" or "biggest"."""
    unknown = word.isalpha() and word.islower() and len(word) >= _SHORT and not look_up(word).tags
    stem = re.sub("(?:er|est)$", "", word)
    bases = (stem, f"{stem}e", stem[:-1], f"{stem[:-1]}y")
    return unknown and not (stem != word and any("J" in look_up(base).tags for base in bases))
