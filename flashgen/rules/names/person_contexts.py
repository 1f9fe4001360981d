"""Clues from the words around a name that it is a person's: "wrote X", "X, who"."""

from __future__ import annotations

import re
from functools import cache

from flashgen.rules.names.clues import (
    HINT,
    PROOF,
    SIGN,
    STRONG,
    Clue,
    Context,
    here,
    is_unknown_opener,
)
from flashgen.rules.names.name import Name, is_people
from flashgen.rules.names.surroundings import has_apposition, has_the, modifies, modifies_noun
from flashgen.tables import words

_LIVED = re.compile(r" ?\((?:(?:born|b\.|c\.|ca\.|d\.|died|r\.|reigned) ?)*\d{3,4}\b")
_CONJUNCTIONS = frozenset(
    [
        "that",
        "when",
        "while",
        "because",
        "where",
        "if",
        "until",
        "although",
        "though",
        "which",
        "whom",
    ]
)
_NUMBERS = frozenset(
    [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "several",
        "many",
        "some",
    ]
)
_PRONOUNS = frozenset(["he", "she", "his", "him", "himself", "herself"])
# How many adverbs may stand between a name and its verb.
_ADVERBS = 3
# How far behind a name a pronoun may stand that means it.
_PRONOUN_WORDS = 12
# How far behind a possessive the thing may stand: "Lee's two best divisions".
_OWNED_WORDS = 3


# --- what it does ------------------------------------------------------------------------------


def _verb(name: Name) -> str:
    """The word behind a name that can be its verb, without adverbs and "had"; "" if none."""
    skipped = words("verbs", "adverbs", "auxiliaries_of_action")
    distance = 1
    while distance <= _ADVERBS and (
        name.after(distance) in skipped or name.after(distance).endswith("ly")
    ):
        distance += 1
    return name.after(distance)


def _acts(name: Name, *groups: str) -> bool:
    """Whether a name is the subject of a verb of some groups."""
    verbs = words("verbs", *groups)
    phrase = f"{name.after()} {name.after(2)}"
    return (_verb(name) in verbs or phrase in verbs) and _may_be_subject(name)


def _may_be_subject(name: Name) -> bool:
    """Whether no possessive, article or preposition stands against it."""
    prepositions = words("places", "prepositions_strong", "prepositions_weak") - {"for"}
    return not (name.possessive or has_the(name) or name.preposition in prepositions)


def _may_act(name: Name) -> bool:
    """Whether what follows may be a verb, and none that says more."""
    verb = name.after()
    acts = verb in words("verbs", "auxiliaries") or (verb.endswith("ed") and verb.islower())
    more = _acts(name, "of_persons", "often_of_persons", "saying")
    return acts and not more and _may_be_subject(name)


def _opens_and_acts(name: Name, context: Context) -> bool:
    """Whether an unknown word opens the sentence as the subject of its verb."""
    if _verb(name) in words("verbs", "of_things"):
        return False
    acts = _acts(name, "often_of_persons") or _may_act(name)
    return acts and is_unknown_opener(name, context)


def _goes_on(name: Name) -> bool:
    """Whether a comma and a participle follow: "Zinoviev, crying"."""
    return name.gap == ", " and name.word_at(1).endswith("ing")


def _is_he(name: Name) -> bool:
    """Whether "he" or "she" comes later in the sentence, and no other name before it."""
    if not _may_be_subject(name):
        return False
    for word in name.sentence[name.end : name.end + _PRONOUN_WORDS]:
        if word.text in _PRONOUNS:
            return True
        if word.text[0].isupper():
            return False
    return False


def _is_who(name: Name) -> bool:
    return name.word_at(1) in {"who", "whose", "whom"} and name.gap in (" ", ", ")


# --- what is done to it, and what it has -------------------------------------------------------


def _by(name: Name) -> bool:
    listed = words("verbs", "by_persons", "with_persons")
    participles = (name.before(2), name.before(3))
    done = any(word in listed or word.endswith("ed") for word in participles)
    return name.before() == "by" and done


def _owns(name: Name) -> bool:
    things = words("people", "possessions", "kin")
    return name.possessive and any(name.after(i) in things for i in range(1, _OWNED_WORDS + 1))


def _of_a_person(name: Name) -> bool:
    return name.before() == "of" and name.before(2) in words("people", "before_of")


# --- what it is called -------------------------------------------------------------------------


