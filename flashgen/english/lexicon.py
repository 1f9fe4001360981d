"""What a word can be: its tags, its lemmas, and the classes of meaning of its noun and its verb.

``function_words.txt`` has the closed classes whole, ``lexicon.txt`` the lemmas of the open ones
(made from WordNet 3.1 by ``tools/make_lexicon.py``, whose head says what its letters mean). Their
forms are not listed: morphology takes them back to a lemma.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flashgen.english import morphology
from flashgen.english.morphology import PAST, PLURAL, Endings, lemmas_of
from flashgen.english.tags import ADJECTIVE, ADVERB, BASE, ING, NOUN, PARTICIPLE, VERB


@dataclass(frozen=True, slots=True)
class Entry:
    """A word as the lexicon has it.

    ``tags`` are all that it can be, the likeliest first; "" where it is not known. ``noun`` and
    ``verb`` are its lemmas, ``of_noun`` and ``of_verb`` the letters of their classes of meaning
    ("p" a person, "g" a group, "m" a message; "s" to say). ``plural``: its noun is one.
    """

    tags: str = ""
    noun: str = ""
    verb: str = ""
    of_noun: str = ""
    of_verb: str = ""
    plural: bool = False
    closed: bool = False


UNKNOWN = Entry()


@cache
def look_up(low: str) -> Entry:
    """The entry of a word in lower case; UNKNOWN where neither it nor its lemma is listed."""
    low = low.replace("’", "'")
    closed = _function_words().get(low)
    if closed is not None:
        return Entry(tags=closed, closed=True, verb=_AUXILIARIES.get(low, ""))
    tags = noun = verb = of_noun = of_verb = ""
    plural = False
    # A form that is a verb's own is rather that than an adjective or a noun: "said", "leaving".
    for options, lemma, part in sorted(_analyses(low), key=lambda found: found[0] not in _FORMS):
        tags += options
        if part[0] == "n":
            plural = plural or lemma != low
            noun = noun or lemma
            of_noun += part[2:]
        elif part[0] == "v" and not verb:
            verb, of_verb = lemma, part[2:]
    tags = "".join(dict.fromkeys(tags))
    return Entry(tags, noun, verb, of_noun, of_verb, plural) if tags else UNKNOWN


def is_word(low: str) -> bool:
    """Whether a text in lower case is an English word that can be found in a dictionary."""
    return bool(look_up(low).tags)


def past_of(form: str, lemma: str) -> str:
    """The past of a verb, of which an -ing form or a participle is given: "took", "planned"."""
    # "Putting" is of "put" rather than of "putt".
    for each in (lemma, *lemmas_of(form, morphology.ING)):
        for part in _lemmas().get(each, "").split():
            if part[0] == "v" and "/" in part:
                return part.split("/")[1]
    return morphology.past_of(form, lemma)


_FORMS = (VERB + PARTICIPLE, VERB, PARTICIPLE, ING)
_TAGS = {"n": NOUN, "v": BASE, "j": ADJECTIVE, "r": ADVERB}
# What a regular form can be, by its last letter, and what it may come from.
_REGULAR: dict[str, tuple[dict[str, str], Endings]] = {
    "d": ({"v": VERB + PARTICIPLE}, PAST),
    "g": ({"v": ING}, morphology.ING),
    "s": ({"n": NOUN, "v": VERB}, PLURAL),
}
_AUXILIARIES = {
    **dict.fromkeys("be am is are was were been being 'm 're".split(), "be"),
    **dict.fromkeys("have has had having 've".split(), "have"),
    **dict.fromkeys("do does did".split(), "do"),
}


def _analyses(low: str) -> Iterable[tuple[str, str, str]]:
    """All that a word can be: its tags, a lemma, and what the lexicon says of that."""
    for part in _lemmas().get(low, "").split():
        yield _TAGS[part[0]], low, part.partition("/")[0]
    yield from _irregular().get(low, ())
    tags, endings = _REGULAR.get(low[-1:], ({}, ()))
    # A verb with a past of its own has no regular one, but the other forms.
    own_past = PARTICIPLE in tags.get("v", "")
    for lemma in lemmas_of(low.removesuffix("ss"), endings):  # "Princess" is none of "princes"
        for part in _lemmas().get(lemma, "").split():
            if part[0] in tags and not (own_past and "/" in part):
                yield tags[part[0]], lemma, part.partition("/")[0]


@cache
def _lemmas() -> dict[str, str]:
    """What the lexicon says of each lemma, unread: most of them are never asked for."""
    return dict(line.split(" ", 1) for line in _lines("lexicon.txt"))


@cache
def _irregular() -> dict[str, list[tuple[str, str, str]]]:
    """The irregular forms, each with its tags, lemma and part."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for lemma, parts in _lemmas().items():
        if "/" not in parts:
            continue
        for part in parts.split():
            what, *irregular = part.split("/")
            if part[0] == "n":
                for form in irregular:
                    found.setdefault(form, []).append((NOUN, lemma, what))
            elif irregular:
                past, participle = irregular
                found.setdefault(past, []).append((VERB, lemma, what))
                found.setdefault(participle, []).append((PARTICIPLE, lemma, what))
    return found


@cache
def _function_words() -> dict[str, str]:
    return {
        word: tags
        for tags, *words in map(str.split, _lines("function_words.txt"))
        for word in words
        if tags != "#"
    }


@cache
def abbreviations(*kinds: str) -> frozenset[str]:
    """Words that are written with a stop ("gen", "e.g") of some kinds (see the file)."""
    lines = [(of.split(","), rest) for of, *rest in map(str.split, _lines("abbreviations.txt"))]
    return frozenset(word for of, rest in lines if not set(kinds).isdisjoint(of) for word in rest)


def _lines(name: str) -> list[str]:
    return Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
