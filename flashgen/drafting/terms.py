"""Terms: the words that an article itself explains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flashgen.article import Span
from flashgen.drafting.story import Story
from flashgen.drafting.wording import (
    POINTING,
    content_words,
    is_person_noun,
    loose_noun,
    wording,
)
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import chunks, joined
from flashgen.english.tags import NAME, NOUN, QUOTE
from flashgen.english.tokens import Sentence

LONGEST = 20  # words
_LINKS = ("of", "in", "on", "from", "between", "to", "for", "at", "with", "by", "against")
_ENDS = frozenset(",.;:)-wc")
_NAMED = frozenset({"called", "named", "termed", "styled", "dubbed"})
_SO = ("so-called",)


@dataclass(frozen=True, slots=True)
class TermDraft:
    """A word and what the article says that it means."""

    term: str
    meaning: str
    aliases: tuple[str, ...]
    sentence: int
    at: Span
    lacks: tuple[str, ...] = ()


def terms(story: Story) -> Iterator[TermDraft]:
    """The terms that an article explains, in the order of the text."""
    for i in story.sentence_numbers():
        yield from _abbreviations(story, i)
        yield from _called(story, i)
        yield from _or(story, i)
        yield from _defined(story, i)


def _drafted(
    story: Story, i: int, term: list[int], meaning: list[int], least: int = 3
) -> Iterator[TermDraft]:
    """A term and its meaning, each by its tokens."""
    s = story.sentences[i]
    while meaning and s.words[meaning[0]].lower() in ("a", "an", "the"):
        meaning = meaning[1:]
    while term and s.words[term[0]].lower() in ("a", "an", "the"):
        term = term[1:]
    if not meaning or not term:
        return
    words, name = wording(story, i, meaning), _bare(wording(story, i, term))
    telling = content_words(words)
    if not telling or not name or len(words.split()) > LONGEST or len(name.split()) > 6:
        return
    lacks = [
        f"whom or what “{s.words[k]}” means"
        for k in meaning
        if s.words[k].lower() in POINTING - {"that", "one"} and s.tags[k] not in "Eniw"
    ]
    lacks += [f"which {s.words[k]} is meant" for k in loose_noun(s.words, s.tags, meaning)]
    if len(telling) < least:
        lacks.append("more of what it means")
    at = Span(s.starts[min(*term, *meaning)], story.end(i, max(*term, *meaning)))
    yield TermDraft(name, words, (), i, at, tuple(lacks))


def _bare(name: str) -> str:
    return name.strip(" “”„‟\"'‘’«»*_,.;:")


def _is_somebody(story: Story, i: int, start: int, end: int) -> bool:
    """Whether tokens name a person, a place or a date."""
    return any(n.start < end and start < n.end for n in story.named_in(i))


def _abbreviations(story: Story, i: int) -> Iterator[TermDraft]:
    """An abbreviation with its long form: "the Military Revolutionary Committee (MRC)"."""
    s = story.sentences[i]
    for k in range(1, len(s) - 2):
        if s.tags[k] != "(":
            continue
        first = k + 1 + (s.words[k + 1].lower() == "the")
        if s.tags[first + 1 : first + 2] != ")":
            continue
        short = s.words[first]
        letters = re.sub(r"s$|\.", "", short)
        if not (2 <= len(letters) <= 6 and letters.isupper() and letters.isalpha()):
            continue
        begin, initials = k, ""
        while begin and s.words[begin - 1][:1].isalpha() and k - begin < 9:
            begin -= 1
            if s.words[begin][:1].isupper():
                initials = s.words[begin][0] + initials
            if initials.endswith(letters) or initials == letters:
                break
        if initials == letters and s.words[begin][:1].isupper():
            yield from _drafted(story, i, [first], list(range(begin, k)), 1)


def _called(story: Story, i: int) -> Iterator[TermDraft]:
    """A name and what is called so: "an organization known as La Patria whose aim was"."""
    s = story.sentences[i]
    for k in range(1, len(s) - 1):
        low = s.words[k].lower()
        known = low == "known" and s.words[k + 1].lower() == "as"
        if not known and low not in _NAMED:
            continue
        first = k + 1 + known
        if first >= len(s) or s.tags[k] not in "DV":
            continue
        end = _name_end(story, i, first)
        if end == first or _is_somebody(story, i, first, end):
            continue
        head = k - 1
        if s.tags[head] == ",":
            head -= 1
        if s.tags[head] not in "NE" or _is_somebody(story, i, head, head + 1):
            continue
        begin = _phrase_begin(s, head)
        if s.tags[begin] == "r":
            continue
        meaning = list(range(begin, head + 1))
        if s.words[end : end + 1] in (("whose",), ("which",), ("that",), ("who",)):
            stop = end
            while stop < len(s) and s.tags[stop] not in ",.;:-()":
                stop += 1
            meaning += list(range(end, stop))
        yield from _drafted(story, i, list(range(first, end)), meaning)


def _name_end(story: Story, i: int, first: int) -> int:
    """The end of a name at a token: words with a capital, or one quotation."""
    s = story.sentences[i]
    if s.tags[first] == QUOTE:
        return first + 1
    end = first + (s.words[first].lower() in ("the", "a", "an"))
    start = end
    while end < len(s) and (s.tags[end] == NAME or (end > start and s.words[end] in ("of", "the"))):
        end += 1
    while end > start and s.tags[end - 1] != NAME:
        end -= 1
    return end if end > start else first


def _phrase_begin(s: Sentence, head: int) -> int:
    """The first token of a noun phrase, with what "of" joins to it, by its last one."""
    begin, tags = head, s.tags
    while begin and (tags[begin - 1] in "JNEDqr" or (tags[begin - 1] in "dpf")):
        begin -= 1
        joined_ = tags[begin - 1 : begin] == "f" and tags[begin - 2 : begin - 1] in ("N", "E")
        if tags[begin] in "dp" and not joined_:
            break
    return begin


def _or(story: Story, i: int) -> Iterator[TermDraft]:
    """A foreign word and its gloss: "the narodniki, or Populists,", "Soviets (or councils)"."""
    s = story.sentences[i]
    for k in range(1, len(s) - 2):
        if s.words[k].lower() != "or" or s.tags[k - 1] not in ",(":
            continue
        term = _one_noun(s.tags, k - 1)
        first = k + 1
        chunk = next(chunks(s.tags, first), None)
        if term is None or chunk is None or chunk.kind != "noun" or chunk.start != first:
            continue
        if s.tags[chunk.end : chunk.end + 1] not in (",", ")", ".", ";"):
            continue
        if _is_somebody(story, i, term, k - 1) or _is_somebody(story, i, first, chunk.end):
            continue
        foreign = not look_up(s.words[term].lower()).tags or s.tags[term] == NAME
        gloss = not look_up(s.words[chunk.end - 1].lower()).tags
        if foreign == gloss:
            continue
        here, there = [term], list(range(chunk.start, chunk.end))
        both = (here, there) if foreign else (there, here)
        yield from _drafted(story, i, *both, 1)


def _one_noun(tags: str, end: int) -> int | None:
    """The noun that ends before a token, if it is a phrase of one word."""
    k = end - 1
    return k if k >= 0 and tags[k] in "NE" and (k == 0 or tags[k - 1] not in "NEJ") else None


def _defined(story: Story, i: int) -> Iterator[TermDraft]:
    """A name and what it is: "the Octobrists, a party of landowners,", "the Duma was"."""
    s = story.sentences[i]
    for clause in story.clauses(i):
        subject = clause.subject
        if subject is None or clause.lemma not in ("be", "mean") or not clause.finite:
            continue
        if clause.negated or subject.with_ or clause.object is None or clause.embedded:
            continue
        if clause.object.start != clause.end or s.words[clause.end].lower() not in (
            "a",
            "an",
            "the",
        ):
            continue
        term = list(range(subject.start, subject.end))
        if not _is_term(story, i, term):
            continue
        yield from _phrase(story, i, term, clause.object.start)
    for k in range(1, len(s) - 3):
        if s.tags[k] not in ",-(" or s.words[k + 1].lower() not in ("a", "an", "the"):
            continue
        begin = k
        while begin and s.tags[begin - 1] == NAME:
            begin -= 1
        term = list(range(begin, k))
        if not _is_term(story, i, term):
            continue
        yield from _phrase(story, i, term, k + 1)


def _is_term(story: Story, i: int, term: list[int]) -> bool:
    s = story.sentences[i]
    named = [k for k in term if s.tags[k] == NAME]
    if not named or term[-1] not in named or _is_somebody(story, i, term[0], term[-1] + 1):
        return False
    if any(s.tags[k] not in "dEf" for k in term):
        return False
    opens = s.opens[term[0]] and s.words[term[0]].lower() not in ("the", "a", "an")
    return not (opens and len(named) == 1 and bool(look_up(s.words[named[0]].lower()).tags))


def _phrase(story: Story, i: int, term: list[int], start: int) -> Iterator[TermDraft]:
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
    end = chunk.end
    for phrase in joined(s.words, s.tags, end, _LINKS):
        if all(tag == "q" for tag in s.tags[phrase.start : phrase.end]):
            break
        end = phrase.end
    if s.words[end : end + 1] in (("that",), ("which",), ("who",), ("whose",)):
        stop = end
        while stop < len(s) and s.tags[stop] not in ",.;:-()":
            stop += 1
        if stop - start <= LONGEST:
            end = stop
    if end < len(s) and s.tags[end] not in _ENDS:
        return
    yield from _drafted(story, i, term, list(range(start, end)))
