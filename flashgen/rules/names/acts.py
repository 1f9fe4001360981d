"""What a person does, and what is done to one, as the clauses of the sentence have it."""

from __future__ import annotations

from flashgen.english.lexicon import look_up
from flashgen.rules.names.clues import Around
from flashgen.rules.names.name import Name
from flashgen.tables import words

_PREPOSITIONS = frozenset("itf")


def is_of_persons(lemma: str) -> bool:
    """Whether hardly anything but a human being does what a verb says."""
    if lemma in words("names", "of_persons"):
        return True
    speaks = set(look_up(lemma).of_verb) & set("ske")
    return bool(speaks) and lemma not in words("names", "of_bodies")


def is_done_to_persons(lemma: str) -> bool:
    """Whether what a verb says is done to human beings rather than to lands or things."""
    if lemma in words("names", "of_persons"):
        return True
    social = set(look_up(lemma).of_verb) & set("ose")
    return bool(social) and lemma not in words("names", "takes_places", "of_bodies", "of_things")


def may_be_subject(name: Name) -> bool:
    """Whether no possessive, article or preposition stands against it."""
    determined = name.preposition in ("the", "a", "an")
    return not (name.possessive or determined or name.tag_before() in "itfq")


def acts_as_person(name: Name, around: Around) -> bool:
    """Whether it does, or suffers, what only persons do: "X wrote", "X was arrested"."""
    clause = around.subject_of
    if clause is None or not may_be_subject(name):
        return False
    return is_done_to_persons(clause.lemma) if clause.passive else is_of_persons(clause.lemma)


def acts(name: Name, around: Around) -> bool:
    """Whether it is the subject of any other verb of action."""
    clause = around.subject_of
    if clause is None or not may_be_subject(name) or clause.lemma in words("names", "of_things"):
        return False
    return not acts_as_person(name, around)


def is_object(name: Name, around: Around) -> bool:
    """Whether what is done to persons is done to it: "they murdered X"."""
    clause = around.object_of
    if clause is None or clause.passive or name.possessive or name.tag_before() in "dp":
        return False
    return is_done_to_persons(clause.lemma) and name.tag_before() not in _PREPOSITIONS


def by(name: Name, around: Around) -> bool:
    """Whether something is done by it."""
    return name.preposition == "by" and (around.agent_of is not None or name.tag_before(2) == "D")


def is_taken(name: Name, around: Around) -> bool:
    """Whether what is done to towns and lands is done to it: "they took X"."""
    clause = around.object_of or around.subject_of
    if clause is None or not (around.object_of or clause.passive):
        return False
    free = not name.possessive and name.tag_before() not in "dp"
    return free and clause.lemma in words("names", "takes_places")
