"""What names are said to be: "the Duma was an assembly of …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.timeless import is_bracketed
from flashgen.drafting.clauses.wording import is_person_noun, joined_end
from flashgen.drafting.terms.term import TermDraft, explained, is_somebody
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import chunks
from flashgen.english.tags import NAME, NOUN
from flashgen.english.tokens import Sentence

LONGEST, _SHORT = 20, 4  # words, letters
_LINKS = ("of", "in", "on", "from", "between", "to", "for", "at", "with", "by", "against")
_ENDS = frozenset(",.;:)-wc")
_ASIDE = ",i[^,;:VMbhu]*$"


def defined(story: Story, i: int) -> Iterator[TermDraft]:
    """A name and what it is: "the Octobrists, a party of landowners,", "the Duma was"."""
    s = story.sentences[i]
    for clause in story.clauses(i):
        subject = clause.subject
        if subject is None or clause.lemma not in ("be", "mean", "constitute") or not clause.finite:
            continue
        if clause.negated or subject.with_ or clause.object is None or clause.embedded:
            continue
        article = s.words[clause.end].lower() in ("a", "an", "the")
        if clause.object.start != clause.end or not article:
            continue
        term = list(range(subject.start, subject.end))
        if not _is_term(story, i, term):
            continue
        yield from told_of(story, i, term, clause.object.start)
    for k in range(1, len(s) - 3):
        article = s.words[k + 1].lower() in ("a", "an", "the")
        if s.tags[k] not in ",-(:" or not (article or _tells_of_many(s, k + 1)):
            continue
        if is_bracketed(s.tags, k):
            continue
        begin = k
        while begin and s.tags[begin - 1] == NAME:
            begin -= 1
        if not article and begin == k and is_foreign(s.words[k - 1]):
            yield from told_of(story, i, [k - 1], k + 1)
            continue
        term = list(range(begin, k))
        # "the Chronicle of Riga (a document that"; "won, in wars with the Swedes, the title of"
        aside = s.tags[k] == "," and re.search(_ASIDE, s.tags[:begin]) is not None
        # "the Bank of the Isles, a revival of": not the Isles; nor half of "People's Union"
        if aside or re.search("(?:fd?|z)$", s.tags[:begin]):
            continue
        if not _is_term(story, i, term) or _begins_clause(story, i, k + 1):
            continue
        yield from told_of(story, i, term, k + 1)


def _tells_of_many(s: Sentence, start: int) -> bool:
    """Whether a phrase says what some were: "the cimarrons, escaped slaves who lived in woods"."""
    chunk = next(chunks(s.tags, start), None)
    if chunk is None or chunk.kind != "noun" or chunk.start != start or s.tags[start] in "pzoq":
        return False
    entry = look_up(s.words[chunk.end - 1].lower())
    many = entry.plural or entry.of_noun[:1] == "g"
    return many and s.words[chunk.end : chunk.end + 1] in (("who",), ("that",), ("whose",))


def is_foreign(word: str) -> bool:
    """Whether a word in small letters is none that the lexicon has."""
    return word.isalpha() and word.islower() and len(word) >= _SHORT and not look_up(word).tags


def _begins_clause(story: Story, i: int, start: int) -> bool:
    """Whether a phrase does something: "Since only a king calls a Parliament, the assembly was"."""
    return any(
        clause.finite and not clause.relative and clause.subject and clause.subject.start == start
        for clause in story.clauses(i)
    )


def _is_term(story: Story, i: int, term: list[int]) -> bool:
    s = story.sentences[i]
    named = [k for k in term if s.tags[k] == NAME]
    if not named or term[-1] not in named or is_somebody(story, i, term[0], term[-1] + 1):
        return False
    if any(s.tags[k] not in "dEf" for k in term):
        return False
    opens = s.opens[term[0]] and s.words[term[0]].lower() not in ("the", "a", "an")
    low = s.words[named[0]].lower()
    common = bool(look_up(low).tags) or low.endswith("ing") or story.times(low) > 0
    return not (opens and len(named) == 1 and common)


def told_of(story: Story, i: int, term: list[int], start: int) -> Iterator[TermDraft]:
    """What a term is said to be, in a phrase that means a thing, a group or a kind of people."""
    s = story.sentences[i]
    chunk = next(chunks(s.tags, start), None)
    if chunk is None or chunk.kind != "noun" or chunk.start != start:
        return
    head = chunk.end - 1
    if is_person_noun(s.words[head], s.tags[head]) or s.tags[start + 1] in "rD":
        return
    if s.tags[head] != NOUN or "z" in s.tags[chunk.start : chunk.end]:
        return
    end = joined_end(s, chunk.end, _LINKS)
    if s.words[end : end + 1] in (("that",), ("which",), ("who",), ("whose",)):
        stop = end
        while stop < len(s) and s.tags[stop] not in ",.;:-()":
            stop += 1
        if re.match(",[BVNJ]+(?:,[BVNJ]+)*,?c[BVNJ]", s.tags[stop:]):
            return  # "a body whose purpose was to mark, record and tend them"
        if stop - start <= LONGEST:
            end = stop
    if end < len(s) and (s.tags[end] not in _ENDS or re.match("cJ*[NE]", s.tags[end:])):
        return  # "a group of men and women"
    yield from explained(story, i, term, list(range(start, end)))
