"""Where the text itself says who is meant: another name of somebody, or somebody new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from flashgen.english.numbers import ORDINALS
from flashgen.english.tags import VERB
from flashgen.rules.names.context import fits
from flashgen.rules.names.kinds import is_kin, is_title
from flashgen.rules.names.name import Name
from flashgen.rules.names.parts import PEER
from flashgen.tables import words

# Words that may stand between a name and another name of the same person, and those that say so.
_SAYS_SO = frozenset("born né née alias called nicknamed known styled dubbed aka surnamed".split())
_ALIAS_WORDS = _SAYS_SO | frozenset(
    'was would be later better more as or the also simply by to history posterity world , ( [ “ "'
    " ‘ ” ’ '".split()
)
# How many words of title and article may stand before a second name in apposition.
_LONGEST_SECOND_TITLE = 3
_OPENING, _CLOSING = frozenset('([“"‘'), frozenset(')]”"’')
# Titles that a sovereign or a saint bears before the given name, beside those with a place behind.
_RULERS = frozenset("Tsar Czar Sultan Caliph Shah Saint St. Pharaoh Cardinal".split())
_PEERS = frozenset({"Lord", "Lady"})  # "Lord John" is John Russell


def aliases(named: Sequence[Name]) -> Iterator[int]:
    """The mentions that the next one is another name of."""
    for i, (left, right) in enumerate(pairwise(named)):
        between = left.sentence.words[left.end : right.start]
        acts = VERB in left.sentence.tags[left.end : right.start]
        if left.sentence is right.sentence and _says_so(left, right, between, acts=acts):
            yield i


def _says_so(left: Name, right: Name, between: Sequence[str], *, acts: bool) -> bool:
    """Whether the words before a name make it another one of who is named before them.

    "Ulyanov, later known as", "Ulyanov (Lenin)", "Arthur Wellesley, the Duke of Wellington". Who
    ``acts`` (a finite verb stands between) takes a name, or does something to another: "Hale called
    Price", "Hale was born to Anna Price".
    """
    if not between or not all(map(_may_introduce, between)):
        return False
    if between[-1] == "to" or (acts and between[0] not in {",", *_OPENING}):
        return False
    if between[0] in _OPENING:
        return not _CLOSING.isdisjoint((right.after(), right.after(2)))
    titled = right.rule == PEER.id or (
        right.titled and (between[1:2] == ("the",) or _is_peer(left, right, between[-1]))
    )
    second = between[0] == "," and len(between) <= _LONGEST_SECOND_TITLE and titled
    return second or not _SAYS_SO.isdisjoint(between)


def _is_peer(left: Name, right: Name, title: str) -> bool:
    """Whether a title of nobility ends an apposition: "William Cecil, Lord Burghley, was"."""
    somebody = len(left.words) > 1 and left.rule != PEER.id
    noble = somebody and title in words("people", "nobility")
    goes_on = right.after() == "," and right.tag_after(2) in "Ec"
    return noble and right.after() in (",", ".", ";", ")") and not goes_on


def _may_introduce(text: str) -> bool:
    """Whether a word may stand before another name of somebody: "familiarly known as", "4th"."""
    counted = text in ORDINALS or (text[0].isdigit() and text.endswith(("st", "nd", "rd", "th")))
    said = counted or text in _ALIAS_WORDS or text.endswith("ly")
    return said or (text[0].isalpha() and is_title(text))


def has_rulers_title(name: Name) -> bool:
    """Whether a title before a name is one that a sovereign bears before the given name."""
    return name.titled and name.before() in _RULERS | words("people", "titles_of_places") - _PEERS


def is_introduced(name: Name) -> bool:
    """Whether somebody is told of as new: "Reginald his son", "William the advocate of"."""
    return fits("_* his|her <kin> | _* the <calling> | another _*")(name)


def is_parent(name: Name) -> bool:
    """Whether somebody is only told of as another's kin: "son of Thomas"."""
    return name.before() == "of" and is_kin(name.before(2))


def is_own_kin(name: Name) -> bool:
    """Whether a name is that of somebody's kin: "his brother Diego", "Hale's father, James"."""
    comma = name.before() == ","
    return is_kin(name.before(1 + comma)) and (not comma or name.tag_before(3) in "pz")
