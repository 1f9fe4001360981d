"""What the article says that a place is, beside its name or by a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from flashgen.article import Span
from flashgen.drafting.clauses.clause import told
from flashgen.drafting.clauses.description import Description, is_former, is_of_one
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import (
    POINTING,
    content_words,
    joined_end,
    loose_noun,
    wording,
)
from flashgen.english.lexicon import look_up
from flashgen.english.numbers import MONTHS
from flashgen.english.phrases import chunks
from flashgen.english.tags import NAME, NOUN, OF
from flashgen.mentions import LANDS, FoundPlace, PlaceKind
from flashgen.rules.names.kinds import place_noun
from flashgen.tables import words as table

LONGEST, _LONGER = 12, 16  # words
_MANY = 4  # telling words that need no name
# What happens at a place, or is done at one for good.
_HAPPENS = frozenset(
    "die bear bury meet sign fight defeat crown execute imprison land found build establish kill "
    "capture surrender reign marry win lose assemble convene proclaim assassinate hang behead burn "
    "massacre negotiate discover baptize baptise ordain begin end erect hold try rout".split()
)
TOWNS = (PlaceKind.CITY, PlaceKind.VILLAGE)
_LINKS = ("of", "in", "on", "near", "from", "between", "to", "for", "at")
_LIES = re.compile("N+[if]d?[JE]+")  # "village near Riga", "port of Livonia"
_TODAY = "what it was: this tells what it is today"
# "site of the coming invasion", "new capital of Livonia"
_OF_ONE_DAY = frozenset("coming upcoming future new next current".split())
_ENDS = frozenset(",.;:)-wsibhuMVrt")


def beside(story: Story, i: int, start: int, end: int) -> Iterator[Description]:
    """What a sentence says that the place at some tokens is."""
    yield from _behind(story, i, start, end)
    yield from _before(story, i, start, end)
    yield from _by_clause(story, i, start)
    yield from _of_sort(story, i, start)


def _behind(story: Story, i: int, start: int, end: int) -> Iterator[Description]:
    """What stands behind a place: "Iquique, the main port of Peru"."""
    s = story.sentences[i]
    # "at Marsh Hall, near Riga, the home of Holt": what is near it may be meant.
    near = s.words[start - 1].lower() in ("near", "by", "outside", "off", "between") and start > 0
    if s.tags[end : end + 1] in (",", "(", "-") and not near:
        # Not "In Europe, the theater of the war was".
        told_of = tuple("rVMbhu")
        phrases = _phrase(story, i, end + 1)
        yield from (p for p in phrases if s.tags[s.at(p.at.end) :][:1] not in told_of)
        yield from _where(story, i, end)


def _before(story: Story, i: int, start: int, end: int) -> Iterator[Description]:
    """What stands before a place and a comma: "the refuge of the cabinet, the Winter Palace"."""
    s = story.sentences[i]
    comma = start - 1 - (s.words[start - 1].lower() == "the")
    if comma < 2 or s.tags[comma] != "," or s.tags[end : end + 1] not in (",", ".", ";", ":"):
        return
    first = comma
    while first and s.tags[first - 1] not in ",;:.-cswVMbhuQ(i":
        first -= 1
    address = s.tags[comma - 1] == NAME and comma + 1 == start  # "Trinity Hall, Cambridge"
    if not address:
        whole = s.end(comma - 1)
        yield from (what for what in _phrase(story, i, first) if what.at.end == whole)


def _of_sort(story: Story, i: int, start: int) -> Iterator[Description]:
    """What "of" joins a place to: "the naval port of Hellevoetsluis"."""
    s, head = story.sentences[i], start - 2
    if head < 0 or s.tags[head:start] != NOUN + OF:
        return
    begin = head
    while begin and s.tags[begin - 1] in "JNE" and not _is_named(story, i, begin - 1):
        begin -= 1
    sort = place_noun(s.words[head]) and not look_up(s.words[head].lower()).plural
    direction = s.words[head] in table("names", "directions_of")
    if sort and not direction and begin < head and s.words[begin - 1] != "of":
        yield from _drafted(story, i, list(range(begin, head + 1)), 1)


def _by_clause(story: Story, i: int, start: int) -> Iterator[Description]:
    """What a clause says that a place was: "Pskov was the seat of the staff"."""
    s = story.sentences[i]
    for clause in story.clauses(i):
        subject = clause.subject
        if subject is None or not subject.start <= start < subject.end or subject.with_:
            continue
        says = clause.lemma == "be" and clause.finite and not clause.negated
        if s.tags[subject.end : subject.end + 1] in ("t", "i"):
            continue  # "the Riga to Mitau road was"
        named = re.search(r"E(?:\([^()]*\))?$", s.tags[: subject.end]) is not None
        if says and named and clause.object is not None and clause.object.start == clause.end:
            today = (_TODAY,) if s.words[clause.start] in ("is", "are") else ()
            for what in _phrase(story, i, clause.object.start):
                yield replace(what, lacks=(*what.lacks, *today))


def head_of(words: str) -> str:
    """The noun that says what words tell of: a temple "San Francisco" is not that city."""
    return re.split(rf" (?:{'|'.join(_LINKS)}|where) ", words)[0].split()[-1].lower()


def _where(story: Story, i: int, end: int) -> Iterator[Description]:
    """What happened at a place: "Riga, where Elias Holt defeated the Swedes"; of a land, much."""
    s = story.sentences[i]
    places = (n.what for n in story.named_in(i) if n.end == end)
    land = any(isinstance(what, FoundPlace) and what.kind in LANDS for what in places)
    if land or s.words[end + 1 : end + 2] != ("where",):
        return
    for clause in story.clauses(i):
        subject = clause.subject
        if subject is None or subject.start != end + 2 or not clause.finite or clause.negated:
            continue
        found = told(story, i, clause, ())
        if found is None or not found.sound or clause.lemma not in _HAPPENS:
            continue
        naming = Naming(story, i, clause, found.tokens)
        words = wording(story, i, found.tokens, naming.names)
        loose = any(s.words[k].lower() in POINTING and k not in naming.names for k in found.tokens)
        loose = loose or any(loose_noun(s.words, s.tags, found.tokens))
        named = any(s.tags[k] == NAME or k in naming.names for k in found.tokens)
        if named and not loose and len(content_words(words)) > 2 and len(words.split()) <= _LONGER:
            first = s.words[found.tokens[0]]
            low = s.tags[found.tokens[0]] == "d"
            words = first.lower() + words[len(first) :] if low else words
            at = Span(s.starts[found.tokens[0]], story.end(i, found.tokens[-1]))
            yield Description(f"place where {words}", 5, at)


def _is_named(story: Story, i: int, k: int) -> bool:
    return any(n.start <= k < n.end for n in story.named_in(i))


def _phrase(story: Story, i: int, start: int) -> Iterator[Description]:
    """The phrase at a token, if it means a place and ends where a phrase can end."""
    s = story.sentences[i]
    chunk = next(chunks(s.tags, start), None)
    if chunk is None or chunk.kind != "noun" or chunk.start != start:
        return
    head = chunk.end - 1
    if s.tags[head] != NOUN or "z" in s.tags[chunk.start : chunk.end]:
        return
    low = s.words[head].lower()
    if low in table("names", "directions_of"):
        return  # "part of Styria"
    if not _is_place_noun(low) or (look_up(low).plural and look_up(low).noun != low):
        return
    if s.tags[start] not in "dJN":
        return
    end = joined_end(s, chunk.end, _LINKS)
    if (end < len(s) and s.tags[end] not in _ENDS) or _is_another(story, i, head):
        return
    yield from _drafted(story, i, list(range(start, end)), 3)


def _is_another(story: Story, i: int, head: int) -> bool:
    """Whether a noun is the sort of a town that "of" names: "in Reval, the town of Riga,"."""
    s = story.sentences[i]
    town = place_noun(s.words[head].lower()) in TOWNS and s.tags[head + 1 : head + 2] == OF
    behind = (n.what for n in story.named_in(i) if n.start == head + 2)
    return town and any(isinstance(what, FoundPlace) and what.kind in TOWNS for what in behind)


def _is_place_noun(word: str) -> bool:
    """Whether a noun means a place, a building or what stands at one: "headquarters", "seat"."""
    entry = look_up(word.lower())
    if "p" in entry.of_noun:
        return False
    place = {"b", "l", "w", "y", "u"} & set(entry.of_noun) or entry.of_noun == "a"
    return bool(place) or bool(place_noun(word)) or word.lower() in ("seat", "centre", "center")


def _drafted(story: Story, i: int, tokens: list[int], weight: int) -> Iterator[Description]:
    s = story.sentences[i]
    first = s.words[tokens[0]].lower()
    while tokens and s.words[tokens[0]].lower() in ("a", "an", "the", "then", "now", "once"):
        tokens = tokens[1:]
    if not tokens:
        return
    lacks = [
        f"whom or what “{s.words[k]}” means"
        for k in tokens
        if s.words[k].lower() in POINTING and s.tags[k] not in "Eni" and not is_former(s, k)
    ]
    lacks += [f"which {s.words[k]} is meant" for k in loose_noun(s.words, s.tags, tokens)]
    words = wording(story, i, tokens)
    telling = content_words(words)
    if not _OF_ONE_DAY.isdisjoint(telling):
        lacks.append("what it was at any time")
    if (
        not telling
        or len(words.split()) > LONGEST
        or s.words[tokens[-1]] in table("names", "directions_of")
    ):
        return
    named = sum(s.tags[k] == NAME and s.words[k] not in MONTHS for k in tokens)
    capital = any(look_up(s.words[k].lower()).noun == "capital" for k in tokens)
    tags, town = s.tags[tokens[0] : tokens[-1] + 1], place_noun(head_of(words)) in TOWNS
    apart = first == "the" and is_of_one(s, tokens)
    if not named and len(telling) < _MANY and not apart:
        lacks.append("more of what it was")
    elif capital:
        pass
    elif re.fullmatch(f"[JE{NOUN if town else NAME}]+N", tags):
        lacks.append("more of what it was")  # "powerful Greek town"
    elif len(telling) - named < 2 and _LIES.fullmatch(tags) and (town or "f" not in tags):
        lacks.append("more than where it lies")
    at = Span(s.starts[tokens[0]], story.end(i, tokens[-1]))
    alone = (weight > 1 and first == "the") or (named > 0 and capital)
    weight = 2 * weight + min(len(telling), 5) + min(named, 2)
    yield Description(words, weight, at, tuple(lacks), alone)
