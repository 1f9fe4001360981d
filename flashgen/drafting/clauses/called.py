"""The people whom a clause names; a surname alone becomes the full name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import recased
from flashgen.mentions import FoundPerson, PlaceKind
from flashgen.rules.names.gazetteer import look_up as known
from flashgen.tables import words as table


def called(story: Story, i: int, tokens: Sequence[int]) -> Iterator[tuple[str, dict[int, str]]]:
    """Each person whom some tokens name, and what stands for a token of the name."""
    s, kept = story.sentences[i], set(tokens)
    told: set[str] = set()  # those whom the clause has named in full
    for n in story.named_in(i):
        if not isinstance(n.what, FoundPerson) or not kept.issuperset(range(n.start, n.end)):
            continue
        names = dict[int, str]()
        surname = s.words[n.start]
        if n.end - n.start == 1 and recased(surname) != surname:
            names[n.start] = recased(surname)  # "OTTO"
        *before, last = n.what.canonical.split()
        alone = n.end - n.start == 1 and surname in (*before[:1], last) and bool(before)
        genitive = "z" in (s.tags[n.end : n.end + 1], s.tags[n.start - 1 : n.start])
        only = sum(surname in person.split() for person in story.people) == 1
        # "the Tudors", "the Tudor army": not one of them.
        several = n.start and s.tags[n.start - 1] == "d"
        attribute = s.tags[n.end : n.end + 1] in ("N", "E", "J")
        land = known(surname)
        placed = land is not None and land.kind is PlaceKind.COUNTRY
        within = n.start > 0 and s.words[n.start - 1] in table("people", "particles")
        apart = genitive or several or attribute or placed or within
        if alone and only and not apart and n.what.canonical not in told:
            names[n.start] = story.name_of(n.what)
        if n.end - n.start > 1:
            told.add(n.what.canonical)
        yield n.what.canonical, names
