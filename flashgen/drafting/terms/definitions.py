"""What words are said to mean: "the Duma was an assembly of …", "suasion, a way of …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.timeless import is_bracketed
from flashgen.drafting.clauses.wording import is_person_noun
from flashgen.drafting.terms.meaning import STOPS, meaning_end
from flashgen.drafting.terms.term import TermDraft, explained, is_somebody
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import chunks
from flashgen.english.tags import NAME, NOUN, QUOTE
from flashgen.english.tokens import Sentence
from flashgen.tables import words as table

_SHORT = 4  # letters
_ARTICLES = ("a", "an", "the")
_ASIDE = ",i[^,;:VMbhu]*$"
# A name goes on over these: "the Bank of the United States", "the People's Union".
_JOINS = re.compile("E(?:fd?|z)$")
_VERBS = frozenset("VBbhMuD")
_ASIDES = frozenset({"e.g.", "i.e.", "c.", "ca.", "see", "including", "especially"})
_ERAS = frozenset({"BC", "AD", "BCE", "CE"})
_SAID = (("that", "is"), ("meaning",), ("in", "other", "words"))
# Before what is no word that a text explains: it leads a clause.
_LED = re.compile("(?:^|[,;:sc(])r?id?$")
# What is said of many things, and tells none of them.
_VALUES = frozenset(
    "important crucial vital plentiful essential significant major key popular valuable common "
    "first last next other new old same great greatest largest best most main chief".split()
)
_NTH = re.compile(r"\d+(?:st|nd|rd|th)$")
_LONGEST_QUOTE = 5  # words


def defined(story: Story, i: int) -> Iterator[TermDraft]:
    """A word and what it is: "the Octobrists, a party of landowners,", "the Duma was"."""
    yield from _by_verb(story, i)
    s = story.sentences[i]
    for k in range(1, len(s) - 2):
        if s.tags[k] not in ",-(:;" or is_bracketed(s.tags, k) or _is_hyphen(s, k):
            continue
        term = _term_before(story, i, k)
        if term is None or re.search(r",r*D[ti]*d?$", s.tags[: term[0]]):
            continue  # "gave each man, known as a mita, the right"
        if said := _said(s, k + 1):
            end = next((n for n in range(said, len(s)) if s.tags[n] in STOPS), len(s))
            if said < end and s.words[said] != "no" and s.tags[said] not in "is(" and s.tags[end : end + 1] != "(":
                yield from explained(story, i, term, list(range(said, end)))
        elif s.tags[k] != ";":
            yield from _apposed(story, i, term, k)


def _apposed(story: Story, i: int, term: list[int], k: int) -> Iterator[TermDraft]:
    """A word and what stands in apposition to it, behind a mark."""
    s = story.sentences[i]
    start, close = k + 1, None
    article = s.words[start].lower() in _ARTICLES
    if s.tags[k] == "(":
        close = s.tags.find(")", k)
        if close < 0 or s.words[start].lower() in _ASIDES:
            return
    elif s.tags[k] == "-":
        close = next((n for n in range(start, len(s)) if s.tags[n] in "-.;"), len(s))
    elif not (article or _tells_of_many(s, start)):
        return
    if _begins_clause(story, i, start):
        return
    end = meaning_end(story, i, start, close)
    if end is None or not _fits(story, i, term, k, end):
        return
    # "In Riga, the union of the guilds": what waits for its verb is no apposition.
    opening = _VERBS.isdisjoint(s.tags[: term[0]])
    behind = end + 2 * (s.tags[end : end + 2] == "()")
    if s.tags[k] == "," and opening and s.tags[behind : behind + 1] != ",":
        return
    meaning = list(range(start, end))
    if is_english(s, meaning):
        yield from explained(story, i, term, meaning, 2 if s.tags[k] == "(" else 3)


def _is_hyphen(s: Sentence, k: int) -> bool:
    """Whether a dash joins two words, or closes what another one opened: "a north–south road"."""
    if s.tags[k] != "-":
        return False
    dashes = [n for n in range(k + 1) if s.tags[n] == "-" and (s.spaced(n) or s.words[n] not in "–-")]
    return k not in dashes or len(dashes) % 2 == 0


def _fits(story: Story, i: int, term: list[int], k: int, end: int) -> bool:
    """Whether a word in small letters is one that the text explains and not one that it uses."""
    s = story.sentences[i]
    last = s.words[term[-1]]
    if s.tags[term[-1]] != NOUN or s.tags[k] == "(":
        return True
    if len(term) == 1 and last in s.words[k:end]:
        return False  # "identity, an identity that"
    if s.tags[k] == "-":
        return is_foreign(last) or s.words[term[0] - 1].lower() != "the"
    if s.tags[k] == ":":
        return len(term) == 1 and (is_foreign(last) or last.endswith("ism"))
    if end < len(s) and s.tags[end] == "," and s.tags[end + 1 : end + 2] == "c":
        return is_foreign(last)
    if s.tags[k] == "," and _LED.search(s.tags[: term[0]]):
        return False  # "Over time, the demands of"
    if s.tags[k] == "," and s.words[k + 2].lower() in _VALUES:
        return False  # "tin, a crucial ingredient in"
    listed = re.search(r",(?!c)[^,VbhMuBGDw]*$", s.tags[: term[0]]) and not is_foreign(last)
    if listed and s.tags[k] == "," and not _VERBS.isdisjoint(s.tags[: term[0]]):
        return False  # "the rise of prices, lack of land, the loss of"
    return is_foreign(last) or not any(last in each.words for each in story.sentences[:i])


def _by_verb(story: Story, i: int) -> Iterator[TermDraft]:
    """A word and what it is said to be: "the Duma was", "A soviet is a council that"."""
    s = story.sentences[i]
    for clause in story.clauses(i):
        subject = clause.subject
        if subject is None or clause.lemma not in ("be", "mean", "constitute") or not clause.finite:
            continue
        if clause.negated or subject.with_ or clause.object is None or clause.embedded:
            continue
        article = s.words[clause.end].lower() in _ARTICLES
        if clause.object.start != clause.end or not article:
            continue
        term = list(range(subject.start, subject.end))
        end = meaning_end(story, i, clause.object.start)
        if end is None or not (_is_name(story, i, term) or _is_kind(s, term, clause)):
            continue
        yield from explained(story, i, term, list(range(clause.object.start, end)))


def _is_kind(s: Sentence, term: list[int], clause: Clause) -> bool:
    """Whether a sentence tells what all of a kind are: "A soviet is a council that"."""
    bare = [k for k in term if s.words[k].lower() not in ("a", "an")]
    named = all(s.tags[k] in "JN" for k in bare) and s.tags[term[-1]] == NOUN
    general = s.words[clause.verb].lower() in ("is", "are", "means") or len(bare) == len(term)
    return named and general and term[0] == 0 and s.words[clause.end].lower() != "the"


def _said(s: Sentence, start: int) -> int:
    """The token behind "that is," or the like, if it stands at a token, else 0."""
    for words in (*_SAID, ("i.e.",)):
        end = start + len(words)
        if tuple(w.lower() for w in s.words[start:end]) == words:
            return end + (s.tags[end : end + 1] == ",")
    return 0


def _term_before(story: Story, i: int, end: int) -> list[int] | None:
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
        term = list(range(begin, end))
        # "won, in wars with the Swedes, the title of"
        aside = s.tags[end : end + 1] == "," and re.search(_ASIDE, s.tags[:begin])
        return None if aside or not _is_name(story, i, term) else term
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
    if s.tags[found.start] == "d" and s.words[found.start].lower() not in _ARTICLES:
        return None
    term = [k for k in range(found.start, end) if s.tags[k] != "d"]
    if s.words[term[0]] in ("major", "key", "important") and len(term) > 2:
        term = term[1:]
    if not _VALUES.isdisjoint(s.words[term[0] : end]):
        return None
    low = s.words[end - 1]
    entry = look_up(low)
    if is_somebody(story, i, term[0], end) or entry.of_noun.startswith("t"):
        return None
    if is_person_noun(low, NOUN) or low in table("names", "directions_of"):
        return None
    return term


def _tells_of_many(s: Sentence, start: int) -> bool:
    """Whether a phrase says what some were: "the cimarrons, escaped slaves who lived in woods"."""
    chunk = next(chunks(s.tags, start), None)
    if chunk is None or chunk.kind != "noun" or chunk.start != start or s.tags[start] in "pzoq":
        return False
    entry = look_up(s.words[chunk.end - 1].lower())
    many = entry.plural or entry.of_noun[:1] == "g"
    return many and s.words[chunk.end : chunk.end + 1] in (("who",), ("that",), ("whose",), ("where",))


def is_foreign(word: str) -> bool:
    """Whether a word in small letters is none that the lexicon has."""
    return word.isalpha() and word.islower() and len(word) >= _SHORT and not look_up(word).tags


def is_english(s: Sentence, tokens: list[int]) -> bool:
    """Whether the lexicon has most of some words."""
    strange = [j for j in tokens if s.words[j].isalpha() and not look_up(s.words[j].lower()).tags]
    return 2 * len(strange) < len(tokens)


def _begins_clause(story: Story, i: int, start: int) -> bool:
    """Whether a phrase does something: "Since only a king calls a Parliament, the assembly was"."""
    return any(
        clause.finite and not clause.relative and clause.subject and clause.subject.start == start
        for clause in story.clauses(i)
    )


def _is_name(story: Story, i: int, term: list[int]) -> bool:
    s = story.sentences[i]
    named = [k for k in term if s.tags[k] == NAME]
    if not named or term[-1] not in named or is_somebody(story, i, term[0], term[-1] + 1):
        return False
    if any(s.tags[k] not in "dEfzqJ" for k in term):
        return False
    if s.words[term[-1]] in _ERAS:
        return False
    opens = s.opens[term[0]] and s.words[term[0]].lower() not in _ARTICLES
    low = s.words[named[0]].lower()
    common = bool(look_up(low).tags) or low.endswith("ing") or story.times(low) > 0
    return not (opens and len(named) == 1 and common)


def told_of(story: Story, i: int, term: list[int], start: int) -> Iterator[TermDraft]:
    """What a term is said to be, in a phrase that means a thing, a group or a kind of people."""
    end = meaning_end(story, i, start)
    if end is not None:
        yield from explained(story, i, term, list(range(start, end)))