def _named_calling(name: Name) -> bool:
    return name.before() in words("people", "kin", "callings") and name.before(2) != "of"


def _in_apposition(name: Name) -> bool:
    """Whether a calling and a comma stand before, a comma behind: "her father, Malcolm,"."""
    if name.words[0].gap != ", " or name.gap == " ":
        return False
    callings = words("people", "kin", "callings")
    return name.word_at(-1) in callings and name.word_at(-2) not in ("of", "")


def _is_in_commas(name: Name) -> bool:
    """Whether it stands in commas behind some noun: "the expert, Varro,"."""
    noun = name.start > 0 and name.sentence[name.start - 1].lower
    return bool(noun) and name.words[0].gap == ", " and name.gap in (", ", ".")


def _in_brackets_for_pronoun(name: Name) -> bool:
    """Whether it explains a pronoun: "he [Castlereagh]"."""
    pronoun = name.word_at(-1).lower() in {"he", "she", "him", "her", "his"}
    return pronoun and name.words[0].gap in (" [", " (")


# --- what speaks against a person --------------------------------------------------------------


def _is_modifier(name: Name) -> bool:
    """Whether it only modifies a noun: "four Browning pistols", "the Dawes plan"."""
    return name.preposition in {"a", "an", "the"} | _NUMBERS and modifies_noun(name)


def _is_with_the(name: Name) -> bool:
    """Whether "the" stands before several words, and perhaps a people: "the Iron Guard"."""
    if len(name.texts) == 1:
        return False
    return name.before(2 if is_people(name.before()) else 1).lower() == "the"


def _is_owned(name: Name) -> bool:
    """Whether somebody's possessive stands before it: "Newton's Principia"."""
    owner = name.sentence[name.start - 1] if name.start else None
    return owner is not None and bool(owner.possessive) and name.words[0].follows


def _is_indefinite(name: Name) -> bool:
    """Whether "a" makes it one of many: "a Ford", "in a borrowed Ford"."""
    if name.preposition in ("a", "an"):
        return True
    return name.before(2).lower() in ("a", "an") and name.before().endswith("ed")


@cache
def _callings() -> frozenset[str]:
    return words("people", "kin", "callings")


PERSON_BY_CONTEXT = (
    Clue("verb of persons", SIGN, here(lambda n: _acts(n, "of_persons", "saying"))),
    Clue("verb often of persons", HINT, here(lambda n: _acts(n, "often_of_persons"))),
    Clue("verb", HINT, here(_may_act)),
    Clue("unknown opener and verb", HINT, _opens_and_acts),
    Clue("participle after", HINT, here(_goes_on)),
    Clue("he or she", HINT, here(_is_he)),
    Clue("himself", PROOF, here(lambda n: n.after() in {"himself", "herself"})),
    Clue("who", SIGN, here(_is_who)),
    Clue("verb of saying before", SIGN, here(lambda n: n.before() in words("verbs", "saying"))),
    Clue("object of persons", SIGN, here(lambda n: n.before() in words("verbs", "with_persons"))),
    Clue("by", SIGN, here(_by)),
    Clue("with", HINT, here(lambda n: n.preposition in {"with", "under", "like", "than"})),
    Clue("clause", HINT, here(lambda n: n.preposition in _CONJUNCTIONS and not modifies(n))),
    Clue("what a person has", SIGN, here(_owns)),
    Clue("possessive", HINT, here(lambda n: n.possessive and n.after().islower())),
    Clue("of a person", SIGN, here(_of_a_person)),
    Clue("calling before", PROOF, here(_named_calling)),
    Clue("calling after", SIGN, here(lambda n: has_apposition(n, _callings()))),
    Clue("apposition", SIGN, here(_in_apposition)),
    Clue("in commas", HINT, here(_is_in_commas)),
    Clue("called", HINT, here(lambda n: n.word_at(-2) == "known" and n.word_at(-1) == "as")),
    Clue("years of life", PROOF, here(lambda n: _LIVED.match(n.gap) is not None)),
    Clue("in brackets for a pronoun", PROOF, here(_in_brackets_for_pronoun)),
    Clue("modifier", -PROOF, here(_is_modifier)),
    Clue("with the", -SIGN, here(_is_with_the)),
    Clue("owned", -PROOF, here(_is_owned)),
    Clue("indefinite", -STRONG, here(_is_indefinite)),
)
