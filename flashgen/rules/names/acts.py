"""What a person does, and what is done to persons and to places, as the clauses have it."""

from __future__ import annotations

from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.rules.names.clues import Around
from flashgen.rules.names.name import Name
from flashgen.tables import words


def acts_as_person(name: Name, around: Around) -> bool:
    """Whether it does, or suffers, what only persons do: "X wrote", "X was arrested"."""
    clause = _subject_of(name, around)
    return clause is not None and _is_of_persons(clause)


def acts(name: Name, around: Around) -> bool:
    """Whether it is the subject of any other verb of action."""
    clause = _subject_of(name, around)
    other = clause is not None and clause.lemma not in words("names", "of_things")
    return other and not acts_as_person(name, around)


def is_object(name: Name, around: Around) -> bool:
    """Whether what is done to persons is done to it: "they murdered X"."""
    free = not name.possessive and name.tag_before() not in "dpitf"
    clause = around.clause(name, "object") if free else None
    return clause is not None and not clause.passive and _is_of_persons(clause)


def suffers(group: str, name: Name, around: Around) -> bool:
    """Whether a verb of a group of the table has it as object: "they took X"."""
    free = not name.possessive and name.tag_before() not in "dp"
    clause = around.clause(name, "object") if free else None
    return clause is not None and clause.lemma in words("names", group)


def _subject_of(name: Name, around: Around) -> Clause | None:
    """The clause of which it is the subject, if no possessive, article or preposition forbids."""
    determined = name.preposition in ("the", "a", "an")
    free = not (name.possessive or determined or name.tag_before() in "itfq")
    return around.clause(name, "subject") if free else None


def _is_of_persons(clause: Clause) -> bool:
    """Whether hardly anything but a human being does or suffers what its verb says."""
    classes = set(look_up(clause.lemma).of_verb)
    others = words("names", "takes_places", "besieges", "of_bodies", "of_things")
    return clause.lemma in words("names", "of_persons") or (
        not classes.isdisjoint("skeo") and clause.lemma not in others
    )
