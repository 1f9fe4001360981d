"""Where the text itself says who is meant: another name of somebody, or somebody new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from flashgen.rules.names.evidence import LORDSHIP
from flashgen.rules.names.kinds import is_kin, is_person_noun, is_title
from flashgen.rules.names.name import Name
from flashgen.tables import words

# Words that may stand between a name and another name of the same person, and those that say so.
_SAYS_SO = frozenset("born né née alias called nicknamed known styled dubbed aka surnamed".split())
_ALIAS_WORDS = _SAYS_SO | frozenset(
    "was later better more as or the also simply by to history , ( “ \" ‘ ” ’ '".split()
)
# How many words of title and article may stand before a second name in apposition.
_LONGEST_SECOND_TITLE = 3
_OPENING = frozenset("([")
_QUOTES = frozenset("“\"‘'”’")


def aliases(named: Sequence[Name]) -> Iterator[int]:
    """The mentions that the next one is another name of."""
    for i, (left, right) in enumerate(pairwise(named)):
        if left.sentence is right.sentence and _are_one(left, right):
            yield i


def _are_one(left: Name, right: Name) -> bool:
    between = left.sentence.words[left.end : right.start]
    if not between or not all(map(_may_introduce, between)):
        return False
    said = bool(set(between) & _SAYS_SO)
    bracketed = between[0] in _OPENING and _closes(right)
    return bracketed or said or _is_second_title(right, between)


def _closes(right: Name) -> bool:
    """Whether a bracket closes behind a name, and behind the marks of a quotation."""
    behind = [right.after(i) for i in (1, 2)]
    return behind[0] in (")", "]") or (behind[0] in _QUOTES and behind[1] in (")", "]"))


def _may_introduce(text: str) -> bool:
    """Whether a word may stand before another name of somebody: "familiarly known as"."""
    return (
        text in _ALIAS_WORDS
        or text == "["
        or text.endswith("ly")
        or (text[0].isalpha() and is_title(text))
    )


def _is_second_title(right: Name, between: tuple[str, ...]) -> bool:
    """Whether a title in apposition follows: "Arthur Wellesley, the Duke of Wellington"."""
    if between[0] != "," or len(between) > _LONGEST_SECOND_TITLE:
        return False
    the = between[1:2] == ("the",)
    return right.rule == LORDSHIP or (right.titled and the)


def has_rulers_title(name: Name) -> bool:
    """Whether a title before a name is one that a sovereign bears before the given name."""
    rules = name.before() in words("people", "titles_of_places") or name.before() in (
        "Tsar", "Czar", "Sultan", "Caliph", "Shah", "Saint", "St.", "Pharaoh", "Cardinal",
    )  # fmt: skip
    return name.titled and rules


def is_introduced(name: Name) -> bool:
    """Whether somebody is told of as new: "Reginald his son", "William the advocate of"."""
    if name.after() in ("his", "her"):
        return is_kin(name.after(2))
    return name.after() == "the" and is_person_noun(name.after(2)) and name.after(2).islower()


def is_own_kin(name: Name) -> bool:
    """Whether a name is that of somebody's kin: "his brother Diego" is a new Diego."""
    return name.tag_before(2) in "pz" and is_kin(name.before())
