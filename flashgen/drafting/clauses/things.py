"""What "the battle", "the island" and "the party" are: the one thing of its kind with a name.

A thing is named by its kind and a name ("the Treaty of Hartz", "the Baltic Company", "the city of
Riga"), by being a town or a country, or by the article's title. Where two of a kind have been told
of, or one without a name, it is not sure which is meant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from flashgen.english.lexicon import look_up
from flashgen.english.tags import NAME, NOUN, OF
from flashgen.english.tokens import Sentence
from flashgen.mentions import FoundPlace, PlaceKind
from flashgen.rules.names.gazetteer import look_up as known
from flashgen.rules.names.kinds import is_land, place_noun

# Human beings, times, quantities, feelings and acts: no things that have names.
_NO_KINDS = ("", *"ptqfac")
_PLACES: Mapping[PlaceKind, tuple[str, ...]] = {
    PlaceKind.CITY: ("city", "town"),
    PlaceKind.COUNTRY: ("country",),
}
# Of these one speaks without a name in view.
_WIDE = frozenset("region area land side part coast sea state world".split())
# What an article called so is about stands behind it: "History of Guam".
_ACCOUNTS = frozenset({"history", "geography", "politics", "culture", "economy"})
_LONGEST_TITLE = 6  # words
_FAR = 4  # sentences back, beyond the paragraph


class Told(NamedTuple):
    """Where a thing of a kind is told of: its sentence and token, and its name, or ""."""

    i: int
    token: int
    name: str


class Things:
    """The things of an article, by their kinds."""

    def __init__(
        self,
        title: str,
        sentences: Sequence[Sentence],
        places: Sequence[tuple[int, int, FoundPlace]],
    ) -> None:
        """``places``: a sentence, a token, and the place that is named there."""
        self._sentences = sentences
        self._told: dict[str, list[Told]] = defaultdict(list)
        for i, s in enumerate(sentences):
            for k, tag in enumerate(s.tags):
                if tag in (NOUN, NAME):
                    self._read(i, s, k)
        for i, k, place in places:
            for kind in _PLACES.get(place.kind, ()):
                self._told[kind].append(Told(i, k, place.canonical))
        for told in self._told.values():
            told.sort()
        self._title = dict(self._of_title(re.sub(r" *\(.*\)", "", title)))

    def names(self) -> Iterator[str]:
        """The names of all things."""
        yield from self._title.values()
        for told in self._told.values():
            yield from (each.name for each in told if each.name)

    def meant(self, i: int, head: int) -> str:
        """The name of the thing that "the" and a noun mean; "" where that is not sure."""
        s = self._sentences[i]
        kind = look_up(s.words[head].lower()).noun
        if not kind or kind in _WIDE or look_up(s.words[head].lower()).plural:
            return ""
        before = [each for each in self._told[kind] if each[:2] < (i, head)]
        near = [each for each in before if self._sentences[each.i].paragraph == s.paragraph]
        title = self._title.get(kind, "")
        if not near and not title:
            near = before if before and i - before[-1].i <= _FAR else []
        if not near and "h" in s.tags[:head]:
            return ""  # "had camped there after the battle": before what the title names
        found = {each.name.removeprefix("the ").casefold(): each.name for each in near}
        if title:
            found[title.removeprefix("the ").casefold()] = title
        return found.popitem()[1] if len(found) == 1 else ""

    def _read(self, i: int, s: Sentence, k: int) -> None:
        entry = look_up(s.words[k].lower())
        if entry.of_noun[:1] in _NO_KINDS:
            return
        if entry.plural:
            self._told[entry.noun].append(Told(i, k, ""))
        elif (name := _name(s, k)) is not None:
            self._told[entry.noun].append(Told(i, k, name))

    def _of_title(self, title: str) -> Iterator[tuple[str, str]]:
        """The kinds of what the title names, each with the name."""
        names = title.removeprefix("The ").split()
        lower = {word for word in names if not word[:1].isupper()}
        if not names or len(names) > _LONGEST_TITLE or lower - {"of", "the"}:
            return
        at = names.index("of") if "of" in names else len(names)
        head, rest = look_up(names[at - 1].lower()), " ".join(names[at + 1 :])
        if place := known(rest):  # "Siege of Riga", "History of Guam"
            yield from ((kind, rest) for kind in _PLACES.get(place.kind, ()))
        account = names[at - 1].lower() in _ACCOUNTS
        if not account and len(names) > 1 and head.of_noun[:1] not in _NO_KINDS and not head.plural:
            yield head.noun, f"the {' '.join(names)}"


def _name(s: Sentence, k: int) -> str | None:
    """The name of which a noun is the head; "" where the thing has none, None for "the war"."""
    begin, end, proper = k, k + 1, s.words[k][:1].isupper() and s.tags[k] == NAME
    while begin and s.words[begin - 1][:1].isupper() and s.tags[begin - 1] in "EJ":
        begin -= 1
    first = s.words[begin - 1].lower() if begin else ""
    the = "the " if first == "the" else ""
    if s.tags[end : end + 1] == OF:
        of = end + 1 + (s.words[end + 1 : end + 2] == ("the",))
        more = _run(s, of)
        if more == of or (not proper and (begin < k or not the)):
            return ""
        low = s.words[k].lower()
        place = not proper and of == end + 1 and (is_land(low) or place_noun(low) is not None)
        return " ".join(s.words[of:more]) if place else the + " ".join(s.words[begin:more])
    if proper and s.tags[end : end + 1] == NAME:
        return None  # "Ottoman Empire Party"
    if begin < k and (proper or (the and s.tags[end : end + 1] not in tuple("wDqNEJ"))):
        return the + " ".join(s.words[begin:end])  # "the Western Design armada", too
    alone = begin == k and s.tags[end : end + 1] not in tuple("wDqNEJ")
    return None if first in ("this", "that") or (the and alone) else ""


def _run(s: Sentence, k: int) -> int:
    """The end of the names that begin at a token."""
    while k < len(s) and s.tags[k] == NAME:
        k += 1
    return k
