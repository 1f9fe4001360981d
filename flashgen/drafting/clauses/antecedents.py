"""What "the pact" and "this act" mean: the one thing of that noun that was named shortly before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.drafting.clauses.story import Named, Story
from flashgen.drafting.clauses.verbs import NAMING
from flashgen.drafting.clauses.wording import DIRECTIONS, is_person_noun, wording
from flashgen.english.lexicon import look_up
from flashgen.english.peoples import may_be_of_people
from flashgen.english.tags import COMMA, NAME, NOUN
from flashgen.english.tokens import Sentence
from flashgen.mentions import FoundPlace, PlaceKind

_REACH = 3  # sentences since the thing was named, or called by its noun
_NEAR = 2  # sentences since a place was named
_DEFINITE = ("the", "this", "that")
# What a name goes on with behind its noun: "the Treaty of Riga", "World War I".
_LINKS = ("of", "for")
_NUMBER = re.compile(r"[IVX]+|\d{1,3}")
# What the story goes on in, rather than one that it names in passing.
_SCENES = frozenset("war empire kingdom republic state country nation colony province".split())
_PLACES = {
    "city": (PlaceKind.CITY,),
    "town": (PlaceKind.CITY, PlaceKind.VILLAGE),
    "village": (PlaceKind.CITY, PlaceKind.VILLAGE),
    "country": (PlaceKind.COUNTRY,),
    "nation": (PlaceKind.COUNTRY,),
}


def meaning(story: Story, i: int, k: int) -> str:
    """The name that stands for the definite noun at a token of a sentence; "" where none surely.

    It is the only one of that noun in the sentences before, and nothing else of it is told of
    since; or the title's, where none of that noun is told of there; or the only place.
    """
    s = story.sentences[i]
    low = s.words[k].lower()
    entry = look_up(low)
    if entry.plural or not entry.noun or low in DIRECTIONS or entry.of_noun.startswith("t"):
        return ""
    first = next(j for j in range(i, -1, -1) if story.frame.opens_paragraph(j))
    names = _named_before(story, low, i, k - 1, first)
    if names == set() and not is_person_noun(low, NOUN):
        told = any(w in story.title_words and w[0].isupper() and w != "The" for w in s.words)
        if titled := story.titled_nouns.get(low, "") if s.tags[k] == NOUN else "":
            return "" if told else titled
        if place := _place_before(story, i, k):
            return place
        if first and i - first < _NEAR:
            names = _named_before(story, low, first - 1, len(story.sentences[first - 1]))
    name = names.pop() if names is not None and len(names) == 1 else ""
    if name and name == story.titled_nouns.get(low):
        return name
    if name in story.people:
        return story.name_of(story.people[name])
    return name if name and not _outdone(story, low, name) else ""


def _named_before(story: Story, low: str, i: int, end: int, first: int = 0) -> set[str] | None:
    """The names of a noun before a token; None where something else of it is told of since.

    No sentence before the ``first`` is read.
    """
    found: set[str] = set()
    left, j = _REACH, i
    while j >= first and left >= 0:
        for m in _of_noun(story.sentences[j], low, end):
            own = story.titled_nouns.get(low, "")
            own = own if not j or _ends_with(story.sentences[j], m, own) else ""  # "Riga is a town"
            name = own or _bearer(story, j, m) or _name_at(story, j, m) or _described(story, j, m)
            if name:
                found.add(name)
            elif not _is_echo(story.sentences[j], m):
                return found or None
            left = _REACH
        left, j = left - 1, j - 1
        end = len(story.sentences[j]) if j >= 0 else 0
    return found


def _ends_with(s: Sentence, m: int, name: str) -> bool:
    """Whether a name ends at a token: "No. 3 Squadron"."""
    words = name.removeprefix("the ").split()
    return list(s.words[m + 1 - len(words) : m + 1]) == words


def _of_noun(s: Sentence, low: str, end: int) -> Iterator[int]:
    """The tokens before one that are of a noun, the last first."""
    for m in range(end - 1, -1, -1):
        word = s.words[m].lower()
        adjunct = s.tags[m] == NOUN == s.tags[m + 1 : m + 2]  # "hurricane warnings"
        if s.tags[m] in (NOUN, NAME) and low in (word, look_up(word).noun) and not adjunct:
            yield m


def _is_echo(s: Sentence, m: int) -> bool:
    """Whether a noun stands for what was named before it, too: "the pact"."""
    return m > 0 and s.words[m - 1].lower() in _DEFINITE and s.tags[m + 1 : m + 2] not in "NEf"


def _name_at(story: Story, j: int, m: int) -> str:
    """The name whose head is a noun: "the Treaty of Riga", "the Baltic Pact"."""
    s = story.sentences[j]
    if s.tags[m] != NAME or is_person_noun(s.words[m], NAME) or look_up(s.words[m].lower()).plural:
        return ""
    start, end = m, _end_of_name(s, m)
    while start and (s.tags[start - 1] == NAME or _is_capital(s, start - 1)):
        start -= 1
        if s.tags[max(0, start - 2) : start] == "Ef":
            start -= 1  # "the Gulf of Riga Resolution"
    if (start == m and end == m + 1) or s.tags[end : end + 1] in tuple("NEz"):
        return ""
    the = start > 0 and s.words[start - 1].lower() == "the"
    if start and not the and s.tags[start - 1] in "dpzqJN":
        return ""  # "a Neutrality Act", "its First Army"
    if the and re.search("Efd$", s.tags[:start]):
        return ""  # "the Battle of the Baltic Lake"
    return "the " * the + wording(story, j, range(start, end))


def _bearer(story: Story, j: int, m: int) -> str:
    """Who has an office by name: "King Otto", "Otto, the king of the Danes"."""
    s = story.sentences[j]
    if not is_person_noun(s.words[m], s.tags[m]):
        return ""
    beside = re.search(r"E,d?[JE]*$", s.tags[:m])
    at = beside.start() if beside else m + 1
    person = story.person_at(j, at, at + 1) if s.tags[at : at + 1] == NAME else None
    return person.canonical if person is not None else ""


def _end_of_name(s: Sentence, m: int) -> int:
    """Where a name ends whose noun stands at a token."""
    end = m + 1
    if end < len(s) and _NUMBER.fullmatch(s.words[end]):
        return end + 1
    while end < len(s) and s.words[end].lower() in _LINKS:
        goes_on = re.compile("d?E+(?:cE+)?").match(s.tags, end + 1)
        if goes_on is None:
            break
        end = goes_on.end()
    return end


def _described(story: Story, j: int, m: int) -> str:
    """The name that a noun tells of: "Harrow, a school", "Harrow was a school"."""
    s = story.sentences[j]
    behind = re.compile("N,?(?:D|w?bD)(E+)").match(s.tags, m)
    if behind and s.words[behind.start(1) - 1].lower() in NAMING | {"known"}:
        return _alone(story, j, *behind.span(1))
    before = re.search(r"(E+)(?:,|b)d[JNEDq]*$", s.tags[:m])
    one = before is not None and s.words[before.end(1) + 1].lower() in ("a", "an")
    if before and (one or s.tags[m + 1 : m + 2] == COMMA) and s.tags[m + 1 : m + 2] not in "NEc":
        return _alone(story, j, *before.span(1))
    return ""


def _alone(story: Story, j: int, start: int, end: int) -> str:
    """A name that is no person's, with its "the"; "" where more than a name stands there."""
    s = story.sentences[j]
    # "In Riga, a school was built"
    placed = re.search("(?:^|[,;cs])[fit]d?$|[fN,]$", s.tags[:start]) is not None
    if placed or story.person_at(j, start, end) is not None:
        return ""
    the = start > 0 and s.words[start - 1].lower() == "the"
    return "the " * the + wording(story, j, range(start, end))


