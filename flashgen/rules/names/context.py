"""Patterns of what stands around a name, as rows of clues have them: "<motion> ...3 to the? _".

``_`` is the name, ``_1`` one of a single word, ``_2`` one of several; with ``'s`` behind it a
possessive, with ``*`` either. What stands before and behind it are elements with spaces between
them, each one token: alternatives with bars between them, each a word, ``%`` and tags, or a class
in angles: one of CLASSES, or a group of ``tables/names.yaml`` that has the word or its lemma. ``!``
before an element denies it, ``?`` behind it says once or not at all, ``*4`` up to four times;
``...4`` is up to four tokens of any kind. A bar between spaces parts whole patterns.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from flashgen.english.lexicon import look_up
from flashgen.english.tokens import Sentence
from flashgen.rules.names import kinds, onomasticon
from flashgen.rules.names.name import NamePhrase
from flashgen.tables import words

Test = Callable[[str, str], bool]  # of a token's word and tag
Walk = Callable[[Sentence, int], bool]  # from a token outward


@cache
def _in_group(word: str, group: str) -> bool:
    """Whether a group of the table has a word or its lemma."""
    low, found = word.lower(), look_up(word.lower())
    return bool({low, low.capitalize(), found.noun, found.verb} & words("names", group))


def _is_calling(word: str, tag: str) -> bool:
    """Whether a noun is one human being: "king", not "kings"."""
    return tag == "N" and kinds.is_person_noun(word) and not look_up(word).plural


def _is_motion(word: str, tag: str) -> bool:
    """Whether a verb or a noun says that somebody goes: "marched", "the road"."""
    goes = tag in "VBDG" and "m" in look_up(word).of_verb and not _in_group(word, "no_motions")
    return goes or (tag in "NVBDG" and _in_group(word, "motions"))


def _is_ruler(word: str, _: str) -> bool:
    """Whether one is that of a place, as a king and a native are; not a friend, nor a pupil."""
    lemma = (look_up(word).noun or word).capitalize()
    titles = words("people", "titles_of_places", "titles")
    return word.islower() and (lemma in titles or _in_group(word, "rulers"))


CLASSES: Mapping[str, Test] = {
    "calling": _is_calling,
    "person": lambda word, _: kinds.is_person_noun(word.lower()) and not kinds.is_kin(word.lower()),
    "people": lambda word, _: kinds.is_people(word or "."),
    "saying": lambda word, tag: (
        tag in "VD" and "s" in look_up(word.lower()).of_verb and not _in_group(word, "naming")
    ),
    "kin": lambda word, tag: tag == "N" and "f" in look_up(word).of_noun,
    "motion": _is_motion,
    "ruler": _is_ruler,
    # What a place is ("the river"), not merely where, as "the end" is.
    "kind-of-place": lambda word, _: kinds.place_noun(word.lower()) is not None
    and (kinds.is_land(word.lower()) or bool(set("bwyu") & set(kinds.classes(word)))),
    "land": lambda word, tag: tag == "N" and kinds.is_land(word),
    "ship": lambda word, tag: tag == "N" and "s" in kinds.classes(word),
    "place": lambda word, tag: tag == "N" and kinds.place_noun(word) is not None,
    "head": lambda word, tag: tag == "N" and kinds.head_kind(word.capitalize()) is not None,
    "title": lambda word, tag: tag == "E" and kinds.is_title(word),
    "given": lambda word, _: onomasticon.is_given_name(word),
    "surname": lambda word, _: onomasticon.is_surname(word),
    "Capital": lambda word, _: word[:1].isupper(),
    "number": lambda word, _: word[:1].isdigit(),
    "long-number": lambda word, _: word[:1].isdigit() and len(word) > 2,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A pattern of a ``row``: the shapes of its names (several words, possessive), its two sides.

    Each side are elements from the name outward, and whether a sentence has them from a token on.
    """

    row: str
    shapes: frozenset[tuple[bool, bool]]
    elements: tuple[Sequence[str], Sequence[str]]
    before: Walk
    behind: Walk


