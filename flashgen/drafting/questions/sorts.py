"""Of what sort a name is, so that one can ask for it: "Treaty of Wuchale" is a treaty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.wording import OF_THE_LAND
from flashgen.english.lexicon import look_up
from flashgen.english.tags import NOUN, OF
from flashgen.english.tokens import Sentence
from flashgen.mentions import FoundPlace, PlaceKind
from flashgen.rules.names.gazetteer import look_up as known
from flashgen.rules.names.kinds import is_land, place_noun

_SORTS = {
    PlaceKind.COUNTRY: "country",
    PlaceKind.CITY: "town",
    PlaceKind.VILLAGE: "village",
}
# Events, documents, messages, ideas and bodies: not "Which tower?" "The Tower of Riga".
_ASKED = tuple("edmcg")
# Of these there are few: one guesses which.
_WIDE = frozenset("sea ocean empire continent region area land".split())
SORTS = frozenset(_SORTS.values()) | {"city", "place"}
# What befalls somebody: "the Black Death" is none of several.
_FATES = frozenset("death birth life".split())
_OFTEN = 3  # times: a place that the story is set in is no answer


class Sorted(NamedTuple):
    """A name of some sort at the tokens ``start`` to ``end``; its phrase begins at ``first``."""

    first: int
    start: int
    end: int
    word: str
    is_place: bool


def sorts(naming: Naming, tokens: Sequence[int]) -> Iterator[Sorted]:
    """The names among some tokens that tell of what sort they are: "Treaty of Wuchale" a treaty."""
    story, i, kept = naming.story, naming.i, set(tokens)
    s, k, last = story.sentences[i], min(tokens), max(tokens)
    named = {n.start: n for n in story.named_in(i)}
    while k <= last:
        n = named.get(k)
        if n is not None and not isinstance(n.what, FoundPlace):
            k = n.end
            continue
        end = k
        while end <= last and s.tags[end] in "EJN" and story.is_proper(i, end):
            end += 1
        head = end - 1
        more = s.tags[end : end + 1] == "f" and end > k and end + 1 <= last
        if more:
            after = end + 1 + (s.words[end + 1].lower() == "the")
            stop = after
            while stop <= last and story.is_proper(i, stop):
                stop += 1
            more = stop > after
            end = stop if more else end
        if end == k or k not in kept:
            k += 1
            continue
        if s.tags[end : end + 1] not in tuple("zcNE-"):
            low = s.words[head].lower()
            place = n.what if n is not None and n.end == end else None
            first = k - (s.tags[k - 1] == "q" and s.words[k - 1][:1].isdigit())
            if isinstance(place, FoundPlace):
                first, sort = _sort_at(s, k, end, place)
                if sort and _is_seldom(place) and not _is_fort(place):
                    yield Sorted(first, k, end, sort, is_place=True)
            elif end - first > 1 and _is_asked(naming, k, end, low, named=more):
                yield Sorted(first, first, end, low, is_place=False)
        k = end


def _is_asked(naming: Naming, k: int, end: int, low: str, *, named: bool) -> bool:
    """Whether a name is asked for by its noun in lower case; ``named``: another one stands behind.

    Not "Which congress?", but "the Congress of Riga" will do; "his Philosophy of Salt" is a book.
    """
    whose = naming.sentence.tags[k - 1 : k] == "p"
    if whose or low in _FATES or naming.story.person_at(naming.i, k, end):
        return False
    entry = look_up(low)
    sort = entry.tags[:1] == NOUN and entry.of_noun[:1] in _ASKED and not entry.plural
    return sort and (named or low not in OF_THE_LAND)


def _sort_at(s: Sentence, k: int, end: int, place: FoundPlace) -> tuple[int, str]:
    """Where the phrase of a place begins, and its sort: "the city of Riga", "Iguazu Falls"."""
    if k > 1 and s.tags[k - 2 : k] == NOUN + OF and _is_kind(s.words[k - 2].lower()):
        return k - 2, s.words[k - 2].lower()
    head = s.words[end - 1].lower()
    named = end - k > 1 and _is_kind(head)
    return k, sort_of(place) or (head if named else "")


def _is_kind(low: str) -> bool:
    """Whether a noun in lower case is one kind of places."""
    narrow = is_land(low) or place_noun(low) not in (None, PlaceKind.REGION)
    return narrow and low not in _WIDE and not look_up(low).plural


def _is_seldom(place: FoundPlace) -> bool:
    """Whether a place is not where the story is set."""
    return len(place.mentions) <= _OFTEN


def _is_fort(place: FoundPlace) -> bool:
    """Whether a place is one of a kind by another form of its name: "Ridley", "Fort Ridley"."""
    first = (form.partition(" ")[0].lower() for form in place.surface_forms if " " in form)
    return any(place_noun(word) for word in first)


def sort_of(place: FoundPlace) -> str:
    """What to call a place in a question that asks for it."""
    if place.kind is not PlaceKind.CITY:
        return _SORTS.get(place.kind, "")
    entry = known(place.canonical)
    if place.canonical.endswith(" City"):
        return "city"
    if not entry:
        return "place"
    return "city" if entry.great or entry.well_known else "town"
