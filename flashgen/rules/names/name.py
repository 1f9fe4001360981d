"""A name where it stands in a sentence, and the parts that names are made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from flashgen.rules.names.capitals import is_capital, run_end
from flashgen.rules.names.reading import Sentence, Word
from flashgen.tables import table, words
from flashgen.types import PlaceKind, Span

_LONGEST_TITLE = 3
# No name goes on behind its head for longer: "Army of the Princes of Lorraine and Bar".
_LONGEST_PHRASE = 12
SAINTS = frozenset({"St.", "St", "Ste.", "Saint"})


class Role(StrEnum):
    """What a name is the name of; ``OPEN`` until the words around it have been asked."""

    PERSON = "person"
    PLACE = "place"
    OTHER = "other"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words ``sentence[start:end]``, at least one, and what stands around them."""

    sentence: Sentence
    start: int
    end: int

    @property
    def words(self) -> Sentence:
        """Its words, with all that is known of them."""
        return self.sentence[self.start : self.end]

    @property
    def texts(self) -> tuple[str, ...]:
        """Its words as they are written."""
        return tuple(word.text for word in self.words)

    @property
    def text(self) -> str:
        """Its words in one string."""
        return " ".join(self.texts)

    @property
    def possessive(self) -> bool:
        """Whether it ends in a possessive: "Lee's"."""
        return bool(self.sentence[self.end - 1].possessive)

    def before(self, distance: int = 1) -> str:
        """The word so far before it, "" where more than spaces stands between."""
        return word_before(self.sentence, self.start, distance)

    def after(self, distance: int = 1) -> str:
        """The word so far behind it, "" where more than spaces stands between."""
        last = self.end + distance - 1
        if last >= len(self.sentence):
            return ""
        if not all(word.follows for word in self.sentence[self.end : last + 1]):
            return ""
        return self.sentence[last].text

    def word_at(self, distance: int) -> str:
        """The word so far before it (negative) or behind it, whatever stands between."""
        i = self.start + distance if distance < 0 else self.end + distance - 1
        return self.sentence[i].text if 0 <= i < len(self.sentence) else ""

    @property
    def preposition(self) -> str:
        """The word directly before it as it is written within a sentence: "in" for "In"."""
        return self.before().lower()

    @property
    def gap(self) -> str:
        """What stands between it and the next word; "." at the end of the sentence."""
        return self.sentence[self.end].gap if self.end < len(self.sentence) else "."


@dataclass(frozen=True, slots=True)
class Name(Phrase):
    """A name; ``rule`` is what saw what it is the name of.

    ``titled``: a title that is no part of the name stands before it. ``whole``: a possessive's
    ending belongs to it, as in "St. Paul's".
    """

    role: Role
    rule: str
    kind: PlaceKind = PlaceKind.OTHER
    titled: bool = False
    whole: bool = False

    @property
    def span(self) -> Span:
        """Where it stands; a possessive's ending is left out unless it belongs to the name."""
        last = self.sentence[self.end - 1]
        end = last.span.end + (last.possessive if self.whole else 0)
        return Span(self.sentence[self.start].span.start, end)


@dataclass(frozen=True, slots=True)
class Run(Phrase):
    """A run of capitalised words: the matter of the recognisers."""

    @property
    def next_word(self) -> Word | None:
        """The word directly behind it, or None."""
        follows = self.end < len(self.sentence) and self.sentence[self.end].follows
        return self.sentence[self.end] if follows else None

    def person(self, start: int, end: int, rule: str, *, titled: bool = False) -> Name:
        """Some words of the sentence as a person's name."""
        return Name(self.sentence, start, end, Role.PERSON, rule, titled=titled)

    def place(self, start: int, end: int, kind: PlaceKind, rule: str) -> Name:
        """Some words of the sentence as the name of a place."""
        return Name(self.sentence, start, end, Role.PLACE, rule, kind)

    def other(self, start: int, end: int, rule: str) -> Name:
        """Some words of the sentence as the name of something else."""
        return Name(self.sentence, start, end, Role.OTHER, rule)


def word_before(sentence: Sentence, i: int, distance: int = 1) -> str:
    """The word so far before ``i``, "" where more than spaces stands between."""
    first = i - distance
    if first < 0 or not all(word.follows for word in sentence[first + 1 : i + 1]):
        return ""
    return sentence[first].text


@cache
def kinds_of_heads(prefix: str) -> dict[str, PlaceKind]:
    """The heads of a family of groups ("heads_", "before_", "before_of_"), with their kinds."""
    return {
        head: PlaceKind(group.removeprefix(prefix))
        for group, heads in table("places").items()
        if group.startswith(prefix) and group.removeprefix(prefix) in tuple(PlaceKind)
        for head in heads
    }


def is_people(text: str) -> bool:
    """Whether a word is a people's or a party's name or adjective, or the plural of one."""
    peoples = words("words", "peoples")
    last = text.replace("–", "-").rsplit("-", maxsplit=1)[-1]
    singular = last[:-3] + "y" if last.endswith("ies") else last.removesuffix("s")
    return last in peoples or singular in peoples


def is_unit(text: str) -> bool:
    """Whether a word is the head of the name of an organisation, a troop, a law or an event."""
    units = words("words", "organisations")
    return text in units or text.removesuffix("s") in units


@cache
def titles() -> frozenset[str]:
    """Titles, ranks and callings as they are written before a name: "General", "Historian"."""
    callings = {word.capitalize() for word in words("people", "callings")}
    parties = words("words", "peoples")
    return words("people", "titles", "short_titles") | (callings - parties)


def is_title(text: str) -> bool:
    """Whether some words are a title, or the plural of one: "Generals Lee and Jackson"."""
    return text in titles() or text.removesuffix("s") in titles()


def title_end(sentence: Sentence, start: int, end: int) -> int:
    """Where the titles that a run begins with end; ``start`` where it has none."""
    i = start
    while i < end:
        for length in range(min(_LONGEST_TITLE, end - i), 0, -1):
            if is_title(" ".join(word.text for word in sentence[i : i + length])):
                i += length
                break
        else:
            return i
    return i


def end_of_phrase(sentence: Sentence, i: int, links: tuple[str, ...] = ("of",)) -> int | None:
    """The end of "of (the) X (and Y)" that begins at ``i``, or None."""
    end = None
    limit = min(len(sentence), i + _LONGEST_PHRASE)
    while i < limit and sentence[i].follows and sentence[i].text in links:
        i += 1
        if i < limit and sentence[i].text in ("the", "all"):
            i += 1
        if i >= limit or not sentence[i].follows or not is_capital(sentence, i):
            return end
        i = end = run_end(sentence, i)
        links = (*links, "and", "in")
    return end