@cache
def fits(row: str) -> Callable[[NamePhrase], bool]:
    """Whether a name stands as a row says, in one of its patterns."""
    which = fitting(row)
    return lambda name: bool(which(name))


@cache
def fitting(*rows: str) -> Callable[[NamePhrase], Collection[str]]:
    """Which of some rows hold for a name: only those are tried that the words beside it allow."""
    patterns = [_pattern(row, part.split()) for row in rows for part in row.split(" | ")]

    @cache
    def allowed(side: int, shape: tuple[bool, bool], word: str, tag: str) -> int:
        """The patterns, as bits, that a token beside a name of such a shape allows."""
        return sum(
            1 << number
            for number, pattern in enumerate(patterns)
            if shape in pattern.shapes and _may_begin(pattern.elements[side], word, tag)
        )

    @cache
    def of(bits: int) -> list[_Pattern]:
        return [pattern for number, pattern in enumerate(patterns) if bits >> number & 1]

    def holding(name: NamePhrase) -> Collection[str]:
        sentence, owns = name.sentence, name.possessive > 0
        shape = len(name.words) > 1, owns
        before, behind = name.start - 1, name.end + owns
        near = allowed(0, shape, *_token(sentence, before))
        near &= allowed(1, shape, *_token(sentence, behind))
        tried = of(near)
        return {p.row for p in tried if p.before(sentence, before) and p.behind(sentence, behind)}

    return holding


def _token(sentence: Sentence, i: int) -> tuple[str, str]:
    """A word and its tag; "" and "^" outside of the sentence."""
    return (sentence.words[i], sentence.tags[i]) if 0 <= i < len(sentence.words) else ("", "^")


def _pattern(row: str, elements: Sequence[str]) -> _Pattern:
    at = next(i for i, element in enumerate(elements) if element[0] == "_")
    name = elements[at]
    several = {"1": [False], "2": [True]}.get(name[1:2], [False, True])
    owns = [False, True] if name.endswith("*") else [name.endswith("'s")]
    before, behind = elements[:at][::-1], elements[at + 1 :]
    shapes = frozenset(product(several, owns))
    return _Pattern(row, shapes, (before, behind), _walk(before, -1), _walk(behind, 1))


def _may_begin(elements: Sequence[str], word: str, tag: str) -> bool:
    """Whether elements may stand from a token on, by that token alone."""
    for test, least, _ in map(_element, elements):
        if least or test(word, tag):
            return test(word, tag)
    return True


def _walk(elements: Sequence[str], step: int) -> Walk:
    """Whether elements stand one after the other from a token on, in steps of 1 or -1."""
    if not elements:
        return lambda _sentence, _i: True
    rest = _walk(elements[1:], step)
    test, least, most = _element(elements[0])

    def walk(sentence: Sentence, i: int) -> bool:
        for count in range(most + 1):
            if count >= least and rest(sentence, i):
                return True
            if count == most or not test(*_token(sentence, i)):
                return False
            i += step
        return False

    def once(sentence: Sentence, i: int) -> bool:
        return test(*_token(sentence, i)) and rest(sentence, i + step)

    return once if least == most == 1 else walk


@cache
def _element(text: str) -> tuple[Test, int, int]:
    """What a token must be, and how many there are of it at least and at most."""
    if text.startswith("..."):
        return (lambda word, _: word != ""), 0, int(text[3:])
    if text.endswith("?"):
        return _test(text[:-1]), 0, 1
    what, star, most = text.rpartition("*")
    return (_test(what), 0, int(most)) if star else (_test(text), 1, 1)


def _test(text: str) -> Test:
    options = text.removeprefix("!").split("|")
    tags = "".join(option[1:] for option in options if option[0] == "%")
    tests = [_of_class(option[1:-1]) for option in options if option[0] == "<"]
    forms = frozenset([*options, *map(str.capitalize, options)])
    denied = text[0] == "!"
    if not denied and not tests:
        return lambda word, tag: word in forms or tag in tags
    return lambda word, tag: (
        (word in forms or tag in tags or any(test(word, tag) for test in tests)) is not denied
    )


def _of_class(name: str) -> Test:
    return cache(CLASSES[name]) if name in CLASSES else lambda word, _: _in_group(word, name)
