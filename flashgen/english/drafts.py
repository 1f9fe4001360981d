"""A clause, and what its sentence is known to hold while it is still being read."""

from __future__ import annotations

from dataclasses import dataclass

from flashgen.english.phrases import Phrase


@dataclass(slots=True, eq=False)
class Clause:
    """A verb and what belongs to it; all numbers are tokens.

    ``verb`` is the verb itself, ``start`` to ``end`` its group with the auxiliaries; ``lemma`` is
    the verb's. ``subject`` is who does it, or, of a passive one, to whom it is done; ``agent`` is
    who does that ("by Grant"). ``finite`` is false of "to say" and "saying". ``embedded``: it
    stands in another clause, ``relative``: as "who came". It changes only until its sentence has
    been read.
    """

    verb: int
    start: int
    end: int
    lemma: str
    subject: Phrase | None
    agent: Phrase | None = None
    object: Phrase | None = None
    passive: bool = False
    negated: bool = False
    finite: bool = True
    embedded: bool = False
    inverted: bool = False
    relative: bool = False


@dataclass(slots=True)
class Level:
    """An open clause: who waits for a verb, and its verb once it has come.

    ``later`` is a phrase behind the verb that is no object: perhaps the subject of what comes next.
    ``coordinated``: it stands behind "and", and its verb is no part of what the one before tells.
    ``joined``: no comma stands before that "and": the phrase belongs to the one before, unless a
    verb comes. ``inherited``: its subject is that of the clause before a semicolon.
    ``beside``: what seems to stand in apposition to its subject, "Holt, the mayor,". ``listed``: a
    comma alone has joined a verb to its own, and "and" will join the last one.
    """

    kind: str
    subject: Phrase | None = None
    verb: Clause | None = None
    later: Phrase | None = None
    coordinated: bool = False
    joined: bool = False
    inherited: bool = False
    beside: Phrase | None = None
    listed: bool = False