def _is_capital(s: Sentence, k: int) -> bool:
    return s.tags[k] == "J" and s.words[k][:1].isupper() and not s.opens[k]


def _outdone(story: Story, low: str, name: str) -> bool:
    """Whether another thing of that noun is told of more often, or before, and may be meant."""
    own = name.removeprefix("the ")
    if low in _SCENES and not story.is_topic(" ".join(w for w in own.split() if w.lower() != low)):
        return True
    others: dict[str, int] = {}
    for j, m in story.nouns.get(low, ()):
        if found := (_name_at(story, j, m) or _described(story, j, m)).removeprefix("the "):
            others[found] = others.get(found, 0) + 1
        elif own not in others and _is_echo(story.sentences[j], m):
            return True  # "the museum" before any name of one
    return any(n > others.get(own, 0) for other, n in others.items() if other != own)


def _place_before(story: Story, i: int, k: int) -> str:
    """The place that "the city" means: the only one that is named in the sentences before."""
    low, s = story.sentences[i].words[k].lower(), story.sentences[i]
    kinds = _PLACES.get(low, ())
    for j in range(i, max(-1, i - _NEAR - 1), -1) if kinds else ():
        there = story.sentences[j]
        end = k - 1 if j == i else len(there)
        others = any(not _is_echo(there, m) for m in _of_noun(there, low, end))
        if there.paragraph != s.paragraph or others:
            return ""
        named = [
            n
            for n in story.named_in(j)
            if isinstance(n.what, FoundPlace) and n.what.kind in kinds and n.start < end
        ]
        places = {n.what for n in named}
        if len(places) > 1 or any(there.tags[n.end : n.end + 1] in tuple("NE") for n in named):
            return ""
        if PlaceKind.COUNTRY in kinds and _of_another_nation(
            there, end, named[0] if named else None
        ):
            return ""
        if named:
            n = named[0]
            the = n.start > 0 and there.words[n.start - 1].lower() == "the"
            return "the " * the + wording(story, j, range(n.start, n.end))
    return ""


def _of_another_nation(s: Sentence, end: int, named: Named | None) -> bool:
    """Whether some words name a people whose land may be meant: "the Danish consul in Riga"."""
    return any(
        s.tags[m] in (NAME, "J")
        and s.words[m][:1].isupper()
        and may_be_of_people(s.words[m])
        and not (named and named.start <= m < named.end)
        for m in range(end)
    )
